# SPDX-License-Identifier: EUPL-1.2
"""The command line: exit codes, streams, Dutch, and documentation that cannot lie."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standrapport.cli import COMMANDS, main
from standrapport.messages import CODES
from standrapport.messages.as_text import document
from tests.conftest import ROOT, ProjectMaker

BROKEN = {"figures/2021/instroom.csv": "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.900\n"}


def run(*arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, list(arguments), prog_name="standrapport")


def test_every_command_explains_itself_in_dutch_with_an_example() -> None:
    """`--help` of each command has an example, and the README names the command."""
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in COMMANDS:
        result = run(name, "--help")
        assert result.exit_code == 0
        assert "Voorbeeld: standrapport" in result.output
        assert "Gebruik:" in result.output
        for english in ("Usage", "Options:", "Show this message", "required", "default", "<=x"):
            assert english not in result.output
        assert f"standrapport {name}" in readme


def test_exit_codes(project: ProjectMaker) -> None:
    """0 fine, 1 errors, 2 wrong use."""
    folder = str(project({}))
    assert run("check", "2021", "--project", folder).exit_code == 0
    assert run("check", "2031", "--project", folder).exit_code == 2
    assert run("check", "vorig", "--project", folder).exit_code == 2
    assert run("check", "2021", "--project", "/bestaat/niet").exit_code == 2
    assert run("bouw", "2021").exit_code == 2
    project(BROKEN)
    assert run("check", "2021", "--project", folder).exit_code == 1


def test_wrong_use_is_one_dutch_sentence(project: ProjectMaker) -> None:
    """A year that does not exist names the years that do.

    A misspelt command is refused in Dutch.
    """
    result = run("check", "2031", "--project", str(project({})))
    assert "Het jaar 2031 bestaat niet in dit project; er zijn 2021." in result.stderr
    assert "bestaat niet" in run("bild").stderr
    assert "20 valt buiten 1900 tot en met 2199." in run("build", "20").stderr
    assert (
        "'morgen' is geen dag; schrijf 31-3-2025 of 2025-03-31"
        in run("akkoord", "2021", "1", "--door", "A", "--op", "morgen").stderr
    )


def test_findings_to_stderr_results_to_stdout(project: ProjectMaker) -> None:
    """A finding is a line an editor can jump to; the summary is the result."""
    result = run("check", "2021", "--project", str(project(BROKEN)))
    assert result.stderr.startswith(
        "figures/2021/instroom.csv:3:totaal: fout SR-C001: Regel 'instroom-som'"
    )
    assert "Editie 2021:" in result.stdout
    assert "SR-C001" not in result.stdout


def test_json_of_a_check(project: ProjectMaker) -> None:
    """The JSON has the contract's keys; 'alles' gives one object per edition."""
    folder = str(project(BROKEN))
    result = json.loads(run("check", "2021", "--project", folder, "--format", "json").stdout)
    assert result["schema"] == "standrapport/check/1"
    assert result["year"] == 2021
    assert set(result["summary"]) == {
        "tested", "exact", "within_rounding", "unlikely", "sum_of_rounded", "violated", "undecided", "errors", "warnings", "notes",
    }  # fmt: skip
    finding = next(f for f in result["findings"] if f["code"] == "SR-C001")
    assert finding["rule"] == "instroom-som"
    assert finding["locations"][0] == {
        "file": "figures/2021/instroom.csv",
        "line": 3,
        "column": "totaal",
    }
    assert finding["figures"][0] == {
        "ref": "instroom.totaal",
        "year": 2021,
        "key": None,
        "printed": "1.900",
        "low": 1895,
        "high": 1905,
    }
    assert (finding["difference"], finding["slack"]) == (900, 15)
    everything = json.loads(run("check", "alles", "--project", folder, "--format", "json").stdout)
    assert [edition["year"] for edition in everything["editions"]] == [2021]


def test_strict_counts_warnings(project: ProjectMaker) -> None:
    """With --strict a warning fails."""
    rules = "regels:\n  - id: r\n    toets: instroom.ind >= 5000\n    ernst: waarschuwing\n    uitleg: U.\n"
    folder = str(project({"figures/regels.yaml": rules}))
    assert run("check", "2021", "--project", folder).exit_code == 0
    assert run("check", "2021", "--project", folder, "--strict").exit_code == 1


def test_build_writes_nothing_on_errors_and_the_previous_report_survives(
    project: ProjectMaker,
) -> None:
    """An error keeps out/ as it was; --concept builds a marked draft with the findings in it."""
    folder = project({})
    assert run("build", "2021", "--project", str(folder), "--format", "html").exit_code == 0
    page = folder / "out/2021/stand-van-de-uitvoering-2021.html"
    before = page.read_bytes()
    project(BROKEN)
    result = run("build", "2021", "--project", str(folder), "--format", "html")
    assert result.exit_code == 1
    assert "Niets geschreven" in result.stderr
    assert page.read_bytes() == before
    assert (
        run("build", "2021", "--project", str(folder), "--format", "html", "--concept").exit_code
        == 0
    )
    draft = page.read_text("utf-8")
    assert "Concept" in draft
    assert "SR-C001" in draft


def test_out_that_cannot_be_written(project: ProjectMaker) -> None:
    """A file in the place of out/ gives one Dutch sentence."""
    folder = project({})
    (folder / "out").write_text("geen map")
    result = run("build", "2021", "--project", str(folder), "--format", "html")
    assert result.exit_code == 1
    assert "SR-S001" in result.stderr
    assert "kan niet worden geschreven" in result.stderr


def test_missing_pango_is_one_sentence(project: ProjectMaker) -> None:
    """Without Pango the PDF says which command to run, the HTML still works, and nothing is half
    written.
    """
    folder = project({})
    program = (
        "import sys, types\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'weasyprint': raise OSError('cannot load library libpango')\n"
        "sys.meta_path.insert(0, Refuse())\n"
        "from standrapport.cli import main\n"
        "main(prog_name='standrapport')\n"
    )
    command = [sys.executable, "-c", program, "build", "2021", "--project", str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert result.returncode == 1
    assert "SR-R002" in result.stderr
    assert "apt-get install" in result.stderr
    assert not (folder / "out").exists()
    assert (
        subprocess.run(
            [*command, "--format", "html"], capture_output=True, check=False, cwd=ROOT
        ).returncode
        == 0
    )


def test_a_bug_of_ours_is_exit_code_3(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something unforeseen becomes a sentence that asks to report it."""
    import standrapport.pipeline.check

    def broken(*_: object) -> None:
        raise RuntimeError("onvoorzien")

    monkeypatch.setattr(standrapport.pipeline.check, "check_edition", broken)
    result = run("check", "2021", "--project", str(project({})))
    assert result.exit_code == 3
    assert "fout in standrapport zelf (RuntimeError: onvoorzien" in result.stderr


def test_light_commands_import_nothing_heavy(project: ProjectMaker) -> None:
    """`--help` and `check` do without WeasyPrint, pandas, numpy and solvers."""
    folder = str(project({}))
    for arguments in (["--help"], ["check", "2021", "--project", folder]):
        program = (
            "import sys\nfrom standrapport.cli import main\n"
            f"try:\n    main({arguments!r}, prog_name='standrapport')\nexcept SystemExit:\n    pass\n"
            "print(sorted({'weasyprint', 'pandas', 'numpy', 'highspy', 'scipy', 'jinja2'} & set(sys.modules)), file=sys.stderr)"
        )
        result = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
        )
        assert result.stderr.splitlines()[-1] == "[]"


def test_explain() -> None:
    """Every code can be explained; an unknown one is wrong use."""
    for code in CODES:
        assert code in run("explain", code).output
    assert run("explain", "SR-X999").exit_code == 2


def test_codes_in_the_program_and_in_the_catalogue_are_the_same() -> None:
    """No finding without explanation, no explanation without finding."""
    import re

    used: set[str] = set()
    for path in (ROOT / "standrapport").rglob("*.py"):
        used |= set(re.findall(r"SR-[A-Z]\d{3}", path.read_text("utf-8")))
    assert used == set(CODES)


def test_documentation_of_messages_is_fresh() -> None:
    """docs/meldingen.md is what the program says now (`make docs`)."""
    assert (ROOT / "docs/meldingen.md").read_text("utf-8") == document()


def test_version_and_module(tmp_path: Path) -> None:
    """`python -m standrapport --version` works from anywhere."""
    result = subprocess.run(
        [sys.executable, "-m", "standrapport", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert result.stdout.startswith("standrapport, versie ")
