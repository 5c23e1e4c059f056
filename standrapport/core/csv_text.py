# SPDX-License-Identifier: EUPL-1.2
"""CSV as text: its encoding, its delimiter and its rows with their lines.

Told here and nowhere else.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator

_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uffff]")  # what no table is written with
_BEGIN = 400  # bytes that show how a text is written


def utf_16(content: bytes) -> str | None:
    """The text of a file that was saved as UTF-16, which Excel calls 'Unicode-tekst'.

    None when it was not: it has no mark of UTF-16, and no zero beside every letter.
    """
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    begin = content[:_BEGIN]
    if not marked and 3 * begin.count(0) < len(begin):
        return None
    zeros_first = begin[::2].count(0) > begin[1::2].count(0)
    try:
        text = content.decode("utf-16" if marked else f"utf-16-{'be' if zeros_first else 'le'}")
    except UnicodeDecodeError:
        return None
    plain = re.search(r"[0-9]", text) and not _NO_TEXT.search(text)
    return text if marked or plain else None


def decode(content: bytes) -> tuple[str, int | None]:
    """The text of a file, and the line of the first byte that is not UTF-8, else None.

    Such a file is read as UTF-16 when it is that, else as Windows-1252.
    """
    wide = utf_16(content) if content else None
    if wide is not None:
        return wide, 1
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError as problem:
        return (
            content.decode("cp1252", errors="replace"),
            problem.object[: problem.start].count(b"\n") + 1,
        )


def delimiter_of(header: str) -> str:
    """Semicolon or comma: whichever the header line has most of; a tab when it has neither."""
    if "\t" in header and not {",", ";"} & set(header):
        return "\t"
    return ";" if header.count(";") > header.count(",") else ","


class OpenQuote(csv.Error):
    """A cell begins with a quote that is closed nowhere; `line` is where its row begins."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def rows_of(text: str | Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it starts on; a cell between quotes may go on over several lines.

    Raises OpenQuote when one goes on for more than a cell can hold.
    """
    reader = csv.reader(
        io.StringIO(text, newline="") if isinstance(text, str) else text, delimiter=delimiter
    )
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise OpenQuote(line) from problem
        yield line, row
        line = reader.line_num + 1
