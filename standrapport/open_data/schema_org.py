"""What the page says of itself to search engines: a schema.org Report with the Dataset of its figures."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..model import Catalogue, Figure, Figures, figure_of
from ..publish import number
from .about import About
from .tables import DataColumn, tables_of

_FORMS = {"cijfers.csv": "text/csv", "cijfers-{year}.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
_FORMS["cijfers-{year}.ods"] = "application/vnd.oasis.opendocument.spreadsheet"


def schema_org(about: About, catalogue: Catalogue, figures: Figures) -> dict[str, Any]:
    """The report and its dataset; `variableMeasured` gives every figure of the report year without a key, as it is printed.

    Of a figure of part of the year, or one that may still change, the description says so.
    """
    tables = tables_of(catalogue, figures)
    publisher = {
        "@type": "Organization",
        "name": about.organisation,
        **({"@id": about.publication.publisher} if about.publication.publisher else {}),
    }
    common = {
        "inLanguage": "nl",
        "publisher": publisher,
        "datePublished": about.date,
        "creativeWorkStatus": about.status,
        **({"license": about.publication.licence} if about.publication.licence else {}),
    }
    whole = {figure.id.ref for table in tables for figure in table.figures if figure.id.key is None}
    columns = (column for table in tables for column in table.columns if column.ref in whole)
    base = about.publication.address or "data/"
    return {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": about.title,
        **common,
        "temporalCoverage": str(about.year),
        "mainEntity": {
            "@type": "Dataset",
            "name": f"Cijfers bij {about.title}",
            "description": about.description(len(tables)),
            **common,
            "creator": publisher,
            "temporalCoverage": str(about.year),
            "variableMeasured": list(_variables(columns, about.year, figures)),
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"{base}{name.format(year=about.year)}"}
                for name, media in _FORMS.items()
            ],
        },
    }


def _variables(columns: Iterable[DataColumn], year: int, figures: Figures) -> Iterable[dict[str, Any]]:
    for column in columns:
        figure = figure_of(figures, column.ref, year)
        limits = "; ".join(filter(None, (figure.period, "voorlopig" if figure.provisional else None)))
        yield {
            "@type": "PropertyValue",
            "propertyID": column.ref,
            "name": column.title,
            **({"unitText": column.unit} if column.unit else {}),
            **({"description": limits} if limits else {}),
            "value": _value(figure),
        }


def _value(figure: Figure) -> int | float | str:
    """The printed number; a text where no number is printed, such as '<5'."""
    value = number(figure.value)
    return figure.printed if value is None else value


def with_description(html: str, description: dict[str, Any]) -> str:
    """The page with its description as a data block in its head; nothing in it can end the block early."""
    text = json.dumps(description, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    before, head, after = html.partition("</head>")
    return f'{before}<script type="application/ld+json">{text}</script>\n{head}{after}'
