# SPDX-License-Identifier: EUPL-1.2
"""Where figures stand on a sheet: its tables from top to bottom, and the texts beside them.

The orientation of a table does not matter: years may go down or across, a list may be long or wide.
A sheet may hold more tables.
"""

from __future__ import annotations

from dataclasses import field

from ..core.frozen import dataclass
from .grids import Grid
from .regions import Region, regions_of
from .rows import DRAWN, Draft, Line, kind_of
from .words import plain_mark


@dataclass(frozen=True)
class Layout:
    """The tables of a sheet and all texts beside them."""

    grid: Grid
    regions: tuple[Region, ...]
    texts: tuple[Line, ...]


@dataclass
class _RowWalk:
    """A walk down the rows of a sheet: the tables found so far and the one that is being found.

    `pending` are texts met since the last row with figures: titles of what comes.
    """

    grid: Grid
    texts: list[Line]
    pending: list[Line]
    drafts: list[Draft] = field(default_factory=list)
    draft: Draft = field(default_factory=Draft)

    def text(self, at: int, filled: list[int]) -> None:
        """A row that is a title or a note."""
        row = self.grid.rows[at]
        marks = tuple(plain_mark(mark) for column in filled for mark in row[column].marks)
        words = " ".join(row[column].text for column in filled)
        line = Line(words, self.grid.lines[at], marks)
        self.texts.append(line)
        self.pending.append(line)

    def header(self, at: int) -> None:
        """A header row: below figures it begins another table."""
        if self.draft.body:
            self.drafts.append(self.draft)
            self.draft = Draft()
        self.draft.headers.append(at)

    def body(self, at: int) -> None:
        """A row with figures; texts between it and the header are the head of a group."""
        if self.pending and self.draft.body:  # a section of its own below the same header
            self.drafts.append(self.draft)
            self.draft = Draft(headers=self.draft.headers, section=list(self.pending))
        elif self.draft.headers:
            head = self.grid.lines[self.draft.headers[-1]]
            if self.pending and self.pending[-1].line > head:
                self.draft.section = [line for line in self.pending if line.line > head]
        self.draft.titles += self.pending
        self.pending = []
        self.draft.body.append(at)

    def end(self, used: list[int]) -> None:
        """Words below the last figures that no figures follow head nothing: they are texts."""
        for at in self.draft.headers if self.drafts and not self.draft.body else ():
            self.text(at, [column for column in used if self.grid.rows[at][column].text])


def lay_out(grid: Grid) -> Layout:
    """The tables of a sheet, from top to bottom."""
    used = _used(grid)
    walk = _walked(grid, used)
    below = [Line(text, grid.lines[-1] if grid.lines else 0) for text in grid.below]
    below += [Line(text, line) for line, text in grid.comments]
    found = [draft for draft in (*walk.drafts, walk.draft) if draft.body]
    regions = [region for draft in found for region in regions_of(grid, draft, used)]
    return Layout(grid, tuple(regions), (*walk.texts, *below))


def _used(grid: Grid) -> list[int]:
    """The columns in which anything stands."""
    width = len(grid.rows[0]) if grid.rows else 0
    return [at for at in range(width) if any(row[at].text for row in grid.rows)]


def _walked(grid: Grid, used: list[int]) -> _RowWalk:
    """All rows of a sheet, each in its place."""
    above = [Line(text, 0) for text in grid.above]
    walk = _RowWalk(grid, list(above), list(above))
    gap = False
    for at, row in enumerate(grid.rows):
        filled = [column for column in used if row[column].text and not row[column].copied]
        if all(DRAWN.fullmatch(row[column].text) for column in filled):
            gap = True
            continue
        kind = kind_of(grid, row, filled, used, walk.draft, gap=gap)
        if kind == "text":
            walk.text(at, filled)
        elif kind == "header":
            walk.header(at)
        elif kind == "body":
            walk.body(at)
        gap = kind == "text"
    walk.end(used)
    return walk
