# SPDX-License-Identifier: EUPL-1.2
"""Edges of the core where a small change once went unseen (`bench/mutants`), each by itself."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from standrapport.core.derive import names_of
from standrapport.core.formula import (
    Leaf,
    Names,
    breaks,
    crossed,
    does_not_apply,
    ground,
    in_time,
    parse_formula,
    sums_of,
    unit_of,
    value_of,
)
from standrapport.core.formula.evaluate import name_of
from standrapport.core.formula.measures import in_units, measure_of
from standrapport.core.formula.nodes import Call, Compare, Operation, Reference
from standrapport.core.formula.timed import _anchor
from standrapport.core.model import (
    Agreement,
    Antwoord,
    BlockStanding,
    Chapter,
    Day,
    Edition,
    FigureKey,
    PeriodProblem,
    Population,
    Position,
    RepairBound,
    SeriesBreak,
    Standing,
    Tekst,
    Text,
    Vintage,
    Vraag,
    answers_of,
    expected_beside,
    left_over,
    period_of,
    same_period,
    still_holds,
)
from tests.core.invented import HERE, by_name, catalogue, column, derived, figure, table
from tests.core.model.test_nouns import RULE

BLOCK = Tekst(id="b", text=Text("Tekst", HERE), position=HERE)
UNITS = {"t.a": "euro", "t.b": "duizend euro", "t.c": "personen", "t.d": "miljoen euro"}


@pytest.mark.parametrize(
    ("unit", "kind", "scale"),
    [
        ("mld euro", "euro", 10**9), ("miljard euro", "euro", 10**9), ("mln euro", "euro", 10**6),
        ("maanden", "maanden", 1), ("jaren", "maanden", 12), ("uren", "uren", 60),
        ("weken", "dagen", 7),
    ],
)  # fmt: skip
def test_the_scale_of_a_unit(unit: str, kind: str, scale: int) -> None:
    assert (measure_of(unit).kind, measure_of(unit).scale) == (kind, Fraction(scale))


def test_both_sides_of_a_ratio_come_in_one_scale() -> None:
    """Whichever is the larger: 2 miljoen euro of 500 duizend euro is 4."""
    figures = Vintage(by_name(figure("t.d", 2020, 2), figure("t.b", 2020, 500)))
    names = Names(dict.fromkeys(UNITS), {}, lambda _table, _year: (), units=UNITS)

    def worked(formula: str) -> Fraction | None:
        return value_of(ground(in_units(parse_formula(formula), UNITS), names, 2020), figures)

    assert worked("t.d / t.b") == 4
    assert worked("t.b / t.d") == Fraction(1, 4)


def test_what_has_no_unit_has_none() -> None:
    """A share of euros is no euro."""
    assert unit_of(parse_formula("t.a / t.a"), UNITS) == ""
    assert unit_of(parse_formula("t.a"), UNITS) == "euro"


def test_a_key_of_its_own_goes_before_the_one_asked_for() -> None:
    figures = Vintage({})
    assert name_of(figures, Reference("t.a", key="Noord"), 2020, "Zuid").key == "Noord"
    assert name_of(figures, Reference("t.a"), 2020, "Zuid").key == "Zuid"


def test_a_sum_of_nothing_is_no_sum_that_does_not_apply() -> None:
    figures = Vintage(by_name(figure("t.a", 2020, "n.v.t.")))
    own = Leaf(FigureKey("t.a", 2020))
    assert does_not_apply(Call("som", (own, own)), figures)
    assert not does_not_apply(Call("som", ()), figures)


def test_the_breaks_of_a_figure_earliest_first() -> None:
    """And a figure that is no column crosses none."""
    late, early = SeriesBreak(2021, "a"), SeriesBreak(2015, "b")
    made = table("t", "a")
    made = replace(made, columns={"a": column("t.a", breaks=(late, early))})
    known = catalogue(made)
    assert breaks(known, "t.a") == (early, late)
    cells = [FigureKey("d.x", 2014), FigureKey("t.a", 2014), FigureKey("t.a", 2016)]
    assert crossed(known, cells) == (early,)


def test_a_sum_is_about_the_figure_that_was_asked() -> None:
    rule = replace(RULE, test="t.a == t.b + t.c", test_text=Text("t.a == t.b + t.c", HERE))
    known = replace(catalogue(table("t", "a", "b", "c")), rules=(rule,))
    assert list(sums_of(known, "t.a")) == [("t.b", "t.c")]
    assert list(sums_of(known, "t.b")) == []


def test_a_formula_in_units_that_do_not_go_together_is_found() -> None:
    money, people = table("t", "a", unit="euro"), table("u", "b", unit="personen")
    names, findings = names_of(catalogue(money, people, derived("d.x", "t.a + u.b")), Vintage({}))
    assert [one.code for one in findings] == ["SR-C045"]
    assert "d.x" not in names.derived


def test_both_sides_of_a_comparison_stay_where_they_are() -> None:
    figures = Vintage(by_name(figure("t.a", 2020, 1), figure("t.b", 2020, 2)))
    names = Names(dict.fromkeys(("t.a", "t.b")), {}, lambda _table, _year: ())
    sides = Leaf(FigureKey("t.a", 2020)), Leaf(FigureKey("t.b", 2020))
    assert in_time(Compare("<", *sides), names, figures, 2020).node == Compare("<", *sides)
    assert in_time(Operation("-", *sides), names, figures, 2020).period is None


def test_the_time_that_states_are_of() -> None:
    """Where nothing happened over a time, that of the states of the year; of flows of other years
    only, whole years go first.
    """
    state = figure("t.a", 2020, 1, period="stand 31 augustus")
    assert _anchor([], [state], 2020) == ("stand 31 augustus", "")
    part, whole = figure("t.b", 2018, 1, period="t/m mei"), figure("t.b", 2019, 1)
    assert _anchor([part, whole], [], 2020) == (None, "")


def test_what_stands_beside_a_figure() -> None:
    """A target that nobody delivered has a name; the figure itself goes before one beside it."""
    nothing = Vintage({})
    name = FigureKey("t.a", 2020)
    assert expected_beside(nothing, name, "doel") == name._replace(beside="doel")
    own = figure("t.a", 2020, 5)
    assert same_period(Vintage(by_name(own)), name, own) == own
    assert same_period(Vintage(by_name(own)), name, replace(own, period="t/m mei")) is None
    assert same_period(nothing, name, own) is None


@pytest.mark.parametrize(
    ("given", "now", "holds"),
    [
        ("1-a-b", "2-a-b-c", True),
        ("1-x-b", "2-a-b-c", False),
        ("2-a-b", "2-a-b-c", False),
        ("2-a", "2-a", True),
    ],
)
def test_a_fingerprint_of_before_holds_by_its_own_parts(given: str, now: str, holds: bool) -> None:
    assert still_holds(given, now) is holds


def test_who_is_told_of_a_block() -> None:
    """Those whose agreement holds, not those whose does not; one in a role is enough for it."""
    old = Agreement(by="A", role="jurist", on=Day("2022-06-10"), fingerprint="2-oud", position=HERE)
    new = replace(old, by="B", role="chef", fingerprint="2-nu")
    block = replace(BLOCK, agreements=(old, new))
    held = BlockStanding(1, "cijfers", block, "Titel", Standing.AGREED, "2-nu")
    assert held.agreed_by == "B"
    assert held.signed_for("chef")
    assert not held.signed_for("jurist")


def test_what_is_left_of_what_came_in() -> None:
    """Nothing can be told when one of them is not known."""
    known, open_ = figure("t.a", 2020, 10), figure("t.b", 2020, None)
    assert left_over([known], [figure("t.b", 2020, 4)]) == 6
    assert left_over([known], [open_]) is None


def test_periods_of_several_years_hold_their_own_year() -> None:
    """The first and the last one too; no other."""
    assert period_of("2018 t/m 2020", 2018) == period_of("2018 t/m 2020", 2020) == "2018 t/m 2020"
    with pytest.raises(PeriodProblem):
        period_of("2018 t/m 2020", 2021)


def test_questions_are_numbered_and_answered_in_order() -> None:
    """Other blocks have no number."""
    blocks = (
        BLOCK,
        Vraag(id="v1", text=Text("A?", HERE), position=HERE),
        Vraag(id="v2", text=Text("B?", HERE), position=HERE),
        Antwoord(id="a", text=Text("Ja", HERE), position=HERE),
    )
    chapter = Chapter("h", Text("H", HERE), blocks, HERE)
    assert chapter.numbered
    edition = Edition(
        2020, Text("T", HERE), "O", "2021-01-01", "2020-12-31", "concept", None, (chapter,), HERE
    )
    found = answers_of(edition)
    assert found.numbers == {("h", "v1"): 1, ("h", "v2"): 2}
    assert found.answered == {("h", "a"): (2,)}


def test_groups_that_are_not_declared_are_left_out() -> None:
    known = replace(catalogue(), populations={"a": Population("a", "A")})
    assert [one.id for one in known.explained(("a", "b"))] == ["a"]


def test_names_in_json_and_words_of_bounds() -> None:
    assert FigureKey("t.a", 2020, "Noord").as_dict() == {"ref": "t.a", "year": 2020, "key": "Noord"}
    assert Position("a", 1, 2).as_dict() == {"file": "a", "line": 1, "column": 2}
    assert [one.word for one in RepairBound] == ["ten minste", "ten hoogste"]
