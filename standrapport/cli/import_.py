"""`standrapport import`: figures into the project, with a preview of what changes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .build import progress
from .failure import wrong_use
from .options import project_folder, project_option
from .say import say


@click.command("import", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport import --uit-bron 2024 vertrek")
@click.argument("tabel", required=False, metavar="[TABEL]")
@click.option(
    "--uit-bron",
    "--from-source",
    "year",
    type=click.IntRange(1900, 2199),
    metavar="JAAR",
    help="Tel de bronnen van dit jaar opnieuw en neem de uitkomst over.",
)
@click.option("--ja", "--yes", "agreed", is_flag=True, help="Schrijf zonder eerst te vragen.")
@project_option
def command(tabel: str | None, year: int | None, agreed: bool, project: Path | None) -> None:
    """Vul cijferbestanden uit brongegevens.

    Met --uit-bron worden de tabellen met 'uit_bron' in indicatoren.yaml (of alleen TABEL) opnieuw geteld, afgerond en onderdrukt zoals
    daar is afgesproken. U ziet eerst wat er verandert; andere rijen en kolommen blijven zoals ze zijn.
    """
    from ..filling import fill_from_sources, write_fills
    from ..messages import finding_lines
    from ..model import has_errors
    from ..pipeline import UsageProblem
    from ..publish import NotWritable

    if year is None:
        raise wrong_use("Geef met --uit-bron JAAR aan van welk jaar de bronnen geteld moeten worden.")
    folder = project_folder(project)
    try:
        with progress() as tell:
            fills, findings = fill_from_sources(folder, year, tabel, tell)
    except UsageProblem as problem:
        raise wrong_use(str(problem)) from problem
    for line in finding_lines(findings):
        say(line, err=True)
    stopped = has_errors(findings)
    changed = [fill for fill in fills if fill.cells]
    for fill in changed:
        say(f"{fill.path.relative_to(folder)}:")
        for cell in fill.cells:
            key = f" {cell.key}" if cell.key else ""
            say(f"  {cell.ref}{key} {cell.year}: {cell.old or 'nieuwe rij'} → {cell.new}")
    if not changed:
        say("Er verandert niets." if not stopped else "Niets geschreven.")
        sys.exit(1 if stopped else 0)
    if not agreed and click.prompt("Dit schrijven? (j/n)", type=click.Choice(["j", "n"]), default="n", show_choices=False) != "j":
        say("Niets geschreven.")
        sys.exit(1 if stopped else 0)
    try:
        write_fills(changed)
    except NotWritable as problem:
        say(f"fout SR-S001: {problem}", err=True)
        sys.exit(1)
    say(f"Geschreven: {', '.join(str(fill.path.relative_to(folder)) for fill in changed)}.")
    sys.exit(1 if stopped else 0)
