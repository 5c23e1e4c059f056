# SPDX-License-Identifier: EUPL-1.2
"""How long, deep and wide a formula may be, and what its functions and selectors take at the edge."""

from __future__ import annotations

from fractions import Fraction

import pytest

from standrapport.core.formula import (
    Expression,
    Filter,
    FormulaError,
    Reference,
    SumKeys,
    SumYears,
    parse_expression,
    parse_formula,
    parse_rule,
    references_in,
)
from standrapport.core.formula.functions import change, hoped, moves, share, shifted, whole
from standrapport.core.formula.nodes import (
    Call,
    Compare,
    Negative,
    Node,
    Number,
    Operation,
    Year,
    rebuilt,
    walk,
)


def refused(text: str) -> FormulaError:
    """What is wrong with a text that is no formula."""
    with pytest.raises(FormulaError) as caught:
        parse_formula(text)
    return caught.value


@pytest.mark.parametrize(
    ("fits", "beyond", "message", "offset"),
    [
        ("1" + " " * 3999, "1" + " " * 4000, "een formule heeft hooguit 4000 tekens", 4000),
        ("1" * 30, "2 + " + "1" * 31, "een getal heeft hooguit 30 cijfers", 4),
        ("1" + "+1" * 200, "1" + "+1" * 201, "een formule heeft hooguit 200 bewerkingen", 402),
        ("1" + "*1" * 200, "1" + "*1" * 201, "een formule heeft hooguit 200 bewerkingen", 402),
        ("-" * 59 + "1", "-" * 60 + "1", "een formule gaat hooguit 60 haakjes of mintekens diep", 60),
        ("(" * 59 + "1" + ")" * 59, "(" * 60 + "1" + ")" * 60, "een formule gaat hooguit 60 haakjes of mintekens diep", 60),
        ("1" + "+(1)" * 70, "1" + "+1" * 100 + "*1" * 101, "een formule heeft hooguit 200 bewerkingen", 402),
    ],
)  # fmt: skip
def test_how_large_a_formula_may_be(fits: str, beyond: str, message: str, offset: int) -> None:
    """That much, and not one more; what is closed again is deep no longer."""
    parse_formula(fits)
    found = refused(beyond)
    assert (found.message, found.offset) == (message, offset)


@pytest.mark.parametrize(
    ("selector", "shift", "year"),
    [
        ("-1", -1, None), ("0", 0, None), ("1899", 1899, None), ("1900", 0, 1900),
        ("2199", 0, 2199), ("-2198", -2198, None),
    ],
)  # fmt: skip
def test_a_year_or_a_number_of_years(selector: str, shift: int, year: int | None) -> None:
    """From the first year on it is a year."""
    found = parse_formula(f"a.b[{selector}]")
    assert found == Reference("a.b", shift=shift, year=year)
    assert isinstance(found, Reference)
    assert found.in_year(2020) == (year or 2020 + shift)


@pytest.mark.parametrize("number", [2200, -2199])
def test_what_is_no_year(number: int) -> None:
    found = refused(f"1 + a.b[{number}]")
    assert found.message == f"{number} is geen jaar; jaren gaan tot en met 2199"
    assert found.offset == 8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a.b["doel"]', Reference("a.b", expected="doel")),
        ("a.b[Raming]", Reference("a.b", expected="raming")),
        ('a.b[DOEL, 2019, "x"]', Reference("a.b", year=2019, key="x", expected="doel")),
        ('a.b["x", -1, doel]', Reference("a.b", shift=-1, key="x", expected="doel")),
    ],
)
def test_what_stands_between_brackets(text: str, expected: Reference) -> None:
    """A key, a year and whether a target is meant, in any order."""
    assert parse_formula(text) == expected


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("a.b[1, 2]", 7, "tussen de haken staat meer dan één jaar"),
        ('a.b["x", "y"]', 9, "tussen de haken staat meer dan één sleutel"),
        ("a.b[doel, raming]", 10, "tussen de haken staat meer dan één doel of raming"),
        ("a.b[Zuid]", 4, 'zet de sleutel tussen aanhalingstekens: a.b["Zuid"]'),
        ("a.b[Den Haag, 2019]", 4, 'zet de sleutel tussen aanhalingstekens: a.b["Den Haag"]'),
        ("a.b[2019, Zuid]", 10, 'zet de sleutel tussen aanhalingstekens: a.b["Zuid"]'),
        ("a.b[jaar]", 4, "tussen de haken hoort een jaartal of een aantal jaren terug, zoals [2019] of [-1]"),
        ("a.b[Zuid + 1]", 4, "'Zuid' is geen cijfernaam; schrijf tabel.kolom, met een punt ertussen"),
        ("a.b[]", 4, "een getal of een cijfernaam verwacht, maar hier staat ']'"),
        ("abs()", 4, "een getal of een cijfernaam verwacht, maar hier staat ')'"),
        ("som(a.b, 1900, 2200)", 0, "som telt jaren op van 1900 tot en met 2199, niet van 1900 tot 2200"),
        ("som(a.b, 1899, 2000)", 0, "som telt jaren op van 1900 tot en met 2199, niet van 1899 tot 2000"),
        ("verandering(a.b, 0)", 0, "verandering neemt een cijfer en een aantal jaren terug, zoals verandering(tabel.kolom, -2)"),
        ("verandering(a.b, -1.5)", 0, "verandering neemt een cijfer en een aantal jaren terug, zoals verandering(tabel.kolom, -2)"),
        ("1 + aandeel(a.b)", 4, "aandeel neemt twee argumenten: het deel en het geheel"),
        ("1 + verandering(a.b[2019] * 2)", 4, "verandering vergelijkt twee jaren; hier staat niets dat van jaar tot jaar verschilt"),
    ],
)  # fmt: skip
def test_what_cannot_stand_there(text: str, offset: int, message: str) -> None:
    """With its place, and what can."""
    found = refused(text)
    assert (found.message, found.offset) == (message, offset)


def test_the_first_and_last_year_add_up() -> None:
    """Both belong to what years there can be; a change may go back one year or many."""
    expected = SumYears(Reference("a.b", offset=4), 1900, 2199)
    assert parse_formula("som(a.b, 1900, 2199)") == expected
    assert parse_formula("verandering(a.b, -1)") == parse_formula("verandering(a.b)")


def test_filters_and_their_arguments() -> None:
    """Whole numbers and words; each filter at its place."""
    found = parse_expression('a.b | x(doel, "y", -3) | z')
    assert found == Expression(
        Reference("a.b"), (Filter("x", ("doel", "y", -3), 6), Filter("z", (), 25))
    )
    for text, offset, words in (
        ("a.b | x(1.5)", 8, "een filter neemt hele getallen of woorden tussen aanhalingstekens"),
        ("a.b | 3", 6, "na '|' hoort een filter, maar hier staat '3'"),
        ("a.b | x(1 2)", 10, "')' verwacht, maar hier staat '2'"),
        ("a.b | x y", 8, "'y' staat hier onverwacht"),
    ):
        with pytest.raises(FormulaError) as caught:
            parse_expression(text)
        assert (caught.value.message, caught.value.offset) == (words, offset)


def test_a_rule_that_compares_nothing() -> None:
    with pytest.raises(FormulaError) as caught:
        parse_rule("a.b + 1")
    assert caught.value.message == ("een toets vergelijkt twee kanten, met een van == != < <= > >=")
    assert caught.value.offset == 7


def test_the_names_in_a_text() -> None:
    """None where it cannot be read."""
    assert [one.ref for one in references_in("a.b + som(c.d)")] == ["a.b", "c.d"]
    assert references_in("a.b +") == []


A, B = Reference("a.b"), Reference("c.d", year=2019)
NODES: tuple[Node, ...] = (
    A, B, Number(Fraction(3)), Year(), SumKeys(A), SumKeys(B), SumYears(A, 2011, 2012), Negative(A),
    Operation("-", A, B), Compare("<", B, A), Call("min", (A, B)), Call("som", ()),
)  # fmt: skip


@pytest.mark.parametrize(
    ("node", "later"),
    [
        (A, Reference("a.b", 2)), (B, B), (Number(Fraction(3)), Number(Fraction(3))),
        (Year(), Operation("+", Year(), Number(Fraction(2)))),
        (SumKeys(A), SumKeys(Reference("a.b", 2))), (SumKeys(B), SumKeys(B)),
        (SumYears(A, 2011, 2012), SumYears(A, 2011, 2012)),
        (Operation("-", A, Negative(A)), Operation("-", Reference("a.b", 2), Negative(Reference("a.b", 2)))),
        (Call("min", (A, B)), Call("min", (Reference("a.b", 2), B))),
    ],
)  # fmt: skip
def test_a_formula_some_years_away(node: Node, later: Node) -> None:
    """What names a year of its own stays as it is."""
    assert shifted(node, 2) == later
    assert shifted(later, -2) == node or isinstance(node, Year)


@pytest.mark.parametrize(
    ("node", "does"),
    [
        (A, True), (B, False), (Operation("+", A, B), True), (Operation("+", B, B), False),
        (SumKeys(A), True), (SumYears(A, 2011, 2012), False), (Number(Fraction(1)), False),
        (Year(), False), (Operation("*", Year(), A), True), (Operation("*", Year(), B), False),
    ],
)  # fmt: skip
def test_what_differs_from_year_to_year(node: Node, does: bool) -> None:
    """Only a figure does; a number that grows with the year compares nothing."""
    assert moves(node) is does


def test_shares_and_changes_are_what_they_stand_for() -> None:
    hundred = Number(Fraction(100))
    assert share(A, B) == Operation("/", Operation("*", hundred, A), B)
    before = Reference("a.b", -3)
    assert change(A, -3) == Operation(
        "/", Operation("*", hundred, Operation("-", A, before)), before
    )


@pytest.mark.parametrize(
    ("node", "number"),
    [
        (Number(Fraction(3)), 3), (Negative(Number(Fraction(3))), -3), (Number(Fraction(1, 2)), None),
        (Negative(Number(Fraction(1, 2))), None), (A, None), (Negative(A), None),
        (Negative(Negative(Number(Fraction(3)))), None),
    ],
)  # fmt: skip
def test_whole_numbers(node: Node, number: int | None) -> None:
    assert whole(node) == number


def test_a_formula_over_targets() -> None:
    """What asks for one itself stays as it is."""
    own = Reference("a.b", expected="raming")
    target = Reference("a.b", expected="doel")
    for made in (lambda one: one, SumKeys, lambda one: SumYears(one, 2011, 2012), Negative):
        assert hoped(made(A), "doel") == made(target)
        assert hoped(made(own), "doel") == made(own)
    assert hoped(Number(Fraction(1)), "doel") == Number(Fraction(1))


@pytest.mark.parametrize("node", NODES)
def test_a_change_goes_through_what_a_node_is_made_of(node: Node) -> None:
    """In reading order, and no further down than one step; without one it stays the same."""
    seen: list[Node] = []

    def noted(part: Node) -> Node:
        seen.append(part)
        return part

    assert rebuilt(node, noted) == node
    within = [part for part in walk(node) if part is not node]
    assert seen == ([] if isinstance(node, SumKeys | SumYears) else within)
    assert next(walk(node)) is node
