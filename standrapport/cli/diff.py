# SPDX-License-Identifier: EUPL-1.2
"""`standrapport diff OUD NIEUW`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..core.disk import why_not_written
from ..review.compare import SECTIONS
from .build import progress
from .options import YEAR, project_folder, project_option
from .terminal import WrongUse, print_lines, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..review.compare import Difference, Snapshot

FORMATS = ("text", "html", "md", "json")
FORM_BY_NAME = {".html": "html", ".htm": "html", ".md": "md", ".json": "json", ".txt": "text"}
WORD = ".docx"  # by its name only: no terminal shows it


@click.command(
    "diff",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport diff oud/2024 out/2024 --out verschil.html",
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
    help="Vorm van de uitkomst; standaard text, of wat de naam bij --out zegt.",
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
    "--out",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Schrijf de uitkomst in dit bestand; de naam zegt de vorm: .html, .md, .json, .txt, of"
    " .docx met bijgehouden wijzigingen.",
)
@click.option(
    "--exit-code", "exit_code", is_flag=True, help="Geef uitgangscode 1 als er iets verschilt."
)
def command(
    oud: str,
    nieuw: str | None,
    jaar: int | None,
    project: Path | None,
    form: str | None,
    only: str | None,
    pages: Path | None,
    out: Path | None,
    exit_code: bool,
) -> None:
    """Vergelijk twee edities: cijfers, teksten, controles, opbouw, bronnen en bladzijden.

    OUD en NIEUW zijn een map of bestand van een gebouwd rapport (out/2024, manifest.json, HTML of
    PDF), een jaar van dit project, of een versie in git. Twee versies in git mogen ook als v1..v2.
    Met --out bewaart u de uitkomst in een bestand.
    """
    from ..review.versions import difference_of

    sides = (oud, nieuw) if nieuw is not None else _two_versions(oud)
    sections = _sections(only)
    form = _form(form, out)
    sides_seen: list[Snapshot] = []
    wanted = pages is not None or (only is not None and "pages" in sections)
    if pages is not None and "pages" not in sections:
        raise WrongUse("Met --pages hoort 'pages' ook in --only te staan.")
    with progress() as tell:
        difference = difference_of(
            sides,
            lambda: project_folder(project),
            jaar,
            sections,
            pages=True if wanted else None if form == "html" else False,
            pictures=form == "html" or pages is not None,
            progress=tell,
            seen=lambda *both: sides_seen.extend(both),
        )
    if pages is not None:
        _write_pictures(difference, pages)
    if form == "docx":
        _write_word(difference, sides_seen, out)
    else:
        _show(difference, form, out)
    sys.exit(1 if exit_code and not difference.empty else 0)


def _two_versions(written: str) -> tuple[str, str]:
    """Two versions in git written as v1..v2; one left out is what was committed last."""
    old, dots, new = written.partition("..")
    if not dots:
        raise WrongUse("Geef twee edities om te vergelijken, of twee versies in git als v1..v2.")
    return old or "HEAD", new or "HEAD"


def _sections(only: str | None) -> tuple[str, ...]:
    if only is None:
        return SECTIONS
    named = tuple(part.strip() for part in only.split(",") if part.strip())
    if unknown := [part for part in named if part not in SECTIONS]:
        from ..core.formula import nearest

        close = nearest(unknown[0], list(SECTIONS))
        hint = f" Bedoelt u {close[0]}?" if close else f" Kies uit {', '.join(SECTIONS)}."
        raise WrongUse(f"'{unknown[0]}' is geen deel van de vergelijking.{hint}")
    return named


def _form(asked: str | None, out: Path | None) -> str:
    """The form that was asked for, or that the name of the file says."""
    if out is not None and out.suffix.lower() == WORD:
        return "docx"
    if asked is not None or out is None:
        return asked or "text"
    if form := FORM_BY_NAME.get(out.suffix.lower()):
        return form
    raise WrongUse(
        f"Aan de naam '{out.name}' is de vorm niet te zien; kies een naam op"
        f" {', '.join([*FORM_BY_NAME, WORD])}, of geef --format."
    )


def _show(difference: Difference, form: str, out: Path | None) -> None:
    """Text to the terminal, or the whole of a file to stdout or `out`."""
    if form == "text" and out is None:
        from ..review.compare.as_text import text_lines

        print_lines(text_lines(difference))
        return
    content = _content(difference, form)
    if out is None:
        click.echo(content, nl=False)
    else:
        _write(out, content)


def _write_word(difference: Difference, sides: Sequence[Snapshot], out: Path | None) -> None:
    from ..word.redline import redline

    assert out is not None  # the form is only known by its name
    _write(out, redline(difference, *sides))


def _write(out: Path, content: bytes) -> None:
    from ..report.publish import replace_file
    from .build import short_path

    replace_file(out, content)
    say(f"Geschreven: {short_path(out)}")


def _content(difference: Difference, form: str) -> bytes:
    if form == "json":
        import json

        from ..review.compare.as_json import difference_as_dict

        text = json.dumps(difference_as_dict(difference), ensure_ascii=False, indent=1)
        return f"{text}\n".encode()
    if form == "md":
        from ..review.compare.as_text import markdown

        return f"{markdown(difference)}\n".encode()
    if form == "html":
        from ..project.places import folder_of_the_tool
        from ..report.render import style
        from ..review.compare.as_html import html

        templates = folder_of_the_tool("templates")
        return html(difference, templates, style(templates, None, "scherm")).encode()
    from ..messages import as_plain_text
    from ..review.compare.as_text import text_lines

    return as_plain_text(text_lines(difference)).encode()


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
        raise WrongUse(
            f"De map {folder} kan niet worden geschreven: {why_not_written(problem)}."
        ) from problem
    say(f"{len(files)} beelden van bladzijden geschreven in {folder}.", err=True)
