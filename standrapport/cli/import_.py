# SPDX-License-Identifier: EUPL-1.2
"""`standrapport import`: figures into the project, from a delivered table or counted from source
data, with a preview of what changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import click

from .import_file import from_file, from_sources
from .options import WRITTEN, YEAR, a_day, project_folder, project_option
from .terminal import WrongUse

_EPILOG = "Voorbeeld: standrapport import cijfers.xlsx --bron website-2025"


@click.command("import", options_metavar="[OPTIES]", epilog=_EPILOG)
@click.argument("bestand", required=False, metavar="[BESTAND of TABEL]")
@click.option(
    "--jaar",
    "--year",
    "year",
    type=YEAR,
    metavar="JAAR",
    help="Editie die de cijfers krijgt; standaard de laatste.",
)
@click.option(
    "--tabel",
    "--table",
    "table",
    metavar="NAAM",
    help="Tabel uit indicatoren.yaml, als het bestand dat openlaat.",
)
@click.option("--blad", "--sheet", "sheet", metavar="NAAM", help="Lees alleen dit werkblad.")
@click.option(
    "--kolom",
    "--column",
    "columns",
    multiple=True,
    metavar="'NAAM=KOLOM'",
    help="Wat een naam in het bestand is, zoals 'Regio Noord=instroom.noord'; 'NAAM=-' slaat over.",
)
@click.option(
    "--getallen",
    "--numbers",
    "notation",
    type=click.Choice(["nl", "en"]),
    help=(
        "Notatie in het bestand: 13.840 is in 'nl' dertienduizend en in 'en' (Engels) dertien"
        " komma 84."
    ),
)
@click.option(
    "--streepje",
    "--dash",
    "dash",
    type=click.Choice(["nul", "nnb", "nb", "nvt", "bl"]),
    help="Wat een '-' in plaats van een getal betekent.",
)
@click.option(
    "--kruisje",
    "--cross",
    "cross",
    type=click.Choice(["onderdrukt", "nnb"]),
    help="Wat een 'x' in plaats van een getal betekent.",
)
@click.option(
    "--teken",
    "--sign",
    "signs",
    multiple=True,
    metavar="'TEKEN=BETEKENIS'",
    help="Wat een teken betekent: 'n/a=nnb', 'n/a=nvt', '*=voorlopig' of '*=niets'.",
)
@click.option(
    "--overige-overslaan",
    "--skip-others",
    "rest_skipped",
    is_flag=True,
    help="Sla alle namen over die geen kolom zijn.",
)
@click.option(
    "--zonder-blok",
    "--without-block",
    "blocks",
    multiple=True,
    metavar="REGEL",
    help="Sla het blok over dat op deze regel begint (met een blad: 'Blad1:4').",
)
@click.option(
    "--schaal",
    "--scale",
    "scale",
    type=click.Choice(["klopt"]),
    help="De getallen zijn goed, ook al schelen ze honderd of duizend keer met wat er staat, of"
    " zijn ze die van een andere kolom of een ander jaar.",
)
@click.option(
    "--periode",
    "--period",
    "periods",
    multiple=True,
    metavar="'JAAR=DEEL'",
    help="Welk deel van een jaar geteld is, zoals '2023=t/m oktober' of '2023=heel'.",
)
@click.option(
    "--cijferjaar",
    "--figure-year",
    "figure_year",
    type=YEAR,
    metavar="JAAR",
    help="Jaar van een tabel die geen jaar noemt.",
)
@click.option(
    "--peildatum",
    "--as-of",
    "reference_date",
    type=a_day,
    metavar="DATUM",
    help="Dag (31-12-2025) waarop de cijfers bekend waren, als het bestand dat niet zegt.",
)
@click.option(
    "--bron",
    "--source",
    "source",
    metavar="NAAM",
    help="Bron van de cijfers, een naam onder 'bronnen' in indicatoren.yaml.",
)
@click.option(
    "--bron-titel",
    "--source-title",
    "source_title",
    metavar="TITEL",
    help="Titel van een bron die daar nog niet staat.",
)
@click.option(
    "--uit-bron",
    "--from-source",
    "from_source",
    type=YEAR,
    metavar="JAAR",
    help="Geen bestand: tel de brongegevens van dit jaar opnieuw.",
)
@click.option("--ja", "--yes", "agreed", is_flag=True, help="Schrijf zonder eerst te vragen.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", *WRITTEN]),
    default="text",
    show_default=True,
    help="Andere vormen dan text vragen niets en schrijven alleen met --ja.",
)
@project_option
def command(
    bestand: str | None,
    year: int | None,
    table: str | None,
    sheet: str | None,
    columns: tuple[str, ...],
    notation: str | None,
    dash: str | None,
    cross: str | None,
    signs: tuple[str, ...],
    rest_skipped: bool,
    blocks: tuple[str, ...],
    scale: str | None,
    periods: tuple[str, ...],
    figure_year: int | None,
    reference_date: str | None,
    source: str | None,
    source_title: str | None,
    from_source: int | None,
    agreed: bool,
    form: str,
    project: Path | None,
) -> None:
    """Neem cijfers over uit een aangeleverde tabel of uit brongegevens.

    BESTAND is een tabel die al geteld is: CSV, XLSX, ODS of een bewaarde webpagina. U ziet hoe elke
    kolom gelezen is en wat er verandert; wat het bestand openlaat, wordt gevraagd. Met --uit-bron
    worden de tabellen met 'uit_bron' in indicatoren.yaml (of alleen TABEL) opnieuw geteld. Andere
    rijen en kolommen blijven zoals ze zijn.
    """
    folder = project_folder(project)
    if from_source is not None:
        from_sources(folder, from_source, bestand, agreed=agreed)
        return
    if bestand is None:
        raise WrongUse(
            "Geef het BESTAND met cijfers, of met --uit-bron JAAR het jaar waarvan de brongegevens"
            " geteld moeten worden."
        )
    from ..intake import Choices
    from ..intake.words import normal

    edition = _edition(folder, year)
    meant = dict(_pair(one, "--kolom") for one in columns)
    _check_names(folder, table, meant)
    choices = Choices(
        table=table,
        sheet=sheet,
        columns={normal(name): to for name, to in meant.items()},
        notation=notation,  # type: ignore[arg-type]  # click has checked it
        dash=dash,  # type: ignore[arg-type]
        cross=cross,  # type: ignore[arg-type]
        periods=dict(_period(one) for one in periods),
        year=figure_year,
        reference_date=reference_date,
        source=source,
        source_title=source_title,
        signs={sign.lower(): to for sign, to in (_pair(one, "--teken") for one in signs)},
        rest_skipped=rest_skipped,
        settled={one if ":" in one else f":{one}": "-" for one in blocks},
        scale_agreed=scale is not None,
    )
    from_file(folder, edition, Path(bestand), choices, agreed=agreed, form=form)


def _edition(folder: Path, year: int | None) -> int:
    """The edition that gets the figures: the one asked for, else the last."""
    from ..project.places import editions

    known = editions(folder)
    if not known:
        raise WrongUse("Dit project heeft nog geen enkel jaar.")
    if year is not None and year not in known:
        raise WrongUse(f"Het jaar {year} bestaat niet in dit project.")
    return year or known[-1]


def _check_names(folder: Path, table: str | None, meant: Mapping[str, str]) -> None:
    """The table and columns of the options must be there; a key of a table may be anything."""
    from ..project.reading import load_catalogue

    tables = load_catalogue(folder)[0].tables
    if table is not None and table not in tables:
        raise WrongUse(
            f"De tabel '{table}' bestaat niet in indicatoren.yaml; er zijn {', '.join(tables)}."
        )
    for to in meant.values():
        own, _, name = to.partition(".")
        if own in tables and name not in tables[own].columns:
            raise WrongUse(
                f"De kolom '{to}' bestaat niet in indicatoren.yaml; {own} heeft"
                f" {', '.join(tables[own].columns)}."
            )


def _pair(text: str, option: str) -> tuple[str, str]:
    name, sign, to = text.rpartition("=")
    if not sign or not to.strip():
        raise WrongUse(f"{option} '{text}' is niet te lezen; schrijf {option} 'NAAM=WAARDE'.")
    return name.strip(), to.strip()


def _period(text: str) -> tuple[int, str | None]:
    from ..intake import WHOLE, as_period

    year, part = _pair(text, "--periode")
    if not re.fullmatch("[0-9]{4}", year) or (part != WHOLE and as_period(part) is None):
        raise WrongUse(
            f"--periode '{text}' is niet te lezen; schrijf --periode '2023=t/m oktober' of"
            " '2023=heel'."
        )
    return int(year), as_period(part)
