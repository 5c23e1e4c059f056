"""The annexes the report writes itself: coverage, what is missing, where every figure comes from,
and what was checked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from ...core.formula import parse_formula, references
from ...core.model import (
    Column,
    Derived,
    Finding,
    Kind,
    Outcome,
    Population,
    Verdict,
    count,
    figure_of,
    keys_in,
)
from ...core.notation import format_getal, join_names
from ...core.words import briefly, full_name, source_name
from .ink import Ink, anchor, short


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """An indicator that was asked for, with its figures of the report year.

    `state` is 'bekend', 'deels' or 'ontbreekt'.
    """

    title: str
    values: tuple[tuple[str, Markup], ...]
    state: str
    source: str
    cadence: str


def coverage(ink: Ink) -> tuple[CoverageRow, ...]:
    """Which of the requested indicators have a value for the report year."""
    rows = []
    catalogue, year = ink.report.catalogue, ink.report.edition.year
    for wanted in catalogue.requested:
        figures = [figure_of(ink.report.figures, ref, year) for ref in wanted.refs]
        known = sum(figure.kind in (Kind.VALUE, Kind.SUPPRESSED) for figure in figures)
        state = "bekend" if known == len(figures) else "deels" if known else "ontbreekt"
        names = ["" if len(figures) == 1 else short(catalogue, figure.id.ref) for figure in figures]
        values = tuple(
            (name, ink.figure(figure)) for name, figure in zip(names, figures, strict=True)
        )
        rows.append(CoverageRow(wanted.title, values, state, wanted.source, wanted.cadence))
    return tuple(rows)


def missing(ink: Ink) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Per table the columns that are n.n.b.

    in the report year, keyed tables left out unless wholly empty.
    """
    year, figures = ink.report.edition.year, ink.report.figures
    found = []
    for table in ink.report.catalogue.tables.values():
        if table.key_column:
            if not any(keys_in(figures, column.ref, year) for column in table.columns.values()):
                found.append(
                    (table.title, tuple(column.title for column in table.columns.values()))
                )
            continue
        absent = [
            c.title
            for c in table.columns.values()
            if figure_of(figures, c.ref, year).kind is Kind.UNKNOWN
        ]
        if absent:
            found.append((table.title, tuple(absent)))
    return tuple(found)


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
    places: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    titles = {
        c.name: (number, ink.words(c.title)) for number, c in enumerate(ink.report.edition.chapters)
    }
    for use in list(ink.used):
        if use.chapter in titles:
            where = f"b-{use.chapter}-{use.block}" if use.block else f"h-{use.chapter}"
            for ref in _refs(use.ref):
                words = _block_words(ink, use.chapter, use.block) or titles[use.chapter][1]
                places[ref].setdefault((where, words))
    wanted = dict.fromkeys(places)
    for ref in list(wanted):
        _add_inputs(ink, ref, wanted)
    groups = []
    told: set[str] = set()  # who is in a population is said where it is met first
    for table in catalogue.tables.values():
        rows = tuple(
            _column_row(ink, column, places[column.ref])
            for column in table.columns.values()
            if column.ref in wanted
        )
        if rows:
            populations = list(
                dict.fromkeys(
                    c.population for c in table.columns.values() if c.ref in wanted and c.population
                )
            )
            counted = tuple(
                _counted(one, named=len(populations) > 1)
                for title in populations
                if title not in told and (one := catalogue.population(title)) is not None
            )
            told.update(populations)
            groups.append(
                AccountGroup(
                    table.title, join_names(populations), rows, tuple(filter(None, counted))
                )
            )
    derived = tuple(
        _derived_row(ink, one, places[one.ref])
        for one in catalogue.derived.values()
        if one.ref in wanted
    )
    if derived:
        groups.append(AccountGroup("Afgeleide cijfers", "", derived))
    return tuple(groups)


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
    return list(dict.fromkeys(part.ref for part in references(parse_formula(ref))))


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
        for part in references(parse_formula(derived.formula_text.raw)):
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
    inputs = list(
        dict.fromkeys(part.ref for part in references(parse_formula(derived.formula_text.raw)))
    )
    named = tuple((anchor(ref), ink.report.catalogue.title(ref)) for ref in inputs)
    return _row(ink, derived.ref, derived.unit, named, used)


def _row(
    ink: Ink,
    ref: str,
    rounding: str,
    inputs: tuple[tuple[str, str], ...],
    used: dict[tuple[str, str], None],
) -> AccountRow:
    about = ink.report.catalogue.about(ref, ink.report.edition.year)
    return AccountRow(
        anchor(ref),
        about.title,
        " ".join(filter(None, (about.definition, about.note))),
        rounding,
        source_name(about.source),
        about.formula,
        inputs,
        tuple(used),
    )


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A rule and how it came out: outcome words with the years they hold for."""

    explanation: str
    outcomes: tuple[str, ...]
    bad: bool


@dataclass(frozen=True, slots=True)
class ChecksView:
    """What was tested: the counts in words, the rules, the findings worth a reader's attention."""

    summary: tuple[tuple[str, str], ...]
    rules: tuple[CheckRow, ...]
    claims: str
    warnings: tuple[str, ...]


def checks(ink: Ink) -> ChecksView:
    """The annex on checking, from the outcomes of all rules and claims."""
    outcomes = ink.report.outcomes
    numbers = count(outcomes)
    summary = (
        ("toetsen", format_getal(numbers["tested"])),
        *((v.word, format_getal(numbers[v.value])) for v in Verdict if numbers[v.value]),
    )
    by_rule: dict[str, list[Outcome]] = defaultdict(list)
    claims: list[Outcome] = []
    for outcome in outcomes:
        if outcome.rule.origin == "claim":
            claims.append(outcome)
        else:
            by_rule[outcome.rule.id].append(outcome)
    rules = tuple(_check_row(found) for found in by_rule.values())
    true = sum(outcome.verdict not in (Verdict.VIOLATED, Verdict.UNDECIDED) for outcome in claims)
    said = (
        f"De teksten doen {format_getal(len(claims))} beweringen over de cijfers;"
        f" {format_getal(true)} daarvan zijn waar bevonden."
        if claims
        else ""
    )
    warnings = tuple(finding.message for finding in ink.report.findings if _worth_telling(finding))
    return ChecksView(summary, rules, said, warnings)


def _worth_telling(finding: Finding) -> bool:
    return finding.severity.value != "note" and finding.code.startswith(("SR-C", "SR-N"))


def _check_row(found: list[Outcome]) -> CheckRow:
    by_verdict: dict[Verdict, dict[int, None]] = defaultdict(dict)
    for outcome in found:
        by_verdict[outcome.verdict].setdefault(outcome.year)
    words = tuple(f"{verdict.word}: {_years(list(years))}" for verdict, years in by_verdict.items())
    return CheckRow(found[0].rule.explanation, words, Verdict.VIOLATED in by_verdict)


def _years(years: list[int]) -> str:
    """Years in words, runs shortened: '2011 tot en met 2017 en 2021'."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return join_names(
        [
            (
                str(r[0])
                if len(r) == 1
                else f"{r[0]} en {r[1]}"
                if len(r) == 2
                else f"{r[0]} tot en met {r[-1]}"
            )
            for r in runs
        ]
    )


@dataclass(frozen=True, slots=True)
class RevisedRow:
    """A figure that an earlier edition printed differently."""

    title: str
    year: int
    edition: int
    old: str
    new: str
    percent: str
    reason: str


def revised(ink: Ink) -> tuple[RevisedRow, ...]:
    """The figures that changed since the earlier edition, in the order of the tables."""
    return tuple(
        RevisedRow(
            full_name(ink.report.catalogue, r.id.ref, r.id.key),
            r.id.year,
            r.edition,
            r.old,
            r.new,
            briefly(r.change),
            r.reason or "geen reden gegeven",
        )
        for r in ink.report.revised
    )


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source of figures, with its address and whether the press passed it on."""

    title: str
    address: str
    via_press: bool


def used_sources(ink: Ink) -> tuple[SourceRow, ...]:
    """The sources of all figures printed in the report, in the order of the catalogue."""
    catalogue = ink.report.catalogue
    ids = set()
    for use in ink.used:
        for part in references(parse_formula(use.ref)):
            column = catalogue.column(part.ref)
            if column is not None:
                ids.add(column.source(part.in_year(use.year)))
    return tuple(
        SourceRow(s.title, s.address or "", s.via_press)
        for s in catalogue.sources.values()
        if s.id in ids
    )


__all__ = ["account", "checks", "coverage", "missing", "revised", "used_sources"]
