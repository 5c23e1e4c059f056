# SPDX-License-Identifier: EUPL-1.2
"""The manifest: what an edition was made of and what it says, for review, comparison and tracing.

It also travels inside the HTML, packed and out of sight, so that a page by itself can still be
compared. What can be built from an edition is listed here too: each product with its files in
`out/<jaar>/`.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ...core.frozen import dataclass
from ...core.model import (
    Catalogue,
    Edition,
    Figures,
    Finding,
    Outcome,
    RevisionReason,
    Used,
    count,
    single_figures,
)
from ...core.notation import json_number
from ...messages import found
from .contents import (
    FileContent,
    Worked,
    chapters_content,
    checks_content,
    definitions_content,
    front_content,
    large_content,
    sha256,
)

_MARK = '<script type="application/gzip" id="manifest">'
_EMBEDDED = re.compile(re.escape(_MARK) + r"([A-Za-z0-9+/=\s]*)</script>")


@dataclass(frozen=True)
class Manifest:
    """A manifest that is asked for more than once while an edition is made, of which only the
    files and the findings are then still to come: the rest is written once, as JSON by key.
    """

    written: Mapping[str, str]

    def as_json(
        self, outputs: Mapping[str, FileContent], findings: Sequence[Mapping[str, Any]]
    ) -> bytes:
        """The manifest as JSON (contract, 'out/<jaar>/', and docs/vergelijken.md).

        The same inputs give the same bytes.
        """
        late: dict[str, list[Any]] = {"outputs": _listed(outputs), "findings": list(findings)}
        lines = [
            _line(key, late[key]) if key in late else line for key, line in self.written.items()
        ]
        return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _listed(files: Mapping[str, FileContent]) -> list[dict[str, str]]:
    return [{"path": path, "sha256": sha256(data)} for path, data in sorted(files.items())]


def _line(key: str, value: Any) -> str:
    """A key with its value as it stands in the JSON of the whole."""
    return json.dumps({key: value}, ensure_ascii=False, indent=1)[2:-2]


def manifest_parts(
    *,
    edition: Edition,
    worked: Worked,
    catalogue: Catalogue,
    concept: bool,
    tool: str,
    inputs: Mapping[str, FileContent],
    figures: Figures,
    used: Iterable[Used],
    outcomes: Sequence[Outcome],
    reasons: Iterable[RevisionReason],
) -> Manifest:
    """The manifest of an edition, without what is still to come.

    Cells of large tables stand in the open data only: a manifest of a million rows helps nobody.
    """
    definitions, sources = definitions_content(catalogue, figures)
    content = {
        "schema": "standrapport/manifest/1",
        "year": edition.year,
        "title": edition.title.raw,
        "organisation": edition.organisation,
        "tool": tool,
        "status": "concept" if concept else edition.status,
        "inputs": _listed(inputs),
        "outputs": [],
        "summary": count(outcomes),
        "figures": [
            {
                "ref": name.ref,
                "year": name.year,
                "key": name.key,
                "printed": figure.printed,
                "value": json_number(figure.value),
                "derived": figure.derived,
                "formula": figure.formula,
                "kind": figure.kind.value,
                "unit": figure.unit,
                "rounding": json_number(figure.rounding),
                "provisional": figure.provisional,
                "period": figure.period,
                "status": figure.status,
                "reference_date": figure.reference_date,
            }
            for name, figure in single_figures(figures).items()
        ],
        "used": [asdict(use) for use in used],
        "findings": [],
        "front": front_content(edition, worked),
        "chapters": chapters_content(edition, worked, catalogue),
        "checks": checks_content(outcomes),
        "definitions": definitions,
        "sources": sources,
        "large_tables": large_content(figures, inputs),
        "revisions": [
            {"refs": list(one.refs), "years": list(one.years), "reason": one.reason}
            for one in reasons
        ],
    }
    return Manifest({key: _line(key, value) for key, value in content.items()})


def public_manifest(
    *,
    edition: Edition,
    catalogue: Catalogue,
    concept: bool,
    tool: str,
    outputs: Mapping[str, FileContent],
    figures: Figures,
) -> bytes:
    """The manifest that goes outside: figures, their definitions and sources, and the files;
    nothing of who made them, from which files, or what was found on the way.
    """
    definitions, sources = definitions_content(catalogue, figures)
    content = {
        "schema": "standrapport/manifest-publiek/1",
        "year": edition.year,
        "organisation": edition.organisation,
        "tool": tool,
        "status": "concept" if concept else edition.status,
        "outputs": _listed(outputs),
        "figures": [
            {
                "ref": name.ref,
                "year": name.year,
                "key": name.key,
                "printed": figure.printed,
                "value": json_number(figure.value),
                "derived": figure.derived,
                "unit": figure.unit,
                "provisional": figure.provisional,
                "period": figure.period,
                "reference_date": figure.reference_date,
            }
            for name, figure in single_figures(figures).items()
        ],
        "definitions": definitions,
        "sources": sources,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def with_manifest(html: str, manifest: bytes) -> str:
    """The page with its manifest packed in a data block at the end of its body.

    Browsers and screen readers pass it over.
    """
    zipped = bytearray(gzip.compress(manifest, 9, mtime=0))
    zipped[9] = 3  # the system it was packed on, of which each Python says something else
    packed = base64.b64encode(zipped).decode()
    before, _, after = html.rpartition("</body>")
    return f"{before}{_MARK}{packed}</script>\n</body>{after}"


def manifest_in(html: str) -> bytes | None:
    """The manifest a page carries; None when there is none or it is damaged."""
    match = _EMBEDDED.search(html)
    if match is None:
        return None
    try:
        return gzip.decompress(base64.b64decode(match[1]))
    except (ValueError, OSError, EOFError, zlib.error):
        return None


# The name of the manifest of each product in out/<jaar>/.
PRODUCTS = {"rapport": "manifest.json", "factsheet": "manifest-factsheet.json"}


def product_name(product: str, edition: Edition) -> str:
    """The name of the files of a product, without their ending."""
    return f"factsheet-{edition.year}" if product == "factsheet" else edition.file_name


def foreign(target: Path, product: str) -> Callable[[str], bool]:
    """Whether a file of out/<jaar>/ is none of the files of this product as its last build wrote
    them: somebody's own, one that was changed since, or one of the other product. Such a file is
    never taken away.
    """
    try:
        listed = json.loads((target / PRODUCTS[product]).read_bytes())["outputs"]
        made = {str(one["path"]): one["sha256"] for one in listed}
    except (OSError, ValueError, LookupError, TypeError):
        made = {}

    def is_foreign(path: str) -> bool:
        return path != PRODUCTS[product] and (
            path not in made or made[path] != sha256(target / path)
        )

    return is_foreign


def stale_neighbour(target: Path, product: str, manifest: bytes) -> list[Finding]:
    """SR-S010 when the other product in the folder was made from other inputs than this one."""
    other = next(name for name in PRODUCTS if name != product)
    if _same_inputs(target / PRODUCTS[other], manifest):
        return []
    return [found("SR-S010", said={"map": target, "product": other})]


def stale_report(target: Path, manifest: bytes) -> list[Finding]:
    """SR-S011 when the report in the folder was made from other inputs than the data that are
    written beside it.
    """
    if _same_inputs(target / PRODUCTS["rapport"], manifest):
        return []
    return [found("SR-S011", said={"map": target})]


def _same_inputs(path: Path, manifest: bytes) -> bool:
    """Whether a manifest on disk names the same inputs; when there is none, nothing contradicts."""
    try:
        return bool(json.loads(path.read_bytes())["inputs"] == json.loads(manifest)["inputs"])
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError, LookupError, TypeError):
        return False
