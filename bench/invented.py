# SPDX-License-Identifier: EUPL-1.2
"""Invented hierarchies of figures: parts, totals of parts, totals of totals.

Rounded to tens, with errors planted in them.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from standrapport.core.model import (
    Figure,
    FigureKey,
    Figures,
    Kind,
    Position,
    Rule,
    RuleYears,
    Severity,
    Text,
)

HERE = Position("verzonnen")
_WIDEST = 300  # columns of a table on disk


@dataclass(frozen=True)
class Hierarchy:
    """Printed values by name (`t.x12`) and the sums between them: each total with its parts."""

    printed: Mapping[str, int]
    sums: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def made(cls, chance: random.Random, leaves: int, rules: int) -> Hierarchy:
        """Parts between 50 and 5.000.

        Each total adds two to six figures that have no total yet, or, later on, any three.
        """
        true = {f"t.x{n}": chance.randint(50, 5000) for n in range(leaves)}
        free = list(true)
        sums = []
        while len(sums) < rules:
            if len(free) > 6:
                chance.shuffle(free)
                size = chance.randint(2, 6)
                parts, free = tuple(free[:size]), free[size:]
            else:
                parts = tuple(chance.sample(list(true), 3))
            total = f"t.s{len(sums)}"
            true[total] = sum(true[part] for part in parts)
            free.append(total)
            sums.append((total, parts))
        return cls({name: (value + 5) // 10 * 10 for name, value in true.items()}, tuple(sums))

    def rules(self) -> tuple[Rule, ...]:
        """A rule per sum."""
        return tuple(
            plain_rule(total, test)
            for total, parts in self.sums
            for test in (f"{total} == {' + '.join(parts)}",)
        )

    def figures(self, printed: Mapping[str, int]) -> Figures:
        """The figures of 2021 with these printed values."""
        return {
            name: Figure(name, Kind.VALUE, str(value), Decimal(value), Decimal(10), position=HERE)
            for ref, value in printed.items()
            for name in (FigureKey(ref, 2021),)
        }


def planted(table: Hierarchy, chance: random.Random, errors: int) -> dict[str, int]:
    """The printed values with some made ten times too large or with two digits swapped, never a
    change rounding explains.
    """
    printed = dict(table.printed)
    for name in chance.sample([name for name, value in printed.items() if value >= 100], errors):
        value = printed[name]
        digits = str(value // 10)
        swapped = [
            int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]) * 10
            for at in range(len(digits) - 1)
            if digits[at] != digits[at + 1]
        ]
        choices = [
            other
            for other in swapped
            if abs(other - value) > 60 and other >= 10 ** (len(digits) - 1) * 10
        ]
        printed[name] = chance.choice(choices) if choices and chance.random() < 0.5 else value * 10
    return printed


def slightly_wrong(table: Hierarchy, chance: random.Random) -> dict[str, int]:
    """The printed values with one total of two parts off by the least that rounding cannot explain
    (20, where it explains 15).
    """
    printed = dict(table.printed)
    total, parts = chance.choice([one for one in table.sums if len(one[1]) == 2])
    printed[total] = sum(printed[part] for part in parts) + chance.choice((-20, 20))
    return printed


def project_of(table: Hierarchy, folder: Path) -> None:
    """Write a hierarchy as a project on disk: its figures in tables of up to three hundred."""
    place = {name: f"t{at // _WIDEST}" for at, name in enumerate(table.printed)}
    moved = {name: f"{place[name]}.{name.partition('.')[2]}" for name in table.printed}
    catalogue, files = "tabellen:\n", {}
    for home in dict.fromkeys(place.values()):
        own = [name for name in table.printed if place[name] == home]
        names = [name.partition(".")[2] for name in own]
        columns = "\n".join(f"      {name}: {{titel: {name}}}" for name in names)
        catalogue += (
            f"  {home}:\n    titel: Verzonnen {home}\n    afronding: 10\n    kolommen:\n{columns}\n"
        )
        values = ",".join(str(table.printed[name]) for name in own)
        files[f"{home}.csv"] = f"jaar,{','.join(names)}\n2021,{values}\n"
    rules = "\n".join(
        f"  - {{id: {total}, toets: {moved[total]} == {' + '.join(moved[part] for part in parts)}, "
        "uitleg: Som.}"
        for total, parts in table.sums
    )
    _write(folder, catalogue, f"regels:\n{rules}\n", files)


KEYED_COLUMNS = ("a", "b", "c", "d", "totaal", "e", "f", "g", "eind", "h")
KEYED_RULES = (
    ("som", "k.totaal == k.a + k.b + k.c + k.d"),
    ("deel", "k.e <= k.totaal"),
    ("balans", "k.eind == k.totaal - k.f + k.g"),
)


def keyed_project(folder: Path, chance: random.Random, keys: int, wrong: int = 0) -> None:
    """Write a project with one keyed table: `keys` rows, ten columns, three rules.

    `wrong` totals are ten times too large.
    """
    planted_in = set(chance.sample(range(keys), wrong))
    rows = []
    for key in range(keys):
        a, b, c, d, f, g, h = (chance.randint(50, 5000) for _ in range(7))
        total = a + b + c + d
        f = min(f, total)
        values = [
            (value + 5) // 10 * 10
            for value in (a, b, c, d, total, min(total, h), f, g, total - f + g, h)
        ]
        if key in planted_in:
            values[4] *= 10
        rows.append(f"2021,s{key:06},{','.join(map(str, values))}")
    columns = "".join(f"      {name}: {{titel: {name}}}\n" for name in KEYED_COLUMNS)
    rules = "".join(
        f"  - {{id: {name}, toets: {test}, uitleg: Verzonnen.}}\n" for name, test in KEYED_RULES
    )
    catalogue = f"tabellen:\n  k:\n    titel: Verzonnen\n    bestand: sleutels.csv\n    sleutel: sleutel\n    afronding: 10\n    kolommen:\n{columns}"
    table = f"jaar,sleutel,{','.join(KEYED_COLUMNS)}\n" + "\n".join(rows) + "\n"
    _write(folder, catalogue, f"regels:\n{rules}", {"sleutels.csv": table})


def _write(folder: Path, catalogue: str, rules: str, tables: Mapping[str, str]) -> None:
    files = {
        "figures/indicatoren.yaml": catalogue,
        "figures/afgeleid.yaml": "afgeleid: {}\n",
        "figures/regels.yaml": rules,
        "content/2021/rapport.yaml": "titel: T\norganisatie: O\ndatum: 2022-01-01\npeildatum: 2021-12-31\nstatus: concept\nhoofdstukken: [c]\n",
        "content/2021/c.yaml": "titel: C\nblokken:\n  - {soort: tekst, tekst: x}\n",
        **{f"figures/2021/{name}": text for name, text in tables.items()},
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def plain_rule(name: str, test: str) -> Rule:
    """A rule with the least it needs, for all years."""
    return Rule(
        name,
        test,
        "",
        Severity.ERROR,
        RuleYears.ALL,
        mixed_populations=False,
        mixed_periods=False,
        position=HERE,
        test_text=Text(test, HERE),
    )
