"""A chart as a file of its own: what stands around it on a page, its title and notes, goes into the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from .describe import describe
from .fira import wrap
from .label import LINE, Label
from .model import Grafiek
from .palette import PAPER, QUIET
from .svg import FONT, WIDTH, element, number, rect

_MARGIN = 20.0
_GAP = 14.0  # between the chart and what stands above and below it
_MEASURE = 0.8 * WIDTH  # of title and notes: a file of its own does not bring its font, and others are wider


def sheet(chart: Grafiek, height: float, content: str, id_: str, notes: Sequence[str]) -> str:
    """The drawing of `height` with the title above it and the notes below it; `<title>` and `<desc>` hold the text alternative.

    The chart keeps its own coordinates: what is above it has negative ones.
    """
    title = [Label(0, LINE * row, words, bold=True) for row, words in enumerate(wrap(chart.titel, _MEASURE, bold=True))]
    up = -(title[-1].y + _GAP + LINE)
    head = [replace(label, y=label.y + up + LINE) for label in title]
    lines = [(words, at == 0) for note in notes for at, words in enumerate(wrap(note, _MEASURE))]
    y = height + _GAP
    foot = []
    for words, first in lines:
        y += LINE + (4 if first else 0)
        foot.append(Label(0, y, words, fill=QUIET))
    top, bottom = up - _MARGIN, y + _MARGIN
    box = (-_MARGIN, top, WIDTH + 2 * _MARGIN, bottom - top)
    alternative = " ".join([describe(chart), *notes])
    return element(
        "svg",
        "".join(
            [
                element("title", escape(chart.titel), id=f"{id_}-t"),
                element("desc", escape(alternative), id=f"{id_}-d"),
                rect(box[0], box[1], box[2], box[3], fill=PAPER, class_="papier"),
                *(label.draw() for label in head),
                content,
                *(label.draw() for label in foot),
            ]
        ),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=" ".join(number(value) for value in box),
        width=box[2],
        height=box[3],
        role="img",
        lang="nl",
        aria_labelledby=f"{id_}-t {id_}-d",
        font_family=FONT,
    )
