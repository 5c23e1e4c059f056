# SPDX-License-Identifier: EUPL-1.2
"""A comparison for a terminal (the summary first, then a line or a few per change), and as Markdown
for a comment in a merge request: bounded in length, and it says what it left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...core.notation import join_some
from ...messages import amount_of, escape_markdown, section_lines
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
_MARKED = 3  # and in Markdown
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
    return (plain(f"staat in: {join_some(places, _LISTED, '; ')}"),) if places else ()


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


LIMIT = 60_000  # characters; code platforms take some 65.000 in one comment
_PER_SECTION = 40  # changes per section
_LEFT_OUT = 100  # characters kept for the line that says what was left out
_SHOWN_IN_MARKDOWN = 160  # characters of a block that came or went


def markdown(difference: Difference, limit: int = LIMIT) -> str:
    """The comparison in at most `limit` characters."""
    sides = f"`{_code(difference.old.label)}` → `{_code(difference.new.label)}`"
    years = (
        f"editie {difference.new.year}"
        if difference.old.year == difference.new.year
        else f"editie {difference.old.year} en {difference.new.year}"
    )
    lines = [
        f"**Verschil: {escape_markdown(summary_words(difference))}**",
        "",
        f"{sides} ({years})",
        *(escape_markdown(note) for note in difference.notes),
    ]
    told = [
        (["", f"### {title} ({len(rows)})", "", *head], rows)
        for title, head, rows in _sections(difference)
        if rows
    ]
    room = (
        limit
        - sum(
            len(line) + 1
            for opening in (lines, *(opening for opening, _ in told))
            for line in opening
        )
        - _LEFT_OUT * len(told)
    )
    for number, (opening, rows) in enumerate(told):
        share = room // (len(told) - number)  # what one section leaves over goes to the next
        shown: list[str] = []
        for row in rows[:_PER_SECTION]:
            if len(row) + 1 > share:
                break
            shown.append(row)
            share -= len(row) + 1
            room -= len(row) + 1
        lines += [*opening, *shown]
        if left := len(rows) - len(shown):
            lines += [
                "",
                (
                    f"_Niet getoond: nog {amount_of(left, 'verschil', 'verschillen')}; `--format"
                    " html` toont alles._"
                ),
            ]
    return "\n".join(lines)


def _sections(difference: Difference) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    head = [
        "| Cijfer | Oud | Nieuw | Verschil | Toelichting |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    rows = [
        f"| {escape_markdown(row.title)} {escape_markdown(_short(row.when))} (`{_code(row.ref)}`) |"
        f" {escape_markdown(_short(row.old))} | {escape_markdown(_short(row.new))} |"
        f" {escape_markdown(row.change)} |"
        f" {escape_markdown('; '.join(filter(None, (row.why, _where_marked(row.where)))))} |"
        for row in figure_rows(difference.figures)
    ]
    turned, texts = (
        (title, (), [_marked_text(row.where, row.pieces, row.remarks) for row in found])
        for title, found in text_sections(difference.texts)
    )
    yield turned
    yield "Cijfers", head, rows
    yield "Status en afronding van cijfers", (), _bullets(figure_lines(difference.figures))
    yield texts
    yield "Controles en beweringen", (), _bullets(check_lines(difference.checks))
    yield "Opbouw", (), _bullets(structure_lines(difference.structure))
    yield "Bronnen en definities", (), _bullets(source_lines(difference.sources))
    yield "Bladzijden", (), [f"- {escape_markdown(page_words(page))}" for page in difference.pages]


def _where_marked(places: Sequence[str]) -> str:
    return f"staat in {join_some(places, _MARKED, '; ')}" if places else ""


def _marked_text(where: str, pieces: Sequence[Piece], remarks: Sequence[str]) -> str:
    stretches = []
    for kind, text in unified(excerpt(pieces)):
        inner = escape_markdown(text.strip())
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        mark = {"removed": ("<del>", "</del>"), "added": ("<ins>", "</ins>")}.get(kind, ("", ""))
        stretches.append(f"{before}{mark[0]}{inner}{mark[1]}{after}" if inner else text)
    flat = " ".join("".join(stretches).split())
    below = "".join(f"<br>{escape_markdown(remark)}" for remark in remarks)
    return f"- **{escape_markdown(where)}**<br>{flat}{below}"


def _bullets(lines: Sequence[ChangeLine]) -> list[str]:
    return [
        f"- {escape_markdown(line.words)}"
        + "".join(f"<br>{escape_markdown(_short(detail))}" for detail in line.details)
        for line in lines
    ]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return (
        flat
        if len(flat) <= _SHOWN_IN_MARKDOWN
        else f"{flat[:_SHOWN_IN_MARKDOWN].rpartition(' ')[0]} …"
    )


def _code(text: str) -> str:
    return text.replace("`", "'").replace("|", "/")
