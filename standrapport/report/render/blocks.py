# SPDX-License-Identifier: EUPL-1.2
"""Blocks and chapters as the templates place them: everything worked out, nothing left
to compute.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import Block, Chapter
from ...core.words import Attribution, attribution_words, attributions_of
from ..charts import Ring, draw_ring
from .figure_views import ChartBlockView, TableBlockView
from .ink import Ink, escape_text
from .kinds import AnyPage, Spot, View
from .pictures import ChartView
from .registry import block_pages
from .tables import TableView
from .text_views import PartnerView, PointView, SignatureView, TextView


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block: its kind and address, its view, and the macro that places the view; `source` says
    where its words come from, '' where nobody said so.
    """

    kind: str
    id: str
    view: View
    template: str
    macro: str
    source: str = ""
    tongue: str = "nl"


@dataclass(frozen=True, slots=True)
class PartnersView(View):
    """Groups of partners around the organisation: drawn for the page and for a phone, and
    listed.
    """

    groups: tuple[PartnerView, ...]
    wide: Markup
    narrow: Markup


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter with its number ('' when it has none) and blocks.

    `entries` are the headings below it as the contents name them: (address, words).
    """

    id: str
    number: str
    title: Markup
    words: str
    blocks: tuple[BlockView, ...]
    entries: tuple[tuple[str, str], ...]
    tongue: str = "nl"


def chapters(ink: Ink) -> tuple[ChapterView, ...]:
    """Every chapter of the edition."""
    views = []
    number = 0
    counts: Counter[str] = Counter()
    for chapter in ink.report.edition.chapters:
        number += chapter.numbered
        ink.at(chapter.name, "")
        title = ink.line(chapter.title)
        blocks = _told_once(list(_grouped(chapter, ink, counts)))
        views.append(
            ChapterView(
                f"h-{chapter.name}",
                str(number) if chapter.numbered else "",
                title,
                ink.words(chapter.title),
                blocks,
                tuple((block.id, words) for block in blocks if (words := _entry(block))),
                _tongue(blocks),
            )
        )
    return tuple(views)


def _tongue(blocks: tuple[BlockView, ...]) -> str:
    """The language of a chapter: that of its blocks when they are all in one."""
    tongues = {block.tongue for block in blocks}
    return tongues.pop() if len(tongues) == 1 else "nl"


def _told_once(blocks: list[BlockView]) -> tuple[BlockView, ...]:
    """The blocks, each told what stands beside it: a chart whose table has all of its values, who
    signs below words of the same source, and points of two kinds.
    """
    points = {block.kind for block in blocks if isinstance(block.view, PointView)}
    return tuple(
        _beside(block, blocks[max(0, at - 1) : at] + blocks[at + 1 : at + 2], len(points) > 1)
        if not isinstance(block.view, SignatureView)
        else replace(
            block, source="" if at and block.source == blocks[at - 1].source else block.source
        )
        for at, block in enumerate(blocks)
    )


def _beside(block: BlockView, others: list[BlockView], several: bool) -> BlockView:
    """A block as it is placed between others; `several` when points of another kind stand there,
    each with numbers of its own.
    """
    view: View = block.view
    if isinstance(view, PointView) and several:
        view = replace(view, number=f"{block.kind.capitalize()} {view.number}")
    tables = [one.view.table.cells for one in others if isinstance(one.view, TableBlockView)]
    if isinstance(view, ChartBlockView):
        shown = [figure.id for figure in view.chart.shown]
        told = view.chart.told or any(cells.issuperset(shown) for cells in tables)
        view = replace(view, chart=replace(view.chart, told=told))
    return replace(block, view=view)


def _entry(block: BlockView) -> str:
    """The words of a block in the contents: its heading, or the title of a point; '' for others."""
    if isinstance(block.view, PointView):
        return f"{block.view.number} {_words(block.view.title)}"
    return _words(block.view.heading)


def _grouped(chapter: Chapter, ink: Ink, counts: Counter[str]) -> Iterator[BlockView]:
    """The blocks of a chapter; partners that follow each other become one overview."""
    partners: list[PartnerView] = []
    sources: list[Attribution] = []
    for block in chapter.blocks:
        counts[block.kind] += 1
        wrong = ink.faults.within(block) if ink.report.concept else ()
        if wrong:
            yield _box(f"b-{chapter.name}-{block.id}-fout", wrong)
        placed = _placed(chapter, block, ink, counts[block.kind])
        if isinstance(placed.view, PartnerView):
            partners.append(placed.view)
            sources += attributions_of(block, ink.report.catalogue)
            continue
        if partners:
            yield _overview(partners, sources, ink)
            partners, sources = [], []
        yield placed
    if partners:
        yield _overview(partners, sources, ink)


def _placed(chapter: Chapter, block: Block, ink: Ink, number: int) -> BlockView:
    ink.at(chapter.name, block.id)
    spot = Spot(f"b-{chapter.name}-{block.id}", number)
    page: AnyPage = block_pages()[block.kind]
    source = attribution_words(attributions_of(block, ink.report.catalogue))
    before = len(ink.used)
    ink.tongue = block.tongue
    try:
        view = page.view(block, ink, spot)
    except Exception as problem:  # noqa: BLE001 - whatever is wrong with a block, the others stay
        del ink.used[before:]
        fallen = ink.faults.fell(block, problem)
        # Where the errors of the block were told above it, they are not told twice.
        told = ink.report.concept and bool(ink.faults.within(block))
        sentences = ("Dit blok kan nog niet worden opgemaakt.",) if told else fallen.sentences
        return _box(spot.id, sentences, fallen.title)
    finally:
        ink.tongue = "nl"
    for name in ("chart", "table"):  # what has a source of its own tells both in one place
        shown = getattr(view, name, None)
        if source and isinstance(shown, ChartView | TableView) and shown.source:
            changed: dict[str, Any] = {name: replace(shown, said=source)}
            view, source = replace(view, **changed), ""
    return BlockView(block.kind, spot.id, view, page.template, page.macro, source, block.tongue)


def _box(id_: str, sentences: tuple[str, ...], title: str = "") -> BlockView:
    """What is wrong with a block, in a place of its own; it needs no more of the templates than a
    text does, so that a project's own templates show it too.
    """
    lines = Markup("").join(Markup("<p><strong>Fout:</strong> {}</p>").format(s) for s in sentences)
    text = Markup('<div class="foutvak" role="note">{}</div>').format(lines)
    page: AnyPage = block_pages()["tekst"]
    return BlockView("fout", id_, TextView(escape_text(title), text), page.template, page.macro)


def _overview(partners: list[PartnerView], sources: list[Attribution], ink: Ink) -> BlockView:
    """Partners that follow each other, around the organisation."""
    id_ = f"{partners[0].id}-overzicht"
    groups = tuple((_words(view.title), _words(view.role)) for view in partners)
    drawing = Ring("Overzicht van de partners", ink.report.edition.organisation, groups)
    wide, narrow = (
        Markup(draw_ring(drawing, f"{id_}-{name}", narrow=name == "smal"))  # noqa: S704 - our drawing
        for name in ("breed", "smal")
    )
    view = PartnersView(Markup(""), tuple(partners), wide, narrow)
    page: AnyPage = block_pages()["partner"]
    source = attribution_words(tuple(sources))
    return BlockView("partners", id_, view, page.template, page.macro, source)


def _words(line: Markup) -> str:
    """A line of the page as plain words."""
    return str(line.striptags())


__all__ = ["BlockView", "ChapterView", "chapters"]
