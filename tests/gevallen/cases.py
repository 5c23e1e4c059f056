# SPDX-License-Identifier: EUPL-1.2
"""The cases on disk: tests/gevallen/<code>/<soort>[-<naam>]/ holds the files that differ from
tests/gevallen/basis/.

Beside those files a case may have `opdracht.txt` (the command after `standrapport`; default `check
2021 --notes`) and `zonder.txt` (files of the base it leaves out). `verwacht.txt` holds the lines
that are printed, stderr first, and the exit code.
"""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from standrapport.cli import main

HERE = Path(__file__).parent
BASE = HERE / "basis"
COMMAND = "check 2021 --notes"
_OWN = ("opdracht.txt", "zonder.txt", "verwacht.txt")


@dataclass(frozen=True)
class Case:
    """One case: its folder, the code it is about, and its kind (goed, fout, onbeslist)."""

    folder: Path

    @property
    def code(self) -> str:
        """The code the case is about."""
        return self.folder.parent.name

    @property
    def kind(self) -> str:
        """`goed`, `fout` or `onbeslist`."""
        return self.folder.name.partition("-")[0]

    @property
    def expected(self) -> Path:
        """The file with the lines that should be printed."""
        return self.folder / "verwacht.txt"

    def lines(self) -> list[str]:
        """The finding lines of `verwacht.txt` that carry the code of the case."""
        return [
            line
            for line in self.expected.read_text("utf-8").splitlines()
            if f" {self.code}: " in line
        ]

    def lay_out(self, project: Path) -> None:
        """Write the base with the files of the case over it."""
        shutil.copytree(BASE, project)
        for name in self._words("zonder.txt", ""):
            (project / name).unlink()
        for path in self.folder.rglob("*"):
            if path.is_file() and path.name not in _OWN:
                target = project / path.relative_to(self.folder)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())

    def printed(self, project: Path) -> str:
        """What the command prints in the project folder (the working folder), and its exit code.

        Build times left out.
        """
        result = CliRunner().invoke(
            main, [*self._words("opdracht.txt", COMMAND)], prog_name="standrapport"
        )
        text = re.sub(r" in \d+,\d s", " in … s", result.stderr + result.stdout).replace(
            str(project), "PROJECT"
        )
        return f"{text}uitgangscode {result.exit_code}\n"

    def _words(self, name: str, default: str) -> list[str]:
        path = self.folder / name
        return shlex.split(path.read_text("utf-8") if path.is_file() else default)


CASES = [Case(folder) for folder in sorted(HERE.glob("SR-*/*")) if folder.is_dir()]
