# SPDX-License-Identifier: EUPL-1.2
"""The workbook as OpenDocument Spreadsheet 1.3 (docs/besluiten/0016 says why this is written here
and not by a library).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape as escaped

from ..core.notation import format_getal, moment_of
from .sheets import LANGUAGE, BookSheet, Cell, SheetLink, SheetNumber, Workbook
from .xlsx import packed

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_VERSION = 'office:version="1.3"'
_SPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "table": "table",
            "text": "text",
            "style": "style",
            "number": "datastyle",
            "meta": "meta",
            "fo": "xsl-fo-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_WRAP = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
_TEXT_STYLES = {
    "titel": (
        '<style:table-cell-properties style:vertical-align="top"/>',
        'fo:font-weight="bold" fo:font-size="14pt"',
    ),
    "kop": (
        '<style:table-cell-properties style:vertical-align="top"/>',
        'fo:font-weight="bold" fo:font-size="12pt"',
    ),
    "regel": (
        '<style:table-cell-properties fo:wrap-option="no-wrap" style:vertical-align="top"/>',
        "",
    ),
    "tekst": (_WRAP, ""),
    "kolomkop": (
        (
            '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"'
            ' fo:border-bottom="0.5pt solid #000000"/>'
        ),
        'fo:font-weight="bold"',
    ),
}


def ods(book: Workbook) -> bytes:
    """The bytes of the file.

    Numbers are numbers, everything else is text, and no cell holds a formula.
    """
    entries = [
        ("mimetype", MEDIA_TYPE.encode()),
        ("META-INF/manifest.xml", _manifest().encode()),
        ("content.xml", "".join(_content(book)).encode()),
        ("meta.xml", _meta(book).encode()),
        ("styles.xml", _styles().encode()),
    ]
    return packed(entries, frozenset({"mimetype"}))


def escape(text: str, *, quote: bool = True) -> str:
    """Text for XML, without the control characters XML does not have."""
    return escaped(_NOT_XML.sub("", text), quote=quote)


def _manifest() -> str:
    files = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in {
            "/": MEDIA_TYPE,
            "content.xml": "text/xml",
            "meta.xml": "text/xml",
            "styles.xml": "text/xml",
        }.items()
    )
    return (
        f'{_DECLARATION}<manifest:manifest xmlns:manifest="{_MANIFEST}"'
        f' manifest:version="1.3">{files}</manifest:manifest>'
    )


def _meta(book: Workbook) -> str:
    moment = f"{moment_of(book.date):%Y-%m-%dT%H:%M:%S}"
    parts = (
        ("meta:generator", book.generator),
        ("dc:title", book.title),
        ("dc:subject", book.subject),
        ("dc:description", book.description),
        ("meta:initial-creator", book.author),
        ("dc:creator", book.author),
        ("meta:creation-date", moment),
        ("dc:date", moment),
        ("dc:language", LANGUAGE),
    )
    inner = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in parts)
    inner += f'<meta:user-defined meta:name="Status">{escape(book.status)}</meta:user-defined>'
    return (
        f"{_DECLARATION}<office:document-meta {_SPACES}"
        f" {_VERSION}><office:meta>{inner}</office:meta></office:document-meta>"
    )


def _styles() -> str:
    language, country = LANGUAGE.split("-")
    page = (
        '<style:page-layout-properties style:print-orientation="landscape" fo:page-width="29.7cm"'
        ' fo:page-height="21cm"/>'
    )
    return (
        f"{_DECLARATION}<office:document-styles {_SPACES} {_VERSION}><office:styles>"
        '<style:default-style style:family="table-cell">'
        f'<style:text-properties fo:language="{language}" fo:country="{country}"'
        ' fo:font-family="Arial" fo:font-size="11pt"/>'
        '</style:default-style><style:default-style style:family="table"/><style:default-style'
        ' style:family="table-row"/>'
        '<style:default-style style:family="table-column"/><style:style style:name="Default"'
        ' style:family="table-cell"/></office:styles>'
        "<office:automatic-styles><style:page-layout"
        f' style:name="blad">{page}</style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Default"'
        ' style:page-layout-name="blad"/></office:master-styles>'
        "</office:document-styles>"
    )


def _content(book: Workbook) -> Iterator[str]:
    numbers = sorted(
        {
            _style(cell)
            for sheet in book.sheets
            for row in sheet.rows
            for cell in row
            if isinstance(cell, SheetNumber)
        }
    )
    widths = sorted({width for sheet in book.sheets for width in sheet.widths})
    yield f"{_DECLARATION}<office:document-content {_SPACES} {_VERSION}><office:automatic-styles>"
    yield (
        '<style:style style:name="blad" style:family="table"'
        ' style:master-page-name="Default"><style:table-properties'
        ' table:display="true"/></style:style>'
    )
    yield (
        '<style:style style:name="rij" style:family="table-row"><style:table-row-properties'
        ' style:use-optimal-row-height="true"/></style:style>'
    )
    for width in widths:
        yield f'<style:style style:name="breed{width}" style:family="table-column">'
        yield (
            "<style:table-column-properties"
            f' style:column-width="{width * 0.22:.2f}cm"/></style:style>'
        )
    for name, (cell, text) in _TEXT_STYLES.items():
        words = f"<style:text-properties {text}/>" if text else ""
        yield (
            f'<style:style style:name="{name}" style:family="table-cell"'
            f' style:parent-style-name="Default">{cell}{words}</style:style>'
        )
    for name in numbers:
        decimals, grouped = name[len("getal") :].rstrip("g"), str(name.endswith("g")).lower()
        yield (
            f'<number:number-style style:name="n{name}"><number:number'
            f' number:decimal-places="{decimals}" '
        )
        yield (
            f'number:min-decimal-places="{decimals}" number:min-integer-digits="1"'
            f' number:grouping="{grouped}"/></number:number-style>'
        )
        yield (
            f'<style:style style:name="{name}" style:family="table-cell"'
            f' style:parent-style-name="Default" style:data-style-name="n{name}">'
        )
        yield f"{_WRAP}</style:style>"
    yield "</office:automatic-styles><office:body><office:spreadsheet>"
    for sheet in book.sheets:
        yield from _sheet(sheet)
    yield "<table:database-ranges>"
    yield from (_range(number, sheet) for number, sheet in enumerate(book.sheets) if sheet.header)
    yield "</table:database-ranges></office:spreadsheet></office:body></office:document-content>"


def _sheet(sheet: BookSheet) -> Iterator[str]:
    yield (
        f'<table:table table:name="{escape(sheet.name)}"'
        f' table:style-name="blad"><table:title>{escape(sheet.lines[0])}</table:title>'
    )
    yield "".join(
        f'<table:table-column table:style-name="breed{width}"/>' for width in sheet.widths
    )
    for row, line in enumerate(sheet.lines):
        style = (
            "titel"
            if row == 0
            else "kop"
            if row in sheet.headings
            else "regel"
            if sheet.header
            else "tekst"
        )
        yield _row([_text(line, style)])
    if sheet.header:
        head = _row([_text(title, "kolomkop") for title in sheet.header])
        yield f"<table:table-header-rows>{head}</table:table-header-rows>"
        for cells in sheet.rows:
            yield _row([_cell(cell) for cell in cells])
    yield "</table:table>"


def _row(cells: list[str]) -> str:
    return f'<table:table-row table:style-name="rij">{"".join(cells)}</table:table-row>'


def _text(words: str, style: str) -> str:
    return (
        f'<table:table-cell table:style-name="{style}"'
        f' office:value-type="string"><text:p>{escape(words, quote=False)}</text:p>'
        "</table:table-cell>"
    )


def _style(number: SheetNumber) -> str:
    return f"getal{number.decimals}{'g' if number.grouped else ''}"


def _cell(cell: Cell) -> str:
    if isinstance(cell, SheetNumber):
        shown = format_getal(cell.value, cell.decimals) if cell.grouped else f"{cell.value:f}"
        return (
            f'<table:table-cell table:style-name="{_style(cell)}" office:value-type="float"'
            f' office:value="{cell.value:f}"><text:p>{shown}</text:p></table:table-cell>'
        )
    if isinstance(cell, SheetLink):
        link = (
            '<text:a xlink:type="simple"'
            f' xlink:href="#{escape(cell.sheet)}.A1">{escape(cell.text, quote=False)}</text:a>'
        )
        return (
            '<table:table-cell table:style-name="tekst"'
            f' office:value-type="string"><text:p>{link}</text:p></table:table-cell>'
        )
    return _text(cell, "tekst")


def _range(number: int, sheet: BookSheet) -> str:
    """The table of a worksheet as a named range with a header row."""
    top, bottom = len(sheet.lines) + 1, len(sheet.lines) + 1 + len(sheet.rows)
    address = f"'{sheet.name}'.A{top}:'{sheet.name}'.{_letters(len(sheet.header))}{bottom}"
    return (
        f'<table:database-range table:name="tabel_{number}_{escape(sheet.name)}"'
        f' table:target-range-address="{escape(address)}" table:contains-header="true"'
        ' table:display-filter-buttons="false"/>'
    )


def _letters(number: int) -> str:
    """The letters of the n-th column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
