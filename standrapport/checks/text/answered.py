# SPDX-License-Identifier: EUPL-1.2
"""What a document still has to answer: every question has its answer, every answer its question,
and nothing stands there that is only to be replaced.

All that may be so while the document is a draft (a warning); not in a final one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ...core.model import Antwoord, Block, Edition, Finding, Position, Severity, Vraag, answers_of
from ...core.notation import join_names
from ...messages import found


def answer_findings(edition: Edition) -> list[Finding]:
    """SR-N050 for questions without an answer, SR-N051 for an answer without its question."""
    blocks = {
        (chapter.name, block.id): block
        for chapter in edition.chapters
        for block in chapter.blocks
        if isinstance(block, Vraag | Antwoord)
    }
    if not blocks:
        return []
    return [*_open(edition, blocks), *_loose(edition, blocks)]


def _open(edition: Edition, blocks: Mapping[tuple[str, str], Block]) -> Iterator[Finding]:
    final = edition.status == "definitief"
    for where, number in answers_of(edition).open():
        said = {"nummer": number}
        yield found(
            "SR-N050",
            blocks[where].position,
            said,
            severity=None if final else Severity.WARNING,
        )


def _loose(edition: Edition, blocks: Mapping[tuple[str, str], Block]) -> Iterator[Finding]:
    answers = answers_of(edition)
    last = len(answers.numbers)
    for where, numbers in answers.answered.items():
        block = blocks[where]
        place: Position = block.places.get("vragen", block.position)
        if not numbers:
            yield found("SR-N051", block.position, which="voor")
        elif wrong := [number for number in numbers if not 1 <= number <= last]:
            said = {"nummers": join_names([str(one) for one in wrong]), "laatste": last}
            yield found("SR-N051", place, said)


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
    r"|(?P<any>\bTODO\b|\bXXX+\b|\[(?:nog )?in\s?(?:te )?vullen\]|\blorem ipsum\b"
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
