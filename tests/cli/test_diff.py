# SPDX-License-Identifier: EUPL-1.2
"""`diff` on the command line: what it takes, its exit codes, and git left as it was."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standrapport.cli import main
from tests.conftest import ROOT, ProjectMaker

CORRECTED = {
    "figures/2021/instroom.csv": "jaar,ind,np,totaal\n2020,600,390,990\n2021,710,300,1.010\n"
}


def run(*arguments: str) -> Result:
    """Run `diff` in this process."""
    return CliRunner().invoke(main, ["diff", *arguments], prog_name="standrapport")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as an invented author."""
    author = ["-c", "user.name=Verzonnen", "-c", "user.email=verzonnen@example.org"]
    return subprocess.run(
        ["git", *author, *arguments], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture
def repository(project: ProjectMaker) -> Path:
    """The small project with two versions in git, v1 and v2, and a working folder that
    equals v2.
    """
    folder = project({})
    git(folder, "init", "-q")
    for tag, files in (("v1", {}), ("v2", CORRECTED)):
        project(files)
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", tag)
        git(folder, "tag", tag)
    return folder


def test_two_versions_in_git(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`v1..v2`, `v1 v2` and a version against the working folder all name the corrected figures;
    nothing is left behind.
    """
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = git(repository, "status", "--porcelain"), set(tmp_path.glob("standrapport-*"))
    for arguments in (["v1..v2", "--jaar", "2021"], ["v1", "v2", "--jaar", "2021"], ["v1", "2021"]):
        result = run(*arguments, "--project", str(repository), "--format", "json")
        assert result.exit_code == 0, result.output
        cells = [f["ref"] for f in json.loads(result.stdout)["figures"] if not f["derived"]]
        assert cells == ["instroom.ind", "instroom.totaal"]
    assert "geen verschillen" in run("v2..", "--jaar", "2021", "--project", str(repository)).stdout
    after = git(repository, "status", "--porcelain"), set(tmp_path.glob("standrapport-*"))
    assert after == before


def test_a_project_in_a_subfolder_of_its_repository(project: ProjectMaker, tmp_path: Path) -> None:
    """A version of the project is taken from its own folder, wherever the repository begins."""
    inner = project({}) / "rapporten/een"
    inner.mkdir(parents=True)
    for name in ("figures", "content"):
        (tmp_path / name).rename(inner / name)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "begin")
    assert "geen verschillen" in run("HEAD", "2021", "--project", str(inner)).stdout


def test_two_years_of_a_project() -> None:
    """The editions of 2021 and 2024 as they are now; the note says what is not counted."""
    result = run("2021", "2024", "--project", str(ROOT))
    assert result.exit_code == 0
    assert "De edities gaan over 2021 en 2024" in result.stdout
    assert "instroom.totaal" in result.stdout


def test_exit_code(repository: Path) -> None:
    """0 with or without differences; with --exit-code 1 when anything differs."""
    options = ["--jaar", "2021", "--project", str(repository)]
    assert run("v1..v2", *options).exit_code == 0
    assert run("v1..v2", *options, "--exit-code").exit_code == 1
    assert run("v1..v1", *options, "--exit-code").exit_code == 0
    assert run("v1..v2", *options, "--exit-code", "--only", "sources").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["v1"], "Geef twee edities om te vergelijken"),
        (["v1..v2"], "Geef met --jaar welk jaar"),
        (
            ["v1", "v9", "--jaar", "2021"],
            "'v9' is geen gebouwde editie, geen jaar van dit project en geen versie in git.",
        ),
        (["v1..v2", "--jaar", "2031"], "Het jaar 2031 bestaat niet"),
        (["2021", "weg.html"], "Het bestand weg.html bestaat niet."),
        (["v1..v2", "--jaar", "2021", "--only", "tekst"], "Bedoelt u text?"),
        (
            ["v1..v2", "--jaar", "2021", "--only", "text", "--pages", "x"],
            "hoort 'pages' ook in --only",
        ),
    ],
)
def test_wrong_use_is_one_dutch_sentence(
    repository: Path, arguments: list[str], sentence: str
) -> None:
    """Exit code 2 and what to do."""
    result = run(*arguments, "--project", str(repository))
    assert result.exit_code == 2
    assert sentence in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("los.html", "<p>zomaar</p>", "in deze bladzijde zit geen manifest"),
        ("manifest.json", "{", "geen geldige JSON"),
        ("manifest.json", '{"schema": "iets anders"}', "dit is geen manifest van standrapport"),
        (
            "manifest.json",
            '{"schema": "standrapport/manifest/1", "year": 2021}',
            "van een oudere versie",
        ),
        ("los.pdf", "geen pdf", "geen leesbare PDF"),
        ("los.docx", "x", "geef een map, manifest.json, een HTML of een PDF"),
    ],
)
def test_what_is_no_edition_says_why(
    tmp_path: Path, name: str, content: str, sentence: str
) -> None:
    """A file that cannot be compared is wrong use, with the reason."""
    (tmp_path / name).write_text(content)
    result = run(str(tmp_path / name), "2021", "--project", str(ROOT))
    assert result.exit_code == 2
    assert sentence in result.stderr


def test_an_edition_that_cannot_be_read(project: ProjectMaker) -> None:
    """A broken rapport.yaml names the command that explains it."""
    folder = project({"content/2021/rapport.yaml": "titel: [\n"})
    result = run("2021", "2021", "--project", str(folder))
    assert result.exit_code == 2
    assert "standrapport check 2021 zegt waarom" in result.stderr


def test_markdown_fits_a_comment_and_says_what_it_left_out() -> None:
    """Two years differ in more than a comment holds; nobody is addressed by accident."""
    result = run("2021", "2024", "--project", str(ROOT), "--format", "md")
    assert len(result.stdout) < 65_000
    assert "_Niet getoond: nog " in result.stdout
    from standrapport.messages import escape_markdown
    from standrapport.review.compare.as_text import LIMIT, markdown
    from standrapport.review.versions import difference_of

    assert LIMIT == 60_000
    difference = difference_of(("2021", "2024"), lambda: ROOT, None, pages=False)
    assert len(markdown(difference, 5_000)) <= 5_000
    assert escape_markdown("@team #12 a|b <b>") == "&#64;team \\#12 a\\|b \\<b\\>"


@pytest.mark.parametrize(
    ("name", "begins"),
    [("v.html", b"<!DOCTYPE html>"), ("v.md", b"**Verschil"), ("v.json", b"{"), ("v.txt", b"Oud:")],
)
def test_the_name_of_the_file_says_the_form(
    repository: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    """`--out` writes the form of the file's name; a name that says none is wrong use."""
    out = tmp_path / "uitkomst" / name
    sides = ("v1..v2", "--jaar", "2021", "--project", str(repository))
    result = run(*sides, "--only", "figures,text", "--out", str(out))
    assert result.exit_code == 0, result.output
    assert out.read_bytes().lstrip().startswith(begins)
    assert result.stdout.startswith("Geschreven: ")
    wrong = run(*sides, "--out", str(out.with_suffix(".doc")))
    assert (wrong.exit_code, out.with_suffix(".doc").exists()) == (2, False)
