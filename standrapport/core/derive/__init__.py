# SPDX-License-Identifier: EUPL-1.2
"""Derived figures: every formula of afgeleid.yaml worked out for every year (and key) of the
vintage, with its bounds.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import field

from ...messages import found
from ..formula import (
    Names,
    Node,
    Timed,
    all_whole_years,
    box_of,
    crossed,
    ground,
    leaves,
    populations,
    range_of,
    references,
    value_of,
    walk,
)
from ..formula.nodes import Operation
from ..frozen import dataclass
from ..model import (
    NOT_NEGATIVE,
    Catalogue,
    Derived,
    Figure,
    FigureKey,
    Figures,
    Finding,
    SeriesBreak,
    Vintage,
    beside,
    large_tables,
    single_figures,
    years_of,
)
from ..model.columns import Lazy
from ..notation import join_names
from .names import names_of as names_of
from .one_figure import derived_figure, figures_beside, timed_form, unknown


def derive(
    catalogue: Catalogue,
    cells: Figures,
    names: Names,
    year: int,
    only: Container[str] | None = None,
) -> tuple[Figures, list[Finding]]:
    """The derived figures of every year that has a cell, and of the report year.

    With findings SR-A004, SR-A005 and SR-A007.

    `only` names the derived figures that are wanted; None stands for all.
    """
    years = sorted(years_of(cells) | {year})
    parts = not all_whole_years(cells)
    figures: dict[FigureKey, Figure] = {}
    aside: dict[FigureKey, Figure] = {}
    findings: list[Finding] = []
    for ref, node in names.derived.items():
        if only is not None and ref not in only:
            continue
        derived = catalogue.derived[ref]
        findings.extend(_populations(catalogue, derived, node))
        table = names.keyed_table(ref)
        if table is None:
            findings.extend(_zero_divisor(derived, ground(node, names, year, None, (ref,)), cells))
        wanted = [] if table in large_tables(cells) else years
        series = _series(catalogue, derived, cells, names, wanted, year, parts=parts)
        figures |= series.figures
        aside |= series.beside
        findings.extend(_about(derived, series))
    return (Vintage(figures, beside=aside) if aside else figures), findings


@dataclass
class _Series:
    """A derived figure in all years and keys, and what stands `beside` it over parts of years.

    `broken` are the breaks it compares across, and `mixed` the years in which it takes whole and
    part years together.
    """

    figures: dict[FigureKey, Figure] = field(default_factory=dict)
    beside: dict[FigureKey, Figure] = field(default_factory=dict)
    broken: dict[int, tuple[SeriesBreak, ...]] = field(default_factory=dict)
    mixed: dict[int, None] = field(default_factory=dict)


def _series(
    catalogue: Catalogue,
    derived: Derived,
    cells: Figures,
    names: Names,
    years: Iterable[int],
    report_year: int,
    *,
    parts: bool,
) -> _Series:
    """One derived figure worked out for every year that has a cell, and for the report year.

    `parts` tells whether any cell is of something else than a whole year.
    """
    series = _Series()
    ref = derived.ref
    table = names.keyed_table(ref)
    for when in years:
        for key in names.keys(table, when) if table else (None,):
            name = FigureKey(ref, when, key)
            cell_form = ground(names.derived[ref], names, when, key, (ref,))
            across = _across(catalogue, derived, cell_form)
            timed = (
                timed_form(derived, cell_form, names, cells, when) if parts else Timed(cell_form)
            )
            figure = derived_figure(derived, timed, name, cells, broken=bool(across))
            if across and figure is not None:
                series.broken[when] = across
            if figure is not None or when == report_year:
                series.figures[name] = figure or unknown(derived, name)
            if timed.mixed and value_of(cell_form, cells) is not None:
                series.mixed[when] = None
            if parts and not across:
                series.beside |= figures_beside(derived, cell_form, name, names, cells)
    return series


def _about(derived: Derived, series: _Series) -> Iterator[Finding]:
    """SR-A007 and SR-A005 for the years in which a formula takes together what does not match."""
    if series.broken:
        yield _broken(derived, series.broken)
    if series.mixed and not derived.mixed_periods:
        years = join_names([str(when) for when in series.mixed])
        yield found(
            "SR-A005", derived.formula_text.position, {"cijfer": derived.ref, "jaren": years}
        )


def complete(catalogue: Catalogue, cells: Figures, derived: Figures, names: Names) -> Figures:
    """Cells and derived figures together.

    What is derived per key of a large table is worked out when it is asked for.
    """
    if not isinstance(cells, Vintage):
        return {**cells, **single_figures(derived)}

    def lazy(ref: str) -> Lazy:
        def work_out(year: int, key: str) -> Figure | None:
            if key not in cells.large[tables[ref]].rows.get(year, {}):
                return None
            node = ground(names.derived[ref], names, year, key, (ref,))
            derived = catalogue.derived[ref]
            broken = bool(_across(catalogue, derived, node))
            timed = timed_form(derived, node, names, cells, year)
            return derived_figure(derived, timed, FigureKey(ref, year, key), cells, broken=broken)

        return work_out

    tables = {
        ref: table
        for ref in names.derived
        if (table := names.keyed_table(ref)) in cells.large and table is not None
    }
    return Vintage(
        {**cells.single, **single_figures(derived)},
        cells.large,
        {ref: (table, lazy(ref)) for ref, table in tables.items()},
        {**cells.beside, **beside(derived)},
    )


def _across(catalogue: Catalogue, derived: Derived, node: Node) -> tuple[SeriesBreak, ...]:
    """The breaks a formula compares across in one year; none when that is meant."""
    return () if derived.mixed_breaks else crossed(catalogue, leaves(node))


def _broken(derived: Derived, broken: dict[int, tuple[SeriesBreak, ...]]) -> Finding:
    """SR-A007 for the years in which a formula has figures from both sides of a break."""
    across = dict.fromkeys(one for several in broken.values() for one in several)
    reasons = "; ".join(f"{one.year}: {one.reason.rstrip('.')}" for one in across)
    which = join_names([str(when) for when in broken])
    said = {"cijfer": derived.ref, "jaren": which, "redenen": reasons}
    return found("SR-A007", derived.formula_text.position, said)


def _zero_divisor(derived: Derived, node: Node, cells: Figures) -> list[Finding]:
    """A divisor that can be zero while all its figures are known: the figure then means nothing."""
    for part in walk(node):
        if not isinstance(part, Operation) or part.operator != "/":
            continue
        known = [cells.get(name) for name in leaves(part.right)]
        bounds = range_of(part.right, box_of(part.right, cells, NOT_NEGATIVE))
        if (
            all(cell is not None and not cell.kind.is_open for cell in known)
            and bounds.low <= 0 <= bounds.high
        ):
            return [found("SR-A006", derived.formula_text.position, {"cijfer": derived.ref})]
    return []


def _populations(catalogue: Catalogue, derived: Derived, node: Node) -> list[Finding]:
    mixed = populations(catalogue, [reference.ref for reference in references(node)])
    if len(mixed) < 2 or derived.mixed_populations:
        return []
    said = {"cijfer": derived.ref, "populaties": join_names(mixed)}
    return [found("SR-A004", derived.formula_text.position, said)]
