"""The PDF on request: made by a program of its own beside the preview, so that saving a file stays quick meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

from .state import Paper, State

STEPS = 4  # the steps `build_edition` tells of


class PaperMaker:
    """Makes one PDF at a time."""

    def __init__(self, project: Path, year: int, state: State) -> None:
        self.project, self.year, self.state = project, year, state
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._number = 0

    def start(self) -> str | None:
        """Begin, in the background; a Dutch sentence when that cannot be done now."""
        page = self.state.page
        if page is None or page.held or page.html is None:
            return "Herstel eerst de fout hiernaast; de PDF wordt gemaakt van de bestanden zoals ze nu zijn."
        with self._lock:
            if self.state.paper.state == "bezig":
                return "De PDF wordt al gemaakt."
            self._number += 1
            self.state.put(Paper("bezig", "Beginnen", 0, STEPS, self._number, build=self.state.builds))
        threading.Thread(target=self._make, args=(page.errors,), daemon=True).start()
        return None

    def stop(self) -> None:
        """End a PDF that is being made."""
        if self._process is not None:
            self._process.terminate()

    def _make(self, concept: bool) -> None:
        begun = self.state.paper
        arguments = [str(self.project), str(self.year), "concept" if concept else "gewoon"]
        with tempfile.TemporaryDirectory(prefix="standrapport-") as folder:
            command = [sys.executable, "-m", f"{__package__}.make_pdf", *arguments, folder]
            result: dict[str, Any] = {}
            # A session of its own: Ctrl-C reaches the preview alone, which then ends this program.
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:  # noqa: S603 - our own module
                self._process = process
                for line in process.stdout or ():
                    result = json.loads(line)
                    if "step" in result:
                        begun = Paper("bezig", result["step"], begun.step + 1, STEPS, begun.number, build=begun.build)
                        self.state.put(begun)
                problems = process.stderr.read() if process.stderr else ""
            if "file" not in result:
                words = (
                    result.get("problem")
                    or f"De PDF is niet gemaakt: {(problems.strip().splitlines() or ['het maken is afgebroken.'])[-1]}"
                )
                self.state.put(Paper("mislukt", words, number=begun.number, build=begun.build))
                return
            path = Path(result["file"])
            draft = " als concept" if result["concept"] else ""
            words = f"PDF van {result['pages']} bladzijden{draft}, gemaakt om {datetime.now().astimezone():%H:%M:%S}"
            self.state.put(Paper("klaar", words, STEPS, STEPS, begun.number, path.name, begun.build), path.read_bytes())
