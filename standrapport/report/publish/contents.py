# SPDX-License-Identifier: EUPL-1.2
"""What an edition says, for its manifest: front matter, chapters and blocks with their words,
checks, sources and definitions.

With this in the manifest two editions can be compared long after their projects have changed
(docs/vergelijken.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...core.formula import breaks
from ...core.model import (
    Block,
    Catalogue,
    Column,
    Edition,
    FigureName,
    Figures,
    KeyLabel,
    Outcome,
    Text,
    WorkedOut,
    large_tables,
    plain,
    single_figures,
)
from ...core.notation import json_number
from ...core.words import attributions_of

Content = dict[str, Any]
FileContent = (
    bytes | Path
)  # what a file will hold: as bytes, or standing in another file when it is large
Worked = Mapping[Text, Sequence[WorkedOut]]


def front_content(edition: Edition, worked: Worked) -> Content:
    """Cover and colophon: `title`, `subtitle` and `caveat` as parts, the rest as written."""
    return {
        "title": parts(edition.title, worked),
        "subtitle": parts(edition.subtitle, worked),
        "caveat": parts(edition.caveat, worked),
        "organisation": edition.organisation,
        "date": edition.date,
        "reference_date": edition.reference_date,
    }


def chapters_content(edition: Edition, worked: Worked, catalogue: Catalogue) -> list[Content]:
    """The chapters in order, each with its blocks in order."""
    return [
        {
            "name": chapter.name,
            "title": parts(chapter.title, worked),
            "numbered": chapter.numbered,
            "blocks": [
                {**_block(block, worked), "volgens": _said_by(block, catalogue)}
                for block in chapter.blocks
            ],
        }
        for chapter in edition.chapters
    ]


def _block(block: Block, worked: Worked) -> Content:
    settings: Content = {}
    running: list[Any] = []
    for path, value in block.leaves():
        name = path[0]
        setting = len(path) == 1 and not isinstance(value, Text)
        if setting or isinstance(value, FigureName):
            settings.setdefault(name, []).append(
                value.raw.strip() if isinstance(value, Text) else value
            )
            continue
        if running:
            running.append("\n\n")
        if isinstance(path[-1], KeyLabel):
            running.append(f"{path[-1]}: ")
        running.extend(parts(value, worked) if isinstance(value, Text) else [str(value)])
    return {
        "id": block.id,
        "kind": block.kind,
        "title": parts(block.title, worked),
        "text": running,
        "settings": settings,
        "status": block.status,
        "agreement": dict(block.agreement.given()) if block.agreement else None,
        **_by_role(block),
        "claims": [claim.raw.strip() for claim in block.claims],
        "numbers": [
            {"number": declared.number, "reason": declared.reason} for declared in block.numbers
        ],
    }


def _said_by(block: Block, catalogue: Catalogue) -> list[Content]:
    """Where what a block says was read; a source of None is the editors themselves."""
    return [
        {
            "source": one.source.id if one.source else None,
            "title": one.source.title if one.source else "",
            "place": one.place,
            "sentence": one.sentence,
        }
        for one in attributions_of(block, catalogue)
    ]


def parts(text: Text | None, worked: Worked) -> list[Any]:
    """A text as typed words (strings) and expressions (`{"expression": its source, "text": what is
    printed}`), in order.
    """
    if text is None:
        return []
    result: list[Any] = []
    at = 0
    for one in worked.get(text, ()):
        result.append(text.raw[at : one.start])
        result.append(
            {
                "expression": " ".join(text.raw[one.start + 2 : one.end - 2].split()),
                "text": plain(one.parts),
            }
        )
        at = one.end
    return [part for part in (*result, text.raw[at:]) if part]


def checks_content(outcomes: Iterable[Outcome]) -> list[Content]:
    """Every rule and claim in every year it was tested, with how it came out."""
    return [
        {
            "rule": outcome.rule.id,
            "origin": outcome.rule.origin,
            "test": outcome.rule.test,
            "explanation": outcome.rule.explanation,
            "severity": outcome.rule.severity.value,
            "year": outcome.year,
            "key": outcome.key,
            "outcome": outcome.verdict.value,
            "difference": json_number(outcome.difference),
            "slack": json_number(outcome.slack),
        }
        for outcome in outcomes
    ]


def definitions_content(
    catalogue: Catalogue, figures: Figures
) -> tuple[list[Content], list[Content]]:
    """The definition of every column and formula this edition has figures of, and the sources those
    name.
    """
    large = (
        column.ref
        for one in large_tables(figures).values()
        for column in one.table.columns.values()
    )
    refs = dict.fromkeys((*(name.ref for name in single_figures(figures)), *large))
    known = [ref for ref in refs if catalogue.column(ref) or catalogue.derived.get(ref)]
    definitions = [_definition(catalogue, ref) for ref in known]
    named = {source for one in definitions for source in one["sources"].values()}
    named |= {figure.source for figure in single_figures(figures).values() if figure.source}
    return definitions, [
        {
            "id": source.id,
            "title": source.title,
            "address": source.address,
            "via_press": source.via_press,
            "published": source.published,
            "covers": list(source.covers),
            "made_by": source.made_by,
            "rhythm": source.rhythm,
        }
        for source in catalogue.sources.values()
        if source.id in named
    ]


def _definition(catalogue: Catalogue, ref: str) -> Content:
    about, table = catalogue.about(ref), catalogue.table_of(ref)
    column, derived = catalogue.column(ref), catalogue.derived.get(ref)
    return {
        "ref": ref,
        "title": about.title,
        "short": column.short if column else "",
        "table": table.title if table else "",
        "unit": about.unit,
        "population": about.population,
        "definition": about.definition,
        "note": about.note,
        "breaks": [
            {"year": one.year, "reason": one.reason}
            for one in (breaks(catalogue, ref) if column else ())
        ],
        "sources": _sources_by_year(column) if column else {},
        "formula": about.formula or None,
        "decimals": derived.decimals if derived else None,
    }


def _sources_by_year(column: Column) -> Content:
    """The source of each year; the one without a year holds for all others."""
    return {"" if year is None else str(year): source for year, source in column.sources.items()}


def large_content(figures: Figures, inputs: Mapping[str, bytes | Path]) -> list[Content]:
    """The tables too large to name cell by cell: their rows, and a fingerprint of the file they
    were read from.
    """
    return [
        {
            "table": name,
            "title": one.table.title,
            "rows": len(one.keys),
            "sha256": sha256(inputs.get(one.file, b"")),
        }
        for name, one in large_tables(figures).items()
    ]


def sha256(content: FileContent) -> str:
    """The SHA-256 of some bytes, or of a file that is read bit by bit, in hexadecimal."""
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with content.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _by_role(block: Block) -> dict[str, Any]:
    """Every agreement, where there are roles."""
    if not any(one.role for one in block.agreements):
        return {}
    return {"agreements": [dict(one.given()) for one in block.agreements]}
