# SPDX-License-Identifier: EUPL-1.2
"""The page: typed context for the templates, and the two documents made from it (for the screen and
for the PDF maker).
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from ...core.model import Used
from ...core.notation import format_datum
from ...messages import finding_lines, in_order
from .account import AccountGroup, account
from .annex import (
    ChecksView,
    RevisedRow,
    SourceRow,
    checks,
    revised,
    used_sources,
)
from .blocks import ChapterView, chapters
from .ink import Ink, Rendered, ReportInput
from .proof import Proof
from .registry import plugin_folders
from .template_rules import check_templates

Medium = Literal["scherm", "druk"]

FONTS = {
    "400 normal": "fira-sans-latin-400-normal.woff2",
    "600 normal": "fira-sans-latin-600-normal.woff2",
}
PRINT_FONTS = {**FONTS, "400 italic": "fira-sans-latin-400-italic.woff2"}
# The annexes with their addresses, as the contents name them; those without content are left out.
ANNEXES = (
    ("bijlage-verantwoording", "Verantwoording van de cijfers"),
    ("bijlage-controle", "Controle van de cijfers"),
    ("bijlage-herzien", "Herziene cijfers"),
    ("bijlage-bronnen", "Bronnen van de cijfers"),
    ("bijlage-meldingen", "Meldingen bij dit concept"),
)


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
    caveat: Markup
    concept: bool
    chapters: tuple[ChapterView, ...]
    account: tuple[AccountGroup, ...]
    checks: ChecksView
    sources: tuple[SourceRow, ...]
    findings: tuple[str, ...]
    annexes: tuple[tuple[str, str], ...]
    revised: tuple[RevisedRow, ...]
    version: str
    style: Markup
    script: Markup


def render(
    report: ReportInput, templates: Path, theme: Path | None = None, *, paper: bool = True
) -> Rendered:
    """The report as HTML, once for the screen (self-contained) and, with `paper`, once for the PDF
    maker.
    """
    ink = Ink(report)
    document = _documents(ink, templates, theme)
    screen, printed = document("scherm"), document("druk") if paper else ""
    proof = Proof(report.edition, report.texts, ink.used)
    unseen = [*proof.of_html(screen), *(proof.of_html(printed) if paper else ())]
    all_findings = (*check_templates(templates, theme), *dict.fromkeys(unseen))
    return Rendered(screen, printed, tuple(ink.used), all_findings)


def printed_page(ink: Ink, templates: Path, theme: Path | None = None) -> str:
    """The page for print as HTML, written by an ink of the caller's own (see `word/`)."""
    return _documents(ink, templates, theme)("druk")


def _documents(ink: Ink, templates: Path, theme: Path | None) -> Callable[[Medium], str]:
    """Everything worked out once, to be placed in the page for a medium."""
    report, edition = ink.report, ink.report.edition
    front, views = _contents(ink)
    groups = account(ink)
    checked = checks(ink)
    sources = used_sources(ink)
    found = in_order(report.findings) if report.concept else ()
    findings = tuple(
        "\n".join(lines) for finding in found if (lines := finding_lines([finding], notes=False))
    )
    changed = revised(ink)
    empty = {
        name
        for name, content in (("bijlage-herzien", changed), ("bijlage-meldingen", findings))
        if not content
    }
    template = environment(templates, theme).get_template("rapport.html.j2")

    def document(medium: Medium) -> str:
        script = (templates / "rapport.js").read_text("utf-8") if medium == "scherm" else ""
        page = PageView(
            medium=medium,
            title=ink.words(edition.title),
            title_line=front[0],
            subtitle=front[1],
            organisation=edition.organisation,
            year=edition.year,
            date=format_datum(edition.date),
            reference_date=format_datum(edition.reference_date),
            caveat=front[2],
            concept=report.concept,
            chapters=views,
            account=groups,
            checks=checked,
            sources=sources,
            findings=findings,
            annexes=tuple(a for a in ANNEXES if a[0] not in empty),
            revised=changed,
            version=report.version,
            style=Markup(style(templates, theme, medium)),  # noqa: S704 - the project's own style sheets
            script=Markup(script),  # noqa: S704 - the project's own script
        )
        return template.render(page=page)

    return document


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


def environment(templates: Path, theme: Path | None) -> SandboxedEnvironment:
    """The templates, those of the theme first: sandboxed, and an unknown name is an error.

    Compiled once for as long as the files stay.
    """
    folders = (*([theme] if theme else []), templates, *plugin_folders())
    files = [(path, path.stat()) for folder in folders for path in sorted(folder.glob("*.j2"))]
    return _environment(
        folders, tuple((path, file.st_mtime_ns, file.st_size, file.st_ino) for path, file in files)
    )


@lru_cache(maxsize=4)
def _environment(
    folders: tuple[Path, ...], _files: tuple[tuple[Path, int, int, int], ...]
) -> SandboxedEnvironment:
    return SandboxedEnvironment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=select_autoescape(default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )


def style(templates: Path, theme: Path | None, medium: Medium, more: tuple[str, ...] = ()) -> str:
    """The style sheets of a medium in one text, `more` after the common ones.

    A theme's own `thema.css` comes last and so decides.
    """
    parts = [_fonts(templates, medium)]
    names = ["basis.css", "scherm.css" if medium == "scherm" else "druk.css", *more]
    parts.extend((templates / name).read_text("utf-8") for name in names)
    if theme is not None and (theme / "thema.css").is_file():
        parts.append((theme / "thema.css").read_text("utf-8"))
    return "\n".join(parts)


def _fonts(templates: Path, medium: Medium) -> str:
    """Font faces: inlined for the screen, so that the page asks nothing of anyone.

    As files for the PDF maker.
    """
    faces = []
    for name, file in (FONTS if medium == "scherm" else PRINT_FONTS).items():
        weight, slant = name.split()
        if medium == "scherm":
            content = base64.b64encode((templates / "fonts" / file).read_bytes()).decode()
            source = f"data:font/woff2;base64,{content}"
        else:
            source = f"fonts/{file}"
        faces.append(
            '@font-face{font-family:"Fira'
            f' Sans";font-weight:{weight};font-style:{slant};font-display:swap;src:url("{source}")'
            ' format("woff2")}'
        )
    return "\n".join(faces)
