"""A comparison for a terminal: the summary first, then a line or a few per change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .changes import Difference
from .figure_views import ChangeLine, figure_lines, figure_rows
from .views import check_lines, page_words, source_lines, structure_lines, summary_words, text_rows
from .words import Piece, excerpt, unified

Span = tuple[str, str]  # a stretch of text and what it is: '', 'kop', 'weg', 'erbij'
TextLine = tuple[Span, ...]
_LISTED = 6  # places named per figure
_SHOWN = 300  # characters of a block that came or went


def text_lines(difference: Difference) -> Iterator[TextLine]:
    """The whole comparison as lines of spans.

    Removed words stand between [- and -], added words between {+ and +}.
    """
    for name, side in (("Oud", difference.old), ("Nieuw", difference.new)):
        yield _plain(f"{name + ':':<7}{side.label} (editie {side.year}, {side.status})")
    yield (("Verschil: ", "kop"), (f"{summary_words(difference)}.", "kop"))
    yield from (_plain(note) for note in difference.notes)
    rows = figure_rows(difference.figures)
    yield from _head("Cijfers", difference.figures)
    for row in rows:
        yield _plain(f"  {row.line}")
        if row.where:
            more = f"; en nog {len(row.where) - _LISTED}" if len(row.where) > _LISTED else ""
            yield _plain(f"      staat in: {'; '.join(row.where[:_LISTED])}{more}")
    yield from _lines(figure_lines(difference.figures))
    yield from _head("Tekst", difference.texts)
    for text in text_rows(difference.texts):
        yield _plain(f"  {text.where}")
        for paragraph in _paragraphs(excerpt(text.pieces)):
            yield (("      ", ""), *paragraph)
        yield from (_plain(f"      {remark}") for remark in text.remarks)
    yield from _head("Controles en beweringen", difference.checks)
    yield from _lines(check_lines(difference.checks))
    yield from _head("Opbouw", difference.structure)
    yield from _lines(structure_lines(difference.structure))
    yield from _head("Bronnen en definities", difference.sources)
    yield from _lines(source_lines(difference.sources))
    yield from _head("Bladzijden", difference.pages)
    yield from (_plain(f"  {page_words(page)}") for page in difference.pages)


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


def _plain(text: str) -> TextLine:
    return ((text, ""),)


def _head(words: str, changes: tuple[object, ...]) -> Iterator[TextLine]:
    if changes:
        yield _plain("")
        yield ((words, "kop"),)


def _lines(lines: Iterable[ChangeLine]) -> Iterator[TextLine]:
    for line in lines:
        yield _plain(f"  {line.words}")
        for detail in line.details:
            flat = " ".join(detail.split())
            yield _plain(
                f"      {flat if len(flat) <= _SHOWN else flat[:_SHOWN].rpartition(' ')[0] + ' …'}"
            )
