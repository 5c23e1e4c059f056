# SPDX-License-Identifier: EUPL-1.2
"""Kinds of fault that no set of files shows, or only a large one: rights, block views that fall,
templates without end, bombs.
"""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from standrapport.project.reading.opened import opened
from standrapport.report.render import cards

from .running import command

CHAPTER = "content/2024/cijfers.yaml"
SECONDS = 20


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is a finding with its name, as is one that is no file."""
    (tmp_path / "a.yaml").write_text("a: 1")

    def refused(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refused)
    content, problem = opened(tmp_path / "a.yaml", "content/2024/a.yaml")
    assert content == b""
    assert problem is not None
    assert (problem.code, problem.message) == (
        "SR-L082",
        "Dit bestand is niet te lezen: u mag het niet lezen.",
    )


@pytest.mark.parametrize(
    "words",
    [
        ("check", "2024"),
        ("build", "2024", "--format", "html", "--concept"),
        ("trace", "2024", "uitleen.totaal"),
        ("diff", "2023", "2024"),
        ("bind", "2024", "--ja"),
        ("status", "2024"),
        ("new", "2025"),
        ("export", "2024"),
        ("lees", "2024"),
        ("zoek", "fietsen"),
        ("trend", "uitleen.totaal"),
        ("import", "--uit-bron", "2024", "--ja"),
    ],
    ids=lambda words: words[0],
)
@pytest.mark.parametrize("name", ["figures/2024/uitleen.csv", CHAPTER, "figures/regels.yaml"])
def test_no_permission_in_commands(
    words: tuple[str, ...], name: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No command falls over a file that may not be read."""
    whole = Path.read_bytes

    def refused(self: Path) -> bytes:
        if self == project / name:
            raise PermissionError(13, "Permission denied", str(self))
        return whole(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert command(project, *words).code in {0, 1, 2}


def test_unforeseen_block_falls_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A view that raises what nobody foresaw: one box and one finding, and the rest of the page."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(cards, "card", broken)
    said = command(project, "build", "2024", "--format", "html", "--concept")
    assert said.code == 0
    assert [line for line in said.lines if f"{CHAPTER}:4:5: fout SR-R020" in line]
    page = next((project / "out/2024").glob("*.html")).read_text("utf-8")
    assert page.count("<strong>Fout:</strong>") == 1
    assert "De voorraad van begin tot eind" in page
    assert command(project, "build", "2024", "--format", "html").code == 1


@pytest.mark.parametrize(
    "written",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 'a' * 10**9 }}",
        "{% set ns = namespace(a='aaaaaaaa') %}{% for x in range(60) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ 'x' | center(9999999999) }}",
        "{% if page.concept %}",
        "{{ page.bestaat_niet.ook_niet }}",
        "{% include '../../etc/passwd' %}",
        "{{ ''.__class__.__mro__ }}",
    ],
)
def test_template(written: str, project: Path) -> None:
    """A template that never ends, or is none: a finding with its line; a draft all the same."""
    path = project / "templates/rapport.html.j2"
    path.write_text(f"{path.read_text('utf-8')}\n{written}\n", "utf-8")
    said = command(project, "build", "2024", "--format", "html")
    assert said.code == 1
    assert [line for line in said.findings if line.startswith("templates/") and "SR-R021" in line]
    assert said.seconds < SECONDS
    assert command(project, "build", "2024", "--format", "html", "--concept").code == 0
    assert next((project / "out/2024").glob("*.html")).read_text("utf-8").count("SR-R021")


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_draft_without_a_date(form: str, project: Path) -> None:
    """A draft whose date is still to be typed: every file is made all the same."""
    path = project / "content/2024/rapport.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(one for one in lines if not one.startswith("datum:")), "utf-8")
    said = command(project, "build", "2024", "--format", form, "--concept")
    assert said.code == 0, said.lines[-1:]
    assert [line for line in said.findings if "SR-L003" in line]
    assert (project / "out/2024/data/cijfers-2024.xlsx").is_file()
    assert command(project, "word", "2024", "--out", str(project / "a.docx")).code in {0, 1}


def _declared(project: Path, old: str, new: str, name: str) -> None:
    path = project / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


BOMBS = {
    "years of a sum": ("figures/regels.yaml", "som(wijken.aantal) == uitleen.totaal",
                       "som(uitleen.totaal, 2011, 201700) == uitleen.totaal"),
    "years of a table": (CHAPTER, "jaren: 2021..2024", "jaren: 2018..20240"),
    "digits": ("figures/afgeleid.yaml", "voorraad.eind - voorraad.nieuw", f"{'9' * 5000} * voorraad.nieuw"),
    "depth": ("figures/regels.yaml", "som(wijken.aantal) ==", f"{'(' * 100_000} =="),
    "brackets": (CHAPTER, "cijfers: [uitleen.totaal", f"cijfers: {'[' * 100_000}uitleen.totaal"),
    "dashes": (CHAPTER, "blokken:\n", f"blokken:\n  {'- ' * 50_000}a\n"),
    "aliases": ("figures/regels.yaml", "regels:", "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ) + "regels:"),
    "an alias of itself": ("figures/regels.yaml", "regels:", "a: &a [*a]\nregels:"),
    "a block of 80 kB": (CHAPTER, "      De meeste leners", f"      {'In 2024 waren er 10 fietsen. ' * 3000}\n      De meeste leners"),
    "columns": ("figures/2024/uitleen.csv", "jaar,", f"jaar,{',' * 1_000_000}"),
    "decimals": ("figures/afgeleid.yaml", "decimalen: 0", "decimalen: -1"),
    "top": (CHAPTER, "    vorm: ranglijst", "    top: -1\n    vorm: ranglijst"),
    "29 digits": ("figures/2024/voorraad.csv", "2024,", f"2024,{'9' * 29}"),
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize(
    "words",
    [("check", "2024"), ("build", "2024", "--format", "html", "--concept")],
    ids=lambda w: w[0],
)
def test_bomb(bomb: str, words: tuple[str, ...], project: Path) -> None:
    """What is beyond any report is one finding, soon."""
    name, old, new = BOMBS[bomb]
    _declared(project, old, new, name)
    said = command(project, *words)
    assert said.code in {0, 1}
    assert said.seconds < SECONDS
    assert [line for line in said.findings if line.startswith(name)]


def test_many_bad_rows_are_few_messages(project: Path) -> None:
    """64.000 rows with a cell too few: the first are told, and how many more there are."""
    path = project / "figures/2024/uitleen.csv"
    path.write_text(path.read_text("utf-8") + "2020,1\n" * 64_000, "utf-8")
    said = command(project, "check", "2024")
    assert said.code == 1
    assert len(said.findings) < 40
    assert [
        line
        for line in said.findings
        if "SR-L081" in line and "63.980" in line.replace("63980", "63.980")
    ]


def test_workbook_bomb(project: Path) -> None:
    """A workbook that unpacks to gigabytes is refused."""
    sheet = b"<worksheet><sheetData>" + b"<row><c><v>1</v></c></row>" * 12_000_000
    with zipfile.ZipFile(project / "geleverd.xlsx") as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(project / "bom.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name, part in parts.items():
            new.writestr(name, sheet if name.endswith("sheet1.xml") else part)
    said = command(project, "import", str(project / "bom.xlsx"))
    assert said.code in {1, 2}
    assert said.seconds < SECONDS


def test_gzip_bomb(project: Path) -> None:
    """A packed file is no table; it is not unpacked."""
    (project / "bom.csv.gz").write_bytes(gzip.compress(b"0" * 50_000_000))
    said = command(project, "import", str(project / "bom.csv.gz"))
    assert said.code in {1, 2}
    assert said.seconds < SECONDS


@pytest.mark.parametrize(
    ("picture", "code"),
    [("https://example.org/x.png", "SR-R021"), ("er-is-geen.png", "SR-R001")],
)
def test_picture_in_a_template(picture: str, code: str, project: Path) -> None:
    """A picture of elsewhere or one that is not there: a finding without a path of this machine."""
    path = project / "templates/rapport.html.j2"
    text = path.read_text("utf-8")
    path.write_text(text.replace("</main>", f'<img src="{picture}" alt="x"></main>'), "utf-8")
    said = command(project, "build", "2024", "--format", "pdf")
    assert said.code in {0, 1}
    lines = [line for line in said.lines if code in line]
    assert lines
    assert str(project) not in "\n".join(lines)


@pytest.mark.parametrize("digits", [29, 309, 5_000])
@pytest.mark.parametrize(
    "sentence",
    [
        "In 2024 zijn {number} fietsen uitgeleend.",
        "In 2024 zijn {number},5 fietsen uitgeleend.",
        "In 2024 zijn 0,{number} fietsen uitgeleend.",
        "Het aantal uitgeleende fietsen steeg in 2024 met {number} procent.",
        "Het kostte € {number} miljoen.",
    ],
)
def test_typed_number_of_any_length(sentence: str, digits: int, project: Path) -> None:
    """A number that no figure can be is a wrong number, never a fault of the tool."""
    path = project / CHAPTER
    told = sentence.format(number="9" * digits)
    path.write_text(path.read_text("utf-8") + f"  - soort: tekst\n    tekst: {told}\n", "utf-8")
    for words in (("check", "2024"), ("lees", "2024", "--format", "json")):
        assert command(project, *words).code in {0, 1}
