# SPDX-License-Identifier: EUPL-1.2
"""How a rule is judged: six verdicts, from exact interval reasoning."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings, strategies as st

from standrapport.checks.figures.judge import (
    Judgement,
    certain,
    judge,
    possible,
    printed_apart,
    rounding_variance,
    stated_sum,
    stated_twice,
    with_data,
)
from standrapport.core.formula import (
    Compare,
    Names,
    as_ratio,
    box_of,
    ground,
    leaves,
    parse_formula,
    parse_rule,
    value_of,
)
from standrapport.core.formula.nodes import Comparison, Operation
from standrapport.core.model import (
    NOT_NEGATIVE,
    Figure,
    FigureKey,
    Figures,
    Interval,
    Kind,
    Verdict,
)

LETTERS = "abcdefghijklmnopqrstuvw"
NAMES = Names({f"t.{letter}": None for letter in LETTERS}, {}, lambda _table, _year: ())


def figures(rounding: int | None = 10, **values: int | str) -> Figures:
    """Figures t.a, t.b, … of 2021: a number, 'n.n.b.' or '<5'."""
    found: dict[FigureKey, Figure] = {}
    for letter, value in values.items():
        name = FigureKey(f"t.{letter}", 2021)
        step = Decimal(rounding) if rounding else None
        if value == "n.n.b.":
            found[name] = Figure(name, Kind.UNKNOWN, "n.n.b.", rounding=step)
        elif value == "<5":
            found[name] = Figure(name, Kind.SUPPRESSED, "<5", rounding=step, suppression=5)
        else:
            found[name] = Figure(name, Kind.VALUE, str(value), Decimal(value), step)
    return found


def grounded(rule: str) -> Compare:
    """A rule over t.a, t.b and so on in 2021."""
    node = ground(parse_rule(rule), NAMES, 2021)
    assert isinstance(node, Compare)
    return node


def judged(
    rule: str, known: Figures, widened: dict[FigureKey, Interval] | None = None
) -> Judgement:
    """What becomes of a rule over t.a, t.b and so on."""
    node = grounded(rule)
    box = box_of(node, known, NOT_NEGATIVE)
    ratio = as_ratio(Operation("-", node.left, node.right))
    return judge(node, ratio, known, box, {**box, **(widened or {})})


def verdict(rule: str, known: Figures, widened: dict[FigureKey, Interval] | None = None) -> Verdict:
    """The verdict on a rule over t.a, t.b and so on."""
    return judged(rule, known, widened).verdict


@pytest.mark.parametrize(
    ("rule", "known", "expected"),
    [
        ("t.a == t.b + t.c", figures(a=1000, b=700, c=300), Verdict.EXACT),
        ("t.a == t.b + t.c", figures(a=1010, b=700, c=300), Verdict.WITHIN_ROUNDING),
        ("t.a == t.b + t.c", figures(a=1020, b=700, c=300), Verdict.VIOLATED),
        # Three roundings of at most 5 allow 15; a difference of 20 they do not.
        ("t.a == t.b + t.c", figures(rounding=None, a=1001, b=700, c=300), Verdict.VIOLATED),
        ("t.a == t.b + t.c", figures(a=690, b=700, c="n.n.b."), Verdict.UNDECIDED),
        # An unknown amount is not negative: a total smaller than its known parts cannot be.
        ("t.a == t.b + t.c", figures(a=600, b=700, c="n.n.b."), Verdict.VIOLATED),
        ("t.a == t.b + t.c", figures(a=700, b=700, c="<5"), Verdict.UNDECIDED),
        ("t.a == t.b + t.c", figures(a=730, b=700, c="<5"), Verdict.VIOLATED),
        ("t.a <= t.b", figures(a=700, b=700), Verdict.EXACT),
        ("t.a <= t.b", figures(a=710, b=700), Verdict.WITHIN_ROUNDING),
        ("t.a <= t.b", figures(a=720, b=700), Verdict.VIOLATED),
        ("t.a < t.b", figures(a=710, b=700), Verdict.VIOLATED),
        ("t.a != t.b", figures(rounding=None, a=5, b=5), Verdict.VIOLATED),
        # A suppressed value whose bounds settle the rule.
        ("t.a <= t.b", figures(a="<5", b=700), Verdict.WITHIN_ROUNDING),
        # The same figure on both sides cancels: nothing about t.a matters.
        ("t.a + t.b == t.a + t.c", figures(a="n.n.b.", b=700, c=700), Verdict.UNDECIDED),
        ("t.a + t.b == t.a + t.c", figures(a="n.n.b.", b=700, c=730), Verdict.VIOLATED),
        # Shares as published figures.
        (
            "t.a == 100 * t.b / (t.b + t.c)",
            {**figures(1, a=85), **figures(b=760, c=130)},
            Verdict.WITHIN_ROUNDING,
        ),
        (
            "t.a == 100 * t.b / (t.b + t.c)",
            {**figures(1, a=87), **figures(b=760, c=130)},
            Verdict.VIOLATED,
        ),
    ],
)
def test_verdicts(rule: str, known: Figures, expected: Verdict) -> None:
    """Each form of rule ends as the contract says."""
    assert verdict(rule, known) is expected


def test_unlikely_when_all_roundings_go_one_way() -> None:
    """Twenty parts that miss by 90 fit only if nearly all were rounded the same way."""
    parts = dict.fromkeys(LETTERS[1:21], 100)
    rule = "t.a == " + " + ".join(f"t.{letter}" for letter in parts)
    assert verdict(rule, figures(a=2090, **parts)) is Verdict.UNLIKELY
    assert verdict(rule, figures(a=2010, **parts)) is Verdict.WITHIN_ROUNDING
    assert verdict(rule, figures(a=2110, **parts)) is Verdict.VIOLATED


def test_sum_of_rounded_parts() -> None:
    """A total as wide as the sum it was made from explains what its own rounding does not."""
    known = figures(a=1000, b=1020)
    wide = {FigureKey("t.a", 2021): Interval(Fraction(980), Fraction(1020))}
    assert verdict("t.a == t.b", known) is Verdict.VIOLATED
    assert verdict("t.a == t.b", known, wide) is Verdict.SUM_OF_ROUNDED


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, 3000), min_size=2, max_size=12), st.integers(-400, 400))
def test_no_false_alarm_and_no_missed_error(parts: list[int], slip: int) -> None:
    """True parts and their total, rounded to tens, never violate the sum.

    An error rounding cannot explain always does.
    """

    def rounded(value: int) -> int:
        return (value + 5) // 10 * 10

    letters = LETTERS[1 : len(parts) + 1]
    printed = {letter: rounded(part) for letter, part in zip(letters, parts, strict=True)}
    rule = "t.a == " + " + ".join(f"t.{letter}" for letter in letters)
    assert verdict(rule, figures(a=rounded(sum(parts)), **printed)) is not Verdict.VIOLATED
    wrong = max(0, sum(printed.values()) + slip * 10)
    # Below a rounded zero there is nothing, so a part printed as 0 can only round downwards.
    least = sum(max(0, value - 5) for value in printed.values()) - 5
    most = sum(value + 5 for value in printed.values()) + 5
    assert (verdict(rule, figures(a=wrong, **printed)) is Verdict.VIOLATED) == (
        not least <= wrong <= most
    )


SIGNS: dict[Comparison, tuple[bool, bool, bool]] = {  # what holds below, at and above zero
    "==": (False, True, False),
    "!=": (True, False, True),
    "<": (True, False, False),
    "<=": (True, True, False),
    ">": (False, False, True),
    ">=": (False, True, True),
}


@pytest.mark.parametrize("operator", SIGNS)
@given(st.integers(-3, 3), st.integers(0, 4))
def test_possible_and_certain(operator: Comparison, low: int, width: int) -> None:
    """Some value in the interval satisfies the comparison, or all of them do."""
    halves = [Fraction(low) + Fraction(step, 2) for step in range(2 * width + 1)]
    holds = [SIGNS[operator][(value > 0) - (value < 0) + 1] for value in halves]
    interval = Interval(halves[0], halves[-1])
    assert possible(operator, interval) == any(holds)
    assert certain(operator, interval) == all(holds)


@pytest.mark.parametrize(
    ("rule", "known", "left", "right", "difference", "slack"),
    [
        ("t.a == t.b + t.c", figures(a=1020, b=700, c=300), 1020, 1000, 20, 15),
        ("t.b + t.c == t.a", figures(a=1020, b=700, c=300), 1000, 1020, 20, 15),
        # Nothing lies below zero, so the room is not the same on both sides: the larger one counts.
        ("t.a == t.b", figures(a=0, b=30), 0, 30, 30, 10),
        ("t.b == t.a", figures(a=0, b=30), 30, 0, 30, 10),
        ("t.a == t.b", figures(rounding=None, a=1, b=30), 1, 30, 29, 0),
        ("t.a <= 2 * t.b", figures(a=100, b=20), 100, 40, 60, 15),
        ("t.a == t.b", figures(a=700, b="n.n.b."), 700, None, None, None),
        ("t.a == t.b", figures(a="<5", b=700), None, 700, None, None),
    ],
)
def test_the_size_of_a_miss(
    rule: str,
    known: Figures,
    left: int | None,
    right: int | None,
    difference: int | None,
    slack: int | None,
) -> None:
    """Both printed sides, how far apart they are, and the largest difference rounding explains."""
    found = judged(rule, known)
    sides = (found.left, found.right, found.difference, found.slack)
    assert sides == (left, right, difference, slack)


@settings(max_examples=200)
@given(
    st.sampled_from(
        ["t.a <= t.b", "t.a - t.b < t.c", "2 * t.a > t.b + t.c", "t.a >= max(t.b, t.c)"]
    ),
    *[st.integers(0, 4).map(lambda tens: 10 * tens)] * 3,
)
def test_verdicts_against_all_true_values(rule: str, a: int, b: int, c: int) -> None:
    """Exact when the printed values satisfy the rule, violated when no true values do.

    Corners are enough: neither side goes down and up again.
    """
    node, known = grounded(rule), figures(a=a, b=b, c=c)

    def satisfied(values: Figures) -> bool:
        left, right = value_of(node.left, values), value_of(node.right, values)
        assert left is not None
        assert right is not None
        return possible(node.operator, Interval.point(left - right))

    ends = [(one.interval.low, one.interval.high) for one in known.values()]
    corners = [
        {
            name: Figure(name, Kind.VALUE, "", Decimal(int(end)))
            for name, end in zip(known, corner, strict=True)
        }
        for corner in product(*ends)
    ]
    found = verdict(rule, known)
    assert (found is Verdict.EXACT) == satisfied(known)
    assert (found is Verdict.VIOLATED) == (not any(map(satisfied, corners)))


def test_unknown_but_wide_enough() -> None:
    """A total as wide as its parts can also be what makes a rule with an unknown possible."""
    known = figures(a=600, b=610, c="n.n.b.")
    wide = {FigureKey("t.a", 2021): Interval(Fraction(590), Fraction(610))}
    rule = "t.a == t.b + t.b + t.c - 600"
    assert verdict(rule, known) is Verdict.VIOLATED
    assert verdict(rule, known, wide) is Verdict.SUM_OF_ROUNDED


def test_rare_means_more_than_three_deviations() -> None:
    """Three itself is no reason to warn, whichever way the miss goes."""
    parts = dict.fromkeys(LETTERS[1:12], 100)
    rule = "t.a == " + " + ".join(f"t.{letter}" for letter in parts)
    # Twelve roundings of 10: a deviation of 10, so 30 is not rare and 40 is.
    assert verdict(rule, figures(a=1130, **parts)) is Verdict.WITHIN_ROUNDING
    assert verdict(rule, figures(a=1140, **parts)) is Verdict.UNLIKELY
    assert verdict(rule, figures(a=1060, **parts)) is Verdict.UNLIKELY


@pytest.mark.parametrize(
    ("rule", "known", "variance"),
    [
        ("t.a == t.b", figures(a=100, b=100), Fraction(200, 12)),
        ("t.a == 3 * t.b", figures(a=100, b=100), Fraction(1000, 12)),
        # A figure on both sides counts once, for what is left of it.
        ("t.a + t.b == t.a + t.c", figures(a=100, b=50, c=50), Fraction(200, 12)),
        ("2 * t.a == t.a + t.b", figures(a=100, b=100), Fraction(200, 12)),
        ("t.a == 5", figures(a=5, rounding=None), 0),
        # A figure cut off at zero has half the width.
        ("t.a == t.b", figures(a=0, b=100), Fraction(125, 12)),
        # A share, linearised where it is printed: 1/b and -a/b².
        ("t.a / t.b == 2", figures(a=200, b=100), Fraction(100 + 400, 12 * 100**2)),
        ("t.a == 100 * t.b / t.c", figures(a=50, b=100, c=200), Fraction(1, 12) * (100 + 25 + Fraction(25, 4))),
        # A share of nothing has no slope; then only the other side counts.
        ("t.a == t.b / t.c", figures(a=50, b=100, c=0), Fraction(100, 12)),
        ("t.a == t.b", figures(a=100, b="n.n.b."), None),
        ("t.a == min(t.b, t.c)", figures(a=100, b=100, c=100), None),
        ("abs(t.a) == t.b", figures(a=100, b=100), None),
    ],
)  # fmt: skip
def test_the_variance_of_rounding(rule: str, known: Figures, variance: Fraction | None) -> None:
    """The sum of (slope x width)² / 12; None where a slope means nothing."""
    node = grounded(rule)
    assert rounding_variance(node, known, box_of(node, known, NOT_NEGATIVE)) == variance


def test_without_a_measure_nothing_is_rare() -> None:
    """Where no deviation can be told, what rounding allows is allowed."""
    known = figures(a=110, b=100, c=100)
    assert verdict("t.a == min(t.b, t.c)", known) is Verdict.WITHIN_ROUNDING
    assert verdict("t.a == min(t.b, t.c)", figures(a=120, b=100, c=100)) is Verdict.VIOLATED


def cell(year: int, value: int | str) -> Figures:
    """A figure t.a of one year."""
    (found,) = figures(a=value).values()
    name = FigureKey("t.a", year)
    return {name: Figure(name, found.kind, found.printed, found.value)}


@pytest.mark.parametrize(
    ("text", "held", "tested"),
    [
        ("t.a + t.b", figures(a=1, b=2), True),
        ("t.a + t.b", figures(a=1), False),
        ("t.a + t.b", figures(a=1, b="n.n.b."), True),
        ("t.a + t.b", figures(a="<5", b="n.n.b."), True),
        ("t.a + t.b", figures(a="n.n.b.", b="n.n.b."), False),
        ("t.a - t.a[-1]", figures(a=1), True),
        ("t.a - t.a[-1]", cell(2020, 1), False),
        ("t.a - t.a[-1]", {**figures(a="n.n.b."), **cell(2020, 1)}, False),
        # A rule about other years only needs one of those.
        ("t.a[-1] - t.a[-2]", cell(2020, 1), True),
        ("t.a[-1] - t.a[-2]", cell(2020, "n.n.b."), False),
        ("t.a[-1] - t.a[-2]", figures(a=1), False),
        ("1 + 1", figures(a=1), False),
    ],
)
def test_when_there_is_something_to_test(text: str, held: Figures, tested: bool) -> None:
    """All figures of the year itself have a row, and one of them says something."""
    assert with_data(ground(parse_formula(text), NAMES, 2021), 2021, held) is tested


@pytest.mark.parametrize(
    ("rule", "twice", "total"),
    [
        ("t.a == t.b", ("t.a", "t.b"), None),
        ("t.a == t.a", None, None),
        ("t.a <= t.b", None, None),
        ("t.a == t.b + t.c", None, "t.a"),
        ("t.b + t.c == t.a", None, "t.a"),
        ("t.a == t.a + t.b", None, None),
        ("t.b + t.a == t.a", None, None),
        ("t.a <= t.b + t.c", None, None),
        ("t.b + t.c >= t.a", None, None),
        ("t.a + t.b == t.c + t.d", None, None),
    ],
)
def test_what_a_rule_states(rule: str, twice: tuple[str, str] | None, total: str | None) -> None:
    """That one figure stands in two places, or that a total is the sum of its parts."""
    node = grounded(rule)
    pair, found = stated_twice(node), stated_sum(node)
    assert (pair and tuple(name.ref for name in pair)) == twice
    assert (found and found[0].ref) == total
    if found:
        assert [name.ref for name in leaves(found[1])] == ["t.b", "t.c"]


def rounded_down(known: Figures, *but: str) -> Figures:
    """The figures, all rounded down but some."""
    return {
        name: replace(one, rounds_down=name.ref.removeprefix("t.") not in but)
        for name, one in known.items()
    }


def verdict_of(rule: str, known: Figures) -> Verdict:
    node = grounded(rule)
    box = box_of(node, known)
    difference = as_ratio(Operation("-", node.left, node.right))
    return judge(node, difference, known, box, box).verdict


FOUR, NINE = "t.a == t.b + t.c + t.d + t.e", f"t.a == {' + '.join(f't.{x}' for x in 'bcdefghij')}"


def test_figures_that_are_rounded_down_are_expected_higher_than_printed() -> None:
    """Half a step each: four parts of 10 to 20 and a total of 70 to 80 go together well, nine such
    parts and a total of 100 to 110 hardly.
    """
    four = rounded_down(figures(a=70, b=10, c=10, d=10, e=10))
    assert verdict_of(FOUR, four) is Verdict.WITHIN_ROUNDING
    nine = rounded_down(figures(a=100, **dict.fromkeys("bcdefghij", 10)))
    assert verdict_of(NINE, nine) is Verdict.UNLIKELY


def test_a_whole_step_more_is_never_reached_by_rounding_down() -> None:
    """Four parts below 20 are never 80 together."""
    known = rounded_down(figures(a=80, b=10, c=10, d=10, e=10), "a")
    total = FigureKey("t.a", 2021)
    known = {**known, total: replace(known[total], rounding=None)}
    assert verdict_of(FOUR, known) is Verdict.VIOLATED


def test_one_figure_in_two_places_has_one_number() -> None:
    """In one step; in another step, or where it is not known, it may have two."""
    rule = grounded("t.a == t.b")
    assert printed_apart(rule, figures(a=100, b=110))
    assert not printed_apart(rule, figures(a=100, b=100))
    assert not printed_apart(rule, figures(a=100))
    assert not printed_apart(rule, figures(a=100, b="n.n.b."))
    finer = {**figures(a=100), **figures(1, b=104)}
    assert not printed_apart(rule, finer)
