# SPDX-License-Identifier: EUPL-1.2
"""The form of a delivered file by its content.

A name may lie: an .xls is often a web page or a text.

Any delivered file to grids: its form is told by its content, its name may lie.
"""

from __future__ import annotations

import codecs
import re
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from ...core.disk import why_not_read
from ...core.frozen import dataclass
from ...sources.engine import SourceProblem
from .grid import Grid
from .package import DAMAGE, locked
from .read_csv import read_csv
from .read_html import read_html, read_mhtml
from .read_ods import read_ods
from .read_xls import read_xls
from .read_xlsx import read_xlsx
from .sheet import TooMuch

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
# Other things that are delivered as if they were tables.
_OTHERS = {
    b"%PDF": "een PDF",
    b"{\\rtf": "een tekstdocument (RTF)",
    b"PAR1": "een Parquet-bestand",
    b"\x89PNG": "een afbeelding",
    b"\xff\xd8\xff": "een afbeelding",
    b"GIF8": "een afbeelding",
    b"\x1f\x8b": "een ingepakt bestand",
    b"7z\xbc\xaf": "een ingepakt bestand",
    b"Rar!": "een ingepakt bestand",
}
_HTML = re.compile(r"<(?:!doctype\s+html|html|table|body|head|meta)\b", re.IGNORECASE)
_LOOK = 1_000_000


def form_of(content: bytes) -> str:
    """'csv', 'xlsx', 'ods', 'xls', 'html', 'mhtml' or 'locked'.

    Else in Dutch what it is instead, after 'dit is'.
    """
    if content.startswith(b"PK\x03\x04"):
        return _zipped(content)
    if content.startswith(_OLE):
        return _old_office(content)
    for start, words in _OTHERS.items():
        if content.startswith(start):
            return words
    text = _beginning(content)
    if text.startswith("<"):
        if re.search(r"<office:document\b", text):
            return "ods"
        if _HTML.search(text):
            return "html"
        return "een XML-bestand dat geen werkblad en geen webpagina is"
    if re.match(
        r"(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date|Content-Type):\s",
        text,
        re.IGNORECASE,
    ):
        return "mhtml"
    if re.match(r"[{\[]\s*(?:[\"{\[]|$)", text):
        return "een JSON-bestand"
    return "csv"


def _beginning(content: bytes) -> str:
    """The first of a text, enough to tell its form; white space before it set aside."""
    utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return (
        content[:_LOOK]
        .decode("utf-16" if utf_16 else "latin-1", errors="ignore")
        .removeprefix("ï»¿")
        .lstrip()
    )


def _zipped(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
            kind = (
                archive.read("mimetype")[:100].decode("ascii", errors="ignore")
                if "mimetype" in names
                else ""
            )
    except DAMAGE:
        return "xlsx"  # damaged or locked: its reader says so
    if "xl/workbook.bin" in names:
        return "een binair werkboek (XLSB)"
    if "spreadsheet" in kind:
        return "ods"
    if "word/document.xml" in names or "opendocument" in kind:
        return "een tekstdocument of presentatie"
    if "[content_types].xml" in names and any(
        name.startswith("xl/") or "workbook" in name for name in names
    ):
        return "xlsx"
    return "een ingepakt bestand"


def _old_office(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "locked"
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return "xls"
    return "een oud Office-bestand, maar geen werkboek"


READERS = {
    "csv": read_csv,
    "html": read_html,
    "mhtml": read_mhtml,
    "ods": read_ods,
    "xls": read_xls,
    "xlsx": read_xlsx,
}
_BY_SHEET = {"ods": read_ods, "xlsx": read_xlsx}
LARGEST = 64_000_000  # bytes of a delivered file


@dataclass(frozen=True)
class HandedIn:
    """A delivered file that stands in memory; its name is only for what is told."""

    name: str
    content: bytes


def read_grids(file: Path | HandedIn, sheet: str | None = None) -> list[Grid]:
    """Every sheet or table of a delivered file that holds something visible.

    With `sheet` nothing else of a workbook is read, when it has that sheet.

    Raises SourceProblem (SR-B008) with one Dutch sentence when it cannot be read.
    """
    name, content = file.name, _content(file)
    if not content.strip():
        raise SourceProblem("SR-B008", f"{name} is leeg.")
    form = form_of(content)
    if sheet is not None and form in _BY_SHEET:
        with suppress(SourceProblem):  # not there: all of them are read, and named
            return _BY_SHEET[form](name, content, sheet)
    if form in READERS:
        return READERS[form](name, content)
    if form == "locked":
        raise locked(name)
    raise SourceProblem(
        "SR-B008", f"{name} is {form}; lever CSV, XLSX, ODS of een bewaarde webpagina."
    )


def _content(file: Path | HandedIn) -> bytes:
    if isinstance(file, HandedIn):
        if len(file.content) > LARGEST:
            raise TooMuch(file.name)
        return file.content
    try:
        if file.stat().st_size > LARGEST:
            raise TooMuch(file.name)
        return file.read_bytes()
    except OSError as problem:
        raise SourceProblem(
            "SR-B008", f"{file.name} kan niet gelezen worden ({why_not_read(problem)})."
        ) from None
