"""What texts and rows say against taking the values of a table as they are: another scale, a
selection, a title that may make it other figures, rows that lack a cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..core.model import Finding, Position, Severity, Table
from .choices import ANY, Choices, Question, Roles
from .regions import Region
from .rows import Line
from .said import Said
from .tables import title_explained
from .words import is_margin, normal

# A line about the file, not about what is counted.
_ABOUT_FILE = re.compile(
    r"(?:bron|peildatum|peilmoment|datum|versie|status|contact|auteur|publicatie\w*|gepubliceerd"
    r"|laatst|geraadpleegd|download\w*|toelichting|noot|noten|eenheid|sheet|blad|sep=)\b"
)
# Names of sheets that say nothing: 'Blad1', 'Export 2024', 'Concept'.
_GENERIC = re.compile(
    r"(?:blad|sheet|concept|draaitabel|pivot|werkblad|data|export|tabel|invoer|uitvoer|definitief"
    r"|nieuw|oud|versie|v)?[\s_-]*[\d._-]*"
)


def wrong_scale(line: Line, file: str) -> Finding:
    """Numbers that are not in ones are never multiplied, and never taken as they stand."""
    sentence = (
        f"Er staat '{line.text}': de getallen zijn niet in hele eenheden. Lever een"
        " bestand met de getallen zelf aan."
    )
    return Finding("SR-B016", Severity.ERROR, sentence, (Position(file, line.line or None),))


def doubts(roles: Roles, said: Said, file: str, choices: Choices) -> Iterator[Question]:
    """A question for each text that may make the values other figures, unless it was said not to
    matter.
    """
    region, table = roles.region, roles.table
    for line in said.filters:
        if choices.columns.get(normal(line.text)) != ANY:
            sentence = f"Er staat '{line.text}': misschien zijn dit niet alle gevallen."
            yield _question(sentence, line, "doet er niet toe", "", file)
    for line in region.titles:
        if line in said.filters or choices.columns.get(normal(line.text)) == ANY:
            continue
        if not (_about_file(line) or _explained(line, region, table)):
            sentence = f"Boven de cijfers staat '{line.text}'; {_is_it(table)}"
            yield _question(sentence, line, "ja, dit klopt", ANY, file)
    if not _sheet_known(region.sheet, table, choices):
        sentence = f"Het werkblad heet '{region.sheet}'; {_is_it(table)}"
        yield _question(sentence, Line(region.sheet, 0), "ja, dit klopt", ANY, file)


def short_rows(region: Region, file: str) -> Iterator[Finding]:
    """Rows with fewer cells than the others: every cell after the lost one has moved."""
    for number in region.short:
        sentence = (
            f"Regel {number} heeft minder cellen dan de andere rijen; er kan een cel weggevallen"
            " zijn."
        )
        yield Finding("SR-B017", Severity.ERROR, sentence, (Position(file, number),))


def _about_file(line: Line) -> bool:
    """A line about the file, a footnote, or a sentence that explains."""
    if line.marks or line.text.endswith("."):
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


def _question(sentence: str, line: Line, yes: str, proposed: str, file: str) -> Question:
    place = Position(file, line.line or None)
    return Question("SR-B015", sentence, "kolom", line.text, {ANY: yes}, proposed, place)
