# SPDX-License-Identifier: EUPL-1.2
"""Web pages: every table with data is a grid as a browser lays it out, with the words around it.
Figures are invented.
"""

from __future__ import annotations

import pytest

from standrapport.intake.grids.grid import Cell, Grid
from standrapport.intake.grids.read_html import read_html
from standrapport.sources.engine import SourceProblem


def grids(page: str) -> list[Grid]:
    """The grids of a page."""
    return read_html("verzonnen.html", page.encode())


def grid(page: str) -> Grid:
    """The only grid of a page."""
    (only,) = grids(page)
    return only


def texts(table: Grid) -> list[list[str]]:
    """What a reader sees."""
    return [[cell.text for cell in row] for row in table.rows]


TABLE = "<table><tr><th><th>IND</tr><tr><th>2021<td>13.840</tr></table>"


def test_table_with_sloppy_markup() -> None:
    """Cells and rows that are not closed are read as a browser does."""
    assert texts(grid(f"<p>x{TABLE}")) == [["", "IND"], ["2021", "13.840"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    """A page is read in what it is written in, said or not."""
    (only,) = read_html("verzonnen.html", "<table><tr><td>één<td>2</table>".encode(encoding))
    assert texts(only) == [["één", "2"]]


def test_spans_fill_what_they_cover() -> None:
    """Cells over several columns or rows show in all of them; only the first is not a copy."""
    page = "<table><thead><tr><th rowspan=2>Jaar<th colspan=2>Bron<tr><th>IND<th>NP<tbody><tr><td rowspan=0>2021<td>1<td>2<tr><td>3<td>4</table>"
    only = grid(page)
    assert texts(only) == [
        ["Jaar", "Bron", "Bron"],
        ["Jaar", "IND", "NP"],
        ["2021", "1", "2"],
        ["2021", "3", "4"],
    ]
    assert [[cell.copied for cell in row] for row in only.rows] == [
        [False, False, True],
        [True, False, False],
        [False] * 3,
        [True, False, False],
    ]


def test_span_does_not_leave_its_group() -> None:
    """A cell that says to reach further than the head ends there."""
    assert texts(grid("<table><thead><tr><th rowspan=9>a<th>b<tbody><tr><td>1<td>2</table>")) == [
        ["a", "b"],
        ["1", "2"],
    ]


def test_foot_written_first_is_shown_last() -> None:
    """The foot of a table may stand before its body in the file."""
    page = "<table><tfoot><tr><td>som<td>3</tfoot><tbody><tr><td>a<td>3</tbody></table>"
    assert texts(grid(page)) == [["a", "3"], ["som", "3"]]


def test_superscripts_and_breaks() -> None:
    """Raised words are marks.

    Breaks and blocks are spaces, words in bold stay one; scripts are nothing.
    """
    page = (
        "<table><tr><td>13.840<sup><a href='#n'>1,2</a></sup><td>zelf<b>standig</b><br>vertrek<td><p>a</p><p>b</p>"
        "<td>5<span style='vertical-align: super'>*</span><script>6</script><!-- 7 --><td>7&nbsp;%</table>"
    )
    assert grid(page).rows[0] == (
        Cell("13.840", marks=("1", "2")),
        Cell("zelfstandig vertrek"),
        Cell("a b"),
        Cell("5", marks=("*",)),
        Cell("7 %"),
    )


def test_words_around_a_table() -> None:
    """Above: caption, nearest heading and all since; below: up to the next heading or table."""
    page = (
        "<h1>Cijfers</h1><p>Inleiding</p><h2><button>Instroom<sup>1</sup></button></h2><p>Tot en met<br>oktober 2023</p>"
        "<table><caption>Instroom naar bron</caption><tr><td>a<td>1</table>"
        "<ul><li>noot</ul><script>weg()</script>losse woorden<svg><text>9</text></svg>"
        "<table><tr><td>b<td>2</table><div>onder</div><h2>Uitstroom</h2><p>verder</p>"
    )
    first, second = grids(page)
    assert first.above == ("Instroom naar bron", "Instroom", "Tot en met oktober 2023")
    assert first.below == ("noot", "losse woorden")
    assert second.above == ("Instroom", "Tot en met oktober 2023", "noot", "losse woorden")
    assert second.below == ("onder",)


def test_tables_for_layout_are_no_grids() -> None:
    """A table that only frames other tables gives its words as paragraphs.

    A box of one cell in a cell is its words.
    """
    page = f"<table><tr><td>Verzonnen kop<td>{TABLE}</table><table><tr><td><table><tr><td>vak</table><td>2</table>"
    framed, boxed = grids(page)
    assert texts(framed) == [["", "IND"], ["2021", "13.840"]]
    assert framed.above == ("Verzonnen kop",)
    assert texts(boxed) == [["vak", "2"]]


def test_data_around_a_small_table_is_not_lost() -> None:
    """A table with data of its own and a table in a cell gives both."""
    outer, inner = grids(f"<table><tr><td>jaar<td>IND<tr><td>2021<td>5{TABLE}</table>")
    assert texts(outer) == [["jaar", "IND"], ["2021", "5"]]
    assert texts(inner) == [["", "IND"], ["2021", "13.840"]]


def test_hidden_is_left_out_and_said() -> None:
    """Rows, cells and tables that the page hides are not read, and that is said."""
    page = (
        "<table>\n<tr><td>a<td hidden>weg<td>b\n<tr style='display: none'><td>c<td>d\n<tr><td>e<td>f</table>"
        f"<div style='display:none'>{TABLE}</div><template>{TABLE}</template>"
    )
    only = grid(page)
    assert texts(only) == [["a", "b"], ["e", "f"]]
    assert only.left_out == (
        "Een verborgen cel is niet gelezen.",
        "Verborgen rij 3 is niet gelezen.",
        "2 verborgen tabellen zijn niet gelezen.",
    )


def test_lines_are_those_of_the_file() -> None:
    """Each row knows the line its tag stands on.

    What looks like a row elsewhere changes nothing.
    """
    page = "<!-- <tr> -->\r\n<table>\r\n<tr title='<tr>'><td>a<td>1\r\n\r\n<TR><td>b<td>2</table>"
    assert grid(page).lines == (3, 5)


def test_rows_on_one_line_are_counted() -> None:
    """In a page without line ends the row says more than the line."""
    assert grid(TABLE).lines == (1, 2)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html><p>Geen tabel", "geen zichtbare tabel"),
        ("<table><tr><td><td></table>", "geen zichtbare tabel"),
        ("<div>" * 50_000, "te diep genest"),
        ("<table>" + "<tr>" + "<td>1" * 201_000, "uit_bron"),
        ("<table>" + "<tr><td colspan=1000 rowspan=9>1" * 9000, "te ver uit elkaar"),
    ],
)
def test_refused_in_one_sentence(page: str, words: str) -> None:
    """A page without a table, and one that would take the machine, is refused."""
    with pytest.raises(SourceProblem, match=words):
        grids(page)


def test_nonsense_spans() -> None:
    """A span that is no number is one; one too wide ends with the table."""
    assert texts(
        grid("<table><tr><td colspan=99999999999>kop<tr><td rowspan=x>a<td colspan=-2>b</table>")
    ) == [["kop", "kop"], ["a", "b"]]
