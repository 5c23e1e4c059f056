# SPDX-License-Identifier: EUPL-1.2
"""Whether each source a text names (`volgens:`) is declared, was there when the report appeared,
and is about words that stand in its block; and whether groups that are named are declared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.formula import nearest
from ...core.model import Block, Catalogue, Edition, FigureName, Finding, Populaties, Text
from ...core.notation import format_datum
from ...core.words import OWN, Attribution, attributions_of, published_words
from ...messages import found


def attribution_findings(edition: Edition, catalogue: Catalogue) -> list[Finding]:
    """SR-N030, SR-N031 and SR-N032 for what stands under `volgens:`."""
    findings: list[Finding] = []
    for chapter in edition.chapters:
        for block in chapter.blocks:
            for one in attributions_of(block, catalogue):
                findings += _wrong(one, block, edition, catalogue)
    return findings


def _wrong(
    one: Attribution, block: Block, edition: Edition, catalogue: Catalogue
) -> Iterator[Finding]:
    if not one.known:
        close = nearest(one.said, [*catalogue.sources, OWN])[:1]
        hint = f" Bedoelt u '{close[0]}'?" if close else ""
        yield found("SR-N030", one.position, {"bron": one.said, "hint": hint})
    elif one.source is not None and one.source.published > edition.date:
        # '2025' is before '2025-04-25': of a year or a month alone its first day counts.
        said = {
            "bron": one.source.title,
            "wanneer": published_words(one.source),
            "datum": format_datum(edition.date),
        }
        yield found("SR-N031", one.position, said)
    if one.sentence and not any(
        " ".join(one.sentence.lower().split()) in " ".join(text.raw.lower().split())
        for text in texts_in(block)
    ):
        yield found("SR-N032", one.position, {"zin": one.sentence})


def group_findings(edition: Edition, catalogue: Catalogue) -> list[Finding]:
    """SR-N052 for each group a block 'populaties' names that is not declared."""
    return [
        found(
            "SR-N052",
            block.places.get("groepen", block.position),
            {"groep": name, "hint": _meant(name, catalogue)},
        )
        for chapter in edition.chapters
        for block in chapter.blocks
        if isinstance(block, Populaties)
        for name in block.groups
        if name not in catalogue.populations
    ]


def _meant(name: str, catalogue: Catalogue) -> str:
    close = nearest(name, list(catalogue.populations))[:1]
    return f" Bedoelt u '{close[0]}'?" if close else ""


def texts_in(block: Block) -> Sequence[Text]:
    """The texts of a block that readers see, without its title."""
    return [
        value
        for _, value in block.leaves()
        if isinstance(value, Text) and not isinstance(value, FigureName)
    ]
