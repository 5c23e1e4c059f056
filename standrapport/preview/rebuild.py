# SPDX-License-Identifier: EUPL-1.2
"""A page made anew after every change (when a file cannot be read, the last good page stays), and
how it was read, for who writes it: figures that words name, and what each number on the page was
taken for.
"""

from __future__ import annotations

import threading
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from ..checks.statements import FigureIndex, hit_as_dict, nothing_found, reading_words
from ..core.disk import why_not_read
from ..core.frozen import dataclass
from ..core.model import Finding, Severity
from ..messages import findings_in_words
from ..pipeline.build import Shown, show_edition, theme_of
from ..pipeline.memory import LastTime
from ..project.places import UsageProblem, templates_of
from .notices import Notice, anchor_of, notices, remark_notices

MOST_HITS = 8


@dataclass(frozen=True)
class ReadWords:
    """A number or other words of the page: in which block, as they are printed, what they were read
    as, and the outcome as in JSON.
    """

    anchor: str
    words: str
    told: str
    outcome: str


def readings_of(shown: Shown | None) -> tuple[ReadWords, ...]:
    """Every statement of a page in reading order."""
    if shown is None or shown.checked.edition is None:
        return ()
    checked = shown.checked
    return tuple(
        ReadWords(
            anchor_of(one.chapter, one.block),
            one.words,
            reading_words(one, checked.catalogue),
            one.outcome.value,
        )
        for one in checked.statements
    )


class Finder:
    """Searches the figures of the page as it stands; the index is made once per set of figures."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._shown: Shown | None = None
        self._of: object = None
        self._index: FigureIndex | None = None

    def look_in(self, shown: Shown | None) -> None:
        """Search this page from here on."""
        with self._lock:
            self._shown = shown

    def find(self, words: str) -> dict[str, Any]:
        """The figures that words name, best first, as `zoek` gives them with all it tells of them;
        and where to look when there are none.
        """
        with self._lock:
            if self._shown is None or not words.strip():
                return {"hits": [], "advice": ""}
            checked = self._shown.checked
            if self._index is None or self._of is not checked.figures:
                self._index = FigureIndex(checked.catalogue, checked.figures)
                self._of = checked.figures
            hits = self._index.find(words, checked.year)[:MOST_HITS]
        found = [
            {
                **hit_as_dict(one),
                "written": f"{{{{ {one.written} }}}}",
                "source": one.source,
                "population": one.population,
                "last": one.last,
            }
            for one in hits
        ]
        return {"hits": found, "advice": "" if hits else nothing_found(checked.catalogue)}


_READING = "SR-L"  # with an error of this family something is missing from the page
_TEMPLATE = "SR-R021"


@dataclass(frozen=True)
class Page:
    """What the browser gets to see: the last good page (or the best there is), and what was found
    in the files as they are now.

    `held` says that the page is older than the files; `at` is the local time of the page, `seconds`
    how long making it took. `read` is what the numbers on it were taken for.
    """

    html: str | None
    held: bool
    notices: tuple[Notice, ...]
    summary: str
    errors: bool
    at: str
    seconds: float
    read: tuple[ReadWords, ...] = ()


class Rebuilder:
    """Makes the page of one edition again and again; for one thread."""

    def __init__(self, project: Path, year: int) -> None:
        self.project, self.year = project, year
        self._memory = LastTime()
        self._shown: Shown | None = None  # the page that stands there now
        self._whole = False  # whether every file could be read for it
        self._at = ""
        self.finder = Finder()

    def rebuild(self) -> Page:
        """The page of the files as they are now; nothing that goes wrong gets out of here."""
        started = time.perf_counter()
        try:
            new = show_edition(self.project, self.year, self._memory)
        except Exception as problem:  # noqa: BLE001 - the preview stays up whatever a template or file does
            found: tuple[Notice, ...] = (
                Notice("error", Severity.ERROR.word, "", _sentence(problem)),
            )
            return self._page(
                found,
                f"{found[0].message}",
                errors=True,
                held=self._shown is not None,
                started=started,
            )
        whole = new.page is not None and not any(_missing(finding) for finding in new.findings)
        drawn = self._shown is None or not any(map(_undrawn, new.findings))
        taken = new.page is not None and drawn and (whole or not self._whole)
        if taken:
            self._shown, self._whole = new, whole
            self.finder.look_in(new)
            self._at = f"{datetime.now().astimezone():%H:%M:%S}"
        found = (*remark_notices(new, self._shown), *notices(new.findings, self._shown))
        errors = any(finding.severity is Severity.ERROR for finding in new.findings)
        return self._page(
            found,
            findings_in_words(new.findings),
            errors=errors,
            held=not taken and self._shown is not None,
            started=started,
        )

    def _page(
        self, found: tuple[Notice, ...], summary: str, *, errors: bool, held: bool, started: float
    ) -> Page:
        html = self._shown.page.html if self._shown and self._shown.page else None
        read = readings_of(self._shown)
        seconds = time.perf_counter() - started
        return Page(html, held, found, summary, errors, self._at, seconds, read)

    def folders(self) -> dict[Path, int]:
        """The folders whose files the page is made from, each with what tells it from a later one
        of the same name.
        """
        theme = theme_of(self._shown.checked) if self._shown else None
        wanted = (
            self.project / "figures",
            self.project / "content",
            templates_of(self.project),
            theme,
        )
        return {
            folder: folder.stat().st_ino
            for folder in wanted
            if folder is not None and folder.is_dir()
        }


def _missing(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.code.startswith(_READING)


def _undrawn(finding: Finding) -> bool:
    """Whether no page could be made with the templates as they are."""
    return finding.code == _TEMPLATE


def _sentence(problem: Exception) -> str:
    if isinstance(problem, UsageProblem):
        return str(problem)
    if isinstance(problem, OSError):
        return f"{problem.filename} kan niet gelezen worden: {why_not_read(problem)}."
    return (
        f"De bladzijde kan niet gemaakt worden ({type(problem).__name__}: {problem}); meld dit bij"
        " de beheerder."
    )
