"""The description for data.overheid.nl: DCAT-AP-NL 3.0 as JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..publish import FileContent, sha256
from .about import About
from .csv_files import EVERYTHING
from .tables import DataTable

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
NEEDED = {"address": "adres", "licence": "licentie", "publisher": "uitgever", "themes": "themas", "contact": "contact", "email": "email"}


def dcat(about: About, tables: Sequence[DataTable], files: Mapping[str, FileContent]) -> dict[str, Any]:
    """The dataset with a distribution for each form of all figures; what nobody declared is left out.

    Addresses are relative to the file itself as long as the web address is not known.
    """
    publication = about.publication
    wanted = [name for name in files if name == EVERYTHING or Path(name).suffix != ".csv"]
    years = sorted({figure.id.year for table in tables for figure in table.figures} | {y for t in tables if t.large for y in t.large.rows})
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
        "dct:identifier": f"{publication.address}dcat-ap-nl.jsonld#dataset" if publication.address else about.name,
        "dct:publisher": agent,
        "dct:creator": agent,
        "dct:accessRights": _node(f"{_AUTHORITY}/access-right/PUBLIC", "dct:RightsStatement"),
        "dct:language": _node(f"{_AUTHORITY}/language/NLD", "dct:LinguisticSystem"),
        "dct:issued": _date(about.date),
        "dct:modified": _date(about.date),
        "adms:status": _node(f"{_AUTHORITY}/dataset-status/{'DEVELOP' if about.concept else 'COMPLETED'}", "skos:Concept"),
        **({"dct:temporal": _period(years[0], years[-1])} if years else {}),
        **({"dcat:theme": [_node(theme, "skos:Concept") for theme in publication.themes]} if publication.themes else {}),
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
        **({"dct:license": _node(publication.licence, "dct:LicenseDocument")} if publication.licence else {}),
        "dct:format": _node(f"{_AUTHORITY}/file-type/{form}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _node(f"https://www.iana.org/assignments/media-types/{media}", "dct:MediaType"),
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


def _period(first: int, last: int) -> dict[str, Any]:
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": _date(f"{first}-01-01"), "dcat:endDate": _date(f"{last}-12-31")}


def _dutch(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "nl"}


def _date(iso: str) -> dict[str, str]:
    return {"@value": iso, "@type": "xsd:date"}


def _node(address: str, kind: str) -> dict[str, str]:
    return {"@id": address, "@type": kind}
