# SPDX-License-Identifier: EUPL-1.2
"""Figures against their sources: what agrees is silent, what differs is named with both values."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from standrapport.core.model import Severity
from standrapport.core.notation import MONTHS
from standrapport.pipeline.check import check_edition

from .conftest import FIGURES, ROWS, SOURCE, found

Sourced = Callable[..., Path]


def test_agreeing_figures_give_only_the_number_of_rows(sourced: Sourced) -> None:
    """A table that follows from its source has no finding but the note on rows read."""
    project = sourced()
    assert found(project) == []
    (note,) = found(project, "SR-B012")
    assert (
        note.message
        == "figures/2021/bron/vertrek.csv (tabel vertrek): 6 rijen gelezen, 5 geteld, 1 buiten 'waar'."
    )


def test_a_differing_cell_is_named_with_both_values(sourced: Sourced) -> None:
    """File, line and column of the figure, the source file, both values, and the value
    that fits.
    """
    (finding,) = found(sourced(figures="jaar,zelfstandig,gedwongen\n2021,3,4\n"))
    assert (finding.code, finding.severity) == ("SR-B001", Severity.ERROR)
    assert [str(place) for place in finding.locations] == [
        "figures/2021/vertrek.csv:2:gedwongen",
        "figures/2021/bron/vertrek.csv",
    ]
    assert "vertrek.gedwongen 2021 is 4, maar de bron geeft 2" in finding.message
    assert finding.repairs[0][0].new == 2


@pytest.mark.parametrize(("printed", "codes"), [("10", []), ("0", []), ("20", ["SR-B001"])])
def test_rounding_is_allowed_for(sourced: Sourced, printed: str, codes: list[str]) -> None:
    """Five rows fit 0 and 10 when rounded to tens, not 20."""
    rows = ROWS + "V8,2021-01-01,Zelfstandig,afgesloten,1\n" * 2
    figures = f"jaar,zelfstandig,gedwongen\n2021,{printed},0\n"
    project = sourced(files={"vertrek.csv": rows}, figures=figures, table="    afronding: 10\n")
    assert [f.code for f in found(project)] == codes


def test_sum_of_a_column_in_dutch_notation(sourced: Sourced) -> None:
    """`som` adds a column; 1.000 is a thousand and 0,5 a half."""
    source = SOURCE.replace("tel: rijen", "som: aantal")
    rows = ROWS.replace("afgesloten,2\n", "afgesloten,1.000\n").replace(
        "afgesloten,3\n", 'afgesloten,"0,5"\n'
    )
    figures = 'jaar,zelfstandig,gedwongen\n2021,1.002,"1,5"\n'
    assert found(sourced(source, {"vertrek.csv": rows}, figures)) == []


def test_different_values_of_a_column(sourced: Sourced) -> None:
    """`uniek` counts a person once per column, however many rows."""
    source = SOURCE.replace("tel: rijen", "uniek: vreemdelingnummer")
    assert found(sourced(source, figures="jaar,zelfstandig,gedwongen\n2021,2,2\n")) == []
    (finding,) = found(sourced(source))
    assert "zelfstandig 2021 is 3, maar de bron geeft 2" in finding.message


def test_all_rows_and_the_rest(sourced: Sourced) -> None:
    """`alle` takes every row, `overige` those that no condition takes."""
    source = SOURCE.replace("{soort: Zelfstandig}", "alle").replace(
        "{soort: [Gedwongen, Uitzetting]}", "overige"
    )
    assert found(sourced(source, figures="jaar,zelfstandig,gedwongen\n2021,5,5\n")) == []


def test_rows_in_no_column_name_only_common_values(sourced: Sourced) -> None:
    """A value on ten rows is told, one on a single row is only counted."""
    rows = (
        ROWS
        + "".join(f"V2,2021-01-0{n % 9 + 1},Anders,afgesloten,1\n" for n in range(10))
        + "V3,2021-01-01,Zeldzaam,afgesloten,1\n"
    )
    (finding,) = found(sourced(files={"vertrek.csv": rows}))
    assert finding.code == "SR-B002"
    assert "11 rijen vallen in geen enkele kolom" in finding.message
    assert (
        "soort: 'Anders' (10 rijen) en 1 andere waarde die hier niet getoond worden (1 rij)"
        in finding.message
    )


def test_a_value_no_row_has(sourced: Sourced) -> None:
    """A misspelt value of the declaration is named."""
    findings = found(sourced(SOURCE.replace("Uitzetting", "Uitzeting")))
    assert [f.code for f in findings if f.code == "SR-B003"] == ["SR-B003"]
    assert "geen enkele rij heeft 'Uitzeting' (soort)" in next(
        f.message for f in findings if f.code == "SR-B003"
    )


def test_repeated_rows(sourced: Sourced) -> None:
    """Rows with the same characteristic are counted, not shown."""
    (finding,) = found(sourced(SOURCE + "kenmerk: vreemdelingnummer\n"))
    assert finding.code == "SR-B004"
    assert "2 rijen hebben samen maar 1 waarde van 'vreemdelingnummer'" in finding.message
    assert found(sourced(SOURCE + "kenmerk: [vreemdelingnummer, datum]\n")) == []


def test_dates_outside_the_year(sourced: Sourced) -> None:
    """Rows of another year do not count and are told."""
    (finding,) = found(
        sourced(files={"vertrek.csv": ROWS + "V9,2020-12-31,Gedwongen,afgesloten,1\n"})
    )
    assert finding.code == "SR-B005"
    assert "1 rij met een datum buiten 2021 niet meegeteld: 2020 (1 rij)" in finding.message


def test_every_year_of_a_source(sourced: Sourced) -> None:
    """With `jaren: alle` the history rows are compared too, and a later year is still outside."""
    rows = ROWS + "V9,2020-12-31,Gedwongen,afgesloten,1\nV9,2022-01-01,Gedwongen,afgesloten,1\n"
    project = sourced(
        SOURCE + "jaren: alle\n", {"vertrek.csv": rows}, FIGURES + "2020,0,7\n2019,1,1\n"
    )
    assert [(f.code, f.figures[0].id.year if f.figures else None) for f in found(project)] == [
        ("SR-B001", 2020),
        ("SR-B005", None),
    ]


def test_part_of_a_year(sourced: Sourced) -> None:
    """A figure 't/m april' is compared with the rows up to and including April.

    An unclear period is not compared.
    """
    figures = "jaar,periode,zelfstandig,gedwongen\n2021,t/m april,3,1\n"
    project = sourced(SOURCE.replace(", Uitzetting", ""), figures=figures)
    assert found(project) == []
    assert "1 na de periode" in found(project, "SR-B012")[0].message
    (finding,) = found(sourced(figures="jaar,periode,zelfstandig,gedwongen\n2021,winter,3,1\n"))
    assert (finding.code, finding.severity) == ("SR-B009", Severity.WARNING)


def test_suppressed_and_empty_figures(sourced: Sourced) -> None:
    """'<5' fits 0 to 4; a small number shown is a warning.

    A figure still to be filled in is a note. The small number is not told.
    """
    table = "    onderdrukking: 5\n"
    assert found(sourced(figures="jaar,zelfstandig,gedwongen\n2021,<5,<5\n", table=table)) == []
    findings = found(sourced(figures="jaar,zelfstandig,gedwongen\n2021,3,n.n.b.\n", table=table))
    assert [f.code for f in findings] == ["SR-B013", "SR-B011"]
    (wrong,) = [
        f
        for f in found(sourced(figures="jaar,zelfstandig,gedwongen\n2021,9,<5\n", table=table))
        if f.code == "SR-B001"
    ]
    assert "is 9, maar de bron geeft <5 " in wrong.message
    assert wrong.repairs == ()


KEYED = "    sleutel: land\n"
LAND_ROWS = (
    "datum,land,soort\n" + "2021-05-01,Noord,Zelfstandig\n" * 3 + "2021-12-01,Zuid,Gedwongen\n" * 12
)
LAND_SOURCE = "bestand: bron/vertrek.csv\ntel: rijen\njaar: datum\nsleutel: land\nkolommen:\n  zelfstandig: {soort: Zelfstandig}\n  gedwongen: {soort: Gedwongen}\n"


def test_a_table_with_keys(sourced: Sourced) -> None:
    """Each key is compared by itself; a key that only the source has is told when it is common."""
    figures = "jaar,land,zelfstandig,gedwongen\n2021,Noord,3,0\n"
    (finding,) = found(sourced(LAND_SOURCE, {"vertrek.csv": LAND_ROWS}, figures, KEYED))
    assert finding.code == "SR-B007"
    assert "'Zuid' (12 rijen)" in finding.message
    rest = LAND_SOURCE.replace("sleutel: land", "sleutel: {kolom: land, overig: Overige}")
    assert (
        found(sourced(rest, {"vertrek.csv": LAND_ROWS}, figures + "2021,Overige,0,12\n", KEYED))
        == []
    )


def test_without_a_source_folder_only_a_note(sourced: Sourced) -> None:
    """An edition without sources is told so; one file that is missing among others is a warning."""
    (finding,) = found(sourced(files={}))
    assert (finding.code, finding.severity) == ("SR-B009", Severity.NOTE)
    (finding,) = found(sourced(files={"ander.csv": ROWS}))
    assert finding.severity is Severity.WARNING


def test_more_than_twenty_differing_cells_share_a_finding(sourced: Sourced) -> None:
    """Twenty cells have a finding each, the others one together with all their places."""
    figures = "jaar,land,zelfstandig,gedwongen\n" + "".join(
        f"2021,Land{n},1,1\n" for n in range(15)
    )
    findings = [
        f
        for f in found(sourced(LAND_SOURCE, {"vertrek.csv": LAND_ROWS}, figures, KEYED))
        if f.code == "SR-B001"
    ]
    assert len(findings) == 21
    assert len(findings[-1].locations) == 10


def test_check_without_sources_does_not_import_the_engine(sourced: Sourced) -> None:
    """A project without `uit_bron` pays nothing for it."""
    import subprocess
    import sys

    from tests.conftest import ROOT

    program = "import sys\nfrom pathlib import Path\nfrom standrapport.pipeline.check import check_edition\ncheck_edition(Path(sys.argv[1]), 2021)\nprint(sorted({'duckdb', 'psycopg', 'standrapport.sources'} & set(sys.modules)))"
    plain = subprocess.run(
        [sys.executable, "-c", program, str(ROOT)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert plain.stdout.strip() == "[]"
    with_source = subprocess.run(
        [sys.executable, "-c", program, str(sourced())],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert with_source.stdout.strip() == "['duckdb', 'standrapport.sources']"


def test_a_build_refuses_figures_that_differ_from_their_source(sourced: Sourced) -> None:
    """The comparison is part of every check, so of a build too."""
    checked = check_edition(sourced(figures="jaar,zelfstandig,gedwongen\n2021,9,2\n"), 2021)
    assert any(f.code == "SR-B001" and f.severity is Severity.ERROR for f in checked.findings)


def _rows(last: int, each: int = 2) -> str:
    """So many departures in every month up to the last one."""
    lines = [
        f"V{month}-{n},2021-{month:02}-15,Zelfstandig,afgesloten,1"
        for month in range(1, last + 1)
        for n in range(each)
    ]
    return ROWS.partition("\n")[0] + "\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("last", "each", "period", "codes"),
    [
        (10, 3, "", ["SR-B023"]),  # six more were to be expected
        (12, 3, "", []),
        (10, 1, "", []),  # two months without any may well be
        (10, 3, "t/m oktober", []),
        (8, 3, "t/m oktober", ["SR-B023"]),
    ],
)
def test_an_extract_that_was_made_too_early(
    sourced: Sourced, last: int, each: int, period: str, codes: list[str]
) -> None:
    """Its last rows are of an earlier month than what is counted."""
    figures = f"jaar,periode,zelfstandig,gedwongen\n2021,{period},{last * each},0\n"
    reported = found(sourced(files={"vertrek.csv": _rows(last, each)}, figures=figures))
    assert [f.code for f in reported if f.code != "SR-B003"] == codes
    early = [one.message for one in reported if one.code == "SR-B023"]
    assert all(f"is van {MONTHS[last - 1]} 2021, terwijl vertrek" in said for said in early)
