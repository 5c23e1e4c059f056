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
from ....core.words import Phrase
from ..reading.lexicon import claim_patterns_in, unsaid
from ..reading.no_amounts import whole
from .judge import Claim, Claims

_TURN = Phrase(
    r"\bna (?:de|het) (?:\w+e )?(?:(?P<down>dip|daling|terugval|krimp|afname|dal)|"
    r"(?P<up>piek|stijging|groei|toename|opleving)) (?:van|in|uit) (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
EACH_YEAR = Phrase(
    r"\b(?<!van )(?:beide jaren|alle jaren|elk jaar|ieder jaar|elk van de [^.;,]{0,20}?jaren)\b",
    re.IGNORECASE,
)
_AT_LEAST = Phrase(r"\b(?:ten|op zijn|op z'n)\s+\Z", re.IGNORECASE)
_OPEN = Phrase(
    r"\b(?:(?<!net )als(?!\s+in\s+(?:19|20)\d\d)|mogelijk|mocht|zou(?:den)?|verwacht\w*|kan|kunnen|"
    r"zal|zullen|willen|moet(?:en)?|om|doel|streven|streefde|hopen|hoopt|dreigde|dreigt)(?:\s+\w+){0,2}\s*\Z",
    re.IGNORECASE,
)
_VERDICT = Phrase(  # whether what was wished has come true
    r"\bd(?:at|it) (?:doel )?(?:is|was|werd|hebben we|lukte)\s*(?P<not>(?:\w+ )?niet\s*)?"
    r"(?:helemaal )?(?:ge(?:lukt|haald)|bereikt|uitgekomen|(?=[.,;]))",
    re.IGNORECASE,
)
_LATER = Phrase(r"\s*(?:sindsdien|nadien|daarna|daarvoor|vervolgens)\b", re.IGNORECASE)
_SINCE_THEN = Phrase(
    r"\b(?P<year>(?:19|20)\d\d)\b[^.;]*?\b(?:sindsdien|sedertdien|nadien)(?:\s+[^\W\d_]+){0,5}\s*\Z",
    re.IGNORECASE,
)
_NOT_BEFORE = Phrase(
    r"\b(?:niet|geen|nooit|nimmer|evenmin|allerminst|geenszins)(?:\s+(?:verder|langer|opnieuw|echt|wezenlijk)|\s+\w+)?\s*\Z",
    re.IGNORECASE,
)
_NOT_AFTER = Phrase(
    r"[^.;:(),]{0,40}?\b(?:niet|allerminst|geenszins)\b(?!\s+(?:alleen|zozeer|meer|minder|eerder|zo))"
)
_NOT_EACH = Phrase(
    r"[^.;:]{0,60}?\bniet\s+(?:elke?|iedere?|altijd|steeds|overal|in\s+(?:alle|beide|elke?|iedere?))\b",
    re.IGNORECASE,
)  # some did and some did not: neither a rise nor a fall is told
_HARDLY = Phrase(r"\b(?:nauwelijks|amper|vrijwel niet|bijna niet)\b", re.IGNORECASE)
_OVER_TIME = Phrase(
    r"\b(?:sinds|ooit|reeks|periode|in jaren|van de afgelopen|van alle jaren|niet eerder|"
    r"in geen (?:enkel )?jaar|record|meetjaren|sedert|in \w+ jaar|(?:van|uit) de jaren"
    r"(?! (?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)\b)|"
    r"(?:in|over) al die jaren)\b",
    re.IGNORECASE,
)
_NEVER = Phrase(
    r"\b(?:nooit|nimmer|niet eerder|"
    r"in geen (?:(?:enkel )?(?:ander )?jaar|van de [^.;,]{0,20}jaren))\b",
    re.IGNORECASE,
)
_NO_YEAR = Phrase(r"\bgeen (?:\w+ )?jaar\b[^.;]*\b(?:waarin|dat)\b", re.IGNORECASE)
_NEVER_SO = Phrase(
    r"\b(?:nooit|nimmer|niet|geen (?:enkel |ander )?jaar|geen van de [^.;]{0,20}jaren)\b"
    r"[^.;:]{0,80}\Z",
    re.IGNORECASE,
)
_NEVER_AFTER = Phrase(
    r"[^.;,]{0,80}\b(?:(?:nooit|nimmer|(?:nog )?niet) (?:eerder|tevoren)|"
    r"in geen [^.;,]{0,30}ja(?:ar|ren))\b",
    re.IGNORECASE,
)  # 'zo weinig als in 2023 waren er nooit eerder'
_YEAR_AFTER = Phrase(
    r"\s*(?:in |eind |begin )?(?:(?:19|20)\d\d|dit jaar|vorig jaar|nu\b|toen\b|het jaar)",
    re.IGNORECASE,
)
_OTHER_YEARS = Phrase(
    r"\s*(?:ooit|in welk (?:ander )?jaar [^.;]{0,20}ook|in elk van de [^.;]{0,20}jaren|"
    r"in (?:enig|elk|ieder|welk) ander jaar|"
    r"in (?:alle|de) (?:andere|eerdere|vorige|voorgaande) jaren|in enig (?:eerder )?jaar)\b",
    re.IGNORECASE,
)
_OTHER_KINDS = Phrase(
    r"\s*(?:(?:in|bij|op|voor|aan)\s+)?(?:welke?|elke?|iedere?|alle|enige?|elk van de)\s+andere?\s+"
    r"(?!jaar|jaren)[^\W\d_]+",
    re.IGNORECASE,
)  # 'korter dan in welke andere haven ook'
_EVER = Phrase(
    r"\b(?:steeds|weer|opnieuw|telkens|(?:elk|ieder) jaar|jaarlijks)\s+(?:\w+\s+){0,2}?\Z",
    re.IGNORECASE,
)
_NOT_BARE = Phrase(
    r"\b(?:hoe|des te|te|onder|niet|geen|of|en|veel te|zonder|zoveel|wat|dan|alleen|vooral\s[^.;]{0,60},|terwijl\s[^.;,]{0,40}|geen"
    r"(?:\s+\w+){1,4})\s*\Z",
    re.IGNORECASE,
)
_NO_FIGURE = Phrase(
    r"\s+(?:of minder|en meer|en minder|beroep|onderwijs|opgeleid\w*|(?:daar|hier)?over|weten|"
    r"lezen|leest|informatie|"
    r"dan ook)\b",
    re.IGNORECASE,
)
_RANKED = Phrase(
    r"\bop\s+(?:een|één|1|(?P<two>twee|2))\s+na\b|(?<!\bin )(?<!\bin de )\b(?:op\s+)?(?:de\s+)?"
    r"(?P<place>tweede|derde|"
    r"vierde|vijfde|eerste)\s+(?:plaats|plek)\b|\bop\s+(?:plaats|plek|nummer)\s+(?P<number>\d|een|"
    r"één|twee|drie|vier)\b|\bals\s+(?P<as>tweede|derde|vierde|vijfde)\s*(?=[.,;:]|\Z)",
    re.IGNORECASE,
)
_RATIO = Phrase(
    r"verdubbel|gehalveerd|halve|verdrievoudig|de helft|ooit te voren|(?:eens|één keer)\b",
    re.IGNORECASE,
)
_WON = Phrase(r"[^.;,]*\bbij(?=\s*[.,;])", re.IGNORECASE)
_OF_YEARS = Phrase(r"\s+jaar\b", re.IGNORECASE)  # 'in 2020, het stilste jaar'
_DEFINITE = Phrase(r"\b(?:de|het|deze|dit|die)\s+(?:(?:veel|iets|wat|nog)\s+)?\Z", re.IGNORECASE)
_AND = re.compile(r"\s+(?:en|of)\s+", re.IGNORECASE)
_BETWEEN = Phrase(r"\b(?:verschil|kloof|afstand|gat) tussen\b", re.IGNORECASE)
_TO_PLACE = Phrase(r"[^.;,]{0,20}?\b(?:naar|tot) (?:de )?\w+ (?:plaats|plek)\b", re.IGNORECASE)
_FOLLOWED = Phrase(
    r"\b(?:gevolgd door|daarna (?:volg(?:t|de|en|den)|kom(?:t|en)|kwam(?:en)?)|daarachter "
    r"(?:volg(?:t|de|en|den)|kom(?:t|en)|kwam(?:en)?))\b",
    re.IGNORECASE,
)
_SEVERAL = Phrase(r"\s+(?:soorten|groepen|redenen|oorzaken|landen)\b", re.IGNORECASE)
_PLACES = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5}
_SINCE_GROUP = Phrase(
    r"\bsinds (?:19|20)\d\d\b[^.;]*ste (?:groep|soort|reden|bron)\Z", re.IGNORECASE
)
_MARK = "\ue000"
_NOUNS = ("ing", "name", "groei", "krimp", "val", "gang", "loop")
_AFTERWARDS = Phrase(
    r"\bna [^,.;]{0,20}?jaren (?:van(?:\s+\w+e)?|(?:waarin|dat)(?:\s+\w+){0,4})\s*\Z|\b(?:daarna|daarvoor|vervolgens|sindsdien|later|eerder|na(?:\s+(?:een|de|jaren|\w+ jaar|\w+ "
    r"jaren)){0,2}(?:\s+van)?(?:\s+\w+e)?|waarna(?:\s+[^\W\d_]+){0,4})(?:\s+(?:weer|steeds|juist))?\s*\Z",
    re.IGNORECASE,
)  # what was before or came after the year spoken of


def claim_words(text: str) -> bool:
    """Whether a text holds any word that a claim can be made of."""
    ways = (pattern for kind in claim_patterns_in(text).values() for _, pattern in kind)
    return any(pattern.search(text) for pattern in (_RANKED, *ways))


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
        verdict = _VERDICT.search(self.text, self.start, self.end)
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
            if not _YEAR_AFTER.match(self.text, match.end(), self.end):
                yield self._claim(Claims.EXTREME, way, match, than=than, nowhere=True)
        for way, match in self._all("niemand anders"):
            if _WON.match(self.text, match.end(), self.end):
                continue  # 'kreeg er zoveel woningen bij' counts what came
            yield self._claim(Claims.EXTREME, way, match, nowhere=True)

    def _times(self) -> Iterator[Claim]:
        for kind in ("keren", "evenveel"):
            for way, match in self._all(kind):
                than = self._joined(match, "als")
                if than is not None and not _denied(self._before(match.start())):
                    yield self._claim(Claims.TIMES, way, match, than=than)

    def _compared(self) -> Iterator[Claim]:
        for way, match in self._all("vergelijking"):
            than = self._joined(match, "dan")
            if than is None or self._qualifies(match, than) or self._of_another(match, than):
                continue
            never = bool(_NEVER.search(self.text[self.start : match.start()]))
            in_no_year = _NO_YEAR.search(self.text, self.start, match.start())
            if in_no_year or (_denied(self._before(match.start())) and not never):
                self.taken.append(match.span())
                continue
            if _OTHER_YEARS.match(self.text, than[1], self.end):
                yield self._claim(Claims.PEAK, way, match)
            elif _OTHER_KINDS.match(self.text, than[1], self.end):
                yield self._claim(Claims.EXTREME, way, match)
            else:
                yield self._claim(Claims.ORDER, way, match, than=than, never=never)

    def _verbs(self) -> Iterator[Claim]:
        for kind in ("overtreft", "achter", "voorbij"):
            for way, match in self._all(kind):
                if _denied(self._before(match.start())) or _NOT_AFTER.match(self.text, match.end()):
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
            if _NEVER_SO.search(before) or _NEVER_AFTER.match(self.text, match.end(), self.end):
                yield self._claim(Claims.PEAK, way, match)

    def _parts(self) -> Iterator[Claim]:
        for way, match in self._all("deel"):
            after = _NOT_AFTER.match(self.text, match.end(), self.end)
            if not (after or _denied(self._before(match.start()))):
                yield self._claim(Claims.MAJORITY, way, match)

    def _extremes(self) -> Iterator[Claim]:
        ranked = _RANKED.search(self.text, self.start, self.end)
        for kind in ("uiterste", "piek"):
            for way, match in self._all(kind):
                if self._of_several(match) or self._elsewhere(match, kind):
                    continue
                since = _SINCE_GROUP.search(self.text[self.start : match.end()]) is not None
                over = not since and (kind == "piek" or self._over_time())
                over = over or _OF_YEARS.match(self.text, match.end(), self.end) is not None
                which = Claims.PEAK if over else Claims.EXTREME
                own = ranked if ranked and _beside(self.text, ranked, match) else None
                place = _place(own) if own else 1
                yield self._claim(which, way, match, place=place, since=since)
                yield from self._next(which, way, match, place + 1)
                ranked = None if own else ranked
        if ranked is not None and (ranked["place"] or ranked["number"]):
            yield self._claim(Claims.EXTREME, "op", ranked, place=_place(ranked))

    def _over_time(self) -> bool:
        """Whether a sentence tells of years beside each other, and not of each of them."""
        each = EACH_YEAR.search(self.text, self.start, self.end)
        return not each and _OVER_TIME.search(self.text, self.start, self.end) is not None

    def _next(self, kind: Claims, way: str, match: re.Match[str], place: int) -> Iterator[Claim]:
        """What comes after a superlative: '…, gevolgd door straf'."""
        found = _FOLLOWED.search(self.text, match.end(), self.end)
        if found is not None and kind is Claims.EXTREME:
            yield self._claim(kind, way, found, place=place, follows=True)

    def _elsewhere(self, match: re.Match[str], kind: str) -> bool:
        """Whether a superlative is denied, or a peak is what came before: 'na de piek van 2020'."""
        later = kind == "piek" and _AFTERWARDS.search(self._before(match.start()))
        later = later or _AT_LEAST.search(self._before(match.start(), 12))  # 'ten minste 20'
        return bool(later) or _denied(self._before(match.start(), 12))

    def _directions(self) -> Iterator[Claim]:
        ways = claim_patterns_in(self.text)
        for way, pattern in (*ways["richting"], *ways["niveau"]):
            for match in pattern.finditer(self.text, self.start, self.end):
                before = self._before(match.start())
                unsaid = any(one.search(before) for one in (_OPEN, _AFTERWARDS))
                after = (one.match(self.text, match.end(), self.end) for one in (_LATER, _NOT_EACH))
                unsaid |= any(after)
                then = _SINCE_THEN.search(self.text[self.start : match.start()])
                since = int(then["year"]) if then else 0
                if (unsaid and not since) or self._is_taken(match) or self._is_quoted(match):
                    continue
                if _TO_PLACE.match(self.text, match.end(), self.end):
                    continue  # 'klom naar de eerste plaats' tells its place
                if _BETWEEN.search(self.text, self.start, match.start()):
                    self.taken.append(match.span())
                    continue  # a difference grew, none of the two
                around = f"{before[-25:]} {self.text[match.start() : match.end() + 15]}"
                hardly = way in ("op", "neer") and _HARDLY.search(around) is not None
                denied = not hardly and self._is_denied(match, before)
                said = "ongeveer gelijk" if hardly else way
                yield self._claim(Claims.DIRECTION, said, match, denied=denied, after=since)

    def _turns(self) -> Iterator[Claim]:
        """'Na de dip van 2022' tells that 2022 was lower than the year before."""
        for match in _TURN.finditer(self.text, self.start, self.end):
            way = "op" if match["up"] else "neer"
            start, end = match.span("up" if match["up"] else "down")
            yield Claim(Claims.DIRECTION, start, end, match[0], way, year=int(match["year"]))

    def _is_denied(self, match: re.Match[str], before: str) -> bool:
        """Whether 'niet' goes with a direction: before it, after its verb or within it."""
        if _NOT_BEFORE.search(before) or re.search(r"\bniet\b.*\s", match[0], re.IGNORECASE):
            return True
        verb = " " not in match[0] and not match[0].endswith(_NOUNS)
        return verb and _NOT_AFTER.match(self.text, match.end(), self.end) is not None

    def _is_quoted(self, match: re.Match[str]) -> bool:
        quotes = "'\"\N{LEFT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
        return match.start() > 0 and self.text[match.start() - 1] in quotes

    def _is_taken(self, match: re.Match[str]) -> bool:
        return any(low < match.end() and match.start() < high for low, high in self.taken)

    def _bare(self) -> Iterator[Claim]:
        for way, match in self._all("vergelijking"):
            before = self._before(match.start())
            counted = self.shown[: match.start()].rstrip().endswith((_MARK, "%"))
            counted = counted or any(_several(word) for word in before.lower().split()[-2:])
            after = self.shown[match.end() : self.end].lstrip()
            if match[0].endswith("ere") and _DEFINITE.search(before):
                continue  # 'in het veel kleinere Zuid'
            blank = after.startswith(_MARK) or self._joined(match, "dan") is not None
            if counted or blank or _NO_FIGURE.match(self.text, match.end()):
                continue
            if _NEVER.search(self.text, self.start, match.start()):
                yield self._claim(Claims.PEAK, way, match)  # 'in geen enkel jaar meer klachten'
                continue
            if any(one.search(before) for one in (_OPEN, _NOT_BARE, _AFTERWARDS)):
                continue
            steady = _EVER.search(before) is not None
            yield self._claim(Claims.DIRECTION, way, match, bare=not steady)

    def _of_another(self, match: re.Match[str], than: tuple[int, int]) -> bool:
        """Whether 'dan' goes with a comparative nearer to it: 'ondanks een kleinere voorraad leenden
        we meer fietsen uit dan …'.
        """
        gap = self.text[match.end() : than[0]]
        found = (one.search(gap) for _, one in claim_patterns_in(self.text)["vergelijking"])
        return any(one and not _AND.fullmatch(gap, 0, one.start()) for one in found)

    def _qualifies(self, match: re.Match[str], than: tuple[int, int]) -> bool:
        """Whether 'meer dan' only says how exact a number is."""
        after = self.shown[than[1] :].lstrip()
        ratio = _RATIO.match(after) is not None
        gap = self.text[match.end() : than[0]].strip()
        return not gap and (ratio or after[:1] in {_MARK, ""})

    def _of_several(self, match: re.Match[str]) -> bool:
        """Whether a superlative is of several ('de vijf grootste')."""
        before = self.text[self.start : match.start()].lower().split()
        numbered = bool(before) and _several(before[-1])
        if "met" in before[-2:]:  # 'de vijf landen met de grootste instroom'
            numbered |= any(_several(one) for one in before[-6:])
        plural = _SEVERAL.match(self.text, match.end())
        return numbered or (plural is not None and match[0].lower() != "meeste")


def _several(word: str) -> bool:
    """Whether a word counts more than one; a year counts nothing."""
    year = len(word) == 4 and word.startswith(("19", "20"))
    return not year and (word.isdigit() or (whole(word) or 0) > 1)


def _beside(text: str, ranked: re.Match[str], match: re.Match[str]) -> bool:
    """Whether a rank goes with a superlative: no other clause between them."""
    low, high = sorted((ranked.span(), match.span()))
    return not {",", ";", ":"} & set(text[low[1] : high[0]])


def _place(match: re.Match[str]) -> int:
    if word := match["place"] or match["as"]:
        return _PLACES[word.lower()]
    if match["number"]:
        number = match["number"].lower()
        return int(number) if number.isdigit() else whole(number) or 1
    return 3 if match["two"] else 2


def _denied(before: str) -> bool:
    return bool(_OPEN.search(before) or _NOT_BEFORE.search(before) or _HARDLY.search(before[-25:]))
