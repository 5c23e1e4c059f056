# SPDX-License-Identifier: EUPL-1.2
"""From a document that came back to proposals, block by block and person by person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from ...word.base import FIXED, Base, BaseParagraph
from ...word.pairing import similarity
from ...word.received import ReceivedDocument, ReceivedParagraph, Sign, accepted
from ...word.units import Atom
from .align import CLOSER, WHOLE, Pair, aligned, legible, note_marks, notes_along, unit_of
from .besides import besides_words, block_name
from .compose import UnitChange
from .in_paragraph import Expressions, ParagraphProposals, atoms_from
from .proposal import PlaceChange, ProposalKind, ReaderProposal

_NO_TEXT = "Dit blok heeft hier geen lopende tekst; zet deze alinea zelf op haar plaats."
_CELL = "In een tabel van het rapport kan niets erbij of weg: zij komt uit de cijfers."
_WORD_CELL = (
    "In deze tabel kwam een cel, een rij of een kolom erbij of ging er een weg; pas de tabel in de"
    " tekst zelf aan."
)
_NOTE = "Een voetnoot wordt niet gesplitst of samengevoegd; pas haar in de tekst zelf aan."
_NEW_NOTE = "Dit is een nieuwe voetnoot; zet haar zelf in de tekst, met een verwijzing ernaar."
_TITLE = (
    "Een titel of een vast onderdeel kan niet weg; haal het blok zelf weg als dat de bedoeling is."
)


def proposals_of(document: ReceivedDocument, base: Base) -> list[ReaderProposal]:
    """Everything that was changed in a document that was made from `base`."""
    found = notes_along(_Proposing(document, base).all(), base)
    return [replace(one, old=legible(one.old), new=legible(one.new)) for one in found]


class _Proposing:
    """Goes over the pairs of a document."""

    def __init__(self, document: ReceivedDocument, base: Base) -> None:
        self.document, self.base = document, base
        self.author = document.author
        self.received = [
            one for one in accepted(document.paragraphs) if one.words.strip() or one.cell
        ]
        self.received = [one for one in self.received if one.words.strip()]
        self.pairs = aligned(base, self.received)
        self.expressions = Expressions.of(base, note_marks(base, self.received, self.pairs))
        self.shaped = self._shapes_kept()
        heads = {n for n, one in enumerate(base.blocks) if one.kind in ("hoofdstuk", "bijlage")}
        self.contents = {"Inhoud"} | {
            one.words.strip() for one in base.paragraphs if one.block in heads
        }
        self.gone_by = _gone_by(document.paragraphs)

    def all(self) -> Iterator[ReaderProposal]:
        """Every proposal, in the order of the document."""
        number = 0
        while number < len(self.pairs):
            size = self._whole(number)
            if size:
                yield self._regrouped(self.pairs[number : number + size])
                number += size
                continue
            yield from self._pair(number)
            number += 1
        yield from besides_words(self.document, self.base)

    def _shapes_kept(self) -> bool:
        """Whether the styles of headings came back: where a program dropped them all, they say
        nothing.
        """
        heads = [
            self.base.paragraphs[one.old].shape == self.received[one.new].shape
            for one in self.pairs
            if one.old is not None
            and one.new is not None
            and self.base.paragraphs[one.old].shape.startswith("h")
        ]
        return 2 * sum(heads) > len(heads)

    def _kind_of(self, piece: tuple[int, int] | None) -> str:
        """What a unit is; '' when there is none."""
        return "" if piece is None else self.base.texts[piece[0]].units[piece[1]].kind

    def _is_note(self, old: int) -> bool:
        return self._kind_of(self._unit(self.base.paragraphs[old])) == "note"

    # Paragraphs

    def _pair(self, number: int) -> Iterator[ReaderProposal]:
        one = self.pairs[number]
        old = one.old
        if old is None and one.moved_from is not None and self._is_note(one.moved_from):
            old = one.moved_from  # a note goes where its mark goes
        if old is not None and one.new is not None:
            yield from self._changed(old, self.received[one.new])
        elif one.old is not None:
            yield self._removed(one.old)
        elif one.new is not None and not self._of_contents(one):
            yield self._added(number, self.received[one.new], one.moved_from)

    def _of_contents(self, one: Pair) -> bool:
        """Whether a paragraph is of the contents, which without a style look like any other."""
        block = self.base.blocks[one.block] if one.block >= 0 else None
        return (
            block is not None
            and block.kind == "omslag"
            and one.new is not None
            and self.received[one.new].words.strip() in self.contents
        )

    def _changed(self, old: int, new: ReceivedParagraph) -> Iterator[ReaderProposal]:
        paragraph = self.base.paragraphs[old]
        yield from ParagraphProposals(
            self.base,
            paragraph,
            new,
            self.author,
            self.expressions,
            self._name(paragraph.block),
            shaped=self.shaped,
        ).all()

    def _removed(self, old: int) -> ReaderProposal:
        paragraph = self.base.paragraphs[old]
        author = self.gone_by.get(" ".join(paragraph.words.split()), self.author)
        gone = ReaderProposal(
            self._name(paragraph.block), ProposalKind.REMOVED, author, paragraph.words, ""
        )
        piece = self._unit(paragraph)
        if piece is None:
            return replace(gone, asks=_CELL if paragraph.cell else _TITLE)
        if self._kind_of(piece) == "cell":
            return replace(gone, asks=_WORD_CELL)
        text, unit = piece
        change = PlaceChange(self.base.texts[text].place, UnitChange("delete", unit))
        return replace(gone, changes=(change,))

    def _unit(self, paragraph: BaseParagraph) -> tuple[int, int] | None:
        return unit_of(self.base, paragraph)

    def _added(self, number: int, new: ReceivedParagraph, moved: int | None) -> ReaderProposal:
        block = self.pairs[number].block
        authors = new.authors
        came = ReaderProposal(
            self._name(block),
            ProposalKind.ADDED if moved is None else ProposalKind.MOVED,
            " en ".join(authors) or self.author,
            "" if moved is None else self.base.paragraphs[moved].words,
            new.words.strip(),
            origin="" if moved is None else self._name(self.base.paragraphs[moved].block),
        )
        if new.note:
            return replace(came, asks=_NEW_NOTE)
        if new.cell:
            return replace(came, asks=_WORD_CELL if self._words_around(number) else _CELL)
        place = self._place_after(number, block)
        unit = None if moved is None else self._unit(self.base.paragraphs[moved])
        if place is None or (moved is not None and unit is None):
            return replace(came, asks=_NO_TEXT)
        text, after = place
        atoms = self._atoms(new, moved)
        insert = UnitChange("insert", after, tuple(atoms), self._style(new, moved, text, after))
        changes = [PlaceChange(self.base.texts[text].place, insert)]
        if unit is not None:
            gone = UnitChange("delete", unit[1])
            changes.append(PlaceChange(self.base.texts[unit[0]].place, gone))
        return replace(came, changes=tuple(changes))

    def _words_around(self, number: int) -> bool:
        """Whether the cells around a new one are of a table of words."""
        block = self.pairs[number].block
        near = [*reversed(self.pairs[:number]), *self.pairs[number + 1 :]]
        cells = (
            self.base.paragraphs[one.old]
            for one in near
            if one.block == block and one.old is not None
        )
        return any(self._kind_of(self._unit(one)) == "cell" for one in cells if one.cell)

    def _atoms(self, new: ReceivedParagraph, moved: int | None) -> Sequence[Atom]:
        if moved is not None:
            paragraph = self.base.paragraphs[moved]
            whole = ParagraphProposals(
                self.base, paragraph, new, self.author, self.expressions, ""
            ).whole()
            if whole is not None:
                return whole
        return atoms_from(new.kept, (), self.expressions, bold=False)

    def _style(
        self, new: ReceivedParagraph, moved: int | None, text: int, after: int
    ) -> tuple[str, int, bool]:
        """What a new unit is: what its style says, or what it was before it moved."""
        if moved is not None and (unit := self._unit(self.base.paragraphs[moved])) is not None:
            return self.base.texts[unit[0]].units[unit[1]].style
        if new.kind == "h":
            return "h", max(1, new.level - 2), False
        if new.kind == "li":
            units = self.base.texts[text].units
            beside = units[after] if after >= 0 else None
            ordered = beside.ordered if beside is not None and beside.kind == "li" else new.ordered
            return "li", new.level, ordered
        return new.kind, 0, False

    def _place_after(self, number: int, block: int) -> tuple[int, int] | None:
        """The text and the unit after which a new paragraph comes."""
        for paragraph, unit in self._near(reversed(self.pairs[:number]), block):
            if unit is not None:
                return self._last_of_table(unit)
            if any(piece.text == FIXED for piece in paragraph.pieces):
                return None
        for _, unit in self._near(self.pairs[number + 1 :], block):
            if unit is not None:
                return unit[0], unit[1] - 1
        for text, kept in enumerate(self.base.texts):
            # Every paragraph of the text went; what came takes its place.
            if kept.prose and kept.place.name == self._name(block):
                return text, -1
        return None

    def _near(
        self, pairs: Iterable[Pair], block: int
    ) -> Iterator[tuple[BaseParagraph, tuple[int, int] | None]]:
        """The paragraphs that were sent of a block, in order, with their units; no notes."""
        for one in takewhile(lambda pair: pair.block == block, pairs):
            if one.old is not None and not self._is_note(one.old):
                paragraph = self.base.paragraphs[one.old]
                yield paragraph, self._unit(paragraph)

    def _last_of_table(self, place: tuple[int, int]) -> tuple[int, int]:
        """The last cell of the table that a unit is of, else the unit."""
        units = self.base.texts[place[0]].units
        unit = units[place[1]]
        if unit.kind != "cell":
            return place
        last = max(
            n for n, one in enumerate(units) if (one.kind, one.item_end) == ("cell", unit.item_end)
        )
        return place[0], last

    # Paragraphs that became two, or two that became one

    def _whole(self, number: int) -> int:
        """How many pairs from here on are one paragraph that was split or joined; 0 if none."""
        first = self.pairs[number]
        if first.old is None or first.new is None or self._prose_unit(first) is None:
            return 0
        old_words = self.base.paragraphs[first.old].words
        new_words = self.received[first.new].words.strip()
        if old_words == new_words:
            return 0
        olds, news = [old_words], [new_words]
        enough = max(WHOLE, similarity(old_words, new_words) + CLOSER)
        for size, one in enumerate(self.pairs[number + 1 :], 2):
            if not self._goes_on(first, one, olds, news):
                break
            if one.new is not None:
                news.append(self.received[one.new].words.strip())
            elif one.old is not None:
                olds.append(self.base.paragraphs[one.old].words)
            if similarity(" ".join(olds), " ".join(news)) >= enough:
                return size
        return 0

    def _goes_on(self, first: Pair, one: Pair, olds: Sequence[str], news: Sequence[str]) -> bool:
        """Whether a pair may be a further part of what was split, or was joined."""
        if one.block != first.block or one.moved_from is not None:
            return False
        if one.old is None:
            return one.new is not None and len(olds) == 1
        return one.new is None and len(news) == 1 and self._prose_unit(one) is not None

    def _prose_unit(self, one: Pair) -> tuple[int, int] | None:
        return None if one.old is None else self._unit(self.base.paragraphs[one.old])

    def _regrouped(self, pairs: Sequence[Pair]) -> ReaderProposal:
        """One proposal for paragraphs that were split or joined."""
        olds = [self.base.paragraphs[one.old] for one in pairs if one.old is not None]
        news = [self.received[one.new] for one in pairs if one.new is not None]
        inside = ParagraphProposals(self.base, olds[0], news[0], self.author, self.expressions, "")
        authors = dict.fromkeys(name for one in news for name in one.authors)
        kind = self._kind_of(self._unit(olds[0]))
        if asks := {"cell": _WORD_CELL, "note": _NOTE}.get(kind, ""):
            changes: tuple[PlaceChange, ...] = ()
        else:
            numbers = (one for one in inside.all() if one.kind is ProposalKind.NUMBER)
            asks = next((one.asks for one in numbers), "")
            changes = (*inside.every_change(), *self._parts(olds, news[1:]))
        return ReaderProposal(
            self._name(pairs[0].block),
            ProposalKind.SPLIT if len(news) > 1 else ProposalKind.JOINED,
            " en ".join(authors) or self.author,
            "\n\n".join(one.words for one in olds),
            "\n\n".join(new.words.strip() for new in news),
            changes,
            asks,
        )

    def _parts(
        self, olds: Sequence[BaseParagraph], news: Sequence[ReceivedParagraph]
    ) -> Iterator[PlaceChange]:
        """The further parts of a paragraph that was split; and those that went into it."""
        units = [unit for unit in map(self._unit, olds) if unit is not None]
        yield from (self._part(units[0], new) for new in news)
        for text, unit in units[1:]:
            yield PlaceChange(self.base.texts[text].place, UnitChange("delete", unit))

    def _part(self, unit: tuple[int, int], new: ReceivedParagraph) -> PlaceChange:
        """A further part of a paragraph that was split: what the first part is, comes after it."""
        text, number = unit
        kept = self.base.texts[text]
        style = kept.units[number].style
        own = (new.kind, new.level, new.ordered)
        atoms = tuple(atoms_from(new.kept, (), self.expressions, bold=False))
        kind = style if new.kind in (style[0], "p") else own
        return PlaceChange(kept.place, UnitChange("insert", number, atoms, kind))

    def _name(self, block: int | None) -> str:
        return block_name(self.base, block)


def _gone_by(paragraphs: Sequence[ReceivedParagraph]) -> Mapping[str, str]:
    """Who took out a whole paragraph, by its words."""
    found: dict[str, str] = {}
    for one in paragraphs:
        signs: Sequence[Sign] = [sign for sign in one.signs if sign.deleted]
        if signs and len(signs) == len(one.signs):
            found[" ".join("".join(sign.sign for sign in signs).split())] = signs[0].deleted
    return found
