"""What rendering takes in and gives back."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Catalogue, Edition, Figures, Finding, Outcome, ResolvedTexts, Revision, Used


@dataclass(frozen=True, slots=True)
class ReportInput:
    """An edition that is ready to be put on pages: texts worked out, rules judged."""

    edition: Edition
    catalogue: Catalogue
    figures: Figures
    texts: ResolvedTexts
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...]
    revised: tuple[Revision, ...]
    concept: bool
    version: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """The page for the screen, the page for the PDF maker, and every place a figure is printed."""

    html: str
    print_html: str
    used: tuple[Used, ...]
    findings: tuple[Finding, ...]


def anchor(ref: str) -> str:
    """The address of a figure's row in the annex."""
    return f"v-{ref.replace('.', '-').replace('_', '-')}"


def short(catalogue: Catalogue, ref: str) -> str:
    """The short name of a figure, for charts and narrow columns."""
    column = catalogue.column(ref)
    return column.short if column else catalogue.title(ref)
