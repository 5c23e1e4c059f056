# SPDX-License-Identifier: EUPL-1.2
"""The words of one unit as atoms: what a reader sees, with how each sign is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from .units import FILLER, NOTE, YEAR, Atom, InlineMark, Marks, WrittenText

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
