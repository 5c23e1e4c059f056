# SPDX-License-Identifier: EUPL-1.2
"""`standrapport review BESTAND`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .terminal import YEAR, print_lines, project_folder, project_option, say, wrong_use

if TYPE_CHECKING:
    from ..review.round.proposal import ReaderProposal
    from ..review.round.round import ReviewRound


@click.command(
    "review",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport review nalezen.docx",
)
@click.argument(
    "bestand", metavar="BESTAND", type=click.Path(path_type=Path, dir_okay=False, exists=True)
)
@project_option
@click.option(
    "--jaar",
    type=YEAR,
    metavar="JAAR",
    help="Welke editie, als het bestand dat niet meer zegt.",
)
@click.option(
    "--ja",
    "--yes",
    "agreed",
    is_flag=True,
    help="Neem over wat alleen woorden verandert; getallen en opmaak blijven wachten.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Vorm van de uitkomst.",
)
def command(bestand: Path, project: Path | None, jaar: int | None, agreed: bool, form: str) -> None:
    """Lees terug wat lezers veranderden en opmerkten.

    BESTAND is een Word-document van 'standrapport word' dat terugkwam, een .json met opmerkingen
    uit een concept, of een PDF met aantekeningen. Elk voorstel staat bij zijn blok, met wie het
    deed. Een veranderd getal is een vraag, een veranderde zin gaat eerst door de controle, en wat
    intussen ook in content/ veranderde, wordt getoond. Uitgangscode 1: er wacht iets op u.
    """
    from ..project.places import UsageProblem
    from ..report.publish import NotWritable
    from ..review.round.round import review_file, take

    folder = project_folder(project)
    try:
        found = review_file(folder, bestand, jaar)
        if form == "text":
            _show(bestand.name, found)
        chosen: Sequence[ReaderProposal] | None = None
        if agreed:
            chosen = [one for one in found.proposals if one.placed and one.kind.plain]
        elif form == "text" and sys.stdin.isatty() and sys.stdout.isatty():
            chosen = _asked(found)
        written = take(folder, found, chosen) if chosen is not None else ()
    except (UsageProblem, NotWritable) as problem:
        raise wrong_use(str(problem)) from problem
    if form == "json":
        from ..review.round.told import proposals_as_list

        click.echo(json.dumps(proposals_as_list(found.proposals), ensure_ascii=False, indent=1))
    else:
        _tell_written(found, chosen, written)
    sys.exit(0 if not found.waiting else 1)


def _show(name: str, found: ReviewRound) -> None:
    from ..review.round.told import proposal_lines, summary

    if not found.based:
        say(
            f"In {name} staat niet meer waarvan het gemaakt is; het is vergeleken met content/"
            " zoals dat nu is."
        )
    say(summary(name, found.proposals))
    print_lines(proposal_lines(found.proposals))


def _asked(found: ReviewRound) -> list[ReaderProposal]:
    """The proposals somebody at the terminal said yes to."""
    from ..review.round.round import askable

    chosen = []
    for number, one in enumerate(found.proposals, 1):
        if not askable(one):
            continue
        answer = click.prompt(
            f"Voorstel {number} overnemen? (j/n/stop)",
            type=click.Choice(("j", "n", "stop")),
            default="n",
            show_choices=False,
        )
        if answer == "stop":
            break
        if answer == "j":
            chosen.append(one)
    return chosen


def _tell_written(
    found: ReviewRound, chosen: Sequence[ReaderProposal] | None, written: Sequence[str]
) -> None:
    from ..review.round.round import askable

    if chosen is None:
        if any(askable(one) for one in found.proposals):
            say("Niets geschreven; neem over wat alleen woorden verandert met --ja.")
        return
    for name in written:
        say(f"Bijgewerkt: {name}")
    if not written:
        say("Niets geschreven.")
