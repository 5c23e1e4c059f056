# SPDX-License-Identifier: EUPL-1.2
"""The narrative of one edition: rapport.yaml and its chapters to model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ...core.formula import nearest
from ...core.model import FILE_STEM, Block, Chapter, Edition, Finding, Position, Text
from ...core.notation import format_datum
from ...messages import found
from .kinds import BLOCK, plugins
from .notes_on_texts import REMARKS_FILE, REVIEW_FILE, load_remarks, load_review, reminders_in
from .records import WORDS, Key, ListOf, MapOf, Record, Values, needed, read_root
from .report_forms import (
    FACTSHEET,
    LETTER,
    PUBLICATION,
    FileStem,
    chosen_blocks,
    letter,
    publication,
)
from .schema import DayForm, Prose, WebAddress, Word, YesNo
from .yaml_tree import read_yaml

_LONG_AFTER = 10  # years after its own year in which a report can still appear

RAPPORT = Record(
    {
        "titel": needed("Titel op de omslag.", Prose()),
        "ondertitel": Key("Regel onder de titel.", Prose()),
        "organisatie": needed("Naam van de organisatie zoals de lezer die kent."),
        "datum": needed("Datum van aanbieding.", DayForm()),
        "peildatum": needed("Datum tot en met welke registraties zijn meegeteld.", DayForm()),
        "status": needed(
            "definitief kan pas als elk blok akkoord is.", Word(choices=("concept", "definitief"))
        ),
        "kanttekening": Key("Opmerking op de omslag over hoe deze editie is gemaakt.", Prose()),
        "hoofdstukken": needed("Namen van de hoofdstukbestanden, in volgorde.", ListOf(Word())),
        "thema": Key("Map met eigen kleuren (thema.css), lettertypen en logo (logo.svg of .png)."),
        "adres": Key(
            "Webadres waar het rapport komt te staan; op papier staat er een QR-code bij, en"
            " wie een koppeling deelt ziet de omslag.",
            WebAddress(),
        ),
        "bestandsnaam": Key(
            "Begin van de namen van de bestanden van het rapport; het jaar komt erachter."
            f" Standaard {FILE_STEM}.",
            FileStem(),
        ),
        "rollen": Key(
            "Rollen die akkoord geven, elk met de namen van wie dat mogen.", MapOf(WORDS)
        ),
        "taal": Key(
            "Taal van het rapport; alleen nl, want de tool schrijft Nederlands.",
            Word(choices=("nl",)),
        ),
        "factsheet": Key("Blokken voor de factsheet, als de gewone keuze niet past.", FACTSHEET),
        "brief": Key(
            "Hoofd van een brief in plaats van een omslag, zoals bij antwoorden op vragen.", LETTER
        ),
        "opendata": Key(
            "Wat de open data over zichzelf zeggen, voor data.overheid.nl.", PUBLICATION
        ),
    },
    name="rapport.yaml",
)
HOOFDSTUK = Record(
    {
        "titel": needed("Titel van het hoofdstuk.", Prose()),
        "genummerd": Key("nee: het hoofdstuk krijgt geen nummer, zoals het voorwoord.", YesNo()),
        "blokken": needed("De blokken van het hoofdstuk, in volgorde.", ListOf(BLOCK)),
    },
    name="een hoofdstuk",
)


def load_edition(project: Path, year: int) -> tuple[Edition | None, list[Finding]]:
    """The edition in `content/<year>/`.

    None when rapport.yaml cannot be read, findings for everything that is wrong in any file.
    """
    folder = project / "content" / str(year)
    name = f"content/{year}/rapport.yaml"
    file, findings = read_yaml(folder / "rapport.yaml", name)
    root = read_root(RAPPORT, file, findings)
    findings += plugins().findings
    if not isinstance(root, Values):
        return None, findings
    chapters = []
    order = root.get("hoofdstukken", ())
    meant: set[str] = set()
    present = {path.stem for path in folder.glob("*.yaml")} - {"rapport", REVIEW_FILE, REMARKS_FILE}
    reminders = list(reminders_in(file))
    for chapter_name in order:
        if chapter_name not in present:
            close = nearest(chapter_name, sorted(present - set(order)))[:1]
            meant.update(close)
            hint = f" Bedoelt u '{close[0]}'?" if close else _other_ending(folder, chapter_name)
            said = {"naam": chapter_name, "jaar": year, "hint": hint}
            place = root.place("hoofdstukken")
            findings.append(found("SR-L005", place, said, which="hoofdstuk"))
            continue
        chapter, noted, problems = _load_chapter(folder, year, chapter_name)
        findings.extend(problems)
        reminders.extend(noted)
        if chapter is not None:
            chapters.append(chapter)
    for doubled in sorted({n for n in order if list(order).count(n) > 1}):
        place = root.place("hoofdstukken")
        findings.append(found("SR-L021", place, {"naam": doubled}, which="hoofdstuk"))
    for unused in sorted(present - set(order) - meant) if "hoofdstukken" in root else ():
        place = Position(f"content/{year}/{unused}.yaml")
        findings.append(found("SR-L023", place, {"naam": unused}))
    findings.extend(_odd_days(root, year))
    theme = _theme(project, root, findings)
    missing = Text("", root.position)
    review, problems = load_review(project, year)
    findings.extend(problems)
    remarks, problems = load_remarks(folder.parent.parent, year)
    findings.extend(problems)
    edition = Edition(
        year=year,
        title=root.get("titel", missing),
        organisation=root.get("organisatie", ""),
        date=root.get("datum", ""),
        reference_date=root.get("peildatum", ""),
        status=root.get("status", "concept"),
        caveat=root.get("kanttekening"),
        chapters=tuple(chapters),
        position=root.position,
        subtitle=root.get("ondertitel"),
        theme=theme,
        factsheet=chosen_blocks(root.get("factsheet"), order, chapters, findings),
        address=str(root.get("adres") or ""),
        publication=publication(root.get("opendata")),
        file_stem=root.get("bestandsnaam", FILE_STEM),
        letter=letter(root.get("brief")),
        review=review,
        remarks=remarks,
        roles=root.get("rollen", {}),
        reminders=tuple(reminders),
    )
    return edition, findings


def _odd_days(root: Values, year: int) -> Iterator[Finding]:
    """Days on the cover that cannot be of this edition."""
    day, until = root.get("datum") or "", root.get("peildatum") or ""
    for key, one in (("datum", day), ("peildatum", until)):
        which = ""
        if key == "peildatum" and one and int(one[:4]) < year:
            which = "peildatum"
        elif key == "datum" and one and until and one < until:
            which = "datum"
        elif one and int(one[:4]) > year + _LONG_AFTER:
            which = "ver"
        if which:
            said = {"dag": format_datum(one), "jaar": year}
            said |= {"peildatum": format_datum(until)} if which == "datum" else {}
            yield found("SR-L091", root.place(key), said, which=which)


def _theme(project: Path, root: Values, findings: list[Finding]) -> str | None:
    """The folder of the theme when it can be used: it is there, and within the project."""
    name: str | None = root.get("thema")
    if name is None:
        return None
    folder = (project / name).resolve()
    which = "" if folder.is_dir() else "thema"
    if not folder.is_relative_to(project.resolve()):
        which = "thema_buiten"
    if which:
        findings.append(found("SR-L005", root.place("thema"), {"map": name}, which=which))
    return None if which else name


def _other_ending(folder: Path, name: str) -> str:
    """What to say of a chapter that is there under another ending: .yml, .yaml.txt, .docx."""
    there = sorted(path.name for path in folder.glob(f"{name}.*") if path.is_file())
    return f" Er staat wel {there[0]}; noem dat {name}.yaml." if there else ""


def _load_chapter(
    folder: Path, year: int, name: str
) -> tuple[Chapter | None, tuple[Position, ...], list[Finding]]:
    """One chapter, the places where it says '# Nakijken', and what is wrong with it."""
    file, findings = read_yaml(folder / f"{name}.yaml", f"content/{year}/{name}.yaml")
    root = read_root(HOOFDSTUK, file, findings, year)
    noted = reminders_in(file)
    if not isinstance(root, Values):
        return None, noted, findings
    taken: dict[str, Position] = {}
    blocks = [_named(block, taken, findings) for block in root.get("blokken", ())]
    title = root.get("titel", Text(name, root.position))
    chapter = Chapter(name, title, tuple(blocks), root.position, root.get("genummerd", True))
    return chapter, noted, findings


def _named(block: Block, taken: dict[str, Position], findings: list[Finding]) -> Block:
    """The block with a name no other of its chapter has, unless two were given the same."""
    name = block.id
    if not name:
        name = "-".join(filter(None, (block.kind, slug(block.title.raw) if block.title else "")))
        number = 1
        while name in taken:
            number += 1
            name = f"{name.rstrip('0123456789').rstrip('-')}-{number}"
    elif name in taken:
        said = {"naam": name, "regel": taken[name].line}
        findings.append(found("SR-L021", block.places["id"], said, which="blok"))
    taken[name] = block.position
    whole = tuple(declared for declared in block.numbers if declared.number and declared.reason)
    return replace(block, id=name, numbers=whole)


def slug(text: str) -> str:
    """A short name for an address from a title: 'Knelpunten & dilemma's' becomes
    'knelpunten-dilemma-s'.
    """
    plain = (
        unicodedata.normalize("NFKD", re.sub(r"\{\{.*?\}\}", "", text))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")


__all__ = ["HOOFDSTUK", "RAPPORT", "load_edition", "slug"]
