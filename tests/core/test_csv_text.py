# SPDX-License-Identifier: EUPL-1.2
"""A table as bytes: what it is written in, what parts its cells, and on which line a row begins."""

from __future__ import annotations

from io import StringIO

import pytest

from standrapport.core.csv_text import OpenQuote, decode, delimiter_of, rows_of, utf_16

TABLE = "jaar;aantal\n2024;12\n"


@pytest.mark.parametrize(
    ("content", "text", "line"),
    [
        (b"", "", None),
        (TABLE.encode(), TABLE, None),
        (TABLE.encode("utf-8-sig"), TABLE, None),
        (TABLE.encode("utf-16"), TABLE, 1),
        (TABLE.encode("utf-16-le"), TABLE, 1),
        (TABLE.encode("utf-16-be"), TABLE, 1),
        ("caf\xe9;1".encode("cp1252"), "caf\xe9;1", 1),
        ("a\nb\ncaf\xe9;1\n\xe9".encode("cp1252"), "a\nb\ncaf\xe9;1\n\xe9", 3),
        (b"a\n\x81\n", "a\n\ufffd\n", 2),  # a byte that no code page has
    ],
)
def test_what_a_table_is_written_in(content: bytes, text: str, line: int | None) -> None:
    """With the line of the first byte that is not UTF-8, None where all of it is."""
    assert decode(content) == (text, line)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (TABLE.encode("utf-16-be"), TABLE),
        (TABLE.encode("utf-16"), TABLE),
        ("geen getal".encode("utf-16"), "geen getal"),  # its mark is enough
        ("\u4e4e\u4e4e".encode("utf-16"), "\u4e4e\u4e4e"),
        (TABLE.encode(), None),
        (TABLE.encode("utf-16-le")[:-1], None),  # half a letter is left
        (b"\x00" * 8, None),
        ("1\x01".encode("utf-16-le"), None),  # a letter no table is written with
        # A third of zeros is enough to look further, a quarter is not.
        ("12\u4e4e".encode("utf-16-le"), "12\u4e4e"),
        ("1\u4e4e".encode("utf-16-le"), None),
        ("1\u3100".encode("utf-16-le"), "1\u3100"),  # as many zeros before as behind
        # Only the beginning tells.
        (b"1234" * 100 + b"\x00" * 900, None),
        (("1" * 200 + "\u4e4e" * 900).encode("utf-16-le"), "1" * 200 + "\u4e4e" * 900),
    ],
)
def test_a_text_of_two_bytes_a_letter(content: bytes, text: str | None) -> None:
    """Is told by its mark, or by a zero beside the letters where that makes a table."""
    assert utf_16(content) == text


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        ("jaar\taantal", "\t"),
        ("jaar\taantal;deel", ";"),
        ("jaar\taantal,deel", ","),
        ("jaar;aantal,deel", ","),
        ("jaar;aantal;deel,geheel", ";"),
        ("jaar", ","),
    ],
)
def test_what_parts_the_cells(header: str, delimiter: str) -> None:
    """As many of both is a comma; a tab only where there is neither."""
    assert delimiter_of(header) == delimiter


@pytest.mark.parametrize("read", [str, lambda text: StringIO(text, newline="")])
def test_rows_keep_the_line_they_begin_on(read: type[str]) -> None:
    """From a text and from an open file alike."""
    rows = rows_of(read('a;b\r\n\r\n"x\n\ny";1\r\nz;"2"'), ";")
    assert list(rows) == [
        (1, ["a", "b"]), (2, []), (3, ["x\n\ny", "1"]), (6, ["z", "2"]),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_ends_them(end: str) -> None:
    """Within a cell they stay as they are."""
    rows = rows_of(f'a;b{end}"x{end}y";2{end}c;d{end}', ";")
    assert list(rows) == [(1, ["a", "b"]), (2, [f"x{end}y", "2"]), (4, ["c", "d"])]


@pytest.mark.parametrize(("before", "line"), [("", 1), ("a;b\nc;d\n", 3)])
def test_a_quote_that_is_never_closed(before: str, line: int) -> None:
    """Is told with the line where its row begins."""
    rows = rows_of(f'{before}"{"x" * 140_000}', ";")
    with pytest.raises(OpenQuote, match=f"^line {line}$") as told:
        list(rows)
    assert told.value.line == line
