# SPDX-License-Identifier: EUPL-1.2
"""Footnotes that came back: which is which, and those that went together with their mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...word.base import FIXED, Base, BaseParagraph, BaseText
from ...word.leaves import LeafPlace
from ...word.received import ReceivedParagraph
from ...word.units import NOTE, Atom
from .align import Pair
from .proposal import AtomEdit, PlaceChange, ProposalKind, ReaderProposal

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
