# SPDX-License-Identifier: EUPL-1.2
"""A trace as lines for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from ...core.model import Figure, Kind, Outcome
from ...core.notation import NOT_KNOWN, format_datum, format_getal, json_number
from ...core.words import meaning, rounded, source_with_address
from ...messages import as_plain_text, section_lines
from ...messages.sections import Drawing, Facts, Section, items
from .account import Computed, PrintedAt, Trace, exact


def trace_lines(found: Trace) -> Iterator[str]:
    """The trace in Dutch, most asked for first, as lines for a terminal."""
    return iter(as_plain_text(section_lines(trace_sections(found))).splitlines())


def trace_sections(found: Trace) -> Iterator[Section]:
    """The trace as sections: what it is, how it was computed, its rules, its places."""
    figure, about = found.figure, found.about
    facts = (
        ("", found.title),
        ("staat voor", _interval(figure)),
        ("staat in", str(figure.position) if figure.position else ""),
        ("betekent", " ".join(filter(None, (about.definition, about.note)))),
        ("groep", about.population),
        ("bron", source_with_address(about.source)),
        ("peildatum", format_datum(figure.reference_date) if figure.reference_date else ""),
        ("periode", figure.period or ""),
        ("status", "" if figure.status == "definitief" else figure.status),
    )
    yield Section(_name(figure), (Facts(facts),), f": {figure.printed}{_unit(figure)}")
    if figure.derived:
        yield Section("Afleiding", (Drawing(tuple(_steps(found.computation, 1))),))
    yield _listed("Regels", ": geen enkele regel toetst dit cijfer.", map(_outcome, found.outcomes))
    yield _listed("In het rapport", ": nergens.", map(_place, found.places))


def _listed(title: str, without: str, lines: Iterable[str]) -> Section:
    """A list below its title, or that there is none beside it."""
    told = items(lines)
    return Section(title, (told,)) if told.items else Section(title, (), without)


def _outcome(outcome: Outcome) -> str:
    key = f" voor {outcome.key}" if outcome.key else ""
    what = outcome.rule.explanation or outcome.rule.test
    claim = outcome.rule.origin == "claim"
    name = f"bewering bij {outcome.rule.id.partition('#')[0]}" if claim else outcome.rule.id
    return f"{name} ({outcome.year}{key}): {outcome.verdict.word}. {what}"


def _place(place: PrintedAt) -> str:
    where = " > ".join(filter(None, (place.chapter, place.block)))
    how = " (ermee afgeleid)" if place.computed else ""
    return f"{where}: {place.text}{f' (getypt, {place.position})' if place.position else how}"


def _name(figure: Figure) -> str:
    key = f" {figure.id.key}" if figure.id.key is not None else ""
    return f"{figure.id.ref}{key} {figure.id.year}"


def _unit(figure: Figure) -> str:
    return (
        f" {figure.unit}"
        if figure.kind is Kind.VALUE and figure.unit and figure.unit != "procent"
        else ""
    )


def _interval(figure: Figure) -> str:
    low, high = exact(figure)
    if low is None and high is None:
        return meaning(NOT_KNOWN)
    if low == high and low is not None:
        return f"precies {_number(low)}"
    return (
        f"{_number(low) if low is not None else '…'} tot en met"
        f" {_number(high) if high is not None else '…'}"
    )


def _number(value: Fraction) -> str:
    for decimals in range(4):
        if (value * 10**decimals).denominator == 1:
            break
    places = min(decimals, 2)
    return format_getal(rounded(value, places), places)


def _steps(step: Computed, depth: int) -> Iterator[str]:
    figure = step.figure
    where = f" ({figure.position})" if figure.position else ""
    formula = f" = {' '.join(figure.formula.split())}" if figure.formula else ""
    yield f"{'  ' * depth}{_name(figure)}: {figure.printed}{formula}{where}"
    for one in step.inputs:
        yield from _steps(one, depth + 1)


def trace_as_dict(found: Trace) -> dict[str, Any]:
    """The trace as `standrapport/trace/1` JSON."""
    figure = found.figure
    low, high = exact(figure)
    return {
        "schema": "standrapport/trace/1",
        **_figure(figure),
        "title": found.title,
        "low": json_number(low),
        "high": json_number(high),
        "unit": figure.unit,
        "rounding": json_number(figure.rounding),
        "definition": found.about.definition,
        "note": found.about.note,
        "population": found.about.population,
        "source": source_with_address(found.about.source),
        "reference_date": figure.reference_date,
        "period": figure.period,
        "provisional": figure.provisional,
        "computation": _tree(found.computation) if figure.derived else None,
        "rules": [
            {
                "rule": o.rule.id,
                "year": o.year,
                "key": o.key,
                "verdict": o.verdict.value,
                "origin": o.rule.origin,
            }
            for o in found.outcomes
        ],
        "used": [_place_dict(place) for place in found.places],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    position = figure.position
    return {
        **figure.id.as_dict(),
        "printed": figure.printed,
        "value": json_number(figure.value),
        "formula": figure.formula,
        "location": position.as_dict() if position else None,
    }


def _tree(step: Computed) -> dict[str, Any]:
    return {**_figure(step.figure), "inputs": [_tree(one) for one in step.inputs]}


def _place_dict(place: PrintedAt) -> dict[str, Any]:
    where = place.position
    return {
        "chapter": place.chapter,
        "block": place.block,
        "text": place.text,
        "typed": where is not None,
        "computed": place.computed,
        "location": where.as_dict() if where else None,
    }
