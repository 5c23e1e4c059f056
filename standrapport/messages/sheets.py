# SPDX-License-Identifier: EUPL-1.2
"""Overviews of a whole edition: all rules with how they came out, and where the blocks stand.

Rules are told as Dutch sentences with their test; standings as lines for a terminal and as JSON.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby
from typing import Any

from ..core.frozen import dataclass
from ..core.model import (
    BlockStanding,
    Catalogue,
    Outcome,
    Position,
    Remark,
    ReviewItem,
    RuleYears,
    Standing,
    Verdict,
)
from ..core.notation import format_datum, join_names
from .as_text import amount_of

_SIGNS = {
    "==": "is gelijk aan",
    "!=": "is niet gelijk aan",
    "<=": "is hoogstens",
    ">=": "is minstens",
    "<": "is kleiner dan",
    ">": "is groter dan",
}


def rules_sheet(catalogue: Catalogue, outcomes: Iterable[Outcome]) -> str:
    """A line of explanation, the comparison in words, and the outcome per verdict for
    every rule.
    """
    by_rule: dict[str, dict[Verdict, dict[int, None]]] = defaultdict(lambda: defaultdict(dict))
    for outcome in outcomes:
        by_rule[outcome.rule.id][outcome.verdict].setdefault(outcome.year)
    lines = [f"{len(catalogue.rules)} regels", ""]
    for rule in catalogue.rules:
        years = (
            rule.years.value
            if isinstance(rule.years, RuleYears)
            else join_names([str(year) for year in rule.years])
        )
        lines.append(f"{rule.id} ({rule.severity.word}; jaren: {years})")
        lines.append(f"  {rule.explanation}")
        lines.append(f"  {in_words(rule.test)}")
        found = [
            f"{verdict.word} in {join_names([str(y) for y in sorted(when)])}"
            for verdict, when in by_rule[rule.id].items()
        ]
        lines.append(f"  Uitkomst: {'; '.join(found) if found else 'niet getoetst'}.")
        lines.append("")
    return "\n".join(lines).rstrip()


def in_words(test: str) -> str:
    """A comparison with its sign in words."""
    for sign, words in _SIGNS.items():
        left, found, right = test.partition(f" {sign} ")
        if found:
            return f"{left} {words} {right}"
    return test


_WAITING = {
    Standing.CHANGED: "Opnieuw nakijken, gewijzigd na akkoord",
    Standing.UNSIGNED: "Akkoord zonder naam, geef akkoord met naam",
    Standing.EDITING: "In redactie, wacht op akkoord",
    Standing.CONCEPT: "Nog concept",
}


@dataclass(frozen=True)
class Waiting:
    """What keeps an edition from being definitive besides agreement: sentences that lean on the
    year, comments '# Nakijken', and claims that no longer hold.
    """

    items: Sequence[ReviewItem] = ()
    reminders: Sequence[Position] = ()
    flipped: Sequence[Outcome] = ()
    remarks: Sequence[Remark] = ()
    roles: Mapping[str, Sequence[str]] = field(default_factory=dict)


_NOTHING = Waiting()


def standing_lines(
    year: int, status: str, standings: Sequence[BlockStanding], waiting: Waiting = _NOTHING
) -> list[str]:
    """The count, every block by chapter with its number, and who must still look at what."""
    agreed = sum(one.standing is Standing.AGREED for one in standings)
    blocks = amount_of(len(standings), "blok", "blokken")
    lines = [f"Editie {year} ({status}): {agreed} van {blocks} akkoord."]
    chapter = ""
    width = max((len(one.standing.value) for one in standings), default=0)
    for one in standings:
        if one.chapter != chapter:
            chapter = one.chapter
            lines += ["", chapter]
        words = f"{one.title} ({one.block.kind})" if one.title else one.block.kind
        lines.append(f"  {one.number:>3}  {one.standing.value:<{width}}  {words}{_agreement(one)}")
    todo = _todo(standings)
    lines += ["", *(todo or ["Alle blokken zijn akkoord."])]
    lines += _role_lines(standings, waiting.roles)
    return [*lines, *_remark_lines(year, waiting.remarks), *_review_lines(year, waiting)]


def in_ranges(numbers: Sequence[int]) -> str:
    """Numbers in words, three or more in a row as a range: '1 t/m 5, 7 en 9'."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words: list[str] = []
    for run in runs:
        words += [f"{run[0]} t/m {run[-1]}"] if len(run) > 2 else [str(one) for one in run]
    return join_names(words)


def _role_lines(
    standings: Sequence[BlockStanding], roles: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Per role who signed what, and what still waits."""
    if not roles:
        return
    yield ""
    yield "Akkoord per rol:"
    for role, people in roles.items():
        for person in dict.fromkeys((*people, *_signers(standings, role))):
            held, stale = (
                [
                    one.number
                    for one in standings
                    for given in one.block.agreements
                    if (given.role, given.by) == (role, person) and one.holds(given) is holds
                ]
                for holds in (True, False)
            )
            told = [f"akkoord op {in_ranges(held)}"] if held else []
            told += [f"{in_ranges(stale)} daarna gewijzigd"] if stale else []
            yield f"  {role}, {person}: {'; '.join(told) or 'nog niets'}"
        left = [one.number for one in standings if not one.signed_for(role)]
        yield f"  {role}: {f'wacht op {in_ranges(left)}' if left else 'alles akkoord'}."


def _signers(standings: Sequence[BlockStanding], role: str) -> Iterator[str]:
    for one in standings:
        yield from (given.by for given in one.block.agreements if given.role == role)


def _remark_lines(year: int, remarks: Sequence[Remark]) -> Iterator[str]:
    """The remarks of readers that are open, block by block."""
    left = [one for one in remarks if one.open]
    if not left:
        return
    yield ""
    yield f"Open opmerkingen: {len(left)}."
    block = None
    for one in sorted(left, key=lambda remark: (remark.block, remark.number)):
        if one.block != block:
            block = one.block
            yield f"  {block}"
        about = f" over '{one.about}'" if one.about else ""
        yield f"  {one.number:>3}  {one.by}{about}: {' '.join(one.text.split())}"
    yield f"Afgehandeld? Typ: standrapport opmerking {year} NUMMER --afgehandeld TEKST"


def _review_lines(year: int, waiting: Waiting) -> Iterator[str]:
    """What must still be looked at, with the numbers that close it."""
    left = [one for one in waiting.items if one.open]
    if waiting.items:
        many = amount_of(
            len(waiting.items), "zin die op het jaar leunt", "zinnen die op het jaar leunen"
        )
        yield ""
        yield f"Nakijken: {len(waiting.items) - len(left)} van {many} nagekeken."
    place = ""
    for one in left:
        if one.place != place:
            place = one.place
            yield f"  {place}"
        yield f"  {one.number:>3}  '{one.sentence}' {one.why}"
    if left:
        yield f"Nagekeken? Typ: standrapport nagekeken {year} NUMMER --door NAAM"
    for reminder in waiting.reminders:
        yield f"{reminder.file}:{reminder.line}: hier staat nog '# Nakijken'."
    for outcome in waiting.flipped:
        block = outcome.rule.id.partition("#")[0]
        yield f"De bewering bij {block} klopt niet meer: {outcome.rule.test}"


def _agreement(one: BlockStanding) -> str:
    if one.standing not in (Standing.AGREED, Standing.CHANGED):
        return ""
    return f", akkoord van {one.agreed_by} op {format_datum(one.agreed_on)}"


def _todo(standings: Sequence[BlockStanding]) -> list[str]:
    lines = []
    for standing, words in _WAITING.items():
        for person in dict.fromkeys(
            one.agreed_by if standing is Standing.CHANGED else ""
            for one in standings
            if one.standing is standing
        ):
            told = []
            found = [
                one
                for one in standings
                if one.standing is standing and (not person or one.agreed_by == person)
            ]
            for changed, group in groupby(found, key=lambda one: one.changed):
                numbers = in_ranges([one.number for one in group])
                told.append(f"{numbers} ({changed} gewijzigd)" if changed else numbers)
            lines.append(f"{words}{f' van {person}' if person else ''}: {join_names(told)}.")
    return lines


def standings_as_dict(
    year: int, status: str, standings: Sequence[BlockStanding], waiting: Waiting = _NOTHING
) -> dict[str, Any]:
    """The same for machines: `todo` is false for agreed blocks only, `open` for what was looked
    at.
    """
    return {
        "schema": "standrapport/status/1",
        "year": year,
        "status": status,
        "agreed": sum(one.standing is Standing.AGREED for one in standings),
        "blocks": [_standing_as_dict(one) for one in standings],
        "review": [
            {
                "number": one.number,
                "block": one.place,
                "sentence": one.sentence,
                "why": one.why,
                "open": one.open,
                "by": one.by or None,
                "on": one.on or None,
                "file": one.position.file,
                "line": one.position.line,
            }
            for one in waiting.items
        ],
        "reminders": [{"file": one.file, "line": one.line} for one in waiting.reminders],
        "flipped": [
            {"block": one.rule.id.partition("#")[0], "claim": one.rule.test}
            for one in waiting.flipped
        ],
        "roles": {name: list(people) for name, people in waiting.roles.items()},
        "remarks": [_remark_as_dict(one) for one in waiting.remarks],
    }


def _remark_as_dict(one: Remark) -> dict[str, Any]:
    return {
        "number": one.number,
        "block": one.block,
        "by": one.by,
        "on": one.on,
        "about": one.about or None,
        "text": one.text,
        "answers": one.answers or None,
        "open": one.open,
        "closed": one.closed or None,
        "file": one.position.file,
        "line": one.position.line,
    }


def _standing_as_dict(one: BlockStanding) -> dict[str, Any]:
    return {
        "number": one.number,
        "chapter": one.chapter,
        "block": one.block.id,
        "kind": one.block.kind,
        "title": one.title,
        "standing": one.standing.value,
        "todo": one.standing is not Standing.AGREED,
        "by": one.agreed_by or None,
        "on": one.agreed_on or None,
        "changed": one.changed or None,
        "agreements": [
            {"role": given.role or None, "by": given.by, "on": given.on, "holds": one.holds(given)}
            for given in one.block.agreements
        ],
        "fingerprint": one.fingerprint,
        "file": one.block.position.file,
        "line": one.block.position.line,
    }
