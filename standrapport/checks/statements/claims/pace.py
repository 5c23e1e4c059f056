# SPDX-License-Identifier: EUPL-1.2
"""Claims about how fast a figure grew or shrank: 'groeide minder hard dan in 2023', 'steeg sneller
dan Centrum'. Two growth rates are compared, not two figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....core.words import Phrase
from ..named.names import Subject
from ..named.passage import TextLine
from ..named.statement import NamedFigure
from ..named.years import YearRole
from ..reading.movement import FELL, ROSE
from .claims import claims_in
from .judge import Claim, Claims, Pairing, Proposition, Term
from .reader import ClaimReader, JudgedClaim

_PACE = Phrase(
    rf"\b(?:(?P<up>{ROSE}|n(?:am|amen|eemt|emen)(?=[^.;]*\btoe\b))|"
    rf"(?P<down>{FELL}|n(?:am|amen|eemt|emen)(?=[^.;]*\baf\b)))\b[^.;:,]*?"
    r"\b(?P<how>(?P<less>minder\s+(?:hard|snel|sterk|fors)|langzamer|trager)|harder|sneller|sterker|"
    r"forser)\b(?P<than>[^.;:,]*?\bdan\b)?",
    re.IGNORECASE,
)

_FASTEST = Phrase(
    r"\b(?P<how>(?:snelste?|sterkste?|hardste?|grootste?|forsste?)\s+(?:(?P<up>groeiers?|stijgers?|groei|"
    r"stijging|toename|steeg|groeide|gestegen|gegroeid)|(?P<down>dalers?|krimpers?|krimp|daling|afname|"
    r"daalde|kromp|gedaald|gekrompen)))\b",
    re.IGNORECASE,
)


def may_tell_pace(text: str) -> bool:
    """Whether any sentence of a text tells how fast something moved."""
    return _FASTEST.search(text) is not None or _PACE.search(text) is not None


class ClaimsOfPace(ClaimReader):
    """Judges what is said of how fast figures moved."""

    def of_pace(self, line: TextLine) -> tuple[bool, JudgedClaim | None]:
        """Whether a sentence compares how fast something moved, and what the figures say to that;
        nothing where they leave it open.
        """
        if match := _FASTEST.search(self.text, line.sentence.start, line.sentence.end):
            return True, self._fastest(line, match)
        match = _PACE.search(self.text, line.sentence.start, line.sentence.end)
        if match is None or not self._after_another(line, match):
            return (False, None) if match is None else (True, self._compared(line, match))
        return True, None  # 'we namen meer besluiten, maar het aantal aanvragen groeide harder'

    def _compared(self, line: TextLine, match: re.Match[str]) -> JudgedClaim | None:
        """Whether something moved faster than something else, or than the year before."""
        start, end = match.span("how")
        than = match.span("than") if match["than"] else None
        spans = [(start, end)] + ([(than[1] - 3, than[1])] if than else [])
        own = self._around(line, spans)
        first = self.naming.ranked(own, 0)
        pairs = self._pairs(own, first, than) if first else []
        way = "op" if bool(match["up"]) is not bool(match["less"]) else "neer"
        claim = Claim(Claims.DIRECTION, start, end, match["how"], way)
        said = (
            Pairing(Term((one,), growth="procent"), way, Term((other,), growth="procent"))
            for one, other in pairs
        )
        return self.judged(claim, [Proposition((one,), strict=True) for one in said])

    def _after_another(self, line: TextLine, match: re.Match[str]) -> bool:
        """Whether a sentence makes another claim before one without 'dan': it may be told beside
        that.
        """
        start = line.sentence.start
        return not match["than"] and any(claims_in(self.text, self.shown, start, match.start()))

    def _around(self, line: TextLine, spans: list[tuple[int, int]]) -> TextLine:
        """A sentence with the words of a claim in the place of its amounts."""
        words, anchors = self.names.vocabulary, (0, 1)[: len(spans)]
        return TextLine(line.sentence, line.before, anchors, self.shown, spans, words)

    def _fastest(self, line: TextLine, match: re.Match[str]) -> JudgedClaim | None:
        """'Campus is de snelste groeier': none of its kind moved more, in percent or in number."""
        marks = self.years.marks(line)
        here = [mark.year for mark in marks if mark.role is YearRole.WHEN]
        if any(mark.role is not YearRole.WHEN for mark in marks) or len(here) > 1:
            return None
        year, way = (here or [self.years.report_year])[0], "op" if match["up"] else "neer"
        claim = Claim(Claims.EXTREME, *match.span("how"), match["how"], way)
        named = self.naming.ranked(self._around(line, [match.span("how")]), 0)[:2]
        ways = [
            replace(self._most(one, claim, year, growth), strict=True)
            for one in named
            for growth in ("procent", "aantal")  # most in either is most
        ]
        return self.judged(claim, ways)

    def _pairs(
        self, line: TextLine, first: Sequence[Subject], than: tuple[int, int] | None
    ) -> list[tuple[NamedFigure, NamedFigure]]:
        """What is compared, each with the year in which it moved: a kind with another kind, or a
        year with another.
        """
        marks = self.years.marks(line)
        here = [mark.year for mark in marks if mark.role is YearRole.WHEN]
        other = [mark.year for mark in marks if mark.role is not YearRole.WHEN]
        if len(here) > 1 or len(other) > 1:
            return []
        year = here[0] if here else self.years.report_year
        if than is not None and not other:
            return [
                (NamedFigure(one, year), NamedFigure(second, year))
                for one in first[:2]
                for second in self.naming.contrasted(line, one)[:1]
            ]
        before = other[0] if other else year - 1
        return [(NamedFigure(one, year), NamedFigure(one, before)) for one in first[:2]]
