# SPDX-License-Identifier: EUPL-1.2
"""The examples of invented figures: checked clean, built in every form, and without a word of anyone else's trade."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pypdfium2
import pytest

from standrapport.core.model import Block, key_fields
from standrapport.pipeline.build import Built, build_edition
from standrapport.pipeline.check import check_all
from standrapport.project.editing.new import EXAMPLE, start_project
from standrapport.project.reading.kinds import block_classes
from tests.cli.test_commands import run
from tests.conftest import ROOT
from tests.pdf.verapdf import validate
from tests.project.reading.test_schemas import SCHEMAS, as_editor, schema_of
from tests.web.checkers import axe, nu

from .conftest import factsheet, page

LARGE = "uitkeringen"
EXAMPLES = (EXAMPLE, LARGE)
REVIEW = "fietslessen"  # one edition over seven years: test_review.py
REAL = {"kamervragen"}  # of published figures: tests/editions/test_kamervragen.py
EDITIONS = tuple((name, year) for name in EXAMPLES for year in (2023, 2024))
Builds = Mapping[tuple[str, int], tuple[Mapping[str, Built], Path]]

# Words of the service this program was first made for; none of them is a word of lending bicycles or paying benefits.
OTHER_TRADE = re.compile(
    r"vreemdeling|terugkeer|vertrek|caseload|asiel|migratie|nationalit|bewaring|instroom|ketenbreed|dt&(?:amp;)?v|dtenv|kmi\+"
    r"|stand.van.de.uitvoering",
    re.IGNORECASE,
)


def start(name: str, folder: Path) -> Path:
    """A working copy of an example: made by `init`, or copied without results."""
    if name == EXAMPLE:
        start_project(folder)
    else:
        shutil.copytree(ROOT / "examples" / name, folder, ignore=shutil.ignore_patterns("out"))
    return folder


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A copy of each example, which no test changes."""
    return {name: start(name, tmp_path_factory.mktemp("voorbeelden") / name) for name in EXAMPLES}


@pytest.fixture(scope="module")
def builds(projects: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Builds:
    """Report and factsheet of each edition of each example, and the folder they stand in."""
    out = tmp_path_factory.mktemp("out")
    return {
        (name, year): (
            {
                product: build_edition(projects[name], year, out / name, product=product)
                for product in ("rapport", "factsheet")
            },
            out / name / str(year),
        )
        for name, year in EDITIONS
    }


def test_every_example_is_tested() -> None:
    """A folder added to examples/ is added here."""
    assert {path.name for path in (ROOT / "examples").iterdir() if path.is_dir()} == {
        *EXAMPLES,
        *REAL,
        REVIEW,
    }


@pytest.mark.parametrize("name", EXAMPLES)
def test_check_finds_nothing(projects: Mapping[str, Path], name: str) -> None:
    """No error and no warning in any edition; something was tested and counted."""
    results = check_all(projects[name])
    assert [one.year for one in results] == [2023, 2024]
    assert [
        f.message
        for one in results
        for f in one.findings
        if f.severity.value != "note" and not f.accepted
    ] == []
    assert all(len(one.outcomes) > 5 for one in results)


@pytest.mark.parametrize(("name", "year"), EDITIONS)
def test_report_and_factsheet_are_made(builds: Builds, name: str, year: int) -> None:
    """HTML and PDF of both products without a warning; the earlier edition is definitive, the last one a concept."""
    products, folder = builds[name, year]
    for product, built in products.items():
        assert [
            finding.message
            for finding in built.findings
            if finding.severity.value != "note" and not finding.accepted
        ] == [], product
        assert built.concept == (year == 2024)
        assert {path.suffix for path in built.written} >= {".html", ".pdf"}
    assert len(pypdfium2.PdfDocument(page(folder, "pdf"))) >= 4
    assert len(pypdfium2.PdfDocument(factsheet(folder, "pdf"))) == 2


@pytest.mark.parametrize("name", EXAMPLES)
def test_figures_are_marked_as_invented(
    projects: Mapping[str, Path], builds: Builds, name: str
) -> None:
    """On the cover, at every table, in every source and in the first file people read."""
    for year in (2023, 2024):
        html = page(builds[name, year][1], "html").read_text("utf-8")
        assert re.search(r"de dienst.* en alle cijfers zijn verzonnen", html)
    catalogue = check_all(projects[name])[0].catalogue
    assert all("erzonnen" in table.definition for table in catalogue.tables.values())
    assert all("verzonnen" in source.title for source in catalogue.sources.values())
    assert "verzonnen" in (projects[name] / "LEESMIJ.md").read_text("utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_commands_of_the_readme_work(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command that LEESMIJ.md names runs in the folder, in the order given."""
    folder = start(name, tmp_path / name)
    monkeypatch.chdir(folder)
    block = re.search(
        r"```console\n(.*?)```", (folder / "LEESMIJ.md").read_text("utf-8"), re.DOTALL
    )
    assert block
    commands = [line.split()[1:] for line in block[1].splitlines()]
    assert len(commands) >= 5
    for command in commands:
        arguments = [*command, "--format", "html"] if command[0] == "build" else command
        result = run(*arguments)
        assert result.exit_code == 0, (command, result.output)


def _records(part: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within a YAML or JSON document."""
    if isinstance(part, dict):
        yield part
    for below in (
        part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    ):
        yield from _records(below)


def _large_files(schema: str) -> list[Any]:
    files = sorted((ROOT / "examples" / LARGE).rglob("*.yaml"))
    return [as_editor(path.read_text("utf-8")) for path in files if schema_of(path.name) == schema]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_large_example_uses_every_key(schema: str) -> None:
    """Each key that a schema knows stands somewhere in it, except what needs a database or a workbook as source, the
    older form of a break, the fingerprint of an accepted warning that has no figures, and the head of a letter
    (examples/kamervragen).
    """
    known = {key for record in _records(SCHEMAS[schema]) for key in record.get("properties", {})}
    used = {
        key for document in _large_files(schema) for record in _records(document) for key in record
    }
    absent = {
        "indicatoren": {"sql", "verbinding", "blad", "uniek", "breuken"},
        "aanvaard": {"melding"},
        "rapport": {"brief", "aan", "plaats", "kenmerk", "uw_kenmerk", "aanhef"},  # a letter
    }
    assert known - used == absent.get(schema, set())


@pytest.mark.parametrize("kind", block_classes())
def test_the_large_example_uses_every_kind_of_block_to_the_full(kind: str) -> None:
    """Each kind occurs, with every key that belongs to this kind, and each form of chart and choice of rows."""
    blocks = [
        block
        for chapter in _large_files("hoofdstuk")
        for block in chapter["blokken"]
        if block["soort"] == kind
    ]
    fields = key_fields(block_classes()[kind])
    assert set(fields) - set(key_fields(Block)) <= {key for block in blocks for key in block}
    choices = {
        key: set(get_args(one.type))
        for key, one in fields.items()
        if get_origin(one.type) is Literal
    }
    for key in {"vorm", "rijen"} & set(choices):
        assert {block[key] for block in blocks if key in block} == choices[key]


def test_the_large_example_has_every_sort_of_figure_and_rule(projects: Mapping[str, Path]) -> None:
    """Known, unknown, suppressed and not applicable; provisional, part of a year, revised; three severities of rules."""
    last = check_all(projects[LARGE])[-1]
    figures = list(last.figures.values())
    assert {figure.kind.value for figure in figures} == {
        kind.value for kind in type(figures[0].kind)
    }
    assert any(figure.provisional for figure in figures)
    assert {figure.period for figure in figures} >= {None, "t/m oktober"}
    assert len({figure.unit for figure in figures}) > 8
    assert len({rule.severity for rule in last.catalogue.rules}) == 3
    codes = {finding.code for finding in last.findings}
    assert {"SR-B012", "SR-C016"} <= codes
    assert "SR-B009" not in codes


WRITTEN = (
    "Een uitkering wordt alleen toegekend als aan alle voorwaarden",  # noot of an infographic
    "Wie twee keer aanvraagt, telt twee keer mee",  # noot of a table of figures
    "Gerekend met de stand van 31 december",  # noot of a derived figure
    "ook voor Lindemeer",  # rol of a partij
    "Postbus 12",  # adres of a colofon
    "(via de pers)",
    "Een aanvrager uit Lindemeer",  # 'bij' of a citaat
    "Aarburg, april 2025",  # 'tekst' of an ondertekening
    "De lijnen beginnen bij het eerste jaar",  # 'noot' of kerncijfers
    "de telefooncentrale heeft het nog niet bevestigd",  # 'noot' of a column
)


@pytest.mark.parametrize("words", WRITTEN)
def test_what_is_written_is_printed(builds: Builds, words: str) -> None:
    """What staff write for readers stands in the report."""
    html = page(builds[LARGE, 2024][1], "html").read_text("utf-8")
    assert words in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


@pytest.mark.xfail(
    strict=True,
    reason="the table of coverage takes an empty list of figures for a list that is wholly known",
)
def test_an_indicator_without_figures_is_not_called_known(builds: Builds) -> None:
    """Nobody has measured it, so it is missing."""
    html = page(builds[LARGE, 2024][1], "html").read_text("utf-8")
    row = re.search(r"Gebruik door wie er recht op heeft</th><td class=\"stand-(\w+)\"", html)
    assert row
    assert row[1] == "ontbreekt"


@pytest.mark.xfail(
    strict=True,
    reason="sources of figures that are only the input of a formula are left out of the list of sources",
)
def test_sources_behind_computed_figures_are_in_the_list(builds: Builds) -> None:
    """A share printed in the text rests on them."""
    html = page(builds[LARGE, 2024][1], "html").read_text("utf-8")
    assert "Bureau Statistiek Veldermark" in html.partition('id="bijlage-bronnen"')[2]


@pytest.mark.parametrize(("name", "year"), EDITIONS)
def test_pages_have_no_word_of_another_trade(builds: Builds, name: str, year: int) -> None:
    """All that readers of the report and the factsheet see."""
    folder = builds[name, year][1]
    for path in (page(folder, "html"), factsheet(folder, "html")):
        seen = re.sub(r"<script.*?</script>", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert OTHER_TRADE.findall(seen) == []


@pytest.mark.parametrize(("name", "year"), EDITIONS)
def test_open_data_has_no_word_of_another_trade(builds: Builds, name: str, year: int) -> None:
    """Figures and descriptions that are published beside the report."""
    for path in sorted((builds[name, year][1] / "data").iterdir()):
        if path.suffix in {".csv", ".json", ".jsonld"}:
            assert (path.name, OTHER_TRADE.findall(path.read_text("utf-8"))) == (path.name, [])


@pytest.mark.parametrize(("name", "year"), EDITIONS)
def test_names_of_files_have_no_word_of_another_trade(builds: Builds, name: str, year: int) -> None:
    """What the reader downloads."""
    products, _ = builds[name, year]
    assert [
        path.name
        for built in products.values()
        for path in built.written
        if OTHER_TRADE.search(path.name)
    ] == []


def test_the_pdfs_conform(builds: Builds) -> None:
    """PDF/UA-1 and PDF/A-3a, without a failed rule, for every report and factsheet."""
    files = [make(folder, "pdf") for _, folder in builds.values() for make in (page, factsheet)]
    results = validate(files)
    assert len(results) == 2 * len(files)
    for result in results:
        assert result.assertions > 1_000
        assert result.compliant, (result.file, result.failures)


def test_the_large_page_is_accessible_and_valid(builds: Builds) -> None:
    """With a house style of its own: no violation at 360 and 1280 px, light and dark, no outside request, valid HTML."""
    path = page(builds[LARGE, 2024][1], "html")
    for result in axe(path):
        assert result["passes"] > 30
        assert (result["violations"], result["asked"], result["overflow"]) == ([], [], 0)
    assert nu(path) == []
