# SPDX-License-Identifier: EUPL-1.2
"""Reading a drawing back: its texts with the room they take, and its marks by the
figure they show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from standrapport.report.charts.label import ASCENT, DESCENT, text_width

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Text:
    """A text and its box."""

    content: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Text, slack: float = 0.3) -> bool:
        """Whether two texts share room; coordinates are rounded, hence the slack."""
        return (
            self.left + slack < other.right
            and other.left + slack < self.right
            and self.top + slack < other.bottom
            and other.top + slack < self.bottom
        )


def parse(svg: str) -> ET.Element:
    """The drawing as a tree."""
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def texts(svg: str) -> list[Text]:
    """All texts with their boxes, by the width table of the font."""
    found = []
    for element in parse(svg).iter(f"{SVG}text"):
        size = float(element.attrib["font-size"])
        content = element.text or ""
        width = text_width(content, size, bold="font-weight" in element.attrib)
        if "transform" in element.attrib:
            x, y, angle = (
                float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", element.attrib["transform"])
            )
            assert angle == -90
            found.append(Text(content, x - ASCENT * size, y - width, x + DESCENT * size, y))
            continue
        x, y = float(element.attrib["x"]), float(element.attrib["y"])
        left = (
            x
            - {"start": 0.0, "middle": 0.5, "end": 1.0}[element.attrib.get("text-anchor", "start")]
            * width
        )
        found.append(Text(content, left, y - ASCENT * size, left + width, y + DESCENT * size))
    return found


def overlapping(svg: str) -> list[tuple[str, str]]:
    """Pairs of texts that touch."""
    return [
        (one.content, other.content)
        for one, other in combinations(texts(svg), 2)
        if one.overlaps(other)
    ]


def size(svg: str) -> tuple[float, float]:
    """Width and height of the viewBox."""
    _, _, width, height = (float(part) for part in parse(svg).attrib["viewBox"].split())
    return width, height


def marks(svg: str, tag: str) -> dict[str, ET.Element]:
    """The shapes that carry a figure, by its reference."""
    return {
        e.attrib["data-ref"]: e for e in parse(svg).iter(f"{SVG}{tag}") if "data-ref" in e.attrib
    }
