# SPDX-License-Identifier: EUPL-1.2
"""The annex that accounts for every figure: where it comes from and where it is printed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ...core.formula import references_in
from ...core.model import Catalogue, Column, Derived, Figure, Kind, Population, single_figures
from ...core.notation import format_getal, join_names
from ...core.words import formula_in_words, source_name, sources_by_year
from .ink import Ink, anchor

Places = defaultdict[str, dict[tuple[str, str], None]]  # per figure (address, words), in order


@dataclass(frozen=True, slots=True)
class AccountRow:
    """Where one figure comes from and where it is printed: (address, words) of each place."""

    id: str
    title: str
    definition: str
    rounding: str
    source: str
    formula: str
    inputs: tuple[tuple[str, str], ...]
    used: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AccountGroup:
    """The figures of one table, and the derived figures, with what they share.

    `counted` says of each population who is in it, who is not, and who counts.
    """

    title: str
    population: str
    rows: tuple[AccountRow, ...]
    counted: tuple[str, ...] = ()


def account(ink: Ink) -> tuple[AccountGroup, ...]:
    """Every figure printed in the report and every figure those are computed from, by table."""
    catalogue = ink.report.catalogue
    places = _places(ink)
    wanted = dict.fromkeys(places)
    for ref in list(wanted):
        _add_inputs(ink, ref, wanted)
    groups = []
    told: set[str] = set()  # who is in a population is said where it is met first
    for table in catalogue.tables.values():
        columns = [column for column in table.columns.values() if column.ref in wanted]
        if columns:
            rows = tuple(_column_row(ink, column, places[column.ref]) for column in columns)
            populations = list(dict.fromkeys(c.population for c in columns if c.population))
            counted = _all_counted(catalogue, populations, told)
            groups.append(AccountGroup(table.title, join_names(populations), rows, counted))
    derived = tuple(
        _derived_row(ink, one, places[one.ref])
        for one in catalogue.derived.values()
        if one.ref in wanted
    )
    if derived:
        groups.append(AccountGroup("Afgeleide cijfers", "", derived))
    return tuple(groups)


def _places(ink: Ink) -> Places:
    """Where each figure is printed: the address and the words of a block or chapter."""
    places: Places = defaultdict(dict)
    titles = {chapter.name: ink.words(chapter.title) for chapter in ink.report.edition.chapters}
    for use in list(ink.used):
        if use.chapter in titles:
            where = f"b-{use.chapter}-{use.block}" if use.block else f"h-{use.chapter}"
            for ref in _refs(use.ref):
                words = _block_words(ink, use.chapter, use.block) or titles[use.chapter]
                places[ref].setdefault((where, words))
    return places


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
    return f"{population.title[0].upper()}{population.title[1:]} – {words}"


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


def _column_row(ink: Ink, column: Column, used: dict[tuple[str, str], None]) -> AccountRow:
    rounding = (
        "exact"
        if column.rounding is None
        else f"afgerond op {format_getal(column.rounding, column.decimals)}"
    )
    if column.unit:
        rounding = f"{column.unit}, {rounding}"
    return _row(ink, column.ref, rounding, (), used)


def _derived_row(ink: Ink, derived: Derived, used: dict[tuple[str, str], None]) -> AccountRow:
    inputs = list(dict.fromkeys(part.ref for part in references_in(derived.formula_text.raw)))
    named = tuple((anchor(ref), ink.report.catalogue.title(ref)) for ref in inputs)
    return _row(ink, derived.ref, derived.unit, named, used)


def known_of(ink: Ink, ref: str) -> list[Figure]:
    """The figures of one name that are known, those of large tables aside."""
    return [
        figure
        for name, figure in single_figures(ink.report.figures).items()
        if name.ref == ref and figure.kind in (Kind.VALUE, Kind.SUPPRESSED)
    ]


def _row(
    ink: Ink,
    ref: str,
    rounding: str,
    inputs: tuple[tuple[str, str], ...],
    used: dict[tuple[str, str], None],
) -> AccountRow:
    catalogue = ink.report.catalogue
    about = catalogue.about(ref, ink.report.edition.year)
    return AccountRow(
        anchor(ref),
        about.title,
        " ".join(filter(None, (about.definition, about.note))),
        rounding,
        sources_by_year(catalogue, known_of(ink, ref)) or source_name(about.source),
        formula_in_words(catalogue, about.formula) if about.formula else "",
        inputs,
        tuple(used),
    )
