# SPDX-License-Identifier: EUPL-1.2
"""Arguments and options that commands share, and what follows from them: the project, a day, the
form of what is told.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..core.notation import format_datum, parse_datum
from .terminal import say

if TYPE_CHECKING:
    from ..messages.sections import Section

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def between(low: int, high: int) -> Callable[[str], int]:
    """The type of a whole number from `low` up to and including `high`; click's own has no Dutch
    for a range.
    """

    def whole_number(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise click.BadParameter(f"'{text}' is geen geheel getal.") from None
        if not low <= number <= high:
            raise click.BadParameter(f"{number} valt buiten {low} tot en met {high}.")
        return number

    return whole_number


_WHOLE_NUMBER = between(1900, 2199)


def a_year(text: str) -> int:
    """The type of a year: each command but `check` is about one."""
    if not text.isdigit():
        raise click.BadParameter(f"'{text}' is geen jaartal; schrijf een jaar zoals 2024.")
    return _WHOLE_NUMBER(text)


YEAR = a_year
year_argument: Decorator = click.argument("jaar", type=YEAR, metavar="JAAR")
project_option: Decorator = click.option(
    "--project",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Map van het rapport; standaard de dichtstbijzijnde map omhoog met figures/ en content/.",
)
FORMS = {
    "html": frozenset({"html"}),
    "pdf": frozenset({"pdf"}),
    "all": frozenset({"html", "pdf"}),
}
form_option: Decorator = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="all",
    show_default=True,
    help="Wat er gemaakt wordt.",
)
out_option: Decorator = click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Map voor het resultaat; standaard out/ in de map van het rapport.",
)
strict_option: Decorator = click.option(
    "--strict", is_flag=True, help="Laat waarschuwingen meetellen als fouten."
)


json_option: Decorator = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Vorm van de uitkomst.",
)
WRITTEN = ("md", "html")  # forms that are made from sections, besides text


def a_day(text: str) -> str:
    """The type of a day, however it is typed: '31-3-2025' and '31 maart 2025' are 2025-03-31."""
    day = parse_datum(text)
    if day is None:
        raise click.BadParameter(f"'{text}' is geen dag; schrijf 31-3-2025 of 2025-03-31.")
    return day


def day_option(of_what: str) -> Decorator:
    """`--op DATUM`: the day of `of_what` ('het akkoord')."""
    return click.option(
        "--op",
        type=a_day,
        metavar="DATUM",
        help=f"Dag van {of_what}, zoals 31-3-2025; standaard vandaag.",
    )


def day_of(given: str | None) -> str:
    """The day that was given, or today where the command is typed, as 2026-11-27.

    A day that is still to come is told: hardly anything is decided on one.
    """
    today = date.today().isoformat()  # noqa: DTZ011 - see above
    if given is not None and given > today:
        say(f"Let op: {format_datum(given)} is nog niet geweest. Klopt die dag?", err=True)
    return given or today


def project_folder(given: Path | None) -> Path:
    """The project folder, or a usage error."""
    from ..project.places import find_project

    folder = find_project(given)
    if (folder / ".standrapport-bezig").is_dir():
        _finish(folder)
    return folder


def _finish(folder: Path) -> None:
    """What a command that was stopped halfway had begun to write: all of it now, or none."""
    from ..report.publish import NotWritable, finish_saving

    with contextlib.suppress(NotWritable, OSError):
        if finish_saving(folder):
            say("Een eerdere opdracht werd afgebroken; de bestanden zijn weer heel.", err=True)


def written(title: str, sections: Iterable[Section], form: str) -> str:
    """The sections in Markdown ('md') or as a page ('html') in the style of the report."""
    from ..messages import section_html, section_markdown

    if form == "md":
        return section_markdown(sections)
    from ..project.places import folder_of_the_tool
    from ..report.render import style

    return section_html(title, sections, style(folder_of_the_tool("templates"), None, "scherm"))
