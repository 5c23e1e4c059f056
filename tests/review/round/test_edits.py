# SPDX-License-Identifier: EUPL-1.2
"""Kinds of edit readers make: each lands in the right block, or is listed, and nothing else in
content/ differs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from . import edits as e
from .conftest import Reviewed, libre_office

LIBRE = {
    "nothing",
    "a word changed",
    "a bold word changed",
    "a word tracked",
    "a paragraph added, tracked",
    "a paragraph taken out, tracked",
    "a paragraph split",
    "an item added",
    "a figure typed over",
    "a title renamed",
    "a comment",
}
OPMAAK, VINDPLAATS = "proef/opmaak", "proef/vindplaats"


@dataclass(frozen=True)
class Case:
    """An edit; the proposals it gives (block and kind), and the lines of content/ that go (-) and
    come (+) when --yes takes it.
    """

    name: str
    change: Callable[[Any], None]
    proposals: tuple[tuple[str, str], ...]
    lines: tuple[str, ...] = ()


LINE1 = "Wij herstellen **oude fietsen** en lenen ze *daarna* weer uit. De werkplaats"
LINE2 = "werkt samen met [de fietsersbond](https://fietsersbond.example/) in de stad."
OPEN = "De werkplaats is elke dag open. Iedereen kan er terecht met een kapotte fiets."
GROWS = "{{ uitleen.totaal | verschil(-1) }} dan een jaar eerder. De vraag groeit door."
REMARK = (
    "+ # Opmerkingen van lezers. standrapport schrijft ze hier bij; u mag ze zelf bewerken.",
    "+ opmerkingen:",
    "+ - nummer: 1",
    "+ blok: proef/opmaak",
    "+ van: J. Lezer",
    "+ op: DAG",
    "+ over: De werkplaats is elke dag open. Iedereen kan er terecht met een kapotte fiets.",
    "+ tekst: Ook op zondag?",
)
FRONT = (
    "- ondertitel: Wat de dienst deed, en waar het knelt",
    "+ ondertitel: Wat de dienst deed, en waar het wringt",
)
ROW = (("proef/tabel", "removed"),) * 3
CASES = (
    Case("nothing", lambda _: None, ()),
    Case(
        "a word changed",
        e.replaced("elke dag", "iedere dag"),
        ((OPMAAK, "text"),),
        (
            f"- {OPEN}",
            "+ De werkplaats is iedere dag open. Iedereen kan er terecht met een kapotte fiets.",
        ),
    ),
    Case(
        "a word beside bold changed",
        e.replaced("weer uit", "opnieuw uit", "Wij herstellen"),
        ((OPMAAK, "text"),),
        (f"- {LINE1}", f"+ {LINE1.replace('weer uit', 'opnieuw uit')}"),
    ),
    Case(
        "a bold word changed",
        e.replaced("oude fietsen", "kapotte fietsen"),
        ((OPMAAK, "text"),),
        (f"- {LINE1}", f"+ {LINE1.replace('oude', 'kapotte')}"),
    ),
    Case(
        "the words of a link changed",
        e.replaced("de fietsersbond", "de bond van fietsers"),
        ((OPMAAK, "text"),),
        (f"- {LINE2}", f"+ {LINE2.replace('[de fietsersbond]', '[de bond van fietsers]')}"),
    ),
    Case(
        "a word beside a figure changed",
        e.replaced("De vraag groeit door", "De vraag groeit nog steeds"),
        ((OPMAAK, "text"),),
        (f"- {GROWS}", f"+ {GROWS.replace('groeit door', 'groeit nog steeds')}"),
    ),
    Case(
        "a sentence added at the end",
        e.replaced("kapotte fiets.", "kapotte fiets. Het kost niets."),
        ((OPMAAK, "text"),),
        (f"- {OPEN}", f"+ {OPEN} Het kost niets."),
    ),
    Case(
        "a sentence taken out",
        e.replaced("De werkplaats is elke dag open. ", ""),
        ((OPMAAK, "text"),),
        (f"- {OPEN}", "+ Iedereen kan er terecht met een kapotte fiets."),
    ),
    Case(
        "signs that mean something in Markdown",
        e.replaced("elke dag open", "elke dag *open* [behalve feestdagen]"),
        ((OPMAAK, "text"),),
        (
            f"- {OPEN}",
            f"+ {OPEN.replace('dag open', 'dag ' + chr(92) + '*open' + chr(92) + '* ' + chr(92) + '[behalve feestdagen' + chr(92) + ']')}",
        ),
    ),
    Case("braces typed", e.replaced("elke dag", "{{ elke }} dag"), ((OPMAAK, "text"),)),
    Case(
        "a word tracked",
        e.tracked_replace("elke dag", "iedere dag"),
        ((OPMAAK, "text"),),
        (f"- {OPEN}", f"+ {OPEN.replace('elke', 'iedere')}"),
    ),
    Case(
        "words deleted, tracked",
        e.tracked_replace(" met een kapotte fiets", ""),
        ((OPMAAK, "text"),),
        (f"- {OPEN}", "+ De werkplaats is elke dag open. Iedereen kan er terecht."),
    ),
    Case(
        "words inserted, tracked",
        e.tracked_replace("", " Ook op zondag.", where="Zo blijft de stad"),
        ((OPMAAK, "text"),),
        ("- Zo blijft de stad in beweging.", "+ Zo blijft de stad in beweging. Ook op zondag."),
    ),
    Case(
        "two people in one paragraph",
        e.together(
            e.tracked_replace("elke dag", "iedere dag", "A. Een"),
            e.tracked_replace("kapotte", "stukke", "B. Twee", "Iedereen kan"),
        ),
        ((OPMAAK, "text"), (OPMAAK, "text")),
        (f"- {OPEN}", f"+ {OPEN.replace('elke', 'iedere').replace('kapotte', 'stukke')}"),
    ),
    Case(
        "a paragraph added",
        e.added_after("Zo blijft de stad", "Dat is goed voor iedereen."),
        ((OPMAAK, "added"),),
        ("+", "+ Dat is goed voor iedereen."),
    ),
    Case(
        "a paragraph added in the middle",
        e.added_after("De werkplaats is elke dag", "Kom gerust langs."),
        ((OPMAAK, "added"),),
        ("+ Kom gerust langs.", "+"),
    ),
    Case(
        "a paragraph added without a style",
        e.added_after("Zo blijft de stad", "Dat is goed voor iedereen.", styled=False),
        ((OPMAAK, "added"),),
        ("+", "+ Dat is goed voor iedereen."),
    ),
    Case(
        "a paragraph added, tracked",
        e.tracked_added("Zo blijft de stad", "Dat is goed voor iedereen."),
        ((OPMAAK, "added"),),
        ("+", "+ Dat is goed voor iedereen."),
    ),
    Case(
        "a paragraph taken out",
        e.removed("Zo blijft de stad"),
        ((OPMAAK, "removed"),),
        ("-", "- Zo blijft de stad in beweging."),
    ),
    Case(
        "a paragraph taken out, tracked",
        e.tracked_removed("Zo blijft de stad"),
        ((OPMAAK, "removed"),),
        ("-", "- Zo blijft de stad in beweging."),
    ),
    Case(
        "a paragraph split",
        e.split("De werkplaats is elke dag", "Iedereen kan"),
        ((OPMAAK, "split"),),
        (
            f"- {OPEN}",
            "+ De werkplaats is elke dag open.",
            "+",
            "+ Iedereen kan er terecht met een kapotte fiets.",
        ),
    ),
    Case(
        "two paragraphs joined",
        e.joined("De werkplaats is elke dag", "Zo blijft de stad"),
        ((OPMAAK, "joined"),),
        (
            f"- {OPEN}",
            "-",
            "- Zo blijft de stad in beweging.",
            f"+ {OPEN} Zo blijft de stad in beweging.",
        ),
    ),
    Case(
        "a paragraph moved",
        e.moved("De werkplaats is elke dag", "Wij herstellen"),
        ((OPMAAK, "moved"),),
        (f"+ {OPEN}", "+", f"- {OPEN}", "-"),
    ),
    Case(
        "an item added",
        e.added_after("fietsen nakijken", "fietsen schoonmaken;"),
        ((OPMAAK, "added"),),
        ("+ - fietsen schoonmaken;",),
    ),
    Case(
        "an item taken out",
        e.removed("fietsen nakijken"),
        ((OPMAAK, "removed"),),
        ("- - fietsen nakijken in de werkplaats;",),
    ),
    Case(
        "an item changed",
        e.replaced("fietsen nakijken", "fietsen herstellen"),
        ((OPMAAK, "text"),),
        ("- - fietsen nakijken in de werkplaats;", "+ - fietsen herstellen in de werkplaats;"),
    ),
    Case(
        "items in another order",
        e.moved("fietsen weer uitlenen", "Wat wij doen"),
        ((OPMAAK, "moved"),),
        ("+ - fietsen weer uitlenen aan leners.", "- - fietsen weer uitlenen aan leners."),
    ),
    Case(
        "a subheading renamed",
        e.replaced("Wat wij doen", "Wat wij elke dag doen"),
        ((OPMAAK, "text"),),
        ("- #### Wat wij doen", "+ #### Wat wij elke dag doen"),
    ),
    Case(
        "a title renamed",
        e.replaced("Waar u ons vindt", "Onze loketten"),
        ((VINDPLAATS, "text"),),
        ("- titel: Waar u ons vindt", "+ titel: Onze loketten"),
    ),
    Case(
        "a chapter renamed",
        e.replaced("Proef van teksten", "Teksten om na te lezen", "Proef van teksten"),
        (("proef", "text"),),
        ("- titel: Proef van teksten", "+ titel: Teksten om na te lezen"),
    ),
    Case("a title taken out", e.removed("Waar u ons vindt"), ((VINDPLAATS, "removed"),)),
    Case(
        "a text on one line",
        e.replaced("bij het station", "naast het station", "De loketten"),
        ((VINDPLAATS, "text"),),
        (
            "- tekst: De loketten staan bij het station en in het centrum van de stad.",
            "+ tekst: De loketten staan naast het station en in het centrum van de stad.",
        ),
    ),
    Case(
        "a second paragraph for a text on one line",
        e.added_after("De loketten staan", "Zij zijn elke dag open."),
        ((VINDPLAATS, "added"),),
        (
            "- tekst: De loketten staan bij het station en in het centrum van de stad.",
            "+ tekst: |-",
            "+ De loketten staan bij het station en in het centrum van de stad.",
            "+",
            "+ Zij zijn elke dag open.",
        ),
    ),
    Case(
        "a text between quotes",
        e.replaced("er om te lenen", "er om uit te lenen"),
        (("proef/citaat", "text"),),
        (
            '- tekst: "Een fiets is er om te lenen: dat zeggen wij altijd."',
            '+ tekst: "Een fiets is er om uit te lenen: dat zeggen wij altijd."',
        ),
    ),
    Case(
        "a folded text",
        e.replaced("in de haven", "bij de haven"),
        (("proef/vooruitblik", "text"),),
        (
            "- Volgend jaar komt er een loket in de haven. De plannen daarvoor zijn klaar.",
            "+ Volgend jaar komt er een loket bij de haven. De plannen daarvoor zijn klaar.",
        ),
    ),
    Case(
        "a text within braces",
        e.replaced("geeft cursussen", "geeft avondlessen"),
        (("proef/scholen", "text"),),
        (
            "- - {naam: Vakschool Zuid, rol: geeft cursussen}",
            "+ - {naam: Vakschool Zuid, rol: geeft avondlessen}",
        ),
    ),
    Case(
        "a footnote changed",
        lambda document: _note(document, "van de loketten zelf", "door de loketten gedaan"),
        (("proef/tabel", "text"),),
        (
            "- noot: De tellingen zijn van de loketten zelf.",
            "+ noot: De tellingen zijn door de loketten gedaan.",
        ),
    ),
    Case(
        "a figure typed over",
        e.number_changed("8.740", "8.840", "De vraag groeit door"),
        ((OPMAAK, "number"),),
    ),
    Case(
        "a figure typed over, and a word",
        e.together(
            e.number_changed("8.740", "8.840", "De vraag groeit door"),
            e.replaced("De vraag groeit door", "De vraag groeit", "De vraag groeit door"),
        ),
        ((OPMAAK, "text"), (OPMAAK, "number")),
        (f"- {GROWS}", f"+ {GROWS.replace(' groeit door', ' groeit')}"),
    ),
    Case(
        "a word made bold",
        e.looking("De werkplaats is elke", "elke dag", "b"),
        ((OPMAAK, "formatting"),),
    ),
    Case(
        "a word made italic",
        e.looking("De werkplaats is elke", "elke dag", "i"),
        ((OPMAAK, "formatting"),),
    ),
    Case(
        "a word underlined",
        e.looking("De werkplaats is elke", "elke dag", "u", "single"),
        ((OPMAAK, "formatting"),),
    ),
    Case(
        "a word marked",
        e.looking("De werkplaats is elke", "elke dag", "highlight", "yellow"),
        ((OPMAAK, "formatting"),),
    ),
    Case(
        "a word struck",
        e.looking("De werkplaats is elke", "elke dag", "strike"),
        ((OPMAAK, "formatting"),),
    ),
    Case("bold taken off", e.plain("Wij herstellen", "oude fietsen"), ((OPMAAK, "formatting"),)),
    Case(
        "a comment",
        e.commented("De werkplaats is elke", "De werkplaats", "Ook op zondag?"),
        ((OPMAAK, "remark"),),
        REMARK,
    ),
    Case("controls gone", e.without_controls, ()),
    Case("bookmarks gone", e.without_bookmarks, ()),
    Case("controls and bookmarks gone", e.together(e.without_controls, e.without_bookmarks), ()),
    Case("styles stripped", e.without_styles, ()),
    Case(
        "everything stripped, a word changed and a paragraph added",
        e.together(
            e.without_controls,
            e.without_bookmarks,
            e.without_styles,
            e.replaced("elke dag", "iedere dag"),
            e.added_after("Zo blijft de stad", "Dat is goed voor iedereen."),
        ),
        ((OPMAAK, "text"), (OPMAAK, "added")),
        (f"- {OPEN}", f"+ {OPEN.replace('elke', 'iedere')}", "+", "+ Dat is goed voor iedereen."),
    ),
    Case(
        "controls gone, a word beside a figure changed",
        e.together(
            e.replaced("De vraag groeit door", "De vraag groeit", "De vraag groeit door"),
            e.without_controls,
        ),
        ((OPMAAK, "text"),),
        (f"- {GROWS}", f"+ {GROWS.replace(' groeit door', ' groeit')}"),
    ),
    Case(
        "a figure out with its words",
        e.together(
            e.control_removed("8.740", "De vraag groeit door"),
            e.replaced(" keer een fiets uit", "", "De vraag groeit door"),
        ),
        ((OPMAAK, "text"),),
        (
            "- In {{ jaar }} leenden wij {{ uitleen.totaal }} keer een fiets uit. Dat is",
            "+ In {{ jaar }} leenden wij . Dat is",
        ),
    ),
    Case(
        "a number typed that no figure is",
        e.replaced("De plannen", "De 7.777 plannen"),
        (("proef/vooruitblik", "text"),),
    ),
    Case(
        "a cell of a table changed",
        e.number_changed("5.230", "5.330", "5.230"),
        (("proef/tabel", "number"),),
    ),
    Case(
        "a name in a table changed",
        e.replaced("Station", "Spoor", "Station"),
        (("proef/tabel", "fixed"),),
    ),
    Case("a row of a table taken out", lambda document: _without_row(document, "5.230"), ROW),
    Case(
        "a word in an annex changed",
        e.replaced("op samenhang", "op verband", "op samenhang getoetst"),
        (("bijlage/bijlage-cijfers", "fixed"),),
    ),
    Case(
        "an item at the end",
        e.added_after("fietsen weer uitlenen", "fietsen bewaren."),
        ((OPMAAK, "added"),),
        ("+ - fietsen bewaren.",),
    ),
    Case(
        "a quotation changed, tracked",
        e.tracked_replace("altijd", "vaak", where="Een fiets is er"),
        (("proef/citaat", "text"),),
        (
            '- tekst: "Een fiets is er om te lenen: dat zeggen wij altijd."',
            '+ tekst: "Een fiets is er om te lenen: dat zeggen wij vaak."',
        ),
    ),
    Case(
        "tracked, and the same words plain elsewhere",
        e.together(
            e.tracked_replace("elke dag", "iedere dag"), e.replaced("in beweging", "in vaart")
        ),
        ((OPMAAK, "text"), (OPMAAK, "text")),
        (
            f"- {OPEN}",
            f"+ {OPEN.replace('elke', 'iedere')}",
            "- Zo blijft de stad in beweging.",
            "+ Zo blijft de stad in vaart.",
        ),
    ),
    Case(
        "the front page changed",
        e.replaced("waar het knelt", "waar het wringt"),
        (("rapport", "text"),),
        FRONT,
    ),
    Case(
        "a control gone, its digits still there",
        e.control_removed("8.740", "De vraag groeit door", words="8.740"),
        (),
    ),
    Case(
        "a control gone, other digits there",
        e.control_removed("8.740", "De vraag groeit door", words="8.750"),
        ((OPMAAK, "number"),),
    ),
)


def _without_row(document: Any, words: str) -> None:
    row = next(one for one in document.element.body.iter(qn("w:tr")) if words in e.text_of(one))
    row.getparent().remove(row)


def _note(document: Any, old: str, new: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE as RT

    part = document.part.part_related_by(RT.FOOTNOTES)
    part._blob = part.blob.decode().replace(old, new).encode()


def lines_changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The lines that went and came, over all files."""
    assert before.keys() <= after.keys()
    found = []
    for name, text in after.items():
        old = before.get(name, "")
        found += [
            re.sub(r"^\+ op: .*", "+ op: DAG", f"{line[0]} {line[2:].strip()}".strip())
            for line in ndiff(old.splitlines(), text.splitlines())
            if line[0] in "+-"
        ]
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_edit_lands(case: Case, sent: Reviewed) -> None:
    """The proposals are as meant, and --yes changes these lines and no other."""
    before = sent.content()
    sent.edit(case.change)
    found = sent.review("--yes")
    assert [(one["block"], one["kind"]) for one in found] == list(case.proposals)
    assert sent.code == (0 if all(one["placed"] for one in found) else 1)
    assert sorted(lines_changed(before, sent.content())) == sorted(case.lines)
    again = sent.review("--yes")
    assert [one for one in again if one["placed"]] == []


def test_there_are_sixty_kinds() -> None:
    """As many as were asked for, each with a name of its own."""
    assert len({case.name for case in CASES}) == len(CASES) >= 60


def test_two_files_in_a_row(sent: Reviewed) -> None:
    """The second is merged sentence by sentence; what both changed is a conflict."""
    first = sent.path.read_bytes()
    sent.edit(e.replaced("elke dag", "iedere dag"))
    sent.review("--yes")
    sent.path.write_bytes(first)
    sent.edit(
        e.together(
            e.replaced("met een kapotte fiets", "met een stukke fiets"),
            e.replaced("in beweging", "in vaart"),
        )
    )
    found = sent.review("--yes")
    assert [(one["kind"], one["placed"], one["conflict"]) for one in found] == [
        ("text", True, False)
    ] * 2
    assert (
        "De werkplaats is iedere dag open. Iedereen kan er terecht met een stukke fiets."
        in sent.chapter
    )
    sent.path.write_bytes(first)
    sent.edit(e.replaced("elke dag", "zes dagen per week"))
    before = sent.content()
    found = sent.review("--yes")
    assert [(one["placed"], one["conflict"]) for one in found] == [(False, True)]
    assert sent.code == 1
    assert sent.content() == before


def test_an_older_draft_and_another_name(sent: Reviewed) -> None:
    """A text that changed meanwhile elsewhere stays; figures may have moved on."""
    path = sent.project / "content/2024/proef.yaml"
    text = (
        path.read_text("utf-8")
        .replace("Zo blijft", "Daarmee blijft")
        .replace("Een medewerker", "Iemand")
    )
    path.write_text(text, "utf-8")
    other = sent.path.with_name("nalezen (2) DEF.docx")
    sent.path.rename(other)
    sent.path = other
    sent.edit(e.replaced("elke dag", "iedere dag"))
    assert [one["placed"] for one in sent.review("--yes")] == [True]
    assert sent.chapter == text.replace("elke dag", "iedere dag")


def test_without_its_base_it_is_held_against_what_is_there(sent: Reviewed) -> None:
    """A web office may drop the part with the source: the year is asked for, the rest goes on."""
    sent.edit(e.together(e.without_base, e.replaced("elke dag", "iedere dag")))
    found = sent.review("--yes", "--jaar", "2024")
    assert [(one["block"], one["kind"], one["placed"]) for one in found] == [(OPMAAK, "text", True)]
    assert "iedere dag open" in sent.chapter


@pytest.mark.parametrize("case", [c for c in CASES if c.name in LIBRE], ids=lambda case: case.name)
def test_saved_by_libreoffice(case: Case, sent: Reviewed, tmp_path: Path) -> None:
    """The same after LibreOffice opened it and saved it."""
    before = sent.content()
    sent.edit(case.change)
    out = tmp_path / "libre"
    libre_office(tmp_path, "docx:MS Word 2007 XML", out, [sent.path])
    sent.path = out / sent.path.name
    found = sent.review("--yes")
    assert [(one["block"], one["kind"]) for one in found] == list(case.proposals)
    assert sorted(lines_changed(before, sent.content())) == sorted(case.lines)
