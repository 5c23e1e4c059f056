# SPDX-License-Identifier: EUPL-1.2
"""Units in one formula: one scale, conversions by hand left alone, and what cannot go together."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from standrapport.core.formula import (
    Names,
    UnitProblem,
    box_of,
    ground,
    in_units,
    parse_formula,
    parse_rule,
    range_of,
    unit_of,
    value_of,
)
from standrapport.core.formula.measures import measure_of
from standrapport.core.formula.nodes import Number
from standrapport.core.model import Figure, FigureKey, Interval, Kind, Vintage
from standrapport.core.notation import parse_getal

UNITS = {
    "t.klein": "euro", "t.midden": "duizend euro", "t.groot": "miljoen euro", "t.dagen": "dagen",
    "t.weken": "weken", "t.mensen": "personen", "t.veel": "duizend personen", "t.deel": "procent",
    "t.rang": "rang", "t.tarief": "euro per inwoner", "t.maanden": "maanden",
}  # fmt: skip
VALUES = {
    "t.klein": "500000", "t.midden": "1200", "t.groot": "3", "t.dagen": "21", "t.weken": "3",
    "t.mensen": "400", "t.veel": "2", "t.deel": "25", "t.rang": "2", "t.tarief": "7",
    "t.maanden": "2",
}  # fmt: skip
NAMES = Names(dict.fromkeys(UNITS), {}, lambda _table, _year: (), units=UNITS)


def figures(steps: Mapping[str, str]) -> Vintage:
    """The figures of one year, with the rounding of some."""
    made = {}
    for ref, printed in VALUES.items():
        name = FigureKey(ref, 2020)
        value, step = parse_getal(printed), parse_getal(steps.get(ref, ""))
        made[name] = Figure(name, Kind.VALUE, printed, value, step, unit=UNITS[ref])
    return Vintage(made)


def outcome(
    formula: str, unit: str | None = None, **steps: str
) -> tuple[Fraction | None, Interval]:
    """The value and the range of a formula in a unit."""
    node = ground(in_units(parse_formula(formula), UNITS, unit), NAMES, 2020)
    known = figures({f"t.{name}": step for name, step in steps.items()})
    return value_of(node, known), range_of(node, box_of(node, known))


@pytest.mark.parametrize(
    ("formula", "unit", "value"),
    [
        ("t.groot + t.midden", None, 4200),  # in the smallest unit of the two
        ("t.groot + t.midden + t.klein", "miljoen euro", Fraction(47, 10)),
        ("t.midden - t.klein", "euro", 700_000),
        ("t.groot", "euro", 3_000_000),
        ("aandeel(t.klein, t.groot)", "procent", Fraction(50, 3)),
        ("100 * t.midden / (t.groot + t.klein)", "procent", Fraction(240, 7)),
        ("t.midden / t.mensen", "euro", 3000),
        ("t.midden / t.veel", "euro", 600),  # duizend euro by duizend personen
        ("max(t.midden, t.groot)", "duizend euro", 3000),
        ("t.weken + t.dagen", "dagen", 42),
        ("t.mensen + t.veel", "personen", 2400),
        ("1.1 * t.groot", "duizend euro", 3300),
        # By hand, as it was written before there were conversions.
        ("1000 * t.midden / t.mensen", "euro", 3000),
        ("1000 * t.midden + t.klein", "euro", 1_700_000),
        ("t.midden / 1000 + t.groot", "miljoen euro", Fraction(42, 10)),
        ("1000000 * t.groot", "euro", 3_000_000),
        # A factor that converts nothing.
        ("1000 * t.mensen / t.veel", None, 200_000),
        ("1000 * t.klein / t.klein", None, 1000),
        ("12 * t.mensen", "euro", 4800),  # twelve euro each
        ("t.mensen * t.deel / 100", "personen", 100),
        ("t.tarief + t.klein", None, 500_007),  # of which nobody can tell
        ("t.dagen / 7", "weken", 3),
        ("1000 * t.midden + t.midden", None, 1_201_200),  # both from the same cells
        ("1000 * t.midden / t.klein", None, Fraction(12, 5)),
        ("t.klein / 1000000000", "miljard euro", Fraction(1, 2000)),
        ("t.groot / 1000", "miljard euro", Fraction(3, 1000)),
        # The sign and a number beside an amount go along with it.
        ("-t.groot", "euro", -3_000_000),
        ("2 + t.groot", "euro", 5_000_000),
        ("max(t.midden, t.groot, 5000)", None, 5000),
        # A ratio of amounts is in no unit, whatever is done with it.
        ("t.mensen * (t.midden / t.groot)", "personen", 160),
        ("t.midden / t.groot * t.mensen", "personen", 160),
        ("t.midden / t.groot / t.mensen", None, Fraction(1, 1000)),
        ("t.mensen / (t.midden / t.groot)", None, 1000),
        ("t.klein / t.klein", "euro", 1),
        ("t.mensen / t.veel", "procent", 200),
        # Of an amount of money a part stays money, and so does what each gets of it.
        ("t.deel * t.klein / 100", "duizend euro", 125),
        ("t.klein * t.deel / 100", "duizend euro", 125),
        ("t.midden / t.veel", "duizend euro", Fraction(3, 5)),
        # By a number that nobody wrote as one.
        ("t.klein / jaar", "duizend euro", Fraction(500, 2020)),
        ("t.klein / (t.veel / t.mensen)", "duizend euro", 100_000),
    ],
)
def test_one_scale(formula: str, unit: str | None, value: Fraction) -> None:
    """Amounts of one measure are brought together exactly."""
    assert outcome(formula, unit)[0] == value


@pytest.mark.parametrize(
    ("formula", "unit", "value"),
    [
        # A number that is multiplied in may be a price or a weight.
        ("2 * t.mensen", "euro", 800),
        ("12 * t.mensen / 1", "euro", 4800),
        ("1000 * t.mensen", "euro", 400_000),
        ("t.klein + 12 * t.mensen", "euro", 504_800),
        ("12 * t.mensen + t.klein", "euro", 504_800),
        ("t.mensen + 12 * t.mensen", "euro", 5200),
        ("t.groot + 12 * t.mensen", None, 4803),
        ("1000 * t.dagen", "weken", 21_000),
        # What another measure makes of it, and units of which nobody can tell.
        ("t.klein * t.dagen + t.mensen", None, 10_500_400),
        ("t.klein / t.dagen + t.mensen", None, Fraction(508_400, 21)),
        ("t.groot / t.weken", None, 1),
        ("t.mensen * t.mensen + t.klein", None, 660_000),
        ("t.mensen / t.dagen * t.klein + t.mensen", None, Fraction(400 * 500_021, 21)),
        ("(t.rang + 1) * t.klein + t.mensen", None, 1_500_400),
        ("t.rang", "euro", 2),
        ("t.klein", "index", 500_000),
        ("t.dagen", "personen", 21),
        # Nothing, and by nothing.
        ("0 * t.groot", "euro", 0),
        ("t.klein / 0", "euro", None),
    ],
)
def test_what_nobody_can_tell_stays_as_written(
    formula: str, unit: str | None, value: Fraction | None
) -> None:
    """No conversion and no reproach."""
    assert outcome(formula, unit)[0] == value


def test_what_stands_in_the_smallest_scale_is_left_alone() -> None:
    """A number in front stays in front, so that `100 * deel` is still a share."""
    plain = parse_formula("t.klein + t.midden")
    made = in_units(plain, UNITS)
    assert made.left == plain.left  # type: ignore[union-attr]
    share = in_units(parse_formula("100 * t.midden / t.klein"), UNITS)
    assert share.left.left == Number(Fraction(100))  # type: ignore[union-attr]
    assert share.left.right.left == Number(Fraction(1000))  # type: ignore[union-attr]


def test_rounding_goes_along() -> None:
    """A step of a million is a million wide in euros."""
    _, around = outcome("t.groot + t.klein", "euro", groot="1", klein="1000")
    assert around == Interval(Fraction(2_999_500), Fraction(4_000_500))


@pytest.mark.parametrize(
    ("formula", "unit", "words"),
    [
        ("t.klein + t.dagen", None, "geen eenheid gemeen"),
        ("t.mensen + t.klein", None, "t.mensen (personen) en t.klein (euro)"),
        ("t.deel + t.mensen", None, "geen eenheid gemeen"),
        ("max(t.klein, t.mensen)", None, "geen eenheid gemeen"),
        ("t.dagen + t.maanden", None, "geen eenheid gemeen"),
        ("t.klein", "personen", "in euro en de eenheid van het cijfer is personen"),
        ("t.mensen - t.veel", "procent", "de eenheid van het cijfer is procent"),
        ("1000 * t.midden + t.groot", None, "rekent zelf om"),
        ("1000 * t.groot", "euro", "nog miljoen euro naast euro;"),
        ("1000 * t.klein / t.groot", None, "nog euro naast miljoen euro;"),
        ("t.groot / (1000 * t.klein)", None, "nog miljoen euro naast euro;"),
        ("t.deel", "personen", "in procent en de eenheid van het cijfer is personen"),
        ("0 * t.mensen + t.klein", None, "geen eenheid gemeen"),
    ],
)
def test_what_cannot_go_together(formula: str, unit: str | None, words: str) -> None:
    """A sentence that names both."""
    with pytest.raises(UnitProblem) as told:
        in_units(parse_formula(formula), UNITS, unit)
    assert words in told.value.message


def test_comparisons() -> None:
    """Both sides of a rule on one scale; a bare number is in the unit of what it is held against."""
    known = figures({})
    for rule in ("t.groot >= t.midden", "t.midden <= t.groot"):
        node = ground(in_units(parse_rule(rule), UNITS), NAMES, 2020)
        sides = {value_of(side, known) for side in (node.left, node.right)}  # type: ignore[union-attr]
        assert sides == {3000, 1200}
    plain = parse_rule("t.groot >= 2")
    assert in_units(plain, UNITS) == plain
    with pytest.raises(UnitProblem):
        in_units(parse_rule("t.groot >= t.dagen"), UNITS)


def test_unit_of_a_sum() -> None:
    """The smallest of those added."""
    made = in_units(parse_formula("t.groot + t.midden"), UNITS)
    assert unit_of(made, UNITS) == "duizend euro"
    assert unit_of(parse_formula("t.groot / t.midden"), UNITS) == ""
    assert unit_of(parse_formula("t.rang + t.rang"), UNITS) == ""


@pytest.mark.parametrize(
    ("formula", "unit", "offset"),
    [
        ("t.klein + t.dagen", None, 10),
        ("12.5 + t.klein", "personen", 7),
        ("1000*t.groot", "euro", 5),
    ],
)
def test_where_it_goes_wrong(formula: str, unit: str | None, offset: int) -> None:
    """At the figure that does not fit, for the place in the file."""
    with pytest.raises(UnitProblem) as told:
        in_units(parse_formula(formula), UNITS, unit)
    assert told.value.offset == offset


@pytest.mark.parametrize(
    ("unit", "kind", "scale"),
    [
        ("mln. euro", "euro", 10**6), ("Miljard euro", "euro", 10**9), ("euro's", "euro", 1),
        ("€", "euro", 1), ("duizend kilo", "aantal", 1000), ("procentpunten", "procent", 1),
        ("", "", 1), ("duizend", "aantal", 1), ("%", "procent", 1), ("mld euro", "euro", 10**9),
        ("mln euro", "euro", 10**6), ("uren", "uren", 60), ("jaren", "maanden", 12),
        ("minuten", "uren", 1), ("maanden", "maanden", 1), ("weken", "dagen", 7),
    ],
)  # fmt: skip
def test_as_people_write_units(unit: str, kind: str, scale: int) -> None:
    """Also shortened."""
    found = measure_of(unit)
    assert found.kind == kind
    assert found.scale == scale
