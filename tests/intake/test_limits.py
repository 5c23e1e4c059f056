# SPDX-License-Identifier: EUPL-1.2
"""Limits of a delivered file that stand where they belong: a sheet, a column, a row, a code page.

All names and figures are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .cases import LATER, Case
from .gevallen.maak import Counted, Sheet, workbook
from .test_command import as_json, bring, figures

OPTIONS = ("--bron", "website", "--peildatum", "2025-03-01")


def test_only_the_sheet_that_is_asked_for_is_read(invented: Path) -> None:
    """A formula without an outcome on another sheet does not stop it."""
    content = workbook(
        [
            Sheet("Kladblok", [["som"], [Counted("=A1+1", "")]]),
            Sheet("Cijfers", [[None, "IND", "NP"], [2022, 6590, 2450]]),
        ]
    )
    broken = bring(invented, content, *OPTIONS, name="levering.xlsx")
    assert "formule zonder berekende uitkomst" in broken.output
    result = bring(invented, content, *OPTIONS, "--blad", "Cijfers", "--ja", name="levering.xlsx")
    assert result.exit_code == 0, result.output
    assert b"6590" in figures(invented)["instroom.csv"]
    whole = workbook([Sheet("Cijfers", [[None, "IND"], [2022, 6590]])])
    absent = bring(invented, whole, *OPTIONS, "--blad", "Anders", name="levering.xlsx")
    assert "heeft geen werkblad 'Anders'; er zijn Cijfers." in absent.output


def test_a_scale_on_a_column_that_is_skipped(tmp_path: Path) -> None:
    """'Personen (x 1 000)' does not refuse the file once it was said to stay away."""
    case = Case(LATER / "11-standaardantwoord-bestaat-niet")
    result = case.run(case.lay_out(tmp_path), "--kolom", "Personen (x 1 000)=-", "--ja")
    assert result.exit_code == 0, result.output
    text = (tmp_path / "project/figures/2024/aandelen.csv").read_text()
    assert '2023,2025-03-01,Hoogland,"6,9"' in text


def test_empty_cells_at_the_end_are_no_missing_cells(invented: Path) -> None:
    """Only a row that lacks a cell in which others have something may have lost one."""
    whole = as_json(invented, "jaar;IND;NP;;\n2022;6590;2450;;\n2023;7210;2300\n", *OPTIONS)
    assert whole["findings"] == []
    lost = as_json(invented, "jaar;IND;NP\n2022;6590;2450\n2023;7210\n", *OPTIONS)
    assert [one["code"] for one in lost["findings"]] == ["SR-B017"]


@pytest.mark.parametrize("page", ["cp850", "cp437"])
def test_letters_of_old_programs(invented: Path, page: str) -> None:
    """Code page 850 (and what 437 shares with it) is told by letters inside words."""
    text = (
        "jaar;nationaliteit;zonder toezicht\n2022;Algerijnse coöperatie;540\n2022;Europeërs;220\n"
    )
    (region,) = as_json_bytes(invented, text.encode(page))
    assert {one["key"] for one in region["values"]} == {"Algerijnse coöperatie", "Europeërs"}


def test_two_code_pages_in_one_file_are_refused(invented: Path) -> None:
    """Odd letters inside words are never taken over."""
    text = b"jaar;nationaliteit;zonder toezicht\n2022;Europe\x89rs;540\n2022;Braziliaanse co\xf6peratie;220\n"
    result = bring(invented, text, *OPTIONS)
    assert "vreemde tekens midden in woorden" in result.output
    assert result.exit_code == 1


def as_json_bytes(project: Path, content: bytes) -> list[dict[str, list[dict[str, str]]]]:
    """The regions that are read of a delivered file of bytes."""
    import json

    result = bring(project, content, *OPTIONS, "--format", "json")
    regions: list[dict[str, list[dict[str, str]]]] = json.loads(result.stdout)["regions"]
    return regions


def test_figures_are_written_as_the_file_is(invented: Path) -> None:
    """5.240 beside 2.360: only what changed shows, and the order of columns stays."""
    path = invented / "figures/2024/instroom.csv"
    path.write_text("totaal;jaar;np;ind;kmar;overig\n13.840;2021;2.320;9.200;880;1.440\n", "utf-8")
    text = ";IND;NP\n2021;9210;2320\n2022;16590;990\n"
    assert bring(invented, text, *OPTIONS, "--ja").exit_code == 0
    assert path.read_text("utf-8").splitlines() == [
        "totaal;jaar;peildatum;np;ind;kmar;overig",
        "13.840;2021;2025-03-01;2.320;9.210;880;1.440",
        "n.n.b.;2022;2025-03-01;990;16.590;n.n.b.;n.n.b.",
    ]
