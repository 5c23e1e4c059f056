# SPDX-License-Identifier: EUPL-1.2
"""`standrapport aanvaard JAAR CODE`, and filling in what hand-written entries were given on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import day_of, day_option, project_folder, project_option, year_argument
from .terminal import WrongUse, say

if TYPE_CHECKING:
    from ..pipeline.checked import Checked


@click.command(
    "aanvaard",
    options_metavar="[OPTIES]",
    epilog=(
        "Voorbeeld: standrapport aanvaard 2024 SR-C001 --regel balans --reden 'De bron geeft beide"
        " cijfers zo.' --door 'A. Jansen'"
    ),
)
@year_argument
@click.argument("code", metavar="CODE")
@project_option
@click.option("--regel", metavar="REGEL", help="De regel waar de waarschuwing over gaat.")
@click.option("--over", type=int, metavar="JAAR", help="Het jaar waar de waarschuwing over gaat.")
@click.option("--sleutel", metavar="SLEUTEL", help="De sleutel waar de waarschuwing over gaat.")
@click.option("--reden", required=True, metavar="TEKST", help="Waarom zij mag blijven staan.")
@click.option("--door", required=True, metavar="NAAM", help="Wie dat besluit.")
@day_option("het besluit")
def command(
    jaar: int,
    code: str,
    project: Path | None,
    regel: str | None,
    over: int | None,
    sleutel: str | None,
    reden: str,
    door: str,
    op: str | None,
) -> None:
    """Leg vast dat een bekende waarschuwing mag blijven, en waarom.

    Zij komt te staan in figures/JAAR/aanvaard.yaml, met haar cijfers van nu. Daarna telt zij niet
    mee voor --strict. Verandert een van die cijfers, dan komt zij terug.
    """
    from ..core.model import Acceptance, Position
    from ..pipeline.check import check_edition
    from ..project.editing.accepting import accept_warning, choose_finding, name_of
    from ..project.reading import accepted_file

    reason, name = " ".join(reden.split()), " ".join(door.split())
    if not reason or not name:
        raise WrongUse("Geef met --reden waarom, en met --door wie het besluit.")
    day = day_of(op)
    file = accepted_file(jaar)
    given = Acceptance(code.upper(), reason, name, day, Position(file))
    checked = check_edition(project_folder(project), jaar)
    finding = choose_finding(checked, given.code, regel, over, sleutel)
    entries = accept_warning(checked, finding, given)
    for entry in entries:
        say(f"Aanvaard door {name}: {name_of(entry)}. Het staat in {file}.")


def complete(checked: Iterable[Checked]) -> None:
    """Fill in on which figures hand-written entries were accepted, and tell so; a folder that
    cannot be written to stays as it is.
    """
    for one in checked:
        if not one.completed:
            continue
        from ..project.editing.accepting import fill_in
        from ..project.places import UsageProblem
        from ..project.reading import accepted_file
        from ..report.publish import NotWritable

        file = accepted_file(one.year)
        try:
            number = len(fill_in(one))
        except (UsageProblem, NotWritable) as problem:
            say(f"{file} is niet aangevuld: {problem}", err=True)
            continue
        entries = "de aanvaarde melding" if number == 1 else f"{number} aanvaarde meldingen"
        say(
            f"In {file} staat nu bij {entries} welke cijfers het waren; verandert er een, dan komt"
            " de melding terug.",
            err=True,
        )
