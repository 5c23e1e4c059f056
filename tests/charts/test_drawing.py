"""Charts: well-formed, honest in size, legible, and the same every time."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standrapport.charts import Grafiek, Punt, Reeks, Stroom, describe, draw
from standrapport.charts.svg import COLOURS, INK, QUIET, text_width
from standrapport.notation import format_getal

SVG = "{http://www.w3.org/2000/svg}"
YEARS = ("2018", "2019", "2020", "2021")


def point(value: int | None, label: str = "") -> Punt:
    """A point as a report makes it."""
    return Punt(label, None if value is None else Decimal(value), "n.n.b." if value is None else format_getal(value))


def series(name: str, *values: int | None) -> Reeks:
    """A series over the years."""
    return Reeks(name, tuple(point(value, year) for value, year in zip(values, YEARS, strict=False)))


REAL = (
    series("Zelfstandig", 3610, 4460, 2630, 2100),
    series("Gedwongen", 2650, 2760, 1650, 1630),
    series("Zonder toezicht", 8620, 9660, 6880, 5600),
)
FLOW = Stroom(
    "Van instroom naar uitstroom",
    (point(9200, "IND"), point(2320, "Politie"), point(880, "KMar"), point(None, "Overig")),
    "Caseload",
    (point(2100, "Zelfstandig"), point(1630, "Gedwongen"), point(5600, "Zonder toezicht")),
    "personen",
)


def chart(form: str, *reeksen: Reeks) -> Grafiek:
    """A chart of a form over the years of its series."""
    return Grafiek(form, "Vertrek", YEARS[: len(reeksen[0].punten)], reeksen, "personen")  # type: ignore[arg-type]


ALL = [chart("staaf", *REAL), chart("gestapeld", *REAL), chart("lijn", *REAL), chart("ranglijst", REAL[0]), FLOW]


@pytest.mark.parametrize("drawing", ALL, ids=["staaf", "gestapeld", "lijn", "ranglijst", "stroom"])
def test_well_formed_with_its_text_alternative(drawing: Grafiek | Stroom) -> None:
    """The drawing is XML, its first child is the title with the whole text alternative, and it is repeatable."""
    svg = draw(drawing, "g1")
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == describe(drawing)
    assert root.attrib["role"] == "img"
    assert svg == draw(drawing, "g1")
    assert "nan" not in svg.lower().replace("onderdrukt", "")


def test_bars_are_as_long_as_their_values() -> None:
    """Heights of bars are in proportion to the values, from an honest zero."""
    root = ET.fromstring(draw(chart("staaf", *REAL), "g"))  # noqa: S314
    heights = [float(e.attrib["height"]) for e in root.iter(f"{SVG}rect") if e.attrib["class"] == "r1" and e.attrib["width"] != "14"]
    values = [3610, 4460, 2630, 2100]
    ratios = [height / value for height, value in zip(heights, values, strict=True)]
    assert max(ratios) / min(ratios) < 1.01


def test_bands_are_as_wide_as_their_values() -> None:
    """Both sides of a flow share one scale; an unknown flow is a dashed line, not a band."""
    root = ET.fromstring(draw(FLOW, "g"))  # noqa: S314
    widths = []
    for band in root.iter(f"{SVG}path"):
        if "band" in band.attrib["class"]:
            corners = re.findall(r"-?\d+(?:\.\d+)?", band.attrib["d"])
            widths.append(float(corners[8]) - float(corners[7]))
    values = [9200, 2320, 880, 2100, 1630, 5600]
    ratios = [width / value for width, value in zip(widths, values, strict=True)]
    assert max(ratios) / min(ratios) < 1.02
    assert sum(1 for e in root.iter(f"{SVG}path") if e.attrib["class"] == "onbekend") == 1


def boxes(svg: str) -> list[tuple[str, float, float, float, float]]:
    """Text boxes (upright text left out) by the width table."""
    found = []
    for element in ET.fromstring(svg).iter(f"{SVG}text"):  # noqa: S314
        if "x" not in element.attrib:
            continue
        size = float(element.attrib["font-size"])
        width = text_width(element.text or "", size, bold="font-weight" in element.attrib)
        x, y = float(element.attrib["x"]), float(element.attrib["y"])
        left = x - {"start": 0, "middle": width / 2, "end": width}[element.attrib["text-anchor"]]
        found.append((element.text or "", left, y - size * 0.72, left + width, y))
    return found


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["gestapeld", "lijn", "staaf"]),
    st.lists(st.lists(st.one_of(st.none(), st.integers(0, 30000)), min_size=4, max_size=4), min_size=1, max_size=3),
)
def test_labels_do_not_touch_the_axis_or_each_other_sideways(form: str, values: list[list[int | None]]) -> None:
    """No text leaves the picture, whatever the values; axis and category labels never overlap."""
    svg = draw(chart(form, *(series(f"Reeks {n}", *row) for n, row in enumerate(values))), "g")
    found = boxes(svg)
    assert all(left >= -1 and right <= 681 for _, left, _, right, _ in found), found
    fixed = [box for box in found if box[0] in YEARS]
    for first, second in combinations(fixed, 2):
        assert first[3] <= second[1] or second[3] <= first[1]


@pytest.mark.parametrize("drawing", [FLOW, chart("ranglijst", REAL[0])])
def test_flow_and_ranking_labels_never_overlap(drawing: Grafiek | Stroom) -> None:
    """Names and values of a flow and a ranking stand free of each other."""
    for (a, *first), (b, *second) in combinations(boxes(draw(drawing, "g")), 2):
        apart = first[2] <= second[0] or second[2] <= first[0] or first[3] <= second[1] or second[3] <= first[1]
        assert apart, (a, b)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2)."""
    bright, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_contrast() -> None:
    """Text and series have 4.5:1 against the page, light and dark, and so have the values written on bars."""
    assert contrast(INK, "#ffffff") >= 4.5
    assert contrast(QUIET, "#ffffff") >= 4.5
    assert all(contrast(colour, "#ffffff") >= 4.5 for colour in COLOURS)
    dark = ("#7cc0ee", "#f0a568", "#7dd3a8", "#cfa5e4", "#e2c56b", "#b9c4cd", "#e8edf1")
    assert all(contrast(colour, "#12181e") >= 4.5 for colour in dark)
    assert all(contrast(colour, "#0d1318") >= 4.5 for colour in dark)


def test_descriptions_say_what_is_seen() -> None:
    """First and last, change, extremes in between, and what is unknown."""
    assert describe(chart("lijn", REAL[0])) == (
        "Lijndiagram: Vertrek, in personen. Zelfstandig: 3.610 in 2018, 2.100 in 2021 (1.510 minder), hoogste 4.460 in 2019."
    )
    assert "niet bekend voor 2020" in describe(chart("staaf", series("A", 1, 2, None, 3)))
    assert "Overig n.n.b." in describe(FLOW)
