# SPDX-License-Identifier: EUPL-1.2
"""`standrapport lees JAAR [BLOK]`."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .terminal import project_folder, project_option, say, wrong_use, year_argument

if TYPE_CHECKING:
    from ..checks.statements import Uitspraak
    from ..pipeline.checked import Checked


@click.command(
    "lees", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport lees 2024 cijfers"
)
@year_argument
@click.argument("blok", metavar="[BLOK]", required=False)
@project_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Vorm van de uitkomst.",
)
@click.option(
    "--bevestig",
    metavar="WOORDEN",
    help="Bevestig hoe dit getal of deze woorden in BLOK bedoeld zijn.",
)
@click.option(
    "--als",
    metavar="CIJFER",
    help="Wat bedoeld is; standaard wat er gelezen is.",
)
@click.option("--door", metavar="NAAM", help="Wie de lezing bevestigt.")
def command(
    jaar: int,
    blok: str | None,
    project: Path | None,
    form: str,
    bevestig: str | None,
    als: str | None,
    door: str | None,
) -> None:
    """Toon hoe elke uitspraak over cijfers gelezen is.

    Elk getal, elke verwijzing en elk woord over richting of volgorde staat er met het cijfer dat de
    woorden noemen, en of het klopt. BLOK is een hoofdstuk, of een blok zoals
    cijfers/tekst-instroom.

    Twijfelt het programma, dan zet --bevestig onder 'leest' bij het blok hoe u het bedoelt, met
    --door wie dat zegt. Die lezing vervalt als de zin of het cijfer verandert, en maakt een getal
    dat niet klopt nooit goed.
    """
    from ..checks.statements import statement_as_dict, statement_line
    from ..pipeline.check import check_edition
    from ..project.places import UsageProblem

    try:
        checked = check_edition(project_folder(project), jaar)
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    found = [
        one
        for one in checked.statements
        if blok is None or blok in (one.chapter, one.block, f"{one.chapter}/{one.block}")
    ]
    if blok is not None and not found:
        raise wrong_use(
            f"In '{blok}' is niets over cijfers gelezen; zie standrapport status {jaar}."
        )
    if bevestig is not None:
        _confirm(checked, found, bevestig, als, door)
        return
    if form == "json":
        click.echo(
            json.dumps([statement_as_dict(one) for one in found], ensure_ascii=False, indent=1)
        )
        return
    for one in found:
        say(statement_line(one, checked.catalogue))
    wrong = sum(one.outcome.value == "klopt_niet" for one in found)
    say(f"{len(found)} uitspraken gelezen, {wrong} {'klopt' if wrong == 1 else 'kloppen'} niet.")


def _confirm(
    checked: Checked, found: list[Uitspraak], words: str, meant: str | None, by: str | None
) -> None:
    """Write a reading into its block, and say so."""
    from ..project.editing.confirm import confirm_reading
    from ..project.places import UsageProblem

    name = " ".join((by or "").split())
    blocks = {(one.chapter, one.block) for one in found}
    if not name:
        raise wrong_use("Geef met --door de naam van wie de lezing bevestigt.")
    if len(blocks) != 1:
        raise wrong_use("Noem bij --bevestig het blok, als hoofdstuk/blok.")
    today = date.today().isoformat()  # noqa: DTZ011 - the day of who confirms
    try:
        reading = confirm_reading(checked, found, words, meant, name, today)
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    say(f"Bevestigd door {name}: '{reading.words}' is {reading.meant}.")
