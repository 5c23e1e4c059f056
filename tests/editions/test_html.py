# SPDX-License-Identifier: EUPL-1.2
"""The HTML of both editions: accessible, valid, self-contained, and readable without style."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from standrapport.pipeline.build import Built
from tests.web.checkers import axe, keyboard, nu

from .conftest import YEARS, page

Builds = dict[int, tuple[Built, Path]]


@pytest.mark.parametrize("year", YEARS)
def test_axe_finds_nothing_and_nothing_is_asked_of_the_outside(built: Builds, year: int) -> None:
    """WCAG 2.2 AA and best practices at 360 and 1280 px, light and dark.

    The one rule axe leaves open is the contrast of text in drawings, whose background it cannot
    see; tests/report/charts measures it.
    """
    results = axe(page(built[year][1], "html"))
    assert len(results) == 4
    for result in results:
        assert result["passes"] > 30
        assert result["violations"] == []
        assert result["asked"] == []
        assert result["overflow"] == 0
        assert [
            rule["rule"] for rule in result["incomplete"] if rule["rule"] != "color-contrast"
        ] == []
        for rule in result["incomplete"]:
            assert all(node["html"].startswith(("<text", "<tspan")) for node in rule["nodes"]), rule


@pytest.mark.parametrize("year", YEARS)
def test_valid_html(built: Builds, year: int) -> None:
    """The Nu HTML checker has nothing to say."""
    assert nu(page(built[year][1], "html")) == []


@pytest.mark.parametrize("year", YEARS)
def test_headings_have_no_gaps(built: Builds, year: int) -> None:
    """One h1, and no level is skipped on the way down."""
    levels = [
        int(level)
        for level in re.findall(r"<h([1-6])[ >]", page(built[year][1], "html").read_text("utf-8"))
    ]
    assert levels.count(1) == 1
    assert levels[0] in (1, 2)
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("year", YEARS)
def test_links_within_the_page_lead_somewhere(built: Builds, year: int) -> None:
    """Every internal link has its target, and no address is used twice."""
    html = page(built[year][1], "html").read_text("utf-8")
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


@pytest.mark.parametrize("year", YEARS)
def test_every_chart_can_be_read_without_seeing_it(built: Builds, year: int) -> None:
    """Each chart has its text alternative as the first thing in the drawing, and its figures as a
    table below.
    """
    figures = re.findall(
        r"<figure>(.*?)</figure>", page(built[year][1], "html").read_text("utf-8"), re.DOTALL
    )
    charts = [figure for figure in figures if 'class="grafiek"' in figure]
    assert len(charts) >= 5
    for chart in charts:
        alternative = re.search(r"<svg[^>]*>\s*<title[^>]*>([^<]+)</title>", chart)
        assert alternative, chart[:300]
        assert len(alternative[1]) > 40
        assert re.search(r"<table>.*<th scope=.*<data value=", chart, re.DOTALL), chart[-300:]


@pytest.mark.parametrize("year", YEARS)
def test_sizes(built: Builds, year: int) -> None:
    """HTML under 700 kB, PDF under 500 kB."""
    assert page(built[year][1], "html").stat().st_size < 700_000
    assert page(built[year][1], "pdf").stat().st_size < 500_000


@pytest.mark.parametrize("year", YEARS)
def test_keyboard_and_zoom(built: Builds, year: int) -> None:
    """Tab reaches every link, fold and sliding table, each in view with a visible outline.

    At 400 % nothing slides sideways.
    """
    walk = keyboard(page(built[year][1], "html"))
    assert walk["wanted"] > 50
    assert len(walk["stops"]) >= walk["wanted"]
    assert [stop for stop in walk["stops"] if not stop["visible"] or stop["outline"] < 2] == []
    assert walk["stops"][0]["words"] == "Naar de inhoud"
    assert walk["skipped"] == "inhoud"
    assert walk["zoom"] == {"overflow": 0, "wide": [], "small": 0}


def test_a_concept_says_so_on_every_page(built: Builds) -> None:
    """The 2024 edition is a concept: the band stands in the HTML, and in the PDF on each page."""
    import pypdfium2

    assert "Concept" in page(built[2024][1], "html").read_text("utf-8")
    document = pypdfium2.PdfDocument(page(built[2024][1], "pdf"))
    assert all(
        "Concept" in document[n].get_textpage().get_text_range() for n in range(len(document))
    )
