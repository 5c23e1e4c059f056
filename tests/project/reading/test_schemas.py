# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas say what the loader says: both accept the real files, both refuse the same
mistakes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from standrapport.project.reading import (
    load_accepted,
    load_catalogue,
    load_edition,
    load_revision_reasons,
)
from standrapport.project.reading.notes_on_figures import FIXED_FOLDER
from standrapport.project.reading.schemas import FILES, SCHEMA_FOLDER, schemas
from tests.conftest import ROOT, SMALL_PROJECT, ProjectMaker

SCHEMAS: Mapping[str, Any] = {name: json.loads(schemas()[f"{name}.schema.json"]) for name in FILES}
HEADER = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def as_editor(text: str) -> Any:
    """A YAML file as an editor hands it to a schema: dates are text, names of keys are text."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): plain(part) for key, part in value.items()}
        if isinstance(value, list):
            return [plain(part) for part in value]
        return value if value is None or isinstance(value, bool | int | float | str) else str(value)

    return plain(YAML(typ="safe").load(text))


def problems(name: str, text: str) -> list[str]:
    """What a schema has against a file."""
    return [error.message for error in Draft7Validator(SCHEMAS[name]).iter_errors(as_editor(text))]


def schema_of(path: str) -> str:
    """Which schema a file of a project belongs to."""
    stem = Path(path).stem
    return stem if stem in FILES and stem != "hoofdstuk" else "hoofdstuk"


def test_schema_files_are_current() -> None:
    """docs/schemas is what the forms describe now (`make docs`)."""
    stored = {path.name: path.read_text("utf-8") for path in (ROOT / SCHEMA_FOLDER).glob("*")}
    assert stored == schemas()


@pytest.mark.parametrize("name", FILES)
def test_schema_is_valid_and_explains_every_key(name: str) -> None:
    """Valid JSON Schema, and each key has a Dutch description for the editor to show."""
    Draft7Validator.check_schema(SCHEMAS[name])

    def without(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            for key, value in part.get("properties", {}).items():
                if "additionalProperties" in part and "description" not in value:
                    yield key
            for value in part.values():
                yield from without(value)
        elif isinstance(part, list):
            for value in part:
                yield from without(value)

    assert list(without(SCHEMAS[name])) == []


def real_files() -> list[Path]:
    """Every YAML file of figures and texts, and those of the large example (the small one has its schemas beside it after `init`).

    What is kept of a definitive edition is a copy, byte for byte, and nobody edits it.
    """
    return sorted(
        path
        for folder in ("figures", "content", "examples/uitkeringen")
        for path in (ROOT / folder).rglob("*.yaml")
        if path.parent.name != FIXED_FOLDER
    )


@pytest.mark.parametrize("path", real_files(), ids=lambda p: str(p.relative_to(ROOT)))
def test_real_file_fits_the_schema_it_names(path: Path) -> None:
    """The header points at the right schema file, and the file fits it."""
    text = path.read_text("utf-8")
    header = HEADER.match(text)
    assert header
    target = (path.parent / header[1]).resolve()
    assert target == ROOT / SCHEMA_FOLDER / f"{schema_of(path.name)}.schema.json"
    assert problems(schema_of(path.name), text) == []


@pytest.mark.parametrize("path", [path for path in SMALL_PROJECT if path.endswith(".yaml")])
def test_small_project_fits(path: str) -> None:
    """The invented project of the tests fits too."""
    assert problems(schema_of(path), dedent(SMALL_PROJECT[path])) == []


CHAPTER = "content/2021/cijfers.yaml"
REPORT = "content/2021/rapport.yaml"
FRONT = "titel: T\norganisatie: O\ndatum: {}\npeildatum: 2021-12-31\nstatus: {}\nhoofdstukken: {}\n"
TABLE = "tabellen:\n  t:\n    titel: T\n    {}\n    kolommen:\n      k: {{titel: K}}\n"
WRONG: dict[str, tuple[str, str]] = {
    "chapter without blocks": (CHAPTER, "titel: C\n"),
    "empty text": (CHAPTER, "titel: C\nblokken:\n  - soort: tekst\n    tekst: ''\n"),
    "unknown key": (CHAPTER, "titel: C\nblokken:\n  - soort: tekst\n    tekst: x\n    tekts: x\n"),
    "missing key": (CHAPTER, "titel: C\nblokken:\n  - soort: tekst\n"),
    "key of another kind": (
        CHAPTER,
        "titel: C\nblokken:\n  - {soort: tekst, tekst: x, vorm: staaf}\n",
    ),
    "no kind": (CHAPTER, "titel: C\nblokken:\n  - tekst: x\n"),
    "unknown kind": (CHAPTER, "titel: C\nblokken:\n  - {soort: teskt, tekst: x}\n"),
    "unknown status": (
        CHAPTER,
        "titel: C\nblokken:\n  - {soort: tekst, tekst: x, status: klaar}\n",
    ),
    "unknown form of chart": (
        CHAPTER,
        "titel: C\nblokken:\n  - {soort: grafiek, titel: T, vorm: taart}\n",
    ),
    "years in words": (
        CHAPTER,
        "titel: C\nblokken:\n  - {soort: tabel, titel: T, cijfers: [a.b], jaren: vorig}\n",
    ),
    "agreement without name": (
        CHAPTER,
        "titel: C\nblokken:\n  - {soort: tekst, tekst: x, akkoord: {op: 2022-01-01, vingerafdruk: x}}\n",
    ),
    "agreement without day": (
        CHAPTER,
        "titel: C\nblokken:\n  - {soort: tekst, tekst: x, akkoord: {door: A, op: ja, vingerafdruk: x}}\n",
    ),
    "number without reason": (
        CHAPTER,
        "titel: C\nblokken:\n  - {soort: tekst, tekst: x, getallen: [{getal: tien}]}\n",
    ),
    "text in the place of a list": (CHAPTER, "titel: C\nblokken: geen\n"),
    "date in words": (REPORT, FRONT.format("10 juni 2022", "concept", "[cijfers]")),
    "date in another form": (REPORT, FRONT.format("20220610", "concept", "[cijfers]")),
    "status of another file": (REPORT, FRONT.format("2022-06-10", "akkoord", "[cijfers]")),
    "chapters as a text": (REPORT, FRONT.format("2022-06-10", "concept", "cijfers")),
    "rounding in words": ("figures/indicatoren.yaml", TABLE.format("afronding: tientallen")),
    "rounding of nothing": ("figures/indicatoren.yaml", TABLE.format("afronding: 0")),
    "suppression in words": ("figures/indicatoren.yaml", TABLE.format("onderdrukking: vijf")),
    "table without columns": ("figures/indicatoren.yaml", "tabellen:\n  t: {titel: T}\n"),
    "formula forgotten": ("figures/afgeleid.yaml", "afgeleid:\n  a.b: {titel: T}\n"),
    "decimals in words": (
        "figures/afgeleid.yaml",
        "afgeleid:\n  a.b: {titel: T, formule: '1', decimalen: een}\n",
    ),
    "rule without a test": ("figures/regels.yaml", "regels:\n  - {id: r, uitleg: U}\n"),
    "severity in English": (
        "figures/regels.yaml",
        "regels:\n  - {id: r, toets: a.b == 1, uitleg: U, ernst: error}\n",
    ),
    "years of a rule": (
        "figures/regels.yaml",
        "regels:\n  - {id: r, toets: a.b == 1, uitleg: U, jaren: vroeger}\n",
    ),
    "revision without reason": (
        "figures/2021/herzieningen.yaml",
        "herzieningen:\n  - {cijfers: a.b}\n",
    ),
    "acceptance without reason": (
        "figures/2021/aanvaard.yaml",
        "- {code: SR-C001, regel: r, door: A, op: 2026-11-30}\n",
    ),
    "acceptance on no day": (
        "figures/2021/aanvaard.yaml",
        "- {code: SR-C001, reden: R, door: A, op: morgen}\n",
    ),
}


@pytest.mark.parametrize(("path", "text"), WRONG.values(), ids=WRONG.keys())
def test_a_mistake_is_refused_by_schema_and_loader(
    project: ProjectMaker, path: str, text: str
) -> None:
    """What the editor underlines is an error of `check`, in the same file."""
    assert problems(schema_of(path), text)
    folder = project({path: text})
    found = [
        *load_catalogue(folder)[1],
        *load_edition(folder, 2021)[1],
        *load_revision_reasons(folder, 2021)[1],
        *load_accepted(folder, 2021)[1],
    ]
    assert [
        finding
        for finding in found
        if finding.severity.value == "error" and str(finding.position).startswith(path)
    ]


RIGHT: dict[str, tuple[str, str]] = {
    "numbers as titles": (
        CHAPTER,
        "titel: 2021\nblokken:\n  - {soort: tekst, titel: 3, tekst: 4.5}\n",
    ),
    "a range of years": (
        CHAPTER,
        "titel: C\nblokken:\n  - {soort: tabel, titel: T, cijfers: instroom.ind, jaren: -2..0}\n",
    ),
    "rounding with a comma": ("figures/indicatoren.yaml", TABLE.format("afronding: 0,1")),
    "a source per year": ("figures/indicatoren.yaml", TABLE.format("bron: {2021: a, anders: b}")),
    "years of a rule": (
        "figures/regels.yaml",
        "regels:\n  - {id: r, toets: a.b == 1, uitleg: U, jaren: [2020, 2021]}\n",
    ),
    "reasons": (
        "figures/2021/herzieningen.yaml",
        "herzieningen:\n  - {cijfers: instroom.ind, jaren: [2020], reden: Later geteld.}\n",
    ),
    "an accepted warning": (
        "figures/2021/aanvaard.yaml",
        "- {code: SR-C001, regel: r, jaar: 2021, reden: R, door: A, op: 2026-11-30}\n",
    ),
}


@pytest.mark.parametrize(("path", "text"), RIGHT.values(), ids=RIGHT.keys())
def test_what_the_loader_reads_the_schema_allows(
    project: ProjectMaker, path: str, text: str
) -> None:
    """The editor does not underline a form that `check` reads."""
    assert problems(schema_of(path), text) == []
    folder = project({path: text})
    found = [
        *load_catalogue(folder)[1],
        *load_edition(folder, 2021)[1],
        *load_revision_reasons(folder, 2021)[1],
        *load_accepted(folder, 2021)[1],
    ]
    assert [finding for finding in found if str(finding.position).startswith(path)] == []
