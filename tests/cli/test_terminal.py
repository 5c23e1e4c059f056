# SPDX-License-Identifier: EUPL-1.2
"""How the program's sentences stand in a terminal, and that programs still get whole lines."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from standrapport.cli.terminal import folded
from standrapport.pipeline.build import build_edition
from tests.conftest import ROOT, SMALL_PROJECT, ProjectMaker

BROKEN = {"figures/2021/instroom.csv": "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.400\n"}


def in_terminal(project: Path, *arguments: str, columns: int) -> str:
    """What a terminal of this width shows of a command."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"}
    command = [sys.executable, "-m", "standrapport", *arguments, "--project", str(project)]
    with subprocess.Popen(
        command, stdout=theirs, stderr=theirs, stdin=theirs, env=environment
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other side has closed
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert process.returncode in (0, 1, 2)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "2021", "--notes"),
        ("check", "2021", "--rules"),
        ("trace", "2021", "instroom.totaal"),
    ],
)
@pytest.mark.parametrize("columns", [50, 70])
def test_no_sentence_is_broken_inside_a_word(
    project: ProjectMaker, arguments: tuple[str, ...], columns: int
) -> None:
    """No line is wider than the window, and the words are those a pipe gets."""
    folder = project(BROKEN)
    command = [sys.executable, "-m", "standrapport", *arguments, "--project", str(folder)]
    piped = subprocess.run(
        command,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    shown = in_terminal(folder, *arguments, columns=columns)
    assert max(map(len, (piped.stderr + piped.stdout).splitlines())) > columns
    assert max(map(len, shown.splitlines())) <= columns
    assert shown.split() == (piped.stderr + piped.stdout).split()


def test_a_comparison_is_folded_with_its_colours(project: ProjectMaker) -> None:
    """What does not fit goes on below its beginning, in `diff` too."""
    folder = project({})
    old = folder.parent / "oud"
    shutil.copytree(folder, old)
    build_edition(old, 2021, old / "out", frozenset({"html"}))
    project(
        {
            **BROKEN,
            "content/2021/cijfers.yaml": SMALL_PROJECT["content/2021/cijfers.yaml"].replace(
                "mensen", "reizigers"
            ),
        }
    )
    shown = in_terminal(folder, "diff", str(old / "out/2021"), "2021", columns=60)
    assert max(map(len, shown.splitlines()[1:])) <= 60  # the first is the path, one word
    assert "\n      In 2021 kwamen 1.400 [-mensen -]{+reizigers +}binnen." in shown
    assert "\n    (+40,0\N{NO-BREAK SPACE}%); gecorrigeerd\n" in shown
    assert re.search(r"\n {6}staat in: .+\n {8}\S", shown)


def test_wrong_use_is_folded_too(project: ProjectMaker) -> None:
    """A sentence about wrong use reads as the others."""
    shown = in_terminal(project({}), "trace", "2021", "landen.aantal", columns=60)
    assert shown.startswith("Fout: landen.aantal heeft een waarde per sleutel")
    assert max(map(len, shown.splitlines())) <= 60


def test_json_in_a_terminal_is_not_touched(project: ProjectMaker) -> None:
    """What programs read stays as it is."""
    shown = in_terminal(project(BROKEN), "check", "2021", "--format", "json", columns=60)
    assert max(map(len, shown.splitlines())) > 60


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("kort", ["kort"]),
        ("een zin van meer dan dertig letters", ["een zin van meer dan dertig", "  letters"]),
        (
            "    een zin van meer dan dertig letters",
            ["    een zin van meer dan", "      dertig letters"],
        ),
        (
            "  staat in    regel zes en kolom totaal",
            ["  staat in    regel zes en", "              kolom totaal"],
        ),
        (
            "geef akkoord met: standrapport akkoord 1",
            ["geef akkoord met:", "  standrapport akkoord 1"],
        ),
        (
            "zie 'standrapport check --help' voor uitleg",
            ["zie", "  'standrapport check --help'", "  voor uitleg"],
        ),
        (
            "in content/2024/knelpunten-en-ontwikkelpunten.yaml staat",
            ["in", "  content/2024/knelpunten-en-ontwikkelpunten.yaml", "  staat"],
        ),
    ],
)
def test_where_a_line_is_broken(line: str, lines: list[str]) -> None:
    """At a space, what follows below its beginning; commands to copy and paths stay whole."""
    assert folded(line, 30).split("\n") == lines
