"""Derived figures: every formula of afgeleid.yaml worked out for every year (and key) of the
vintage, with its bounds.
"""

from __future__ import annotations

from collections.abc import Container
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
    Severity,
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
        findings.extend(
            _zero_divisor(derived, ground(node, names, year, None, (ref,)), cells)
            if table is None
            else []
        )
        mixed: list[int] = []
        broken: dict[int, tuple[SeriesBreak, ...]] = {}
        for when in years if table not in large_tables(cells) else ():
            for key in names.keys(table, when) if table else (None,):
                cell_form = ground(node, names, when, key, (ref,))
                across = _across(catalogue, derived, cell_form)
                figure, mixes = _figure(
                    derived, cell_form, FigureKey(ref, when, key), cells, broken=bool(across)
                )
                if across and figure is not None:
                    broken[when] = across
                if figure is not None or when == year:
                    figures[FigureKey(ref, when, key)] = figure or Figure(
                        FigureKey(ref, when, key),
                        Kind.UNKNOWN,
                        NOT_KNOWN,
                        unit=derived.unit,
                        formula=derived.formula,
                    )
                if mixes and when not in mixed:
                    mixed.append(when)
        if broken:
            findings.append(_broken(derived, broken))
        if mixed and not derived.mixed_periods:
            which = join_names([str(when) for when in mixed])
            sentence = (
                f"'{ref}' rekent in {which} met hele jaren en delen van een jaar door elkaar; zet"
                " 'perioden: gemengd' als dat de bedoeling is."
            )
            findings.append(
                Finding("SR-A005", Severity.WARNING, sentence, (derived.formula_text.position,))
            )
    return figures, findings


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
    value = None if broken else value_of(node, cells)
    known = [cell for cell in present if cell.kind is not Kind.UNKNOWN]
    periods = dict.fromkeys(cell.period for cell in known)  # in order: a set differs per run
    bounds = EVERYTHING if broken else range_of(node, box_of(node, cells, NOT_NEGATIVE))
    figure = Figure(
        id=name,
        kind=Kind.UNKNOWN if value is None else Kind.VALUE,
        printed=(
            NOT_KNOWN
            if value is None
            else format_figure(as_decimal(value), derived.decimals, derived.unit)
        ),
        value=None if value is None else round_to(as_decimal(value), derived.decimals),
        unit=derived.unit,
        period=next((period for period in periods if period), None),
        provisional=any(cell.provisional for cell in present),
        formula=derived.formula,
        bounds=bounds,
        decimals=derived.decimals,
    )
    return figure, len(periods) > 1 and value is not None


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
            all(cell is not None and cell.kind is not Kind.UNKNOWN for cell in known)
            and bounds.low <= 0 <= bounds.high
        ):
            sentence = (
                f"'{derived.ref}' deelt door iets dat nul kan zijn; het cijfer zegt dan niets."
            )
            return [
                Finding("SR-A006", Severity.WARNING, sentence, (derived.formula_text.position,))
            ]
    return []


def _populations(catalogue: Catalogue, derived: Derived, node: Node) -> list[Finding]:
    mixed = populations(catalogue, [reference.ref for reference in references(node)])
    if len(mixed) < 2 or derived.mixed_populations:
        return []
    sentence = (
        f"'{derived.ref}' rekent met verschillende populaties ({join_names(mixed)}); zet"
        " 'populaties: gemengd' als dat de bedoeling is."
    )
    return [Finding("SR-A004", Severity.WARNING, sentence, (derived.formula_text.position,))]


__all__ = ["as_decimal", "complete", "derive", "names_of"]
