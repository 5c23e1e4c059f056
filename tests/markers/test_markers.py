# SPDX-License-Identifier: EUPL-1.2
"""No text is lost: a word of its own in every key of every file, looked for on the page, in the
PDF, in the open data and in what is reported; and every choice and number does something.

The keys come from the schemas, so a new key cannot be forgotten.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from ruamel.yaml import YAML

from standrapport.pipeline.build import build_edition
from standrapport.project.reading.schemas import FILES
from tests.markers.schema_walk import Change, Schema, changed, leaves_of

HERE = Path(__file__).parent / "alles"
WHERE = {
    "indicatoren": "figures/indicatoren.yaml",
    "afgeleid": "figures/afgeleid.yaml",
    "regels": "figures/regels.yaml",
    "herzieningen": "figures/2021/herzieningen.yaml",
    "aanvaard": "figures/2021/aanvaard.yaml",
    "rapport": "content/2021/rapport.yaml",
    "hoofdstuk": "content/2021/alles.yaml",
    "nakijken": "content/2021/nakijken.yaml",
    "opmerkingen": "content/2021/opmerkingen.yaml",
}
HTML = frozenset({"html"})
ALL = frozenset({"html", "pdf"})

# Keys that are for programs and print nothing, each with the reason.
PROGRAM: Mapping[str, str] = {
    "hoofdstuk:blokken[*].soort": "chooses the class of the block",
    "hoofdstuk:blokken[*].akkoord.vingerafdruk": "compared, not read",
    "hoofdstuk:blokken[*].leest.vingerafdruk": "compared, not read",
    "hoofdstuk:blokken[beeld].alt": "for who does not see it: tests/report/render/test_photos.py",
    "hoofdstuk:blokken[tekst].portret.alt": "as above",
    "hoofdstuk:blokken[*].getallen.reden": "for who reads the file, and `check --coverage`",
    "opmerkingen:opmerkingen.**": "told by `status` and beside the block: tests/review/round",
    "rapport:rollen.*": "who may sign, told by `status`: tests/project/editing/test_roles.py",
    "hoofdstuk:blokken[*].akkoord.rol": "as above",
    "nakijken:punten.**": "what was looked at is told by `status`: tests/project/editing",
    "indicatoren:tabellen.*.uit_bron.**": "how rows are counted: tests/sources",
    "indicatoren:tabellen.*.ook_genoemd": "names in delivered tables, for `import`",
    "indicatoren:tabellen.*.kolommen.*.ook_genoemd": "as above",
    "indicatoren:tabellen.*.kolommen.*.stand": "a flow or a stock, for the next edition",
    "indicatoren:populaties.*.ook_genoemd": "names in delivered tables, for `import`",
    "aanvaard:cijfers.*": "compared, not read",
    "aanvaard:melding": "compared, not read",
    "rapport:brief.*": "the head of a letter: tests/editions/test_kamervragen.py",
    "afgeleid:afgeleid.*.soort": "sets the row of a total apart: tests/report/render",
}
# Keys of the full account, which is on the screen; on paper one page refers to it.
SCREEN = frozenset(
    {
        "hoofdstuk:blokken[*].volgens",
        "hoofdstuk:blokken[*].volgens.plaats",
        "indicatoren:populaties.*.wie",
        "indicatoren:populaties.*.niet",
        "indicatoren:populaties.*.telt",
    }
)
# Keys with a choice, a number, a date or the name of a figure: another value, which must show.
OTHER: Mapping[str, Any] = {
    "hoofdstuk:genummerd": "ja",
    "hoofdstuk:blokken[*].status": "concept",
    "hoofdstuk:blokken[*].getallen.getal": "achttien jaar",
    "hoofdstuk:blokken[*].beweert": "instroom.totaal < instroom.np",
    "hoofdstuk:blokken[*].akkoord.op": "2018-02-03",
    "hoofdstuk:blokken[*].leest.op": "2018-02-04",
    "hoofdstuk:blokken[*].cijfers": "instroom.aandeel",
    "hoofdstuk:blokken[*].van": "instroom.totaal",
    "hoofdstuk:blokken[*].naar": "instroom.ind",
    "hoofdstuk:blokken[*].jaren": 2019,
    "hoofdstuk:blokken[*].top": 1,
    "hoofdstuk:blokken[antwoord].vragen": 2,
    "hoofdstuk:blokken[tabel].rijen": "cijfers",
    "hoofdstuk:blokken[grafiek].vorm": "staaf",
    "hoofdstuk:blokken[samenvatting].taal": "en",
    "hoofdstuk:blokken[samenvatting].kerncijfers.cijfer": "instroom.ind",
    "hoofdstuk:blokken[infographic].wegen.naam": "ander",
    "hoofdstuk:blokken[infographic].wegen.naar": "instroom.ind",
    "hoofdstuk:blokken[infographic].wegen.cijfers": "instroom.aandeel",
    "hoofdstuk:blokken[infographic].wegen.terug.naar": "bestaatniet",
    "hoofdstuk:blokken[infographic].voorwaarden_voor": "bestaatniet",
    "hoofdstuk:blokken[infographic].blijft.cijfer": "instroom.ind",
    "rapport:factsheet.*": "alles/bestaatniet",
    "rapport:datum": "2022-06-11",
    "rapport:peildatum": "2021-12-30",
    "rapport:status": "definitief",
    "rapport:hoofdstukken": "bestaatniet",
    "rapport:thema": "ander",
    "rapport:taal": "en",
    "indicatoren:tabellen.*.bestand": "ander.csv",
    "indicatoren:tabellen.*.sleutel": "plaats",
    "indicatoren:tabellen.*.sleutel.kolom": "bestaatniet",
    "indicatoren:tabellen.*.sleutel.rest": "bestaatniet",
    "indicatoren:tabellen.*.populatie": "bestaatniet",
    "indicatoren:tabellen.*.kolommen.*.populatie": "bestaatniet",
    "indicatoren:tabellen.*.kolommen.*.soort": "rest",
    "indicatoren:tabellen.*.afronding": 100,
    "indicatoren:tabellen.*.onderdrukking": 9,
    "indicatoren:tabellen.*.bereik": "dicht",
    "indicatoren:tabellen.*.kolommen.*.bereik": "dicht",
    "indicatoren:tabellen.*.bron": "bestaatniet",
    "indicatoren:tabellen.*.breuken.jaar": 2020,
    "indicatoren:tabellen.*.jaren": 2018,
    "indicatoren:tabellen.*.kolommen.*.jaren": 2018,
    "indicatoren:tabellen.*.kolommen.*.afronding": 100,
    "indicatoren:tabellen.*.kolommen.*.onderdrukking": 9,
    "indicatoren:tabellen.*.kolommen.*.bron": "bestaatniet",
    "indicatoren:tabellen.*.kolommen.*.bron.*": "bestaatniet",
    "indicatoren:tabellen.*.bron.*": "bestaatniet",
    "indicatoren:bronnen.*.via_pers": "nee",
    "indicatoren:bronnen.*.gepubliceerd": "2021-03",
    "indicatoren:bronnen.*.over": 2018,
    "indicatoren:evaluatie.cijfers": "instroom.ind",
    "afgeleid:afgeleid.*.formule": "100 * instroom.np / instroom.totaal",
    "afgeleid:afgeleid.*.decimalen": 2,
    "afgeleid:afgeleid.*.populaties": None,
    "afgeleid:afgeleid.*.perioden": None,
    "afgeleid:afgeleid.*.breuken": None,
    "afgeleid:afgeleid.*.populatie": "bestaatniet",
    "regels:regels.toets": "instroom.totaal > instroom.np",
    "regels:regels.ernst": "fout",
    "regels:regels.jaren": "rapportjaar",
    "regels:regels.populaties": None,
    "regels:regels.perioden": None,
    "regels:regels.breuken": None,
    "herzieningen:herzieningen.cijfers": "instroom.np",
    "herzieningen:herzieningen.jaren": 2019,
    "aanvaard:jaar": 2019,
    "aanvaard:op": "2022-05-31",
}


@dataclass(frozen=True)
class Seen:
    """What a build shows: words of the page with the addresses of its links, of the PDF, of the
    open data, and what was reported.
    """

    page: str
    pdf: str
    data: str
    findings: str


@pytest.fixture(scope="module")
def schemas() -> dict[str, Schema]:
    """The schema of each file."""
    return {name: form.describe() for name, (form, _) in FILES.items()}


@pytest.fixture(scope="module")
def paths(schemas: dict[str, Schema]) -> dict[str, Schema]:
    """Every key of every schema that holds a plain value. What every block has is declared once and
    so looked at once, except the title.
    """
    common = re.compile(
        r"hoofdstuk:blokken\[(?!tekst\]).*\]\.(soort|id|status|akkoord|beweert|getallen|volgens|vergelijkbaar|leest)\b"
    )
    return {
        key: leaf
        for name, schema in schemas.items()
        for path, leaf in leaves_of(schema)
        if not common.match(key := f"{name}:{path}")
    }


def _written(name: str) -> Any:
    return YAML(typ="safe").load((HERE / WHERE[name]).read_text("utf-8"))


def _project(
    folder: Path, schemas: Mapping[str, Schema], change: Callable[[str, Schema, Any], Any]
) -> Path:
    """The project with its values changed; JSON is YAML too. None takes a key away."""
    shutil.copytree(HERE, folder)
    for name, file in WHERE.items():
        now = changed(_written(name), schemas[name], _under(name, change))
        (folder / file).write_text(
            json.dumps(_without_none(now), ensure_ascii=False, default=str), "utf-8"
        )
    return folder


def _under(name: str, change: Change) -> Change:
    """The same change, told of keys with the name of their file before them."""
    return lambda path, of, value: change(f"{name}:{path}", of, value)


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_none(v) for k, v in value.items() if v is not None}
    return [_without_none(part) for part in value] if isinstance(value, list) else value


def _seen(folder: Path, formats: frozenset[str]) -> Seen:
    built = build_edition(folder, 2021, folder / "out", formats, concept=True)
    out = folder / "out" / "2021"
    page = (out / "stand-van-de-uitvoering-2021.html").read_text("utf-8") if built.written else ""
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    links = re.findall(r'href="([^"#]+)"', body)
    words = unescape(re.sub(r"<[^>]+>", " ", body))
    pdf = ""
    if "pdf" in formats:
        document = pypdfium2.PdfDocument(out / "stand-van-de-uitvoering-2021.pdf")
        pdf = " ".join(one.get_textpage().get_text_range() for one in document)
    data = [p for p in (out / "data").glob("*") if p.suffix in (".csv", ".json", ".jsonld")]
    return Seen(
        " ".join([words, *links]),
        pdf,
        " ".join(p.read_text("utf-8") for p in sorted(data)),
        "\n".join(f"{f.code} {f.severity.value} {f.message}" for f in built.findings),
    )


def _listed(path: str, names: Mapping[str, Any]) -> str | None:
    """The entry of a list that stands for a key: '*' for a name, '**' for everything below."""
    return next((name for name in names if _stands_for(name, path)), None)


def _stands_for(name: str, path: str) -> bool:
    pattern = re.escape(name).replace(r"\*\*", ".*").replace(r"\*", "[^.]*")
    return re.fullmatch(pattern, path) is not None


def _is_text(leaf: Schema) -> bool:
    return "enum" not in leaf and leaf.get("type") != "integer" and "format" not in leaf


class Marks:
    """Gives every text a word of its own: letters only, so that no number is in it."""

    def __init__(self) -> None:
        self.given: dict[str, str] = {}

    def __call__(self, path: str, leaf: Schema, value: Any) -> Any:
        if not _is_text(leaf) or _listed(path, OTHER):
            return value
        number = len(self.given)
        word = "merk" + "".join("abcdefghij"[int(digit)] for digit in f"{number:03d}") + "q"
        self.given[word] = path
        if re.match(r"https?://|\S+@", str(value)):
            return str(value).replace("example", f"{word}.example")
        return f"{value} {word}"


@pytest.fixture(scope="module")
def marked(
    schemas: dict[str, Schema], tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, str], Seen]:
    """One build with all the words, and which word stands for which key."""
    marks = Marks()
    folder = _project(tmp_path_factory.mktemp("merk") / "rapport", schemas, marks)
    return marks.given, _seen(folder, ALL)


def test_every_key_is_in_the_project(schemas: dict[str, Schema], paths: dict[str, Schema]) -> None:
    """A new key must be written in tests/markers/alles, and stand in one of the lists above when it
    holds no text.
    """
    there: set[str] = set()
    for name in WHERE:
        changed(_written(name), schemas[name], _under(name, lambda path, _, __: there.add(path)))
    assert [p for p in paths if p not in there and not _listed(p, PROGRAM)] == []
    assert [
        p for p, leaf in paths.items()
        if not _is_text(leaf) and not _listed(p, PROGRAM) and not _listed(p, OTHER)
    ] == []  # fmt: skip


def test_the_lists_are_not_stale(paths: dict[str, Schema]) -> None:
    """Each entry stands for a key, and no key is in both lists."""
    assert [
        name for name in (*PROGRAM, *OTHER) if not any(_stands_for(name, p) for p in paths)
    ] == []
    assert [p for p in paths if _listed(p, PROGRAM) and _listed(p, OTHER)] == []


def test_every_text_is_seen(marked: tuple[dict[str, str], Seen]) -> None:
    """What stands in a block is on the page and in the PDF (an address as a link on the page);
    everything else on the page, in the PDF, in the data or in a finding.
    """
    words, seen = marked
    assert len(words) > 100
    lost = []
    for word, path in words.items():
        if _listed(path, PROGRAM):
            continue
        printed = word in seen.page and (
            word in seen.pdf
            or path.endswith(".adres")
            or any(_stands_for(one, path) for one in SCREEN)
        )
        told = word in seen.findings or (word in seen.data and not path.startswith("hoofdstuk"))
        if not printed and not told:
            lost.append(path)
    assert lost == []
    assert "VZN" in seen.page
    assert "VZN" in seen.pdf


def test_what_is_for_programs_is_not_seen(marked: tuple[dict[str, str], Seen]) -> None:
    """An entry of PROGRAM that prints does not belong there."""
    words, seen = marked
    everything = f"{seen.page} {seen.pdf} {seen.data} {seen.findings}"
    assert [p for word, p in words.items() if _listed(p, PROGRAM) and word in everything] == []


def test_every_choice_and_number_does_something(
    schemas: dict[str, Schema], paths: dict[str, Schema], tmp_path: Path
) -> None:
    """Another value changes the page, the data or what is reported."""
    before = _seen(_project(tmp_path / "voor", schemas, lambda _, __, value: value), HTML)
    idle = []
    for number, path in enumerate(p for p in paths if _listed(p, OTHER)):
        other = OTHER[_listed(path, OTHER) or ""]
        touched = iter([True])

        def change(
            at: str,
            _: Schema,
            value: Any,
            path: str = path,
            other: Any = other,
            touched: Iterator[bool] = touched,
        ) -> Any:
            return other if at == path and next(touched, False) else value

        after = _seen(_project(tmp_path / f"na{number}", schemas, change), HTML)
        if after == before:
            idle.append(path)
    assert not idle, "\n".join(idle)
