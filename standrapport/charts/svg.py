"""Writing SVG: elements with rounded coordinates, text that is measured, the palette. The same input gives the same bytes.

Style sheets do not reach SVG in the PDF, so every element carries its font and fill as attributes; the classes let the page
override them in browsers (dark mode).
"""

from __future__ import annotations

from html import escape

WIDTH = 680
SIZE = 15  # smallest text, in units of the viewBox
FONT = "Fira Sans"
INK = "#1b2733"
QUIET = "#4d5a66"
RULE = "#c3cbd3"
# Six colours with at least 4.5:1 against white (values are written on them), apart for the common kinds of colour blindness and in lightness.
COLOURS = ("#0b4f7d", "#b04f07", "#2f7a58", "#7b4b94", "#7d6117", "#5c6670")

# Advance widths of Fira Sans (regular, semibold) for the characters 32 to 126, in thousandths of the size.
_REGULAR = (
    265, 241, 399, 518, 531, 826, 729, 219, 324, 324, 439, 499, 240, 403, 240, 520, 558, 433, 495, 499, 532, 501, 533, 444, 551,
    525, 240, 240, 500, 500, 500, 459, 1020, 573, 608, 560, 644, 535, 491, 631, 680, 295, 305, 589, 498, 778, 683, 692, 581, 691,
    605, 545, 517, 662, 556, 826, 540, 550, 522, 322, 520, 322, 540, 520, 300, 544, 594, 478, 598, 545, 335, 520, 586, 282, 280,
    512, 293, 857, 586, 584, 594, 598, 386, 467, 361, 582, 492, 717, 485, 492, 437, 322, 403, 322, 488,
)  # fmt: skip
_BOLDER = 1.03  # semibold is at most three percent wider than regular


def text_width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """The width of a text in units of the viewBox."""
    total = sum(_REGULAR[ord(c) - 32] if 32 <= ord(c) < 127 else 560 for c in text)
    return total / 1000 * size * (_BOLDER if bold else 1)


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0").replace("-0", "0") if abs(value) < 0.05 else f"{value:.1f}".removesuffix(".0")


Attributes = str | float


def element(name: str, inside: str = "", /, **attributes: Attributes) -> str:
    """An element; underscores in attribute names become hyphens, `class_` becomes class."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value if isinstance(value, str) else number(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def text(
    x: float,
    y: float,
    content: str,
    *,
    anchor: str = "start",
    size: float = SIZE,
    bold: bool = False,
    fill: str = INK,
    class_: str = "tekst",
) -> str:
    """A line of text with its font as attributes."""
    weight = {"font_weight": "600"} if bold else {}
    return element("text", escape(content), x=x, y=y, text_anchor=anchor, font_size=size, fill=fill, class_=class_, **weight)


def line(
    x1: float, y1: float, x2: float, y2: float, *, stroke: str = RULE, width: float = 1, class_: str = "as", **more: str | float
) -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, class_=class_, **more)


def rect(x: float, y: float, width: float, height: float, *, fill: str, class_: str, **more: str | float) -> str:
    """A rectangle."""
    return element("rect", x=x, y=y, width=max(width, 0), height=max(height, 0), fill=fill, class_=class_, **more)


def colour(index: int) -> str:
    """The colour of a series."""
    return COLOURS[index % len(COLOURS)]


def series_class(index: int) -> str:
    """The class of a series, for the page's style sheet."""
    return f"r{index % len(COLOURS) + 1}"


def hatch(x: float, y: float, width: float, height: float) -> str:
    """Slanting white lines over a bar that holds a provisional value."""
    step = 8.0
    lines = []
    at = -height
    while at < width:
        x1, y1 = max(at, 0.0), height - max(-at, 0.0) if at < 0 else height
        x2 = min(at + height, width)
        y2 = height - (x2 - at)
        if x2 > x1:
            lines.append(line(x + x1, y + y1, x + x2, y + y2, stroke="#ffffff", width=2, class_="arcering"))
        at += step
    return "".join(lines)


def wrap(text_: str, width: float, size: float = SIZE) -> list[str]:
    """A text in lines of at most a width, broken at spaces."""
    lines: list[str] = []
    for word in text_.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def document(height: float, content: str, alternative: str, id_: str) -> str:
    """The whole picture. The text alternative is the `<title>` child: the only one that ends up in a tagged PDF."""
    title = element("title", escape(alternative), id=f"{id_}-t")
    return element(
        "svg",
        title + content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {number(height)}",
        role="img",
        aria_labelledby=f"{id_}-t",
        font_family=FONT,
        class_="grafiek",
    )
