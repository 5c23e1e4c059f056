# SPDX-License-Identifier: EUPL-1.2
"""Statements as staff and programs see them (`standrapport lees`)."""

from __future__ import annotations

from typing import Any

from ...core.model import Catalogue, FigureKey
from ...core.notation import json_number
from .named.statement import StatementOutcome, Uitspraak

_WORDS = {
    StatementOutcome.RIGHT: "klopt",
    StatementOutcome.WRONG: "klopt niet",
    StatementOutcome.DOUBT: "twijfel",
    StatementOutcome.NOTHING: "telt niets uit de tabellen",
}


def statement_as_dict(one: Uitspraak) -> dict[str, Any]:
    """A statement as JSON (contract, 'lees')."""
    place = one.source.place(one.start)
    first = one.about[0] if one.about else None
    says: Any = one.says
    if not isinstance(says, str):
        says = [json_number(says[0]), json_number(says[1])]
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "text": one.words,
        "relation": one.relation.value,
        "ref": _ref(first) if first else None,
        "year": first.year if first else None,
        "key": first.key if first else None,
        "says": says,
        "outcome": one.outcome.value,
    }


def _ref(name: FigureKey) -> str:
    """The reference of a figure; one that was asked for as a target or forecast says so."""
    return f"{name.ref}[{name.beside.split()[0]}]" if name.beside else name.ref


def statement_line(one: Uitspraak, catalogue: Catalogue) -> str:
    """A statement in one line: '… **2.100** → Gegronde klachten, 2021: klopt'."""
    raw, place = one.source.raw, one.source.place(one.start)
    before = " ".join(raw[max(0, one.start - 40) : one.start].split("\n")[-1].split())
    after = " ".join(raw[one.end : one.end + 30].split("\n")[0].split())
    sentence = f"{before} **{one.words}** {after}".strip()
    told = reading_words(one, catalogue)
    arrow = " → " if one.about else ": "
    return f"{place.file}:{place.line}: {sentence}{arrow}{told}"


def reading_words(one: Uitspraak, catalogue: Catalogue) -> str:
    """What a statement was read as, and what became of it: 'Gegronde klachten, 2021: klopt'."""
    named = "; ".join(_name(name, catalogue) for name in one.about)
    about = f"{named} ({one.relation.value}): " if named else ""
    return f"{about}{_WORDS[one.outcome]}"


def _name(name: FigureKey, catalogue: Catalogue) -> str:
    column = catalogue.column(name.ref)
    key = f" {name.key}" if name.key else ""
    population = f", {column.population}" if column and column.population else ""
    beside = f" ({name.beside})" if name.beside else ""
    return f"{catalogue.title(name.ref)}{key}, {name.year}{beside}{population}"
