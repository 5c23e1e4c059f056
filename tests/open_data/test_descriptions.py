# SPDX-License-Identifier: EUPL-1.2
"""The descriptions for machines: valid by the tools of their own standards, and saying no more than
is known.
"""

from __future__ import annotations

import json
import re
import warnings
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import rdflib
from csvw import CSVW
from frictionless import validate
from rdflib.namespace import DCAT, DCTERMS, RDF

from standrapport.core.model import FigureKey
from standrapport.pipeline.build import Built, build_edition
from standrapport.pipeline.export import export_edition
from standrapport.report.publish import sha256
from tests.conftest import YEARS, ProjectMaker

from .conftest import AWKWARD, EDITIONS, EXAMPLES, Export

pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
)  # rdflib's own JSON-LD reader

OPENDATA = (
    "opendata:\n  adres: https://verzonnen.example/2021/data\n  licentie: https://verzonnen.example/licentie\n"
    "  uitgever: https://verzonnen.example/dienst\n  themas: https://verzonnen.example/thema\n  contact: Verzonnen loket\n"
    "  email: loket@verzonnen.example\n"
)


def read(folder: Path, name: str) -> dict[str, Any]:
    """A description as JSON."""
    content: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
    return content


def in_page(html: str) -> dict[str, Any]:
    """The JSON-LD of a page, found as a browser would find it."""
    found: list[str] = []

    class Blocks(HTMLParser):
        inside = False

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.inside = tag == "script" and dict(attrs).get("type") == "application/ld+json"

        def handle_data(self, data: str) -> None:
            if self.inside:
                found.append(data)
                self.inside = False

    Blocks().feed(html)
    assert len(found) == 1
    content: dict[str, Any] = json.loads(found[0])
    return content


@pytest.mark.parametrize("edition", EDITIONS)
def test_data_package_is_valid(exports: dict[str, Export], edition: str) -> None:
    """Frictionless reads every file by the descriptor: types, header, size and hash.

    Every CSV file is in it.
    """
    folder = exports[edition].folder
    report = validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    resources = read(folder, "datapackage.json")["resources"]
    assert {resource["path"] for resource in resources} == {
        path.name for path in folder.glob("*.csv")
    }
    for resource in resources:
        content = (folder / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{sha256(content)}")


def test_a_wrong_number_makes_the_package_invalid(
    exports: dict[str, Export], tmp_path: Path
) -> None:
    """The validator really reads the files: a number that is a word, in a file of another size, is
    refused.
    """
    for path in exports["leenfietsen"].folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    broken = (
        (tmp_path / "cijfers.csv")
        .read_text("utf-8")
        .replace(",waarde,nee,", ",waarde,misschien,", 1)
    )
    (tmp_path / "cijfers.csv").write_text(broken, "utf-8")
    report = validate(str(tmp_path / "datapackage.json"))
    assert {"type-error", "hash-count"} <= {row[0] for row in report.flatten(["type"])}


@pytest.mark.parametrize("edition", EDITIONS)
def test_csvw_is_valid(exports: dict[str, Export], edition: str) -> None:
    """The CSVW reader accepts metadata and files, and reads the printed values as numbers."""
    export = exports[edition]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        group = CSVW(str(export.folder / "csv-metadata.json"), validate=True)
        assert group.is_valid
        tables = {table["url"].rsplit("/", 1)[-1]: table for table in group.to_json()["tables"]}
    assert set(tables) == {path.name for path in export.folder.glob("*.csv")}
    rows = [row["describes"][0] for row in tables["cijfers.csv"]["row"]]
    assert len(rows) == len(export.checked.figures)
    for row in rows:
        figure = export.checked.figures[
            FigureKey(f"{row['tabel']}.{row['kolom']}", row["jaar"], row.get("sleutel"))
        ]
        assert (None if "waarde" not in row else Decimal(str(row["waarde"]))) == figure.value


@pytest.mark.parametrize("edition", EDITIONS)
def test_dcat_says_nothing_that_is_not_known(exports: dict[str, Export], edition: str) -> None:
    """The graph has a dataset with three distributions of files that are there, and no licence or
    contact nobody declared.
    """
    export = exports[edition]
    graph = rdflib.Graph().parse(export.folder / "dcat-ap-nl.jsonld", format="json-ld")
    dataset = next(graph.subjects(RDF.type, DCAT.Dataset))
    needed = [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.identifier,
        DCTERMS.publisher,
        DCTERMS.creator,
        DCTERMS.accessRights,
        DCTERMS.language,
    ]
    assert all((dataset, term, None) in graph for term in needed)
    files = [
        str(graph.value(one, DCAT.downloadURL)) for one in graph.objects(dataset, DCAT.distribution)
    ]
    assert sorted(Path(file).suffix for file in files) == [".csv", ".ods", ".xlsx"]
    declared = edition in EXAMPLES
    for term in (DCTERMS.license, DCAT.contactPoint, DCAT.theme):
        assert ((None, term, None) in graph) == declared
    if not declared:
        assert all(Path(file.removeprefix("file://")).is_file() for file in files)


def test_dcat_is_whole_when_everything_is_declared(project: ProjectMaker) -> None:
    """With `opendata:` filled in, everything DCAT-AP-NL 3.0 demands is there and addresses are
    whole.
    """
    rapport = AWKWARD["content/2021/rapport.yaml"] + OPENDATA
    folder = project({**AWKWARD, "content/2021/rapport.yaml": rapport})
    exported = export_edition(folder, 2021, folder / "out")
    assert exported.missing == ()
    graph = rdflib.Graph().parse(folder / "out/2021/data/dcat-ap-nl.jsonld", format="json-ld")
    dataset = next(graph.subjects(RDF.type, DCAT.Dataset))
    assert str(dataset).startswith("https://verzonnen.example/2021/data/")
    for term in (DCAT.contactPoint, DCAT.theme, DCTERMS.publisher):
        assert (dataset, term, None) in graph
    for distribution in graph.objects(dataset, DCAT.distribution):
        assert str(graph.value(distribution, DCAT.accessURL)).startswith(
            "https://verzonnen.example/2021/data/cijfers"
        )
        assert graph.value(distribution, DCTERMS.license) == rdflib.URIRef(
            "https://verzonnen.example/licentie"
        )
    assert read(folder / "out/2021/data", "datapackage.json")["licenses"] == [
        {"path": "https://verzonnen.example/licentie"}
    ]


@pytest.mark.parametrize("year", YEARS)
def test_the_page_describes_itself(built: dict[int, tuple[Built, Path]], year: int) -> None:
    """The JSON-LD of the HTML gives every figure of the year without a key as printed, and files
    that lie beside the page.
    """
    result, folder = built[year]
    report = in_page((folder / f"stand-van-de-uitvoering-{year}.html").read_text("utf-8"))
    assert (report["@type"], report["name"]) == ("Report", f"Stand van de uitvoering {year}")
    dataset = report["mainEntity"]
    given = {variable["propertyID"]: variable["value"] for variable in dataset["variableMeasured"]}
    expected = {
        name.ref: figure
        for name, figure in result.checked.figures.items()
        if name.year == year and name.key is None
    }
    assert set(expected) <= set(given)
    for ref, value in given.items():
        figure = expected.get(ref)
        if figure is None:
            assert value == "n.n.b."
        else:
            assert (
                value == figure.printed
                if figure.value is None
                else Decimal(str(value)) == figure.value
            )
    for download in dataset["distribution"]:
        assert (folder / download["contentUrl"]).is_file()
    assert "license" not in report


def test_suppressed_stays_suppressed_in_the_page(project: ProjectMaker) -> None:
    """A '<5' is a text in the JSON-LD, and a title with markup in it does not break the page."""
    folder = project(AWKWARD)
    build_edition(folder, 2021, folder / "out", frozenset({"html"}))
    html = (folder / "out/2021/stand-van-de-uitvoering-2021.html").read_text("utf-8")
    report = in_page(html)
    assert report["name"] == "=Verzonnen <b>&amp;</b> </script>"
    given = {
        variable["propertyID"]: variable["value"]
        for variable in report["mainEntity"]["variableMeasured"]
    }
    assert (given["instroom.np"], given["instroom.ind"], given["instroom.aandeel_ind"]) == (
        "<5",
        700,
        "n.n.b.",
    )
    described = {
        variable["propertyID"]: variable.get("description")
        for variable in report["mainEntity"]["variableMeasured"]
    }
    assert (described["instroom.ind"], described["caseload.eind"]) == (
        "t/m november; voorlopig",
        None,
    )
    assert not re.search(r'(?:src|href)="https?:', html.partition("</head>")[0])
