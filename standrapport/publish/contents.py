"""What an edition says, for its manifest: front matter, chapters and blocks with their words, checks, sources and definitions.

With this in the manifest two editions can be compared long after their projects have changed (docs/vergelijken.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import isinf
from typing import Any

from ..model import (
    EXPRESSION,
    REFERENCE_FIELDS,
    Block,
    Bound,
    Catalogue,
    Chosen,
    Edition,
    Figures,
    Outcome,
    Printed,
    ResolvedTexts,
    Text,
)

Content = dict[str, Any]


def front_content(edition: Edition, texts: ResolvedTexts) -> Content:
    """Cover and colophon: `title`, `subtitle` and `caveat` as parts, the rest as written."""
    return {
        "title": parts(edition.title, texts),
        "subtitle": parts(edition.subtitle, texts),
        "caveat": parts(edition.caveat, texts),
        "organisation": edition.organisation,
        "date": edition.date,
        "reference_date": edition.reference_date,
    }


def chapters_content(edition: Edition, texts: ResolvedTexts) -> list[Content]:
    """The chapters in order, each with its blocks in order."""
    return [
        {
            "name": chapter.name,
            "title": parts(chapter.title, texts),
            "numbered": chapter.numbered,
            "blocks": [_block(block, texts) for block in chapter.blocks],
        }
        for chapter in edition.chapters
    ]


def _block(block: Block, texts: ResolvedTexts) -> Content:
    settings: Content = {}
    running: list[Any] = []
    for path, value in block.leaves():
        name = path[0]
        if name in REFERENCE_FIELDS or (len(path) == 1 and not isinstance(value, Text)):
            settings.setdefault(name, []).append(value.raw.strip() if isinstance(value, Text) else value)
            continue
        if running:
            running.append("\n\n")
        if name == "begrippen":  # here the key is a word of the page
            running.append(f"{path[-1]}: ")
        running.extend(parts(value, texts) if isinstance(value, Text) else [str(value)])
    return {
        "id": block.id,
        "kind": block.kind,
        "title": parts(block.title, texts),
        "text": running,
        "settings": settings,
        "status": block.status,
        "agreement": dict(block.agreement) if block.agreement else None,
        "claims": [claim.raw.strip() for claim in block.claims],
        "numbers": [{"number": declared.number, "reason": declared.reason} for declared in block.numbers],
    }


def parts(text: Text | None, texts: ResolvedTexts) -> list[Any]:
    """A text as typed words (strings) and expressions (`{"expression": its source, "text": what is printed}`), in order."""
    if text is None:
        return []
    segments = list(texts.get(text, ()))
    if not segments:
        return [text.raw] if text.raw else []
    result: list[Any] = []
    at = end = 0
    for match in EXPRESSION.finditer(text.raw):
        if match.start() > at:
            result.append(segments[end])
            end += 1
        start = end
        while end < len(segments) and isinstance(segments[end], Printed | Chosen):
            end += 1
        said = "".join(part.text if isinstance(part, Printed) else part for part in segments[start:end])
        result.append({"expression": " ".join(match["inside"].split()), "text": said})
        at = match.end()
    result.extend(segments[end:])
    return result


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
            "difference": number(outcome.difference),
            "slack": number(outcome.slack),
        }
        for outcome in outcomes
    ]


def definitions_content(catalogue: Catalogue, figures: Figures) -> tuple[list[Content], list[Content]]:
    """The definition of every column and formula this edition has figures of, and the sources those name."""
    refs = dict.fromkeys(name.ref for name in figures)
    definitions, named = [], set()
    for ref in refs:
        column, derived, table = catalogue.column(ref), catalogue.derived.get(ref), catalogue.table_of(ref)
        found = column or derived
        if found is None:
            continue
        sources = {"" if year is None else str(year): source for year, source in column.sources.items()} if column else {}
        named |= set(sources.values())
        definitions.append(
            {
                "ref": ref,
                "title": found.title,
                "short": column.short if column else "",
                "table": table.title if table else "",
                "unit": found.unit,
                "population": found.population,
                "definition": found.definition or (table.definition if table and column else ""),
                "note": found.note,
                "breaks": [{"year": one.year, "reason": one.reason} for one in table.breaks] if table and column else [],
                "sources": sources,
                "formula": derived.formula if derived else None,
                "decimals": derived.decimals if derived else None,
            }
        )
    sources_ = [
        {"id": source.id, "title": source.title, "address": source.address, "via_press": source.via_press}
        for source in catalogue.sources.values()
        if source.id in named
    ]
    return definitions, sources_


def number(value: Bound | Decimal | Fraction | None) -> int | float | None:
    """A number for JSON: whole numbers stay whole; None for unknown and for infinity, which JSON does not have."""
    if value is None or (isinstance(value, float) and isinf(value)):
        return None
    exact = Fraction(value)
    return int(exact) if exact.denominator == 1 else float(exact)


__all__ = ["chapters_content", "checks_content", "definitions_content", "front_content", "number", "parts"]
