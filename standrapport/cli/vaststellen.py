# SPDX-License-Identifier: EUPL-1.2
"""`standrapport vaststellen JAAR`, and fixing a definitive report when it is built."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import project_folder, project_option, year_argument
from .terminal import say

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
