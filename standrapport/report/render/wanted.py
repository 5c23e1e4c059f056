# SPDX-License-Identifier: EUPL-1.2
"""What must stand on the page: every text of an edition, by the part of the report it stands in.

It comes from the text as written, read by the Markdown parser; not from what the templates were
given. So a template that forgets a field is found out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape

from markdown_it.token import Token

from ...core.frozen import dataclass
from ...core.model import (
    Block,
    Edition,
    FigureName,
    KeyLabel,
    Position,
    ResolvedText,
    ResolvedTexts,
    Text,
)
from .ink import CLOSE, MARK, OPEN, marked
from .markdown import MARKDOWN, footnote_number

WORD = re.compile(r"[^\W_]+")
# Without any of these Markdown leaves the words as they are.
_MARKUP = re.compile(r"[*_`\[\]<>&\\#~|!]|^\s*(?:[-+=]|\d+[.)])", re.MULTILINE)
_SHOWNWORDS = 8  # of a text, in a message


@dataclass(frozen=True)
class WantedText:
    """A text that must stand on the page: as Markdown gives it, or as it was typed (a title).

    `what` names the text in messages; `lost` is the first word Markdown takes for mark-up.
    """

    as_markdown: str
    as_typed: str
    position: Position
    what: str
    lost: str = ""
    lost_place: Position | None = None

    @property
    def start(self) -> str:
        """The first words, for a message."""
        words = self.as_typed.replace(OPEN, "").replace(CLOSE, "").split()
        return " ".join(words[:_SHOWNWORDS]) + (" …" if len(words) > _SHOWNWORDS else "")


@dataclass(frozen=True)
class WantedPart:
    """A part of the report (the cover, the title of a chapter, a block): its address in the page,
    its chapter and block, where it was written, and what must stand in it.
    """

    address: str
    chapter: str
    block: str
    position: Position
    wanted: tuple[WantedText, ...]


def parts_of(edition: Edition, texts: ResolvedTexts) -> tuple[WantedPart, ...]:
    """Every part of the report, in reading order."""
    return tuple(_parts(edition, texts))


def _parts(edition: Edition, texts: ResolvedTexts) -> Iterator[WantedPart]:
    front = {"titel": edition.title, "ondertitel": edition.subtitle, "kanttekening": edition.caveat}
    wanted = tuple(_wanted(text, name, texts) for name, text in front.items() if text)
    yield WantedPart("", "rapport", "", edition.position, wanted)
    for chapter in edition.chapters:
        title, name = chapter.title, chapter.name
        yield WantedPart(f"h-{name}", name, "", title.position, (_wanted(title, "titel", texts),))
        for block in chapter.blocks:
            wanted = tuple(_of_block(block, texts))
            yield WantedPart(f"b-{name}-{block.id}", name, block.id, block.position, wanted)


def _of_block(block: Block, texts: ResolvedTexts) -> Iterator[WantedText]:
    if block.title is not None:
        yield _wanted(block.title, "titel", texts)
    labels = set()
    for path, value in block.leaves():
        what = ".".join(path)
        if isinstance(path[-1], KeyLabel) and what not in labels:
            labels.add(what)
            yield WantedText(str(path[-1]), str(path[-1]), block.places[path[0]], path[0])
        if isinstance(value, Text) and not isinstance(value, FigureName):
            yield _wanted(value, what, texts)


def _wanted(text: Text, what: str, texts: ResolvedTexts) -> WantedText:
    return _read(text, what, tuple(texts.get(text, (text.raw,))))


@lru_cache(maxsize=2000)  # asked for the proof of each medium, and for the mark of a draft
def _read(text: Text, what: str, said: ResolvedText) -> WantedText:
    source, printed = marked(said)

    def inked(words: str) -> str:
        figure = MARK.sub(lambda mark: f"{OPEN}{printed[int(mark[1])].text}{CLOSE}", words)
        return " ".join(figure.split())

    typed = inked(source)
    if not _MARKUP.search(source):
        return WantedText(typed, typed, text.position, what)
    environment: dict[str, Mapping[str, Mapping[str, str]]] = {}
    tokens = list(_flat(MARKDOWN.parse(source, environment)))
    read = "".join(_content(token) for token in tokens)
    lost = _lost_word(source, read, tokens, environment.get("references", {}))
    place = text.place(max(text.raw.find(lost), 0)) if lost else None
    return WantedText(inked(read), typed, text.position, what, lost, place)


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.children is None or token.type == "image":
            yield token
        else:
            yield from _flat(token.children)
            yield Token("block", "", 0)


def _content(token: Token) -> str:
    if token.type in ("text", "code_inline", "text_special"):
        return str(token.content)
    if token.type in ("fence", "code_block"):
        return f" {token.content} "
    if token.type == "footnote_ref":
        return footnote_number(token)
    if token.type == "footnote_anchor":
        return " ↩ " if not token.meta.get("subId") else " "
    return "" if token.nesting or token.type == "image" else " "


def _lost_word(
    source: str, read: str, tokens: list[Token], references: Mapping[str, Mapping[str, str]]
) -> str:
    """The first word of a text that Markdown takes for mark-up and does not print: the title of a
    link, an address nothing points to. '' when there is none.
    """
    targets = [str(token.attrGet("href")) for token in tokens if token.type == "link_open"]
    marks = [token.info for token in tokens if token.type in ("list_item_open", "fence")]
    labels = [2 * f"{label} " for label, to in references.items() if to["href"] in targets]
    labels += [2 * f"{token.meta['label']} " for token in tokens if token.type == "footnote_ref"]
    kept = Counter(WORD.findall(" ".join([read, *targets, *marks, *labels]).lower()))
    for word in WORD.findall(unescape(source)):
        kept[word.lower()] -= 1
        if kept[word.lower()] < 0:
            return str(word)
    return ""
