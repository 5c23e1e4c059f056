# SPDX-License-Identifier: EUPL-1.2
"""`standrapport nagekeken JAAR PUNT --door NAAM` and `standrapport opmerking JAAR N --afgehandeld
TEKST`.
"""

from __future__ import annotations

from pathlib import Path

import click

from .options import day_of, day_option, project_folder, project_option, year_argument
from .terminal import WrongUse, say


@click.command(
    "nagekeken",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport nagekeken 2025 4 7 --door 'A. Jansen'",
)
@year_argument
@click.argument("punt", nargs=-1, required=True, metavar="PUNT...")
@project_option
@click.option("--door", required=True, metavar="NAAM", help="Wie de zinnen nakeek.")
@day_option("het nakijken")
def command(
    jaar: int, punt: tuple[str, ...], project: Path | None, door: str, op: str | None
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
        raise WrongUse("Geef met --door de naam van wie heeft nagekeken.")
    on = day_of(op)
    folder = project_folder(project)
    edition, _ = load_edition(folder, jaar)
    if edition is None:
        raise UsageProblem(
            f"content/{jaar}/rapport.yaml is niet te lezen; zie standrapport check {jaar}."
        )
    done = close_items(folder, edition, chosen_items(edition, punt), name, on)
    for one in done.items:
        say(f"Nagekeken door {name}: {one.number} {one.place}")
    for block in done.blocks:
        say(f"De regel '# Nakijken' bij {block} is weggehaald.")
    if not done.items:
        say("Niets te doen: deze punten waren al nagekeken.")
    left = len(open_items(edition)) - len(done.items)
    say(f"Nog open: {amount_of(left, 'punt', 'punten')}.")


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
@day_option("het afhandelen")
def opmerking_command(
    jaar: int, nummer: int, project: Path | None, afgehandeld: str, op: str | None
) -> None:
    """Zeg wat er met een opmerking van een lezer gedaan is.

    N is het nummer uit 'standrapport status'. Zolang een opmerking open staat, kan het rapport niet
    definitief zijn.
    """
    from ..project.editing.remarks import closed

    words = " ".join(afgehandeld.split())
    if not words:
        raise WrongUse("Zeg met --afgehandeld wat er met de opmerking gedaan is.")
    on = day_of(op)
    done = closed(project_folder(project), jaar, nummer, words, on)
    say(f"Opmerking {nummer} van {done.by} bij {done.block} is afgehandeld: {words}")
