# SPDX-License-Identifier: EUPL-1.2
"""`standrapport init MAP`."""

from __future__ import annotations

from pathlib import Path

import click

from .terminal import say, wrong_use


@click.command(
    "init", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport init jaarverslag"
)
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Maak een nieuw, klein project waarin alles meteen werkt.

    De dienst en de cijfers erin zijn verzonnen; vervang ze door die van uw organisatie. MAP mag nog
    niet bestaan of moet leeg zijn.
    """
    from ..project.editing.new import start_project
    from ..project.places import UsageProblem, editions

    try:
        written = start_project(folder)
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    year = editions(folder)[-1]
    say(
        f"Klaar: {len(written)} bestanden in {folder}. De dienst en alle cijfers zijn verzonnen;"
        " begin met LEESMIJ.md."
    )
    say(f"Probeer: cd {folder} && standrapport check {year} && standrapport build {year}")
