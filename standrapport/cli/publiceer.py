# SPDX-License-Identifier: EUPL-1.2
"""`standrapport publiceer JAAR`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .build import progress, short_path
from .options import FORMS, form_option, out_option, project_folder, project_option, year_argument
from .terminal import say

if TYPE_CHECKING:
    from ..pipeline.build import Built

PUBLIC = "publiek"  # the folder in out/ for what goes outside


@click.command(
    "publiceer", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport publiceer 2024"
)
@year_argument
@project_option
@out_option
@form_option
@click.option(
    "--concept",
    is_flag=True,
    help="Maak ook van een concept een uitgave, op elke bladzijde gemerkt.",
)
def command(jaar: int, project: Path | None, out: Path | None, form: str, *, concept: bool) -> None:
    """Maak de uitgave van een jaar die naar buiten gaat.

    In out/publiek/JAAR/ komt het rapport met zijn cijfers, bronnen en definities, en niets anders:
    geen namen van wie akkoord gaf, geen redenen en meldingen, geen namen van bestanden. U ziet wat
    er naar buiten gaat. Het gewone rapport van 'build' blijft zoals het is.
    """
    from ..messages import finding_lines, findings_in_words
    from ..pipeline.build import build_edition

    folder = project_folder(project)
    target = (out or folder / "out") / PUBLIC
    with progress() as tell:
        built = build_edition(
            folder, jaar, target, FORMS[form], concept=concept, public=True, progress=tell
        )
    for line in finding_lines(built.findings, notes=False, accepted=False):
        say(line, err=True)
    if not built.written:
        say(f"Niets gepubliceerd: {findings_in_words(built.findings)}.", err=True)
        sys.exit(1)
    _tell(built)


def _tell(built: Built) -> None:
    """What goes outside, and what does not."""
    checked, folder = built.checked, built.written[0].parent
    kind = "Een concept" if built.concept else "De uitgave"
    say(f"{kind} van {checked.year} staat in {short_path(folder)}. Naar buiten gaan:")
    for path in built.written:
        size = max(1, round(path.stat().st_size / 1000))
        say(f"  {path.relative_to(folder).as_posix()} ({size} kB)")
    say(
        f"Daarin staan: de teksten van het rapport, {len(checked.figures)} cijfers, hun definities"
        f" en {len(checked.catalogue.sources)} bronnen."
    )
    say(
        "Daarin staan niet: wie akkoord gaf of iets aanvaardde, redenen daarvan, meldingen, namen"
        " van bestanden en mappen, en rijen uit brongegevens. Elk bestand is daarop nagezocht."
    )
