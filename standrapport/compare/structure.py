"""Blocks and chapters that came, went, moved or were set otherwise, and the dates and status of the edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .changes import StructureChange
from .matching import Match
from .snapshot import SeenBlock, SeenChapter, Snapshot
from .words import text_of

_FRONT = {"organisation": "organisatie", "date": "datum", "reference_date": "peildatum"}


def compare_structure(old: Snapshot, new: Snapshot, matched: Match) -> tuple[StructureChange, ...]:
    """Every change of the build-up: the edition itself, chapters, then blocks in the order of the new edition."""
    return (*_front(old, new), *_chapters(matched), *_blocks(old, new, matched))


def _front(old: Snapshot, new: Snapshot) -> Iterator[StructureChange]:
    for name, field in _FRONT.items():
        before, after = text_of(old.front[name]), text_of(new.front[name])
        if before != after:
            yield StructureChange("changed", "editie", "Omslag", field=field, old=before, new=after)
    if old.status != new.status:
        yield StructureChange("changed", "editie", "Omslag", field="status", old=old.status, new=new.status)


def _chapters(matched: Match) -> Iterator[StructureChange]:
    for chapter in matched.old_chapters:
        yield StructureChange("removed", "hoofdstuk", chapter.words, old_chapter=chapter.words)
    for chapter in matched.new_chapters:
        yield StructureChange("added", "hoofdstuk", chapter.words, new_chapter=chapter.words)
    for before, after in matched.chapters:
        if after.name in matched.moved_chapters:
            yield StructureChange("moved", "hoofdstuk", after.words, before.words, after.words)


def _blocks(old: Snapshot, new: Snapshot, matched: Match) -> Iterator[StructureChange]:
    before = {chapter.name: chapter for chapter in old.chapters}
    after = {chapter.name: chapter for chapter in new.chapters}
    for block in matched.old_blocks:
        chapter = before[block.chapter].words
        yield StructureChange("removed", block.kind, block.name, old_chapter=chapter, old=_after(block, before), text=text_of(block.text))
    for block in matched.new_blocks:
        chapter = after[block.chapter].words
        yield StructureChange("added", block.kind, block.name, new_chapter=chapter, new=_after(block, after), text=text_of(block.text))
    for one, other in matched.blocks:
        chapters = before[one.chapter].words, after[other.chapter].words
        if (one.chapter, one.id) in matched.moved:
            yield StructureChange("moved", other.kind, other.name, *chapters, old=_after(one, before), new=_after(other, after))
        for field, was, now in _settings(one, other, old.year, new.year):
            yield StructureChange("changed", other.kind, other.name, *chapters, field, was, now)


def _after(block: SeenBlock, chapters: Mapping[str, SeenChapter]) -> str:
    """Where a block stands: 'na …' or 'vooraan'."""
    blocks = chapters[block.chapter].blocks
    at = next(number for number, one in enumerate(blocks) if one is block)
    return f"na '{blocks[at - 1].name}'" if at else "vooraan"


def _settings(one: SeenBlock, other: SeenBlock, old_year: int, new_year: int) -> Iterator[tuple[str, str, str]]:
    if one.kind != other.kind:
        yield "soort", one.kind, other.kind
    for name in sorted({*one.settings, *other.settings}):
        before, after = one.settings.get(name, ()), other.settings.get(name, ())
        # Years that keep their distance to the report year came along with it.
        along = name == "jaren" and [year - old_year for year in before] == [year - new_year for year in after]
        if before != after and not along:
            yield name, words_of(before), words_of(after)
    if one.status != other.status:
        yield "status", one.status, other.status
    if one.agreed != other.agreed:
        yield "akkoord", one.agreed or "niemand", other.agreed or "niemand"


def words_of(values: Sequence[Any]) -> str:
    """A setting in words: a list with commas, years in a row as '2018..2021'."""
    years = [value for value in values if isinstance(value, int)]
    if len(values) > 2 and years == list(range(years[0] if years else 0, (years[0] if years else 0) + len(values))):
        return f"{years[0]}..{years[-1]}"
    return ", ".join(str(value) for value in values) or "niets"
