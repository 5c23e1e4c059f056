# SPDX-License-Identifier: EUPL-1.2
"""Which paragraph that came back is which paragraph that was sent; and so for footnotes, which may
go together with their mark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from ...core.frozen import dataclass
from ...word.base import FIXED, Base, BaseParagraph, BaseText, LeafPlace
from ...word.pairing import ALIKE, SHORT, paired, similarity
from ...word.received import ReceivedParagraph
from ...word.units import NOTE, Atom
from .proposal import AtomEdit, PlaceChange, ProposalKind, ReaderProposal

_MOVED = 0.8  # gone here and come there, as much the same as this: moved
WHOLE = 0.9  # pieces that together are as much the same as this were one paragraph
CLOSER = 0.02
_LEAST = 3  # words a paragraph has before it can be told to have moved


@dataclass
class Pair:
    """A paragraph that was sent (`old`, its number in the base) beside one that came back (`new`);
    either may be missing. `moved_from` is the number of the one it was.
    """

    old: int | None
    new: int | None
    block: int
    moved_from: int | None = None


def aligned(base: Base, received: Sequence[ReceivedParagraph]) -> list[Pair]:
    """Every paragraph of the base and of what came back, paired where they are the same one.

    Words decide first: most paragraphs come back as they were, in the order they were, whatever a
    program did to controls and bookmarks. Those only say where something new belongs.
    """
    old_words = [one.words for one in base.paragraphs]
    new_words = [one.words.strip() for one in received]
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        olds, news = range(a, b), range(c, d)
        if kind == "equal":
            pairs += [Pair(old, new, -1) for old, new in zip(olds, news, strict=True)]
        else:
            pairs += _gap(base, received, olds, news)
    _lead(base, received, pairs)
    _place(base, received, pairs)
    return _with_moves(base, received, pairs)


def _lead(base: Base, received: Sequence[ReceivedParagraph], pairs: list[Pair]) -> None:
    """Of a paragraph that was split, or of two that were joined, the first part leads."""
    for number, (one, following) in enumerate(pairwise(pairs)):
        if following.old is None or following.new is None:
            continue
        old = base.paragraphs[following.old].words
        new = received[following.new].words.strip()
        if old == new or (one.old is None) == (one.new is None):
            continue
        alone = similarity(old, new)
        if one.new is not None:
            first = received[one.new].words.strip()
            if similarity(old, f"{first} {new}") >= max(WHOLE, alone + CLOSER):
                pairs[number] = Pair(following.old, one.new, -1)
                pairs[number + 1] = Pair(None, following.new, -1)
        elif one.old is not None:
            first = base.paragraphs[one.old].words
            if similarity(f"{first} {old}", new) >= max(WHOLE, alone + CLOSER):
                pairs[number] = Pair(one.old, following.new, -1)
                pairs[number + 1] = Pair(following.old, None, -1)


def _place(base: Base, received: Sequence[ReceivedParagraph], pairs: Sequence[Pair]) -> None:
    """Give every pair its block; what is new gets that of what it stands between, and between two
    blocks the one the document says.
    """
    following: list[int] = []
    block = base.paragraphs[-1].block if base.paragraphs else -1
    for one in reversed(pairs):
        block = block if one.old is None else base.paragraphs[one.old].block
        following.append(block)
    before = base.paragraphs[0].block if base.paragraphs else -1
    for one, after in zip(pairs, reversed(following), strict=True):
        if one.old is not None:
            before = one.block = base.paragraphs[one.old].block
            continue
        assert one.new is not None
        said = received[one.new].block
        between = said is not None and min(before, after) <= said <= max(before, after)
        one.block = said if said is not None and between else before


def _gap(
    base: Base, received: Sequence[ReceivedParagraph], olds: Sequence[int], news: Sequence[int]
) -> Iterator[Pair]:
    """Paragraphs of which none is wholly the same: those that are alike paired, in order."""
    rows, columns = len(olds), len(news)
    if rows == columns and all(base.paragraphs[number].cell for number in olds):
        yield from (Pair(old, new, -1) for old, new in zip(olds, news, strict=True))
        return
    score = [[_score(base.paragraphs[old], received[new]) for new in news] for old in olds]
    for row, column in paired(score, rows, columns):
        old = None if row is None else olds[row]
        yield Pair(old, None if column is None else news[column], -1)


def _score(old: BaseParagraph, new: ReceivedParagraph) -> float:
    if old.cell != new.cell:
        return 0.0
    found = similarity(old.words, new.words.strip())
    # A title that was written anew stays the title.
    titled = all(piece.text == FIXED or piece.unit == 0 for piece in old.pieces)
    if titled and new.kind == "h" and len(old.words) < 2 * SHORT:
        return max(found, ALIKE)
    return found


def _with_moves(base: Base, received: Sequence[ReceivedParagraph], pairs: list[Pair]) -> list[Pair]:
    """A paragraph that went here and came elsewhere has moved."""
    gone = [one for one in pairs if one.new is None and one.old is not None]
    for came in [one for one in pairs if one.old is None and one.new is not None]:
        words = received[came.new or 0].words.strip()
        if len(words.split()) < _LEAST:
            continue
        likely = [
            (similarity(base.paragraphs[one.old].words, words), one)
            for one in gone
            if one.old is not None
        ]
        found, one = max(likely, key=lambda pair: pair[0], default=(0.0, None))
        if one is not None and found >= _MOVED:
            came.moved_from = one.old
            gone.remove(one)
            pairs.remove(one)
    return pairs


_Mark = tuple[LeafPlace, str]  # a footnote: the text it is of, and what it is called there


def unit_of(base: Base, paragraph: BaseParagraph) -> tuple[int, int] | None:
    """The unit of a running text that a paragraph shows, when it shows nothing else."""
    texts = {(piece.text, piece.unit) for piece in paragraph.pieces}
    if len(texts) != 1:
        return None
    text, unit = texts.pop()
    return (text, unit) if text != FIXED and base.texts[text].prose else None


def note_marks(
    base: Base, received: Sequence[ReceivedParagraph], pairs: Sequence[Pair]
) -> Mapping[str, str]:
    """The mark of every footnote that came back, by the number it has there."""
    found = {}
    for one in pairs:
        old = one.old if one.old is not None else one.moved_from
        if old is None or one.new is None or not received[one.new].note:
            continue
        place = unit_of(base, base.paragraphs[old])
        if place is not None and (label := base.texts[place[0]].units[place[1]].label):
            found[received[one.new].note] = f"[^{label}]"
    return found


def legible(words: str) -> str:
    """Words for people: the mark of a footnote as a word."""
    return words.replace(NOTE, "[noot]")


def notes_along(proposals: Iterable[ReaderProposal], base: Base) -> list[ReaderProposal]:
    """The proposals, with every footnote that went in that by which its mark goes."""
    texts = {one.place: one for one in base.texts}
    notes: dict[_Mark, list[ReaderProposal]] = {}
    others: list[ReaderProposal] = []
    for one in proposals:
        marks = {_note_of(change, texts) for change in one.changes}
        mark = marks.pop() if len(marks) == 1 and one.kind is ProposalKind.REMOVED else None
        if mark is not None:
            notes.setdefault(mark, []).append(one)
        else:
            others.append(one)
    found = []
    for one in others:
        along = [note for mark in _marks_gone(one.changes, texts) for note in notes.pop(mark, ())]
        changes = (*one.changes, *(change for note in along for change in note.changes))
        words = "\n\n".join([one.old, *(note.old for note in along)])
        found.append(replace(one, old=words, changes=changes))
    return [*found, *(one for left in notes.values() for one in left)]


def _note_of(change: PlaceChange, texts: Mapping[LeafPlace, BaseText]) -> _Mark | None:
    """The footnote of which a change takes a paragraph out."""
    if isinstance(change.change, AtomEdit) or change.change.kind != "delete":
        return None
    label = texts[change.place].units[change.change.unit].label
    return (change.place, label) if label else None


def _marks_gone(
    changes: Sequence[PlaceChange], texts: Mapping[LeafPlace, BaseText]
) -> Iterator[_Mark]:
    """The footnotes of which changes take out the mark, and do not put it elsewhere."""
    count: Counter[_Mark] = Counter()
    for one in changes:
        edit = one.change
        units = texts[one.place].units
        went: Sequence[Atom] = ()
        if isinstance(edit, AtomEdit):
            went = units[edit.unit].atoms[edit.start : edit.end]
        elif edit.kind != "insert":
            went = units[edit.unit].atoms
        for step, atoms in ((1, went), (-1, edit.atoms)):
            for atom in atoms:
                if atom.shown == NOTE:
                    label = atom.source.removeprefix("[^").removesuffix("]")
                    count[one.place, label] += step
    yield from (mark for mark, number in count.items() if number > 0)
