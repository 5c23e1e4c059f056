# SPDX-License-Identifier: EUPL-1.2
"""A reference in a text against its sentence (rule 2): what it resolves to beside what the words
name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ....core.frozen import dataclass
from ....core.words import Phrase
from ..reading.mention import Unit
from . import rivals
from .apart import of_named_population
from .context import Level
from .features import Before, counts_other
from .names import Subject, SubjectNames, named_words
from .naming import Named, Ranked
from .passage import TextLine
from .referring import ResolvedReference, is_aimed
from .rivals import CLEAR, UNSPOKEN
from .series import in_place, spoken_for
from .statement import AmountReading, NamedFigure, Relation, StatementOutcome
from .values import Known
from .years import PAST, SpokenWhen

DOUBT = 1.8
HALF = 0.65  # how well a word must fit, more than one that is only alike
STRONG = 4.5  # the score from which words name a figure for sure
_YEARS = Phrase(r"\b(?:jaren|(?:[^\W\d_]+|\d+)\s+jaar\s+(?:tijd|lang|geleden|terug|eerder))\b")
_SOME = 0.3  # the part of a name that must be said


@dataclass(frozen=True)
class JudgedReference:
    """A reference as judged: what is wrong ('cijfer', 'jaar', 'vergelijking', '') and the figures
    that would fit, best first.
    """

    outcome: StatementOutcome
    wrong: str = ""
    fitting: tuple[tuple[NamedFigure, ...], ...] = ()


FINE = JudgedReference(StatementOutcome.RIGHT)


def judged(
    own: ResolvedReference,
    named: Named,
    known: Known,
    names: SubjectNames,
    before: Before,
    earlier: frozenset[int],
    anywhere: frozenset[int],
    at: tuple[TextLine, int],
) -> JudgedReference:
    """Whether a reference to one figure, or its change, is what its sentence names; `earlier` are
    the words said before it in its paragraph, `anywhere` those of its whole text and title, `at`
    its sentence and which amount of it it is.
    """
    first = own.first
    named = replace(named, ranked=_possible(own, named, known, names))
    if own.relation is Relation.CHANGE:
        since = own.about[1].year
        compared = [year for year in named.when.compared if year != first.year]
        if compared and since not in compared:
            return JudgedReference(
                StatementOutcome.WRONG,
                "vergelijking",
                ((first, NamedFigure(first.subject, compared[0])),),
            )
        if not compared and _since_unsaid(own, named.when, at[0]):
            last = NamedFigure(first.subject, first.year - 1)
            return JudgedReference(StatementOutcome.WRONG, "sinds", ((first, last),))
    wrong_year = not in_year(first.year, named.when)
    year = min(named.when.years, key=lambda pair: pair[1])[0]
    told = named.cues.change is not None or named.cues.difference
    silent = named.context.bare and not any(
        level is Level.SHARED or (level is Level.BASE and first.subject.unit is Unit.PERCENT)
        for level, _ in named.context.stretches
    )
    moved = _moved_by(first.subject, named)
    lenient = (
        silent
        or not named.ranked
        or (named.context.there and _said_before(own, named, earlier))
        or (named.based and _in_front(own, named))
        or _goes_with(own, named, before)
        or (first.subject.difference and told)
        or moved
    )
    if _continues(own, named, before) and before.subject is not None:
        after = ((before.subject, 0.0),)
        return JudgedReference(StatementOutcome.WRONG, "cijfer", _offered(own, after, first.year))
    if (must := in_place(names, own, named, before, *at)) is not None:
        then = year if wrong_year else first.year
        offer = _offered(own, ((must, 0.0),), then)
        return JudgedReference(StatementOutcome.WRONG, "cijfer", offer)
    instead = rivals.instead(names, own, named, known, before, earlier, anywhere)
    if not moved and instead is not None and not spoken_for(names, own, named, instead, *at):
        then = year if wrong_year else first.year
        offer = _offered(own, ((instead, 0.0),), then)
        return JudgedReference(StatementOutcome.WRONG, "cijfer", offer)
    gap = shortfall(named.ranked, first.subject) if not lenient else 0.0
    enough, clear = DOUBT, CLEAR
    if gap and _unspoken(names, own, named, earlier):
        enough = clear = UNSPOKEN
    elif gap and named.ranked[0][1] < STRONG and not _beside(own, named):
        gap = gap if _other_total(own, named) else 0.0
    if gap and spoken_for(names, own, named, named.ranked[0][0], *at):
        gap = 0.0
    if gap > enough and not _same(named.ranked, own, known):
        then = year if wrong_year else first.year
        sure = gap > clear or wrong_year or _of_key(own, named)
        outcome = StatementOutcome.WRONG if sure else StatementOutcome.DOUBT
        return JudgedReference(outcome, "cijfer", _offered(own, named.ranked, then))
    other = of_named_population(names, first.subject, named.ranked, named.context)
    if other is not None and not lenient:
        then = year if wrong_year else first.year
        return JudgedReference(
            StatementOutcome.WRONG, "cijfer", _offered(own, ((other, 0.0),), then)
        )
    if wrong_year:
        return JudgedReference(
            StatementOutcome.WRONG, "jaar", _offered(own, ((first.subject, 0.0),), year)
        )
    return FINE


def _other_total(own: ResolvedReference, named: Named) -> bool:
    """Whether the best is the total of another table, and nothing said fits the name of this."""
    best, mine = named.ranked[0][0], own.first.subject
    ranks = any(one.number == mine.number for one, _ in named.ranked)
    return mine.total and best.total and not ranks and not named.context.unknown[0]


def _since_unsaid(own: ResolvedReference, when: SpokenWhen, line: TextLine) -> bool:
    """Whether a change is since a year that the text does not say, and not the one before."""
    first, since = own.about
    if since.expected or since.year == first.year - 1 or when.span or when.told:
        return False
    own_words = line.shown[line.sentence.start : line.sentence.end]
    return str(since.year) not in line.shown and not _YEARS.search(own_words)


def across(own: ResolvedReference) -> JudgedReference:
    """Whether a difference is between figures that can be told apart by one thing: two figures of
    one year, or one of two years.
    """
    one, other = own.about
    if one.year == other.year or (one.subject.stock and other.subject.stock):
        return FINE
    ways = ((one, replace(one, year=other.year)), (replace(other, year=one.year), other))
    return JudgedReference(StatementOutcome.WRONG, "cijfer", ways)


def _moved_by(mine: Subject, named: Named) -> bool:
    """Whether a figure of change says by how much what is named moved: 'het uitbetaalde bedrag
    steeg met {{ bedragen.verandering }}'.
    """
    if not (mine.change and named.cues.moved and named.ranked):
        return False
    best = named.ranked[0][0]
    ways = frozenset().union(*best.called) & frozenset().union(*mine.called)
    return best.table_name == mine.table_name and bool(ways)


def _in_front(own: ResolvedReference, named: Named) -> bool:
    """Whether the best is only named as what a share is taken of: 'van wat niet doorging'."""
    best = named.ranked[0][0]
    mine = frozenset().union(*own.first.subject.called)
    apart = frozenset().union(*best.called) - mine
    near = named.context.near
    return bool(apart) and all(near[w][0] >= Level.BASE for w in apart if w in near)


def _said_before(own: ResolvedReference, named: Named, earlier: frozenset[int]) -> bool:
    """Whether what tells this one from the best named stands earlier in the paragraph."""
    if not named.ranked:
        return False
    best = frozenset().union(*named.ranked[0][0].called)
    return bool((frozenset().union(*own.first.subject.called) - best) & earlier)


def _goes_with(own: ResolvedReference, named: Named, before: Before) -> bool:
    """Whether words speak for the one referred to besides its name: a state where a day is named,
    or the same as before of another population that is named.
    """
    mine = own.first.subject
    if named.cues.stock and mine.stock and not named.ranked[0][0].stock:
        return True
    near = named.context.near
    told = any(w in near and near[w][0] <= Level.OTHER for w in mine.apart)
    return told and before.subject is not None and before.subject.number in mine.twins


def _continues(own: ResolvedReference, named: Named, before: Before) -> bool:
    """Whether a change without words of its own follows another figure than it is a change of:
    'reed {{ ritten.gereden }} ritten, {{ ritten.vertraagd | verschil(-1) }} dan in 2023'.
    """
    one = before.subject
    return (
        own.relation is Relation.CHANGE
        and named.context.bare
        and before.same
        and one is not None
        and one.unit is own.first.subject.unit
        and one.number != own.first.subject.number
    )


def _beside(own: ResolvedReference, named: Named) -> bool:
    """Whether the best is named in full in its own part, and this one not at all."""
    near, best, mine = named.context.near, named.ranked[0][0], own.first.subject

    def said(way: frozenset[int], level: Level) -> bool:
        return all(w in near and near[w][0] <= level and near[w][1] > HALF for w in way)

    ways = best.called if best.key is None else (best.key_words,)
    others = mine.called if mine.key is None else (mine.key_words,)
    spoken = any(w in near and near[w][0] <= Level.SHARED for way in others for w in way)
    return not spoken and any(way and said(way, Level.OWN) for way in ways)


def _of_key(own: ResolvedReference, named: Named) -> bool:
    """Whether the best is of a key that the sentence names in full, and this one of all together:
    'in Lindeveld was de wachttijd {{ wachttijd.totaal }}'.
    """
    near, best = named.context.near, named.ranked[0][0]
    spoken = (
        w in near and near[w][0] <= Level.SHARED and near[w][1] > HALF for w in best.key_words
    )
    return own.first.subject.key is None and bool(best.key_words) and all(spoken)


def _unspoken(
    names: SubjectNames, own: ResolvedReference, named: Named, earlier: frozenset[int]
) -> bool:
    """Whether nothing near says what tells a figure from the others of its table, while the best
    named one is.
    """
    mine, best = own.first.subject, named.ranked[0][0]
    if mine.total or not mine.called or len(names.siblings[mine.table_name]) == 1:
        return False
    said = earlier | named.context.near.keys()
    ways = mine.called if mine.key is None else (mine.key_words,)
    if any(names.weight(way & said) >= _SOME * names.weight(way) for way in ways):
        return False
    near = named.context.near.items()
    here = {word for word, (level, how) in near if level <= Level.SHARED and how > HALF}
    theirs = best.table if best.total else best.called if best.key is None else (best.key_words,)
    return any(names.weight(way & here) >= _SOME * names.weight(way) for way in theirs)


def _possible(own: ResolvedReference, named: Named, known: Known, names: SubjectNames) -> Ranked:
    """What a sentence may name instead: figures that are known in its years, and that are what its
    words count.
    """
    mine = own.first.subject
    odd = counts_other(names, mine, named.context)
    years = {own.first.year, *(year for year, _ in named.when.years)}
    return tuple(
        (one, score)
        for one, score in named.ranked
        if one.number == mine.number
        or (
            any(is_aimed(known, one, year, own.first.expected) for year in years)
            and (odd or not counts_other(names, one, named.context))
            and not _other_population(mine, one, named)
        )
    )


def _other_population(mine: Subject, other: Subject, named: Named) -> bool:
    """Whether the sentence names the population of one and not that of its twin."""
    near = named.context.near

    def told(one: Subject, than: Subject) -> bool:
        apart = named_words(one) - named_words(than)
        return any(w in near and near[w][0] <= Level.OTHER for w in apart)

    return other.number in mine.twins and told(mine, other) and not told(other, mine)


def in_year(year: int, when: SpokenWhen) -> bool:
    """Whether a year may be one that is spoken of."""
    return any(year == other and cost < PAST for other, cost in when.years)


def shortfall(ranked: Ranked, subject: Subject) -> float:
    """How much better another subject is named."""
    if not ranked:
        return 0.0
    score = next((s for one, s in ranked if one.number == subject.number), None)
    if score is None:  # not named at all
        score = min(ranked[-1][1], ranked[0][1] - CLEAR - 0.1)
    return ranked[0][1] - score


def _offered(
    own: ResolvedReference, ranked: Ranked, year: int
) -> tuple[tuple[NamedFigure, ...], ...]:
    step = own.about[1].year - own.first.year if own.relation is Relation.CHANGE else None
    return tuple(
        (NamedFigure(subject, year),)
        if step is None
        else (NamedFigure(subject, year), NamedFigure(subject, year + step))
        for subject, _ in ranked[:3]
    )


def _same(ranked: Ranked, own: ResolvedReference, known: Known) -> bool:
    """Whether a well named figure is the same number in that year: the sentence is true either
    way.
    """
    mine = known.value(own.first.subject, own.first.year)
    near = [one for one, score in ranked if score >= ranked[0][1] - DOUBT]
    values = [known.value(one, own.first.year) for one in near]
    return mine is not None and any(other and other.value == mine.value for other in values)


def judged_sum(
    own: ResolvedReference, together: Callable[[], Sequence[AmountReading]]
) -> JudgedReference:
    """Whether a sum written in the text is of the kinds its sentence spells out."""
    mine = {(one.subject.number, one.year) for one in own.about}
    readings = [one for one in together() if one.relation is Relation.SUM]
    if not readings or any(
        {(one.subject.number, one.year) for one in reading.about} == mine for reading in readings
    ):
        return FINE
    refs = {one.subject.ref for one in own.about}
    same = [r for r in readings if {one.subject.ref for one in r.about} == refs]
    chosen = same or readings
    return JudgedReference(StatementOutcome.WRONG, "cijfer", tuple(one.about for one in chosen[:3]))
