# SPDX-License-Identifier: EUPL-1.2
"""The Dutch sentences of findings on statements: what is read, and why it is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ....core.model import Catalogue, Figures, Suggestion, figure_of
from ....core.notation import format_figure, format_getal, join_names
from ....core.words import rounded
from ..named.judge import Judged
from ..named.names import Subject
from ..named.references import JudgedReference
from ..named.referring import ResolvedReference
from ..named.statement import AmountReading, NamedFigure, Relation
from ..named.values import PrintedValue
from ..reading.mention import Mention
from .judge import Term
from .reader import JudgedClaim

_MOST = 3
_LISTED = 4


def title_of(catalogue: Catalogue, subject: Subject) -> str:
    """What a subject is called, with its table where the title alone says little."""
    title = catalogue.title(subject.ref)
    table = catalogue.table_of(subject.ref)
    name = (
        title
        if table is None or title.lower() in table.title.lower()
        else f"{table.title}: {title}"
    )
    return f"{name}, {subject.key}" if subject.key is not None else name


def called(catalogue: Catalogue, reading: AmountReading) -> str:
    """What a reading is, in words: 'Klachten: Gegrond in 2021'."""
    first = reading.about[0]
    name = title_of(catalogue, first.subject)
    match reading.relation:
        case Relation.LEVEL:
            return f"{name}{first.expected and f' ({first.expected})'} in {first.year}"
        case Relation.SHARE:
            base = title_of(catalogue, reading.about[1].subject)
            return f"{name}, aandeel van {base} in {first.year}"
        case Relation.CHANGE if reading.ratio:
            return f"{name} in {first.year} gedeeld door dat in {reading.about[1].year}"
        case Relation.COMPARISON if reading.ratio:
            other = title_of(catalogue, reading.about[1].subject)
            return f"{name} gedeeld door {other} in {first.year}"
        case Relation.MEAN if reading.parts > 1:
            return f"{name} in {first.year} gedeeld door {reading.parts}"
        case Relation.CHANGE:
            return f"de verandering van {name} van {reading.about[1].year} op {first.year}"
        case Relation.COMPARISON:
            other = title_of(catalogue, reading.about[1].subject)
            return f"het verschil tussen {name} en {other} in {first.year}"
        case _:
            names = dict.fromkeys(title_of(catalogue, one.subject) for one in reading.about)
            years = dict.fromkeys(str(one.year) for one in reading.about)
            how = "het gemiddelde" if reading.relation is Relation.MEAN else "de som"
            return f"{how} van {join_names(list(names))} in {join_names(list(years))}"


def printed(figures: Figures, reading: AmountReading) -> str:
    """The value of a reading as the report would print it."""
    first = reading.about[0]
    if reading.relation is Relation.LEVEL and not first.subject.summed:
        return figure_of(figures, *first.id).printed
    if reading.percent or reading.relation is Relation.SHARE:
        return format_figure(rounded(reading.value.value, 1), 1, "procent")
    value = reading.value.value
    decimals = 0 if value.denominator == 1 else 1
    return format_getal(rounded(value, decimals), decimals)


def suggestion(figures: Figures, reading: AmountReading, report_year: int) -> Suggestion:
    """What may have been meant."""
    first = reading.about[0]
    if reading.relation is Relation.LEVEL and not first.subject.summed and not first.expected:
        return Suggestion(
            printed(figures, reading), first.subject.ref, first.year, first.subject.key
        )
    return Suggestion(printed(figures, reading), reading.formula(report_year), first.year)


def suggestions(figures: Figures, judged: Judged, report_year: int) -> tuple[Suggestion, ...]:
    """The best named figures, at most three, each once; after the best a figure by itself that
    is the same (a published share beside the one computed).
    """
    found: dict[tuple[str, int | None, str | None], Suggestion] = {}
    if judged.named and judged.named[0].blind and judged.fitting is None:
        return ()
    for reading in _ordered(judged.named):
        one = suggestion(figures, reading, report_year)
        found.setdefault((one.ref, one.year, one.key), one)
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _ordered(named: Sequence[AmountReading]) -> Iterator[AmountReading]:
    if not named:
        return
    best = named[0]
    yield best
    value = best.value
    yield from (
        one
        for one in named[1:]
        if one.about[0].year == best.about[0].year
        and one.about[0].subject is not best.about[0].subject
        and value.low <= one.value.high
        and one.value.low <= value.high
    )
    seen = {best.about[0].subject.number}
    for one in named[1:]:
        subject = one.about[0].subject.number
        if subject not in seen or one.relation is not best.relation:
            seen.add(subject)
            yield one


def wrong_number(
    catalogue: Catalogue,
    figures: Figures,
    mention: Mention,
    judged: Judged,
    elsewhere: NamedFigure | None,
) -> dict[str, str]:
    """What the words of a wrong number name, and what the number is elsewhere."""
    said = {"getal": mention.text}
    if not judged.named or judged.named[0].blind:
        return said
    best = judged.named[0]
    said |= {"lezing": called(catalogue, best), "waarde": _precise(figures, mention, best)}
    if judged.told_elsewhere is not None:
        said["ander"] = called(catalogue, judged.told_elsewhere)
    elif elsewhere is not None:
        said["ander"] = f"{title_of(catalogue, elsewhere.subject)} in {elsewhere.year}"
    return said


def _precise(figures: Figures, mention: Mention, best: AmountReading) -> str:
    """The value of a reading; where a number has more decimals than it is printed with, also
    between what it lies: '51 % (tussen 50,5 en 50,7)'.
    """
    value, told = best.value, printed(figures, best)
    decimals = len(mention.text.partition(",")[2].split()[0]) if "," in mention.text else 0
    if not decimals or not best.about[0].subject.derived or mention.says(value.value):
        return told
    low, high = (format_getal(rounded(one, decimals), decimals) for one in (value.low, value.high))
    return told if low == high else f"{told} (tussen {low} en {high})"


def doubtful(catalogue: Catalogue, mention: Mention, judged: Judged) -> dict[str, str]:
    """Two figures that stay close: what a number is, and what its words rather name."""
    assert judged.fitting is not None
    if judged.fitting.blind:
        several = [one for one in judged.named if one.value.value == judged.fitting.value.value]
        return {
            "wat": mention.text,
            "is": join_names([called(catalogue, one) for one in several[:_LISTED]]),
        }
    return {
        "wat": mention.text,
        "is": called(catalogue, judged.fitting),
        "lezing": called(catalogue, judged.named[0]),
    }


def contradiction(catalogue: Catalogue, figures: Figures, one: JudgedClaim) -> dict[str, str]:
    """What the figures are that words without a number are wrong about."""
    told = [_told(catalogue, figures, *pair) for pair in one.answer.seen if pair[0].figures]
    return {"woorden": one.claim.words, "cijfers": join_names(told)}


def _told(catalogue: Catalogue, figures: Figures, term: Term, value: PrintedValue) -> str:
    """What a side of a claim was, or by how much it moved."""
    first, *more = term.figures
    name = join_names([title_of(catalogue, one.subject) for one in term.figures])
    if term.growth:
        moved = format_figure(rounded(value.value, 1), 1, "procent")
        return f"{name} veranderde in {first.year} met {moved}"
    if more:
        total = format_getal(rounded(value.value, 0), 0)
        return f"{name} waren samen {total} in {first.year}"
    whole = PrintedValue(*(each / term.times for each in (value.value, value.low, value.high)))
    reading = AmountReading(Relation.LEVEL, (first,), whole, 0.0)
    return f"{name} was {printed(figures, reading)} in {first.year}"


def of_group(catalogue: Catalogue, figures: Figures, one: JudgedClaim) -> dict[str, str]:
    """Which of a group moved the way a claim says, and which did not."""
    del figures
    moved: dict[bool, list[str]] = {True: [], False: []}
    for pair, held in one.answer.held:
        each = pair.one.figures[0].subject
        if held is not None:
            up = held is (pair.way == one.claim.way)
            moved[up].append(each.key or catalogue.title(each.ref))
    then, now = (term.figures[0].year for term, _ in one.answer.seen)
    way = "hoger" if one.claim.way == "op" else "lager"
    said = {"woorden": one.claim.words, "hoe": way, "jaar": str(now), "eerder": str(then)}
    wel, niet = (join_names(moved[up]) or "geen" for up in (True, False))
    return said | {"wel": wel, "niet": niet}


def misnamed(
    catalogue: Catalogue, own: ResolvedReference, result: JudgedReference, instead: str
) -> dict[str, str | int]:
    """What a wrong reference is, and what its sentence names."""
    first, best = own.first, result.fitting[0]
    head = f"{{{{ {own.written} }}}}"
    match result.wrong:
        case "vergelijking" | "sinds":
            since, then = own.about[1].year, best[1].year
            return {"wat": head, "is": since, "lezing": then, "goed": then - first.year}
        case "jaar":
            name = f"{title_of(catalogue, first.subject)} in {first.year}"
            return {"wat": head, "is": name, "lezing": best[0].year, "goed": instead}
        case _:
            zero = PrintedValue(Fraction(0), Fraction(0), Fraction(0))
            return {
                "wat": head,
                "is": called(catalogue, AmountReading(own.relation, own.about, zero, 0.0)),
                "lezing": called(catalogue, AmountReading(own.relation, best, zero, 0.0)),
                "goed": instead,
            }
