# SPDX-License-Identifier: EUPL-1.2
"""What a delivered file leaves open, asked in a terminal a screen at a time: first all of it in
short, by cause, then each question; a default is always an allowed answer and never changes what
figures mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .terminal import say

if TYPE_CHECKING:
    from ..intake import Question, QuestionGroup

_SKIP = "-"
_REST = "rest"

Answers = list[tuple["Question", str]]


def answered(groups: Sequence[QuestionGroup]) -> Answers:
    """The answer to every question of this screen.

    Raises click.Abort when nobody is there to answer.
    """
    count = sum(len(group.questions) for group in groups)
    if count > 1:
        say(f"Nog te beslissen ({count}):")
        for group in groups:
            say(f"  - {group.in_short}")
    return [pair for group in groups for pair in _group(group)]


def _group(group: QuestionGroup) -> Iterator[tuple[Question, str]]:
    """The questions with one cause; the rest of them may be skipped together."""
    for at, question in enumerate(group.questions):
        rest = group.questions[at:]
        answer = _answer(question, len(rest) if group.together(at) else 0)
        if answer == _REST:
            yield from ((one, _SKIP) for one in rest)
            return
        yield question, answer


def _answer(question: Question, rest: int) -> str:
    """Ask one question; 'rest' skips this and all others of the cause, where `rest` counts them."""
    say(question.sentence)
    options = list(question.answers)
    for number, option in enumerate(options, 1):
        say(f"  {number}. {question.words_of(option)}")
    if rest:
        say(f"  {_REST}: deze en de andere {rest - 1} overslaan")
    text, default = _asking(question), question.default
    while True:
        answer = str(click.prompt(text, default=default, show_default=bool(default))).strip()
        if rest and answer.lower() == _REST:
            return _REST
        if answer in map(str, range(1, len(options) + 1)):
            answer = options[int(answer) - 1]
        problem = question.problem(answer)
        if not problem:
            return answer
        say(problem)


def _asking(question: Question) -> str:
    """What stands before the place to type: a number, an answer of one's own with how it is
    written, or both.
    """
    like = f"zoals {question.written}" if question.written else ""
    if not question.answers:
        name = question.option.replace("-", " ").capitalize()
        return f"{name} ({like})" if like else name
    if question.free:
        return f"Kies een nummer, of typ het zelf{f' ({like})' if like else ''}"
    return "Kies een nummer"
