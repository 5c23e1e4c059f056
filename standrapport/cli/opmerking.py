# SPDX-License-Identifier: EUPL-1.2
"""`standrapport opmerking JAAR N --afgehandeld TEKST`."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from .terminal import project_folder, project_option, say, wrong_use, year_argument


@click.command(
    "opmerking",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport opmerking 2024 3 --afgehandeld 'Zin aangepast.'",
)
@year_argument
@click.argument("nummer", type=int, metavar="N")
@project_option
@click.option(
    "--afgehandeld", required=True, metavar="TEKST", help="Wat er met de opmerking gedaan is."
)
@click.option(
    "--op",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATUM",
    help="Dag van het afhandelen; standaard vandaag.",
)
def command(
    jaar: int, nummer: int, project: Path | None, afgehandeld: str, op: datetime | None
) -> None:
    """Zeg wat er met een opmerking van een lezer gedaan is.

    N is het nummer uit 'standrapport status'. Zolang een opmerking open staat, kan het rapport niet
    definitief zijn.
    """
    from ..project.editing.remarks import closed
    from ..project.places import UsageProblem
    from ..report.publish import NotWritable

    words = " ".join(afgehandeld.split())
    if not words:
        raise wrong_use("Zeg met --afgehandeld wat er met de opmerking gedaan is.")
    on = (op.date() if op else date.today()).isoformat()  # noqa: DTZ011 - the day of who did it
    try:
        done = closed(project_folder(project), jaar, nummer, words, on)
    except (UsageProblem, NotWritable) as problem:
        raise wrong_use(str(problem)) from problem
    say(f"Opmerking {nummer} van {done.by} bij {done.block} is afgehandeld: {words}")
