# SPDX-License-Identifier: EUPL-1.2
"""Derived figures: every formula of afgeleid.yaml worked out for every year (and key) of the
vintage, with its bounds.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from ...messages import found
from ..formula import (
    Names,
    Node,
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
from ..model import (
    EVERYTHING,
    NOT_NEGATIVE,
    Catalogue,
    Derived,
    Figure,
    FigureKey,
    Figures,
    Finding,
    Kind,
    SeriesBreak,
    Vintage,
    large_tables,
    years_of,
)
from ..model.columns import Lazy
from ..notation import NOT_KNOWN, format_figure, join_names, round_to
from .names import names_of

_PRECISION = 12  # decimals kept of an endless quotient; the report never prints more than a few


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
    figures: dict[FigureKey, Figure] = {}
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
        series = _series(catalogue, derived, cells, names, wanted, year)
        figures |= series.figures
        findings.extend(_about(derived, series))
    return figures, findings


@dataclass
class _Series:
    """A derived figure in all years and keys.

    `broken` are the breaks it compares across, and `mixed` the years in which it takes whole and
    part years together.
    """

    figures: dict[FigureKey, Figure] = field(default_factory=dict)
    broken: dict[int, tuple[SeriesBreak, ...]] = field(default_factory=dict)
    mixed: dict[int, None] = field(default_factory=dict)


def _series(
    catalogue: Catalogue,
    derived: Derived,
    cells: Figures,
    names: Names,
    years: Iterable[int],
    report_year: int,
) -> _Series:
    """One derived figure worked out for every year that has a cell, and for the report year."""
    series = _Series()
    ref = derived.ref
    table = names.keyed_table(ref)
    for when in years:
        for key in names.keys(table, when) if table else (None,):
            name = FigureKey(ref, when, key)
            cell_form = ground(names.derived[ref], names, when, key, (ref,))
            across = _across(catalogue, derived, cell_form)
            figure, mixes = _figure(derived, cell_form, name, cells, broken=bool(across))
            if across and figure is not None:
                series.broken[when] = across
            if figure is not None or when == report_year:
                series.figures[name] = figure or _unknown(derived, name)
            if mixes:
                series.mixed[when] = None
    return series


def _unknown(derived: Derived, name: FigureKey) -> Figure:
    return Figure(name, Kind.UNKNOWN, NOT_KNOWN, unit=derived.unit, formula=derived.formula)


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
        return {**cells, **derived}

    def lazy(ref: str) -> Lazy:
        def work_out(year: int, key: str) -> Figure | None:
            if key not in cells.large[tables[ref]].rows.get(year, {}):
                return None
            node = ground(names.derived[ref], names, year, key, (ref,))
            derived = catalogue.derived[ref]
            broken = bool(_across(catalogue, derived, node))
            return _figure(derived, node, FigureKey(ref, year, key), cells, broken=broken)[0]

        return work_out

    tables = {
        ref: table
        for ref in names.derived
        if (table := names.keyed_table(ref)) in cells.large and table is not None
    }
    return Vintage(
        {**cells.single, **derived},
        cells.large,
        {ref: (table, lazy(ref)) for ref, table in tables.items()},
    )


def _figure(
    derived: Derived, node: Node, name: FigureKey, cells: Figures, *, broken: bool
) -> tuple[Figure | None, bool]:
    """The figure of one year, None when the vintage has none of its cells, and whether it mixes
    whole and part years.

    A figure that compares across a break (`broken`) has no value.
    """
    ids = leaves(node)
    present = [cells[i] for i in ids if i in cells]
    if ids and not present:
        return None, False
    exact = None if broken else value_of(node, cells)
    value = None if exact is None else as_decimal(exact)
    known = (cell for cell in present if not cell.kind.is_open)
    periods = dict.fromkeys(cell.period for cell in known)  # in order: a set differs per run
    bounds = EVERYTHING if broken else range_of(node, box_of(node, cells, NOT_NEGATIVE))
    figure = Figure(
        id=name,
        kind=Kind.UNKNOWN if value is None else Kind.VALUE,
        printed=_printed(value, derived),
        value=None if value is None else round_to(value, derived.decimals),
        unit=derived.unit,
        period=next(filter(None, periods), None),
        provisional=any(cell.provisional for cell in present),
        formula=derived.formula,
        bounds=bounds,
        decimals=derived.decimals,
    )
    return figure, len(periods) > 1 and value is not None


def _printed(value: Decimal | None, derived: Derived) -> str:
    return NOT_KNOWN if value is None else format_figure(value, derived.decimals, derived.unit)


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


def as_decimal(value: Fraction) -> Decimal:
    """A fraction as a decimal number, to twelve places when it never ends."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return round_to(exact, _PRECISION) if value.denominator != 1 else exact


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


__all__ = ["as_decimal", "complete", "derive", "names_of"]
