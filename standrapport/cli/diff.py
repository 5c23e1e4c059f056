# SPDX-License-Identifier: EUPL-1.2
"""`standrapport diff OUD NIEUW`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..review.compare import SECTIONS
from .build import progress
from .terminal import YEAR, print_lines, project_folder, project_option, say, wrong_use

if TYPE_CHECKING:
    from ..review.compare import Difference

FORMATS = ("text", "html", "md", "json")


@click.command(
    "diff",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport diff oud/2024 out/2024 --format html > verschil.html",
)
@click.argument("oud", metavar="OUD")
@click.argument("nieuw", metavar="[NIEUW]", required=False)
@click.option(
    "--jaar",
    type=YEAR,
    metavar="JAAR",
    help="Welk jaar, bij versies in git of een map met meer edities.",
)
@project_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Vorm van de uitkomst.",
)
@click.option(
    "--only",
    "only",
    metavar="DELEN",
    help=f"Alleen deze delen, met komma's ertussen: {', '.join(SECTIONS)}.",
)
@click.option(
    "--pages",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Vergelijk ook de bladzijden en schrijf beelden in deze map.",
)
@click.option(
    "--exit-code", "exit_code", is_flag=True, help="Geef uitgangscode 1 als er iets verschilt."
)
def command(
    oud: str,
    nieuw: str | None,
    jaar: int | None,
    project: Path | None,
    form: str,
    only: str | None,
    pages: Path | None,
    exit_code: bool,
) -> None:
    """Vergelijk twee edities: cijfers, teksten, controles, opbouw, bronnen en bladzijden.

    OUD en NIEUW zijn een map of bestand van een gebouwd rapport (out/2024, manifest.json, HTML of
    PDF), een jaar van dit project, of een versie in git. Twee versies in git mogen ook als v1..v2.
    Met > en een bestandsnaam erachter bewaart u de uitkomst.
    """
    from ..project.places import UsageProblem
    from ..review.versions import difference_of

    sides = (oud, nieuw) if nieuw is not None else _two_versions(oud)
    sections = _sections(only)
    wanted = pages is not None or (only is not None and "pages" in sections)
    if pages is not None and "pages" not in sections:
        raise wrong_use("Met --pages hoort 'pages' ook in --only te staan.")
    try:
        with progress() as tell:
            difference = difference_of(
                sides,
                lambda: project_folder(project),
                jaar,
                sections,
                pages=True if wanted else None if form == "html" else False,
                pictures=form == "html" or pages is not None,
                progress=tell,
            )
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    if pages is not None:
        _write_pictures(difference, pages)
    _show(difference, form)
    sys.exit(1 if exit_code and not difference.empty else 0)


def _two_versions(written: str) -> tuple[str, str]:
    """Two versions in git written as v1..v2; one left out is what was committed last."""
    old, dots, new = written.partition("..")
    if not dots:
        raise wrong_use("Geef twee edities om te vergelijken, of twee versies in git als v1..v2.")
    return old or "HEAD", new or "HEAD"


def _sections(only: str | None) -> tuple[str, ...]:
    if only is None:
        return SECTIONS
    named = tuple(part.strip() for part in only.split(",") if part.strip())
    if unknown := [part for part in named if part not in SECTIONS]:
        from ..core.formula import nearest

        close = nearest(unknown[0], list(SECTIONS))
        hint = f" Bedoelt u {close[0]}?" if close else f" Kies uit {', '.join(SECTIONS)}."
        raise wrong_use(f"'{unknown[0]}' is geen deel van de vergelijking.{hint}")
    return named


def _show(difference: Difference, form: str) -> None:
    if form == "json":
        import json

        from ..review.compare.as_json import difference_as_dict

        click.echo(json.dumps(difference_as_dict(difference), ensure_ascii=False, indent=1))
    elif form == "md":
        from ..review.compare.as_markdown import markdown

        click.echo(markdown(difference))
    elif form == "html":
        from ..project.places import folder_of_the_tool
        from ..report.render import style
        from ..review.compare.as_html import html

        templates = folder_of_the_tool("templates")
        click.echo(html(difference, templates, style(templates, None, "scherm")), nl=False)
    else:
        from ..review.compare.as_text import text_lines

        print_lines(text_lines(difference))


def _write_pictures(difference: Difference, folder: Path) -> None:
    """The pictures of the changed pages as files, named after the page they are of."""
    files = {
        f"bladzijde-{number:03}-{name}.jpg": picture
        for page in difference.pages
        for name, number, picture in (
            ("oud", page.old_number, page.old_picture),
            ("nieuw", page.new_number, page.new_picture),
        )
        if number is not None and picture
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as problem:
        raise wrong_use(
            f"De map {folder} kan niet worden geschreven: {problem.strerror or problem}."
        ) from problem
    say(f"{len(files)} beelden van bladzijden geschreven in {folder}.", err=True)
