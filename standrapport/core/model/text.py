# SPDX-License-Identifier: EUPL-1.2
"""Text as the staff wrote it, with its place in the file (attached when a file is read); and text
with its figures worked out, as it stands on the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..frozen import dataclass

if TYPE_CHECKING:
    from .figure import FigureKey


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a project file.

    `file` is relative to the project folder; `line` counts from 1; `column` is a number counted
    from 1 in text and YAML, and the column's name in a CSV file.
    """

    file: str
    line: int | None = None
    column: int | str | None = None

    def __str__(self) -> str:
        return ":".join(
            str(part) for part in (self.file, self.line, self.column) if part is not None
        )

    def as_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        return {"file": self.file, "line": self.line, "column": self.column}


@dataclass(frozen=True)
class Text:
    """A piece of text and where it starts: `position` is the place of its first character.

    `indent` is the indentation of a literal block, so that a place within the text can be given
    back as line and column of the file; `folded` texts (quoted or `>` style) only give back the
    place where they start.
    """

    raw: str
    position: Position
    indent: int = 0
    folded: bool = False

    def place(self, offset: int) -> Position:
        """The position in the file of the character at `offset` of the text."""
        line_number, column = self.position.line, self.position.column
        if self.folded or line_number is None or not isinstance(column, int):
            return self.position
        before = self.raw[:offset]
        lines = before.count("\n")
        within = len(before) - (before.rfind("\n") + 1)
        return Position(
            self.position.file,
            line_number + lines,
            (column if lines == 0 else self.indent + 1) + within,
        )


@dataclass(frozen=True)
class FigureName(Text):
    """The name of a figure a block asks for (`instroom.totaal`): not shown itself, but the figure
    it stands for.
    """


@dataclass(frozen=True)
class Printed:
    """A figure as it stands in running text.

    `text` is what the reader sees; `ref` the figure's name, or the formula when it is worked out in
    the text itself; `value` the number behind it (None for n.n.b. and suppressed values), before
    rounding in words such as 'ruim 60 procent'.
    """

    text: str
    ref: str
    year: int
    key: str | None
    value: Decimal | None


Segment = str | Printed
ResolvedText = tuple[Segment, ...]
ResolvedTexts = Mapping[Text, ResolvedText]


@dataclass(frozen=True)
class WorkedOut:
    """A `{{ … }}` at `start` up to `end` of a text, with what stands there in the report."""

    start: int
    end: int
    parts: ResolvedText


@dataclass(frozen=True)
class NumberInText:
    """A number in a text (`source`, at offset `at`): how it was accounted for, and the figures it
    stands for, best first.

    `reading` is 'verwijzing' (bound by name), 'herkend', 'verandering', 'opgegeven', 'telt niets',
    'twijfel' or 'onbekend'.
    """

    text: str
    reading: str
    figures: tuple[FigureKey, ...]
    source: Text
    at: int
    chapter: str
    block: str


def plain(segments: ResolvedText) -> str:
    """The text as a reader sees it, without mark-up of figures."""
    return "".join(part if isinstance(part, str) else part.text for part in segments)


@dataclass(frozen=True)
class Used:
    """A place where a figure is printed: chapter and block, with the text that stands there."""

    ref: str
    year: int
    key: str | None
    text: str
    chapter: str
    block: str
