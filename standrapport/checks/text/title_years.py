# SPDX-License-Identifier: EUPL-1.2
"""The years a title names, held against the years its table or chart shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...core.notation import join_names

_YEAR = r"(?<![\d.,])((?:19|20)\d\d)(?!\d|[.,]\d)"
_BETWEEN = re.compile(rf"{_YEAR}\s*(?:tot en met|t/m|tot|[-–])\s*{_YEAR}")
_SINCE = re.compile(rf"\b(?:sinds|vanaf)\s+{_YEAR}", re.IGNORECASE)
_ONE = re.compile(_YEAR)
_AGAINST = re.compile(rf"\b(?:dan|als|tegen)\s+(?:in\s+)?{_YEAR}", re.IGNORECASE)


def wrong_years(title: str, shown: Sequence[int]) -> dict[str, str] | None:
    """What a title says and what is shown, when the two differ; None when it names no year, or the
    right ones.

    `shown` are the years of the data, in order. A title may name the first and the last, the first
    after 'sinds', or the last alone; a year something is held against ('dan in 2022') may be any.
    """
    if not shown:
        return None
    first, last = shown[0], shown[-1]
    if between := _BETWEEN.search(title):
        right = (int(between[1]), int(between[2])) == (first, last)
        said = f"{between[1]} tot en met {between[2]}"
    elif since := _SINCE.search(title):
        right, said = int(since[1]) == first, since[0]
    else:
        named = [int(year) for year in _ONE.findall(title)]
        if not named:
            return None
        told = [int(year) for year in _ONE.findall(_AGAINST.sub("", title))]
        ends = (last,) if len(shown) > 2 else (first, last)
        right = set(named) <= set(shown) and (len(told) != 1 or told[0] in ends)
        said = join_names([str(year) for year in named])
    is_ = str(first) if first == last else f"{first} tot en met {last}"
    return None if right else {"zegt": said, "is": is_}
