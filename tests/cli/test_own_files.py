# SPDX-License-Identifier: EUPL-1.2
"""What staff keep in out/ stays theirs: a build takes away nothing it did not make, and a document
for readers is not written over without a yes.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from standrapport.cli import main
from tests.conftest import ProjectMaker

OWN = ("nagelezen.docx", "jaarverslag-2021.docx", "notitie.txt", "data/mijn.xlsx", "oud/brief.pdf")


def _run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--project", str(folder)], prog_name="standrapport")


def _build(folder: Path) -> Path:
    done = _run(folder, "build", "2021", "--format", "html")
    assert done.exit_code == 0, done.output
    return folder / "out/2021"


@pytest.mark.parametrize("command", [("build", "2021", "--format", "html"), ("export", "2021")])
@pytest.mark.parametrize("built_before", [True, False])
def test_files_of_somebody_else_stay(
    project: ProjectMaker, command: tuple[str, ...], built_before: bool
) -> None:
    """Whatever their name and folder, with or without an earlier build."""
    folder = project({})
    target = _build(folder) if built_before else folder / "out/2021"
    for name in OWN:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(name.encode())
    done = _run(folder, *command)
    assert done.exit_code == 0, done.output
    assert {name: (target / name).read_bytes() for name in OWN} == {n: n.encode() for n in OWN}


def test_what_an_earlier_build_made_goes(project: ProjectMaker) -> None:
    """A page of an earlier build under another name goes, and that is told; one that somebody
    changed since is theirs.
    """
    folder = project({})
    target = _build(folder)
    (page,) = target.glob("*.html")
    rapport = folder / "content/2021/rapport.yaml"
    text = rapport.read_text("utf-8")
    rapport.write_text(f"{text}bestandsnaam: anders\n", "utf-8")
    done = _run(folder, "build", "2021", "--format", "html")
    assert done.exit_code == 0, done.output
    assert f"Weggehaald, want van een eerdere build: {page.name}" in done.output
    assert [one.name for one in target.glob("*.html")] == ["anders-2021.html"] or not page.exists()
    (changed,) = target.glob("*.html")
    changed.write_text("zelf veranderd", "utf-8")
    rapport.write_text(text, "utf-8")
    assert _run(folder, "build", "2021", "--format", "html").exit_code == 0
    assert changed.read_text("utf-8") == "zelf veranderd"


def test_a_document_is_not_written_over_unasked(project: ProjectMaker) -> None:
    """The same content needs no yes; anything else does, and --ja is one."""
    folder = project({})
    assert _run(folder, "word", "2021").exit_code == 0
    (document,) = (folder / "out/2021").glob("*.docx")
    made = document.read_bytes()
    assert _run(folder, "word", "2021").exit_code == 0
    document.write_bytes(b"met opmerkingen")
    done = _run(folder, "word", "2021")
    assert done.exit_code == 2
    assert f"{document.name} bestaat al; misschien staan er opmerkingen" in done.output
    assert document.read_bytes() == b"met opmerkingen"
    other = folder / "ander.docx"
    assert _run(folder, "word", "2021", "--out", str(other)).exit_code == 0
    assert _run(folder, "word", "2021", "--ja").exit_code == 0
    assert document.read_bytes() == made


@pytest.mark.parametrize("typed", ["1-2-2022", "1 februari 2022", "2022-02-01"])
def test_the_day_of_a_decision(project: ProjectMaker, typed: str) -> None:
    """However it is typed; a day that is still to come is told."""
    folder = project({})
    words = ("akkoord", "2021", "--door", "A. Jansen", "--op")
    late = _run(folder, *words, "1-2-2199", "2")
    assert "Let op: 1 februari 2199 is nog niet geweest." in late.output
    done = _run(folder, *words, typed, "1")
    assert (done.exit_code, "Let op" in done.output) == (0, False)
    assert "2022-02-01" in "".join(p.read_text("utf-8") for p in folder.rglob("content/*/*.yaml"))
