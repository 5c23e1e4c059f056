"""Blocks and chapters as the templates place them: everything worked out, nothing left
to compute.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from ...core.formula import breaks
from ...core.model import Block, Chapter, Kind
from ...core.notation import format_figure, format_getal, round_to
from ..charts import Kring, draw_ring, sparkline
from . import annex
from .ink import Ink, reference
from .pictures import chart, flow, point
from .tables import table

SPARK_YEARS = 5
EMPTY = Markup("")


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block: its kind chooses the macro, its address is unique, `parts` holds what the macro
    places.
    """

    kind: str
    id: str
    title: Markup
    status: str
    number: str = ""
    text: Markup = EMPTY
    parts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter with its number ('' when it has none) and blocks."""

    id: str
    number: str
    title: Markup
    words: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """A key figure: its name, value, change since the year before in words, and a decorative line
    of earlier years.
    """

    title: str
    value: Markup
    change: Markup
    spark: str
    since: str
    note: str


def chapters(ink: Ink) -> tuple[ChapterView, ...]:
    """Every chapter of the edition."""
    views = []
    number = 0
    counts = {"knelpunt": 0, "ontwikkelpunt": 0}
    for chapter in ink.report.edition.chapters:
        number += chapter.numbered
        ink.at(chapter.name, "")
        title = ink.line(chapter.title)
        blocks = tuple(_grouped(chapter, ink, counts))
        views.append(
            ChapterView(
                f"h-{chapter.name}",
                str(number) if chapter.numbered else "",
                title,
                ink.words(chapter.title),
                blocks,
            )
        )
    return tuple(views)


def _grouped(chapter: Chapter, ink: Ink, counts: dict[str, int]) -> Iterator[BlockView]:
    """The blocks of a chapter; partners that follow each other become one overview."""
    partners: list[BlockView] = []
    for block in chapter.blocks:
        view = _block(chapter, block, ink, counts)
        if block.kind == "partner":
            partners.append(view)
            continue
        if partners:
            yield _overview(partners, ink)
            partners = []
        yield view
    if partners:
        yield _overview(partners, ink)


def _overview(partners: list[BlockView], ink: Ink) -> BlockView:
    """Partners that follow each other: a drawing around the organisation, for the page and for a
    phone, and the list.
    """
    id_ = f"{partners[0].id}-overzicht"
    groups = tuple((_words(view.title), _words(view.parts["role"])) for view in partners)
    drawing = Kring("Overzicht van de partners", ink.report.edition.organisation, groups)
    wide, narrow = (
        Markup(draw_ring(drawing, f"{id_}-{name}", narrow=name == "smal"))  # noqa: S704 - our drawing
        for name in ("breed", "smal")
    )
    return BlockView(
        "partners",
        id_,
        Markup(""),
        "",
        parts={"groups": tuple(partners), "wide": wide, "narrow": narrow},
    )


def _words(line: Markup) -> str:
    """A line of the page as plain words."""
    return str(line.striptags())


def _block(chapter: Chapter, block: Block, ink: Ink, counts: dict[str, int]) -> BlockView:
    ink.at(chapter.name, block.id)
    id_ = f"b-{chapter.name}-{block.id}"
    number = ""
    if block.kind in counts:
        counts[block.kind] += 1
        number = str(counts[block.kind])
    title = ink.line(block.title) if block.kind not in ("tabel", "grafiek") else Markup("")
    return BlockView(
        block.kind, id_, title, block.status, number, ink.prose(block.text), _parts(block, ink, id_)
    )


def _parts(block: Block, ink: Ink, id_: str) -> Mapping[str, Any]:
    fields = block.fields
    match block.kind:
        case "kerncijfers":
            return {"cards": tuple(card(text, ink) for text in fields["cijfers"])}
        case "tabel":
            return {"table": table(block, ink)}
        case "grafiek":
            return {"chart": chart(block, ink, f"g-{id_}")}
        case "infographic":
            conditions = [
                {"title": ink.line(c["titel"]), "text": ink.line(c.get("tekst"))}
                for c in fields.get("voorwaarden", ())
            ]
            heading = ink.line(fields.get("titel_voorwaarden")) or "Voorwaarden"
            return {
                "chart": flow(block, ink, f"g-{id_}"),
                "conditions": conditions,
                "conditions_title": heading,
            }
        case "partner":
            members = [
                {"name": ink.line(p["naam"]), "role": ink.line(p.get("rol"))}
                for p in fields.get("partijen", ())
            ]
            return {"role": ink.line(fields.get("rol")), "members": members}
        case "afkortingen":
            return {"terms": [(name, ink.line(text)) for name, text in fields["begrippen"].items()]}
        case "bronnen":
            return {
                "links": [
                    {
                        "title": ink.line(b["titel"]),
                        "address": b.get("adres", ""),
                        "note": ink.line(b.get("toelichting")),
                    }
                    for b in fields.get("bronnen", ())
                ]
            }
        case "dekking":
            return {"coverage": annex.coverage(ink)}
        case "ontbrekend":
            return {"missing": annex.missing(ink)}
        case "knelpunt" | "ontwikkelpunt":
            return {"summary": ink.line(fields.get("samenvatting"))}
        case "citaat":
            return {"by": ink.line(fields.get("bij"))}
        case "ondertekening":
            return {"name": ink.line(fields["naam"]), "function": ink.line(fields.get("functie"))}
        case "colofon":
            return {"address": [ink.line(line) for line in fields.get("adres", ())]}
        case _:
            return {}


def card(text: Any, ink: Ink) -> CardView:
    """The card of one key figure."""
    ref = reference(text)
    figure = ink.lookup(ref)
    year = figure.id.year
    before = ink.lookup(ref, year - 1)
    history = [ink.lookup(ref, when) for when in range(year - SPARK_YEARS + 1, year + 1)]
    while history and history[0].kind is not Kind.VALUE:
        del history[0]
    drawing = sparkline([point(f, str(f.id.year)) for f in history])
    spark = (
        f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
        if drawing
        else ""
    )
    known = [f.id.year for f in history if f.value is not None]
    change = Markup("")
    since = ""
    if (
        figure.kind is Kind.VALUE
        and before.kind is Kind.VALUE
        and figure.value is not None
        and before.value is not None
        and not any(one.year == year for one in breaks(ink.report.catalogue, ref.ref))
    ):
        step = figure.value - before.value
        formula = f"abs({ref.ref} - {ref.ref}[-1])"
        if step == 0:
            change = Markup("gelijk")
        else:
            points = figure.unit == "procent"  # as the filter `verschil` says it in text
            words = (
                f" procentpunt {'hoger' if step > 0 else 'lager'}"
                if points
                else f" {'meer' if step > 0 else 'minder'}"
            )
            change = (
                ink.data(format_getal(abs(step), figure.decimals), formula, year, None, abs(step))
                + words
            )
            if before.value and not points:
                share = round_to(100 * step / before.value, 0)
                sign = "+" if share > 0 else ""
                relative = f"100 * ({ref.ref} - {ref.ref}[-1]) / {ref.ref}[-1]"
                change += (
                    " ("
                    + ink.data(
                        sign + format_figure(share, 0, "procent"), relative, year, None, share
                    )
                    + ")"
                )
        since = f"dan in {year - 1}" if step else f"aan {year - 1}"
    elif before.kind is not Kind.UNKNOWN:
        change = Markup("vorig jaar ") + ink.figure(before)
    note = f"Lijn: {known[0]} tot en met {known[-1]}" if len(known) > 1 else ""
    return CardView(
        ink.report.catalogue.title(ref.ref), ink.figure(figure), change, spark, since, note
    )


__all__ = ["BlockView", "CardView", "ChapterView", "card", "chapters"]
