"""Every number of an edition's text accounted for: bound to a figure, recognised, declared, or
reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ...core.model import (
    Catalogue,
    DeclaredNumber,
    Edition,
    Figure,
    FigureKey,
    Figures,
    Finding,
    Kind,
    NumberInText,
    Position,
    Printed,
    Severity,
    Suggestion,
    Text,
    WorkedOut,
    figure_of,
    years_of,
)
from ...core.notation import format_getal, join_names
from ...core.words import rounded
from .directions import Contradiction, Told, contradictions
from .find import find
from .known import Known, KnownFigures
from .matching import Judged, Reading, judge
from .mentions import Mention, Sentence, sentences
from .texts import Place, texts_of

_LISTED = 4


def check_numbers(
    edition: Edition,
    catalogue: Catalogue,
    figures: Figures,
    worked: Mapping[Text, Sequence[WorkedOut]],
) -> tuple[tuple[NumberInText, ...], list[Finding]]:
    """All numbers in the text in reading order, and findings SR-N010 to SR-N014."""
    work = _Numbers(edition.year, catalogue, figures)
    for place in texts_of(edition):
        work.text(place, worked.get(place.text, ()))
    work.findings.extend(_unused(edition, work.declared))
    return tuple(work.numbers), work.findings


@dataclass(frozen=True)
class _Place:
    """A text with its expressions blanked out: offsets stay those of the file."""

    place: Place
    shown: str
    worked: Sequence[WorkedOut]


class _Numbers:
    """Goes through the texts of one edition."""

    def __init__(self, year: int, catalogue: Catalogue, figures: Figures) -> None:
        self.year = year
        self.catalogue = catalogue
        self.figures = figures
        self.years = sorted(years_of(figures))
        self.numbers: list[NumberInText] = []
        self.findings: list[Finding] = []
        self.declared: set[DeclaredNumber] = set()

    @cached_property
    def known(self) -> KnownFigures:
        """The figures by value; made when the first number needs them."""
        return KnownFigures(self.catalogue, self.figures)

    def text(self, place: Place, worked: Sequence[WorkedOut]) -> None:
        before = len(self.numbers)
        for one in worked:
            for part in one.parts:
                if isinstance(part, Printed) and any(letter.isdigit() for letter in part.text):
                    self.add(
                        place,
                        one.start,
                        part.text,
                        "verwijzing",
                        (FigureKey(part.ref, part.year, part.key),),
                    )
        own = _Place(place, _blanked(place.text.raw, worked), worked)
        mentions = find(own.shown, [(one.start, one.end) for one in worked])
        for sentence in sentences(_without(own.shown, mentions)):
            within = [
                mention for mention in mentions if sentence.start <= mention.start < sentence.end
            ]
            told = self.told(own, sentence)
            judged = [(mention, self.judged(own, sentence, mention)) for mention in within]
            subjects = {one.id.ref for one in told} | {
                one.id.ref
                for _, j in judged
                if j.reading is Reading.MATCHED
                for one in j.figures[:1]
            }
            for mention, reading in judged:
                told.extend(self.account(own, sentence, mention, _in_series(reading, subjects)))
            self.directions(own, sentence, told)
        self.numbers[before:] = sorted(self.numbers[before:], key=lambda number: number.at)

    def add(
        self, place: Place, at: int, text: str, reading: str, ids: tuple[FigureKey, ...]
    ) -> None:
        block = place.block.id if place.block else ""
        self.numbers.append(NumberInText(text, reading, ids, place.text, at, place.chapter, block))

    def report(
        self,
        code: str,
        severity: Severity,
        sentence: str,
        position: Position,
        suggestions: tuple[Suggestion, ...] = (),
    ) -> None:
        self.findings.append(
            Finding(code, severity, sentence, (position,), self.year, suggestions=suggestions)
        )

    def told(self, own: _Place, sentence: Sentence) -> list[Told]:
        """The figures a sentence refers to by name."""
        found = []
        for one in own.worked:
            for part in one.parts:
                if (
                    sentence.start <= one.start < sentence.end
                    and isinstance(part, Printed)
                    and part.value is not None
                ):
                    name = FigureKey(part.ref, part.year, part.key)
                    if name in self.figures:
                        change = self.known.is_change(self.figures[name])
                        found.append(
                            Told(one.start, one.end, name, Fraction(part.value), change=change)
                        )
        return found

    def judged(self, own: _Place, sentence: Sentence, mention: Mention) -> Judged:
        """The reading of one number."""
        declared = self.declaration(own, mention)
        if declared is not None:
            self.declared.add(declared)
            return Judged(Reading.DECLARED)
        return judge(mention, sentence, self.year, self.known)

    def account(
        self, own: _Place, sentence: Sentence, mention: Mention, judged: Judged
    ) -> list[Told]:
        """Write a number down and report what is wrong with it.

        The figure it stands for when that is sure.
        """
        ids = tuple(one.id for one in judged.figures)
        self.add(own.place, mention.start, mention.text, judged.reading.value, ids)
        position = own.place.text.place(mention.start)
        match judged.reading:
            case Reading.NOTHING:
                self.report(
                    "SR-N010",
                    Severity.ERROR,
                    _nothing(mention, judged),
                    position,
                    judged.suggestions,
                )
            case Reading.SEVERAL:
                options = join_names([_name(one) for one in judged.figures[:_LISTED]])
                more = f" en nog {len(ids) - _LISTED}" if len(ids) > _LISTED else ""
                sentence_ = (
                    f"'{mention.text}' kan van alles zijn: {options}{more}; noem het cijfer met"
                    " {{ … }}."
                )
                self.report(
                    "SR-N011", Severity.WARNING, sentence_, position, _suggested(judged.figures)
                )
            case Reading.OTHER_YEAR:
                best = judged.figures[0]
                sentence_ = (
                    f"'{mention.text}' is {_name(best)}, maar de zin gaat over"
                    f" {_years(sentence, self.year)}."
                )
                self.report(
                    "SR-N012", Severity.WARNING, sentence_, position, _suggested(judged.figures)
                )
            case Reading.MATCHED:
                best = judged.figures[0]
                if self.known.is_change(best.figure) and best.figure.value is not None:
                    return [
                        Told(
                            mention.start,
                            mention.end,
                            best.id,
                            Fraction(best.figure.value),
                            change=True,
                        )
                    ]
                return [Told(mention.start, mention.end, best.id, best.size)]
            case Reading.CHANGE if judged.change is not None:
                return [
                    Told(
                        mention.start, mention.end, judged.figures[0].id, judged.change, change=True
                    )
                ]
            case _:
                pass
        return []

    def declaration(self, own: _Place, mention: Mention) -> DeclaredNumber | None:
        """The declaration of the block that covers a number at its place."""
        for declared in own.place.block.numbers if own.place.block else ():
            for match in _phrase(declared.number).finditer(own.shown):
                if match.start() < mention.end and mention.start < match.end():
                    return declared
        return None

    def directions(self, own: _Place, sentence: Sentence, told: Sequence[Told]) -> None:
        for found in contradictions(sentence, told, self.value_in, self.years):
            self.report(
                "SR-N013",
                Severity.WARNING,
                self.contradiction(found),
                own.place.text.place(found.start),
            )

    def value_in(self, name: FigureKey, year: int) -> Fraction | None:
        figure = figure_of(self.figures, name.ref, year, name.key)
        return (
            Fraction(figure.value)
            if figure.kind is Kind.VALUE and figure.value is not None
            else None
        )

    def contradiction(self, found: Contradiction) -> str:
        figure: Figure = figure_of(self.figures, found.id.ref, found.id.year, found.id.key)
        now = format_getal(rounded(found.now, figure.decimals), figure.decimals)
        if found.then is None:
            return (
                f"Er staat '{found.word}', maar {found.id.ref} veranderde met {now} in"
                f" {found.id.year}."
            )
        then = format_getal(rounded(found.then, figure.decimals), figure.decimals)
        key = f" {found.id.key}" if found.id.key else ""
        percent = (
            f" ({format_getal(rounded(100 * (found.now - found.then) / found.then, 1), 1)} %)"
            if found.then
            else ""
        )
        return (
            f"Er staat '{found.word}', maar {found.id.ref}{key} was {then} in {found.year} en {now}"
            f" in {found.id.year}{percent}."
        )


def _in_series(judged: Judged, subjects: set[str]) -> Judged:
    """A number of another year is no surprise beside one of the same figure: 'van 2.030 naar
    1.960'.
    """
    own = [one for one in judged.figures if one.id.ref in subjects]
    return (
        Judged(Reading.MATCHED, tuple(own))
        if judged.reading is Reading.OTHER_YEAR and own
        else judged
    )


def _without(shown: str, mentions: Sequence[Mention]) -> str:
    """The text without the numbers found in it, so that '1960 aanvragen' does not make a sentence
    speak of the year 1960.
    """
    for mention in mentions:
        shown = (
            shown[: mention.start] + "\ue000" * (mention.end - mention.start) + shown[mention.end :]
        )
    return shown


def _blanked(raw: str, worked: Sequence[WorkedOut]) -> str:
    """The text with every expression replaced by as many characters: a year by its digits, all else
    by a mark that is no word.
    """
    shown = raw
    for one in worked:
        words = "".join(part if isinstance(part, str) else "\ue000" for part in one.parts)
        filler = words if words.isdigit() else "\ue000"
        shown = (
            shown[: one.start]
            + filler.ljust(one.end - one.start, "\ue000" if filler == "\ue000" else " ")[
                : one.end - one.start
            ]
            + shown[one.end :]
        )
    return shown


_SPACE = r"[\s\u00a0]+"


def _phrase(number: str) -> re.Pattern[str]:
    words = _SPACE.join(re.escape(word) for word in number.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _unused(edition: Edition, used: set[DeclaredNumber]) -> list[Finding]:
    """Declared numbers that stand nowhere in their block: the text changed, the declaration did
    not.
    """
    found = []
    for chapter in edition.chapters:
        for block in chapter.blocks:
            texts = (
                [place.text.raw for place in texts_of(edition) if place.block is block]
                if block.numbers
                else []
            )
            for declared in block.numbers:
                if declared not in used and not any(
                    _phrase(declared.number).search(text) for text in texts
                ):
                    sentence = (
                        f"'{declared.number}' is opgegeven onder getallen, maar staat niet in dit"
                        " blok."
                    )
                    found.append(
                        Finding(
                            "SR-N014",
                            Severity.WARNING,
                            sentence,
                            (declared.position,),
                            edition.year,
                        )
                    )
    return found


def _nothing(mention: Mention, judged: Judged) -> str:
    head = f"'{mention.text}' past bij geen cijfer"
    if not judged.suggestions:
        return (
            f"{head}; noem het cijfer met {{{{ … }}}}, of zet het getal met een reden onder"
            " getallen."
        )
    best = judged.suggestions[0]
    return (
        f"{head}; bedoelt u {best.text} ({best.ref} {best.year})? Zet het anders met een reden"
        " onder getallen."
    )


def _name(one: Known) -> str:
    key = f" {one.id.key}" if one.id.key else ""
    return f"{one.id.ref}{key} {one.id.year}"


def _years(sentence: Sentence, report_year: int) -> str:
    return (
        join_names([str(year) for year in sorted(sentence.years)])
        if sentence.years
        else str(report_year)
    )


def _suggested(figures: Sequence[Known]) -> tuple[Suggestion, ...]:
    return tuple(
        Suggestion(one.figure.printed, one.id.ref, one.id.year, one.id.key)
        for one in figures[:_LISTED]
    )
