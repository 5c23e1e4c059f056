# SPDX-License-Identifier: EUPL-1.2
"""A chart in words and as a file of its own.

The text alternative says what a sighted reader sees, in Dutch sentences made from the same points.
In a file of its own a chart takes along what stands around it on a page: its title and notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from html import escape
from itertools import pairwise

from ...core.notation import join_names
from ...core.words import aside, change_of, counted_differently
from .label import LINE, Label, wrap
from .model import Chart, Flow, Point, Series, Way
from .svg import FONT, PAPER, QUIET, WIDTH, element, number, rect

_FORMS = {
    "staaf": "Staafdiagram",
    "gestapeld": "Gestapeld staafdiagram",
    "lijn": "Lijndiagram",
    "ranglijst": "Ranglijst",
}


def describe(chart: Chart | Flow) -> str:
    """What the chart is, and per series the first and last value, the highest and lowest, and what
    is unknown.
    """
    if isinstance(chart, Flow):
        return _flow(chart)
    head = f"{_FORMS[chart.form]}: {chart.title}, in {chart.unit}."
    if chart.form == "ranglijst":
        items = [
            f"{name} {_text(point)}"
            for name, point in zip(chart.categories, chart.series[0].points, strict=True)
        ]
        return " ".join(
            [head, f"{_order(chart)}: {_closed(join_names(items))}", *_provisional(chart)]
        )
    parts = [head]
    if len(chart.categories) > 1:
        parts.extend(_series(series, chart) for series in chart.series)
    else:
        items = [f"{series.name} {_text(series.points[0])}" for series in chart.series]
        parts.append(f"{chart.categories[0]}: {_closed(join_names(items))}")
    earlier = [
        one.text for series in chart.series for point in series.points for one in point.earlier
    ]
    if earlier:
        parts.append(f"Eerder gemeld: {join_names(earlier)}.")
    if chart.breaks:
        parts.append(counted_differently(chart.breaks))
    return " ".join([*parts, *_provisional(chart)])


def _provisional(chart: Chart) -> list[str]:
    """Which values may still change: hatched bars, open marks."""
    points = [point for series in chart.series for point in series.points if point.provisional]
    names = list(dict.fromkeys(point.label for point in points if point.label))
    return (
        [f"Voorlopig: {join_names(names)}."]
        if names
        else ["Sommige waarden zijn voorlopig."]
        if points
        else []
    )


def _order(chart: Chart) -> str:
    """How a ranking runs; only what is so is said."""
    points = chart.series[0].points
    values = chart.series[0].values
    # What is not known stands behind what is, or the order says something else.
    known = [point.value is not None for point in points]
    falling = all(one >= other for one, other in pairwise(values))
    last = all(one or not other for one, other in pairwise(known))
    return "Van groot naar klein" if falling and last else "In deze volgorde"


def _series(series: Series, chart: Chart) -> str:
    """What a series says: its known values in a sentence, then what is suppressed or unknown."""
    known = [point for point in series.points if point.value is not None]
    blank = [point for point in series.points if point.value is None]
    unknown = [point.label for point in blank if not point.suppressed]
    small = [f"{point.text} in {point.label}" for point in blank if point.suppressed]
    if not known:
        only = small and not unknown
        return f"{series.name}: {join_names(small) if only else 'nog niet bekend'}."
    sentence = f"{series.name}: {_course(series, known, chart)}"
    if small:
        sentence += f", {join_names(small)}"
    if unknown:
        sentence += f", niet bekend voor {join_names(unknown)}"
    return f"{sentence}."


def _course(series: Series, known: list[Point], chart: Chart) -> str:
    """The first and last value with the change between them, and the extremes in between."""
    first, last = known[0], known[-1]
    if last is first:
        return _named(first)
    course = f"{_named(first)}, {_named(last)}{_change(series, first, last, chart)}"
    # A part of a year is no low point.
    whole = [point for point in known if point.period is None] or known
    high, low = max(whole, key=_value), min(whole, key=_value)
    extremes = [
        f"{word} {_named(point)}"
        for word, point in (("hoogste", high), ("laagste", low))
        if point not in (first, last)
    ]
    return f"{course}, {join_names(extremes)}" if extremes else course


def _closed(sentence: str) -> str:
    """With a full stop, which 'n.n.b.' already has."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def _text(point: Point) -> str:
    return f"{point.text} ({point.period})" if point.period else point.text


def _named(point: Point) -> str:
    period = f" {point.period}" if point.period else ""
    return f"{point.text} in {point.label}{period}"


def _value(point: Point) -> Decimal:
    return point.value if point.value is not None else Decimal(0)


def _change(series: Series, first: Point, last: Point, chart: Chart) -> str:
    """The change between two points.

    Nothing where they do not compare: a part of a year, or a break in between.
    """
    at = [index for index, point in enumerate(series.points) if point is first or point is last]
    between = chart.categories[at[0] + 1 : at[-1] + 1]
    if first.period != last.period or any(name in chart.breaks for name in between):
        return ""
    words = aside(change_of(first.value, last.value, chart.unit))
    return words and f" ({words})"


def _flow(chart: Flow) -> str:
    incoming, outgoing = (
        join_names([f"{point.label} {_text(point)}" for point in side])
        for side in (chart.inflow, chart.outflow)
    )
    sentences = [
        (
            f"Stroomdiagram: {chart.title}, in {chart.unit}. Naar {chart.middle} toe:"
            f" {_closed(incoming)} Uit {chart.middle}: {_closed(outgoing)}"
        ),
        *(_way(chart, way) for way in chart.ways),
        "Hoe breder de pijl, hoe groter het aantal.",
    ]
    if any(point.value is None for point in (*chart.inflow, *chart.outflow)):
        sentences.append(
            "Een gestreepte pijl heeft geen breedte: dat aantal is hier niet bekend of niet"
            " getoond."
        )
    return " ".join(sentences)


def _way(chart: Flow, way: Way) -> str:
    """What happens on a way, where it leads, and the way back."""
    ends = join_names([f"{chart.outflow[at].label}" for at in way.leads_to])
    said = [f"{way.title}: {ends}" if ends else way.title, *way.facts]
    if way.steps:
        said.append(f"onderweg: {join_names(list(way.steps))}")
    if way.gates:
        said.append(f"{way.gate_title or 'voorwaarden'}: {join_names(list(way.gates))}")
    if way.back is not None:
        said.append(f"{way.back[1]}: terug naar {chart.ways[way.back[0]].title}")
    return f"{'; '.join(said)}."


_MARGIN = 20.0
_GAP = 14.0  # between the chart and what stands above and below it
_MEASURE = (
    0.8 * WIDTH
)  # of title and notes: a file of its own does not bring its font, and others are wider


def sheet(chart: Chart, height: float, content: str, id_: str, notes: Sequence[str]) -> str:
    """The drawing of `height` with the title above it and the notes below it.

    `<title>` and `<desc>` hold the text alternative.

    The chart keeps its own coordinates: what is above it has negative ones.
    """
    title = [
        Label(0, LINE * row, words, bold=True)
        for row, words in enumerate(wrap(chart.title, _MEASURE, bold=True))
    ]
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
                element("title", escape(chart.title), id=f"{id_}-t"),
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
