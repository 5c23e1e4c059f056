# SPDX-License-Identifier: EUPL-1.2
"""Nothing of a row leaves memory: identifiers planted everywhere in sources are in no output,
message, log or file.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from standrapport.sources.accounting import in_words, tellable
from tests.conftest import ROOT

from .conftest import FIGURES, ROWS, SOURCE

Sourced = Callable[..., Path]
# Recognisable, invented: a number of a person, a name, an address for mail, a date of birth.
PLANTED = ("V271828182", "Jansen-Verzonnen", "planten@verzonnen.example", "1971-02-28")
_MARKS = [mark.encode() for mark in (*PLANTED, "271828182", "Verzonnen,", "planten@")]


def planted_everywhere() -> dict[str, bytes]:
    """Sources with the identifiers in every column and in every kind of row that cannot be read or
    counted.
    """
    number, name, mail, birth = PLANTED
    header, _, good = ROWS.partition("\n")
    bad = [
        f"{number},{name},Gedwongen,afgesloten,1",  # no date
        f"{number},2021-01-01,{name},afgesloten,1",  # in no column
        f"{number},2021-01-01,{mail},afgesloten,1",
        f"{number},2021-01-01,Gedwongen,{name},1",  # outside `waar`
        f"{number},2021-01-01,Gedwongen,afgesloten,{name}",  # no number
        f"{number},2021-01-01,Gedwongen,afgesloten,1,{name}",  # too many cells
        f"{number}",
        f'{number},2021-01-01,"{name}"x",afgesloten,1',
        f"{number},{birth},Gedwongen,afgesloten,1",  # another year
        f"{number},2021-01-01,Gedwongen,afgesloten,1",  # twice the same number
        f"{number},2021-01-01,Gedwongen,afgesloten,1",
        f'"{number},2021-01-01,{name},afgesloten,1',  # a quotation mark without end
    ]
    common = [
        f"{number},2021-01-01,{value},afgesloten,1" for value in (number, mail) for _ in range(50)
    ]
    rows = f"{header}\n{good}" + "\n".join([*common, *bad])
    headless = f"{number},{name},{mail},{birth},1\n" * 3
    return {
        "vertrek.csv": rows.encode(),
        "w.csv": rows.replace("open", "\xe9").encode("cp1252"),
        "kop.csv": headless.encode(),
        "stuk.csv": number.encode() + b"\x00\xff\xfe" * 9,
    }


def converted(folder: Path, rows: bytes) -> dict[str, bytes]:
    """The readable rows as Parquet, and a Parquet and a workbook that are broken with
    rows inside.
    """
    import duckdb

    lines = [
        line for line in rows.decode().splitlines() if line.count(",") == 4 and '"' not in line
    ]
    (folder / "p.csv").write_text("\n".join(lines))
    duckdb.execute(
        f"COPY (FROM read_csv('{folder / 'p.csv'}', all_varchar = true)) TO '{folder / 'p.parquet'}' (FORMAT parquet)"
    )
    content = (folder / "p.parquet").read_bytes()
    for name in ("p.csv", "p.parquet"):
        (folder / name).unlink()
    return {
        "v.parquet": content,
        "half.parquet": content[: len(content) // 2] + PLANTED[0].encode(),
        "stuk.xlsx": PLANTED[0].encode() * 99,
    }


@pytest.mark.parametrize(
    "file",
    ["vertrek.csv", "w.csv", "kop.csv", "stuk.csv", "v.parquet", "half.parquet", "stuk.xlsx"],
)
def test_no_identifier_leaves_memory(sourced: Sourced, tmp_path: Path, file: str) -> None:
    """Check in every form, import, and a concept build, with everything the tool can
    say turned on.
    """
    files = planted_everywhere()
    files |= converted(tmp_path, files["vertrek.csv"])
    declared = (
        SOURCE.replace("vertrek.csv", file).replace("tel: rijen", "som: aantal")
        + "kenmerk: vreemdelingnummer\n"
    )
    project = sourced(declared, {file: files[file]}, FIGURES)
    scratch = tmp_path / "tijdelijk"
    scratch.mkdir()
    environment = {**os.environ, "STANDRAPPORT_DEBUG": "1", "TMPDIR": str(scratch)}
    said = b""
    commands = [
        *(
            ["check", "2021", "--format", form]
            for form in ("text", "json", "junit", "sarif", "github")
        ),
        ["check", "2021", "--notes"],
        ["import", "--uit-bron", "2021", "--ja"],
        ["build", "2021", "--concept", "--format", "html"],
    ]
    program = (
        "import sys, shlex\nfrom standrapport.cli import main\n"
        "for line in sys.stdin.read().splitlines():\n"
        "    try: main(shlex.split(line), prog_name='standrapport')\n    except SystemExit as end: print('einde', end.code)\n"
    )
    lines = "\n".join(f"{' '.join(command)} --project {project}" for command in commands)
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=lines.encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=environment,
    )
    said += done.stdout + done.stderr
    assert said.count(b"einde") == len(commands)
    assert b"einde 3" not in said
    assert b"SR-B0" in said
    assert [mark for mark in _MARKS if mark in said] == []
    written = [path for path in project.rglob("*") if path.is_file() and "bron" not in path.parts]
    assert any(path.name == "manifest.json" for path in written)
    assert [(path, mark) for path in written for mark in _MARKS if mark in path.read_bytes()] == []
    assert list(scratch.iterdir()) == []


def test_the_plant_would_be_found() -> None:
    """The engine's own words do quote a row, so the test above guards something."""
    import duckdb

    connection = duckdb.connect()
    connection.execute("CREATE TABLE bron AS SELECT $1 AS soort", [PLANTED[1]])
    with pytest.raises(duckdb.Error) as problem:
        connection.execute("SELECT CAST(soort AS INTEGER) FROM bron").fetchall()
    assert PLANTED[1] in str(problem.value)


def test_only_common_short_values_without_numbers_are_told() -> None:
    """Ten rows or more, forty characters or fewer, three digits or fewer, no address, and not one
    of very many values.
    """
    values = {"Artikel 59": 10, "Zeldzaam": 9, "V271828182": 99, "a@b": 99, "x" * 41: 99, "": 12}
    assert tellable(values) == ["", "Artikel 59"]
    assert (
        in_words(values)
        == "leeg (12 rijen), 'Artikel 59' (10 rijen) en 4 andere waarden die hier niet getoond worden (306 rijen)"
    )
    assert (
        tellable({f"naam {letter}{other}": 50 for letter in "abcdefg" for other in "abcdefg"}) == []
    )


def test_values_of_the_declaration_are_never_sql(sourced: Sourced) -> None:
    """Quotes, comments and statements in names and values of the declaration, and in headers, are
    just text.
    """
    from .conftest import found

    evil = "x'); DROP TABLE a; --"
    name = 'datum"; DROP TABLE a; --'
    rows = ROWS.replace("Uitzetting", f'"{evil}"').replace(
        "datum", '"' + name.replace('"', '""') + '"'
    )
    source = SOURCE.replace("Uitzetting", '"' + evil + '"').replace(
        "jaar: datum", f"jaar: '{name}'"
    )
    assert found(sourced(source, {"vertrek.csv": rows})) == []
    (finding,) = found(
        sourced(source.replace("soort: Z", "\"'); ATTACH 'b'; --\": Z"), {"vertrek.csv": rows})
    )
    assert finding.code == "SR-B008"


def test_the_engine_reaches_nothing_but_its_files(tmp_path: Path) -> None:
    """Other files, writing, extensions and the network are out of reach, and the limits cannot be
    lifted.
    """
    import duckdb

    from standrapport.sources.delivered import Delivered
    from standrapport.sources.duck import Duck

    path = tmp_path / "a.csv"
    path.write_text("a\n1\n")
    (tmp_path / "naast.csv").write_text("a\n2\n")
    with Duck([Delivered(path, "a.csv", "csv", header=("a",))], lambda _: None) as engine:
        for statement in (
            "FROM read_csv('/etc/passwd')",
            "FROM read_text('/etc/passwd')",
            "FROM read_blob('/etc/passwd')",
            "FROM glob('/etc/*')",
            f"FROM read_text('{tmp_path / 'naast.csv'}')",
            f"FROM read_csv('{tmp_path / '*.csv'}')",
            f"FROM read_text('{tmp_path}/../{tmp_path.name}/naast.csv')",
            "FROM read_csv('https://example.org/x.csv')",
            "FROM read_parquet('s3://example/x.parquet')",
            f"EXPORT DATABASE '{tmp_path / 'alles'}'",
            f"ATTACH '{tmp_path / 'naast.db'}' (READ_ONLY)",
            f"COPY (SELECT 1) TO '{tmp_path / 'b.csv'}'",
            f"COPY (SELECT 1) TO '{path}.uit'",
            "INSTALL httpfs",
            "LOAD httpfs",
            "ATTACH '/tmp/b.db'",
            "SET memory_limit = '9GB'",
            "SET enable_external_access = true",
        ):
            with pytest.raises(duckdb.Error):
                engine._connection.execute(statement)
        assert engine._connection.execute(
            "SELECT count(*) FROM read_csv($1)", [str(path)]
        ).fetchall() == [(1,)]


def test_words_of_the_engine_and_of_mistakes_stay_inside(tmp_path: Path) -> None:
    """An error of the engine that quotes a row, and a mistake of our own that does, become
    sentences without it, also when traced.
    """
    import traceback

    from standrapport.sources.delivered import Delivered
    from standrapport.sources.duck import Duck
    from standrapport.sources.engine import (
        ColumnUse,
        Parameters,
        SourceFailure,
        SourceProblem,
        Wanted,
        nothing_quoted,
    )

    path = tmp_path / "a.csv"
    path.write_text(f"a\n{PLANTED[1]}\n")
    with Duck([Delivered(path, "a.csv", "csv", header=("a",))], lambda _: None) as engine:
        parameters = Parameters()
        relation = engine.relation([Wanted("c0", "a", ColumnUse.WORD)], parameters)
        with pytest.raises(SourceProblem) as told:
            engine.rows(f"SELECT CAST(c0 AS INTEGER) FROM ({relation})", parameters)
    with pytest.raises(SourceFailure) as ours, nothing_quoted():
        raise ValueError(PLANTED[1])
    for problem in (told.value, ours.value):
        assert PLANTED[1] not in str(problem)
        assert PLANTED[1] not in "".join(traceback.format_exception(problem)).replace(
            "raise ValueError(PLANTED[1])", ""
        )
