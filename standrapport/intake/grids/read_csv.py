# SPDX-License-Identifier: EUPL-1.2
"""A delivered CSV or other separated text: its encoding, its delimiter (by what gives rows of one
width), its cells; no number is read.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from ...core.csv_text import OpenQuote, decode, rows_of
from ...sources.engine import SourceProblem
from .grid import Grid, text_cell
from .sheet import MOST_CELLS, Sheet, TooMuch, grid_of

_SEP = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
# All but the comma, which may stand in numbers; the first wins a draw.
_SURE = "\t;|"
# Inside a word these are signs in Windows-1252 and letters in code page 850.
_ODD = re.compile(
    rb"(?<=[A-Za-z])[\x81-\x84\x86-\x89\x8b\x8d\x93-\x95\x98\x99](?=[A-Za-z])|"
    rb"(?<=[A-Za-z][a-z])[\x82\x84\x89\x8b\x94](?=[\s;,\"])"
)
_PLAIN_LETTER = re.compile(rb"(?<=[a-z])[\xe0-\xf6\xf8-\xff](?=[a-z])")
_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")


def read_csv(name: str, content: bytes) -> list[Grid]:
    """The grid of a separated text.

    Raises SourceProblem when it is no text, holds nothing, or a quotation mark is never closed.
    """
    text = _text(name, content)
    skipped = 0
    if said := _SEP.match(text):
        delimiter, skipped = said[1], said[0].count("\n")
        text = text[said.end() :]
    else:
        delimiter = delimiter_over(text)
    if line := _never_closed(text, delimiter):
        raise SourceProblem(
            "SR-B008",
            f"Op regel {line + skipped} van {name} begint een aanhalingsteken dat niet goed"
            " gesloten wordt.",
        )
    sheet = Sheet(name)
    widths: dict[int, int] = {}
    try:
        for row, (line, cells) in enumerate(rows_of(text, delimiter)):
            sheet.lines[row] = line + skipped
            widths[line + skipped] = len(cells)
            for column, words in enumerate(cells):
                sheet.put(row, column, text_cell([(words, False)]))
    except OpenQuote:
        raise SourceProblem(
            "SR-B008",
            f"{name} heeft een cel met meer dan 131.072 tekens; dit is geen tabel met cijfers.",
        ) from None
    grid = grid_of(sheet)
    if grid is None:
        raise SourceProblem("SR-B008", f"{name} is leeg: er staat geen enkele cel met tekst in.")
    return [replace(grid, short=_short(grid, widths))]


def _short(grid: Grid, widths: Mapping[int, int]) -> tuple[int, ...]:
    """The lines with fewer cells than most lines have; empty cells at the end are no cells that
    could be lost.
    """
    most = Counter(width for width in widths.values() if width > 1).most_common(1)
    if not most:
        return ()
    filled = [
        at + 1
        for row, line in zip(grid.rows, grid.lines, strict=True)
        if widths.get(line) == most[0][0]
        for at, cell in enumerate(row)
        if cell.text
    ]
    return tuple(line for line, width in widths.items() if 1 < width < max(filled, default=0))


def delimiter_over(text: str) -> str:
    """The delimiter that cuts most of the text in rows of one width.

    A comma may stand in numbers and sentences: it is taken only when no other delimiter cuts at
    least half of the rows, and then judged by the lines the other does not cut.
    """
    scores = {delimiter: _score(text, delimiter) for delimiter in _SURE}
    best = max(_SURE, key=lambda delimiter: scores[delimiter][0])
    weight, most = scores[best]
    if weight and not most:
        most = (
            weight
            >= _score("\n".join(line for line in text.splitlines() if best not in line), ",")[0]
        )
    return best if most else ","


def _score(text: str, delimiter: str) -> tuple[int, bool]:
    """How many cuts the most usual width of a row makes in all, and whether at least half of the
    rows are cut.
    """
    widths: Counter[int] = Counter()
    try:
        widths.update(len(row) for _, row in rows_of(text, delimiter) if row)
    except OpenQuote:
        return 0, False
    cut = {width: number for width, number in widths.items() if width > 1}
    return (
        max(((width - 1) * number for width, number in cut.items()), default=0),
        2 * sum(cut.values()) >= widths.total(),
    )


def _text(name: str, content: bytes) -> str:
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = content.decode("utf-16")
        elif content[1::2].count(0) * 3 > len(
            content
        ):  # without a mark of order, as some databases write it
            text = content.decode("utf-16-le")
        else:
            text, strange = decode(content)
            if strange and (page := _dos(name, content)) is not None:
                text = page
            if strange and content.startswith(codecs.BOM_UTF8):
                raise SourceProblem(
                    "SR-B008",
                    f"{name} zegt UTF-8 te zijn, maar regel {strange} is dat niet; sla het opnieuw"
                    " op als UTF-8.",
                )
    except UnicodeDecodeError:
        raise SourceProblem(
            "SR-B008",
            f"{name} zegt UTF-16 te zijn, maar is beschadigd; sla het opnieuw op als UTF-8.",
        ) from None
    if _BINARY.search(text):
        raise SourceProblem(
            "SR-B008",
            f"{name} is geen tekst en geen bekend soort tabel; lever CSV, XLSX, ODS of een bewaarde"
            " webpagina.",
        )
    if text.count("\n") > MOST_CELLS:
        raise TooMuch(name)
    return text


def _dos(name: str, content: bytes) -> str | None:
    """The text in the code page of old programs (850), when only that gives letters inside words:
    'Albani‰' is 'Albanië'. Raises SourceProblem when nothing does.
    """
    if not _ODD.search(content):
        return None
    if _PLAIN_LETTER.search(content):
        raise SourceProblem(
            "SR-B008",
            f"In {name} staan vreemde tekens midden in woorden; sla het opnieuw op als UTF-8.",
        )
    return content.decode("cp850")


def _never_closed(text: str, delimiter: str) -> int | None:
    """The line of a quotation mark that runs on over lines and is not closed as it should.

    Such a cell swallows rows.
    """
    if '"' not in text:
        return None
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    while True:
        before = reader.line_num
        try:
            next(reader)
        except StopIteration:
            return None
        except csv.Error:
            if reader.line_num - before > 1:
                return before + 1
