"""A trace as lines for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from ...core.model import Figure, Kind
from ...core.notation import format_datum, format_getal, round_to
from .account import Place, Step, Trace, exact

_WIDTH = 12


def trace_lines(found: Trace) -> Iterator[str]:
    """The trace in Dutch, most asked for first."""
    figure = found.figure
    yield f"{_name(figure)}: {figure.printed}{_unit(figure)}"
    yield from _field("", found.title)
    yield from _field("staat voor", _interval(figure))
    yield from _field("staat in", str(figure.position) if figure.position else "")
    yield from _field("betekent", " ".join(filter(None, (found.definition, found.note))))
    yield from _field("groep", found.population)
    yield from _field("bron", found.source)
    yield from _field(
        "peildatum", format_datum(figure.reference_date) if figure.reference_date else ""
    )
    yield from _field("periode", figure.period or "")
    yield from _field("status", "voorlopig" if figure.provisional else "")
    if figure.derived:
        yield ""
        yield "Afleiding"
        yield from _steps(found.computation, 1)
    yield ""
    yield "Regels" if found.outcomes else "Regels: geen enkele regel toetst dit cijfer."
    for outcome in found.outcomes:
        key = f" voor {outcome.key}" if outcome.key else ""
        what = outcome.rule.explanation or outcome.rule.test
        name = (
            f"bewering bij {outcome.rule.id.partition('#')[0]}"
            if outcome.rule.origin == "claim"
            else outcome.rule.id
        )
        yield f"  {name} ({outcome.year}{key}): {outcome.verdict.word}. {what}"
    yield ""
    yield "In het rapport" if found.places else "In het rapport: nergens."
    for place in found.places:
        where = " > ".join(filter(None, (place.chapter, place.block)))
        yield f"  {where}: {place.text}{_how(place)}"


def _how(place: Place) -> str:
    if place.position:
        return f" (getypt, {place.position})"
    return " (ermee afgeleid)" if place.computed else ""


def _field(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"  {name:<{_WIDTH}}{text}"


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
        return "nog niet bekend"
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
    from decimal import Decimal

    return format_getal(
        round_to(Decimal(value.numerator) / Decimal(value.denominator), min(decimals, 2)),
        min(decimals, 2),
    )


def _steps(step: Step, depth: int) -> Iterator[str]:
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
        "low": None if low is None else float(low),
        "high": None if high is None else float(high),
        "unit": figure.unit,
        "rounding": None if figure.rounding is None else float(figure.rounding),
        "definition": found.definition,
        "note": found.note,
        "population": found.population,
        "source": found.source,
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
        "used": [_place(place) for place in found.places],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    position = figure.position
    return {
        "ref": figure.id.ref,
        "year": figure.id.year,
        "key": figure.id.key,
        "printed": figure.printed,
        "value": None if figure.value is None else float(figure.value),
        "formula": figure.formula,
        "location": (
            {"file": position.file, "line": position.line, "column": position.column}
            if position
            else None
        ),
    }


def _tree(step: Step) -> dict[str, Any]:
    return {**_figure(step.figure), "inputs": [_tree(one) for one in step.inputs]}


def _place(place: Place) -> dict[str, Any]:
    position = place.position
    where = (
        {"file": position.file, "line": position.line, "column": position.column}
        if position
        else None
    )
    return {
        "chapter": place.chapter,
        "block": place.block,
        "text": place.text,
        "typed": where is not None,
        "computed": place.computed,
        "location": where,
    }
