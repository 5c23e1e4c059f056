# SPDX-License-Identifier: EUPL-1.2
"""The description for data.overheid.nl: DCAT-AP-NL 3.0 as JSON-LD.

What the page says of itself to search engines: a schema.org Report with the Dataset of its figures.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..core.model import Catalogue, Figure, Figures, figure_of
from ..core.notation import json_number
from ..report.publish import FileContent, sha256
from .csv_files import EVERYTHING
from .descriptions import About
from .tables import DataColumn, DataTable, tables_of

_AUTHORITY = "http://publications.europa.eu/resource/authority"
# Only prefixes that stand in the file: a reader needs nothing from elsewhere.
_PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_FORMATS = {
    ".csv": ("CSV", "text/csv"),
    ".xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".ods": ("ODS", "application/vnd.oasis.opendocument.spreadsheet"),
}
# What DCAT-AP-NL asks for and only the organisation knows, with its key in rapport.yaml.
NEEDED = {
    "address": "adres",
    "licence": "licentie",
    "publisher": "uitgever",
    "themes": "themas",
    "contact": "contact",
    "email": "email",
}


def dcat(
    about: About, tables: Sequence[DataTable], files: Mapping[str, FileContent]
) -> dict[str, Any]:
    """The dataset with a distribution for each form of all figures.

    What nobody declared is left out.

    Addresses are relative to the file itself as long as the web address is not known.
    """
    publication = about.publication
    wanted = [name for name in files if name == EVERYTHING or Path(name).suffix != ".csv"]
    agent = {
        **({"@id": publication.publisher} if publication.publisher else {}),
        "@type": "foaf:Agent",
        "foaf:name": _dutch(about.organisation),
    }
    return {
        "@context": _PREFIXES,
        "@id": f"{publication.address}dcat-ap-nl.jsonld#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _dutch(f"Cijfers bij {about.title}"),
        "dct:description": _dutch(about.description(len(tables))),
        "dct:identifier": (
            f"{publication.address}dcat-ap-nl.jsonld#dataset" if publication.address else about.name
        ),
        "dct:publisher": agent,
        "dct:creator": agent,
        "dct:accessRights": _node(f"{_AUTHORITY}/access-right/PUBLIC", "dct:RightsStatement"),
        "dct:language": _node(f"{_AUTHORITY}/language/NLD", "dct:LinguisticSystem"),
        "dct:issued": _date(about.date),
        "dct:modified": _date(about.date),
        "adms:status": _node(
            f"{_AUTHORITY}/dataset-status/{'DEVELOP' if about.concept else 'COMPLETED'}",
            "skos:Concept",
        ),
        **_temporal(tables),
        **(
            {"dcat:theme": [_node(theme, "skos:Concept") for theme in publication.themes]}
            if publication.themes
            else {}
        ),
        **({"dcat:contactPoint": _contact(about)} if publication.contact else {}),
        "dcat:distribution": [_distribution(about, name, files[name]) for name in wanted],
    }


def missing(about: About) -> list[str]:
    """The keys of `opendata:` that DCAT-AP-NL needs and that nobody filled in."""
    return [key for field, key in NEEDED.items() if not getattr(about.publication, field)]


def _distribution(about: About, name: str, content: FileContent) -> dict[str, Any]:
    publication = about.publication
    form, media = _FORMATS[Path(name).suffix]
    address = {"@id": f"{publication.address}{name}"}
    return {
        "@type": "dcat:Distribution",
        "dct:title": _dutch(f"Alle cijfers als {form}"),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        **(
            {"dct:license": _node(publication.licence, "dct:LicenseDocument")}
            if publication.licence
            else {}
        ),
        "dct:format": _node(f"{_AUTHORITY}/file-type/{form}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _node(
            f"https://www.iana.org/assignments/media-types/{media}", "dct:MediaType"
        ),
        "dct:language": _node(f"{_AUTHORITY}/language/NLD", "dct:LinguisticSystem"),
        "dcat:byteSize": {
            "@value": str(content.stat().st_size if isinstance(content, Path) else len(content)),
            "@type": "xsd:nonNegativeInteger",
        },
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": sha256(content), "@type": "xsd:hexBinary"},
        },
    }


def _contact(about: About) -> dict[str, Any]:
    publication = about.publication
    return {
        "@type": "vcard:Kind",
        "vcard:fn": _dutch(publication.contact),
        **({"vcard:hasEmail": {"@id": f"mailto:{publication.email}"}} if publication.email else {}),
    }


def _temporal(tables: Sequence[DataTable]) -> dict[str, Any]:
    """From the first to the last year that has figures."""
    years = {figure.id.year for table in tables for figure in table.figures}
    years |= {year for table in tables if table.large for year in table.large.rows}
    if not years:
        return {}
    return {
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _date(f"{min(years)}-01-01"),
            "dcat:endDate": _date(f"{max(years)}-12-31"),
        }
    }


def _dutch(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "nl"}


def _date(iso: str) -> dict[str, str]:
    return {"@value": iso, "@type": "xsd:date"}


def _node(address: str, kind: str) -> dict[str, str]:
    return {"@id": address, "@type": kind}


_FORMS = {
    "cijfers.csv": "text/csv",
    "cijfers-{year}.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FORMS["cijfers-{year}.ods"] = "application/vnd.oasis.opendocument.spreadsheet"


def schema_org(about: About, catalogue: Catalogue, figures: Figures) -> dict[str, Any]:
    """The report and its dataset.

    `variableMeasured` gives every figure of the report year without a key, as it is printed.

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
                {
                    "@type": "DataDownload",
                    "encodingFormat": media,
                    "contentUrl": f"{base}{name.format(year=about.year)}",
                }
                for name, media in _FORMS.items()
            ],
        },
    }


def _variables(
    columns: Iterable[DataColumn], year: int, figures: Figures
) -> Iterable[dict[str, Any]]:
    for column in columns:
        figure = figure_of(figures, column.ref, year)
        limits = "; ".join(
            filter(None, (figure.period, "" if figure.status == "definitief" else figure.status))
        )
        yield {
            "@type": "PropertyValue",
            "propertyID": column.ref,
            "name": column.about.title,
            **({"unitText": column.about.unit} if column.about.unit else {}),
            **({"description": limits} if limits else {}),
            "value": _value(figure),
        }


def _value(figure: Figure) -> int | float | str:
    """The printed number; a text where no number is printed, such as '<5'."""
    value = json_number(figure.value)
    return figure.printed if value is None else value


def with_description(html: str, description: dict[str, Any]) -> str:
    """The page with its description as a data block in its head.

    Nothing in it can end the block early.
    """
    text = json.dumps(description, ensure_ascii=False, separators=(",", ":")).replace(
        "<", "\\u003c"
    )
    before, head, after = html.partition("</head>")
    return f'{before}<script type="application/ld+json">{text}</script>\n{head}{after}'
