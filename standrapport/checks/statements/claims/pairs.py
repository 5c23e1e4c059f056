# SPDX-License-Identifier: EUPL-1.2
"""The amounts of one sentence beside each other: a range that runs down, the same figure told
twice, and a share, difference or mean that the sentence itself works out.

'tussen {{ a }} en {{ b }}' says that b is more than a. A sentence that tells one figure twice
('van de {{ a }} mensen zijn er {{ a }} geslaagd') nearly always means another the second time.
'70 van de 3.140, oftewel 2,2 procent' holds all it takes to see whether it is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from ....core.frozen import dataclass
from ....core.model import WorkedOut, plain
from ....core.notation import format_getal
from ....core.words import Phrase, rounded
from ...text.texts import Place
from ..named import referring
from ..named.ledger import Ledger
from ..named.referring import ResolvedReference
from ..named.statement import NamedFigure, Relation
from ..named.values import PrintedValue, summed
from ..reading.mention import Mention, Unit

_TO = re.compile(r"\s+tot(?:\s+en\s+met)?(?:\s+de)?\s+|\s*–\s*")
_AND = re.compile(r"\s+en(?:\s+de)?\s+")
_BETWEEN = Phrase(r"\btussen(?:\s+de)?\s+\Z", re.IGNORECASE)
_FROM = Phrase(r"\b(?:met|van)(?:\s+(?:de|het))?\s+\Z", re.IGNORECASE)  # 'daalde van a tot b'

_EQUAL = Phrase(r"\b(?:precies|net|exact)?\s*(?:even|zo)\s*veel\b", re.IGNORECASE)
_ALL = Phrase(r"\bvan\s+(?:de|het|die|deze|alle)\s+\Z", re.IGNORECASE)
_OTHERS = Phrase(r"\bde\s+(?:andere|overige|resterende)\s+\Z", re.IGNORECASE)
_MANY = 10  # a part of fewer is often of something else: 'bij een van de 3 …'
_TWICE = 20  # smaller numbers are often the same by chance
_ALIKE = Phrase(
    r"\b(?:even\s*veel|zo\s*veel|gelijk\w*|zelfde|hetzelfde|dezelfde|net als|opnieuw|weer|ook)\b",
    re.IGNORECASE,
)
_ALL_OF = Phrase(
    r"(?<![\d\ue000]\s)(?<!\been\s)(?<!\béén\s)\bvan\s+(?:de|het|die|deze|alle)\s+\Z", re.IGNORECASE
)
_OF_THEM = Phrase(
    r"\ber\s+(?:(?:nog|maar|slechts|zeker|ruim|liefst|weer)\s+){0,2}\Z", re.IGNORECASE
)
_WHICH = Phrase(
    r"\b(?:waarvan|waaronder|onder\s+wie|van\s+wie)\s+(?:[^\W\d_]+\s+){0,2}\Z", re.IGNORECASE
)
_THEREOF = Phrase(r"[.]\s+(?:daarvan|hiervan|van\s+hen)\b[^.]*\ber\s+\Z", re.IGNORECASE)
_STOPPED = re.compile(r"[.]\s+(?:[^\W\d_]+\s+){0,2}\Z")
_AFTER = Phrase(r"\s+(?:van\s+hen|daarvan|hiervan)\b", re.IGNORECASE)
_OF = re.compile(r"\s+van\s+(?:(?:de|het|alle|onze|die)\s+)?(?:in\s+totaal\s+)?", re.IGNORECASE)
_THAT_IS = re.compile(
    r"[^.;:()]*?(?:\b(?:oftewel|ofwel|dat\s+is|wat\s+neerkomt\s+op)\s+|\(\s*)", re.IGNORECASE
)
_DIFFERENCE = Phrase(
    r"\b(?:het\s+verschil(?:\s+(?:daartussen|tussen\s+(?:beide|(?:die|deze|de)\s+\ue000+)))?|"
    r"(?:het\s+|een\s+)?(?P<money>overschot|tekort|saldo))\s*,?\s*(?:is|was|bedraagt|bedroeg|van)?\s*\Z",
    re.IGNORECASE,
)
_CAME_IN = Phrase(r"\b(?:baten|inkomsten|opbrengsten)\b", re.IGNORECASE)
_WENT_OUT = Phrase(r"\b(?:lasten|uitgaven|kosten)\b", re.IGNORECASE)
# '31.700 uur verdeeld over 294 mensen', '81.400 bezoeken op 344 dagen'
_SHARES_OUT = Phrase(
    r"\A\W*deel\b|\b(?:verdeeld?|verdelen|gedeeld|delen|deelt|deelden?)\b", re.IGNORECASE
)
_OVER = Phrase(r"\b(?:over|door)\s+(?:\w+\s+){0,3}?\Z", re.IGNORECASE)
_ON = Phrase(r"\bop\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_EACH = Phrase(r"\b(?:gemiddeld|ieder|elk)\b", re.IGNORECASE)
_PER = Phrase(r"[^.;:()]*?\bper\s+(?P<one>\w{3,})", re.IGNORECASE)
_OF_WHICH = Phrase(r"\b(?:waarvan|waaronder|daarvan|(?:van|onder)\s+wie)\b", re.IGNORECASE)
_REST = Phrase(r"\b(?:rest|overigen?|resterende)\b[^.]*\Z", re.IGNORECASE)
_ROUGH = Fraction(1, 200)  # how far at most the zeros a number ends with may round it

Found = tuple[WorkedOut, ResolvedReference]


def judge_pairs(
    ledger: Ledger,
    place: Place,
    shown: str,
    references: Sequence[WorkedOut],
    before: Sequence[WorkedOut] = (),
) -> None:
    """Findings on the references of one sentence, in order, beside each other and those of the
    sentence `before` it.
    """
    if len(references) + len(before) < 2 or not references:
        return
    levels = list(_levels(ledger, place, references))
    _judge_rest(ledger, place, shown, [*_levels(ledger, place, before), *levels])
    if len(levels) == 2:
        _judge_equal(ledger, place, shown, levels[0], levels[1])
    for (one, first), (other, second) in pairwise(levels):
        if _is_range(shown, one, other) and not _rises(ledger, first.first, second.first):
            said = {"laag": plain(one.parts), "hoog": plain(other.parts)}
            reads = (second.first, Relation.LEVEL)
            ledger.finding("SR-N053", place, one.start, said, reads=reads)
    for (_, first), (other, second) in combinations(levels, 2):
        if first.about == second.about and _filters(first) == _filters(second):
            said = {"getal": plain(other.parts), "verwijzing": second.written}
            reads = (second.first, Relation.LEVEL)
            ledger.finding("SR-N054", place, other.start, said, reads=reads)


def _judge_equal(ledger: Ledger, place: Place, shown: str, one: Found, other: Found) -> None:
    """'precies zoveel … als …: a en b' says that both are printed the same."""
    begins = max(shown.rfind(mark, 0, one[0].start) for mark in ".?!\n") + 1
    said = _EQUAL.search(shown[begins : one[0].start])
    beside = _AND.fullmatch(shown[one[0].end : other[0].start])
    own, theirs = (plain(each[0].parts) for each in (one, other))
    if said and beside and own != theirs:
        told = {"woorden": said[0], "cijfers": f"het zijn er {own} en {theirs}"}
        reads = (other[1].first, Relation.COMPARISON)
        ledger.finding("SR-N017", place, one[0].start, told, reads=reads)


def _judge_rest(ledger: Ledger, place: Place, shown: str, levels: Sequence[Found]) -> None:
    """'Van de a mensen gingen er b …. De andere c …' says that c is what a is more than b."""
    kinds: dict[tuple[str, int], list[Found]] = {}
    for one in levels:
        first = one[1].first
        kinds.setdefault((first.subject.unit_name, first.year), []).append(one)
    for all_, part, rest in (
        three for own in kinds.values() for three in zip(own, own[1:], own[2:], strict=False)
    ):
        if not (_ALL.search(shown[: all_[0].start]) and _OTHERS.search(shown[: rest[0].start])):
            continue
        values = [ledger.known.value(one.first.subject, one.first.year) for _, one in (all_, part)]
        told = ledger.known.value(rest[1].first.subject, rest[1].first.year)
        if values[0] is None or values[1] is None or told is None:
            continue
        left = values[0] - values[1]
        if told.high < left.low or left.high < told.low:
            said = {
                "getal": plain(rest[0].parts),
                "een": plain(all_[0].parts),
                "ander": plain(part[0].parts),
                "waarde": format_getal(rounded(left.value, 0), 0),
            }
            reads = (rest[1].first, Relation.LEVEL)
            ledger.finding("SR-N056", place, rest[0].start, said, which="verschil", reads=reads)
        else:  # what adds up is what is meant, whatever its words name
            at, found = place.text.place(rest[0].start), ledger.done.findings
            found[:] = [o for o in found if (o.position, o.code) != (at, "SR-N016")]


def judge_parts(
    ledger: Ledger,
    place: Place,
    shown: str,
    before: Sequence[Mention | WorkedOut],
    own: Sequence[Mention | WorkedOut],
) -> None:
    """Findings on a part that is no less than its whole, where one of them is a reference: 'Van de
    550 medewerkers zaten er 570 achter het stuur'.
    """
    told = list(_counts(ledger, place, own))
    parts = list(_parts(shown, list(_counts(ledger, place, before)), told))
    again = (pair for pair in combinations(told, 2) if pair not in parts and _same(shown, *pair))
    for whole, part in [*parts, *again]:
        reference = part.own or whole.own
        if reference is None or (whole.own and part.own and whole.own.about == part.own.about):
            continue  # of one figure told twice something was said
        reads = (reference.first, Relation.LEVEL)
        if part.value.low > whole.value.high:
            said = {"getal": part.text, "een": whole.text}
            ledger.finding("SR-N056", place, part.start, said, which="meer", reads=reads)
        elif part.text == whole.text:
            twice = {"getal": part.text, "verwijzing": reference.written}
            ledger.finding("SR-N054", place, part.start, twice, reads=reads)


@dataclass(frozen=True)
class _Count:
    """An amount that counts something, typed or by a reference."""

    start: int
    end: int
    text: str
    value: PrintedValue
    own: ResolvedReference | None = None


def _counts(
    ledger: Ledger, place: Place, amounts: Sequence[Mention | WorkedOut]
) -> Iterator[_Count]:
    for one in amounts:
        if isinstance(one, Mention):
            if one.unit is Unit.COUNT and one.plain and _digits([one]):
                yield _Count(one.start, one.end, one.text, _rough(one))
            continue
        for _, own in _levels(ledger, place, [one]):
            first = own.first
            value = ledger.known.value_of(first.id, first.subject)
            counted = first.subject.unit is Unit.COUNT and not first.subject.average
            if value is not None and counted and not _filters(own):
                yield _Count(one.start, one.end, plain(one.parts), value, own)


def _same(shown: str, one: _Count, other: _Count) -> bool:
    """Whether a reference prints a number that its sentence types too, and does not call equal."""
    begins = max(shown.rfind(mark, 0, one.start) for mark in ".?!\n") + 1
    ends = shown[begins : other.start] + shown[other.end :].partition(".")[0]
    typed = (one.own is None) is not (other.own is None)
    many = one.text == other.text and one.value.value >= _TWICE
    return typed and many and not _ALIKE.search(ends)


def _parts(
    shown: str, before: Sequence[_Count], own: Sequence[_Count]
) -> Iterator[tuple[_Count, _Count]]:
    """Each amount that is said to be a part of another, after that other."""
    for one, other in pairwise(own):
        gap = shown[one.end : other.start]
        of_all = _ALL_OF.search(shown[: one.start]) and _OF_THEM.search(gap)
        if "." not in gap and one.value.value >= _MANY and (of_all or _WHICH.search(gap)):
            yield one, other
    if len(before) == 1 and own and before[0].value.value >= _MANY:
        gap, after = shown[before[0].end : own[0].start], shown[own[0].end :]
        if _THEREOF.search(gap) or (_STOPPED.search(gap) and _AFTER.match(after)):
            yield before[0], own[0]


def judge_sums(
    ledger: Ledger, place: Place, shown: str, before: Sequence[Mention], own: Sequence[Mention]
) -> None:
    """Findings on typed numbers that a sentence works out of others: of its own, or for a
    difference of those in the sentence before it.
    """
    for one, other, third in zip(own, own[1:], own[2:], strict=False):
        if _says_share(shown, one, other, third):
            share = _rough(one).per(_rough(other), 100)
            _held(ledger, place, "deel", (one, other), third, share)
        for of, by, each in ((one, other, third), (other, third, one)):
            if _says_division(shown, of, by, each):
                _held(ledger, place, "deling", (of, by), each, _rough(of).per(_rough(by)))
    if len(own) > 2 and _says_all(shown, own):
        _held(
            ledger, place, "som", tuple(own[1:]), own[0], summed([_rough(one) for one in own[1:]])
        )
    for at, one in enumerate(own):
        told = [m for m in (_digits(own[:at]) or _digits(before)) if m.unit is one.unit]
        if len(told) == 2 and _says_difference(shown, told[0].start, one.start):
            apart = (_rough(told[0]) - _rough(told[1])).size
            _held(ledger, place, "verschil", (told[0], told[1]), one, apart)


def _says_share(shown: str, part: Mention, of: Mention, share: Mention) -> bool:
    """Whether a sentence says what percentage one amount is of another: '70 van de 3.140, oftewel
    2,2 procent'.
    """
    alike = part.unit is of.unit is not Unit.PERCENT and share.unit is Unit.PERCENT
    gaps = shown[part.end : of.start], shown[of.end : share.start]
    return alike and bool(_OF.fullmatch(gaps[0]) and _THAT_IS.fullmatch(gaps[1]))


def _digits(amounts: Sequence[Mention]) -> list[Mention]:
    """Amounts typed in digits: 'die twee' counts nothing."""
    return [one for one in amounts if any(letter.isdigit() for letter in one.text)]


def _says_difference(shown: str, start: int, at: int) -> bool:
    """Whether what stands right before an amount says that it is what two others differ."""
    found = _DIFFERENCE.search(shown[:at])
    if found is None or not found["money"]:
        return found is not None
    began = shown.rfind(".", 0, start) + 1
    return all(one.search(shown, began, at) for one in (_CAME_IN, _WENT_OUT))


def _says_division(shown: str, of: Mention, by: Mention, each: Mention) -> bool:
    """Whether a sentence says that one amount is another divided by a third, all in digits: it
    speaks of dividing, or names what the third counts after 'per'.
    """
    if len(_digits((of, by, each))) < 3 or Unit.PERCENT in (of.unit, by.unit, each.unit):
        return False
    gap, ends = shown[of.end : by.start], shown[each.end :].partition(".")[0]
    begins = shown[max(shown.rfind(".", 0, of.start), shown.rfind("?", 0, of.start)) + 1 : by.start]
    if _SHARES_OUT.search(begins) and _OVER.search(gap):
        return _EACH.search(shown[min(by.end, each.start) : each.start] + ends) is not None
    per = _PER.match(ends)
    counted = shown[by.end :].lstrip().lower()
    return bool(_ON.search(gap) and per and counted.startswith(per["one"].lower()))


def _says_all(shown: str, own: Sequence[Mention]) -> bool:
    """Whether a sentence tells all parts of its first amount: '26.304 zaken, waarvan 16.386 … en
    187 …; de rest, 9.731, …'.
    """
    alike = all(one.unit is own[0].unit is not Unit.PERCENT for one in own)
    opens = _OF_WHICH.search(shown[own[0].end : own[1].start])
    rest = _REST.search(shown[own[-2].end : own[-1].start])
    return alike and len(_digits(own)) == len(own) and bool(opens and rest)


def _rough(one: Mention) -> PrintedValue:
    """What a typed number stands for: it may have been rounded at the zeros it ends with."""
    if not one.plain:
        return PrintedValue(one.value, one.low, one.high)
    unit = 1
    while one.value and one.value % (unit * 10) == 0:
        unit *= 10
    half = min(Fraction(unit, 2), one.value * _ROUGH) if unit > 1 else Fraction(0)
    return PrintedValue(one.value, one.value - half, one.value + half)


def _held(
    ledger: Ledger,
    place: Place,
    which: str,
    of: tuple[Mention, ...],
    one: Mention,
    worked: PrintedValue | None,
) -> None:
    """A finding where a number is not what it is worked out to be, instead of what else was told
    of it: the sentence itself holds all it takes.
    """
    percent = one.unit is Unit.PERCENT
    may = PrintedValue(one.value, one.low, one.high) if percent else _rough(one)
    if which == "deling" and one.plain:  # an average is rounded as it is printed
        half = max(one.step / 2, may.high - may.value)
        may = PrintedValue(one.value, one.value - half, one.value + half)
    if worked is None or (may.low <= worked.high and worked.low <= may.high):
        return
    at, told = place.text.place(one.start), ledger.done.findings
    told[:] = [finding for finding in told if finding.position != at]
    decimals = 1 if percent or which == "deling" else 0
    said = {
        "getal": one.text,
        "een": ", ".join(part.text for part in of[:-1]),
        "ander": of[-1].text,
        "waarde": format_getal(rounded(worked.value, decimals), decimals),
    }
    ledger.finding("SR-N056", place, one.start, said, which=which)


def _levels(ledger: Ledger, place: Place, references: Sequence[WorkedOut]) -> Iterator[Found]:
    """The references that give a figure by itself."""
    for one in references:
        own = referring.bound(ledger.names, place.text, one, ledger.year, ledger.figures)
        if own is not None and own.relation is Relation.LEVEL and not own.first.subject.summed:
            yield one, own


def _filters(one: ResolvedReference) -> list[str]:
    return [step.name for step in one.expression.filters]


def _is_range(shown: str, one: WorkedOut, other: WorkedOut) -> bool:
    gap, before = shown[one.end : other.start], shown[: one.start]
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(before))
    return bool(_TO.fullmatch(gap)) and not _FROM.search(before)


def _rises(ledger: Ledger, low: NamedFigure, high: NamedFigure) -> bool:
    """Whether the second figure is more than the first, or no such thing can be said."""
    one, other = (
        ledger.known.value(low.subject, low.year),
        ledger.known.value(high.subject, high.year),
    )
    if one is None or other is None or low.subject.unit is not high.subject.unit:
        return True
    return other.value > one.value
