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

from ...core.frozen import dataclass
from ...core.words import Phrase, direction_patterns
from .claim_reader import ClaimReader, JudgedClaim
from .claims import Claim, Claims
from .judge_claims import Answer
from .lexicon import rows
from .morphology import roots
from .names import Subject, SubjectGroup
from .no_amounts import whole
from .passage import TextLine
from .statement import NamedFigure
from .values import PrintedValue
from .vocabulary import SAME, Spoken
from .years import YearRole

_NOUN = r"(?P<noun>[^\W\d_]+)"
_MANY = r"één|eén|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d+"
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
_ABOUT = Phrase(
    r"\b(?:bijna|ruim|ongeveer|zeker|minstens|hooguit|minder|meer|niet)\s+\Z", re.IGNORECASE
)
_THAN_KIND = Phrase(  # 'minder woningen dan Molenkamp telt alleen …' tells of one year
    r"\bdan\s+(?!in\b|eind\b|vorig|het\s+(?:jaar|vorige|voorgaande)|een\s+jaar|(?:19|20)\d\d)",
    re.IGNORECASE,
)
_DENIED = Phrase(r"\b(?:niet|geen|nooit|zonder|evenmin)\b", re.IGNORECASE)
_TOGETHER = Phrase(
    r"\b(?:samen|bij elkaar|tezamen|opgeteld|gezamenlijk|bijeen|in totaal|gemiddeld)\b|"
    r"\bdan\s+(?:alle|elke?|iedere?|de)\b",
    re.IGNORECASE,
)  # of a group as a whole nothing is said of each
_OPEN = Phrase(
    r"\b(?:als|mocht|zou(?:den)?|verwacht\w*|kan|kunnen|zal|zullen|wil(?:len)?|moet(?:en)?|doel\w*|"
    r"streven|hopen|hoopt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Quantity:
    """How many of a group are said to have moved: `least` up to `most` of them, or just these."""

    start: int
    end: int
    noun: str
    least: int | None  # counted from all when below nothing: -1 is all, -2 all but one
    most: int | None
    every: int | None = None  # how many the group is said to have
    who: str = ""

    def holds(self, moved: int, members: int) -> bool:
        """Whether so many of the members are as many as said."""
        least, most = self.least or 0, members if self.most is None else self.most
        least, most = (one + (members + 1) * (one < 0) for one in (least, most))
        return least <= moved <= most


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
        way = _way(self.text, line.sentence.start, line.sentence.end)
        if way is None or _TOGETHER.search(own):
            return False, None
        for said in _quantities(own, way[1]):
            groups = self._groups(said)
            if groups:
                years = self._years(line)
                if _OPEN.search(own) or years is None:
                    return True, None
                judged = [self._judged_group(line, said, way, one, years) for one in groups]
                against = [one for one in judged if one is not None and not one.answer.true]
                open_ = len(against) < len(judged)
                right = next((one for one in judged if one is not None and one.answer.true), None)
                return True, right if open_ else against[0]
        return False, None

    def _groups(self, said: _Quantity) -> list[SubjectGroup]:
        if said.who:
            return [one for one in self.names.groups if self._members(one, said.who)]
        heard = roots(said.noun.lower())
        return [
            one
            for one in self.names.groups
            if one.called & heard and said.every in (None, len(one.members))
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

    def _judged_group(
        self,
        line: TextLine,
        said: _Quantity,
        way: tuple[str, int],
        group: SubjectGroup,
        years: tuple[int, int],
    ) -> JudgedClaim | None:
        moved: list[Subject] = []
        stayed: list[Subject] = []
        figures: tuple[tuple[NamedFigure, PrintedValue], ...] = ()
        for number in group.members:
            subject = self.names.subjects[number]
            then, now = (self.known.value(subject, year) for year in years)
            if then is None or now is None or then.value == now.value:
                return None
            (moved if (now.value > then.value) == (way[0] == "op") else stayed).append(subject)
            before, after = (NamedFigure(subject, year) for year in years)
            figures += ((before, then), (after, now))
        meant = {one.number for one in self._members(group, said.who)}
        true = (
            {one.number for one in moved} == meant
            if said.who
            else said.holds(len(moved), len(group.members))
        )
        start = line.sentence.start + said.start
        words = self.text[start : line.sentence.start + said.end]
        claim = Claim(Claims.DIRECTION, start, line.sentence.start + said.end, words, way[0])
        about = tuple(one for one, _ in figures[1::2])
        return JudgedClaim(claim, Answer(true, figures[:2]), about, tuple(moved), tuple(stayed))


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
        yield _Quantity(*match.span(), match["noun"], None, 0, _count(match["all"]))
    for match in _matches(_ALL, own):
        least, most = (None, -2) if match["deny"] else (-1, None)
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
    for match in _matches(_ONLY, own) if not _THAN_KIND.search(own) else ():
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
