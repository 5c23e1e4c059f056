# SPDX-License-Identifier: EUPL-1.2
"""Keys that are probably one key written in two ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from standrapport.checks.figures import alike_keys
from standrapport.core.model import Figures, Finding, Severity
from standrapport.project.reading.figures import load_figures
from tests.core.invented import catalogue, table

HELD = catalogue(table("wijken", "aantal", key="wijk"))


def figures_of(folder: Path, year: int, rows: list[str]) -> Figures:
    """The figures of a year with these rows."""
    at = folder / "figures" / str(year) / "wijken.csv"
    at.parent.mkdir(parents=True, exist_ok=True)
    at.write_text("\n".join(["jaar,wijk,aantal", *rows, ""]), "utf-8")
    return load_figures(folder, year, HELD)[0]


def found_in(folder: Path, rows: list[str], before: list[str] | None = None) -> list[Finding]:
    """What is told of these rows, with those of the edition before."""
    then = figures_of(folder, 2023, before) if before else {}
    return list(alike_keys(HELD, figures_of(folder, 2024, rows), then))


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Zuid", "Ziud"),
        ("Zuid", "zuid"),
        ("Zuid", "Zuidd"),
        ("Zuid", "Zud"),
        ("Noord-West", "Noordwest"),
        ("Noord-West", "Noord West"),
        ("Syri\u00eb", "Syrie"),
        ("Marokkaanse", "Marrokaanse"),
        ("Overige wijken", "Overige wijkn"),
        ("St. Joost", "St Joost"),
    ],
)
def test_a_slip_in_a_key_is_told(tmp_path: Path, known: str, typed: str) -> None:
    """With both keys and their years, at the row with the slip."""
    rows = [f"2022,{known},10", f"2023,{known},20", "2023,Oost,5", f"2024,{typed},30"]
    (finding,) = found_in(tmp_path, rows)
    assert (finding.code, finding.severity) == ("SR-L089", Severity.WARNING)
    assert str(finding.position) == "figures/2024/wijken.csv:5:wijk"
    assert f"'{typed}' (2024) lijkt op '{known}' (2022 en 2023)" in finding.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wijk 1", "Wijk 2"),
        ("2021-A", "2022-A"),
        ("Groep A", "Groep B"),
        ("Noord-West", "Noord-Oost"),
        ("man", "ma"),
        ("Gambiaanse", "Zambiaanse"),
        ("Nigeriaanse", "Algerijnse"),
        ("Oost", "West"),
        ("Centrum", "Centrum-Noord"),
    ],
)
def test_another_key_is_no_slip(tmp_path: Path, one: str, other: str) -> None:
    """A number, a letter by itself, or a first letter makes another key."""
    assert found_in(tmp_path, [f"2023,{one},10", f"2024,{other},30"]) == []


def test_two_keys_of_one_year_are_two(tmp_path: Path) -> None:
    """Unless they differ in capitals alone: nobody could tell them apart."""
    iran = ["2023,Iraanse,10", "2023,Iraakse,5", "2024,Iraakse,30"]
    assert found_in(tmp_path, iran) == []
    both = ["2023,Zuid,10", "2024,Zuid,5", "2024,zuid,30"]
    assert [str(one.position) for one in found_in(tmp_path, both)] == [
        "figures/2024/wijken.csv:4:wijk"
    ]


def test_a_key_of_the_edition_before_counts(tmp_path: Path) -> None:
    """Whoever wrote every row anew in this edition is still asked."""
    (finding,) = found_in(tmp_path, ["2023,Ziud,10", "2024,Ziud,30"], ["2023,Zuid,10"])
    assert "'Zuid' (2023 in de vorige editie)" in finding.message
    assert found_in(tmp_path, ["2023,Zuid,10", "2024,Zuid,3"], ["2023,Zuid,10"]) == []


def test_a_large_table_is_told_of_capitals(tmp_path: Path) -> None:
    """Of many keys not every two are compared, but what reads the same is still found."""
    rows = [f"{year},Straat {n:04},10" for year in (2023, 2024) for n in range(400)]
    rows[-1] = rows[-1].replace("Straat", "straat")
    (finding,) = found_in(tmp_path, rows)
    assert "'straat 0399' (2024) lijkt op 'Straat 0399' (2023)" in finding.message
