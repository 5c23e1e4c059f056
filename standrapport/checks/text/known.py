"""The figures numbers in text can stand for, found by value, and how alike two numbers look."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ...core.formula import Compare, FormulaError, Reference, parse_formula, parse_rule, walk
from ...core.formula.nodes import Operation
from ...core.model import Catalogue, Figure, FigureKey, Figures, Kind, figure_of, single_figures
from .mentions import Mention, Unit

_STEM = 5  # letters of a word that must agree: 'vertrokken' and 'vertrek' share too little, 'aanvraag' and 'aanvragen' enough
_COMMON = {
    "totaal",
    "aantal",
    "aandeel",
    "personen",
    "overig",
    "overige",
    "eerder",
    "waarvan",
    "jaar",
    "mensen",
    "percentage",
    "berekend",
    "zonder",
}


@dataclass(frozen=True)
class Known:
    """A figure with a value: its size as said in text (never negative), and the words
    that name it.
    """

    figure: Figure
    size: Fraction
    words: frozenset[str]

    @property
    def id(self) -> FigureKey:
        """The figure's name."""
        return self.figure.id


class KnownFigures:
    """All figures of an edition with a value, by unit and size."""

    def __init__(self, catalogue: Catalogue, figures: Figures) -> None:
        self._figures = figures
        names: dict[str, frozenset[str]] = {}
        known: dict[Unit, list[Known]] = {Unit.COUNT: [], Unit.PERCENT: [], Unit.EURO: []}
        for name, figure in single_figures(figures).items():
            if figure.kind is not Kind.VALUE or figure.value is None or figure.unit == "rang":
                continue
            if name.ref not in names:
                names[name.ref] = _words_of(catalogue, name.ref)
            words = names[name.ref] | stems(name.key or "")
            known[_unit(figure)].append(Known(figure, abs(Fraction(figure.value)), words))
        self._by_size = {unit: sorted(own, key=lambda one: one.size) for unit, own in known.items()}
        self._sizes = {unit: [one.size for one in own] for unit, own in self._by_size.items()}
        self._twins = _twins(catalogue)
        self._changes = _changes(catalogue)

    def matching(self, mention: Mention) -> list[Known]:
        """The figures a mention can stand for; a figure stated twice counts once."""
        unit = Unit.PERCENT if mention.unit is Unit.POINTS else mention.unit
        if mention.unit is Unit.POINTS:
            return []
        sizes = self._sizes[unit]
        found = self._by_size[unit][
            bisect_left(sizes, mention.low) : bisect_right(sizes, mention.high)
        ]
        unique: dict[tuple[str, int, str | None], Known] = {}
        for one in found:
            unique.setdefault(
                (self._twins.get(one.id.ref, one.id.ref), one.id.year, one.id.key), one
            )
        return list(unique.values())

    def is_change(self, figure: Figure) -> bool:
        """Whether a figure is itself the change of another since an earlier year."""
        return figure.id.ref in self._changes

    def every(self, unit: Unit) -> Sequence[Known]:
        """All figures of a unit, by size."""
        return self._by_size.get(unit, [])

    def before(self, figure: Figure, year: int) -> Fraction | None:
        """The value of the same figure in another year."""
        other = figure_of(self._figures, figure.id.ref, year, figure.id.key)
        return (
            Fraction(other.value) if other.kind is Kind.VALUE and other.value is not None else None
        )


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that say something."""
    return frozenset(
        word[:_STEM] for word in re.findall(r"[a-zà-ÿ]{3,}", text.lower()) if word not in _COMMON
    )


def named_in(known: Known, sentence: frozenset[str]) -> bool:
    """Whether a sentence (as stems) uses a word of the figure's title, table or key."""
    return bool(known.words & sentence)


def _words_of(catalogue: Catalogue, ref: str) -> frozenset[str]:
    table = catalogue.table_of(ref)
    column = catalogue.column(ref)
    parts = [
        ref.replace(".", " ").replace("_", " "),
        catalogue.title(ref),
        table.title if table else "",
        column.unit if column else "",
    ]
    return stems(" ".join(parts))


def _unit(figure: Figure) -> Unit:
    return {"procent": Unit.PERCENT, "euro": Unit.EURO}.get(figure.unit, Unit.COUNT)


def _twins(catalogue: Catalogue) -> Mapping[str, str]:
    """Columns a rule says are the same figure, each with one name for the pair."""
    twins: dict[str, str] = {}
    for rule in catalogue.rules:
        try:
            node = parse_rule(rule.test_text.raw)
        except FormulaError:
            continue
        match node:
            case Compare(
                "==",
                Reference(ref=one, shift=0, year=None),
                Reference(ref=other, shift=0, year=None),
            ):
                twins[other] = twins.get(one, one)
            case _:
                pass
    return twins


def _changes(catalogue: Catalogue) -> frozenset[str]:
    """Derived figures that subtract an earlier year of a figure from that figure."""
    found = set()
    for derived in catalogue.derived.values():
        try:
            parts = list(walk(parse_formula(derived.formula_text.raw)))
        except FormulaError:
            continue
        for part in parts:
            match part:
                case Operation(
                    "-", Reference(ref=one, shift=0), Reference(ref=other, shift=shift)
                ) if one == other and shift < 0:
                    found.add(derived.ref)
                case _:
                    pass
    return frozenset(found)


def likeness(typed: str, printed: str) -> int | None:
    """How alike two numbers look, least first: 0 the same digits in another order or notation, 1
    one digit off, 2 ten times, None unlike.
    """
    mine, other = re.sub(r"\D", "", typed).rstrip(), re.sub(r"\D", "", printed)
    if not mine or not other:
        return None
    if mine == other or (
        len(mine) == len(other)
        and sorted(mine) == sorted(other)
        and mine[0] != "0"
        and len(mine) > 2
    ):
        return 0
    if (
        len(mine) == len(other)
        and len(mine) > 2
        and sum(a != b for a, b in zip(mine, other, strict=True)) == 1
    ):
        return 1
    short, long = sorted((mine, other), key=len)
    if (
        len(long) - len(short) == 1
        and len(short) > 1
        and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    ):
        return 1 if not long.endswith("0") or short != long[:-1] else 2
    return None
