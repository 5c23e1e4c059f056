# SPDX-License-Identifier: EUPL-1.2
"""A proposed rule, in words and as an entry of regels.yaml."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from ....core.frozen import dataclass
from ....core.model import Position, Rule, RuleYears, Severity, Text
from ....core.notation import join_names

_HERE = Position("figures/regels.yaml")
_KINDS = {
    "som": "Sommen",
    "gelijk": "Gelijke cijfers",
    "aandeel": "Aandelen",
    "deel": "Deel en geheel",
}


KINDS = tuple(_KINDS)


@dataclass(frozen=True)
class ProposedRule:
    """A rule that could be added.

    `years` are those in which it was tested, `tests` how often, of which `exact` hold as printed;
    `exception` tells the one case in which it does not hold, with its year and amounts.
    """

    id: str
    kind: str
    test: str
    explanation: str
    years: tuple[int, ...]
    tests: int
    exact: int
    mixed: bool = False
    exception: str = ""

    @property
    def rule(self) -> Rule:
        """The rule it would become."""
        return Rule(
            self.id,
            self.test,
            self.explanation,
            Severity.ERROR,
            RuleYears.ALL,
            mixed_populations=self.mixed,
            mixed_periods=False,
            position=_HERE,
            test_text=Text(self.test, _HERE),
        )

    @property
    def support(self) -> str:
        """'klopt in 2019, 2020 en 2021, 2 van 3 keer precies'."""
        years = _span(self.years)
        exact = (
            ""
            if self.kind in ("aandeel", "deel")
            else f", {self.exact} van {self.tests} keer precies"
        )
        often = (
            f", {self.tests} keer getoetst" if self.tests > len(self.years) and not exact else ""
        )
        return f"{years}{exact}{often}"


def _span(years: Sequence[int]) -> str:
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]} t/m {years[-1]}"
    return join_names([str(year) for year in years])


def proposal_lines(proposals: Sequence[ProposedRule]) -> list[str]:
    """The proposals for a terminal, by kind, those with an exception last."""
    lines: list[str] = []
    for kind, title in _KINDS.items():
        lines += _section(title, [o for o in proposals if o.kind == kind and not o.exception])
    lines += _section("Klopt in alle gevallen op één na", [o for o in proposals if o.exception])
    return lines


def _section(title: str, proposals: Iterable[ProposedRule]) -> list[str]:
    lines = []
    for one in proposals:
        lines.append(f"  {one.id}")
        lines.append(f"    {one.test}")
        lines.append(f"    {one.explanation}")
        lines.append(f"    Getoetst in {one.support}.")
        if one.exception:
            lines.append(f"    Behalve: {one.exception}.")
    return [title, *lines, ""] if lines else []


def proposals_yaml(proposals: Sequence[ProposedRule]) -> str:
    """The proposals as a list of rules, ready for regels.yaml; what has an exception stands there
    as a remark.
    """
    sound = [one for one in proposals if not one.exception]
    lines = ["regels:" if sound else "regels: []"]
    for one in sound:
        lines.append(f"  # {one.support}")
        lines += [f"  {line}" for line in entry_lines(one)]
    for one in proposals:
        if one.exception:
            lines.append(f"  # Klopt op één na; behalve: {one.exception}")
            lines += [f"  # {line}" for line in entry_lines(one)]
    return "\n".join(lines) + "\n"


def entry_lines(one: ProposedRule) -> list[str]:
    """One rule as lines of YAML, without indent."""
    lines = [f"- id: {one.id}", f"  toets: {_scalar(one.test)}"]
    if one.mixed:
        lines.append("  populaties: gemengd")
    lines.append(f"  uitleg: {_scalar(one.explanation)}")
    return lines


def _scalar(text: str) -> str:
    """A text as YAML: plain when nothing in it means something else there."""
    plain = not any(mark in text for mark in ('"', "'", ": ", " #", "[", "{"))
    return text if plain else json.dumps(text, ensure_ascii=False)


def proposals_as_dict(proposals: Sequence[ProposedRule]) -> list[dict[str, Any]]:
    """The proposals for other programs, in the order of the text."""
    return [
        {
            "id": one.id,
            "kind": one.kind,
            "test": one.test,
            "explanation": one.explanation,
            "years": list(one.years),
            "tests": one.tests,
            "exact": one.exact,
            "mixed_populations": one.mixed,
            "exception": one.exception or None,
        }
        for one in proposals
    ]
