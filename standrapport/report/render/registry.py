# SPDX-License-Identifier: EUPL-1.2
"""Every kind of block with its page: those of the program and those of plugins."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ...core import model
from ...project.reading.kinds import plugins
from .cards import cards_view
from .figure_views import chart_view, coverage_view, missing_view, populations_view, table_view
from .kinds import AnyPage, BlockPage
from .photos import picture_view
from .process_views import infographic_view
from .text_views import (
    answer_view,
    imprint_view,
    links_view,
    partner_view,
    point_view,
    question_view,
    quote_view,
    signature_view,
    summary_view,
    terms_view,
    text_view,
)

BUILT_IN: tuple[AnyPage, ...] = (
    BlockPage(model.Tekst, text_view, "tekst"),
    BlockPage(model.Vraag, question_view, "tekst"),
    BlockPage(model.Antwoord, answer_view, "tekst"),
    BlockPage(model.Kerncijfers, cards_view, "kerncijfers"),
    BlockPage(model.Samenvatting, summary_view, "kort"),
    BlockPage(model.Tabel, table_view, "tabelblok"),
    BlockPage(model.Grafiek, chart_view, "grafiekblok"),
    BlockPage(model.Knelpunt, point_view, "punt"),
    BlockPage(model.Ontwikkelpunt, point_view, "punt"),
    BlockPage(model.Partner, partner_view, "partners"),
    BlockPage(model.Kader, text_view, "tekst"),
    BlockPage(model.Citaat, quote_view, "citaat"),
    BlockPage(model.Beeld, picture_view, "beeld"),
    BlockPage(model.Afkortingen, terms_view, "afkortingen"),
    BlockPage(model.Infographic, infographic_view, "infographic"),
    BlockPage(model.Bronnen, links_view, "bronnen"),
    BlockPage(model.Populaties, populations_view, "populaties"),
    BlockPage(model.Colofon, imprint_view, "colofon"),
    BlockPage(model.Ondertekening, signature_view, "ondertekening"),
    BlockPage(model.Dekking, coverage_view, "dekking"),
    BlockPage(model.Ontbrekend, missing_view, "ontbrekend"),
)


@cache
def block_pages() -> Mapping[str, AnyPage]:
    """The page of every kind of block, by its `soort`."""
    return {page.block.kind: page for page in (*BUILT_IN, *_of_plugins())}


def _of_plugins() -> list[AnyPage]:
    # Reading has checked them; anything else than a BlockPage says so here.
    pages: list[AnyPage] = []
    for page in plugins().pages:
        if not isinstance(page, BlockPage):
            raise TypeError(f"a plugin must give a BlockPage, not {page!r}")
        pages.append(page)
    return pages


def plugin_folders() -> tuple[Path, ...]:
    """The folders with the templates of plugins."""
    folders = (page.folder for page in block_pages().values())
    return tuple(dict.fromkeys(folder for folder in folders if folder is not None))
