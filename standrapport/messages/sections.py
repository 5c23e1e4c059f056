# SPDX-License-Identifier: EUPL-1.2
"""One model for what a command tells: sections with facts, lists, tables, drawings and sentences.

A command lays its answer out once; `section_writers` writes it for a terminal, in Markdown and as a
page. JSON is not made from it: that has the form the contract gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..core.frozen import dataclass

Span = tuple[str, str]  # a stretch of text and what it is: '', 'kop', 'weg', 'erbij'
Line = tuple[Span, ...]


def plain(text: str) -> Line:
    """A line of ordinary text."""
    return ((text, ""),)


@dataclass(frozen=True)
class Facts:
    """Names with their value; those without a value are left out."""

    rows: tuple[tuple[str, str], ...]

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """The rows that say something."""
        return tuple((name, value) for name, value in self.rows if value)


@dataclass(frozen=True)
class Item:
    """One point of a list, and what belongs below it."""

    words: str
    details: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Items:
    """A list. In a terminal details are indented by `indent` characters."""

    items: tuple[Item, ...]
    indent: int = 6


@dataclass(frozen=True)
class TextColumn:
    """A column with its heading: every cell a text and the marks behind it, so that digits stand
    under each other.
    """

    heading: str
    cells: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> list[str]:
        """Heading and cells, marks included, all as wide as the column."""
        marks = max((len(marks) for _, marks in self.cells), default=0)
        whole = [f"{text}{found:<{marks}}" for text, found in self.cells]
        width = max(len(text) for text in (self.heading, *whole))
        return [text.rjust(width) for text in (self.heading, *whole)]

    @property
    def width(self) -> int:
        """How wide it is, with the space before it."""
        return len(self.texts[0]) + 2


@dataclass(frozen=True)
class TextTable:
    """A table: `corner` stands above the names of the rows, `below` says what its marks mean."""

    corner: str
    names: tuple[str, ...]
    columns: tuple[TextColumn, ...]
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """Lines that keep their place: bars of characters, or a tree."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Sentences:
    """Sentences, each on a line of its own."""

    lines: tuple[str, ...]


Part = Facts | Items | TextTable | Drawing | Sentences


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it; without a `title` it goes on with the one before.

    `beside` stands behind the title, not as a heading. `apart` leaves a line free before it.
    """

    title: str
    parts: tuple[Part, ...] = ()
    beside: str = ""
    apart: bool = True


def sentences(lines: Iterable[str]) -> tuple[Part, ...]:
    """Sentences as a part; nothing when there are none."""
    told = tuple(lines)
    return (Sentences(told),) if told else ()


def items(lines: Iterable[str]) -> Items:
    """A list of points without details."""
    return Items(tuple(Item(line) for line in lines))


def fitting(columns: Sequence[TextColumn], room: int) -> list[TextColumn]:
    """As many of the last columns as there is room for, and always one."""
    kept: list[TextColumn] = []
    for column in reversed(columns):
        room -= column.width
        if kept and room < 0:
            break
        kept.insert(0, column)
    return kept
