# SPDX-License-Identifier: EUPL-1.2
"""`standrapport explain CODE`."""

from __future__ import annotations

import click

from .terminal import say, wrong_use


@click.command(
    "explain", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport explain SR-C001"
)
@click.argument("code", metavar="CODE")
def command(code: str) -> None:
    """Leg uit wat een melding betekent en wat u kunt doen.

    CODE is de code uit de melding, zoals SR-C001.
    """
    from ..core.formula import nearest
    from ..messages import CODES, explain

    wanted = code.upper()
    if wanted not in CODES:
        close = nearest(wanted, list(CODES))
        hint = f" Bedoelt u {', '.join(close)}?" if close else ""
        raise wrong_use(
            f"De code {wanted} bestaat niet.{hint} Alle codes staan in docs/meldingen.md."
        )
    say(explain(CODES[wanted]))
