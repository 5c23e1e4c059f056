# SPDX-License-Identifier: EUPL-1.2
"""One reference changed at a time: each that an edition makes, in its texts and in its cards,
tables and charts, replaced by another one that prints something else.

Not changed is what no reader could see: a reference that prints the same words, one that the
program itself cannot work out, and a figure of a card, table or chart whose own words (title, note)
do not name it: its label is printed from the catalogue, so it is true of whatever stands there.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, cast

from standrapport.checks.statements import StatementReading
from standrapport.checks.statements.named.names import build_names
from standrapport.checks.text import resolve
from standrapport.checks.text.misnamed import groups_of_other_years, misnamed_cards
from standrapport.checks.text.shown_together import pictured_findings
from standrapport.checks.text.summaries import check_summaries
from standrapport.checks.text.texts import Place, references_of, texts_of
from standrapport.core.formula import FormulaError, Reference, name_of, parse_expression, references
from standrapport.core.model import (
    EXPECTED,
    Chapter,
    Edition,
    Expected,
    FigureName,
    Finding,
    Kind,
    Part,
    Position,
    ResolvedTexts,
    Samenvatting,
    Severity,
    Tekst,
    Text,
    figure_of,
    keys_in,
    plain,
)
from standrapport.pipeline.checked import Checked
from standrapport.project.places import editions

_NEAR = 2  # years, and keys, tried in the place of one
_WRITTEN = re.compile(r"[\w.]+(?:\s*\[[^\]]*\])?")
_STEP = re.compile(r"\b(?:verschil|richting)\((-\d+)\)")  # what prints its year cannot mislead
_WORD = re.compile(r"[^\W\d_]{4,}")
_REFUSED = {"SR-N001", "SR-N002", "SR-N003", "SR-N008"}


@dataclass(frozen=True)
class Misreference:
    """A reference that was replaced: of which kind, where, in which words, and whether check says
    so.
    """

    kind: str
    place: str
    sentence: str
    old: str
    new: str
    noticed: bool


def every_edition(root: Path) -> list[tuple[str, int]]:
    """Every edition of the repository: the folder of its project, and its year."""
    examples = (f"examples/{one.name}" for one in sorted((root / "examples").iterdir()))
    projects = (".", *examples, "tests/deeljaar/project")
    return [(project, year) for project in projects for year in editions(root / project)]


def misreferences(checked: Checked, *, most: int | None = None) -> Iterator[Misreference]:
    """Every replaced reference of an edition, or `most` of them, drawn the same each time."""
    work = _Replacing(checked)
    every = list(work.every())
    if most is not None and most < len(every):
        every = random.Random(0).sample(every, most)  # noqa: S311 - no secret
    for place, kind, old, new, changed in every:
        if (seen := work.noticed(place, changed)) is not None:
            here = f"{place.text.position} {place.chapter}"
            yield Misreference(kind, here, _sentence(place, old), old, new, seen)


Change = tuple[Place, str, str, str, Text]


class _Replacing:
    """Replaces the references of one edition."""

    def __init__(self, checked: Checked) -> None:
        assert checked.edition is not None
        self.checked, self.edition = checked, checked.edition
        self.refs = checked.catalogue.refs
        self.years: dict[str, set[int]] = defaultdict(set)
        for name in checked.figures:
            self.years[name.ref].add(name.year)
        names = build_names(checked.catalogue, checked.figures)
        self.reading = StatementReading(checked.year, checked.catalogue, checked.figures, names)
        self._before: dict[tuple[Text, str], tuple[Counter[str], str]] = {}

    def every(self) -> Iterator[Change]:
        """Every change: of the texts, then of what the blocks show."""
        for place in texts_of(self.edition):
            for one in self.checked.worked.get(place.text, ()):
                yield from self._in_text(place, one.start + 2, one.end - 2)
        for place in references_of(self.edition):
            yield from self._shown(place)

    def _in_text(self, place: Place, start: int, end: int) -> Iterator[Change]:
        raw = place.text.raw
        inside = raw[start:end]
        try:
            found = references(parse_expression(inside).node)
        except FormulaError:
            return
        many = len(found) > 1

        def changed(at: int, until: int, new: str) -> Text:
            return replace(place.text, raw=f"{raw[: start + at]}{new}{raw[start + until :]}")

        for one in found:
            written = _WRITTEN.match(inside, one.offset)
            assert written is not None
            meant = replace(one, expected=_expected(inside) or one.expected)
            for kind, other in self._others(meant):
                if not self._differ(meant, other):
                    continue
                new = _written(replace(other, expected=one.expected))
                text = changed(written.start(), written.end(), new)
                told = "in uitdrukking" if many else kind
                yield place, told, inside.strip(), new, text
        for step in _STEP.finditer(inside):
            new = str(int(step[1]) - 1)
            yield place, "stap", inside.strip(), new, changed(*step.span(1), new)

    def _others(self, node: Reference) -> Iterator[tuple[str, Reference]]:
        """Other references that have another value of the same unit."""
        year = node.in_year(self.checked.year)
        here = replace(node, year=year, shift=0)
        table, _, column = node.ref.partition(".")
        for ref in self.refs:
            if ref != node.ref and table == ref.partition(".")[0]:
                yield "kolom", replace(here, ref=ref)
        near = sorted(self.years[node.ref] - {year}, key=lambda other: abs(other - year))
        for when in near[:_NEAR]:
            yield "jaar", replace(here, year=when)
        for ref in self.refs:
            if column == ref.partition(".")[2] and ref != node.ref:
                yield "populatie", replace(here, ref=ref)
        keys = keys_in(self.checked.figures, node.ref, year) if node.key is not None else ()
        for key in [one for one in keys if one != node.key][:_NEAR]:
            yield "sleutel", replace(here, key=key)

    def _differ(self, one: Reference, other: Reference) -> bool:
        """Whether two references have another value, of the same unit."""
        mine, theirs = (
            figure_of(self.checked.figures, *name_of(self.checked.figures, each, self.checked.year))
            for each in (one, other)
        )
        known = theirs.kind is Kind.VALUE and mine.kind is Kind.VALUE
        return known and theirs.value != mine.value and theirs.unit == mine.unit

    def _shown(self, place: Place) -> Iterator[Change]:
        """Another figure in the place of one that the words of its block name."""
        assert place.block is not None
        if place.block.tongue != "nl":
            return  # held against the cards of the Dutch version, one by one (SR-S064)
        try:
            node = parse_expression(place.text.raw).node
        except FormulaError:
            return
        if not isinstance(node, Reference):
            return
        said = _starts(_words_about(place.block, place.text) or "")
        shown = {one.raw.strip() for _, one in place.block.leaves() if isinstance(one, FigureName)}
        named = self._called(node.ref) & said
        if 2 * len(named) < len(self._called(node.ref)):
            return  # a word of its name is not its name
        for ref in shown - {node.ref}:
            named -= self._called(ref)
        table, _, column = node.ref.partition(".")
        for ref in self.refs:
            beside = ref.partition(".")[0] == table or ref.partition(".")[2] == column
            theirs = self._called(ref)
            if beside and ref not in shown and named - theirs and not (theirs - named) & said:
                text = replace(place.text, raw=place.text.raw.replace(node.ref, ref))
                yield place, "getoond", node.ref, ref, text

    def _called(self, ref: str) -> set[str]:
        """What a figure is called, without the words of its whole table."""
        about, column = self.checked.catalogue.about(ref), self.checked.catalogue.column(ref)
        names = (about.title, about.short, *(column.also_named if column else ()))
        table = self.checked.catalogue.tables.get(ref.partition(".")[0])
        return _starts(" ".join(names)) - _starts(table.title if table else "")

    def noticed(self, place: Place, changed: Text) -> bool | None:
        """Whether check says more of a changed text than of the one that stood there; None where
        it prints the same words, or nothing.
        """
        after, words = self._findings(place, changed)
        if (place.text, place.field) not in self._before:
            self._before[place.text, place.field] = self._findings(place, place.text)
        before, same = self._before[place.text, place.field]
        if _REFUSED & set(after) or (words == same and not isinstance(changed, FigureName)):
            return None
        return bool(after - before)

    def _findings(self, place: Place, text: Text) -> tuple[Counter[str], str]:
        """The codes of what check says of a text in its place, and what it prints."""
        checked, found, words = self.checked, list[Finding](), ""
        texts = dict(checked.texts)
        if not isinstance(text, FigureName):
            small = self._edition(place, text)
            shown, worked, found = resolve(small, checked.catalogue, checked.figures, checked.names)
            found += self.reading.of(small, worked).findings
            found += groups_of_other_years(small)
            texts, words = {**texts, **shown}, plain(shown[text])
        if place.block is not None:
            found += self._of_block(place, text, texts)
        return Counter(one.code for one in found if one.severity is not Severity.NOTE), words

    def _of_block(self, place: Place, changed: Text, texts: ResolvedTexts) -> list[Finding]:
        """What check says of a block beside the sentences of its texts."""
        checked, here = self.checked, Position("")
        block = replaced(place.block, place.text, changed)
        alone = replace(self.edition, chapters=(Chapter("h", Text("x", here), (block,), here),))
        found = pictured_findings(alone, checked.catalogue, checked.figures, texts)
        found += misnamed_cards(alone, checked.catalogue)
        if isinstance(changed, FigureName):  # its title is held against what it shows
            found += self.reading.of(alone, checked.worked).findings
        if isinstance(block, Samenvatting):
            found += check_summaries(replaced(self.edition, place.block, block), texts)
        return found

    def _edition(self, place: Place, text: Text) -> Edition:
        """An edition of one block that holds a text."""
        own, here = place.block, Position("verzonnen", 1, 1)
        block = Tekst(
            id="b",
            title=own.title if own and place.field != "titel" else None,
            text=text,
            numbers=own.numbers if own else (),
            comparable=own.comparable if own else "",
        )
        chapter = Chapter("h", Text("x", here), (block,), here)
        return replace(self.edition, chapters=(chapter,), subtitle=None, caveat=None)


def _starts(words: str) -> set[str]:
    """The starts of the longer words: 'klacht' of 'klachten' too."""
    return {word[:6] for word in _WORD.findall(words.casefold())}


def _words_about(holder: Part, text: Text) -> str | None:
    """The words that stand over a figure, or under it: of the part it is in, else of the block."""
    parts = [part for _, value in holder.given() for part in _several(value)]
    if not any(text is one for one in parts):
        inner = (_words_about(one, text) for one in parts if isinstance(one, Part))
        told = next((one for one in inner if one is not None), None)
        if told != "":
            return told
    words = (getattr(holder, name, None) for name in ("title", "note"))
    return " ".join(one.raw for one in words if isinstance(one, Text))


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _sentence(place: Place, old: str) -> str:
    """The sentence a reference stands in, or the title over it."""
    if isinstance(place.text, FigureName):
        return _words_about(place.block, place.text) or "" if place.block else ""
    every = re.split(r"(?<=[.?!])\s+|\n\s*\n", place.text.raw)
    return " ".join(next((one for one in every if old in one), place.text.raw).split())


def _expected(inside: str) -> Expected:
    """'doel' or 'raming' where a filter asks for that."""
    asked = inside.partition("|")[2].partition("|")[0].strip()
    return cast("Expected", asked) if asked in EXPECTED else ""


def _written(node: Reference) -> str:
    key = f'"{node.key}"' if node.key is not None else ""
    return f"{node.ref}[{', '.join(filter(None, (key, str(node.year), node.expected)))}]"


def replaced(value: Any, old: object, new: object) -> Any:
    """A value with one part of it replaced, wherever that stands in it."""
    if value is old:
        return new
    if isinstance(value, tuple):
        parts = tuple(replaced(one, old, new) for one in value)
        return (
            parts if any(one is not was for one, was in zip(parts, value, strict=True)) else value
        )
    if isinstance(value, Part | Chapter | Edition):
        own = {one.name: getattr(value, one.name) for one in fields(value)}
        changed = {n: now for n, was in own.items() if (now := replaced(was, old, new)) is not was}
        return replace(value, **changed) if changed else value
    return value
