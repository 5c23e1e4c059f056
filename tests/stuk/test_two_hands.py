# SPDX-License-Identifier: EUPL-1.2
"""Two people, or a person and an editor, at once: nothing that was saved is lost without a word."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from standrapport.pipeline.check import check_edition
from standrapport.project.editing.agree import agree, choose, standings
from standrapport.project.editing.bind import bind, write
from standrapport.project.places import UsageProblem
from standrapport.report.publish import (
    FileChange,
    NotWritable,
    finish_saving,
    locked,
    replace_file,
    replace_folder,
    save,
)

from .running import command

CHAPTER = "content/2024/cijfers.yaml"


def test_bind_does_not_overwrite_what_was_saved_meanwhile(project: Path) -> None:
    """What is saved while bind waits for an answer stays, and the difference is shown."""
    path = project / CHAPTER
    text = path.read_text("utf-8")
    typed = "      Het loket Campus leende dit jaar 1.150 fietsen uit.\n\n      De meeste leners"
    path.write_text(text.replace("      De meeste leners", typed), "utf-8")
    bound = bind(check_edition(project, 2024))
    assert bound.files
    saved = path.read_text("utf-8").replace("De meeste leners", "Verreweg de meeste leners")
    path.write_text(saved, "utf-8")
    with pytest.raises(NotWritable, match="intussen door iemand anders veranderd") as problem:
        write(project, bound)
    assert "+      Verreweg de meeste leners" in str(problem.value)
    assert path.read_text("utf-8") == saved


def test_two_who_agree_at_once_both_count(project: Path) -> None:
    """Both agreements stand in the file; who comes second is at most told to try again."""
    problems: list[Exception] = []

    def agrees(number: str, by: str) -> None:
        for _ in range(3):  # who is told to try again does so
            try:
                checked = check_edition(project, 2024)
                ready.wait()
                agree(checked, choose(standings(checked), [number], all_=False), by, "2025-03-03")
            except UsageProblem as problem:
                if "probeer het opnieuw" in str(problem):
                    continue
                problems.append(problem)
            except Exception as problem:  # noqa: BLE001 - told below
                problems.append(problem)
            return
        problems.append(AssertionError("refused three times"))

    ready = threading.Barrier(2)
    children = []
    for number, by in (
        ("cijfers/tekst-uitleen", "A. Een"),
        ("cijfers/tabel-uitgeleende-fietsen", "B. Twee"),
    ):
        child = os.fork()
        if not child:
            ready = threading.Barrier(1)
            agrees(number, by)
            os._exit(len(problems))
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0]
    text = (project / CHAPTER).read_text("utf-8")
    assert "A. Een" in text
    assert "B. Twee" in text


def test_all_or_none_when_the_disk_is_full(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`new` on a full disk leaves nothing of the new edition, and says so."""
    before = sorted(path for path in project.rglob("*") if path.is_file())
    written = 0
    sync = os.fsync

    def full(number: int) -> None:
        nonlocal written
        written += 1
        if written > 4:
            raise OSError(28, "No space left on device")
        sync(number)

    monkeypatch.setattr(os, "fsync", full)
    said = command(project, "new", "2025")
    assert said.code == 2
    assert "de schijf is vol. Er is niets veranderd." in said.lines[-1]
    assert sorted(path for path in project.rglob("*") if path.is_file()) == before


def test_taken_back_when_a_file_cannot_be_replaced(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the second of two files cannot get its place, the first has its old content again."""
    one, two = project / CHAPTER, project / "figures/regels.yaml"
    old = one.read_bytes(), two.read_bytes()
    replace = Path.replace
    count = 0

    def fails(self: Path, other: Path) -> Path:
        nonlocal count
        count += 1
        if count == 2:
            raise OSError(5, "Input/output error")
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(NotWritable, match="er is niets veranderd"):
        save(project, [FileChange(one, old[0], b"a: 1\n"), FileChange(two, old[1], b"b: 1\n")])
    assert (one.read_bytes(), two.read_bytes()) == old
    assert not finish_saving(project)


def test_link_is_followed(project: Path, tmp_path: Path) -> None:
    """A file that is a link to another place stays a link; its content changes there."""
    elsewhere = tmp_path / "elders.yaml"
    path = project / CHAPTER
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    save(project, [FileChange(path, elsewhere.read_bytes(), b"titel: Anders\n")])
    assert path.is_symlink()
    assert elsewhere.read_bytes() == b"titel: Anders\n"
    replace_file(path, b"titel: Weer\n")
    assert path.is_symlink()
    assert elsewhere.read_bytes() == b"titel: Weer\n"


def test_lock_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program waits, and says so when it takes too long."""
    from standrapport.report.publish import folder

    monkeypatch.setattr(folder, "PATIENCE", 0.2)
    with locked(tmp_path):
        child = os.fork()
        if not child:
            folder._held.clear()
            try:
                with locked(tmp_path):
                    os._exit(1)
            except NotWritable:
                os._exit(7)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


def test_result_behind_a_link(tmp_path: Path) -> None:
    """out/2024 may be a link to a folder; a link to nowhere and a file are told."""
    (tmp_path / "schijf").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/2024").symlink_to(tmp_path / "schijf")
    replace_folder(tmp_path / "out/2024", {"a.html": b"een"})
    replace_folder(tmp_path / "out/2024", {"a.html": b"twee"})
    assert (tmp_path / "out/2024").is_symlink()
    assert (tmp_path / "schijf/a.html").read_bytes() == b"twee"
    (tmp_path / "out/2025").symlink_to(tmp_path / "nergens")
    with pytest.raises(NotWritable, match="een koppeling die niet naar een map leidt"):
        replace_folder(tmp_path / "out/2025", {"a.html": b""})
    (tmp_path / "out/2026").write_text("een bestand")
    with pytest.raises(NotWritable, match="er staat een bestand met die naam"):
        replace_folder(tmp_path / "out/2026", {"a.html": b""})
