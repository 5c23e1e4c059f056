# SPDX-License-Identifier: EUPL-1.2
"""The factsheet: two pages from the same figures and texts as the report, and from its own
templates.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import (
    Block,
    BlockName,
    Chapter,
    Grafiek,
    Kerncijfers,
    Kind,
    Knelpunt,
    missing_columns,
)
from ...core.notation import format_datum
from .annex import SourceRow, coverage, used_sources
from .cards import CardsView, card
from .ink import Ink, Rendered, ReportInput, reference
from .page import Medium, draft_mark, style
from .photos import logo_of, qr_code
from .pictures import ChartView, chart
from .proof import prove_figures
from .sandbox import check_templates, environment, filled

CARDS = 6
POINTS = 5
PAGES = 2

B = TypeVar("B", bound=Block)
V = TypeVar("V")
Placed = tuple[Chapter, B]


@dataclass(frozen=True, slots=True)
class FactsheetView:
    """Everything the factsheet's template may use; `absent` names what is wholly and `partly` what
    is partly n.n.b.
    """

    medium: Medium
    title: str
    title_line: Markup
    organisation: str
    year: int
    date: str
    reference_date: str
    caveat: Markup
    concept: bool
    mark: str
    cards: CardsView | None
    chart: ChartView | None
    points: tuple[tuple[Markup, Markup], ...]
    points_title: Markup
    absent: tuple[str, ...]
    partly: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    report_file: str
    address: str
    logo: str
    qr: Markup
    version: str
    style: Markup


def render_factsheet(report: ReportInput, templates: Path, theme: Path | None = None) -> Rendered:
    """The factsheet as HTML for the screen and for the PDF maker.

    Blocks the edition does not have are left out. Raises TemplateFault.
    """
    ink = Ink(report, linked=False)
    edition = report.edition
    title, caveat = ink.line(edition.title), ink.line(edition.caveat)
    cards, drawing = _or_nothing(ink, _cards), _or_nothing(ink, _chart)
    chosen = _chosen(ink, edition.factsheet.points, Knelpunt)[:POINTS]
    points = tuple(_point(ink, placed) for placed in chosen)
    points_title = _at(ink, chosen[0]).line(chosen[0][0].title) if chosen else Markup("")
    absent, partly = _missing(report)
    sources = used_sources(ink)
    made = environment(templates, theme)
    logo, code = logo_of(theme), qr_code(edition.address)

    def document(medium: Medium) -> str:
        more = ("factsheet.css",) if medium == "scherm" else ("factsheet.css", "factsheet-druk.css")
        page = FactsheetView(
            medium=medium,
            title=ink.words(edition.title),
            title_line=title,
            organisation=edition.organisation,
            year=edition.year,
            date=format_datum(edition.date),
            reference_date=format_datum(edition.reference_date),
            caveat=caveat,
            concept=report.concept,
            mark=draft_mark(ink),
            cards=cards,
            chart=drawing,
            points=points,
            points_title=points_title,
            absent=absent,
            partly=partly,
            sources=sources,
            report_file=f"{edition.file_name}.html",
            address=edition.address,
            logo=logo,
            qr=code,
            version=report.version,
            style=Markup(style(templates, theme, medium, more)),  # noqa: S704 - the project's own style sheets
        )
        return filled(made, "factsheet.html.j2", lambda template: str(template.render(page=page)))

    screen, printed = document("scherm"), document("druk")
    unseen = [*prove_figures(edition, ink.used, screen), *prove_figures(edition, ink.used, printed)]
    findings = (*ink.faults.made, *check_templates(templates, theme), *dict.fromkeys(unseen))
    return Rendered(screen, printed, tuple(ink.used), findings, tuple(ink.used))


def _or_nothing(ink: Ink, make: Callable[[Ink], V]) -> V | None:
    """A part of the factsheet; nothing, with a finding, when it cannot be worked out."""
    before = len(ink.used)
    try:
        return make(ink)
    except Exception as problem:  # noqa: BLE001 - whatever is wrong with a block, the rest stays
        del ink.used[before:]
        chapters = ink.report.edition.chapters
        for block in (block for chapter in chapters for block in chapter.blocks):
            if block.id == ink.block:
                ink.faults.fell(block, problem)
                break
        return None


def _chosen(ink: Ink, names: tuple[BlockName, ...] | None, kind: type[B]) -> list[Placed[B]]:
    """The blocks staff chose for the factsheet, in their order.

    All of the kind when they chose none.
    """
    there = {
        (chapter.name, block.id): (chapter, block)
        for chapter in ink.report.edition.chapters
        for block in chapter.blocks
        if isinstance(block, kind)
    }
    chosen = there.keys() if names is None else names
    return [there[name] for name in chosen if name in there]


def _at(ink: Ink, placed: Placed[B]) -> Ink:
    """From here on figures are printed for this block."""
    ink.at(placed[0].name, placed[1].id)
    return ink


def _cards(ink: Ink) -> CardsView | None:
    chosen = _chosen(ink, ink.report.edition.factsheet.cards, Kerncijfers)
    if not chosen:
        return None
    block = chosen[0][1]
    title = _at(ink, chosen[0]).line(block.title)
    cards = tuple(card(name, ink) for name in block.figures[:CARDS])
    return CardsView(title, Markup(""), cards, ink.line(block.note))


def _chart(ink: Ink) -> ChartView | None:
    """The first chart, no flow, with a value of the report year.

    Without such a one the first chart that is no flow.
    """
    chosen = ink.report.edition.factsheet.chart
    charts = _chosen(ink, chosen, Grafiek)
    if chosen is None:
        charts = [placed for placed in charts if placed[1].shape != "stroom"]
        charts.sort(key=lambda placed: not _shows_the_year(ink, placed[1]))
    return chart(charts[0][1], _at(ink, charts[0]), "g-factsheet") if charts else None


def _shows_the_year(ink: Ink, block: Grafiek) -> bool:
    year = ink.report.edition.year
    if year not in block.figure_years(year):
        return False
    wanted = {reference(name).ref for name in block.figures}
    return any(
        name.ref in wanted and name.year == year and figure.kind is Kind.VALUE
        for name, figure in ink.report.figures.items()
    )


def _point(ink: Ink, placed: Placed[Knelpunt]) -> tuple[Markup, Markup]:
    _at(ink, placed)
    return ink.line(placed[1].title), ink.line(placed[1].summary)


def _missing(report: ReportInput) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is n.n.b. among the figures that were asked for, or by table when the catalogue has no
    such list.

    The figures themselves are not printed here, so another ink than that of the page looks them up.
    """
    if not report.catalogue.requested:
        unknown = missing_columns(report.catalogue, report.figures, report.edition.year)
        return tuple(title for title, _ in unknown), ()
    rows = coverage(Ink(report))
    return tuple(r.title for r in rows if r.state == "ontbreekt"), tuple(
        r.title for r in rows if r.state == "deels"
    )


__all__ = ["PAGES", "render_factsheet"]
