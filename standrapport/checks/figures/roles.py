# SPDX-License-Identifier: EUPL-1.2
"""Keys that read like the rest of a table while the catalogue does not say so."""

from __future__ import annotations

import re

from ...core.model import Catalogue, Figures, Finding, keys_in
from ...core.model import years_of as all_years
from ...core.notation import join_names
from ...messages import found

_READS_AS_REST = re.compile(r"(?:overige?n?|rest(?:ant)?)\b", re.IGNORECASE)


def undeclared_rest(catalogue: Catalogue, figures: Figures) -> list[Finding]:
    """SR-L025 per table with such keys: in a ranking they would stand among the others."""
    findings = []
    years = sorted(all_years(figures))
    for table in catalogue.tables.values():
        if table.key_column is None or not table.columns:
            continue
        first = next(iter(table.columns.values()))
        keys = dict.fromkeys(key for year in years for key in keys_in(figures, first.ref, year))
        rest = [key for key in keys if _READS_AS_REST.match(key) and key not in table.rest_keys]
        if rest:
            said = {
                "tabel": table.name,
                "sleutels": join_names(rest),
                "kolom": table.key_column,
                "eerste": rest[0],
            }
            findings.append(found("SR-L025", table.position, said))
    return findings
