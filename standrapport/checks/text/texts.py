# SPDX-License-Identifier: EUPL-1.2
"""Walking an edition: every text readers see and every reference a block makes, with the chapter
and block it is in.

Claims (`beweert:`) as rules: what a text says of the figures is judged like any rule, in the report
year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.formula import FormulaError, Reference, parse_formula
from ...core.frozen import dataclass
from ...core.model import Block, Edition, FigureName, PictureFile, Rule, RuleYears, Severity, Text


@dataclass(frozen=True)
class Place:
    """A text with the chapter and block it belongs to (None for the front matter) and the field it
    stands in.
    """

    text: Text
    chapter: str
    block: Block | None
    field: str


def texts_of(edition: Edition) -> Iterator[Place]:
    """Every text of the edition that is shown to readers, in reading order."""
    for name, text in (
        ("titel", edition.title),
        ("ondertitel", edition.subtitle),
        ("kanttekening", edition.caveat),
    ):
        if text is not None:
            yield Place(text, "rapport", None, name)
    for chapter in edition.chapters:
        yield Place(chapter.title, chapter.name, None, "titel")
        for block in chapter.blocks:
            if block.title is not None:
                yield Place(block.title, chapter.name, block, "titel")
            for (name, *_), value in block.leaves():
                if isinstance(value, Text) and not isinstance(value, FigureName):
                    yield Place(value, chapter.name, block, name)
            for picture in pictures_of(block):
                if not picture.decorative:
                    yield Place(picture.described, chapter.name, block, "alt")


def pictures_of(block: Block) -> Iterator[PictureFile]:
    """The pictures of a block: itself, or the one beside its words."""
    for one in (block, *(value for _, value in block.given())):
        if isinstance(one, PictureFile):
            yield one


def references_of(edition: Edition) -> Iterator[Place]:
    """Every reference a block makes outside its text: the figures of tables, charts and cards."""
    for chapter in edition.chapters:
        for block in chapter.blocks:
            for (name, *_), value in block.leaves():
                if isinstance(value, FigureName):
                    yield Place(value, chapter.name, block, name)


def named_references(names: Sequence[FigureName]) -> list[Reference]:
    """The references among names; what cannot be read was found where it stands."""
    found = []
    for name in names:
        try:
            node = parse_formula(name.raw)
        except FormulaError:
            continue
        if isinstance(node, Reference):
            found.append(node)
    return found


def claims_of(edition: Edition) -> list[Rule]:
    """Every claim of the edition, named after its chapter and block."""
    return [
        Rule(
            id=f"{chapter.name}/{block.id}#{number}",
            test=claim.raw.strip(),
            explanation="",
            severity=Severity.ERROR,
            years=RuleYears.REPORT_YEAR,
            mixed_populations=False,
            mixed_periods=False,
            position=claim.position,
            test_text=claim,
            origin="claim",
        )
        for chapter in edition.chapters
        for block in chapter.blocks
        for number, claim in enumerate(block.claims, 1)
    ]
