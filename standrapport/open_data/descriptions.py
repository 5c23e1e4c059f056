# SPDX-License-Identifier: EUPL-1.2
"""The descriptions of the CSV files for machines, and what each of them says of the edition: CSV on
the Web (`csv-metadata.json`, where readers of any of the files look for it) and the Data Package
descriptor (version 2.0 of the standard).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..core.frozen import dataclass
from ..core.model import Edition, Publication, ResolvedTexts, Text, plain
from ..core.notation import format_datum, moment_of
from ..report.publish import FileContent, sha256
from .csv_files import COLUMN_FIELDS, COLUMNS, EVERYTHING
from .rows import FIELDS, Field
from .tables import DataTable


@dataclass(frozen=True)
class About:
    """An edition in plain words: dates are ISO, `concept` as the report is marked.

    What is not known is empty.
    """

    year: int
    title: str
    caveat: str
    organisation: str
    date: str
    reference_date: str
    concept: bool
    tool: str
    publication: Publication
    file_name: str

    @property
    def name(self) -> str:
        """The name of the data package, the same as that of the report's files."""
        return self.file_name

    @property
    def status(self) -> str:
        """Concept or definitief."""
        return "concept" if self.concept else "definitief"

    def description(self, tables: int) -> str:
        """What the data are, in two or three sentences."""
        what = (
            f"Alle cijfers van '{self.title}' van {self.organisation}: {tables} tabellen, elk"
            " cijfer met eenheid, afronding, periode en bron."
        )
        marked = " Dit is een concept; de cijfers zijn niet vastgesteld." if self.concept else ""
        caveat = f" {' '.join(self.caveat.split())}" if self.caveat else ""
        return f"{what} Peildatum {format_datum(self.reference_date)}.{marked}{caveat}"


def about(edition: Edition, texts: ResolvedTexts, *, concept: bool, tool: str) -> About:
    """The edition in plain words, its texts worked out."""

    def words(text: Text | None) -> str:
        return "" if text is None else plain(texts.get(text, (text.raw,))).strip()

    return About(
        edition.year,
        words(edition.title),
        words(edition.caveat),
        edition.organisation,
        edition.date,
        edition.reference_date,
        concept,
        tool,
        edition.publication,
        edition.file_name,
    )


_TYPES: dict[str, Any] = {
    "string": "string",
    "integer": "integer",
    "number": "decimal",
    "boolean": {"base": "boolean", "format": "ja|nee"},
}


def csvw(about: About, tables: Sequence[DataTable], files: Iterable[str]) -> dict[str, Any]:
    """The metadata of a group of tables: the names, types and meanings of all columns."""
    titles = {table.file: table.title for table in tables} | {
        EVERYTHING: "Alle cijfers",
        COLUMNS: "Kolommen",
    }
    publication = about.publication
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "dc:title": f"Cijfers bij {about.title}",
        "dc:description": about.description(len(tables)),
        "dc:publisher": about.organisation,
        "dc:issued": about.date,
        **({"dc:license": {"@id": publication.licence}} if publication.licence else {}),
        "tables": [
            {
                "url": name,
                "dc:title": titles[name],
                "tableSchema": {"columns": _columns(COLUMN_FIELDS if name == COLUMNS else FIELDS)},
            }
            for name in files
        ],
    }


def _columns(fields: Iterable[Field]) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "titles": [one.name],
            "dc:description": one.meaning,
            "datatype": _TYPES[one.type],
        }
        for one in fields
    ]


_PROFILE = "https://datapackage.org/profiles/2.0"


def data_package(
    about: About, tables: Sequence[DataTable], files: Mapping[str, FileContent]
) -> dict[str, Any]:
    """`datapackage.json`: each file with its schema, size and hash.

    A licence and an address only where they are known.
    """
    publication = about.publication
    described = {table.file: (table.title, table.definition) for table in tables}
    described |= {
        EVERYTHING: ("Alle cijfers", "Elk cijfer van alle tabellen."),
        COLUMNS: (
            "Kolommen",
            "Wat elk cijfer betekent: titel, eenheid, afronding, populatie, definitie en bron.",
        ),
    }
    return {
        "$schema": f"{_PROFILE}/datapackage.json",
        "name": about.name,
        "title": f"Cijfers bij {about.title}",
        "description": about.description(len(tables)),
        "version": f"{about.date}{'-concept' if about.concept else ''}",
        "created": f"{moment_of(about.date):%Y-%m-%dT%H:%M:%SZ}",
        **({"homepage": publication.address} if publication.address else {}),
        **({"licenses": [{"path": publication.licence}]} if publication.licence else {}),
        "contributors": [{"title": about.organisation, "roles": ["publisher"]}],
        "resources": [
            _resource(name, *described[name], content) for name, content in files.items()
        ],
    }


def _resource(name: str, title: str, description: str, content: FileContent) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILE}/dataresource.json",
        "name": name.removesuffix(".csv"),
        "type": "table",
        "path": name,
        "title": title,
        **({"description": " ".join(description.split())} if description else {}),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": content.stat().st_size if isinstance(content, Path) else len(content),
        "hash": f"sha256:{sha256(content)}",
        "schema": _schema(COLUMN_FIELDS if name == COLUMNS else FIELDS),
    }


_TRUTH = {"trueValues": ["ja"], "falseValues": ["nee"]}


def _schema(fields: Sequence[Field]) -> dict[str, Any]:
    unique = (
        ["tabel", "kolom"]
        if fields is COLUMN_FIELDS
        else ["tabel", "kolom", "jaar", "periode", "status", "sleutel"]
    )
    return {
        "$schema": f"{_PROFILE}/tableschema.json",
        "fields": [
            {
                "name": field.name,
                "type": field.type,
                "title": field.title,
                "description": field.meaning,
                **(_TRUTH if field.type == "boolean" else {}),
            }
            for field in fields
        ],
        "missingValues": [""],
        "uniqueKeys": [unique],
    }
