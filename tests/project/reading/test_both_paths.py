# SPDX-License-Identifier: EUPL-1.2
"""A large file says what a small one says: the same rows read as columns and cell by cell give the same
figures and the same findings, whatever stands in them.
"""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from standrapport.core.model import Column, Figure, FigureKey, Finding, Position, Table, Vintage
from standrapport.project.reading import bulk
from standrapport.project.reading.table import TableReading

YEAR = 2024
CELLS = (
    "", "n.n.b.", "n.v.t.", "n.b.", "b.l.", "<5", "<10", "< 5", "-10", "0", "10", "13.840", "13840", "13.84", "13,5", "54,25",
    "1.234.567", "13 840", "1e3", "nan", "inf", "9" * 20, "9" * 30, "1," + "0" * 12, "12%", "x", " 20 ", "840", "100", "100,5",
    "\u221210", "\u0663", "99,95", "007",
)  # fmt: skip
YEARS = ("2024", "2023", "2022", "2025", "24", "2024,0", "20240", "", " 2024 ")


def columns(**changes: Any) -> dict[str, Column]:
    """Two columns, one of counts and one that is changed by each test."""
    count = Column(
        ref="t.a",
        title="A",
        short="A",
        unit="personen",
        rounding=Decimal(10),
        suppression=5,
        population="p",
        sources={None: "b"},
        definition="",
        note="",
        stock=False,
        position=Position("i", 1),
    )
    return {"a": count, "b": replace(count, ref="t.b", title="B", **changes)}


KINDS: dict[str, dict[str, Any]] = {
    "tens": {},
    "exact": {"rounding": None, "suppression": None},
    "tenths": {"rounding": Decimal("0.1"), "unit": "euro"},
    "percent": {"rounding": Decimal("0.1"), "unit": "procent", "suppression": None},
    "free": {"rounding": Decimal(1), "unit": "procent", "free": True},
}


def rows(chance: random.Random, odd: float) -> str:
    """A file of forty rows with odd cells, years and lengths in it."""
    lines = ["jaar,sleutel,a,b"]
    for number in range(40):
        cells = [
            chance.choice(YEARS) if chance.random() < odd / 4 else str(chance.choice((2023, 2024))),
            f"K{number}",
            chance.choice(CELLS) if chance.random() < odd else str(chance.randrange(900) * 10),
            chance.choice(CELLS) if chance.random() < odd else str(chance.randrange(9) * 10),
        ]
        if chance.random() < odd / 4:
            cells = chance.choice((cells[:2], cells[:3], [*cells, "5"]))
        lines.append(",".join(cells))
    return "\n".join(lines) + chance.choice(("", "\n", "\n\n"))


def read(text: str, kind: str) -> tuple[dict[FigureKey, Figure], list[Finding], bool]:
    """What a file says, what is wrong with it, and whether it was read as columns."""
    own = Table(
        name="t",
        title="T",
        file="t.csv",
        definition="",
        note="",
        key_column="sleutel",
        columns=columns(**KINDS[kind]),
        breaks=(),
        position=Position("i", 1),
    )
    figures: dict[FigureKey, Figure] = {}
    findings: list[Finding] = []
    large: dict[str, Any] = {}
    TableReading(own, "t.csv", figures, findings, large, last_year=YEAR).read(text.encode())
    everything = Vintage(figures, large) if large else figures
    return {name: everything[name] for name in everything}, findings, bool(large)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("odd", [0.0, 0.02, 0.3])
def test_both_paths(kind: str, odd: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty random files each, both paths forced."""
    chance = random.Random(f"{kind}-{odd}")  # noqa: S311 - a sample, not a secret
    columns_read = 0
    for _ in range(40):
        text = rows(chance, odd)
        monkeypatch.setattr(bulk, "FEWEST_ROWS", 10**9)
        small = read(text, kind)
        monkeypatch.setattr(bulk, "FEWEST_ROWS", 0)
        large = read(text, kind)
        assert not small[2]
        assert large[0] == small[0]
        assert sorted(map(str, large[1])) == sorted(map(str, small[1]))
        columns_read += large[2]
    assert columns_read or odd == 0.3, "no file was read as columns, so nothing was compared"
