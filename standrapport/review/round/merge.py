# SPDX-License-Identifier: EUPL-1.2
"""Proposals merged with content/ as it is now: three versions of a text, the one that was sent, the
one that came back, and the one that is there. What two people changed is shown, never guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from difflib import SequenceMatcher
from functools import cached_property

from ...core.frozen import dataclass
from ...core.model import Text
from ...word.base import BaseText, LeafPlace
from ...word.cutting import units_of
from ...word.pairing import similarity
from ...word.units import TextUnit, WrittenText, expressions_in, line_unit, source_of
from .compose import NotPlaceable, UnitChange, applied, known_notes, written
from .proposal import AtomEdit, ProposalKind, ReaderProposal

_CONFLICT = "Deze tekst is intussen ook in content/ veranderd; kies zelf wat er komt te staan."
_GONE = "Deze tekst staat niet meer in content/."


class MeanwhileChanged(Exception):
    """The text was changed meanwhile where the proposal changes it too."""


@dataclass(frozen=True)
class ThreeWay:
    """A text that was sent, and as it is now."""

    sent: BaseText
    now: Text

    @cached_property
    def source(self) -> WrittenText:
        """The text as it is now; what its expressions print does not matter here."""
        raw = self.now.raw
        if raw == self.sent.raw:
            return self.sent.source
        return source_of(raw, [(a, b, raw[a:b]) for a, b in expressions_in(raw)])

    @cached_property
    def units(self) -> Sequence[TextUnit]:
        """Its units as it is now."""
        if self.now.raw == self.sent.raw:
            return self.sent.units
        return units_of(self.source) if self.sent.prose else [line_unit(self.source)]

    @cached_property
    def where(self) -> Mapping[int, int]:
        """Every unit that was sent and is still the same: its number now."""
        if self.now.raw == self.sent.raw:
            return {number: number for number in range(len(self.sent.units))}
        old = [_source_of_unit(self.sent.raw, unit) for unit in self.sent.units]
        new = [_source_of_unit(self.now.raw, unit) for unit in self.units]
        found = {}
        for a, b, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            found.update({a + step: b + step for step in range(size)})
        return found

    def anchor(self, number: int) -> int:
        """The unit now with the words of a unit that was sent; -1 when there is none."""
        if number < 0:
            return -1
        unit = self.sent.units[number]
        words = _source_of_unit(self.sent.raw, unit)
        return next(
            (n for n, one in enumerate(self.units) if _source_of_unit(self.now.raw, one) == words),
            -1,
        )

    def beside(self, number: int) -> int | None:
        """The unit now that a unit which was changed meanwhile became, if one did."""
        low = max((new for old, new in self.where.items() if old < number), default=-1)
        high = min(
            (new for old, new in self.where.items() if old > number), default=len(self.units)
        )
        words = "".join(atom.source for atom in self.sent.units[number].atoms)
        likely = [
            (similarity(words, "".join(atom.source for atom in self.units[n].atoms)), n)
            for n in range(low + 1, high)
        ]
        best, found = max(likely, default=(0.0, None))
        return found if best >= 0.5 else None


def _source_of_unit(raw: str, unit: TextUnit) -> str:
    return f"{unit.style}{raw[unit.begin : unit.finish]}"


@dataclass
class Merge:
    """Carries out proposals one after the other, each whole or not at all."""

    sent: Mapping[LeafPlace, BaseText]
    now: Mapping[LeafPlace, Text]
    taken: dict[LeafPlace, list[AtomEdit | UnitChange]] = field(
        default_factory=lambda: defaultdict(list)
    )
    results: dict[LeafPlace, str] = field(default_factory=dict)

    def take(self, proposal: ReaderProposal) -> ReaderProposal:
        """The proposal carried out; with the reason when it cannot be."""
        if proposal.kind is ProposalKind.MOVED and self._moved_there(proposal):
            return replace(proposal, done=True)
        tried: dict[LeafPlace, list[AtomEdit | UnitChange]] = {}
        for one in proposal.changes:
            tried.setdefault(one.place, list(self.taken[one.place])).append(one.change)
        try:
            results = {place: self._result(place, changes) for place, changes in tried.items()}
        except MeanwhileChanged as problem:
            return replace(proposal, conflict=True, asks=str(problem))
        except NotPlaceable as problem:
            return replace(proposal, asks=str(problem))
        if all(result == self.result(place) for place, result in results.items()):
            return replace(proposal, done=True)
        self.taken.update(tried)
        self.results.update(results)
        return proposal

    def _moved_there(self, proposal: ReaderProposal) -> bool:
        """Whether a paragraph stands already where a proposal moves it to."""
        for one in proposal.changes:
            if not isinstance(one.change, UnitChange) or one.change.kind != "insert":
                continue
            if one.place not in self.now or self.now[one.place].raw == self.sent[one.place].raw:
                return False
            ways = ThreeWay(self.sent[one.place], self.now[one.place])
            words = written(one.change.atoms)
            anchor = ways.anchor(one.change.unit)
            at = anchor + 1
            return (
                at < len(ways.units)
                and ways.now.raw[ways.units[at].begin : ways.units[at].finish] == words
            )
        return False

    def result(self, place: LeafPlace) -> str:
        """The text of a place as it has become so far."""
        return self.results[place] if place in self.results else self.now[place].raw

    def _result(self, place: LeafPlace, changes: Sequence[AtomEdit | UnitChange]) -> str:
        if place not in self.now:
            raise MeanwhileChanged(_GONE)
        ways = ThreeWay(self.sent[place], self.now[place])
        moved = [one for change in changes for one in _now(ways, change)]
        if not ways.sent.prose:
            words = list(ways.units[0].atoms)
            for edit in sorted(_edits(moved), key=lambda one: (one.start, one.end), reverse=True):
                words[edit.start : edit.end] = edit.atoms
            unit = ways.units[0]
            known_notes(words)
            new = "".join(atom.source for atom in words).strip()
            if not new:
                raise NotPlaceable("Een titel of een vast onderdeel kan niet leeg zijn.")
            raw = ways.now.raw
            return raw[: unit.begin] + new + raw[unit.finish :]
        return applied(ways.source, ways.units, _per_unit(ways.units, moved))


def _edits(changes: Sequence[AtomEdit | UnitChange]) -> list[AtomEdit]:
    return [one for one in changes if isinstance(one, AtomEdit)]


def _per_unit(
    units: Sequence[TextUnit], changes: Sequence[AtomEdit | UnitChange]
) -> list[UnitChange]:
    """Edits of one unit together; two that overlap cannot both be."""
    by: dict[int, list[AtomEdit]] = defaultdict(list)
    for edit in _edits(changes):
        by[edit.unit].append(edit)
    whole = [one for one in changes if isinstance(one, UnitChange)]
    gone = {one.unit for one in whole if one.kind == "delete"}
    for unit, edits in by.items():
        if unit in gone:
            raise NotPlaceable("Deze alinea wordt in een ander voorstel weggehaald.")
        atoms = list(units[unit].atoms)
        last = len(atoms) + 1
        for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
            if edit.end > last:
                raise NotPlaceable("Twee voorstellen veranderen hier dezelfde woorden.")
            atoms[edit.start : edit.end] = edit.atoms
            last = edit.start
        while atoms and atoms[0].shown == " ":
            atoms.pop(0)
        if not atoms and units[unit].kind != "cell":
            whole.append(UnitChange("delete", unit))
        else:
            whole.append(UnitChange("replace", unit, tuple(atoms)))
    return whole


def _now(ways: ThreeWay, change: AtomEdit | UnitChange) -> list[AtomEdit | UnitChange]:
    """A change of the text that was sent, as one of the text that is there; nothing when it is
    already so. Raises MeanwhileChanged.
    """
    if ways.now.raw == ways.sent.raw:
        return [change]
    if change.unit == -1 or change.unit in ways.where:
        unit = ways.where.get(change.unit, -1)
        if isinstance(change, UnitChange) and change.kind == "insert":
            return [] if _there(ways, change) else [replace(change, unit=unit)]
        return [replace(change, unit=unit)]
    if isinstance(change, UnitChange):
        return _unit_now(ways, change)
    return _edit_now(ways, change)


def _there(ways: ThreeWay, change: UnitChange) -> bool:
    """Whether what would come in is there already, and was not when the document was sent."""
    words = written(change.atoms)
    return any(ways.now.raw[unit.begin : unit.finish] == words for unit in ways.units) and not any(
        ways.sent.raw[unit.begin : unit.finish] == words for unit in ways.sent.units
    )


def _unit_now(ways: ThreeWay, change: UnitChange) -> list[AtomEdit | UnitChange]:
    beside = ways.beside(change.unit)
    if change.kind == "delete":
        if beside is None:
            return []  # gone already
        raise MeanwhileChanged(_CONFLICT)
    if _there(ways, change):
        return []
    if beside is not None:
        return [replace(change, unit=beside)]
    raise MeanwhileChanged(_CONFLICT)


def _edit_now(ways: ThreeWay, edit: AtomEdit) -> list[AtomEdit | UnitChange]:
    """An edit of a unit that was changed meanwhile: where its sentence is as it was, it fits."""
    beside = ways.beside(edit.unit)
    if beside is None:
        raise MeanwhileChanged(_CONFLICT)
    old = [(a.source, a.marks) for a in ways.sent.units[edit.unit].atoms]
    new = [(a.source, a.marks) for a in ways.units[beside].atoms]
    low, high = _sentence([source for source, _ in old], edit.start, edit.end)
    came = [(a.source, a.marks) for a in edit.atoms]
    done = [*old[low : edit.start], *came, *old[edit.end : high]]
    places = _places(new, old[low:high])
    if len(places) == 1 and old[low:high]:
        shift = places[0] - low
        return [replace(edit, unit=beside, start=edit.start + shift, end=edit.end + shift)]
    if done and _places(new, done):
        return []
    raise MeanwhileChanged(_CONFLICT)


def _sentence(signs: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Where the sentence (or sentences) around a place begins and ends."""

    def stops(at: int) -> bool:
        after = signs[at + 1] if at + 1 < len(signs) else " "
        return signs[at] in ".!?:" and not after.strip()

    low = start
    while low and not (stops(low - 1)):
        low -= 1
    high = max(end, start)
    while high < len(signs) and not (high and high > start and stops(high - 1)):
        high += 1
    while low < start and not signs[low].strip():
        low += 1
    return low, high


def _places(where: Sequence[object], what: Sequence[object]) -> list[int]:
    size = len(what)
    return [at for at in range(len(where) - size + 1) if list(where[at : at + size]) == list(what)]
