# SPDX-License-Identifier: EUPL-1.2
"""A balance that is meant to be below zero is a number like any other in rules."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from standrapport.cli import main

FILES = {
    "figures/indicatoren.yaml": """\
tabellen:
  geld:
    titel: Geld
    eenheid: euro
    afronding: 10
    bron: verzonnen
    kolommen:
      saldo: {titel: Saldo, bereik: vrij}
      bij:   {titel: Bij}
      af:    {titel: Af}
bronnen:
  verzonnen: {titel: Verzonnen bron}
""",
    "figures/afgeleid.yaml": "afgeleid: {}\n",
    "figures/regels.yaml": """\
regels:
  - {id: saldo, toets: 'geld.saldo == geld.bij - geld.af', uitleg: Het saldo volgt.}
  - {id: loopt, toets: 'geld.saldo >= geld.saldo[-1] - 2000', uitleg: Het saldo loopt niet hard terug.}
""",
    "content/2021/rapport.yaml": """\
titel: Verzonnen
organisatie: Verzonnen
datum: 2022-06-10
peildatum: 2021-12-31
status: concept
hoofdstukken: []
""",
}


def judged(folder: Path, rows: str) -> dict[str, object]:
    """The summary of a check of the project with these rows."""
    for name, text in {**FILES, "figures/2021/geld.csv": rows}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    done = CliRunner().invoke(main, ["check", "2021", "--project", str(folder), "--format", "json"])
    result: dict[str, object] = json.loads(done.stdout)
    return result


def test_balance_below_zero(tmp_path: Path) -> None:
    """It is read, and fits the rule with its rounding."""
    found = judged(tmp_path, "jaar,saldo,bij,af\n2021,-1.000,1.500,2.500\n")
    assert not [one for one in found["findings"] if one["severity"] == "error"]  # type: ignore[attr-defined]
    assert found["summary"]["exact"] == 1  # type: ignore[index]


def test_wrong_balance_is_violated(tmp_path: Path) -> None:
    """A balance that does not follow is an error, also below zero, with the printed way out."""
    found = judged(tmp_path, "jaar,saldo,bij,af\n2021,-1.900,1.500,2.500\n")
    findings = [one for one in found["findings"] if one["code"] == "SR-C001"]  # type: ignore[attr-defined]
    assert len(findings) == 1
    assert [-1000, "saldo"] in [
        [one["to"], one["column"]] for repair in findings[0]["repairs"] for one in repair
    ]


def test_unknown_balance_may_be_below_zero(tmp_path: Path) -> None:
    """A balance that is not known leaves a rule open on both sides."""
    found = judged(tmp_path, "jaar,saldo,bij,af\n2021,n.n.b.,1.500,2.500\n")
    assert not [one for one in found["findings"] if one["severity"] == "error"]  # type: ignore[attr-defined]
