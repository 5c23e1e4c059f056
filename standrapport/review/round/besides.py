# SPDX-License-Identifier: EUPL-1.2
"""What came back besides the words of texts: what has no words, pictures, headers, remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...word.base import Base
from ...word.received import ReceivedDocument, ReceivedParagraph
from .proposal import ProposalKind, ReaderProposal

FIXED_WORDS = "Deze woorden komen niet uit de teksten, maar uit de catalogus of het programma."
_ODD = {
    "page": "Een overgang naar een nieuwe bladzijde",
    "formula": "Een formule",
    "symbol": "Een teken uit een symboollettertype",
    "object": "Een ingevoegd bestand",
    "tab": "Een tab tot aan de kantlijn",
}


def block_name(base: Base, block: int | None) -> str:
    """A block as staff name it."""
    return base.blocks[block].name if block is not None and block >= 0 else "rapport"


def besides_words(document: ReceivedDocument, base: Base) -> Iterator[ReaderProposal]:
    """What changed besides words, and every remark."""
    beside = _Besides(document, base)
    yield from beside.odd()
    yield from beside.pictures()
    yield from beside.loose()
    yield from beside.remarks()


class _Besides:
    def __init__(self, document: ReceivedDocument, base: Base) -> None:
        self.document, self.base, self.author = document, base, document.author

    def _name(self, block: int | None) -> str:
        return block_name(self.base, block)

    def odd(self) -> Iterator[ReaderProposal]:
        """What a reader put in that is no words: it is said, since nothing of it comes along."""
        paragraphs = self.document.paragraphs
        for number, one in enumerate(paragraphs):
            for kind in dict.fromkeys(one.odd):
                if kind == "page" and _before_chapter(paragraphs[number : number + 2]):
                    continue
                author = " en ".join(one.authors) or self.author
                asks = f"{_ODD[kind]} is niet over te nemen; zeg met woorden wat u bedoelt."
                block, words = self._name(one.block), one.words.strip()
                formatting = ProposalKind.FORMATTING
                yield ReaderProposal(block, formatting, author, words, words, asks=asks)

    def pictures(self) -> Iterator[ReaderProposal]:
        now: Counter[int | None] = Counter()
        for one in self.document.paragraphs:
            now[one.block] += one.drawings
        total = sum(now.values())
        if total == self.base.pictures:
            return
        more = total > self.base.pictures
        # One among words was put there by a reader: ours stand in paragraphs of their own.
        among = [
            one.block for one in self.document.paragraphs if one.drawings and one.words.strip()
        ]
        differ = [self._name(block) for block in among] or [
            block.name
            for number, block in enumerate(self.base.blocks)
            if (now[number] > block.pictures) == more and now[number] != block.pictures
        ]
        yield ReaderProposal(
            differ[0] if len(differ) == 1 else "rapport",
            ProposalKind.PICTURE,
            self.author,
            f"{self.base.pictures} plaatjes",
            f"{total} plaatjes",
            asks="Een plaatje is niet terug te lezen: grafieken komen uit de cijfers.",
        )

    def loose(self) -> Iterator[ReaderProposal]:
        """Words above and below the pages that changed, went or came."""
        there = list(dict.fromkeys(self.document.loose))
        if not there:
            return
        known = [" ".join(words.split()) for words in self.base.loose]
        gone = [words for words in known if not any(words in one for one in there)]
        odd = [one for one in there if len(known) > 1 and _more_than(one, known)]
        for number in range(max(len(gone), len(odd))):
            old = gone[number] if number < len(gone) else ""
            new = odd[min(number, len(odd) - 1)] if odd else there[0]
            yield ReaderProposal(
                "rapport", ProposalKind.FIXED, self.author, old, new, asks=FIXED_WORDS
            )

    def remarks(self) -> Iterator[ReaderProposal]:
        texts = {one.id: one.text for one in self.document.comments}
        for one in self.document.comments:
            known = self.base.remarks.get(one.id)
            remark = ProposalKind.REMARK
            if known is not None and one.done:
                asks = (
                    "Deze opmerking is in het document afgehandeld; sluit haar met:"
                    f" standrapport opmerking {self.base.year} {known} --afgehandeld TEKST"
                )
                block = self._name(one.block)
                yield ReaderProposal(block, remark, one.author, one.text, "", asks=asks)
            elif known is None and one.text:
                block = self._name(one.block) if one.block is not None else ""
                said = ReaderProposal(block, remark, one.author, "", one.text, about=one.quoted)
                yield replace(said, answers=texts.get(one.answers, ""), on=one.on)


def _before_chapter(paragraphs: Sequence[ReceivedParagraph]) -> bool:
    """Whether a new page is that of a chapter: LibreOffice puts its break before the heading."""
    return any(one.kind == "h" and one.level == 1 for one in paragraphs)


def _more_than(words: str, known: Sequence[str]) -> bool:
    """Whether there are words besides those known; the number of a page is none."""
    for one in known:
        words = words.replace(one, " ")
    return any(sign.isalpha() for sign in words)
