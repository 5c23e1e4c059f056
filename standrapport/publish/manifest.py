"""The manifest: what an edition was made of and what it prints, for reviewers, comparison and tracing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..model import Edition, Figures, Used


def sha256(content: bytes | Path) -> str:
    """The SHA-256 of some bytes or of a file that may be large, in hexadecimal."""
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def manifest_json(
    *,
    edition: Edition,
    concept: bool,
    tool: str,
    inputs: Mapping[str, bytes | Path],
    outputs: Mapping[str, bytes],
    figures: Figures,
    used: Iterable[Used],
    findings: Sequence[Mapping[str, Any]],
    summary: Mapping[str, int],
) -> bytes:
    """The manifest as JSON (contract, 'out/<jaar>/'); the same inputs give the same bytes."""
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
            for name, figure in figures.items()
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
