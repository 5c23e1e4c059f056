"""Every statement of an edition's text read and judged: typed numbers and references."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ...core.model import (
    Catalogue,
    DeclaredNumber,
    Edition,
    FigureKey,
    Figures,
    Finding,
    NumberInText,
    Printed,
    Severity,
    Suggestion,
    Text,
    WorkedOut,
    plain,
    years_of,
)
from ...core.model.finding import Reads
from ..text.texts import Place, texts_of
from . import judge, references, wording
from .amounts import find
from .claims import Claims
from .context import Level
from .declared import declaration_of, unused
from .features import Before
from .mention import Mention
from .names import Names, build_names
from .passage import Line, passage
from .quiet import quiet_amount, states_norm
from .readings import Reader
from .statement import About, Outcome, Reading, Relation, Uitspraak
from .values import Known, Value
from .wordless import Judged as WordsJudged
from .wordless import Told, Wordless
from .years import Years

_SURE = 0.9
READINGS = {
    Outcome.RIGHT: "herkend",
    Outcome.WRONG: "onbekend",
    Outcome.DOUBT: "twijfel",
    Outcome.NOTHING: "telt niets",
}

RELATIONS = {
    Claims.DIRECTION: Relation.DIRECTION,
    Claims.ORDER: Relation.COMPARISON,
    Claims.EXTREME: Relation.RANK,
    Claims.PEAK: Relation.RANK,
}


@dataclass
class Statements:
    """What was read of an edition: every number, every statement, and what is wrong."""

    numbers: list[NumberInText] = field(default_factory=list)
    statements: list[Uitspraak] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def check_statements(
    edition: Edition,
    catalogue: Catalogue,
    figures: Figures,
    worked: Mapping[Text, Sequence[WorkedOut]],
    names: Names | None = None,
) -> Statements:
    """All statements in the text of an edition, in reading order, with findings."""
    work = _Work(edition, catalogue, figures, names or build_names(catalogue, figures))
    for place in texts_of(edition):
        work.text(place, worked.get(place.text, ()))
    work.done.findings.extend(unused(edition, work.declared))
    return work.done


@dataclass(frozen=True)
class _Amount:
    """An amount of a text: typed, or a reference with what stands there in the report."""

    start: int
    end: int
    mention: Mention | None = None
    reference: WorkedOut | None = None


class _Work:
    """Goes through the texts of one edition."""

    def __init__(
        self, edition: Edition, catalogue: Catalogue, figures: Figures, names: Names
    ) -> None:
        self.edition = edition
        self.year = edition.year
        self.catalogue = catalogue
        self.figures = figures
        self.names = names
        self.known = Known(figures)
        self.years = sorted(years_of(figures))
        self.done = Statements()
        self.declared: set[DeclaredNumber] = set()
        self.told: list[Told] = []

    def text(self, place: Place, worked: Sequence[WorkedOut]) -> None:
        """One text: its amounts sentence by sentence, each judged in the light of those before."""
        raw = place.text.raw
        shown = _blanked(raw, worked)
        mentions = find(shown, [(one.start, one.end) for one in worked])
        amounts = [_Amount(one.start, one.end, mention=one) for one in mentions]
        amounts += [
            _Amount(one.start, one.end, reference=one) for one in references.spans_of(worked)
        ]
        amounts.sort(key=lambda one: one.start)
        text = shown
        for one in mentions:
            shown = shown[: one.start] + "\ue000" * (one.end - one.start) + shown[one.end :]
        spans = [(one.start, one.end) for one in amounts]
        read = passage(shown, spans, self.title(place), self.names)
        reader = Reader(self.names, self.known, read, Years(shown, self.year), shown)
        words = Wordless(self.names, self.known, read, reader.years, shown, text, self.years)
        before = Before()
        for line in read.lines:
            self.told = []
            for anchor in line.anchors:
                subject = self.amount(place, reader, line, anchor, amounts[anchor], before)
                if subject is not None:
                    before = subject
            before = Before(before.subject)
            for one in words.of(line, self.told):
                self.claim(place, one)

    def claim(self, place: Place, one: WordsJudged) -> None:
        """A claim without a number."""
        claim, answer = one.claim, one.answer
        values = [value for _, value in answer.figures]
        outcome = Outcome.WRONG if answer.true is False else Outcome.RIGHT
        block = place.block.id if place.block else ""
        self.done.statements.append(
            Uitspraak(
                place.text,
                claim.start,
                claim.end,
                claim.words,
                RELATIONS[claim.kind],
                tuple(about.id for about in one.about),
                claim.way,
                outcome,
                place.chapter,
                block,
            )
        )
        if answer.true is not False or not values:
            return
        clear = len(values) < 2 or values[0].high < values[1].low or values[1].high < values[0].low
        code = "SR-N017" if claim.kind in (Claims.ORDER, Claims.EXTREME) else "SR-N013"
        first = one.about[0]
        self.done.findings.append(
            Finding(
                code,
                Severity.ERROR if clear else Severity.WARNING,
                wording.contradiction(self.catalogue, self.figures, one),
                (place.text.place(claim.start),),
                self.year,
                reads=Reads(
                    first.subject.ref, first.year, first.subject.key, RELATIONS[claim.kind].value
                ),
            )
        )

    def title(self, place: Place) -> str:
        """The title a text stands under."""
        if place.field == "titel" or place.block is None or place.block.title is None:
            return ""
        return re.sub(r"\{\{.*?\}\}", "", place.block.title.raw)

    def amount(
        self, place: Place, reader: Reader, line: Line, anchor: int, one: _Amount, before: Before
    ) -> Before | None:
        """One amount judged and written down; what the next goes on from."""
        if one.reference is not None:
            return self.reference(place, reader, line, anchor, one.reference, before)
        assert one.mention is not None
        declared = declaration_of(place, one.mention)
        if declared is not None:
            self.declared.add(declared)
            self.add(place, one.start, one.mention.text, "opgegeven", ())
            return None
        return self.typed(place, reader, line, anchor, one.mention, before)

    def typed(
        self,
        place: Place,
        reader: Reader,
        line: Line,
        anchor: int,
        mention: Mention,
        before: Before,
    ) -> Before | None:
        """A typed number."""
        readings = reader.readings(line, anchor, mention, before)
        counted = self.counted(reader, line, anchor, readings)
        quiet = not counted and quiet_amount(reader.shown, mention, self.names)
        norm = states_norm(reader.shown, line.sentence)
        result = judge.judged(mention, readings, counted=counted, quiet=quiet, norm=norm)
        fitting = result.fitting if result.outcome is not Outcome.WRONG else None
        ids = tuple(one.id for one in fitting.about) if fitting else ()
        word = READINGS[result.outcome]
        if fitting is not None and fitting.relation is Relation.CHANGE:
            word = "verandering"
        self.add(place, mention.start, mention.text, word, ids)
        self.state(
            place,
            mention.start,
            mention.end,
            mention.text,
            result.outcome,
            fitting or next(iter(result.named), None),
            (mention.low, mention.high),
        )
        if result.outcome is Outcome.WRONG:
            self.wrong(place, mention, result)
        elif result.outcome is Outcome.DOUBT:
            self.doubt(place, mention, result)
        if result.outcome is Outcome.NOTHING or not readings:
            return None
        if fitting is not None and len({about.subject.number for about in fitting.about}) == 1:
            first = fitting.about[0]
            self.told.append(Told(mention.start, first.subject, first.year))
        return Before((fitting or readings[0]).about[0].subject, same=True)

    def counted(self, reader: Reader, line: Line, anchor: int, readings: Sequence[Reading]) -> bool:
        """Whether the words right after an amount name what its best reading counts."""
        if not readings:
            return False
        subject = readings[0].about[0].subject
        own = frozenset().union(*subject.called, subject.unit_words, subject.key_words)
        context = reader.read.context(line, anchor)
        heads = [fits for level, fits in context.stretches if level is Level.HEAD]
        return any(how > _SURE and word in own for fits in heads for word, how in fits)

    def wrong(self, place: Place, mention: Mention, result: judge.Judged) -> None:
        """A finding for a number that is not what its words name."""
        elsewhere = self.elsewhere(mention, result)
        code = "SR-N010"
        if result.fitting is not None or elsewhere is not None:
            best = result.named[0].about[0].subject if result.named else None
            same = elsewhere is not None and best is not None and elsewhere.subject is best
            code = "SR-N012" if same else "SR-N015"
        sentence = wording.wrong_number(self.catalogue, self.figures, mention, result, elsewhere)
        self.report(place, mention.start, code, Severity.ERROR, sentence, result)

    def doubt(self, place: Place, mention: Mention, result: judge.Judged) -> None:
        """A note where two figures stay close."""
        assert result.fitting is not None
        sentence = (
            f"'{mention.text}' is {wording.called(self.catalogue, result.fitting)}, maar de zin"
            f" noemt eerder {wording.called(self.catalogue, result.named[0])}."
        )
        self.report(place, mention.start, "SR-N011", Severity.NOTE, sentence, result)

    def elsewhere(self, mention: Mention, result: judge.Judged) -> About | None:
        """The well named subject that has this value in another year."""
        for reading in result.named[:4]:
            for year in self.years:
                for one in reading.about[:1]:
                    value = self.known.value(one.subject, year)
                    if reading.relation is Relation.LEVEL and value and mention.says(value.value):
                        return About(one.subject, year)
        return None

    def reference(
        self,
        place: Place,
        reader: Reader,
        line: Line,
        anchor: int,
        worked: WorkedOut,
        before: Before,
    ) -> Before | None:
        """A reference in the text."""
        for part in worked.parts:
            if isinstance(part, Printed) and any(letter.isdigit() for letter in part.text):
                ids = (FigureKey(part.ref, part.year, part.key),)
                self.add(place, worked.start, part.text, "verwijzing", ids)
        own = references.bound(self.names, place.text, worked, self.year)
        if own is None:
            return None
        result = self.judged(reader, line, anchor, own, before)
        first = own.first
        value = self.known.value(first.subject, first.year)
        if value is not None:
            reading = Reading(own.relation, own.about, value, 0.0)
            self.state(
                place,
                worked.start,
                worked.end,
                plain(worked.parts),
                result.outcome,
                reading,
                (value.low, value.high),
            )
            if result.outcome is not Outcome.RIGHT and result.fitting:
                self.misnamed(place, worked.start, own, result, value)
        if len({one.subject.number for one in own.about}) == 1:
            self.told.append(Told(worked.start, first.subject, first.year))
        return Before(first.subject, same=True)

    def judged(
        self, reader: Reader, line: Line, anchor: int, own: references.Bound, before: Before
    ) -> references.JudgedReference:
        """What a reference is beside what its sentence names."""
        unit = own.first.subject.unit
        named = reader.named(line, anchor, unit, before)
        match own.relation:
            case Relation.SHARE:
                parts, bases = reader.part_and_base(line, anchor, unit, before)
                return references.judged_share(own, parts, bases, named.when)
            case Relation.SUM:
                return references.judged_sum(own, lambda: reader.together(named))
            case Relation.COMPARISON:
                return references.FINE
            case _:
                return references.judged(own, named, self.known)

    def misnamed(
        self,
        place: Place,
        at: int,
        own: references.Bound,
        result: references.JudgedReference,
        value: Value,
    ) -> None:
        """A finding for a reference that is not what its sentence names."""
        severity = Severity.ERROR if result.outcome is Outcome.WRONG else Severity.NOTE
        offered = []
        for about in result.fitting:
            reading = Reading(own.relation, about, value, 0.0)
            plain_ = wording.suggestion(self.figures, reading, self.year)
            written = own.again(about, self.year, value)
            offered.append(Suggestion(written, plain_.ref, plain_.year, plain_.key))
        best = result.fitting[0][0]
        self.done.findings.append(
            Finding(
                "SR-N016" if severity is Severity.ERROR else "SR-N011",
                severity,
                wording.misnamed(self.catalogue, own, result, self.year, offered[0].text),
                (place.text.place(at),),
                self.year,
                suggestions=tuple(offered),
                reads=Reads(best.subject.ref, best.year, best.subject.key, own.relation.value),
            )
        )

    def add(
        self, place: Place, at: int, text: str, reading: str, ids: tuple[FigureKey, ...]
    ) -> None:
        """Write a number down."""
        block = place.block.id if place.block else ""
        self.done.numbers.append(
            NumberInText(text, reading, ids, place.text, at, place.chapter, block)
        )

    def state(
        self,
        place: Place,
        start: int,
        end: int,
        words: str,
        outcome: Outcome,
        reading: Reading | None,
        says: tuple[Fraction, Fraction],
    ) -> None:
        """Write a statement down."""
        nothing = reading is None or outcome is Outcome.NOTHING
        relation = Relation.LEVEL if reading is None else reading.relation
        about = () if nothing or reading is None else tuple(one.id for one in reading.about)
        block = place.block.id if place.block else ""
        self.done.statements.append(
            Uitspraak(
                place.text, start, end, words, relation, about, says, outcome, place.chapter, block
            )
        )

    def report(
        self,
        place: Place,
        at: int,
        code: str,
        severity: Severity,
        sentence: str,
        result: judge.Judged,
    ) -> None:
        """A finding on a typed number, with what it reads as."""
        reads = None
        if result.named:
            best = result.named[0]
            first = best.about[0]
            reads = Reads(first.subject.ref, first.year, first.subject.key, best.relation.value)
        self.done.findings.append(
            Finding(
                code,
                severity,
                sentence,
                (place.text.place(at),),
                self.year,
                suggestions=wording.suggestions(self.figures, result, self.year),
                reads=reads,
            )
        )


def _blanked(raw: str, worked: Sequence[WorkedOut]) -> str:
    """The text with every expression replaced by as many characters: a year by its digits, all else
    by a mark that is no word.
    """
    shown = raw
    for one in worked:
        words = "".join(part if isinstance(part, str) else "\ue000" for part in one.parts)
        filler = words if words.isdigit() else "\ue000"
        wide = one.end - one.start
        pad = "\ue000" if filler == "\ue000" else " "
        shown = shown[: one.start] + filler.ljust(wide, pad)[:wide] + shown[one.end :]
    return shown
