# SPDX-License-Identifier: EUPL-1.2
"""A figure file being edited: the cells that were asked for change, and nothing else.

All figures are invented.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from standrapport.core.csv_text import rows_of
from standrapport.core.model import Catalogue, FigureKey, Figures
from standrapport.project.editing.figure_file import CellFill, FigureFile, RowName
from standrapport.project.reading import load_catalogue, load_figures
from standrapport.sources import SourceProblem

CATALOGUE = """\
tabellen:
  stroom:
    titel: Verzonnen stroom
    eenheid: personen
    onderdrukking: 5
    kolommen:
      op: {titel: Op}
      neer: {titel: Neer}
      deel: {titel: Deel, afronding: 0.1}
  landen:
    titel: Verzonnen landen
    sleutel: land
    kolommen:
      op: {titel: Op}
"""
Editing = Callable[..., FigureFile]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The invented tables."""
    folder = tmp_path_factory.mktemp("catalogus")
    (folder / "figures").mkdir()
    (folder / "figures/indicatoren.yaml").write_text(CATALOGUE)
    return load_catalogue(folder)[0]


@pytest.fixture
def editing(catalogue: Catalogue) -> Editing:
    """Opens a text as the figure file of a table."""
    return lambda text, table="stroom": FigureFile(
        catalogue.tables[table], text if isinstance(text, bytes) else text.encode()
    )


def text_of(file: FigureFile) -> str:
    """The file as it would be written."""
    return file.content().decode()


def test_a_cell_changes_and_is_told(editing: Editing) -> None:
    """Only the cell that differs; the list says what it was."""
    file = editing("jaar,op,neer,deel\n2020,1,2,\n2021,1.000,2,\n")
    assert file.put(RowName(2021), {"op": "1000", "neer": "3", "deel": "54,2"}) == [
        CellFill("stroom.neer", 2021, None, "2", "3"),
        CellFill("stroom.deel", 2021, None, "", "54,2"),
    ]
    assert text_of(file) == 'jaar,op,neer,deel\n2020,1,2,\n2021,1.000,3,"54,2"\n'


def test_a_decimal_comma_in_a_semicolon_file_needs_no_quotes(editing: Editing) -> None:
    """54,2 stands as it is."""
    file = editing("jaar;op;neer;deel\r\n2021;1;2;3\r\n")
    file.put(RowName(2021), {"deel": "54,2"})
    assert text_of(file) == "jaar;op;neer;deel\r\n2021;1;2;54,2\r\n"


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("13.840", "13840", True),
        ("13.84", "1384", False),
        ("", "n.n.b.", True),
        ("0", "n.n.b.", False),
    ],
)
def test_what_says_the_same_stays(editing: Editing, old: str, new: str, *, same: bool) -> None:
    """Thousands dots and an empty cell are as good.

    A dot in the wrong place is no thousands dot.
    """
    text = f"jaar,op,neer,deel\n2021,{old},,\n"
    file = editing(text)
    assert bool(file.put(RowName(2021), {"op": new})) is not same
    assert (text_of(file) == text) is same


@pytest.mark.parametrize(
    "spelling",
    [
        "t/m oktober",
        "T/M Oktober",
        "tot en met oktober",
        "januari t/m oktober",
        "januari tot en met  oktober 2023",
    ],
)
def test_spellings_of_a_period_are_one_row(editing: Editing, spelling: str) -> None:
    """The row that is there is edited and keeps its own spelling."""
    file = editing("jaar,periode,op,neer,deel\n2023,t/m oktober,1,,\n2023,,9,,\n")
    assert file.put(RowName(2023, spelling), {"op": "2"}) == [
        CellFill("stroom.op", 2023, None, "1", "2", spelling)
    ]
    assert text_of(file) == "jaar,periode,op,neer,deel\n2023,t/m oktober,2,,\n2023,,9,,\n"


def test_the_whole_year_has_names_too(editing: Editing) -> None:
    """'heel jaar' and an empty period are one row; a part of the year is another."""
    file = editing("jaar,periode,op,neer,deel\n2023,Heel jaar,1,,\n")
    assert file.put(RowName(2023), {"op": "1"}) == []
    assert file.put(RowName(2023, "heel jaar"), {"op": "1"}) == []
    file.put(RowName(2023, "t/m mei"), {"op": "4"})
    assert (
        text_of(file)
        == "jaar,periode,op,neer,deel\n2023,Heel jaar,1,,\n2023,t/m mei,4,n.n.b.,n.n.b.\n"
    )


def test_a_new_row_stands_in_its_place(editing: Editing) -> None:
    """After the last row of its year or an earlier one.

    Keys in the order in which they came; no final line end stays none.
    """
    file = editing("jaar,op,neer,deel\n2020,1,,\n2022,3,,")
    assert file.put(RowName(2021), {"op": "2"}) == [CellFill("stroom.op", 2021, None, "", "2")]
    file.put(RowName(2019), {"op": "0"})
    file.put(RowName(2023), {"op": "4"})
    assert (
        text_of(file)
        == "jaar,op,neer,deel\n2019,0,n.n.b.,n.n.b.\n2020,1,,\n2021,2,n.n.b.,n.n.b.\n2022,3,,\n2023,4,n.n.b.,n.n.b."
    )
    landen = editing("land;jaar;op\nZuid;2021;1\nZuid;2022;1\n", "landen")
    for key in ("Noord", "Oost, West"):
        landen.put(RowName(2021, None, key), {"op": "5"})
    assert (
        text_of(landen)
        == "land;jaar;op\nZuid;2021;1\nNoord;2021;5\nOost, West;2021;5\nZuid;2022;1\n"
    )


def test_an_empty_file_gets_a_header(editing: Editing) -> None:
    """A table without a file is begun with the columns of the catalogue, and those that are needed
    beside them.
    """
    file = editing("", "landen")
    file.put(
        RowName(2021, "t/m mei", "Noord"),
        {"op": "5"},
        status="voorlopig",
        reference_date="2021-05-31",
    )
    assert (
        text_of(file)
        == "jaar,periode,status,peildatum,land,op\n2021,t/m mei,voorlopig,2021-05-31,Noord,5\n"
    )


def test_status_and_date_come_with_a_change_only(editing: Editing) -> None:
    """A row whose figures stay keeps its status and date.

    One that changes gets what is given, and keeps what is not.
    """
    text = "jaar,status,peildatum,op,neer,deel\n2021,voorlopig,2021-12-31,1,2,3\n"
    file = editing(text)
    assert (
        file.put(RowName(2021), {"op": "1"}, status="definitief", reference_date="2022-02-28") == []
    )
    assert text_of(file) == text
    file.put(RowName(2021), {"op": "9"}, status="")
    assert text_of(file) == text.replace(",1,2,3", ",9,2,3")
    file.put(RowName(2021), {"op": "8"}, status="definitief", reference_date="2022-02-28")
    assert text_of(file) == "jaar,status,peildatum,op,neer,deel\n2021,definitief,2022-02-28,8,2,3\n"


def test_a_column_is_added_only_when_something_has_to_stand_there(editing: Editing) -> None:
    """'' in the columns of the contract, n.n.b.

    in those of the catalogue; blank lines stay blank.
    """
    text = "jaar;op;neer\n2020;1;2\n\n2021;1;2\n"
    file = editing(text)
    file.put(RowName(2021), {"op": "7", "deel": "n.n.b."}, status="definitief")
    assert text_of(file) == "jaar;op;neer\n2020;1;2\n\n2021;7;2\n"
    file.put(
        RowName(2021), {"op": "8", "deel": "5,5"}, status="voorlopig", reference_date="2021-12-31"
    )
    assert (
        text_of(file)
        == "jaar;status;peildatum;op;neer;deel\n2020;;;1;2;n.n.b.\n\n2021;voorlopig;2021-12-31;8;2;5,5\n"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "jaar,op\n2021,1,2\n",
            "stroom.csv heeft op regel 2 3 cellen, de kop 2; verbeter dat eerst.",
        ),
        (
            'jaar,op,neer\n2020,1,2\n2021,1,"2\n2022,1,3\n',
            "stroom.csv heeft vanaf regel 3 aanhalingstekens die niet kloppen",
        ),
        (
            "jaar,op,op\n2021,1,2\n",
            "stroom.csv heeft twee keer een kolom 'op'; haal er eerst een weg.",
        ),
        ("jr,op\n2021,1\n", "stroom.csv heeft geen kolom 'jaar'; voeg die eerst toe."),
        (
            "jaar,op\n2021,\xe9\n".encode("cp1252"),
            "stroom.csv is niet als UTF-8 opgeslagen (regel 2); verbeter dat eerst.",
        ),
    ],
)
def test_a_file_that_cannot_be_edited_safely_is_refused(
    editing: Editing, text: str | bytes, sentence: str
) -> None:
    """The sentence says where and what to do."""
    with pytest.raises(SourceProblem) as problem:
        editing(text)
    assert problem.value.code == "SR-B008"
    assert problem.value.sentence.startswith(sentence)


def test_a_row_that_stands_twice_is_refused(editing: Editing) -> None:
    """Which of the two is meant is not for the program to say; other rows can be edited."""
    file = editing(
        "jaar,periode,op,neer,deel\n2021,t/m mei,1,,\n2021,tot en met mei,2,,\n2022,,3,,\n"
    )
    with pytest.raises(
        SourceProblem,
        match=r"heeft 2021 t/m mei twee keer \(regels 2 en 3\); haal eerst een van beide weg",
    ):
        file.put(RowName(2021, "januari t/m mei"), {"op": "5"})
    assert file.put(RowName(2022), {"op": "5"})


@pytest.mark.parametrize(
    ("row", "wanted"), [(RowName(2021, None, "Noord"), {"op": "1"}), (RowName(2021), {"opp": "1"})]
)
def test_what_cannot_be_a_row_is_a_mistake_of_the_caller(
    editing: Editing, row: RowName, wanted: dict[str, str]
) -> None:
    """A key where there is no `sleutel`, a column the catalogue lacks."""
    with pytest.raises(ValueError, match="cannot be a row of stroom"):
        editing("").put(row, wanted)


VALUES = {
    "op": st.sampled_from(["0", "13840", "<5", "n.n.b.", "n.v.t."]),
    "deel": st.sampled_from(["54,2", "0,1", "7,0", "n.n.b."]),
}
VALUES["neer"] = VALUES["op"]
OLD = {
    "op": st.sampled_from(["", "13.840", " 13840", "<5", "n.v.t.", "1"]),
    "deel": st.sampled_from(["", "54,2", "n.n.b.", "3"]),
}
OLD["neer"] = OLD["op"]
PERIOD = st.sampled_from(
    ["", "heel jaar", "t/m mei", "januari tot en met mei", "T/M mei", "eerste kwartaal"]
)
NOTE = st.text(st.sampled_from("ab ,;\"\n\r'é"), max_size=5)


@dataclass(frozen=True)
class Before:
    """A file of generated form, and the rows to put in it."""

    content: bytes
    delimiter: str
    puts: list[tuple[RowName, dict[str, str]]]
    beside: tuple[str | None, str | None]


@st.composite
def befores(draw: st.DrawFn) -> Before:
    """Any delimiter, line end, order and choice of columns, quoting.

    Blank lines, an extra column, with or without a mark and final line end.
    """
    delimiter, end = draw(st.sampled_from(",;")), draw(st.sampled_from(["\n", "\r\n"]))
    columns = draw(
        st.permutations(
            [
                "periode",
                "op",
                "neer",
                *draw(
                    st.lists(st.sampled_from(["deel", "status", "peildatum", "noot"]), unique=True)
                ),
            ]
        )
    )
    header = ["jaar", *columns]
    periods = {
        year: draw(PERIOD) for year in range(2018, 2024)
    }  # one row a year: load_figures gives one figure a year
    years = draw(st.lists(st.sampled_from(list(periods)), unique=True))
    lines = [delimiter.join(header)]
    for year in years:
        period = draw(st.sampled_from(SPELLED[periods[year]]))
        cells = {
            "jaar": str(year),
            "periode": period,
            "status": draw(st.sampled_from(["", "voorlopig"])),
            "peildatum": "2020-01-01",
        }
        cells |= {name: draw(value) for name, value in OLD.items()} | {"noot": draw(NOTE)}
        stream = io.StringIO()
        style = draw(st.sampled_from(["excel", "unix"]))  # unix quotes every cell
        csv.writer(stream, style, delimiter=delimiter, lineterminator="\r\n").writerow(
            [cells[name] for name in header]
        )
        lines.append(stream.getvalue()[:-2])
        lines += draw(st.sampled_from([[], [], [""], [delimiter * 2]]))
    text = end.join(lines) + draw(st.sampled_from(["", end]))
    puts = [
        (
            RowName(year, draw(st.sampled_from(SPELLED[periods[year]]))),
            {name: draw(VALUES[name]) for name in names},
        )
        for year, names in draw(
            st.lists(
                st.tuples(
                    st.sampled_from(list(periods)),
                    st.lists(st.sampled_from(list(VALUES)), min_size=1, unique=True),
                ),
                max_size=5,
            )
        )
    ]
    beside = draw(
        st.tuples(
            st.sampled_from([None, "", "voorlopig", "definitief"]),
            st.sampled_from([None, "2024-12-31"]),
        )
    )
    return Before(
        draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode(), delimiter, puts, beside
    )


SAME = [
    ["", "heel jaar"],
    ["t/m mei", "januari tot en met mei", "T/M mei"],
    ["eerste kwartaal", "Eerste kwartaal"],
]
SPELLED = {spelling: group for group in SAME for spelling in group}


@given(before=befores())
def test_what_was_put_is_read_and_the_rest_is_as_it_was(
    before: Before, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """load_figures reads every value that was put.

    No other figure and no other line changes; putting it again changes nothing.
    """
    folder = tmp_path_factory.getbasetemp() / "eigenschap"
    old = read(folder, before.content, catalogue)
    file = FigureFile(catalogue.tables["stroom"], before.content)
    told: dict[tuple[str, int], CellFill] = {}
    for row, wanted in before.puts:
        for cell in file.put(row, wanted, status=before.beside[0], reference_date=before.beside[1]):
            told[cell.ref, cell.year] = cell
    after = file.content()
    new = read(folder, after, catalogue)
    asked = {
        (row.year, name): value for row, wanted in before.puts for name, value in wanted.items()
    }
    for year in range(2018, 2024):
        for name in VALUES:
            key = FigureKey(f"stroom.{name}", year)
            if (year, name) in asked:
                assert told_as(new, key) == asked[year, name].replace(".", "")
            else:
                assert told_as(new, key) == told_as(old, key)
            assert not ((key.ref, year) in told and (year, name) not in asked)
            if key in old and key in new:
                assert new[key].period == old[key].period
                touched = any(cell.year == year for cell in told.values())
                assert touched or (new[key].provisional, new[key].reference_date) == (
                    old[key].provisional,
                    old[key].reference_date,
                )
                assert not touched or new[key].reference_date == (
                    before.beside[1] or old[key].reference_date
                )
                assert not touched or new[key].provisional is (
                    before.beside[0] == "voorlopig" if before.beside[0] else old[key].provisional
                )
    assert after.startswith(b"\xef\xbb\xbf") is before.content.startswith(b"\xef\xbb\xbf")
    assert after.endswith(b"\n") is before.content.endswith(b"\n")
    changed = {str(cell.year) for cell in told.values()}
    if after.splitlines()[0] == before.content.splitlines()[0]:
        assert lines_beside(after, before.delimiter, changed) == lines_beside(
            before.content, before.delimiter, changed
        )
    again = FigureFile(catalogue.tables["stroom"], after)
    last = {(row, name): value for row, wanted in before.puts for name, value in wanted.items()}
    for (row, name), value in last.items():
        if asked[row.year, name] == value:
            assert (
                again.put(
                    row, {name: value}, status=before.beside[0], reference_date=before.beside[1]
                )
                == []
            )
    assert again.content() == after


def read(folder: Path, content: bytes, catalogue: Catalogue) -> Figures:
    """The figures of a file of the invented table."""
    (folder / "figures/2024").mkdir(parents=True, exist_ok=True)
    (folder / "figures/2024/stroom.csv").write_bytes(content)
    return load_figures(folder, 2024, catalogue)[0]


def told_as(figures: Figures, key: FigureKey) -> str:
    """A figure as it is printed, without dots; what is not there is not known."""
    return (figures[key].printed if key in figures else "n.n.b.").replace(".", "")


def lines_beside(content: bytes, delimiter: str, years: set[str]) -> list[str]:
    """The text of every row of other years, without the end of the last line."""
    text = content.decode("utf-8-sig")
    lines = list(io.StringIO(text, newline=""))
    rows = list(rows_of(text, delimiter))
    at = [row[0].strip() if row else "" for _, row in rows]
    starts = [*(line - 1 for line, _ in rows), len(lines)]
    header = at.index("jaar")
    assert header == 0
    return [
        "".join(lines[a:b]).rstrip("\r\n")
        for year, a, b in zip(at, starts, starts[1:], strict=False)
        if year not in years
    ]
