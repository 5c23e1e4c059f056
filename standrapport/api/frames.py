# SPDX-License-Identifier: EUPL-1.2
"""Figures and findings as pandas frames: one row each, the same columns and types whatever the
project holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..core.model import (
    Catalogue,
    ColumnTable,
    Figure,
    FigureKey,
    Figures,
    Finding,
    Vintage,
    large_tables,
    single_figures,
)
from ..messages import finding_as_dict
from ..open_data.rows import FIELDS, row_of

if TYPE_CHECKING:
    import pandas as pd

# The columns of a figure with their types. Text is 'string' and a line number 'Int64', so that
# what is missing is pandas' NA in every version.
FIGURES = {
    "ref": "string",
    "table": "string",
    "column": "string",
    "key": "string",
    "year": "int64",
    "period": "string",
    "status": "string",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "printed": "string",
    "unit": "string",
    "population": "string",
    "source": "string",
}
FINDINGS = {
    "code": "string",
    "severity": "string",
    "message": "string",
    "rule": "string",
    "year": "Int64",
    "ref": "string",
    "key": "string",
    "file": "string",
    "line": "Int64",
    "column": "string",
    "difference": "float64",
    "slack": "float64",
}
_FIELD = {field.name: place for place, field in enumerate(FIELDS)}


def figures_frame(catalogue: Catalogue, figures: Figures, *, derived: bool) -> pd.DataFrame:
    """The cells of an edition, or its derived figures; cells of large tables are never made one
    by one.
    """
    import pandas as pd

    wanted = [one for one in single_figures(figures).values() if one.derived == derived]
    if derived and isinstance(figures, Vintage):
        wanted += _worked_out(figures)
    rows = [_row(catalogue, figure) for figure in wanted]
    found = [pd.DataFrame(rows, columns=list(FIGURES)).astype(FIGURES)]
    if not derived:
        found += [_large(catalogue, table) for table in large_tables(figures).values()]
    return pd.concat(found, ignore_index=True) if len(found) > 1 else found[0]


def wide_frames(
    catalogue: Catalogue, figures: pd.DataFrame, values: str
) -> dict[str, pd.DataFrame]:
    """The tables as in the figure files, in order; parts of a year have rows of their own, so that
    nobody adds them to whole years unseen.
    """
    found = {}
    for name, table in catalogue.tables.items():
        part = figures[figures["table"] == name]
        index = ["year", *(["key"] if table.key_column else []), "period"]
        wide = part.pivot(index=index, columns="column", values=values)  # noqa: PD010 - two alike would be a fault
        order = part.set_index(index).index.drop_duplicates()
        here = [column for column in table.columns if column in wide.columns]
        found[name] = wide.loc[order, here].rename_axis(columns=None)
    return found


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """Findings with the first of their places and of their figures."""
    import pandas as pd

    rows = []
    for finding in findings:
        told = finding_as_dict(finding)
        place = next(iter(told["locations"]), {"file": None, "line": None, "column": None})
        figure = next(iter(told["figures"]), {"ref": None, "key": None})
        column = None if place["column"] is None else str(place["column"])
        told |= {**place, "column": column, "ref": figure["ref"], "key": figure["key"]}
        rows.append([told[name] for name in FINDINGS])
    return pd.DataFrame(rows, columns=list(FINDINGS)).astype(FINDINGS)


def _worked_out(figures: Vintage) -> Iterator[Figure]:
    """The derived figures per key of large tables."""
    for ref, (table, _) in figures.lazy.items():
        for year, keys in figures.large[table].rows.items():
            yield from (figures[FigureKey(ref, year, key)] for key in keys)


def _row(catalogue: Catalogue, figure: Figure) -> tuple[Any, ...]:
    """One figure in the columns of FIGURES, in the words of the open data."""
    cells = row_of(catalogue, figure)
    return (
        figure.id.ref,
        cells[_FIELD["tabel"]],
        cells[_FIELD["kolom"]],
        figure.id.key,
        figure.id.year,
        cells[_FIELD["periode"]],
        figure.status,
        None if figure.value is None else float(figure.value),
        float(figure.interval.low),
        float(figure.interval.high),
        figure.printed,
        figure.unit or None,
        cells[_FIELD["populatie"]] or None,
        cells[_FIELD["bron"]] or None,
    )


def _large(catalogue: Catalogue, table: ColumnTable) -> pd.DataFrame:
    """A large table, row by row: each different cell of a column is worded once, what only the
    year decides once per year.
    """
    import numpy as np
    import pandas as pd

    parts = []
    for number, (name, values) in enumerate(table.columns.items()):
        ref = table.table.columns[name].ref
        cells = pd.DataFrame({"kind": values.kinds, "number": values.numbers, "year": table.years})
        codes = cells.groupby(["kind", "number", "year"], sort=False).ngroup()
        first = np.unique(codes.to_numpy(), return_index=True)[1]
        rows = []
        for row in first:
            figure = table.figure(FigureKey(ref, int(table.years[row]), table.keys[row]))
            assert figure is not None
            rows.append(_row(catalogue, figure))
        part = pd.DataFrame(rows, columns=list(FIGURES)).astype(FIGURES).iloc[codes]
        part["key"] = table.keys
        part["status"] = np.where(table.provisional, "voorlopig", "definitief")
        parts.append(part.set_index(np.arange(len(codes)) * len(table.columns) + number))
    found = pd.concat(parts).sort_index() if parts else pd.DataFrame(columns=list(FIGURES))
    return found.astype(FIGURES)
