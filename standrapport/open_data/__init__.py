# SPDX-License-Identifier: EUPL-1.2
"""The figures of an edition for others to use: CSV, XLSX and ODS, described as Data Package, CSVW,
DCAT-AP-NL and schema.org.
"""

from .about import About, about
from .csv_files import small_csv
from .files import FOLDER, data_files
from .linked import missing, schema_org, with_description
from .rows import csv_lines
from .tables import tables_of

__all__ = [
    "FOLDER",
    "About",
    "about",
    "csv_lines",
    "data_files",
    "missing",
    "schema_org",
    "small_csv",
    "tables_of",
    "with_description",
]
