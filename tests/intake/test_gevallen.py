# SPDX-License-Identifier: EUPL-1.2
"""Every delivered file gives exactly the figures a careful person would take from it, or is refused
for the reason that person would give.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from standrapport.core.csv_text import decode

from .cases import (
    CASES,
    DELIVERED,
    Case,
    Place,
    answer_of,
    figures_in,
    parameters,
    same,
    values_read,
)

ALL = [*CASES, *DELIVERED]
READ = [case for case in ALL if not case.refused]
REFUSED = [case for case in ALL if case.refused]


def _name(case: Case) -> str:
    return case.folder.name


@pytest.mark.parametrize("case", parameters(READ))
def test_reads_exactly_these_values(case: Case, tmp_path: Path) -> None:
    """Values, periods, keys, provisional years, reference date, codes and exit code are those of
    `verwacht.yaml`, no more and no fewer.
    """
    result = case.run(case.lay_out(tmp_path), "--format", "json")
    answer = answer_of(result)
    wanted = {place: same(cell) for place, cell in case.values.items()}
    wrong = []
    found: dict[Place, str] = {}
    provisional = set()
    for place, value in values_read(answer):
        if found.setdefault(place, same(value["cell"])) != same(value["cell"]):
            wrong.append(f"{_words(place)}: twee waarden, {found[place]} en {value['cell']}")
        if value["provisional"]:
            provisional.add(value["year"])
    wrong += [
        f"{_words(place)}: niet gelezen, verwacht {wanted[place]}"
        for place in sorted(wanted.keys() - found.keys())
    ]
    wrong += [
        f"{_words(place)}: gelezen als {found[place]}, hoort er niet bij"
        for place in sorted(found.keys() - wanted.keys())
    ]
    wrong += [
        f"{_words(place)}: gelezen als {found[place]}, verwacht {wanted[place]}"
        for place in sorted(found.keys() & wanted.keys())
        if found[place] != wanted[place]
    ]
    if provisional != set(case.expected.get("voorlopig", [])):
        wrong.append(f"voorlopig gelezen: {sorted(provisional)}")
    dates = {region["reference_date"] for region in answer["regions"] if region["values"]}
    if case.reference_date is not None and dates != {case.reference_date}:
        wrong.append(
            f"peildatum gelezen: {sorted(map(str, dates))}, verwacht {case.reference_date}"
        )
    wrong += case.code_problems({finding["code"] for finding in answer["findings"]})
    if result.exit_code != 0:
        wrong.append(f"uitgangscode {result.exit_code}")
    assert wrong == [], _report(case, wrong, answer["findings"])


@pytest.mark.parametrize("case", parameters(READ))
def test_writes_these_values_and_no_others(case: Case, tmp_path: Path) -> None:
    """With --ja the figure files hold the values, all else stays as it was, and a second time
    nothing changes.
    """
    project = case.lay_out(tmp_path)
    before = figures_in(project, case.edition)
    result = case.run(project, "--ja", "--format", "json")
    after = figures_in(project, case.edition)
    wanted = {place: cell["cell"] for place, cell in before.items()} | {
        place: same(cell) for place, cell in case.values.items()
    }
    wrong = [
        f"{_words(place)}: {after[place]['cell'] if place in after else 'leeg'} in het bestand, verwacht {wanted.get(place, 'leeg')}"
        for place in sorted(wanted.keys() | after.keys())
        if (after[place]["cell"] if place in after else "n.n.b.") != wanted.get(place, "n.n.b.")
    ]
    for place in sorted(case.values.keys() & after.keys()):
        if place in before and before[place]["cell"] == after[place]["cell"]:
            continue
        if (after[place]["status"] == "voorlopig") != (
            place[1] in case.expected.get("voorlopig", [])
        ):
            wrong.append(f"{_words(place)}: status '{after[place]['status']}'")
        if case.reference_date is not None and after[place]["date"] != case.reference_date:
            wrong.append(
                f"{_words(place)}: peildatum '{after[place]['date']}' in het bestand, verwacht {case.reference_date}"
            )
    if result.exit_code != 0:
        wrong.append(f"uitgangscode {result.exit_code}")
    assert wrong == [], _report(case, wrong, answer_of(result)["findings"])
    assert answer_of(case.run(project, "--format", "json"))["changes"] == []


@pytest.mark.parametrize("case", parameters(REFUSED))
def test_refuses_and_says_why(case: Case, tmp_path: Path) -> None:
    """The file is not importable as it is: exit code 1 and exactly the codes of `verwacht.yaml`."""
    result = case.run(case.lay_out(tmp_path), "--format", "json")
    answer = answer_of(result)
    wrong = case.code_problems({finding["code"] for finding in answer["findings"]})
    if result.exit_code != 1:
        wrong.append(f"uitgangscode {result.exit_code}")
    assert wrong == [], _report(case, wrong, answer["findings"])


@pytest.mark.parametrize("case", parameters(REFUSED))
def test_refused_leaves_the_project_alone(case: Case, tmp_path: Path) -> None:
    """Also with --ja nothing of a refused file is written."""
    project = case.lay_out(tmp_path)
    assert case.run(project, "--ja", "--format", "json").exit_code == 1
    assert _files(project) == _files(case.project)


@pytest.mark.parametrize(
    "case", parameters([case for case in READ if case.file.suffix in {".csv", ".txt"}])
)
def test_every_value_points_to_its_cell(case: Case, tmp_path: Path) -> None:
    """The line given with a value is the line of the file where the text that was read stands."""
    content = case.file.read_bytes()
    text = content.decode("utf-16") if content.startswith(b"\xff\xfe") else decode(content)[0]
    lines = [_plain(line) for line in text.split("\n")]
    values = [
        value
        for _, value in values_read(answer_of(case.run(case.lay_out(tmp_path), "--format", "json")))
    ]
    assert values
    assert [
        value for value in values if _plain(value["read"]) not in lines[value["line"] - 1]
    ] == []


def _plain(text: str) -> str:
    return "".join(text.split())


def _words(place: Place) -> str:
    return " ".join(str(part) for part in place if part)


def _files(project: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(project)): path.read_bytes()
        for path in sorted(project.rglob("*"))
        if path.is_file()
    }


def _report(case: Case, wrong: list[str], findings: list[dict[str, str]]) -> str:
    said = [f"  {finding['code']}: {finding['message']}" for finding in findings] or [
        "  (geen bevindingen)"
    ]
    return "\n".join(
        [f"{_name(case)}: {case.expected['uitleg']}", *wrong, "Het programma zei:", *said]
    )
