# SPDX-License-Identifier: EUPL-1.2
"""Figure files: rows to figures, whole years before parts, and what is wrong with a file."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from standrapport.core.model import (
    Catalogue,
    Figure,
    FigureKey,
    Figures,
    Finding,
    Kind,
    Position,
    Severity,
    beside,
)
from standrapport.project.reading.figures import load_figures
from tests.core.invented import catalogue, table

PLAIN = table("t", "a", "b", rounding=Decimal(10), suppression=5)
LANDS = table("landen", "aantal", key="land")
Files = Mapping[str, str | bytes]


def load(
    folder: Path, files: Files, held: Catalogue | None = None
) -> tuple[Figures, list[Finding]]:
    """The figures of 2021 from these files."""
    at = folder / "figures" / "2021"
    at.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (at / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_figures(folder, 2021, held or catalogue(PLAIN))


def shown(figures: Figures) -> dict[str, str]:
    """The printed text of each figure."""
    return {str(name): one.printed for name, one in figures.items()}


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    """Code and place of each finding."""
    return [(finding.code, str(finding.position).partition("2021/")[2]) for finding in findings]


def test_a_row_is_a_figure_per_column(tmp_path: Path) -> None:
    """With everything the row and the catalogue say of it."""
    text = "jaar;periode;status;peildatum;a;b\n2021;t/m mei;Voorlopig;2021-05-31;1.200;<5\n"
    figures, findings = load(tmp_path, {"t.csv": text})
    assert findings == []
    shared = {
        "rounding": Decimal(10), "suppression": 5, "unit": "personen", "period": "t/m mei",
        "provisional": True, "reference_date": "2021-05-31",
    }  # fmt: skip
    file = "figures/2021/t.csv"
    a, b = FigureKey("t.a", 2021), FigureKey("t.b", 2021)
    assert figures == {
        a: Figure(a, Kind.VALUE, "1.200", Decimal(1200), position=Position(file, 2, "a"), **shared),  # type: ignore[arg-type]
        b: Figure(b, Kind.SUPPRESSED, "<5", position=Position(file, 2, "b"), **shared),  # type: ignore[arg-type]
    }


def test_a_row_that_says_nothing_of_itself(tmp_path: Path) -> None:
    """A whole year, definite, without a date; years of before count too."""
    figures, findings = load(tmp_path, {"t.csv": "jaar,a,b\n2019,10,20\n2021,30,n.v.t.\n"})
    assert shown(figures) == {
        "t.a[2019]": "10", "t.b[2019]": "20", "t.a[2021]": "30", "t.b[2021]": "n.v.t.",
    }  # fmt: skip
    assert {(one.period, one.provisional, one.reference_date) for one in figures.values()} == {
        (None, False, None)
    }
    assert findings == []


@pytest.mark.parametrize(
    ("status", "provisional", "bad"),
    [("voorlopig", True, False), ("VOORLOPIG", True, False), ("definitief", False, False), ("", False, False), ("klaar", False, True)],
)  # fmt: skip
def test_the_status_of_a_row(tmp_path: Path, status: str, provisional: bool, bad: bool) -> None:
    """Provisional only when it says so; a word that does not exist is an error."""
    figures, findings = load(tmp_path, {"t.csv": f"jaar,status,a,b\n2021,{status},10,20\n"})
    assert [one.provisional for one in figures.values()] == [provisional] * 2
    assert said(findings) == ([("SR-L009", "t.csv:2:status")] if bad else [])


WHOLE, PART, LATER = "2021,,100,200", "2021,t/m mei,40,80", "2021,t/m november,90,180"


@pytest.mark.parametrize(
    ("rows", "value", "period", "used"),
    [
        ([WHOLE], 100, None, None),
        ([PART], 40, "t/m mei", None),
        # A part of a year never takes the place of the whole, whichever stands first.
        ([WHOLE, PART], 100, None, "heel jaar"),
        ([PART, WHOLE], 100, None, "heel jaar"),
        # Of two parts the longest.
        ([PART, LATER], 90, "t/m november", "t/m november"),
        ([LATER, PART], 90, "t/m november", "t/m november"),
        # Once the whole year is there no part is used any more.
        ([PART, WHOLE, LATER], 100, None, "heel jaar"),
        # A row in which nothing is known never takes the place of a part that is.
        ([PART, "2021,,n.n.b.,"], 40, "t/m mei", "t/m mei"),
        (["2021,,n.b.,n.n.b.", LATER], 90, "t/m november", "t/m november"),
        # Several years are not the year, known or not.
        ([WHOLE, "2021,2019 t/m 2021,500,1000"], 100, None, "heel jaar"),
    ],
)
def test_the_whole_year_goes_before_a_part(
    tmp_path: Path, rows: list[str], value: int, period: str | None, used: str | None
) -> None:
    """And a note says which of them the report uses."""
    text = "\n".join(["jaar,periode,a,b", *rows, ""])
    figures, findings = load(tmp_path, {"t.csv": text})
    a, b = figures[FigureKey("t.a", 2021)], figures[FigureKey("t.b", 2021)]
    assert a.value == value
    assert b.value == 2 * value
    assert (a.period, b.period) == (period, period)
    if used is None:
        assert findings == []
    else:
        note = findings[-1]
        assert (note.code, note.severity) == ("SR-L020", Severity.NOTE)
        assert str(note.position) == f"figures/2021/t.csv:{len(rows) + 1}:periode"
        assert note.message.endswith(f"zonder periode bedoelt het rapport '{used}'.")


@pytest.mark.parametrize(
    ("rows", "value", "expected"),
    [
        (["2021,doel,100,1", "2021,,90,1"], 90, ""),
        (["2021,doel,100,1", "2021,raming,80,1"], 80, "raming"),
        (["2021,doel,100,1"], 100, "doel"),
        # That a count is to come goes before what was hoped for.
        (["2021,raming,80,1", "2021,voorlopig,n.n.b.,"], None, ""),
    ],
)
def test_a_target_is_not_the_year(
    tmp_path: Path, rows: list[str], value: int | None, expected: str
) -> None:
    """Where something was counted, or is to be; and it stands beside the year then."""
    figures, _ = load(tmp_path, {"t.csv": "\n".join(["jaar,status,a,b", *rows, ""])})
    a = figures[FigureKey("t.a", 2021)]
    assert (a.value, a.expected) == (value, expected)
    assert {name.beside for name in beside(figures)} == {
        word for word in ("doel", "raming") if f"2021,{word}" in "".join(rows) and word != expected
    }


@pytest.mark.parametrize("period", ["", "heel jaar", "Hele jaar", "jaar"])
def test_names_of_the_whole_year(tmp_path: Path, period: str) -> None:
    """Say the same as none, also when the row is there twice."""
    text = f"jaar,periode,a,b\n2021,{period},10,20\n2021,,10,20\n"
    figures, findings = load(tmp_path, {"t.csv": text})
    assert {one.period for one in figures.values()} == {None}
    assert said(findings) == [("SR-L011", "t.csv:3:jaar")]
    assert (
        "De rij voor 2021 staat hier voor de tweede keer (eerst op regel 2)" in findings[0].message
    )


def test_rows_with_keys(tmp_path: Path) -> None:
    """One per year, period and key; a double one is named in full, an empty key refused."""
    text = "jaar,periode,land,aantal\n2021,,Noord,1\n2021,,Zuid,2\n2021,t/m mei,Oost,3\n2021,t/m mei,Oost,4\n2021,,,5\n2020,,Noord,6\n"
    figures, findings = load(tmp_path, {"landen.csv": text}, catalogue(LANDS))
    assert shown(figures) == {
        'landen.aantal["Noord", 2021]': "1",
        'landen.aantal["Zuid", 2021]': "2",
        'landen.aantal["Oost", 2021]': "3",
        'landen.aantal["Noord", 2020]': "6",
    }
    assert said(findings) == [("SR-L011", "landen.csv:5:jaar"), ("SR-L009", "landen.csv:6:land")]
    assert "De rij voor 2021 t/m mei Oost staat hier" in findings[0].message


def test_a_cell_that_cannot_be_read_is_unknown(tmp_path: Path) -> None:
    """Every one of them is reported, and the rest of the row is used."""
    figures, findings = load(tmp_path, {"t.csv": "jaar,a,b\n2021,10,<3\n2020,x,20\n"})
    assert shown(figures) == {
        "t.a[2021]": "10", "t.b[2021]": "n.n.b.", "t.a[2020]": "n.n.b.", "t.b[2020]": "20",
    }  # fmt: skip
    assert figures[FigureKey("t.b", 2021)].kind is Kind.UNKNOWN
    assert said(findings) == [("SR-L013", "t.csv:2:b"), ("SR-L009", "t.csv:3:a")]
    assert {finding.severity for finding in findings} == {Severity.ERROR}


@pytest.mark.parametrize(
    ("text", "places", "words"),
    [
        ("", [("SR-L017", "t.csv:1")], "Het bestand is leeg"),
        ("\n  \n", [("SR-L017", "t.csv:1")], "Het bestand is leeg"),
        ("jaar,a,b\n", [("SR-L017", "t.csv:1")], "geen enkele rij"),
        ("\njaar,a,b\n\n2021,10,20\n", [], ""),
        ("jaar,a,b,a\n2021,10,20,30\n", [("SR-L007", "t.csv:1:a")], "staat twee keer in de kop"),
        ("jaar,a,bb\n2021,10,20\n", [("SR-L007", "t.csv:1:bb")], "De kolom 'bb' bestaat niet. Bedoelt u 'b'?"),
        ("jaar,a,b,\n2021,10,20,5\n", [("SR-L007", "t.csv:1")], "Kolom 4 heeft geen naam; geef haar een naam of haal haar weg. Bekend zijn: jaar, periode, status, peildatum, bron, a, b."),
        ("jaar,a\n2021,10\n", [("SR-L008", "t.csv:1:b")], "De kolom 'b' van tabel t ontbreekt in de kop."),
        ("a,b\n10,20\n", [("SR-L008", "t.csv:1:jaar")], "De kolom 'jaar' van tabel t ontbreekt"),
        ("jaar,a,b\n2021,10\n", [("SR-L015", "t.csv:2")], "Deze rij heeft 2 cellen, de kop 3. Zet n.n.b. waar"),
        ("jaar,a,b\n2021,10,2,0\n", [("SR-L015", "t.csv:2")], "Staat er een komma in een getal?"),
        ("jaar;a;b\n2021;10;20;\n", [("SR-L015", "t.csv:2")], "Deze rij heeft 4 cellen, de kop 3."),
        ("jaar,a,b\n21,10,20\n", [("SR-L014", "t.csv:2:jaar")], "'21' is geen jaartal van vier cijfers"),
        ("jaar,a,b\n2121,10,20\n", [("SR-L014", "t.csv:2:jaar")], "'2121' is geen jaartal"),
        ("jaar,a,b\n20211,10,20\n", [("SR-L014", "t.csv:2:jaar")], "'20211' is geen jaartal"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file(
    tmp_path: Path, text: str, places: list[tuple[str, str]], words: str
) -> None:
    """Each mistake once, where it stands."""
    _, findings = load(tmp_path, {"t.csv": text})
    assert said(findings) == places
    assert all(words in finding.message for finding in findings)


def test_a_row_of_another_length_is_left_out(tmp_path: Path) -> None:
    """The rows around it are read."""
    figures, _ = load(tmp_path, {"t.csv": "jaar,a,b\n2019,10,20\n2020,10\n2021,30,40\n"})
    assert sorted(name.year for name in figures) == [2019, 2019, 2021, 2021]


def test_columns_in_any_order(tmp_path: Path) -> None:
    """By their names, with spaces around them."""
    figures, _ = load(tmp_path, {"t.csv": " b , jaar,a \n 20 ,2021, 10\n"})
    assert shown(figures) == {"t.a[2021]": "10", "t.b[2021]": "20"}


def test_another_encoding_is_read_and_reported(tmp_path: Path) -> None:
    """Windows-1252, with the line where it shows."""
    text = "jaar,land,aantal\n2021,Noord,1\n2021,Zuïd,2\n".encode("cp1252")
    figures, (finding,) = load(tmp_path, {"landen.csv": text}, catalogue(LANDS))
    assert FigureKey("landen.aantal", 2021, "Zuïd") in figures
    assert said([finding]) == [("SR-L006", "landen.csv:3")]


def test_files_of_a_folder(tmp_path: Path) -> None:
    """A table without a file is noted, a file without a table is an error, none at all too."""
    held = catalogue(PLAIN, LANDS, table("uit", "x"))
    figures, findings = load(tmp_path, {}, held)
    assert (dict(figures), said(findings)) == ({}, [("SR-L005", "")])
    assert "In figures/2021 staan geen cijferbestanden (*.csv)" in findings[0].message
    figures, findings = load(tmp_path, {"t.csv": "jaar,a,b\n2021,10,20\n", "land.csv": "x\n"}, held)
    assert len(figures) == 2
    note, error = findings
    assert (note.code, note.severity) == ("SR-L019", Severity.NOTE)
    assert (
        "geen bestand voor 2 tabellen (landen en uit); die cijfers zijn allemaal n.n.b."
        in note.message
    )
    assert said([error]) == [("SR-L005", "land.csv")]
    assert error.message.endswith("hoort bij geen tabel in indicatoren.yaml. Bedoelt u landen.csv?")
    _, findings = load(tmp_path, {"landen.csv": "jaar,land,aantal\n2021,A,1\n"}, held)
    assert "geen bestand voor tabel uit;" in findings[0].message
    assert findings[1].message.endswith("hoort bij geen tabel in indicatoren.yaml.")


def test_a_year_without_folder(tmp_path: Path) -> None:
    """Is as a folder without files."""
    figures, findings = load_figures(tmp_path, 1999, catalogue(PLAIN))
    assert (dict(figures), [finding.code for finding in findings]) == ({}, ["SR-L005"])
    assert str(findings[0].position) == "figures/1999"


@pytest.mark.parametrize("odd", ["", '2021,"Aan, de zee",7,x\n'])
def test_a_large_file_gives_the_same_figures(tmp_path: Path, odd: str) -> None:
    """Read as columns, or cell by cell where something is out of the ordinary: no difference."""
    head = "jaar,land,aantal,status\n"
    rows = [f"{year},L{at},{at},{'voorlopig' if year == 2021 else ''}\n" for year in (2020, 2021) for at in range(3000)]  # fmt: skip
    rows[10] = "2020,L10,n.v.t.,\n"
    rows[20] = "2020,L20,1.84,\n"
    large, found = load(tmp_path, {"landen.csv": head + "".join(rows) + odd}, catalogue(LANDS))
    apart, expected = load(
        tmp_path, {"landen.csv": head + '2021,"Q",0,\n' + "".join(rows)}, catalogue(LANDS)
    )
    assert said(found)[0] == ("SR-L009", "landen.csv:22:aantal")
    assert [code for code, _ in said(expected)] == ["SR-L009"]
    assert (type(large) is dict) == bool(odd)
    for name in (
        FigureKey("landen.aantal", year, f"L{at}")
        for year in (2020, 2021)
        for at in (0, 10, 20, 2999)
    ):
        one, other = large[name], apart[name]
        assert one.position is not None
        assert other.position is not None
        assert other.position.line == (one.position.line or 0) + 1
        assert (one.kind, one.value, one.printed, one.provisional) == (
            other.kind, other.value, other.printed, other.provisional,
        )  # fmt: skip


TWO = catalogue(PLAIN, LANDS)
ROWS = "jaar,land,aantal\n2021,Noord,1\n"


@pytest.mark.parametrize(
    "name",
    [
        "t.xlsx", "T.XLSX", "t.xls", "t.xlsm", "t.ods", "t.tsv", "t.CSV", "t.csv.txt", "t.txt",
    ],
)  # fmt: skip
def test_figures_that_are_no_csv_are_told(tmp_path: Path, name: str) -> None:
    """In place of the note that the table has no file: one cause, one finding."""
    _, findings = load(tmp_path, {name: b"PK", "landen.csv": ROWS}, TWO)
    assert said(findings) == [("SR-L090", name)]
    assert findings[0].severity is Severity.ERROR
    assert f"{name} wordt niet gelezen, en t.csv is er niet" in findings[0].message


def test_a_sheet_beside_its_csv_is_noted(tmp_path: Path) -> None:
    """Nothing is lost then; what an office program or a human keeps there is let be."""
    own = {"~$landen.xlsx": "", ".~lock.landen.xlsx#": "", "leesmij.txt": "x", "foto.png": "x"}
    files = {"t.csv": "jaar,a,b\n2021,10,20\n", "landen.csv": ROWS, "landen.xlsx": "PK", **own}
    _, findings = load(tmp_path, files, TWO)
    assert said(findings) == [("SR-L090", "landen.xlsx")]
    assert findings[0].severity is Severity.NOTE


def test_only_sheets_and_no_csv(tmp_path: Path) -> None:
    """A folder of spreadsheets alone is an error, with each of them named."""
    _, findings = load(tmp_path, {"t.xlsx": "PK", "landen.ods": "PK"}, TWO)
    assert [finding.code for finding in findings] == ["SR-L005", "SR-L090", "SR-L090"]


def test_a_table_that_was_there_before_is_missed(tmp_path: Path) -> None:
    """A warning for what the edition before had, a note for what never had a file."""
    (tmp_path / "figures" / "2021").mkdir(parents=True)
    (tmp_path / "figures" / "2021" / "landen.csv").write_text(ROWS, "utf-8")
    _, (warning,) = load_figures(tmp_path, 2021, TWO, {"t", "landen"})
    assert (warning.code, warning.severity) == ("SR-L019", Severity.WARNING)
    assert "tabel t, dat er in de vorige editie wel was" in warning.message
    assert "Zet t.csv erin." in warning.message
    _, (note,) = load_figures(tmp_path, 2021, TWO, {"landen"})
    assert (note.code, note.severity) == ("SR-L019", Severity.NOTE)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_utf_16_is_one_finding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """What Excel calls 'Unicode-tekst' is read, and told once by its own name."""
    text = "jaar,land,aantal\n2021,Noord,1\n2021,Zu\u00efd,2\n".replace(",", delimiter)
    files = {"landen.csv": text.encode(encoding)}
    figures, findings = load(tmp_path, files, catalogue(LANDS))
    assert FigureKey("landen.aantal", 2021, "Zu\u00efd") in figures
    assert said(findings) == [("SR-L006", "landen.csv:1")]
    assert "UTF-16" in findings[0].message
    assert "Windows-1252" not in findings[0].message


def test_tabs_between_cells(tmp_path: Path) -> None:
    """Cells pasted from a sheet, in UTF-8: nothing is wrong with that."""
    figures, findings = load(tmp_path, {"t.csv": "jaar\ta\tb\n2021\t10\t1.200\n"})
    assert (shown(figures), findings) == ({"t.a[2021]": "10", "t.b[2021]": "1.200"}, [])


SHARE = catalogue(table("t", "a", rounding=Decimal(1), unit="procent"))


@pytest.mark.parametrize(
    ("held", "cell", "words"),
    [
        (None, '"5,23"', "bedoelt u 5.230?"),
        (None, '"12,4"', "bedoelt u 12.400?"),
        (None, "5.23", "Bedoelt u 5.230?"),
        (None, "13.843", "bedoelt u 13.840?"),
        (None, "3", "verbeter het getal."),
        (SHARE, '"0,86"', "bedoelt u 86?"),
        (SHARE, "0.86", "Bedoelt u 86?"),
        (SHARE, '"86,4"', "bedoelt u 86?"),
        (SHARE, "86.4", "is geen getal in Nederlandse notatie."),
    ],
)
def test_a_number_on_another_scale(
    tmp_path: Path, held: Catalogue | None, cell: str, words: str
) -> None:
    """Thousands of which Excel made decimals, shares of one; never 'bedoelt u 0?'."""
    text = f"jaar,a\n2021,{cell}\n" if held else f"jaar,a,b\n2021,{cell},10\n"
    _, (finding,) = load(tmp_path, {"t.csv": text}, held)
    assert finding.message.endswith(words), finding.message


def test_what_excel_leaves_behind(tmp_path: Path) -> None:
    """Empty columns at the end and files of an open program are let be; 'sep=' is told once."""
    empty = {"t.csv": "jaar;a;b;;\n2021;10;20;;\n", "~$t.csv": "x", ".t.csv": "x"}
    figures, findings = load(tmp_path, empty)
    assert (shown(figures), findings) == ({"t.a[2021]": "10", "t.b[2021]": "20"}, [])
    _, findings = load(tmp_path, {"t.csv": "sep=;\njaar;a;b\n2021;10;20\n"})
    assert said(findings) == [("SR-L007", "t.csv:1")]
    assert "sep=" in findings[0].message
    # A column with cells and no name is still missed.
    _, findings = load(tmp_path, {"t.csv": "jaar;a;b;\n2021;10;20;30\n"})
    assert [finding.code for finding in findings] == ["SR-L007"]
