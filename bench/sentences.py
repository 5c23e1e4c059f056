# SPDX-License-Identifier: EUPL-1.2
"""Statements: the measures of docs/besluiten/0021 over the invented services, and how many of all
single changes in the real editions are noticed.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from standrapport.pipeline.check import check_edition
from tests.editions.misreferences import every_edition, misreferences
from tests.editions.mutations import figure_mutations, typed_mutations
from tests.uitspraken.meten import SERVICES, Read, measures, read_service

from .process import ROOT


def run() -> None:
    """Print the measures, per service and together."""
    every: list[Read] = []
    for service in SERVICES:
        reads = read_service(service)
        every += reads
        print_measures(service.name, reads)
    print_measures("together", every)
    run_mutations()
    run_misreferences()


def print_measures(name: str, reads: list[Read]) -> None:
    """Each measure in percent, and of how many."""
    print(f"{name}: {len(reads)} sentences")
    for what, (some, all_) in measures(reads).items():
        print(f"  {what:<36} {100 * some / all_ if all_ else 0:8.1f} %   of {all_}")


def run_mutations() -> None:
    """Print how many of all single changes in the real editions are noticed."""
    for year in (2021, 2024):
        checked = check_edition(ROOT, year)
        with tempfile.TemporaryDirectory() as folder:
            cells = list(figure_mutations(ROOT, year, Path(folder)))
        for what, found in (
            ("figures changed in their file", cells),
            ("typed numbers with a wrong digit", list(typed_mutations(checked))),
        ):
            by_check = sum(one.by_check for one in found)
            either = sum(one.by_check or one.by_diff for one in found)
            print(
                f"{f'{year}: {len(found)} {what}':<52} {by_check} by check, {either} by check or diff"
            )


def run_misreferences() -> None:
    """Print how many of all references that were replaced are noticed, per edition and kind, and
    those that are not.
    """
    for project, year in every_edition(ROOT):
        found = list(misreferences(check_edition(ROOT / project, year)))
        kinds = Counter(one.kind for one in found)
        seen = Counter(one.kind for one in found if one.noticed)
        told = ", ".join(f"{kind} {seen[kind]}/{kinds[kind]}" for kind in sorted(kinds))
        print(f"{project} {year}: {seen.total()} of {len(found)} replaced references ({told})")
        for one in found:
            if not one.noticed:
                print(f"  {one.kind}: {one.place}: {one.old} -> {one.new}\n    {one.sentence}")
