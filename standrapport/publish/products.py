"""What can be built from an edition, and which files of `out/<jaar>/` belong to which product."""

from __future__ import annotations

import json
from pathlib import Path

from ..model import Finding, Severity

# The name of the files of each product and of its manifest in out/<jaar>/.
PRODUCTS = {"rapport": ("stand-van-de-uitvoering-{year}", "manifest.json"), "factsheet": ("factsheet-{year}", "manifest-factsheet.json")}


def product_of(path: str) -> str:
    """The product a file of out/<jaar>/ belongs to, by its name in that folder."""
    return "factsheet" if path.startswith(("factsheet-", "manifest-factsheet")) else "rapport"


def stale_neighbour(target: Path, product: str, manifest: bytes) -> list[Finding]:
    """SR-S010 when the other product in the folder was made from other inputs than this one."""
    other = next(name for name in PRODUCTS if name != product)
    path = target / PRODUCTS[other][1]
    try:
        same = json.loads(path.read_bytes())["inputs"] == json.loads(manifest)["inputs"]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, ValueError, LookupError, TypeError):
        same = False
    if same:
        return []
    which = f"het andere product in {target} ({other}) komt van een eerdere build, met andere cijfers of teksten"
    sentence = f"{which[0].upper()}{which[1:]}; maak het opnieuw met --product {other}."
    return [Finding("SR-S010", Severity.WARNING, sentence)]
