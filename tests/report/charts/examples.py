# SPDX-License-Identifier: EUPL-1.2
"""Charts to draw in tests: real series of the service, and any chart at all."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from hypothesis import strategies as st

from standrapport.core.notation import format_getal
from standrapport.report.charts import Chart, Earlier, Flow, Point, Series, Way

YEARS = ("2018", "2019", "2020", "2021")
Value = int | str | None
Form = Literal["staaf", "gestapeld", "lijn", "ranglijst"]


def point(
    value: Value,
    label: str = "",
    ref: str = "",
    *,
    period: str | None = None,
    provisional: bool = False,
) -> Point:
    """A point as a report makes it: a number, None for n.n.b., or '<5'."""
    if isinstance(value, str):
        return Point(label, None, value, provisional, period, suppressed=True, ref=ref)
    if value is None:
        return Point(label, None, "n.n.b.", provisional, period, ref=ref)
    return Point(label, Decimal(value), format_getal(value), provisional, period, ref=ref)


def series(name: str, *values: Value) -> Series:
    """A series over the years, its figures named name.year."""
    return Series(
        name,
        tuple(
            point(value, year, f"{name}.{year}") for value, year in zip(values, YEARS, strict=False)
        ),
    )


def chart(form: Form, *all_series: Series, breaks: tuple[str, ...] = ()) -> Chart:
    """A chart of a form over the years of its series."""
    return Chart(
        form, "Vertrek", YEARS[: len(all_series[0].points)], all_series, "personen", breaks
    )


REAL = (
    series("Zelfstandig", 3610, 4460, 2630, 2100),
    series("Gedwongen", 2650, 2760, 1650, 1630),
    series("Zonder toezicht", 8620, 9660, 6880, 5600),
)
INFLOW = (
    series("IND", 13000, 15640, 9780, 9200),
    series("Politie", 3160, 3080, 2350, 2320),
    series("KMar", 1080, 1260, 720, 880),
    series("Overig", 1770, 2570, 1820, 1440),
)
FLOW = Flow(
    "Van instroom naar uitstroom",
    (
        point(9200, "IND", "a"),
        point(2320, "Politie", "b"),
        point(880, "KMar", "c"),
        point(None, "Overig", "d"),
    ),
    "Caseload",
    (
        point(2100, "Zelfstandig", "e"),
        point(1630, "Gedwongen", "f"),
        point(5600, "Zonder toezicht", "g"),
    ),
    "personen",
)
PROCESS = replace(
    FLOW,
    outflow=(
        *FLOW.outflow,
        point(None, "Zonder vertrek", "h"),
        replace(point(670, "Erbij in de caseload", "i"), loose=True),
    ),
    ways=(
        Way("Werkt mee", ("Zelfstandig: 54 %",), ("Hulp bij het vertrek", "Hulp daarna"), (0,)),
        Way(
            "Werkt niet mee",
            (),
            ("Uitzetproces",),
            (1,),
            (0, "Alsnog meewerken kan"),
            ("Uitzetbaar", "Beschikbaar", "Reisdocument"),
            "Stoplichten op groen",
        ),
    ),
)
EXAMPLES: dict[str, Chart | Flow] = {
    "staaf": chart("staaf", *REAL, breaks=("2021",)),
    "gestapeld": chart("gestapeld", *INFLOW),
    "lijn": chart("lijn", *REAL),
    "ranglijst": chart("ranglijst", REAL[0]),
    "stroom": FLOW,
}

_words = st.text(st.sampled_from("abcdehiklmnoprstuvwzABDMW ë"), min_size=1, max_size=45).map(
    lambda words: words.strip() or "a"
)
_values = st.one_of(
    st.none(),
    st.just("<5"),
    st.integers(0, 30),
    st.integers(0, 40_000),
    st.integers(-3000, 1_500_000),
)
_positive = st.one_of(st.none(), st.just("<5"), st.integers(0, 30), st.integers(0, 40_000))


_earlier_values = st.lists(st.integers(0, 40_000), max_size=2)


def _earlier(values: list[int]) -> tuple[Earlier, ...]:
    """Values that were given before."""
    return tuple(Earlier(Decimal(value), f"{value} in editie 2020") for value in values)


@st.composite
def charts(
    draw: st.DrawFn, forms: tuple[Form, ...] = ("staaf", "gestapeld", "lijn", "ranglijst")
) -> Chart:
    """Any chart a report could ask for, sensible or not."""
    form = draw(st.sampled_from(forms))
    count = draw(st.integers(1, 13))
    years = tuple(str(2024 - count + number) for number in range(count))
    categories = (
        years
        if draw(st.booleans())
        else tuple(draw(st.lists(_words, min_size=count, max_size=count, unique=True)))
    )
    period = draw(st.sampled_from([None, None, "t/m november"]))
    provisional = draw(st.booleans())
    revised = draw(st.booleans())
    rows = draw(
        st.lists(
            st.lists(_values, min_size=count, max_size=count),
            min_size=1,
            max_size=1 if form == "ranglijst" else 6,
        )
    )
    all_series = []
    for row, values in enumerate(rows):
        points = [
            point(
                value,
                category,
                f"r{row}.{at}",
                period=period if at == count - 1 else None,
                provisional=provisional and at >= count - 2,
            )
            for at, (value, category) in enumerate(zip(values, categories, strict=True))
        ]
        if revised:
            points = [replace(one, earlier=_earlier(draw(_earlier_values))) for one in points]
        all_series.append(Series(draw(_words), tuple(points)))
    breaks = tuple(draw(st.sets(st.sampled_from(categories), max_size=2)))
    unit = draw(st.sampled_from(["personen", "aanvragen voor een laissez-passer"]))
    return Chart(form, "Titel", categories, tuple(all_series), unit, tuple(sorted(breaks)))


@st.composite
def flows(draw: st.DrawFn) -> Flow:
    """Any flow diagram, with unknown and suppressed flows."""
    sides = []
    for side in ("van", "naar"):
        values = draw(st.lists(_positive, min_size=1, max_size=7))
        sides.append(
            tuple(point(value, draw(_words), f"{side}.{at}") for at, value in enumerate(values))
        )
    return Flow("Titel", sides[0], draw(_words), sides[1], "personen")


@st.composite
def processes(draw: st.DrawFn) -> Flow:
    """Any process: ways that end in one flow or share one, with steps, lights and ways back."""
    flow = draw(flows())
    count = draw(st.integers(1, 4))
    lines = st.lists(_words, max_size=3).map(tuple)
    ends = st.lists(st.integers(0, len(flow.outflow) - 1), min_size=1, max_size=2, unique=True).map(
        tuple
    )
    ways = []
    for at in range(count):
        to = draw(st.integers(0, count - 1))
        back = (to, draw(_words)) if to != at else None
        ways.append(
            Way(draw(_words), draw(lines), draw(lines), draw(ends), back, draw(lines), "Licht")
        )
    stays = replace(point(draw(_positive), draw(_words), "blijft"), loose=True)
    return replace(flow, outflow=(*flow.outflow, stays), ways=tuple(ways))
