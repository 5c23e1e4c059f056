# SPDX-License-Identifier: EUPL-1.2
"""`standrapport rules --propose`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import project_folder, project_option
from .terminal import WrongUse, say

if TYPE_CHECKING:
    from ..checks.figures.proposals import ProposedRule


@click.command(
    "rules",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport rules --propose --neem instroom-totaal-som",
)
@project_option
@click.option(
    "--propose",
    is_flag=True,
    expose_value=False,
    help="Zoek in de cijfers naar regels die gelden en er nog niet zijn; dat gebeurt ook zonder.",
)
@click.option(
    "--neem",
    "taken",
    multiple=True,
    metavar="NAAM",
    help="Zet dit voorstel in figures/regels.yaml; mag vaker.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "yaml", "json")),
    default="text",
    show_default=True,
    help="Vorm van de voorstellen; yaml kan zo in regels.yaml.",
)
def command(project: Path | None, taken: tuple[str, ...], form: str) -> None:
    """Stel regels voor die uit de cijfers volgen.

    Gezocht wordt naar sommen, gelijke cijfers, aandelen en delen van een geheel die in alle jaren
    van alle edities gelden (precies of binnen de afronding) en die nog geen regel zijn; en naar wat
    in alle gevallen op één na geldt, met de uitzondering erbij. Een voorstel is geen bewijs: kijk
    of het ook zo bedoeld is, en neem het dan over met --neem.
    """
    from ..messages import finding_lines
    from ..pipeline.propose import propose_rules

    folder = project_folder(project)
    found = propose_rules(folder)
    for line in finding_lines(found.errors):
        say(line, err=True)
    if found.errors:
        say("Met deze fouten kan een voorstel ontbreken of niet kloppen.", err=True)
    if taken:
        _take(folder, found.proposals, taken)
    else:
        _show(found.proposals, found.editions, form)
    if found.errors:
        sys.exit(1)


def _take(folder: Path, proposals: tuple[ProposedRule, ...], taken: tuple[str, ...]) -> None:
    """Write the chosen proposals; all of them are known, or nothing is written."""
    from ..core.formula import nearest
    from ..project.editing.rule_entry import RULES_FILE, take_rules

    by_name = {one.id: one for one in proposals}
    for name in taken:
        if name not in by_name:
            close = nearest(name, list(by_name))
            hint = f" Bedoelt u {' of '.join(close)}?" if close else ""
            raise WrongUse(f"Er is geen voorstel met de naam '{name}'.{hint}")
        if by_name[name].exception:
            raise WrongUse(
                f"'{name}' geldt niet in alle gevallen (behalve: {by_name[name].exception}); "
                f"verbeter eerst het cijfer, of schrijf de regel zelf in {RULES_FILE}."
            )
    chosen = [by_name[name] for name in dict.fromkeys(taken)]
    take_rules(folder, chosen)
    for one in chosen:
        say(f"In {RULES_FILE} staat nu '{one.id}': {one.test}")


def _show(proposals: tuple[ProposedRule, ...], editions: tuple[int, ...], form: str) -> None:
    from ..checks.figures.proposals import proposal_lines, proposals_as_dict, proposals_yaml

    if form == "yaml":
        click.echo(proposals_yaml(proposals), nl=False)
        return
    if form == "json":
        import json

        click.echo(json.dumps(proposals_as_dict(proposals), ensure_ascii=False, indent=1))
        return
    from ..core.notation import join_names

    where = join_names([str(year) for year in editions])
    if not proposals:
        say(f"Geen voorstellen: in de cijfers van {where} is niets gevonden dat nog geen regel is.")
        return
    for line in proposal_lines(proposals):
        say(line)
    say(
        f"{len(proposals)} voorstellen uit de cijfers van {where}."
        if len(proposals) > 1
        else f"1 voorstel uit de cijfers van {where}."
    )
    say("Klopt een voorstel ook naar de bedoeling? Neem het over met --neem NAAM.")
