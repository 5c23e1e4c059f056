"""Changes in Dutch words, ready to be placed: rows for figures, stretches for text, lines for the rest, and the summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..messages import amount_of
from ..model import FigureKey, Verdict
from ..notation import format_figure, format_getal, join_names
from .changes import CheckChange, Difference, FigureChange, PageChange, SourceChange, StructureChange, TextChange, Use
from .snapshot import Shown
from .words import Piece

_ABSENT = "n.n.b."
_NOUNS = {"tabel": "tabellen", "grafiek": "grafieken", "hoofdstuk": "hoofdstukken"}
_VERBS = {"added": "toegevoegd", "removed": "vervallen", "moved": "verplaatst"}
_ORIGINS = {"rule": "Regel", "claim": "Bewering", "number": "Opgegeven getal", "finding": "Melding"}


@dataclass(frozen=True)
class FigureRow:
    """A figure that differs: its name and year, both texts, the change, why, and where it is printed."""

    title: str
    ref: str
    when: str
    old: str
    new: str
    change: str
    why: str
    where: tuple[str, ...]

    @property
    def line(self) -> str:
        """The row as one line."""
        change = f", {self.change}" if self.change else ""
        why = f"; {self.why}" if self.why else ""
        return f"{self.title} {self.when} ({self.ref}): {self.old} → {self.new}{change}{why}"


@dataclass(frozen=True)
class TextRow:
    """A text that differs: where it stands, its stretches, and numbers that follow another figure now."""

    where: str
    pieces: tuple[Piece, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """Any other change: a sentence, and what belongs below it."""

    words: str
    details: tuple[str, ...] = ()


def figure_rows(changes: Iterable[FigureChange]) -> tuple[FigureRow, ...]:
    """The figures of which the number or the formula differs; those that became known are taken together per figure."""
    rows: list[FigureRow] = []
    told = [change for change in changes if change.of_value or "formula" in change.kinds]
    for kinds, ref in dict.fromkeys((change.kinds, change.id.ref) for change in told):
        group = [change for change in told if (change.kinds, change.id.ref) == (kinds, ref)]
        together = kinds in (("known",), ("unknown",))
        rows.extend(_row(several) for several in ([group] if together else [[change] for change in group]))
    return tuple(rows)


def _row(several: Sequence[FigureChange]) -> FigureRow:
    first = several[0]
    what = {"known": "bekend geworden", "unknown": "niet meer bekend"}.get(first.kinds[0], "")
    return FigureRow(
        title=first.title,
        ref=first.id.ref,
        when="; ".join(_when(change.id) for change in several),
        old="; ".join(dict.fromkeys(_printed(change.old) for change in several)),
        new="; ".join(_printed(change.new) for change in several)
        if first.kinds[0] == "known"
        else "; ".join(dict.fromkeys(_printed(change.new) for change in several)),
        change=_size(first) if len(several) == 1 else "",
        why="; ".join(part for part in (what, _why(first), *_other(first)) if part),
        where=_places(use for change in several for use in (change.new_uses or change.old_uses)),
    )


def _when(name: FigureKey) -> str:
    return f"{name.year} {name.key}" if name.key is not None else str(name.year)


def _printed(shown: Shown | None) -> str:
    return shown.printed if shown else _ABSENT


def _places(uses: Iterable[Use]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(use.where for use in uses))


def _size(change: FigureChange) -> str:
    if change.difference is None or not change.difference:
        return ""
    percent = "" if change.percent is None else f" ({signed(change.percent, 'procent')})"
    points = change.new is not None and change.new.unit == "procent"
    return f"{signed(change.difference)}{' procentpunt' if points else percent}"


def signed(value: Decimal, unit: str = "") -> str:
    """A change with its sign: '+10', '−0,5 %'."""
    places = max(0, -int(value.normalize().as_tuple().exponent))
    return f"{'+' if value > 0 else ''}{format_figure(value, places, unit)}"


def _why(change: FigureChange) -> str:
    if change.nature == "berekend":
        moved = join_names([f"{name.ref} {_when(name)}" for name in change.inputs])
        return f"berekend, bewogen door {moved}" if moved else "berekend"
    if change.nature == "herzien":
        return f"herzien: {change.reason}" if change.reason else "herzien, geen reden gegeven"
    return str(change.nature)


def _other(change: FigureChange) -> Iterator[str]:
    """What differs besides the number: rounding, status, period, reference date, formula."""
    old, new = change.old, change.new
    if old is None or new is None:
        return
    for kind in change.kinds:
        match kind:
            case "rounding":
                yield f"afronding {_step(old)} → {_step(new)}"
            case "status":
                yield f"{_status(old)} → {_status(new)}"
            case "period":
                yield f"{old.period or 'heel jaar'} → {new.period or 'heel jaar'}"
            case "reference_date":
                yield f"peildatum {old.reference_date or 'geen'} → {new.reference_date or 'geen'}"
            case "formula":
                yield f"formule {old.formula} → {new.formula}"
            case _:
                pass


def _step(shown: Shown) -> str:
    return "exact" if shown.rounding is None else format_getal(shown.rounding, max(0, -int(shown.rounding.normalize().as_tuple().exponent)))


def _status(shown: Shown) -> str:
    return "voorlopig" if shown.provisional else "definitief"


def figure_lines(changes: Iterable[FigureChange]) -> tuple[Line, ...]:
    """Figures with the same number but another status, rounding, period or reference date, taken together by what changed."""
    groups: dict[str, list[str]] = {}
    for change in changes:
        if not change.of_value and "formula" not in change.kinds:
            groups.setdefault("; ".join(_other(change)), []).append(f"{change.id.ref} {_when(change.id)}")
    return tuple(Line(f"{words}: {amount_of(len(names), 'cijfer', 'cijfers')}", (", ".join(names),)) for words, names in groups.items())


def text_rows(changes: Iterable[TextChange]) -> tuple[TextRow, ...]:
    """The texts that differ."""
    return tuple(
        TextRow(
            change.where if change.field == "tekst" else f"{change.where} ({change.field})",
            change.pieces,
            tuple(f"'{printed}' komt nu uit {new} in plaats van {old}" for old, new, printed in change.references),
        )
        for change in changes
    )


def check_lines(changes: Iterable[CheckChange]) -> tuple[Line, ...]:
    """Rules, claims, declared numbers and findings that came, went or came out otherwise."""
    return tuple(_check(change) for change in changes)


def _check(change: CheckChange) -> Line:
    when = f" in {join_names([str(year) for year in change.years])}" if change.years else ""
    key = f" voor {change.key}" if change.key else ""
    what = f"{_ORIGINS[change.origin]} '{change.name}'{when}{key}"
    details = (change.explanation,) if change.explanation else ()
    if change.kind == "changed":
        return Line(f"{what} is veranderd", (f"was: {change.old}", f"is: {change.new}"))
    if change.kind in ("added", "removed"):
        said = change.new if change.kind == "added" else change.old
        return Line(f"{what}: {_VERBS[change.kind]} ({_outcome(said)})" if said else f"{what}: {_VERBS[change.kind]}", details)
    sizes = ""
    if change.old_difference != change.new_difference:
        sizes = f", verschil {_amount(change.old_difference)} → {_amount(change.new_difference)}"
    if change.kind == "difference":
        return Line(f"{what}: {_outcome(change.old)}{sizes}", details)
    return Line(f"{what}: {_outcome(change.old)} → {_outcome(change.new)}{sizes}", details)


def _outcome(word: str) -> str:
    return Verdict(word).word if word in {verdict.value for verdict in Verdict} else word


def _amount(value: Decimal | None) -> str:
    return _ABSENT if value is None else format_getal(value, max(0, min(1, -int(value.normalize().as_tuple().exponent))))


def structure_lines(changes: Iterable[StructureChange]) -> tuple[Line, ...]:
    """Blocks and chapters that came, went, moved or were set otherwise."""
    return tuple(_built(change) for change in changes)


def _built(change: StructureChange) -> Line:
    what = change.what[0].upper() + change.what[1:] if change.what in _NOUNS or change.what == "editie" else f"Blok {change.what}"
    name = f"{what} '{change.name}'"
    if change.kind == "changed":
        chapter = f" in '{change.new_chapter}'" if change.new_chapter else ""
        return Line(f"{what if change.what == 'editie' else name}{chapter}: {change.field} {change.old} → {change.new}")
    text = (change.text,) if change.text else ()
    if change.what == "hoofdstuk":
        return Line(f"{name} is {_VERBS[change.kind]}")
    if change.kind == "moved":
        before = f"van '{change.old_chapter}' " if change.old_chapter != change.new_chapter else ""
        return Line(f"{name} is verplaatst {before}naar '{change.new_chapter}', {change.new} (stond {change.old})")
    place = f"{change.new_chapter}', {change.new}" if change.kind == "added" else f"{change.old_chapter}', {change.old}"
    return Line(f"{name} is {_VERBS[change.kind]} in '{place}", text)


def source_lines(changes: Iterable[SourceChange]) -> tuple[Line, ...]:
    """Sources and definitions that came, went or read otherwise."""
    lines = []
    for change in changes:
        name = f"{change.what.capitalize()} '{change.name}' ({change.id})"
        if change.kind == "changed":
            lines.append(Line(f"{name}: {change.field}", (f"was: {change.old}", f"is: {change.new}")))
        else:
            lines.append(Line(f"{name} is {_VERBS[change.kind]}"))
    return tuple(lines)


def page_words(change: PageChange) -> str:
    """What happened to a page."""
    if change.kind == "added":
        return f"Bladzijde {change.new_number} is toegevoegd"
    if change.kind == "removed":
        return f"Bladzijde {change.old_number} is vervallen"
    was = "" if change.old_number == change.new_number else f" (was bladzijde {change.old_number})"
    return f"Bladzijde {change.new_number}{was}: {amount_of(len(change.marks), 'plaats', 'plaatsen')} anders"


def summary_words(difference: Difference) -> str:
    """'1 cijfer, 4 berekende cijfers, 2 alinea's, 1 controle, 1 tabel vervallen'; 'geen verschillen' when nothing differs."""
    return ", ".join(_summary(difference)) or "geen verschillen"


def _summary(difference: Difference) -> Iterator[str]:
    told = [change for change in difference.figures if change.of_value or "formula" in change.kinds]
    yield from _amounts(sum(not change.derived for change in told), "cijfer", "cijfers")
    yield from _amounts(sum(change.derived for change in told), "berekend cijfer", "berekende cijfers")
    other = len(difference.figures) - len(told)
    yield from _amounts(other, "cijfer met andere status, afronding of peildatum", "cijfers met andere status, afronding of peildatum")
    titles = sum(change.field in ("titel", "ondertitel") for change in difference.texts if change.paragraphs)
    yield from _amounts(titles, "kop", "koppen")
    running = sum(change.paragraphs for change in difference.texts if change.field not in ("titel", "ondertitel"))
    yield from _amounts(running, "alinea", "alinea's")
    yield from _amounts(sum(len(change.references) for change in difference.texts), "verwijzing", "verwijzingen")
    yield from _amounts(len(difference.checks), "controle", "controles")
    built = Counter((change.what if change.what in _NOUNS else "blok", change.kind) for change in difference.structure)
    changed = sum(number for (_, kind), number in built.items() if kind == "changed")
    for (noun, kind), number in built.items():
        if kind != "changed":
            yield f"{amount_of(number, noun, _NOUNS.get(noun, 'blokken'))} {_VERBS[kind]}"
    yield from _amounts(changed, "instelling", "instellingen")
    kinds = Counter(change.what for change in difference.sources)
    yield from _amounts(kinds["bron"], "bron", "bronnen")
    yield from _amounts(kinds["definitie"], "definitie", "definities")
    yield from _amounts(len(difference.pages), "bladzijde", "bladzijden")


def _amounts(number: int, one: str, many: str) -> Iterator[str]:
    if number:
        yield amount_of(number, one, many)
