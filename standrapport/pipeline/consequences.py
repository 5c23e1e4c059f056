# SPDX-License-Identifier: EUPL-1.2
"""Findings that follow from figures that could not be read, left out: one cause, one finding.

A row that is not read leaves years without figures, claims that test nothing, sums over too few
keys and agreements on something else. None of that is what staff must mend; whatever remains
comes back once the row is read, and until then the error of the row stops a build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set as AbstractSet
from pathlib import PurePosixPath

from ..core.formula import tables_behind
from ..core.frozen import dataclass
from ..core.model import Catalogue, Finding, Rule, Severity

_READ = {"SR-L006"}  # told, and yet everything is read
_JUDGED = {"SR-C001", "SR-C002", "SR-C010", "SR-N005"}
_NAME = re.compile(r"[^\W\d]\w*\.[^\W\d]\w*")


@dataclass(frozen=True)
class UnreadTables:
    """The tables with figures that could not be read: any, and those that lack whole rows."""

    any: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()


ALL_READ = UnreadTables()


def unread_tables(findings: Iterable[Finding], catalogue: Catalogue, year: int) -> UnreadTables:
    """What the errors in the figure files of a year leave unread."""
    tables = {f"figures/{year}/{one.file}": one for one in catalogue.tables.values()}
    by_stem = {PurePosixPath(file).stem.casefold(): one for file, one in tables.items()}
    some, rows = set(), set()
    for finding in findings:
        place = finding.position
        if place is None or finding.severity is not Severity.ERROR:
            continue
        sheet = finding.code == "SR-L090"  # beside the file that is not there
        stem = PurePosixPath(place.file).stem.casefold()
        table = by_stem.get(stem) if sheet else tables.get(place.file)
        if table is None or finding.code in _READ or not finding.code.startswith("SR-L"):
            continue
        some.add(table.name)
        if place.column not in table.columns or finding.code in ("SR-L007", "SR-L008"):
            rows.add(table.name)
    return UnreadTables(frozenset(some), frozenset(rows))


def causes_only(
    findings: Iterable[Finding], unread: UnreadTables, catalogue: Catalogue, rules: Iterable[Rule]
) -> tuple[Finding, ...]:
    """The findings that do not merely follow from what is unread."""
    if not unread.any:
        return tuple(findings)
    tests: dict[object, str] = {}
    for rule in rules:
        tests[rule.id] = tests[rule.test_text.position] = rule.test
    summed = {name for name in unread.rows if catalogue.tables[name].key_column is not None}

    def leans_on(rule: object, tables: AbstractSet[str]) -> bool:
        return bool(tables_behind(catalogue, _NAME.findall(tests.get(rule, ""))) & tables)

    def follows(finding: Finding) -> bool:
        if finding.code == "SR-N029" and finding.reads is not None:
            return bool(tables_behind(catalogue, [finding.reads.ref]) & unread.any)
        if finding.code in ("SR-N006", "SR-C005"):
            return leans_on(finding.position, unread.any)
        if finding.code in _JUDGED:  # a sum over keys misses one; a rule per key does not
            broken = [leans_on(one.rule, summed) and one.key is None for one in finding.rules]
            return bool(broken) and all(broken)
        return finding.code == "SR-S020"

    return tuple(finding for finding in findings if not follows(finding))
