# SPDX-License-Identifier: EUPL-1.2
"""The preview as a whole: the server in the background, the page made anew whenever a file is
saved, and the PDF on request, by a program of its own so that saving stays quick meanwhile. It
starts with the first PDF and stays on for the next.
"""

from __future__ import annotations

import contextlib
import errno
import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from ..core.disk import spool
from ..pipeline.build import STEPS
from ..project.places import UsageProblem, editions, folder_of_the_tool
from .desk import Desk
from .notices import REMARK, source_page
from .rebuild import Page, Rebuilder
from .server import PreviewServer
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


STEP = 20  # milliseconds without a further change before the page is made
DEBOUNCE = 200  # milliseconds a stream of changes is waited for at most
PATIENCE = 500  # milliseconds between looks at whether to stop
_TRACES = re.compile(r"~$|^\.|\.sw.$|\.tmp$")  # what editors leave for a moment


class AddressInUse(UsageProblem):
    """Another program listens on the port that was asked for."""


class Preview:
    """A preview of one edition.

    Raises AddressInUse, and UsageProblem for a year the project does not have.
    """

    def __init__(self, project: Path, year: int, port: int = 0) -> None:
        if year not in editions(project):
            from ..pipeline.check import check_edition

            check_edition(project, year)  # says which years there are
        self.state = State()
        self._rebuilder = Rebuilder(project, year)
        self._paper = PaperMaker(project, year, self.state)
        self._stop = threading.Event()
        try:
            self._server = PreviewServer(
                port,
                self.state,
                shell(year),
                self._paper.start,
                self._rebuilder.finder.find,
                Desk(project, year),
                self._source,
            )
        except OSError as problem:
            why = (
                "is al in gebruik"
                if problem.errno == errno.EADDRINUSE
                else f"is niet te gebruiken ({problem.strerror})"
            )
            raise AddressInUse(f"Poort {port} {why}; kies een andere met --poort.") from problem

    def _source(self, where: str) -> str | None:
        """The file at a place that a finding names, to read."""
        page = self.state.page
        return source_page(self._rebuilder.project, where, page.notices if page else ())

    @property
    def address(self) -> str:
        """Where the browser finds it, with the key of this run."""
        return self._server.guard.opening

    def run(
        self,
        started: Callable[[], None] = lambda: None,
        made: Callable[[Page], None] = lambda _: None,
    ) -> None:
        """Serve until `stop` is called; `started` is called once, `made` after every page."""
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        ).start()
        try:
            self._make(made)
            started()
            while not self._stop.is_set():
                self._follow(made)
        finally:
            self.state.stop()
            self._paper.stop()
            time.sleep(0.05)  # browsers are told
            self._server.shutdown()
            self._server.server_close()

    def stop(self) -> None:
        """End `run`, from another thread or a signal."""
        self._stop.set()

    def _make(self, made: Callable[[Page], None]) -> None:
        page = self._rebuilder.rebuild()
        self.state.show(page)
        made(page)

    def _follow(self, made: Callable[[Page], None]) -> None:
        """Make the page after every change, until the folders it is made from are other ones."""
        with contextlib.suppress(
            FileNotFoundError
        ):  # a folder went while the watching began: look again which there are
            folders = self._rebuilder.folders()
            caught_up = False  # with what was saved before the watching began
            for changed in _saves(folders, self._stop):
                if changed or not caught_up:
                    self._make(made)
                    caught_up = True
                if self._rebuilder.folders() != folders:
                    return


def _saves(folders: Iterable[Path], stop: threading.Event) -> Iterator[bool]:
    """Whether anything was saved, after every change and every so often without one."""
    from watchfiles import watch

    def watching(*, poll: bool | None) -> Iterator[bool]:
        for changes in watch(
            *folders,
            watch_filter=lambda _, path: not _TRACES.search(Path(path).name),
            debounce=DEBOUNCE,
            step=STEP,
            stop_event=stop,
            rust_timeout=PATIENCE,
            yield_on_timeout=True,
            force_polling=poll,
        ):
            yield bool(changes)

    try:
        yield from watching(poll=None)
    except FileNotFoundError:
        raise
    except OSError:  # this computer has no more notices to give; looking every so often still works
        yield from watching(poll=True)


def shell(year: int) -> dict[str, tuple[str, str]]:
    """The frame around the report, by address: the page with the panel, its style and
    its script.
    """
    from ..report.render import environment, style

    templates = folder_of_the_tool("templates")
    frame = environment(templates, None).get_template("voorvertoning.html.j2")
    kinds = [
        (REMARK, "Opmerkingen van lezers"),
        ("error", "Fouten"),
        ("warning", "Waarschuwingen"),
        ("accepted", "Bekend en aanvaard"),
        ("note", "Opmerkingen"),
    ]
    return {
        "/": ("text/html; charset=utf-8", frame.render(year=year, kinds=kinds)),
        "/voorvertoning.css": (
            "text/css; charset=utf-8",
            style(templates, None, "scherm", ("voorvertoning.css",)),
        ),
        "/voorvertoning.js": (
            "text/javascript; charset=utf-8",
            (templates / "voorvertoning.js").read_text("utf-8"),
        ),
        "/aanlevering.js": (
            "text/javascript; charset=utf-8",
            (templates / "aanlevering.js").read_text("utf-8"),
        ),
    }
