# SPDX-License-Identifier: EUPL-1.2
"""The delivered files on disk: tests/intake/gevallen/<nummer>-<naam>/ holds the file and what a
careful person makes of it (LEESMIJ.md).
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet
from click.testing import CliRunner, Result
from ruamel.yaml import YAML

from standrapport.cli import main

HERE = Path(__file__).parent / "gevallen"
LATER = Path(__file__).parent / "leveringen"
PROJECT = HERE / "project"
PASSED_DATE = "2025-03-01"
PASSED_SOURCE = "levering"

Place = tuple[str, int, str, str]
"""A figure: its reference, year, period ('' for the whole year) and key ('' where there is none)."""


@dataclass(frozen=True)
class Case:
    """One delivered file with what must come of it."""

    folder: Path

    @cached_property
    def expected(self) -> Mapping[str, Any]:
        """`verwacht.yaml` as it stands."""
        return dict(YAML(typ="safe").load(self.folder / "verwacht.yaml"))

    @cached_property
    def file(self) -> Path:
        """The delivered file."""
        (file,) = self.folder.glob("bestand.*")
        return file

    @property
    def project(self) -> Path:
        """The invented project that the file is delivered to."""
        return self.folder.parent / "project"

    @property
    def refused(self) -> bool:
        """Whether the file must not be importable as it is."""
        return bool(self.expected.get("geweigerd", False))

    @property
    def values(self) -> dict[Place, str]:
        """The figures that must be read, as the figure file will hold them."""
        return {
            (ref, *_year_and_period(when), key): cell
            for ref, years in self.expected.get("waarden", {}).items()
            for when, cells in years.items()
            for key, cell in (cells.items() if isinstance(cells, Mapping) else [("", cells)])
        }

    @property
    def reference_date(self) -> str | None:
        """The reference date each value must get; None where the case leaves it open."""
        given = str(self.expected.get("peildatum", PASSED_DATE))
        return None if given == "vrij" else given

    @property
    def edition(self) -> str:
        """The year of the edition whose figure files are filled."""
        options = self.expected["opties"]
        return str(options[options.index("--jaar") + 1]) if "--jaar" in options else "2024"

    def lay_out(self, folder: Path) -> Path:
        """Copy the project and put the file beside it; gives the project."""
        shutil.copytree(self.project, folder / "project")
        shutil.copy(self.file, folder)
        return folder / "project"

    def run(self, project: Path, *more: str) -> Result:
        """`standrapport import` of the case's file, with the options of the case."""
        options = [str(option) for option in self.expected["opties"]]
        if (
            self.expected.get("peildatum", "vrij") == "vrij"
            and "zonder_peildatum" not in self.expected
        ):
            options += ["--peildatum", PASSED_DATE]
        if "zonder_bron" not in self.expected:
            options += ["--bron", PASSED_SOURCE]
        given = project.parent / self.file.name
        return CliRunner().invoke(
            main,
            ["import", str(given), "--project", str(project), *options, *more],
            prog_name="standrapport",
        )

    def code_problems(self, found: set[str]) -> list[str]:
        """What is wrong with the codes of the findings: a required one that is absent, or one that
        was not to be expected.
        """
        wanted = [
            {code} if isinstance(code, str) else set(code) for code in self.expected["bevindingen"]
        ]
        absent = [f"geen {' of '.join(sorted(codes))}" for codes in wanted if not codes & found]
        # A file that is older than what is there (SR-B022) is told in any case; test_command.py
        # judges that.
        return absent + [
            f"onverwacht {code}"
            for code in sorted(
                found - set().union({"SR-B022"}, *wanted, self.expected.get("mag", []))
            )
        ]


CASES = [Case(folder) for folder in sorted(HERE.glob("[0-9]*")) if folder.is_dir()]
DELIVERED = [Case(folder) for folder in sorted(LATER.glob("[0-9]*")) if folder.is_dir()]


def parameters(cases: list[Case]) -> list[ParameterSet]:
    """Cases for a test; those that the program cannot do yet must fail until it can."""
    return [
        pytest.param(
            case,
            id=case.folder.name,
            marks=[pytest.mark.xfail(reason=case.expected["nog_niet"], strict=True)]
            if "nog_niet" in case.expected
            else [],
        )
        for case in cases
    ]


def answer_of(result: Result) -> dict[str, Any]:
    """The JSON of a run; a readable failure when there is none."""
    try:
        return dict(json.loads(result.stdout))
    except ValueError:
        raise AssertionError(
            f"geen JSON, uitgangscode {result.exit_code}:\n{result.output[-1500:]}"
        ) from result.exception


def values_read(answer: Mapping[str, Any]) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """The values of all regions; an empty cell says nothing and is left out."""
    for region in answer["regions"]:
        for value in region["values"]:
            if value["read"].strip():
                yield (
                    (value["ref"], value["year"], value["period"] or "", value["key"] or ""),
                    value,
                )


def figures_in(project: Path, edition: str) -> dict[Place, dict[str, str]]:
    """Every cell of the figure files that says something: its text with status and reference date;
    'n.n.b.' counts as empty.
    """
    catalogue = YAML(typ="safe").load(project / "figures" / "indicatoren.yaml")["tabellen"]
    found = {}
    for name, table in catalogue.items():
        text = (project / "figures" / edition / f"{name}.csv").read_text("utf-8-sig")
        for row in csv.DictReader(
            text.splitlines(), delimiter=";" if ";" in text.partition("\n")[0] else ","
        ):
            for column in table["kolommen"]:
                if row[column] not in {"", "n.n.b."}:
                    place = (
                        f"{name}.{column}",
                        int(row["jaar"]),
                        row.get("periode") or "",
                        row.get(table.get("sleutel", "")) or "",
                    )
                    found[place] = {
                        "cell": same(row[column]),
                        "status": row.get("status") or "",
                        "date": row.get("peildatum") or "",
                    }
    return found


def same(cell: str) -> str:
    """A cell without what makes no difference: 54,0 is 54."""
    try:
        return f"{Decimal(cell.replace(',', '.')).normalize():f}"
    except ArithmeticError:
        return cell


def _year_and_period(when: int | str) -> tuple[int, str]:
    year, _, period = str(when).partition(" ")
    return int(year), period
