# SPDX-License-Identifier: EUPL-1.2
"""Cutting a running text into its units along the tokens of Markdown, each with what stands around
it, and the words of one unit as atoms: what a reader sees, with how each sign is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import Any

from ..core.frozen import dataclass
from .units import FILLER, MARKDOWN, NOTE, YEAR, Atom, InlineMark, Marks, TextUnit, WrittenText

# Signs that stand for others, or may be written with more than one.
_WRITTEN_OTHERWISE = re.compile(rf"[{FILLER}{YEAR}\\&]")


class InlineWalk:
    """Goes through the inline tokens of a unit and its source side by side."""

    def __init__(self, source: WrittenText, content: str, places: Sequence[int]) -> None:
        self.source, self.content, self.places = source, content, places
        self.at = 0

    def atoms(self, tokens: Sequence[Any]) -> Iterator[Atom]:
        """Every sign with how it is written. Raises ValueError when the two do not go together."""
        marks: list[InlineMark] = []
        for token in tokens:
            kind = token.type
            if kind == "text":
                yield from self._text(token.content, tuple(marks))
            elif kind in ("softbreak", "hardbreak"):
                yield self._break(tuple(marks), hard=kind == "hardbreak")
            elif kind == "code_inline":
                yield from self._code(token, tuple(marks))
            elif kind == "footnote_ref":
                mark = self.content[self.at : self.content.index("]", self.at) + 1]
                self._skip(mark)
                yield Atom(NOTE, mark, tuple(marks))
            elif kind.endswith("_open"):
                marks.append(self._open(kind, token))
            elif kind.endswith("_close"):
                self._close(marks.pop())
            else:
                raise ValueError(f"inline {kind}")

    def _text(self, words: str, marks: Marks) -> Iterator[Atom]:
        if self.content.startswith(words, self.at) and not _WRITTEN_OTHERWISE.search(words):
            self.at += len(words)
            yield from (Atom(sign, sign, marks) for sign in words)
            return
        for sign in words:
            yield from self._sign(sign, marks)

    def _sign(self, sign: str, marks: Marks) -> Iterator[Atom]:
        if sign == FILLER:
            place = self.places[self.at]
            bound = self.source.expression_at(place)
            if bound is not None:
                yield Atom(bound[0].shown, bound[0].source, marks, bound[0])
            self.at += 1
            return
        start = self.at
        if self.content[self.at] == "\\" and self.content[self.at + 1 : self.at + 2] == sign:
            self.at += 2
        elif self.content[self.at] == sign:
            self.at += 1
            if sign == YEAR:
                sign = self.source.raw[self.places[start]]
                yield Atom(sign, sign, marks)
                return
        elif entity := re.match(r"&[#\w]+;", self.content[self.at :]):
            self.at += len(entity[0])
        else:
            raise ValueError(f"'{sign}' is not at {self.content[self.at :]!r}")
        yield Atom(sign, self.content[start : self.at], marks)

    def _break(self, marks: Marks, *, hard: bool) -> Atom:
        start = self.places[self.at]
        rest = re.match(r"(\\| *)\n *", self.content[self.at :])
        if rest is None:
            raise ValueError("no line end")
        self.at += len(rest[0])
        end = self.places[self.at] if self.at < len(self.content) else start + len(rest[0])
        written = self.source.raw[start:end]
        # Lines that each begin with a year stay lines, as on the page.
        years = self.content[self.at : self.at + 1] == YEAR and self.content.startswith(YEAR)
        return Atom("\v" if hard or years else " ", written, marks)

    def _code(self, token: Any, marks: Marks) -> Iterator[Atom]:
        ticks = token.markup
        close = self.content.index(ticks, self.at + len(ticks))
        inside = self.content[self.at + len(ticks) : close]
        mark = InlineMark("code", ticks, ticks)
        for sign in inside.strip(" ") if inside.strip() and inside[:1] == " " else inside:
            yield Atom(sign, sign, (*marks, mark))
        self.at = close + len(ticks)

    def _open(self, kind: str, token: Any) -> InlineMark:
        if kind == "link_open":
            return self._link(token)
        self._skip(token.markup)
        return InlineMark(kind.removesuffix("_open"), token.markup, token.markup)

    def _link(self, token: Any) -> InlineMark:
        address = str(token.attrs.get("href", ""))
        if token.markup == "autolink":
            self._skip("<")
            return InlineMark("link", "<", ">", address)
        self._skip("[")
        depth, at = 0, self.at
        while at < len(self.content):
            sign = self.content[at]
            if sign == "\\":
                at += 2
                continue
            if sign == "[":
                depth += 1
            elif sign == "]":
                if depth == 0:
                    break
                depth -= 1
            at += 1
        tail = re.match(
            r"\]\((?:<[^>]*>|[^\s()]|\([^()]*\))*(?:\s+(\"[^\"]*\"|'[^']*'))?\s*\)",
            self.content[at:],
        )
        if tail is None:
            raise ValueError("a link that is written elsewhere")
        return InlineMark("link", "[", tail[0], address)

    def _close(self, mark: InlineMark) -> None:
        self._skip(mark.closed)

    def _skip(self, written: str) -> None:
        if not self.content.startswith(written, self.at):
            raise ValueError(f"{written!r} is not at {self.content[self.at :]!r}")
        self.at += len(written)


# What may stand before the first cell of a row: a quotation or an item, and its line.
_BEFORE_ROW = re.compile(r"(?:\s*(?:>|[-*+](?=\s)|\d+[.)](?=\s)))*\s*\|?")


def units_of(source: WrittenText) -> list[TextUnit]:
    """The units of a running text, in order."""
    veiled = source.veiled
    return list(_Cut(source, veiled, Lines(veiled)).units(MARKDOWN.parse(veiled)))


@dataclass(frozen=True)
class Lines:
    """A text by its lines."""

    text: str
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts.extend([0, *(match.end() for match in re.finditer("\n", self.text))])

    def at(self, number: int) -> int:
        """Where a line starts; lines count from 0."""
        return self.starts[number] if number < len(self.starts) else len(self.text)


class _Cut:
    """Goes through the block tokens of a text and keeps what stands around each unit."""

    def __init__(self, source: WrittenText, veiled: str, lines: Lines) -> None:
        self.source, self.veiled, self.lines = source, veiled, lines
        self.around: list[str] = []  # lists and quotations that are open
        self.heading = 0
        self.items: list[tuple[bool, int]] = []  # per open item: whether it is fresh, its end
        self.note = ""  # the footnote that is open
        self.table = 0  # where the table ends that is open
        self.cells: Iterator[tuple[str, list[int]]] | None = None  # of the row that is open
        self.column = 0

    def units(self, tokens: Sequence[Any]) -> Iterator[TextUnit]:
        """Every unit."""
        for token in tokens:
            if token.type == "inline" and token.map:
                yield self._words(token) if self.cells is None else self._cell(token)
            elif token.type in ("fence", "code_block") and token.map:
                start, end = (self.lines.at(number) for number in token.map)
                words = Atom(token.content, self.veiled[start:end])
                place = (start, end, start, end)
                yield TextUnit("code", place=place, atoms=(words,), label=self.note)
            else:
                self._frame(token)

    def _frame(self, token: Any) -> None:
        name, _, end = token.type.rpartition("_")
        if name in ("bullet_list", "ordered_list", "blockquote"):
            if end == "open":
                self.around.append(name)
            else:
                self.around.pop()
        elif token.type == "list_item_open":
            self.items.append((True, token.map[1]))
        elif token.type == "list_item_close":
            self.items.pop()
        elif name == "heading":
            self.heading = int(token.tag[1]) if end == "open" else 0
        elif name == "footnote" and end in ("open", "close"):
            self.note = str(token.meta["label"]) if end == "open" else ""
        elif token.type == "table_open":
            self.table = self.lines.at(token.map[1])
        elif token.type == "tr_open":
            low, high = (self.lines.at(token.map[0] + step) for step in (0, 1))
            self.cells, self.column = _cells(self.veiled[low:high], low), 0
        elif token.type == "tr_close":
            self.cells = None

    def _words(self, token: Any) -> TextUnit:
        lists = [one for one in self.around if one != "blockquote"]
        quoted = "blockquote" in self.around
        kind = "h" if self.heading else "li" if lists else "quote" if quoted else "p"
        kind = "note" if self.note else kind
        fresh, end = self.items[-1] if self.items else (True, token.map[1])
        if self.items:
            self.items[-1] = (False, end)
        place, prefix, atoms = _unit(self.source, self.veiled, self.lines, token)
        return TextUnit(
            kind,
            self.heading or len(lists),
            ordered=bool(lists) and lists[-1] == "ordered_list",
            first=fresh,
            place=place,
            prefix=prefix,
            atoms=atoms,
            item_end=self.lines.at(end),
            label=self.note,
        )

    def _cell(self, token: Any) -> TextUnit:
        """A cell of a table; a row that is too short ends in empty ones."""
        assert self.cells is not None
        start, end = (self.lines.at(number) for number in token.map)
        close = start + len(self.veiled[start:end].rstrip())
        content, places = next(self.cells, ("", [close]))
        if content != token.content:
            raise ValueError(f"{token.content!r} is not in its row")
        self.column += 1
        atoms = InlineWalk(self.source, content, places).atoms(token.children or ())
        return TextUnit(
            "cell",
            self.column,
            place=(start, end, places[0], places[-1]),
            prefix=self.veiled[start : places[0]],
            atoms=tuple(replace(one, source="\\|") if one.source == "|" else one for one in atoms),
            item_end=self.table,
        )


def _cells(line: str, low: int) -> Iterator[tuple[str, list[int]]]:
    """What stands in each cell of a row, with the place of every sign, and where it ends."""
    begun = _BEFORE_ROW.match(line)
    at, end = begun.end() if begun else 0, len(line.rstrip())
    signs: list[tuple[str, int]] = []
    while at <= end:
        if at == end or line[at] == "|":
            while signs and signs[-1][0].isspace():
                signs.pop()
            lead = next((n for n, (sign, _) in enumerate(signs) if not sign.isspace()), 0)
            inside = signs[lead:]
            close = inside[-1][1] + 1 if inside else at
            yield "".join(sign for sign, _ in inside), [*(low + n for _, n in inside), low + close]
            signs = []
        elif line.startswith("\\|", at):
            signs.append(("|", at))
            at += 1
        else:
            signs.append((line[at], at))
        at += 1


def _unit(
    source: WrittenText, veiled: str, lines: Lines, token: Any
) -> tuple[tuple[int, int, int, int], str, tuple[Atom, ...]]:
    """Places, prefix and atoms of an inline token."""
    first, last = token.map
    places: list[int] = []  # of every sign of the content, in the source
    for number, line in enumerate(token.content.split("\n")):
        low = lines.at(first + number)
        written = veiled[low : lines.at(first + number + 1)].rstrip("\n")
        bare = line.lstrip(" ")
        tail = next((one for one in (written, written.rstrip()) if one.endswith(bare)), "")
        at = len(tail) - len(bare) if tail else max(written.find(bare), 0)
        lead = len(line) - len(bare)
        places += [low + max(at - lead + n, 0) for n in range(len(line))]
        places.append(low + at + len(bare))  # the line end
    atoms = tuple(InlineWalk(source, token.content, places).atoms(token.children or ()))
    begin = places[0]
    finish = places[len(token.content) - 1] + 1 if token.content else begin
    start = lines.at(first)
    return (start, lines.at(last), begin, finish), veiled[start:begin], atoms
