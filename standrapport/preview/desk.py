# SPDX-License-Identifier: EUPL-1.2
"""A delivered file at the preview: the conversation of `standrapport import`, a step at a time, as
a page shows it. The file stays in memory; every step has a key that is good once.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

from ..intake import (
    LARGEST,
    MAY_WRITE,
    NOT_WRITTEN,
    Choices,
    Conversation,
    HandedIn,
    Question,
    begin,
    write_down,
)
from ..intake.shown import change_sections, reading_sections, unread_section
from ..messages import finding_lines
from ..messages.sections import Items, Section, Sentences
from ..project.reading import load_catalogue
from ..report.publish import NotWritable
from ..sources import SourceProblem
from .guard import Refused

MOST_ANSWERED = 1_000_000  # bytes of the answers of one screen
_NAME, _ANSWER, _UNREAD = 120, 300, 1000  # letters, letters, texts
_NOT_USABLE = (
    "Met deze antwoorden kan het bestand niet gelezen worden; kies iets anders of meld dit bij de"
    " beheerder"
)
_PRINTED = 32  # letters below it steer a terminal


class Desk:
    """Where files are handed in for one edition: one conversation at a time, a new file takes the
    place of the one before.
    """

    def __init__(self, project: Path, year: int) -> None:
        self.project, self.year = project, year
        self._lock = threading.Lock()
        self._talk: Conversation | None = None
        self._key = ""

    def about(self) -> dict[str, Any]:
        """What the page must know before a file is handed in: how large it may be, which sources
        there are.
        """
        catalogue, _ = load_catalogue(self.project)
        sources = [{"naam": one.id, "titel": one.title} for one in catalogue.sources.values()]
        return {"grootste": LARGEST, "bronnen": sources}

    def receive(self, name: str, content: bytes, source: str = "") -> dict[str, Any]:
        """Read a file; `name` is what the browser calls it and is only shown."""
        with self._alone():
            file = HandedIn(_shown(name), content)
            choices = Choices(source=source or None)
            try:
                self._talk = begin(self.project, self.year, file, choices)
            except SourceProblem as problem:  # what was chosen before cannot be read
                raise Refused(HTTPStatus.CONFLICT, problem.sentence) from problem
            return self._told(self._talk)

    def answer(self, key: str, answers: Any) -> dict[str, Any]:
        """Take the answers to a screen of questions, in its order; what is wrong with any of them
        is told per question, and then none counts.
        """
        with self._step(key) as talk:
            asked = [one for group in talk.groups for one in group.questions]
            given = _texts(answers, len(asked))
            pairs = list(zip(asked, given, strict=True))
            problems = [question.problem(answer) for question, answer in pairs]
            if any(problems):
                return self._told(talk, problems, given)
            try:
                self._talk = talk.answered(pairs)
            except (ValueError, LookupError, TypeError) as problem:
                # Nothing of what was typed is lost because one answer led nowhere.
                fault = f"{_NOT_USABLE} ({type(problem).__name__})."
                return {**self._told(talk, (), given), "fout": fault}
            return self._told(self._talk)

    def write(self, key: str) -> dict[str, Any]:
        """Write what was shown, after the yes; when that cannot be, the conversation goes on with
        the files as they are now.
        """
        with self._step(key) as talk:
            if talk.outcome:
                raise Refused(HTTPStatus.CONFLICT, talk.outcome)
            try:
                told = write_down(talk)
            except NotWritable as problem:
                self._talk = talk.answered(())
                return {**self._told(self._talk), "fout": f"fout SR-S001: {problem}"}
            self._talk = None
            return {"stand": "geschreven", "gedaan": told}

    def leave(self, key: str) -> dict[str, Any]:
        """Forget the file."""
        with self._step(key):
            self._talk = None
            return {"stand": "gestopt", "gedaan": [NOT_WRITTEN]}

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._lock.acquire(blocking=False):
            raise Refused(HTTPStatus.CONFLICT, "Er wordt al een bestand gelezen; wacht even.")
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def _step(self, key: str) -> Iterator[Conversation]:
        """The conversation, when this is the key of its last step, which is then used up."""
        with self._alone():
            good = bool(self._key) and secrets.compare_digest(key.encode(), self._key.encode())
            if self._talk is None or not good:
                raise Refused(
                    HTTPStatus.CONFLICT,
                    "Dit gesprek is al verder of afgelopen; geef het bestand opnieuw.",
                )
            self._key = ""
            yield self._talk

    def _told(
        self, talk: Conversation, problems: Sequence[str] = (), given: Sequence[str] = ()
    ) -> dict[str, Any]:
        """The conversation as the page shows it, with the key of the next step; `given` are the
        answers that are shown again.
        """
        self._key = secrets.token_urlsafe(24)
        delivery = talk.delivery
        asks = bool(delivery.questions)
        wrong, typed = iter(problems), iter(given)
        return {
            "stand": "vraagt" if asks else "niets" if talk.outcome else "klaar",
            "sleutel": self._key,
            "bestand": delivery.proposal.file,
            "eerder": talk.told_earlier,
            "gelezen": _sections(reading_sections(delivery)),
            "meldingen": finding_lines(delivery.findings),
            "vragen": [
                {
                    "kort": group.in_short,
                    "samen": group.together(),
                    "vragen": [
                        _question(one, next(wrong, ""), next(typed, one.default))
                        for one in group.questions
                    ],
                }
                for group in talk.groups
            ],
            "wijzigt": [] if delivery.refused else _sections(change_sections(delivery)),
            "ongebruikt": _sections(unread_section(delivery, _UNREAD)),
            "gedaan": [] if asks or not talk.outcome else [talk.outcome],
            "slotvraag": "" if talk.outcome else MAY_WRITE,
        }


def _question(one: Question, problem: str, proposed: str) -> dict[str, Any]:
    return {
        "vraag": one.sentence,
        "vrij": one.free,
        "hint": one.written,
        "antwoorden": [{"is": name, "woorden": one.words_of(name)} for name in one.answers],
        "voorstel": proposed,
        "fout": problem,
    }


def _sections(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """Headings with points (each with what belongs below it) and sentences."""
    told = []
    for one in sections:
        points = [
            {
                "woorden": item.words,
                "onder": ["".join(text for text, _ in at) for at in item.details],
            }
            for part in one.parts
            if isinstance(part, Items)
            for item in part.items
        ]
        lines = [line for part in one.parts if isinstance(part, Sentences) for line in part.lines]
        told.append({"kop": one.title, "punten": points, "zinnen": lines})
    return told


def _texts(answers: Any, count: int) -> list[str]:
    """The answers as texts, one for each question. Raises Refused."""
    if (
        not isinstance(answers, list)
        or len(answers) != count
        or not all(isinstance(one, str) and len(one) <= _ANSWER for one in answers)
        or any(ord(letter) < _PRINTED for one in answers for letter in one)
    ):
        raise Refused(HTTPStatus.BAD_REQUEST, "Deze antwoorden horen niet bij de vragen.")
    return [one.strip() for one in answers]


def _shown(name: str) -> str:
    """A name without folders and without what cannot be printed."""
    last = name.replace("\\", "/").rpartition("/")[2]
    letters = "".join(letter for letter in last if letter.isprintable()).strip()
    return letters[:_NAME] or "bestand"
