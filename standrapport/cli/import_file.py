# SPDX-License-Identifier: EUPL-1.2
"""The conversation of `standrapport import BESTAND`: how it was read, what is asked, what would
change, what was not used, and a yes before it is written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .import_questions import answered
from .terminal import say, wrong_use

if TYPE_CHECKING:
    from ..intake import Choices, Delivery


def from_file(
    folder: Path, year: int, file: Path, choices: Choices, *, agreed: bool, form: str
) -> None:
    """Bring in a delivered file, and leave with the exit code.

    In another form than 'text' nothing is asked and everything is shown at once.
    """
    from ..intake import FILE, deliver, reading_lines

    if not file.is_file():
        raise wrong_use(f"Het bestand {file} bestaat niet.")
    choices, before = _remembered(folder, choices)
    delivery = deliver(folder, year, file, choices)
    if form != "text":
        _at_once(delivery, folder, form, agreed=agreed)
    else:
        told: list[str] = []
        if before:
            say(f"Eerder gekozen voor deze bron ({FILE}): {'; '.join(before)}.")
        if delivery.questions and not agreed:
            told = _told(reading_lines(delivery))
            delivery, choices = _asked(delivery, folder, file, choices)
        if _in_words(delivery, folder, told, agreed=agreed):
            _remember(folder, delivery, choices)
    sys.exit(1 if delivery.refused else 0)


def _asked(
    delivery: Delivery, folder: Path, file: Path, choices: Choices
) -> tuple[Delivery, Choices]:
    """The delivery after everything that is open was asked, a screen of questions at a time, and
    the answers.
    """
    from ..intake import deliver

    while delivery.questions:
        try:
            choices = answered(delivery.questions, choices)
        except click.Abort:
            break
        delivery = deliver(folder, delivery.year, file, choices)
    return delivery, choices


def _remembered(folder: Path, choices: Choices) -> tuple[Choices, list[str]]:
    """What was decided before about this source; a file that cannot be read stops the import."""
    from ..intake import with_remembered
    from ..sources import SourceProblem

    try:
        return with_remembered(folder, choices)
    except SourceProblem as problem:
        raise wrong_use(problem.sentence) from problem


def _remember(folder: Path, delivery: Delivery, choices: Choices) -> None:
    """Keep what was decided, for the next delivery of this source."""
    from ..intake import FILE, remembered
    from ..intake.words import normal
    from ..report.publish import NotWritable, replace_file

    regions = [one.roles.region for one in delivery.proposal.regions]
    labels = [
        label for one in regions for at in range(len(one.dimensions)) for label in one.labels(at)
    ]
    texts = {normal(text): text for text in (*labels, *_texts(delivery))}
    content = remembered(folder, choices, texts)
    if content is None:
        return
    try:
        replace_file(folder / FILE, content)
    except NotWritable as problem:
        say(f"fout SR-S001: {problem}", err=True)
        return
    say(f"Onthouden voor de volgende keer: {FILE}.")


def _texts(delivery: Delivery) -> Iterator[str]:
    """The texts around the figures, and the heads, as the file writes them."""
    for one in delivery.proposal.regions:
        yield from (line.text for line in one.said.texts)
        yield from (dimension.name for dimension in one.roles.region.dimensions)
        yield one.roles.region.sheet


def _in_words(delivery: Delivery, folder: Path, before: list[str], *, agreed: bool) -> bool:
    """Tell what was read (unless that is what was told before) and would change; write it after a
    yes. Gives whether it was written.
    """
    from ..intake import asked, change_lines, reading_lines, unread_lines
    from ..messages import finding_lines

    reading = list(reading_lines(delivery))
    if reading != before:
        _told(reading)
    for line in finding_lines(asked(delivery)):
        say(line, err=True)
    if delivery.refused:
        say("Niets geschreven.")
        return False
    say()
    _told(change_lines(delivery))
    if not delivery.files:
        say("Er verandert niets.")
        return False
    _told(unread_lines(delivery))
    if not (agreed or confirmed()):
        say("Niets geschreven.")
        return False
    paths = _written(delivery, folder)
    say(
        f"Geschreven: {', '.join(path.relative_to(folder).as_posix() for path in paths)}."
        f" Kijk na met: standrapport check {delivery.year}"
    )
    return True


def _at_once(delivery: Delivery, folder: Path, form: str, *, agreed: bool) -> None:
    """Everything that was read and what changes, as JSON, Markdown or a page; written only with
    --ja, and never past a question.
    """
    from ..intake import asked, delivery_as_dict
    from ..intake.shown import change_sections, reading_sections, unread_section
    from ..messages import finding_lines

    wanted = agreed and not delivery.refused and delivery.files
    written = bool(wanted and _written(delivery, folder))
    if form == "json":
        answer = delivery_as_dict(delivery, written=written)
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    from .written import written as as_written

    for line in finding_lines(asked(delivery)):
        say(line, err=True)
    sections = [
        *reading_sections(delivery),
        *change_sections(delivery),
        *unread_section(delivery),
    ]
    click.echo(as_written(f"Aangeleverd: {delivery.proposal.file}", sections, form).rstrip())


def _written(delivery: Delivery, folder: Path) -> list[Path]:
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
    return bool(
        click.prompt(
            "Dit schrijven? (j/n)", type=click.Choice(["j", "n"]), default="n", show_choices=False
        )
        == "j"
    )
