# SPDX-License-Identifier: EUPL-1.2
"""`standrapport serve JAAR`."""

from __future__ import annotations

import signal
from pathlib import Path

import click

from .options import between, project_folder, project_option, year_argument
from .terminal import say

PORT = 8765


@click.command(
    "serve", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport serve 2024 --open"
)
@year_argument
@project_option
@click.option(
    "--poort",
    "port",
    type=between(0, 65535),
    metavar="POORT",
    help=f"Poort op deze computer; standaard {PORT} of een vrije.",
)
@click.option("--open", "browser", is_flag=True, help="Open de voorvertoning in de browser.")
def command(jaar: int, project: Path | None, port: int | None, browser: bool) -> None:
    """Toon het rapport in de browser terwijl u eraan werkt.

    Na elke keer opslaan ververst de bladzijde zich, op de plek waar u was, met de meldingen
    ernaast. Is een bestand stuk, dan blijft de laatste goede bladzijde staan. Alleen deze computer
    kan erbij en er wordt niets in out/ geschreven. Stop met Ctrl-C.
    """
    from ..preview import AddressInUse, Page, Preview

    folder = project_folder(project)
    try:
        preview = Preview(folder, jaar, PORT if port is None else port)
    except AddressInUse:
        if port is not None:
            raise
        preview = Preview(folder, jaar)

    def started() -> None:
        say(f"Voorvertoning van {jaar}: {preview.address} (stoppen met Ctrl-C)")
        if browser:
            click.launch(preview.address)

    def made(page: Page) -> None:
        kept = (
            "niet bijgewerkt"
            if page.held
            else f"bijgewerkt in {page.seconds:.2f} s".replace(".", ",")
        )
        say(f"{kept}: {page.summary}", err=True)

    stops = {
        number: signal.signal(number, lambda *_: preview.stop())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        preview.run(started, made)
    finally:
        for number, before in stops.items():
            signal.signal(number, before)
    say("De voorvertoning is gestopt.")
