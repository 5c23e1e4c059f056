# SPDX-License-Identifier: EUPL-1.2
"""Derived figures: value, bounds, period and status from the cells they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Any

import pytest
from hypothesis import given, strategies as st

from standrapport.core.derive import derive, names_of
from standrapport.core.derive.one_figure import as_decimal
from standrapport.core.model import (
    Derived,
    Figure,
    FigureKey,
    Finding,
    Interval,
    Kind,
    Severity,
    Table,
    Vintage,
    beside,
)
from tests.core.invented import AFGELEID, by_name, catalogue, derived, figure, table

PLAIN = table("t", "a", "b", "c", population="caseload")
LANDS = table("landen", "aantal", key="land", population="caseload")


def work_out(
    *parts: Derived | Table, cells: Mapping[FigureKey, Figure], year: int = 2021, **options: Any
) -> tuple[Mapping[FigureKey, Figure], list[Finding]]:
    """The derived figures of an edition, with everything that is said of them."""
    held = catalogue(PLAIN, LANDS, *parts)
    names, problems = names_of(held, cells)
    figures, findings = derive(held, cells, names, year, **options)
    return figures, [*problems, *findings]


def one(formula: str, *cells: Figure, year: int = 2021, **fields: Any) -> Figure:
    """The figure d.x of an edition, without any finding."""
    figures, findings = work_out(
        derived("d.x", formula, **fields), cells=by_name(*cells), year=year
    )
    assert [finding.message for finding in findings if finding.code != "SR-A006"] == []
    return figures[FigureKey("d.x", year)]


def codes(findings: list[Finding]) -> list[str]:
    """Their codes."""
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("formula", "unit", "decimals", "value", "printed"),
    [
        ("t.a + t.b", "personen", 0, "13840", "13.840"),
        ("t.a - t.b", "personen", 0, "-11160", "−11.160"),
        ("100 * t.a / (t.a + t.b)", "procent", 0, "10", "10\u00a0%"),
        ("100 * t.a / (t.a + t.b)", "procent", 1, "9.7", "9,7\u00a0%"),
        ("t.a / 16", "personen", 0, "84", "84"),
        ("t.a / 16", "personen", 2, "83.75", "83,75"),
        # Half away from zero.
        ("t.a / 80 + 0.25", "personen", 0, "17", "17"),
        ("0 - t.a / 80 + 0.25", "personen", 0, "-17", "−17"),
        ("t.a - t.c", "personen", 0, "1340", "1.340"),
    ],
)
def test_value_and_print(formula: str, unit: str, decimals: int, value: str, printed: str) -> None:
    """Rounded to its decimals, half away from zero, and printed in Dutch with its unit."""
    cells = figure("t.a", 2021, 1340), figure("t.b", 2021, 12500), figure("t.c", 2021, "n.v.t.")
    found = one(formula, *cells, unit=unit, decimals=decimals)
    assert (found.kind, found.value, found.printed) == (Kind.VALUE, Decimal(value), printed)
    assert (found.unit, found.decimals, found.formula) == (unit, decimals, formula)
    assert found.derived


def test_bounds_follow_from_the_rounding_of_the_cells() -> None:
    """Exactly, and for a cell nobody delivered from nothing up."""
    tens: dict[str, Any] = {"rounding": Decimal(10)}
    a, b = figure("t.a", 2021, 760, **tens), figure("t.b", 2021, 130, **tens)
    share = one("100 * t.a / (t.a + t.b)", a, b, unit="procent")
    assert share.bounds == Interval(Fraction(75500, 890), Fraction(76500, 890))
    assert share.interval == share.bounds
    assert one("t.a + t.b", a).bounds == Interval(Fraction(755), inf)
    assert one("t.b - t.a", a).bounds == Interval(Fraction(-765), inf)


@pytest.mark.parametrize("cell", [figure("t.b", 2021, None), figure("t.b", 2021, "<5")])
def test_one_unknown_cell_makes_it_unknown(cell: Figure) -> None:
    """It is printed as n.n.b.; its bounds still say what is known."""
    found = one("t.a + t.b", figure("t.a", 2021, 10), cell)
    assert (found.kind, found.value, found.printed) == (Kind.UNKNOWN, None, "n.n.b.")
    assert found.bounds is not None
    assert found.bounds.low == 10


def test_what_does_not_apply_counts_as_nothing() -> None:
    """Added or taken away; divided by, or alone, there is no figure that could ever be known."""
    a, none = figure("t.a", 2021, 10), figure("t.b", 2021, "n.v.t.")
    assert one("t.a + t.b", a, none).value == 10
    assert one("t.b - t.a", a, none).value == -10
    for formula in ("t.a / t.b", "t.a * t.b", "t.b", "t.b + t.b"):
        assert (one(formula, a, none).kind, one(formula, a, none).printed) == (
            Kind.NOT_APPLICABLE, "n.v.t."
        )  # fmt: skip


def test_every_year_with_cells_and_the_report_year() -> None:
    """A year without any of its cells has no figure, but the report year says n.n.b."""
    cells = by_name(figure("t.a", 2019, 1), figure("t.a", 2020, 2), figure("t.b", 2018, 3))
    figures, _ = work_out(derived("d.x", "t.a * 10"), cells=cells)
    assert {name.year: one.printed for name, one in figures.items()} == {
        2019: "10", 2020: "20", 2021: "n.n.b.",
    }  # fmt: skip
    last = figures[FigureKey("d.x", 2021)]
    assert (last.kind, last.unit, last.formula) == (Kind.UNKNOWN, "personen", "t.a * 10")
    assert [name.year for name in figures] == [2019, 2020, 2021]


def test_a_figure_of_a_year_before_only() -> None:
    """Where one of its cells is there the figure is too, unknown when the other is not."""
    cells = by_name(figure("t.a", 2020, 2), figure("t.a", 2021, 5))
    figures, _ = work_out(derived("d.x", "t.a - t.a[-1]"), cells=cells)
    assert {name.year: one.value for name, one in figures.items()} == {2020: None, 2021: 3}


def test_a_formula_without_cells_holds_in_every_year() -> None:
    """A number stays that number."""
    figures, _ = work_out(derived("d.x", "12"), cells=by_name(figure("t.a", 2020, 2)))
    assert {name.year: one.printed for name, one in figures.items()} == {2020: "12", 2021: "12"}


@pytest.mark.parametrize(
    ("marks", "expected"),
    [((False, False), False), ((True, False), True), ((False, True), True), ((True, True), True)],
)
def test_one_provisional_cell_makes_it_provisional(
    marks: tuple[bool, bool], expected: bool
) -> None:
    """Any of them, not only all."""
    first, second = marks
    cells = figure("t.a", 2021, 1, provisional=first), figure("t.b", 2021, 2, provisional=second)
    assert one("t.a + t.b", *cells).provisional is expected


def test_a_part_of_a_year_stays_one() -> None:
    """The figure covers what its cells cover."""
    part: dict[str, Any] = {"period": "t/m november"}
    cells = figure("t.a", 2021, 1, **part), figure("t.b", 2021, 2, **part)
    assert one("t.a + t.b", *cells).period == "t/m november"
    assert one("t.a + t.b", figure("t.a", 2021, 1), figure("t.b", 2021, 2)).period is None
    # An unknown cell has no say in it.
    cells = figure("t.a", 2021, 1, **part), figure("t.b", 2021, None)
    assert one("t.a + t.b", *cells).period == "t/m november"
    cells = figure("t.a", 2021, 1), figure("t.b", 2021, None, **part)
    assert one("t.a + t.b", *cells).period is None


def test_of_several_parts_of_a_year_the_first_is_named() -> None:
    """The same on every run: the cells are asked in the order of the formula."""
    columns = "abcdefghij"
    cells = by_name(*(figure(f"p.{name}", 2021, 1, period=f"t/m deel {name}") for name in columns))
    formula = " + ".join(f"p.{name}" for name in reversed(columns))
    parts = table("p", *columns), derived("d.x", formula, mixed_periods=True)
    assert work_out(*parts, cells=cells)[0][FigureKey("d.x", 2021)].period == "t/m deel j"


def mixed(year: int) -> tuple[Figure, Figure]:
    """Two cells of one year over different parts of it."""
    return figure("t.a", year, 1, period="t/m november"), figure("t.b", year, 2)


def test_whole_and_part_years_together_are_reported() -> None:
    """Once, with every year it happens in, at the formula; unless that was meant."""
    cells = by_name(*mixed(2020), *mixed(2021), figure("t.a", 2019, 1), figure("t.b", 2019, 1))
    figures, (finding,) = work_out(derived("d.x", "t.a + t.b"), cells=cells)
    assert (finding.code, finding.severity) == ("SR-A005", Severity.WARNING)
    assert "'d.x' rekent in 2020 en 2021 met hele jaren en delen" in finding.message
    assert finding.locations == (AFGELEID,)
    assert figures[FigureKey("d.x", 2021)].printed == "n.n.b."
    assert work_out(derived("d.x", "t.a + t.b", mixed_periods=True), cells=cells)[1] == []


def test_the_same_months_of_the_year_before() -> None:
    """Are put in the place of the whole year; without them there is no figure. A balance starts with
    the state at the end of the year before.
    """
    now, before = figure("t.a", 2021, 90, period="t/m november"), figure("t.a", 2020, 100)
    part = figure("t.a", 2020, 80, period="t/m november")
    name = part.id._replace(beside="t/m november")
    cells = Vintage({now.id: now, before.id: before}, beside={name: replace(part, id=name)})
    growth = derived("d.x", "t.a - t.a[-1]")
    figures, findings = work_out(growth, cells=cells)
    found = figures[FigureKey("d.x", 2021)]
    assert found.value == 10
    assert found.period == "t/m november"
    assert findings == []
    figures, (finding,) = work_out(growth, cells=by_name(now, before))
    assert (figures[FigureKey("d.x", 2021)].value, finding.code) == (None, "SR-A005")
    # What the year before stands for over the same months is known too, beside that year.
    twice, _ = work_out(derived("d.x", "2 * t.a"), cells=cells)
    assert beside(twice)[FigureKey("d.x", 2020, None, "t/m november")].value == 160
    assert twice[FigureKey("d.x", 2020)].value == 200


def test_counted_and_hoped_for() -> None:
    """Never add up."""
    cells = by_name(figure("t.a", 2021, 90), figure("t.b", 2021, 100, expected="doel"))
    figures, (finding,) = work_out(derived("d.x", "t.a + t.b"), cells=cells)
    assert (figures[FigureKey("d.x", 2021)].value, finding.code) == (None, "SR-A005")
    figures, _ = work_out(derived("d.x", "2 * t.b"), cells=cells)
    assert figures[FigureKey("d.x", 2021)].expected == "doel"


def test_an_unknown_value_mixes_nothing() -> None:
    """What cannot be worked out compares nothing either."""
    cells = by_name(*mixed(2021), figure("t.c", 2021, None))
    assert work_out(derived("d.x", "t.a + t.b + t.c"), cells=cells)[1] == []


def test_one_year_named_once_for_all_its_keys() -> None:
    """A keyed figure that mixes for two keys names the year once."""
    cells = by_name(
        *(figure("landen.aantal", 2021, 5, key, period="t/m mei") for key in ("Noord", "Zuid")),
        figure("t.a", 2021, 2),
    )
    _, (finding,) = work_out(derived("d.x", "landen.aantal + t.a"), cells=cells)
    assert "rekent in 2021 met" in finding.message


def test_a_value_per_key() -> None:
    """For the keys each year has, in the order of the file."""
    cells = by_name(
        figure("landen.aantal", 2020, 10, "Zuid"),
        figure("landen.aantal", 2021, 30, "Zuid"),
        figure("landen.aantal", 2021, 10, "Noord"),
    )
    share = derived("d.x", "100 * landen.aantal / som(landen.aantal)", unit="procent")
    figures, findings = work_out(share, cells=cells)
    assert {(name.year, name.key): one.value for name, one in figures.items()} == {
        (2020, "Zuid"): 100,
        (2021, "Zuid"): 75,
        (2021, "Noord"): 25,
    }
    assert findings == []


def test_only_what_is_wanted() -> None:
    """Others are not worked out, and nothing is said of them."""
    parts = derived("d.x", "t.a"), derived("d.y", "t.a / t.b")
    cells = by_name(figure("t.a", 2021, 1), figure("t.b", 2021, 0))
    figures, findings = work_out(*parts, cells=cells, only={"d.x"})
    assert ({name.ref for name in figures}, codes(findings)) == ({"d.x"}, [])
    figures, _ = work_out(*parts, cells=cells, only={"d.y"})
    assert {name.ref for name in figures} == {"d.y"}
    figures, findings = work_out(*parts, cells=cells)
    assert ({name.ref for name in figures}, codes(findings)) == ({"d.x", "d.y"}, ["SR-A006"])


@pytest.mark.parametrize(
    ("formula", "values", "warned"),
    [
        ("t.a / t.b", {"a": 1, "b": 0}, True),
        ("t.a / t.b", {"a": 1, "b": 10}, False),
        # Printed 10 can be 5 to 15: the ends of what it can be count too.
        ("t.a / (t.b - 5)", {"a": 1, "b": 10}, True),
        ("t.a / (t.b - 15)", {"a": 1, "b": 10}, True),
        ("t.a / (t.b - 4)", {"a": 1, "b": 10}, False),
        ("t.a / t.b", {"a": 1, "b": "n.v.t."}, True),
        ("t.a / t.b", {"a": 1, "b": "<5"}, True),
        # What is unknown is reported as such, not as nothing.
        ("t.a / t.b", {"a": 1, "b": None}, False),
        ("t.a / t.b", {"a": 1}, False),
        ("t.a / (t.b + t.c)", {"a": 1, "b": 0}, False),
        ("t.a * t.b", {"a": 1, "b": 0}, False),
        ("t.b / t.a", {"a": 10, "b": 0}, False),
        ("1 + min(2, t.a / t.b)", {"a": 1, "b": 0}, True),
        ("t.a / t.a + t.a / t.b", {"a": 10, "b": 0}, True),
        ("t.a / t.b + t.c / t.b", {"a": 10, "b": 0, "c": 1}, True),
    ],
)
def test_a_divisor_that_can_be_nothing_is_reported(
    formula: str, values: dict[str, int | str | None], warned: bool
) -> None:
    """A warning at the formula, once, when all its figures are known in the report year."""
    cells = by_name(
        *(figure(f"t.{name}", 2021, value, rounding=Decimal(10)) for name, value in values.items())
    )
    _, findings = work_out(derived("d.x", formula), cells=cells)
    assert codes(findings) == (["SR-A006"] if warned else [])
    for finding in findings:
        assert finding.severity is Severity.WARNING
        assert finding.locations == (AFGELEID,)
        assert finding.message.startswith("'d.x' deelt door iets dat nul kan zijn")


def test_only_the_report_year_is_looked_at_for_a_divisor() -> None:
    """Nothing in a year long ago is no reason to warn every year; keys may have nothing."""
    cells = by_name(*(figure(f"t.{c}", y, v) for c, y, v in (("a", 2020, 1), ("b", 2020, 0), ("a", 2021, 1), ("b", 2021, 2))))  # fmt: skip
    assert work_out(derived("d.x", "t.a / t.b"), cells=cells)[1] == []
    cells = by_name(figure("landen.aantal", 2021, 0, "Noord"))
    assert work_out(derived("d.x", "1 / landen.aantal"), cells=cells)[1] == []


def test_populations_are_not_mixed_unsaid() -> None:
    """Named in the warning, unless the formula says it is meant."""
    other = table("u", "a", population="partners")
    cells = by_name(figure("t.a", 2021, 1), figure("u.a", 2021, 1))
    _, (finding,) = work_out(other, derived("d.x", "t.a + u.a"), cells=cells)
    assert (finding.code, finding.severity) == ("SR-A004", Severity.WARNING)
    assert "(caseload en partners)" in finding.message
    assert finding.locations == (AFGELEID,)
    assert (
        work_out(other, derived("d.x", "t.a + u.a", mixed_populations=True), cells=cells)[1] == []
    )
    assert work_out(other, derived("d.x", "t.a + t.b"), cells=cells)[1] == []


@pytest.mark.parametrize(
    ("formulas", "expected"),
    [
        ({"d.x": "t.a +"}, {"SR-A001": "In de formule van 'd.x': een getal of een cijfernaam verwacht, maar hier staat het einde."}),
        ({"d.x": "1 + t.aa"}, {"SR-A002": "In de formule van 'd.x': het cijfer 't.aa' bestaat niet; bedoelt u t.a?"}),
        ({"d.x": "d.x + 1"}, {"SR-A003": "In de formule van 'd.x': 'd.x' wordt uit zichzelf afgeleid: d.x -> d.x."}),
        # Whoever leans on it is left out without a word of its own.
        ({"d.x": "t.a +", "d.y": "d.x + 1", "d.z": "d.y + 1"}, {"SR-A001": "In de formule van 'd.x'"}),
        ({"d.z": "d.y + 1", "d.y": "d.x + 1", "d.x": "zzz.qqqqq"}, {"SR-A002": "In de formule van 'd.x'"}),
        ({"d.x": "t.a", "d.y": "d.y[-1]", "d.z": "d.y"}, {"SR-A003": "In de formule van 'd.y'"}),
        ({"d.x": "t.a[2020]", "d.y": "d.x / 2"}, {}),
    ],
)  # fmt: skip
def test_formulas_that_cannot_be_used(formulas: dict[str, str], expected: dict[str, str]) -> None:
    """One error per mistake, where it is made; the rest still stands."""
    held = catalogue(PLAIN, *(derived(ref, text) for ref, text in formulas.items()))
    names, findings = names_of(held, by_name(figure("t.a", 2021, 1)))
    assert codes(findings) == list(expected)
    for finding in findings:
        assert finding.message.startswith(expected[finding.code])
        assert finding.severity is Severity.ERROR
    wrong = set(formulas) - set(names.derived)
    assert names.broken == wrong
    assert bool(wrong) == bool(expected)
    if not expected:
        assert set(names.derived) == set(formulas)


def test_the_place_of_a_mistake_is_within_the_formula() -> None:
    """Line and column of the wrong name."""
    held = catalogue(PLAIN, derived("d.x", "1 + t.aa"))
    (finding,) = names_of(held, {})[1]
    assert finding.position is not None
    assert (finding.position.line, finding.position.column) == (3, 14 + 4)


def test_names_of_the_catalogue() -> None:
    """Columns with the table they are keyed by, the keys of each year and the years."""
    cells = by_name(
        figure("t.a", 2018, 1),
        figure("landen.aantal", 2021, 1, "Zuid"),
        figure("landen.aantal", 2020, 1, "Noord"),
        figure("landen.aantal", 2021, 1, "Noord"),
    )
    names, findings = names_of(catalogue(PLAIN, LANDS), cells)
    assert names.keyed == {"t.a": None, "t.b": None, "t.c": None, "landen.aantal": "landen"}
    assert list(names.keys("landen", 2021)) == ["Zuid", "Noord"]
    assert list(names.keys("landen", 2019)) == []
    assert list(names.years) == [2020, 2021]
    assert findings == []


@given(st.fractions(max_denominator=10**6, min_value=-(10**6), max_value=10**6))
def test_a_fraction_as_decimal(value: Fraction) -> None:
    """Exact to twelve places, half away from zero; a whole number stays whole."""
    found = as_decimal(value)
    assert abs(Fraction(found) - value) <= Fraction(1, 2 * 10**12)
    if value.denominator == 1:
        assert found == value.numerator
        assert found.as_tuple().exponent == 0


def test_twelve_places_of_an_endless_fraction() -> None:
    """No more, no fewer."""
    assert as_decimal(Fraction(1, 3)) == Decimal("0.333333333333")
    assert as_decimal(Fraction(2, 3)) == Decimal("0.666666666667")
