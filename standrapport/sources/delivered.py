# SPDX-License-Identifier: EUPL-1.2
"""One delivered file: where it may stand, its form, encoding and header, and its content as UTF-8
CSV when it must be converted.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import islice, takewhile
from pathlib import Path
from typing import Any, Literal, TextIO

from ..core.csv_text import delimiter_of, rows_of
from ..core.disk import why_not_read
from ..core.frozen import dataclass
from ..core.model import Extract
from .engine import SourceProblem, engine_there

_SAMPLE = 1 << 20
_LOOK = 50  # lines among which a header is looked for
_SEP = re.compile(r"sep=(.)\r?$", re.IGNORECASE | re.MULTILINE)
_FORMS: dict[str, Literal["csv", "xlsx", "parquet"]] = {
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".ods": "xlsx",
    ".parquet": "parquet",
}


@dataclass(frozen=True)
class Delivered:
    """A file of source rows.

    `name` is its path in the project; `encoding` is only meant for CSV, as are the next two.

    `plain` tells that the first part of the file is pure ASCII, so that its encoding is not certain
    yet. `skip` is the number of lines before the header, `footer` how the line begins with which
    the rows end, `english` the notation of its numbers. The form 'xlsx' is any workbook.
    """

    path: Path
    name: str
    form: Literal["csv", "xlsx", "parquet"]
    sheet: str | None = None
    encoding: str = "utf-8"
    delimiter: str = ","
    plain: bool = False
    header: tuple[str, ...] = ()
    skip: int = 0
    footer: str = ""
    english: bool = False

    @property
    def converted(self) -> bool:
        """Whether the engine gets `chunks` instead of the file itself."""
        as_it_is = self.encoding == "utf-8" and not (self.pattern or self.skip or self.footer)
        return self.form == "xlsx" or (self.form == "csv" and not as_it_is)

    @property
    def pattern(self) -> bool:
        """Whether the engine would take the path for a pattern and perhaps read other files."""
        return bool(set("*?[") & set(str(self.path)))

    def in_windows_1252(self) -> Delivered:
        """The same file, read as Windows-1252."""
        return replace(self, encoding="cp1252", plain=False)

    def chunks(self) -> Iterator[bytes]:
        """The file as UTF-8 CSV, piece by piece."""
        if self.form == "xlsx":
            yield from _as_csv(self)
            return
        if self.skip or self.footer:
            yield from self._cut()
            return
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        with self.path.open("rb") as stream:
            while piece := stream.read(_SAMPLE):
                yield decoder.decode(piece).encode()

    def _cut(self) -> Iterator[bytes]:
        """The lines of a CSV file from its header to its footer."""
        with self._opened() as stream:
            for line in takewhile(self._goes_on, islice(stream, self.skip, None)):
                yield line.encode()

    def _opened(self) -> TextIO:
        encoding = "utf-8-sig" if self.encoding == "utf-8" else self.encoding
        return self.path.open(encoding=encoding, errors="replace", newline="")

    def _goes_on(self, line: str) -> bool:
        """Whether a line still belongs to the rows."""
        return not self.footer or not line.lstrip("\"' ").startswith(self.footer)

    def pieces(self) -> Generator[bytes]:
        """The file as the engine reads it, piece by piece."""
        if self.converted:
            yield from self.chunks()
            return
        with self.path.open("rb") as stream:
            while piece := stream.read(_SAMPLE):
                yield piece

    def records(self) -> Generator[tuple[int, list[str]]]:
        """The rows below the header as text, each with its line."""
        if self.form == "xlsx":
            for line, row in islice(_sheet_rows(self), 1, None):
                yield line, [_text(cell, english=self.english) for cell in row]
            return
        with self._opened() as stream:
            lines = takewhile(self._goes_on, islice(stream, self.skip, None))
            for line, row in islice(rows_of(lines, self.delimiter), 1, None):
                yield line + self.skip, row


def header_advice(file: Delivered, name: str) -> str:
    """Where the header may stand when a column is not in the line that was taken for it."""
    begun = f" De kolomnamen zijn gelezen op regel {file.skip + 1}"
    for line, row in islice(_all_rows(file), _LOOK):
        if line != file.skip + 1 and name in {cell.strip() for cell in row}:
            return f"{begun}; '{name}' staat op regel {line}: zet 'kop: {line}' bij uit_bron."
    return f"{begun}; staan ze lager, zet dan 'kop: …' bij uit_bron."


def _all_rows(file: Delivered) -> Iterator[tuple[int, list[str]]]:
    """Every row of a file from its first line."""
    whole = replace(file, skip=0, footer="")
    if file.form == "xlsx":
        yield from ((line, [_text(cell) for cell in row]) for line, row in _sheet_rows(whole))
        return
    with whole._opened() as stream:  # noqa: SLF001 - of this module
        for number, line in enumerate(stream, 1):
            delimiter = ";" if ";" in line else "\t" if "\t" in line else ","
            yield number, next(csv.reader([line], delimiter=delimiter), [])


def files_of(project: Path, year: int, extract: Extract) -> list[Delivered]:
    """The files that the path or pattern of an extract names below `figures/<year>/`, in order of
    name.

    Empty when there are none.

    Raises SourceProblem: SR-B008 for a file outside that folder (a link), of another form, or that
    cannot be read; SR-B009 when what reads sources is not installed.
    """
    root = (project / "figures" / str(year)).resolve()
    pattern = (extract.files or "").replace("\\", "/").replace("{jaar}", str(year))
    found = sorted(path for path in root.glob(pattern) if path.is_file())
    if found:
        engine_there()
    return [
        _delivered(path, root, f"figures/{year}/{path.relative_to(root).as_posix()}", extract)
        for path in found
    ]


def _delivered(path: Path, root: Path, name: str, extract: Extract) -> Delivered:
    if not path.resolve().is_relative_to(root):
        raise SourceProblem(
            "SR-B008",
            f"{name} wijst naar een plaats buiten de map van het jaar; zet het bestand zelf in"
            " bron/.",
        )
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise SourceProblem(
            "SR-B008",
            f"{name} is geen CSV, XLSX, ODS of Parquet; lever het in een van die vormen aan.",
        )
    try:
        file = Delivered(
            path.resolve(),
            name,
            form,
            extract.sheet,
            skip=(extract.header_line or 1) - 1,
            footer=extract.footer,
            english=extract.english,
        )
        if form == "parquet" and file.pattern:
            raise SourceProblem(
                "SR-B008",
                f"In het pad van {name} staat een * ? of [; geef het bestand of de map een andere"
                " naam.",
            )
        return (
            _read_csv_form(file)
            if form == "csv"
            else _read_sheet_form(file)
            if form == "xlsx"
            else file
        )
    except OSError as problem:
        raise SourceProblem(
            "SR-B008", f"{name} kan niet gelezen worden ({why_not_read(problem)})."
        ) from None


def _read_csv_form(file: Delivered) -> Delivered:
    with file.path.open("rb") as stream:
        sample = stream.read(_SAMPLE)
    encoding = (
        "utf-16" if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    )
    try:
        text = codecs.getincrementaldecoder(
            "utf-8-sig" if encoding == "utf-8" else encoding
        )().decode(sample)
    except UnicodeDecodeError:
        encoding = "cp1252"
        text = sample.decode(encoding, errors="replace")
    skip = file.skip
    said = _SEP.match(text) if not skip else None
    if said:
        skip = 1
    lines = text.split("\n")
    first = lines[skip] if skip < len(lines) else ""
    delimiter = said[1] if said else delimiter_of(first)
    _, header = next(rows_of("\n".join(lines[skip:]), delimiter), (1, []))
    form = replace(file, encoding=encoding, delimiter=delimiter, skip=skip, plain=sample.isascii())
    return _with_header(form, header)


def _read_sheet_form(file: Delivered) -> Delivered:
    _, header = next(_sheet_rows(file), (1, []))
    return _with_header(file, [_text(cell) for cell in header])


def _with_header(file: Delivered, header: list[str]) -> Delivered:
    if not any(cell.strip() for cell in header):
        raise SourceProblem(
            "SR-B008", f"{file.name} is leeg; de eerste rij hoort de kolomnamen te bevatten."
        )
    return replace(file, header=tuple(cell.strip() for cell in header))


def _sheet_rows(file: Delivered) -> Iterator[tuple[int, list[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook, WorksheetNotFound

    try:
        workbook = CalamineWorkbook.from_path(file.path)
        sheet = (
            workbook.get_sheet_by_name(file.sheet) if file.sheet else workbook.get_sheet_by_index(0)
        )
    except WorksheetNotFound:
        raise SourceProblem("SR-B008", f"{file.name} heeft geen werkblad '{file.sheet}'.") from None
    except CalamineError:
        raise SourceProblem(
            "SR-B008", f"{file.name} is geen leesbaar werkboek; sla het opnieuw op."
        ) from None
    start = sheet.start[0] + 1 if sheet.start else 1
    for line, row in enumerate(sheet.iter_rows(), start):
        if line <= file.skip:
            continue
        first = next((str(cell) for cell in row if cell != ""), "")
        if file.footer and first.startswith(file.footer):
            return
        yield line, row


def _as_csv(file: Delivered) -> Iterator[bytes]:
    piece = io.StringIO()
    writer = csv.writer(piece, delimiter=file.delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for number, (_, row) in enumerate(_sheet_rows(file), 1):
        if any(cell != "" for cell in row):
            writer.writerow([_text(cell, english=file.english) for cell in row])
        if number % 5000 == 0:
            yield piece.getvalue().encode()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue().encode()


def _text(cell: Any, *, english: bool = False) -> str:
    """A cell of a workbook as a CSV file would have it: a number in the notation of its texts, an
    ISO date.
    """
    if isinstance(cell, float):
        exact = str(int(cell)) if cell.is_integer() else f"{Decimal(repr(cell)):f}"
        return exact if english else exact.replace(".", ",")
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
