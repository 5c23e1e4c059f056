# SPDX-License-Identifier: EUPL-1.2
"""The PDF on request: made by a program of its own beside the preview, so that saving a file stays
quick meanwhile. It starts with the first PDF and stays on for the next.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ..core.disk import spool
from ..pipeline.build import STEPS
from .state import Paper, State


class PaperMaker:
    """Makes one PDF at a time."""

    def __init__(self, project: Path, year: int, state: State) -> None:
        self.project, self.year, self.state = project, year, state
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._thread: threading.Thread | None = None
        self._number = 0

    def start(self) -> str | None:
        """Begin, in the background; a Dutch sentence when that cannot be done now."""
        page = self.state.page
        if page is None or page.held or page.html is None:
            return (
                "Herstel eerst de fout in de meldingen; de PDF wordt gemaakt van de bestanden zoals"
                " ze nu zijn."
            )
        with self._lock:
            if self.state.paper.state == "bezig":
                return "De PDF wordt al gemaakt."
            self._number += 1
            self.state.put(
                Paper("bezig", "Beginnen", 0, len(STEPS), self._number, build=self.state.builds)
            )
        self._thread = threading.Thread(target=self._make, args=(page.errors,), daemon=True)
        self._thread.start()
        return None

    def stop(self) -> None:
        """End the program, with a PDF that is being made, and leave nothing behind."""
        if self._process is not None:
            self._process.terminate()
        if self._thread is not None:
            self._thread.join(5)
        self._ended()

    def _make(self, concept: bool) -> None:
        begun = self.state.paper
        with spool() as folder:
            result = self._run({"concept": concept, "folder": str(folder)}, begun)
            if "file" not in result:
                words = (
                    result.get("problem")
                    or "De PDF is niet gemaakt; standrapport build zegt waarom."
                )
                self.state.put(Paper("mislukt", words, number=begun.number, build=begun.build))
                return
            path = Path(result["file"])
            draft = " als concept" if result["concept"] else ""
            words = (
                f"PDF van {result['pages']} bladzijden{draft}, gemaakt om"
                f" {datetime.now().astimezone():%H:%M:%S}"
            )
            self.state.put(
                Paper("klaar", words, len(STEPS), len(STEPS), begun.number, path.name, begun.build),
                path.read_bytes(),
            )

    def _run(self, order: dict[str, Any], begun: Paper) -> dict[str, Any]:
        """What the program said last of an order; its steps are told on the way."""
        step = 0
        process = self._running()
        with contextlib.suppress(BrokenPipeError):  # it has gone, which is what is read next
            print(json.dumps(order), file=process.stdin, flush=True)
        for line in process.stdout or ():
            said: dict[str, Any] = json.loads(line)
            if "step" not in said:
                return said
            step = STEPS.index(said["step"]) + 1 if said["step"] in STEPS else step
            self.state.put(replace(begun, words=said["step"], step=step))
        self._ended()
        return {}

    def _running(self) -> subprocess.Popen[str]:
        """The program, started when it is not there (any more)."""
        if self._process is not None and self._process.poll() is not None:
            self._ended()
        if self._process is None:
            # A session of its own: Ctrl-C reaches the preview alone, which then ends this program.
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                [
                    sys.executable,
                    "-m",
                    f"{__package__}.make_pdf",
                    str(self.project),
                    str(self.year),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                start_new_session=True,
            )
        return self._process

    def _ended(self) -> None:
        """Let go of the program, which ends when it hears nothing more."""
        process, self._process = self._process, None
        if process is not None:
            process.communicate()
