# SPDX-License-Identifier: EUPL-1.2
"""The corpus itself is sound: what a case expects can be true of the project, and the files are
those that maak.py and maak_meer.py make.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from .cases import CASES, DELIVERED, HERE, PROJECT, Case, figures_in
from .gevallen import maak, maak_meer

_KEYS = {
    "opties",
    "uitleg",
    "waarden",
    "peildatum",
    "voorlopig",
    "bevindingen",
    "mag",
    "geweigerd",
    "zonder_peildatum",
    "zonder_bron",
    "nog_niet",
}
_CELL = re.compile(r"\d+(,\d+)?|<\d+|n\.n\.b\.|n\.v\.t\.")
TABLES = YAML(typ="safe").load(PROJECT / "figures" / "indicatoren.yaml")["tabellen"]


@pytest.mark.parametrize("case", [*CASES, *DELIVERED], ids=lambda case: case.folder.name)
def test_expectation_is_well_formed(case: Case) -> None:
    """Known keys only, one Dutch sentence, and either values or a refusal with a code."""
    assert case.expected.keys() <= _KEYS
    assert case.expected["uitleg"].endswith(".")
    assert case.refused is not bool(case.values)
    assert case.expected["bevindingen"] or not case.refused


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case.refused], ids=lambda case: case.folder.name
)
def test_expected_values_fit_the_catalogue(case: Case) -> None:
    """Each value is for a known column, with a key where its table has one, and is rounded as
    agreed.
    """
    for (ref, year, period, key), cell in case.values.items():
        table, _, column = ref.partition(".")
        agreed = {**TABLES[table], **TABLES[table]["kolommen"][column]}
        assert 2010 <= year <= 2025
        assert period in {"", "t/m oktober", "t/m november"}
        assert bool(key) is ("sleutel" in agreed)
        assert _CELL.fullmatch(cell)
        assert not cell.startswith("<") or cell == f"<{agreed['onderdrukking']}"
        if cell[0].isdigit() and agreed["afronding"] != "exact":
            tenths = float(cell.replace(",", ".")) * 10
            assert abs(tenths - round(tenths)) < 1e-6
            assert round(tenths) % round(float(agreed["afronding"]) * 10) == 0


def test_codes_are_those_of_delivered_tables() -> None:
    """The cases use only codes that decision 0017 gives to delivered tables, and each of those is
    used.
    """
    used = set()
    for case in CASES:
        for code in [*case.expected["bevindingen"], *case.expected.get("mag", [])]:
            used |= {code} if isinstance(code, str) else set(code)
    assert used == {"SR-B008", *(f"SR-B0{number}" for number in range(14, 22))}


def test_summary_counts_the_cases() -> None:
    """The table in LEESMIJ.md says how many cases there are of each outcome."""
    said = dict(
        re.findall(
            r"^\| (.+?) \| (\d+) \|$", (HERE / "LEESMIJ.md").read_text("utf-8"), re.MULTILINE
        )
    )
    quiet = [case for case in CASES if not case.refused and not case.expected["bevindingen"]]
    noted = [case for case in CASES if not case.refused and case.expected["bevindingen"]]
    refused = [case for case in CASES if case.refused]
    assert list(said.values()) == [str(len(cases)) for cases in (quiet, noted, refused, CASES)]


def test_project_has_no_more_than_it_says() -> None:
    """Both editions of the invented project start with the same figures, so a case can tell which
    one was written.
    """
    assert figures_in(PROJECT, "2023") == figures_in(PROJECT, "2024")


def test_binary_files_are_those_of_the_script() -> None:
    """Every workbook on disk holds what maak.py and maak_meer.py describe."""
    made = {
        case: ("xlsx", maak.workbook(sheets))
        for part in (maak, maak_meer)
        for case, sheets in part.WORKBOOKS.items()
    }
    made |= {
        case: ("ods", maak.open_document(rows))
        for part in (maak, maak_meer)
        for case, rows in part.ODS.items()
    }
    assert {
        case.folder.name for case in CASES if case.file.suffix in {".xlsx", ".ods"}
    } <= made.keys() | maak.BYTES.keys()
    different = [
        name
        for name, (kind, content) in made.items()
        if _parts(content) != _parts((HERE / name / f"bestand.{kind}").read_bytes())
    ]
    assert different == []


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if not Path(name).name.startswith("app")
        }
