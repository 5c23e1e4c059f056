# SPDX-License-Identifier: EUPL-1.2
"""Sources and definitions of the figures that both editions hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...core.notation import format_getal
from .changes import SourceChange, SourceKind
from .snapshot import Snapshot

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
