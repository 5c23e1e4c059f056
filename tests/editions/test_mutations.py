# SPDX-License-Identifier: EUPL-1.2
"""Whatever is changed in the figures or in a typed number of the real editions, check or diff says
so.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import TypeVar

import pytest

from standrapport.pipeline.check import check_edition
from tests.conftest import ROOT, YEARS

from .misreferences import Misreference, every_edition, misreferences
from .mutations import (
    figure_mutations,
    printed_cells,
    swapped,
    typed_mutations,
)


@pytest.mark.parametrize("year", YEARS)
def test_a_changed_figure_is_noticed(year: int, tmp_path: Path) -> None:
    """An evenly spread part of the printed cells, each with two digits exchanged.

    `make bench` does all of them.
    """
    assert len(printed_cells(check_edition(ROOT, year))) > 80
    found = list(figure_mutations(ROOT, year, tmp_path, step=16))
    assert len(found) >= 5
    assert [one.what for one in found if not (one.by_check or one.by_diff)] == []
    assert [one.what for one in found if not one.by_diff] == []


@pytest.mark.parametrize("year", YEARS)
def test_a_wrong_digit_in_a_typed_number_is_noticed(year: int) -> None:
    """Every number of the texts typed with two digits exchanged: check names nearly all, the rest
    are other figures' values.
    """
    found = list(typed_mutations(check_edition(ROOT, year)))
    assert len(found) > 30
    assert [one.what for one in found if not (one.by_check or one.by_diff)] == []
    assert sum(one.by_check for one in found) >= 0.9 * len(found)


MOST = 200  # references replaced per edition; `make bench` does all of them
Name = TypeVar("Name", bound=Hashable)
NOTICED = 0.95  # the part of them that is noticed, in every edition and of every kind


@pytest.fixture(scope="module")
def misread() -> dict[tuple[str, int], list[Misreference]]:
    """References of every edition of the repository replaced by another, the same ones each time."""
    return {
        (project, year): list(misreferences(check_edition(ROOT / project, year), most=MOST))
        for project, year in every_edition(ROOT)
    }


def test_a_reference_to_another_figure_is_noticed(
    misread: dict[tuple[str, int], list[Misreference]],
) -> None:
    """In every edition, of every trade."""
    assert len(misread) >= 10
    assert sum(map(len, misread.values())) > 600
    assert {edition: part for edition, part in _parts(misread).items() if part < NOTICED} == {}


def test_a_reference_of_every_kind_is_noticed(
    misread: dict[tuple[str, int], list[Misreference]],
) -> None:
    """In sentences, in what they compute, and in tables, charts and cards."""
    kinds: dict[str, list[Misreference]] = defaultdict(list)
    for one in itertools.chain.from_iterable(misread.values()):
        kinds[one.kind].append(one)
    assert kinds.keys() == {
        *("kolom", "jaar", "populatie", "sleutel", "in uitdrukking", "stap", "getoond")
    }
    assert {kind: part for kind, part in _parts(kinds).items() if part < NOTICED} == {}


def _parts(groups: Mapping[Name, list[Misreference]]) -> dict[Name, float]:
    """The part of each group that is noticed."""
    return {name: sum(one.noticed for one in own) / len(own) for name, own in groups.items()}


@pytest.mark.parametrize("year", YEARS)
def test_nothing_true_is_called_wrong(year: int) -> None:
    """Every statement of the real editions is read as meant: none is wrong or in doubt."""
    checked = check_edition(ROOT, year)
    assert len(checked.statements) > 40
    other = [one for one in checked.statements if one.outcome.value in {"klopt_niet", "twijfel"}]
    assert [(one.source.place(one.start), one.words) for one in other] == []


@pytest.mark.parametrize(
    ("number", "other"), [("13.840", "31.840"), ("1.000", "2.000"), ("99", "91"), ("54,2", "45,2")]
)
def test_digits_are_really_exchanged(number: str, other: str) -> None:
    """The mutation changes the number and keeps its notation."""
    assert swapped(number) == other
