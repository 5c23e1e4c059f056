# SPDX-License-Identifier: EUPL-1.2
"""The figures of an edition for others to use: CSV, XLSX and ODS, described as Data Package, CSVW,
DCAT-AP-NL and schema.org.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..core.model import Catalogue, Figures
from ..report.publish import FileContent
from .csv_files import csv_files, small_csv as small_csv
from .descriptions import About as About, about as about, csvw, data_package
from .linked import (
    dcat,
    missing as missing,
    schema_org as schema_org,
    with_description as with_description,
)
from .ods import ods
from .rows import csv_lines as csv_lines
from .tables import tables_of
from .workbook import workbook
from .xlsx import xlsx

FOLDER = "data"


def data_files(
    about: About, catalogue: Catalogue, figures: Figures, spool: Path
) -> dict[str, FileContent]:
    """The files by name, `data/` included.

    What is too large for memory stands in `spool` until it is written out.
    """
    tables = tables_of(catalogue, figures)
    files = csv_files(catalogue, figures, tables, spool)
    book = workbook(about, tables)
    sheets = {f"cijfers-{about.year}.xlsx": xlsx(book), f"cijfers-{about.year}.ods": ods(book)}
    described: dict[str, FileContent] = {
        "datapackage.json": _json(data_package(about, tables, files)),
        "csv-metadata.json": _json(csvw(about, tables, files)),
        "dcat-ap-nl.jsonld": _json(dcat(about, tables, {**files, **sheets})),
    }
    return {
        f"{FOLDER}/{name}": content for name, content in {**files, **sheets, **described}.items()
    }


def _json(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
