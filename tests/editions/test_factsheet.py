# SPDX-License-Identifier: EUPL-1.2
"""The factsheet of both editions: two pages, the figures of the report, and as accessible as the
report.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from standrapport.core.model import Chapter
from standrapport.pipeline.build import Built
from tests.pdf.verapdf import validate
from tests.web.checkers import axe, nu, printed

from .conftest import YEARS, factsheet
from .test_numbers import data_elements, recomputed

Builds = dict[int, tuple[Built, Path]]


@pytest.mark.parametrize("year", YEARS)
def test_two_pages_of_a4(factsheets: Builds, year: int) -> None:
    """The PDF has exactly two pages of 210 by 297 mm."""
    pdf = pypdfium2.PdfDocument(factsheet(factsheets[year][1], "pdf"))
    assert [
        tuple(round(side / 72 * 25.4) for side in pdf[n].get_size()) for n in range(len(pdf))
    ] == [(210, 297)] * 2


@pytest.mark.parametrize("year", YEARS)
def test_the_page_prints_on_two_sheets_from_a_browser(
    factsheets: Builds, year: int, tmp_path: Path
) -> None:
    """Who prints the HTML gets two pages as well."""
    printed(factsheet(factsheets[year][1], "html"), tmp_path / "afdruk.pdf")
    assert len(pypdfium2.PdfDocument(tmp_path / "afdruk.pdf")) == 2


@pytest.mark.parametrize("year", YEARS)
def test_every_number_is_the_figure(factsheets: Builds, year: int) -> None:
    """Each `<data>` is the figure it names, recomputed, and its text is how the figure
    is printed.
    """
    result, folder = factsheets[year]
    elements = data_elements(factsheet(folder, "html").read_text("utf-8"))
    assert len(elements) > 20
    printed_as = {
        (name.ref, str(name.year), name.key): figure.printed
        for name, figure in result.checked.figures.items()
    }
    for attributes, text in elements:
        expected = recomputed(result.checked, attributes)
        value = attributes["value"]
        assert (value == "") == (expected is None), attributes
        if expected is not None:
            exact = Decimal(expected.numerator) / Decimal(expected.denominator)
            assert round(exact, max(0, -int(Decimal(value).as_tuple().exponent))) == Decimal(
                value
            ), attributes
        name = (attributes["data-ref"], attributes["data-year"], attributes.get("data-key"))
        assert text == printed_as.get(name, text)


@pytest.mark.parametrize("year", YEARS)
def test_it_holds_what_a_factsheet_needs(factsheets: Builds, year: int) -> None:
    """Six key figures, a chart with its text alternative, five knelpunten, what is missing, the
    sources and the reference date.
    """
    html = factsheet(factsheets[year][1], "html").read_text("utf-8")
    assert html.count('class="kaart"') == 6
    assert html.count('class="vonk"') >= 2
    assert html.count("<svg") == 2  # one chart, drawn for paper and for a phone
    assert html.count('aria-labelledby="g-factsheet-t"') == 1
    assert html.count('aria-labelledby="g-factsheet-smal-t"') == 1
    assert html.partition('class="punten"')[2].partition("</ol>")[0].count("<li>") == 5
    for words in ("Wat nog ontbreekt", "n.n.b.", "Bron en peildatum", f"31 december {year}"):
        assert words in html


@pytest.mark.parametrize("year", YEARS)
def test_the_manifest_names_what_is_printed(factsheets: Builds, year: int) -> None:
    """The factsheet has its own manifest, by the same rules as that of the report."""
    folder = factsheets[year][1]
    manifest = json.loads((folder / "manifest-factsheet.json").read_text("utf-8"))
    elements = data_elements(factsheet(folder, "html").read_text("utf-8"))
    assert len(manifest["used"]) == len(elements)
    assert {(use["ref"], use["text"]) for use in manifest["used"]} == {
        (attributes["data-ref"], text) for attributes, text in elements
    }
    assert {use["chapter"] for use in manifest["used"]} <= {
        chapter.name for chapter in _chapters(factsheets[year][0])
    }
    assert [output["path"] for output in manifest["outputs"]] == [
        f"factsheet-{year}.html",
        f"factsheet-{year}.pdf",
    ]


def _chapters(result: Built) -> tuple[Chapter, ...]:
    assert result.checked.edition is not None
    return result.checked.edition.chapters


def test_the_pdfs_conform(factsheets: Builds) -> None:
    """PDF/UA-1 and PDF/A-3a, without a failed rule."""
    results = validate([factsheet(folder, "pdf") for _, folder in factsheets.values()])
    assert len(results) == 2 * len(YEARS)
    for result in results:
        assert result.assertions > 1_000
        assert result.compliant, result.failures


@pytest.mark.parametrize("year", YEARS)
def test_axe_and_the_html_checker_find_nothing(factsheets: Builds, year: int) -> None:
    """The rules of the report hold: no violation at 360 and 1280 px, light and dark, no outside
    request, valid HTML.
    """
    page = factsheet(factsheets[year][1], "html")
    for result in axe(page):
        assert result["passes"] > 20
        assert (result["violations"], result["asked"], result["overflow"]) == ([], [], 0)
        assert {rule["rule"] for rule in result["incomplete"]} <= {"color-contrast"}
        for rule in result["incomplete"]:
            assert all(node["html"].startswith(("<text", "<tspan")) for node in rule["nodes"]), rule
    assert nu(page) == []
