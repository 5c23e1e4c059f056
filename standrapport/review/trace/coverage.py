# SPDX-License-Identifier: EUPL-1.2
"""How far the numbers of an edition are accounted for, which figures were delivered but used
nowhere or asked for and missing, and of which sentences nobody said where they come from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress

from ...checks.statements.reading.mention import sentences
from ...core.formula import FormulaError, parse_expression, references, references_in
from ...core.frozen import dataclass
from ...core.model import (
    Block,
    FigureName,
    Kind,
    Position,
    Text,
    Used,
    WorkedOut,
    figure_of,
    single_figures,
)
from ...core.notation import format_getal, join_names
from ...core.words import attributions_of, for_sentence
from ...pipeline.checked import Checked

_WORDS = {
    "verwijzing": "genoemd bij de naam: {{ … }}",
    "herkend": "getypt, en herkend als een cijfer",
    "verandering": "getypt, en herkend als het verschil tussen twee jaren",
    "opgegeven": "getypt, en met een reden opgegeven onder getallen",
    "telt niets": "getypt, en telt niets uit de tabellen",
    "twijfel": "getypt, en niet zeker welk cijfer het is",
    "onbekend": "getypt, en niet het cijfer dat de zin noemt",
}
_GIVEN = (Kind.VALUE, Kind.SUPPRESSED)


@dataclass(frozen=True)
class Coverage:
    """Numbers in text per reading.

    Refs with a value in the report year that are printed nowhere; titles of missing indicators.
    """

    year: int
    numbers: dict[str, int]
    unused: tuple[str, ...]
    missing: tuple[str, ...]


def coverage_of(checked: Checked, used: Sequence[Used]) -> Coverage:
    """The coverage of an edition; `used` are the places where the report prints figures."""
    counted = Counter(number.reading for number in checked.numbers)
    printed = _printed(checked, used)
    known = {
        name.ref
        for name, figure in single_figures(checked.figures).items()
        if name.year == checked.year and figure.kind in _GIVEN and not figure.derived
    }
    missing = tuple(
        wanted.title
        for wanted in checked.catalogue.requested
        if not any(
            figure_of(checked.figures, ref, checked.year).kind in _GIVEN for ref in wanted.refs
        )
    )
    unused = tuple(ref for ref in checked.catalogue.refs if ref in known and ref not in printed)
    return Coverage(
        checked.year, {reading: counted[reading] for reading in _WORDS}, unused, missing
    )


def _printed(checked: Checked, used: Sequence[Used]) -> set[str]:
    """The names of all figures the report prints, or uses in an expression."""
    printed: set[str] = set()
    for one in used:
        with suppress(FormulaError):
            printed |= {part.ref for part in references_in(one.ref)}
    for text, expressions in checked.worked.items():
        for expression in expressions:  # a list of names prints no number, but uses the figures
            with suppress(FormulaError):
                named = parse_expression(text.raw[expression.start + 2 : expression.end - 2])
                printed |= {part.ref for part in references(named.node)}
    return printed


def coverage_lines(found: Coverage) -> Iterator[str]:
    """The coverage in Dutch."""
    total = sum(found.numbers.values())
    yield f"Editie {found.year}: {format_getal(total)} getallen in de tekst."
    for reading, amount in found.numbers.items():
        if amount:
            yield f"  {format_getal(amount):>6}  {_WORDS[reading]}"
    yield (
        "Aangeleverd maar nergens gebruikt:"
        f" {join_names(list(found.unused)) if found.unused else 'geen'}."
    )
    yield (
        "Gevraagd maar niet bekend:"
        f" {join_names(list(found.missing)) if found.missing else 'geen'}."
    )


_SHORT = 4  # fewer words than this are a name or a label
_SHOWN = 10  # words of a sentence that are shown
_PROSE = {"tekst", "samenvatting", "rol", "noot"}
_STOPS = (".", "!", "?", ":", ";")


@dataclass(frozen=True)
class UnsourcedSentence:
    """A sentence without a source: its first words, and where it stands."""

    words: str
    position: Position


@dataclass(frozen=True)
class Sourced:
    """How the sentences of an edition are accounted for, and those that are not."""

    from_block: int
    from_figures: int
    own: int
    without: tuple[UnsourcedSentence, ...]


def sourced(checked: Checked) -> Sourced:
    """Every sentence in the blocks of an edition, by where it has its source from."""
    counted: Counter[str] = Counter()
    without: list[UnsourcedSentence] = []
    for block in _blocks(checked):
        said = attributions_of(block, checked.catalogue)
        for sentence, text, start, has_figure in _sentences(block, checked):
            about = for_sentence(said, sentence)
            if any(not one.own for one in about):
                counted["block"] += 1
            elif has_figure:
                counted["figures"] += 1
            elif about:
                counted["own"] += 1
            else:
                words = sentence.split()
                shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
                without.append(UnsourcedSentence(shown, text.place(start)))
    return Sourced(counted["block"], counted["figures"], counted["own"], tuple(without))


def sourced_lines(found: Sourced) -> Iterator[str]:
    """The same in Dutch, a line per sentence without a source."""
    total = found.from_block + found.from_figures + found.own + len(found.without)
    yield f"Zinnen: {format_getal(total)}."
    yield f"  {format_getal(found.from_block):>6}  met een bron onder 'volgens'"
    figures = f"{format_getal(found.from_figures):>6}"
    yield f"  {figures}  met een cijfer, en dus met de bron van dat cijfer"
    yield f"  {format_getal(found.own):>6}  van de redactie zelf ('eigen')"
    yield f"  {format_getal(len(found.without)):>6}  zonder bron"
    for one in found.without:
        yield f"  {one.position}: {one.words}"


def _blocks(checked: Checked) -> Iterator[Block]:
    if checked.edition is not None:
        for chapter in checked.edition.chapters:
            yield from chapter.blocks


def _sentences(block: Block, checked: Checked) -> Iterator[tuple[str, Text, int, bool]]:
    """Each sentence of the texts of a block: its words, its text, where it starts, and whether a
    figure is printed in it.
    """
    for path, value in block.leaves():
        if not isinstance(value, Text) or isinstance(value, FigureName):
            continue
        for one in sentences(value.raw):
            raw = value.raw[one.start : one.end]
            words = raw.lstrip(" \n-*>0123456789.")
            prose = path[-1] in _PROSE or raw.rstrip().endswith(_STOPS)
            if prose and len(words.split()) >= _SHORT:
                start = one.end - len(words)
                printed = _prints_figure(checked.worked.get(value, ()), value, one.start, one.end)
                yield words.strip(), value, start, printed


def _prints_figure(worked: Sequence[WorkedOut], text: Text, start: int, end: int) -> bool:
    """Whether an expression between two places of a text names a figure (`jaar` names none)."""
    for one in worked:
        if start <= one.start < end:
            with suppress(FormulaError):
                named = parse_expression(text.raw[one.start + 2 : one.end - 2])
                if list(references(named.node)):
                    return True
    return False
