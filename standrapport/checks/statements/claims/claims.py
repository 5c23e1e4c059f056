# SPDX-License-Identifier: EUPL-1.2
"""Words that say something of figures without a number: found here, judged elsewhere.

Which words those are stands in `data/verhoudingen.tsv` and `richtingen.tsv`; here is what a
sentence does with them: 'dan' or not, denied or not, of several or of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace

from ....core.frozen import dataclass
from ..reading.lexicon import claim_patterns_in, unsaid
from . import phrases
from .judge import Claim, Claims


def claim_words(text: str) -> bool:
    """Whether a text holds any word that a claim can be made of."""
    ways = (pattern for kind in claim_patterns_in(text).values() for _, pattern in kind)
    return any(pattern.search(text) for pattern in (phrases.RANKED, *ways))


def claims_in(text: str, shown: str, start: int, end: int) -> Iterator[Claim]:
    """Every claim without a number in a sentence, in order of kind; `shown` is the text with its
    numbers made blank.
    """
    yield from _Finder(text, shown, start, end).claims()


@dataclass
class _Finder:
    """Finds the claims of one sentence; what is part of one is not part of another."""

    text: str
    shown: str
    start: int
    end: int
    taken: list[tuple[int, int]] = field(default_factory=list)

    def claims(self) -> Iterator[Claim]:
        """Every claim, in order of kind."""
        yield from self._come_true()
        self.taken += unsaid(self.text, self.start, self.end)
        yield from self._nowhere()
        yield from self._times()
        ordered = list(self._compared())
        yield from ordered
        yield from self._verbs()
        yield from self._so()
        yield from self._parts()
        yield from self._extremes()
        yield from self._turns()
        yield from self._directions()
        if not ordered:  # 'meer treinen dan bussen, maar bussen vallen minder uit': than trains
            yield from self._bare()

    def _all(self, kind: str) -> Iterator[tuple[str, re.Match[str]]]:
        for way, pattern in claim_patterns_in(self.text)[kind]:
            for match in pattern.finditer(self.text, self.start, self.end):
                if not self._is_taken(match):
                    yield way, match

    def _before(self, at: int, reach: int = 40) -> str:
        """The words before a place, none of them cut."""
        low = max(self.start, at - reach)
        while low > self.start and self.text[low - 1].isalpha():
            low -= 1
        return self.text[low:at]

    def _joined(self, match: re.Match[str], word: str) -> tuple[int, int] | None:
        """Where 'dan' (or 'als') stands that goes with a comparison."""
        pattern = re.compile(rf"[^.;:()]{{0,60}}?\b({word})\b", re.IGNORECASE)
        found = pattern.match(self.text, match.end(), self.end)
        return found.span(1) if found else None

    def _claim(self, kind: Claims, way: str, match: re.Match[str], **more: object) -> Claim:
        self.taken.append(match.span())
        start, end = match.span()
        return Claim(kind, start, end, match[0], way, **more)  # type: ignore[arg-type]

    def _come_true(self) -> Iterator[Claim]:
        """'We wilden dat het aantal zou dalen, en dat is gelukt': that it fell."""
        verdict = phrases.VERDICT.search(self.text, self.start, self.end)
        wished = unsaid(self.text, self.start, verdict.start()) if verdict else []
        if verdict is None or not wished:
            return
        for way, pattern in claim_patterns_in(self.text)["richting"]:
            for match in pattern.finditer(self.text, wished[0][0], verdict.start()):
                if not self._is_taken(match):
                    denied = bool(verdict["not"])
                    yield self._claim(Claims.DIRECTION, way, match, denied=denied)

    def _nowhere(self) -> Iterator[Claim]:
        for way, match in self._all("nergens"):
            than = (match.end() - 3, match.end())  # 'als' or 'dan'
            if not phrases.YEAR_AFTER.match(self.text, match.end(), self.end):
                yield self._claim(Claims.EXTREME, way, match, than=than, nowhere=True)
        for way, match in self._all("niemand anders"):
            if phrases.WON.match(self.text, match.end(), self.end):
                continue  # 'kreeg er zoveel woningen bij' counts what came
            yield self._claim(Claims.EXTREME, way, match, nowhere=True)

    def _times(self) -> Iterator[Claim]:
        for kind in ("keren", "evenveel"):
            for way, match in self._all(kind):
                than = self._joined(match, "als")
                if than is not None and not phrases.is_denied(self._before(match.start())):
                    yield self._claim(Claims.TIMES, way, match, than=than)

    def _compared(self) -> Iterator[Claim]:
        for way, match in self._all("vergelijking"):
            than = self._joined(match, "dan")
            if than is None or self._qualifies(match, than) or self._of_another(match, than):
                continue
            never = bool(phrases.NEVER.search(self.text[self.start : match.start()]))
            in_no_year = phrases.NO_YEAR.search(self.text, self.start, match.start())
            if in_no_year or (phrases.is_denied(self._before(match.start())) and not never):
                self.taken.append(match.span())
                continue
            if phrases.OTHER_YEARS.match(self.text, than[1], self.end):
                yield self._claim(Claims.PEAK, way, match)
            elif phrases.OTHER_KINDS.match(self.text, than[1], self.end):
                yield self._claim(Claims.EXTREME, way, match)
            else:
                yield self._claim(Claims.ORDER, way, match, than=than, never=never)

    def _verbs(self) -> Iterator[Claim]:
        for kind in ("overtreft", "achter", "voorbij"):
            for way, match in self._all(kind):
                if phrases.is_denied(self._before(match.start())) or phrases.NOT_AFTER.match(
                    self.text, match.end()
                ):
                    continue
                last = match.end() if kind == "achter" else match.end() + 1
                first = match.end() - 3 if kind == "achter" else match.end() - 2
                first = max(first, match.start() + 1)
                than = (first, min(last, match.end()))
                claim = self._claim(Claims.ORDER, way, match, than=than, verb=True)
                # 'bleven de baten achter bij': what stays behind may stand within
                within = re.search(r"\b(?:achter|onder)\b", match[0], re.IGNORECASE)
                yield replace(claim, start=claim.start + within.start()) if within else claim

    def _so(self) -> Iterator[Claim]:
        for way, match in self._all("zo"):
            before = self.text[self.start : match.start()]
            if phrases.NEVER_SO.search(before) or phrases.NEVER_AFTER.match(
                self.text, match.end(), self.end
            ):
                yield self._claim(Claims.PEAK, way, match)

    def _parts(self) -> Iterator[Claim]:
        for way, match in self._all("deel"):
            after = phrases.NOT_AFTER.match(self.text, match.end(), self.end)
            if not (after or phrases.is_denied(self._before(match.start()))):
                yield self._claim(Claims.MAJORITY, way, match)

    def _extremes(self) -> Iterator[Claim]:
        ranked = phrases.RANKED.search(self.text, self.start, self.end)
        for kind in ("uiterste", "piek"):
            for way, match in self._all(kind):
                if self._of_several(match) or self._elsewhere(match, kind):
                    continue
                since = phrases.SINCE_GROUP.search(self.text[self.start : match.end()]) is not None
                which = self._peak_or_kind(match, kind, since=since)
                own = ranked if ranked and phrases.goes_with(self.text, ranked, match) else None
                place = phrases.rank_of(own) if own else 1
                yield self._claim(which, way, match, place=place, since=since)
                yield from self._next(which, way, match, place + 1)
                ranked = None if own else ranked
        if ranked and (ranked["place"] or ranked["number"]):
            yield self._claim(Claims.EXTREME, "op", ranked, place=phrases.rank_of(ranked))

    def _peak_or_kind(self, match: re.Match[str], kind: str, *, since: bool) -> Claims:
        """Whether a superlative is of a year among years ('in 2020, het stilste jaar') or of a kind
        among kinds; `since`: of each year since one.
        """
        over = not since and (kind == "piek" or self._over_time())
        of_year = phrases.OF_YEARS.match(self.text, match.end(), self.end) is not None
        return Claims.PEAK if over or of_year else Claims.EXTREME

    def _over_time(self) -> bool:
        """Whether a sentence tells of years beside each other, and not of each of them."""
        each = phrases.EACH_YEAR.search(self.text, self.start, self.end)
        return not each and phrases.OVER_TIME.search(self.text, self.start, self.end) is not None

    def _next(self, kind: Claims, way: str, match: re.Match[str], place: int) -> Iterator[Claim]:
        """What comes after a superlative: '…, gevolgd door straf'."""
        found = phrases.FOLLOWED.search(self.text, match.end(), self.end)
        if found is not None and kind is Claims.EXTREME:
            yield self._claim(kind, way, found, place=place, follows=True)

    def _elsewhere(self, match: re.Match[str], kind: str) -> bool:
        """Whether a superlative is denied, or a peak is what came before: 'na de piek van 2020'."""
        later = kind == "piek" and phrases.AFTERWARDS.search(self._before(match.start()))
        later = later or phrases.AT_LEAST.search(self._before(match.start(), 12))  # 'ten minste 20'
        return bool(later) or phrases.is_denied(self._before(match.start(), 12))

    def _directions(self) -> Iterator[Claim]:
        ways = claim_patterns_in(self.text)
        for way, pattern in (*ways["richting"], *ways["niveau"]):
            for match in pattern.finditer(self.text, self.start, self.end):
                before = self._before(match.start())
                unsaid = any(one.search(before) for one in (phrases.OPEN, phrases.AFTERWARDS))
                after = (
                    one.match(self.text, match.end(), self.end)
                    for one in (phrases.LATER, phrases.NOT_EACH)
                )
                unsaid |= any(after)
                then = phrases.SINCE_THEN.search(self.text[self.start : match.start()])
                since = int(then["year"]) if then else 0
                if (unsaid and not since) or self._is_taken(match) or self._is_quoted(match):
                    continue
                if phrases.TO_PLACE.match(self.text, match.end(), self.end):
                    continue  # 'klom naar de eerste plaats' tells its place
                if phrases.BETWEEN.search(self.text, self.start, match.start()):
                    self.taken.append(match.span())
                    continue  # a difference grew, none of the two
                around = f"{before[-25:]} {self.text[match.start() : match.end() + 15]}"
                hardly = way in ("op", "neer") and phrases.HARDLY.search(around) is not None
                denied = not hardly and self._is_denied(match, before)
                said = "ongeveer gelijk" if hardly else way
                yield self._claim(Claims.DIRECTION, said, match, denied=denied, after=since)

    def _turns(self) -> Iterator[Claim]:
        """'Na de dip van 2022' tells that 2022 was lower than the year before."""
        for match in phrases.TURN.finditer(self.text, self.start, self.end):
            way = "op" if match["up"] else "neer"
            start, end = match.span("up" if match["up"] else "down")
            yield Claim(Claims.DIRECTION, start, end, match[0], way, year=int(match["year"]))

    def _is_denied(self, match: re.Match[str], before: str) -> bool:
        """Whether 'niet' goes with a direction: before it, after its verb or within it."""
        if phrases.NOT_BEFORE.search(before) or re.search(r"\bniet\b.*\s", match[0], re.IGNORECASE):
            return True
        verb = " " not in match[0] and not match[0].endswith(phrases.NOUNS)
        return verb and phrases.NOT_AFTER.match(self.text, match.end(), self.end) is not None

    def _is_quoted(self, match: re.Match[str]) -> bool:
        quotes = "'\"\N{LEFT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
        return match.start() > 0 and self.text[match.start() - 1] in quotes

    def _is_taken(self, match: re.Match[str]) -> bool:
        return any(low < match.end() and match.start() < high for low, high in self.taken)

    def _bare(self) -> Iterator[Claim]:
        for way, match in self._all("vergelijking"):
            before = self._before(match.start())
            counted = self.shown[: match.start()].rstrip().endswith((phrases.MARK, "%"))
            counted = counted or any(phrases.several(word) for word in before.lower().split()[-2:])
            after = self.shown[match.end() : self.end].lstrip()
            if match[0].endswith("ere") and phrases.DEFINITE.search(before):
                continue  # 'in het veel kleinere Zuid'
            blank = after.startswith(phrases.MARK) or self._joined(match, "dan") is not None
            if counted or blank or phrases.NO_FIGURE.match(self.text, match.end()):
                continue
            if phrases.NEVER.search(self.text, self.start, match.start()):
                yield self._claim(Claims.PEAK, way, match)  # 'in geen enkel jaar meer klachten'
                continue
            if any(
                one.search(before) for one in (phrases.OPEN, phrases.NOT_BARE, phrases.AFTERWARDS)
            ):
                continue
            steady = phrases.EVER.search(before) is not None
            yield self._claim(Claims.DIRECTION, way, match, bare=not steady)

    def _of_another(self, match: re.Match[str], than: tuple[int, int]) -> bool:
        """Whether 'dan' goes with a comparative nearer to it: 'ondanks een kleinere voorraad meer
        fietsen dan …'.
        """
        gap = self.text[match.end() : than[0]]
        found = (one.search(gap) for _, one in claim_patterns_in(self.text)["vergelijking"])
        return any(one and not phrases.AND.fullmatch(gap, 0, one.start()) for one in found)

    def _qualifies(self, match: re.Match[str], than: tuple[int, int]) -> bool:
        """Whether 'meer dan' only says how exact a number is."""
        after = self.shown[than[1] :].lstrip()
        ratio = phrases.RATIO.match(after) is not None
        gap = self.text[match.end() : than[0]].strip()
        return not gap and (ratio or after[:1] in {phrases.MARK, ""})

    def _of_several(self, match: re.Match[str]) -> bool:
        """Whether a superlative is of several ('de vijf grootste')."""
        before = self.text[self.start : match.start()].lower().split()
        numbered = bool(before) and phrases.several(before[-1])
        if "met" in before[-2:]:  # 'de vijf landen met de grootste instroom'
            numbered |= any(phrases.several(one) for one in before[-6:])
        plural = phrases.SEVERAL.match(self.text, match.end())
        return numbered or (plural is not None and match[0].lower() != "meeste")
