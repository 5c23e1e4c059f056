# SPDX-License-Identifier: EUPL-1.2
"""What goes outside with a public edition: figures, sources and definitions, and nothing of the house."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standrapport.cli import main
from standrapport.pipeline.build import build_edition
from standrapport.report.publish import manifest_in
from tests.conftest import ROOT

AGREED = "Q. van Binnenshuis"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, agreed on by somebody who is named nowhere in it."""
    folder = Path(
        shutil.copytree(ROOT / "examples/leenfietsen", tmp_path_factory.mktemp("p") / "p")
    )
    (folder / "figures/2024/.~lock.uitleen.csv#").write_text("K. Kantoor,werkplek-7;")
    _run(folder, "akkoord", "2024", "--alles", "--door", AGREED)
    return folder


def _run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--project", str(folder)])


def test_nothing_of_the_house(project: Path) -> None:
    """The public files name nobody and no file; the list says what goes outside."""
    done = _run(project, "publiceer", "2024", "--concept")
    assert done.exit_code == 0, done.output
    folder = project / "out/publiek/2024"
    page = next(folder.glob("*.html")).read_text("utf-8")
    packed = manifest_in(page) or b""
    for text in (page.encode(), packed, (folder / "manifest.json").read_bytes()):
        for secret in (AGREED, "Kantoor", "figures/", "content/", str(project)):
            assert secret.encode() not in text, secret
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert {"figures", "definitions", "sources"} <= set(manifest)
    assert not {"inputs", "findings", "chapters", "used", "checks", "revisions"} & set(manifest)
    for path in folder.rglob("*"):
        if path.is_file():
            assert path.relative_to(folder).as_posix() in done.output


def test_page_allows_only_its_own_script(project: Path) -> None:
    """The policy of the page names the hash of its one script, and forbids every request."""
    built = build_edition(project, 2024, project / "out", frozenset({"html"}), concept=True)
    page = built.written[0].read_text("utf-8")
    assert re.search(
        r'Content-Security-Policy" content="default-src &#39;none&#39;; script-src', page
    )
    assert "script-src &#39;unsafe-inline" not in page


def test_open_editor_changes_nothing(project: Path) -> None:
    """What an office program keeps beside an open file is no input."""
    manifest = json.loads(build_edition(
        project, 2024, project / "out", frozenset({"html"}), concept=True
    ).written[-1].read_text("utf-8"))  # fmt: skip
    assert not [one for one in manifest["inputs"] if "lock" in one["path"]]


def test_name_in_a_template_is_found(project: Path, tmp_path: Path) -> None:
    """Whatever a template does: a name that must stay inside stops the publication."""
    folder = Path(shutil.copytree(project, tmp_path / "p", ignore=shutil.ignore_patterns("out")))
    shutil.copytree(ROOT / "templates", folder / "templates")
    template = folder / "templates/rapport.html.j2"
    text = template.read_text("utf-8")
    template.write_text(text.replace("</main>", f"<p>{AGREED}</p></main>"), "utf-8")
    rapport = folder / "content/2024/rapport.yaml"
    rapport.write_text(
        rapport.read_text("utf-8").replace("status: concept", "status: definitief"), "utf-8"
    )
    done = _run(folder, "publiceer", "2024", "--format", "html")
    assert done.exit_code == 1
    assert f"SR-R022: In jaarverslag-2024.html staat wie akkoord gaf ('{AGREED}')" in done.output
    assert not (folder / "out/publiek").exists()


def test_a_draft_does_not_tell_what_must_stay_inside(project: Path, tmp_path: Path) -> None:
    """With --concept too: no finding with the name of a file on the page, and a name stops it."""
    folder = Path(shutil.copytree(project, tmp_path / "p", ignore=shutil.ignore_patterns("out")))
    figures = folder / "figures/2024/uitleen.csv"
    figures.write_text(re.sub(r"(2024,)(\d)", r"\g<1>9\2", figures.read_text("utf-8")), "utf-8")
    command = ("publiceer", "2024", "--concept", "--format", "html")
    done = _run(folder, *command)
    assert "figures/2024/uitleen.csv:" in done.output
    page = folder / "out/publiek/2024/jaarverslag-2024.html"
    assert "uitleen.csv" not in page.read_text("utf-8").replace("tabel-uitleen.csv", "")
    before = page.read_bytes()
    shutil.copytree(ROOT / "templates", folder / "templates")
    template = folder / "templates/rapport.html.j2"
    text = template.read_text("utf-8")
    template.write_text(text.replace("</main>", f"<p>{AGREED}</p></main>"), "utf-8")
    done = _run(folder, *command)
    assert done.exit_code == 1
    assert "SR-R022" in done.output
    assert page.read_bytes() == before


def test_a_draft_stays_inside(project: Path, tmp_path: Path) -> None:
    """Without --concept nothing of a draft is written, and the sentence says what to do."""
    folder = Path(shutil.copytree(project, tmp_path / "p", ignore=shutil.ignore_patterns("out")))
    done = _run(folder, "publiceer", "2024", "--format", "html")
    assert done.exit_code == 1
    assert "content/2024/rapport.yaml:" in done.output
    assert "SR-S073: Het rapport over 2024 is nog een concept" in done.output
    assert not (folder / "out/publiek").exists()


def test_what_is_not_ours_is_told_in_the_public_folder(project: Path, tmp_path: Path) -> None:
    """A file that nobody searched stays, and is named."""
    folder = Path(shutil.copytree(project, tmp_path / "p", ignore=shutil.ignore_patterns("out")))
    command = ("publiceer", "2024", "--concept", "--format", "html")
    assert "SR-S074" not in _run(folder, *command).output
    own = folder / "out/publiek/2024/nagelezen.docx"
    own.write_bytes(b"van een lezer")
    done = _run(folder, *command)
    assert "SR-S074" in done.output
    assert "nagelezen.docx, niet van deze opdracht" in done.output
    assert own.read_bytes() == b"van een lezer"
