"""The text alternative of a chart: what a sighted reader sees, in Dutch sentences made from the same points."""

from __future__ import annotations

from decimal import Decimal

from ..notation import format_getal, join_names
from .model import Grafiek, Punt, Reeks, Stroom

_FORMS = {"staaf": "Staafdiagram", "gestapeld": "Gestapeld staafdiagram", "lijn": "Lijndiagram", "ranglijst": "Ranglijst"}


def describe(chart: Grafiek | Stroom) -> str:
    """What the chart is, and per series the first and last value, the highest and lowest, and what is unknown."""
    if isinstance(chart, Stroom):
        return _flow(chart)
    head = f"{_FORMS[chart.vorm]}: {chart.titel}, in {chart.eenheid}."
    if chart.vorm == "ranglijst":
        points = [f"{name} {point.tekst}" for name, point in zip(chart.categorieen, chart.reeksen[0].punten, strict=True)]
        return f"{head} Van groot naar klein: {join_names(points)}."
    parts = [head]
    if len(chart.categorieen) > 1:
        parts.extend(_series(series) for series in chart.reeksen)
    else:
        parts.append(f"{chart.categorieen[0]}: {join_names([f'{s.naam} {s.punten[0].tekst}' for s in chart.reeksen])}.")
    if chart.breuken:
        parts.append(f"Vanaf {join_names(list(chart.breuken))} is de telling anders.")
    if any(point.voorlopig for series in chart.reeksen for point in series.punten):
        parts.append("Gearceerde waarden zijn voorlopig.")
    return " ".join(parts)


def _series(series: Reeks) -> str:
    known = [point for point in series.punten if point.waarde is not None]
    unknown = [point.label for point in series.punten if point.waarde is None]
    if not known:
        return f"{series.naam}: nog niet bekend."
    first, last = known[0], known[-1]
    sentence = f"{series.naam}: {_named(first)}"
    if last is not first:
        sentence += f", {_named(last)} ({_change(first, last)})"
        high, low = max(known, key=_value), min(known, key=_value)
        extremes = [f"{word} {_named(point)}" for word, point in (("hoogste", high), ("laagste", low)) if point not in (first, last)]
        if extremes:
            sentence += f", {join_names(extremes)}"
    if unknown:
        sentence += f", niet bekend voor {join_names(unknown)}"
    return f"{sentence}."


def _named(point: Punt) -> str:
    period = f" {point.periode}" if point.periode else ""
    return f"{point.tekst} in {point.label}{period}"


def _value(point: Punt) -> Decimal:
    return point.waarde if point.waarde is not None else Decimal(0)


def _change(first: Punt, last: Punt) -> str:
    change = _value(last) - _value(first)
    if not change:
        return "gelijk"
    places = max(0, -int(change.normalize().as_tuple().exponent))
    return f"{format_getal(abs(change), places)} {'meer' if change > 0 else 'minder'}"


def _flow(chart: Stroom) -> str:
    incoming = join_names([f"{point.label} {point.tekst}" for point in chart.van])
    outgoing = join_names([f"{point.label} {point.tekst}" for point in chart.naar])
    return (
        f"Stroomdiagram: {chart.titel}, in {chart.eenheid}. Naar {chart.midden} toe: {incoming}. Uit {chart.midden}: {outgoing}. "
        "Hoe breder de pijl, hoe groter het aantal."
    )
