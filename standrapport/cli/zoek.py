# SPDX-License-Identifier: EUPL-1.2
"""`standrapport zoek WOORDEN`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from .terminal import project_folder, project_option, say, wrong_use

_MOST = 8


@click.command(
    "zoek",
    options_metavar="[OPTIES]",
    epilog='Voorbeeld: standrapport zoek "afgewezen aanvragen vorig jaar"',
)
@click.argument("woorden", nargs=-1, required=True, metavar="WOORDEN")
@project_option
@click.option("--jaar", type=int, help="Het jaar van de editie (anders de laatste).")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Vorm van de uitkomst.",
)
def command(woorden: tuple[str, ...], project: Path | None, jaar: int | None, form: str) -> None:
    """Zoek de cijfers die woorden noemen, het best passende eerst.

    Bij elk cijfer staat de waarde, het jaar en de verwijzing om in de tekst te zetten. Een jaar in
    de woorden ('vorig jaar', '2022') telt mee.
    """
    from ..checks.statements import hit_as_dict, search
    from ..pipeline.check import check_edition
    from ..project.places import UsageProblem, editions

    folder = project_folder(project)
    try:
        known = editions(folder)
        if not known:
            raise UsageProblem("Dit project heeft nog geen enkel jaar.")
        checked = check_edition(folder, jaar if jaar is not None else known[-1])
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    hits = search(" ".join(woorden), checked.year, checked.catalogue, checked.figures)[:_MOST]
    if form == "json":
        found = [hit_as_dict(one) for one in hits]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    if not hits:
        say("Deze woorden noemen geen cijfer van dit project.")
    for one in hits:
        source = f"; bron: {one.source}" if one.source else ""
        say(f"{one.printed:>12}  {one.title} in {one.id.year}  {{{{ {one.written} }}}}{source}")
