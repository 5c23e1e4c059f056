"""The grammar of formulas, rules and text expressions."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from standrapport.core.formula import (
    Filter,
    FormulaError,
    Reference,
    SumKeys,
    SumYears,
    parse_expression,
    parse_formula,
    parse_rule,
)
from standrapport.core.formula.nodes import Negative, Number, Operation


def test_reference_with_shift_year_and_key() -> None:
    """The selector between brackets is a shift below 1900, a year from there on, and a key between
    quotes.
    """
    assert parse_formula("instroom.ind") == Reference("instroom.ind")
    assert parse_formula("instroom.ind[-1]") == Reference("instroom.ind", shift=-1)
    assert parse_formula("instroom.ind[2019]") == Reference("instroom.ind", year=2019)
    assert parse_formula('landen.aantal["Syrische"]') == Reference("landen.aantal", key="Syrische")
    assert parse_formula('landen.aantal["Syrische", -1]') == Reference(
        "landen.aantal", shift=-1, key="Syrische"
    )


def test_operators_bind_as_in_school() -> None:
    """Multiplication goes before addition, and equal operators read from left to right."""
    assert parse_formula("1 - 2 - 3 * 4") == Operation(
        "-",
        Operation("-", Number(Fraction(1)), Number(Fraction(2))),
        Operation("*", Number(Fraction(3)), Number(Fraction(4))),
    )
    assert parse_formula("-a.b") == Negative(Reference("a.b", offset=1))


def test_som_over_keys_and_years() -> None:
    """`som` with one reference adds keys; with two whole numbers it adds years."""
    assert parse_formula("som(landen.aantal)") == SumKeys(Reference("landen.aantal", offset=4))
    assert parse_formula("som(a.b, 2011, 2017)") == SumYears(Reference("a.b", offset=4), 2011, 2017)


def test_expression_with_filter() -> None:
    """A text expression is a formula with filters."""
    assert parse_expression("instroom.ind | verschil(-1)").filters == (
        Filter("verschil", (-1,), 15),
    )


@pytest.mark.parametrize(
    ("text", "offset", "words"),
    [
        ("instroom.ind +", 14, "het einde"),
        ("instroom", 0, "tabel.kolom"),
        ("instroom.ind ^ 2", 13, "'^'"),
        ("__import__('os')", 11, "'''"),
        ("a.b.c", 0, "tabel.kolom"),
        ("wortel(a.b)", 0, "functie 'wortel' bestaat niet"),
        ("(a.b", 4, "')' verwacht"),
        ("a.b[1.5]", 4, "jaartal"),
        ("som(a.b, 2017, 2011)", 0, "van vroeg naar laat"),
        ("a.b c.d", 4, "onverwacht"),
    ],
)
def test_what_is_no_formula_is_refused_at_its_place(text: str, offset: int, words: str) -> None:
    """Each mistake gets a Dutch sentence and the character where it stands."""
    with pytest.raises(FormulaError) as caught:
        parse_formula(text)
    assert words in caught.value.message
    assert offset == caught.value.offset


def test_a_rule_must_compare() -> None:
    """A formula without a comparison is no rule."""
    with pytest.raises(FormulaError, match="vergelijkt twee kanten"):
        parse_rule("a.b + a.c")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("aandeel(a.b, a.c + a.d)", "100 * a.b / (a.c + a.d)"),
        ("aandeel(a.b, som(a.c))", "100 * a.b / som(a.c)"),
        ("verandering(a.b)", "100 * (a.b - a.b[-1]) / a.b[-1]"),
        ("verandering(a.b, -3)", "100 * (a.b - a.b[-3]) / a.b[-3]"),
        ("verandering(a.b[-1])", "100 * (a.b[-1] - a.b[-2]) / a.b[-2]"),
        ("verandering(som(a.b))", "100 * (som(a.b) - som(a.b[-1])) / som(a.b[-1])"),
        ('verandering(a.b["x"])', '100 * (a.b["x"] - a.b["x", -1]) / a.b["x", -1]'),
        (
            "verandering(-a.b + min(a.c, 3))",
            "100 * (-a.b + min(a.c, 3) - (-a.b[-1] + min(a.c[-1], 3))) / (-a.b[-1] + min(a.c[-1], 3))",
        ),
        ("verandering(a.b - a.c[2019])", "100 * (a.b - a.c[2019] - (a.b[-1] - a.c[2019])) / (a.b[-1] - a.c[2019])"),
    ],
)  # fmt: skip
def test_shorthand_is_its_long_form(short: str, long: str) -> None:
    """The same nodes, places aside: whatever is worked out from one is worked out from the other."""
    assert _placeless(parse_formula(short)) == _placeless(parse_formula(long))


def _placeless(node: object) -> str:
    return re.sub(r"offset=\d+", "", repr(node))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("aandeel(a.b)", "het deel en het geheel"),
        ("aandeel(a.b, a.c, a.d)", "het deel en het geheel"),
        ("verandering(a.b, 1)", "jaren terug"),
        ("verandering(a.b, a.c)", "jaren terug"),
        ("verandering(a.b, -1, -2)", "jaren terug"),
        ("verandering(a.b[2019])", "van jaar tot jaar"),
        ("verandering(som(a.b, 2011, 2017))", "van jaar tot jaar"),
        ("verandering(3)", "van jaar tot jaar"),
    ],
)
def test_shorthand_without_meaning_is_refused(text: str, words: str) -> None:
    """A share of one thing, a change into the future or of something that never changes."""
    with pytest.raises(FormulaError) as caught:
        parse_formula(text)
    assert words in caught.value.message
