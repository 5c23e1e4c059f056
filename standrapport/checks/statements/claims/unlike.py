# SPDX-License-Identifier: EUPL-1.2
"""What a text compares, or tells as of a whole year, that is not: parts of a year, forecasts beside
what was counted, years on both sides of a break (rule 5).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....core.model import Severity
from ....core.words import Phrase, breaks_between, unlike
from ...text.texts import Place
from ..named.ledger import Ledger
from ..named.statement import NamedFigure, Relation

# A text that names a part of a year, a forecast or a break says itself what it compares.
_SAYS = Phrase(
    r"\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"t/m|tot en met|maanden|kwartaal|kwartalen|halfjaar|halve jaar|heel|hele|volledige?|peildatum|"
    r"raming|geraamd|ramen|doel|beoogd|streefcijfer|verwacht\w*|prognose|breuk|anders geteld|"
    r"definitie\w*|telling|tellen|meting|meten|nieuwe (?:manier|methode|wijze))\b",
    re.IGNORECASE,
)


def check_comparison(ledger: Ledger, place: Place, at: int, figures: Sequence[NamedFigure]) -> bool:
    """Whether a text compares a figure with itself in a year with which it does not compare; a
    finding then, unless the text or its block says why.
    """
    if len(figures) < 2 or _explained(place):
        return False
    new, old = sorted(figures[:2], key=lambda one: -one.year)
    if new.subject.number != old.subject.number or new.year == old.year:
        return False
    ref = new.subject.ref
    breaks = breaks_between(ledger.catalogue, ref, old.year, new.year)
    now, then = (ledger.known.figure(one.subject, one.year) for one in (new, old))
    if not (why := unlike(then, now, breaks)):
        return False
    said = {
        "cijfer": ledger.catalogue.title(ref),
        "jaar": new.year,
        "eerder": old.year,
        "waarom": why,
    }
    ledger.finding("SR-N055", place, at, said, reads=(new, Relation.CHANGE))
    return True


def check_whole(ledger: Ledger, place: Place, at: int, text: str, one: NamedFigure) -> None:
    """A finding where a typed number is that of a part of a year, or was hoped for, and nothing in
    the text says so.
    """
    if one.beside or one.subject.summed or one.subject.stock or _explained(place):
        return
    figure = ledger.known.figure(one.subject, one.year)
    if figure.period is None and not figure.expected:
        return
    said = {"getal": text, "jaar": one.year, "deel": figure.expected or figure.period}
    which = "verwacht" if figure.expected else "deel"
    ledger.finding(
        "SR-N055",
        place,
        at,
        said,
        which=which,
        severity=Severity.WARNING,
        reads=(one, Relation.LEVEL),
    )


def _explained(place: Place) -> bool:
    comparable = place.block is not None and bool(place.block.comparable)
    return comparable or _SAYS.search(place.text.raw) is not None
