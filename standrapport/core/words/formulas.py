# SPDX-License-Identifier: EUPL-1.2
"""A formula as readers say it: figures by their names, shares and changes in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ..formula import FormulaError, Node, parse_formula, parse_rule, references
from ..formula.nodes import (
    Call,
    Compare,
    Leaf,
    Negative,
    Number,
    Operation,
    Reference,
    SumKeys,
    SumYears,
    Year,
)
from ..model import Catalogue
from ..notation import format_getal, join_names
from .names import full_name

_SIGNS = {"+": "+", "-": "\N{MINUS SIGN}", "*": "×", "/": "gedeeld door"}
_COMPARED = {
    "==": "is gelijk aan",
    "!=": "is niet gelijk aan",
    "<": "is minder dan",
    "<=": "is hooguit",
    ">": "is meer dan",
    ">=": "is minstens",
}
_FUNCTIONS = {
    "som": "de som van",
    "min": "het kleinste van",
    "max": "het grootste van",
    "abs": "het verschil, zonder minteken, van",
}


def formula_in_words(catalogue: Catalogue, formula: str, *, full: bool = False) -> str:
    """A formula in words: 'Aanvragen − ingetrokken', 'toegekend als deel van aanvragen'.

    A figure is called by its title, or by table and title where another figure of the formula has
    the same title (or always, with `full`). A text that is no formula stays as it is.
    """
    node = _parsed(formula)
    if node is None:
        return formula
    names = list(dict.fromkeys(part.ref for part in references(node)))
    titles = [catalogue.title(ref) for ref in names]
    called = {
        ref: full_name(catalogue, ref) if full or titles.count(title) > 1 else title
        for ref, title in zip(names, titles, strict=True)
    }
    words = _Words(called).of(node)
    return words[:1].upper() + words[1:]


def _parsed(formula: str) -> Node | None:
    """The node of a formula or a rule; None for a text that is neither."""
    for parse in (parse_formula, parse_rule):
        try:
            return parse(formula)
        except FormulaError:
            continue
    return None


class _Words:
    """The words of a node, with figures called by these names."""

    def __init__(self, called: dict[str, str]) -> None:
        self.called = called

    def of(self, node: Node) -> str:
        """The node in words."""
        match node:
            case Number(value):
                return _number(value)
            case Year():
                return "het jaar"
            case Reference():
                return self._figure(node)
            case Leaf(name):
                return f"{self.called.get(name.ref, name.ref)} in {name.year}"
            case SumKeys(reference):
                return f"alle waarden van {self._figure(reference)} samen"
            case SumYears(reference, first, last):
                return f"{self._figure(reference)} van {first} tot en met {last} samen"
            case Negative(operand):
                return f"\N{MINUS SIGN}{self._closed(operand)}"
            case Operation():
                return self._operation(node)
            case Call("abs", (Operation("-", left, right),)):
                return f"verschil tussen {self.of(left)} en {self.of(right)}"
            case Call(function, arguments):
                parts = join_names([self.of(one) for one in arguments])
                return f"{_FUNCTIONS.get(function, function)} {parts}"
            case Compare(operator, left, right):
                return f"{self.of(left)} {_COMPARED[operator]} {self.of(right)}"

    def _figure(self, one: Reference) -> str:
        name = self.called[one.ref]
        if one.expected:
            name = f"{name} ({one.expected})"
        if one.key is not None:
            name = f"{name} ({one.key})"
        if one.year is not None:
            return f"{name} in {one.year}"
        if one.shift == -1:
            return f"{name} van het jaar ervoor"
        if one.shift:
            when = "later" if one.shift > 0 else "eerder"
            return f"{name} van {abs(one.shift)} jaar {when}"
        return name

    def _operation(self, node: Operation) -> str:
        """`100 * a / b` is the share it was written as; the rest is written out."""
        match node:
            case Operation(
                "/", Operation("*", Number(Fraction(numerator=100, denominator=1)), part), whole
            ):
                return f"{self._closed(part)} als percentage van {self._closed(whole)}"
        left, right = self._closed(node.left, node), self._closed(node.right, node, right=True)
        return f"{left} {_SIGNS[node.operator]} {right}"

    def _closed(self, node: Node, within: Operation | None = None, *, right: bool = False) -> str:
        """In brackets where the order of working out would otherwise be lost."""
        words = self.of(node)
        if not isinstance(node, Operation):
            return words
        plain = within is not None and within.operator in "+-" and node.operator in "+-"
        if plain and not (right and within is not None and within.operator == "-"):
            return words
        return f"({words})"


def _number(value: Fraction) -> str:
    """A number of a formula in Dutch, with the decimals it was written with."""
    for decimals in range(7):
        shifted = value * 10**decimals
        if shifted.denominator == 1:
            return format_getal(Decimal(int(shifted)).scaleb(-decimals), decimals)
    return f"{value.numerator}/{value.denominator}"
