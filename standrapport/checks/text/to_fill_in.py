# SPDX-License-Identifier: EUPL-1.2
"""Texts that only say what must come there: what a new document begins with, and what people put in
one of their own. In a draft they are told, in a final report they may not stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...core.model import Edition, Finding, Position, Severity
from ...messages import found

# What `new --soort beantwoording` writes to be replaced; each is a whole value of its key.
TO_FILL_IN = {
    "titel": "Antwoorden op vragen over …",
    "organisatie": "Naam van de organisatie",
    "aan": "Naam en adres van wie de vragen stelde",
    "kenmerk": "kenmerk van de vragen",
    "aanhef": "Geachte …,",
    "vraag": "Hier komt de eerste vraag, in uw eigen woorden.",
    "antwoord": "Hier komt het antwoord. Een cijfer noemt u bij zijn naam, zoals in een verslag.",
    "naam": "Naam van wie ondertekent",
}
_FILL_IN = re.compile(
    rf"(?:^|[:-])\s+[\"']?(?P<own>{'|'.join(map(re.escape, TO_FILL_IN.values()))})[\"']?\s*$"
    r"|(?P<any>\bTO[D]O\b|\bXXX+\b|\[(?:nog )?in\s?(?:te )?vullen\]|\blorem ipsum\b"
    r"|\bGeachte (?:…|\.{3}))",
    re.IGNORECASE,
)
_NO_TEXTS = {"nakijken.yaml", "opmerkingen.yaml"}


def filled_in(project: Path, edition: Edition) -> list[Finding]:
    """SR-S075 for every text that is only there to be replaced: it may not become definitive."""
    severity = Severity.ERROR if edition.status == "definitief" else Severity.WARNING
    folder = project / f"content/{edition.year}"
    return [
        found(
            "SR-S075",
            Position(path.relative_to(project).as_posix(), number, at + 1),
            {"tekst": words},
            severity=severity,
        )
        for path in sorted(folder.glob("*.yaml"))
        if path.name not in _NO_TEXTS
        for number, line in enumerate(_lines(path), 1)
        for at, words in _to_fill_in(line)
    ]


def _lines(path: Path) -> list[str]:
    """The lines of a file; one that cannot be read has been reported."""
    try:
        return path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _to_fill_in(line: str) -> Iterator[tuple[int, str]]:
    if not line.lstrip().startswith("#") and (match := _FILL_IN.search(line)):
        name = "own" if match["own"] else "any"
        yield match.start(name), match[name]
