"""The manifest: what an edition was made of and what it prints, for reviewers, comparison and tracing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..model import Edition, Figures, Used, single_figures


def sha256(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def manifest_json(
    *,
    edition: Edition,
    concept: bool,
    tool: str,
    inputs: Mapping[str, bytes],
    outputs: Mapping[str, bytes],
    figures: Figures,
    used: Iterable[Used],
    findings: Sequence[Mapping[str, Any]],
    summary: Mapping[str, int],
) -> bytes:
    """The manifest as JSON (contract, 'out/<jaar>/'); the same inputs give the same bytes.

    Cells of large tables stand in the open data only: a manifest of a million rows helps nobody.
    """
    content = {
        "schema": "standrapport/manifest/1",
        "year": edition.year,
        "title": edition.title.raw,
        "organisation": edition.organisation,
        "tool": tool,
        "status": "concept" if concept else edition.status,
        "inputs": [{"path": path, "sha256": sha256(data)} for path, data in sorted(inputs.items())],
        "outputs": [{"path": path, "sha256": sha256(data)} for path, data in sorted(outputs.items())],
        "summary": dict(summary),
        "figures": [
            {
                "ref": name.ref,
                "year": name.year,
                "key": name.key,
                "printed": figure.printed,
                "value": None if figure.value is None else number(figure.value),
                "derived": figure.derived,
                "formula": figure.formula,
            }
            for name, figure in single_figures(figures).items()
        ],
        "used": [
            {"ref": use.ref, "year": use.year, "key": use.key, "text": use.text, "chapter": use.chapter, "block": use.block} for use in used
        ],
        "findings": list(findings),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def number(value: Any) -> int | float:
    """A published number for JSON: whole numbers stay whole."""
    return int(value) if value == int(value) else float(value)
