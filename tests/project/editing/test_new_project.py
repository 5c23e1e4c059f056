"""A new project: complete, marked as invented, and every command works in it at once."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_all
from standrapport.project.editing.new import EXAMPLE
from standrapport.project.reading.schemas import SCHEMA_FOLDER, schemas
from tests.cli.test_commands import run
from tests.conftest import ROOT
from tests.project.reading.test_schemas import HEADER, problems, schema_of


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A new project, just made."""
    folder = tmp_path / "jaarverslag"
    result = run("init", str(folder))
    assert result.exit_code == 0, result.output
    return folder


def test_every_edition_is_clean_and_builds(fresh: Path) -> None:
    """No error and no warning.

    One edition is definitive with every block agreed on, the last one a concept.
    """
    results = check_all(fresh)
    assert [f.message for one in results for f in one.findings if f.severity.value != "note"] == []
    built = {
        one.year: build_edition(fresh, one.year, fresh / "out", frozenset({"html"}))
        for one in results
    }
    assert {year: one.concept for year, one in built.items()} == {2023: False, 2024: True}
    assert all(one.written for one in built.values())


def test_the_pdf_is_made_too(fresh: Path) -> None:
    """Both formats, with every page of the concept marked."""
    built = build_edition(fresh, 2024, fresh / "out")
    assert built.pages
    assert [finding.message for finding in built.findings if finding.severity.value != "note"] == []
    assert {path.suffix for path in built.written} >= {".html", ".pdf"}


def test_figures_are_marked_as_invented(fresh: Path) -> None:
    """On the cover, at every table and in the first file people read."""
    page = (
        build_edition(fresh, 2024, fresh / "out", frozenset({"html"})).written[0].read_text("utf-8")
    )
    assert "de dienst en alle cijfers zijn verzonnen" in page
    catalogue = check_all(fresh)[0].catalogue
    assert all("erzonnen" in table.definition for table in catalogue.tables.values())
    assert all("verzonnen" in source.title for source in catalogue.sources.values())
    assert "verzonnen" in (fresh / "LEESMIJ.md").read_text("utf-8")


def test_commands_of_the_readme_work(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command that LEESMIJ.md names runs in the new folder, in the order given."""
    monkeypatch.chdir(fresh)
    block = re.search(r"```console\n(.*?)```", (fresh / "LEESMIJ.md").read_text("utf-8"), re.DOTALL)
    assert block
    commands = [line.split()[1:] for line in block[1].splitlines()]
    assert len(commands) >= 5
    for command in commands:
        arguments = [*command, "--format", "html"] if command[0] == "build" else command
        result = run(*arguments)
        assert result.exit_code == 0, (command, result.output)


def test_agreement_and_next_year_work_at_once(fresh: Path) -> None:
    """A block can be agreed on; the next edition builds; the status shows both."""
    folder = ("--project", str(fresh))
    assert run("akkoord", "2024", "--alles", "--door", "C. van Voorbeeld", *folder).exit_code == 0
    assert run("new", "2025", "--from", "2024", *folder).exit_code == 0
    assert run("build", "2025", "--format", "html", *folder).exit_code == 0
    status = {
        year: json.loads(run("status", str(year), "--format", "json", *folder).stdout)
        for year in (2024, 2025)
    }
    assert status[2024]["agreed"] == len(status[2024]["blocks"]) == len(status[2025]["blocks"])
    assert status[2025]["agreed"] == 0


def test_yaml_files_fit_the_schemas_they_name(fresh: Path) -> None:
    """The schemas come along, and the headers point at them."""
    files = [path for path in fresh.rglob("*.yaml") if "docs" not in path.parts]
    assert len(files) >= 10
    assert {path.name for path in (fresh / SCHEMA_FOLDER).iterdir()} == set(schemas())
    for path in files:
        text = path.read_text("utf-8")
        header = HEADER.match(text)
        assert header, path
        assert (path.parent / header[1]).resolve() == (
            fresh / SCHEMA_FOLDER / f"{schema_of(path.name)}.schema.json"
        ).resolve()
        assert problems(schema_of(path.name), text) == [], path


def test_an_empty_folder_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also the one we are in."""
    monkeypatch.chdir(tmp_path)
    assert run("init", ".").exit_code == 0
    assert run("check", "alles").exit_code == 0


@pytest.mark.parametrize("kind", ["folder", "file", "file above"])
def test_what_is_there_is_not_overwritten(tmp_path: Path, kind: str) -> None:
    """Exit code 2, one sentence, and everything as it was."""
    target = tmp_path / "map"
    if kind == "folder":
        target.mkdir()
        (target / "notitie.txt").write_text("van mij")
    else:
        target.write_text("van mij")
    before = sorted(tmp_path.rglob("*"))
    result = run("init", str(target / "onder" if kind == "file above" else target))
    assert result.exit_code == 2
    words = {
        "folder": "is niet leeg; er wordt niets overschreven",
        "file": "is een bestand",
        "file above": "kan niet worden geschreven",
    }
    assert words[kind] in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_results_in_the_example_do_not_come_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever built the example leaves no traces in new projects."""
    copy = tmp_path / "examples" / EXAMPLE
    shutil.copytree(ROOT / "examples" / EXAMPLE, copy)
    (copy / "out/2024").mkdir(parents=True)
    (copy / "out/2024/oud.html").write_text("oud")
    monkeypatch.setattr(
        "standrapport.project.editing.new.folder_of_the_tool", lambda name: tmp_path / name
    )
    assert run("init", str(tmp_path / "nieuw")).exit_code == 0
    assert not (tmp_path / "nieuw/out").exists()
