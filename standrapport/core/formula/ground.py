# SPDX-License-Identifier: EUPL-1.2
"""From names to figures: a formula for one year (and key) with every name replaced by the cells it
stands for.

Derived figures are replaced by their own formulas, so that a figure that stands twice is seen to be
the same figure and the bounds of the whole stay exact.

A figure someone asks for by name on the command line.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from fractions import Fraction

from ..frozen import dataclass
from ..model import Expected, FigureKey
from .functions import hoped
from .nodes import (
    Call,
    Compare,
    FormulaError,
    Leaf,
    Negative,
    Node,
    Number,
    Operation,
    Reference,
    SumKeys,
    SumYears,
    Year,
    rebuilt,
    references,
)
from .parser import parse_formula

_AS_CLOSE = 0.1  # a name much less alike than the best is no help


def nearest(name: str, known: Sequence[str]) -> list[str]:
    """Up to three existing names that look like `name`, most alike first."""
    close = difflib.get_close_matches(name, known)  # at most three, at least six tenths alike
    if close:
        alike = {other: difflib.SequenceMatcher(None, other, name).ratio() for other in close}
        return [other for other in close if alike[other] >= alike[close[0]] - _AS_CLOSE]
    tail = name.rpartition(".")[2]
    return [other for other in known if other.rpartition(".")[2] == tail][:3]


def beside_year(name: FigureKey, expected: Expected) -> FigureKey:
    """The name of a target or forecast that stands beside the figure of a whole year."""
    return name._replace(beside=expected)


@dataclass(frozen=True)
class Names:
    """What a formula may name.

    `keyed` maps each column to the name of its keyed table, or None for a plain table; `derived`
    maps each derived figure to its parsed formula; `keys` gives the keys of a keyed table in a
    year, `years` the years that have any. `broken` are derived figures whose formula has been
    reported: they exist, but cannot be worked out. `stocks` are the columns that hold a state at a
    date, `units` the unit of every figure; `expected` finds the target or forecast beside a figure.
    """

    keyed: Mapping[str, str | None]
    derived: Mapping[str, Node]
    keys: Callable[[str, int], Sequence[str]]
    years: Sequence[int] = ()
    broken: set[str] = field(default_factory=set)
    stocks: frozenset[str] = frozenset()
    units: Mapping[str, str] = field(default_factory=dict)
    expected: Callable[[FigureKey, Expected], FigureKey] = beside_year
    _memo: dict[str, str | None] = field(default_factory=dict)

    def check(self, node: Node) -> None:
        """Raise FormulaError at the first name that does not exist, with the nearest that does."""
        for reference in references(node):
            if reference.ref in self.broken:
                sentence = (
                    f"het cijfer '{reference.ref}' kan niet afgeleid worden; verbeter eerst zijn"
                    " formule in afgeleid.yaml"
                )
                raise FormulaError(sentence, reference.offset, unknown=reference.ref)
            if reference.ref not in self.keyed and reference.ref not in self.derived:
                close = nearest(reference.ref, [*self.keyed, *self.derived])
                hint = f"; bedoelt u {' of '.join(close)}?" if close else ""
                raise FormulaError(
                    f"het cijfer '{reference.ref}' bestaat niet{hint}",
                    reference.offset,
                    unknown=reference.ref,
                )
            if reference.key is not None and self.keyed_table(reference.ref) is None:
                raise FormulaError(f"'{reference.ref}' heeft geen sleutels", reference.offset)

    def check_keys(self, node: Node) -> None:
        """Raise FormulaError at the first key that its table has in no year, with the nearest that
        it has.
        """
        for reference in references(node):
            table = self.keyed_table(reference.ref) if reference.key is not None else None
            known = (
                list(dict.fromkeys(key for year in self.years for key in self.keys(table, year)))
                if table
                else []
            )
            if known and reference.key not in known:
                close = nearest(reference.key or "", known)
                hint = f"; bedoelt u {' of '.join(close)}?" if close else ""
                sentence = f"de sleutel '{reference.key}' komt in tabel {table} niet voor{hint}"
                raise FormulaError(sentence, reference.offset, unknown=reference.key)

    def keyed_table(self, ref: str, trail: tuple[str, ...] = ()) -> str | None:
        """The keyed table a column or derived figure has one value per key of, or None."""
        if ref in self.keyed:
            return self.keyed[ref]
        if ref not in self._memo:
            if ref in trail:
                raise FormulaError(
                    f"'{ref}' wordt uit zichzelf afgeleid: {' -> '.join((*trail, ref))}"
                )
            self._memo[ref] = self.free_table(self.derived[ref], (*trail, ref))
        return self._memo[ref]

    def free_table(self, node: Node, trail: tuple[str, ...] = ()) -> str | None:
        """The keyed table whose columns stand in the formula without a key: it then holds for every
        key of that table.
        """
        match node:
            case Reference(ref=ref, key=None) if ref in self.keyed or ref in self.derived:
                return self.keyed_table(ref, trail)
            case Negative(operand):
                return self.free_table(operand, trail)
            case Operation(_, left, right) | Compare(_, left, right):
                return self.free_table(left, trail) or self.free_table(right, trail)
            case Call(_, arguments):
                return next((t for a in arguments if (t := self.free_table(a, trail))), None)
            case _:
                return None


def ground(
    node: Node, names: Names, year: int, key: str | None = None, trail: tuple[str, ...] = ()
) -> Node:
    """The formula for one year and key, down to cells.

    Raises FormulaError on circles and unknown names.
    """

    def down(part: Node) -> Node:
        return ground(part, names, year, key, trail)

    match node:
        case Year():
            return Number(Fraction(year))
        case Reference():
            return _figure(
                node, names, node.in_year(year), node.key if node.key is not None else key, trail
            )
        case SumKeys(reference):
            table = names.keyed_table(reference.ref)
            if table is None:
                return down(reference)
            return _over_keys(reference, names, table, reference.in_year(year), trail)
        case SumYears(reference, first, last):
            return Call(
                "som",
                tuple(
                    _figure(reference, names, y, reference.key or key, trail)
                    for y in range(first, last + 1)
                ),
            )
        case _:
            return rebuilt(node, down)


def _over_keys(
    reference: Reference, names: Names, table: str, year: int, trail: tuple[str, ...]
) -> Node:
    """The sum of a figure over all keys of its table in a year."""
    keys = names.keys(table, year)
    if not keys:  # no rows: the sum is unknown, not zero
        return Leaf(FigureKey(reference.ref, year))
    return Call("som", tuple(_figure(reference, names, year, key, trail) for key in keys))


def _figure(
    reference: Reference, names: Names, year: int, key: str | None, trail: tuple[str, ...]
) -> Node:
    ref = reference.ref
    if ref in names.derived:
        if ref in trail:
            raise FormulaError(
                f"'{ref}' wordt uit zichzelf afgeleid: {' -> '.join((*trail, ref))}",
                reference.offset,
            )
        node = names.derived[ref]
        meant = hoped(node, reference.expected) if reference.expected else node
        return ground(meant, names, year, key, (*trail, ref))
    if ref not in names.keyed:
        names.check(reference)
    name = FigureKey(ref, year, key if names.keyed[ref] is not None else None)
    if reference.expected:
        return Leaf(names.expected(name, reference.expected), asked=True)
    return Leaf(name)


def example_of(refs: Sequence[str], asked: str = "") -> str:
    """A figure of this project to show how a name is written: one like what was asked for (of that
    table where it names one), else the first.
    """
    of_table = [ref for ref in refs if ref.partition(".")[0] == asked]
    return next(iter([*of_table, *nearest(asked, refs), *refs]), "tabel.kolom")


def asked_figure(asked: str, names: Names, refs: Sequence[str], also: str = "") -> Reference:
    """The figure that `asked` names, such as `instroom.noord[-1]`, also as it stands in a text.

    Raises FormulaError with a whole Dutch sentence: with the nearest of `refs` for a name that does
    not exist, with an example and what else could be asked (`also`) for what is no name at all.
    """
    asked = asked.strip().removeprefix("{{").removesuffix("}}").strip()
    example = f"een cijfer zoals {example_of(refs, asked)}{also}"
    try:
        node = parse_formula(asked)
        names.check(node)
    except FormulaError as problem:
        raise FormulaError(
            _sentence(asked, refs, example, problem), problem.offset, unknown=problem.unknown
        ) from problem
    if not isinstance(node, Reference):
        raise FormulaError(f"'{asked}' is een formule; vraag {example}.")
    return node


def _sentence(asked: str, refs: Sequence[str], example: str, problem: FormulaError) -> str:
    if problem.unknown is None:
        return f"'{asked}' is geen naam van een cijfer; vraag {example}."
    close = nearest(asked, refs)
    hint = f" Bedoelt u {' of '.join(close)}?" if close else ""
    return f"Het cijfer '{problem.unknown}' bestaat niet.{hint}"
