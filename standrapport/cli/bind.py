# SPDX-License-Identifier: EUPL-1.2
"""`standrapport bind JAAR`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .options import project_folder, project_option, year_argument
from .terminal import say


@click.command("bind", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport bind 2024")
@year_argument
@project_option
@click.option("--ja", "--yes", "agreed", is_flag=True, help="Schrijf zonder eerst te vragen.")
def command(jaar: int, project: Path | None, agreed: bool) -> None:
    """Vervang getypte getallen door verwijzingen naar cijfers.

    Alleen getallen die het cijfer zijn dat de zin noemt, en waar de lezer hetzelfde blijft lezen. U
    ziet eerst de zin en wat er verandert; aan de rest van de bestanden verandert niets. Van een
    getal dat de zin tegenspreekt, ziet u waarom, en welke verwijzing wel past.
    """
    from ..pipeline.check import check_edition
    from ..project.editing.bind import bind, write
    from ..report.publish import NotWritable

    checked = check_edition(project_folder(project), jaar)
    bound = bind(checked)
    for one in bound.bindings:
        say(f"{one.name}:{one.line}:{one.column}: {one.typed} → {one.reference}")
        say(f"    {one.sentence}")
    for line in bound.left:
        say(line, err=True)
    if not bound.bindings:
        say(
            "Niets gebonden: deze getallen moet u zelf nakijken."
            if bound.left
            else "Er is niets te binden."
        )
        return
    question = (
        f"{len(bound.bindings)} {'getal' if len(bound.bindings) == 1 else 'getallen'} vervangen?"
        " (j/n)"
    )
    if (
        not agreed
        and click.prompt(question, type=click.Choice(["j", "n"]), default="n", show_choices=False)
        != "j"
    ):
        say("Niets geschreven.")
        return
    try:
        write(checked.project, bound)
    except NotWritable as problem:
        say(f"fout SR-S001: {problem}", err=True)
        sys.exit(1)
    say(
        "Geschreven:"
        f" {', '.join(one.path.relative_to(checked.project).as_posix() for one in bound.files)}."
    )
