"""How wide a text is in Fira Sans, the font of the report: labels are measured, never guessed."""

from __future__ import annotations

from unicodedata import normalize

SIZE = 15.0  # smallest text, in units of the viewBox: still readable when the picture is scaled to a phone
ASCENT = 0.74  # of the size, above the baseline
DESCENT = 0.22  # of the size, below it

# Advance widths for the characters 32 to 126, in thousandths of the size.
_REGULAR = (
    265, 241, 399, 518, 531, 826, 729, 219, 324, 324, 439, 499, 240, 403, 240, 520, 558, 433, 495, 499, 532, 501, 533, 444, 551,
    525, 240, 240, 500, 500, 500, 459, 1020, 573, 608, 560, 644, 535, 491, 631, 680, 295, 305, 589, 498, 778, 683, 692, 581, 691,
    605, 545, 517, 662, 556, 826, 540, 550, 522, 322, 520, 322, 540, 520, 300, 544, 594, 478, 598, 545, 335, 520, 586, 282, 280,
    512, 293, 857, 586, 584, 594, 598, 386, 467, 361, 582, 492, 717, 485, 492, 437, 322, 403, 322, 488,
)  # fmt: skip
_SEMIBOLD = (
    244, 241, 430, 547, 545, 851, 753, 234, 324, 324, 447, 523, 240, 406, 240, 520, 579, 456, 512, 515, 557, 527, 556, 462, 574,
    552, 240, 240, 514, 514, 514, 476, 1020, 586, 615, 571, 650, 528, 488, 641, 669, 294, 314, 622, 509, 784, 668, 691, 595, 691,
    614, 565, 534, 654, 567, 842, 571, 583, 539, 323, 520, 323, 554, 520, 330, 547, 596, 478, 599, 551, 351, 544, 579, 282, 281,
    542, 296, 848, 579, 584, 596, 599, 397, 479, 380, 574, 508, 741, 505, 512, 454, 323, 383, 323, 508,
)  # fmt: skip
_OTHERS = {"\N{MINUS SIGN}": 514, "\N{EN DASH}": 520, "\N{NO-BREAK SPACE}": 265, "\N{RIGHT SINGLE QUOTATION MARK}": 239}
_UNKNOWN = 930  # wider than every other letter of the font: a label of unknown letters never turns out too narrow


def _advance(character: str, widths: tuple[int, ...]) -> int:
    base = normalize("NFD", character)[0]  # é is as wide as e
    if 32 <= ord(base) < 127:
        return widths[ord(base) - 32]
    return _OTHERS.get(character, _UNKNOWN)


def text_width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """The width of a text in units of the viewBox."""
    widths = _SEMIBOLD if bold else _REGULAR
    return sum(_advance(character, widths) for character in text) / 1000 * size


def wrap(text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines of at most a width, broken at spaces; only a word that is wider by itself is broken with a hyphen."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(f"{lines[-1]} {word}", bold=bold) <= width:
            lines[-1] += f" {word}"
            continue
        rest = word
        while len(rest) > 1 and text_width(rest, bold=bold) > width:
            fits = next((n for n in range(len(rest) - 1, 1, -1) if text_width(f"{rest[:n]}-", bold=bold) <= width), 1)
            lines.append(f"{rest[:fits]}-")
            rest = rest[fits:]
        lines.append(rest)
    return tuple(lines)
