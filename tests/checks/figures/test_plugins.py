# SPDX-License-Identifier: EUPL-1.2
"""Rule kinds from outside: a tiny invented distribution on the path, asked for by the project."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

import pytest

from standrapport.messages.for_ci import sarif
from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker

MODULE = """\
from standrapport.core.model import Finding, FigureKey, Severity


def rises(catalogue, figures, year):
    for ref in catalogue.refs:
        before, now = (figures.get(FigureKey(ref, when)) for when in (year - 1, year))
        if before and now and before.value and now.value and now.value > before.value:
            places = (now.position,) if now.position else ()
            yield Finding("VZ-001", Severity.WARNING, f"{ref} loopt op.", places)


def fails(catalogue, figures, year):
    raise ValueError("verzonnen fout")


def strange(catalogue, figures, year):
    return ["geen melding"]


def nowhere(catalogue, figures, year):
    return [Finding("VZ-002", Severity.NOTE, "Zonder plaats.", (None,))]


def borrowed(catalogue, figures, year):
    return [Finding("SR-C001", Severity.NOTE, "Geleende code.")]
"""
RULES = "uitbreidingen: [{names}]\nregels:\n  - {{id: r, toets: instroom.ind <= 700, uitleg: U.}}\n"


@pytest.fixture(autouse=True)
def _distribution(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("site")
    (folder / "verzonnen_regels.py").write_text(MODULE)
    info = folder / "verzonnen_regels-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: verzonnen-regels\nVersion: 1.2\n")
    points = "\n".join(
        f"{name} = verzonnen_regels:{name}"
        for name in ("rises", "fails", "strange", "nowhere", "borrowed")
    )
    (info / "entry_points.txt").write_text(
        f"[standrapport.regels]\n{points}\nabsent = verzonnen_regels:absent\n"
    )
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "verzonnen_regels", raising=False)
    importlib.invalidate_caches()


def found(project: ProjectMaker, names: str) -> list[tuple[str, str]]:
    """Codes and sentences that are about plugins."""
    folder = project({"figures/regels.yaml": RULES.format(names=names)})
    return [
        (finding.code, finding.message)
        for finding in check_edition(folder, 2021).findings
        if finding.code in {"VZ-001", "SR-C019"}
    ]


def test_a_rule_kind_gives_findings_of_its_own(project: ProjectMaker) -> None:
    """It sees catalogue, figures and year; its findings have a place in the figures."""
    folder = project({"figures/regels.yaml": RULES.format(names="rises")})
    own = [f for f in check_edition(folder, 2021).findings if f.code == "VZ-001"]
    assert [str(f.position) for f in own if f.position and f.message.startswith("instroom")] == [
        "figures/2021/instroom.csv:3:ind",
        "figures/2021/instroom.csv:3:totaal",
    ]


def test_what_is_installed_and_not_asked_for_does_not_run(project: ProjectMaker) -> None:
    """Two machines with other programs give the same report."""
    assert found(project, "") == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("fails", "werkt niet: ValueError: verzonnen fout."),
        ("strange", "zij geeft str in plaats van meldingen"),
        ("borrowed", "'SR-C001' kan geen code van haar zijn"),
        ("nowhere", "de plaatsen van 'VZ-002' zijn geen plaatsen"),
        ("absent", "werkt niet: AttributeError"),
        ("risses", "is niet geïnstalleerd; haar regels zijn niet getoetst. Bedoelt u 'rises'?"),
    ],
)
def test_one_that_fails_is_an_error_and_the_others_run(
    project: ProjectMaker, name: str, words: str
) -> None:
    """With its name, and which program it is of where that is known; never a silent pass."""
    problems = found(project, f"{name}, rises")
    (problem,) = [message for code, message in problems if code == "SR-C019"]
    assert words in problem
    assert ("(verzonnen-regels 1.2)" in problem) == (name != "risses")
    assert {code for code, _ in problems} == {"SR-C019", "VZ-001"}


def test_its_codes_can_be_given_to_ci(project: ProjectMaker, tmp_path: Path) -> None:
    """SARIF names every code, also one that is in no list of ours."""
    folder = project({"figures/regels.yaml": RULES.format(names="rises")})
    assert folder == tmp_path
    checked = check_edition(folder, 2021)
    log = json.loads(sarif([(2021, checked.outcomes, checked.findings)]))
    rules = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert "VZ-001" in rules
