# SPDX-License-Identifier: EUPL-1.2
"""Files as they are delivered: encodings, delimiters, dates, workbooks, Parquet, patterns, and
everything that can be wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from standrapport.sources import duck

from .conftest import FIGURES, ROWS, SOURCE, found

Sourced = Callable[..., Path]
ACCENTS = SOURCE.replace("{soort: Zelfstandig}", "{soort: Zélf €}")
ACCENT_ROWS = ROWS.replace("Zelfstandig", "Zélf €")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(sourced: Sourced, encoding: str) -> None:
    """UTF-8 with or without mark, Windows-1252 with its euro sign, and Excel's Unicode text are all
    read.
    """
    assert found(sourced(ACCENTS, {"vertrek.csv": ACCENT_ROWS.encode(encoding)})) == []


def test_windows_1252_that_shows_late(sourced: Sourced) -> None:
    """A file that begins in plain letters and turns out to be Windows-1252 far below is read anew
    as that.
    """
    filler = "V1,2021-01-01,Gedwongen,open,1\n" * 40_000
    head, _, tail = ACCENT_ROWS.partition("\n")
    assert (
        found(sourced(ACCENTS, {"vertrek.csv": (head + "\n" + filler + tail).encode("cp1252")}))
        == []
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_and_line_ends(sourced: Sourced, delimiter: str) -> None:
    """Comma, semicolon and tab.

    Windows line ends; cells between quotes with delimiter and line end inside; blanks around words.
    """
    rows = (
        ROWS.replace("Uitzetting", ' "Uitzetting" '.strip())
        .replace(",open,", ", open ,")
        .replace(",", delimiter)
    )
    rows = rows.replace("V100000004", f'"V1{delimiter}\n4"').replace("\n", "\r\n")
    project = sourced(files={"vertrek.csv": rows})
    assert found(project) == []
    assert "6 rijen gelezen" in found(project, "SR-B012")[0].message


@pytest.mark.parametrize(
    "written", ["%d-%m-%Y", "%d/%m/%Y", "%Y%m%d", "%Y-%m-%dT%H:%M:%S", "%d-%m-%Y %H:%M", "%Y"]
)
def test_dates(sourced: Sourced, written: str) -> None:
    """Dates as registers write them; a two-digit year is never guessed."""
    from datetime import date, datetime

    lines = [line.split(",") for line in ROWS.splitlines()]
    for line in lines[1:]:
        day = date.fromisoformat(line[1])
        line[1] = datetime(day.year, day.month, day.day, 23, 59).strftime(written)  # noqa: DTZ001 - a text, not a moment
    assert found(sourced(files={"vertrek.csv": "\n".join(",".join(line) for line in lines)})) == []


def test_unreadable_rows_are_counted_and_named_by_line(sourced: Sourced) -> None:
    """Too few cells, a date that does not exist, a two-digit year: counted, named by line, nothing
    of them shown.
    """
    rows = (
        ROWS
        + 'V6,2021-01-01\n"V7\nV7",2021-01-01,Gedwongen,open,1\nV8,2021-02-30,Gedwongen,afgesloten,1\nV9,01-02-21,Gedwongen,afgesloten,1\n'
    )
    rows += "V10,,Gedwongen,open,1\n"  # not read: `waar` leaves it out
    (finding,) = found(sourced(files={"vertrek.csv": rows}))
    assert finding.code == "SR-B006"
    assert (
        "3 rijen niet te lezen en niet meegeteld: 1 rij met te veel of te weinig cellen"
        in finding.message
    )
    assert finding.message.endswith(
        "2 rijen waarvan 'datum' geen datum of jaartal is. Regels: 8, 11, 12."
    )
    assert [(place.file, place.line) for place in finding.locations[:3]] == [
        ("figures/2021/bron/vertrek.csv", n) for n in (8, 11, 12)
    ]


@pytest.mark.parametrize("cell", ["13.84", "1,000.5", "1e3", "", "54.2", "twee"])
def test_numbers_are_never_guessed(sourced: Sourced, cell: str) -> None:
    """A cell that is no number in Dutch notation does not count and is named by line."""
    rows = ROWS.replace("afgesloten,3\n", f'afgesloten,"{cell}"\n')
    findings = found(
        sourced(
            SOURCE.replace("tel: rijen", "som: aantal"),
            {"vertrek.csv": rows},
            "jaar,zelfstandig,gedwongen\n2021,4,1\n",
        )
    )
    assert [f.code for f in findings] == ["SR-B006"]
    assert findings[0].message.endswith("1 rij waarvan 'aantal' geen getal is. Regel: 5.")


def test_at_most_twenty_lines_are_named(sourced: Sourced) -> None:
    """Of a hundred bad rows in two files twenty lines are named, all are counted."""
    bad = "".join(f"V,2021-13-{n % 28 + 1:02},Gedwongen,afgesloten,1\n" for n in range(50))
    source = SOURCE.replace("vertrek.csv", "vertrek*.csv")
    project = sourced(
        source, {"vertrek1.csv": ROWS + bad, "vertrek2.csv": ROWS.partition("\n")[0] + "\n" + bad}
    )
    (finding,) = found(project)
    assert "100 rijen niet te lezen" in finding.message
    assert finding.message.endswith("en 80 andere.")
    assert len(finding.locations) == 21


def workbook(rows: list[list[object]], folder: Path) -> bytes:
    """An invented workbook with one sheet: texts, numbers, and dates as numbers with a
    date format.
    """
    import zipfile
    from datetime import datetime

    def cell(value: object) -> str:
        if isinstance(value, datetime):
            return f'<c s="1"><v>{(value - datetime(1899, 12, 30)).days}</v></c>'  # noqa: DTZ001 - as Excel counts
        if isinstance(value, float):
            return f"<c><v>{value}</v></c>"
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'

    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    body = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Export" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}/worksheet" Target="worksheets/a.xml"/><Relationship Id="b" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/a.xml": f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>',
    }
    path = folder / "maak.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    content_of_all = path.read_bytes()
    path.unlink()
    return content_of_all


def test_a_workbook(sourced: Sourced, tmp_path: Path) -> None:
    """XLSX: real dates and numbers, the first sheet or the one that is named.

    A bad row has its line.
    """
    from datetime import datetime

    lines = [line.split(",") for line in ROWS.splitlines()]
    rows: list[list[object]] = [
        list(lines[0]),
        *([*x[:1], datetime.fromisoformat(x[1]), *x[2:4], float(x[4]) / 2] for x in lines[1:]),
    ]
    source = SOURCE.replace("tel: rijen", "som: aantal").replace("vertrek.csv", "vertrek.xlsx")
    figures = "jaar,zelfstandig,gedwongen\n2021,2,2\n"
    assert found(sourced(source, {"vertrek.xlsx": workbook(rows, tmp_path)}, figures)) == []
    assert found(sourced(source + "blad: Export\n", {}, figures)) == []
    (finding,) = found(sourced(source + "blad: Blad2\n", {}, figures))
    assert finding.message == "figures/2021/bron/vertrek.xlsx heeft geen werkblad 'Blad2'."
    rows[3][1] = "onbekend"
    (finding,) = [
        f
        for f in found(sourced(source, {"vertrek.xlsx": workbook(rows, tmp_path)}, figures))
        if f.code == "SR-B006"
    ]
    assert finding.message.endswith("Regel: 4.")


PARQUET = "SELECT vreemdelingnummer, {date} AS datum, soort, status, CAST(aantal AS {amount}) AS aantal FROM read_csv('{csv}', all_varchar = true)"


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        ("CAST(datum AS DATE)", "INTEGER"),
        ("CAST(datum AS TIMESTAMP)", "DECIMAL(9,2)"),
        ("year(CAST(datum AS DATE))", "DOUBLE"),
        ("datum", "VARCHAR"),
    ],
)
def test_parquet(sourced: Sourced, tmp_path: Path, day: str, amount: str) -> None:
    """Parquet in its own types, or all text."""
    import duckdb

    (tmp_path / "rijen.csv").write_text(ROWS)
    query = PARQUET.format(date=day, amount=amount, csv=tmp_path / "rijen.csv")
    duckdb.execute(f"COPY ({query}) TO '{tmp_path / 'rijen.parquet'}' (FORMAT parquet)")
    source = SOURCE.replace("vertrek.csv", "vertrek.parquet").replace("tel: rijen", "som: aantal")
    files = {"vertrek.parquet": (tmp_path / "rijen.parquet").read_bytes()}
    assert found(sourced(source, files, "jaar,zelfstandig,gedwongen\n2021,4,4\n")) == []


def test_parquet_of_a_kind_that_cannot_be_used(sourced: Sourced, tmp_path: Path) -> None:
    """A moment with a time zone is in no year for certain; a broken file is one sentence."""
    import duckdb

    (tmp_path / "rijen.csv").write_text(ROWS)
    query = PARQUET.format(
        date="CAST(datum || ' 00:00:00+00' AS TIMESTAMPTZ)",
        amount="INTEGER",
        csv=tmp_path / "rijen.csv",
    )
    duckdb.execute(f"COPY ({query}) TO '{tmp_path / 'rijen.parquet'}' (FORMAT parquet)")
    source = SOURCE.replace("vertrek.csv", "vertrek.parquet")
    content = (tmp_path / "rijen.parquet").read_bytes()
    (finding,) = found(sourced(source, {"vertrek.parquet": content}))
    assert "is niet een datum (zonder tijdzone) of een jaartal" in finding.message
    (finding,) = found(sourced(source, {"vertrek.parquet": content[:-9]}))
    assert finding.code == "SR-B008"
    assert "kijk of het bestand heel is" in finding.message


def test_several_files_are_one_source(sourced: Sourced) -> None:
    """A pattern, `{jaar}` in the name, and files with their columns in another order or another
    encoding.
    """
    lines = ROWS.splitlines(keepends=True)
    turned = "status;soort;datum;vreemdelingnummer\n" + "".join(
        ";".join((c[3], c[2], c[1], c[0])) + "\n"
        for c in (line.strip().split(",") for line in lines[4:])
    )
    source = SOURCE.replace("vertrek.csv", "vertrek_{jaar}_*.csv")
    files = {
        "vertrek_2021_1.csv": "".join(lines[:4]),
        "vertrek_2021_2.csv": turned.replace("Uitzetting", "Uitzetting\N{NO-BREAK SPACE}é").encode(
            "cp1252"
        ),
    }
    project = sourced(source.replace("Uitzetting", '"Uitzetting\N{NO-BREAK SPACE}é"'), files)
    assert found(project) == []


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (SOURCE.replace("soort: Z", "sort: Z"), "heeft geen kolom 'sort'. Bedoelt u 'soort'?"),
        (SOURCE.replace("bron/vertrek.csv", "vertrek.csv"), "heeft geen kolom 'datum'"),
        (SOURCE.replace("vertrek.csv", "vertrek.txt"), "is geen CSV, XLSX, ODS of Parquet"),
        (SOURCE.replace("vertrek.csv", "leeg.csv"), "is leeg"),
        (SOURCE.replace("vertrek.csv", "dubbel.csv"), "staat meer dan eens in de kop"),
        (
            SOURCE.replace("vertrek.csv", "buiten.csv"),
            "wijst naar een plaats buiten de map van het jaar",
        ),
    ],
)
def test_sources_that_cannot_be_used(sourced: Sourced, source: str, sentence: str) -> None:
    """Each is one error with one sentence at the declaration."""
    files = {
        "vertrek.csv": ROWS,
        "vertrek.txt": ROWS,
        "leeg.csv": "",
        "dubbel.csv": "datum,datum,soort,status\n2021,2021,a,b\n",
    }
    project = sourced(source, files)
    (project / "figures/2021/bron/buiten.csv").symlink_to("/etc/passwd")
    (finding,) = found(project)
    assert finding.code == "SR-B008"
    assert sentence in finding.message
    assert str(finding.position) == "figures/indicatoren.yaml:8:7"


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (SOURCE + "som: aantal\n", "Noem bij uit_bron wat geteld wordt"),
        (SOURCE.replace("tel: rijen\n", ""), "Noem bij uit_bron wat geteld wordt"),
        (SOURCE + "sql: select 1\n", "(een van de twee)"),
        (SOURCE.replace("bron/vertrek.csv", "../2020/vertrek.csv"), "zonder '..'"),
        (SOURCE.replace("bron/vertrek.csv", "/etc/passwd"), "zonder '..'"),
        (SOURCE + "sleutel: land\n", "De tabel heeft geen sleutel"),
        (
            SOURCE.replace("gedwongen:", "gedwonge:"),
            "De kolom 'gedwonge' bestaat niet in deze tabel. Bedoelt u 'gedwongen'?",
        ),
        (
            SOURCE.replace("bestand: bron/vertrek.csv", "sql: select 1"),
            "Bij 'sql' hoort 'verbinding'",
        ),
        (
            SOURCE.replace("bestand: bron/vertrek.csv", "sql: select 1\nverbinding: a b"),
            "letters, cijfers en _",
        ),
    ],
)
def test_declarations_that_mean_nothing(sourced: Sourced, source: str, sentence: str) -> None:
    """Each is an error with its place in indicatoren.yaml, and nothing is read."""
    findings = found(sourced(source))
    assert [f.code for f in findings] == ["SR-B010"]
    assert sentence in findings[0].message


def test_counting_in_parts_when_memory_is_short(
    sourced: Sourced, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More different values than fit in memory are counted in parts, exactly.

    With far too little memory one sentence says so.
    """
    rows = ROWS + "".join(f"{n:036},2021-01-01,Gedwongen,afgesloten,1\n" for n in range(150_000))
    source = (
        SOURCE.replace("tel: rijen", "uniek: vreemdelingnummer") + "kenmerk: vreemdelingnummer\n"
    )
    asked: list[str] = []
    part = duck.Duck.part

    def noted(self: duck.Duck, columns: list[str], number: str, of: str) -> str:
        asked.append(of)
        return part(self, columns, number, of)

    monkeypatch.setattr(duck.Duck, "part", noted)
    monkeypatch.setattr(duck, "MEMORY", "26MB")
    project = sourced(source, {"vertrek.csv": rows}, "jaar,zelfstandig,gedwongen\n2021,2,150002\n")
    assert [f.code for f in found(project)] == ["SR-B004"]
    assert asked
    monkeypatch.setattr(duck, "MEMORY", "2MB")
    assert [f.code for f in found(project)] == ["SR-B008"]


def test_a_name_that_looks_like_a_pattern(sourced: Sourced) -> None:
    """Brackets in the name of a file never make the engine read another file."""
    source = SOURCE.replace("vertrek.csv", "vertrek[[]1].csv")
    assert (
        found(
            sourced(
                source,
                {
                    "vertrek[1].csv": ROWS,
                    "vertrek1.csv": ROWS + "V9,2021-01-01,Gedwongen,afgesloten,1\n",
                },
            )
        )
        == []
    )
    (finding,) = found(sourced(source.replace(".csv", ".parquet"), {"vertrek[1].parquet": b"PAR1"}))
    assert "geef het bestand of de map een andere naam" in finding.message


def test_figures_keep_their_meaning(sourced: Sourced) -> None:
    """Sources may lie beside the figures without being taken for figure files."""
    assert found(sourced(figures=FIGURES), "SR-L005") == []
