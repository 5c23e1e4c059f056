"""How a rule is judged: six verdicts, from exact interval reasoning."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standrapport.checks.figures.judge import judge
from standrapport.core.formula import Compare, Names, as_ratio, box_of, ground, parse_rule
from standrapport.core.formula.nodes import Operation
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


def verdict(rule: str, known: Figures, widened: dict[FigureKey, Interval] | None = None) -> Verdict:
    """The verdict on a rule over t.a, t.b and so on."""
    node = ground(parse_rule(rule), NAMES, 2021)
    assert isinstance(node, Compare)
    box = box_of(node, known, NOT_NEGATIVE)
    ratio = as_ratio(Operation("-", node.left, node.right))
    return judge(node, ratio, known, box, {**box, **(widened or {})}).verdict


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
