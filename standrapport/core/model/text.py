# SPDX-License-Identifier: EUPL-1.2
"""Text as the staff wrote it, with its place in the file, and the names of figures a block asks
for.
"""

from __future__ import annotations

from ..frozen import dataclass
from .position import Position


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
