# SPDX-License-Identifier: EUPL-1.2
"""`standrapport trend` as staff use it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standrapport.cli import main
from tests.conftest import ROOT

from .projects import EDITIONS

ProjectMaker = Callable[[Mapping[str, str | bytes | None]], Path]


def run(project: Path, *arguments: str) -> Result:
    """The command in a project."""
    return CliRunner().invoke(main, ["trend", *arguments, "--project", str(project)])


@pytest.mark.parametrize(
    "asked",
    [
        "vertrek.gedwongen",
        "instroom.totaal",
        "lp.aandeel_vastgesteld",
        "nationaliteiten.zonder_toezicht",
    ],
)
@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_the_real_editions(asked: str, form: str) -> None:
    """Every form of a cell, a computed figure and a keyed one; nothing on stderr."""
    result = run(ROOT, asked, "--format", form)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert asked in result.stdout


def test_a_key_in_the_name_or_beside_it() -> None:
    """Both ways ask for the same."""
    one, other = (
        run(ROOT, *arguments)
        for arguments in (
            ["nationaliteiten.zonder_toezicht", "Syrische"],
            ['nationaliteiten.zonder_toezicht["Syrische"]'],
        )
    )
    assert one.exit_code == other.exit_code == 0
    assert one.stdout == other.stdout
    lines = [line for line in reversed(one.stdout.splitlines()) if line.startswith("  2")]
    rows = {line.split()[0]: line for line in lines}  # those of the table, above the bars
    assert rows["2024"].endswith("920   +380 (+70\N{NO-BREAK SPACE}%)")
    assert "740" in rows["2025"]  # up to and including November: no change is told
    assert "%" not in rows["2025"]


def test_years_are_chosen_and_figures_added(service: Path) -> None:
    """--from, --to and --with."""
    result = run(
        service,
        "vertrek.zelf",
        "--with",
        "vertrek.gedwongen",
        "--from",
        "2021",
        "--to",
        "2022",
        "--format",
        "json",
    )
    found = json.loads(result.stdout)["figures"]
    assert [(one["ref"], [year["year"] for year in one["years"]]) for one in found] == [
        ("vertrek.zelf", [2021, 2022]),
        ("vertrek.gedwongen", [2021, 2022]),
    ]


def test_a_key_goes_to_what_has_keys(service: Path) -> None:
    """A figure without keys can stand beside one; asking twice for the same gives it once."""
    result = run(
        service,
        "landen.aantal",
        "Noordland",
        "--with",
        "vertrek.zelf",
        "--with",
        "vertrek.zelf",
        "--format",
        "json",
    )
    assert [(one["ref"], one["key"]) for one in json.loads(result.stdout)["figures"]] == [
        ("landen.aantal", "Noordland"),
        ("vertrek.zelf", None),
    ]


@pytest.mark.parametrize("form", ["text", "csv", "json", "svg"])
def test_a_file_holds_what_stdout_would(service: Path, form: str, tmp_path: Path) -> None:
    """--out writes the same, in a folder it makes."""
    out = tmp_path / "nieuw" / f"trend.{form}"
    direct, written = (
        run(service, "vertrek.zelf", "--format", form),
        run(service, "vertrek.zelf", "--format", form, "--out", str(out)),
    )
    assert direct.exit_code == written.exit_code == 0
    assert written.stdout.startswith("Geschreven: ")
    if form != "text":  # a file is as wide as it likes
        assert out.read_bytes() == direct.stdout_bytes
    assert "1.630" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["vertrek.zefl"], "Bedoelt u vertrek.zelf"),
        (["landen.aantal", "Noordlnd"], "Bedoelt u Noordland?"),
        (["vertrek.zelf", "--from", "2022", "--to", "2020"], "ligt na het laatste"),
        (["vertrek.zelf", "--from", "2040"], "Geen enkele editie"),
        (["vertrek.zelf", "--with", "vertrek.aandeel", "--format", "svg"], "dezelfde eenheid"),
    ],
)
def test_wrong_use(service: Path, arguments: list[str], words: str) -> None:
    """Exit code 2, one sentence, nothing on stdout."""
    result = run(service, *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""


def test_a_project_without_figures(tmp_path: Path) -> None:
    """There is nothing to show, and it says so."""
    (tmp_path / "figures").mkdir()
    (tmp_path / "content").mkdir()
    result = run(tmp_path, "instroom.totaal")
    assert result.exit_code == 2
    assert "nog geen enkele editie" in result.stderr


def test_errors_in_the_figures_are_told_and_nothing_is_shown(project: ProjectMaker) -> None:
    """Exit code 1; the place of the error on stderr; no figure that may be wrong on stdout."""
    broken = "jaar,zelf,gedwongen,zeldzaam\n2021,16.4,700,10\n"
    result = run(project({**EDITIONS, "figures/2022/vertrek.csv": broken}), "vertrek.zelf")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "figures/2022/vertrek.csv:2:zelf: fout" in result.stderr
    assert "Niets getoond: 1 fout" in result.stderr


def test_warnings_and_rules_are_left_to_check(project: ProjectMaker) -> None:
    """A rule that cannot be read takes nothing away from a figure."""
    result = run(
        project(
            {**EDITIONS, "figures/regels.yaml": "regels:\n  - {id: a, toets: dit is geen regel}\n"}
        ),
        "vertrek.zelf",
    )
    assert result.exit_code == 0
    assert result.stderr == ""
