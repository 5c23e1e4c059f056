"""Texts with a measured place, so that a chart knows which of them would touch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from .fira import ASCENT, DESCENT, SIZE, text_width
from .palette import INK
from .svg import element, number

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
    """One line of text; upright text reads upwards from (x, y), which then is the middle of its foot."""

    x: float
    y: float
    content: str
    anchor: str = "start"
    bold: bool = False
    fill: str = INK
    class_: str = "tekst"
    upright: bool = False
    ref: str = ""

    @property
    def width(self) -> float:
        """How long the text is."""
        return text_width(self.content, bold=self.bold)

    @property
    def box(self) -> Box:
        """The room it takes."""
        if self.upright:
            half = (ASCENT + DESCENT) / 2 * SIZE
            return Box(self.x - half, self.y - self.width, self.x + half, self.y)
        left = self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width
        return Box(left, self.y - ASCENT * SIZE, left + self.width, self.y + DESCENT * SIZE)

    def draw(self) -> str:
        """The text element with its font as attributes."""
        if self.upright:
            baseline = self.x + (ASCENT - DESCENT) / 2 * SIZE
            place: dict[str, str | float] = {"transform": f"translate({number(baseline)} {number(self.y)}) rotate(-90)"}
        else:
            place = {"x": self.x, "y": self.y}
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
    return not any(box.touches(other, gap) for at, box in enumerate(boxes) for other in (*boxes[at + 1 :], *rest))


def spread(middles: Sequence[float], rooms: Sequence[float], top: float, bottom: float) -> list[float] | None:
    """Middles moved as little as needed so that each has its room between top and bottom; None when they do not fit."""
    if sum(rooms) > bottom - top:
        return None
    order = sorted(range(len(middles)), key=lambda at: middles[at])
    placed: list[float] = []
    for at in order:  # downwards: no higher than wanted, no higher than the one above allows
        lowest = top + rooms[at] / 2 if not placed else placed[-1] + (rooms[order[len(placed) - 1]] + rooms[at]) / 2
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
