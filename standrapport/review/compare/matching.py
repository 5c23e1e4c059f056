# SPDX-License-Identifier: EUPL-1.2
"""Which block of one edition is which block of the other: by what it holds, then by name, then by
likeness; and which moved.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from ...core.frozen import dataclass
from .snapshot import SeenBlock, SeenChapter, Snapshot
from .words import keys

_ALIKE = 0.5  # share of words two blocks must have in common to be the same block, edited
_SAME_CHAPTER = 0.1  # what standing in the same chapter adds to it


@dataclass(frozen=True)
class Match:
    """What stands in both editions and what in one.

    `moved` are the blocks of `blocks` that stand elsewhere now.
    """

    chapters: tuple[tuple[SeenChapter, SeenChapter], ...]
    old_chapters: tuple[SeenChapter, ...]
    new_chapters: tuple[SeenChapter, ...]
    moved_chapters: frozenset[str]
    blocks: tuple[tuple[SeenBlock, SeenBlock], ...]
    old_blocks: tuple[SeenBlock, ...]
    new_blocks: tuple[SeenBlock, ...]
    moved: frozenset[tuple[str, str]]


def match(old: Snapshot, new: Snapshot) -> Match:
    """Match chapters and blocks; pairs in the order of the new edition.

    The other way round gives the same pairs, turned.
    """
    chapters = _pair(
        old.chapters,
        new.chapters,
        [lambda a, b: a.name == b.name, lambda a, b: bool(a.title) and a.title == b.title],
    )
    same = Together(frozenset((a.name, b.name) for a, b in chapters))
    left, right = _blocks(old), _blocks(new)
    pairs: Pairs = set()
    for score in (same.identical, same.namesake, same.likeness):
        pairs |= _greedy(_without(left, pairs, 0), _without(right, pairs, 1), score)
    ordered = sorted(pairs, key=lambda pair: pair[1])
    blocks = {(i, j): (left[i][1], right[j][1]) for i, j in ordered}
    old_matched, new_matched = {a.name for a, _ in chapters}, {b.name for _, b in chapters}
    return Match(
        chapters=chapters,
        old_chapters=tuple(c for c in old.chapters if c.name not in old_matched),
        new_chapters=tuple(c for c in new.chapters if c.name not in new_matched),
        moved_chapters=_moved_chapters(old, new, chapters),
        blocks=tuple((a.block, b.block) for a, b in blocks.values()),
        old_blocks=tuple(one.block for _, one in _without(left, pairs, 0)),
        new_blocks=tuple(one.block for _, one in _without(right, pairs, 1)),
        moved=_moved_blocks(blocks, chapters),
    )


@dataclass(frozen=True, eq=False)
class Weighed:
    """A block with what it is compared by: all it holds, and its words."""

    block: SeenBlock
    content: tuple[object, ...]
    words: Counter[str]


Numbered = list[tuple[int, Weighed]]
Pairs = set[tuple[int, int]]


@dataclass(frozen=True)
class Together:
    """How much two blocks are one, 0 when not at all, given the `chapters` that are."""

    chapters: frozenset[tuple[str, str]]

    def holds(self, a: SeenBlock, b: SeenBlock) -> bool:
        """Whether both stand in the same chapter."""
        return (a.chapter, b.chapter) in self.chapters

    def identical(self, one: Weighed, other: Weighed) -> float:
        """The same content; better in the same chapter, and with the same id."""
        if one.content != other.content:
            return 0
        return 1 + self.holds(one.block, other.block) + (one.block.id == other.block.id)

    def namesake(self, one: Weighed, other: Weighed) -> float:
        """Same kind, title and id in the same chapter: that block, however much was rewritten."""
        a, b = one.block, other.block
        named = (
            bool(a.title) and (a.id, a.kind) == (b.id, b.kind) and keys(a.title) == keys(b.title)
        )
        return float(named and self.holds(a, b))

    def likeness(self, one: Weighed, other: Weighed) -> float:
        """The share of words in common, when large enough; more is needed of another kind."""
        a, b = one.block, other.block
        total = one.words.total() + other.words.total()
        alike = 2 * (one.words & other.words).total() / total if total else 0
        needed = _ALIKE if a.kind == b.kind else (1 + _ALIKE) / 2
        return alike + _SAME_CHAPTER * self.holds(a, b) if alike >= needed else 0


def _blocks(side: Snapshot) -> Numbered:
    return list(enumerate(_weighed(block) for chapter in side.chapters for block in chapter.blocks))


def _weighed(block: SeenBlock) -> Weighed:
    words = Counter((*keys(block.title), *keys(block.text), *_setting_words(block)))
    return Weighed(block, _content(block), words)


def _without(side: Numbered, pairs: Pairs, which: int) -> Numbered:
    taken = {pair[which] for pair in pairs}
    return [(number, block) for number, block in side if number not in taken]


def _pair(
    old: Sequence[SeenChapter],
    new: Sequence[SeenChapter],
    tests: Sequence[Callable[[SeenChapter, SeenChapter], bool]],
) -> tuple[tuple[SeenChapter, SeenChapter], ...]:
    found: dict[str, SeenChapter] = {}
    taken: set[str] = set()
    for test in tests:
        for b in new:
            options = [a for a in old if a.name not in taken and b.name not in found and test(a, b)]
            if options:
                found[b.name] = options[0]
                taken.add(options[0].name)
    return tuple((found[b.name], b) for b in new if b.name in found)


def _greedy(left: Numbered, right: Numbered, score: Callable[[Weighed, Weighed], float]) -> Pairs:
    """The best pairs first, each block once.

    Ties go to blocks that stand at the same place, whichever side is called old.
    """
    scored = [(score(a, b), i, j) for i, a in left for j, b in right]
    found: Pairs = set()
    taken: tuple[set[int], set[int]] = (set(), set())
    for value, i, j in sorted(scored, key=lambda s: (-s[0], abs(s[1] - s[2]), s[1] + s[2])):
        if value > 0 and i not in taken[0] and j not in taken[1]:
            found.add((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return found


def _content(block: SeenBlock) -> tuple[object, ...]:
    return block.kind, keys(block.title), keys(block.text), tuple(sorted(_setting_words(block)))


def _setting_words(block: SeenBlock) -> list[str]:
    return [
        f"{name}: {value}"
        for name, values in block.settings.items()
        if name != "jaren"
        for value in values
    ]


Weight = tuple[int, int, int]


def _in_order(weights: Mapping[tuple[int, int], Weight]) -> Pairs:
    """The heaviest set of pairs (old place, new place) that kept their order."""
    ordered = sorted(weights, key=lambda pair: pair[1])
    best: list[tuple[Weight, int | None]] = []
    for at, pair in enumerate(ordered):
        start: tuple[Weight, int | None] = ((0, 0, 0), None)
        options = [start, *((best[k][0], k) for k in range(at) if ordered[k][0] < pair[0])]
        total, before = max(options, key=lambda option: option[0])
        own = weights[pair]
        best.append(((total[0] + own[0], total[1] + own[1], total[2] + own[2]), before))
    kept: Pairs = set()
    step = max(range(len(best)), key=lambda k: best[k][0]) if best else None
    while step is not None:
        kept.add(ordered[step])
        step = best[step][1]
    return kept


def _weight(words: int, *contents: object) -> Weight:
    """One, its words, and a number made from what it holds: most are kept, then most words.

    A last tie falls alike on both sides.
    """
    mark = "".join(sorted(repr(content) for content in contents))
    return 1, words, int.from_bytes(hashlib.sha256(mark.encode()).digest()[:6])


def _moved_blocks(
    blocks: Mapping[tuple[int, int], tuple[Weighed, Weighed]],
    chapters: Sequence[tuple[SeenChapter, SeenChapter]],
) -> frozenset[tuple[str, str]]:
    """The blocks (by old chapter and id) in another chapter, or in another order in theirs."""
    inside: dict[tuple[str, str], dict[tuple[int, int], tuple[Weighed, Weighed]]] = {
        (a.name, b.name): {} for a, b in chapters
    }
    moved: set[tuple[str, str]] = set()
    for pair, (a, b) in blocks.items():
        where = (a.block.chapter, b.block.chapter)
        if where in inside:
            inside[where][pair] = (a, b)
        else:
            moved.add((a.block.chapter, a.block.id))
    for together in inside.values():
        kept = _in_order(
            {
                pair: _weight(len(a.block.text) + len(b.block.text), a.content, b.content)
                for pair, (a, b) in together.items()
            }
        )
        moved |= {
            (a.block.chapter, a.block.id) for pair, (a, _) in together.items() if pair not in kept
        }
    return frozenset(moved)


def _moved_chapters(
    old: Snapshot, new: Snapshot, chapters: Sequence[tuple[SeenChapter, SeenChapter]]
) -> frozenset[str]:
    """The chapters (by their new name) that stand in another order."""
    place = {chapter.name: number for number, chapter in enumerate(old.chapters)}
    later = {chapter.name: number for number, chapter in enumerate(new.chapters)}
    weights = {
        (place[a.name], later[b.name]): _weight(
            sum(len(block.text) for c in (a, b) for block in c.blocks), a.name, b.name
        )
        for a, b in chapters
    }
    kept = _in_order(weights)
    return frozenset(b.name for a, b in chapters if (place[a.name], later[b.name]) not in kept)
