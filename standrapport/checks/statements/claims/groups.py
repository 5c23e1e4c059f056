# SPDX-License-Identifier: EUPL-1.2
"""Claims about how many of a group went up or down: 'alle loketten groeiden', 'in geen enkele wijk
nam het af', 'twee van de drie', 'alleen bij Centrum'.

A group is the kinds or keys of a table, called by what the table is told by ('naar loket'). A claim
is only held against the figures when each member is known in both years and none stayed equal in
print; where a word may mean several groups, only what all of them contradict is contradicted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ....core.frozen import dataclass
from ....core.words import Phrase, direction_patterns
from ..named.names import Subject, SubjectGroup
from ..named.passage import TextLine
from ..named.years import YearRole
from ..reading.lexicon import rows
from ..reading.morphology import roots
from ..reading.no_amounts import whole
from ..reading.vocabulary import SAME, Spoken
from .judge import Claim, Claims, Pairing, Proposition, level
from .reader import ClaimReader, JudgedClaim

_NOUN = r"(?P<noun>[^\W\d_]+)"
_MANY = r"één|eén|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d{1,2}"
_ALL = (  # 'van alle loketten alleen …' says nothing of all
    rf"\b(?<!\bvan )(?<!\bonder )(?P<deny>niet\s+)?"
    rf"(?:alle(?:\s+(?P<all>{_MANY}))?(?:\s+de)?|elke?|iedere?)\s+{_NOUN}"
)
_NONE = rf"\bgeen\s+(?:enkele?|van\s+de(?:\s+(?P<all>{_MANY}))?)\s+{_NOUN}"
_SOME = rf"\b(?P<some>{_MANY})\s+van\s+de\s+(?P<all>{_MANY})\s+{_NOUN}"
_OF_THEM = (
    rf"\bvan\s+de\s+(?P<all>{_MANY})\s+{_NOUN}\b[^.;:]*?\ber\s+(?:maar\s+)?(?P<some>{_MANY})\b"
)
_ONE = rf"\b(?P<some>(?!een\b)(?:{_MANY}))\s+{_NOUN}"
_ONLY = r"\b(?:alleen|uitsluitend|enkel|als enige(?:\s+van\s+de\s+\w+\s+\w+)?)\s+(?P<who>[^.;:,]+)"
_ONLY_ONE = (  # 'Centrum is het enige loket dat …', 'Centrum leende als enige …' and turned round
    (
        r"(?P<who>[^.;:,]+?)\s+(?:(?:is|was|bleef|bleek|zijn|waren)\s+(?:\w+\s+)?(?:de|het)\s+enigen?\b|"
        r"(?:[^\W\d_]+,?\s+)?als enigen?\b)"
    ),
    r"\b(?:de|het)\s+enige\s+(?:\w+\s+)?(?:waar\w*|die|dat|met)\b[^.;:]*?\s(?:is|was|bleef)\s+(?P<who>[^.;:,]+)",
)
_AS_ONLY = re.compile(r",\s+als\s+enigen?\b[^,.;]*,", re.IGNORECASE)  # within 'nam … af'
_BUT = Phrase(
    r"\bop\s+(?P<but>[^.;,]{2,40}?)\s+na\b|"
    r"\b(?:behalve|uitgezonderd|met uitzondering van)\s+(?P<except>[^.;,]+)",
    re.IGNORECASE,
)
_ABOUT = Phrase(
    r"\b(?:bijna|ruim|ongeveer|zeker|minstens|hooguit|minder|meer|niet)\s+\Z", re.IGNORECASE
)
_THAN_KIND = Phrase(  # 'minder woningen dan Molenkamp telt alleen …' tells of one year
    r"\bdan\s+(?!in\b|eind\b|vorig|het\s+(?:jaar|vorige|voorgaande)|een\s+jaar|(?:19|20)\d\d)",
    re.IGNORECASE,
)
_DENIED = Phrase(r"\b(?:niet|geen|nooit|nimmer|zonder|evenmin)\b", re.IGNORECASE)
_TOGETHER = Phrase(
    r"\b(?:samen|bij elkaar|tezamen|opgeteld|gezamenlijk|bijeen|in totaal|gemiddeld)\b|"
    r"\bdan\s+(?:alle|elke?|iedere?|de)\b",
    re.IGNORECASE,
)  # of a group as a whole nothing is said of each
_OPEN = Phrase(
    r"\b(?:als(?!\s+enige)|wanneer|indien|mocht|zou(?:den)?|verwacht\w*|kan|kunnen|zal|zullen|wil(?:len)?|moet(?:en)?|doel\w*|"
    r"streven|hopen|hoopt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Quantity:
    """How many of a group are said to have moved: `least` up to `most` of them, or just these."""

    start: int
    end: int
    noun: str
    least: int | None  # all when None; counted from all below nothing: -2 is all but one
    most: int | None
    every: int | None = None  # how many the group is said to have
    who: str = ""


@cache
def _ways() -> tuple[tuple[str, Phrase], ...]:
    """What says up or down of each of a group, verbs and comparatives alike."""
    found = [pair for pair in direction_patterns() if pair[0] in ("op", "neer")]
    for kind, way, words in rows("verhoudingen.tsv"):
        if kind == "vergelijking":
            than = r"(?=[^.;:]*\bdan\b)"  # 'in een hoger gelegen straat' says nothing
            found.append((way, Phrase(rf"\b(?:{words})\b{than}", re.IGNORECASE)))
    for way, words in (("op", "meer|vaker"), ("neer", "minder(?: vaak)?")):
        found.append((way, Phrase(rf"\b(?:{words})\b", re.IGNORECASE)))
    return tuple(found)


class ClaimsOfGroups(ClaimReader):
    """Judges what is said of how many of a group moved."""

    def of_group(self, line: TextLine) -> tuple[bool, JudgedClaim | None]:
        """Whether a sentence says how many of a group moved, and what the figures say to that;
        nothing where they leave it open.
        """
        own = self.text[line.sentence.start : line.sentence.end]
        shown = _AS_ONLY.sub(lambda aside: " " * len(aside[0]), self.text)
        way = _way(shown, line.sentence.start, line.sentence.end)
        if way is None or _TOGETHER.search(own):
            return False, None
        for said in _quantities(own, way[1]):
            groups = self._of_measure(self._groups(said), line)
            if groups:
                return True, self._judged_group(line, said, way[0], groups)
        return False, None

    def _judged_group(
        self, line: TextLine, said: _Quantity, way: str, groups: list[SubjectGroup]
    ) -> JudgedClaim | None:
        """What the figures say to how many of a group moved; None where they leave it open, or it
        is not said of a move: 'elke maatregel is minder uitgevoerd dan geadviseerd'.
        """
        start = line.sentence.start
        own, years = self.text[start : line.sentence.end], self._years(line)
        other = not said.who and _THAN_KIND.search(own)
        if other or _OPEN.search(own) or years is None:
            return None
        span = (start + said.start, start + said.end)
        claim = Claim(Claims.DIRECTION, *span, self.text[slice(*span)], way)
        but = _BUT.search(own)
        left = (but["but"] or but["except"]) if but else ""
        if but and not any(self._members(one, left) for one in groups):
            return None  # 'op twee na': who, is not said
        meant = said.who or left
        ways = [self._moved(said, claim, one, years, meant) for one in groups]
        return self.judged(claim, ways, group=True)

    def _groups(self, said: _Quantity) -> list[SubjectGroup]:
        if said.who:
            return [one for one in self.names.groups if self._members(one, said.who)]
        heard = roots(said.noun.lower())
        return [
            one
            for one in self.names.groups
            if one.called & heard and said.every in (None, len(one.members))
        ]

    def _of_measure(self, groups: list[SubjectGroup], line: TextLine) -> list[SubjectGroup]:
        """Of groups those whose column a sentence names, where it names any."""
        heard = {word for one in line.read.said for word, how in one.fits if how >= SAME}
        said = [
            max((way & heard for way in self.names.subjects[one.members[0]].called), key=len)
            for one in groups
        ]
        return [
            one
            for one, own in zip(groups, said, strict=True)
            if not any(own < other for other in said)
        ]

    def _members(self, group: SubjectGroup, who: str) -> list[Subject]:
        """The members of a group that some words name in full."""
        said = {
            word
            for one in re.findall(r"[^\W\d_]+", who)
            for word, how in self.names.vocabulary.fits(Spoken(one.lower())).items()
            if how >= SAME
        }
        found = []
        for number in group.members:
            one = self.names.subjects[number]
            ways = (one.key_words,) if one.key is not None else one.called
            if any(words and words <= said for words in ways):
                found.append(one)
        return found

    def _years(self, line: TextLine) -> tuple[int, int] | None:
        """Between which two years the group is said to have moved; None for more than one step."""
        marks = self.years.marks(line)
        here = [mark.year for mark in marks if mark.role is YearRole.WHEN]
        before = [mark.year for mark in marks if mark.role is not YearRole.WHEN]
        if len(set(here)) > 1 or len(set(before)) > 1 or self.years.span(line) is not None:
            return None
        now = here[0] if here else self.years.report_year
        then = before[0] if before else now - 1
        return (then, now) if then < now else None

    def _moved(
        self,
        said: _Quantity,
        claim: Claim,
        group: SubjectGroup,
        years: tuple[int, int],
        who: str,
    ) -> Proposition:
        """That so many members of a group moved as claimed, or those said to and no other, or all
        but those.
        """
        meant = {one.number for one in self._members(group, who)}
        other = "neer" if claim.way == "op" else "op"
        members = tuple(
            Pairing(level(one, years[1]), way, level(one, years[0]))
            for one in map(self.names.subjects.__getitem__, group.members)
            for way in [claim.way if (one.number in meant) is bool(said.who) else other]
        )
        least, most = (
            None if one is None else one + (len(members) + 1) * (one < 0)
            for one in (said.least, said.most)
        )
        return Proposition(members, least, most, strict=True)


def _way(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Up or down, as a sentence says, and where in it; None where it says both, or of no group."""
    found = [
        (way, one.start() - start)
        for way, pattern in _ways()
        for one in pattern.finditer(text, start, end)
    ]
    ways = {way for way, _ in found}
    return min(found, key=lambda pair: pair[1]) if len(ways) == 1 else None


def _quantities(own: str, at: int) -> Iterator[_Quantity]:
    """How many of what group a sentence speaks of, the fullest reading first."""
    denied = _DENIED.search(own) is not None
    yield from _so_many(own)
    for match in _matches(_NONE, own):
        yield _Quantity(*match.span(), match["noun"], 0, 0, _count(match["all"]))
    for match in _matches(_ALL, own):
        least, most = (0, -2) if match["deny"] else (-1, None)
        if match["deny"] or not denied:
            yield _Quantity(*match.span(), match["noun"], least, most, _count(match["all"]))
    if not denied:
        yield from _few(own, at)


def _so_many(own: str) -> Iterator[_Quantity]:
    """'Twee van de drie loketten', 'van de drie loketten groeiden er twee'."""
    for match in (one for pattern in (_OF_THEM, _SOME) for one in _matches(pattern, own)):
        some, every = _count(match["some"]), _count(match["all"])
        if some and every and not _ABOUT.search(own[: match.start()]):
            yield _Quantity(*match.span(), match["noun"], some, some, every)


def _few(own: str, at: int) -> Iterator[_Quantity]:
    """'Eén loket' (or more), and 'alleen Centrum'; `at` is where the direction is said."""
    only = not _THAN_KIND.search(own)
    one_only = _ONLY_ONE if only and "enige" in own else ()
    for match in (one for each in one_only for one in _matches(each, own)):
        yield _Quantity(*match.span(), "", None, None, who=match["who"])
    for match in _matches(_ONLY, own) if only else ():
        before = at > match.start()  # the members stand before the verb
        who = match["who"][: max(0, at - match.start("who"))] if before else match["who"]
        yield _Quantity(*match.span(), "", None, None, who=who)
    for match in _matches(_ONE, own):
        if not _ABOUT.search(own[: match.start()]) and match.start() < at:
            yield _Quantity(*match.span(), match["noun"], _count(match["some"]), None)


def _matches(pattern: str, own: str) -> Iterator[re.Match[str]]:
    return re.finditer(pattern, own, re.IGNORECASE)


def _count(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if text.isdigit() else whole(text)
