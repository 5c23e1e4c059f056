# SPDX-License-Identifier: EUPL-1.2
"""What a claim without an amount says of figures, in one form, and whether it is so (rule 6).

Every claim is so many comparisons of which some number holds: 'daalde' is a figure beside itself a
year before, 'de meeste' a figure beside each other kind of which none is ahead, 'samen meer dan' a
sum beside a figure, 'de meerderheid' a part beside half its whole, 'alle loketten groeiden' one for
each member. The words are read elsewhere; here stands the truth of it (0054).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from fractions import Fraction

from ....core.frozen import dataclass
from ..named.names import Subject
from ..named.statement import NamedFigure
from ..named.values import Known, PrintedValue, summed


class Claims(Enum):
    """What is claimed."""

    DIRECTION = "richting"
    ORDER = "vergelijking"
    TIMES = "keren"  # so many times another kind, or as many
    EXTREME = "uiterste"  # of kinds or keys
    MAJORITY = "deel"  # more or less than half of a whole
    PEAK = "piek"  # of years


@dataclass(frozen=True)
class Claim:
    """Words at `start` up to `end` that claim something; `way` is the kind of direction, 'op' and
    'neer' for most and least, or how many times; `place` the rank claimed; `than` where 'dan' (or
    what stands for it) is; `denied`: that it is not so.
    """

    kind: Claims
    start: int
    end: int
    words: str
    way: str
    place: int = 1
    than: tuple[int, int] | None = None
    never: bool = False  # 'nooit minder dan in 2021': a claim on every year
    bare: bool = False  # 'minder aanvragen', with nothing it is compared with
    denied: bool = False
    verb: bool = False  # a verb stands between the two that are compared
    follows: bool = False  # 'gevolgd door …': the place after the claim before it
    year: int = 0  # the year of a turn that is taken for granted: 'na de dip van 2022'
    after: int = 0  # since that year: 'die in 2022 piekte, is nadien gedaald'
    nowhere: bool = False  # 'nergens zo veel als in …': what follows comes first of its kind
    since: bool = False  # 'sinds 2020 de grootste groep': it is said of each year from then on


SAME = Fraction(5, 100)  # 'gelijk gebleven' allows a change of five percent
EXACTLY = Fraction(1, 100)  # and without 'ongeveer' one of one percent
_RATIOS = {
    "meer dan verdubbeld": (Fraction(2), Fraction(1000)),
    "bijna verdubbeld": (Fraction(17, 10), Fraction(2)),
    "meer dan gehalveerd": (Fraction(0), Fraction(1, 2)),
    "bijna gehalveerd": (Fraction(1, 2), Fraction(6, 10)),
    "meer dan verdrievoudigd": (Fraction(3), Fraction(1000)),
    "meer dan verviervoudigd": (Fraction(4), Fraction(1000)),
    "bijna verdrievoudigd": (Fraction(27, 10), Fraction(3)),
    "verdubbeld": (Fraction(18, 10), Fraction(23, 10)),
    "verdrievoudigd": (Fraction(27, 10), Fraction(34, 10)),
    "verviervoudigd": (Fraction(36, 10), Fraction(45, 10)),
    "gehalveerd": (Fraction(42, 100), Fraction(56, 100)),
    "gelijk": (1 - EXACTLY, 1 + EXACTLY),
    "ongeveer gelijk": (1 - SAME, 1 + SAME),
}
# About how many times: from and up to, and how far 'ruim' and 'bijna' reach.
_ABOUT = (Fraction(88, 100), Fraction(115, 100), Fraction(13, 10), Fraction(8, 10))
Way = str | tuple[Fraction, Fraction]  # 'op', 'neer', or how many times the other at least and most


@dataclass(frozen=True)
class Term:
    """One side of a comparison: figures added up, so many times; without any just that number.
    `growth`: how much they moved since the year before ('procent' or 'aantal'), not what they were.
    """

    figures: tuple[NamedFigure, ...] = ()
    times: Fraction = Fraction(1)
    growth: str = ""

    def value(self, known: Known) -> PrintedValue | None:
        """What the term was; None when that is not known."""
        now = self._together(known, 0)
        if now is None or not self.growth:
            return now
        then = self._together(known, 1)
        if then is None:
            return None
        return now - then if self.growth == "aantal" else (now - then).per(then, 100)

    def _together(self, known: Known, back: int) -> PrintedValue | None:
        if not self.figures:
            return PrintedValue(self.times, self.times, self.times)
        values = [known.value(one.subject, one.year - back) for one in self.figures]
        if (told := [one for one in values if one is not None]) and len(told) == len(values):
            all_ = summed(told)
            return PrintedValue(*(self.times * one for one in (all_.value, all_.low, all_.high)))
        return None


@dataclass(frozen=True)
class Pairing:
    """A term beside another, and how it is said to be (or not to be) to that."""

    one: Term
    way: Way
    other: Term
    denied: bool = False

    def seen(self, known: Known) -> tuple[tuple[Term, PrintedValue], ...]:
        """Its terms with what they were, as a finding tells them: the earlier year first."""
        both = (self.one, self.other)
        years = [one.figures[0].year for one in both if one.figures]
        turned = len(years) > 1 and years[1] < years[0]
        values = ((one, one.value(known)) for one in (both[::-1] if turned else both))
        return tuple((one, value) for one, value in values if one.figures and value is not None)


@dataclass(frozen=True)
class Proposition:
    """One way to read a claim: that `least` up to `most` of some comparisons hold (all, where
    nothing is said). `strict`: what rounding may turn is open, rather than doubtful.
    """

    comparisons: tuple[Pairing, ...]
    least: int | None = None
    most: int | None = None
    strict: bool = False


@dataclass(frozen=True)
class Answer:
    """What the figures say of a proposition (`true` None when they leave it open): the comparison
    that tells most, what its terms were, whether no rounding can turn it, and what each did.
    """

    true: bool | None
    told: Pairing | None = None
    seen: tuple[tuple[Term, PrintedValue], ...] = ()
    clear: bool = True
    held: tuple[tuple[Pairing, bool | None], ...] = ()


def truth(known: Known, said: Proposition) -> Answer:
    """Whether as many of the comparisons hold as is said."""
    weighed = ((one, _weighed(known, one)) for one in said.comparisons)
    found = [(one, *result) for one, result in weighed if result is not None]
    if not found:
        return Answer(None)
    held = tuple((one, holds if clear or not said.strict else None) for one, holds, clear in found)
    true, over = _counted(said, [holds for _, holds in held])
    telling = [one for one in found if true is False and one[1] is over]
    told, _, clear = (telling or found)[0]
    return Answer(true, told, told.seen(known), clear, held)


def _counted(said: Proposition, held: Sequence[bool | None]) -> tuple[bool | None, bool]:
    """Whether so many hold as is said, whatever the open ones do; and whether too many do."""
    every = len(said.comparisons)
    yes, may = held.count(True), every - held.count(False)
    least = every if said.least is None else said.least
    most = every if said.most is None else said.most
    if yes > most or may < least:
        return False, yes > most
    return (True if least <= yes and may <= most else None), False


def _weighed(known: Known, said: Pairing) -> tuple[bool, bool] | None:
    """Whether a comparison holds, and whether no rounding can turn that; None when not known."""
    one, other = said.one.value(known), said.other.value(known)
    if one is None or other is None:
        return None
    clear = one.high < other.low or other.high < one.low
    match said.way:
        case "op":
            holds = one.value > other.value
        case "neer":
            holds = one.value < other.value
        case (Fraction() as low, Fraction() as high):
            same = low <= 1 <= high and not clear
            if not same and not other.value:
                return None
            holds, clear = same or low <= one.value / other.value <= high, True
        case way:
            raise ValueError(way)
    return holds is not said.denied, clear


def way_of(claim: Claim) -> Way:
    """How the words of a claim say one term is to another."""
    if claim.kind is not Claims.TIMES or claim.way == "gelijk":
        way = "ongeveer gelijk" if claim.kind is Claims.TIMES else claim.way
        return _RATIOS.get(way, way)
    said, words = Fraction(claim.way), claim.words.lower()
    if words.startswith("ruim"):
        return said, said * _ABOUT[2]
    if words.startswith("bijna"):
        return said * _ABOUT[3], said
    return said * _ABOUT[0], said * _ABOUT[1]


def level(subject: Subject, year: int) -> Term:
    """What a subject was in a year."""
    return Term((NamedFigure(subject, year),))


def beside(claim: Claim, one: Term, other: Term) -> Pairing:
    """Two terms compared as a claim says."""
    return Pairing(one, way_of(claim), other, claim.denied)


def placed(known: Known, claim: Claim, one: Term, others: Sequence[Term]) -> Proposition:
    """That so many of the others that are known are ahead of a term as its place says."""
    rivals_ = [(other, value) for other in others if (value := other.value(known)) is not None]
    sign = 1 if claim.way == "op" else -1
    rivals_.sort(key=lambda pair: -sign * pair[1].value)
    ahead = tuple(Pairing(other, claim.way, one) for other, _ in rivals_)
    return Proposition(ahead, claim.place - 1, claim.place - 1)


def comparable(one: Subject, other: Subject) -> bool:
    """Whether an order of two subjects can be told: the same unit, and both a state or both a
    flow. A sentence that orders two populations ('meer treinen dan bussen') may do so.
    """
    alike = one.population_name == other.population_name or not one.population_name
    return (
        one.unit is other.unit
        and one.stock == other.stock
        and (alike or one.unit_name == other.unit_name or other.number in one.twins)
    )
