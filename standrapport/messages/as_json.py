# SPDX-License-Identifier: EUPL-1.2
"""Findings and the result of a check as JSON (contract, 'check --format json')."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from ..core.model import (
    Acceptance,
    CellChange,
    FigureSeen,
    Finding,
    Outcome,
    Severity,
    count,
    has_errors,
)
from ..core.notation import json_number

_NOWHERE = {"file": None, "line": None, "column": None}


def _figure(seen: FigureSeen) -> dict[str, Any]:
    return {
        **seen.id.as_dict(),
        "printed": seen.printed,
        "low": json_number(seen.low),
        "high": json_number(seen.high),
    }


def _change(change: CellChange) -> dict[str, Any]:
    return {
        **change.id.as_dict(),
        "from": json_number(change.old),
        "to": json_number(change.new),
        "bound": change.bound.value if change.bound is not None else None,
        "why": change.why,
        **(change.position.as_dict() if change.position else _NOWHERE),
    }


def _accepted(accepted: Acceptance | None) -> dict[str, Any]:
    """Why, by whom and when a finding was accepted; only accepted findings have it."""
    if accepted is None:
        return {}
    place = accepted.position.as_dict()
    told = {"reason": accepted.reason, "by": accepted.by, "on": accepted.on, "location": place}
    return {"accepted": told}


def finding_as_dict(finding: Finding) -> dict[str, Any]:
    """One finding as the contract has it."""
    first = finding.rules[0] if finding.rules else None
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "rule": first.rule if first else None,
        "rules": [
            {
                "rule": r.rule,
                "year": r.year,
                "key": r.key,
                "difference": json_number(r.difference),
                "slack": json_number(r.slack),
            }
            for r in finding.rules
        ],
        "year": finding.year,
        "locations": [position.as_dict() for position in finding.locations],
        "figures": [_figure(seen) for seen in finding.figures],
        "difference": json_number(first.difference) if first else None,
        "slack": json_number(first.slack) if first else None,
        "repairs": [[_change(change) for change in repair] for repair in finding.repairs],
        "suggestions": [asdict(one) for one in finding.suggestions],
        **({"reads": asdict(finding.reads)} if finding.reads else {}),
        **_accepted(finding.accepted),
    }


def totals(findings: Iterable[Finding]) -> dict[str, int]:
    """How many errors, warnings and notes; a warning that is accepted does not count."""
    counter = Counter(finding.severity for finding in findings if not finding.accepted)
    return {
        "errors": counter[Severity.ERROR],
        "warnings": counter[Severity.WARNING],
        "notes": counter[Severity.NOTE],
    }


def check_as_dict(
    year: int, outcomes: Iterable[Outcome], findings: Iterable[Finding], *, strict: bool = False
) -> dict[str, Any]:
    """The result of checking one edition; `failed` tells what the exit code tells.

    Known warnings that are accepted stand by themselves: they count for nothing.
    """
    found = list(findings)
    return {
        "schema": "standrapport/check/1",
        "year": year,
        "summary": {**count(outcomes), **totals(found)},
        "strict": strict,
        "failed": has_errors(found, strict=strict),
        "findings": [finding_as_dict(finding) for finding in found if not finding.accepted],
        "accepted": [finding_as_dict(finding) for finding in found if finding.accepted],
    }
