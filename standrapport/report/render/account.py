# SPDX-License-Identifier: EUPL-1.2
"""The annex that accounts for every figure: where it comes from and where it is printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from ...core.formula import Reference, figure_meant, parse_formula, references_in
from ...core.frozen import dataclass
from ...core.model import Catalogue, Column, Derived, Figure, Kind, Population, Used, single_figures
from ...core.notation import capital, format_getal, join_names
from ...core.words import formula_in_words, full_name, source_name, sources_by_year, year_runs
from .ink import Ink, anchor
from .value_rows import AccountValues, ValueRow

_STEPS = {
    Decimal(1): "hele getallen",
    Decimal(5): "vijftallen",
    Decimal(10): "tientallen",
    Decimal(100): "honderdtallen",
    Decimal(1000): "duizendtallen",
}
_DECIMALS = ("een heel getal", "decimalen")
Places = defaultdict[str, dict[tuple[str, str], None]]  # per figure (address, words), in order


@dataclass(frozen=True, slots=True)
class AccountRow:
    """Where one figure comes from and where it is printed: (address, words) of each place.

    `definition` is its own; that of its table is told with the group. `values` are those of every
    year: the year (or key and year), what is printed, and what must be said of it.
    """

    id: str
    title: str
    definition: str
    rounding: str
    source: str
    formula: str
    inputs: tuple[tuple[str, str], ...]
    used: tuple[tuple[str, str], ...]
    values: tuple[ValueRow, ...]


@dataclass(frozen=True, slots=True)
class AccountGroup:
    """The figures of one table, and the derived figures, with what they share.

    `counted` says of each population who is in it, who is not, and who counts.
    """

    title: str
    population: str
    rows: tuple[AccountRow, ...]
    counted: tuple[str, ...] = ()
    definition: str = ""


def account(ink: Ink) -> tuple[AccountGroup, ...]:
    """Every figure printed in the report and every figure those are computed from, by table."""
    catalogue = ink.report.catalogue
    values = AccountValues(ink)
    places = _places(ink)
    wanted = dict.fromkeys(places)
    for ref in list(wanted):
        _add_inputs(ink, ref, wanted)
    groups = []
    told: set[str] = set()  # who is in a population is said where it is met first
    for table in catalogue.tables.values():
        columns = [column for column in table.columns.values() if column.ref in wanted]
        if columns:
            rows = tuple(
                _row(values, column.ref, _rounding(column), (), places[column.ref])
                for column in columns
            )
            populations = list(dict.fromkeys(c.population for c in columns if c.population))
            counted = _all_counted(catalogue, populations, told)
            said = AccountGroup(
                table.title, join_names(populations), rows, counted, table.definition
            )
            groups.append(said)
    derived = tuple(
        _derived_row(values, one, places[one.ref])
        for one in catalogue.derived.values()
        if one.ref in wanted
    )
    if derived:
        groups.append(AccountGroup("Afgeleide cijfers", "", derived))
    sums = _apart([_sum_row(ink, ref) for ref in _sums(ink)])
    if sums:
        groups.append(AccountGroup("Berekeningen in teksten en kaarten", "", sums))
    return tuple(groups)


def _places(ink: Ink) -> Places:
    """Where each figure is printed: the address and the words of a block or chapter."""
    places: Places = defaultdict(dict)
    titles = {chapter.name: ink.words(chapter.title) for chapter in ink.report.edition.chapters}
    for use in list(ink.used):
        if use.chapter in titles:
            for ref in _refs(use.ref):
                places[ref].setdefault(_place(ink, use, titles))
    return places


def _place(ink: Ink, use: Used, titles: Mapping[str, str]) -> tuple[str, str]:
    """The address and the words of where a figure is printed."""
    where = f"b-{use.chapter}-{use.block}" if use.block else f"h-{use.chapter}"
    return where, _block_words(ink, use.chapter, use.block) or titles[use.chapter]


def _places_of(ink: Ink, uses: list[Used]) -> tuple[tuple[str, str], ...]:
    titles = {chapter.name: ink.words(chapter.title) for chapter in ink.report.edition.chapters}
    found = (_place(ink, use, titles) for use in uses if use.chapter in titles)
    return tuple(dict.fromkeys(found))


def _all_counted(catalogue: Catalogue, populations: list[str], told: set[str]) -> tuple[str, ...]:
    """Who is in each of these populations that was not `told` of yet; they are added to it."""
    counted = tuple(
        _counted(one, named=len(populations) > 1)
        for title in populations
        if title not in told and (one := catalogue.population(title)) is not None
    )
    told.update(populations)
    return tuple(filter(None, counted))


def _counted(population: Population, *, named: bool) -> str:
    """Who is in a population, who is not and who counts, as far as that is said."""
    said = (
        ("Wie", population.who),
        ("Niet", population.excluded),
        ("Geteld door", population.counted_by),
    )
    words = " ".join(f"{label}: {text.rstrip('.')}." for label, text in said if text)
    if not named or not words:
        return words
    return f"{capital(population.title)} – {words}"


def _refs(ref: str) -> list[str]:
    return list(dict.fromkeys(part.ref for part in references_in(ref)))


def _block_words(ink: Ink, chapter: str, block_id: str) -> str:
    for one in ink.report.edition.chapters:
        if one.name == chapter:
            for block in one.blocks:
                if block.id == block_id and block.title is not None:
                    return ink.words(block.title)
    return ""


def _add_inputs(ink: Ink, ref: str, wanted: dict[str, None]) -> None:
    derived = ink.report.catalogue.derived.get(ref)
    if derived is not None:
        for part in references_in(derived.formula_text.raw):
            if part.ref not in wanted:
                wanted.setdefault(part.ref)
                _add_inputs(ink, part.ref, wanted)


def _rounding(column: Column) -> str:
    """The unit and the rounding in words: 'personen, afgerond op tientallen'."""
    if column.rounding is None:
        words = "niet afgerond"
    elif column.rounding in _STEPS:
        words = f"afgerond op {_STEPS[column.rounding]}"
    else:
        words = f"afgerond op {format_getal(column.rounding, column.decimals)}"
    if column.rounds_down:
        words = f"naar beneden {words}"
    over = f"over {year_runs(column.years)}" if column.years else ""
    return ", ".join(filter(None, (column.unit, words, over)))


def _derived_row(
    values: AccountValues, derived: Derived, used: dict[tuple[str, str], None]
) -> AccountRow:
    rounding = f"{derived.unit}, berekend en daarna afgerond op {_DECIMALS[derived.decimals > 0]}"
    return _row(values, derived.ref, rounding, _inputs(values.ink, derived.formula_text.raw), used)


def _inputs(ink: Ink, formula: str) -> tuple[tuple[str, str], ...]:
    refs = dict.fromkeys(part.ref for part in references_in(formula))
    return tuple((anchor(ref), ink.report.catalogue.title(ref)) for ref in refs)


def _sums(ink: Ink) -> list[str]:
    """What was worked out in a text or on a card, and is no figure of the catalogue."""
    return [ref for ref in dict.fromkeys(use.ref for use in ink.used) if _refs(ref) != [ref]]


def _sum_row(ink: Ink, ref: str) -> AccountRow:
    uses = [use for use in ink.used if use.ref == ref]
    values = tuple(
        ValueRow(f"{use.key}, {use.year}" if use.key else str(use.year), use.text) for use in uses
    )
    words = formula_in_words(ink.report.catalogue, ref, full=True)
    if isinstance(hoped := parse_formula(ref), Reference):  # a target or forecast: a cell itself
        return _hoped_row(ink, hoped, words, uses, values)
    places = _places_of(ink, uses)
    return AccountRow(
        anchor(ref),
        _called(ink, ref) or words,
        "",
        "",
        "",
        words,
        _inputs(ink, ref),
        places,
        tuple(dict.fromkeys(values)),
    )


def _hoped_row(
    ink: Ink, hoped: Reference, words: str, uses: list[Used], values: tuple[ValueRow, ...]
) -> AccountRow:
    """A target or forecast beside what was counted, with where it was read."""
    cells = [figure_meant(ink.report.figures, hoped, use.year, use.key) for use in uses]
    column = ink.report.catalogue.column(hoped.ref)
    return AccountRow(
        anchor(uses[0].ref),
        words,
        "",
        _rounding(column) if column is not None else "",
        sources_by_year(ink.report.catalogue, cells),
        "",
        (),
        _places_of(ink, uses),
        tuple(dict.fromkeys(values)),
    )


def _apart(rows: list[AccountRow]) -> tuple[AccountRow, ...]:
    """Rows each with a name of its own: where two have the same, the formula, else a number."""
    named = Counter(row.title for row in rows)
    rows = [replace(row, title=row.formula) if named[row.title] > 1 else row for row in rows]
    seen: Counter[str] = Counter()
    apart = []
    for row in rows:
        seen[row.title] += 1
        again = f" ({seen[row.title]})" if seen[row.title] > 1 else ""
        apart.append(replace(row, title=f"{row.title}{again}"))
    return tuple(apart)


def _called(ink: Ink, ref: str) -> str:
    """What a change of one figure is called; '' for any other expression."""
    refs = _refs(ref)
    if len(refs) != 1 or "-" not in ref:
        return ""
    kind = "Verandering in procent" if "/" in ref else "Verschil"
    return f"{kind}: {full_name(ink.report.catalogue, refs[0])}"


def known_of(ink: Ink, ref: str) -> list[Figure]:
    """The figures of one name that are known, those of large tables aside."""
    return [
        figure
        for name, figure in single_figures(ink.report.figures).items()
        if name.ref == ref and figure.kind in (Kind.VALUE, Kind.SUPPRESSED)
    ]


def _row(
    values: AccountValues,
    ref: str,
    rounding: str,
    inputs: tuple[tuple[str, str], ...],
    used: dict[tuple[str, str], None],
) -> AccountRow:
    ink, catalogue = values.ink, values.ink.report.catalogue
    about, table = catalogue.about(ref, ink.report.edition.year), catalogue.table_of(ref)
    own = "" if table is not None and about.definition == table.definition else about.definition
    return AccountRow(
        anchor(ref),
        about.title,
        " ".join(filter(None, (own, about.note))),
        rounding,
        sources_by_year(catalogue, known_of(ink, ref)) or source_name(about.source),
        formula_in_words(catalogue, about.formula) if about.formula else "",
        inputs,
        tuple(used),
        values.of(ref),
    )
