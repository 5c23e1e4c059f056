# SPDX-License-Identifier: EUPL-1.2
"""The bytes of a file of the project, within the budget; what keeps them away is a finding."""

from __future__ import annotations

import re
from pathlib import Path

from ...core.budget import BUDGET
from ...core.disk import why_not_read
from ...core.model import Finding, Position
from ...messages import found

# Characters nobody can see or mean: control characters (Word's soft return is U+000B), other line
# ends than those of a text file, and those this program marks places with. They make lines count
# otherwise, or vanish on paper.
_UNSEEN = re.compile(
    "\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufeff\ufffe\uffff]"
)
_NAMED = {
    "\x0b": "een zachte return uit een tekstverwerker",
    "\x0c": "een pagina-einde uit een tekstverwerker",
    "\x00": "een nulteken",
    "\r": "een los regeleinde (CR)",
    "\u2028": "een regelscheiding (U+2028)",
    "\u2029": "een alineascheiding (U+2029)",
}


def unseen(text: str) -> tuple[int, str] | None:
    """The first character that may not stand in a text: its place, and what it is in words."""
    match = _UNSEEN.search(text)
    if match is None:
        return None
    what = _NAMED.get(match[0], f"een onzichtbaar teken (U+{ord(match[0]):04X})")
    return match.start(), what


def opened(path: Path, name: str, most: int = BUDGET.text_bytes) -> tuple[bytes, Finding | None]:
    """The content of a file, or nothing with the reason: SR-L005 not there, SR-L082 not to be read,
    SR-L080 too large.
    """
    try:
        if path.is_dir():
            return b"", found("SR-L005", Position(name), which="map")
        if not path.is_file() and path.exists():
            return b"", found("SR-L082", Position(name), {"reden": "het is geen gewoon bestand"})
        if path.stat().st_size > most:
            said = {"wat": f"het is groter dan {most // 1_000_000} MB"}
            return b"", found("SR-L080", Position(name), said)
        return path.read_bytes(), None
    except FileNotFoundError:
        return b"", found("SR-L005", Position(name), which="ontbreekt")
    except OSError as problem:
        return b"", found("SR-L082", Position(name), {"reden": why_not_read(problem)})
