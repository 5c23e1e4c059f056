# SPDX-License-Identifier: EUPL-1.2
"""The change since the year before, as a card of a key figure has it."""

from __future__ import annotations

from markupsafe import Markup

from ...core.model import Figure
from ...core.words import SAME, breaks_between, change_between, share, size, unlike, way
from .ink import Ink, escape_text


def change_on_card(figure: Figure, before: Figure, ink: Ink) -> tuple[Markup, str]:
    """The change in words with its numbers as data, and what it is compared with: '830 minder
    (−6 %)' and 'dan in 2020'.

    Where a year is not known, or the two do not compare, what can be said of the year before; both
    empty when that is nothing.
    """
    year = before.id.year
    breaks = breaks_between(ink.report.catalogue, figure.id.ref, year, figure.id.year)
    if why := unlike(before, figure, breaks):
        return escape_text(f"niet te vergelijken met {year}"), f"({why})"
    change = change_between(before, figure)
    if change.difference is None:
        known = not before.kind.is_open
        return (Markup("vorig jaar ") + ink.figure(before) if known else Markup("")), ""
    if not change.difference:
        return escape_text(SAME), f"aan {year}"
    ref, key, when = figure.id.ref, figure.id.key, figure.id.year
    much, formula = abs(change.difference), f"abs({ref} - {ref}[-1])"
    words = ink.data(size(change, figure.decimals), formula, when, key, much) + f" {way(change)}"
    if change.percent is not None:
        relative = f"100 * ({ref} - {ref}[-1]) / {ref}[-1]"
        words += " (" + ink.data(share(change), relative, when, key, change.percent) + ")"
    return words, f"dan in {year}"
