# SPDX-License-Identifier: EUPL-1.2
"""The values of a figure over the years, as its account shows them: what is printed, the source
where that differs by year, and what an earlier edition said.
"""

from __future__ import annotations

from collections import defaultdict

from ...core.frozen import dataclass
from ...core.model import Figure, figure_of, single_figures
from ...core.notation import join_names
from ...core.words import source_name, year_with
from .ink import Ink


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value: of which year (or key and year), as printed, and what must be said of it."""

    when: str
    printed: str
    remark: str = ""


class AccountValues:
    """The values of every figure of a report, looked up by its name."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self.by_ref: dict[str, list[Figure]] = defaultdict(list)
        for name, figure in single_figures(ink.report.figures).items():
            if name.key is None:
                self.by_ref[name.ref].append(figure)

    def of(self, ref: str) -> tuple[ValueRow, ...]:
        """Every year of a figure in this edition; of a figure per key what the report prints."""
        if ref in self.by_ref:
            known = sorted(self.by_ref[ref], key=lambda figure: figure.id.year)
            # The line below the values names their sources year by year (`sources_by_year`).
            return self._rows([(figure, "") for figure in known], sourced=True)
        used = dict.fromkeys((u.key, u.year) for u in self.ink.used if u.ref == ref)
        found = [figure_of(self.ink.report.figures, ref, year, key) for key, year in used]
        return self._rows([(figure, figure.id.key or "") for figure in found])

    def _rows(
        self, named: list[tuple[Figure, str]], *, sourced: bool = False
    ) -> tuple[ValueRow, ...]:
        """The rows of figures; the source stands behind a value only where it differs by year and
        is not told elsewhere (`sourced`).
        """
        sources = [self._source(figure) for figure, _ in named]
        several = not sourced and len(set(filter(None, sources))) > 1
        rows = []
        for (figure, key), source in zip(named, sources, strict=True):
            when = year_with(figure.period, figure.id.year)
            remark = _remark(self.ink, figure, source if several else "")
            rows.append(ValueRow(f"{key}, {when}" if key else when, figure.printed, remark))
        return tuple(rows)

    def _source(self, figure: Figure) -> str:
        if figure.kind.is_open:
            return ""
        return source_name(self.ink.report.catalogue.source_of(figure))


def _remark(ink: Ink, figure: Figure, source: str) -> str:
    """What must be said of one value."""
    name = figure.id
    said = [source]
    if figure.provisional:
        said.append("voorlopig")
    said += [f"in editie {r.edition}: {r.old}" for r in ink.report.revised if r.id == name]
    return join_names([one for one in said if one])


__all__ = ["AccountValues", "ValueRow"]
