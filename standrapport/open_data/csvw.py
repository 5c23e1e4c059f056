"""CSV on the Web: `csv-metadata.json`, where readers of any of the CSV files look for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .about import About
from .csv_files import COLUMN_FIELDS, COLUMNS, EVERYTHING
from .rows import FIELDS, Field
from .tables import DataTable

_TYPES: dict[str, Any] = {
    "string": "string",
    "integer": "integer",
    "number": "decimal",
    "boolean": {"base": "boolean", "format": "ja|nee"},
}


def csvw(about: About, tables: Sequence[DataTable], files: Iterable[str]) -> dict[str, Any]:
    """The metadata of a group of tables: the names, types and meanings of all columns."""
    titles = {table.file: table.title for table in tables} | {EVERYTHING: "Alle cijfers", COLUMNS: "Kolommen"}
    publication = about.publication
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "dc:title": f"Cijfers bij {about.title}",
        "dc:description": about.description(len(tables)),
        "dc:publisher": about.organisation,
        "dc:issued": about.date,
        **({"dc:license": {"@id": publication.licence}} if publication.licence else {}),
        "tables": [
            {"url": name, "dc:title": titles[name], "tableSchema": {"columns": _columns(COLUMN_FIELDS if name == COLUMNS else FIELDS)}}
            for name in files
        ],
    }


def _columns(fields: Iterable[Field]) -> list[dict[str, Any]]:
    return [{"name": one.name, "titles": [one.name], "dc:description": one.meaning, "datatype": _TYPES[one.type]} for one in fields]
