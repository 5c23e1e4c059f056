# SPDX-License-Identifier: EUPL-1.2
"""Figures that a table, chart or row of cards puts side by side: whether they may be compared, and
whether the title says what is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ...core.formula import (
    EXPRESSION,
    Reference,
    adds_only,
    name_of,
    populations,
    references_in,
    sums_of,
)
from ...core.frozen import dataclass
from ...core.model import (
    Block,
    Catalogue,
    Edition,
    Figure,
    FigureKey,
    FigureName,
    FigureRole,
    Figures,
    Finding,
    Grafiek,
    Infographic,
    Kerncijfers,
    Position,
    ResolvedTexts,
    Severity,
    Tabel,
    Text,
    keys_in,
    plain,
    single_figures,
)
from ...core.model.finding import Reads
from ...core.notation import MEASURED, join_names
from ...core.words import of_period
from ...messages import found
from .misnamed import wrong_years
from .texts import named_references

_MOST_KEYS = 200  # of a large table: enough to see its periods


def pictured_findings(
    edition: Edition, catalogue: Catalogue, figures: Figures, texts: ResolvedTexts
) -> list[Finding]:
    """SR-N024 to SR-N029, SR-N033 and SR-N034 for every block that shows figures side by side."""
    work = _Pictured(edition.year, catalogue, figures, texts)
    findings = []
    for block in (block for chapter in edition.chapters for block in chapter.blocks):
        told = (
            list(work.block(block))
            if isinstance(block, Kerncijfers | Tabel | Grafiek | Infographic)
            else []
        )
        used = any(one.code == "SR-N034" for one in told) or _mixes(catalogue, block)
        if block.comparable and not used:
            said = {"reden": block.comparable}
            place = block.places.get("vergelijkbaar", block.position)
            told.append(found("SR-N034", place, said, which="nodeloos", severity=Severity.WARNING))
        findings += told
    return findings


def _mixes(catalogue: Catalogue, block: Block) -> bool:
    """Whether the references in the texts of a block are of several populations."""
    texts = [value.raw for _, value in block.leaves() if isinstance(value, Text)]
    inside = [one for text in texts for one in EXPRESSION.findall(text)]
    refs = [one.ref for text in inside for one in references_in(text.partition("|")[0])]
    return len(populations(catalogue, refs)) > 1


@dataclass(frozen=True)
class _Pictured:
    """Judges blocks against the figures of one edition."""

    year: int
    catalogue: Catalogue
    figures: Figures
    texts: ResolvedTexts

    def block(self, block: Block) -> Iterator[Finding]:
        """What is wrong with one block."""
        groups = [refs for names in _groups(block) if (refs := named_references(names))]
        every = [ref for refs in groups for ref in refs]
        if not every:
            return
        for refs in groups:
            yield from self._names(block, refs)
            if isinstance(block, Infographic) or getattr(block, "shape", "") in _STACKED:
                yield from self._totals(block, refs)
        if isinstance(block, Kerncijfers):
            return
        yield from self._comparable(block, every)
        if isinstance(block, Grafiek):
            yield from self._percent(block, every)
        if isinstance(block, Tabel | Grafiek):
            yield from self._outside(block, every)
            years = sorted({ref.in_year(year) for ref in every for year in self._years(block)})
            title = plain(self.texts.get(block.title, (block.title.raw,)))
            if said := wrong_years(title, years):
                yield self._found("SR-N028", block, every[0], said, key="titel")

    def _years(self, block: Block) -> Sequence[int]:
        return block.figure_years(self.year)

    def _found(
        self,
        code: str,
        block: Block,
        ref: Reference,
        said: Mapping[str, object],
        *,
        key: str = "cijfers",
        severity: Severity | None = None,
        which: str = "",
    ) -> Finding:
        place: Position = block.places.get(key, block.position)
        reads = Reads(ref.ref, ref.in_year(self.year), ref.key, "stand")
        return found(code, place, said, which=which, severity=severity, year=self.year, reads=reads)

    def _names(self, block: Block, refs: Sequence[Reference]) -> Iterator[Finding]:
        """Two rows, series or cards that a reader cannot tell apart."""
        about = self.catalogue.about
        full = isinstance(block, Kerncijfers) or (
            isinstance(block, Tabel) and (block.rows or "cijfers") == "cijfers"
        )
        named: dict[str, list[Reference]] = defaultdict(list)
        for ref in refs:
            title = about(ref.ref).title if full else about(ref.ref).short
            named[", ".join(filter(None, (title, ref.key, ref.expected)))].append(ref)
        for name, several in named.items():
            if len(several) > 1:
                which = join_names(list(dict.fromkeys(one.ref for one in several)))
                yield self._found("SR-N033", block, several[1], {"naam": name, "cijfers": which})

    def _totals(self, block: Block, refs: Sequence[Reference]) -> Iterator[Finding]:
        """A total beside its parts, where all lie on one pile."""
        for ref in refs:
            parts = [one.ref for one in refs if one.ref in self._parts(ref.ref)]
            if not parts and self.catalogue.role(ref.ref) is FigureRole.TOTAL:
                table = ref.ref.partition(".")[0]
                parts = [
                    one.ref for one in refs if one != ref and one.ref.partition(".")[0] == table
                ]
            if parts:
                said = {"totaal": ref.ref, "delen": join_names(parts)}
                yield self._found("SR-N027", block, ref, said)

    def _parts(self, ref: str) -> set[str]:
        """What a figure is the sum of: by its formula, or by a rule that says so."""
        derived = self.catalogue.derived.get(ref)
        formula = derived.formula_text.raw if derived is not None else ""
        found = {one.ref for one in references_in(formula)} if adds_only(formula) else set()
        return found.union(*sums_of(self.catalogue, ref))

    def _comparable(self, block: Block, refs: Sequence[Reference]) -> Iterator[Finding]:
        """One population and one length of period, unless the block says why not."""
        mixed = populations(self.catalogue, [ref.ref for ref in refs])
        periods = self._periods(block, refs)
        chart = isinstance(block, Grafiek)
        severity = Severity.ERROR if chart else Severity.WARNING
        told = [*(mixed if len(mixed) > 1 else ()), *(periods if len(periods) > 1 else ())]
        if block.comparable and told:
            said = {"wat": join_names(told), "reden": block.comparable}
            yield self._found("SR-N034", block, refs[0], said, key="vergelijkbaar")
            return
        if len(mixed) > 1:
            said = {"populaties": join_names([f"'{one}'" for one in mixed])}
            yield self._found("SR-N024", block, refs[0], said, severity=severity)
        if len(periods) > 1:
            said = {"perioden": join_names(periods)}
            yield self._found("SR-N025", block, refs[0], said, severity=severity)

    def _periods(self, block: Block, refs: Sequence[Reference]) -> list[str]:
        """The periods of the figures with a value that a block shows."""
        years = self._years(block)
        shown = (one for ref in refs for year in years for one in self._shown(ref, year))
        return list(dict.fromkeys(of_period(one.period) for one in shown if one.value is not None))

    def _shown(self, ref: Reference, year: int) -> list[Figure]:
        """The figures that a reference shows for a year: one, or one per key."""
        when = ref.in_year(year)
        if ref.key is not None or ref.expected:
            one = self.figures.get(name_of(self.figures, ref, year))
            return [one] if one else []
        if own := self._by_name.get((ref.ref, when)):
            return own
        keys = keys_in(self.figures, ref.ref, when)[:_MOST_KEYS]
        return [self.figures[FigureKey(ref.ref, when, key)] for key in keys]

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, int], list[Figure]]:
        found: dict[tuple[str, int], list[Figure]] = defaultdict(list)
        for name, figure in single_figures(self.figures).items():
            found[name.ref, name.year].append(figure)
        return found

    def _percent(self, block: Block, refs: Sequence[Reference]) -> Iterator[Finding]:
        """Percentages, money, time and counts on one axis."""
        kinds: dict[str, list[Reference]] = defaultdict(list)
        for ref in refs:
            unit = self.catalogue.about(ref.ref).unit
            kinds[unit if unit in MEASURED else ""].append(ref)
        shares = kinds.get("procent", [])
        if shares and len(shares) < len(refs):
            said = {"aandelen": join_names([ref.ref for ref in shares])}
            yield self._found("SR-N026", block, shares[0], said)
        elif len(kinds) > 1:
            odd = next(own for unit, own in kinds.items() if unit)
            told = [
                f"{unit or 'aantallen'} ({join_names([ref.ref for ref in own])})"
                for unit, own in kinds.items()
            ]
            said = {"soorten": join_names(told)}
            yield self._found("SR-N026", block, odd[0], said, which="soorten")

    def _outside(self, block: Tabel | Grafiek, refs: Sequence[Reference]) -> Iterator[Finding]:
        """Years that were asked for before the first or after the last that has a row."""
        known = {year for ref, year in self._by_name if ref in {one.ref for one in refs}}
        if not block.years or not known:
            return
        asked = {year: {ref.in_year(year) for ref in refs} for year in block.years}
        outside = [
            year
            for year, whens in asked.items()
            if all(when < min(known) or when > max(known) for when in whens)
        ]
        if outside:
            said = {
                "jaren": join_names([str(year) for year in outside]),
                "eerst": min(known),
                "laatst": max(known),
            }
            yield self._found("SR-N029", block, refs[0], said, key="jaren")


_STACKED = ("gestapeld", "stroom")


def _groups(block: Block) -> Iterator[Sequence[FigureName]]:
    """The names of figures that stand together: those that flow in apart from those that flow
    out.
    """
    if isinstance(block, Infographic) or (isinstance(block, Grafiek) and block.shape == "stroom"):
        yield block.inflow
        yield block.outflow
    elif isinstance(block, Kerncijfers | Tabel | Grafiek):
        yield block.figures
