# SPDX-License-Identifier: EUPL-1.2
"""`standrapport check JAAR` and `standrapport explain CODE`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .build import progress
from .options import project_folder, project_option, strict_option
from .terminal import WrongUse, say
from .vaststellen import complete

if TYPE_CHECKING:
    from ..pipeline.checked import Checked


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
    help=("Toon hoe elk getal en elke zin in de tekst verantwoord is, en welke cijfers ontbreken."),
)
@click.option(
    "--notes",
    "notes",
    is_flag=True,
    help="Toon ook opmerkingen, zoals regels die nog niet te beslissen zijn, en wat aanvaard is.",
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

    folder = project_folder(project)
    if jaar != "alles" and not jaar.isdigit():
        raise WrongUse(f"'{jaar}' is geen jaartal; schrijf een jaar zoals 2024, of 'alles'.")
    checked = _checked(folder, None if jaar == "alles" else int(jaar))
    complete(checked)
    if form == "json":
        _show_json(checked, every=jaar == "alles", strict=strict)
    elif form != "text":
        _show_for_ci(checked, form, strict=strict)
    elif rules or coverage:
        _show_errors(checked)
        (_show_rules if rules else _show_coverage)(checked)
    else:
        _show_findings(checked, notes=notes)
    sys.exit(1 if any(has_errors(one.findings, strict=strict) for one in checked) else 0)


def _checked(folder: Path, year: int | None) -> list[Checked]:
    """The edition of a year after checking; without a year all of them."""
    from ..pipeline.check import check_all, check_edition

    with progress() as tell:
        return check_all(folder, tell) if year is None else [check_edition(folder, year, tell)]


def _show_json(checked: Sequence[Checked], *, every: bool, strict: bool) -> None:
    from ..messages import check_as_dict

    editions = [
        check_as_dict(one.year, one.outcomes, one.findings, strict=strict) for one in checked
    ]
    result = {"schema": "standrapport/check/1", "editions": editions} if every else editions[0]
    click.echo(json.dumps(result, ensure_ascii=False, indent=1))


def _show_for_ci(checked: Sequence[Checked], form: str, *, strict: bool) -> None:
    from ..messages.for_ci import github, junit, sarif

    write = {"junit": junit, "sarif": sarif, "github": github}[form]
    found = [(one.year, one.outcomes, one.findings) for one in checked]
    if text := write(found, strict=strict):
        click.echo(text)


def _show_errors(checked: Sequence[Checked]) -> None:
    """What is wrong, to stderr: with errors the sheet that follows may not be whole."""
    from ..core.model import Severity
    from ..messages import finding_lines

    for one in checked:
        errors = [finding for finding in one.findings if finding.severity is Severity.ERROR]
        for line in finding_lines(errors, notes=False, accepted=False):
            say(line, err=True)


def _show_rules(checked: Sequence[Checked]) -> None:
    from ..messages.sheets import rules_sheet

    for one in checked:
        say(f"Editie {one.year}: {rules_sheet(one.catalogue, one.outcomes)}")


def _show_coverage(checked: Sequence[Checked]) -> None:
    from ..pipeline.checked import uses_of
    from ..review.trace import coverage_lines, coverage_of, sourced, sourced_lines

    for one in checked:
        say("\n".join(coverage_lines(coverage_of(one, uses_of(one)))))
        say("\n".join(sourced_lines(sourced(one))))


def _show_findings(checked: Sequence[Checked], *, notes: bool) -> None:
    """The findings to stderr, what they come to per edition to stdout."""
    from ..messages import finding_lines, summary_lines

    for one in checked:
        for line in finding_lines(one.findings, notes=notes, accepted=notes):
            say(line, err=True)
        for line in summary_lines(one.year, len(one.figures), one.outcomes, one.findings):
            say(line)


@click.command(
    "explain", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport explain SR-C001"
)
@click.argument("code", metavar="CODE")
def explain_command(code: str) -> None:
    """Leg uit wat een melding betekent en wat u kunt doen.

    CODE is de code uit de melding, zoals SR-C001.
    """
    from ..core.formula import nearest
    from ..messages import CODES, explain

    wanted = code.upper()
    if f"SR-{wanted}" in CODES:
        wanted = f"SR-{wanted}"
    if wanted not in CODES:
        close = nearest(wanted, list(CODES))
        hint = f" Bedoelt u {', '.join(close)}?" if close else ""
        raise WrongUse(
            f"De code {wanted} bestaat niet.{hint} Alle codes staan in docs/meldingen.md."
        )
    say(explain(CODES[wanted]))
