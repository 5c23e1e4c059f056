# SPDX-License-Identifier: EUPL-1.2
"""Known warnings that are accepted: as typed, as written by `aanvaard`, in every format, and back
when a figure changes.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ProjectMaker

from .test_commands import run

RULES = "regels:\n  - {id: groot, toets: instroom.ind >= 5000, ernst: waarschuwing, uitleg: U.}\n"
FILE = "figures/2021/aanvaard.yaml"
TYPED = (
    "- {code: SR-C001, regel: groot, jaar: 2021, reden: Zo gepubliceerd., door: A. Jansen,"
    " op: 2026-11-30}\n- {code: SR-C001, regel: groot, jaar: 2020, reden: Zo gepubliceerd.,"
    " door: A. Jansen, op: 2026-11-30}\n"
)
FIGURES = "figures/2021/instroom.csv"


def check(folder: Path, *options: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a strict check."""
    result = run("check", "2021", "--strict", "--project", str(folder), *options)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def typed(project: ProjectMaker) -> Path:
    """A project with a warning per year, and an entry typed by hand for each."""
    return project({"figures/regels.yaml": RULES, FILE: TYPED})


def test_an_entry_as_typed_is_valid_and_gets_its_figures(typed: Path) -> None:
    """The first check passes and writes on which figures; the second has nothing to write."""
    code, out, err = check(typed, "--notes")
    assert (code, "geen waarschuwingen (2 aanvaard)" in out) == (0, True)
    assert "aanvaard SR-C001: Regel 'groot'" in err
    assert "Aanvaard op 30 november 2026 door A. Jansen: Zo gepubliceerd." in err
    written = (typed / FILE).read_text("utf-8")
    assert written.count("cijfers: {'instroom.ind[20") == 2
    assert check(typed)[0] == 0
    assert (typed / FILE).read_text("utf-8") == written


def test_it_returns_when_a_figure_changes(typed: Path) -> None:
    """The warning counts again and the sentence names the figure; the other entry still holds."""
    check(typed)
    path = typed / FIGURES
    text = path.read_text("utf-8")
    changed = text.replace("700,", "710,")
    assert changed != text
    path.write_text(changed, "utf-8")
    code, out, err = check(typed)
    assert (code, "2 waarschuwingen (1 aanvaard)" in out) == (1, True)
    assert "SR-C031: De aanvaarding van SR-C001 (regel 'groot', 2021) geldt niet meer" in err
    result = run(
        "aanvaard", "2021", "SR-C001", "--over", "2021", "--project", str(typed),
        "--reden", "Opnieuw nagekeken: goed", "--door", "B. de Vries", "--op", "2026-12-01",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert check(typed)[0] == 0
    assert (typed / FILE).read_text("utf-8").count("code: SR-C001") == 2


def test_every_format_sets_it_apart(typed: Path) -> None:
    """A list of its own in JSON, suppressed in SARIF, skipped in JUnit, silent on GitHub."""
    told = json.loads(check(typed, "--format", "json")[1])
    assert told["summary"]["warnings"] == 0
    assert [one["code"] for one in told["findings"] if one["severity"] == "warning"] == []
    assert {one["accepted"]["by"] for one in told["accepted"]} == {"A. Jansen"}
    sarif = json.loads(check(typed, "--format", "sarif")[1])["runs"][0]["results"]
    assert [one["suppressions"][0]["status"] for one in sarif if "suppressions" in one] == [
        "accepted"
    ] * 2
    junit = check(typed, "--format", "junit")[1]
    assert "<failure" not in junit
    assert junit.count('<skipped message="Aanvaard op 30 november 2026 door A. Jansen') == 2
    assert check(typed, "--format", "github")[1].strip() == ""


def test_the_report_lists_it_with_its_reason(typed: Path, tmp_path: Path) -> None:
    """The strict build passes; the annex has it under a heading of its own, once for both years."""
    result = run(
        "build", "2021", "--strict", "--format", "html", "--project", str(typed),
        "--out", str(tmp_path / "uit"),
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    page = next((tmp_path / "uit" / "2021").glob("*.html")).read_text("utf-8")
    part = page.partition("Bekend en aanvaard")[2].partition("Alle regels")[0]
    assert part.count("Aanvaard op 30 november 2026 door A. Jansen: Zo gepubliceerd.") == 1
    assert "2020 en 2021: " in part


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("SR-C001",), "Er zijn 2 waarschuwingen SR-C001; kies er een met --regel"),
        (("SR-C001", "--regel", "ander"), "heeft geen waarschuwing SR-C001 die daarbij past"),
        (("SR-C099",), "heeft geen waarschuwing SR-C099"),
        (("SR-C001", "--over", "2021", "--reden", " "), "Geef met --reden waarom"),
    ],
)
def test_wrong_use_writes_nothing(
    project: ProjectMaker, arguments: tuple[str, ...], words: str
) -> None:
    """Exit code 2, a sentence that helps, and no file."""
    folder = project({"figures/regels.yaml": RULES})
    result = run(
        "aanvaard", "2021", "--project", str(folder), "--reden", "R", "--door", "A", *arguments
    )
    assert (result.exit_code, words in result.output) == (2, True), result.output
    assert not (folder / FILE).exists()
