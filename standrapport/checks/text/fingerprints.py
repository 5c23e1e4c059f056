# SPDX-License-Identifier: EUPL-1.2
"""The fingerprint of what a block prints: the words, the figures, and what the catalogue says of
those figures, so that a later change says which of them it was.

Line breaks do not count: text may be wrapped anew. Claims and declared numbers print nothing and do
not count either. It guards against slips, not against ill will: whoever can edit the file can also
write a fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from ...core.formula import FormulaError, Reference, figure_meant, parse_formula, references_in
from ...core.frozen import dataclass
from ...core.model import (
    Block,
    Catalogue,
    Dekking,
    Figure,
    FigureName,
    Figures,
    Kind,
    Ontbrekend,
    Part,
    Printed,
    ResolvedTexts,
    Text,
    key_fields,
)

# Changes when the same block gets another fingerprint; agreements of another recipe are given anew.
RECIPE = "2"


@dataclass(frozen=True)
class Fingerprints:
    """Gives the fingerprint of each block of one edition."""

    year: int
    catalogue: Catalogue
    figures: Figures
    texts: ResolvedTexts

    def of(self, block: Block) -> str:
        """Recipe, words and figures of what the block prints, and what the catalogue says of those,
        such as '2-3fa0b1c2d4-99ab12cd34-0c1d2e3f4a'.
        """
        words: list[Any] = [block.kind, self._words(block.title)]
        printed: list[Any] = [self._printed(block.title)]
        keys = key_fields(type(block))
        for name, value in block.own():
            if keys[name].names_figures and isinstance(value, tuple):
                named = list(self._references(value))
                words.append([name, [self._title(text) for text in named]])
                printed.append(
                    [name, [figure for text in named for figure in self._named(block, text)]]
                )
            else:
                words.append([name, self._words(value)])
                printed.append([name, self._printed(value)])
        if isinstance(block, Dekking | Ontbrekend):
            printed.append(self._known)
        parts = (_digest(words), _digest(printed), _digest(self._catalogued(block)))
        return "-".join((RECIPE, *parts))

    def _catalogued(self, block: Block) -> list[Any]:
        """What the catalogue says of the figures in a block: what they are, and where each year of
        them comes from. Their titles are among the words.
        """
        keys = key_fields(type(block))
        years: dict[str, set[int]] = defaultdict(set)
        for name, value in (("titel", block.title), *block.own()):
            if name in keys and keys[name].names_figures and isinstance(value, tuple):
                for named in self._references(value):
                    if isinstance(named, Reference):
                        years[named.ref] |= {
                            named.in_year(y) for y in block.figure_years(self.year)
                        }
            else:
                for part in self._within(value):
                    for named in references_in(part.ref):
                        years[named.ref].add(named.in_year(part.year))
        return [self._about(ref, sorted(years[ref])) for ref in sorted(years)]

    def _about(self, ref: str, years: Iterable[int]) -> list[Any]:
        about, table = self.catalogue.about(ref), self.catalogue.table_of(ref)
        own = [about.table, about.definition, about.note, about.unit, about.population]
        sources = {
            year: figure.source or getattr(self.catalogue.source_of(figure), "id", "")
            for year in years
            for figure in self._by_name.get(ref, {}).get(year, ())
        }
        note = table.note if table else ""
        return [ref, *own, about.formula, note, [[year, sources[year]] for year in sorted(sources)]]

    def _within(self, value: Any) -> Iterator[Printed]:
        """The figures within the words of a value."""
        if isinstance(value, Text):
            yield from (part for part in self.texts.get(value, ()) if isinstance(part, Printed))
            return
        pairs = _pairs(value)
        if pairs is not None:
            value = tuple(part for _, part in pairs)
        if isinstance(value, tuple):
            for part in value:
                yield from self._within(part)

    def _words(self, value: Any) -> Any:
        """The words of a value, with a mark where a figure stands.

        Line breaks and indents are one space.
        """
        if isinstance(value, Text):
            parts = self.texts.get(value, (value.raw,))
            return " ".join(
                "".join(
                    part if isinstance(part, str) else "\N{REPLACEMENT CHARACTER}" for part in parts
                ).split()
            )
        pairs = _pairs(value)
        if pairs is not None:
            return [[key, self._words(part)] for key, part in pairs]
        return [self._words(part) for part in value] if isinstance(value, tuple) else value

    def _printed(self, value: Any) -> Any:
        """The figures within the words of a value, as they are printed."""
        if isinstance(value, Text):
            return [part.text for part in self.texts.get(value, ()) if isinstance(part, Printed)]
        pairs = _pairs(value)
        if pairs is not None:
            value = tuple(part for _, part in pairs)
        return [self._printed(part) for part in value] if isinstance(value, tuple) else []

    def _references(self, names: Iterable[FigureName]) -> Iterator[Reference | str]:
        for text in names:
            try:
                node = parse_formula(text.raw)
            except FormulaError:
                node = None
            yield node if isinstance(node, Reference) else text.raw

    def _title(self, named: Reference | str) -> list[str]:
        """The name of a figure and what the report calls it."""
        known = isinstance(named, Reference) and named.ref in self._by_name
        return (
            [named.ref, self.catalogue.title(named.ref)]
            if isinstance(named, Reference) and known
            else [str(named)]
        )

    def _named(self, block: Block, named: Reference | str) -> Iterator[list[Any]]:
        """Every figure a reference puts in the block: each year the block asks for, each key of a
        keyed table.
        """
        if not isinstance(named, Reference):
            return
        for year in block.figure_years(self.year):
            if named.expected:
                hoped = figure_meant(self.figures, named, year)
                yield [hoped.id.year, hoped.id.key, hoped.printed, hoped.period, hoped.expected]
                continue
            for figure in self._by_name[named.ref].get(named.in_year(year), ()):
                if named.key is None or named.key == figure.id.key:
                    yield [
                        figure.id.year,
                        figure.id.key,
                        figure.printed,
                        figure.period,
                        figure.provisional,
                    ]

    @cached_property
    def _by_name(self) -> Mapping[str, Mapping[int, list[Figure]]]:
        found: dict[str, dict[int, list[Figure]]] = defaultdict(dict)
        for ref in self.catalogue.refs:
            found[ref] = defaultdict(list)
        for name, figure in self.figures.items():
            found[name.ref][name.year].append(figure)
        return found

    @cached_property
    def _known(self) -> list[list[Any]]:
        """What the blocks 'dekking' and 'ontbrekend' are made of: the indicators asked for, and
        which figures are there.
        """
        asked = [ref for wanted in self.catalogue.requested for ref in wanted.refs]
        values = [
            [f.id.ref, f.id.key, f.printed]
            for ref in asked
            for f in self._by_name[ref].get(self.year, ())
        ]
        unknown = [
            [f.id.ref]
            for name, f in self.figures.items()
            if name.year == self.year and not f.derived and f.kind is Kind.UNKNOWN
        ]
        return [[wanted.title] for wanted in self.catalogue.requested] + values + unknown


def _pairs(value: object) -> list[tuple[str, object]] | None:
    """What stands in a value under keys, in the order of the file; None when it has no keys."""
    if isinstance(value, Part):
        return list(value.given())
    return list(value.items()) if isinstance(value, Mapping) else None


def _digest(content: Any) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:10]
