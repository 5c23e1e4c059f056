# SPDX-License-Identifier: EUPL-1.2
"""A trend as a line chart in a file of its own: the values that stand as the line, revised ones as
dashes.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...core.model import Kind
from ...core.notation import join_names
from ...project.places import UsageProblem
from ...report.charts import Chart, Earlier, Point, Series, draw_file
from .model import NOT_SAID, Trend, TrendYear
from .wording import notes, origin, revision_sentence, signs

_MOST = 6  # lines that a reader can tell apart
_LISTED = 8  # revisions named below a chart
_NEWEST = "Nieuwste cijfer"


def trend_svg(trends: Sequence[Trend]) -> str:
    """The chart of one figure, or of several in the same unit.

    Raises UsageProblem when there are too many to tell apart.
    """
    if len(trends) > _MOST:
        hint = f", of een sleutel zoals '{trends[0].key}'" if trends[0].key else ""
        raise UsageProblem(
            f"Een grafiek toont hooguit {_MOST} lijnen en dit zijn er {len(trends)}; vraag er"
            f" minder{hint}."
        )
    units = list(dict.fromkeys(trend.unit for trend in trends))
    if len(units) > 1:
        raise UsageProblem(
            f"In één grafiek horen cijfers in dezelfde eenheid; dit zijn {join_names(units)}."
        )
    years = [year.year for trend in trends for year in trend.years]
    span = range(min(years), max(years) + 1)
    single = len(trends) == 1
    series = tuple(
        Series(_NEWEST if single else _name(trend, trends), tuple(_points(trend, span)))
        for trend in trends
    )
    breaks = sorted({str(one.year) for trend in trends for one in trend.breaks})
    chart = Chart(
        "lijn",
        _title(trends),
        tuple(map(str, span)),
        series,
        units[0] or "aantallen",
        tuple(breaks),
    )
    return f"{draw_file(chart, 'trend', _notes(trends))}\n"


def _title(trends: Sequence[Trend]) -> str:
    """The heading of one figure.

    Of several keys that of their figure, of several figures all of them.
    """
    refs = {trend.ref for trend in trends}
    if len(trends) > 1 and len(refs) == 1:
        return trends[0].heading.removesuffix(f": {trends[0].key}")
    return "; ".join(trend.heading for trend in trends)


def _name(trend: Trend, trends: Sequence[Trend]) -> str:
    """The shortest name that tells a line from the others."""
    if len({other.ref for other in trends}) == 1:
        return trend.key or trend.title
    same = sum(other.title == trend.title for other in trends) > 1
    return trend.heading if same or trend.key else trend.title


def _points(trend: Trend, span: Sequence[int]) -> list[Point]:
    by_year = {year.year: year for year in trend.years}
    return [
        _point(trend, by_year[year]) if year in by_year else Point(str(year), None, NOT_SAID)
        for year in span
    ]


def _point(trend: Trend, year: TrendYear) -> Point:
    label = str(year.year)
    if year.standing is None:
        return Point(label, None, year.text, ref=_ref(trend, year))
    figure = year.standing.figure
    earlier = tuple(
        Earlier(said.figure.value, f"{said.figure.printed} voor {label} in editie {said.edition}")
        for said in year.said
        if said is not year.standing
        and said.figure.period == figure.period
        and said.figure.value is not None
        and said.figure.value != figure.value
    )
    suppressed = figure.kind is Kind.SUPPRESSED
    return Point(
        label,
        figure.value,
        figure.printed,
        figure.provisional,
        figure.period,
        suppressed,
        _ref(trend, year),
        earlier,
    )


def _ref(trend: Trend, year: TrendYear) -> str:
    return (
        f"{trend.ref}[{year.year}]"
        if trend.key is None
        else f'{trend.ref}["{trend.key}", {year.year}]'
    )


def _notes(trends: Sequence[Trend]) -> list[str]:
    """What the text form says below the table, and what an open mark is."""
    figures = [
        said.figure for trend in trends for said in trend.standing if said.figure.value is not None
    ]
    revised = [
        f"Herzien: {revision_sentence(one, trend)}" for trend in trends for one in trend.revised
    ]
    more = [f"En nog {len(revised) - _LISTED} herziene cijfers."] if len(revised) > _LISTED else []
    return [
        *(
            ["Open teken: een deel van een jaar, of een voorlopig cijfer."]
            if any(one.period or one.provisional for one in figures)
            else []
        ),
        *revised[:_LISTED],
        *more,
        *_shared(trends, [list(notes(trend)) for trend in trends]),
        *signs(year.text for trend in trends for year in trend.years),
        *_shared(trends, [list(origin(trend)) for trend in trends]),
    ]


def _shared(trends: Sequence[Trend], said: Sequence[Sequence[str]]) -> list[str]:
    """What is said of every line once, and what is said of some with their name."""
    everywhere = set(said[0]).intersection(*said[1:])
    found = [
        words if words in everywhere else f"{_name(trend, trends)}: {words}"
        for trend, own in zip(trends, said, strict=True)
        for words in own
    ]
    return list(dict.fromkeys(found))
