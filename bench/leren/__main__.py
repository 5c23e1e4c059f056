# SPDX-License-Identifier: EUPL-1.2
"""Learn the weights: `nice python -m bench.leren` from the project folder (needs numpy).

Draws invented catalogues and sentences, fits a softmax over the subjects each amount may name,
measures on catalogues of tables held out whole, and writes `data/gewichten.tsv`. The same seed
gives the same file.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from standrapport.checks.statements.named.features import Before, candidates
from standrapport.checks.statements.named.names import SubjectNames, build_names
from standrapport.checks.statements.named.passage import passage
from standrapport.checks.statements.named.shares import base_of
from standrapport.checks.statements.reading.lexicon import DATA
from standrapport.checks.statements.reading.mention import Unit
from standrapport.core.model import Catalogue, Column, Figure, FigureKey, Kind, Position, Table

from .tabellen import TABELLEN, N, P, Tabel
from .zinnen import Doel, bijvoeglijk, texts

HERE = Position("verzonnen")
HEAD = """# Weights of the features that say how well words name a figure.
# Written by `python -m bench.leren`; not to be changed by hand.
# Form: feature <TAB> weight
"""


@dataclass(frozen=True)
class Voorbeeld:
    """An amount: the features of each subject it may name, and which it does."""

    features: list[dict[str, float]]
    right: int


def _column(table: Tabel, name: str, title: str, short: str = "") -> Column:
    return Column(
        ref=f"{table.name}.{name}",
        title=title,
        short=short or title,
        unit=table.unit,
        rounding=None,
        suppression=None,
        population=table.population,
        sources={},
        definition="",
        note="",
        stock=False,
        position=HERE,
    )


def catalogue(
    tables: list[Tabel], chance: random.Random
) -> tuple[Catalogue, dict[FigureKey, Figure]]:
    """The catalogue of some tables, each title in one of several forms."""
    made, figures = {}, {}
    for table in tables:
        columns = {}
        for column in table.columns:
            title = column.title
            draw = chance.random()
            if isinstance(column, P) and draw < 0.3:
                title = f"{bijvoeglijk(column.participle).capitalize()} {table.unit}"
            elif isinstance(column, P) and column.verbal and draw < 0.5:
                title = column.verbal.capitalize()
            elif isinstance(column, N) and draw < 0.3:
                title = f"Aantal {column.noun}"
            columns[column.name] = _column(table, column.name, title, column.title)
        if table.total and not table.keys:
            columns["totaal"] = _column(
                table,
                "totaal",
                chance.choice(["Totaal", f"Totaal aantal {table.unit}", "Alle " + table.unit]),
            )
        title = table.title if chance.random() < 0.7 else f"{table.title} ({table.population})"
        made[table.name] = Table(
            table.name,
            title,
            "",
            table.definition,
            "",
            "sleutel" if table.keys else None,
            columns,
            (),
            HERE,
        )
        for column in columns.values():
            for key in [key for key, _ in table.keys] or [None]:
                name = FigureKey(column.ref, 2023, key)
                figures[name] = Figure(name, Kind.VALUE, "1", Decimal(1), unit=table.unit)
    return Catalogue(tables=made), figures


def _target(names: SubjectNames, doel: Doel) -> int:
    name = "totaal" if doel.column is None else doel.column.name
    return names.by_name[(f"{doel.table.name}.{name}", doel.key)].number


def elsewhere(table: Tabel, chance: random.Random) -> Tabel:
    """The same table for another population, as catalogues often have."""
    where = chance.choice(["landelijk", "regionaal", "provinciaal"])
    return replace(
        table,
        name=f"{where}_{table.name}",
        title=f"{where.capitalize()}: {table.title.lower()}",
        population=f"{where} geteld",
        marker=where,
    )


def examples(
    source: list[Tabel], chance: random.Random, catalogues: int, many: int
) -> list[Voorbeeld]:
    """The amounts of so many texts about each of so many catalogues."""
    found = []
    for _ in range(catalogues):
        tables = chance.sample(source, min(len(source), chance.randint(5, 8)))
        if chance.random() < 0.5:
            tables.append(
                elsewhere(chance.choice([t for t in tables if not t.keys] or tables), chance)
            )
        names = build_names(*catalogue(tables, chance))
        for title, text, spans, targets in texts(tables, chance, many):
            found.extend(_of_text(names, title, text, spans, targets))
    return found


def _of_text(
    names: SubjectNames, title: str, text: str, spans: list[tuple[int, int]], targets: list[Doel]
) -> Iterator[Voorbeeld]:
    counts = [s.number for s in names.subjects if s.unit is Unit.COUNT]
    read = passage(text, spans, title, names)
    before, last = Before(), None
    for line in read.lines:
        for anchor in line.anchors:
            base = base_of(line.read, anchor) if targets[anchor].share else None
            right = _target(names, targets[anchor])
            offered = candidates(names, read.context(line, anchor, base), before, counts)
            numbers = list(offered)
            if right in offered:
                yield Voorbeeld([offered[n] for n in numbers], numbers.index(right))
            else:
                yield Voorbeeld([offered[n] for n in numbers], -1)
            before, last = Before(names.subjects[right], same=True), line
        if before.subject is not None and last is not None:
            before = Before(before.subject)


def fit(train: list[Voorbeeld], steps: int = 300, penalty: float = 2e-4) -> dict[str, float]:
    """Weights by gradient descent (Adam) on the softmax loss."""
    names = sorted({name for one in train for f in one.features for name in f})
    place = {name: at for at, name in enumerate(names)}
    rows, groups, right = [], [], []
    for number, one in enumerate(e for e in train if e.right >= 0):
        for at, features in enumerate(one.features):
            row = np.zeros(len(names), dtype=np.float32)
            for name, value in features.items():
                row[place[name]] = value
            rows.append(row)
            groups.append(number)
            if at == one.right:
                right.append(len(rows) - 1)
    x, group, good = np.array(rows), np.array(groups), np.array(right)
    w = np.zeros(len(names), dtype=np.float64)
    m, v = np.zeros_like(w), np.zeros_like(w)
    count = len(good)
    starts = np.flatnonzero(np.r_[True, np.diff(group) > 0])
    for step in range(1, steps + 1):
        score = x @ w
        top = np.maximum.reduceat(score, starts)
        share = np.exp(score - top[group])
        share /= np.add.reduceat(share, starts)[group]
        gradient = (x.T @ share - x[good].sum(axis=0)) / count + penalty * w
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        w -= 0.08 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(w[place[name]]), 3) for name in names}


def measure(weights: dict[str, float], held: list[Voorbeeld]) -> str:
    """How often the right subject is best, among three, and how often another is far better."""
    best = three = 0
    far = [0, 0, 0, 0]
    for one in held:
        if one.right < 0:
            continue
        scores = [sum(weights.get(n, 0) * v for n, v in f.items()) for f in one.features]
        ranked = sorted(range(len(scores)), key=lambda at: -scores[at])
        best += ranked[0] == one.right
        three += one.right in ranked[:3]
        lead = scores[ranked[0]] - scores[one.right]
        far = [many + (lead > gap) for many, gap in zip(far, (1, 2, 3, 4), strict=True)]
    missed = sum(one.right < 0 for one in held)
    total = len(held)
    return f"{total} amounts: best {best / total:.3f}, first three {three / total:.3f}, another better by 1, 2, 3, 4: {far}, not offered {missed / total:.3f}"


def main() -> None:
    """Draw, fit, measure and write."""
    chance = random.Random(20240131)  # noqa: S311 -- the same sentences every time
    tables = list(TABELLEN)
    chance.shuffle(tables)
    held, kept = tables[:9], tables[9:]
    scale = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    train = examples(kept, chance, int(120 * scale), 100)
    test = examples(held, chance, int(30 * scale), 60)
    weights = fit(train)
    print("trained", measure(weights, train))
    print("held out", measure(weights, test))
    lines = [f"{name}\t{weight}\n" for name, weight in sorted(weights.items()) if weight]
    (DATA / "gewichten.tsv").write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
