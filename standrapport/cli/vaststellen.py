# SPDX-License-Identifier: EUPL-1.2
"""What is laid down: `standrapport vaststellen JAAR`, done too when a definitive report is built;
and `aanvaard JAAR CODE`, with what hand-written entries were given on filled in.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import day_of, day_option, project_folder, project_option, year_argument
from .terminal import WrongUse, say

if TYPE_CHECKING:
    from ..core.model import Edition
    from ..pipeline.checked import Checked


@click.command(
    "vaststellen",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport vaststellen 2024 --houd",
)
@year_argument
@project_option
@click.option(
    "--houd",
    is_flag=True,
    help="Houd de catalogus aan van toen de editie werd vastgesteld, ook als die nu anders is.",
)
def command(jaar: int, project: Path | None, *, houd: bool) -> None:
    """Bewaar wat een definitief rapport drukt, of houd het zoals het was.

    Zou een vastgestelde editie later iets anders drukken, bijvoorbeeld door een andere definitie,
    dan meldt check elke plaats. Met --houd wordt zij gemaakt met de catalogus van toen; zonder
    --houd wordt zij opnieuw vastgesteld zoals zij nu is.
    """
    from ..core.model import has_errors
    from ..messages import findings_in_words
    from ..pipeline.check import check_edition
    from ..pipeline.fixed import hold
    from ..project.places import UsageProblem
    from ..project.reading.notes_on_figures import load_fixed

    folder = project_folder(project)
    checked = check_edition(folder, jaar)
    edition = checked.edition
    if edition is None or edition.status != "definitief":
        raise UsageProblem(
            "Alleen een definitief rapport kan vastgesteld worden; in"
            f" content/{jaar}/rapport.yaml staat dat het dat niet is."
        )
    if not houd:
        if has_errors(checked.findings):
            raise UsageProblem(
                f"Editie {jaar} heeft {findings_in_words(checked.findings)}; een rapport met"
                " fouten kan niet vastgesteld worden."
            )
        _fix(checked, edition)
        return
    fixed, _ = load_fixed(folder, jaar)
    if fixed is None:
        raise UsageProblem(
            f"Editie {jaar} is nog niet vastgesteld; er is dus niets om aan te houden."
        )
    hold(checked, fixed)
    say(f"Editie {jaar} houdt de catalogus van toen zij werd vastgesteld.")


def fix_when_final(checked: Checked) -> None:
    """Fix a definitive report that was built and is not fixed yet; a folder that cannot be written
    to stays as it is.
    """
    from ..project.reading.notes_on_figures import fixed_name
    from ..report.publish import NotWritable

    edition = checked.edition
    there = (checked.project / fixed_name(checked.year)).exists()
    if edition is None or edition.status != "definitief" or there:
        return
    try:
        _fix(checked, edition)
    except NotWritable as problem:
        say(f"Niet vastgesteld: {problem}", err=True)


def _fix(checked: Checked, edition: Edition) -> None:
    from ..pipeline.fixed import fix

    number = fix(checked, edition)
    say(
        f"Vastgesteld: wat editie {checked.year} drukt op {number} plaatsen staat in"
        f" figures/{checked.year}/vastgesteld/."
    )


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
def aanvaard_command(
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
