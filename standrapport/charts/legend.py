"""The key above a chart: a sample and a name per series, over as many lines as needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .fira import text_width, wrap
from .label import LINE, Label
from .svg import WIDTH

_ROW = 24.0
_INDENT = 24.0
_BETWEEN = 22.0


def legend(names: Sequence[str], sample: Callable[[int, float, float], str]) -> tuple[str, float]:
    """The key and the height it takes; none for a single series, which the title already names.

    `sample` draws what a series looks like around the given middle, in a space of 16 by 16.
    """
    if len(names) < 2:
        return "", 0.0
    parts = []
    x, top, bottom = 0.0, 0.0, 0.0
    for index, name in enumerate(names):
        lines = wrap(name, WIDTH - _INDENT)
        width = _INDENT + max(text_width(words) for words in lines)
        if x and x + width > WIDTH:
            x, top = 0.0, bottom
        parts.append(sample(index, x + 9, top + 10))
        parts.extend(Label(x + _INDENT, top + 15 + LINE * row, words).draw() for row, words in enumerate(lines))
        bottom = max(bottom, top + _ROW + LINE * (len(lines) - 1))
        x += width + _BETWEEN
    return "".join(parts), bottom
