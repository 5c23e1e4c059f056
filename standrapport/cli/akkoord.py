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
    "--rol",
    default="",
    metavar="ROL",
    help="In welke rol, als rapport.yaml rollen noemt: cijfers, juridisch, directie.",
)
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
    rol: str,
    op: datetime | None,
    alles: bool,
) -> None:
    """Geef akkoord op blokken van een rapport.

    Noemt rapport.yaml rollen, dan geeft elke rol zijn eigen akkoord, en alleen wie daar genoemd
    staat.

    BLOK is een nummer uit 'standrapport status', de titel of de naam (id) van een blok, of
    hoofdstuk/naam. Bij het blok komt te staan wie akkoord gaf, wanneer, en een vingerafdruk waaraan
    te zien is of tekst of cijfers later veranderen. De rest van het bestand blijft zoals het is.
    """
    from ..messages import finding_lines
    from ..pipeline.check import check_edition
    from ..project.editing.agree import agree, choose, role_of, standings
    from ..project.places import UsageProblem

    name = " ".join(door.split())
    if not name:
        raise wrong_use("Geef met --door de naam van wie akkoord geeft.")
    try:
        checked = check_edition(project_folder(project), jaar)
        known = standings(checked)
        assert checked.edition is not None  # standings says so otherwise
        role = role_of(checked.edition, name, rol.strip())
        chosen = choose(known, blok, all_=alles, role=role)
        day = (op.date() if op else date.today()).isoformat()  # noqa: DTZ011 - the day of who agrees
        agreed = agree(checked, chosen, name, day, role)
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    if agreed.findings:
        for line in finding_lines(agreed.findings):
            say(line, err=True)
        say("Niets veranderd: in een blok met fouten kan geen akkoord komen te staan.", err=True)
        sys.exit(1)
    for one in agreed.blocks:
        whose = f"{name} ({role})" if role else name
        say(f"Akkoord van {whose}: {one.name}{f' ({one.title})' if one.title else ''}")
    if agreed.waiting:
        say(
            f"Geen akkoord, eerst nakijken: {', '.join(one.name for one in agreed.waiting)}. Wat er"
            f" na te kijken is, staat in: standrapport status {jaar}",
            err=True,
        )
        sys.exit(1)
    if not agreed.blocks:
        say("Niets te doen: al deze blokken zijn al akkoord.")
