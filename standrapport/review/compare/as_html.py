# SPDX-License-Identifier: EUPL-1.2
"""A comparison as one self-contained, accessible page: old and new side by side."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path

from ...core.frozen import dataclass
from .changes import Difference, PageChange
from .figure_views import figure_lines, figure_rows
from .views import (
    check_lines,
    page_words,
    source_lines,
    structure_lines,
    summary_words,
    text_sections,
)
from .words import Piece, excerpt


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text with its stretches for the left column and for the right.

    Each stretch has its kind and its words.
    """

    where: str
    old: tuple[tuple[str, str], ...]
    new: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page with its pictures as data addresses ('' when that side has none) and their text
    alternatives.
    """

    words: str
    old: str
    new: str
    old_words: str
    new_words: str


def html(difference: Difference, templates: Path, style: str) -> str:
    """The page, from `verschil.html.j2`; `style` is the style sheet of the report for screens."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import Markup

    environment = SandboxedEnvironment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("verschil.html.j2").render(
        difference=difference,
        summary=summary_words(difference),
        figures=figure_rows(difference.figures),
        other_figures=figure_lines(difference.figures),
        texts={
            title: [
                ShownText(
                    row.where,
                    _side(row.pieces, new=False),
                    _side(row.pieces, new=True),
                    row.remarks,
                )
                for row in rows
            ]
            for title, rows in text_sections(difference.texts)
        },
        lists=[
            (address, title, lines)
            for address, title, lines in (
                ("controles", "Controles en beweringen", check_lines(difference.checks)),
                ("opbouw", "Opbouw", structure_lines(difference.structure)),
                ("bronnen", "Bronnen en definities", source_lines(difference.sources)),
            )
            if lines
        ],
        pages=[_page(page) for page in difference.pages],
        style=Markup(style),  # noqa: S704 - the tool's own style sheets
    )


def _side(pieces: Sequence[Piece], *, new: bool) -> tuple[tuple[str, str], ...]:
    skipped = "removed" if new else "added"
    return tuple(
        (piece.kind, piece.new if new else piece.old)
        for piece in excerpt(pieces, 400)
        if piece.kind != skipped
    )


def _page(page: PageChange) -> ShownPage:
    marks = f", {len(page.marks)} keer omkaderd waar iets anders is" if page.marks else ""
    return ShownPage(
        page_words(page),
        _address(page.old_picture),
        _address(page.new_picture),
        f"Oude bladzijde {page.old_number}{marks}",
        f"Nieuwe bladzijde {page.new_number}{marks}",
    )


def _address(picture: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}" if picture else ""
