# SPDX-License-Identifier: EUPL-1.2
"""`standrapport new JAAR --from JAAR`, `new JAAR --soort beantwoording` and `standrapport init
MAP`.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from .options import YEAR, project_folder, project_option, year_argument
from .terminal import WrongUse, say


@click.command(
    "new", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport new 2025 --from 2024"
)
@year_argument
@click.option(
    "--from",
    "source",
    type=YEAR,
    metavar="JAAR",
    help="Editie om van uit te gaan; standaard de laatste ervoor.",
)
@click.option(
    "--soort",
    "kind",
    type=click.Choice(("editie", "beantwoording")),
    default="editie",
    show_default=True,
    help="Een editie, of een stuk met antwoorden op vragen over de cijfers van JAAR.",
)
@click.option(
    "--naar",
    "target",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Map voor de beantwoording; standaard beantwoording-JAAR in het project.",
)
@project_option
@click.option("--notes", "notes", is_flag=True, help="Toon ook elk jaartal dat is meegeschoven.")
def command(
    jaar: int, source: int | None, kind: str, target: Path | None, project: Path | None, notes: bool
) -> None:
    """Begin de editie van een nieuw jaar, met een eerdere als voorbeeld.

    Teksten komen als concept over en de cijfers van eerdere jaren als historie; het nieuwe jaar
    staat op n.n.b. Jaartallen schuiven mee waar dat veilig is; regels die nog een oud jaar noemen,
    worden gemeld. Zinnen die op het jaar leunen komen in content/JAAR/nakijken.yaml; iemand moet ze
    nalezen voor het rapport definitief kan zijn. Wat er al staat, wordt nooit overschreven.

    Een beantwoording krijgt een eigen map met de cijfers van JAAR, in de vorm van een brief.
    """
    if kind == "beantwoording":
        if source is not None:
            raise WrongUse(
                "--from hoort bij een editie; een beantwoording neemt de cijfers van JAAR."
            )
        _start_answer(project_folder(project), jaar, target)
        return
    if target is not None:
        raise WrongUse("--naar hoort bij --soort beantwoording; een editie komt in content/.")
    from ..core.model import Severity
    from ..core.notation import join_names
    from ..messages import finding_lines
    from ..messages.as_text import amount_of
    from ..project.editing.new import start_edition

    folder = project_folder(project)
    started = start_edition(folder, jaar, source)
    for line in finding_lines(started.findings, notes=notes):
        say(line, err=True)
    stale = sum(finding.severity is Severity.WARNING for finding in started.findings)
    shifted = len(started.findings) - stale
    say(
        f"Editie {jaar} is begonnen met {started.source} als voorbeeld: {len(started.written)}"
        " bestanden in content/ en figures/."
    )
    if started.kept:
        say(
            "Deze bestanden waren er al en zijn niet veranderd:"
            f" {join_names([path.name for path in started.kept])}."
        )
    say(f"Jaartallen schoven mee op {amount_of(shifted, 'regel', 'regels')}.")
    old = (
        f"Een oud jaar staat nog op {amount_of(stale, 'regel', 'regels')}; die"
        f" {'is' if stale == 1 else 'zijn'} gemerkt met # Nakijken."
    )
    say(old if stale else "Er staat nergens nog een oud jaar.")
    if started.review:
        many = amount_of(
            started.review, "zin die op het jaar leunt", "zinnen die op het jaar leunen"
        )
        say(
            f"In content/{jaar}/nakijken.yaml {'staat' if started.review == 1 else 'staan'} {many}:"
            f" lees ze, en sluit ze met standrapport nagekeken. De lijst ziet u met: standrapport"
            f" status {jaar}"
        )
    say(
        f"Kijk datum en peildatum na in content/{jaar}/rapport.yaml, vul figures/{jaar}/ en bouw"
        f" met: standrapport build {jaar}"
    )


def _start_answer(folder: Path, year: int, target: Path | None) -> None:
    from ..project.editing.new_answer import start_answer

    started = start_answer(folder, year, target)
    where = os.path.relpath(started.folder)
    say(
        f"De beantwoording is begonnen in {where}: {len(started.written)} bestanden, met de cijfers"
        f" van {year} zoals ze nu zijn."
    )
    say(
        f"Schrijf vragen en antwoorden in {where}/content/{year}/antwoorden.yaml en bouw met:"
        f" cd {where} && standrapport build {year}"
    )


@click.command(
    "init", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport init jaarverslag"
)
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
def init_command(folder: Path) -> None:
    """Maak een nieuw, klein project waarin alles meteen werkt.

    De dienst en de cijfers erin zijn verzonnen; vervang ze door die van uw organisatie. MAP mag nog
    niet bestaan of moet leeg zijn.
    """
    from ..project.editing.new import start_project
    from ..project.places import editions

    written = start_project(folder)
    year = editions(folder)[-1]
    say(
        f"Klaar: {len(written)} bestanden in {folder}. De dienst en alle cijfers zijn verzonnen;"
        " begin met LEESMIJ.md."
    )
    typed = shlex.quote(str(folder))
    say(f"Probeer: cd {typed} && standrapport check {year} && standrapport build {year}")
