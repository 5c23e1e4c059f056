# SPDX-License-Identifier: EUPL-1.2
"""A zip file that is the same every time: fixed dates and rights, entries in the order given.

The workbook as XLSX, with XlsxWriter.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..core.notation import moment_of
from .sheets import LANGUAGE, BookSheet, Cell, SheetLink, SheetNumber, Workbook

_EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(entries: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """The entries as a zip file; those in `stored` are not compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, content)
    return stream.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """What a zip file holds, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


if TYPE_CHECKING:
    from xlsxwriter import Workbook as Writer
    from xlsxwriter.worksheet import Worksheet

_CORE = "docProps/core.xml"


def xlsx(book: Workbook) -> bytes:
    """The bytes of the file.

    Numbers are numbers, everything else is text, and no cell holds a formula.
    """
    import xlsxwriter

    stream = io.BytesIO()
    as_they_are = dict.fromkeys(
        ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
    )
    writer = xlsxwriter.Workbook(stream, {"in_memory": True, **as_they_are})
    about = {name: getattr(book, name) for name in ("title", "subject", "author", "status")}
    writer.set_properties({**about, "comments": book.description, "created": moment_of(book.date)})
    formats = _Formats(writer)
    for number, sheet in enumerate(book.sheets):
        _write(writer.add_worksheet(sheet.name), sheet, formats, number)
    writer.close()
    return _with_language(stream.getvalue())


class _Formats:
    """The looks of cells: bold and size carry meaning, colour never does."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._writer.add_format(
                {"valign": "top", "text_wrap": True, **properties}
            )
        return self._made[key]

    def number(self, number: SheetNumber) -> Any:
        places = f".{'0' * number.decimals}" if number.decimals > 0 else ""
        return self(num_format=f"{'#,##0' if number.grouped else '0'}{places}", align="right")


def _write(page: Worksheet, sheet: BookSheet, formats: _Formats, number: int) -> None:
    for row, line in enumerate(sheet.lines):
        heading = row == 0 or row in sheet.headings
        size = 14 if row == 0 else 12
        looks = formats(bold=True, font_size=size) if heading else _plain(sheet, formats)
        page.write_string(row, 0, line, looks)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    if not sheet.header:
        return
    top = len(sheet.lines)
    for row, cells in enumerate(sheet.rows, top + 1):
        for column, cell in enumerate(cells):
            _cell(page, row, column, cell, formats)
    head = formats(bold=True, bottom=1)
    page.add_table(
        top,
        0,
        top + len(sheet.rows),
        len(sheet.header) - 1,
        {
            "name": f"tabel_{number}_{sheet.name}",
            "title": sheet.lines[0],
            "description": (
                f"{sheet.lines[0]}: {len(sheet.rows)} rijen en {len(sheet.header)} kolommen, met"
                " een rij koppen."
            ),
            "autofilter": False,
            "style": None,
            "columns": [{"header": title, "header_format": head} for title in sheet.header],
        },
    )
    page.repeat_rows(top)


def _plain(sheet: BookSheet, formats: _Formats) -> Any:
    """Lines above a table run on over the empty cells beside them; on a sheet of text they wrap."""
    return formats() if not sheet.header else formats(text_wrap=False)


def _cell(page: Worksheet, row: int, column: int, cell: Cell, formats: _Formats) -> None:
    if isinstance(cell, SheetNumber):
        page.write_number(row, column, float(cell.value), formats.number(cell))
    elif isinstance(cell, SheetLink):
        page.write_url(row, column, f"internal:'{cell.sheet}'!A1", formats(underline=1), cell.text)
    else:
        page.write_string(row, column, cell, formats())


def _with_language(content: bytes) -> bytes:
    """The same file with its language among the properties (XlsxWriter has no setting for it) and
    every entry of a fixed date.
    """
    files = unpacked(content)
    files[_CORE] = files[_CORE].replace(
        b"</cp:coreProperties>",
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>".encode(),
    )
    return packed(files.items())
