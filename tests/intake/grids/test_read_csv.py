# SPDX-License-Identifier: EUPL-1.2
"""Separated texts of every kind give the same grid.

What is no table is refused in one sentence. Figures are invented.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from standrapport.intake.grids.grid import EMPTY, Grid, tidy
from standrapport.intake.grids.read import read_grids
from standrapport.intake.grids.read_csv import delimiter_over, read_csv
from standrapport.sources.engine import SourceProblem

ROWS = [
    ["Verzonnen instroom", "", ""],
    ["jaar", "IND", "Politie en één"],
    ["2021", "13.840", "54,2"],
    ["2022", "<5", ""],
]


def texts(grid: Grid) -> list[list[str]]:
    """What a reader sees."""
    return [[cell.text for cell in row] for row in grid.rows]


def refusal(name: str, content: bytes) -> str:
    """The sentence a file is refused with."""
    with pytest.raises(SourceProblem) as problem:
        read_csv(name, content)
    assert problem.value.code == "SR-B008"
    return problem.value.sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_and_encodings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    """The same table, however separated and encoded, gives the same cells."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(ROWS)
    file = tmp_path / "verzonnen.csv"
    file.write_bytes(text.getvalue().encode(encoding))
    (grid,) = read_grids(file)
    assert texts(grid) == ROWS
    assert grid.lines == (1, 2, 3, 4)
    assert grid.name == ""


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("jaar;aandeel\n2021;13,5\n2022;1,2\n", ";"),
        ("Instroom, uitstroom, enzovoort\n\njaar;aandeel;a\n2021;13,5;1,2\n2022;1,2;3,4\n", ";"),
        ("2021;13,5\n2022;1,2\n", ";"),
        ("jaar\taandeel\n2021\t13,5\n", "\t"),
        ("jaar,ind,np\n2021,13840,5\n2022,2,3\n", ","),
        ("jaar,naam,n\n2021,Noord; Zuid,5\n2022,Oost,3\n2023,West,3\n", ","),
        (
            "a, b.\nc, d.\ne, f.\ng, h.\ni, j.\nk, l.\nx;y;z\n2021;1,5;2,5\n2022;1,5;2,5\n2023;1,5;2,5\n",
            ";",
        ),
        ("een kolom\n1\n", ","),
    ],
)
def test_delimiter_over_the_whole_file(text: str, delimiter: str) -> None:
    """Titles and decimal commas do not decide; what cuts the rows evenly does."""
    assert delimiter_over(text) == delimiter


def test_sep_line_is_honoured() -> None:
    """The first line Excel writes names the delimiter and is no row.

    Lines are still those of the file.
    """
    (grid,) = read_csv("verzonnen.csv", b"sep=|\njaar|a,b;c\n2021|1\n")
    assert texts(grid) == [["jaar", "a,b;c"], ["2021", "1"]]
    assert grid.lines == (2, 3)


def test_ragged_rows_are_padded_and_edges_cut() -> None:
    """Short rows get empty cells.

    Empty lines and columns at the end go, an empty line between stays.
    """
    (grid,) = read_csv("verzonnen.csv", b"a,b,c,,\n1\n\n2,3,,,\n,,,,\n\n")
    assert texts(grid) == [["a", "b", "c"], ["1", "", ""], ["", "", ""], ["2", "3", ""]]
    assert grid.rows[1][2] is EMPTY
    assert grid.lines == (1, 2, 3, 4)


def test_line_of_a_row_after_a_cell_of_two_lines() -> None:
    """A cell may hold a line break; the next row knows its own line."""
    (grid,) = read_csv("verzonnen.csv", b'jaar,"IND\nen meer"\n2021,5\n')
    assert texts(grid) == [["jaar", "IND en meer"], ["2021", "5"]]
    assert grid.lines == (1, 3)


def test_raised_digits_and_invisible_characters() -> None:
    """A raised digit is a mark and no digit.

    No-break spaces are spaces, soft hyphens are nothing; m² keeps its square.
    """
    (grid,) = read_csv(
        "verzonnen.csv",
        "13.840¹;m²;ge\u00addwongen\u00a0 vertrek;2023 ² ³;\u200b\n1;2;3;4;5\n".encode(),
    )
    first = grid.rows[0]
    assert [(cell.text, cell.marks) for cell in first] == [
        ("13.840", ("1",)),
        ("m²", ()),
        ("gedwongen vertrek", ()),
        ("2023", ("2", "3")),
        ("", ()),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x00\x01\x02\x03\xff\x00", "geen tekst"),
        (b"jaar,a\n2021,\x00\n", "geen tekst"),
        (b"\xef\xbb\xbfjaar\n\xe9\n", "zegt UTF-8 te zijn, maar regel 2"),
        (b"\xff\xfej", "beschadigd"),
        (b'jaar;a\n2021;"5\n2022;6\n', "regel 2"),
        (b'jaar;a\n2021;"5\n2022;6"7\n2023;1\n', "regel 2"),
        (b";;\n \n", "geen enkele cel"),
        (b'a,"' + b"x" * 140_000 + b'"\n', "131.072"),
        (b"1,2,3\n" * 70_000, "uit_bron"),
    ],
)
def test_refused_in_one_sentence(content: bytes, words: str) -> None:
    """Binary, damaged, swallowing and far too large files are refused, each by its own sentence."""
    assert words in refusal("verzonnen.csv", content)


@pytest.mark.parametrize("content", [b"", b" \n\n"])
def test_empty_file(tmp_path: Path, content: bytes) -> None:
    """A file without anything says so."""
    file = tmp_path / "leeg.csv"
    file.write_bytes(content)
    with pytest.raises(SourceProblem, match=r"leeg\.csv is leeg"):
        read_grids(file)


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """A file that cannot be opened is a sentence, no traceback."""
    with pytest.raises(SourceProblem, match=r"weg\.csv kan niet gelezen worden"):
        read_grids(tmp_path / "weg.csv")


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp", "No"]), max_size=8
)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(
            st.lists(words, min_size=width, max_size=width), min_size=1, max_size=6
        )
    ),
    st.sampled_from(",;\t|"),
)
def test_round_trip(rows: list[list[str]], delimiter: str) -> None:
    """Whatever is written quoted is read back, as a reader sees it."""
    rows = [["begin"] * len(rows[0]), *rows, ["eind"] * len(rows[0])]
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    (grid,) = read_csv("verzonnen.csv", text.getvalue().encode())
    assert texts(grid) == [[tidy(cell) for cell in row] for row in rows]
