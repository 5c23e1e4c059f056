# SPDX-License-Identifier: EUPL-1.2
"""CSV as text: its encoding, its delimiter and its rows with their lines.

Told here and nowhere else.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator


def decode(content: bytes) -> tuple[str, int | None]:
    """The text of a file, and the line of the first byte that is not UTF-8 (then read as
    Windows-1252), else None.
    """
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError as problem:
        return (
            content.decode("cp1252", errors="replace"),
            problem.object[: problem.start].count(b"\n") + 1,
        )


def delimiter_of(header: str) -> str:
    """Semicolon or comma: whichever the header line has most of."""
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
