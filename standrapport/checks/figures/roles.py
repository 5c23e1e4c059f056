"""Keys that read like the rest of a table while the catalogue does not say so."""

from __future__ import annotations

import re

from ...core.model import Catalogue, Figures, Finding, Severity, keys_in
from ...core.model import years_of as all_years
from ...core.notation import join_names

_READS_AS_REST = re.compile(r"(?:overige?n?|rest(?:ant)?)\b", re.IGNORECASE)


def undeclared_rest(catalogue: Catalogue, figures: Figures) -> list[Finding]:
    """SR-L025 per table with such keys: in a ranking they would stand among the others."""
    found = []
    years = sorted(all_years(figures))
    for table in catalogue.tables.values():
        if table.key_column is None or not table.columns:
            continue
        first = next(iter(table.columns.values()))
        keys = dict.fromkeys(key for year in years for key in keys_in(figures, first.ref, year))
        rest = [key for key in keys if _READS_AS_REST.match(key) and key not in table.rest_keys]
        if rest:
            form = f"sleutel: {{kolom: {table.key_column}, rest: {rest[0]}}}"
            sentence = (
                f"In tabel {table.name} staat {join_names(rest)} tussen de andere sleutels; is dat"
                f" de rest, schrijf dan {form}."
            )
            found.append(Finding("SR-L025", Severity.NOTE, sentence, (table.position,)))
    return found
