# SPDX-License-Identifier: EUPL-1.2
"""Blocks and chapters that came, went, moved or were set otherwise, and the dates and status of the
edition.

The words of the cover, the chapter titles and every block that stands in both editions, compared
per block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .changes import FigureChange, StructureChange, TextChange
from .figures import figures_in
from .matching import Match
from .snapshot import SeenBlock, SeenChapter, Snapshot
from .words import Token, compare_words, text_of

_FRONT = {"organisation": "organisatie", "date": "datum", "reference_date": "peildatum"}


def compare_structure(old: Snapshot, new: Snapshot, matched: Match) -> tuple[StructureChange, ...]:
    """Every change of the build-up: the edition itself, chapters, then blocks in the order of the
    new edition.
    """
    return (*_front(old, new), *_chapters(matched), *_blocks(old, new, matched))


def _front(old: Snapshot, new: Snapshot) -> Iterator[StructureChange]:
    for name, field in _FRONT.items():
        before, after = text_of(old.front[name]), text_of(new.front[name])
        if before != after:
            yield StructureChange("changed", "editie", "Omslag", field=field, old=before, new=after)
    if old.status != new.status:
        yield StructureChange(
            "changed", "editie", "Omslag", field="status", old=old.status, new=new.status
        )


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
        chapter, where = before[block.chapter].words, _after(block, before)
        gone = StructureChange("removed", block.kind, block.name, chapter, old=where)
        yield replace(gone, text=text_of(block.text))
    for block in matched.new_blocks:
        chapter, where = after[block.chapter].words, _after(block, after)
        came = StructureChange("added", block.kind, block.name, new_chapter=chapter, new=where)
        yield replace(came, text=text_of(block.text))
    for one, other in matched.blocks:
        chapters = before[one.chapter].words, after[other.chapter].words
        if (one.chapter, one.id) in matched.moved:
            places = {"old": _after(one, before), "new": _after(other, after)}
            yield StructureChange("moved", other.kind, other.name, *chapters, **places)
        for field, was, now in _settings(one, other, old.year, new.year):
            yield StructureChange("changed", other.kind, other.name, *chapters, field, was, now)


def _after(block: SeenBlock, chapters: Mapping[str, SeenChapter]) -> str:
    """Where a block stands: 'na …' or 'vooraan'."""
    blocks = chapters[block.chapter].blocks
    at = next(number for number, one in enumerate(blocks) if one is block)
    return f"na '{blocks[at - 1].name}'" if at else "vooraan"


def _settings(
    one: SeenBlock, other: SeenBlock, old_year: int, new_year: int
) -> Iterator[tuple[str, str, str]]:
    if one.kind != other.kind:
        yield "soort", one.kind, other.kind
    for name in sorted({*one.settings, *other.settings}):
        before, after = one.settings.get(name, ()), other.settings.get(name, ())
        # Years that keep their distance to the report year came along with it.
        along = name == "jaren" and [year - old_year for year in before] == [
            year - new_year for year in after
        ]
        if before != after and not along:
            yield name, words_of(before), words_of(after)
    if one.status != other.status:
        yield "status", one.status, other.status
    if one.agreed != other.agreed:
        yield "akkoord", one.agreed or "niemand", other.agreed or "niemand"


def words_of(values: Sequence[Any]) -> str:
    """A setting in words: a list with commas, years in a row as '2018..2021'."""
    first = values[0] if len(values) > 2 else None
    if isinstance(first, int) and list(values) == list(range(first, first + len(values))):
        return f"{first}..{values[-1]}"
    return ", ".join(str(value) for value in values) or "niets"


_COVER = {"title": "titel", "subtitle": "ondertitel", "caveat": "kanttekening"}


def compare_texts(
    old: Snapshot, new: Snapshot, matched: Match, figures: Iterable[FigureChange]
) -> tuple[TextChange, ...]:
    """Every text with other words.

    A number that changed with its figure is that figure's news, not the text's; words that a filter
    makes of it ('minder', 'bijna twee derde') are.
    """
    changed = {change.id.ref for change in figures}

    def explained(expression: str) -> bool:
        return old.year != new.year or not changed.isdisjoint(
            name.ref for name in figures_in(expression, new.year)
        )

    work = _Work(explained)
    for name, field in _COVER.items():
        work.text(field, ("", ""), ("", ""), "Omslag", old.front[name], new.front[name])
    for before, after in matched.chapters:
        work.text(
            "titel", (before.name, ""), (after.name, ""), after.words, before.title, after.title
        )
    words = {chapter.name: chapter.words for chapter in new.chapters}
    for one, other in matched.blocks:
        places = (one.chapter, one.id), (other.chapter, other.id)
        where = f"{words[other.chapter]} › {other.name}"
        work.text("titel", *places, where, one.title, other.title)
        work.text("tekst", *places, where, one.text, other.text)
    return tuple(work.found)


class _Work:
    def __init__(self, explained: Callable[[str], bool]) -> None:
        self.explained = explained
        self.found: list[TextChange] = []

    def text(
        self,
        field: str,
        before: tuple[str, str],
        after: tuple[str, str],
        where: str,
        old: Sequence[Token],
        new: Sequence[Token],
    ) -> None:
        """Compare one text and keep it when it differs."""
        if old == new:
            return
        result = compare_words(old, new, self.explained)
        if result.changed:
            places = before[0], after[0], before[1], after[1]
            what = result.pieces, result.paragraphs, result.references, result.turned
            self.found.append(TextChange(field, *places, where, *what))
