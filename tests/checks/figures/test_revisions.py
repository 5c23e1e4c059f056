# SPDX-License-Identifier: EUPL-1.2
"""When a figure of an earlier edition counts as revised, and what is said of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from standrapport.checks.figures import (
    lost_findings,
    revision_findings,
    revision_of,
    revisions,
)
from standrapport.core.model import Figure, Finding, Kind, Position, RevisionReason, Severity
from tests.core.invented import by_name, figure

PLACE = Position("figures/2022/herzieningen.yaml", 2)
LATER = RevisionReason(("t.a",), (2020,), "Latere meldingen.", PLACE)


def cell(value: float | str | None, **fields: Any) -> Figure:
    """The figure t.a of 2020."""
    return figure("t.a", 2020, value, **fields)


@pytest.mark.parametrize(
    ("old", "new", "percent"),
    [
        (cell(1500), cell(1480), "-1.3"),
        (cell(1000), cell(1001), "0.1"),
        (cell(400), cell(400.5), "0.1"),
        (cell(0), cell(10), None),
        (cell("<5"), cell(3), None),
        (cell(3), cell("<5"), None),
        (cell("n.v.t."), cell(3), None),
        (cell(10, period="t/m mei"), cell(20, period="t/m mei"), "100.0"),
    ],
)
def test_a_figure_that_reads_differently(old: Figure, new: Figure, percent: str | None) -> None:
    """With the text of both editions, and the change where both have a number."""
    found = revision_of(old, new, 2021, ())
    assert found is not None
    assert (found.id, found.edition, found.old, found.new) == (
        new.id,
        2021,
        old.printed,
        new.printed,
    )
    assert found.change.percent == (percent and Decimal(percent))
    assert found.reason == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (cell(10), cell(10)),
        (cell(10), cell(10.0, printed="10,0")),
        (cell("<5"), cell("<5")),
        (cell(None), cell(10)),
        (cell(10), cell(None)),
        # Another part of the year is another figure.
        (cell(10, period="t/m mei"), cell(20)),
        (cell(10), cell(20, period="t/m mei")),
        (cell(10, period="t/m mei"), cell(20, period="t/m november")),
    ],
)
def test_what_is_no_revision(old: Figure, new: Figure) -> None:
    """The same number, one that was not known yet, or a number of another period."""
    assert revision_of(old, new, 2021, ()) is None


def test_the_reason_that_covers_it() -> None:
    """The first that does; '' when none does."""
    other = RevisionReason(("t.b",), (), "Iets anders.", PLACE)
    found = [
        revision_of(figure(ref, year, 1), figure(ref, year, 2), 2021, (other, LATER))
        for ref, year in (("t.a", 2020), ("t.a", 2019), ("t.b", 2020))
    ]
    assert [one and one.reason for one in found] == ["Latere meldingen.", "", "Iets anders."]


def test_only_cells_that_both_editions_have() -> None:
    """A computed figure moves with its cells; a new or vanished one was not revised."""
    earlier = by_name(cell(10), figure("t.b", 2020, 5), figure("d.x", 2020, 7, formula="t.a"))
    now = by_name(cell(20), figure("t.c", 2020, 5), figure("d.x", 2020, 9, formula="t.a"))
    assert [one.id.ref for one in revisions(earlier, 2021, now, ())] == ["t.a"]


def test_what_is_said_of_them() -> None:
    """A note for what has a reason, at that reason; a warning for the rest, at the cells."""
    at = Position("figures/2022/t.csv", 3, "a")
    earlier = by_name(*(figure("t.a", year, 10) for year in range(2014, 2021)))
    now = by_name(*(figure("t.a", year, 11, position=at) for year in range(2014, 2021)))
    found = revisions(earlier, 2021, now, (LATER,))
    note, warning = revision_findings(found, (LATER,))
    assert (note.code, note.severity, note.locations) == ("SR-C016", Severity.NOTE, (PLACE,))
    assert note.message.startswith(
        "1 cijfer is anders dan in de editie over 2021: t.a 2020 was 10 en is 11 (+10,0"
    )
    assert note.message.endswith("Reden: Latere meldingen.")
    assert (warning.code, warning.severity) == ("SR-C017", Severity.WARNING)
    assert warning.locations == (at,) * 6
    assert warning.message.startswith("6 cijfers zijn anders")
    assert "; en nog 1. Zet de reden in herzieningen.yaml" in warning.message
    assert "t.a 2018" in warning.message
    assert "t.a 2019" not in warning.message
    assert revision_findings((), (LATER,)) == []


WHERE = Position("figures/2021/t.csv", 2, "a")
GONE = cell(None, kind=Kind.UNAVAILABLE, printed="n.b.", position=WHERE)


def lost(
    old: Figure, new: Figure, *told: Finding, reason: RevisionReason | None = None
) -> list[str]:
    """What is said of one figure of the edition before."""
    reasons = (reason,) if reason else ()
    found = lost_findings(by_name(old), 2020, by_name(new), reasons, told)
    return [f"{one.code} {one.position}: {one.message}" for one in found]


@pytest.mark.parametrize("old", [cell(4910), cell("<5"), cell(0)])
@pytest.mark.parametrize("new", [cell(None, position=WHERE), GONE])
def test_a_published_figure_is_not_unknown(old: Figure, new: Figure) -> None:
    """n.n.b. or n.b. where the edition before had a number, or said that it is small."""
    (said,) = lost(old, new)
    assert said.startswith(f"SR-C046 {WHERE}: 1 cijfer dat de editie over 2020 gaf, is hier niet")
    assert f"t.a 2020 was {old.printed} en is {new.printed}; neem" in said


def test_what_is_not_lost() -> None:
    """What was never known, another part of the year, a reason, or a cell that cannot be read."""
    gone = cell(None, position=WHERE)
    assert lost(cell(None), gone) == []
    assert lost(cell("n.v.t."), gone) == []
    assert lost(cell(10), cell(10)) == []
    assert lost(cell(10, period="t/m mei"), gone) == []
    assert lost(cell(10), gone, reason=LATER) == []
    assert lost(cell(10), gone, Finding("SR-L009", Severity.ERROR, "x", (WHERE,))) == []
    assert list(lost_findings(by_name(cell(10)), 2020, by_name(), (), ())) == []
