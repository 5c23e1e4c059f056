"""A figure over all editions: per year what each edition says, which value stands now, and what was revised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..checked import UsageProblem
from ..consistency import revision_of
from ..derive import as_decimal
from ..formula import ground, leaves, value_of
from ..model import Catalogue, Figure, FigureKey, Kind, Revision, SeriesBreak, Table, keys_in, years_of
from ..notation import round_to
from .editions import Asked, EditionFigures, check_key, tables_behind

NOT_SAID = "geen cijfer"  # no edition says anything of this year
_NO_PERCENT = ("procent", "rang")  # a percentage of these says nothing


@dataclass(frozen=True)
class Said:
    """What the edition about `edition` says of one year; `source` in words, '' for a computed figure.

    `value` is the number behind it, in the unit of the figure: as printed for a cell, not yet rounded for a computed figure.
    """

    edition: int
    figure: Figure
    source: str
    value: Decimal | None

    @property
    def known(self) -> bool:
        """Whether it says more than 'not known yet'."""
        return self.figure.kind is not Kind.UNKNOWN


@dataclass(frozen=True)
class Revised:
    """An edition that says something else than the one before it (`revision.edition`) of the same year and period.

    `difference` is in the unit of the figure, None when one of the two has no value; `moved` are the revised cells behind a
    computed figure.
    """

    revision: Revision
    edition: int
    period: str | None
    difference: Decimal | None
    moved: tuple[Revision, ...]


@dataclass(frozen=True)
class Change:
    """The change since the year before, in the unit of the figure; without a difference `why` says what does not compare."""

    difference: Decimal | None
    percent: Decimal | None
    why: str


@dataclass(frozen=True)
class Year:
    """One year: what every edition says of it, earliest edition first, and the value that stands (None: not known).

    `change` is None for the first year, and where nothing stands.
    """

    year: int
    said: tuple[Said, ...]
    standing: Said | None
    revised: tuple[Revised, ...]
    change: Change | None

    @property
    def text(self) -> str:
        """The value that stands, as printed."""
        if self.standing is not None:
            return self.standing.figure.printed
        return self.said[-1].figure.printed if self.said else NOT_SAID

    def by(self, edition: int) -> Said | None:
        """What an edition says, None when it does not mention the year."""
        return next((one for one in self.said if one.edition == edition), None)

    def revises(self, edition: int) -> bool:
        """Whether this edition changed what an earlier one said."""
        return any(one.edition == edition for one in self.revised)


@dataclass(frozen=True)
class Trend:
    """A figure (of one key) over the years, without holes; `editions` are those that mention it, `breaks` those within its years."""

    ref: str
    key: str | None
    title: str
    heading: str
    unit: str
    population: str
    definition: str
    note: str
    formula: str
    editions: tuple[int, ...]
    years: tuple[Year, ...]
    breaks: tuple[SeriesBreak, ...]

    @property
    def name(self) -> str:
        """The figure as formulas name it."""
        return self.ref if self.key is None else f'{self.ref}["{self.key}"]'

    @property
    def revised(self) -> tuple[Revised, ...]:
        """Every revision, earliest year first."""
        return tuple(one for year in self.years for one in year.revised)

    @property
    def standing(self) -> tuple[Said, ...]:
        """The values that stand."""
        return tuple(year.standing for year in self.years if year.standing is not None)


def trends_of(asked: Asked, key: str | None, first: int | None = None, last: int | None = None) -> list[Trend]:
    """The trend of everything asked for: of one key (`key`, or the one in its name), else of every key it has. Raises UsageProblem."""
    found = []
    for reference in asked.references:
        own = reference.key if reference.key is not None else key
        if own is not None:
            check_key(asked, reference.ref, own)
        keys = [own] if own is not None or not asked.keyed(reference.ref) else asked.keys(reference.ref)
        found += [trend_of(asked, reference.ref, one, first, last) for one in keys]
    if not any(trend.years for trend in found):
        raise UsageProblem("Geen enkele editie noemt dit cijfer in deze jaren.")
    return [trend for trend in found if trend.years]


def trend_of(asked: Asked, ref: str, key: str | None, first: int | None = None, last: int | None = None) -> Trend:
    """The trend of a figure; `first` and `last` limit the years that are shown, not what they are compared with."""
    catalogue, editions = asked.catalogue, asked.editions
    column, derived = catalogue.column(ref), catalogue.derived.get(ref)
    span = _span(editions, ref, key)
    said = {year: tuple(_said(catalogue, editions, FigureKey(ref, year, key))) for year in span}
    breaks = _breaks(asked, ref, span)
    years: list[Year] = []
    for year in span:
        standing = _standing(said[year])
        before = years[-1] if years else None
        change = _change(before, standing, year, breaks) if before is not None and standing is not None else None
        years.append(Year(year, said[year], standing, tuple(_revised(editions, said[year])), change))
    shown = tuple(year for year in years if (first is None or year.year >= first) and (last is None or year.year <= last))
    table, title = catalogue.table_of(ref), catalogue.title(ref)
    own = column or derived
    return Trend(
        ref,
        key,
        title,
        _heading(table if column else None, title, key),
        own.unit if own else "",
        own.population if own else "",
        (own.definition if own else "") or (table.definition if column and table else ""),
        own.note if own else "",
        derived.formula if derived else "",
        tuple(edition.year for edition in editions if any(one.edition == edition.year for year in shown for one in year.said)),
        shown,
        tuple(one for one in breaks if shown and shown[0].year < one.year <= shown[-1].year),
    )


def _heading(table: Table | None, title: str, key: str | None) -> str:
    """The title of a cell's table and column (the table's alone where it has one column) or of a computed figure, and the key."""
    parts = (title,) if table is None else (table.title, title) if len(table.columns) > 1 else (table.title,)
    return ": ".join(dict.fromkeys((*parts, key) if key is not None else parts))


def _span(editions: Sequence[EditionFigures], ref: str, key: str | None) -> range:
    """From the first to the last year that an edition mentions."""
    years = {
        year
        for edition in editions
        for year in years_of(edition.figures)
        if (keys_in(edition.figures, ref, year) if key is not None else FigureKey(ref, year) in edition.figures)
    }
    return range(min(years), max(years) + 1) if years else range(0)


def _said(catalogue: Catalogue, editions: Sequence[EditionFigures], name: FigureKey) -> Iterator[Said]:
    for edition in editions:
        figure = edition.figures.get(name)
        if figure is not None:
            yield Said(edition.year, figure, _source(catalogue, name), _value(edition, figure))


def _value(edition: EditionFigures, figure: Figure) -> Decimal | None:
    node = edition.names.derived.get(figure.id.ref)
    if node is None or figure.value is None:
        return figure.value
    exact = value_of(ground(node, edition.names, figure.id.year, figure.id.key), edition.figures)
    return None if exact is None else as_decimal(exact)


def _source(catalogue: Catalogue, name: FigureKey) -> str:
    column = catalogue.column(name.ref)
    id_ = column.source(name.year) if column else ""
    source = catalogue.sources.get(id_)
    return id_ if source is None else f"{source.title} (via de pers)" if source.via_press else source.title


def _standing(said: Sequence[Said]) -> Said | None:
    """What the newest edition says that knows; a part of a year never takes the place of the whole year."""
    known = [one for one in said if one.known]
    whole = [one for one in known if one.figure.period is None]
    return next(iter(reversed(whole or known)), None)


def _revised(editions: Sequence[EditionFigures], said: Iterable[Said]) -> Iterator[Revised]:
    by_year = {edition.year: edition for edition in editions}
    last: dict[str | None, Said] = {}
    for one in said:
        if not one.known:
            continue
        before = last.get(one.figure.period)
        last[one.figure.period] = one
        if before is None:
            continue
        revision = revision_of(before.figure, one.figure, before.edition, by_year[one.edition].reasons)
        if revision is not None:
            yield Revised(
                revision,
                one.edition,
                one.figure.period,
                _difference(before, one),
                tuple(_moved(by_year[before.edition], by_year[one.edition], one.figure)),
            )


def _difference(old: Said, new: Said) -> Decimal | None:
    """New minus old; of computed percentages to one decimal more than is printed, so that rounding twice never shows."""
    if old.value is None or new.value is None:
        return None
    figure = new.figure
    return round_to(new.value - old.value, figure.decimals + (1 if figure.derived and figure.unit == "procent" else 0))


def _moved(before: EditionFigures, now: EditionFigures, figure: Figure) -> Iterator[Revision]:
    """The cells behind a computed figure that the two editions print differently."""
    node = now.names.derived.get(figure.id.ref)
    if node is None:
        return
    for cell in dict.fromkeys(leaves(ground(node, now.names, figure.id.year, figure.id.key))):
        old, new = before.figures.get(cell), now.figures.get(cell)
        revision = revision_of(old, new, before.year, now.reasons) if old is not None and new is not None else None
        if revision is not None:
            yield revision


def _breaks(asked: Asked, ref: str, span: Sequence[int]) -> tuple[SeriesBreak, ...]:
    """The breaks of every table the figure is made of, within the years."""
    tables = [asked.catalogue.tables[name] for name in tables_behind(ref, asked.editions[-1].names)]
    found = dict.fromkeys(one for table in tables for one in table.breaks if one.year in span[1:])
    return tuple(sorted(found, key=lambda one: one.year))


def _change(before: Year, standing: Said, year: int, breaks: Sequence[SeriesBreak]) -> Change:
    """The change of what stands since the year before."""
    if before.standing is None:
        return Change(None, None, f"{before.year} is niet bekend")
    then, now = before.standing.figure, standing.figure
    if any(one.year == year for one in breaks):
        return Change(None, None, "breuk in de reeks")
    if then.period != now.period:
        return Change(None, None, f"over {now.period or 'het hele jaar'}; {before.year} over {then.period or 'het hele jaar'}")
    old, new = before.standing.value, standing.value
    if old is None or new is None:
        missing = standing.figure if new is None else then
        return Change(None, None, f"{missing.id.year} is {missing.printed}")
    return Change(_difference(before.standing, standing), _percent(old, new) if now.unit not in _NO_PERCENT else None, "")


def _percent(old: Decimal, new: Decimal) -> Decimal | None:
    """The change in percent with as many decimals as the text of a report gives (the filter `verschil`); None from or to below zero."""
    if old <= 0 or new < 0:
        return None
    exact = 100 * (new - old) / old
    return round_to(exact, 0 if abs(exact) >= 1 else 1)
