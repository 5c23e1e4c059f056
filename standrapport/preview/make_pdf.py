# SPDX-License-Identifier: EUPL-1.2
"""The program that makes PDFs for the preview: `PROJECT YEAR`, and for each a line of JSON on stdin
with `concept` and the `folder` to make it in.

Tells how far it is as lines of JSON on stdout. It stays on, so that the next PDF costs no start and
no reading of what has not changed.
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import Any

from ..core.model import Severity
from ..messages import finding_lines
from ..pipeline.build import build_edition
from ..pipeline.memory import LastTime, Memory
from ..project.places import UsageProblem


def main(project: str, year: str) -> None:
    """Make what is asked for, until nobody asks any more."""
    gc.disable()  # as rarely as a command; swept when a PDF is done
    memory = LastTime()
    for line in sys.stdin:
        order = json.loads(line)
        _make(Path(project), int(year), Path(order["folder"]), memory, concept=order["concept"])
        gc.collect()


def _make(project: Path, year: int, folder: Path, memory: Memory, *, concept: bool) -> None:
    """Build into `folder`; the last line names the file, or the problem."""
    try:
        built = build_edition(
            project,
            year,
            folder / "uit",  # the preview keeps a lock on the folder itself
            concept=concept,
            progress=lambda step: _tell(step=step),
            memory=memory,
        )
    except UsageProblem as problem:
        _tell(problem=str(problem))
        return
    for path in built.written:
        if path.suffix == ".pdf":
            _tell(file=str(path), pages=built.pages, concept=built.concept)
            return
    errors = [finding for finding in built.findings if finding.severity is Severity.ERROR]
    _tell(problem=f"De PDF is niet gemaakt. {(finding_lines(errors) or [''])[0]}".strip())


def _tell(**what: Any) -> None:
    print(json.dumps(what, ensure_ascii=True), flush=True)  # noqa: T201 - this is what the program is for


if __name__ == "__main__":
    main(*sys.argv[1:])
