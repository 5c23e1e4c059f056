# SPDX-License-Identifier: EUPL-1.2
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
from standrapport.core.formula.nodes import (
    Call,
    Compare,
    Comparison,
    Negative,
    Number,
    Operation,
    Year,
)


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


def number(value: float) -> Number:
    """A number in a formula."""
    return Number(Fraction(str(value)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5", number(1.5)),
        ("  2  ", number(2)),
        ("jaar", Year()),
        ("1 + jaar", Operation("+", number(1), Year(4))),
        ("--1", Negative(Negative(number(1)))),
        ("2 * -1", Operation("*", number(2), Negative(number(1)))),
        ("-1 * 2", Operation("*", Negative(number(1)), number(2))),
        ("8 / 4 / 2", Operation("/", Operation("/", number(8), number(4)), number(2))),
        ("8 - (4 - 2)", Operation("-", number(8), Operation("-", number(4), number(2)))),
        ("(1 + 2) * 3", Operation("*", Operation("+", number(1), number(2)), number(3))),
        ("min(1, 2, 3)", Call("min", (number(1), number(2), number(3)))),
        ("max(1)", Call("max", (number(1),))),
        ("abs(1 - 2)", Call("abs", (Operation("-", number(1), number(2)),))),
        ("som(1, 2)", Call("som", (number(1), number(2)))),
        # Two whole numbers after a figure are years; anything else is added.
        ("som(a.b, 2011, 2017)", SumYears(Reference("a.b", offset=4), 2011, 2017)),
        ("som(a.b, 2011, 2011)", SumYears(Reference("a.b", offset=4), 2011, 2011)),
        ("som(a.b, 2011)", Call("som", (Reference("a.b", offset=4), number(2011)))),
        ("som(a.b, 1.5, 2)", Call("som", (Reference("a.b", offset=4), number(1.5), number(2)))),
        ("som(a.b, 2, 2.5)", Call("som", (Reference("a.b", offset=4), number(2), number(2.5)))),
        ("som(-a.b)", Call("som", (Negative(Reference("a.b", offset=5)),))),
        # From 1900 on a year, below it a shift; a minus sign always shifts.
        ("a.b[1900]", Reference("a.b", year=1900)),
        ("a.b[1899]", Reference("a.b", shift=1899)),
        ("a.b[0]", Reference("a.b")),
        ("a.b[-2019]", Reference("a.b", shift=-2019)),
        ('a.b["x", 2019]', Reference("a.b", year=2019, key="x")),
        ('a.b[""]', Reference("a.b", key="")),
        ("één.twee_3", Reference("één.twee_3")),
    ],
)
def test_formulas(text: str, expected: object) -> None:
    """What stands there, no more and no less."""
    assert parse_formula(text) == expected


@pytest.mark.parametrize("sign", ["==", "!=", "<", "<=", ">", ">="])
def test_comparisons(sign: Comparison) -> None:
    """Each of the six, with a sum on either side."""
    left, right = Operation("+", number(1), number(2)), Negative(number(3))
    assert parse_rule(f"1 + 2 {sign} -3") == Compare(sign, left, right)


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("a.b", ()),
        ("a.b | getal", (Filter("getal", (), 6),)),
        ("a.b | getal()", (Filter("getal", (), 6),)),
        ("a.b|getal(1)|x", (Filter("getal", (1,), 4), Filter("x", (), 13))),
        ('a.b | x("a b", -2, 3)', (Filter("x", ("a b", -2, 3), 6),)),
    ],
)
def test_filters(text: str, filters: tuple[Filter, ...]) -> None:
    """In order, each with its arguments and its place."""
    found = parse_expression(text)
    assert (found.node, found.filters) == (Reference("a.b"), filters)


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("", 0, "een getal of een cijfernaam verwacht, maar hier staat het einde"),
        ("   ", 3, "een getal of een cijfernaam verwacht, maar hier staat het einde"),
        ("1 + * 2", 4, "een getal of een cijfernaam verwacht, maar hier staat '*'"),
        ('"x"', 0, "een getal of een cijfernaam verwacht, maar hier staat 'x'"),
        ("min(1", 5, "')' verwacht, maar hier staat het einde"),
        ("a.b[1", 5, "']' verwacht, maar hier staat het einde"),
        ('a.b["x" 1]', 8, "']' verwacht, maar hier staat '1'"),
        ("a.b[c.d]", 4, "tussen de haken hoort een jaartal of een aantal jaren terug, zoals [2019] of [-1]"),
        ("a.b[-1.5]", 4, "tussen de haken hoort een jaartal of een aantal jaren terug, zoals [2019] of [-1]"),
        ("abs(1, 2)", 0, "abs neemt één argument"),
        ("2 + abs(1, 2)", 4, "abs neemt één argument"),
        ("1 + som(a.b, 2017, 2016)", 4, "som telt jaren op van vroeg naar laat, niet van 2017 tot 2016"),
        ("1 + wortel(1)", 4, "de functie 'wortel' bestaat niet; er zijn "),
        ("1 + instroom", 4, "'instroom' is geen cijfernaam; schrijf tabel.kolom, met een punt ertussen"),
        ("1 1", 2, "'1' staat hier onverwacht"),
        ("1 == 2", 2, "'==' staat hier onverwacht"),
        ("a.b  \N{MINUS SIGN} 1", 5, "het teken '\N{MINUS SIGN}' hoort niet in een formule; bedoelt u '-'?"),
        ("a.b × 1", 4, "het teken '×' hoort niet in een formule; bedoelt u '*'?"),
        ("a.b ÷ 1", 4, "het teken '÷' hoort niet in een formule; bedoelt u '/'?"),
        ("a.b \N{EN DASH} 1", 4, "het teken '\N{EN DASH}' hoort niet in een formule; bedoelt u '-'?"),
        ("a.b = 1", 4, "het teken '=' hoort niet in een formule; bedoelt u '=='?"),
        ("a.b ≤ 1", 4, "het teken '≤' hoort niet in een formule; bedoelt u '<='?"),
        ("a.b ≥ 1", 4, "het teken '≥' hoort niet in een formule; bedoelt u '>='?"),
        ("a.b ≠ 1", 4, "het teken '≠' hoort niet in een formule; bedoelt u '!='?"),
        ("a.b[“x”]", 4, "het teken '“' hoort niet in een formule; bedoelt u '\"'?"),
        ("a.b['x']", 4, "het teken ''' hoort niet in een formule; bedoelt u '\"'?"),
        ("a.b[”", 4, "het teken '”' hoort niet in een formule; bedoelt u '\"'?"),
        ("a.b & 1", 4, "het teken '&' hoort niet in een formule"),
    ],
)  # fmt: skip
def test_the_words_of_a_mistake(text: str, offset: int, message: str) -> None:
    """The sentence, with the place, and the sign that was meant where one was pasted."""
    with pytest.raises(FormulaError) as caught:
        parse_formula(text)
    assert caught.value.message.startswith(message)
    assert caught.value.message == message or message.endswith("er zijn ")
    assert (str(caught.value), caught.value.offset) == (caught.value.message, offset)


def test_a_function_that_does_not_exist_is_told_which_do() -> None:
    """All of them are named."""
    with pytest.raises(FormulaError, match=r"; er zijn .*som.*min.*max.*abs"):
        parse_formula("wortel(1)")


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("a.b |", 5, "na '|' hoort een filter, maar hier staat het einde"),
        ("a.b | 3", 6, "na '|' hoort een filter, maar hier staat '3'"),
        ("a.b | x(1.5)", 8, "een filter neemt hele getallen of woorden tussen aanhalingstekens"),
        ("a.b | x(c.d)", 8, "een filter neemt hele getallen of woorden tussen aanhalingstekens"),
        ("a.b | x(1", 9, "')' verwacht, maar hier staat het einde"),
        ("a.b | x(1 2)", 10, "')' verwacht, maar hier staat '2'"),
        ("a.b | x y", 8, "'y' staat hier onverwacht"),
        ("a.b == 1", 4, "'==' staat hier onverwacht"),
    ],
)
def test_what_is_no_expression(text: str, offset: int, message: str) -> None:
    """Mistakes in filters."""
    with pytest.raises(FormulaError) as caught:
        parse_expression(text)
    assert (caught.value.message, caught.value.offset) == (message, offset)


def test_what_is_no_rule() -> None:
    """Two sides and one comparison; the place is the end, where it could have stood."""
    with pytest.raises(FormulaError) as caught:
        parse_rule("a.b + 1")
    assert caught.value.offset == 7
    assert caught.value.message.endswith("met een van == != < <= > >=")
    with pytest.raises(FormulaError, match="'<' staat hier onverwacht"):
        parse_rule("1 < 2 < 3")
