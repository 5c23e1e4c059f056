# SPDX-License-Identifier: EUPL-1.2
"""The workbook that becomes XLSX and ODS: cover, contents, notes, columns, and one worksheet per
table.

Every worksheet starts in A1 with its title, has at most one table, no empty rows or columns, no
merged cells, and no empty cells in its table, so that it reads well aloud and by machine (guidance
of the UK Government Analysis Function, docs/open-data.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ..core.model import Figure
from ..core.notation import NOT_APPLICABLE, NOT_AVAILABLE, NOT_KNOWN, OUTSIDE_LIST, format_datum
from ..core.words import break_sentence, closed, meaning, suppressed
from .csv_files import COLUMN_FIELDS, EVERYTHING, column_rows
from .descriptions import About
from .rows import neutral
from .sheets import ELSEWHERE, BookSheet, Cell, SheetLink, SheetNumber, WideRow, Workbook, wide_rows
from .tables import DataTable

NOTHING = "niet vermeld"
_ABSENT = {
    "onderdrukking": "geen",
    "noot": "geen",
    "bron": "afgeleid",
    "formule": "geen",
}  # a column without these; others: NOTHING


class _Notes:
    """The notes in the order they are first mentioned, each with the worksheet it belongs to."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, str, str]] = []

    def mark(self, text: str, sheet: str) -> str:
        """The mark of a note; the same text in the same worksheet gets the same mark."""
        for mark, where, words in self.rows:
            if (where, words) == (sheet, text):
                return mark
        mark = f"[noot {len(self.rows) + 1}]"
        self.rows.append((mark, sheet, text))
        return mark


def workbook(about: About, tables: Sequence[DataTable]) -> Workbook:
    """The figures of an edition as worksheets.

    A table too large for one is named in the contents with its CSV file.
    """
    notes = _Notes()
    small = [table for table in tables if not table.is_large]
    names = _sheet_names(small)
    sheets = [_table_sheet(table, names[table.name], notes) for table in small]
    front = (
        _cover(about),
        _contents(tables, names),
        _notes_sheet(tables, notes),
        _columns_sheet(tables),
    )
    return Workbook(
        title=f"Cijfers bij {about.title}",
        subject=f"Verslagjaar {about.year}, peildatum {format_datum(about.reference_date)}",
        author=about.organisation,
        description=about.description(len(tables)),
        date=about.date,
        status=about.status,
        generator=f"standrapport {about.tool}",
        sheets=tuple(_neutral(sheet) for sheet in (*front, *sheets)),
    )


def _sheet_names(tables: Sequence[DataTable]) -> dict[str, str]:
    """The name of the worksheet of each table: its own name, short enough and used once, whatever
    the case.
    """
    taken = {"omslag", "inhoud", "toelichting", "kolommen"}
    names = {}
    for table in tables:
        name, number = table.name[:31], 1
        while name.lower() in taken:
            number += 1
            name = f"{table.name[: 30 - len(str(number))]}_{number}"
        taken.add(name.lower())
        names[table.name] = name
    return names


def _cover(about: About) -> BookSheet:
    publication = about.publication
    facts = [
        f"Alle cijfers van het rapport '{about.title}' van {about.organisation}.",
        f"Verslagjaar: {about.year}",
        f"Datum: {format_datum(about.date)}",
        f"Peildatum: {format_datum(about.reference_date)}",
        f"Status: {about.status}",
        *([" ".join(about.caveat.split())] if about.caveat else []),
    ]
    use = [
        (
            "Het werkblad Inhoud noemt alle tabellen. Tekens en noten staan op het werkblad"
            " Toelichting, de betekenis van elke kolom op het werkblad Kolommen."
        ),
        (
            "Elk cijfer is gelijk aan het gedrukte cijfer in het rapport. Door afronding kan een"
            " totaal verschillen van de som van de delen."
        ),
        (
            f"Dezelfde cijfers staan als CSV in {EVERYTHING}, met per cijfer eenheid, afronding,"
            " periode en bron."
        ),
    ]
    contact = " ".join(filter(None, (publication.contact, publication.email)))
    known = (
        ("Contact", contact if publication.contact else ""),
        ("Licentie", publication.licence),
        ("Vindplaats", publication.address),
    )
    more = [f"{what}: {said}" for what, said in known if said]
    lines = (
        f"Cijfers bij {about.title}",
        *facts,
        "Gebruik",
        *use,
        *(["Meer informatie", *more] if more else []),
    )
    headings = {0, len(facts) + 1, *({len(facts) + len(use) + 2} if more else set())}
    return BookSheet("Omslag", lines, headings=frozenset(headings))


def _contents(tables: Sequence[DataTable], names: dict[str, str]) -> BookSheet:
    fixed = [("Toelichting", "Tekens en noten"), ("Kolommen", "Betekenis van elke kolom")]
    rows: list[tuple[Cell, ...]] = [
        (SheetLink(name, name), title, NOT_APPLICABLE) for name, title in fixed
    ]
    for table in tables:
        name = names.get(table.name)
        where: Cell = (
            SheetLink(name, name) if name else "alleen als CSV, te groot voor een werkblad"
        )
        rows.append((where, table.title, table.file))
    return BookSheet(
        "Inhoud",
        ("Inhoud", "Dit werkblad bevat één tabel."),
        ("Werkblad", "Titel", "CSV-bestand"),
        tuple(rows),
    )


def _notes_sheet(tables: Sequence[DataTable], notes: _Notes) -> BookSheet:
    limits = {column.suppression for table in tables for column in table.columns} - {None}
    signs = (NOT_KNOWN, NOT_AVAILABLE, NOT_APPLICABLE, OUTSIDE_LIST)
    told = [
        *((f"<{limit}", suppressed(limit)) for limit in sorted(filter(None, limits))),
        *((sign, meaning(sign)) for sign in signs),
        (
            ELSEWHERE,
            (
                "dit cijfer staat in een andere rij van hetzelfde jaar: het gaat over een andere"
                " periode, over één sleutel, of over alle sleutels samen."
            ),
        ),
    ]
    return BookSheet(
        "Toelichting",
        ("Toelichting: tekens en noten", "Dit werkblad bevat één tabel."),
        ("Teken of noot", "Werkblad", "Uitleg"),
        (*((sign, "alle", _sentence(words)) for sign, words in told), *notes.rows),
    )


def _sentence(words: str) -> str:
    return closed(words[:1].upper() + words[1:])


def _columns_sheet(tables: Sequence[DataTable]) -> BookSheet:
    absent = [_ABSENT.get(one.name, NOTHING) for one in COLUMN_FIELDS]
    rows = tuple(
        tuple(cell or word for cell, word in zip(row, absent, strict=True))
        for row in column_rows(tables)
    )
    return BookSheet(
        "Kolommen",
        ("Kolommen: wat elk cijfer betekent", "Dit werkblad bevat één tabel."),
        tuple(field.title for field in COLUMN_FIELDS),
        rows,
    )


def _table_sheet(table: DataTable, name: str, notes: _Notes) -> BookSheet:
    lines = [
        table.title,
        "Dit werkblad bevat één tabel. Tekens en noten staan op het werkblad Toelichting.",
    ]
    lines += [" ".join(text.split()) for text in (table.definition, table.note) if text]
    headings = [
        _with_note(column.heading, column.about.note, name, notes) for column in table.columns
    ]
    breaks = {one.year: notes.mark(break_sentence(one), name) for one in table.breaks}
    rows = wide_rows(table)
    extra = _optional_columns(rows, breaks)
    keyed = any(row.key is not None for row in rows)
    key = (table.key or "sleutel").replace("_", " ").capitalize()
    header = ("Jaar", *([key] if keyed else []), *headings, *(title for title, _ in extra))
    body = tuple(
        (
            SheetNumber(Decimal(row.year), grouped=False),
            *([row.key or "alle"] if keyed else []),
            *map(_figure_cell, row.figures),
            *(cells[at] for _, cells in extra),
        )
        for at, row in enumerate(rows)
    )
    return BookSheet(name, tuple(lines), _different(header), body)


def _optional_columns(
    rows: Sequence[WideRow], breaks: Mapping[int, str]
) -> list[tuple[str, list[str]]]:
    """The columns that say something in at least one row, each a title and its cells."""
    columns = (
        ("Periode", [row.period for row in rows], any(row.part_year for row in rows)),
        ("Status", [row.status for row in rows], any(row.status != "definitief" for row in rows)),
        (
            "Peildatum",
            [row.reference_date or NOTHING for row in rows],
            any(row.reference_date for row in rows),
        ),
        (
            "Noot",
            [breaks.get(row.year, "geen") for row in rows],
            any(row.year in breaks for row in rows),
        ),
    )
    return [(title, cells) for title, cells, wanted in columns if wanted]


def _figure_cell(figure: Figure | None) -> Cell:
    if figure is None:
        return ELSEWHERE
    return figure.printed if figure.value is None else SheetNumber(figure.value, figure.decimals)


def _with_note(heading: str, note: str, sheet: str, notes: _Notes) -> str:
    return f"{heading} {notes.mark(' '.join(note.split()), sheet)}" if note else heading


def _different(header: Sequence[str]) -> tuple[str, ...]:
    """The header with a number behind a name that stood there before: a table needs names that
    differ, whatever the case.
    """
    seen: dict[str, int] = {}
    result = []
    for title in header:
        seen[title.lower()] = seen.get(title.lower(), 0) + 1
        number = seen[title.lower()]
        result.append(title if number == 1 else f"{title} ({number})")
    return tuple(result)


def _neutral(sheet: BookSheet) -> BookSheet:
    def safe(cell: Cell) -> Cell:
        return neutral(cell) if isinstance(cell, str) else cell

    return BookSheet(
        sheet.name,
        tuple(map(neutral, sheet.lines)),
        tuple(map(neutral, sheet.header)),
        tuple(tuple(map(safe, row)) for row in sheet.rows),
        sheet.headings,
    )
