# SPDX-License-Identifier: EUPL-1.2
"""Agreement on blocks: a fingerprint over what a block prints, and what became of the agreements
given.

The fingerprint has three parts, the words, the figures, and what the catalogue says of those
figures, so that a later change says which of them it was. Line breaks do not count: text may be
wrapped anew. Claims and declared numbers print nothing and do not count either. It guards against
slips, not against ill will: whoever can edit the file can also write a fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from ...core.formula import FormulaError, Reference, parse_formula, references_in
from ...core.model import (
    RECIPE_BEFORE,
    Block,
    BlockStanding,
    Catalogue,
    Dekking,
    Edition,
    Figure,
    FigureName,
    Figures,
    Finding,
    Kind,
    Ontbrekend,
    Part,
    Position,
    Printed,
    ResolvedTexts,
    Severity,
    Standing,
    Text,
    key_fields,
    plain,
    still_holds,
)
from ...core.notation import join_names

# Changes when the same block gets another fingerprint; agreements of another recipe are given anew.
RECIPE = "2"
# Other figures in a block have other definitions too: those are told when nothing else changed.
_CHANGED = {
    (True, False): "de tekst is",
    (False, True): "de cijfers zijn",
    (True, True): "tekst en cijfers zijn",
    (False, False): "de catalogus (definities, bronnen, formules) is",
}


class Fingerprints:
    """Gives the fingerprint of each block of one edition."""

    def __init__(
        self, year: int, catalogue: Catalogue, figures: Figures, texts: ResolvedTexts
    ) -> None:
        self.year = year
        self.catalogue = catalogue
        self.figures = figures
        self.texts = texts

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


def standings_of(
    edition: Edition, catalogue: Catalogue, figures: Figures, texts: ResolvedTexts
) -> list[BlockStanding]:
    """Where every block of the edition stands, in reading order."""
    fingerprints = Fingerprints(edition.year, catalogue, figures, texts)
    found: list[BlockStanding] = []
    for chapter in edition.chapters:
        for block in chapter.blocks:
            now = fingerprints.of(block)
            title = (
                ""
                if block.title is None
                else plain(texts.get(block.title, (block.title.raw,))).strip()
            )
            found.append(
                BlockStanding(
                    len(found) + 1,
                    chapter.name,
                    block,
                    title,
                    *_judged(block, now, edition.roles),
                )
            )
    return found


def _judged(block: Block, now: str, roles: Mapping[str, object]) -> tuple[Standing, str, str]:
    """Where a block stands. It is agreed on when somebody in every role agreed on what it prints
    now; an agreement without a role is one of all.
    """
    if block.status != "akkoord":
        return (Standing.EDITING if block.status == "redactie" else Standing.CONCEPT), now, ""
    if not block.agreements:
        return Standing.UNSIGNED, now, ""
    if _agreed(block, now, roles):
        return Standing.AGREED, now, ""
    stale = [one for one in block.agreements if not still_holds(one.fingerprint, now)]
    if not stale:
        return Standing.EDITING, now, ""  # not every role has agreed yet
    old, new = stale[-1].fingerprint.split("-"), now.split("-")
    if old[0] == RECIPE_BEFORE and len(old) == len(new) - 1:
        old = [new[0], *old[1:], new[-1]]  # given before the catalogue counted
    if len(old) != len(new) or old[0] != new[0]:
        return Standing.CHANGED, now, "de vingerafdruk is"
    return Standing.CHANGED, now, _CHANGED[old[1] != new[1], old[2] != new[2]]


def _agreed(block: Block, now: str, roles: Mapping[str, object]) -> bool:
    """Whether every role agreed on what the block prints now, or somebody for all."""
    held = {one.role for one in block.agreements if still_holds(one.fingerprint, now)}
    return "" in held or (set(roles) <= held if roles else bool(held))


def agreement_findings(edition: Edition, standings: list[BlockStanding]) -> list[Finding]:
    """SR-S020 for each block that changed after agreement, SR-S021 when a definitive report has
    blocks without agreement.
    """
    final = edition.status == "definitief"
    findings = []
    for one in standings:
        if one.standing is Standing.CHANGED:
            sentence = (
                f"{one.changed[0].upper()}{one.changed[1:]} gewijzigd na het akkoord van"
                f" {one.agreed_by} op {one.agreed_on}; laat het blok opnieuw nakijken en geef"
                f" akkoord met: standrapport akkoord {edition.year} {one.name} --door NAAM"
            )
            place = one.block.places.get("akkoord", one.block.position)
            findings.append(
                Finding(
                    "SR-S020",
                    Severity.ERROR if final else Severity.WARNING,
                    sentence,
                    (place,),
                    edition.year,
                )
            )
    open_ = [one for one in standings if one.standing not in (Standing.AGREED, Standing.CHANGED)]
    if final and open_:
        findings.append(_not_final(edition, standings, open_))
    return findings


def _not_final(
    edition: Edition, standings: list[BlockStanding], open_: list[BlockStanding]
) -> Finding:
    """One finding for all blocks without agreement, with the place of each."""
    chapters = list(dict.fromkeys(one.chapter for one in open_))
    parts = [f"{sum(one.chapter == name for one in open_)} in {name}" for name in chapters]
    verb = "is" if len(open_) == 1 else "zijn"
    sentence = (
        f"Het rapport is definitief, maar {len(open_)} van de {len(standings)} blokken {verb} nog"
        f" niet akkoord ({join_names(parts)}); zie standrapport status {edition.year}, of zet"
        " 'status: concept' in rapport.yaml."
    )
    places: tuple[Position, ...] = tuple(
        one.block.places.get("status", one.block.position) for one in open_
    )
    return Finding("SR-S021", Severity.ERROR, sentence, places, edition.year)
