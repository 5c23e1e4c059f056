"""The conversation of `standrapport import BESTAND`: how it was read, what is asked, what would
change, what was not used, and a yes before it is written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .import_questions import answered
from .terminal import say, wrong_use

if TYPE_CHECKING:
    from ..intake import Choices, Delivery


def from_file(
    folder: Path, year: int, file: Path, choices: Choices, *, agreed: bool, as_json: bool
) -> None:
    """Bring in a delivered file, and leave with the exit code."""
    from ..intake import deliver, reading_lines

    if not file.is_file():
        raise wrong_use(f"Het bestand {file} bestaat niet.")
    delivery = deliver(folder, year, file, choices)
    if as_json:
        _as_json(delivery, agreed=agreed)
    else:
        told: list[str] = []
        if delivery.questions and not agreed:
            told = _told(reading_lines(delivery))
            delivery = _asked(delivery, folder, file, choices)
        _in_words(delivery, folder, told, agreed=agreed)
    sys.exit(1 if delivery.refused else 0)


def _asked(delivery: Delivery, folder: Path, file: Path, choices: Choices) -> Delivery:
    """The delivery after everything that is open was asked, a screen of questions at a time."""
    from ..intake import deliver

    while delivery.questions:
        try:
            choices = answered(delivery.questions, choices)
        except click.Abort:
            break
        delivery = deliver(folder, delivery.year, file, choices)
    return delivery


def _in_words(delivery: Delivery, folder: Path, before: list[str], *, agreed: bool) -> None:
    """Tell what was read (unless that is what was told before) and would change; write it after a
    yes.
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
        return
    say()
    _told(change_lines(delivery))
    if not delivery.files:
        say("Er verandert niets.")
        return
    _told(unread_lines(delivery))
    if not (agreed or confirmed()):
        say("Niets geschreven.")
        return
    paths = _written(delivery)
    say(
        f"Geschreven: {', '.join(path.relative_to(folder).as_posix() for path in paths)}."
        f" Kijk na met: standrapport check {delivery.year}"
    )


def _as_json(delivery: Delivery, *, agreed: bool) -> None:
    """Everything as data; written only with --ja, and never past a question."""
    from ..intake import delivery_as_dict

    written = bool(agreed and not delivery.refused and delivery.files and _written(delivery))
    answer = delivery_as_dict(delivery, written=written)
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def _written(delivery: Delivery) -> list[Path]:
    """Write the files, or say why not and leave."""
    from ..intake import write
    from ..report.publish import NotWritable

    try:
        return write(delivery)
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
