# SPDX-License-Identifier: EUPL-1.2
"""A comparison for a terminal: the summary first, then a line or a few per change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...messages import section_lines
from ...messages.sections import Item, Items, Line as TextLine, Section, Span, plain, sentences
from .changes import Difference
from .figure_views import ChangeLine, figure_lines, figure_rows
from .views import (
    TextRow,
    check_lines,
    page_words,
    source_lines,
    structure_lines,
    summary_words,
    text_sections,
)
from .words import Piece, excerpt, unified

_LISTED = 6  # places named per figure
_SHOWN = 300  # characters of a block that came or went


def text_lines(difference: Difference) -> Iterator[TextLine]:
    """The whole comparison as lines of spans.

    Removed words stand between [- and -], added words between {+ and +}.
    """
    return section_lines(difference_sections(difference))


def difference_sections(difference: Difference) -> Iterator[Section]:
    """The comparison as sections: the summary first, then a list per kind of change."""
    sides = (("Oud:", difference.old), ("Nieuw:", difference.new))
    yield Section(
        "",
        sentences(
            f"{name:<7}{side.label} (editie {side.year}, {side.status})" for name, side in sides
        ),
    )
    yield Section(
        f"Verschil: {summary_words(difference)}.", sentences(difference.notes), apart=False
    )
    rows = [Item(row.line, _where(row.where)) for row in figure_rows(difference.figures)]
    (turned, said), (other, texts) = (
        (title, [_text(row) for row in rows]) for title, rows in text_sections(difference.texts)
    )
    told = (
        (turned, said),
        ("Cijfers", [*rows, *_items(figure_lines(difference.figures))]),
        (other, texts),
        ("Controles en beweringen", _items(check_lines(difference.checks))),
        ("Opbouw", _items(structure_lines(difference.structure))),
        ("Bronnen en definities", _items(source_lines(difference.sources))),
        ("Bladzijden", [Item(page_words(page)) for page in difference.pages]),
    )
    for title, found in told:
        if found:
            yield Section(title, (Items(tuple(found)),))


def _text(row: TextRow) -> Item:
    return Item(row.where, (*_paragraphs(excerpt(row.pieces)), *map(plain, row.remarks)))


def _where(places: Sequence[str]) -> tuple[TextLine, ...]:
    if not places:
        return ()
    more = f"; en nog {len(places) - _LISTED}" if len(places) > _LISTED else ""
    return (plain(f"staat in: {'; '.join(places[:_LISTED])}{more}"),)


def _marked(kind: str, text: str) -> Span:
    """A stretch with its marks."""
    if kind == "removed":
        return f"[-{text}-]", "weg"
    if kind == "added":
        return f"{{+{text}+}}", "erbij"
    return text, ""


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[tuple[Span, ...]]:
    """The marked stretches, a line per line of the text; lines without words are left out."""
    line: list[Span] = []
    for text, kind in (_marked(*stretch) for stretch in unified(pieces)):
        first, *others = text.split("\n")
        line.append((first, kind))
        for other in others:
            if any(words.strip() for words, _ in line):
                yield tuple(line)
            line = [(other, kind)]
    if any(words.strip() for words, _ in line):
        yield tuple(line)


def _items(lines: Iterable[ChangeLine]) -> list[Item]:
    return [Item(line.words, tuple(map(_detail, line.details))) for line in lines]


def _detail(text: str) -> TextLine:
    flat = " ".join(text.split())
    return plain(flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN].rpartition(' ')[0]} …")
