# SPDX-License-Identifier: EUPL-1.2
"""Writing SVG: elements with rounded coordinates, and the colours of the charts.

The same input gives the same bytes. Style sheets do not reach SVG in the PDF, so every element
carries its font and fill as attributes; the classes let the page override them in browsers (dark
mode, a house style).
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ...core.frozen import dataclass

INK = "#1b2733"
QUIET = "#4d5a66"
RULE = "#c3cbd3"
PAPER = "#ffffff"
PANEL = "#f2f5f7"
_DEEP = "#0d1318"


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True, slots=True)
class Palette:
    """A colour per series for areas and lines, and one for its name as text, in the same order."""

    fills: tuple[str, ...]
    texts: tuple[str, ...]

    def fill(self, index: int) -> str:
        """The colour of the bars or line of a series."""
        return self.fills[index % len(self.fills)]

    def text(self, index: int) -> str:
        """The colour of the name of a series: the same hue, dark enough to read."""
        return self.texts[index % len(self.texts)]

    def inside(self, index: int) -> str:
        """The colour of text inside a bar: whichever reads best on it."""
        return max((PAPER, _DEEP), key=lambda ink: contrast(ink, self.fill(index)))


# Found by search: every fill has 3:1 against white, every text 4.5:1, and all pairs stay apart for
# the three kinds of colour blindness (the tests compute it). The order of hues is that of the dark
# style sheet.
PALETTE = Palette(
    fills=("#0b446e", "#d4750f", "#1d9a70", "#a03cae", "#675a1d", "#6f7f8c"),
    texts=("#0b446e", "#a85a05", "#137a55", "#8f309c", "#675a1d", "#566470"),
)


WIDTH = 680.0
FONT = "Fira Sans, Segoe UI, Arial, sans-serif"
CLASSES = 6  # r1 to r6, as many series as the page's style sheet knows


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def element(name: str, inside: str = "", /, **attributes: str | float) -> str:
    """An element; underscores in attribute names become hyphens, `class_` becomes class.

    Empty attributes are left out.
    """
    written = "".join(
        _attribute(key, value if isinstance(value, str) else number(value))
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def _attribute(key: str, value: str) -> str:
    return f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'


def line(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    *,
    stroke: str = RULE,
    width: float = 1,
    class_: str = "as",
    **more: str | float,
) -> str:
    """A straight line."""
    return element(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, class_=class_, **more
    )


def rect(
    x: float, y: float, width: float, height: float, *, fill: str, class_: str, **more: str | float
) -> str:
    """A rectangle."""
    return element(
        "rect",
        x=x,
        y=y,
        width=max(width, 0),
        height=max(height, 0),
        fill=fill,
        class_=class_,
        **more,
    )


def points(corners: Iterable[tuple[float, float]]) -> str:
    """Corners as polygons and polylines want them."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def series_class(kind: str, index: int) -> str:
    """The class of a series for the page's style sheet: r of a fill, l of a line, m of a marker, t
    of a text.
    """
    return f"{kind}{index % CLASSES + 1}"


def hatch(x: float, y: float, width: float, height: float) -> str:
    """Slanting lines in the colour of the paper over a bar that holds a provisional value."""
    step = 8.0
    strokes = []
    # A line with offset c runs from lower left to upper right along x + y = c, counted from the
    # upper left corner.
    for count in range(1, int((width + height) / step) + 1):
        c = count * step
        left, right = max(0.0, c - height), min(width, c)
        strokes.append(
            f"M{number(x + left)} {number(y + c - left)}L{number(x + right)}"
            f" {number(y + c - right)}"
        )
    return (
        element(
            "path", d="".join(strokes), fill="none", stroke=PAPER, stroke_width=2, class_="arcering"
        )
        if strokes
        else ""
    )


def document(height: float, content: str, alternative: str, id_: str, width: float = WIDTH) -> str:
    """The whole picture. The text alternative is the `<title>` child: the only one that ends up in
    a tagged PDF.
    """
    title = element("title", escape(alternative), id=f"{id_}-t")
    return element(
        "svg",
        title + content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_labelledby=f"{id_}-t",
        font_family=FONT,
        class_="grafiek",
    )
