# SPDX-License-Identifier: EUPL-1.2
"""Keys of a block that do nothing where they stand, and figures a chart cannot do without: what a
chart or table uses depends on its other keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...core.formula import FormulaError, Reference, parse_formula
from ...core.model import (
    Block,
    Catalogue,
    Dekking,
    Edition,
    FigureName,
    Figures,
    Finding,
    Grafiek,
    Ontbrekend,
    Severity,
    Tabel,
    has_keys,
    missing_columns,
)
from ...core.notation import join_names
from ...messages import found

Idle = tuple[str, str]  # a key, and why it does nothing


def check_keys(edition: Edition, catalogue: Catalogue, figures: Figures) -> list[Finding]:
    """SR-L031 for every key that does nothing and every list with nothing in it, SR-L003
    for figures a chart cannot do without.
    """
    findings = []
    for chapter in edition.chapters:
        for block in chapter.blocks:
            for key, why in _idle(block, figures):
                place = block.places.get(key, block.position)
                findings.append(found("SR-L031", place, {"sleutel": key, "reden": why}))
            if which := _empty(block, edition.year, catalogue, figures):
                bad = Severity.WARNING if which == Dekking.kind else Severity.NOTE
                findings.append(found("SR-L031", block.position, {}, which=which, severity=bad))
            absent = join_names([f"'{key}'" for key in _absent(block)])
            if absent:
                said = {"sleutels": absent}
                findings.append(found("SR-L003", block.position, said, which="grafiek"))
    return findings


def _empty(block: Block, year: int, catalogue: Catalogue, figures: Figures) -> str:
    """The kind of a block that lists nothing, or ''."""
    if isinstance(block, Dekking) and not catalogue.requested:
        return block.kind
    if isinstance(block, Ontbrekend) and block.text is not None:
        return "" if missing_columns(catalogue, figures, year) else block.kind
    return ""


def _idle(block: Block, figures: Figures) -> Iterator[Idle]:
    if isinstance(block, Grafiek):
        yield from _idle_in_chart(block, figures)
    elif isinstance(block, Tabel) and not _keyed(block.figures, figures):
        why = "geen cijfer van deze tabel heeft sleutels"
        if block.rows == "sleutels":
            yield "rijen", why
        if block.top is not None:
            yield "top", why


def _idle_in_chart(block: Grafiek, figures: Figures) -> Iterator[Idle]:
    given = dict(block.own())
    if block.shape == "stroom":
        for key in ("cijfers", "jaren", "top"):
            if key in given:
                yield key, "een stroom toont 'van' en 'naar' in het rapportjaar"
        return
    for key in ("van", "naar", "midden"):
        if key in given:
            yield key, f"het hoort bij een stroom, en dit is een {_SHAPES[block.shape]}"
    if block.shape != "ranglijst":
        if block.top is not None:
            yield "top", f"een {_SHAPES[block.shape]} toont elk cijfer dat genoemd is"
        return
    if len(block.years) > 1:
        yield "jaren", "een ranglijst toont een jaar; noem er een"
    if block.top is not None and not _keyed(block.figures[:1], figures):
        yield "top", "het eerste cijfer van deze ranglijst heeft geen sleutels"


_SHAPES = {
    "lijn": "lijngrafiek",
    "staaf": "staafgrafiek",
    "gestapeld": "gestapelde grafiek",
    "ranglijst": "ranglijst",
}


def _absent(block: Block) -> Iterator[str]:
    if not isinstance(block, Grafiek):
        return
    if block.shape == "stroom":
        needed = {"van": block.inflow, "naar": block.outflow}
    else:
        needed = {"cijfers": block.figures}
    yield from (key for key, names in needed.items() if not names)


def _keyed(names: tuple[FigureName, ...], figures: Figures) -> bool:
    """Whether any of the figures has a value per key."""
    return any(
        isinstance(node, Reference) and node.key is None and has_keys(figures, node.ref)
        for node in map(_parsed, names)
    )


def _parsed(name: FigureName) -> object:
    try:
        return parse_formula(name.raw)
    except FormulaError:
        return None
