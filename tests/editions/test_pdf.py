# SPDX-License-Identifier: EUPL-1.2
"""The PDF of both editions: PDF/UA-1 and PDF/A-3a, title, language, bookmarks, attachments."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from standrapport.pipeline.build import Built
from tests.pdf.verapdf import validate

from .conftest import YEARS, page

Builds = dict[int, tuple[Built, Path]]


def test_both_editions_conform(built: Builds) -> None:
    """VeraPDF finds no failed rule in either profile."""
    results = validate([page(folder, "pdf") for _, folder in built.values()])
    assert len(results) == 2 * len(YEARS)
    for result in results:
        assert result.assertions > 10_000
        assert result.compliant, result.failures


@pytest.mark.parametrize("year", YEARS)
def test_document_properties(built: Builds, year: int) -> None:
    """Language, shown title, bookmarks per chapter and the figures as attachment."""
    with pikepdf.open(page(built[year][1], "pdf")) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert str(pdf.docinfo["/Title"]).startswith(f"Stand van de uitvoering {year}")
        assert set(pdf.attachments) == {"cijfers.csv", "manifest.json"}
        with pdf.open_outline() as outline:
            titles = [str(item.title) for item in outline.root]
    assert any("Cijfers en resultaten" in title for title in titles)
    assert "Over de cijfers" in titles


@pytest.mark.parametrize("year", YEARS)
def test_nothing_was_ignored(built: Builds, year: int) -> None:
    """WeasyPrint logged nothing: every line of the print style sheet did its work."""
    assert [
        finding.message for finding in built[year][0].findings if finding.code == "SR-R001"
    ] == []


@pytest.mark.parametrize("year", YEARS)
def test_every_entry_of_the_contents_has_its_page_beside_it(built: Builds, year: int) -> None:
    """A page number for every entry, and nothing over another, also where a title fills the line."""
    folder = built[year][1]
    html = page(folder, "html").read_text("utf-8")
    contents = html[html.index('class="inhoudsopgave"') :].partition("</nav>")[0]
    entries = contents.count("<li") - contents.count('href="#bijlage-')
    words = pypdfium2.PdfDocument(page(folder, "pdf"))[1].get_textpage()
    spots = [words.get_rect(at) for at in range(words.count_rects())]  # left, bottom, right, top
    told = [(spot, words.get_text_bounded(*spot).strip()) for spot in spots]
    heading = max((s for s, text in told if text == "Samenvatting"), key=lambda s: s[3] - s[1])
    above = [(spot, text) for spot, text in told if spot[1] > heading[3]]
    annexes = sum(text.isdigit() for _, text in above) - entries
    assert 1 <= annexes <= 2  # 'Over de cijfers', and in a draft the findings
    for (one, text), (other, also) in combinations(above, 2):
        beside = one[2] <= other[0] + 0.5 or other[2] <= one[0] + 0.5
        below = one[3] <= other[1] + 3 or other[3] <= one[1] + 3
        assert beside or below, (text, also)
