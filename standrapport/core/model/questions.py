# SPDX-License-Identifier: EUPL-1.2
"""Questions and their answers: the kinds of block of a document that answers questions, and which
answer is to which question.

Questions are numbered through the document. An answer is to the question before it, unless it
names others; what follows an answer (a table, a chart) belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar

from ..frozen import dataclass
from .block import Block, YamlKey
from .text_blocks import MaybeText, NeededText

if TYPE_CHECKING:
    from .edition import Edition


@dataclass(frozen=True, kw_only=True)
class Vraag(Block):
    """A question that was asked; numbered through the document."""

    kind: ClassVar[str] = "vraag"
    text: NeededText


@dataclass(frozen=True, kw_only=True)
class Antwoord(Block):
    """The answer to the question before it, or to the questions it names."""

    kind: ClassVar[str] = "antwoord"
    questions: Annotated[
        tuple[int, ...],
        YamlKey("vragen", "Nummers van de vragen, als het antwoord er op meer dan een is."),
    ] = ()
    text: MaybeText = None


@dataclass(frozen=True)
class Answers:
    """The number of every question and the numbers each answer is to, by chapter and id of the
    block.
    """

    numbers: Mapping[tuple[str, str], int]
    answered: Mapping[tuple[str, str], tuple[int, ...]]

    def open(self) -> Iterator[tuple[tuple[str, str], int]]:
        """The questions without an answer, with their numbers."""
        given = {number for numbers in self.answered.values() for number in numbers}
        return ((where, number) for where, number in self.numbers.items() if number not in given)


def answers_of(edition: Edition) -> Answers:
    """Which answer is to which question, through the whole edition."""
    numbers: dict[tuple[str, str], int] = {}
    answered: dict[tuple[str, str], tuple[int, ...]] = {}
    for chapter in edition.chapters:
        for block in chapter.blocks:
            where = (chapter.name, block.id)
            if isinstance(block, Vraag):
                numbers[where] = len(numbers) + 1
            elif isinstance(block, Antwoord):
                answered[where] = block.questions or ((len(numbers),) if numbers else ())
    return Answers(numbers, answered)
