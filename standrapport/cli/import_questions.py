# SPDX-License-Identifier: EUPL-1.2
"""What a delivered file leaves open, asked a screen at a time: first all of it in short, by cause,
then each question; a default is always an allowed answer and never changes what figures mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from .terminal import say

if TYPE_CHECKING:
    from ..intake import Choices, Question

_SKIP = "-"
_REST = "rest"
_NAMED = 8  # names of a cause on the screen


def answered(questions: Sequence[Question], choices: Choices) -> Choices:
    """The choices with every question of this screen answered.

    Raises click.Abort when nobody is there to answer.
    """
    groups: dict[str, list[Question]] = {}
    for one in questions:
        groups.setdefault(one.cause or one.sentence, []).append(one)
    if len(questions) > 1:
        say(f"Nog te beslissen ({len(questions)}):")
        for cause, group in groups.items():
            say(f"  - {_in_short(cause, group)}")
    for group in groups.values():
        choices = _group(group, choices)
    return choices


def _in_short(cause: str, group: Sequence[Question]) -> str:
    if len(group) == 1 and not group[0].cause:
        return cause
    names = [f"'{one.about}'" for one in group]
    more = f" en nog {len(names) - _NAMED}" if len(names) > _NAMED else ""
    return f"{cause}: {', '.join(names[:_NAMED])}{more}"


def _group(group: Sequence[Question], choices: Choices) -> Choices:
    """The questions with one cause; the rest of them may be skipped together."""
    for at, question in enumerate(group):
        rest = group[at:]
        together = len(rest) > 1 and all(_SKIP in one.answers for one in rest)
        answer = _answer(question, len(rest) if together else 0)
        if answer == _REST:
            for one in rest:
                choices = choices.answered(one, _SKIP)
            return choices
        choices = choices.answered(question, answer)
    return choices


def _answer(question: Question, rest: int) -> str:
    """Ask one question; 'rest' skips this and all others of the cause, where `rest` counts them."""
    say(question.sentence)
    options = list(question.answers)
    for number, option in enumerate(options, 1):
        meaning = question.answers[option]
        say(f"  {number}. {_words(option, meaning)}")
    if rest:
        say(f"  {_REST}: deze en de andere {rest - 1} overslaan")
    proposed = question.proposed
    default = proposed if proposed and not question.problem(proposed) else None
    text = "Kies een nummer" if options else question.option.replace("-", " ").capitalize()
    while True:
        answer = str(click.prompt(text, default=default)).strip()
        if rest and answer.lower() == _REST:
            return _REST
        if answer.isdigit() and 1 <= int(answer) <= len(options):
            answer = options[int(answer) - 1]
        problem = question.problem(answer)
        if not problem:
            return answer
        say(problem)


def _words(option: str, meaning: str) -> str:
    """An answer with what it means; signs are said by their meaning alone."""
    if option in {_SKIP, "*"}:
        return meaning
    return f"{option}: {meaning}" if meaning else option
