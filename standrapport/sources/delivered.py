"""One delivered file: where it may stand, its form, encoding and header, and its content as UTF-8
CSV when it must be converted.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from ..core.csv_text import delimiter_of, rows_of
from .problem import SourceProblem, engine_there

_SAMPLE = 1 << 20
_FORMS: dict[str, Literal["csv", "xlsx", "parquet"]] = {
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
}


@dataclass(frozen=True)
class Delivered:
    """A file of source rows.

    `name` is its path in the project; `encoding` is only meant for CSV, as are the next two.

    `plain` tells that the first part of the file is pure ASCII, so that its encoding is not certain
    yet.
    """

    path: Path
    name: str
    form: Literal["csv", "xlsx", "parquet"]
    sheet: str | None = None
    encoding: str = "utf-8"
    delimiter: str = ","
    plain: bool = False
    header: tuple[str, ...] = ()

    @property
    def converted(self) -> bool:
        """Whether the engine gets `chunks` instead of the file itself."""
        return self.form == "xlsx" or (
            self.form == "csv" and (self.encoding != "utf-8" or self.pattern)
        )

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
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        with self.path.open("rb") as stream:
            while piece := stream.read(_SAMPLE):
                yield decoder.decode(piece).encode()

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
            yield from (
                (line, [_text(cell) for cell in row])
                for line, row in islice(_sheet_rows(self), 1, None)
            )
            return
        encoding = "utf-8-sig" if self.encoding == "utf-8" else self.encoding
        with self.path.open(encoding=encoding, errors="replace", newline="") as stream:
            yield from islice(rows_of(stream, self.delimiter), 1, None)


def files_of(project: Path, year: int, pattern: str, sheet: str | None) -> list[Delivered]:
    """The files a path or pattern below `figures/<year>/` names, in order of name.

    Empty when there are none.

    Raises SourceProblem: SR-B008 for a file outside that folder (a link), of another form, or that
    cannot be read; SR-B009 when what reads sources is not installed.
    """
    root = (project / "figures" / str(year)).resolve()
    found = sorted(
        path
        for path in root.glob(pattern.replace("\\", "/").replace("{jaar}", str(year)))
        if path.is_file()
    )
    if found:
        engine_there()
    return [
        _delivered(path, root, f"figures/{year}/{path.relative_to(root).as_posix()}", sheet)
        for path in found
    ]


def _delivered(path: Path, root: Path, name: str, sheet: str | None) -> Delivered:
    if not path.resolve().is_relative_to(root):
        raise SourceProblem(
            "SR-B008",
            f"{name} wijst naar een plaats buiten de map van het jaar; zet het bestand zelf in"
            " bron/.",
        )
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise SourceProblem(
            "SR-B008", f"{name} is geen CSV, XLSX of Parquet; lever het in een van die vormen aan."
        )
    try:
        file = Delivered(path.resolve(), name, form, sheet)
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
            "SR-B008", f"{name} kan niet gelezen worden ({problem.strerror})."
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
    first = text.partition("\n")[0]
    delimiter = "\t" if "\t" in first and not {",", ";"} & set(first) else delimiter_of(first)
    _, header = next(rows_of(text, delimiter), (1, []))
    return _with_header(
        replace(file, encoding=encoding, delimiter=delimiter, plain=sample.isascii()), header
    )


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
            "SR-B008", f"{file.name} is geen leesbaar XLSX-bestand; sla het opnieuw op."
        ) from None
    start = sheet.start[0] + 1 if sheet.start else 1
    yield from enumerate(sheet.iter_rows(), start)


def _as_csv(file: Delivered) -> Iterator[bytes]:
    piece = io.StringIO()
    writer = csv.writer(piece, delimiter=file.delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for number, (_, row) in enumerate(_sheet_rows(file), 1):
        if any(cell != "" for cell in row):
            writer.writerow([_text(cell) for cell in row])
        if number % 5000 == 0:
            yield piece.getvalue().encode()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue().encode()


def _text(cell: Any) -> str:
    """A cell of a workbook as a CSV file would have it: a Dutch number, an ISO date."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{Decimal(repr(cell)):f}".replace(".", ",")
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
