# SPDX-License-Identifier: EUPL-1.2
"""The conversation about a delivered file, as data: what is asked together, what an answer changes,
and what is written after the yes. The terminal and the preview only show it and pass answers on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..core.frozen import dataclass
from ..report.publish import FileChange
from .bring_in import deliver, write
from .choices import SKIP, Choices, Question
from .delivery import Delivery
from .grids import HandedIn
from .remembered import FILE, remembered, with_remembered
from .words import normal

NOT_WRITTEN = "Niets geschreven."
NO_CHANGE = "Er verandert niets."
MAY_WRITE = "Dit schrijven?"
_NAMED = 8  # names of a cause on the screen


@dataclass(frozen=True)
class QuestionGroup:
    """Questions with one cause, asked together."""

    cause: str
    questions: tuple[Question, ...]

    @property
    def in_short(self) -> str:
        """What is open, on one line."""
        if len(self.questions) == 1 and not self.questions[0].cause:
            return self.cause
        names = [f"'{one.about}'" for one in self.questions]
        more = f" en nog {len(names) - _NAMED}" if len(names) > _NAMED else ""
        return f"{self.cause}: {', '.join(names[:_NAMED])}{more}"

    def together(self, at: int = 0) -> bool:
        """Whether the questions from `at` on may be skipped at once."""
        rest = self.questions[at:]
        return len(rest) > 1 and all(SKIP in one.answers for one in rest)


def grouped(questions: Iterable[Question]) -> list[QuestionGroup]:
    """The questions by cause, in the order in which they came up."""
    groups: dict[str, list[Question]] = {}
    for one in questions:
        groups.setdefault(one.cause or one.sentence, []).append(one)
    return [QuestionGroup(cause, tuple(own)) for cause, own in groups.items()]


@dataclass(frozen=True)
class Conversation:
    """A delivered file as far as it was talked about.

    `earlier` is what was decided before about its source, in words.
    """

    project: Path
    file: Path | HandedIn
    choices: Choices
    delivery: Delivery
    earlier: tuple[str, ...] = ()

    @property
    def groups(self) -> list[QuestionGroup]:
        """What is open now: one screen of questions."""
        return grouped(self.delivery.questions)

    @property
    def told_earlier(self) -> str:
        """What was decided before, as a sentence; '' when nothing was."""
        if not self.earlier:
            return ""
        return f"Eerder gekozen voor deze bron ({FILE}): {'; '.join(self.earlier)}."

    @property
    def outcome(self) -> str:
        """Why there is nothing to agree to; '' when it can be written after a yes."""
        if self.delivery.refused:
            return NOT_WRITTEN
        return "" if self.delivery.files else NO_CHANGE

    def answered(self, answers: Sequence[tuple[Question, str]]) -> Conversation:
        """The conversation after these answers: the file is read again with them."""
        choices = self.choices
        for question, answer in answers:
            choices = choices.answered(question, answer)
        delivery = deliver(self.project, self.delivery.year, self.file, choices)
        return replace(self, choices=choices, delivery=delivery)


def begin(project: Path, year: int, file: Path | HandedIn, choices: Choices) -> Conversation:
    """A delivered file read with what was chosen now and what was chosen before for its source.

    Raises SourceProblem when what was chosen before cannot be read.
    """
    choices, earlier = with_remembered(project, choices)
    return Conversation(
        project, file, choices, deliver(project, year, file, choices), tuple(earlier)
    )


def write_down(talk: Conversation) -> list[str]:
    """Write the figures and what was decided, all or nothing; gives what was done, in words.

    Raises NotWritable, and SourceProblem when what is remembered of the source cannot be read.
    """
    kept = list(_kept(talk))
    paths = write(talk.project, talk.delivery, kept)
    names = ", ".join(path.relative_to(talk.project).as_posix() for path in paths)
    return [
        f"Geschreven: {names}. Kijk na met: standrapport check {talk.delivery.year}",
        *(f"Onthouden voor de volgende keer: {FILE}." for _ in kept),
    ]


def _kept(talk: Conversation) -> Iterator[FileChange]:
    """What is remembered of this delivery for the next one of its source."""
    regions = [one.roles.region for one in talk.delivery.proposal.regions]
    labels = [
        label for one in regions for at in range(len(one.dimensions)) for label in one.labels(at)
    ]
    texts = {normal(text): text for text in (*labels, *_texts(talk.delivery))}
    path = talk.project / FILE
    before = path.read_bytes() if path.is_file() else None
    content = remembered(talk.project, talk.choices, texts)
    if content is not None:
        yield FileChange(path, before, content)


def _texts(delivery: Delivery) -> Iterator[str]:
    """The texts around the figures, and the heads, as the file writes them."""
    for one in delivery.proposal.regions:
        yield from (line.text for line in one.said.texts)
        yield from (dimension.name for dimension in one.roles.region.dimensions)
        yield one.roles.region.sheet
