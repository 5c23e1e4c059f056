# SPDX-License-Identifier: EUPL-1.2
"""One command on a broken project, in this process, with what it said and how long it took."""

from __future__ import annotations

import ast
import time
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from standrapport.cli import main

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Said:
    """What a command said: its exit code, all lines, and the seconds it took."""

    code: int
    lines: list[str]
    seconds: float

    @property
    def findings(self) -> list[str]:
        """The lines that are errors or usage problems, with their place."""
        return [line for line in self.lines if " fout SR-" in line or line.startswith("Fout: ")]


def command(project: Path, *words: str) -> Said:
    """Run a command on a project; a crash of the tool is exit code 3, anything else is raised."""
    started = time.perf_counter()
    result = CliRunner().invoke(main, [*words, "--project", str(project)], input="")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.output.splitlines(), time.perf_counter() - started)


def words_of(case: Path, project: Path) -> list[str]:
    """The words of a case's command, without its project."""
    written = ast.literal_eval((case / "command.txt").read_text("utf-8").splitlines()[0])
    words = [str(word).replace("PROJECT", str(project)) for word in written]
    at = words.index("--project")
    return words[:at] + words[at + 2 :]
