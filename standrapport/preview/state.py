# SPDX-License-Identifier: EUPL-1.2
"""What the preview stands at, shared by the threads that make pages and those that serve them."""

from __future__ import annotations

import json
import secrets
import threading
from dataclasses import asdict

from ..core.frozen import dataclass
from .rebuild import Page

_MOST_NOTICES = 200


@dataclass(frozen=True)
class Paper:
    """The PDF on request: `state` is 'geen', 'bezig', 'klaar' or 'mislukt'.

    `step` of `steps` with its words while busy.
    """

    state: str = "geen"
    words: str = ""
    step: int = 0
    steps: int = 0
    number: int = 0
    name: str = ""
    build: int = 0


class State:
    """The page, the PDF and a number that grows with every change.

    Waiting for the next change costs nothing.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._run = secrets.token_hex(4)  # tells the browser that the program was started anew
        self._revision = 0
        self._builds = 0
        self._version = 0
        self._page: Page | None = None
        self._paper = Paper()
        self._pdf = b""
        self._stopped = False

    def show(self, page: Page) -> None:
        """A page was made; the browser loads it only when it differs from the one before."""
        with self._changed:
            self._version += self._page is None or page.html != self._page.html
            self._builds += 1
            self._page = page
            self._tell()

    def put(self, paper: Paper, content: bytes | None = None) -> None:
        """The PDF got further; `content` when it is ready."""
        with self._changed:
            self._paper = paper
            if content is not None:
                self._pdf = content
            self._tell()

    def stop(self) -> None:
        """The program stops; browsers are told."""
        with self._changed:
            self._stopped = True
            self._tell()

    def _tell(self) -> None:
        self._revision += 1
        self._changed.notify_all()

    @property
    def page(self) -> Page | None:
        """The page as it is now."""
        return self._page

    @property
    def paper(self) -> Paper:
        """How far the PDF is."""
        return self._paper

    @property
    def builds(self) -> int:
        """How many times the page was made."""
        return self._builds

    def pdf(self, number: int) -> bytes | None:
        """The PDF of that number, when it is the last one made."""
        with self._changed:
            return (
                self._pdf if self._paper.state == "klaar" and self._paper.number == number else None
            )

    def wait(self, seen: int, seconds: float) -> tuple[int, str | None]:
        """The revision after `seen` with the state as JSON, or the same revision and None when
        nothing changed in that time.
        """
        with self._changed:
            if self._revision == seen:
                self._changed.wait(seconds)
            return (seen, None) if self._revision == seen else (self._revision, self._as_json())

    @property
    def stopped(self) -> bool:
        """Whether the program is stopping."""
        return self._stopped

    def _as_json(self) -> str:
        page = self._page
        notices = page.notices if page else ()
        return json.dumps(
            {
                "run": self._run,
                "version": self._version,
                "ready": page is not None and page.html is not None,
                "held": page is not None and page.held,
                "errors": page is not None and page.errors,
                "summary": page.summary if page else "",
                "at": page.at if page else "",
                "notices": [asdict(notice) for notice in notices[:_MOST_NOTICES]],
                "read": [asdict(one) for one in page.read] if page else [],
                "left_off": max(0, len(notices) - _MOST_NOTICES),
                "paper": {**asdict(self._paper), "outdated": self._paper.build != self._builds},
                "stopped": self._stopped,
            },
            ensure_ascii=False,
        )
