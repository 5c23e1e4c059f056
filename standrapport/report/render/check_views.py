# SPDX-License-Identifier: EUPL-1.2
"""The annex on checking: what was worked out again, how it came out, and what does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from ...core.formula import parse_rule, references
from ...core.frozen import dataclass
from ...core.model import Outcome, Rule, Verdict, count
from ...core.notation import format_getal, join_names
from ...core.words import closed, formula_in_words, year_runs
from ...messages import accepted_words, amount_of
from .ink import Ink


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A rule and how it came out: outcome words with the years they hold for."""

    explanation: str
    outcomes: tuple[str, ...]
    bad: bool


@dataclass(frozen=True, slots=True)
class ChecksView:
    """What was tested: the counts in words, the rules, what does not fit, what does not fit and
    is accepted (with why), and what else a reader must know of the counts ('' when nothing).
    """

    summary: tuple[tuple[str, str], ...]
    rules: tuple[CheckRow, ...]
    warnings: tuple[str, ...]
    accepted: tuple[tuple[str, str], ...]
    more: str


_BAD = (Verdict.VIOLATED, Verdict.UNLIKELY)
_CANNOT = "niet na te rekenen: cijfer ontbreekt"


def checks(ink: Ink) -> ChecksView:
    """The annex on checking, from the outcomes of all rules and claims.

    Rules that hold one figure against a fixed number (a list begins at place one) say nothing of
    how figures fit together: they are told in one sentence and stand in no count here.
    """
    told = [one for one in ink.report.outcomes if not _trivial(one)]
    numbers = count(one for one in told if one.verdict is not Verdict.UNDECIDED)
    summary = (
        (_counted(numbers["tested"], "toets nagerekend", "toetsen nagerekend")),
        *((v.word, format_getal(numbers[v.value])) for v in Verdict if numbers[v.value]),
    )
    by_rule: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in told:
        if outcome.rule.origin != "claim":
            by_rule[outcome.rule.id].append(outcome)
    claims = [outcome for outcome in told if outcome.rule.origin == "claim"]
    warnings, accepted = _not_fitting(ink, told)
    return ChecksView(
        summary,
        tuple(_check_row(ink, found) for found in by_rule.values()),
        warnings,
        accepted,
        " ".join(filter(None, (_not_counted(ink.report.outcomes), _of_claims(claims)))),
    )


def _not_fitting(
    ink: Ink, told: list[Outcome]
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """What does not fit, and what does not fit and is accepted, with why."""
    known = _accepted(ink)
    alike: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for one in told:
        if one.verdict in _BAD:
            alike[one.rule.id, known.get((one.rule.id, one.year), "")].append(one)
    said = [(_does_not_fit(ink, found), why) for (_, why), found in alike.items()]
    return tuple(words for words, why in said if not why), tuple(one for one in said if one[1])


def _accepted(ink: Ink) -> dict[tuple[str, int], str]:
    """Why a broken rule is accepted, by rule and year."""
    return {
        (broken.rule, broken.year): accepted_words(finding.accepted)
        for finding in ink.report.findings
        if finding.accepted
        for broken in finding.rules
    }


def _counted(number: int, one: str, more: str) -> tuple[str, str]:
    return one if number == 1 else more, format_getal(number)


def _of_claims(claims: list[Outcome]) -> str:
    """How many claims of the texts are true; '' when there are none."""
    true = sum(one.verdict not in (Verdict.VIOLATED, Verdict.UNDECIDED) for one in claims)
    if not claims:
        return ""
    many = "één bewering" if len(claims) == 1 else f"{format_getal(len(claims))} beweringen"
    if true == len(claims):
        true_ = "die is" if true == 1 else "alle zijn"
        return f"De teksten doen {many} over de cijfers; {true_} waar bevonden."
    return (
        f"De teksten doen {many} over de cijfers; {format_getal(true)} daarvan zijn waar bevonden."
    )


def _not_counted(outcomes: Iterable[Outcome]) -> str:
    """What the counts leave out, so that they add up to the ones the check itself tells."""
    alone = lacking = 0
    for one in outcomes:
        if _trivial(one):
            alone += one.keys
        elif one.verdict is Verdict.UNDECIDED:
            lacking += one.keys
    said = []
    if lacking:
        said.append(f"Van {amount_of(lacking, 'toets', 'toetsen')} ontbreekt een cijfer")
    if alone:
        verb = "telt" if alone == 1 else "tellen"
        tests = amount_of(alone, "toets", "toetsen")
        said.append(f"{tests} met maar één cijfer {verb} niet mee")
    return closed("; ".join(said)) if said else ""


def _trivial(outcome: Outcome) -> bool:
    """Whether a rule holds one figure against fixed numbers only, and it does hold."""
    if outcome.rule.origin == "claim" or outcome.verdict in _BAD:
        return False
    named = references(parse_rule(outcome.rule.test))
    return len({(part.ref, part.shift, part.year, part.key, part.expected) for part in named}) < 2


def _does_not_fit(ink: Ink, found: list[Outcome]) -> str:
    """What a reader must know of a rule that did not hold, told once of all it did not hold for."""
    when = {one: f"{one.year} ({one.key})" if one.key else str(one.year) for one in found}
    said = closed(f"{join_names(list(when.values()))}: {_explained(ink, found[0].rule)}")
    apart = {one: _number(one.difference) for one in found if one.difference is not None}
    if not apart:
        return said
    several = len(set(apart.values())) > 1
    differences = [f"{words} in {when[one]}" if several else words for one, words in apart.items()]
    said += f" Het verschil is {join_names(list(dict.fromkeys(differences)))}"
    slack = [one.slack for one in apart if isinstance(one.slack, Fraction)]
    if slack:
        said += f"; afronding verklaart hooguit {_number(max(slack))}"
    return closed(said)


def _explained(ink: Ink, rule: Rule) -> str:
    """What a rule says: the words of its maker, else its test in words."""
    return rule.explanation or formula_in_words(ink.report.catalogue, rule.test)


def _number(value: Fraction) -> str:
    decimals = 0 if value.denominator == 1 else 1
    return format_getal(Decimal(value.numerator) / value.denominator, decimals)


def _check_row(ink: Ink, found: list[Outcome]) -> CheckRow:
    by_verdict: dict[Verdict, dict[int, None]] = defaultdict(dict)
    for outcome in found:
        by_verdict[outcome.verdict].setdefault(outcome.year)
    words = tuple(
        f"{_CANNOT if verdict is Verdict.UNDECIDED else verdict.word}: {year_runs(years)}"
        for verdict, years in by_verdict.items()
    )
    return CheckRow(_explained(ink, found[0].rule), words, Verdict.VIOLATED in by_verdict)
