# SPDX-License-Identifier: EUPL-1.2
"""One cause is one message: findings that say the same of many cells taken together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..core.model import Finding
from ..core.notation import format_getal

_CODE = "SR-B017"  # a cell that is no figure: a column of them has one cause
_FEW = 3  # cells of a column with a message of their own
_Cause = tuple[str, str, str]


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with those on cells put together: the same words, or more than a few in one
    column, become one with the number of cells and the first places.
    """
    found = list(dict.fromkeys(findings))
    columns: dict[_Cause, list[Finding]] = {}
    for one in found:
        columns.setdefault(_column(one), []).append(one)
    groups: dict[_Cause, list[Finding]] = {}
    for one in found:
        cause = _column(one)
        if len(columns[cause]) <= _FEW:
            cause = (one.code, one.message, "")
        groups.setdefault(cause, []).append(one)
    return [_together(group) for group in groups.values()]


def _column(one: Finding) -> _Cause:
    """The column that a finding on a cell is about; other findings stay apart."""
    if one.code != _CODE or not one.locations or one.locations[0].column is None:
        return (one.code, one.message, str(one.locations))
    return (one.code, str(one.severity), str(one.locations[0].column))


def _together(group: list[Finding]) -> Finding:
    first = group[0]
    if len(group) == 1:
        return first
    places = [place for one in group for place in one.locations]
    texts = {one.message for one in group}
    same = "Dit staat in" if len(texts) == 1 else "Zo zijn er"
    column = "" if len(texts) == 1 else f" in kolom {places[0].column}"
    sentence = f"{first.message} {same} {format_getal(len(group))} cellen{column}."
    return replace(first, message=sentence, locations=tuple(places[:_FEW]))
