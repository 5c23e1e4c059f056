# SPDX-License-Identifier: EUPL-1.2
"""`standrapport word JAAR`."""

from __future__ import annotations

from pathlib import Path

import click

from .terminal import project_folder, project_option, say, wrong_use, year_argument


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
def command(jaar: int, project: Path | None, out: Path | None) -> None:
    """Schrijf het rapport als Word-document, om te laten nalezen.

    Wie naleest, verandert de tekst en zet er opmerkingen bij, in Word, LibreOffice of een kantoor
    op het web. Cijfers zijn gemerkt en staan vast: die komen uit de tabellen. Met 'standrapport
    review' leest u het document terug.
    """
    from ..pipeline.check import check_edition
    from ..project.places import UsageProblem
    from ..report.publish import NotWritable, replace_file
    from ..word.write import default_path, word_document

    folder = project_folder(project)
    try:
        checked = check_edition(folder, jaar)
        made = word_document(checked)
        path = default_path(folder, checked, out)
        replace_file(path, made.content)
    except (UsageProblem, NotWritable) as problem:
        raise wrong_use(str(problem)) from problem
    say(f"Geschreven: {path}")
    blocks = sum(bool(one.id) and one.chapter != "bijlage" for one in made.base.blocks)
    mark = ", gemerkt als CONCEPT" if made.draft else ""
    say(f"{blocks} blokken{mark}. Lees het terug met: standrapport review {path.name}")
