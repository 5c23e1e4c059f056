# SPDX-License-Identifier: EUPL-1.2
"""Writing in whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from standrapport.open_data.rows import neutral
from standrapport.report.publish import NotWritable, folder as folder_module, replace_folder


def content(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_the_folder_holds_exactly_the_new_files(tmp_path: Path) -> None:
    """Old files disappear, new ones stand there, nothing else is left beside."""
    replace_folder(tmp_path / "2021", {"oud.html": b"oud"})
    replace_folder(tmp_path / "2021", {"nieuw.html": b"nieuw", "data/x.csv": b"x"})
    assert content(tmp_path / "2021") == {"nieuw.html": b"nieuw", "data/x.csv": b"x"}
    assert [p.name for p in tmp_path.iterdir()] == ["2021"]


def test_what_is_kept_stays_beside_the_new_files(tmp_path: Path) -> None:
    """Files whose name is to be kept survive; a new file of the same name wins."""
    replace_folder(tmp_path / "2021", {"a.html": b"oud", "b.html": b"oud", "c/d.csv": b"oud"})
    replace_folder(tmp_path / "2021", {"b.html": b"nieuw"}, keep=lambda name: name != "a.html")
    assert content(tmp_path / "2021") == {"b.html": b"nieuw", "c/d.csv": b"oud"}


def test_a_failing_write_leaves_the_previous_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk halfway changes nothing."""
    replace_folder(tmp_path / "2021", {"a.html": b"oud"})

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWritable, match="de schijf is vol"):
        replace_folder(tmp_path / "2021", {"a.html": b"nieuw"})
    assert content(tmp_path / "2021") == {"a.html": b"oud"}
    assert [p.name for p in tmp_path.iterdir()] == ["2021"]


def test_a_failed_rename_puts_the_previous_result_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the new folder cannot take its place, the old one stands there again, whole."""
    target = tmp_path / "2021"
    replace_folder(target, {"a.html": b"oud", "data/x.csv": b"oud"})
    rename = Path.rename

    def fails(self: Path, other: Path) -> Path:
        if ".nieuw-" in self.name:
            raise OSError(13, "Permission denied")
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", fails)
    monkeypatch.setattr(folder_module, "exchange", lambda _one, _other: False)
    with pytest.raises(NotWritable, match="u mag daar niet schrijven"):
        replace_folder(target, {"a.html": b"nieuw"})
    assert content(target) == {"a.html": b"oud", "data/x.csv": b"oud"}
    assert [p.name for p in tmp_path.iterdir()] == ["2021"]
    # Where there was nothing before, nothing is left.
    with pytest.raises(NotWritable):
        replace_folder(tmp_path / "2022", {"a.html": b"nieuw"})
    assert [p.name for p in tmp_path.iterdir()] == ["2021"]


def test_a_kill_between_the_renames_is_mended(tmp_path: Path) -> None:
    """When only the old result under its other name is left, the next build puts it back before it
    starts.
    """
    program = f"""
import os, pathlib, signal
from standrapport.report.publish import folder, replace_folder
folder.exchange = lambda one, other: False
target = pathlib.Path({str(tmp_path)!r}) / "2021"
replace_folder(target, {{"a.html": b"oud"}})
rename = pathlib.Path.rename
def killed(self, other):
    rename(self, other)
    if other.name.endswith(".vorige"):
        os.kill(os.getpid(), signal.SIGKILL)
pathlib.Path.rename = killed
replace_folder(target, {{"a.html": b"nieuw"}})
"""
    run = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert run.returncode == -9
    assert content(tmp_path / ".2021.vorige") == {"a.html": b"oud"}
    with pytest.raises(NotWritable):
        replace_folder(tmp_path / "2021", {"a.html/b": b"", "a.html": b""})
    assert content(tmp_path / "2021") == {"a.html": b"oud"}


def test_a_file_in_the_way(tmp_path: Path) -> None:
    """A target that cannot be made gives one Dutch sentence."""
    (tmp_path / "out").write_text("een bestand")
    with pytest.raises(NotWritable, match="kan niet worden geschreven"):
        replace_folder(tmp_path / "out" / "2021", {"a": b""})


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("+x", "'+x"),
        ("-5", "-5"),
        ("-5.5", "-5.5"),
        ("-x", "'-x"),
        ("5", "5"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, expected: str) -> None:
    """Open data never starts a formula in a spreadsheet."""
    assert neutral(cell) == expected
