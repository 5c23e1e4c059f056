"""The conversation of `standrapport import BESTAND`: how it was read, what is asked, what would
change, and a yes before it is written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .terminal import say, wrong_use

if TYPE_CHECKING:
    from ..intake import Choices, Delivery, Question


def from_file(
    folder: Path, year: int, file: Path, choices: Choices, *, agreed: bool, form: str
) -> None:
    """Bring in a delivered file, and leave with the exit code.

    In another form than 'text' nothing is asked and everything is shown at once.
    """
    asks = form == "text"
    from ..intake import asked, change_lines, deliver, reading_lines, write
    from ..messages import finding_lines
    from ..report.publish import NotWritable

    if not file.is_file():
        raise wrong_use(f"Het bestand {file} bestaat niet.")
    delivery = deliver(folder, year, file, choices)
    told = "" if not asks else _told(reading_lines(delivery), "")
    while delivery.questions and not agreed and asks:
        try:
            choices = _answer(delivery.questions[0], choices)
        except click.Abort:
            break
        delivery = deliver(folder, year, file, choices)
        told = _told(reading_lines(delivery), told)
    may_write = agreed and not delivery.refused
    for line in finding_lines(asked(delivery)) if asks or form != "json" else []:
        say(line, err=True)
    if asks and not delivery.refused:
        say()
        for line in change_lines(delivery):
            say(line)
        if not delivery.files:
            say("Er verandert niets.")
        else:
            may_write = agreed or confirmed()
    written = False
    if may_write and delivery.files:
        try:
            paths = write(delivery)
        except NotWritable as problem:
            say(f"fout SR-S001: {problem}", err=True)
            sys.exit(1)
        written = True
        if asks:
            say(
                f"Geschreven: {', '.join(path.relative_to(folder).as_posix() for path in paths)}."
                f" Kijk na met: standrapport check {year}"
            )
    elif asks and (delivery.refused or delivery.files):
        say("Niets geschreven.")
    if not asks:
        click.echo(_whole(delivery, form, written=written))
    sys.exit(1 if delivery.refused else 0)


def _whole(delivery: Delivery, form: str, *, written: bool) -> str:
    """Everything that was read and what changes, as JSON, Markdown or a page."""
    from ..intake import change_sections, delivery_as_dict, reading_sections

    if form == "json":
        return json.dumps(delivery_as_dict(delivery, written=written), ensure_ascii=False, indent=2)
    from .written import written as as_written

    sections = [*reading_sections(delivery), *change_sections(delivery)]
    return as_written(f"Aangeleverd: {delivery.proposal.file}", sections, form).rstrip()


def _told(lines: Iterable[str], before: str) -> str:
    """Say how the file was read, unless that has just been said."""
    text = "\n".join(lines)
    if text and text != before:
        say(text)
    return text


def _answer(question: Question, choices: Choices) -> Choices:
    """Ask one question on the terminal; raises click.Abort when nobody is there."""
    say(question.sentence)
    options = list(question.answers)
    for number, option in enumerate(options, 1):
        meaning = question.answers[option]
        say(
            f"  {number}."
            f" {option if option != '-' else 'overslaan'}{f': {meaning}' if meaning and option != '-' else ''}"
        )
    default = question.proposed or None
    text = "Kies een nummer" if options else f"{question.option.replace('-', ' ').capitalize()}"
    while True:
        answer = str(click.prompt(text, default=default)).strip()
        if answer.isdigit() and 1 <= int(answer) <= len(options):
            answer = options[int(answer) - 1]
        problem = question.problem(answer)
        if not problem:
            return choices.answered(question, answer)
        say(problem)


def confirmed() -> bool:
    """Whether the change that was shown may be written."""
    return bool(
        click.prompt(
            "Dit schrijven? (j/n)", type=click.Choice(["j", "n"]), default="n", show_choices=False
        )
        == "j"
    )
