# SPDX-License-Identifier: EUPL-1.2
"""Tables wider than the paper: set smaller, and when that is not enough cut into strips of columns
below each other, each with the headings of the rows.

Widths are measured with the font of the report, so that no column is squeezed out of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from markupsafe import Markup

from ...core.frozen import dataclass
from ..charts import text_width

PAPER = 166.0  # mm: the width of the text on A4, a little short of it
_MM = 25.4 / 72  # of a point
_HEADING = (24.0, 62.0)  # mm: a row heading gets no less than its longest word asks within these
_WORD = 34.0  # mm: no word in the heading of a column is wider, it is broken
BROKEN = "breekt"  # the class of a table with such a word


@dataclass(frozen=True, slots=True)
class Setting:
    """How large a table is set: the class of the style sheet, letters in points, and what a cell
    has beside its text in mm.
    """

    name: str
    size: float
    padding: float


NORMAL = Setting("", 9.0, 4.2)
SMALL = Setting("smal", 8.0, 2.4)
BELOW_CHART = Setting("klein", 8.0, 3.2)
# In pixels where the others are in points: the letters of a table on a phone, and what a cell has
# beside its text.
PHONE = Setting("", 13.0, 6 * _MM)
_NAMES = 36  # percents of the screen for the headings of the rows (see scherm.css)
_BESIDE = 328 * (1 - _NAMES / 100)  # pixels beside them on such a screen
_MOST = 4
_YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True, slots=True)
class Strip:
    """The columns of a table that stand together on paper: from `first` up to `end`."""

    first: int
    end: int
    setting: str


@dataclass(frozen=True, slots=True)
class OnPhone:
    """How a table stands on a phone: how many of its columns are seen beside the row headings, each
    of them whole, and whether it begins at its last column because that is the newest year.

    `width` is that of the table in percents of the screen, `heading` that of the row headings in
    percents of the table.
    """

    shown: int
    columns: int
    newest: bool

    @property
    def slides(self) -> bool:
        """Whether some columns are out of view."""
        return self.columns > self.shown

    @property
    def width(self) -> int:
        """All columns as wide as those that are seen."""
        return max(100, round(_NAMES + self._all))

    @property
    def heading(self) -> float:
        """`_NAMES` percents of the screen, or what the columns leave of it."""
        return round(100 * (self.width - self._all) / self.width, 2)

    @property
    def _all(self) -> float:
        """The columns together, in percents of the screen."""
        return (100 - _NAMES) * self.columns / self.shown


def on_phone(columns: Sequence[str], rows: Sequence[Sequence[Markup]]) -> OnPhone:
    """As many whole columns as fit a screen of 360 pixels, so that no number is cut at its edge."""
    widest = max((width / _MM for width in _widths(columns, rows, PHONE)), default=0.0)
    years = {match[0] for heading in columns if (match := _YEAR.search(heading))}
    shown = max(1, min(_MOST, int(_BESIDE / max(widest, 1.0))))
    return OnPhone(shown, len(columns), len(years) > 1)


def strips(
    corner: str,
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Markup]]],
    settings: Sequence[Setting] = (NORMAL, SMALL),
) -> tuple[Strip, ...]:
    """The strips of a table: one where it fits, set as large as it can be.

    Args:
        corner: what stands above the headings of the rows.
        columns: the headings of the columns.
        rows: per row its heading and its cells.
        settings: the ways it may be set, largest first.

    """
    widths = [0.0]
    heads = [corner, *(head for head, _ in rows)]
    long = any(_longest(words, settings[0]) > _WORD for words in (*columns, *heads))
    for setting in settings:
        widths = _widths(columns, [cells for _, cells in rows], setting)
        heading = _heading(heads, setting)
        if heading + sum(widths) <= PAPER:
            return (Strip(0, len(columns), _named(setting, long)),)
    return _cut(widths, PAPER - heading, _named(settings[-1], long))


def _named(setting: Setting, long: bool) -> str:
    return " ".join(filter(None, (setting.name, BROKEN if long else "")))


def _cut(widths: Sequence[float], room: float, setting: str) -> tuple[Strip, ...]:
    """As few strips as fit, of about as many columns each."""
    for parts in range(ceil(sum(widths) / room), len(widths) + 1):
        each = ceil(len(widths) / parts)
        found = [
            Strip(at, min(at + each, len(widths)), setting) for at in range(0, len(widths), each)
        ]
        if all(sum(widths[one.first : one.end]) <= room for one in found):
            return tuple(found)
    return tuple(Strip(at, at + 1, setting) for at in range(len(widths)))


def _widths(
    columns: Sequence[str], rows: Sequence[Sequence[Markup]], setting: Setting
) -> list[float]:
    """The least width of each column in mm: its widest value, or the longest word above it."""
    return [
        setting.padding
        + max(
            [
                min(_longest(heading, setting), _WORD),
                *(_mm(cells[at].striptags(), setting) for cells in rows),
            ]
        )
        for at, heading in enumerate(columns)
    ]


def _heading(words: Sequence[str], setting: Setting) -> float:
    least, most = _HEADING
    longest = max((_longest(one, setting) for one in words), default=0.0)
    return setting.padding + min(max(longest, least), most)


def _longest(words: str, setting: Setting) -> float:
    return max((_mm(word, setting, bold=True) for word in words.split()), default=0.0)


def _mm(words: str, setting: Setting, *, bold: bool = False) -> float:
    return text_width(words, setting.size, bold=bold) * _MM
