# SPDX-License-Identifier: EUPL-1.2
"""The page: typed context for the templates, and the two documents made from it (for the screen and
for the PDF maker).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

from markupsafe import Markup

from ...core.disk import why_not_read
from ...core.frozen import dataclass
from ...core.model import FigureKey, Letter, Position, Used
from ...core.notation import format_datum
from ...core.words import symbol_meanings
from ...messages import finding_lines, found, in_order
from .account import AccountGroup, account
from .annex import (
    RevisedRow,
    SourceRow,
    TextSourceRow,
    other_dates,
    revised,
    text_sources,
    used_sources,
)
from .blocks import ChapterView, chapters
from .check_views import ChecksView, checks
from .contents import Column, contents_of, explained, terms_of
from .figure_views import ChartBlockView
from .ink import Ink, Rendered, ReportInput
from .photos import SHARE_PICTURE, logo_of, qr_code
from .process_views import InfographicView
from .proof import Proof
from .sandbox import TemplateFault, check_templates, environment, filled, read_sheet
from .wanted import parts_of

Medium = Literal["scherm", "druk"]

FONTS = {
    "400 normal": "fira-sans-latin-400-normal.woff2",
    "600 normal": "fira-sans-latin-600-normal.woff2",
}
PRINT_FONTS = {**FONTS, "400 italic": "fira-sans-latin-400-italic.woff2"}
# The annexes with their addresses, as the contents name them; those without content are left out.
# On paper one page tells what a reader of figures must know; the full account is for the screen.
ANNEXES: dict[Medium, tuple[tuple[str, str], ...]] = {
    "scherm": (
        ("bijlage-verantwoording", "Verantwoording van de cijfers"),
        ("bijlage-controle", "Controle van de cijfers"),
        ("bijlage-herzien", "Herziene cijfers"),
        ("bijlage-bronnen", "Bronnen van de cijfers"),
        ("bijlage-meldingen", "Meldingen bij dit concept"),
    ),
    "druk": (
        ("bijlage-cijfers", "Over de cijfers"),
        ("bijlage-meldingen", "Meldingen bij dit concept"),
    ),
}

# A figure in running text leads to its account, which is not on paper.
_LINKED = re.compile(r'<a class="cijfer" href="[^"]*">(.*?)</a>')
# The PDF maker may end a line early after 'x)' when x is an element and the bracket stands bare.
_CLOSED = re.compile(r"(<data[^>]*>[^<]*</data>[)\]])")


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything the templates may use; they place and loop, and compute nothing."""

    medium: Medium
    title: str
    title_line: Markup
    subtitle: Markup
    organisation: str
    year: int
    date: str
    reference_date: str
    other_dates: tuple[tuple[str, str], ...]
    caveat: Markup
    concept: bool
    chapters: tuple[ChapterView, ...]
    contents: tuple[Column, ...]
    account: tuple[AccountGroup, ...]
    checks: ChecksView
    sources: tuple[SourceRow, ...]
    text_sources: tuple[TextSourceRow, ...]
    more_sources: tuple[str, ...]
    findings: tuple[str, ...]
    revised: tuple[RevisedRow, ...]
    symbols: tuple[str, ...]
    page_file: str
    mark: str
    version: str
    letter: Letter | None
    address: str
    share_picture: str
    logo: str
    qr: Markup
    style: Markup
    script: Markup
    policy: str = ""


def render(
    report: ReportInput, templates: Path, theme: Path | None = None, *, paper: bool = True
) -> Rendered:
    """The report as HTML, once for the screen (self-contained) and, with `paper`, once for the PDF
    maker. Raises TemplateFault.
    """
    ink = Ink(report)
    edition = report.edition
    document, views = _documents(ink, templates, theme, paper=paper)
    screen, printed = document("scherm"), document("druk") if paper else ""
    on_paper = _without(ink.used, views)
    unseen = Proof(edition, report.texts, ink.used).of_html(screen)
    if paper:
        unseen += Proof(edition, report.texts, on_paper).of_html(printed)
    lost = [one for one in dict.fromkeys(unseen) if not ink.faults.explains(one)]
    all_findings = (*ink.faults.made, *check_templates(templates, theme), *lost)
    return Rendered(screen, printed, tuple(ink.used), all_findings, on_paper)


def printed_page(ink: Ink, templates: Path, theme: Path | None = None) -> str:
    """The page for print as HTML, written by an ink of the caller's own (see `word/`)."""
    document, _ = _documents(ink, templates, theme)
    return document("druk")


def _documents(
    ink: Ink, templates: Path, theme: Path | None, *, paper: bool = True
) -> tuple[Callable[[Medium], str], tuple[ChapterView, ...]]:
    """Everything worked out once, to be placed in the page for a medium; and the chapters."""
    report, edition = ink.report, ink.report.edition
    front, views = _contents(ink)
    groups = account(ink)
    checked = checks(ink)
    sources, of_texts = used_sources(ink), text_sources(ink)
    listed = {one.title for one in sources}
    dates = other_dates(ink)
    findings = _told(report)
    changed = revised(ink)
    empty = {
        name
        for name, content in (("bijlage-herzien", changed), ("bijlage-meldingen", findings))
        if not content
    }
    made, terms = environment(templates, theme), terms_of(views)
    logo, code = logo_of(theme), qr_code(edition.address)

    def document(medium: Medium) -> str:
        script = _script(templates, concept=report.concept) if medium == "scherm" else ""
        page = PageView(
            medium=medium,
            title=ink.words(edition.title),
            title_line=front[0],
            subtitle=front[1],
            organisation=edition.organisation,
            year=edition.year,
            date=format_datum(edition.date),
            reference_date=format_datum(edition.reference_date),
            other_dates=dates,
            caveat=front[2],
            concept=report.concept,
            chapters=views,
            contents=contents_of(
                views,
                (one for one in ANNEXES[medium] if one[0] not in empty),
                1 if medium == "scherm" else 2,
            ),
            account=groups,
            checks=checked,
            sources=sources,
            text_sources=of_texts,
            more_sources=tuple(one.title for one in of_texts if one.title not in listed),
            findings=findings,
            revised=changed,
            symbols=tuple(symbol_meanings(use.text for use in ink.used)),
            page_file=f"{edition.file_name}.html",
            mark=draft_mark(ink),
            version=report.version,
            letter=edition.letter,
            address=edition.address,
            share_picture=_beside(edition.address, SHARE_PICTURE) if paper else "",
            logo=logo,
            qr=code,
            style=Markup(style(templates, theme, medium)),  # noqa: S704 - the project's own style sheets
            script=Markup(script),  # noqa: S704 - the project's own script
            policy=policy_of(script) if medium == "scherm" else "",
        )
        html = filled(made, "rapport.html.j2", lambda template: str(template.render(page=page)))
        return explained(html, terms) if medium == "scherm" else _on_paper(html)

    return document, views


def _on_paper(html: str) -> str:
    """The page for print: no links to accounts that are not on paper, and brackets that stay whole
    with their number.
    """
    return _CLOSED.sub(r"<span>\1</span>", _LINKED.sub(r"\1", html))


def _told(report: ReportInput) -> tuple[str, ...]:
    """The findings a draft lists; a rule that fails and is accepted is told once, among the checks
    of the figures ('Bekend en aanvaard').
    """
    told = in_order(report.findings) if report.concept else ()
    listed = (one for one in told if not (one.accepted and one.rules))
    return tuple("\n".join(lines) for one in listed if (lines := finding_lines([one], notes=False)))


def _script(templates: Path, *, concept: bool) -> str:
    """The script of the page; who reads a draft writes remarks in it."""
    remarks = templates / "opmerkingen.js"
    more = read_sheet(remarks) if concept and remarks.is_file() else ""
    return read_sheet(templates / "rapport.js") + more


def _beside(address: str, name: str) -> str:
    """The address of a file that stands beside the page; '' without an address."""
    return urljoin(address, name) if address else ""


def draft_mark(ink: Ink) -> str:
    """Eight letters that stand for everything this version says, so that two drafts on paper can be
    told apart; no clock, so that the same input gives the same pages.
    """
    parts = parts_of(ink.report.edition, ink.report.texts)
    said = [one.as_typed for part in parts for one in part.wanted]
    said += [f"{use.ref} {use.year} {use.key} {use.text}" for use in ink.used]
    return sha256("\n".join(said).encode()).hexdigest()[:8]


def _without(used: list[Used], views: tuple[ChapterView, ...]) -> tuple[Used, ...]:
    """Every use of a figure but those in the tables of charts that are told beside them."""
    told: Counter[tuple[str, FigureKey]] = Counter()
    for view in (block.view for chapter in views for block in chapter.blocks):
        if isinstance(view, ChartBlockView | InfographicView) and view.chart.told:
            told.update((view.chart.id, figure.id) for figure in view.chart.shown)
    kept = []
    for use in used:
        name = (f"g-b-{use.chapter}-{use.block}", FigureKey(use.ref, use.year, use.key))
        if told[name]:
            told[name] -= 1
        else:
            kept.append(use)
    return tuple(kept)


def uses(report: ReportInput) -> tuple[Used, ...]:
    """Every place in the chapters where a figure is printed, without making pages."""
    ink = Ink(report)
    _contents(ink)
    return tuple(ink.used)


def _contents(ink: Ink) -> tuple[tuple[Markup, Markup, Markup], tuple[ChapterView, ...]]:
    edition = ink.report.edition
    return (
        ink.line(edition.title),
        ink.line(edition.subtitle),
        ink.prose(edition.caveat),
    ), chapters(ink)


def style(templates: Path, theme: Path | None, medium: Medium, more: tuple[str, ...] = ()) -> str:
    """The style sheets of a medium in one text, `more` after the common ones.

    A theme's own `thema.css` comes last and so decides. Raises TemplateFault.
    """
    parts = [_fonts(templates, medium)]
    names = ["basis.css", "scherm.css" if medium == "scherm" else "druk.css", *more]
    parts.extend(read_sheet(templates / name) for name in names)
    if theme is not None and (theme / "thema.css").is_file():
        parts.append(read_sheet(theme / "thema.css"))
    return "\n".join(parts)


def _fonts(templates: Path, medium: Medium) -> str:
    """Font faces: inlined for the screen, so that the page asks nothing of anyone.

    As files for the PDF maker.
    """
    faces = []
    for name, file in (FONTS if medium == "scherm" else PRINT_FONTS).items():
        weight, slant = name.split()
        if medium == "scherm":
            content = base64.b64encode(_font(templates / "fonts" / file)).decode()
            source, kind = f"data:font/woff2;base64,{content}", "woff2"
        else:
            source, kind = _unpacked(templates, file)
        faces.append(
            '@font-face{font-family:"Fira'
            f' Sans";font-weight:{weight};font-style:{slant};font-display:swap;src:url("{source}")'
            f' format("{kind}")}}'
        )
    return "\n".join(faces)


def _unpacked(templates: Path, file: str) -> tuple[str, str]:
    """The address and form of a font for the PDF maker: not packed where the templates have it so,
    as unpacking takes an eighth of a second for each report.
    """
    plain = f"fonts/{Path(file).stem}.ttf"
    return (plain, "truetype") if (templates / plain).is_file() else (f"fonts/{file}", "woff2")


def _font(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        place = Position(f"templates/fonts/{path.name}")
        said = {"reden": f"het is niet te lezen ({why_not_read(problem)})"}
        raise TemplateFault(found("SR-R021", place, said)) from problem


def policy_of(script: str) -> str:
    """What a browser may do with the page: nothing of anywhere else, and of scripts only ours."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = f"'sha256-{digest}'" if script else "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:;"
        " font-src data:; base-uri 'none'; form-action 'none'"
    )
