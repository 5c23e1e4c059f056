# SPDX-License-Identifier: EUPL-1.2
"""The PDF of both editions: PDF/UA-1 and PDF/A-3a, title, language, bookmarks, attachments."""

from __future__ import annotations

from pathlib import Path

import pikepdf
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
