"""Whatever is changed in the figures or in a typed number of the real editions, check or diff says
so.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from standrapport.pipeline.check import check_edition
from tests.conftest import ROOT, YEARS

from .mutations import figure_mutations, printed_cells, swapped, typed_mutations


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


@pytest.mark.parametrize(
    ("number", "other"), [("13.840", "31.840"), ("1.000", "2.000"), ("99", "91"), ("54,2", "45,2")]
)
def test_digits_are_really_exchanged(number: str, other: str) -> None:
    """The mutation changes the number and keeps its notation."""
    assert swapped(number) == other
