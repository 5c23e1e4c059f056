# SPDX-License-Identifier: EUPL-1.2
"""JUnit, SARIF and GitHub annotations, held against their schemas."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from standrapport.core.model import Severity
from standrapport.messages import check_as_dict
from standrapport.messages.for_ci import Checked, github, junit, sarif
from standrapport.pipeline.check import check_edition
from tests.conftest import ROOT, ProjectMaker

HERE = Path(__file__).parent
REGELS_MET_WAARSCHUWING = """
regels:
  - id: verzonnen-waarschuwing
    toets: instroom.totaal == instroom.ind
    uitleg: Een verzonnen regel die niet klopt.
    ernst: waarschuwing
"""


@pytest.fixture
def broken(project: ProjectMaker) -> Checked:
    """An edition with a broken rule, a bad cell and a mistake in a text."""
    changes = {
        "figures/2021/instroom.csv": "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.900\n",
        "figures/2021/landen.csv": "jaar,land,aantal\n2021,Noordland,62x\n2021,Zuidland,380\n",
        "content/2021/cijfers.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: '{{ instroom.inf }} : 100%, klaar'}\n",
    }
    checked = check_edition(project(changes), 2021)
    return checked.year, checked.outcomes, checked.findings


def real(year: int) -> Checked:
    """A real edition."""
    checked = check_edition(ROOT, year)
    return checked.year, checked.outcomes, checked.findings


def test_sarif_is_valid(broken: Checked) -> None:
    """SARIF 2.1.0 by the schema of OASIS; every finding is a result with its places."""
    schema = json.loads((HERE / "sarif-2.1.0.json").read_text("utf-8"))
    for editions in ([broken], [real(2021), real(2024)], []):
        log = json.loads(sarif(editions))
        jsonschema.Draft4Validator(schema).validate(log)
    results = json.loads(sarif([broken]))["runs"][0]["results"]
    assert {"SR-C001", "SR-L009", "SR-N002"} <= {result["ruleId"] for result in results}
    place = next(r for r in results if r["ruleId"] == "SR-L009")["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "figures/2021/landen.csv"},
        "region": {"startLine": 2},
    }
    assert place["logicalLocations"] == [{"name": "aantal", "kind": "member"}]


def test_junit_is_valid_and_counts(broken: Checked) -> None:
    """JUnit by its schema; a broken rule is a failure, an undecided one is skipped with
    its reason.
    """
    schema = etree.XMLSchema(etree.parse(HERE / "junit.xsd"))
    for editions in ([broken], [real(2021), real(2024)], []):
        schema.assertValid(etree.fromstring(junit(editions).encode()))
    suite = etree.fromstring(junit([broken]).encode())[0]
    failures = suite.findall("testcase/failure")
    assert len(failures) == int(suite.get("failures") or 0) >= 3
    assert {"SR-C001", "SR-L009", "SR-N002"} <= {failure.get("type") for failure in failures}


def test_github_annotations(broken: Checked) -> None:
    """One line per finding, with codes for the characters the format keeps for itself."""
    lines = github([broken]).splitlines()
    # What could not be read comes first.
    assert lines[0].startswith("::error title=SR-L009,file=figures/2021/landen.csv,line=2::")
    text = "::error title=SR-N002,file=content/2021/cijfers.yaml,line=3,col="
    assert any(line.startswith(text) for line in lines[2:])  # and figures before texts
    assert not any("\r" in line for line in lines)
    assert any(
        line.startswith("::error title=SR-C001,file=figures/2021/instroom.csv,line=3::")
        for line in lines
    )


def test_strict_counts_in_every_form(project: ProjectMaker) -> None:
    """A warning fails nothing by itself; with --strict it does, and each form says so."""
    warned = project({"figures/regels.yaml": REGELS_MET_WAARSCHUWING})
    checked = check_edition(warned, 2021)
    edition = (checked.year, checked.outcomes, checked.findings)
    assert {f.severity for f in checked.findings} - {Severity.NOTE} == {Severity.WARNING}
    for strict in (False, True):
        suite = etree.fromstring(junit([edition], strict=strict).encode())[0]
        levels = {
            r["level"] for r in json.loads(sarif([edition], strict=strict))["runs"][0]["results"]
        }
        result = check_as_dict(*edition, strict=strict)
        assert (int(suite.get("failures") or 0) > 0) == strict
        assert ("error" in levels) == strict
        assert github([edition], strict=strict).startswith("::error" if strict else "::warning")
        assert (result["strict"], result["failed"]) == (strict, strict)


def test_github_is_silent_on_clean_data() -> None:
    """Data without an error or an open warning give no annotation: what is only a note or was
    accepted stands in the check itself.
    """
    year, outcomes, findings = real(2021)
    assert len([one for one in findings if one.severity is Severity.NOTE]) > 10
    assert len([one for one in findings if one.accepted]) >= 3
    assert github([(year, outcomes, findings)]) == ""
