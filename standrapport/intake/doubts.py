# SPDX-License-Identifier: EUPL-1.2
"""What texts and rows say against taking the values of a table as they are: another scale, a
selection, a title that may make it other figures, rows that lack a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..core.model import Finding, Position, Table
from ..messages import found
from .choices import ANY, SKIP, Choices, Question, Role, Roles
from .other_labels import is_code
from .periods import parts_in, read_period
from .regions import Region
from .rows import Line
from .said import Said, is_no_filter
from .senses import is_scale, is_sentence, tells_of_change, worrying
from .tables import title_explained, words_about
from .words import (
    is_about_rows,
    is_margin,
    is_meaning_head,
    is_measure,
    is_percent,
    is_unit_head,
    normal,
    words_of,
)

# A line about the file, not about what is counted.
_ABOUT_FILE = re.compile(
    r"(?:bron|bronnen|source|peilmoment|\w*datum|versie|status|contact|auteur|publicatie\w*|gepubliceerd"
    r"|this worksheet|dit werkblad|some (?:cells|shorthand)|freeze panes|©|\\(c\\)"
    r"|dataset|time frequency|frequency|unit of measure|extract\w*|tabelcode"
    r"|laatst|geraadpleegd|download\w*|toelichting|noot|noten|eenheid|sheet|blad|sep=)\b"
)
# Heads over names that say nothing about what is counted.
_NEUTRAL_HEADS = frozenset({
    "onderwerp", "onderwerpen", "kenmerk", "kenmerken", "categorie", "categorieen", "soort", "naam",
    "omschrijving", "groep", "indicator", "indicatoren", "variabele", "variabelen", "bron", "item",
    "tabel", "kolom", "rij", "label", "ref", "code", "meetwaarde", "maat", "measure", "merkmal",
    "status", "rijlabels", "rijlabel", "kolomlabels", "organisatie", "organisaties", "instantie",
    "dienst", "afdeling", "loket", "loketten", "locatie", "vestiging", "gemeente", "gemeenten",
    "regio", "regios", "provincie", "land", "landen", "gebied", "streek", "wijk", "nationaliteit",
    "herkomst", "product", "type", "post", "artikel", "beschrijving", "waarden", "uitkomst",
})  # fmt: skip
# TableNames of sheets that say nothing: 'Blad1', 'Export 2024', 'Concept'.
_GENERIC = re.compile(
    r"(?:blad|sheet|table|concept|draaitabel|pivot|werkblad|data|export|tabel|invoer|uitvoer|definitief"
    r"|nieuw|oud|versie|v)?[\s_-]*[\d._-]*"
)


def wrong_scale(line: Line, file: str) -> Finding:
    """Numbers that are not in ones are never multiplied, and never taken as they stand."""
    return found("SR-B016", Position(file, line.line or None), {"tekst": line.text}, which="schaal")


def doubts(roles: Roles, said: Said, file: str, choices: Choices) -> Iterator[Question]:
    """A question for each text that may make the values other figures, unless it was said not to
    matter.
    """
    settled = {name for name, to in choices.columns.items() if to in {ANY, SKIP}}
    found = [*_around(roles, said), *_corners(roles), *_beside(roles)]
    for line, sentence, yes in {normal(one[0].text): one for one in found}.values():
        if normal(line.text) not in settled:
            place = Position(file, line.line or None)
            yield Question("SR-B015", sentence, "kolom", line.text, {ANY: yes}, place=place)
    if not _sheet_known(roles.region.sheet, roles.table, choices):
        sentence = f"Het werkblad heet '{roles.region.sheet}'; {_is_it(roles.table)}"
        about, answers = roles.region.sheet, {ANY: _YES}
        yield Question("SR-B015", sentence, "kolom", about, answers, place=Position(file))


_Doubt = tuple[Line, str, str]
_YES = "ja, dit klopt"
_NO_MATTER = "doet er niet toe"


def _around(roles: Roles, said: Said) -> Iterator[_Doubt]:
    """Titles that are no name of the table, and texts with words that can change the meaning."""
    region, table = roles.region, roles.table
    own = words_about(table)
    for line in said.texts:
        if normal(line.text) in roles.told:
            continue
        if line in said.filters:
            sentence = f"Er staat '{line.text}': misschien zijn dit niet alle gevallen."
            yield line, sentence, _NO_MATTER
        elif line in region.titles and not _about_file(line):
            if not _explained(line, region, table):
                yield line, f"Boven de cijfers staat '{line.text}'; {_is_it(table)}", _YES
        elif tells_of_change(line.text) and parts_in(line.text):
            sentence = (
                f"Er staat '{line.text}': gaan de cijfers over het hele jaar, en zijn ze op een"
                " manier geteld?"
            )
            yield line, sentence, _NO_MATTER
        elif word := worrying(line.text, own):
            sentence = f"Er staat '{line.text}' ('{word}'): het kan om andere cijfers gaan."
            yield line, sentence, _NO_MATTER


def _corners(roles: Roles) -> Iterator[_Doubt]:
    """Heads of label columns that say more than what the labels are: 'Minderjarigen' in the corner
    of a table.
    """
    own = words_about(roles.table)
    for at, one in enumerate(roles.region.dimensions):
        if not one.name or is_about_rows(one.name):
            continue
        names = roles.roles[at] is Role.COLUMN
        told = names and not (
            normal(one.name) in _NEUTRAL_HEADS
            or title_explained(one.name, roles.table, section=False)
        )
        if told or worrying(one.name, own):
            line = Line(one.name, roles.region.lines[0])
            sentence = f"In {one.where} staat boven de namen '{one.name}'; {_is_it(roles.table)}"
            yield line, sentence, _YES


def _beside(roles: Roles) -> Iterator[_Doubt]:
    """Remarks and units beside the rows that can change the meaning of a row."""
    own = words_about(roles.table)
    for at, one in enumerate(roles.region.dimensions):
        if not is_about_rows(one.name) or roles.roles[at] not in {Role.UNUSED, Role.FIXED}:
            continue
        seen: set[str] = set()
        for value in roles.region.values:
            text = value.labels[at].text
            if text in seen:
                continue
            seen.add(text)
            if is_unit_head(one.name) and is_code(roles.region, at):
                strange = False
            elif is_meaning_head(one.name):
                strange = normal(text) not in roles.told and not _known_unit(text, roles.table)
            elif is_unit_head(one.name):
                strange = not _known_unit(text, roles.table)
            else:
                strange = bool(worrying(text, own)) and read_period(text) is None
            if strange:
                line = Line(text, value.line)
                sentence = f"Bij regel {value.line} staat in {one.where} '{one.name}': '{text}'."
                yield line, sentence, _NO_MATTER


def _known_unit(text: str, table: Table) -> bool:
    """Whether a unit is that of the table, or says no more than that is counted; a scale is told
    apart (`scaled`).
    """
    if not text or is_measure(text) or is_percent(text) or is_scale(text) or text.isdigit():
        return True
    return set(words_of(text).split()) <= words_about(table) | {"aantal", "number", "anzahl"}


def short_rows(region: Region, file: str) -> Iterator[Finding]:
    """Rows with fewer cells than the others: every cell after the lost one has moved."""
    for number in region.short:
        yield found("SR-B017", Position(file, number), {"regel": number}, which="korte rij")


def _about_file(line: Line) -> bool:
    """A line about the file, a footnote, or a sentence that explains."""
    if (
        is_no_filter(line.text)
        or line.marks
        or (line.text.endswith(".") and is_sentence(line.text))
    ):
        return True
    return is_margin(line.text) or _ABOUT_FILE.match(line.text.lower()) is not None


def _explained(line: Line, region: Region, table: Table) -> bool:
    return title_explained(line.text, table, section=line in region.section)


def _sheet_known(sheet: str, table: Table, choices: Choices) -> bool:
    """Whether the name of the sheet is no reason to think of other figures."""
    if not sheet or choices.sheet is not None or choices.columns.get(normal(sheet)) == ANY:
        return True
    return bool(_GENERIC.fullmatch(sheet.lower())) or title_explained(sheet, table, section=False)


def _is_it(table: Table) -> str:
    return f"gaat het wel om {table.name} ({table.title})?"
