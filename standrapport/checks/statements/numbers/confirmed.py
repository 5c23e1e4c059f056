# SPDX-License-Identifier: EUPL-1.2
"""A doubt is settled once: readings a person confirmed (`leest:`), which hold as long as their
sentence and their figures are what they were.

A confirmed reading never makes a wrong number right: the number must be what it is said to be, a
reference must be the one that was confirmed, and words must hold as the comparison they stand for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from ....core.formula import (
    Compare,
    FormulaError,
    Node,
    figure_meant,
    name_of,
    parse_expression,
    parse_rule,
    references_in,
)
from ....core.frozen import dataclass
from ....core.model import Catalogue, ConfirmedReading, Edition, Figures, Finding, Text
from ....messages import found
from ..named.ledger import Ledger, Statements, ledger_of
from ..named.referring import shape_of
from ..named.statement import NamedFigure, Relation, StatementOutcome, Uitspraak
from ..named.values import PrintedValue, summed
from ..reading.mention import sentences

_JUDGED = frozenset(f"SR-N0{number}" for number in (10, 11, 12, 13, 15, 16, 17))
_MATCHES = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
}


@dataclass(frozen=True)
class Meaning:
    """What a confirmed reading stands for: figures and the value they give, or for words whether
    the comparison holds.
    """

    about: tuple[NamedFigure, ...]
    relation: Relation
    value: PrintedValue | None
    holds: bool


def sentence_at(text: Text, at: int) -> str:
    """The sentence around a place of a text as it is written, on one line."""
    raw = text.raw
    bounds = next((one for one in sentences(raw) if one.start <= at < one.end), None)
    return " ".join((raw[bounds.start : bounds.end] if bounds else raw).split())


def written(one: Uitspraak) -> str:
    """The words of a statement as they stand in the file: a reference with its braces."""
    return " ".join(one.source.raw[one.start : one.end].split())


def confirm(
    year: int, catalogue: Catalogue, figures: Figures, one: Uitspraak, meant: str
) -> str | None:
    """The fingerprint of a statement read as `meant`; None when that is not what stands there."""
    ledger = ledger_of(year, catalogue, figures)
    found = meaning(ledger, meant)
    if found is None or not _is_so(one, meant, found):
        return None
    return reading_print(ledger, one, meant)


def reading_print(ledger: Ledger, one: Uitspraak, meant: str) -> str:
    """The fingerprint of a reading: its sentence, what is meant, and the figures of that."""
    printed = [
        figure_meant(ledger.figures, ref, ledger.year).printed for ref in references_in(meant)
    ]
    said = "\x1f".join([sentence_at(one.source, one.start), " ".join(meant.split()), *printed])
    return hashlib.sha256(said.encode()).hexdigest()[:10]


def meaning(ledger: Ledger, meant: str) -> Meaning | None:
    """What `als` stands for; None when it cannot be read or worked out."""
    try:
        node: Node = parse_rule(meant)
    except FormulaError:
        try:
            node = parse_expression(meant).node
        except FormulaError:
            return None
    if not isinstance(node, Compare):
        return _valued(ledger, node)
    left, right = _valued(ledger, node.left), _valued(ledger, node.right)
    if left is None or right is None or left.value is None or right.value is None:
        return None
    holds = _MATCHES[node.operator](left.value.value, right.value.value)
    return Meaning((*left.about, *right.about), Relation.COMPARISON, None, holds)


def _valued(ledger: Ledger, node: Node) -> Meaning | None:
    """A figure, or what is computed from figures."""
    shape = shape_of(node)
    if shape is None:
        return None
    relation, references = shape
    about, values = [], []
    for reference in references:
        subject = ledger.names.by_name.get((reference.ref, reference.key))
        name = name_of(ledger.figures, reference, ledger.year)
        value = ledger.known.value_of(name, subject) if subject is not None else None
        if subject is None or value is None:
            return None
        about.append(NamedFigure(subject, name.year, name.beside, reference.expected))
        values.append(value)
    match relation:
        case Relation.SHARE:
            total = values[0].per(values[1], 100)
        case Relation.CHANGE | Relation.COMPARISON:
            total = (values[0] - values[1]).size
        case _:
            total = summed(values)
    return None if total is None else Meaning(tuple(about), relation, total, holds=True)


def settled(edition: Edition, ledger: Ledger) -> Statements:
    """The statements of an edition with confirmed readings taken as they were confirmed, and
    SR-N045 for each that no longer holds.
    """
    done = ledger.done
    for chapter in edition.chapters:
        for block in chapter.blocks:
            for reading in block.readings:
                own = [
                    (at, one)
                    for at, one in enumerate(done.statements)
                    if (one.chapter, one.block) == (chapter.name, block.id)
                    and " ".join(reading.words.split()) in (written(one), one.words)
                ]
                done.findings.extend(_settle(ledger, reading, own))
    return done


def _settle(
    ledger: Ledger, reading: ConfirmedReading, own: list[tuple[int, Uitspraak]]
) -> Iterator[Finding]:
    """Take one reading as confirmed, or say why it does not hold."""
    said = {"woorden": reading.words, "als": reading.meant, "door": reading.by, "op": reading.on}

    def wrong(which: str) -> Finding:
        return found("SR-N045", reading.position, said, which=which, year=ledger.year)

    now = [
        (at, one)
        for at, one in own
        if reading_print(ledger, one, reading.meant) == reading.fingerprint
    ]
    if not now:
        yield wrong("vervallen" if own else "weg")
        return
    meant = meaning(ledger, reading.meant)
    for at, one in now:
        if meant is None or not _is_so(one, reading.meant, meant):
            yield wrong("onjuist")
            continue
        _take(ledger, at, one, meant)


def _take(ledger: Ledger, at: int, one: Uitspraak, meant: Meaning) -> None:
    """Statement number `at` as it was confirmed; what was found of it goes."""
    done, place = ledger.done, one.source.place(one.start)
    relation = one.relation if isinstance(one.says, str) else meant.relation
    ids = tuple(named.id for named in meant.about)
    done.statements[at] = replace(one, outcome=StatementOutcome.RIGHT, relation=relation, about=ids)
    done.findings[:] = [
        finding
        for finding in done.findings
        if finding.code not in _JUDGED or finding.position != place
    ]
    for number, found_ in enumerate(done.numbers):
        here = found_.source is one.source and found_.at == one.start
        if here and found_.reading != "verwijzing":
            done.numbers[number] = replace(found_, reading="herkend", figures=ids)


def _is_so(one: Uitspraak, said: str, meant: Meaning) -> bool:
    """Whether what was confirmed is true of what stands there."""
    if isinstance(one.says, str):
        return meant.value is None and meant.holds
    if meant.value is None:
        return False
    if (raw := written(one)).startswith("{{"):
        return raw[2:-2].split() == said.split()
    low, high = one.says
    return low <= meant.value.value <= high
