# SPDX-License-Identifier: EUPL-1.2
"""Blocks that hang together: every question has its answer and every answer its question; the ways
in the picture of a process lead somewhere, and what goes in comes out.

Keys of a block that do nothing where they stand, and figures a chart cannot do without: what a
chart or table uses depends on its other keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...core.formula import FormulaError, Reference, parse_formula
from ...core.model import (
    Antwoord,
    Block,
    Catalogue,
    Dekking,
    Edition,
    Figure,
    FigureName,
    Figures,
    Finding,
    Grafiek,
    Infographic,
    Ontbrekend,
    Part,
    Position,
    Severity,
    Tabel,
    Vraag,
    Weg,
    answers_of,
    figure_of,
    has_keys,
    left_over,
    missing_columns,
)
from ...core.notation import format_getal, join_names
from ...messages import found
from .texts import named_references


def check_processes(edition: Edition, figures: Figures) -> list[Finding]:
    """SR-S062 for every node that is not there, SR-S063 where the sides differ by more than
    rounding.
    """
    findings: list[Finding] = []
    for chapter in edition.chapters:
        for block in chapter.blocks:
            if isinstance(block, Infographic):
                findings += _nodes(block)
                findings += _balance(block, figures, edition.year)
    return findings


def _nodes(block: Infographic) -> Iterator[Finding]:
    """What a way, a way back or the conditions point at."""
    names = [way.name for way in block.ways]
    known = join_names([f"'{name}'" for name in dict.fromkeys(names)])
    ends = [name.raw.strip() for name in block.outflow]
    for at, way in enumerate(block.ways):
        if way.name in names[:at]:
            place = _place(way, "naam")
            yield found("SR-S062", place, {"naam": way.name}, which="dubbel")
        yield from _of_way(way, names, ends)
    if block.conditions_of and block.conditions_of not in names:
        said = {"sleutel": "voorwaarden_voor", "naam": block.conditions_of}
        said["er_zijn"] = known or "geen wegen"
        yield found("SR-S062", _place(block, "voorwaarden_voor"), said, which="weg")
    if block.stays is not None and len(block.stays.figure) != 1:
        yield found("SR-S062", _place(block.stays, "cijfer"), which="blijft")


def _of_way(way: Weg, names: list[str], ends: list[str]) -> Iterator[Finding]:
    """Where one way ends, and where its way back goes."""
    if not way.leads_to:
        yield found("SR-S062", _place(way, "naar"), {"naam": way.name}, which="nergens")
    for name in way.leads_to:
        if name.raw.strip() not in ends:
            said = {"naam": way.name, "cijfer": name.raw.strip(), "er_zijn": join_names(ends)}
            yield found("SR-S062", name.position, said)
    if way.back is not None and (way.back.to not in names or way.back.to == way.name):
        known = join_names([f"'{name}'" for name in dict.fromkeys(names)])
        said = {"sleutel": "naar", "naam": way.back.to, "er_zijn": known}
        yield found("SR-S062", _place(way.back, "naar"), said, which="weg")


def _place(part: Part, key: str) -> Position:
    return part.places.get(key, part.position)


def _balance(block: Infographic, figures: Figures, year: int) -> Iterator[Finding]:
    """What came in and went nowhere."""
    inflow = _figures(block.inflow, figures, year)
    stays = block.stays.figure if block.stays is not None else ()
    outflow = _figures((*block.outflow, *stays), figures, year)
    if len(inflow) < len(block.inflow) or len(outflow) < len(block.outflow) + len(stays):
        return
    left = left_over(inflow, outflow)
    if left is None:
        return
    which = "blijft" if stays else "meer_in" if left > 0 else "meer_uit"
    key = "blijft" if stays else "naar"
    yield found("SR-S063", _place(block, key), {"aantal": format_getal(abs(left))}, which=which)


def _figures(names: tuple[FigureName, ...], figures: Figures, year: int) -> list[Figure]:
    """The figures that are named well; others are told elsewhere."""
    return [
        figure_of(figures, node.ref, node.in_year(year), node.key)
        for node in named_references(names)
    ]


def answer_findings(edition: Edition) -> list[Finding]:
    """SR-N050 for questions without an answer, SR-N051 for an answer without its question."""
    blocks = {
        (chapter.name, block.id): block
        for chapter in edition.chapters
        for block in chapter.blocks
        if isinstance(block, Vraag | Antwoord)
    }
    if not blocks:
        return []
    return [*_open(edition, blocks), *_loose(edition, blocks)]


def _open(edition: Edition, blocks: Mapping[tuple[str, str], Block]) -> Iterator[Finding]:
    final = edition.status == "definitief"
    for where, number in answers_of(edition).open():
        said = {"nummer": number}
        yield found(
            "SR-N050", blocks[where].position, said, severity=None if final else Severity.WARNING
        )


def _loose(edition: Edition, blocks: Mapping[tuple[str, str], Block]) -> Iterator[Finding]:
    answers = answers_of(edition)
    last = len(answers.numbers)
    for where, numbers in answers.answered.items():
        block = blocks[where]
        place: Position = block.places.get("vragen", block.position)
        if not numbers:
            yield found("SR-N051", block.position, which="voor")
        elif wrong := [number for number in numbers if not 1 <= number <= last]:
            said = {"nummers": join_names([str(one) for one in wrong]), "laatste": last}
            yield found("SR-N051", place, said)


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
