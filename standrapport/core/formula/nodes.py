# SPDX-License-Identifier: EUPL-1.2
"""The shape of a formula: what the parser makes and the evaluators walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Literal

from ..frozen import dataclass
from ..model import Expected, FigureKey

Operator = Literal["+", "-", "*", "/"]
Comparison = Literal["==", "!=", "<", "<=", ">", ">="]
FUNCTIONS = ("som", "min", "max", "abs", "aandeel", "verandering")


class FormulaError(Exception):
    """A text that is not a formula, or a formula that names what does not exist.

    `offset` counts characters from the start of the formula; `names` holds the unknown name and
    what is nearest to it.
    """

    def __init__(self, message: str, offset: int = 0, *, unknown: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.unknown = unknown


@dataclass(frozen=True)
class Number:
    """A number written in the formula."""

    value: Fraction


@dataclass(frozen=True)
class Year:
    """The word `jaar`: the year the formula is worked out for."""

    offset: int = 0


@dataclass(frozen=True)
class Reference:
    """A figure by name: `shift` years from the year asked for, or a fixed `year`.

    `key` in a keyed table; `expected` asks for the target or forecast of that year.
    """

    ref: str
    shift: int = 0
    year: int | None = None
    key: str | None = None
    offset: int = 0
    expected: Expected = ""

    def in_year(self, year: int) -> int:
        """The year this reference means when the formula is worked out for `year`."""
        return self.year if self.year is not None else year + self.shift


@dataclass(frozen=True)
class SumKeys:
    """`som(ref)`: all keys of a keyed column in one year."""

    reference: Reference


@dataclass(frozen=True)
class SumYears:
    """`som(ref, 2011, 2017)`: one figure over the years from `first` up to and including `last`."""

    reference: Reference
    first: int
    last: int


@dataclass(frozen=True)
class Leaf:
    """A reference that has become one figure of one year; `asked` when it asked for a target or
    forecast.
    """

    id: FigureKey
    asked: bool = False


@dataclass(frozen=True)
class Negative:
    """A minus sign in front."""

    operand: Node


@dataclass(frozen=True)
class Operation:
    """Two operands and + - * /."""

    operator: Operator
    left: Node
    right: Node


@dataclass(frozen=True)
class Call:
    """`som`, `min`, `max` or `abs` of expressions."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Compare:
    """Two sides and a comparison: the form of a rule or a claim."""

    operator: Comparison
    left: Node
    right: Node


Node = Number | Year | Reference | SumKeys | SumYears | Leaf | Negative | Operation | Call | Compare


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, in reading order."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        yield part
        match part:
            case Leaf() | Reference() | Number():
                pass  # most parts are one of these
            case Operation(_, left, right) | Compare(_, left, right):
                waiting += (right, left)
            case Negative(operand):
                waiting.append(operand)
            case Call(_, arguments):
                waiting += reversed(arguments)
            case SumKeys(reference) | SumYears(reference, _, _):
                waiting.append(reference)
            case _:
                pass


def rebuilt(node: Node, change: Callable[[Node], Node]) -> Node:
    """The node with a change carried out in what it is made of; one made of nothing as it is."""
    match node:
        case Negative(operand):
            return Negative(change(operand))
        case Operation(operator, left, right):
            return Operation(operator, change(left), change(right))
        case Compare(comparison, left, right):
            return Compare(comparison, change(left), change(right))
        case Call(function, arguments):
            return Call(function, tuple(map(change, arguments)))
        case _:
            return node


def references(node: Node) -> list[Reference]:
    """Every reference in the formula, in reading order."""
    return [part for part in walk(node) if isinstance(part, Reference)]


def leaves(node: Node) -> list[FigureKey]:
    """Every figure of a grounded formula, each once, in reading order."""
    found: dict[FigureKey, None] = {}
    waiting = [node]
    while waiting:  # `walk` without handing over every part: no function is called more
        part = waiting.pop()
        if isinstance(part, Leaf):
            found[part.id] = None
        elif isinstance(part, Operation | Compare):
            waiting += (part.right, part.left)
        elif isinstance(part, Call):
            waiting += reversed(part.arguments)
        elif isinstance(part, Negative):
            waiting.append(part.operand)
    return list(found)
