# SPDX-License-Identifier: EUPL-1.2
"""Which years a sentence names, what each is for, and which one every amount speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from ....core.frozen import dataclass
from ....core.words import Phrase
from ..reading.computed_years import of_next, stepped
from ..reading.lexicon import year_phrases
from ..reading.no_amounts import whole
from ..reading.parts import SentenceToken, TokenKind
from .passage import TextLine

_COMPARED = Phrase(
    r"(?:\bals(?=\s+(?:in|eind|begin|het jaar)\b)|\bdan(?:\s+(?:in|eind|begin|over|die\s+van|"
    r"dat\s+van|we|wij|ze|zij|er))?|ten opzichte van|vergeleken met|in vergelijking met|"
    r"tegenover|afgezet tegen|(?:dubbele|niveau|peil|(?:onder|boven) dat)(?=\s+van)|"
    r"gelijk aan(?:\s+(?:dat|die)\s+(?:van|in))?)"
    r"(?:\s+(?:het|de|in|eind|dat|die|van|[^\W\d_]*jaar|begin))*\s*\Z",
    re.IGNORECASE,
)
_THAN_PLANNED = Phrase(r"\s+dan\b(?!\s+(?:in\s+)?(?:het jaar|(?:19|20)\d\d))", re.IGNORECASE)
_AS_WELL = Phrase(r"\bzowel\b[^.;]*\bals(?:\s+(?:in|eind|begin|het jaar))*\s*\Z", re.IGNORECASE)
_NOW = Phrase(r"\b(?:nu|thans|inmiddels|vandaag)\b", re.IGNORECASE)
_ONWARDS = Phrase(r"\b(?:naar|tot|op)\s+\Z", re.IGNORECASE)
_WITHIN = Phrase(r"\bin\s+(\w+)\s+jaar\s+tijd\b", re.IGNORECASE)
_SINCE = Phrase(
    r"\b(?:sinds|sedert|vanaf|na(?:\s+(?:de|het)\s+[^\W\d_]+\s+(?:van|in|uit))?)(?:\s+(?:het|jaar|eind|"
    r"begin|start|van|de|reeks|meting(?:en)?|telling(?:en)?|in))*\s*\Z",
    re.IGNORECASE,
)
_RANGE = Phrase(
    r"(?:\b(?:van|tussen|vanaf|over|in|jaren)\s+)?"
    r"\b((?:19|20)\d\d)(?:,\s*(?:19|20)\d\d)*,?\s*(?:(?:tot(?:\s+en\s+met)?|t/m)\s*"
    r"(?:(?:januari|februari|maart|april|mei|ju[nl]i|augustus|(?:septem|okto|novem|decem)ber)\s+)?|"
    r"[-–]\s*|en\s*(?:eind\s+|begin\s+)?)((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# 'minder dan in 2020 (2.030)', 'in 2023 (2022: 410)': the amount is that of the year before it
_LISTED = re.compile(r"\s*(?:,|,?\s*\ben\b)\s*")
_OF_YEAR = Phrase(r"\b((?:19|20)\d\d)(?:\s*\(|:)\s*(?:toen|nog|was|waren|ruim|bijna)?\s*\Z")
_GOES_ON = Phrase(
    r"\s*(?:[-*•]\s*)?(?:en\s+|ook\s+|toch\s+)?(?:daarvan|hiervan|daaronder|hieronder|daarbij|"
    r"daarnaast|van\s+(?:hen|deze|die|dit|dat|het totaal)|dat|dit|deze|die|zij|ze|hun|"
    r"het\s+(?:ging|betrof)|onder\s+hen)\b",
    re.IGNORECASE,
)
# 'de jaarwisseling van 2024 op 2025' is the end of 2024
_TURN = Phrase(
    r"\bjaarwisseling\s+(?:van\s+)?(?:19|20)\d\d\s*(?:op|naar|en|[-–/])\s*\Z",
    re.IGNORECASE,
)
# what it costs a reading to take a year that is not said outright
POSSIBLE, LESS, PAST = 0.6, 1.6, 3.6


class YearRole(Enum):
    """What a year in a sentence is for."""

    WHEN = "wanneer"
    COMPARED = "vergeleken"
    SINCE = "sinds"


@dataclass(frozen=True)
class Mark:
    """A year named in a sentence, by its number or in words (`relative`: 'een jaar eerder')."""

    start: int
    end: int
    year: int
    role: YearRole
    relative: bool = False


@dataclass(frozen=True)
class SpokenWhen:
    """The years an amount may speak of with what each costs, those its change is since, and the
    years of a range the sentence names.
    """

    years: tuple[tuple[int, float], ...]
    compared: tuple[int, ...]
    span: tuple[int, int] | None
    said: bool  # the sentence itself names the year
    told: bool = False  # only in words, from the report: 'een jaar eerder'


def _first(line: TextLine, found: Sequence[Mark]) -> int | None:
    """The first year a sentence tells of outside asides: 'Zuid, dat in 2022 vooropging, telde in
    2024 minder dan het jaar daarvoor'.
    """
    said = [mark for mark in found if mark.role is YearRole.WHEN]
    own = [mark for mark in said if not line.read.is_aside(mark.start)]
    return next((mark.year for mark in own or said), None)


def _bracketed(tokens: Sequence[SentenceToken], mark: Mark, amount: SentenceToken) -> bool:
    """Whether a year stands between brackets with an amount of its own: '97 schepen (2023: 108)'
    says nothing of when the 97 were.
    """
    opens = max((t.start for t in tokens if t.text == "(" and t.start < mark.start), default=-1)
    closes = min((t.start for t in tokens if t.text == ")" and t.start > opens), default=-1)
    if opens < 0 or not opens < mark.start < closes or opens < amount.start < closes:
        return False
    return any(opens < t.start < closes for t in tokens if t.anchor >= 0)


_ABOUT = r"(?:(?:de|het|een|ruim|bijna|ongeveer|circa)\s+)?"
_AGAIN = Phrase(r"\b(?:weer|nog)\s+\Z", re.IGNORECASE)  # 'weer een jaar later'


class SpokenYears:
    """The years of the sentences of one text, for one report year."""

    def __init__(self, shown: str, report_year: int) -> None:
        self.shown = shown
        self.report_year = report_year
        self._marks: dict[int, list[Mark]] = {}  # per start of a sentence
        self._told: dict[int, int] = {}  # and the year its figures turned out to be

    def marks(self, line: TextLine) -> list[Mark]:
        """Every year a sentence names, in order; found once, after the sentence before was read."""
        known = self._marks.get(line.sentence.start)
        if known is None:
            known = self._marks[line.sentence.start] = self._found(line)
        return known

    def _found(self, line: TextLine) -> list[Mark]:
        found = list(self._numbers(line.read.tokens))
        first = _first(line, found)
        follows = self._follows(line)
        earlier = self.main(line.before)
        base = first if first is not None else earlier if follows else self.report_year
        named = first or earlier
        taken: list[tuple[int, int]] = []
        for pattern, counted, further in year_phrases():
            for match in pattern.finditer(self.shown, line.sentence.start, line.sentence.end):
                if any(low < match.end() and match.start() < high for low, high in taken):
                    continue
                taken.append(match.span())
                if _THAN_PLANNED.match(self.shown, match.end()):
                    continue
                start = match.start()
                year = self.report_year + further
                if counted == "zin":
                    since = self._chained(line, found, start, base)
                    year = self._then(found, start, match[0], since, follows) + further
                    year = year if further else named
                role = self._role(start)
                relative = counted == "zin" and further != 0
                found.append(Mark(start, start + len(match[0]), year, role, relative))
        return sorted(found, key=lambda mark: mark.start)

    def _chained(self, line: TextLine, found: Sequence[Mark], start: int, base: int) -> int:
        """From when 'weer een jaar later' counts: the year told before it."""
        again = _AGAIN.search(self.shown, line.sentence.start, start)
        return found[-1].year if found and again else base

    def _then(self, found: Sequence[Mark], start: int, words: str, base: int, follows: bool) -> int:
        """From when 'een jaar geleden' counts: a year told before it, else that of the report."""
        if follows or "geleden" not in words.lower():
            return base
        told = any(m.role is YearRole.WHEN and m.start < start for m in found)
        return base if told else self.report_year

    def _follows(self, line: TextLine) -> bool:
        """Whether the years of a sentence are told from the one before it."""
        return line.before is not None and (self.goes_on(line) or self._opens_relative(line))

    def _opens_relative(self, line: TextLine) -> bool:
        """Whether a sentence opens with a year told from the one before ('Een jaar later …')."""
        start, end = line.sentence.start, line.sentence.end
        start = end - len(self.shown[start:end].lstrip(" -*\n"))
        found = (
            one.search(self.shown, start, end) for one, base, _ in year_phrases() if base == "zin"
        )
        return any(match is not None and match.start() < start + 4 for match in found)

    def _numbers(self, tokens: Sequence[SentenceToken]) -> Iterator[Mark]:
        for token in tokens:
            if token.kind is TokenKind.YEAR and not _TURN.search(self.shown, 0, token.start):
                yield Mark(token.start, token.end, int(token.text), self._role(token.start))

    def _role(self, start: int) -> YearRole:
        before = self.shown[max(0, start - 60) : start]
        if _COMPARED.search(before) and not _AS_WELL.search(before):
            return YearRole.COMPARED
        return YearRole.SINCE if _SINCE.search(before) else YearRole.WHEN

    def main(self, line: TextLine | None) -> int:
        """The year a sentence is about."""
        if line is None:
            return self.report_year
        if (span := self.span(line)) is not None and self.report_year in span:
            return self.report_year  # what is told of several years stands in the last of them
        for mark in self.marks(line):
            if mark.role is YearRole.WHEN:
                return mark.year
        told = self._told.get(line.sentence.start)
        if told is not None:
            return told
        return self.main(line.before) if line.before and self.goes_on(line) else self.report_year

    def note(self, line: TextLine, years: Sequence[int]) -> None:
        """Remember which year the figures of a sentence turned out to be of."""
        if len(set(years)) == 1:
            self._told[line.sentence.start] = years[0]

    def goes_on(self, line: TextLine) -> bool:
        """Whether a sentence goes on about the one before ('Daarvan …'), or answers it."""
        return line.answers or bool(_GOES_ON.match(self.shown, line.sentence.start))

    def span(self, line: TextLine) -> tuple[int, int] | None:
        """The range of years a sentence names: '2019 tot en met 2024', '2022, 2023 en 2024'."""
        own = self.shown[line.sentence.start : line.sentence.end]
        match = _RANGE.search(own)
        years = [int(year) for year in _YEAR.findall(match[0])] if match else [0]
        gaps = years[1:-1] and years != [*range(years[0], years[-1] + 1)]
        return (years[0], years[-1]) if years[0] < years[-1] and not gaps else None

    def of(self, line: TextLine, anchor: int) -> SpokenWhen:
        """The years one amount may speak of."""
        marks = self.marks(line)
        tokens = line.read.tokens
        at = next(token for token in tokens if token.anchor == anchor)
        part = line.read.part_of(anchor)
        low, high = tokens[part.low].start, tokens[part.high - 1].end
        amounts = [token.start for token in tokens if token.anchor >= 0]
        when = [
            m
            for m in marks
            if m.role is YearRole.WHEN
            and not line.read.is_aside(m.start)
            and not _bracketed(tokens, m, at)
            and not of_next(self.shown, amounts, (m.start, m.end), at.end)
        ]
        own = self._enumerated([mark for mark in when if low <= mark.start < high], when)
        compared = [m.year for m in marks if m.role is YearRole.COMPARED and m.start >= at.start]
        compared += [m.year for m in marks if m.role is YearRole.COMPARED and m.start < at.start]
        compared += [m.year for m in marks if m.role is YearRole.SINCE]
        compared += self._within(line) or ([] if marks else self._until_now(line))
        span = self.span(line)
        paired = self._paired(line, anchor, when) or self._stepped(line, anchor, marks)
        if leads := self.leads(line, anchor):  # 'van 46 dagen in 2023 tot 42 dagen in 2024'
            till = min(start for start in amounts if start > at.start)
            own = [mark for mark in when if at.start < mark.start < till] or own
        place = line.anchors.index(anchor)
        arrives = place > 0 and self.leads(line, line.anchors[place - 1])
        beside = _OF_YEAR.search(self.shown, line.sentence.start, at.start)
        # 'afgezet tegen 2023: 12 meer'
        against = beside and ":" in beside[0] and _COMPARED.search(self.shown[: beside.start(1)])
        if beside and not against:
            return SpokenWhen(
                ((int(beside[1]), 0.0),), tuple(dict.fromkeys(compared)), span, said=True
            )
        if span is not None and (leads or arrives):  # 'tussen 2019 en 2024 … van a naar b'
            return SpokenWhen(((span[0 if leads else 1], 0.0),), (span[0],), None, said=True)
        then = self._toen(line, low, marks)
        if paired is not None or then is not None:
            years, said = [(paired or then or 0, 0.0)], True
        elif leads and not any(mark.start > at.start for mark in own):
            later = when[0].year if when else self.main(line)
            years = [(year, 0.0) for year in compared[:1]] or [(later - 1, 0.0)]
            said = bool(when)
        elif own:
            years, said = [(mark.year, 0.0) for mark in own], True
            if own[-1].relative and own[-1].year > self.main(line.before):
                years.insert(0, (self.main(line.before), POSSIBLE))  # 'een jaar later stond er …'
        else:
            onwards = _ONWARDS.search(self.shown, line.sentence.start, at.start) is not None
            years, said = self._elsewhere(line, when, low, high, onwards=onwards)
        told = bool(own) and all(mark.relative for mark in own)
        return SpokenWhen(
            tuple(dict(reversed(years)).items()), tuple(dict.fromkeys(compared)), span, said, told
        )

    def _enumerated(self, own: list[Mark], when: Sequence[Mark]) -> list[Mark]:
        """The years of a part with those listed before it: 'in 2022, 2023 en 2024'."""
        for mark in reversed(when):
            if own and _LISTED.fullmatch(self.shown, mark.end, own[0].start):
                own = [mark, *own]
        return own

    def _toen(self, line: TextLine, low: int, marks: Sequence[Mark]) -> int | None:
        """The year of a clause that tells of the one just named: 'eind 2021, toen er 12 waren'."""
        opens = re.match(r"[\s,]*toen\b", self.shown[low : low + 12], re.IGNORECASE)
        before = [mark.year for mark in marks if mark.start < low]
        return before[-1] if opens and before and low > line.sentence.start else None

    def _within(self, line: TextLine) -> list[int]:
        """The year from which a change is told that took so many years: 'in drie jaar tijd'."""
        match = _WITHIN.search(self.shown, line.sentence.start, line.sentence.end)
        if match is None:
            return []
        many = int(match[1]) if match[1].isdigit() else whole(match[1])
        return [self.main(line) - many] if many else []

    def _until_now(self, line: TextLine) -> list[int]:
        """The year told before 'En nu? Twaalf meer', a sentence that says how it is now."""
        asked = line.before
        start = line.sentence.start
        if asked is not None and self.shown[: asked.sentence.end].endswith("?"):
            start, asked = asked.sentence.start, asked.before
        now = asked is not None and _NOW.search(self.shown, start, line.sentence.end)
        told = self.main(asked) if now else self.report_year
        return [told] if told < self.report_year else []

    def _elsewhere(
        self, line: TextLine, when: Sequence[Mark], low: int, high: int, *, onwards: bool
    ) -> tuple[list[tuple[int, float]], bool]:
        """The years of an amount that has none in its own part of the sentence; `onwards`: it is
        where something moved to, after a year told of another amount.
        """
        told = {mark.year for mark in when if not mark.relative}
        if (
            len(told) == 1
            and not any(mark.relative for mark in when)
            and any(mark.start < low or self._reaches_back(line, mark) for mark in when)
        ):
            opens = all(mark.start < low for mark in when)  # said before: it holds for what follows
            moved = onwards and opens and all(self._trails(line, mark) for mark in when)
            also = [(self.report_year, POSSIBLE if moved else PAST if opens else LESS + 1)]
            return [*(also if told != {self.report_year} else []), (min(told), 0.0)], True
        before = [mark for mark in when if mark.start < low]
        after = [mark for mark in when if mark.start >= high and self._reaches_back(line, mark)]
        leading = [m for m in before if not self._trails(line, m)]
        if leading:
            others = [(m.year, LESS) for m in before if m.year != leading[-1].year]
            return [*others, (leading[-1].year, 0.0)], True
        if after:
            return [(self.report_year, LESS), (after[-1].year, 0.0)], True
        found = [(self.report_year, 0.0)]
        if before:
            found.append((before[-1].year, POSSIBLE))
        elif line.before is not None:
            carried = self.main(line.before)
            if carried != self.report_year:
                goes_on = self.goes_on(line)
                found = [
                    (self.report_year, PAST if goes_on else 0.3),
                    (carried, 0.0),
                ]
        return found, False

    def _reaches_back(self, line: TextLine, mark: Mark) -> bool:
        """Whether a year holds for amounts before it too, as at the end of an enumeration."""
        for part in line.read.parts:
            tokens = line.read.tokens[part.low : part.high]
            if tokens and tokens[0].start <= mark.start < tokens[-1].end:
                opens = tokens[0].text.lower() in {"tegen", "tegenover", "naar", "dan"}
                return not opens and not (mark.relative and part.anchor >= 0)
        return not mark.relative

    def _trails(self, line: TextLine, mark: Mark) -> bool:
        """Whether a year stands after an amount in its part: it says nothing of the next."""
        for part in line.read.parts:
            tokens = line.read.tokens[part.low : part.high]
            if tokens and tokens[0].start <= mark.start < tokens[-1].end:
                return any(t.anchor >= 0 and t.start < mark.start for t in tokens)
        return False

    def _paired(self, line: TextLine, anchor: int, when: Sequence[Mark]) -> int | None:
        """The year of an amount in 'in 2022 en 2023 respectievelijk a en b'."""
        own = self.shown[line.sentence.start : line.sentence.end].lower()
        if not any(w in own for w in ("respectievelijk", "onderscheidenlijk", "achtereenvolgens")):
            return None
        years = [mark.year for mark in when]
        if len(years) < 2 or len(line.anchors) < len(years):
            return None
        place = line.anchors.index(anchor) - (len(line.anchors) - len(years))
        return years[place] if 0 <= place < len(years) else None

    def _stepped(self, line: TextLine, anchor: int, marks: Sequence[Mark]) -> int | None:
        """The year of an amount in 'van a in 2021 naar b, naar c en nu d'."""
        if len(line.anchors) < 3:
            return None
        spans = [line.spans[one] for one in line.anchors]
        years = [(mark.start, mark.year) for mark in marks]
        return stepped(self.shown, spans, line.anchors.index(anchor), years)

    def leads(self, line: TextLine, anchor: int) -> bool:
        """Whether an amount is the first of 'van a naar b'."""
        place = line.anchors.index(anchor)
        if place + 1 >= len(line.anchors):
            return False
        tokens = {token.anchor: token for token in line.read.tokens if token.anchor >= 0}
        one, other = tokens[anchor], tokens[line.anchors[place + 1]]
        gap = self.shown[one.end : other.start].lower()
        before = self.shown[max(0, one.start - 25) : one.start].lower()
        return bool(
            re.search(rf"\bvan\s+{_ABOUT}\Z", before)
            and re.search(rf"\b(?:naar|tot)\s+{_ABOUT}\Z", gap)
            and len(gap) < 60
        )
