# SPDX-License-Identifier: EUPL-1.2
"""From one edition to the other in steps: what stays, what changes, what goes and what comes.

The steps with an old side are the old edition in its order, those with a new side the new one: so
whoever rejects every change has the old document, and whoever accepts them the new.

An edition of a comparison as what a document holds: paragraphs and tables, block by block.

Made of a snapshot, so that a built edition of which only the manifest is left has a document too.
The figures a block shows outside its words (in a table, a chart, on cards) stand in a table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from ..core.frozen import dataclass
from ..core.model import Used
from ..review.compare import Snapshot
from ..review.compare.matching import match
from ..review.compare.snapshot import SeenBlock
from ..review.compare.words import Token, text_of
from .pairing import paired, similarity

FRONT = ("", "")
_FRONT_STYLES = (("title", "Title"), ("subtitle", "Subtitle"), ("caveat", "Bron"))
_FRONT_LINES = (("organisation", "Organisatie"), ("date", "Datum"), ("reference_date", "Peildatum"))
_SHAPES = (
    (re.compile(r"#{1,6} "), "Heading3"),
    (re.compile(r"[-*+] "), "ListBullet"),
    (re.compile(r"\d+[.)] "), "ListNumber"),
)
_PARAGRAPHS = re.compile(r"\n\n|\n(?=[-*+] |\d+[.)] )")


@dataclass(frozen=True)
class ComparedLine:
    """A paragraph: its style and its words."""

    style: str
    words: str


@dataclass(frozen=True)
class ComparedTable:
    """A table: its rows, the first with the headings; `refs` are the figures in it."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    refs: frozenset[str] = frozenset()

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.rows[0])


Item = ComparedLine | ComparedTable


@dataclass(frozen=True)
class ComparedSection:
    """The front page, the head of a chapter, or a block; `place` is its chapter and id."""

    place: tuple[str, str]
    items: tuple[Item, ...]


def sections_of(side: Snapshot) -> list[ComparedSection]:
    """Everything in an edition, in order."""
    found = [ComparedSection(FRONT, tuple(_front(side)))]
    used: dict[tuple[str, str], list[Used]] = {}
    for use in side.used:
        used.setdefault((use.chapter, use.block), []).append(use)
    for chapter in side.chapters:
        title = tuple(_lines(chapter.title, "Heading1"))
        found.append(ComparedSection((chapter.name, ""), title))
        for block in chapter.blocks:
            place = (chapter.name, block.id)
            items = _block(side, block, used.get(place, ()))
            found.append(ComparedSection(place, tuple(items)))
    return found


def _front(side: Snapshot) -> Iterator[Item]:
    for name, style in _FRONT_STYLES:
        yield from _lines(side.front[name], style)
    for name, label in _FRONT_LINES:
        words = text_of(side.front[name]).strip()
        if words and words != "None":
            yield ComparedLine("", f"{label}: {words}")
    yield ComparedLine("", f"Status: {side.status}")


def _block(side: Snapshot, block: SeenBlock, used: Sequence[Used]) -> Iterator[Item]:
    yield from _lines(block.title, "Heading2")
    yield from _lines(block.text, "")
    for name in ("bestand", "alt"):
        if name in block.settings:
            words = ", ".join(map(str, block.settings[name]))
            yield ComparedLine("Bron", f"{'Beeld' if name == 'bestand' else 'Te zien'}: {words}")
    yield from _table(side, block, used)


def _lines(side: Sequence[Token], style: str) -> Iterator[ComparedLine]:
    for words in _PARAGRAPHS.split(text_of(side)):
        shown = " ".join(words.replace("**", "").split())
        if shown:
            yield _line(shown, style)


def _line(words: str, style: str) -> ComparedLine:
    for shape, name in _SHAPES:
        if not style and (match := shape.match(words)):
            return ComparedLine(name, words[match.end() :])
    return ComparedLine(style, words)


def _table(side: Snapshot, block: SeenBlock, used: Sequence[Used]) -> Iterator[ComparedTable]:
    """The figures a block shows besides its words: a row each, a column per year."""
    said = Counter(token.text for token in (*block.title, *block.text) if token.expression)
    cells: dict[tuple[str, str | None], dict[int, str]] = {}
    for use in used:
        if said[use.text]:
            said[use.text] -= 1
        elif use.ref in side.definitions:
            cells.setdefault((use.ref, use.key), {}).setdefault(use.year, use.text)
    if not cells:
        return
    years = sorted({year for row in cells.values() for year in row})
    rows = [
        (side.title(ref) + (f", {key}" if key else ""), *(row.get(year, "") for year in years))
        for (ref, key), row in cells.items()
    ]
    name = f"{block.kind.capitalize()}: {block.name}"
    heads = (name, *map(str, years))
    yield ComparedTable(name, (heads, *rows), frozenset(ref for ref, _ in cells))


_WORD = re.compile(r"\s+|\w+(?:[.,]\d+)*|[^\w\s]")
_LEAST = 2  # words a paragraph has before it can be told to have moved
Spans = list[tuple[str, str]]  # stretches of words with '', 'removed' or 'added'


@dataclass(frozen=True)
class RedlineStep:
    """An item of the old edition beside one of the new; `move` numbers one that went elsewhere."""

    old: Item | None
    new: Item | None
    move: int = 0


def steps_of(old: Snapshot, new: Snapshot) -> list[RedlineStep]:
    """Every step, in the order of the document."""
    before, after = sections_of(old), sections_of(new)
    left, right = _named(old, new, before, after)
    found: list[RedlineStep] = []
    for one, other in _beside(left, right):
        olds = before[one].items if one is not None else ()
        news = after[other].items if other is not None else ()
        found += _items(olds, news)
    return _with_moves(found)


def _named(
    old: Snapshot,
    new: Snapshot,
    before: Sequence[ComparedSection],
    after: Sequence[ComparedSection],
) -> tuple[list[Hashable], list[Hashable]]:
    """A name for every section of both sides, the same where they are one block."""
    matched = match(old, new)
    same = {(a.name, ""): (b.name, "") for a, b in matched.chapters}
    same |= {(a.chapter, a.id): (b.chapter, b.id) for a, b in matched.blocks}
    same[before[0].place] = after[0].place
    left: list[Hashable] = [same.get(one.place, ("went", *one.place)) for one in before]
    return left, [one.place for one in after]


def _beside(
    left: Sequence[Hashable], right: Sequence[Hashable]
) -> Iterator[tuple[int | None, int | None]]:
    """Numbers of what is the same on both sides, in order; what is on one side beside None."""
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(range(a, b), range(c, d), strict=True)
        else:
            yield from ((number, None) for number in range(a, b))
            yield from ((None, number) for number in range(c, d))


def _items(olds: Sequence[Item], news: Sequence[Item]) -> Iterator[RedlineStep]:
    """The items of one block on both sides."""
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from (RedlineStep(*pair) for pair in zip(olds[a:b], news[c:d], strict=True))
            continue
        score = [[_alike(one, other) for other in news[c:d]] for one in olds[a:b]]
        for row, column in paired(score, b - a, d - c):
            yield RedlineStep(
                None if row is None else olds[a + row], None if column is None else news[c + column]
            )


def _alike(one: Item, other: Item) -> float:
    """How much two items are one, changed: a line of another style is another line, and a table
    with another number of columns another table.
    """
    if isinstance(one, ComparedTable) and isinstance(other, ComparedTable):
        return 1.0 if one.columns == other.columns else 0.0
    if isinstance(one, ComparedLine) and isinstance(other, ComparedLine):
        return similarity(one.words, other.words) if one.style == other.style else 0.0
    return 0.0


def _with_moves(steps: Sequence[RedlineStep]) -> list[RedlineStep]:
    """Paragraphs that went here and came there, word for word, and stand in each edition once."""
    gone, came = (
        Counter(side for step in steps if (side := _alone(step, where)) is not None)
        for where in ("old", "new")
    )
    both = [
        item
        for item, count in gone.items()
        if count == came[item] == 1 and len(item.words.split()) >= _LEAST
    ]
    numbers = {item: number for number, item in enumerate(both, 1)}
    found = []
    for step in steps:
        item = _alone(step, "old") or _alone(step, "new")
        move = 0 if item is None else numbers.get(item, 0)
        found.append(RedlineStep(step.old, step.new, move))
    return found


def _alone(step: RedlineStep, where: str) -> ComparedLine | None:
    """The line of a step that stands on this side only."""
    own, other = (step.old, step.new) if where == "old" else (step.new, step.old)
    return own if other is None and isinstance(own, ComparedLine) else None


def rows_beside(
    old: ComparedTable | None, new: ComparedTable | None
) -> Iterator[tuple[tuple[str, ...] | None, tuple[str, ...] | None]]:
    """The rows of two tables, the same figure beside itself; headings beside headings. Those of a
    table that stands on one side are beside nothing.
    """
    if old is None or new is None:
        yield from ((line, None) for line in (old.rows if old else ()))
        yield from ((None, line) for line in (new.rows if new else ()))
        return
    yield old.rows[0], new.rows[0]
    left, right = ([row[0] for row in one.rows[1:]] for one in (old, new))
    for one, other in _beside(left, right):
        yield (
            None if one is None else old.rows[1 + one],
            None if other is None else new.rows[1 + other],
        )


def spans_of(old: str, new: str) -> Spans:
    """The words of both as stretches: without what was added they are the old words, without what
    was removed the new.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    found: Spans = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("".join(before[a:b]), ""))
            continue
        found += [("".join(before[a:b]), "removed")] if b > a else []
        found += [("".join(after[c:d]), "added")] if d > c else []
    return found
