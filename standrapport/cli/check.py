"""`standrapport check JAAR`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from .build import progress
from .terminal import project_folder, project_option, say, strict_option, wrong_use

FORMATS = ("text", "json", "junit", "sarif", "github")


@click.command(
    "check", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport check 2024 --strict"
)
@click.argument("jaar", metavar="JAAR")
@project_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Vorm van de uitkomst.",
)
@strict_option
@click.option(
    "--rules",
    "rules",
    is_flag=True,
    help="Toon alle regels in Nederlandse zinnen, met hun uitkomst.",
)
@click.option(
    "--coverage",
    "coverage",
    is_flag=True,
    help="Toon hoe elk getal in de tekst verantwoord is, en welke cijfers ontbreken.",
)
@click.option(
    "--notes",
    "notes",
    is_flag=True,
    help="Toon ook opmerkingen, zoals regels die nog niet te beslissen zijn.",
)
def command(
    jaar: str,
    project: Path | None,
    form: str,
    strict: bool,
    rules: bool,
    coverage: bool,
    notes: bool,
) -> None:
    """Controleer cijfers en teksten van een jaar.

    JAAR is een jaartal, of 'alles' voor alle jaren. Elke melding noemt het bestand, de regel en de
    kolom.

    Voor programma's: meldingen gaan naar stderr en de uitkomst naar stdout; de uitgangscode is 1
    als er fouten zijn, anders 0.
    """
    from ..core.model import has_errors
    from ..messages import check_as_dict, finding_lines, summary_lines
    from ..pipeline.check import check_all, check_edition
    from ..project.places import UsageProblem

    folder = project_folder(project)
    if jaar != "alles" and not jaar.isdigit():
        raise wrong_use(f"'{jaar}' is geen jaartal; schrijf een jaar zoals 2024, of 'alles'.")
    try:
        with progress() as tell:
            checked = (
                check_all(folder, tell)
                if jaar == "alles"
                else [check_edition(folder, int(jaar), tell)]
            )
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    if form == "json":
        editions = [
            check_as_dict(one.year, one.outcomes, one.findings, strict=strict) for one in checked
        ]
        result = (
            {"schema": "standrapport/check/1", "editions": editions}
            if jaar == "alles"
            else editions[0]
        )
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
    elif form != "text":
        from ..messages.for_ci import github, junit, sarif

        write = {"junit": junit, "sarif": sarif, "github": github}[form]
        found = [(one.year, one.outcomes, one.findings) for one in checked]
        if text := write(found, strict=strict):
            click.echo(text)
    elif rules:
        from ..messages.sheets import rules_sheet

        for one in checked:
            say(f"Editie {one.year}: {rules_sheet(one.catalogue, one.outcomes)}")
    elif coverage:
        from ..pipeline.checked import uses_of
        from ..review.trace import coverage_lines, coverage_of

        for one in checked:
            say("\n".join(coverage_lines(coverage_of(one, uses_of(one)))))
    else:
        for one in checked:
            for line in finding_lines(one.findings, notes=notes):
                say(line, err=True)
            for line in summary_lines(one.year, len(one.figures), one.outcomes, one.findings):
                say(line)
    sys.exit(1 if any(has_errors(one.findings, strict=strict) for one in checked) else 0)
