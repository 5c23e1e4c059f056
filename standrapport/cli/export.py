# SPDX-License-Identifier: EUPL-1.2
"""`standrapport export JAAR`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .terminal import (
    out_option,
    project_folder,
    project_option,
    say,
    strict_option,
    wrong_use,
    year_argument,
)


@click.command("export", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport export 2024")
@year_argument
@project_option
@out_option
@strict_option
def command(jaar: int, project: Path | None, out: Path | None, strict: bool) -> None:
    """Schrijf de cijfers van een jaar als open data: CSV, XLSX en ODS.

    De bestanden komen in out/JAAR/data/, met beschrijvingen voor data.overheid.nl en andere
    afnemers (docs/open-data.md). Bij fouten wordt niets geschreven. Een rapport dat er al staat,
    blijft staan.
    """
    from ..core.notation import join_names
    from ..messages import finding_lines, findings_in_words
    from ..pipeline.export import export_edition
    from ..project.places import UsageProblem
    from .build import short_path

    folder = project_folder(project)
    try:
        exported = export_edition(folder, jaar, out or folder / "out", strict=strict)
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    for line in finding_lines(exported.findings, notes=False):
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
