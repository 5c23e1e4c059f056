# SPDX-License-Identifier: EUPL-1.2
"""Heads that name a column and a year at once: 'Realisatie 2022' beside 'Realisatie 2023'."""

from __future__ import annotations

import re
from dataclasses import replace

from .choices import SKIP, Choices
from .periods import read_period
from .regions import Dimension, Region, RegionLabel
from .words import normal

_YEAR = r"(?:19|20)\d\d"
_LAST = re.compile(rf"(?P<name>[^\d(]*[^\d\s(])\s+\(?(?P<year>{_YEAR})\)?")
_AT_LEAST = 2  # heads; one alone may be a name with a year in it
_FIRST = re.compile(rf"(?P<year>{_YEAR})\s+(?P<name>[^\d\s(][^\d]*)")


def split_years(region: Region, choices: Choices) -> Region | None:
    """The region with a header row of such heads as two: years and names; None when it has none.

    A head that was said to stay away keeps its whole name.
    """
    for at, one in enumerate(region.dimensions):
        if not one.header:
            continue
        parts = {label: _parted(label) for label in region.labels(at)}
        if len(parts) < _AT_LEAST or not all(parts.values()):
            continue
        values = []
        for value in region.values:
            label = value.labels[at]
            year, name = parts.get(label.text) or ("", "")
            if choices.columns.get(normal(label.text)) == SKIP:
                name = label.text
            both = (RegionLabel(year, label.marks), RegionLabel(name))
            values.append(
                replace(value, labels=(*value.labels[:at], *both, *value.labels[at + 1 :]))
            )
        years = Dimension(one.where, header=True)
        dimensions = (*region.dimensions[:at], years, *region.dimensions[at:])
        return replace(region, dimensions=dimensions, values=tuple(values))
    return None


def _parted(label: str) -> tuple[str, str] | None:
    """Year and name of a head; None when it is a time by itself or has no year."""
    if read_period(label) is not None:
        return None
    match = _LAST.fullmatch(label) or _FIRST.fullmatch(label)
    return (match["year"], match["name"]) if match else None
