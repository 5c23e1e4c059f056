# SPDX-License-Identifier: EUPL-1.2
"""What is asked when a figure comes back otherwise: its digits, or what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .tokens import Hunk, OldWord

DIGIT = re.compile(r"\d")
# What beside a figure makes another amount of it.
_MEASURE_AFTER = re.compile(
    r"^\s*(?:[%‰]|procent(?:punt(?:en)?)?\b|promille\b|duizend\b|miljoen\b|miljard\b|euro\b)",
    re.IGNORECASE,
)
_MEASURE_BEFORE = re.compile(r"(?:[€$±]|(?<!\w)[-−+])\s*$")


def is_number(was: str, now: str) -> bool:
    """Whether a number became another number."""
    return bool(DIGIT.search(was) and DIGIT.search(now))


def question(was: str, now: str) -> str:
    """What is asked about a number that was changed."""
    return (
        f"{was.strip()} werd {now.strip()}: een ander cijfer, of een correctie in de tabel? Een"
        " cijfer verandert niet in de tekst."
    )


def about_measure(old: Sequence[OldWord], hunk: Hunk, was: str, now: str) -> str:
    """What is asked about a sign or measure beside a figure that came or went: the figure then says
    another amount, though its digits stay. '' when there is none.
    """
    before = old[hunk.start - 1].bound and old[hunk.start - 1].shown if hunk.start else ""
    after = old[hunk.end].bound and old[hunk.end].shown if hunk.end < len(old) else ""
    for figure, measure in ((before, _MEASURE_AFTER), (after, _MEASURE_BEFORE)):
        signs = [found[0].strip() if (found := measure.search(one)) else "" for one in (was, now)]
        if figure and signs[0].lower() != signs[1].lower():
            return (
                f"Bij het cijfer {figure.strip()} verandert de maat ('{signs[0]}' werd"
                f" '{signs[1]}'); dan zegt het een ander aantal. Pas de zin aan, of vraag om"
                " een ander cijfer."
            )
    return ""
