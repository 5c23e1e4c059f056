# SPDX-License-Identifier: EUPL-1.2
"""Bars in characters, from an honest zero; the printed value stands beside every bar.

And what the marks in a table mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ...core.frozen import dataclass
from ...messages.sections import TextColumn

PART, PROVISIONAL = "░", "▒"
_HALVES = {(True, True): "█", (True, False): "▌", (False, True): "▐", (False, False): " "}


@dataclass(frozen=True, slots=True)
class TextBar:
    """One bar: its name, its value (None: nothing to draw) and what is printed beside it.

    `part` of a year, `provisional`.
    """

    name: str
    value: Decimal | None
    text: str
    part: bool = False
    provisional: bool = False


class _Scale(NamedTuple):
    """Values to half characters: `low` stands at 0."""

    low: Decimal
    high: Decimal
    room: int

    def halves(self, size: Decimal) -> int:
        """How long a bar of this size is."""
        return round(size / (self.high - self.low) * 2 * self.room)

    @property
    def zero(self) -> int:
        """Where bars begin, with room for the smallest on each side that has any."""
        return min(max(self.halves(-self.low), int(self.low < 0)), 2 * self.room - (self.high > 0))

    def end(self, value: Decimal) -> int:
        """Where the bar of a value ends; what is too small to see at this size is not nothing.

        Measured from where bars begin, not from `low`: where the beginning moved to make room for a
        small bar on the other side, every bar would else be as much too short.
        """
        length = max(self.halves(abs(value)), 1)
        return max(self.zero - length, 0) if value < 0 else min(self.zero + length, 2 * self.room)


def bar_lines(bars: Sequence[TextBar], width: int) -> Iterator[str]:
    """A line per bar of at most `width` characters; what has no value has its word and no bar."""
    values = [bar.value for bar in bars if bar.value is not None]
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    names = max((len(bar.name) for bar in bars), default=0)
    room = max(width - names - 3 - max((len(bar.text) for bar in bars), default=0), 4)
    scale = _Scale(low, high if high > low else low + 1, room)
    for bar in bars:
        drawn = _drawn(bar, scale)
        gap = drawn if low < 0 else drawn.rstrip()
        yield f"{bar.name:<{names}}  {gap}{' ' if gap else ''}{bar.text}"


def _drawn(bar: TextBar, scale: _Scale) -> str:
    if not bar.value:
        return " " * scale.room
    start, stop = sorted((scale.zero, scale.end(bar.value)))
    filled = [start <= at < stop for at in range(2 * scale.room)]
    cells = [(filled[2 * at], filled[2 * at + 1]) for at in range(scale.room)]
    shade = PART if bar.part else PROVISIONAL if bar.provisional else ""
    return "".join((shade if any(cell) else " ") if shade else _HALVES[cell] for cell in cells)


ABSENT = "–"
_MARKS = {"*": "herzien", "°": "geen heel jaar", "v": "voorlopig"}


def legend(columns: Iterable[TextColumn]) -> tuple[str, ...]:
    """What the marks that are used mean, on one line; nothing when there are none."""
    cells = [cell for column in columns for cell in column.cells]
    used = [
        f"{mark} {words}"
        for mark, words in _MARKS.items()
        if any(mark in marks for _, marks in cells)
    ]
    if any(text == ABSENT for text, _ in cells):
        used.append(f"{ABSENT} niet genoemd")
    return ("   ".join(used),) if used else ()
