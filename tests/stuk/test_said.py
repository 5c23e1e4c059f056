# SPDX-License-Identifier: EUPL-1.2
"""What was once accepted without a word: each is an error at its own place, and what is meant can
be declared.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from .running import command

REPORT, CHAPTER = "content/2024/rapport.yaml", "content/2024/cijfers.yaml"
CATALOGUE, RULES = "figures/indicatoren.yaml", "figures/regels.yaml"
RULE = "toets: uitleen.totaal == uitleen.station + uitleen.centrum + uitleen.campus"

# What is written instead of what; then the code and the start of the sentence.
SAID = {
    "a theme that is not there": (
        REPORT, "datum:", "thema: er-is-geen\ndatum:",
        "SR-L005", "De map 'er-is-geen' van het thema bestaat niet"),
    "a theme outside the project": (
        REPORT, "datum:", "thema: ../buiten\ndatum:",
        "SR-L005", "De map '../buiten' van het thema ligt buiten dit project."),
    "a theme anywhere on the disk": (
        REPORT, "datum:", "thema: /etc\ndatum:", "SR-L005", "De map '/etc' van het thema ligt buiten"),
    "an address that is a program": (
        CHAPTER, "De meeste leners", "[x](javascript:alert) De meeste leners",
        "SR-L086", "Het adres 'javascript:alert' kan niet in een koppeling"),
    "a misspelt address": (
        CHAPTER, "De meeste leners", "[x](htps://voorbeeld.example) De meeste leners",
        "SR-L086", "Het adres 'htps://voorbeeld.example' kan niet"),
    "a reference date in words": (
        REPORT, "peildatum: 2024-12-31", "peildatum: eind december", "SR-L004", "Hier hoort een datum"),
    "a day that does not exist": (
        REPORT, "peildatum: 2024-12-31", "peildatum: 2024-02-30", "SR-L004",
        "De dag 2024-02-30 bestaat niet"),
    "a language there is not": (
        REPORT, "datum:", "taal: xx\ndatum:", "SR-L004", "'xx' kan hier niet; kies uit nl."),
    "a share of 840 %": (
        "figures/2024/tevredenheid.csv", "2024,n.n.b.", "2024,840",
        "SR-L085", "840 % is meer dan het geheel"),
    "rows of a later year": (
        "figures/2024/uitleen.csv", "\n2022,", "\n2025,1.000,1.000,1.000,3.000\n2022,",
        "SR-L084", "Het jaar 2025 ligt na het verslagjaar 2024"),
    "a top below nothing": (
        CHAPTER, "    vorm: ranglijst", "    top: -1\n    vorm: ranglijst", "SR-L004", "-1 kan hier niet"),
    "a rule for the year 2204": (
        RULES, RULE, "toets: uitleen.totaal[2204] == 3", "SR-C006", "In regel 'uitleen-som': 2204 is geen jaar"),
    "a rule that holds in 2204": (
        RULES, RULE, f"jaren: 2204\n    {RULE}", "SR-L004", "'2204' kan hier niet"),
    "a negative count": (
        "figures/2024/voorraad.csv", "2024,650", "2024,-650", "SR-L012", "−650 is negatief"),
    "decimals below nothing": (
        "figures/afgeleid.yaml", "decimalen: 0", "decimalen: -1", "SR-L004", "-1 kan hier niet"),
}  # fmt: skip


def write(project: Path, name: str, old: str, new: str) -> None:
    path = project / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("what", SAID)
def test_told_where_it_stands(what: str, project: Path) -> None:
    """One error, in the file it stands in, at its line."""
    name, old, new, code, sentence = SAID[what]
    write(project, name, old, new)
    said = command(project, "check", "2024")
    assert said.code == 1
    lines = (project / name).read_text("utf-8").splitlines()
    wrong = [word for word in new.splitlines() if word not in old]
    told = [line for line in said.findings if f" fout {code}: {sentence}" in line]
    assert len(told) == 1, said.findings
    place = told[0].split(" fout ")[0]
    assert place.startswith(f"{name}:")
    assert any(word.strip() in lines[int(place.split(":")[1]) - 1] for word in wrong)


@pytest.mark.parametrize(
    ("name", "old", "new", "table"),
    [
        ("figures/2024/voorraad.csv", "2021,610", "2021,-610", "Voorraad fietsen"),
        ("figures/2024/tevredenheid.csv", "2022,81", "2022,840", "Tevredenheid"),
    ],
    ids=["a negative balance", "a share of more than the whole"],
)
def test_what_is_meant_can_be_declared(
    name: str, old: str, new: str, table: str, project: Path
) -> None:
    """With `bereik: vrij` a balance may be below nothing, and a share above the whole."""
    write(project, name, old, new)
    assert [one for one in command(project, "check", "2024").findings if one.startswith(name)]
    write(project, CATALOGUE, f"    titel: {table}\n", f"    titel: {table}\n    bereik: vrij\n")
    said = command(project, "check", "2024")
    assert not [one for one in said.findings if " fout SR-L" in one]


def test_a_delivered_number_too_large_for_a_figure(project: Path) -> None:
    """Forty digits in a delivered table: a finding at its cell, as in a figure file."""
    delivered = project / "geleverd.csv"
    delivered.write_text(delivered.read_text("utf-8").replace("1.100", "9" * 40), "utf-8")
    said = command(project, "import", str(delivered), "--bron", "uitleensysteem")
    assert said.code == 1
    told = f"fout SR-B017: '{'9' * 40}' is te groot voor een cijfer"
    assert [line for line in said.findings if told in line]


@pytest.mark.parametrize(
    "part", ["figures", "definitions", "checks", "sources", "used", "chapters"]
)
def test_a_manifest_that_misses_a_key(part: str, base: Path, tmp_path: Path) -> None:
    """Each key of each part of a manifest from elsewhere gone in turn: compared, or one sentence."""
    whole = json.loads((base / "out/2024/manifest.json").read_bytes())
    changed = tmp_path / "manifest.json"
    keys = list(whole[part][0])
    assert len(keys) > 2
    for key in keys:
        one = copy.deepcopy(whole)
        for item in one[part]:
            item.pop(key, None)
        changed.write_text(json.dumps(one), "utf-8")
        said = command(base, "diff", str(changed), "2024", "--format", "json")
        assert said.code in {0, 1, 2}, (key, said.lines[-1:])
