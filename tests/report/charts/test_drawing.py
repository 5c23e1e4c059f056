# SPDX-License-Identifier: EUPL-1.2
"""Charts: well-formed, honest in size, and the same every time."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from standrapport.report.charts import (
    Chart,
    Earlier,
    Flow,
    Point,
    Series,
    describe,
    draw,
    draw_file,
    sparkline,
)
from standrapport.report.charts.frame import axis_for
from standrapport.report.charts.svg import PALETTE
from tests.report.charts.examples import EXAMPLES, REAL, YEARS, chart, charts, flows, point, series
from tests.report.charts.reading import SVG, marks, overlapping, parse, texts

HERE = Path(__file__).parent


@pytest.mark.parametrize("form", EXAMPLES)
def test_well_formed_with_its_text_alternative(form: str) -> None:
    """The drawing is XML, its first child is the title with the whole text alternative, and it is
    repeatable.
    """
    drawing = EXAMPLES[form]
    svg = draw(drawing, "g1")
    root = parse(svg)
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == describe(drawing)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == root[0].attrib["id"] == "g1-t"
    assert svg == draw(drawing, "g1")


@pytest.mark.parametrize("form", EXAMPLES)
def test_stored_drawings(form: str, request: pytest.FixtureRequest) -> None:
    """What is drawn now is what was last looked at; `--golden` renews the stored drawings."""
    stored = HERE / "golden" / f"{form}.svg"
    now = draw(EXAMPLES[form], form).replace("><", ">\n<") + "\n"
    if request.config.getoption("--golden"):
        stored.parent.mkdir(exist_ok=True)
        stored.write_text(now, "utf-8")
    assert now == stored.read_text("utf-8")


@settings(max_examples=150, deadline=None)
@given(charts(("staaf",)))
def test_bars_are_as_long_as_their_values(drawing: Chart) -> None:
    """Heights are in proportion to the values, from an honest zero.

    What is unknown has no bar, what is suppressed an outline.
    """
    bars = marks(draw(drawing, "g"), "rect")
    points = [one for series in drawing.series for one in series.points]
    largest = max(
        (abs(value) for series in drawing.series for value in series.values), default=Decimal(0)
    )
    tallest = max(
        (float(bars[one.ref].attrib["height"]) for one in points if one.value is not None),
        default=0.0,
    )
    for one in points:
        if one.value is not None:
            share = float(abs(one.value) / largest) if largest else 0.0
            assert float(bars[one.ref].attrib["height"]) == pytest.approx(share * tallest, abs=0.11)
        elif one.suppressed:
            assert bars[one.ref].attrib["fill"] == "none"
        else:
            assert one.ref not in bars


@settings(max_examples=100, deadline=None)
@given(charts(("gestapeld",)))
def test_parts_of_a_pile_are_as_high_as_their_values(drawing: Chart) -> None:
    """All parts of all piles share one scale."""
    bars = marks(draw(drawing, "g"), "rect")
    sized = [
        (one.value, float(bars[one.ref].attrib["height"]))
        for series in drawing.series
        for one in series.points
        if one.value
    ]
    largest = max(sized, key=lambda item: abs(item[0]), default=(Decimal(1), 1.0))
    for value, height in sized:
        assert height == pytest.approx(float(abs(value / largest[0])) * largest[1], abs=0.11)


@settings(max_examples=100, deadline=None)
@given(flows())
def test_bands_are_as_wide_as_their_values(drawing: Flow) -> None:
    """Both sides of a flow share one scale.

    An unknown flow is a dashed outline without width in the middle.
    """
    bands = marks(draw(drawing, "g"), "path")
    points = [*drawing.inflow, *drawing.outflow]
    widths = {}
    for ref, band in bands.items():
        corners = [float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", band.attrib["d"])]
        widths[ref] = (corners[8] - corners[7], corners[-1] - corners[1])
    largest = max((one.value for one in points if one.value), default=Decimal(1))
    broadest = next((widths[one.ref][0] for one in points if one.value == largest), 0.0)
    for one in points:
        inner, outer = widths[one.ref]
        if one.value is None:
            assert "onbekend" in bands[one.ref].attrib["class"]
            assert bands[one.ref].attrib["fill"] == "none"
            assert inner == 0
        else:
            assert inner == pytest.approx(float(one.value / largest) * broadest, abs=0.31)
            assert outer == pytest.approx(inner, abs=0.21)


def test_unequal_sides_of_a_flow_stay_unequal() -> None:
    """The middle shows both heights: full where the flows are known, open for the difference."""
    svg = draw(Flow("T", (point(300, "In"),), "Midden", (point(200, "Uit"),), "personen"), "g")
    halves = [
        float(e.attrib["height"])
        for e in parse(svg).iter(f"{SVG}rect")
        if e.attrib["class"] == "midden"
    ]
    assert halves[1] == pytest.approx(halves[0] * 2 / 3, abs=0.1)
    assert sum("verschil" in e.attrib["class"] for e in parse(svg).iter(f"{SVG}rect")) == 1
    same = draw(Flow("T", (point(300, "In"),), "Midden", (point(300, "Uit"),), "personen"), "g")
    assert "verschil" not in same


def test_negative_bars_hang_from_zero() -> None:
    """A negative bar begins at the zero line and has its value below it."""
    svg = draw(chart("staaf", series("A", -20, 30)), "g")
    bars = marks(svg, "rect")
    up, down = bars["A.2019"], bars["A.2018"]
    assert float(up.attrib["y"]) + float(up.attrib["height"]) == pytest.approx(
        float(down.attrib["y"]), abs=0.11
    )
    value = next(text for text in texts(svg) if text.content == "−20" and text.left > 60)
    assert value.top > float(down.attrib["y"]) + float(down.attrib["height"])


def _strokes(svg: str) -> list[int]:
    return [len(e.attrib["points"].split()) for e in parse(svg).iter(f"{SVG}polyline")]


def test_lines_are_open_where_nothing_is_known() -> None:
    """A line is interrupted at an unknown value, which is named there, and at a break in the
    series.
    """
    gap = draw(chart("lijn", series("A", 10, 20, None, 30)), "g")
    assert _strokes(gap) == [2]
    assert sum(text.content == "n.n.b." for text in texts(gap)) == 1
    assert _strokes(draw(chart("lijn", series("A", 10, 20, 25, 30)), "g")) == [4]
    broken = draw(chart("lijn", series("A", 10, 20, 25, 30), breaks=("2020",)), "g")
    assert _strokes(broken) == [2, 2]
    assert sum(text.content == "breuk" for text in texts(broken)) == 1


def test_part_years_and_provisional_values_look_different() -> None:
    """A part of a year has a pale bar with an outline and its period below the year.

    A provisional value is hatched.
    """
    points = (
        point(10, "2018", "heel"),
        point(8, "2019", "deel", period="t/m oktober"),
        point(9, "2020", "voorlopig", provisional=True),
    )
    svg = draw(Chart("staaf", "T", YEARS[:3], (Series("A", points),), "personen"), "g")
    bars = marks(svg, "rect")
    assert "fill-opacity" in bars["deel"].attrib
    assert "fill-opacity" not in bars["heel"].attrib
    assert svg.count("deeljaar") == 1
    assert svg.count("arcering") == 1
    assert (
        " ".join(
            text.content for text in texts(svg) if text.content in ("t/m", "oktober", "t/m oktober")
        )
        == "t/m oktober"
    )


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([13840], ["0", "5.000", "10.000", "15.000"]),
        ([2], ["0", "1", "2"]),
        ([12], ["0", "5", "10", "15"]),
        ([-1800, 1530], ["−2.000", "−1.000", "0", "1.000", "2.000"]),
        (["0.4", "1.1"], ["0,00", "0,25", "0,50", "0,75", "1,00", "1,25"]),
        ([], ["0"]),
    ],
)
def test_ticks_are_round_and_exact(values: list[int | str], labels: list[str]) -> None:
    """Ticks are written as they are, never rounded to something else.

    Whole numbers get whole ticks.
    """
    axis = axis_for([Decimal(value) for value in values], 0, 100)
    assert [axis.label(tick) for tick in axis.ticks] == labels


def test_every_bar_has_the_colour_of_its_series() -> None:
    """The colours come from one place, so that a style sheet of a house can replace them all."""
    svg = draw(chart("staaf", *REAL[:2]), "g")
    assert {e.attrib["fill"] for e in marks(svg, "rect").values()} == {*PALETTE.fills[:2]}


def test_a_series_must_fit_its_categories() -> None:
    """A missing point is a mistake of the program, not a gap."""
    with pytest.raises(ValueError, match="precies één punt per categorie"):
        Chart(
            "staaf",
            "T",
            ("2018", "2019"),
            (Series("A", (Point("2018", None, "n.n.b."),)),),
            "personen",
        )


def test_sparkline_is_small_and_without_text() -> None:
    """A decorative line, open at unknown values, absent when there is nothing to connect."""
    points = [point(value, "") for value in (3, 5, None, 4, 2)]
    root = parse(sparkline(points))
    assert [len(e.attrib["points"].split()) for e in root.iter(f"{SVG}polyline")] == [2, 2]
    assert not list(root.iter(f"{SVG}text"))
    assert sparkline(points[:1]) == ""
    assert sparkline([point(None), point(4)]) == ""


def test_earlier_values_are_dashes_at_their_own_height() -> None:
    """A value that was given before has a dash where it would stand, is named in the key, and
    stretches the axis when it must.
    """
    points = (
        point(100, "2018", "a"),
        replace(
            point(60, "2019", "b"), earlier=(Earlier(Decimal(90), "90 voor 2019 in editie 2019"),)
        ),
    )
    drawing = Chart("lijn", "T", YEARS[:2], (Series("Nieuwste cijfer", points),), "personen")
    svg = draw(drawing, "g")
    dashes = [
        element
        for element in parse(svg).iter(f"{SVG}line")
        if element.attrib.get("class") == "eerder"
    ]
    circles = marks(svg, "circle")
    top, low = float(circles["a"].attrib["cy"]), float(circles["b"].attrib["cy"])
    heights = [float(dash.attrib["y1"]) for dash in dashes]
    assert len(heights) == 2  # one in the key, one in the chart
    assert min(abs(height - (top + (low - top) / 4)) for height in heights) < 0.2
    assert {"Nieuwste cijfer", "Eerder gemeld"} <= {text.content for text in texts(svg)}
    assert "Eerder gemeld: 90 voor 2019 in editie 2019." in describe(drawing)


def test_a_chart_as_a_file_of_its_own() -> None:
    """Title above, notes below, `<title>` and `<desc>` with the text alternative, nothing outside
    the picture and nothing touching.
    """
    drawing = EXAMPLES["lijn"]
    assert isinstance(drawing, Chart)
    long = replace(
        drawing,
        title="Een titel die veel langer is dan er op een regel past, want zo heten de reeksen van deze dienst nu eenmaal",
    )
    svg = draw_file(
        long,
        "g",
        [
            "Een noot die uitlegt wat er in de grafiek staat en waarom, en die ook over de regel heen loopt.",
            "Bron: b.",
        ],
    )
    root = parse(svg)
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert (root[1].text or "").startswith(describe(long))
    assert (root[1].text or "").endswith("Bron: b.")
    assert root.attrib["aria-labelledby"].split() == [root[0].attrib["id"], root[1].attrib["id"]]
    assert overlapping(svg) == []
    for text in texts(svg):
        assert left <= text.left < text.right <= left + width
        assert top <= text.top < text.bottom <= top + height
