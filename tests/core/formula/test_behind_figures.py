# SPDX-License-Identifier: EUPL-1.2
"""What lies behind a figure, name by name; and how names are looked up, worked out and bounded."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import inf

import pytest

from standrapport.core.formula import (
    FormulaError,
    Leaf,
    Names,
    Reference,
    adds_only,
    asked_figure,
    breaks,
    crossed,
    does_not_apply,
    example_of,
    figure_meant,
    ground,
    keyed_table,
    name_of,
    nearest,
    parse_formula,
    populations,
    range_of,
    rest_keys,
    sums_of,
    tables_behind,
    value_of,
)
from standrapport.core.formula.nodes import Call, Compare, Negative, Node, Number, Operation
from standrapport.core.model import (
    Catalogue,
    FigureKey,
    Interval,
    Kind,
    SeriesBreak,
    Text,
    Vintage,
)
from tests.core.invented import HERE, by_name, catalogue, column, derived, figure, table
from tests.core.model.test_nouns import RULE

EARLY, LATE = SeriesBreak(2015, "a"), SeriesBreak(2021, "b")
LAND = replace(
    table("land", "x", key="land", population="landen"), rest_keys=("Overig",), title="Land"
)
PLAIN = replace(
    table("t"),
    columns={
        "a": column("t.a", population="mensen", breaks=(LATE,)),
        "b": column("t.b", population="mensen", breaks=(LATE, EARLY)),
        "c": column("t.c", population="zaken"),
        "d": column("t.d"),
    },
)
KNOWN = catalogue(
    PLAIN, LAND,
    derived("d.som", "t.a + t.b"), derived("d.diep", "d.som / t.c"), derived("d.kring", "d.kring[-1] + t.d"),
    derived("d.land", "land.x / t.a"), derived("d.eigen", "t.a + t.c", population="samen"),
    derived("d.kapot", "t.a +"), derived("d.weg", "weg.x + t.d"), derived("d.heen", "d.terug + t.a"),
    derived("d.terug", "d.heen + t.b"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("ref", "tables", "groups", "broken", "keyed"),
    [
        ("t.a", {"t"}, ["mensen"], (LATE,), None),
        ("t.b", {"t"}, ["mensen"], (EARLY, LATE), None),
        ("t.d", {"t"}, [], (), None),
        ("land.x", {"land"}, ["landen"], (), "land"),
        ("d.som", {"t"}, ["mensen"], (EARLY, LATE), None),
        ("d.diep", {"t"}, ["mensen", "zaken"], (EARLY, LATE), None),
        ("d.land", {"land", "t"}, ["landen", "mensen"], (LATE,), "land"),
        ("d.eigen", {"t"}, ["samen"], (LATE,), None),
        ("d.kapot", set(), [], (), None),
        ("d.weg", {"t"}, [], (), None),
        ("weg.x", set(), [], (), None),
    ],
)
def test_what_lies_behind_a_name(
    ref: str, tables: set[str], groups: list[str], broken: tuple[SeriesBreak, ...], keyed: str | None
) -> None:  # fmt: skip
    """However deep it lies; nothing behind what does not exist or cannot be read."""
    assert tables_behind(KNOWN, [ref]) == tables
    assert populations(KNOWN, [ref]) == groups
    assert breaks(KNOWN, ref) == broken
    found = keyed_table(KNOWN, ref)
    assert (found and found.name) == keyed
    assert rest_keys(KNOWN, ref) == (("Overig",) if keyed else ())


def test_a_circle_has_what_stands_in_it() -> None:
    """And ends."""
    assert tables_behind(KNOWN, ["d.kring"]) == {"t"}
    assert breaks(KNOWN, "d.heen") == (EARLY, LATE)
    assert populations(KNOWN, ["d.kring"]) == []


def test_groups_in_order_of_appearance() -> None:
    """Each once, also of several figures."""
    assert populations(KNOWN, ["t.c", "t.d", "d.som", "t.a", "d.eigen"]) == [
        "zaken", "mensen", "samen"
    ]  # fmt: skip
    assert tables_behind(KNOWN, ["t.c", "d.land", "t.a"]) == {"t", "land"}


@pytest.mark.parametrize(
    ("cells", "across"),
    [
        ([("t.a", 2020), ("t.a", 2021)], (LATE,)),
        ([("t.a", 2021), ("t.a", 2022)], ()),
        ([("t.a", 2019), ("t.a", 2020)], ()),
        ([("t.a", 2020), ("t.b", 2022)], (LATE,)),
        ([("t.b", 2014), ("t.b", 2021)], (LATE, EARLY)),
        ([("t.d", 2014), ("t.a", 2021), ("weg.x", 2014)], ()),
        ([], ()),
    ],
)
def test_breaks_with_cells_on_both_sides(
    cells: list[tuple[str, int]], across: tuple[SeriesBreak, ...]
) -> None:
    """Its own year counts otherwise already."""
    assert crossed(KNOWN, [FigureKey(ref, year) for ref, year in cells]) == across


def with_rules(*tests: str) -> Catalogue:
    """The catalogue with these rules."""
    rules = (replace(RULE, test=test, test_text=Text(test, HERE)) for test in tests)
    return replace(KNOWN, rules=tuple(rules))


@pytest.mark.parametrize(
    ("test", "parts"),
    [
        ("t.a == t.b + t.c", [("t.b", "t.c")]),
        ("t.b + t.c == t.a", [("t.b", "t.c")]),
        ("t.a == t.b + t.c + t.d", [("t.b", "t.c", "t.d")]),
        *(
            (test, [])
            for test in (
                "t.a <= t.b + t.c", "t.a == t.b - t.c", "t.a == t.b", "t.a == 2 * t.b + t.c",
                "t.a[-1] == t.b + t.c", "t.a[2020] == t.b + t.c", "t.a + t.d == t.b + t.c",
                "2 + t.a == t.b + t.c", "t.b == t.a + t.c", "5 == t.b + t.c", "t.a + t.a == t.b / t.c + t.d",
            )
        ),
    ],
)  # fmt: skip
def test_the_parts_a_figure_is_the_sum_of(test: str, parts: list[tuple[str, ...]]) -> None:
    """Only where a rule says so of the figure itself, of the same year, and of nothing but a sum."""
    assert list(sums_of(with_rules(test), "t.a")) == parts
    assert list(sums_of(with_rules("t.d == t.b + t.c", test), "t.a")) == parts


@pytest.mark.parametrize(
    ("formula", "only"),
    [("t.a + t.b", True), ("t.a", True), ("t.a - t.b", False), ("2 * t.a", False), ("t.a / 2", False)],
)  # fmt: skip
def test_a_sum_and_nothing_else(formula: str, only: bool) -> None:
    assert adds_only(formula) is only


A, B, C = (FigureKey(f"t.{name}", 2021) for name in "abc")
NONE = by_name(figure("t.a", 2021, "n.v.t."), figure("t.b", 2021, 3))
NOT, IS, WEG = Leaf(A), Leaf(B), Leaf(C)


@pytest.mark.parametrize(
    ("node", "none"),
    [
        (NOT, True), (IS, False), (WEG, False), (Negative(NOT), True), (Number(Fraction(1)), False),
        (Operation("+", NOT, NOT), True), (Operation("+", NOT, IS), False),
        (Operation("-", IS, NOT), False), (Operation("-", NOT, NOT), True),
        (Operation("*", NOT, IS), True), (Operation("*", IS, IS), False), (Operation("/", IS, NOT), True),
        (Operation("/", NOT, WEG), True), (Call("som", (NOT, NOT)), True), (Call("som", (NOT, IS)), False),
        (Call("max", (IS, NOT)), False), (Call("som", ()), False),
    ],
)  # fmt: skip
def test_what_does_not_apply(node: Node, none: bool) -> None:
    """A sum of nothing else; a product or share of one."""
    assert does_not_apply(node, NONE) is none


POSITIVE, AROUND, LARGE = Interval(Fraction(2), Fraction(3)), Interval(Fraction(-4), Fraction(1)), Interval(Fraction(5), inf)  # fmt: skip
BOX = {A: POSITIVE, B: AROUND, C: LARGE}


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("min(t.a, t.b)", -4, 1), ("max(t.a, t.b)", 2, 3), ("min(t.a, t.c)", 2, 3),
        ("max(t.a, t.c)", 5, inf), ("abs(t.b)", 0, 4), ("abs(t.a)", 2, 3), ("abs(-t.a)", 2, 3),
        ("t.a * t.b", -12, 3), ("-max(t.a, 1)", -3, -2), ("som(min(t.a, 9), t.b)", -2, 4),
        ("som(max(t.a, t.b), t.c)", 7, inf), ("abs(t.a) - t.b", 1, 7), ("abs(t.b) + 1", 1, 5),
        ("abs(t.a) / 2", 1, Fraction(3, 2)), ("1 / abs(t.b)", -inf, inf), ("abs(t.a) * 2", 4, 6),
    ],
)  # fmt: skip
def test_the_range_of_what_is_no_ratio(formula: str, low: float, high: float) -> None:
    names = Names(dict.fromkeys(("t.a", "t.b", "t.c")), {}, lambda _table, _year: ())
    found = range_of(ground(parse_formula(formula), names, 2021), BOX)
    assert (found.low, found.high) == (low, high)


def test_a_comparison_of_parts_is_worked_out_part_by_part() -> None:
    """The value of each side; the whole has none."""
    with pytest.raises(FormulaError, match="nog niet uitgewerkt"):
        value_of(Compare("<", NOT, IS), NONE)
    assert value_of(Call("abs", (Negative(IS),)), NONE) == 3
    assert value_of(Call("max", (Number(Fraction(-1)), WEG)), NONE) is None


def test_the_figure_a_reference_means() -> None:
    """Of its own year and key before those asked for; its target where it asks for that."""
    aim = figure("t.a", 2020, 9, expected="doel")
    cells = Vintage(by_name(figure("t.a", 2020, 5)), beside={aim.id._replace(beside="doel"): aim})
    assert figure_meant(cells, Reference("t.a", -1), 2021).value == 5
    assert figure_meant(cells, Reference("t.a", year=2020, expected="doel"), 2024).value == 9
    assert figure_meant(cells, Reference("t.a"), 2021).kind is Kind.UNKNOWN
    assert name_of(cells, Reference("t.a", -1, key=""), 2021, "Zuid") == FigureKey("t.a", 2020, "")


NAMES = Names(
    {"t.a": None, "land.x": "land"},
    {"d.deel": parse_formula("land.x / som(land.x)"), "d.doel": parse_formula("t.a[doel] - t.a")},
    lambda _table, year: ("Noord", "Zuid") if year == 2021 else (),
    (2020, 2021),
)


@pytest.mark.parametrize(
    ("formula", "cells"),
    [
        ("t.a[doel]", ["t.a[2021] (doel)"]),
        ("som(t.a[doel], 2020, 2021)", ["t.a[2020] (doel)", "t.a[2021] (doel)"]),
        ("som(land.x[doel])", ['land.x["Noord", 2021] (doel)', 'land.x["Zuid", 2021] (doel)']),
        ("d.doel", ["t.a[2021] (doel)", "t.a[2021]"]),
        ("d.doel[raming]", ["t.a[2021] (doel)", "t.a[2021] (raming)"]),
        ('d.deel["Zuid", raming]', ['land.x["Zuid", 2021] (raming)', 'land.x["Noord", 2021] (raming)']),
        ('land.x[""]', ['land.x["", 2021]']),
        ('som(land.x["Noord"], 2021, 2021)', ['land.x["Noord", 2021]']),
        ('t.a["Noord"]', ["t.a[2021]"]),
        ("som(land.x[-1])", ["land.x[2020]"]),
    ],
)  # fmt: skip
def test_names_down_to_cells(formula: str, cells: list[str]) -> None:
    """Targets where they were asked for, through formulas too."""
    found = ground(parse_formula(formula), NAMES, 2021, "Zuid" if "land.x[d" in formula else None)
    leaves = [part.id for part in _leaves(found)]
    assert list(dict.fromkeys(map(str, leaves))) == cells


def _leaves(node: Node) -> list[Leaf]:
    from standrapport.core.formula import walk

    return [part for part in walk(node) if isinstance(part, Leaf)]


def test_what_was_asked_for_by_name_is_told_apart() -> None:
    found = _leaves(ground(parse_formula("t.a[doel] - t.a"), NAMES, 2021))
    assert [one.asked for one in found] == [True, False]


@pytest.mark.parametrize(
    ("asked", "example"),
    [("", "t.a"), ("land", "land.x"), ("d.deell", "d.deel"), ("lan.x", "land.x"), ("qq.zz", "t.a")],
)
def test_an_example_of_a_name(asked: str, example: str) -> None:
    """Of the table that was named, else one that looks like it, else the first there is."""
    assert example_of(["t.a", "land.x", "d.deel"], asked) == example
    assert example_of([], asked) == "tabel.kolom"


def test_a_name_as_it_stands_in_a_text() -> None:
    """Between its braces or not; a mistake keeps its place and the name nobody knows."""
    refs = ["t.a", "land.x"]
    for asked in ("{{ t.a[-1] }}", " t.a[-1] ", "{{t.a[-1]}}"):
        assert asked_figure(asked, NAMES, refs) == Reference("t.a", -1)
    with pytest.raises(FormulaError) as caught:
        asked_figure("t.aa", NAMES, refs)
    assert (caught.value.message, caught.value.unknown) == (
        "Het cijfer 't.aa' bestaat niet. Bedoelt u t.a?", "t.aa"
    )  # fmt: skip
    with pytest.raises(FormulaError) as caught:
        asked_figure("land", NAMES, refs)
    assert caught.value.message.endswith("vraag een cijfer zoals land.x.")


def test_no_more_than_three_names_nearly_as_alike_as_the_best() -> None:
    assert nearest("abcd", ["abcde", "abcdf", "abcdg", "abcdh"]) == ["abcdh", "abcdg", "abcdf"]
    assert nearest("abcdefghij", ["abcdefghij", "abcdefghi", "abcdefg"]) == [
        "abcdefghij",
        "abcdefghi",
    ]
    # A tenth less alike than the best is just near enough.
    assert nearest("abcdefghij", ["abcdefghix", "abcdefghij"]) == ["abcdefghij", "abcdefghix"]
    assert nearest("ab", ["cd", "ef"]) == []
    assert nearest("x.ab", []) == []


@pytest.mark.parametrize("value", ["0.5", "12", "-3"])
def test_a_number_stays_itself(value: str) -> None:
    number = Number(Fraction(Decimal(value)))
    assert (value_of(number, {}), ground(number, NAMES, 2021)) == (number.value, number)
    assert range_of(number, {}) == Interval.point(number.value)
