"""All rules of a project on one page, in Dutch sentences with their test and how they came out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..model import Catalogue, Outcome, RuleYears, Verdict
from ..notation import join_names

_SIGNS = {
    "==": "is gelijk aan",
    "!=": "is niet gelijk aan",
    "<=": "is hoogstens",
    ">=": "is minstens",
    "<": "is kleiner dan",
    ">": "is groter dan",
}


def rules_sheet(catalogue: Catalogue, outcomes: Iterable[Outcome]) -> str:
    """A line of explanation, the comparison in words, and the outcome per verdict for every rule."""
    by_rule: dict[str, dict[Verdict, dict[int, None]]] = defaultdict(lambda: defaultdict(dict))
    for outcome in outcomes:
        by_rule[outcome.rule.id][outcome.verdict].setdefault(outcome.year)
    lines = [f"{len(catalogue.rules)} regels", ""]
    for rule in catalogue.rules:
        years = rule.years.value if isinstance(rule.years, RuleYears) else join_names([str(year) for year in rule.years])
        lines.append(f"{rule.id} ({rule.severity.word}; jaren: {years})")
        lines.append(f"  {rule.explanation}")
        lines.append(f"  {in_words(rule.test)}")
        found = [f"{verdict.word} in {join_names([str(y) for y in sorted(when)])}" for verdict, when in by_rule[rule.id].items()]
        lines.append(f"  Uitkomst: {'; '.join(found) if found else 'niet getoetst'}.")
        lines.append("")
    return "\n".join(lines).rstrip()


def in_words(test: str) -> str:
    """A comparison with its sign in words."""
    for sign, words in _SIGNS.items():
        left, found, right = test.partition(f" {sign} ")
        if found:
            return f"{left} {words} {right}"
    return test
