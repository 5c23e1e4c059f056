# SPDX-License-Identifier: EUPL-1.2
"""Changes in Dutch words, ready to be placed: stretches for text, lines for checks, structure,
sources and pages.

The summary of a comparison in one Dutch sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from ...core.frozen import dataclass
from ...core.model import Verdict
from ...core.notation import NOT_KNOWN, capital, format_getal, join_names
from ...messages import amount_of
from .changes import CheckChange, Difference, PageChange, SourceChange, StructureChange, TextChange
from .figure_views import ChangeLine
from .words import Piece

NOUNS = {"tabel": "tabellen", "grafiek": "grafieken", "hoofdstuk": "hoofdstukken"}
VERBS = {"added": "toegevoegd", "removed": "vervallen", "moved": "verplaatst"}
_ROUND = 4  # blocks somebody agreed on that are told together
_ORIGINS = {"rule": "Regel", "claim": "Bewering", "number": "Opgegeven getal", "finding": "Melding"}


@dataclass(frozen=True)
class TextRow:
    """A text that differs: where it stands, its stretches, and numbers that follow another figure
    now.
    """

    where: str
    pieces: tuple[Piece, ...]
    remarks: tuple[str, ...]


def text_sections(changes: Sequence[TextChange]) -> Iterator[tuple[str, tuple[TextRow, ...]]]:
    """The texts that differ, those that say a figure goes another way than before apart and
    first.
    """
    turned = [change for change in changes if change.turned]
    yield "Andere richting", _text_rows(turned)
    yield "Tekst", _text_rows(change for change in changes if not change.turned)


def _text_rows(changes: Iterable[TextChange]) -> tuple[TextRow, ...]:
    return tuple(
        TextRow(
            change.where if change.field == "tekst" else f"{change.where} ({change.field})",
            change.pieces,
            (
                *(f"de richting is anders: '{old}' is nu '{new}'" for old, new in change.turned),
                *(
                    f"'{printed}' komt nu uit {new} in plaats van {old}"
                    for old, new, printed in change.references
                ),
            ),
        )
        for change in changes
    )


def check_lines(changes: Iterable[CheckChange]) -> tuple[ChangeLine, ...]:
    """Rules, claims, declared numbers and findings that came, went or came out otherwise."""
    return tuple(_check(change) for change in changes)


def _check(change: CheckChange) -> ChangeLine:
    when = f" in {join_names([str(year) for year in change.years])}" if change.years else ""
    key = f" voor {change.key}" if change.key else ""
    what = f"{_ORIGINS[change.origin]} '{change.name}'{when}{key}"
    details = (change.explanation,) if change.explanation else ()
    if change.kind == "changed":
        return ChangeLine(f"{what} is veranderd", (f"was: {change.old}", f"is: {change.new}"))
    if change.kind in ("added", "removed"):
        said = change.new if change.kind == "added" else change.old
        return ChangeLine(
            (
                f"{what}: {VERBS[change.kind]} ({_outcome(said)})"
                if said
                else f"{what}: {VERBS[change.kind]}"
            ),
            details,
        )
    sizes = ""
    if change.old_difference != change.new_difference:
        sizes = f", verschil {_amount(change.old_difference)} → {_amount(change.new_difference)}"
    if change.kind == "difference":
        return ChangeLine(f"{what}: {_outcome(change.old)}{sizes}", details)
    return ChangeLine(f"{what}: {_outcome(change.old)} → {_outcome(change.new)}{sizes}", details)


def _outcome(word: str) -> str:
    return Verdict(word).word if word in {verdict.value for verdict in Verdict} else word


def _amount(value: Decimal | None) -> str:
    return (
        NOT_KNOWN
        if value is None
        else format_getal(value, max(0, min(1, -int(value.normalize().as_tuple().exponent))))
    )


def structure_lines(changes: Sequence[StructureChange]) -> tuple[ChangeLine, ...]:
    """Blocks and chapters that came, went, moved or were set otherwise; a round of agreement on
    many blocks is one line.
    """
    agreed = [one for one in changes if one.field == "akkoord" and one.old == "niemand"]
    whole = {one.new: [same for same in agreed if same.new == one.new] for one in agreed}
    rounds = {who: own for who, own in whole.items() if len(own) >= _ROUND}
    blocks = {(one.what, one.name, one.new_chapter) for own in rounds.values() for one in own}
    told = [ChangeLine(f"{len(own)} blokken akkoord ({who})") for who, own in rounds.items()]
    rest = (one for one in changes if not _of_round(one, rounds, blocks))
    return (*told, *(_built(change) for change in rest))


def _of_round(
    one: StructureChange,
    rounds: Mapping[str, Sequence[StructureChange]],
    blocks: Collection[tuple[str, str, str]],
) -> bool:
    """Whether a change is told by the one line of the round of agreement it belongs to."""
    if one.kind != "changed" or (one.what, one.name, one.new_chapter) not in blocks:
        return False
    return (one.field == "akkoord" and one.new in rounds) or (
        one.field == "status" and one.new == "akkoord"
    )


def _built(change: StructureChange) -> ChangeLine:
    what = (
        capital(change.what)
        if change.what in NOUNS or change.what == "editie"
        else f"Blok {change.what}"
    )
    name = f"{what} '{change.name}'"
    if change.kind == "changed":
        chapter = f" in '{change.new_chapter}'" if change.new_chapter else ""
        return ChangeLine(
            f"{what if change.what == 'editie' else name}{chapter}: {change.field} {change.old} →"
            f" {change.new}"
        )
    text = (change.text,) if change.text else ()
    if change.what == "hoofdstuk":
        return ChangeLine(f"{name} is {VERBS[change.kind]}")
    if change.kind == "moved":
        before = f"van '{change.old_chapter}' " if change.old_chapter != change.new_chapter else ""
        return ChangeLine(
            f"{name} is verplaatst {before}naar '{change.new_chapter}', {change.new} (stond"
            f" {change.old})"
        )
    place = (
        f"{change.new_chapter}', {change.new}"
        if change.kind == "added"
        else f"{change.old_chapter}', {change.old}"
    )
    return ChangeLine(f"{name} is {VERBS[change.kind]} in '{place}", text)


def source_lines(changes: Iterable[SourceChange]) -> tuple[ChangeLine, ...]:
    """Sources and definitions that came, went or read otherwise."""
    lines = []
    for change in changes:
        name = f"{change.what.capitalize()} '{change.name}' ({change.id})"
        if change.kind == "changed":
            lines.append(
                ChangeLine(f"{name}: {change.field}", (f"was: {change.old}", f"is: {change.new}"))
            )
        else:
            lines.append(ChangeLine(f"{name} is {VERBS[change.kind]}"))
    return tuple(lines)


def page_words(change: PageChange) -> str:
    """What happened to a page."""
    if change.kind == "added":
        return f"Bladzijde {change.new_number} is toegevoegd"
    if change.kind == "removed":
        return f"Bladzijde {change.old_number} is vervallen"
    was = "" if change.old_number == change.new_number else f" (was bladzijde {change.old_number})"
    return (
        f"Bladzijde {change.new_number}{was}: {amount_of(len(change.marks), 'plaats', 'plaatsen')}"
        " anders"
    )


def summary_words(difference: Difference) -> str:
    """'1 cijfer, 4 afgeleide cijfers, 2 alinea's, 1 controle, 1 tabel vervallen'; 'geen
    verschillen' when nothing differs.
    """
    return ", ".join(_summary(difference)) or "geen verschillen"


def _summary(difference: Difference) -> Iterator[str]:
    turned = sum(len(change.turned) for change in difference.texts)
    yield from _amounts(turned, "andere richting", "andere richtingen")
    yield from _figure_amounts(difference)
    yield from _text_amounts(difference)
    yield from _amounts(len(difference.checks), "controle", "controles")
    yield from _structure_amounts(difference)
    kinds = Counter(change.what for change in difference.sources)
    yield from _amounts(kinds["bron"], "bron", "bronnen")
    yield from _amounts(kinds["definitie"], "definitie", "definities")
    yield from _amounts(kinds["grote tabel"], "grote tabel", "grote tabellen")
    yield from _amounts(len(difference.pages), "bladzijde", "bladzijden")


def _figure_amounts(difference: Difference) -> Iterator[str]:
    told = [change for change in difference.figures if change.of_value or "formula" in change.kinds]
    derived = sum(change.derived for change in told)
    yield from _amounts(len(told) - derived, "cijfer", "cijfers")
    yield from _amounts(derived, "afgeleid cijfer", "afgeleide cijfers")
    yield from _amounts(
        len(difference.figures) - len(told),
        "cijfer met andere status, afronding of peildatum",
        "cijfers met andere status, afronding of peildatum",
    )


def _text_amounts(difference: Difference) -> Iterator[str]:
    heads = [change for change in difference.texts if change.field in ("titel", "ondertitel")]
    yield from _amounts(sum(bool(change.paragraphs) for change in heads), "kop", "koppen")
    running = sum(change.paragraphs for change in difference.texts)
    running -= sum(change.paragraphs for change in heads)
    yield from _amounts(running, "alinea", "alinea's")
    references = sum(len(change.references) for change in difference.texts)
    yield from _amounts(references, "verwijzing", "verwijzingen")


def _structure_amounts(difference: Difference) -> Iterator[str]:
    built = Counter(
        (change.what if change.what in NOUNS else "blok", change.kind)
        for change in difference.structure
    )
    for (noun, kind), number in built.items():
        if kind != "changed":
            yield f"{amount_of(number, noun, NOUNS.get(noun, 'blokken'))} {VERBS[kind]}"
    changed = sum(number for (_, kind), number in built.items() if kind == "changed")
    yield from _amounts(changed, "instelling", "instellingen")


def _amounts(number: int, one: str, many: str) -> Iterator[str]:
    if number:
        yield amount_of(number, one, many)
