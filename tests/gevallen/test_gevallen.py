# SPDX-License-Identifier: EUPL-1.2
"""Every code shown by small cases: a wrong one that gives it, a good one that does not, and an
undecided one where that can be.
"""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from standrapport.messages import CODES

from .cases import CASES, Case

# Codes no set of input files can bring about, and where they are tested instead.
NOT_BY_FILES: Mapping[str, str] = {
    **{
        f"SR-B0{number}": "found in a delivered table: tests/intake/gevallen"
        for number in range(14, 22)
    },
    "SR-B022": "found in a delivered table: tests/intake/test_command.py",
    "SR-L082": "needs a file nobody may read: tests/stuk/test_forms.py",
    "SR-R020": "stands for what nobody foresaw: tests/stuk/test_forms.py",
    "SR-L032": "needs an installed plugin: tests/report/render/test_plugin.py",
    "SR-R002": "the system library Pango must be absent: tests/cli/test_commands.py::test_missing_pango_is_one_sentence",
    "SR-R010": "a factsheet that does not fit takes pages of text: tests/render/test_factsheet.py",
    "SR-R031": "a remark, which a build counts and does not print: tests/report/render/test_proof_pages.py",
    "SR-R022": "needs a public build that would tell a name: tests/pipeline/test_public.py",
    "SR-S010": "needs two builds with a change between them: tests/render/test_factsheet.py",
    "SR-S074": "needs a file beside an earlier public build: tests/pipeline/test_public.py",
    "SR-S022": "found while a next edition is begun: tests/authoring",
    "SR-S023": "found while a next edition is begun: tests/authoring",
}
# Codes about rules, which an unknown figure can leave undecided.
JUDGED = ("SR-C001", "SR-C002", "SR-C003", "SR-C010", "SR-C011", "SR-N005")
UNDECIDED = "niet te beslissen"
_PLACE = re.compile(
    r"^(?P<file>[^:\s]+)(?::(?P<line>\d+)(?::(?P<column>[^:]+))?)?: (?:fout|waarschuwing|opmerking) (?P<code>SR-\w+): "
)

each_case = pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.code}/{case.folder.name}" for case in CASES]
)


@each_case
def test_case(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The command prints exactly what was last looked at; `make golden` renews it."""
    project = tmp_path / "rapport"
    case.lay_out(project)
    monkeypatch.chdir(project)
    now = case.printed(project)
    if request.config.getoption("--golden"):
        case.expected.write_text(now, "utf-8")
    difference = "\n".join(
        difflib.unified_diff(
            case.expected.read_text("utf-8").splitlines(),
            now.splitlines(),
            "verwacht",
            "nu",
            lineterm="",
        )
    )
    assert difference == ""


@each_case
def test_case_is_what_its_folder_says(case: Case) -> None:
    """A wrong case shows its code, a good one does not, and an undecided one says that it is
    undecided instead.
    """
    assert case.code in CODES
    assert case.kind in ("goed", "fout", "onbeslist")
    assert bool(case.lines()) == (case.kind == "fout")
    if case.kind == "onbeslist":
        assert UNDECIDED in case.expected.read_text("utf-8")


@each_case
def test_places_exist(case: Case, tmp_path: Path) -> None:
    """Every printed place is there: the file or folder, the line, and the column by
    number or name.
    """
    project = tmp_path / "rapport"
    case.lay_out(project)
    for place in filter(None, map(_PLACE.match, case.expected.read_text("utf-8").splitlines())):
        path = project / place["file"]
        if place["code"] not in ("SR-L005", "SR-S001"):  # these are about what is not there
            assert path.exists(), place[0]
        if place["line"] is None:
            continue
        lines = path.read_bytes().decode("utf-8-sig", errors="replace").split("\n")
        line = lines[int(place["line"]) - 1]
        if place["column"] is None:
            continue
        if place["column"].isdigit():
            assert 1 <= int(place["column"]) <= len(line) + 1, place[0]
        elif place["code"] != "SR-L008":  # a column that is missing
            header = next(csv.reader([lines[0]], delimiter=";" if ";" in lines[0] else ","))
            assert place["column"] in [name.strip() for name in header], place[0]


def test_every_code_has_its_cases() -> None:
    """No code without a wrong and a good case, none about rules without an undecided one.

    The list of exceptions is not stale.
    """
    wanted = [
        (code, kind) for code in CODES if code not in NOT_BY_FILES for kind in ("fout", "goed")
    ]
    wanted += [(code, "onbeslist") for code in JUDGED]
    there = {(case.code, case.kind) for case in CASES}
    assert [pair for pair in wanted if pair not in there] == []
    assert [code for code in NOT_BY_FILES if code not in CODES or (code, "fout") in there] == []
