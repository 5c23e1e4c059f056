# SPDX-License-Identifier: EUPL-1.2
"""A new project: complete, and every command works in it at once; what it holds is tested in tests/editions/test_examples.py."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

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
