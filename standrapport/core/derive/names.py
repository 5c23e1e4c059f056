# SPDX-License-Identifier: EUPL-1.2
"""The names formulas may use: columns, keys by year, and derived figures whose formula holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from ...messages import found
from ..formula import FormulaError, Names, Node, UnitProblem, ground, in_units, parse_formula
from ..model import (
    Catalogue,
    Derived,
    Expected,
    Figure,
    FigureKey,
    Figures,
    Finding,
    Kind,
    expected_beside,
    large_tables,
    single_figures,
)


def names_of(catalogue: Catalogue, cells: Figures) -> tuple[Names, list[Finding]]:
    """The names formulas may use, with every formula of the catalogue parsed.

    SR-A001..SR-A003 for those that cannot be.
    """
    keyed = {
        column.ref: table.name if table.key_column else None
        for table in catalogue.tables.values()
        for column in table.columns.values()
    }
    with_rest = {table.name for table in catalogue.tables.values() if table.rest_keys}
    keys = _keys_by_year(single_figures(cells), keyed, with_rest)
    large = large_tables(cells)
    parsed, findings = _parsed(catalogue)
    broken = set(catalogue.derived) - set(parsed)
    years = sorted({year for _, year in keys}.union(*(table.rows for table in large.values())))

    def keys_of(table: str, year: int) -> Sequence[str]:
        return large[table].keys_in(year) if table in large else keys.get((table, year), ())

    stocks = frozenset(
        column.ref
        for table in catalogue.tables.values()
        for column in table.columns.values()
        if column.stock
    )
    units = {ref: catalogue.about(ref).unit for ref in catalogue.refs}

    def hoped_for(name: FigureKey, expected: Expected) -> FigureKey:
        return expected_beside(cells, name, expected)

    names = Names(keyed, parsed, keys_of, years, broken, stocks, units, hoped_for)
    unnamed = _drop(names, parsed, _named)
    findings += _problems(catalogue, unnamed, lambda _: "SR-A002")
    findings += _measured(catalogue, names, parsed)
    # A formula that leans on a removed one cannot be worked out either; only the one that is wrong
    # itself is reported.
    while dropped := _drop(names, parsed, _worked_out):
        findings += _problems(
            catalogue, dropped, lambda problem: "SR-A002" if problem.unknown else "SR-A003"
        )
    return names, findings


def _parsed(catalogue: Catalogue) -> tuple[dict[str, Node], list[Finding]]:
    """The formulas that can be read, and SR-A001 for the others."""
    parsed: dict[str, Node] = {}
    findings: list[Finding] = []
    for derived in catalogue.derived.values():
        try:
            parsed[derived.ref] = parse_formula(derived.formula_text.raw)
        except FormulaError as problem:
            findings.append(_problem("SR-A001", derived, problem))
    return parsed, findings


def _measured(catalogue: Catalogue, names: Names, parsed: dict[str, Node]) -> list[Finding]:
    """Bring the formulas to the unit of their figure; SR-C045 for those that cannot be, which are
    taken out.
    """
    findings = []
    for ref, node in list(parsed.items()):
        try:
            parsed[ref] = in_units(node, names.units, names.units[ref])
        except UnitProblem as problem:
            findings.append(_problem("SR-C045", catalogue.derived[ref], problem))
            del parsed[ref]
            names.broken.add(ref)
    return findings


def _named(names: Names, ref: str) -> None:
    """Raise FormulaError when the formula of a figure has a name that does not exist."""
    names.check(names.derived[ref])


def _worked_out(names: Names, ref: str) -> None:
    """Raise FormulaError when a figure cannot be worked out, such as in a circle."""
    names.check(names.derived[ref])
    names.keyed_table(ref)
    ground(names.derived[ref], names, 2000, "", (ref,))


def _drop(
    names: Names, parsed: dict[str, Node], test: Callable[[Names, str], None]
) -> dict[str, FormulaError | None]:
    """Take the formulas out that do not pass a test.

    Each with what is wrong; None when it only leans on one that was taken out before.
    """
    dropped: dict[str, FormulaError | None] = {}
    for ref in list(parsed):
        try:
            test(names, ref)
        except FormulaError as problem:
            dropped[ref] = None if problem.unknown in names.broken else problem
            del parsed[ref]
            names.broken.add(ref)
    return dropped


def _problems(
    catalogue: Catalogue,
    dropped: Mapping[str, FormulaError | None],
    code_of: Callable[[FormulaError], str],
) -> Iterator[Finding]:
    for ref, problem in dropped.items():
        if problem is not None:
            yield _problem(code_of(problem), catalogue.derived[ref], problem)


def _keys_by_year(
    cells: Mapping[FigureKey, Figure], keyed: dict[str, str | None], with_rest: Collection[str]
) -> dict[tuple[str, int], Sequence[str]]:
    """The keys of each keyed table in each year.

    A key outside the list of a year ('b.l.') is counted with the rest, where the table has one: it
    has no figure of its own to add up then.
    """
    several: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for name, figure in cells.items():
        table = keyed.get(name.ref)
        if table is None or name.key is None:
            continue
        if figure.kind is not Kind.OUTSIDE or table not in with_rest:
            several[(table, name.year)][name.key] = None
    return {name: tuple(keys) for name, keys in several.items()}


def _problem(code: str, derived: Derived, problem: FormulaError) -> Finding:
    which = "cijfer" if code == "SR-C045" else ""
    said = {"cijfer": derived.ref, "reden": f"{problem.message}.".replace("?.", "?")}
    return found(code, derived.formula_text.place(problem.offset), said, which=which)
