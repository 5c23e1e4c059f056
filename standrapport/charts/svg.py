"""Writing SVG: elements with rounded coordinates. The same input gives the same bytes.

Style sheets do not reach SVG in the PDF, so every element carries its font and fill as attributes; the classes let the page
override them in browsers (dark mode).
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from .palette import PAPER, RULE

WIDTH = 680.0
FONT = "Fira Sans, Segoe UI, Arial, sans-serif"
CLASSES = 6  # r1 to r6, as many series as the page's style sheet knows


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def element(name: str, inside: str = "", /, **attributes: str | float) -> str:
    """An element; underscores in attribute names become hyphens, `class_` becomes class; empty attributes are left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value if isinstance(value, str) else number(value))}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def line(
    x1: float, y1: float, x2: float, y2: float, *, stroke: str = RULE, width: float = 1, class_: str = "as", **more: str | float
) -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, class_=class_, **more)


def rect(x: float, y: float, width: float, height: float, *, fill: str, class_: str, **more: str | float) -> str:
    """A rectangle."""
    return element("rect", x=x, y=y, width=max(width, 0), height=max(height, 0), fill=fill, class_=class_, **more)


def points(corners: Iterable[tuple[float, float]]) -> str:
    """Corners as polygons and polylines want them."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def series_class(kind: str, index: int) -> str:
    """The class of a series for the page's style sheet: r of a fill, l of a line, m of a marker, t of a text."""
    return f"{kind}{index % CLASSES + 1}"


def hatch(x: float, y: float, width: float, height: float) -> str:
    """Slanting lines in the colour of the paper over a bar that holds a provisional value."""
    step = 8.0
    strokes = []
    # A line with offset c runs from lower left to upper right along x + y = c, counted from the upper left corner.
    for count in range(1, int((width + height) / step) + 1):
        c = count * step
        left, right = max(0.0, c - height), min(width, c)
        strokes.append(f"M{number(x + left)} {number(y + c - left)}L{number(x + right)} {number(y + c - right)}")
    return element("path", d="".join(strokes), fill="none", stroke=PAPER, stroke_width=2, class_="arcering") if strokes else ""


def document(height: float, content: str, alternative: str, id_: str, width: float = WIDTH) -> str:
    """The whole picture. The text alternative is the `<title>` child: the only one that ends up in a tagged PDF."""
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
