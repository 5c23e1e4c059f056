# SPDX-License-Identifier: EUPL-1.2
"""Labels of charts: large enough, inside the picture, and never touching, whatever the figures."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from standrapport.report.charts import Chart, Flow, Point, Series, draw, draw_pages
from standrapport.report.charts.label import spread, text_width, wrap
from tests.report.charts.examples import (
    EXAMPLES,
    PROCESS,
    Form,
    Value,
    chart,
    charts,
    flows,
    processes,
    series,
)
from tests.report.charts.reading import SVG, overlapping, parse, size, texts


def check(drawing: Chart | Flow) -> None:
    """What every picture must satisfy, on a page and on a phone."""
    for narrow in (False, True):
        _check(draw(drawing, "g", narrow=narrow))


def _check(svg: str) -> None:
    assert "transform" not in svg  # no letter is turned
    assert overlapping(svg) == []
    width, height = size(svg)
    for text in texts(svg):
        assert text.left >= -0.5, text
        assert text.right <= width + 0.5, text
        assert text.top >= -0.5, text
        assert text.bottom <= height + 0.5, text
    for element in parse(svg).iter():
        if element.tag == f"{SVG}text":
            assert float(element.attrib["font-size"]) >= 15
            assert "opacity" not in element.attrib
            assert "fill-opacity" not in element.attrib
        for name in ("x", "y", "width", "height", "cx", "cy", "x1", "x2", "y1", "y2"):
            assert math.isfinite(float(element.attrib.get(name, "0")))
    assert "nan" not in "".join(
        value
        for e in parse(svg).iter()
        for key, value in e.attrib.items()
        if key in ("d", "points")
    )


@pytest.mark.parametrize("form", EXAMPLES)
def test_examples(form: str) -> None:
    """The real series, all forms; compact enough to stand two on a page."""
    check(EXAMPLES[form])
    assert size(draw(EXAMPLES[form], "g"))[1] <= 380


@pytest.mark.parametrize("values", [(-100, -50, None, -100), (100, 100, "<5", None), (0, 0, 0, 0)])
@pytest.mark.parametrize("form", ["staaf", "gestapeld", "lijn"])
def test_values_at_the_edge(form: Form, values: tuple[Value, ...]) -> None:
    """A value on the lowest or highest tick still has room for its label."""
    check(chart(form, series("A", *values)))


@settings(max_examples=400, deadline=None)
@given(charts())
def test_any_chart(drawing: Chart) -> None:
    """Any number of series and categories, long names, gaps, breaks, negative values."""
    check(drawing)


@settings(max_examples=150, deadline=None)
@given(processes())
def test_any_process(drawing: Flow) -> None:
    """Any number of ways with any words, on a page and on a phone."""
    check(drawing)


def test_the_process_of_return() -> None:
    """Half a page of paper, and its boxes are wide enough for every line in them."""
    check(PROCESS)
    assert size(draw(PROCESS, "g"))[1] <= 560


@settings(max_examples=150, deadline=None)
@given(flows())
def test_any_flow(drawing: Flow) -> None:
    """Any number of flows of any size, long names, unknown flows."""
    check(drawing)


def test_widths_are_those_of_the_font() -> None:
    """Known widths of Fira Sans: a wide and a narrow letter, an accent that adds nothing, semibold
    that is wider.
    """
    assert text_width("W", 1000) == 826
    assert text_width("i", 1000) == 282
    assert text_width("ë", 1000) == text_width("e", 1000)
    assert text_width("13.840", bold=True) > text_width("13.840")


@given(st.text(st.sampled_from("abcdWi "), max_size=80), st.floats(30, 200), st.booleans())
def test_wrapped_lines_fit_and_lose_nothing(words: str, width: float, bold: bool) -> None:
    """Every line fits its width.

    Without the hyphens of broken words the letters are those of the text.
    """
    lines = wrap(words, width, bold=bold)
    assert all(text_width(line, bold=bold) <= width for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == words.replace(" ", "")


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(5, 40)), max_size=6))
def test_spread_keeps_order_and_distance(items: list[tuple[float, float]]) -> None:
    """Names along an edge keep their order, have their room and stay between the ends, or are said
    not to fit.
    """
    middles, rooms = [middle for middle, _ in items], [room for _, room in items]
    placed = spread(middles, rooms, 0, 200)
    if placed is None:
        assert sum(rooms) > 200
        return
    order = sorted(range(len(items)), key=lambda at: placed[at])
    assert [middles[at] for at in order] == sorted(middles)
    for one, other in pairwise(order):
        assert placed[other] - placed[one] >= (rooms[one] + rooms[other]) / 2 - 1e-6
    assert all(
        placed[at] - rooms[at] / 2 >= -1e-6 and placed[at] + rooms[at] / 2 <= 200 + 1e-6
        for at in order
    )


def test_a_long_ranking_goes_on_beside_itself() -> None:
    """Sixty-six bars stand in two columns of one scale that fit a page together; on a phone, where
    a page has no end, they stay below each other.
    """
    names = tuple(f"Verzonnen land {number}" for number in range(66))
    points = tuple(Point(name, Decimal(1000 - at), str(1000 - at)) for at, name in enumerate(names))
    long = Chart("ranglijst", "Lang", names, (Series("", points),), "personen")
    check(long)
    wide, narrow = draw(long, "g"), draw(long, "g", narrow=True)
    axes = [svg.count('class="nul"') for svg in (wide, narrow)]
    assert axes == [2, 1]
    assert size(wide)[1] < 1000 < size(narrow)[1]
    assert {text.content for text in texts(wide)} >= set(names)


def test_a_ranking_of_hundreds_takes_more_pages() -> None:
    """Every bar stands on one of them, and none of them is higher than a page holds."""
    names = tuple(f"Verzonnen land {number}" for number in range(230))
    points = tuple(Point(name, Decimal(1000 - at), str(1000 - at)) for at, name in enumerate(names))
    long = Chart("ranglijst", "Lang", names, (Series("", points),), "personen")
    drawn = draw_pages(long, "g")
    assert len(drawn) == 3
    assert all(size(svg)[1] < 1300 for svg in drawn)
    written = {text.content for svg in drawn for text in texts(svg)}
    assert written >= {point.text for point in points}
    assert "Lang (2 van 3)" in drawn[1]
    short = replace(long, categories=names[:80], series=(Series("", points[:80]),))
    assert draw_pages(short, "g") == ()


def test_a_word_without_end_is_broken_whole() -> None:
    """No letter of it is lost, no line is too wide, and each line is looked at once."""
    word = "abcdefghij" * 3000
    lines = wrap(word, 120.0)
    assert "".join(one.removesuffix("-") for one in lines) == word
    assert max(text_width(one) for one in lines) <= 120.0
