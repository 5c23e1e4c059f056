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
from .model import Grafiek, Punt, Reeks, Stroom
from .svg import FONT, PAPER, QUIET, WIDTH, element, number, rect

_FORMS = {
    "staaf": "Staafdiagram",
    "gestapeld": "Gestapeld staafdiagram",
    "lijn": "Lijndiagram",
    "ranglijst": "Ranglijst",
}


def describe(chart: Grafiek | Stroom) -> str:
    """What the chart is, and per series the first and last value, the highest and lowest, and what
    is unknown.
    """
    if isinstance(chart, Stroom):
        return _flow(chart)
    head = f"{_FORMS[chart.vorm]}: {chart.titel}, in {chart.eenheid}."
    if chart.vorm == "ranglijst":
        items = [
            f"{name} {_text(point)}"
            for name, point in zip(chart.categorieen, chart.reeksen[0].punten, strict=True)
        ]
        return " ".join(
            [head, f"{_order(chart)}: {_closed(join_names(items))}", *_provisional(chart)]
        )
    parts = [head]
    if len(chart.categorieen) > 1:
        parts.extend(_series(series, chart) for series in chart.reeksen)
    else:
        items = [f"{series.naam} {_text(series.punten[0])}" for series in chart.reeksen]
        parts.append(f"{chart.categorieen[0]}: {_closed(join_names(items))}")
    earlier = [
        one.tekst for series in chart.reeksen for point in series.punten for one in point.eerder
    ]
    if earlier:
        parts.append(f"Eerder gemeld: {join_names(earlier)}.")
    if chart.breuken:
        parts.append(counted_differently(chart.breuken))
    return " ".join([*parts, *_provisional(chart)])


def _provisional(chart: Grafiek) -> list[str]:
    """Which values may still change: hatched bars, open marks."""
    points = [point for series in chart.reeksen for point in series.punten if point.voorlopig]
    names = list(dict.fromkeys(point.label for point in points if point.label))
    return (
        [f"Voorlopig: {join_names(names)}."]
        if names
        else ["Sommige waarden zijn voorlopig."]
        if points
        else []
    )


def _order(chart: Grafiek) -> str:
    """How a ranking runs; only what is so is said."""
    values = chart.reeksen[0].waarden
    return (
        "Van groot naar klein"
        if all(one >= other for one, other in pairwise(values))
        else "In deze volgorde"
    )


def _series(series: Reeks, chart: Grafiek) -> str:
    known = [point for point in series.punten if point.waarde is not None]
    unknown = [
        point.label for point in series.punten if point.waarde is None and not point.onderdrukt
    ]
    small = [
        f"{point.tekst} in {point.label}"
        for point in series.punten
        if point.waarde is None and point.onderdrukt
    ]
    if not known:
        return (
            f"{series.naam}: {join_names(small)}."
            if small and not unknown
            else f"{series.naam}: nog niet bekend."
        )
    first, last = known[0], known[-1]
    sentence = f"{series.naam}: {_named(first)}"
    if last is not first:
        sentence += f", {_named(last)}{_change(series, first, last, chart)}"
        whole = [
            point for point in known if point.periode is None
        ] or known  # a part of a year is no low point
        high, low = max(whole, key=_value), min(whole, key=_value)
        extremes = [
            f"{word} {_named(point)}"
            for word, point in (("hoogste", high), ("laagste", low))
            if point not in (first, last)
        ]
        if extremes:
            sentence += f", {join_names(extremes)}"
    if small:
        sentence += f", {join_names(small)}"
    if unknown:
        sentence += f", niet bekend voor {join_names(unknown)}"
    return f"{sentence}."


def _closed(sentence: str) -> str:
    """With a full stop, which 'n.n.b.' already has."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def _text(point: Punt) -> str:
    return f"{point.tekst} ({point.periode})" if point.periode else point.tekst


def _named(point: Punt) -> str:
    period = f" {point.periode}" if point.periode else ""
    return f"{point.tekst} in {point.label}{period}"


def _value(point: Punt) -> Decimal:
    return point.waarde if point.waarde is not None else Decimal(0)


def _change(series: Reeks, first: Punt, last: Punt, chart: Grafiek) -> str:
    """The change between two points.

    Nothing where they do not compare: a part of a year, or a break in between.
    """
    at = [index for index, point in enumerate(series.punten) if point is first or point is last]
    between = chart.categorieen[at[0] + 1 : at[-1] + 1]
    if first.periode != last.periode or any(name in chart.breuken for name in between):
        return ""
    words = aside(change_of(first.waarde, last.waarde, chart.eenheid))
    return words and f" ({words})"


def _flow(chart: Stroom) -> str:
    incoming, outgoing = (
        join_names([f"{point.label} {_text(point)}" for point in side])
        for side in (chart.van, chart.naar)
    )
    sentences = [
        (
            f"Stroomdiagram: {chart.titel}, in {chart.eenheid}. Naar {chart.midden} toe:"
            f" {_closed(incoming)} Uit {chart.midden}: {_closed(outgoing)}"
        ),
        "Hoe breder de pijl, hoe groter het aantal.",
    ]
    if any(point.waarde is None for point in (*chart.van, *chart.naar)):
        sentences.append(
            "Een gestreepte pijl heeft geen breedte: dat aantal is hier niet bekend of niet"
            " getoond."
        )
    return " ".join(sentences)


_MARGIN = 20.0
_GAP = 14.0  # between the chart and what stands above and below it
_MEASURE = (
    0.8 * WIDTH
)  # of title and notes: a file of its own does not bring its font, and others are wider


def sheet(chart: Grafiek, height: float, content: str, id_: str, notes: Sequence[str]) -> str:
    """The drawing of `height` with the title above it and the notes below it.

    `<title>` and `<desc>` hold the text alternative.

    The chart keeps its own coordinates: what is above it has negative ones.
    """
    title = [
        Label(0, LINE * row, words, bold=True)
        for row, words in enumerate(wrap(chart.titel, _MEASURE, bold=True))
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
