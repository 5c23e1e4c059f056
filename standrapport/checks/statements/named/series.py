# SPDX-License-Identifier: EUPL-1.2
"""Figures that a reference must be because of where it stands: the next of a series ('van … naar',
'respectievelijk', 'een jaar eerder waren dat er …'), a state where a day is named, a flow where
something comes in, a sum where several years are, or the key that the question before it names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....core.words import Phrase
from .apart import said, telling, without_times, words_within
from .context import Level
from .evidence import own_nouns
from .features import Before
from .names import Subject, SubjectNames
from .naming import FIRST_DAY, LAST_DAY, Named, is_called
from .passage import TextLine
from .referring import ResolvedReference
from .statement import Relation

_HALF = 0.5
_ORDERED = Phrase(r"\b(?:respectievelijk|onderscheidenlijk|achtereenvolgens)\b", re.IGNORECASE)
_NUMBER = "een|twee|drie|vier|vijf|\\d+"
_YEAR = r"(?:19|20)\d\d"
_BESIDE = rf"(?:{_NUMBER}) jaar (?:eerder|ervoor|daarvoor|geleden|later|erna|daarna)|vorig jaar"
_ONE_YEAR = r"het jaar (?:ervoor|daarvoor|erna|daarna)"
_THEN = Phrase(
    rf"\b(?:{_BESIDE}|{_ONE_YEAR}|(?:in|eind) {_YEAR})"
    r"(?:\s+(?:was|waren|bedroeg|bedroegen|telde))?\s+(?:dat|het|dit|die)"
    r"(?:\s+(?:er|nog|nog maar|er nog|maar|slechts))*\s*\Z|"
    rf"\((?:in |eind )?{_YEAR}(?:\s*[:=]| nog)?\s*\Z|"
    "\\bvan\\s+(?:de\\s+)?\ue000+[^\ue000.;]{0,30}\\bnaar\\s*\\Z",
    re.IGNORECASE,
)
_NEXT = Phrase(  # '… ging 12 procent door, en in 2025 tot en met november 14 procent'
    rf"\ue000[^\ue000.;]*(?:,|\ben|\bmaar|\bvan)\s+(?:en\s+)?(?:in|eind) {_YEAR}\s*"
    r"(?:tot en met [a-z]+\s*)?(?:nog |nog maar |al |toen )?\Z",
    re.IGNORECASE,
)
_COMES = Phrase(r"\b(?:kwam(?:en)?|kom(?:t|en))\b[^.;:]*\Z", re.IGNORECASE)
_IN = Phrase(r"[^.,;:]*?\b(?:bij|binnen)\b\s*(?:\ben\b|[.,;:]|\Z)", re.IGNORECASE)
_SEVERAL = Phrase(
    rf"\b(?:in|over)\s+(?:de\s+)?(?:afgelopen\s+|laatste\s+)?(?:{_NUMBER}|zes|zeven|acht|negen|tien|"
    "\ue000{3,7})\\s+jaar\\b(?!\\s+(?:tijd|geleden|eerder|later|daarvoor|daarna))|"
    r"\bjaren\s+samen\b",
    re.IGNORECASE,
)
_EACH = Phrase(
    "[^.,;:\ue000]{0,40}?\\b(?:per|op)\\s+(?:elke\\s+|de\\s+)?(?:honderd|(?:tien)?duizend|100|"
    "1\\.?000|\ue000{3,11})\\s+[a-z]",
    re.IGNORECASE,
)
_THEM = Phrase(r"\s*(?:van\s+hen|onder\s+hen|daarvan|hiervan)\b", re.IGNORECASE)
_AGAINST = Phrase(r"\b(?:tegen|tegenover)\s*\Z", re.IGNORECASE)
_OF_YEAR = Phrase(
    rf"\s*(?:(?:in|eind) {_YEAR}|een jaar eerder|het jaar (?:ervoor|daarvoor)|vorig jaar)",
    re.IGNORECASE,
)


def in_place(
    names: SubjectNames,
    own: ResolvedReference,
    named: Named,
    before: Before,
    line: TextLine,
    anchor: int,
) -> Subject | None:
    """The figure that must stand here rather than the one referred to; None when that may."""
    if own.relation is not Relation.LEVEL or own.first.expected:
        return None
    words = _Around(line, anchor)
    found = _of_end(names, own, named, words) or _of_several(names, own, named, words)
    found = found or _of_each(names, own, words) or _of_them(names, own, named, before, words)
    if not found and _goes_on(line, anchor):
        found = _of_series(names, own, named, before)
    if found or own.first.subject.derived:
        return found
    return _of_state(names, own, named) or _key_asked(names, own, named, line)


class _Around:
    """The words of a sentence around one amount."""

    def __init__(self, line: TextLine, anchor: int) -> None:
        low, high = line.sentence.start, line.sentence.end
        start, end = line.spans[anchor]
        ends = [line.spans[one] for one in line.anchors]
        self.sentence = line.shown[low:high]
        earlier = line.before
        self.earlier = line.shown[earlier.sentence.start : earlier.sentence.end] if earlier else ""
        self.before = line.shown[max([low, *(e for _, e in ends if e <= start)]) : start]
        self.rest = line.shown[end:high]
        self.after = line.shown[end : min([high, *(s for s, _ in ends if s >= end)])]


def _kin(names: SubjectNames, mine: Subject, named: Named) -> list[Subject]:
    """What else a table counts in the same unit, best named first."""
    order = [one.number for one, _ in named.ranked]
    table = (names.subjects[n] for n in names.siblings[mine.table_name])
    kin = [one for one in table if one is not mine and _beside(one, mine) and not one.change]
    return sorted(kin, key=lambda one: order.index(one.number) if one.number in order else 99)


def _of_end(
    names: SubjectNames, own: ResolvedReference, named: Named, words: _Around
) -> Subject | None:
    """The state at the other end of the year, where that is the one that is said; or a flow."""
    mine = own.first.subject
    if own.first.year not in {year for year, cost in named.when.years if not cost}:
        return None
    begins, ends = (FIRST_DAY.search(words.sentence), LAST_DAY.search(words.sentence))
    kin = _kin(names, mine, named)
    if not begins and not ends:
        return _of_flow(names, mine, kin, words)
    first = is_called(names, mine, "begin")
    if (begins and ends) or not (first or mine.stock):
        return None
    return None if bool(begins) is first else _other_end(names, kin, first=first)


def _other_end(names: SubjectNames, kin: Sequence[Subject], *, first: bool) -> Subject | None:
    """The state at the end of the year, where that of its `first` day was told, or turned round."""
    states = (one for one in kin if one.stock or not first)
    return next((one for one in states if is_called(names, one, "begin") is not first), None)


def _of_flow(
    names: SubjectNames, mine: Subject, kin: Sequence[Subject], words: _Around
) -> Subject | None:
    """What came in, where that is said of a state: 'er kwamen … bij'."""
    if not (mine.stock or is_called(names, mine, "begin")):
        return None
    if not (_COMES.search(words.before) and _IN.match(words.after)):
        return None
    flows = (one for one in kin if not (one.stock or one.derived))
    return next((one for one in flows if not is_called(names, one, "begin")), None)


def _of_several(
    names: SubjectNames, own: ResolvedReference, named: Named, words: _Around
) -> Subject | None:
    """The sum over several years, where those are said and a figure of one year is referred to."""
    mine, cues = own.first.subject, named.cues
    if mine.over_years or mine.stock or cues.mean or cues.change is not None:
        return None
    sums = [one for one in _kin(names, mine, named) if one.over_years]
    itself = next((one for one in sums if one.over_years == mine.ref), None)
    if _SEVERAL.search(words.sentence):
        return itself or next(iter(sums), None)
    again = not named.when.said and _SEVERAL.search(words.earlier)
    return itself if again else None


def _of_them(
    names: SubjectNames, own: ResolvedReference, named: Named, before: Before, words: _Around
) -> Subject | None:
    """The same of the people spoken of before, where a sentence goes on about them ('Van hen …')
    and nothing says the others.
    """
    mine, earlier = own.first.subject, before.subject
    if earlier is None or not _THEM.match(words.sentence) or not mine.population_name:
        return None
    here = words_within(named.context.near, Level.OTHER)
    if mine.population_name == earlier.population_name or mine.apart & here:
        return None
    twins = (names.subjects[n] for n in mine.twins)
    return next((o for o in twins if o.population_name == earlier.population_name), None)


def _of_each(names: SubjectNames, own: ResolvedReference, words: _Around) -> Subject | None:
    """The ratio of a table, where so many of each thousand are said: '12 klachten per duizend'."""
    mine = own.first.subject
    if mine.average or not _EACH.match(words.rest):
        return None
    table = (names.subjects[n] for n in names.siblings[mine.table_name])
    return next((one for one in table if one.average and _beside(one, mine)), None)


def _of_series(
    names: SubjectNames, own: ResolvedReference, named: Named, before: Before
) -> Subject | None:
    """The figure of the amount before, where this is the same of another year."""
    mine, earlier = own.first.subject, before.subject
    if earlier is None or earlier.number == mine.number or earlier.unit is not mine.unit:
        return None
    kin = earlier.table_name == mine.table_name or earlier.number in mine.twins
    if earlier.derived or earlier.change or not kin:
        return None
    reach = Level.OWN if before.same else Level.BEFORE  # 'om een rapportcijfer. In 2022 was dat …'
    here = words_within(named.context.near, reach)
    return None if said(names, telling(mine, earlier), here) > 0 else earlier


def _goes_on(line: TextLine, anchor: int) -> bool:
    """Whether a place is that of the next of a series of years."""
    low, (start, end) = line.sentence.start, line.spans[anchor]
    before = line.shown[low:start]
    if _THEN.search(before) or _NEXT.search(before):
        return True
    if _AGAINST.search(before) and _OF_YEAR.match(line.shown, end):
        return True
    ordered = _ORDERED.search(before) is not None and len(line.anchors) > 1
    many = len(re.findall(rf"\b{_YEAR}\b", line.shown[low : line.sentence.end])) > 1
    return ordered and many


def _of_state(names: SubjectNames, own: ResolvedReference, named: Named) -> Subject | None:
    """The state of a table, where a day is named and a flow is referred to that nothing names."""
    mine = own.first.subject
    if mine.stock or mine.summed or not named.cues.stock or named.cues.change is not None:
        return None
    table = (names.subjects[n] for n in names.siblings[mine.table_name])
    states = [one for one in table if one.stock and not one.derived and _beside(one, mine)]
    here = words_within(named.context.near, Level.OTHER)
    if any(said(names, telling(mine, one), here) for one in states):
        return None
    order = [one.number for one, _ in named.ranked]
    states.sort(key=lambda one: order.index(one.number) if one.number in order else len(order))
    return next(iter(states), None)


def _beside(one: Subject, other: Subject) -> bool:
    """Whether two figures of a table count the same, of the same key."""
    return one.unit_name == other.unit_name and one.key == other.key


def spoken_for(
    names: SubjectNames,
    own: ResolvedReference,
    named: Named,
    other: Subject,
    line: TextLine,
    anchor: int,
) -> bool:
    """Whether what tells the figure referred to from another is said near it, and more of it than
    of what tells one of another table: then it may be meant.
    """
    mine = own.first.subject
    here = without_times(names, words_within(named.context.near, Level.SHARED))
    told = said(names, telling(mine, other), here)
    strange = any(not one.fits for one in own_nouns(line.read, anchor)[-1:])
    if not told and strange and not said(names, telling(other, mine), here):
        return True  # nothing tells them, and what is counted is said in a strange word
    if mine.table_name != other.table_name and said(names, telling(other, mine), here) >= told:
        return False
    return told >= _HALF


def _key_asked(
    names: SubjectNames, own: ResolvedReference, named: Named, line: TextLine
) -> Subject | None:
    """The key that the question before a bare amount names: 'Hoeveel handelszaken? Precies …'."""
    mine = own.first.subject
    if mine.key is None or not named.context.bare:
        return None
    words = _asked(line)
    others = (names.subjects[n] for n in names.siblings[mine.table_name])
    found = [
        one
        for one in others
        if one.ref == mine.ref and one.key_words and one.key_words <= words - mine.key_words
    ]
    return found[0] if len(found) == 1 and not mine.key_words & words else None


def _asked(line: TextLine) -> frozenset[int]:
    """The names' words of the question before a sentence."""
    asked = line.before
    if asked is None:
        return frozenset()
    if not asked.shown[asked.sentence.start : asked.sentence.end].rstrip().endswith("?"):
        return frozenset()
    return frozenset(w for one in asked.read.said for w, how in one.fits if how >= _HALF)
