# SPDX-License-Identifier: EUPL-1.2
"""Findings for machines that run checks: JUnit XML, SARIF 2.1.0 and GitHub annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from .. import __version__
from ..core.model import Acceptance, Finding, Outcome, Position, Severity, Verdict, stops
from .as_text import accepted_words, in_order
from .codes import CODES

Checked = tuple[int, Sequence[Outcome], Sequence[Finding]]  # year, outcomes, findings


def junit(editions: Iterable[Checked], *, strict: bool = False) -> str:
    """JUnit XML: a suite per edition, a case per rule and year, and a case per finding outside the
    rules.
    """
    root = ET.Element("testsuites", name="standrapport")
    for year, outcomes, findings in editions:
        suite = ET.SubElement(root, "testsuite", name=f"editie {year}")
        failing, accepted = _by_rule(findings, strict=strict)
        cases = dict.fromkeys(
            (outcome.rule.id, outcome.year, outcome.verdict is Verdict.UNDECIDED)
            for outcome in outcomes
        )
        seen: set[tuple[str, int]] = set()
        for rule, when, undecided in cases:
            if (rule, when) in seen:
                continue
            seen.add((rule, when))
            case = ET.SubElement(
                suite, "testcase", classname=f"editie {year}.regels", name=f"{rule} ({when})"
            )
            if (rule, when) in failing:
                _failure(case, failing[(rule, when)])
            elif (rule, when) in accepted:
                _accepted(case, accepted[(rule, when)])
            elif undecided:
                ET.SubElement(
                    case, "skipped", message="niet te beslissen: niet alle cijfers zijn bekend"
                )
        for finding in in_order(findings):
            if not finding.rules and stops(finding, strict=strict):
                place = str(finding.position) if finding.position else ""
                case = ET.SubElement(
                    suite,
                    "testcase",
                    classname=f"editie {year}.{finding.code}",
                    name=f"{finding.code} {place}".strip(),
                )
                _failure(case, finding)
        suite.set("tests", str(len(suite)))
        suite.set("failures", str(len(suite.findall("testcase/failure"))))
        suite.set("errors", "0")
        suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _by_rule(
    findings: Iterable[Finding], *, strict: bool
) -> tuple[dict[tuple[str, int], Finding], dict[tuple[str, int], Finding]]:
    """Per rule and year the finding that fails it, and the one that is known and accepted."""
    told = [(one, (broken.rule, broken.year)) for one in findings for broken in one.rules]
    failing = {name: one for one, name in told if stops(one, strict=strict)}
    return failing, {name: one for one, name in told if one.accepted}


def _failure(case: ET.Element, finding: Finding) -> None:
    failure = ET.SubElement(case, "failure", type=finding.code, message=_legal(finding.message))
    failure.text = _legal(
        "\n".join([*(str(place) for place in finding.locations), finding.message])
    )


def _accepted(case: ET.Element, finding: Finding) -> None:
    """A rule that does not hold, which is known: the case does not fail, and says why."""
    if finding.accepted:
        words = _legal(f"{accepted_words(finding.accepted)} {finding.message}")
        ET.SubElement(case, "skipped", message=words)


def _legal(text: str) -> str:
    """Text without the control characters XML does not allow."""
    return "".join(character for character in text if character in "\t\n" or ord(character) >= 32)


_LEVELS = {Severity.WARNING: "warning", Severity.NOTE: "note"}


def _level(finding: Finding, *, strict: bool) -> str:
    """What stops a build is an error to CI, whatever we call it ourselves; what is accepted asks
    for nothing.
    """
    if finding.accepted:
        return _LEVELS[Severity.NOTE]
    return "error" if stops(finding, strict=strict) else _LEVELS[finding.severity]


def sarif(editions: Iterable[Checked], *, strict: bool = False) -> str:
    """SARIF 2.1.0 (OASIS): one run, the codes that occur as its rules, a result per finding with
    all its places.
    """
    findings = list(
        dict.fromkeys(finding for _, _, found in editions for finding in in_order(found))
    )
    codes = sorted({finding.code for finding in findings})
    log = {
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "standrapport",
                        "semanticVersion": __version__,
                        "language": "nl",
                        "rules": [_sarif_rule(code) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(finding, codes, strict=strict) for finding in findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1)


def _sarif_rule(code: str) -> dict[str, Any]:
    entry = CODES.get(code)
    if entry is None:  # of a rule kind from outside, which explains itself
        return {"id": code, "shortDescription": {"text": "Melding van een uitbreiding"}}
    return {
        "id": code,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.explanation},
        "help": {"text": entry.remedy},
    }


def _sarif_result(finding: Finding, codes: Sequence[str], *, strict: bool) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _level(finding, strict=strict),
        "message": {"text": finding.message},
        "locations": [_sarif_location(place) for place in finding.locations],
        **_suppressions(finding.accepted),
    }


def _suppressions(accepted: Acceptance | None) -> dict[str, Any]:
    """That a result is accepted, in the words SARIF has for it."""
    if accepted is None:
        return {}
    why = {"kind": "external", "status": "accepted", "justification": accepted_words(accepted)}
    return {"suppressions": [why]}


def _sarif_location(place: Position) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": place.file.replace(" ", "%20")}}
    if place.line is not None:
        region: dict[str, Any] = {"startLine": place.line}
        if isinstance(place.column, int):
            region["startColumn"] = place.column
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    if isinstance(place.column, str):
        location["logicalLocations"] = [{"name": place.column, "kind": "member"}]
    return location


def github(editions: Iterable[Checked], *, strict: bool = False) -> str:
    """GitHub workflow commands: an annotation per error and warning at its first place.

    Notes and what was accepted ask nothing of anybody and would bury the rest (GitHub shows ten
    annotations a step); the other forms have them.
    """
    lines = []
    for _, _, findings in editions:
        for finding in in_order(findings):
            if finding.severity is Severity.NOTE or finding.accepted:
                continue
            place = finding.position
            parts = [f"title={finding.code}"]
            if place is not None:
                parts.append(f"file={_escaped(place.file, property_=True)}")
                parts += [f"line={place.line}"] if place.line is not None else []
                parts += [f"col={place.column}"] if isinstance(place.column, int) else []
            level = _level(finding, strict=strict)
            lines.append(f"::{level} {','.join(parts)}::{_escaped(finding.message)}")
    return "\n".join(lines)


def _escaped(text: str, *, property_: bool = False) -> str:
    """Text for a workflow command: %, line ends and, in a property, also : and , are written as
    codes.
    """
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(character, code)
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text
