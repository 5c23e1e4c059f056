# SPDX-License-Identifier: EUPL-1.2
"""The law of the engine, on invented hierarchies rounded to tens: no false alarm on clean data, no
unexplainable error missed.
"""

from __future__ import annotations

import random

import pytest

from bench.consistency import check
from bench.invented import Hierarchy, planted
from standrapport.core.model import Finding, Severity

TABLES = 40
RULES = 250  # together ten thousand rules


def alarms(found: list[Finding]) -> list[Finding]:
    """Errors and warnings: what a reader would have to act on."""
    return [
        finding
        for finding in found
        if finding.severity is not Severity.NOTE and finding.code != "SR-C002"
    ]


@pytest.mark.parametrize("seed", range(TABLES))
def test_clean_data_gives_no_alarm_and_planted_errors_are_found(seed: int) -> None:
    """True values that add up, printed to tens, pass all their rules.

    Each error that no rounding explains is named.
    """
    chance = random.Random(seed)  # noqa: S311 - invented figures
    table = Hierarchy.made(chance, leaves=600, rules=RULES)
    assert alarms(check(table, dict(table.printed))) == []
    wrong = planted(table, chance, 5)
    broken = {
        total
        for total, parts in table.sums
        if impossible(wrong[total], [wrong[part] for part in parts])
    }
    assert broken
    named = {
        rule.rule
        for finding in check(table, wrong)
        if finding.code == "SR-C001"
        for rule in finding.rules
    }
    assert named == broken


def impossible(total: int, parts: list[int]) -> bool:
    """Whether no true values behind rounded numbers can add up; nothing lies below zero."""
    least = sum(max(0, part - 5) for part in parts)
    most = sum(part + 5 for part in parts)
    return total + 5 < least or total - 5 > most
