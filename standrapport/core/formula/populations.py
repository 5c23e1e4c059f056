"""Which populations a formula counts together: adding or comparing across them is reported."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Catalogue
from .nodes import FormulaError, references
from .parser import parse_formula


def populations(catalogue: Catalogue, refs: Iterable[str]) -> list[str]:
    """The different populations of columns and derived figures, in order of appearance.

    Derived ones count by their cells.
    """
    found: dict[str, None] = {}
    for ref in refs:
        column = catalogue.column(ref)
        if column is not None:
            found.setdefault(column.population)
            continue
        derived = catalogue.derived.get(ref)
        if derived is None:
            continue
        if derived.population:
            found.setdefault(derived.population)
        else:
            try:
                parts = [
                    part.ref
                    for part in references(parse_formula(derived.formula_text.raw))
                    if part.ref != ref
                ]
                found |= dict.fromkeys(populations(catalogue, parts))
            except FormulaError:  # already reported where the formula was parsed
                continue
    return [population for population in found if population]
