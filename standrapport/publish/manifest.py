"""The manifest: what an edition was made of and what it says, for reviewers, comparison and tracing.

It also travels inside the HTML, packed and out of sight, so that a page by itself can still be compared.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..model import Catalogue, Edition, Figures, Outcome, RevisionReason, Used, count, single_figures
from .contents import Worked, chapters_content, checks_content, definitions_content, front_content, large_content, number, sha256

_MARK = '<script type="application/gzip" id="manifest">'
_EMBEDDED = re.compile(re.escape(_MARK) + r"([A-Za-z0-9+/=\s]*)</script>")


def manifest_json(
    *,
    edition: Edition,
    worked: Worked,
    catalogue: Catalogue,
    concept: bool,
    tool: str,
    inputs: Mapping[str, bytes | Path],
    outputs: Mapping[str, bytes],
    figures: Figures,
    used: Iterable[Used],
    outcomes: Sequence[Outcome],
    reasons: Iterable[RevisionReason],
    findings: Sequence[Mapping[str, Any]],
) -> bytes:
    """The manifest as JSON (contract, 'out/<jaar>/', and docs/vergelijken.md); the same inputs give the same bytes.

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
        "inputs": [{"path": path, "sha256": sha256(data)} for path, data in sorted(inputs.items())],
        "outputs": [{"path": path, "sha256": sha256(data)} for path, data in sorted(outputs.items())],
        "summary": count(outcomes),
        "figures": [
            {
                "ref": name.ref,
                "year": name.year,
                "key": name.key,
                "printed": figure.printed,
                "value": number(figure.value),
                "derived": figure.derived,
                "formula": figure.formula,
                "kind": figure.kind.value,
                "unit": figure.unit,
                "rounding": number(figure.rounding),
                "provisional": figure.provisional,
                "period": figure.period,
                "reference_date": figure.reference_date,
            }
            for name, figure in single_figures(figures).items()
        ],
        "used": [
            {"ref": use.ref, "year": use.year, "key": use.key, "text": use.text, "chapter": use.chapter, "block": use.block} for use in used
        ],
        "findings": list(findings),
        "front": front_content(edition, worked),
        "chapters": chapters_content(edition, worked),
        "checks": checks_content(outcomes),
        "definitions": definitions,
        "sources": sources,
        "large_tables": large_content(figures, inputs),
        "revisions": [{"refs": list(one.refs), "years": list(one.years), "reason": one.reason} for one in reasons],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def with_manifest(html: str, manifest: bytes) -> str:
    """The page with its manifest packed in a data block at the end of its body; browsers and screen readers pass it over."""
    packed = base64.b64encode(gzip.compress(manifest, 9, mtime=0)).decode()
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
