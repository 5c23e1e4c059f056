# SPDX-License-Identifier: EUPL-1.2
"""What people sign for: `standrapport akkoord JAAR BLOK --door NAAM`, `nagekeken JAAR PUNT` and
`opmerking JAAR N --afgehandeld TEKST`; and `status JAAR`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from .options import day_of, day_option, json_option, project_folder, project_option, year_argument
from .terminal import WrongUse, say


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
@day_option("het akkoord")
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
    op: str | None,
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

    name = " ".join(door.split())
    if not name:
        raise WrongUse("Geef met --door de naam van wie akkoord geeft.")
    checked = check_edition(project_folder(project), jaar)
    known = standings(checked)
    assert checked.edition is not None  # standings says so otherwise
    role = role_of(checked.edition, name, rol.strip())
    chosen = choose(known, blok, all_=alles, role=role)
    day = day_of(op)
    agreed = agree(checked, chosen, name, day, role)
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


@click.command("status", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport status 2024")
@year_argument
@project_option
@json_option
def status_command(jaar: int, project: Path | None, form: str) -> None:
    """Toon welke blokken akkoord zijn, wie nog moet kijken en welke zinnen nog nagekeken moeten
    worden.

    Een blok waarvan de tekst of een cijfer veranderde nadat er akkoord op is gegeven, staat er als
    'gewijzigd na akkoord'.
    """
    from ..messages.sheets import standing_lines, standings_as_dict
    from ..pipeline.check import check_edition
    from ..project.editing.agree import standings, waiting_for

    checked = check_edition(project_folder(project), jaar)
    found = standings(checked)
    status, waiting = checked.edition.status if checked.edition else "", waiting_for(checked)
    if form == "json":
        click.echo(
            json.dumps(
                standings_as_dict(jaar, status, found, waiting), ensure_ascii=False, indent=1
            )
        )
    else:
        say("\n".join(standing_lines(jaar, status, found, waiting)))


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
def nagekeken_command(
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
