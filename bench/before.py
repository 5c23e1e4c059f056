# SPDX-License-Identifier: EUPL-1.2
"""Beside an earlier version: the same commands on its edition and on ours, in pairs, in processor
seconds of the whole process.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from .process import ROOT

VERSION = "0fc8b84"
PAIRS = 5
COMMANDS = {
    "build 2021 (HTML, PDF, open data)": (("build", "2021"), "at most 0,70"),
    "build 2021 --format html": (("build", "2021", "--format", "html"), ""),
    "check 2021": (("check", "2021"), ""),
    "--help": (("--help",), ""),
}


def run() -> None:
    """Print the rows; each command once without being counted."""
    with tempfile.TemporaryDirectory() as folder:
        earlier = Path(folder) / "earlier"
        made = _git("worktree", "add", "--detach", str(earlier), VERSION)
        if made.returncode:
            print(f"version {VERSION} is not in this clone: nothing to compare with")
            return
        try:
            for name, (command, aim) in COMMANDS.items():
                _row(name, command, aim, earlier)
        finally:
            _git("worktree", "remove", "--force", str(earlier))


def _row(name: str, command: tuple[str, ...], aim: str, earlier: Path) -> None:
    before, now = [], []
    for number in range(PAIRS + 1):
        took = [_processor(command, root) for root in (earlier, ROOT)]
        if number:
            before.append(took[0])
            now.append(took[1])
    ratio = statistics.median(new / old for old, new in zip(before, now, strict=True))
    print(
        f"{name:<38} {statistics.median(before):6.2f} s then {statistics.median(now):6.2f} s now"
        f"   ratio {ratio:.2f}{'   aim ' + aim if aim else ''}"
    )


def _processor(command: tuple[str, ...], root: Path) -> float:
    """User and system seconds of a command of the version in a folder, and of what it started."""
    with tempfile.TemporaryDirectory() as out:
        more = ("--out", out) if command[0] == "build" else ()
        environment = {**os.environ, "PYTHONPATH": str(root)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else every run compiles the program
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-P", "-m", "standrapport", *command, *more],
            cwd=root,
            env=environment,
            capture_output=True,
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _git(*words: str) -> subprocess.CompletedProcess[bytes]:
    command = (shutil.which("git") or "git", *words)
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
