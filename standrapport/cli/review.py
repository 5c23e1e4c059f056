# SPDX-License-Identifier: EUPL-1.2
"""`standrapport word JAAR`, and `standrapport review` of what came back."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .build import short_path
from .options import YEAR, json_option, project_folder, project_option, year_argument
from .terminal import WrongUse, print_lines, say

if TYPE_CHECKING:
    from ..review.round.proposal import ReaderProposal
    from ..review.round.round import ReviewRound


@click.command(
    "review", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport review nalezen.docx"
)
@click.argument(
    "bestand", metavar="BESTAND", type=click.Path(path_type=Path, dir_okay=False, exists=True)
)
@project_option
@click.option(
    "--jaar", type=YEAR, metavar="JAAR", help="Welke editie, als het bestand dat niet meer zegt."
)
@click.option(
    "--ja",
    "--yes",
    "agreed",
    is_flag=True,
    help="Neem over wat alleen woorden verandert; getallen en opmaak blijven wachten.",
)
@json_option
def command(bestand: Path, project: Path | None, jaar: int | None, agreed: bool, form: str) -> None:
    """Lees terug wat lezers veranderden en opmerkten.

    BESTAND is een Word-document van 'standrapport word' dat terugkwam, een .json met opmerkingen
    uit een concept, of een PDF met aantekeningen. Elk voorstel staat bij zijn blok, met wie het
    deed. Een veranderd getal is een vraag, een veranderde zin gaat eerst door de controle, en wat
    intussen ook in content/ veranderde, wordt getoond. Uitgangscode 1: er wacht iets op u.
    """
    from ..review.round.round import review_file, take

    folder = project_folder(project)
    found = review_file(folder, bestand, jaar)
    if form == "text":
        _show(bestand.name, found)
    chosen: Sequence[ReaderProposal] | None = None
    if agreed:
        chosen = [one for one in found.proposals if one.placed and one.kind.plain]
    elif form == "text" and sys.stdin.isatty() and sys.stdout.isatty():
        chosen = _asked(found)
    written = take(folder, found, chosen) if chosen is not None else ()
    if form == "json":
        from ..review.round.proposal import proposals_as_list

        click.echo(json.dumps(proposals_as_list(found.proposals), ensure_ascii=False, indent=1))
    else:
        _tell_written(found, chosen, written)
    sys.exit(0 if not found.waiting else 1)


def _show(name: str, found: ReviewRound) -> None:
    from ..review.round.proposal import proposal_lines, summary

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
    if waiting := len(found.waiting):
        say(
            f"{waiting} {'voorstel wacht' if waiting == 1 else 'voorstellen wachten'} nog op u:"
            " verander de tekst zelf in content/, of laat hem zoals hij is."
        )


@click.command(
    "word",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport word 2024 --out nalezen.docx",
)
@year_argument
@project_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BESTAND",
    help="Naam van het document; standaard naast het rapport in out/.",
)
@click.option("--ja", "--yes", "agreed", is_flag=True, help="Schrijf over een document heen.")
def word_command(jaar: int, project: Path | None, out: Path | None, *, agreed: bool) -> None:
    """Schrijf het rapport als Word-document, om te laten nalezen.

    Wie naleest, verandert de tekst en zet er opmerkingen bij, in Word, LibreOffice of een kantoor
    op het web. Cijfers zijn gemerkt en staan vast: die komen uit de tabellen. Met 'standrapport
    review' leest u het document terug. Staat er al een document met die naam, dan wordt eerst
    gevraagd of het weg mag: er kunnen opmerkingen in staan.
    """
    from ..pipeline.check import check_edition
    from ..report.publish import replace_file
    from ..word.write import default_path, word_document

    folder = project_folder(project)
    checked = check_edition(folder, jaar)
    made = word_document(checked)
    path = default_path(folder, checked, out)
    if not agreed:
        _may_replace(path, made.content)
    replace_file(path, made.content)
    say(f"Geschreven: {path}")
    blocks = sum(bool(one.id) and one.chapter != "bijlage" for one in made.base.blocks)
    mark = ", gemerkt als CONCEPT" if made.draft else ""
    say(f"{blocks} blokken{mark}. Lees het terug met: standrapport review {_as_typed(path)}")


def _as_typed(path: Path) -> str:
    """A file as the next command must have it."""
    return shlex.quote(short_path(path).as_posix())


def _may_replace(path: Path, content: bytes) -> None:
    """Leave unless a document that stands there may go: what readers wrote in it would be lost."""
    if not path.exists() or (path.is_file() and path.read_bytes() == content):
        return
    asked = f"{short_path(path)} bestaat al; misschien staan er opmerkingen van lezers in."
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUse(
            f"{asked} Er is niets geschreven: kies met --out een andere naam, of schrijf er met"
            " --ja overheen."
        )
    say(asked)
    answer = click.prompt(
        "Eroverheen schrijven? (j/n)",
        type=click.Choice(("j", "n")),
        default="n",
        show_choices=False,
    )
    if answer == "n":
        say("Niets geschreven.")
        sys.exit(0)
