"""The colours of the charts. An organisation with a house style gives its own; in browsers the page's style sheet decides."""

from __future__ import annotations

from dataclasses import dataclass

INK = "#1b2733"
QUIET = "#4d5a66"
RULE = "#c3cbd3"
PAPER = "#ffffff"
PANEL = "#f2f5f7"
_DEEP = "#0d1318"


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
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


# Found by search: every fill has 3:1 against white, every text 4.5:1, and all pairs stay apart for the three kinds of
# colour blindness (the tests compute it). The order of hues is that of the dark style sheet.
DEFAULT_PALETTE = Palette(
    fills=("#0b446e", "#d4750f", "#1d9a70", "#a03cae", "#675a1d", "#6f7f8c"),
    texts=("#0b446e", "#a85a05", "#137a55", "#8f309c", "#675a1d", "#566470"),
)
