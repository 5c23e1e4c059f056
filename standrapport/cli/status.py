# SPDX-License-Identifier: EUPL-1.2
"""`standrapport status JAAR`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from .terminal import project_folder, project_option, say, wrong_use, year_argument


@click.command("status", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport status 2024")
@year_argument
@project_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Vorm van de uitkomst.",
)
def command(jaar: int, project: Path | None, form: str) -> None:
    """Toon welke blokken akkoord zijn, wie nog moet kijken en welke zinnen nog nagekeken moeten
    worden.

    Een blok waarvan de tekst of een cijfer veranderde nadat er akkoord op is gegeven, staat er als
    'gewijzigd na akkoord'.
    """
    from ..messages.sheets import standing_lines, standings_as_dict
    from ..pipeline.check import check_edition
    from ..project.editing.agree import standings, waiting_for
    from ..project.places import UsageProblem

    try:
        checked = check_edition(project_folder(project), jaar)
        found = standings(checked)
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    status, waiting = checked.edition.status if checked.edition else "", waiting_for(checked)
    if form == "json":
        click.echo(
            json.dumps(
                standings_as_dict(jaar, status, found, waiting), ensure_ascii=False, indent=1
            )
        )
    else:
        say("\n".join(standing_lines(jaar, status, found, waiting)))
