# SPDX-License-Identifier: EUPL-1.2
"""Who is counted where: people in rows, the groups that are counted in columns, a mark where they
meet; on a phone the columns carry numbers, which the list below the picture explains.
"""

from __future__ import annotations

from collections.abc import Sequence

from .label import LINE, Label, text_width, wrap
from .model import Membership
from .ring import NARROW
from .svg import QUIET, RULE, WIDTH, Palette, element, line

_PEOPLE = 220.0  # width of the names of people
_PEOPLE_NARROW = 168.0
_RADIUS = 7.0
_GAP = 10.0
_PAD = 7.0  # above and below the lines of a row
_KEY = (("telt mee", True), ("telt niet mee", False))


def membership(chart: Membership, palette: Palette) -> tuple[float, str]:
    """Height and content, for a page or a wide screen."""
    heads = [f"{number}. {name}" for number, name in enumerate(chart.groups, 1)]
    return _grid(chart, heads, WIDTH, _PEOPLE, palette)


def membership_narrow(chart: Membership, palette: Palette) -> tuple[float, str]:
    """The same in a column of NARROW: the groups by their numbers."""
    heads = [str(number) for number in range(1, len(chart.groups) + 1)]
    return _grid(chart, heads, NARROW, _PEOPLE_NARROW, palette)


def _grid(
    chart: Membership, heads: Sequence[str], width: float, people: float, palette: Palette
) -> tuple[float, str]:
    """The key, the names of the groups, and a line per kind of people with its marks."""
    columns = _columns(heads, width - people)
    middles = [people + sum(columns[:at]) + one / 2 for at, one in enumerate(columns)]
    key, y = _key(palette)
    names = [
        wrap(head, column - _GAP, bold=True) for head, column in zip(heads, columns, strict=True)
    ]
    deepest = max(len(lines) for lines in names)
    parts = [key]
    for middle, lines in zip(middles, names, strict=True):
        first = y + LINE * (deepest - len(lines) + 1)
        parts.extend(
            Label(middle, first + LINE * row, words, "middle", bold=True).draw()
            for row, words in enumerate(lines)
        )
    y += LINE * deepest + _PAD
    for name, cells in zip(chart.people, chart.counted, strict=True):
        parts.append(line(0, y, width, y, stroke=RULE, width=1, class_="as"))
        lines = wrap(name, people - _GAP)
        height = LINE * len(lines) + 2 * _PAD
        parts.extend(
            Label(0, y + _PAD + LINE * (row + 1) - 4, words).draw()
            for row, words in enumerate(lines)
        )
        parts.extend(
            _mark(middle, y + height / 2, palette, counted=counted)
            for middle, counted in zip(middles, cells, strict=True)
            if counted is not None
        )
        y += height
    return y, "".join(parts)


def _columns(heads: Sequence[str], width: float) -> list[float]:
    """The widths of the columns: each what its longest word needs, and what is left in equal parts;
    all the same where that does not fit.
    """
    needed = [
        max(text_width(word, bold=True) for word in head.split()) + _GAP + 2 for head in heads
    ]
    left = (width - sum(needed)) / len(heads)
    return [one + left for one in needed] if left >= 0 else [width / len(heads)] * len(heads)


def _key(palette: Palette) -> tuple[str, float]:
    """What the marks mean, and the height that takes."""
    parts = []
    for at, (words, counted) in enumerate(_KEY):
        x = 130.0 * at
        parts.append(_mark(x + _RADIUS + 1, 10, palette, counted=counted))
        parts.append(Label(x + 3 * _RADIUS, 15, words).draw())
    return "".join(parts), 15.0 + _GAP


def _mark(x: float, y: float, palette: Palette, *, counted: bool) -> str:
    """A full disc for who counts, an empty one for who does not."""
    if counted:
        return element("circle", cx=x, cy=y, r=_RADIUS, fill=palette.fill(0), class_="r1")
    return element(
        "circle", cx=x, cy=y, r=_RADIUS, fill="none", stroke=QUIET, stroke_width=2, class_="nul"
    )


def membership_in_words(chart: Membership) -> str:
    """The text alternative: per group who counts and who does not."""
    said = []
    for at, group in enumerate(chart.groups):
        told = [f"{at + 1}. {group}"]
        for words, wanted in _KEY:
            names = [
                name
                for name, cells in zip(chart.people, chart.counted, strict=True)
                if cells[at] is wanted
            ]
            if names:
                told.append(f"{words}: {', '.join(names)}")
        said.append("; ".join(told))
    return f"{chart.title}. {'. '.join(said)}."
