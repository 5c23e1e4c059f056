# SPDX-License-Identifier: EUPL-1.2
"""Rules, claims, declared numbers and findings that came, went, changed, or came out otherwise; and
sources and definitions of the figures that both editions hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from ...core.notation import format_getal
from .changes import CheckChange, CheckKind, CheckOrigin, SourceChange, SourceKind
from .snapshot import Snapshot, Tested

_TESTED_NOT = "niet getoetst"
_WITH_DIFFERENCE = ("violated", "unlikely")


def compare_checks(old: Snapshot, new: Snapshot) -> tuple[CheckChange, ...]:
    """Every change: rules first, then claims, declared numbers and the findings that no
    rule gave.
    """
    return (*_rules(old, new), *_claims(old, new), *_numbers(old, new), *_findings(old, new))


def _rules(old: Snapshot, new: Snapshot) -> Iterator[CheckChange]:
    before, after = _by_rule(old, "rule"), _by_rule(new, "rule")
    for name in dict.fromkeys(sorted({*before, *after})):
        was, now = before.get(name, {}), after.get(name, {})
        yield from _definition(name, was, now)
        yield from _outcomes("rule", name, was, now)


def _claims(old: Snapshot, new: Snapshot) -> Iterator[CheckChange]:
    """A claim is known by what it says.

    One that stands on both sides is the same claim, wherever it stands.
    """
    before, after = _by_rule(old, "claim"), _by_rule(new, "claim")
    stated = [
        {claim for chapter in side.chapters for block in chapter.blocks for claim in block.claims}
        for side in (old, new)
    ]
    for claim in sorted(stated[0] | stated[1]):
        was, now = before.get(claim, {}), after.get(claim, {})
        if claim not in stated[0]:
            yield CheckChange("claim", claim, "added", new=_first(now))
        elif claim not in stated[1]:
            yield CheckChange("claim", claim, "removed", old=_first(was))
        elif old.year == new.year:
            yield from _outcomes("claim", claim, was, now)
        elif _first(was) != _first(now):  # the claim is about the report year, whichever that is
            yield CheckChange("claim", claim, "outcome", old=_first(was), new=_first(now))


Outcomes = Mapping[tuple[int, str | None], Tested]


def _by_rule(side: Snapshot, origin: str) -> dict[str, Outcomes]:
    found: dict[str, dict[tuple[int, str | None], Tested]] = {}
    for tested in side.checks:
        if tested.origin == origin:
            found.setdefault(tested.rule if origin == "rule" else tested.test, {})[
                tested.year, tested.key
            ] = tested
    return dict(found)


def _first(outcomes: Outcomes) -> str:
    return next(iter(outcomes.values())).outcome if outcomes else _TESTED_NOT


def _definition(name: str, was: Outcomes, now: Outcomes) -> Iterator[CheckChange]:
    if was and now:
        one, other = next(iter(was.values())), next(iter(now.values()))
        for part in ("test", "explanation", "severity"):
            before, after = getattr(one, part), getattr(other, part)
            if before != after:
                yield CheckChange("rule", name, "changed", before, after)


def _outcomes(
    origin: CheckOrigin, name: str, was: Outcomes, now: Outcomes
) -> Iterator[CheckChange]:
    lone: list[CheckChange] = []
    for year, key in sorted({*was, *now}, key=lambda place: (place[0], place[1] or "")):
        one, other = was.get((year, key)), now.get((year, key))
        before, after = one.outcome if one else "", other.outcome if other else ""
        tested = other or one
        assert tested is not None  # the place is of one of them
        change = CheckChange(
            origin, name, "outcome", before, after, (year,), key, explanation=tested.explanation
        )
        if one is None or other is None:
            kind: CheckKind = "removed" if other is None else "added"
            lone.append(replace(change, kind=kind, key=None))
        elif before != after or (before in _WITH_DIFFERENCE and one.difference != other.difference):
            yield replace(
                change,
                kind="difference" if before == after else "outcome",
                old_difference=one.difference,
                new_difference=other.difference,
            )
    yield from _together(lone)


def _together(lone: list[CheckChange]) -> Iterator[CheckChange]:
    """Years that came or went with the same outcome as one change."""
    lone.sort(key=lambda c: (c.kind, c.old, c.new))
    for _, group in groupby(lone, key=lambda c: (c.kind, c.old, c.new)):
        several = list(group)
        yield replace(several[0], years=tuple(sorted({year for c in several for year in c.years})))


def _numbers(old: Snapshot, new: Snapshot) -> Iterator[CheckChange]:
    before, after = (
        Counter(
            number
            for chapter in side.chapters
            for block in chapter.blocks
            for number in block.numbers
        )
        for side in (old, new)
    )
    for number, reason in sorted((before - after).elements()):
        yield CheckChange("number", number, "removed", old=reason)
    for number, reason in sorted((after - before).elements()):
        yield CheckChange("number", number, "added", new=reason)


def _findings(old: Snapshot, new: Snapshot) -> Iterator[CheckChange]:
    for code, message in old.findings:
        if (code, message) not in new.findings:
            yield CheckChange("finding", code, "removed", old=message)
    for code, message in new.findings:
        if (code, message) not in old.findings:
            yield CheckChange("finding", code, "added", new=message)


Told = Mapping[str, Any]

_OF_SOURCE = {
    "title": "titel", "address": "adres", "via_press": "via de pers",
    "published": "gepubliceerd", "made_by": "uitvoerder", "rhythm": "ritme",
}  # fmt: skip
_OF_DEFINITION = {
    "title": "titel", "short": "korte titel", "table": "tabel", "unit": "eenheid",
    "population": "populatie", "definition": "definitie", "note": "noot", "decimals": "decimalen",
}  # fmt: skip


def compare_sources(old: Snapshot, new: Snapshot) -> tuple[SourceChange, ...]:
    """Sources that came, went or read otherwise.

    Definitions that read otherwise (one that came or went does so with its figures).
    """
    return (*_sources(old, new), *_definitions(old, new), *_large(old, new))


def _sources(old: Snapshot, new: Snapshot) -> Iterator[SourceChange]:
    for name in sorted({*old.sources, *new.sources}):
        before, after = old.sources.get(name), new.sources.get(name)
        if before is None or after is None:
            yield _lone("bron", name, before, after)
            continue
        for field, was, now in _fields(_OF_SOURCE, before, after):
            yield SourceChange("bron", "changed", name, str(after["title"]), field, was, now)


def _lone(what: SourceKind, name: str, before: Told | None, after: Told | None) -> SourceChange:
    """What stands in one of the editions only."""
    title = str((after or before or {}).get("title", name))
    return SourceChange(what, "removed" if after is None else "added", name, title)


def _definitions(old: Snapshot, new: Snapshot) -> Iterator[SourceChange]:
    for ref in sorted({*old.definitions} & {*new.definitions}):
        before, after = old.definitions[ref], new.definitions[ref]
        name = str(after["title"])
        breaks = [
            {str(one["year"]): one["reason"] for one in side["breaks"]} for side in (before, after)
        ]
        for field, was, now in (
            *_fields(_OF_DEFINITION, before, after),
            *_by_year("bron", before["sources"], after["sources"]),
            *_by_year("breuk in", *breaks),
        ):
            yield SourceChange("definitie", "changed", ref, name, field, was, now)


def _by_year(what: str, before: Told, after: Told) -> Iterator[tuple[str, str, str]]:
    for year in sorted({*before, *after}):
        was, now = before.get(year, ""), after.get(year, "")
        if was != now:
            yield f"{what} {year}".strip(), was or "geen", now or "geen"


def _large(old: Snapshot, new: Snapshot) -> Iterator[SourceChange]:
    """Tables of which the manifest holds no cells: whether their file differs, and how many rows it
    has.
    """
    for name in sorted({*old.large_tables, *new.large_tables}):
        before, after = old.large_tables.get(name), new.large_tables.get(name)
        if before is None or after is None:
            yield _lone("grote tabel", name, before, after)
        elif before["sha256"] != after["sha256"]:
            was, now = (
                f"{format_getal(side['rows'])} rijen, bestand {side['sha256'][:8]}"
                for side in (before, after)
            )
            yield SourceChange(
                "grote tabel", "changed", name, str(after["title"]), "inhoud", was, now
            )


def _fields(
    names: Mapping[str, str], before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    for field, words in names.items():
        if before.get(field) != after.get(field):
            yield words, _words(before.get(field)), _words(after.get(field))


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "geen" if value in (None, "") else str(value)
