# SPDX-License-Identifier: EUPL-1.2
"""From all that holds to what is worth proposing: of rivals the one that fits best, nothing that
follows from rules or from shorter proposals, judged in every edition, in a fixed order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ....core.formula import Names, leaves
from ....core.model import Catalogue, FigureKey, Figures, Verdict, figure_of, years_of
from ..constraints import boxes_of
from ..judge import judge
from .known import KnownRules
from .orders import PartOfWhole, orders
from .proposal import KINDS, ProposedRule
from .search import Candidate, candidates
from .series import FigureSeries, Sample, fields

_MOST = 200  # proposals in all
_HOLDS = {Verdict.EXACT, Verdict.WITHIN_ROUNDING, Verdict.UNDECIDED}
_DECIDED = {Verdict.EXACT, Verdict.WITHIN_ROUNDING}
_BETTER = 2.0  # how much better (in squared deviations) a rival fits that makes another fall


def propose(
    catalogue: Catalogue, figures: Mapping[int, Figures], names: Mapping[int, Names]
) -> list[ProposedRule]:
    """The rules that the figures of all editions suggest, best supported first within their kind;
    those with one exception last.
    """
    if not figures:
        return []
    known = {
        year: KnownRules(
            catalogue.rules, names[year], figures[year], sorted(years_of(figures[year]))
        )
        for year in figures
    }
    chosen = _Chosen(catalogue, known, {rule.id for rule in catalogue.rules}, figures)
    per_key: dict[str, Candidate] = {}
    per_year: dict[str, Candidate] = {}
    in_order: dict[str, PartOfWhole] = {}
    for year in sorted(figures, reverse=True):
        for field in fields(catalogue, figures[year], names[year]):
            found = per_key if field.keyed else per_year
            for one in candidates(field):
                found.setdefault(_same(one), one)
            for order in orders(field):
                in_order.setdefault(order.test, order)
    # What holds for every key comes first: sums over the keys follow from it.
    for several in (per_key, per_year):
        for one in _rivals(several.values()):
            chosen.take_candidate(one)
    for order in in_order.values():
        chosen.take_order(order)
    return chosen.ranked()


def _same(one: Candidate) -> str:
    """What is the same for two candidates that say the same."""
    return f"{one.kind} {one.total.name} {' '.join(sorted(part.name for part in one.parts))}"


def _rivals(found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates in order, without those that a better one replaces: the same total with parts more
    or less, or a total written out in its own parts.
    """
    everything = sorted(
        found, key=lambda one: (one.fails is not None, len(one.parts) > 1, -one.score, one.test)
    )
    by_total: dict[str, list[Candidate]] = {}
    for one in everything:
        by_total.setdefault(one.total.name, []).append(one)
    sums = [one for one in everything if one.kind == "som" and one.fails is None]
    return [
        one
        for one in everything
        if not _replaced(one, by_total[one.total.name]) and not _written_out(one, sums)
    ]


def _of_one_table(one: Candidate) -> bool:
    """Whether a sum stands in one table as it is printed."""
    several = (one.total, *one.parts)
    return len({s.table for s in several}) == 1 and not any("som(" in s.name for s in several)


def _names(one: Candidate) -> frozenset[str]:
    return frozenset(part.name for part in one.parts)


def _replaced(one: Candidate, rivals: Sequence[Candidate]) -> bool:
    own = _names(one)
    for other in rivals:
        if other is one or other.kind not in ("som", "gelijk") or one.kind == "aandeel":
            continue
        theirs = _names(other)
        if not (own < theirs or theirs < own):
            continue
        if one.fails is not None and other.fails is None:
            return True
        if other.fails is None and other.misfit + _BETTER * len(one.tested) / 10 < one.misfit:
            return True
    return False


def _written_out(one: Candidate, sums: Sequence[Candidate]) -> bool:
    """Whether some parts of a sum are all parts of another total, of which it could have been the
    sum: the shorter one says the same.
    """
    own = _names(one)
    for other in sums:
        theirs = _names(other)
        if other is one or other.total.name == one.total.name or not theirs < own:
            continue
        shorter = (own - theirs) | {other.total.name}
        if any(third.total.name == one.total.name and _names(third) == shorter for third in sums):
            return True
    return False


class _Chosen:
    """The proposals so far, and what they and the rules say together."""

    def __init__(
        self,
        catalogue: Catalogue,
        known: Mapping[int, KnownRules],
        ids: set[str],
        figures: Mapping[int, Figures],
    ) -> None:
        self._proposals: list[tuple[float, ProposedRule]] = []
        self._catalogue = catalogue
        self._known = known  # what the rules say
        self._more = {year: one.copy() for year, one in known.items()}  # with what was proposed
        self._ids = set(ids)
        self._figures = figures

    def ranked(self) -> list[ProposedRule]:
        """By kind, best supported first; those with an exception last."""

        def rank(found: tuple[float, ProposedRule]) -> tuple[bool, int, float, str]:
            score, one = found
            return bool(one.exception), KINDS.index(one.kind), -round(score, 6), one.test

        return [one for _, one in sorted(self._proposals, key=rank)][:_MOST]

    def take_candidate(self, one: Candidate) -> None:
        """A sum, an equality or a share."""
        parts = [part.title for part in one.parts]
        if one.kind == "som":
            said = f"De delen tellen op tot {_lower(one.total.title)}."
        elif one.kind == "gelijk":
            said = f"{one.total.title} staat op twee plaatsen en is hetzelfde cijfer."
        else:
            said = f"{one.total.title} is het aandeel van {_lower(parts[0])} in {_lower(parts[1])}."
        mixed = len({s.population for s in (one.total, *one.parts) if s.population}) > 1
        draft = self._draft(one.kind, one.test, said, one.tested, one.exact, mixed=mixed)
        self._take(draft, one.fails, one.score, own=_of_one_table(one))

    def take_order(self, one: PartOfWhole) -> None:
        """A part and its whole."""
        said = f"{self._title(one.small)} is niet meer dan {_lower(self._title(one.large))}."
        draft = self._draft("deel", one.test, said, one.tested, 0, mixed=one.mixed)
        self._take(draft, one.fails, one.closest, own=False)

    def _title(self, series: FigureSeries) -> str:
        """The title of a figure with that of its table."""
        return f"{series.title} ({_lower(self._catalogue.tables[series.table].title)})"

    def _draft(
        self, kind: str, test: str, said: str, tested: Sequence[Sample], exact: int, *, mixed: bool
    ) -> ProposedRule:
        years = tuple(sorted({year for year, _ in tested}))
        return ProposedRule(
            self._id(kind, test), kind, test, said, years, len(tested), exact, mixed=mixed
        )

    def _take(self, draft: ProposedRule, fails: Sample | None, score: float, *, own: bool) -> None:
        """A draft, unless a rule says it, it does not hold in some edition, or it is a roundabout
        form of others: of one table (`own`) both ways of adding up are told.
        """
        if any(known.implies(draft.rule) for known in self._known.values()):
            return
        if not own and any(more.implies(draft.rule) for more in self._more.values()):
            return
        broken = self._broken(draft)
        if broken is None or len(broken) != (fails is not None):
            return
        exception = next(iter(broken.values()), "")
        self._ids.add(draft.id)
        self._proposals.append((score, replace(draft, exception=exception)))
        for known in self._more.values() if not exception else ():
            known.add(draft.rule)

    def _broken(self, draft: ProposedRule) -> dict[Sample, str] | None:
        """The samples in which the rule would not hold, with their amounts; None when it is only
        unlikely somewhere, or held nowhere.
        """
        broken: dict[Sample, str] = {}
        held = 0
        for edition, known in self._known.items():
            figures = self._figures[edition]
            for test in known.laid_out(draft.rule):
                boxes = boxes_of([test], figures)
                found = judge(test.node, test.difference, figures, boxes.stated, boxes.widened)
                held += found.verdict in _DECIDED
                if found.verdict in _HOLDS:
                    continue
                if found.verdict is not Verdict.VIOLATED:
                    return None
                cells = [(name, figure_of(figures, *name).printed) for name in leaves(test.node)]
                broken[(test.year, test.key)] = _amounts(test.year, test.key, cells)
        return broken if held else None

    def _id(self, kind: str, test: str) -> str:
        """A name for a rule, after the figure on its left."""
        left = test.partition(" ")[0]
        column = re.sub(r"[^a-z0-9]+", "-", left.lower()).strip("-")
        base = f"{column.removeprefix('som-')}-{kind}"
        number, name = 1, base
        while name in self._ids:
            number += 1
            name = f"{base}-{number}"
        return name


def _amounts(year: int, key: str | None, cells: Sequence[tuple[FigureKey, str]]) -> str:
    shown = ", ".join(f"{name.ref} {printed}" for name, printed in cells[:8])
    return f"{year}{f' voor {key}' if key else ''} ({shown})"


def _lower(title: str) -> str:
    """A title within a sentence; a short form in capitals stays so."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
