# SPDX-License-Identifier: EUPL-1.2
"""What `new` and `init` write: the next edition from an earlier one, and a new project.

The next edition has last year's texts as concept and its figure rows as history, the new year
n.n.b.; a new project is a copy of the example of invented figures that comes with the tool. Nothing
existing is overwritten.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from ...core.csv_text import OpenQuote, decode, delimiter_of, rows_of
from ...core.disk import why_not_read, why_not_written
from ...core.frozen import dataclass
from ...core.model import Finding, Table
from ...core.notation import NOT_KNOWN, join_names
from ...report.publish import FileChange, NotWritable, replace_folder, save
from ..places import UsageProblem, editions, folder_of_the_tool
from ..reading import load_catalogue
from ..reading.notes_on_texts import REVIEW_FILE
from ..reading.schemas import SCHEMA_FOLDER, schemas
from .next_chapter import next_text, with_names
from .review import review_text

_BOM = b"\xef\xbb\xbf"
_EMPTY = ("periode", "status", "peildatum", "bron")


def next_rows(content: bytes, table: Table, old: int, new: int) -> bytes:
    """A figure file with rows added for every year after `old` up to and including `new`, all
    figures n.n.b.

    A keyed table gets a row for each key of the old year. The rows that were there stay as they
    are, in UTF-8.
    """
    text = decode(content)[0]
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    delimiter = delimiter_of(text.partition("\n")[0])
    rows = _filled_rows(text, delimiter)
    header = [name.strip() for name in rows[0]] if rows else []
    needed = {"jaar", *([table.key_column] if table.key_column else [])}
    if not needed <= set(header):
        return content
    at, status = header.index("jaar"), _place("status", header)
    expected = _expected(rows[1:], at, status, old)
    present = _counted_years(rows[1:], at, None if expected else status)
    keys = _keys(rows[1:], header, table.key_column, old) if table.key_column else [""]
    added = io.StringIO(newline="")
    writer = csv.writer(added, delimiter=delimiter, lineterminator=end_of_line)
    for when in _new_years(table, old, new, present):
        writer.writerows(
            [_cell(name, when, key, table.key_column, expected) for name in header] for key in keys
        )
    more = added.getvalue()
    joint = "" if text.endswith("\n") or not more else end_of_line
    return _mark(content) + f"{text}{joint}{more}".encode()


def _place(name: str, header: Sequence[str]) -> int | None:
    return header.index(name) if name in header else None


def _new_years(table: Table, old: int, new: int, present: set[str]) -> list[int]:
    """The years after the old one that get rows: not there yet, and with figures that exist."""
    years = [year for year in range(old + 1, new + 1) if str(year) not in present]
    columns = table.columns.values()
    return [year for year in years if any(column.exists_in(year) for column in columns)]


def _mark(content: bytes) -> bytes:
    """The byte order mark of a file, when it has one."""
    return _BOM if content.startswith(_BOM) else b""


def _filled_rows(text: str, delimiter: str) -> list[list[str]]:
    """The rows of a CSV file that have something in them."""
    rows = (row for _, row in rows_of(text, delimiter))
    return [row for row in rows if any(cell.strip() for cell in row)]


def _keys(
    rows: Sequence[Sequence[str]], header: Sequence[str], key_column: str, year: int
) -> list[str]:
    """The keys that have a row in a year, in order of appearance."""
    at, when = header.index(key_column), header.index("jaar")
    own = [row for row in rows if len(row) > max(at, when) and row[when].strip() == str(year)]
    return list(dict.fromkeys(row[at] for row in own))


def _counted_years(rows: Sequence[Sequence[str]], year: int, status: int | None) -> set[str]:
    """The years that have a row; with a column of status, one that was counted."""
    own = (row for row in rows if len(row) > year and not _is_expected(row, status))
    return {row[year].strip() for row in own}


def _is_expected(row: Sequence[str], status: int | None) -> bool:
    """Whether a row holds a target or a forecast."""
    said = row[status].strip().lower() if status is not None and len(row) > status else ""
    return said in ("doel", "raming")


def _expected(rows: Sequence[Sequence[str]], year: int, status: int | None, old: int) -> str:
    """What the rows of the old year are when none was counted: 'doel' or 'raming'; else ''."""
    own = [row for row in rows if len(row) > year and row[year].strip() == str(old)]
    if status is None or not own or not all(_is_expected(row, status) for row in own):
        return ""
    return own[0][status].strip().lower()


def _cell(name: str, year: int, key: str, key_column: str | None, expected: str = "") -> str:
    if name == "jaar":
        return str(year)
    if name == "status":
        return expected
    if name == key_column:
        return key
    return "" if name in _EMPTY else NOT_KNOWN


@dataclass(frozen=True)
class Started:
    """What was written, which figure files were already there and stayed, what moved or still names
    an old year, and how many sentences must be looked at.
    """

    source: int
    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    findings: tuple[Finding, ...]
    review: int = 0


def start_edition(project: Path, new: int, old: int | None = None) -> Started:
    """Write `content/<new>/` and `figures/<new>/` after the example of `old` (default: the last
    edition before it).

    Raises UsageProblem when there is nothing to start from, when `new` has texts already, or when
    it cannot be written.
    """
    source = _source(project, new, old)
    texts = project / "content" / str(new)
    if texts.exists() and (not texts.is_dir() or any(texts.iterdir())):
        raise UsageProblem(
            f"De editie {new} is al begonnen: content/{new} bestaat al; er wordt niets"
            f" overschreven. Wat er nog te doen is, zegt: standrapport status {new}"
        )
    try:
        files, findings = _texts(project, source, new)
        leaning, number = review_text(files, new, source)
        if number:
            files[f"{REVIEW_FILE}.yaml"] = leaning.encode()
        figures = _figures(project, source, new)
    except OSError as problem:
        raise UsageProblem(
            f"{problem.filename} is niet te lezen ({why_not_read(problem)}); er is niets"
            " geschreven."
        ) from problem
    folder = project / "figures" / str(new)
    kept = tuple(sorted(folder / name for name in figures if (folder / name).exists()))
    added = {folder / name: content for name, content in figures.items()}
    added = {path: content for path, content in added.items() if path not in kept}
    added |= {texts / name: content for name, content in files.items()}
    try:
        written = save(project, [FileChange(path, None, new) for path, new in added.items()])
    except NotWritable as problem:
        raise UsageProblem(str(problem)) from problem
    return Started(source, written, kept, tuple(findings), number)


def _source(project: Path, new: int, old: int | None) -> int:
    known = [
        year
        for year in editions(project)
        if (project / "content" / str(year) / "rapport.yaml").is_file()
    ]
    if not known:
        raise UsageProblem(
            "Er is nog geen editie met content/<jaar>/rapport.yaml om van uit te gaan."
        )
    there = f"er zijn {join_names([str(year) for year in known])}."
    if old is None:
        earlier = [year for year in known if year < new]
        if not earlier:
            raise UsageProblem(f"Er is geen editie van voor {new} om van uit te gaan; {there}")
        return earlier[-1]
    if old not in known:
        raise UsageProblem(f"De editie {old} bestaat niet of heeft geen rapport.yaml; {there}")
    if old >= new:
        raise UsageProblem(
            f"Een nieuwe editie gaat over een later jaar dan de vorige; {new} is niet later dan"
            f" {old}."
        )
    return old


def _texts(project: Path, old: int, new: int) -> tuple[dict[str, bytes], list[Finding]]:
    """Every file of the old texts: YAML as concept, anything else (pictures) as it is."""
    folder = project / "content" / str(old)
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    renamed: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name.startswith("."):
            continue
        if path == folder / f"{REVIEW_FILE}.yaml":
            continue  # what was looked at then says nothing of the new edition
        name, content = path.relative_to(folder).as_posix(), path.read_bytes()
        if path.suffix == ".yaml":
            try:
                text = content.decode("utf-8-sig")
            except UnicodeDecodeError as problem:
                raise UsageProblem(
                    f"content/{old}/{name} is niet als UTF-8 opgeslagen; herstel dat eerst."
                ) from problem
            copied = next_text(text, f"content/{new}/{name}", old, new)
            findings += copied.findings
            renamed |= {
                f"{path.stem}/{before}": f"{path.stem}/{after}"
                for before, after in copied.renamed.items()
            }
            content = _mark(content) + copied.text.encode()
        files[name] = content
    report = files["rapport.yaml"]
    text = with_names(report.decode("utf-8-sig"), f"content/{new}/rapport.yaml", renamed)
    files["rapport.yaml"] = _mark(report) + text.encode()
    return files, findings


def _figures(project: Path, old: int, new: int) -> dict[str, bytes]:
    """The figure files of the catalogue that the old edition has.

    Reasons for revisions and source extracts belong to their own year.
    """
    folder = project / "figures" / str(old)
    tables = load_catalogue(project)[0].tables.values()
    files = {}
    for table in (one for one in tables if (folder / one.file).is_file()):
        content = (folder / table.file).read_bytes()
        try:
            files[table.file] = next_rows(content, table, old, new)
        except OpenQuote as problem:
            raise UsageProblem(
                f"figures/{old}/{table.file}:{problem.line}: hier begint een aanhalingsteken dat"
                " nergens sluit; herstel dat eerst. Er is niets geschreven."
            ) from problem
    return files


EXAMPLE = "leenfietsen"


def example_files() -> dict[str, bytes]:
    """The files of a new project by name: the example, and the JSON Schemas its YAML files refer
    to.
    """
    folder = folder_of_the_tool("examples") / EXAMPLE
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    files = {name: content for name, content in files.items() if not name.startswith("out/")}
    return files | {f"{SCHEMA_FOLDER}/{name}": text.encode() for name, text in schemas().items()}


def start_project(folder: Path) -> tuple[Path, ...]:
    """Write a new project in a folder that is empty or not there yet; the paths written.

    Raises UsageProblem.
    """
    target = folder.resolve()
    if target.exists() and not target.is_dir():
        raise UsageProblem(
            f"{folder} is een bestand; geef een map die leeg is of nog niet bestaat."
        )
    files = example_files()
    try:
        if not target.exists():
            return replace_folder(target, files)
        if any(target.iterdir()):
            raise UsageProblem(
                f"De map {folder} is niet leeg; er wordt niets overschreven. Geef een map die leeg"
                " is of nog niet bestaat."
            )
        return save(target, [FileChange(target / name, None, new) for name, new in files.items()])
    except NotWritable as problem:
        raise UsageProblem(str(problem).partition(" Het vorige resultaat")[0]) from problem
    except OSError as problem:
        raise UsageProblem(
            f"De map {folder} kan niet worden geschreven: {why_not_written(problem)}."
        ) from problem
