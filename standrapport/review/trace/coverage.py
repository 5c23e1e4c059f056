# SPDX-License-Identifier: EUPL-1.2
"""How far the numbers of an edition are accounted for, and which figures were delivered but used
nowhere, or asked for and missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress

from ...core.formula import FormulaError, parse_expression, references, references_in
from ...core.frozen import dataclass
from ...core.model import Kind, Used, figure_of, single_figures
from ...core.notation import format_getal, join_names
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
