# SPDX-License-Identifier: EUPL-1.2
"""The program that makes a PDF for the preview: `PROJECT YEAR gewoon|concept FOLDER`.

Tells how far it is as lines of JSON on stdout.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from ..core.model import Severity
from ..messages import finding_lines
from ..pipeline.build import build_edition
from ..project.places import UsageProblem


def main(project: str, year: str, kind: str, folder: str) -> None:
    """Build into `folder`; the last line names the file, or the problem."""
    try:
        built = build_edition(
            Path(project),
            int(year),
            Path(folder) / "uit",  # the preview keeps a lock on the folder itself
            concept=kind == "concept",
            progress=lambda step: _tell(step=step),
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
