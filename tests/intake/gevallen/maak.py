# SPDX-License-Identifier: EUPL-1.2
"""Makes the cases that are no text: `python -m tests.intake.gevallen.maak`.

All figures are invented.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter

HERE = Path(__file__).parent
MADE = datetime(2025, 3, 1, 9, 0)  # noqa: DTZ001 - written as it stands, so that the same bytes come out everywhere


@dataclass(frozen=True)
class Styled:
    """A number or date with a number format."""

    value: float | date
    form: str


@dataclass(frozen=True)
class Raised:
    """Text that ends in a superscript."""

    text: str
    mark: str


@dataclass(frozen=True)
class Counted:
    """A formula with the value the program that saved it found."""

    formula: str
    value: int | str


@dataclass(frozen=True)
class Spread:
    """A value over a merged range: so many columns across or rows down."""

    value: str | int
    across: int = 1
    down: int = 1


Value = str | int | float | Styled | Raised | Counted | Spread | None
Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Sheet:
    """A sheet as a reader sees it; hidden rows and columns count from 0."""

    name: str
    rows: Rows
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    hidden: bool = False


BRON: Rows = [["Bron", 2023, 2024], ["IND", 11040, 10150], ["Politie", 2370, 2210]]
HERKOMST: Rows = [
    [Spread("Land", down=2), Spread(2023, across=2), None, Spread(2024, across=2), None],
    [None, "Zelfstandig", "Gedwongen", "Zelfstandig", "Gedwongen"],
    ["Albanië", 310, 440, 290, 430],
    ["Marokko", 260, 370, 280, "<5"],
]
VOLLEDIG: Rows = [
    ["Bron", 2023, 2024],
    ["IND", Styled(11040, "#,##0"), Styled(10150, "#,##0")],
    ["Politie", Styled(2370, "#,##0"), Styled(2210, "#,##0")],
    ["KMar", Styled(1020, "#,##0"), 940],
    ["Overige bronnen", Styled(1490, "#,##0"), Styled(1380, "#,##0")],
]
VERTREK: Rows = [
    ["Vertrek uit de caseload"],
    [
        "Jaar",
        "Zelfstandig vertrek",
        "Gedwongen vertrek",
        "Aantoonbaar vertrek",
        "Zelfstandig vertrek zonder toezicht",
    ],
    [2023, 2710, 2050, 4760, 5980],
    [2024, 2840, 2130, 4970, 5620],
]
OUD: Rows = [["Bron", 2023, 2024], ["IND", 10980, 10090], ["Politie", 2390, 2240]]
VOORBLAD: Rows = [
    ["Cijferlevering 2024"],
    ["Verzonnen dienst"],
    [],
    ["Peildatum: 28 februari 2025"],
]
TOELICHTING: Rows = [
    ["Toelichting"],
    ["Aantallen zijn afgerond op tientallen."],
    ["Aantallen onder de 5 zijn niet getoond."],
]
TOTAAL: Sequence[Value] = ["Totaal", Counted("=SUM(B2:B5)", 15920), Counted("=SUM(C2:C5)", 14680)]
INGESPRONGEN: Rows = [
    ["Rijlabels", "Som van aantal"],
    [2023, 1980],
    ["   Ingediend", 1310],
    ["   Ingetrokken", 140],
    ["   Nationaliteit vastgesteld", 450],
    ["   Nationaliteit niet vastgesteld", 80],
    [2024, 2130],
    ["   Ingediend", 1420],
    ["   Ingetrokken", 160],
    ["   Nationaliteit vastgesteld", 480],
    ["   Nationaliteit niet vastgesteld", 70],
    ["Eindtotaal", 4110],
]

WORKBOOKS: Mapping[str, Sequence[Sheet]] = {
    "200-werkmap-met-bladen": [
        Sheet("Voorblad", VOORBLAD),
        Sheet("Toelichting", TOELICHTING),
        Sheet("Instroom", [["Instroom naar bron"], [], *VOLLEDIG, ["Totaal", 15920, 14680]]),
        Sheet("Vertrek", VERTREK),
    ],
    "201-samengevoegde-kop": [Sheet("Blad1", HERKOMST)],
    "202-samengevoegde-rijlabels": [
        Sheet(
            "Blad1",
            [
                ["Jaar", "Status", "Aantal"],
                [Spread(2023, down=3), "Ingediend", 1310],
                [None, "Ingetrokken", 140],
                [None, "Nationaliteit vastgesteld", 450],
                [Spread(2024, down=3), "Ingediend", 1420],
                [None, "Ingetrokken", 160],
                [None, "Nationaliteit vastgesteld", 480],
            ],
        )
    ],
    "203-superscript": [
        Sheet(
            "Blad1",
            [
                ["Bron", "2023", Raised("2024", "2")],
                [Raised("IND", "1"), Raised("11.040", "1"), "10.150"],
                ["Politie", "2.370", Raised("2.210", "1")],
                [],
                ["1 Bijgesteld."],
                ["2 Voorlopige cijfers."],
            ],
        )
    ],
    "204-procentopmaak": [
        Sheet(
            "Blad1",
            [
                ["Jaar", "Aandeel asiel", "Aandeel regulier", "Aandeel zelfstandig vertrek"],
                [2023, Styled(0.61, "0%"), Styled(0.39, "0%"), Styled(0.568, "0.0%")],
                [2024, Styled(0.62, "0%"), Styled(0.38, "0%"), Styled(0.542, "0.0%")],
            ],
        )
    ],
    "205-breuk-zonder-opmaak": [
        Sheet(
            "Blad1",
            [["Jaar", "Aandeel asiel", "Aandeel regulier"], [2023, 0.61, 0.39], [2024, 0.62, 0.38]],
        )
    ],
    "206-verloren-nul-als-getal": [
        Sheet("Blad1", [["Bron", 2023, 2024], ["IND", 13.84, 10150], ["Politie", 2370, 940]])
    ],
    "207-datum-in-cel": [
        Sheet(
            "Blad1",
            [
                ["Bron", 2023, 2024],
                ["IND", 11040, 10150],
                ["Politie", Styled(date(2025, 2, 3), "d-m-yyyy"), 2210],
            ],
        )
    ],
    "209-formule-met-waarde": [Sheet("Blad1", [*VOLLEDIG, TOTAAL])],
    "210-verborgen-rij": [
        Sheet("Blad1", [*BRON[:2], ["Politie", 2390, 2240], BRON[2]], hidden_rows=(2,))
    ],
    "211-verborgen-kolom": [
        Sheet(
            "Blad1",
            [
                ["Bron", 2022, 2023, 2024],
                ["IND", 9490, 11040, 10150],
                ["Politie", 2270, 2370, 2210],
            ],
            hidden_columns=(1,),
        )
    ],
    "212-verborgen-blad": [Sheet("Instroom", BRON), Sheet("Oud", OUD, hidden=True)],
    "213-getallen-als-tekst": [
        Sheet(
            "Blad1",
            [["Bron", "2023", "2024"], ["IND", "11.040", "10.150"], ["Politie", "2.370", 2210]],
        )
    ],
    "214-jaren-als-datum": [
        Sheet(
            "Blad1",
            [
                ["Bron", Styled(date(2023, 12, 31), "yyyy"), Styled(date(2024, 12, 31), "yyyy")],
                *BRON[1:],
            ],
        )
    ],
    "215-peildatum-als-datumcel": [
        Sheet(
            "Blad1",
            [
                ["Instroom naar bron"],
                ["Peildatum", Styled(date(2025, 2, 28), "d-m-yyyy")],
                [],
                *BRON,
            ],
        )
    ],
    "216-twee-versies": [Sheet("Concept", OUD), Sheet("Definitief", BRON)],
    "217-blad-gekozen": [Sheet("Concept", OUD), Sheet("Definitief", BRON)],
    "218-jaar-als-bladnaam": [
        Sheet("2023", [["Bron", "Aantal"], ["IND", 11040], ["Politie", 2370], ["KMar", 1020]]),
        Sheet("2024", [["Bron", "Aantal"], ["IND", 10150], ["Politie", 2210], ["KMar", 940]]),
    ],
    "219-drijvende-komma": [
        Sheet(
            "Doorlooptijd",
            [
                ["Jaar", "Gemiddelde doorlooptijd"],
                [2023, 187.4000000000001],
                [2024, 191.1999999999999],
            ],
        ),
        Sheet(
            "Aandelen",
            [
                ["Jaar", "Aandeel zelfstandig vertrek"],
                [2023, Styled(0.5680000000000001, "0.0%")],
                [2024, Styled(0.542, "0.0%")],
            ],
        ),
    ],
    "220-foutcel": [Sheet("Blad1", [*BRON[:2], ["Politie", 2370, Counted("=C2/0", "#DIV/0!")]])],
    "221-draaitabel-in-een-kolom": [Sheet("Draaitabel", INGESPRONGEN)],
    "222-regeleinden-in-koppen": [
        Sheet(
            "Blad1",
            [
                ["Jaar", "Nationaliteit\nvastgesteld", "Nationaliteit\nniet\nvastgesteld"],
                [2023, 450, 80],
                [2024, 480, 70],
            ],
        )
    ],
    "223-lege-werkmap": [Sheet("Blad1", [])],
}

ODS: Mapping[str, Rows] = {
    "230-ods": [
        ["Bron", 2023, 2024],
        ["IND", 11040, 10150],
        ["Politie", 2370, 2370],
        ["KMar", 1020, 940],
    ],
    "231-ods-samengevoegd": HERKOMST,
    "232-ods-procenten-en-superscript": [
        ["Jaar", "Aandeel asiel", Raised("Aandeel zelfstandig vertrek", "1")],
        [2023, Styled(0.61, "%"), Styled(0.568, "%")],
        [2024, Styled(0.62, "%"), Styled(0.542, "%")],
        [],
        ["1 Van het aantoonbare vertrek."],
    ],
}

_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(
    504
)  # the start of an old Excel file and of one with a password
_PICTURE = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000") + bytes(
    range(256)
)


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """An XLSX file."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": MADE})
    book.calc_on_load = False  # Excel, which counts before it saves, leaves this out
    raised = book.add_format({"font_script": 1})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for row, cells in enumerate(sheet.rows):
            for column, cell in enumerate(cells):
                match cell:
                    case None:
                        continue
                    case Styled(value, form):
                        write = (
                            page.write_datetime if isinstance(value, date) else page.write_number
                        )
                        write(row, column, value, book.add_format({"num_format": form}))
                    case Raised(text, mark):
                        page.write_rich_string(row, column, text, raised, mark)
                    case Counted(formula, value):
                        page.write_formula(row, column, formula, None, value)
                    case Spread(value, across, down):
                        page.merge_range(row, column, row + down - 1, column + across - 1, value)
                    case _:
                        page.write(row, column, cell)
        for row in sheet.hidden_rows:
            page.set_row(row, None, None, {"hidden": True})
        for column in sheet.hidden_columns:
            page.set_column(column, column, None, None, {"hidden": True})
        if sheet.hidden:
            page.hide()
    book.close()
    return stream.getvalue()


def never_counted() -> bytes:
    """An XLSX file whose totals are formulas without a value, as programs that do not calculate
    write them.
    """
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = MADE
    page = book.worksheets[0]
    for cells in VOLLEDIG:
        page.append([cell.value if isinstance(cell, Styled) else cell for cell in cells])
    page.append(["Totaal", "=SUM(B2:B5)", "=SUM(C2:C5)"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def open_document(rows: Rows) -> bytes:
    """An ODS file with one sheet.

    Equal cells beside each other are written once, as LibreOffice does.
    """
    body = "".join(f"<table:table-row>{_ods_cells(cells)}</table:table-row>" for cells in rows)
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{place}:1.0"'
        for name, place in {
            "office": "office",
            "table": "table",
            "text": "text",
            "style": "style",
        }.items()
    )
    style = '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.3">'
        f"<office:automatic-styles>{style}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Blad1">{body}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in {
            "mimetype": kind,
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return stream.getvalue()


def _ods_cells(cells: Sequence[Value]) -> str:
    written = [
        (one, len(list(same))) for one, same in groupby(_ods_cell(cell) for cell in cells or [""])
    ]
    return "".join(
        one
        if times == 1
        else one.replace("-cell", f'-cell table:number-columns-repeated="{times}"', 1)
        for one, times in written
    )


def _ods_cell(cell: Value) -> str:
    spans = ""
    if isinstance(cell, Spread):
        spans = (
            f' table:number-columns-spanned="{cell.across}" table:number-rows-spanned="{cell.down}"'
        )
        cell = cell.value
    match cell:
        case None:
            return "<table:covered-table-cell/>"
        case "":
            return "<table:table-cell/>"
        case Styled(value, _):
            kind, shown = (
                f'office:value-type="percentage" office:value="{value}"',
                f"{round(float(str(value)) * 100, 1):g}%".replace(".", ","),
            )
        case int() | float():
            kind, shown = f'office:value-type="float" office:value="{cell}"', f"{cell}"
        case Raised(text, mark):
            kind, shown = (
                'office:value-type="string"',
                f'{escape(text)}<text:span text:style-name="T1">{mark}</text:span>',
            )
        case _:
            kind, shown = 'office:value-type="string"', escape(str(cell))
    return f"<table:table-cell {kind}{spans}><text:p>{shown}</text:p></table:table-cell>"


BYTES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "208-formule-zonder-waarde": ("xlsx", never_counted),
    "224-afgebroken-bestand": (
        "xlsx",
        lambda: workbook(WORKBOOKS["209-formule-met-waarde"])[:2500],
    ),
    "225-met-wachtwoord": ("xlsx", lambda: _COMPOUND + bytes(1024)),
    "226-oude-xls": ("xls", lambda: _COMPOUND),
    "227-plaatje-als-csv": ("csv", lambda: _PICTURE),
}


def write(
    workbooks: Mapping[str, Sequence[Sheet]],
    documents: Mapping[str, Rows],
    others: Mapping[str, tuple[str, Callable[[], bytes]]],
) -> None:
    """Write every file into the folder of its case."""
    for case, sheets in workbooks.items():
        (HERE / case / "bestand.xlsx").write_bytes(workbook(sheets))
    for case, rows in documents.items():
        (HERE / case / "bestand.ods").write_bytes(open_document(rows))
    for case, (kind, made) in others.items():
        (HERE / case / f"bestand.{kind}").write_bytes(made())


if __name__ == "__main__":
    write(WORKBOOKS, ODS, BYTES)
