# SPDX-License-Identifier: EUPL-1.2
"""`standrapport akkoord JAAR BLOK --door NAAM`."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from .terminal import project_folder, project_option, say, wrong_use, year_argument


@click.command(
    "akkoord",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport akkoord 2024 3 --door 'A. Jansen'",
)
@year_argument
@click.argument("blok", nargs=-1, metavar="[BLOK]...")
@project_option
@click.option("--door", required=True, metavar="NAAM", help="Wie akkoord geeft.")
@click.option(
    "--op",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATUM",
    help="Dag van het akkoord; standaard vandaag.",
)
@click.option(
    "--alles",
    is_flag=True,
    help="Alle blokken van de genoemde hoofdstukken, of van het hele rapport.",
)
def command(
    jaar: int,
    blok: tuple[str, ...],
    project: Path | None,
    door: str,
    op: datetime | None,
    alles: bool,
) -> None:
    """Geef akkoord op blokken van een rapport.

    BLOK is een nummer uit 'standrapport status', de titel of de naam (id) van een blok, of
    hoofdstuk/naam. Bij het blok komt te staan wie akkoord gaf, wanneer, en een vingerafdruk waaraan
    te zien is of tekst of cijfers later veranderen. De rest van het bestand blijft zoals het is.
    """
    from ..messages import finding_lines
    from ..pipeline.check import check_edition
    from ..project.editing.agree import agree, choose, standings
    from ..project.places import UsageProblem

    name = " ".join(door.split())
    if not name:
        raise wrong_use("Geef met --door de naam van wie akkoord geeft.")
    try:
        checked = check_edition(project_folder(project), jaar)
        chosen = choose(standings(checked), blok, all_=alles)
        agreed = agree(checked, chosen, name, (op.date() if op else date.today()).isoformat())  # noqa: DTZ011 - the day of who agrees
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    if agreed.findings:
        for line in finding_lines(agreed.findings):
            say(line, err=True)
        say("Niets veranderd: in een blok met fouten kan geen akkoord komen te staan.", err=True)
        sys.exit(1)
    for one in agreed.blocks:
        say(f"Akkoord van {name}: {one.name}{f' ({one.title})' if one.title else ''}")
    if agreed.waiting:
        say(
            f"Geen akkoord, eerst nakijken: {', '.join(one.name for one in agreed.waiting)}. Wat er"
            f" na te kijken is, staat in: standrapport status {jaar}",
            err=True,
        )
        sys.exit(1)
    if not agreed.blocks:
        say("Niets te doen: al deze blokken zijn al akkoord.")
