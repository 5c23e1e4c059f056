# SPDX-License-Identifier: EUPL-1.2
"""The proposals within one paragraph: words, figures, mark-up, and words that are not ours to
change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property

from ...core.frozen import dataclass
from ...word.base import FIXED, Base, BaseParagraph, BasePiece
from ...word.received import ReceivedParagraph, Sign
from ...word.units import NOTE, Atom, BoundExpression, Marks
from .besides import FIXED_WORDS
from .compose import meanings, signs_to_atoms
from .proposal import AtomEdit, PlaceChange, ProposalKind, ReaderProposal
from .tokens import DIGIT, Compared, Hunk, OldWord, about_measure, compare, is_number, question

_LINE_END = (
    "Alleen een regeleinde kwam erbij of ging weg; het rapport breekt regels zelf af. Wie aan de"
    " teksten werkt, beslist."
)
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}")
_ODD = {
    "underlined": "onderstrepen",
    "struck": "doorhalen",
    "marked": "markeren",
    "coloured": "letters in een kleur",
    "raised": "hoger of lager zetten",
    "hidden": "verborgen tekst",
    "capitals": "kapitalen als opmaak",
}
_GAPS = {" ": Atom(" ", " "), "\v": Atom("\v", "\\\n")}
_OURS = frozenset({"strong", "em", "code"})


@dataclass(frozen=True)
class Expressions:
    """Every expression a document shows, by its name and by what it prints."""

    by_reference: Mapping[str, BoundExpression]
    notes: Mapping[str, str] = field(default_factory=dict)  # number of a footnote: its mark

    @classmethod
    def of(cls, base: Base, notes: Mapping[str, str]) -> Expressions:
        """Those of a base; `notes` are the marks of its footnotes by number."""
        return cls(
            {one.reference[:64]: one for text in base.texts for one in text.source.expressions},
            notes,
        )


def atoms_from(
    signs: Sequence[Sign], near: Marks, expressions: Expressions, *, bold: bool
) -> list[Atom]:
    """Signs that came in, as atoms; a figure that came along stays a figure."""
    found: list[Atom] = []
    start = 0
    while start < len(signs):
        end = start
        group = _group(signs[start])
        while end < len(signs) and _group(signs[end]) == group:
            end += 1
        part = signs[start:end]
        if part[0].sign == NOTE:
            found += [Atom(NOTE, expressions.notes.get(one.tag, NOTE)) for one in part]
            start = end
            continue
        expression = expressions.by_reference.get(part[0].tag) if part[0].tag else None
        if expression is not None and "".join(s.sign for s in part) == expression.shown:
            marks = signs_to_atoms(part[:1], near, bold)[0].marks
            found.append(Atom(expression.shown, expression.source, marks, expression))
        else:
            found += signs_to_atoms(part, near, bold)
        start = end
    while found and found[0].shown == " ":
        found.pop(0)
    while found and found[-1].shown in (" ", "\v"):
        found.pop()
    return found


def _group(sign: Sign) -> tuple[int, bool]:
    return sign.control, sign.sign == NOTE


def _line_end(was: str, now: str) -> bool:
    return "\v" in was + now and not (was + now).strip()


def _who(signs: Sequence[Sign]) -> str:
    """Who changed how these signs look."""
    return " en ".join(dict.fromkeys(who for one in signs if (who := one.relooked or one.by)))


class ParagraphProposals:
    """Compares a paragraph that came back with the one that was sent."""

    def __init__(
        self,
        base: Base,
        paragraph: BaseParagraph,
        new: ReceivedParagraph,
        author: str,
        expressions: Expressions,
        name: str,
        *,
        shaped: bool = False,
    ) -> None:
        self.base, self.paragraph, self.new = base, paragraph, new
        self.author, self.expressions, self.name = author, expressions, name
        was = paragraph.shape
        self.restyled = bool(new.restyled) or (
            shaped and not new.merged and was not in ("", new.shape)
        )

    @cached_property
    def compared(self) -> Compared:
        """The two beside each other."""
        return compare(self.base, self.paragraph, self.new.signs, self.author)

    def all(self) -> Iterator[ReaderProposal]:
        """Every proposal of the paragraph: the words of each person together, each figure by
        itself.
        """
        if self.restyled:
            yield self._restyled()
        if self.paragraph.words == self.new.words.strip() and not any(self._different_looks()):
            return
        by: dict[str, list[tuple[Hunk, PlaceChange]]] = {}
        fixed: dict[str, list[Hunk]] = {}
        for hunk in self.compared.hunks:
            made = self._change(hunk)
            if isinstance(made, PlaceChange):
                by.setdefault(hunk.by, []).append((hunk, made))
            elif made.kind is ProposalKind.FIXED:
                fixed.setdefault(hunk.by, []).append(hunk)
            else:
                yield made
        for author, hunks in fixed.items():
            words = self.paragraph.words
            yield ReaderProposal(
                self.name, ProposalKind.FIXED, author, words, self._with(hunks), asks=FIXED_WORDS
            )
        for author, pairs in by.items():
            yield ReaderProposal(
                self.name,
                ProposalKind.TEXT,
                author,
                self.paragraph.words,
                self._with([hunk for hunk, _ in pairs]),
                tuple(change for _, change in pairs),
                self._braces([hunk for hunk, _ in pairs]),
            )
        yield from self._figures()
        yield from self._formatting()

    def every_change(self) -> Iterator[PlaceChange]:
        """The changes of all hunks that are of a text, figures left as they are."""
        for hunk in self.compared.hunks:
            made = self._change(hunk, figures=True)
            if isinstance(made, PlaceChange):
                yield made

    def whole(self) -> list[Atom] | None:
        """All atoms of the paragraph as it came back; None when it is not of one unit."""
        units = {(piece.text, piece.unit) for piece in self.paragraph.pieces}
        if len(units) != 1:
            return None
        text, unit = units.pop()
        atoms = list(self.base.texts[text].units[unit].atoms)
        edits = [one.change for one in self.every_change() if isinstance(one.change, AtomEdit)]
        for edit in sorted(edits, key=lambda one: one.start, reverse=True):
            atoms[edit.start : edit.end] = edit.atoms
        return atoms

    # Words

    def _change(self, hunk: Hunk, *, figures: bool = False) -> PlaceChange | ReaderProposal:
        """What a hunk does to a text, or why it does nothing."""
        old = self.compared.old[hunk.start : hunk.end]
        was, now = "".join(w.shown for w in old), "".join(w.shown for w in hunk.new)
        pieces = {word.piece for word in old} or self._beside(hunk.start)
        texts = {self.paragraph.pieces[piece].text for piece in pieces}
        fixed = len(pieces) > 1 or FIXED in texts
        if asks := about_measure(self.compared.old, hunk, was, now):
            return ReaderProposal(self.name, ProposalKind.NUMBER, hunk.by, was, now, asks=asks)
        number = is_number(was, now)
        if fixed or (number and not figures):
            kind = ProposalKind.NUMBER if number else ProposalKind.FIXED
            asks = question(was, now) if number else FIXED_WORDS
            return ReaderProposal(self.name, kind, hunk.by, was, now, asks=asks)
        edit = self._edit(hunk, next(iter(pieces)))
        return edit if figures or not _line_end(was, now) else self._broken(hunk, edit)

    def _broken(self, hunk: Hunk, edit: PlaceChange) -> ReaderProposal:
        """A line end that came or went, and nothing else."""
        words = (self.paragraph.words, self._with([hunk]))
        kind = ProposalKind.FORMATTING
        return ReaderProposal(self.name, kind, hunk.by, *words, (edit,), _LINE_END)

    def _edit(self, hunk: Hunk, number: int) -> PlaceChange:
        """A hunk as atoms of the unit it is in."""
        piece = self.paragraph.pieces[number]
        text = self.base.texts[piece.text]
        start, end = self._span(hunk, number)
        atoms = text.units[piece.unit].atoms
        signs = [sign for word in hunk.new for sign in word.signs]
        if text.prose:
            beside = (*atoms[max(start - 1, 0) : start], *atoms[start : end + 1])
            near = tuple(mark for atom in beside for mark in atom.marks)
            made = self._atoms(signs, near, bold=piece.bold)
        else:
            made = [Atom(sign.sign, sign.sign) for sign in signs if sign.sign != "\v"]
        return PlaceChange(text.place, AtomEdit(piece.unit, start, end, tuple(made)))

    def _atoms(self, signs: Sequence[Sign], near: Marks, *, bold: bool) -> list[Atom]:
        """Atoms of signs within a paragraph: spaces at their ends stay."""
        lead, tail = 0, len(signs)
        while lead < tail and signs[lead].sign in _GAPS:
            lead += 1
        while tail > lead and signs[tail - 1].sign in _GAPS:
            tail -= 1
        inside = atoms_from(signs[lead:tail], near, self.expressions, bold=bold)
        before, after = ([_GAPS[one.sign] for one in part] for part in (signs[:lead], signs[tail:]))
        return [*before, *inside, *after]

    def _beside(self, at: int) -> set[int]:
        """The piece that words between two others are added to: of a text, if one is."""
        old = self.compared.old
        near = [old[n].piece for n in (at - 1, at) if 0 <= n < len(old)]
        ours = [piece for piece in near if self.paragraph.pieces[piece].text != FIXED]
        return {*(ours or near)[:1]}

    def _span(self, hunk: Hunk, piece: int) -> tuple[int, int]:
        """The atoms a hunk is about."""
        old = self.compared.old
        if hunk.start < hunk.end:
            return old[hunk.start].start, old[hunk.end - 1].end
        if hunk.start and old[hunk.start - 1].piece == piece:
            return old[hunk.start - 1].end, old[hunk.start - 1].end
        return old[hunk.start].start, old[hunk.start].start

    def _with(self, hunks: Sequence[Hunk]) -> str:
        """The paragraph with only these hunks."""
        words = [word.shown for word in self.compared.old]
        for hunk in sorted(hunks, key=lambda one: one.start, reverse=True):
            words[hunk.start : hunk.end] = [word.shown for word in hunk.new]
        return "".join(words)

    def _braces(self, hunks: Sequence[Hunk]) -> str:
        if any(_BRACES.search("".join(w.shown for w in hunk.new)) for hunk in hunks):
            return (
                "In tekst uit een document kunnen geen accolades staan: die zijn van verwijzingen"
                " naar cijfers."
            )
        return ""

    # Figures

    def _figures(self) -> Iterator[ReaderProposal]:
        for old, new in self.compared.figures:
            was, now = self.compared.old[old].shown, self.compared.new[new].shown
            by = dict.fromkeys(s.by for s in self.new.signs if s.by and s.control)
            author = " en ".join(by) or self.author
            asks = (
                question(was, now)
                if DIGIT.search(now)
                else (
                    f"Het cijfer {was} is weggehaald of overschreven met '{now}'; pas de zin aan,"
                    " of laat het cijfer staan."
                )
            )
            yield ReaderProposal(self.name, ProposalKind.NUMBER, author, was, now, asks=asks)

    # InlineMark-up

    def _different_looks(self) -> Iterator[tuple[int, int]]:
        """Words that stayed, but look different: numbers of the old word and of the new one."""
        for old, new in self.compared.same:
            word, signs = self.compared.old[old], self.compared.new[new].signs
            if not word.shown.strip() or word.shown == NOTE:
                continue
            piece = self.paragraph.pieces[word.piece]
            prose = piece.text != FIXED and self.base.texts[piece.text].prose
            if any(self._differs(piece, *pair) for pair in self._beside_signs(word, signs, prose)):
                yield old, new

    def _beside_signs(
        self, word: OldWord, signs: Sequence[Sign], prose: bool
    ) -> Iterator[tuple[Sign, Marks]]:
        """Every sign of a word with the mark-up it had; of a figure, that of the whole."""
        if not prose:
            yield from ((sign, ()) for sign in signs)
            return
        piece = self.paragraph.pieces[word.piece]
        atoms = self.base.texts[piece.text].units[piece.unit].atoms[word.start : word.end]
        if len(atoms) != len(signs):
            atoms = atoms[:1] * len(signs)
        yield from ((sign, atom.marks) for sign, atom in zip(signs, atoms, strict=True))

    def _differs(self, piece: BasePiece, sign: Sign, marks: Marks) -> bool:
        """Whether a sign looks different from what it was."""
        before = meanings(marks)
        was = {kind for kind, _ in before if kind != "link"}
        was |= {"strong"} if piece.bold else set()
        link = next((address for kind, address in before if kind == "link"), "")
        now = sign.looks - ({"code"} if "code" not in was else set())
        prose = piece.text != FIXED and self.base.texts[piece.text].prose
        linked = sign.link if prose else ""
        return now != was or linked.rstrip("/") != link.rstrip("/")

    def _with_spaces(self, words: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Words with the spaces between them, so that mark-up goes on from one to the next."""
        same = dict(self.compared.same)
        found: list[tuple[int, int]] = []
        for old, new in words:
            between = old - 1
            if found and found[-1][0] == between - 1 and between in same:
                found.append((between, same[between]))
            found.append((old, new))
        return found

    def _formatting(self) -> Iterator[ReaderProposal]:
        """One proposal for all mark-up of the paragraph that was changed."""
        different = self._with_spaces(list(self._different_looks()))
        if not different:
            return
        words = "".join(self.compared.old[old].shown for old, _ in different)
        signs = [sign for _, new in different for sign in self.compared.new[new].signs]
        odd = {look for sign in signs for look in sign.looks - _OURS}
        changes = [self._relooked(old, new) for old, new in different]
        whole = () if odd or None in changes else tuple(one for one in changes if one is not None)
        yield ReaderProposal(
            self.name,
            ProposalKind.FORMATTING,
            _who(signs) or self.author,
            words,
            words,
            whole,
            _about_looks(odd, whole=bool(whole)),
        )

    def _relooked(self, old: int, new: int) -> PlaceChange | None:
        word, signs = self.compared.old[old], self.compared.new[new].signs
        piece = self.paragraph.pieces[word.piece]
        if piece.text == FIXED or not self.base.texts[piece.text].prose:
            return None
        text = self.base.texts[piece.text]
        atoms = text.units[piece.unit].atoms[word.start : word.end]
        near = tuple(mark for atom in text.units[piece.unit].atoms for mark in atom.marks)
        if len(atoms) != len(signs):  # a figure is of one look
            signs = signs[:1] * len(atoms)
        changed = tuple(
            replace(atom, marks=signs_to_atoms([sign], near, piece.bold)[0].marks)
            for atom, sign in zip(atoms, signs, strict=True)
        )
        return PlaceChange(text.place, AtomEdit(piece.unit, word.start, word.end, changed))

    def _restyled(self) -> ReaderProposal:
        words = self.paragraph.words
        return ReaderProposal(
            self.name,
            ProposalKind.FORMATTING,
            self.new.restyled or self.author,
            words,
            words,
            asks="De stijl is veranderd; in het rapport volgt die uit het soort blok.",
        )


def _about_looks(odd: set[str], *, whole: bool) -> str:
    """Why mark-up waits."""
    if odd:
        named = " of ".join(sorted(_ODD.get(one, one) for one in odd))
        return f"Het rapport kent geen {named}; zeg met woorden wat u bedoelt."
    if not whole:
        return "In een titel of een vast onderdeel kent het rapport geen opmaak."
    return "Alleen de opmaak verandert; wie aan de teksten werkt, beslist."
