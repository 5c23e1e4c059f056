# SPDX-License-Identifier: EUPL-1.2
"""Where something stands (file, line and column, attached when a file is read), text as the staff
wrote it with its place, and the names of figures a block asks for.
"""

from __future__ import annotations

from ..frozen import dataclass


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
