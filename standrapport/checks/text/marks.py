# SPDX-License-Identifier: EUPL-1.2
"""What a text says of the time its figures are of: where a sentence prints a figure of a part of a
year, of several years, or one that was not counted, and does not say so itself, it is said for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...core.frozen import dataclass
from ...core.model import Printed, ResolvedText, plain
from ...core.notation import MONEY, NOT_KNOWN, with_sign
from ...core.words import (
    aside_in_words,
    both_years,
    english,
    english_time,
    says_same_months,
    says_time,
)
from .filters import COMPARING, Quantity

# Where a sentence ends: a full stop before a space and a capital, or an empty line.
_END = re.compile(r"[.!?:](?=\s+[\"'(]?[A-Z0-9])|\n\s*\n|\n\s*[-*]\s")
_PARAGRAPH = re.compile(r"\n\s*\n(?!\s*(?:[-*]|\d+\.)\s)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class TextPiece:
    """A piece of a text: what stands there, and for an expression the quantity and its filter."""

    shown: ResolvedText
    quantity: Quantity | None = None
    filter_name: str = ""


def with_times(pieces: Sequence[TextPiece]) -> list[ResolvedText]:
    """The pieces with the times that their sentences do not tell, and a capital for a time that
    begins a sentence.
    """
    shown = [piece.shown for piece in pieces]
    for at, piece in enumerate(pieces):
        if piece.quantity is None:
            continue
        before = "".join(plain(one) for one in shown[:at])
        after = "".join(plain(one) for one in shown[at + 1 :])
        if not piece.filter_name:
            shown[at] = piece_with_sign(piece, before, after)
        if piece.filter_name == "periode":
            shown[at] = _with_capital(piece.shown, before)
        elif any(isinstance(part, Printed) and part.value is not None for part in piece.shown) or (
            piece.filter_name in ("namen", "richting") and plain(piece.shown) != NOT_KNOWN
        ):
            sentence = _sentence(before, plain(piece.shown), after)
            if not _YEAR.search(sentence):  # what was said above still holds
                sentence = f"{_above(before)} {sentence}"
            shown[at] = _with_time(replace(piece, shown=shown[at]), piece.quantity, sentence)
    return shown


def english_piece(piece: TextPiece) -> ResolvedText | None:
    """A piece in English with its sign and time; None when there is no English for it."""
    quantity = piece.quantity
    shown = english(piece_with_sign(piece, "", "") if not piece.filter_name else piece.shown)
    if shown is None or quantity is None:
        return shown if quantity is not None else piece.shown
    time = None if quantity.expected else english_time(quantity.period, quantity.year)
    if time is None:
        return None
    return _behind(shown, time) if time else shown


def piece_with_sign(piece: TextPiece, before: str, after: str) -> ResolvedText:
    """An amount of money with its sign and scale, where the text itself does not say euro."""
    unit = piece.quantity.unit if piece.quantity is not None else ""
    said = before.rstrip().endswith("€") or re.match(
        r"\W*(?:(?:duizend|miljoen|miljard|mln\.?)\s+)?(?:euro|€)", after, re.IGNORECASE
    )
    if unit not in MONEY or said:
        return piece.shown
    return tuple(
        replace(part, text=with_sign(part.text, unit, alone=True))
        if isinstance(part, Printed)
        else part
        for part in piece.shown
    )


def _above(before: str) -> str:
    """The paragraph so far; the items of a list belong to the sentence above them."""
    breaks = [match.end() for match in _PARAGRAPH.finditer(before)]
    return before[breaks[-1] if breaks else 0 :]


def _sentence(before: str, own: str, after: str) -> str:
    """The sentence a piece stands in."""
    ends = [match.end() for match in _END.finditer(before)]
    start = ends[-1] if ends else 0
    end = _END.search(after)
    return before[start:] + own + (after[: end.start()] if end else after)


def _with_capital(shown: ResolvedText, before: str) -> ResolvedText:
    text = plain(shown)
    begins = not before.strip() or re.search(r"(?:[.!?:]\s+|\n\s*\n|\n\s*[-*]\s+)[\"'(]?$", before)
    return (text[:1].upper() + text[1:],) if begins else shown


def _with_time(piece: TextPiece, quantity: Quantity, sentence: str) -> ResolvedText:
    """A piece with the time it is of behind it, where its sentence does not say so."""
    period, expected, year = quantity.period, quantity.expected, quantity.year
    if period is None and not expected:
        return piece.shown
    if period is not None and (piece.filter_name in COMPARING or quantity.both):
        if says_same_months(sentence, period, year - 1):
            return piece.shown
        return _behind(piece.shown, both_years(period))
    if says_time(sentence, period, expected):
        return piece.shown
    return _behind(piece.shown, aside_in_words(period, year, expected, state=quantity.state))


def _behind(shown: ResolvedText, words: str) -> ResolvedText:
    """Words between brackets; within those that are there already."""
    last = shown[-1]
    if isinstance(last, str) and last.endswith(")"):
        return (*shown[:-1], f"{last[:-1]}; {words})")
    return (*shown, f" ({words})")
