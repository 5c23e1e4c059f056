# SPDX-License-Identifier: EUPL-1.2
"""The conversation of `standrapport import BESTAND` in a terminal: how it was read, what is asked,
what would change, what was not used, and a yes before it is written.

What is open is asked a screen at a time: first all of it in short, by cause, then each question;
a default is always an allowed answer and never changes what figures mean.

With `--uit-bron` figures are counted anew from source data, and shown before they are written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .build import progress
from .terminal import WrongUse, say

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


if TYPE_CHECKING:
    from ..intake import Choices, Conversation, Delivery


def from_file(
    folder: Path, year: int, file: Path, choices: Choices, *, agreed: bool, form: str
) -> None:
    """Bring in a delivered file, and leave with the exit code.

    In another form than 'text' nothing is asked and everything is shown at once.
    """
    from ..intake import begin, reading_lines
    from ..sources import SourceProblem

    if file.is_dir():
        raise WrongUse(f"{file} is een map; noem het bestand dat u kreeg.")
    if not file.is_file():
        raise WrongUse(f"Het bestand {file} bestaat niet.")
    try:
        talk = begin(folder, year, file, choices)
    except SourceProblem as problem:  # what was chosen before cannot be read
        raise WrongUse(problem.sentence) from problem
    if form != "text":
        _at_once(talk.delivery, folder, form, agreed=agreed)
    else:
        told: list[str] = []
        if talk.earlier:
            say(talk.told_earlier)
        if talk.delivery.questions and not agreed:
            told = _told(reading_lines(talk.delivery))
            talk = _asked(talk)
        _in_words(talk, told, agreed=agreed)
    sys.exit(1 if talk.delivery.refused else 0)


def _asked(talk: Conversation) -> Conversation:
    """The conversation after everything that is open was asked, a screen of questions at a time."""
    while talk.delivery.questions:
        try:
            talk = talk.answered(answered(talk.groups))
        except click.Abort:
            break
    return talk


def _in_words(talk: Conversation, before: list[str], *, agreed: bool) -> None:
    """Tell what was read (unless that is what was told before) and would change; write it after a
    yes.
    """
    from ..intake import NOT_WRITTEN, asked, change_lines, reading_lines, unread_lines
    from ..messages import finding_lines

    delivery = talk.delivery
    reading = list(reading_lines(delivery))
    if reading != before:
        _told(reading)
    for line in finding_lines(asked(delivery)):
        say(line, err=True)
    if not delivery.refused:
        say()
        _told(change_lines(delivery))
    if talk.outcome:
        say(talk.outcome)
        return
    _told(unread_lines(delivery))
    if not (agreed or confirmed()):
        say(NOT_WRITTEN)
        return
    _told(_written(talk))


def _written(talk: Conversation) -> list[str]:
    """Write it down, or say why not and leave."""
    from ..intake import write_down
    from ..report.publish import NotWritable

    try:
        return write_down(talk)
    except NotWritable as problem:
        say(f"fout SR-S001: {problem}", err=True)
        sys.exit(1)


def _at_once(delivery: Delivery, folder: Path, form: str, *, agreed: bool) -> None:
    """Everything that was read and what changes, as JSON, Markdown or a page; written only with
    --ja, and never past a question.
    """
    from ..intake import asked, delivery_as_dict
    from ..intake.shown import change_sections, reading_sections, unread_section
    from ..messages import finding_lines

    wanted = agreed and not delivery.refused and delivery.files
    written = bool(wanted and _saved(delivery, folder))
    if form == "json":
        answer = delivery_as_dict(delivery, written=written)
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    from .options import written as as_written

    for line in finding_lines(asked(delivery)):
        say(line, err=True)
    sections = [*reading_sections(delivery), *change_sections(delivery), *unread_section(delivery)]
    click.echo(as_written(f"Aangeleverd: {delivery.proposal.file}", sections, form).rstrip())


def _saved(delivery: Delivery, folder: Path) -> list[Path]:
    """Write the files, or say why not and leave."""
    from ..intake import write
    from ..report.publish import NotWritable

    try:
        return write(folder, delivery)
    except NotWritable as problem:
        say(f"fout SR-S001: {problem}", err=True)
        sys.exit(1)


def _told(lines: Iterable[str]) -> list[str]:
    """Say lines; gives what was said."""
    said = list(lines)
    for line in said:
        say(line)
    return said


def confirmed() -> bool:
    """Whether the change that was shown may be written."""
    from ..intake import MAY_WRITE

    return bool(
        click.prompt(
            f"{MAY_WRITE} (j/n)", type=click.Choice(["j", "n"]), default="n", show_choices=False
        )
        == "j"
    )


if TYPE_CHECKING:
    from ..core.model import Finding
    from ..project.editing.fill import Fill


def from_sources(folder: Path, year: int, table: str | None, *, agreed: bool) -> None:
    """Bring in what the sources of an edition count, and leave with the exit code."""
    from ..core.model import has_errors
    from ..messages import finding_lines
    from ..project.editing.fill import write_fills
    from ..report.publish import NotWritable

    fills, findings = _filled(folder, year, table)
    for line in finding_lines(findings):
        say(line, err=True)
    code = 1 if has_errors(findings) else 0
    changed = [fill for fill in fills if fill.cells]
    _show(folder, changed)
    if not changed:
        say("Niets geschreven." if code else "Er verandert niets.")
        sys.exit(code)
    if not agreed and not confirmed():
        say("Niets geschreven.")
        sys.exit(code)
    try:
        write_fills(folder, changed)
    except NotWritable as problem:
        say(f"fout SR-S001: {problem}", err=True)
        sys.exit(1)
    say(f"Geschreven: {', '.join(fill.path.relative_to(folder).as_posix() for fill in changed)}.")
    sys.exit(code)


def _filled(folder: Path, year: int, table: str | None) -> tuple[list[Fill], list[Finding]]:
    from ..core.extras import need
    from ..project.editing.fill import fill_from_sources

    need("bron")
    with progress() as tell:
        return fill_from_sources(folder, year, table, tell)


def _show(folder: Path, changed: Sequence[Fill]) -> None:
    """Every cell that would change, with what it was."""
    for fill in changed:
        say(f"{fill.path.relative_to(folder).as_posix()}:")
        for cell in fill.cells:
            key = f" {cell.key}" if cell.key else ""
            say(f"  {cell.ref}{key} {cell.year}: {cell.old or 'nieuwe rij'} → {cell.new}")
