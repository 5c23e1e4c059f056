# SPDX-License-Identifier: EUPL-1.2
"""`standrapport nagekeken JAAR PUNT --door NAAM`."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from .terminal import project_folder, project_option, say, wrong_use, year_argument


@click.command(
    "nagekeken",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport nagekeken 2025 4 7 --door 'A. Jansen'",
)
@year_argument
@click.argument("punt", nargs=-1, required=True, metavar="PUNT...")
@project_option
@click.option("--door", required=True, metavar="NAAM", help="Wie de zinnen nakeek.")
@click.option(
    "--op",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATUM",
    help="Dag van het nakijken; standaard vandaag.",
)
def command(
    jaar: int, punt: tuple[str, ...], project: Path | None, door: str, op: datetime | None
) -> None:
    """Zeg dat u een zin hebt nagekeken die op het jaar leunt.

    PUNT is een nummer uit 'standrapport status', of hoofdstuk/naam voor alle punten van een blok.
    Bij het punt in content/JAAR/nakijken.yaml komt te staan wie het nakeek en wanneer. Zolang er
    punten open staan, kan het rapport niet definitief zijn.
    """
    from ..checks.text import open_items
    from ..messages import amount_of
    from ..project.editing.review import chosen_items, close_items
    from ..project.places import UsageProblem
    from ..project.reading import load_edition

    name = " ".join(door.split())
    if not name:
        raise wrong_use("Geef met --door de naam van wie heeft nagekeken.")
    on = (op.date() if op else date.today()).isoformat()  # noqa: DTZ011 - the day of who looked
    folder = project_folder(project)
    try:
        edition, _ = load_edition(folder, jaar)
        if edition is None:
            raise UsageProblem(
                f"content/{jaar}/rapport.yaml is niet te lezen; zie standrapport check {jaar}."
            )
        done = close_items(folder, edition, chosen_items(edition, punt), name, on)
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    for one in done.items:
        say(f"Nagekeken door {name}: {one.number} {one.place}")
    for block in done.blocks:
        say(f"De regel '# Nakijken' bij {block} is weggehaald.")
    if not done.items:
        say("Niets te doen: deze punten waren al nagekeken.")
    left = len(open_items(edition)) - len(done.items)
    say(f"Nog open: {amount_of(left, 'punt', 'punten')}.")
