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
    if _same_inputs(target / PRODUCTS[other][1], manifest):
        return []
    which = f"het andere product in {target} ({other}) komt van een eerdere build, met andere cijfers of teksten"
    sentence = f"{which[0].upper()}{which[1:]}; maak het opnieuw met --product {other}."
    return [Finding("SR-S010", Severity.WARNING, sentence)]


def stale_report(target: Path, manifest: bytes) -> list[Finding]:
    """SR-S011 when the report in the folder was made from other inputs than the data that are written beside it."""
    if _same_inputs(target / PRODUCTS["rapport"][1], manifest):
        return []
    sentence = (
        f"Het rapport in {target} komt van een eerdere build, met andere cijfers of teksten dan deze open data; maak het opnieuw met build."
    )
    return [Finding("SR-S011", Severity.WARNING, sentence)]


def _same_inputs(path: Path, manifest: bytes) -> bool:
    """Whether a manifest on disk names the same inputs; when there is none, nothing contradicts."""
    try:
        return bool(json.loads(path.read_bytes())["inputs"] == json.loads(manifest)["inputs"])
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError, LookupError, TypeError):
        return False
