# SPDX-License-Identifier: EUPL-1.2
"""From names to cells: years, keys, sums over both, and figures computed from figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from standrapport.core.formula import (
    FormulaError,
    Names,
    Reference,
    asked_figure,
    ground,
    leaves,
    nearest,
    parse_formula,
    parse_rule,
    references,
    value_of,
    walk,
)
from standrapport.core.formula.nodes import Call, Leaf, Negative, Number, Operation
from standrapport.core.model import FigureKey
from tests.core.invented import by_name, figure

KEYED = {
    "instroom.ind": None,
    "instroom.np": None,
    "landen.aantal": "landen",
    "landen.rang": "landen",
}
DERIVED = {
    "instroom.som": parse_formula("instroom.ind + instroom.np"),
    "instroom.groei": parse_formula("instroom.som - instroom.som[-1]"),
    "landen.deel": parse_formula("landen.aantal / som(landen.aantal)"),
    "landen.dubbel": parse_formula("2 * landen.deel"),
    "landen.noord": parse_formula('landen.aantal["Noord"]'),
}
EMPTY: Mapping[str, str] = {}
KEYS = {("landen", 2020): ("Zuid",), ("landen", 2021): ("Noord", "Zuid")}


def names(formulas: Mapping[str, str] = EMPTY, broken: Iterable[str] = ()) -> Names:
    """The names above, with more derived figures."""
    more = {name: parse_formula(text) for name, text in formulas.items()}
    return Names(
        KEYED,
        DERIVED | more,
        lambda table, year: KEYS.get((table, year), ()),
        (2020, 2021),
        set(broken),
    )


def cells(text: str, year: int = 2021, key: str | None = None) -> list[str]:
    """The cells of a formula, in reading order."""
    return [str(name) for name in leaves(ground(parse_formula(text), names(), year, key))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("instroom.ind", ["instroom.ind[2021]"]),
        ("instroom.ind[-1]", ["instroom.ind[2020]"]),
        ("instroom.ind[1]", ["instroom.ind[2022]"]),
        ("instroom.ind[2019]", ["instroom.ind[2019]"]),
        ("instroom.ind - instroom.ind", ["instroom.ind[2021]"]),
        ('landen.aantal["Zuid"]', ['landen.aantal["Zuid", 2021]']),
        ('landen.aantal["Zuid", -1]', ['landen.aantal["Zuid", 2020]']),
        ("som(landen.aantal)", ['landen.aantal["Noord", 2021]', 'landen.aantal["Zuid", 2021]']),
        ("som(landen.aantal[-1])", ['landen.aantal["Zuid", 2020]']),
        # Without rows the sum of a year is unknown: one cell that nobody delivered.
        ("som(landen.aantal[2019])", ["landen.aantal[2019]"]),
        # A sum over the keys of a table without keys is that figure.
        ("som(instroom.ind)", ["instroom.ind[2021]"]),
        ("som(instroom.ind[-1])", ["instroom.ind[2020]"]),
        # Both ends of a sum over years belong to it.
        ("som(instroom.ind, 2019, 2021)", [f"instroom.ind[{year}]" for year in (2019, 2020, 2021)]),
        ("som(instroom.ind, 2011, 2017)", [f"instroom.ind[{year}]" for year in range(2011, 2018)]),
        ("som(instroom.ind, 2020, 2020)", ["instroom.ind[2020]"]),
        ('som(landen.aantal["Zuid"], 2020, 2021)', [f'landen.aantal["Zuid", {y}]' for y in (2020, 2021)]),
        # Derived figures down to their cells, in the year asked for.
        ("instroom.som[-1]", ["instroom.ind[2020]", "instroom.np[2020]"]),
        (
            "instroom.groei[-1]",
            [f"instroom.{one}[{year}]" for year in (2020, 2019) for one in ("ind", "np")],
        ),
        ("som(instroom.som, 2020, 2021)", [f"instroom.{c}[{y}]" for y in (2020, 2021) for c in ("ind", "np")]),
        ('landen.deel["Zuid", -1]', ['landen.aantal["Zuid", 2020]']),
        ("som(landen.dubbel[2020])", ['landen.aantal["Zuid", 2020]']),
        ("max(instroom.ind, -instroom.np)", ["instroom.ind[2021]", "instroom.np[2021]"]),
    ],
)  # fmt: skip
def test_the_cells_of_a_formula(text: str, expected: list[str]) -> None:
    """Each name becomes the cells it stands for."""
    assert cells(text) == expected


def test_the_key_asked_for_goes_where_none_stands() -> None:
    """A key in the formula goes before it; columns without keys have no use for it."""
    text = 'landen.aantal - landen.aantal["Zuid"] + instroom.ind + landen.deel[-1]'
    assert cells(text, key="Noord") == [
        'landen.aantal["Noord", 2021]',
        'landen.aantal["Zuid", 2021]',
        "instroom.ind[2021]",
        'landen.aantal["Noord", 2020]',
        'landen.aantal["Zuid", 2020]',
    ]
    over_years = cells("som(landen.aantal, 2020, 2021)", key="Noord")
    assert over_years == ['landen.aantal["Noord", 2020]', 'landen.aantal["Noord", 2021]']


@given(st.integers(1990, 2030), st.integers(0, 12))
def test_a_sum_over_years_is_that_of_its_years(first: int, more: int) -> None:
    """As many years as there are from the first through the last, each once."""
    node = ground(parse_formula(f"som(instroom.ind, {first}, {first + more})"), names(), 2021)
    held = by_name(*(figure("instroom.ind", year, year - 1900) for year in range(1980, 2050)))
    expected = sum(year - 1900 for year in range(first, first + more + 1))
    assert value_of(node, held) == expected


def test_the_shape_stays() -> None:
    """Everything but the names stays as it was; `jaar` becomes the year."""
    rule = parse_rule("-(jaar + 1) * 2 <= min(instroom.ind, 3)")
    found = ground(rule, names(), 2021)
    left = Operation("+", Number(Fraction(2021)), Number(Fraction(1)))
    ind = Leaf(FigureKey("instroom.ind", 2021))
    assert (found.operator, found.left, found.right) == (  # type: ignore[union-attr]
        "<=",
        Operation("*", Negative(left), Number(Fraction(2))),
        Call("min", (ind, Number(Fraction(3)))),
    )
    parts = [type(part).__name__ for part in walk(found)]
    assert parts == ["Compare", "Operation", "Negative", "Operation", *["Number"] * 3, "Call", "Leaf", "Number"]  # fmt: skip


def test_references_in_reading_order() -> None:
    """Also those within sums over keys and years."""
    text = "som(landen.aantal) + som(instroom.np, 2019, 2020) / -instroom.ind"
    found = [one.ref for one in references(parse_formula(text))]
    assert found == ["landen.aantal", "instroom.np", "instroom.ind"]


@pytest.mark.parametrize(
    ("formulas", "text", "circle"),
    [
        ({"a.x": "b.x", "b.x": "a.x + 1"}, "a.x", "'a.x' wordt uit zichzelf afgeleid: a.x -> b.x -> a.x"),
        ({"a.x": "a.x[-1] + 1"}, "2 * a.x", "'a.x' wordt uit zichzelf afgeleid: a.x -> a.x"),
        ({"a.x": "som(a.x, 2019, 2020)"}, "a.x", "a.x -> a.x"),
        ({"a.x": "b.x", "b.x": "c.x", "c.x": "b.x"}, "a.x", "'b.x' wordt uit zichzelf afgeleid: a.x -> b.x -> c.x -> b.x"),
    ],
)  # fmt: skip
def test_a_circle_is_spelled_out(formulas: dict[str, str], text: str, circle: str) -> None:
    """Both when it is worked out and when its keys are asked for."""
    with pytest.raises(FormulaError, match=circle.replace(".", r"\.")):
        ground(parse_formula(text), names(formulas), 2021)
    if "som" not in formulas["a.x"]:
        with pytest.raises(FormulaError, match="wordt uit zichzelf afgeleid: a"):
            names(formulas).keyed_table("a.x")


def test_the_same_figure_twice_is_no_circle() -> None:
    """Only a figure that needs itself is refused."""
    used = names({"a.x": "instroom.som + instroom.som", "b.x": "a.x - instroom.som"})
    assert [one.ref for one in leaves(ground(parse_formula("b.x"), used, 2021))] == [
        "instroom.ind",
        "instroom.np",
    ]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("instroom.ind", None),
        ("instroom.som", None),
        ("landen.aantal", "landen"),
        ("landen.deel", "landen"),
        ("landen.dubbel", "landen"),
        ("landen.noord", None),
    ],
)
def test_which_figures_have_a_value_per_key(ref: str, expected: str | None) -> None:
    """Those of a keyed table, and those computed from one without naming a key; asked twice it is
    the same.
    """
    held = names()
    assert (held.keyed_table(ref), held.keyed_table(ref)) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-landen.aantal", "landen"),
        ("instroom.ind + landen.deel", "landen"),
        ("landen.deel * instroom.ind", "landen"),
        ("max(1, instroom.ind, landen.rang)", "landen"),
        ("som(landen.aantal) + instroom.ind", None),
        ("som(landen.aantal, 2020, 2021)", None),
        ('landen.aantal["Noord"] + 1', None),
        ("onbekend.cijfer", None),
        ("jaar", None),
    ],
)
def test_when_a_formula_holds_for_every_key(text: str, expected: str | None) -> None:
    """When a keyed column stands in it without a key, outside a sum."""
    assert names().free_table(parse_formula(text)) == expected


@pytest.mark.parametrize(
    ("text", "offset", "message", "unknown"),
    [
        ("1 + instroom.indd", 4, "het cijfer 'instroom.indd' bestaat niet; bedoelt u instroom.ind?", "instroom.indd"),
        ("instroom.somm", 0, "het cijfer 'instroom.somm' bestaat niet; bedoelt u instroom.som?", "instroom.somm"),
        ("instroom.ind - x.qqq", 15, "het cijfer 'x.qqq' bestaat niet", "x.qqq"),
        ('instroom.ind["Noord"]', 0, "'instroom.ind' heeft geen sleutels", None),
        ("som(onzin.qqq, 2019, 2020)", 4, "het cijfer 'onzin.qqq' bestaat niet", "onzin.qqq"),
        ("instroom.kapot", 0, "het cijfer 'instroom.kapot' kan niet afgeleid worden; verbeter eerst zijn formule in afgeleid.yaml", "instroom.kapot"),
    ],
)  # fmt: skip
def test_names_that_cannot_be_used(
    text: str, offset: int, message: str, unknown: str | None
) -> None:
    """The first of them, at its place, with the nearest that exists."""
    with pytest.raises(FormulaError) as caught:
        names(broken={"instroom.kapot"}).check(parse_formula(text))
    found = caught.value
    assert (found.message, found.offset, found.unknown) == (message, offset, unknown)


def test_names_that_can_be_used() -> None:
    """Columns, derived figures, and a key where there are keys."""
    names().check(parse_formula('instroom.ind + instroom.som / landen.deel["Noord", -1]'))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('landen.aantal["Nord"]', "de sleutel 'Nord' komt in tabel landen niet voor; bedoelt u Noord?"),
        ('1 - landen.deel["Qqq"]', "de sleutel 'Qqq' komt in tabel landen niet voor"),
    ],
)  # fmt: skip
def test_keys_that_no_year_has(text: str, message: str) -> None:
    """Refused at the place of the figure, with the nearest key there is."""
    with pytest.raises(FormulaError) as caught:
        names().check_keys(parse_formula(text))
    assert caught.value.message == message
    assert caught.value.offset == text.index("landen")
    assert (caught.value.unknown or "?") in text


def test_keys_that_are_fine() -> None:
    """One that some year has; none at all; and any while the table has no rows yet."""
    names().check_keys(parse_formula('landen.aantal["Noord"] - landen.aantal + instroom.ind'))
    empty = Names(KEYED, DERIVED, lambda _table, _year: (), (2020, 2021))
    empty.check_keys(parse_formula('landen.aantal["Nergens"]'))


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("instroom.indd", ["instroom.ind", "instroom.np", "landen.aantal"], ["instroom.ind"]),
        ("aantal", ["aantai", "aantaI", "aantak", "aantam"], ["aantam", "aantak", "aantai"]),
        # Much less alike than the best is no help.
        ("instroom.ind", ["instroom.inds", "uitstroom.in"], ["instroom.inds"]),
        # Nothing like it: the same name in other tables, at most three.
        ("qqqqqqqqqqqqq.ind", ["a.ind", "b.np", "c.ind", "d.ind", "e.ind"], ["a.ind", "c.ind", "d.ind"]),
        ("qqqqqqqq.zzz", ["a.ind", "b.np"], []),
    ],
)  # fmt: skip
def test_the_nearest_names(name: str, known: list[str], expected: list[str]) -> None:
    """At most three, most alike first."""
    assert nearest(name, known) == expected


REFS = [*KEYED, *DERIVED]


def test_a_figure_asked_for_by_name() -> None:
    """With a year or a key, as in a formula."""
    assert asked_figure("instroom.ind[-1]", names(), REFS, "x") == Reference("instroom.ind", -1)
    found = asked_figure('landen.aantal["Zuid", 2020]', names(), REFS, "x")
    assert found == Reference("landen.aantal", year=2020, key="Zuid")


@pytest.mark.parametrize(
    ("asked", "sentence", "unknown"),
    [
        ("instroom.indd", "Het cijfer 'instroom.indd' bestaat niet. Bedoelt u instroom.ind?", "instroom.indd"),
        ("qqqq.zzzz", "Het cijfer 'qqqq.zzzz' bestaat niet.", "qqqq.zzzz"),
        ("instroom", "'instroom' is geen naam van een cijfer; vraag een cijfer zoals instroom.ind, of zo.", None),
        ("1 + 1", "'1 + 1' is een formule; vraag een cijfer zoals instroom.ind, of zo.", None),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_for(asked: str, sentence: str, unknown: str | None) -> None:
    """A whole Dutch sentence, with what could have been meant or asked."""
    with pytest.raises(FormulaError) as caught:
        asked_figure(asked, names(), REFS, ", of zo")
    assert (caught.value.message, caught.value.unknown) == (sentence, unknown)
