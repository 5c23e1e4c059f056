# SPDX-License-Identifier: EUPL-1.2
"""Where something stands: file, line and column, attached when a file is read."""

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
