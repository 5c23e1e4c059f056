# SPDX-License-Identifier: EUPL-1.2
"""Formulas, rules and text expressions to nodes: a small recursive-descent parser.

Nothing here is ever executed.

Grammar (contract, 'References and formulas'):
    comparison := sum [("==" | "!=" | "<" | "<=" | ">" | ">=") sum]
    sum        := product (("+" | "-") product)*
    product    := factor (("*" | "/") factor)*
    factor     := "-" factor | number | "jaar" | "(" sum ")" | function "(" arguments ")"
                | reference
    function   := "som" | "min" | "max" | "abs" | "aandeel" | "verandering"
    reference  := name "." name ["[" selector ("," selector)* "]"]
    selector   := year-or-shift | string | "doel" | "raming"        (each kind once)
    expression := sum ("|" filter ["(" arguments ")"])*            (text only)
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import NamedTuple, cast

from ..budget import BUDGET
from ..frozen import dataclass
from ..model import EXPECTED, Expected
from .functions import FIRST_YEAR, LAST_YEAR, called, whole
from .nodes import (
    FUNCTIONS,
    Compare,
    Comparison,
    FormulaError,
    Negative,
    Node,
    Number,
    Operation,
    Operator,
    Reference,
    Year,
    references,
)

# Where a text has an expression, with what stands between its braces.
EXPRESSION = re.compile(r"\{\{(?P<inside>.*?)\}\}", re.DOTALL)
_TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>[0-9]+(?:\.[0-9]+)?)
  | (?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)*)
  | "(?P<string>[^"]*)"
  | (?P<symbol>==|!=|<=|>=|[-+*/()\[\],<>|])
)""",
    re.VERBOSE,
)
_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
# What people type, or a word processor makes of what they type, and the sign of the language that
# was meant.
_MEANT = {
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
    "\N{MULTIPLICATION SIGN}": "*",
    "\N{DIVISION SIGN}": "/",
    "=": "==",
    "\N{LESS-THAN OR EQUAL TO}": "<=",
    "\N{GREATER-THAN OR EQUAL TO}": ">=",
    "\N{NOT EQUAL TO}": "!=",
    "'": '"',
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
}
# What one formula may hold. More is no formula of a report, and nested deeper than this it could
# not be worked out.
_LETTERS, _DIGITS, _DEPTH, _PARTS = 4_000, 30, BUDGET.depth, 200


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


class Filter(NamedTuple):
    """A filter of a text expression with its arguments: `verschil(-1)`."""

    name: str
    arguments: tuple[int | str, ...]
    offset: int


@dataclass(frozen=True)
class Expression:
    """What stands between `{{` and `}}`: a formula and the filters that choose its words."""

    node: Node
    filters: tuple[Filter, ...]


def _tokens(text: str) -> list[_Token]:
    if len(text) > _LETTERS:
        raise FormulaError(f"een formule heeft hooguit {_LETTERS} tekens", _LETTERS)
    tokens = []
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            place = at + len(text[at:]) - len(text[at:].lstrip())
            meant = next(
                (sign for pasted, sign in _MEANT.items() if text.startswith(pasted, place)), ""
            )
            hint = f"; bedoelt u '{meant}'?" if meant else ""
            raise FormulaError(f"het teken '{text[place]}' hoort niet in een formule{hint}", place)
        kind = cast("str", match.lastgroup)
        tokens.append(_Token(kind, match[kind], match.start(kind) - (kind == "string")))
        at = match.end()
    return [*tokens, _Token("end", "", len(text))]


class _Parser:
    """Reads one text from left to right; each method reads one rule of the grammar."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.depth = 0
        self.parts = 0

    @property
    def now(self) -> _Token:
        return self.tokens[self.at]

    def take(self, *symbols: str) -> str | None:
        """The next token's text when it is one of `symbols`; it is then read."""
        if self.now.kind == "symbol" and self.now.text in symbols:
            self.at += 1
            return self.tokens[self.at - 1].text
        return None

    def need(self, symbol: str) -> None:
        if self.take(symbol) is None:
            raise FormulaError(
                f"'{symbol}' verwacht, maar hier staat {self.found()}", self.now.offset
            )

    def found(self) -> str:
        return "het einde" if self.now.kind == "end" else f"'{self.now.text}'"

    def end(self) -> None:
        if self.now.kind != "end":
            raise FormulaError(f"{self.found()} staat hier onverwacht", self.now.offset)

    def comparison(self) -> Node:
        left = self.sum()
        operator = self.take(*_COMPARISONS)
        return left if operator is None else Compare(cast("Comparison", operator), left, self.sum())

    def sum(self) -> Node:
        node = self.product()
        while operator := self.take("+", "-"):
            self.count()
            node = Operation(cast("Operator", operator), node, self.product())
        return node

    def product(self) -> Node:
        node = self.factor()
        while operator := self.take("*", "/"):
            self.count()
            node = Operation(cast("Operator", operator), node, self.factor())
        return node

    def count(self) -> None:
        """One more operation; too many is no formula of a report."""
        self.parts += 1
        if self.parts > _PARTS:
            raise FormulaError(f"een formule heeft hooguit {_PARTS} bewerkingen", self.now.offset)

    def factor(self) -> Node:
        self.depth += 1
        if self.depth > _DEPTH:
            raise FormulaError(
                f"een formule gaat hooguit {_DEPTH} haakjes of mintekens diep", self.now.offset
            )
        node = self._factor()
        self.depth -= 1
        return node

    def _factor(self) -> Node:
        if self.take("-"):
            return Negative(self.factor())
        if self.take("("):
            node = self.sum()
            self.need(")")
            return node
        token = self.now
        if token.kind == "number":
            self.at += 1
            if len(token.text) > _DIGITS:
                raise FormulaError(f"een getal heeft hooguit {_DIGITS} cijfers", token.offset)
            return Number(Fraction(token.text))
        if token.kind != "name":
            raise FormulaError(
                f"een getal of een cijfernaam verwacht, maar hier staat {self.found()}",
                token.offset,
            )
        self.at += 1
        if token.text == "jaar":
            return Year(token.offset)
        if self.take("("):
            return self.call(token)
        return self.reference(token)

    def call(self, name: _Token) -> Node:
        if name.text not in FUNCTIONS:
            raise FormulaError(
                f"de functie '{name.text}' bestaat niet; er zijn {', '.join(FUNCTIONS)}",
                name.offset,
            )
        arguments = [self.sum()]
        while self.take(","):
            arguments.append(self.sum())
        self.need(")")
        return called(name.text, arguments, name.offset)

    def reference(self, name: _Token) -> Reference:
        if name.text.count(".") != 1:
            raise FormulaError(
                f"'{name.text}' is geen cijfernaam; schrijf tabel.kolom, met een punt ertussen",
                name.offset,
            )
        found = Reference(name.text, offset=name.offset)
        if self.take("["):
            said: set[str] = set()
            found = self.selected(found, said)
            while self.take(","):
                found = self.selected(found, said)
            self.need("]")
        return found

    def selected(self, found: Reference, said: set[str]) -> Reference:
        """The reference with one more thing that stands between its brackets: a key, a year, or
        that its target or forecast is meant.
        """
        token = self.now
        if token.kind in ("string", "name") and token.text.lower() in EXPECTED:
            kind = "doel of raming"
            self.at += 1
            found = replace(found, expected=cast("Expected", token.text.lower()))
        elif token.kind == "string":
            kind = "sleutel"
            self.at += 1
            found = replace(found, key=token.text)
        else:
            self.refuse_bare_key(found)
            kind = "jaar"
            shift, year = self.selector()
            found = replace(found, shift=shift, year=year)
        if kind in said:
            raise FormulaError(f"tussen de haken staat meer dan één {kind}", token.offset)
        said.add(kind)
        return found

    def refuse_bare_key(self, found: Reference) -> None:
        """Raise FormulaError for a key without its quotes: wijken.aantal[Zuid]."""
        names: list[str] = []
        at = self.at
        while self.tokens[at].kind == "name":
            names.append(self.tokens[at].text)
            at += 1
        plain = names and names != ["jaar"] and "." not in "".join(names)
        if plain and self.tokens[at].text in ("]", ","):
            key = " ".join(names)
            raise FormulaError(
                f'zet de sleutel tussen aanhalingstekens: {found.ref}["{key}"]', self.now.offset
            )

    def selector(self) -> tuple[int, int | None]:
        offset = self.now.offset
        number = whole(self.factor())
        if number is None:
            raise FormulaError(
                "tussen de haken hoort een jaartal of een aantal jaren terug, zoals [2019] of [-1]",
                offset,
            )
        if not -LAST_YEAR < number <= LAST_YEAR:
            raise FormulaError(f"{number} is geen jaar; jaren gaan tot en met {LAST_YEAR}", offset)
        return (0, number) if number >= FIRST_YEAR else (number, None)

    def filters(self) -> tuple[Filter, ...]:
        found = []
        while self.take("|"):
            token = self.now
            if token.kind != "name":
                raise FormulaError(
                    f"na '|' hoort een filter, maar hier staat {self.found()}", token.offset
                )
            self.at += 1
            arguments: list[int | str] = []
            if self.take("("):
                while not self.take(")"):
                    arguments.append(self.argument())
                    if not self.take(","):
                        self.need(")")
                        break
            found.append(Filter(token.text, tuple(arguments), token.offset))
        return tuple(found)

    def argument(self) -> int | str:
        if self.now.kind == "string" or self.now.text in EXPECTED:
            self.at += 1
            return self.tokens[self.at - 1].text
        offset = self.now.offset
        number = whole(self.factor())
        if number is None:
            raise FormulaError(
                "een filter neemt hele getallen of woorden tussen aanhalingstekens", offset
            )
        return number


@cache
def parse_formula(text: str) -> Node:
    """A formula such as `aandeel(aanvragen.toegekend, aanvragen.totaal)`; raises FormulaError."""
    parser = _Parser(text)
    node = parser.sum()
    parser.end()
    return node


@cache
def parse_rule(text: str) -> Compare:
    """A comparison such as `aanvragen.toegekend <= aanvragen.totaal`; raises FormulaError."""
    parser = _Parser(text)
    node = parser.comparison()
    parser.end()
    if not isinstance(node, Compare):
        raise FormulaError(
            f"een toets vergelijkt twee kanten, met een van {' '.join(_COMPARISONS)}", len(text)
        )
    return node


@cache
def parse_expression(text: str) -> Expression:
    """The inside of `{{ … }}`: a formula with filters; raises FormulaError."""
    parser = _Parser(text)
    node = parser.sum()
    filters = parser.filters()
    parser.end()
    return Expression(node, filters)


def references_in(text: str) -> list[Reference]:
    """Every reference in a formula, in reading order; none when it cannot be read, which has been
    found where it stands.
    """
    try:
        return references(parse_formula(text))
    except FormulaError:
        return []
