# SPDX-License-Identifier: EUPL-1.2
"""`standrapport build JAAR`, and `export JAAR` and `publiceer JAAR` beside it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import (
    FORMS,
    form_option,
    out_option,
    project_folder,
    project_option,
    strict_option,
    year_argument,
)
from .terminal import say
from .vaststellen import complete, fix_when_final

if TYPE_CHECKING:
    from ..core.model import Finding


@click.command(
    "build", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport build 2024 --concept"
)
@year_argument
@project_option
@out_option
@form_option
@click.option(
    "--product",
    type=click.Choice(["rapport", "factsheet"]),
    default="rapport",
    show_default=True,
    help="Het hele rapport, of een factsheet van twee bladzijden.",
)
@click.option(
    "--concept",
    is_flag=True,
    help="Maak ook bij fouten een rapport; elke bladzijde zegt dat het een concept is.",
)
@strict_option
def command(
    jaar: int,
    project: Path | None,
    out: Path | None,
    form: str,
    product: str,
    concept: bool,
    strict: bool,
) -> None:
    """Maak het rapport van een jaar: HTML en PDF.

    Bij fouten wordt niets geschreven en blijft het vorige rapport staan, tenzij u --concept
    gebruikt.
    """
    from ..messages import finding_lines, summary_lines
    from ..pipeline.build import build_edition

    folder = project_folder(project)
    with progress() as tell:
        built = build_edition(
            folder,
            jaar,
            out or folder / "out",
            FORMS[form],
            product=product,
            concept=concept,
            strict=strict,
            progress=tell,
        )
    for line in finding_lines(built.findings, notes=False, accepted=False):
        say(line, err=True)
    checked = built.checked
    complete([checked])
    if not built.written:
        _tell_nothing_written(built.findings, concept=concept)
        sys.exit(1)
    for line in summary_lines(jaar, len(checked.figures), checked.outcomes, built.findings):
        say(line)
    kind = (
        product
        if not built.concept
        else "concept"
        if product == "rapport"
        else "concept van de factsheet"
    )
    pages = f" van {built.pages} bladzijden" if built.pages else ""
    say(f"Klaar: {kind}{pages} in {built.seconds:.1f} s, geschreven in:".replace(".", ",", 1))
    for path in built.written:
        if path.suffix in (".html", ".pdf"):
            say(f"  {short_path(path)}")
    for name in built.gone:
        say(f"Weggehaald, want van een eerdere build: {name}")
    if product == "rapport" and not built.concept:
        fix_when_final(checked)
    sys.exit(0)


def _tell_nothing_written(findings: Sequence[Finding], *, concept: bool) -> None:
    """That there is no new result, and that a draft can be made where that would help."""
    from ..messages import findings_in_words

    say(
        f"Niets geschreven: {findings_in_words(findings)}. Een vorig rapport is niet veranderd.",
        err=True,
    )
    if not concept and all(one.code != "SR-S001" for one in findings):
        say("Met --concept maakt u toch een rapport, duidelijk gemerkt als concept.", err=True)


def short_path(path: Path) -> Path:
    """The path from here when it lies below, else whole."""
    with contextlib.suppress(ValueError):
        return path.resolve().relative_to(Path.cwd())
    return path


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Tells which step is busy, on a terminal only; quiet in a pipe or in CI."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("Beginnen") as status:
        yield lambda step: status.update(f"{step} …")


@click.command("export", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport export 2024")
@year_argument
@project_option
@out_option
@strict_option
def export_command(jaar: int, project: Path | None, out: Path | None, strict: bool) -> None:
    """Schrijf de cijfers van een jaar als open data: CSV, XLSX en ODS.

    De bestanden komen in out/JAAR/data/, met beschrijvingen voor data.overheid.nl en andere
    afnemers (docs/open-data.md). Bij fouten wordt niets geschreven. Een rapport dat er al staat,
    blijft staan.
    """
    from ..core.notation import join_names
    from ..messages import finding_lines, findings_in_words
    from ..pipeline.export import export_edition

    folder = project_folder(project)
    exported = export_edition(folder, jaar, out or folder / "out", strict=strict)
    for line in finding_lines(exported.findings, notes=False, accepted=False):
        say(line, err=True)
    if not exported.written:
        say(
            f"Niets geschreven: {findings_in_words(exported.findings)}. Wat er stond, is niet"
            " veranderd.",
            err=True,
        )
        sys.exit(1)
    say(f"Klaar: {len(exported.written)} bestanden, geschreven in:")
    say(f"  {short_path(exported.written[0].parent)}")
    if exported.missing:
        names = join_names(list(exported.missing))
        say(
            f"Voor data.overheid.nl ontbreekt nog, onder 'opendata' in content/{jaar}/rapport.yaml:"
            f" {names}."
        )


if TYPE_CHECKING:
    from ..pipeline.build import Built

PUBLIC = "publiek"  # the folder in out/ for what goes outside


@click.command(
    "publiceer", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport publiceer 2024"
)
@year_argument
@project_option
@out_option
@form_option
@click.option(
    "--concept",
    is_flag=True,
    help="Maak ook van een concept een uitgave, op elke bladzijde gemerkt.",
)
def publiceer_command(
    jaar: int, project: Path | None, out: Path | None, form: str, *, concept: bool
) -> None:
    """Maak de uitgave van een jaar die naar buiten gaat.

    In out/publiek/JAAR/ komt het rapport met zijn cijfers, bronnen en definities, en niets anders:
    geen namen van wie akkoord gaf, geen redenen en meldingen, geen namen van bestanden. U ziet wat
    er naar buiten gaat. Het gewone rapport van 'build' blijft zoals het is.
    """
    from ..messages import finding_lines, findings_in_words
    from ..pipeline.build import build_edition

    folder = project_folder(project)
    target = (out or folder / "out") / PUBLIC
    with progress() as tell:
        built = build_edition(
            folder, jaar, target, FORMS[form], concept=concept, public=True, progress=tell
        )
    for line in finding_lines(built.findings, notes=False, accepted=False):
        say(line, err=True)
    if not built.written:
        say(f"Niets gepubliceerd: {findings_in_words(built.findings)}.", err=True)
        sys.exit(1)
    _tell(built)


def _tell(built: Built) -> None:
    """What goes outside, and what does not."""
    checked, folder = built.checked, built.written[0].parent
    kind = "Een concept" if built.concept else "De uitgave"
    say(f"{kind} van {checked.year} staat in {short_path(folder)}. Naar buiten gaan:")
    for path in built.written:
        size = max(1, round(path.stat().st_size / 1000))
        say(f"  {path.relative_to(folder).as_posix()} ({size} kB)")
    say(
        f"Daarin staan: de teksten van het rapport, {len(checked.figures)} cijfers, hun definities"
        f" en {len(checked.catalogue.sources)} bronnen."
    )
    say(
        "Daarin staan niet: wie akkoord gaf of iets aanvaardde, redenen daarvan, meldingen, namen"
        " van bestanden en mappen, en rijen uit brongegevens. Elk bestand is daarop nagezocht."
    )
