"""The words of the cover, the chapter titles and every block that stands in both editions, compared per block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .changes import FigureChange, TextChange
from .matching import Match
from .snapshot import Snapshot
from .uses import figures_in
from .words import Token, compare_words

_COVER = {"title": "titel", "subtitle": "ondertitel", "caveat": "kanttekening"}


def compare_texts(old: Snapshot, new: Snapshot, matched: Match, figures: Iterable[FigureChange]) -> tuple[TextChange, ...]:
    """Every text with other words. A number that changed with its figure is that figure's news, not the text's."""
    changed = {change.id.ref for change in figures}

    def explained(expression: str) -> bool:
        return old.year != new.year or not changed.isdisjoint(name.ref for name in figures_in(expression, new.year))

    work = _Work(explained)
    for name, field in _COVER.items():
        work.text(field, ("", ""), ("", ""), "Omslag", old.front[name], new.front[name])
    for before, after in matched.chapters:
        work.text("titel", (before.name, ""), (after.name, ""), after.words, before.title, after.title)
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
        self, field: str, before: tuple[str, str], after: tuple[str, str], where: str, old: Sequence[Token], new: Sequence[Token]
    ) -> None:
        """Compare one text and keep it when it differs."""
        if old == new:
            return
        result = compare_words(old, new, self.explained)
        if result.changed:
            places = before[0], after[0], before[1], after[1]
            self.found.append(TextChange(field, *places, where, result.pieces, result.paragraphs, result.references))
