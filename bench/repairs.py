# SPDX-License-Identifier: EUPL-1.2
"""Repairs with a known truth: how often the first one is right, and how often when it is called
likely.

Invented tables of several shapes and roundings; one cell is spoilt in one of several ways. Right
means the printed value that stood there before (or a bound that the value meets).
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from standrapport.checks.figures import check_rules
from standrapport.core.formula import Names
from standrapport.core.model import (
    Catalogue,
    CellChange,
    Figure,
    FigureKey,
    Figures,
    Finding,
    Kind,
    Severity,
)

from .invented import HERE, plain_rule

YEARS = (2019, 2020, 2021)
TRIALS = 2000
WORD = "Waarschijnlijk"


@dataclass
class Invented:
    """True values by name and year, the step each is printed in, and the rules between them."""

    true: dict[FigureKey, Decimal] = field(default_factory=dict)
    steps: dict[str, Decimal] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    unknown: set[FigureKey] = field(default_factory=set)

    def column(self, ref: str, step: Decimal, values: Callable[[int], Decimal]) -> None:
        """A column with its value in every year."""
        self.steps[ref] = step
        for year in YEARS:
            self.true[FigureKey(ref, year)] = values(year)

    def printed(self) -> dict[FigureKey, Decimal]:
        """What would be printed: rounded to the step of the column, halves up."""
        return {
            name: (value / self.steps[name.ref]).quantize(Decimal(1), ROUND_HALF_UP)
            * self.steps[name.ref]
            for name, value in self.true.items()
            if name not in self.unknown
        }

    def figures(self, printed: dict[FigureKey, Decimal]) -> Figures:
        """Printed values as figures of an edition."""
        found = {}
        for name in self.true:
            step = self.steps[name.ref]
            value = printed.get(name)
            kind = Kind.UNKNOWN if value is None else Kind.VALUE
            places = max(0, -int(step.as_tuple().exponent))
            found[name] = Figure(
                name, kind, str(value), value, step, position=HERE, decimals=places
            )
        return found

    def check(self, printed: dict[FigureKey, Decimal]) -> list[Finding]:
        """The findings on printed values."""
        names = Names(dict.fromkeys(self.steps, None), {}, lambda _table, _year: (), YEARS)
        rules = tuple(plain_rule(f"r{number}", test) for number, test in enumerate(self.rules))
        figures = self.figures(printed)
        return check_rules(Catalogue(rules=rules), rules, figures, names, YEARS[-1])[1]


def _parts(made: Invented, chance: random.Random, names: list[str], step: Decimal) -> None:
    """Columns with a size of their own and a trend over the years; now and then one that is 0."""
    for name in names:
        size = Decimal(chance.randint(30, 9000)) * step / (10 if step > Decimal(1) else 1)
        fall = Decimal(str(round(chance.uniform(0.75, 1.3), 3)))
        nil = chance.random() < 0.06
        made.column(
            name, step, lambda year, s=size, f=fall, n=nil: Decimal(0) if n else _at(s, f, year)
        )


def _at(size: Decimal, fall: Decimal, year: int) -> Decimal:
    return (size * fall ** (year - YEARS[0])).quantize(Decimal("0.001"))


def _total(made: Invented, total: str, parts: list[str], step: Decimal) -> None:
    made.column(
        total,
        step,
        lambda year: sum((made.true[FigureKey(part, year)] for part in parts), Decimal(0)),
    )


def one_sum(chance: random.Random) -> Invented:
    """A total with two to six parts; sometimes printed in another step."""
    made, step = Invented(), Decimal(chance.choice(("1", "10", "10", "100", "0.1", "0.01")))
    parts = [f"t.a{n}" for n in range(chance.randint(2, 6))]
    _parts(made, chance, parts, step)
    _total(made, "t.s", parts, step if chance.random() < 0.8 else step / 10)
    made.rules.append(f"t.s == {' + '.join(parts)}")
    return made


def twice(chance: random.Random) -> Invented:
    """A total that another table states too, in the same step or another."""
    made = one_sum(chance)
    step = made.steps["t.s"]
    made.column(
        "w.s",
        step if chance.random() < 0.7 else step * 10,
        lambda year: made.true[FigureKey("t.s", year)],
    )
    made.rules.append("t.s == w.s")
    return made


def grid(chance: random.Random) -> Invented:
    """Rows and columns with totals both ways."""
    made, step = Invented(), Decimal(chance.choice(("1", "10", "10", "100")))
    rows, columns = chance.randint(2, 3), chance.randint(2, 3)
    cells = [[f"t.c{r}{k}" for k in range(columns)] for r in range(rows)]
    _parts(made, chance, [cell for row in cells for cell in row], step)
    sums = {f"t.r{r}": row for r, row in enumerate(cells)}
    sums |= {f"t.k{k}": [row[k] for row in cells] for k in range(columns)}
    for total, parts in sums.items():
        _total(made, total, parts, step)
        made.rules.append(f"{total} == {' + '.join(parts)}")
    return made


def share(chance: random.Random) -> Invented:
    """A sum with a published share of one of its parts."""
    made = one_sum(chance)
    made.column(
        "t.p",
        Decimal(1),
        lambda year: (
            100 * made.true[FigureKey("t.a0", year)] / (made.true[FigureKey("t.s", year)] or 1)
        ),
    )
    made.rules.append("t.p == 100 * t.a0 / t.s")
    return made


def stock(chance: random.Random) -> Invented:
    """A stock that follows from flows, with the flows added up from parts."""
    made = one_sum(chance)
    step = made.steps["t.a0"]
    _parts(made, chance, ["t.uit"], step)
    level = Decimal(chance.randint(40000, 90000)) * step
    made.column("t.stand", step, lambda year: level + _flows(made, year))
    made.rules.append("t.stand == t.stand[-1] + t.s - t.uit")
    return made


def _flows(made: Invented, year: int) -> Decimal:
    return sum(
        (
            made.true[FigureKey("t.s", one)] - made.true[FigureKey("t.uit", one)]
            for one in YEARS[1:]
            if one <= year
        ),
        Decimal(0),
    )


def open_part(chance: random.Random) -> Invented:
    """A total with one part that is not known."""
    made = one_sum(chance)
    made.unknown |= {FigureKey("t.a0", year) for year in YEARS}
    return made


SHAPES = (one_sum, twice, twice, grid, share, stock, open_part)


def spoilt(
    chance: random.Random, right: Decimal, step: Decimal, others: list[Decimal]
) -> tuple[Decimal, str]:
    """A wrong value for a cell, and how it came about."""
    way = chance.choice(
        ("swap", "digit", "extra", "lost", "ten", "tenth", "copied", "other", "near", "far")
    )
    text = str(int(right / step))
    at = chance.randrange(len(text))
    match way:
        case "swap":
            at = chance.randrange(max(1, len(text) - 1))
            text = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
        case "digit":
            text = text[:at] + chance.choice("0123456789") + text[at + 1 :]
        case "extra":
            text = text[:at] + chance.choice("0123456789") + text[at:]
        case "lost":
            text = text[:at] + text[at + 1 :]
        case "ten":
            text += "0"
        case "tenth":
            text = text[:-1]
        case "copied" | "other":
            return (chance.choice(others) / step).quantize(Decimal(1)) * step, way
        case "near":
            text = str(max(0, int(text) + chance.choice((-1, 1)) * chance.randint(2, 60)))
        case _:
            text = str(chance.randint(0, 2 * int(text) + 10))
    return Decimal(int(text or 0)) * step, way


@dataclass(frozen=True)
class Trial:
    """What was planted and what the first finding on it says."""

    shape: str
    way: str
    cell: FigureKey
    right: Decimal
    finding: Finding

    @property
    def likely(self) -> bool:
        """Whether the word is used."""
        return WORD in self.finding.message

    @property
    def cell_first(self) -> bool:
        """Whether the first repair changes the spoilt cell and no other."""
        return [change.id for change in self.finding.repairs[0]] == [self.cell]

    @property
    def value_first(self) -> bool:
        """Whether the first repair gives the truth."""
        return self.cell_first and meets(self.finding.repairs[0][0], self.right)

    @property
    def among(self) -> bool:
        """Whether the spoilt cell alone is one of the repairs."""
        return any([change.id for change in one] == [self.cell] for one in self.finding.repairs)


def meets(change: CellChange, right: Decimal) -> bool:
    """Whether the truth is what a repair says."""
    bound = getattr(change, "bound", None)
    match bound.value if bound is not None else "":
        case "at_least":
            return right >= change.new
        case "at_most":
            return right <= change.new
        case _:
            return right == change.new


def trials(amount: int, seed: int) -> Iterator[Trial]:
    """Tables with one spoilt cell that broke a rule."""
    chance = random.Random(seed)  # noqa: S311 - invented figures
    done = 0
    while done < amount:
        shape = chance.choice(SHAPES)
        made = shape(chance)
        printed = made.printed()
        if any(finding.severity is Severity.ERROR for finding in made.check(printed)):
            raise AssertionError(f"a clean table breaks a rule: {made.rules}, {printed}")
        cell = chance.choice([name for name in printed if name.ref != "w.s" or name.year > 2019])
        near = [value for name, value in printed.items() if name != cell]
        same = [value for name, value in printed.items() if name.ref == cell.ref and name != cell]
        wrong, way = spoilt(chance, printed[cell], made.steps[cell.ref], near)
        if way == "copied":
            wrong = chance.choice(same)
        if wrong == printed[cell]:
            continue
        found = [
            finding
            for finding in made.check({**printed, cell: wrong})
            if finding.code == "SR-C001" and finding.repairs
        ]
        if found:
            done += 1
            yield Trial(shape.__name__, way, cell, printed[cell], found[0])


def rates(done: list[Trial]) -> dict[str, float]:
    """Shares in percent: likely and right of those, first cell, first value, among the ties."""
    likely = [trial for trial in done if trial.likely]
    return {
        "word used": 100 * len(likely) / len(done),
        "right when used": 100 * sum(t.value_first for t in likely) / max(1, len(likely)),
        "cell first": 100 * sum(t.cell_first for t in done) / len(done),
        "value first": 100 * sum(t.value_first for t in done) / len(done),
        "among the ties": 100 * sum(t.among for t in done) / len(done),
    }


def run(amount: int = TRIALS) -> None:
    """Print the rates, in all and by shape."""
    done = list(trials(amount, seed=13))
    show = [("all", done)]
    show += [
        (shape, [t for t in done if t.shape == shape]) for shape in Counter(t.shape for t in done)
    ]
    for name, several in show:
        words = ", ".join(f"{key} {value:.1f} %" for key, value in rates(several).items())
        print(f"{f'one spoilt cell, {name} ({len(several)})':<38} {words}")


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else TRIALS)
