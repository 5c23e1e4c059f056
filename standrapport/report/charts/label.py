# SPDX-License-Identifier: EUPL-1.2
"""Texts in a chart with a measured place, so that it knows which of them would touch.

Widths are those of Fira Sans, the font of the report: labels are measured, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from unicodedata import normalize

from ...core.frozen import dataclass
from .svg import INK, element

# Smallest text, in units of the viewBox: still readable when the picture is scaled to a phone.
SIZE = 15.0
ASCENT = 0.74  # of the size, above the baseline
DESCENT = 0.22  # of the size, below it

# Advance widths for the characters 32 to 126, in thousandths of the size.
_REGULAR = (
    265, 241, 399, 518, 531, 826, 729, 219, 324, 324, 439, 499, 240, 403, 240, 520, 558, 433,
    495, 499, 532, 501, 533, 444, 551, 525, 240, 240, 500, 500, 500, 459, 1020, 573, 608, 560,
    644, 535, 491, 631, 680, 295, 305, 589, 498, 778, 683, 692, 581, 691, 605, 545, 517, 662,
    556, 826, 540, 550, 522, 322, 520, 322, 540, 520, 300, 544, 594, 478, 598, 545, 335, 520,
    586, 282, 280, 512, 293, 857, 586, 584, 594, 598, 386, 467, 361, 582, 492, 717, 485, 492,
    437, 322, 403, 322, 488,
)  # fmt: skip
_SEMIBOLD = (
    244, 241, 430, 547, 545, 851, 753, 234, 324, 324, 447, 523, 240, 406, 240, 520, 579, 456,
    512, 515, 557, 527, 556, 462, 574, 552, 240, 240, 514, 514, 514, 476, 1020, 586, 615, 571,
    650, 528, 488, 641, 669, 294, 314, 622, 509, 784, 668, 691, 595, 691, 614, 565, 534, 654,
    567, 842, 571, 583, 539, 323, 520, 323, 554, 520, 330, 547, 596, 478, 599, 551, 351, 544,
    579, 282, 281, 542, 296, 848, 579, 584, 596, 599, 397, 479, 380, 574, 508, 741, 505, 512,
    454, 323, 383, 323, 508,
)  # fmt: skip
_OTHERS = {
    "\N{MINUS SIGN}": 514,
    "\N{EN DASH}": 520,
    "\N{NO-BREAK SPACE}": 265,
    "\N{RIGHT SINGLE QUOTATION MARK}": 239,
}
# Wider than every other letter of the font: a label of unknown letters never turns out too narrow.
_UNKNOWN = 930


def _advance(character: str, widths: tuple[int, ...]) -> int:
    base = normalize("NFD", character)[0]  # é is as wide as e
    if 32 <= ord(base) < 127:
        return widths[ord(base) - 32]
    return _OTHERS.get(character, _UNKNOWN)


@lru_cache(maxsize=50_000)  # a long ranking asks for the same words on every page
def text_width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """The width of a text in units of the viewBox, as is its `size`."""
    widths = _SEMIBOLD if bold else _REGULAR
    return sum(_advance(character, widths) for character in text) / 1000 * size


@lru_cache(maxsize=50_000)
def wrap(text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines of at most a width, broken at spaces.

    Only a word that is wider by itself is broken with a hyphen.
    """
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(f"{lines[-1]} {word}", bold=bold) <= width:
            lines[-1] += f" {word}"
            continue
        rest = word
        while len(rest) > 1 and _fitting(rest, width, bold=bold) < len(rest):
            fits = max(1, _fitting(rest, width - text_width("-", bold=bold), bold=bold))
            lines.append(f"{rest[:fits]}-")
            rest = rest[fits:]
        lines.append(rest)
    return tuple(lines)


def _fitting(text: str, width: float, *, bold: bool) -> int:
    """How many letters of a text fit in a width; looks no further than those."""
    widths = _SEMIBOLD if bold else _REGULAR
    room = width * 1000 / SIZE
    for at, character in enumerate(text):
        room -= _advance(character, widths)
        if room < 0:
            return at
    return len(text)


LINE = 18.0  # from baseline to baseline


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, y growing downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box, gap: float = 0.0) -> bool:
        """Whether two boxes overlap or come nearer than a gap."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def crossed_by(self, x1: float, y1: float, x2: float, y2: float) -> bool:
        """Whether a line from left to right passes through the box."""
        low, high = max(x1, self.left), min(x2, self.right)
        if low >= high:
            return False
        slope = (y2 - y1) / (x2 - x1)
        heights = sorted((y1 + (low - x1) * slope, y1 + (high - x1) * slope))
        return heights[0] < self.bottom and heights[1] > self.top


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text."""

    x: float
    y: float
    content: str
    anchor: str = "start"
    bold: bool = False
    fill: str = INK
    class_: str = "tekst"
    ref: str = ""

    @property
    def width(self) -> float:
        """How long the text is."""
        return text_width(self.content, bold=self.bold)

    @property
    def box(self) -> Box:
        """The room it takes."""
        left = self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width
        return Box(left, self.y - ASCENT * SIZE, left + self.width, self.y + DESCENT * SIZE)

    def draw(self) -> str:
        """The text element with its font as attributes."""
        place: dict[str, str | float] = {"x": self.x, "y": self.y}
        if self.anchor != "start":
            place["text_anchor"] = self.anchor
        return element(
            "text",
            escape(self.content),
            **place,
            font_size=SIZE,
            fill=self.fill,
            class_=self.class_,
            font_weight="600" if self.bold else "",
            data_ref=self.ref,
        )


def apart(labels: Sequence[Label], others: Iterable[Box] = (), gap: float = 1.0) -> bool:
    """Whether no label touches another label or one of the other boxes."""
    boxes = [label.box for label in labels]
    rest = list(others)
    return not any(
        box.touches(other, gap)
        for at, box in enumerate(boxes)
        for other in (*boxes[at + 1 :], *rest)
    )


def spread(
    middles: Sequence[float], rooms: Sequence[float], top: float, bottom: float
) -> list[float] | None:
    """Middles moved as little as needed so that each has its room between top and bottom.

    None when they do not fit.
    """
    if sum(rooms) > bottom - top:
        return None
    order = sorted(range(len(middles)), key=lambda at: middles[at])
    placed: list[float] = []
    for at in order:  # downwards: no higher than wanted, no higher than the one above allows
        lowest = (
            top + rooms[at] / 2
            if not placed
            else placed[-1] + (rooms[order[len(placed) - 1]] + rooms[at]) / 2
        )
        placed.append(max(middles[at], lowest))
    limit = bottom
    for position in range(len(order) - 1, -1, -1):  # and upwards again from the bottom
        half = rooms[order[position]] / 2
        placed[position] = min(placed[position], limit - half)
        limit = placed[position] - half
    result = [0.0] * len(middles)
    for position, at in enumerate(order):
        result[at] = placed[position]
    return result
