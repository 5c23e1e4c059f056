# SPDX-License-Identifier: EUPL-1.2
"""How texts name figures: `standrapport lees JAAR [BLOK]`, `zoek WOORDEN` and `bind JAAR`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import day_of, json_option, project_folder, project_option, year_argument
from .terminal import WrongUse, say

if TYPE_CHECKING:
    from ..checks.statements import Uitspraak
    from ..pipeline.checked import Checked


@click.command(
    "lees", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport lees 2024 cijfers"
)
@year_argument
@click.argument("blok", metavar="[BLOK]", required=False)
@project_option
@json_option
@click.option(
    "--bevestig",
    metavar="WOORDEN",
    help="Bevestig hoe dit getal of deze woorden in BLOK bedoeld zijn.",
)
@click.option("--als", metavar="CIJFER", help="Wat bedoeld is; standaard wat er gelezen is.")
@click.option("--door", metavar="NAAM", help="Wie de lezing bevestigt.")
def command(
    jaar: int,
    blok: str | None,
    project: Path | None,
    form: str,
    bevestig: str | None,
    als: str | None,
    door: str | None,
) -> None:
    """Toon hoe elke uitspraak over cijfers gelezen is.

    Elk getal, elke verwijzing en elk woord over richting of volgorde staat er met het cijfer dat de
    woorden noemen, en of het klopt. BLOK is een hoofdstuk, of een blok zoals
    cijfers/tekst-instroom.

    Twijfelt het programma, dan zet --bevestig onder 'leest' bij het blok hoe u het bedoelt, met
    --door wie dat zegt. Die lezing vervalt als de zin of het cijfer verandert, en maakt een getal
    dat niet klopt nooit goed.
    """
    from ..checks.statements import statement_as_dict
    from ..pipeline.check import check_edition

    checked = check_edition(project_folder(project), jaar)
    found = [
        one
        for one in checked.statements
        if blok is None or blok in (one.chapter, one.block, f"{one.chapter}/{one.block}")
    ]
    if blok is not None and not found and blok not in _places(checked):
        raise WrongUse(
            f"Er is geen hoofdstuk of blok '{blok}'; standrapport status {jaar} noemt ze."
        )
    if bevestig is not None:
        _confirm(checked, found, bevestig, als, door)
        return
    if form == "json":
        click.echo(
            json.dumps([statement_as_dict(one) for one in found], ensure_ascii=False, indent=1)
        )
        return
    if blok is not None and not found:
        say(f"In '{blok}' staat niets over cijfers.")
        return
    _tell(checked, found)


def _tell(checked: Checked, found: list[Uitspraak]) -> None:
    """Each statement on a line, and how many are not so."""
    from ..checks.statements import statement_line

    for one in found:
        say(statement_line(one, checked.catalogue))
    wrong = sum(one.outcome.value == "klopt_niet" for one in found)
    many = "1 uitspraak" if len(found) == 1 else f"{len(found)} uitspraken"
    say(f"{many} gelezen, {wrong} {'klopt' if wrong == 1 else 'kloppen'} niet.")


def _places(checked: Checked) -> set[str]:
    """What can be asked for: every chapter and block of an edition."""
    chapters = checked.edition.chapters if checked.edition else ()
    blocks = {(one.name, block.id) for one in chapters for block in one.blocks}
    names = {f"{chapter}/{block}" for chapter, block in blocks}
    return names | {block for _, block in blocks} | {one.name for one in chapters}


def _confirm(
    checked: Checked, found: list[Uitspraak], words: str, meant: str | None, by: str | None
) -> None:
    """Write a reading into its block, and say so."""
    from ..project.editing.confirm import confirm_reading

    name = " ".join((by or "").split())
    blocks = {(one.chapter, one.block) for one in found}
    if not name:
        raise WrongUse("Geef met --door de naam van wie de lezing bevestigt.")
    if len(blocks) != 1:
        raise WrongUse("Noem bij --bevestig het blok, als hoofdstuk/blok.")
    today = day_of(None)
    reading = confirm_reading(checked, found, words, meant, name, today)
    say(f"Bevestigd door {name}: '{reading.words}' is {reading.meant}.")


_MOST = 8


@click.command(
    "zoek",
    options_metavar="[OPTIES]",
    epilog='Voorbeeld: standrapport zoek "afgewezen aanvragen vorig jaar"',
)
@click.argument("woorden", nargs=-1, required=True, metavar="WOORDEN")
@project_option
@click.option("--jaar", type=int, help="Het jaar van de editie (anders de laatste).")
@json_option
def zoek_command(
    woorden: tuple[str, ...], project: Path | None, jaar: int | None, form: str
) -> None:
    """Zoek de cijfers die woorden noemen, het best passende eerst.

    Er wordt gezocht in titels, andere namen, omschrijvingen en noten. Bij elk cijfer staat de
    waarde, het jaar, de verwijzing om in de tekst te zetten en wie er geteld zijn; ook wat nog niet
    bekend is, staat erbij. Een jaar in de woorden ('vorig jaar', '2022') telt mee. Noemen de
    woorden geen enkel cijfer, dan is de uitgangscode 2.
    """
    from ..checks.statements import hit_as_dict, nothing_found, search
    from ..pipeline.check import check_edition
    from ..project.places import UsageProblem, editions

    folder = project_folder(project)
    known = editions(folder)
    if not known:
        raise UsageProblem("Dit project heeft nog geen enkel jaar.")
    checked = check_edition(folder, jaar if jaar is not None else known[-1])
    hits = search(" ".join(woorden), checked.year, checked.catalogue, checked.figures)[:_MOST]
    if form == "json":
        found = [hit_as_dict(one) for one in hits]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    if not hits:
        raise WrongUse(nothing_found(checked.catalogue))
    for one in hits if form != "json" else ():
        told = {"telt": one.population, "laatst bekend": one.last, "bron": one.source}
        beside = "".join(f"; {name}: {text}" for name, text in told.items() if text)
        say(f"{one.printed:>12}  {one.title} in {one.id.year}  {{{{ {one.written} }}}}{beside}")


@click.command("bind", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport bind 2024")
@year_argument
@project_option
@click.option("--ja", "--yes", "agreed", is_flag=True, help="Schrijf zonder eerst te vragen.")
def bind_command(jaar: int, project: Path | None, agreed: bool) -> None:
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
