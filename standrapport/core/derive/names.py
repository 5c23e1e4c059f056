"""The names formulas may use: columns, keys by year, and derived figures whose formula holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..formula import FormulaError, Names, Node, ground, parse_formula
from ..model import (
    Catalogue,
    Derived,
    FigureKey,
    Figures,
    Finding,
    Severity,
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
    keys = _keys_by_year(single_figures(cells), keyed)
    large = large_tables(cells)
    parsed: dict[str, Node] = {}
    findings: list[Finding] = []
    for derived in catalogue.derived.values():
        try:
            parsed[derived.ref] = parse_formula(derived.formula_text.raw)
        except FormulaError as problem:
            findings.append(_problem("SR-A001", derived, problem))
    broken = set(catalogue.derived) - set(parsed)
    years = sorted({year for _, year in keys}.union(*(table.rows for table in large.values())))

    def keys_of(table: str, year: int) -> Sequence[str]:
        return large[table].keys_in(year) if table in large else keys.get((table, year), ())

    names = Names(keyed, parsed, keys_of, years, broken)
    for ref in list(parsed):
        derived = catalogue.derived[ref]
        try:
            names.check(parsed[ref])
        except FormulaError as problem:
            if problem.unknown not in broken:
                findings.append(_problem("SR-A002", derived, problem))
            del parsed[ref]
            broken.add(ref)
    # A formula that leans on a removed one cannot be worked out either; only the one that is wrong
    # itself is reported.
    shaky = True
    while shaky:
        shaky = False
        for ref in list(parsed):
            try:
                names.check(parsed[ref])
                names.keyed_table(ref)
                ground(parsed[ref], names, 2000, "", (ref,))
            except FormulaError as problem:
                if problem.unknown not in broken:
                    findings.append(
                        _problem(
                            "SR-A002" if problem.unknown else "SR-A003",
                            catalogue.derived[ref],
                            problem,
                        )
                    )
                del parsed[ref]
                broken.add(ref)
                shaky = True
    return names, findings


def _keys_by_year(
    cells: Iterable[FigureKey], keyed: dict[str, str | None]
) -> dict[tuple[str, int], Sequence[str]]:
    found: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for ref, year, key in cells:
        table = keyed.get(ref)
        if table is not None and key is not None:
            found[(table, year)][key] = None
    return {name: tuple(keys) for name, keys in found.items()}


def _problem(code: str, derived: Derived, problem: FormulaError) -> Finding:
    sentence = f"In de formule van '{derived.ref}': {problem.message}."
    return Finding(
        code,
        Severity.ERROR,
        sentence.replace("?.", "?"),
        (derived.formula_text.place(problem.offset),),
    )
