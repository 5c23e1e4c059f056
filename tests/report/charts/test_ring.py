# SPDX-License-Identifier: EUPL-1.2
"""Groups around a middle: everything is in the picture, nothing touches, and the same is said in
words.
"""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings, strategies as st

from standrapport.report.charts import Ring, draw_ring
from standrapport.report.charts.svg import INK, PANEL, contrast
from tests.report.charts.reading import SVG, overlapping, parse, size, texts

WORDS = [
    "Verzonnen",
    "groep",
    "organisaties",
    "die",
    "langdurigsamenwerkingsverband",
    "helpt",
    "en",
    "toetst",
]
Rect = tuple[float, float, float, float]
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


def boxes(svg: str) -> list[Rect]:
    """The groups: left, top, right, bottom."""
    found = [e.attrib for e in parse(svg).iter(f"{SVG}rect") if e.attrib.get("class") == "vlak"]
    return [
        (x := float(a["x"]), y := float(a["y"]), x + float(a["width"]), y + float(a["height"]))
        for a in found
    ]


def inside(x: float, y: float, box: Rect) -> bool:
    """Whether a point lies within a box, its edge left out."""
    return box[0] + 0.5 < x < box[2] - 0.5 and box[1] + 0.5 < y < box[3] - 0.5


def check(ring: Ring, *, narrow: bool) -> None:
    """All words in the picture, no texts or groups over each other, no line behind a group, the
    middle clear.
    """
    svg = draw_ring(ring, "k", narrow=narrow)
    width, height = size(svg)
    assert overlapping(svg) == []
    for text in texts(svg):
        assert text.left >= -0.5, text
        assert text.right <= width + 0.5, text
        assert text.bottom <= height + 0.5, text
    groups = boxes(svg)
    assert len(groups) == len(ring.groups)
    for one, other in combinations(groups, 2):
        assert not (
            one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        )
    for line in parse(svg).iter(f"{SVG}line"):
        x1, y1, x2, y2 = (float(line.attrib[name]) for name in ("x1", "y1", "x2", "y2"))
        for step in range(1, 100):
            at = step / 100
            assert not any(inside(x1 + (x2 - x1) * at, y1 + (y2 - y1) * at, box) for box in groups)
    for circle in parse(svg).iter(f"{SVG}circle"):
        x, y, r = (float(circle.attrib[name]) for name in ("cx", "cy", "r"))
        assert all(
            box[2] <= x - r or box[0] >= x + r or box[3] <= y - r or box[1] >= y + r
            for box in groups
        )


def test_the_middle_grows_with_its_name() -> None:
    """Every corner of every line of a long name lies within the circle."""
    svg = draw_ring(
        Ring(
            "Partners",
            "Verzonnen dienst voor langdurige samenwerking",
            (("Alfa", ""), ("Beta", "")),
        ),
        "k",
    )
    circle = next(iter(parse(svg).iter(f"{SVG}circle"))).attrib
    x, y, r = (float(circle[name]) for name in ("cx", "cy", "r"))
    lines = [text for text in texts(svg) if text.content not in ("Alfa", "Beta")]
    assert len(lines) > 2
    assert all(
        hypot(side - x, edge - y) <= r
        for text in lines
        for side in (text.left, text.right)
        for edge in (text.top, text.bottom)
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(phrases, st.one_of(st.just(""), phrases)), min_size=1, max_size=10),
    phrases,
    st.booleans(),
)
def test_any_ring(groups: list[tuple[str, str]], middle: str, narrow: bool) -> None:
    """Any number of groups, long names, with and without a role."""
    check(Ring("Verzonnen partners", middle, tuple(groups)), narrow=narrow)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_word_is_drawn_and_said(narrow: bool) -> None:
    """The names and roles stand in the drawing and, in the same order, in its text alternative."""
    ring = Ring(
        "Partners", "Dienst", (("Alfa", "Helpt mee."), ("Beta", ""), ("Gamma", "Kijkt toe."))
    )
    svg = draw_ring(ring, "k", narrow=narrow)
    assert {text.content for text in texts(svg)} == {
        "Dienst",
        "Alfa",
        "Helpt mee.",
        "Beta",
        "Gamma",
        "Kijkt toe.",
    }
    title = parse(svg).find(f"{SVG}title")
    assert title is not None
    assert (
        title.text
        == "Partners. In het midden staat Dienst, met 3 groepen eromheen. Alfa: Helpt mee. Beta. Gamma: Kijkt toe."
    )


def test_text_reads_well_on_its_panel() -> None:
    """Dark on a light panel, and light on the panel of the dark style sheet."""
    assert contrast(INK, PANEL) >= 7
    assert contrast("#e8edf1", "#1d262f") >= 7
