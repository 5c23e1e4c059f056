"""A table in characters: columns right-aligned with their marks, as many as fit, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Line = tuple[tuple[str, str], ...]  # stretches of text and what each is: '', 'kop'
ABSENT = "–"
_MARKS = {"*": "herzien", "°": "geen heel jaar", "v": "voorlopig"}


@dataclass(frozen=True)
class Column:
    """A column with its heading: every cell a text and the marks behind it, so that digits stand under each other."""

    heading: str
    cells: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> list[str]:
        """The cells, marks included, all as wide as the column."""
        marks = max((len(marks) for _, marks in self.cells), default=0)
        whole = [f"{text}{found:<{marks}}" for text, found in self.cells]
        width = max(len(text) for text in (self.heading, *whole))
        return [text.rjust(width) for text in (self.heading, *whole)]

    @property
    def width(self) -> int:
        """How wide it is, with the space before it."""
        return len(self.texts[0]) + 2


def fitting(columns: Sequence[Column], room: int) -> list[Column]:
    """As many of the last columns as there is room for, and always one."""
    kept: list[Column] = []
    for column in reversed(columns):
        room -= column.width
        if kept and room < 0:
            break
        kept.insert(0, column)
    return kept


def table_lines(names: Sequence[str], corner: str, columns: Sequence[Column]) -> Iterator[Line]:
    """The heading, with `corner` above the names of the rows, and a line per row."""
    first = max(len(name) for name in (corner, *names))
    grid = [column.texts for column in columns]
    for row, name in enumerate((corner, *names)):
        yield ((f"  {name:<{first}}  {'  '.join(texts[row] for texts in grid)}".rstrip(), "kop" if row == 0 else ""),)


def legend(columns: Iterable[Column]) -> Iterator[Line]:
    """What the marks that are used mean, on one line."""
    cells = [cell for column in columns for cell in column.cells]
    used = [f"{mark} {words}" for mark, words in _MARKS.items() if any(mark in marks for _, marks in cells)]
    if any(text == ABSENT for text, _ in cells):
        used.append(f"{ABSENT} niet genoemd")
    if used:
        yield plain(f"  {'   '.join(used)}")


def plain(text: str) -> Line:
    """A line of ordinary text."""
    return ((text, ""),)
