# SPDX-License-Identifier: EUPL-1.2
"""`standrapport trace JAAR REF`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from .options import WRITTEN, project_folder, project_option, written, year_argument
from .terminal import say

_MOST = 12


@click.command(
    "trace", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport trace 2024 instroom.totaal"
)
@year_argument
@click.argument("cijfer", metavar="CIJFER")
@project_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", *WRITTEN)),
    default="text",
    show_default=True,
    help="Vorm van de uitkomst.",
)
def command(jaar: int, cijfer: str, project: Path | None, form: str) -> None:
    """Volg een cijfer: waar het vandaan komt en waar het staat.

    CIJFER is een naam zoals instroom.totaal of instroom.noord[-1], of een getal zoals 13.840.
    """
    from ..pipeline.check import check_edition
    from ..pipeline.checked import uses_of
    from ..review.trace import (
        find_figures,
        trace,
        trace_as_dict,
        trace_lines,
        trace_sections,
    )

    checked = check_edition(project_folder(project), jaar)
    names = find_figures(checked, cijfer)
    used = uses_of(checked)
    traces = [trace(checked, name, used) for name in names[:_MOST]]
    if form == "json":
        found = [trace_as_dict(one) for one in traces]
        result = (
            found[0]
            if len(names) == 1
            else {
                "schema": "standrapport/trace/1",
                "figures": found,
                "more": max(0, len(names) - _MOST),
            }
        )
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
        return
    if form in WRITTEN:
        sections = [section for one in traces for section in trace_sections(one)]
        click.echo(written(f"Herkomst van {cijfer}", sections, form), nl=False)
        return
    if len(names) > 1:
        say(f"{cijfer} is de waarde van {len(names)} cijfers.\n")
    say("\n\n".join("\n".join(trace_lines(one)) for one in traces))
    if len(names) > _MOST:
        say(f"\nEn nog {len(names) - _MOST}; vraag een cijfer met zijn naam.")
