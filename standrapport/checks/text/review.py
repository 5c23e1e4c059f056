# SPDX-License-Identifier: EUPL-1.2
"""What must still be looked at in a new edition: a note each in a concept, an error in a
definitive report.

Texts that only say what must come there: what a new document begins with, and what people put in
one of their own. In a draft they are told, in a final report they may not stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ...core.formula import nearest
from ...core.model import Edition, Finding, Position, ReviewItem, Severity
from ...core.notation import join_names
from ...core.words import Phrase
from ...messages import amount_of, found
from .texts import texts_of


def open_items(edition: Edition, place: str | None = None) -> tuple[ReviewItem, ...]:
    """The items nobody has looked at; with `place` those of one block (chapter/id)."""
    return tuple(
        one for one in edition.review if one.open and (place is None or one.place == place)
    )


def where_is(edition: Edition, item: ReviewItem) -> Position | None:
    """Where the sentence of an item stands in its block; None when it was rewritten since."""
    words = r"\s+".join(re.escape(word) for word in item.sentence.split())
    for place in texts_of(edition):
        block = f"{place.chapter}/{place.block.id}" if place.block else place.chapter
        if block == item.place and (match := re.search(words, place.text.raw)):
            return place.text.place(match.start())
    return None


def review_findings(edition: Edition) -> list[Finding]:
    """SR-S024 for what is still open: each item in a concept, all together when definitive."""
    waiting = open_items(edition)
    if edition.status != "definitief":
        return list(_notes(edition, waiting))
    if not waiting and not edition.reminders:
        return []
    parts = []
    if waiting:
        parts.append(f"{amount_of(len(waiting), 'zin', 'zinnen')} uit nakijken.yaml")
    if edition.reminders:
        blocks = amount_of(len(edition.reminders), "blok", "blokken")
        parts.append(f"{blocks} met '# Nakijken'")
    verb = "is" if len(waiting) + len(edition.reminders) == 1 else "zijn"
    places = [where_is(edition, one) or one.position for one in waiting]
    said = {"wat": f"{' en '.join(parts)} {verb}", "jaar": edition.year}
    return [
        found(
            "SR-S024",
            (*places, *edition.reminders),
            said,
            which="definitief",
            severity=Severity.ERROR,
            year=edition.year,
        )
    ]


def _notes(edition: Edition, waiting: tuple[ReviewItem, ...]) -> Iterator[Finding]:
    """One note per open item and per reminder."""
    for one in waiting:
        place = where_is(edition, one)
        said = {
            "nummer": one.number,
            "blok": one.place,
            "zin": one.sentence,
            "waarom": one.why,
            "jaar": edition.year,
        }
        which = "" if place else "herschreven"
        yield found("SR-S024", place or one.position, said, which=which, year=edition.year)
    told = {one.place for one in waiting}
    above = {
        (block.position.file, (block.position.line or 0) - 1)
        for chapter in edition.chapters
        for block in chapter.blocks
        if f"{chapter.name}/{block.id}" in told
    }
    for reminder in edition.reminders:
        if (reminder.file, reminder.line) not in above:  # else its sentences have been named
            yield found("SR-S024", reminder, which="herinnering", year=edition.year)


def remark_findings(edition: Edition) -> list[Finding]:
    """SR-S030 for remarks of readers that are open in a definitive report, all together; SR-S031
    for one about a block that is not there.
    """
    known = {"rapport"} | {chapter.name for chapter in edition.chapters}
    known |= {
        f"{chapter.name}/{block.id}" for chapter in edition.chapters for block in chapter.blocks
    }
    findings = []
    for one in edition.remarks:
        if one.open and one.block not in known:
            close = nearest(one.block, sorted(known))
            hint = f" Bedoelt u {close[0]}?" if close else ""
            said = {"nummer": one.number, "blok": one.block, "hint": hint}
            findings.append(found("SR-S031", one.position, said, year=edition.year))
    waiting = [one for one in edition.remarks if one.open]
    if edition.status == "definitief" and waiting:
        said = {
            "aantal": amount_of(len(waiting), "opmerking", "opmerkingen"),
            "staan": "staat" if len(waiting) == 1 else "staan",
            "nummers": join_names([str(one.number) for one in waiting]),
            "jaar": edition.year,
        }
        places = [one.position for one in waiting]
        findings.append(found("SR-S030", places, said, year=edition.year))
    return findings


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
_PLACEHOLDERS = "|".join(map(re.escape, TO_FILL_IN.values())).replace("\\ ", " ")
_FILL_IN = Phrase(
    rf"(?:^|[:-])\s+[\"']?(?P<own>{_PLACEHOLDERS})[\"']?\s*$"
    r"|(?P<any>\b(?:T)ODO\b|\bXXX+\b|\[(?:nog )?in\s?(?:te )?vullen\]|\blorem ipsum\b"
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
    """The lines of a file in which something may be to fill in; one that cannot be read has been
    reported.
    """
    try:
        words = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    return words.splitlines() if _FILL_IN.may_be_in(words) else []


def _to_fill_in(line: str) -> Iterator[tuple[int, str]]:
    if not line.lstrip().startswith("#") and (match := _FILL_IN.search(line)):
        name = "own" if match["own"] else "any"
        yield match.start(name), match[name]
