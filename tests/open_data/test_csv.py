# SPDX-License-Identifier: EUPL-1.2
"""The CSV files: every figure once, equal to what is printed, and safe to open in a spreadsheet."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from standrapport.core.model import Figure, FigureKey, Kind
from standrapport.core.notation import parse_getal
from standrapport.pipeline.export import export_edition
from tests.conftest import ProjectMaker

from .conftest import AWKWARD, EDITIONS, Export
from .reading import rows_of


def key_of(row: dict[str, str]) -> FigureKey:
    """The name of the figure a row is about; a keyed figure is known by its key."""
    return FigureKey(f"{row['tabel']}.{row['kolom']}", int(row["jaar"]), row["sleutel"] or None)


def assert_as_printed(row: dict[str, str], figure: Figure) -> None:
    """The row says what the figure says: text, number, kind, unit, rounding, period and status."""
    assert row["gedrukt"] == figure.printed
    if figure.kind is Kind.VALUE:
        assert parse_getal(row["gedrukt"].removesuffix("\u00a0%")) == Decimal(row["waarde"])
        assert Decimal(row["waarde"]) == figure.value
    else:
        assert row["waarde"] == ""
    words = {
        Kind.VALUE: "waarde",
        Kind.SUPPRESSED: "onderdrukt",
        Kind.UNKNOWN: "nog_niet_bekend",
        Kind.NOT_APPLICABLE: "niet_van_toepassing",
        Kind.UNAVAILABLE: "niet_beschikbaar",
        Kind.OUTSIDE: "buiten_de_lijst",
    }
    assert row["soort_waarde"] == words[figure.kind]
    assert row["eenheid"] == figure.unit
    assert row["periode"] == (figure.period or "heel jaar")
    assert (row["voorlopig"] == "ja") == figure.provisional
    assert row["status"] == figure.status
    assert (row["afgeleid"] == "ja") == figure.derived
    assert row["peildatum"] == (figure.reference_date or "")
    if not figure.derived:
        assert row["afronding"] == ("exact" if figure.rounding is None else f"{figure.rounding:f}")
        assert row["bron"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_everything_is_every_figure_as_printed(exports: dict[str, Export], edition: str) -> None:
    """cijfers.csv holds each figure of the edition exactly once, as the report prints it."""
    export = exports[edition]
    rows = {key_of(row): row for row in rows_of(export.folder / "cijfers.csv")}
    assert len(rows) == len(rows_of(export.folder / "cijfers.csv"))
    assert set(rows) == set(export.checked.figures)
    for name, row in rows.items():
        assert_as_printed(row, export.checked.figures[name])


@pytest.mark.parametrize("edition", EDITIONS)
def test_tables_together_are_everything(exports: dict[str, Export], edition: str) -> None:
    """The files per table hold the same rows, each in the file of its own table."""
    folder = exports[edition].folder
    parts = [(path, row) for path in sorted(folder.glob("tabel-*.csv")) for row in rows_of(path)]
    assert all(path.name == f"tabel-{row['tabel']}.csv" for path, row in parts)
    everything = Counter(tuple(row.values()) for row in rows_of(folder / "cijfers.csv"))
    assert Counter(tuple(row.values()) for _, row in parts) == everything


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_column_is_explained(exports: dict[str, Export], edition: str) -> None:
    """kolommen.csv has one row for each column that has a figure, with its title and unit."""
    export = exports[edition]
    rows = {
        f"{row['tabel']}.{row['kolom']}": row for row in rows_of(export.folder / "kolommen.csv")
    }
    assert set(rows) == {name.ref for name in export.checked.figures}
    for ref, row in rows.items():
        assert row["titel"] == export.checked.catalogue.title(ref)


def test_what_is_not_published_gets_no_number(project: ProjectMaker) -> None:
    """Suppressed, unknown and not applicable cells keep their words, with their status and period;
    formulas are made harmless.
    """
    folder = project(AWKWARD)
    exported = export_edition(folder, 2021, folder / "out")
    assert exported.written, exported.findings
    path = folder / "out/2021/data/cijfers.csv"
    rows = {(row["tabel"], row["kolom"], row["jaar"], row["sleutel"]): row for row in rows_of(path)}
    hidden = rows["instroom", "np", "2021", ""]
    assert (hidden["gedrukt"], hidden["waarde"], hidden["soort_waarde"]) == ("<5", "", "onderdrukt")
    assert (hidden["periode"], hidden["voorlopig"]) == ("t/m november", "ja")
    assert rows["landen", "aantal", "2021", "'-Oost"]["gedrukt"] == "n.v.t."
    assert rows["landen", "aantal", "2021", "Kleinland"]["gedrukt"] == "n.n.b."
    assert rows["landen", "aantal", "2021", "'=1+1"]["waarde"] == "620"
    for line in path.read_text("utf-8").splitlines():
        assert not any(cell.startswith(("=", "+", "@")) for cell in line.split(","))
