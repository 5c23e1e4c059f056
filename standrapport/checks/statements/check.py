# SPDX-License-Identifier: EUPL-1.2
"""Every statement of an edition's texts read and judged: typed numbers, references, and words
without a number; and numbers a block declares under `getallen:`, with the reason they may stand
there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from ...core.frozen import dataclass
from ...core.model import (
    Catalogue,
    DeclaredNumber,
    Edition,
    Figures,
    Finding,
    Grafiek,
    Kerncijfers,
    Position,
    Tabel,
    Text,
    WorkedOut,
)
from ...core.notation import join_names
from ...messages import found
from ..text.printed_raw import word_tables
from ..text.texts import Place, named_references, texts_of
from .claims.claimed import write_claim
from .claims.pairs import judge_pairs, judge_parts, judge_sums
from .claims.wordless import Wordless, may_claim
from .named.features import Before
from .named.ledger import AmountSpot, Ledger, Statements, ledger_of
from .named.names import SubjectNames
from .named.passage import passage
from .named.quiet import quiet_amount
from .named.readings import AmountReader
from .named.referring import spans_of, time_said
from .named.rivals import unshown
from .named.years import SpokenYears
from .numbers.bound import bound
from .numbers.confirmed import settled
from .numbers.typed import typed
from .reading.amounts import find
from .reading.mention import Mention
from .reading.morphology import roots
from .reading.vocabulary import SAME

_SMALL = 20  # in a table of words a number up to this is an order, a step or a day


class StatementReading:
    """Reads the texts of an edition against its figures, again and again: a text that is what it
    was the last time is not read anew. `names` spares building them again.
    """

    def __init__(
        self, year: int, catalogue: Catalogue, figures: Figures, names: SubjectNames | None = None
    ) -> None:
        self._ledger = ledger_of(year, catalogue, figures, names)
        self._last: dict[tuple[Position, str], tuple[object, _ReadText]] = {}

    def of(self, edition: Edition, worked: Mapping[Text, Sequence[WorkedOut]]) -> Statements:
        """All statements of an edition, in reading order, with findings SR-N010 to SR-N017."""
        every, last, ledger = _ReadText(), self._last, self._ledger
        self._last = {}
        for place in texts_of(edition):
            if place.block is not None and place.block.tongue != "nl":
                continue  # numbers there are held against those of the Dutch (SR-S064, SR-S065)
            at, takes = (place.text.position, place.field), (place, worked.get(place.text, ()))
            taken, read = last.get(at, (None, _ReadText()))
            if taken != takes:
                read = _ReadText()
                ledger.done = read.done
                _text(ledger, place, takes[1], read.declared)
            self._last[at] = takes, read
            every.add(read)
        every.done.findings.extend(unused(edition, every.declared))
        ledger.done = every.done
        return settled(edition, ledger)


@dataclass(frozen=True)
class _ReadText:
    """What was read of one text, or of all: and the declared numbers that stand there."""

    done: Statements = field(default_factory=Statements)
    declared: set[DeclaredNumber] = field(default_factory=set)

    def add(self, one: _ReadText) -> None:
        """What was read of a text, after what came before it."""
        self.done.numbers.extend(one.done.numbers)
        self.done.statements.extend(one.done.statements)
        self.done.findings.extend(one.done.findings)
        self.declared.update(one.declared)


@dataclass(frozen=True)
class _Amount:
    """An amount of a text: typed, or a reference with what stands there in the report."""

    start: int
    end: int
    mention: Mention | None = None
    reference: WorkedOut | None = None


def _text(
    ledger: Ledger, place: Place, worked: Sequence[WorkedOut], declared: set[DeclaredNumber]
) -> None:
    """One text: its amounts sentence by sentence, each judged in the light of those before."""
    text = blanked(place.text.raw, worked)
    _titled(ledger, place, text)
    mentions = _mentions(ledger, place, text, worked, declared)
    amounts = [_Amount(one.start, one.end, mention=one) for one in mentions]
    amounts += [_Amount(one.start, one.end, reference=one) for one in spans_of(worked)]
    if not amounts and not may_claim(text):
        return  # most titles say nothing of figures
    amounts.sort(key=lambda one: one.start)
    amounts = _beside_tables(ledger, place, text, amounts, declared)
    shown = text
    for one in mentions:
        shown = shown[: one.start] + "\ue000" * (one.end - one.start) + shown[one.end :]
    spans = [(one.start, one.end) for one in amounts]
    read = passage(shown, spans, _title(place), ledger.names)
    years = SpokenYears(shown, ledger.year)
    reader = AmountReader(ledger.names, ledger.known, read, years, shown)
    words = Wordless(ledger.names, ledger.known, read, years, shown, text, ledger.years)
    before, typed_before, bound_before = Before(), tuple[Mention, ...](), list[WorkedOut]()
    told_before = list[Mention | WorkedOut]()
    for line in read.lines:
        ledger.told.clear()
        ledger.settled.clear()
        own = [amounts[anchor] for anchor in line.anchors]
        beside = _typed(own)
        for anchor in line.anchors:
            spot = AmountSpot(place, reader, line, anchor, before, beside)
            before = _amount(ledger, spot, amounts[anchor], declared) or before
        judge_pairs(ledger, place, shown, _bound(own), bound_before)
        judge_parts(ledger, place, shown, told_before, _told(own))
        judge_sums(ledger, place, shown, typed_before, beside)
        typed_before, bound_before, told_before = beside, _bound(own), _told(own)
        before = Before(before.subject)
        years.note(line, [one.spoken_year for one in ledger.told])
        for claim in words.of(line, ledger.told):
            write_claim(ledger, place, claim)


def _titled(ledger: Ledger, place: Place, text: str) -> None:
    """The title of what shows figures: whether those it names stand there."""
    block = place.block
    if place.field != "titel" or not isinstance(block, Grafiek | Kerncijfers | Tabel):
        return
    names = ledger.names
    own = [names.by_name.get((one.ref, one.key)) for one in named_references(block.figures)]
    shown = [one for one in own if one is not None]
    lines = passage(text, (), "", names).lines
    words = {
        word for line in lines for one in line.read.said for word, how in one.fits if how >= SAME
    }
    other = unshown(names, shown, frozenset(words)) if shown else None
    if other is not None:
        is_ = join_names(list(dict.fromkeys(ledger.catalogue.title(one.ref) for one in shown)))
        told = {"wat": place.text.raw.strip(), "is": is_, "goed": other.ref}
        told["lezing"] = ledger.catalogue.title(other.ref)
        ledger.finding("SR-N016", place, 0, told, which="titel")


def _mentions(
    ledger: Ledger,
    place: Place,
    text: str,
    worked: Sequence[WorkedOut],
    declared: set[DeclaredNumber],
) -> list[Mention]:
    """The numbers typed in a text, without those that are a word of a name."""
    every = find(text, [(one.start, one.end) for one in worked])
    return [one for one in every if not _in_a_name(ledger, place, one, declared)]


def _in_a_name(ledger: Ledger, place: Place, one: Mention, declared: set[DeclaredNumber]) -> bool:
    """Whether a declared number in words stands in names of figures ('Twee keer verhuisd'): it is
    then a word of them, and no amount.
    """
    known = ledger.names.vocabulary.roots
    words = [root for word in one.text.lower().split() for root in roots(word)]
    if any(letter.isdigit() for letter in one.text) or not known.keys() & words:
        return False
    declaration = declaration_of(place, one)
    if declaration is None:
        return False
    declared.add(declaration)
    ledger.number(place, one.start, one.text, "opgegeven")
    return True


def _beside_tables(
    ledger: Ledger,
    place: Place,
    text: str,
    amounts: list[_Amount],
    declared: set[DeclaredNumber],
) -> list[_Amount]:
    """The amounts that stand in no table of words: a row and a column are no sentence. The first of
    a table that counts something is told.
    """
    for start, end in word_tables(place.text.raw):
        inside = [one for one in amounts if start <= one.start < end]
        amounts = [one for one in amounts if one not in inside]
        told = False
        for mention in _typed(inside):
            if (declaration := declaration_of(place, mention)) is not None:
                declared.add(declaration)
                reading = "opgegeven"
            elif _counts_nothing(ledger, text, mention):
                reading = "telt niets"
            else:
                reading = "onbekend"
                if not told:
                    ledger.finding("SR-N063", place, mention.start, {"wat": mention.text})
                told = True
            ledger.number(place, mention.start, mention.text, reading)
    return amounts


def _counts_nothing(ledger: Ledger, text: str, mention: Mention) -> bool:
    small = mention.plain and mention.value <= _SMALL
    return small or quiet_amount(text, mention, ledger.names)


def _typed(own: Sequence[_Amount]) -> tuple[Mention, ...]:
    return tuple(one.mention for one in own if one.mention is not None)


def _bound(own: Sequence[_Amount]) -> list[WorkedOut]:
    return [one.reference for one in own if one.reference is not None]


def _told(own: Sequence[_Amount]) -> list[Mention | WorkedOut]:
    every = (one.mention or one.reference for one in own)
    return [one for one in every if one is not None]


def _title(place: Place) -> str:
    """The title a text stands under."""
    if place.field == "titel" or place.block is None or place.block.title is None:
        return ""
    return re.sub(r"\{\{.*?\}\}", "", place.block.title.raw)


def _amount(
    ledger: Ledger, spot: AmountSpot, one: _Amount, declared: set[DeclaredNumber]
) -> Before | None:
    """One amount judged and written down; what the next goes on from."""
    if one.reference is not None:
        return bound(ledger, spot, one.reference)
    assert one.mention is not None
    declaration = declaration_of(spot.place, one.mention)
    if declaration is None:
        return typed(ledger, spot, one.mention)
    declared.add(declaration)
    ledger.number(spot.place, one.start, one.mention.text, "opgegeven")
    return None


# The end of a line that goes on on the next: no paragraph, item of a list or row of a table
_WRAPPED = re.compile(r"(?<=[^\s;])\n(?=\S)(?![-*•|#>]|\d{1,3}[.)]\s)")


def blanked(raw: str, worked: Sequence[WorkedOut]) -> str:
    """The text with every expression replaced by as many characters: a year or period by itself,
    all else by a mark that is no word. A line broken within a sentence goes on after a space.
    """
    shown = raw
    for one in worked:
        wide = one.end - one.start
        said = time_said(one)
        filler = said if 0 < len(said) <= wide else "\ue000"
        pad = "\ue000" if filler == "\ue000" else " "
        shown = shown[: one.start] + filler.ljust(wide, pad)[:wide] + shown[one.end :]
    return _WRAPPED.sub(" ", shown)


# Curly quotes are letters to YAML; around a number nobody means them.
_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a"
_SPACE = r"[\s\u00a0]+"


def declaration_of(place: Place, mention: Mention) -> DeclaredNumber | None:
    """The declaration of the block that covers a number at its place."""
    for declared in place.block.numbers if place.block else ():
        for match in _phrase(declared.number).finditer(place.text.raw):
            if match.start() < mention.end and mention.start < match.end():
                return declared
    return None


def _phrase(number: str) -> re.Pattern[str]:
    words = _SPACE.join(re.escape(word) for word in number.strip(_QUOTES).split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def unused(edition: Edition, used: set[DeclaredNumber]) -> list[Finding]:
    """Declared numbers that stand nowhere in their block: the text changed, the declaration did
    not.
    """
    findings = []
    there: dict[int, list[str]] = {}
    for place in texts_of(edition):
        if place.block is not None and place.block.numbers:
            there.setdefault(id(place.block), []).append(place.text.raw)
    for chapter in edition.chapters:
        for block in chapter.blocks:
            texts = there.get(id(block), [])
            for declared in block.numbers:
                if declared not in used and not any(
                    _phrase(declared.number).search(text) for text in texts
                ):
                    said = {"getal": declared.number}
                    findings.append(found("SR-N014", declared.position, said, year=edition.year))
    return findings
