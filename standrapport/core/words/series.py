# SPDX-License-Identifier: EUPL-1.2
"""Breaks in a series, in Dutch."""

from __future__ import annotations

from collections.abc import Sequence

from ..formula import breaks
from ..model import Catalogue, SeriesBreak
from ..notation import join_names

BREAK = "breuk in de reeks"


def break_sentence(one: SeriesBreak) -> str:
    """A break as readers are told: 'Breuk in de reeks vanaf 2021: tellen anders.'."""
    return f"{BREAK.capitalize()} vanaf {one.year}: {closed(one.reason)}"


def counted_differently(years: Sequence[str]) -> str:
    """'Vanaf 2021 is de telling anders.', for who hears a chart instead of seeing its dashes."""
    return f"Vanaf {join_names(list(years))} is de telling anders."


def closed(sentence: str) -> str:
    """A sentence with a full stop, which 'n.n.b.' already has, on one line."""
    flat = " ".join(sentence.split())
    return flat if flat.endswith((".", "!", "?")) else f"{flat}."


def breaks_between(catalogue: Catalogue, ref: str, one: int, other: int) -> list[SeriesBreak]:
    """The breaks that lie between two years, in whatever order: from their year on it counts
    otherwise.
    """
    first, last = sorted((one, other))
    return [found for found in breaks(catalogue, ref) if first < found.year <= last]
