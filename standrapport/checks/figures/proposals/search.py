# SPDX-License-Identifier: EUPL-1.2
"""Sums, equalities and shares that hold in all samples of a field, or in all but one, and how many
of them chance alone would give.

A candidate that holds within rounding is no surprise among millions. So each carries `score`: the
logarithm of how far chance falls short, from the number of candidates that were tried and, per
sample, the width that rounding leaves beside the room the numbers had to differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations
from math import comb, log10
from typing import TYPE_CHECKING

from ....core.frozen import dataclass
from .series import FigureSeries, Sample, SampleField

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]
    Mask = npt.NDArray[np.bool_]

_ALL_SUBSETS = 12  # columns of a table of which every subset is tried
_MOST_SUBSETS = 60_000  # subsets of one search
_CHUNK = 4096
FEWEST = 3  # samples that must hold beside an exception
SURE = 1.0  # the score below which chance may have made it
_CLOSE = 1e-9


@dataclass(frozen=True)
class Candidate:
    """A formula that holds: left side, parts, the samples it was tested in, and one that fails."""

    kind: str  # som, gelijk, aandeel
    total: FigureSeries
    parts: tuple[FigureSeries, ...]
    tested: tuple[Sample, ...]
    exact: int
    score: float
    fails: Sample | None = None
    misfit: float = 0.0

    @property
    def test(self) -> str:
        """The comparison as it stands in regels.yaml."""
        if self.kind == "aandeel":
            over, under = self.parts
            return f"{self.total.name} == 100 * {over.name} / {under.name}"
        return f"{self.total.name} == {' + '.join(part.name for part in self.parts)}"


def candidates(field: SampleField) -> Iterator[Candidate]:
    """All candidates of a field, in no particular order."""
    for group in field.groups():
        yield from _sums(field, group)
    yield from _shares(field)


def _sums(field: SampleField, group: Sequence[FigureSeries]) -> Iterator[Candidate]:
    """Sums within a table, of one table in another, and of figures from anywhere; equalities."""
    plain = [one for one in group if "[" not in one.name]
    for own in _by(plain, lambda one: one.table):
        yield from _tried(field, plain, list(_subsets(own)))
    # Keys of one column may add up to another key of it; all of them is what som() is for.
    keyed = [one for one in group if "[" in one.name]
    for own in _by(keyed, lambda one: one.name.partition("[")[0]):
        yield from _tried(field, own, [one for one in _subsets(own) if len(one) < len(own)])
    yield from _tried(field, group, [(one,) for one in group], kind="gelijk")
    for size in (2, 3):
        if comb(len(plain), size) <= _MOST_SUBSETS:
            mixed = [several for several in combinations(plain, size) if _is_mixed(several)]
            yield from _tried(field, group, mixed)


def _by(
    several: Sequence[FigureSeries], home: Callable[[FigureSeries], str]
) -> Iterator[list[FigureSeries]]:
    """The series that belong together, by where they stand."""
    found: dict[str, list[FigureSeries]] = {}
    for one in several:
        found.setdefault(home(one), []).append(one)
    yield from found.values()


def _is_mixed(several: Sequence[FigureSeries]) -> bool:
    """Whether the parts come from more than one table."""
    return len({one.table for one in several}) > 1


def _subsets(parts: Sequence[FigureSeries]) -> Iterator[tuple[FigureSeries, ...]]:
    """The subsets of at least two: all of a few, else the small ones and nearly all."""
    count = len(parts)
    if count <= _ALL_SUBSETS:
        sizes: Sequence[int] = range(2, count + 1)
    else:
        sizes = sorted({2, 3, 4, count - 2, count - 1, count})
        while sum(comb(count, size) for size in sizes) > _MOST_SUBSETS and len(sizes) > 1:
            sizes = [size for size in sizes if size != max(sizes, key=lambda s: comb(count, s))]
    yield from chain.from_iterable(combinations(parts, size) for size in sizes if size >= 2)


def _tried(
    field: SampleField,
    targets: Sequence[FigureSeries],
    subsets: Sequence[tuple[FigureSeries, ...]],
    kind: str = "som",
) -> Iterator[Candidate]:
    """The subsets that add up to a target in all samples, or in all but one."""
    names = list(dict.fromkeys(one for several in subsets for one in several))
    tables = Counter(one.table for one in targets)
    for start in range(0, len(subsets), _CHUNK):
        chunk = subsets[start : start + _CHUNK]
        least, most = _added(chunk, names)
        for target in targets:
            for at, both, fits in _fitting(target, least, most):
                several = chunk[at]
                what = _same_figure(target, several[0]) if kind == "gelijk" else kind
                if target in several or not what:
                    continue
                # A sum is looked for in its own table first: chance has fewer tries there.
                home = {part.table for part in several} == {target.table}
                tries = len(subsets) * (tables[target.table] if home else len(targets))
                found = _candidate(field, what, target, several, tries, both, fits)
                if found is not None:
                    yield found


def _added(
    chunk: Sequence[tuple[FigureSeries, ...]], names: Sequence[FigureSeries]
) -> tuple[Numbers, Numbers]:
    """Lower and upper bounds of every sum in every sample; NaN where a part is not known."""
    import numpy as np

    number = {id(one): at for at, one in enumerate(names)}
    low, high = np.stack([one.low for one in names]), np.stack([one.high for one in names])
    member = np.zeros((len(chunk), len(names)))
    for at, several in enumerate(chunk):
        member[at, [number[id(one)] for one in several]] = 1.0
    unknown = (member @ np.isnan(low)) > 0
    least = np.where(unknown, np.nan, member @ np.nan_to_num(low))
    most = np.where(unknown, np.nan, member @ np.nan_to_num(high))
    return least, most


def _fitting(
    target: FigureSeries, least: Numbers, most: Numbers
) -> Iterator[tuple[int, Mask, Mask]]:
    """The sums that meet a target in all samples but one at most: where both are known, and where
    they meet.
    """
    import numpy as np

    both = ~np.isnan(least) & ~np.isnan(target.low)
    fits = both & (least <= target.high + _CLOSE) & (most >= target.low - _CLOSE)
    wrong = both.sum(axis=1) - fits.sum(axis=1)
    for at in ((wrong <= 1) & (fits.sum(axis=1) >= 1)).nonzero()[0].tolist():
        yield at, both[at], fits[at]


def _same_figure(target: FigureSeries, part: FigureSeries) -> str:
    """What it is when one series equals another: a sum when one adds up keys; '' when it is told
    the other way round.
    """
    added = [one.name.startswith("som(") for one in (target, part)]
    if any(added):
        return "" if added[0] else "som"
    return "gelijk" if part.name < target.name and part.step == target.step else ""


def _candidate(
    field: SampleField,
    kind: str,
    total: FigureSeries,
    parts: tuple[FigureSeries, ...],
    tries: int,
    both: Mask,
    fits: Mask,
) -> Candidate | None:
    import numpy as np

    values = np.sum([part.values for part in parts], axis=0)
    widths = np.sum([part.high - part.low for part in parts], axis=0) + (total.high - total.low)
    widths = np.maximum(widths, total.step)
    if kind == "gelijk" and (values[fits] != total.values[fits]).any():
        return None
    chance = log10(max(1.0, tries / (20 if total.whole else 1)))
    holding = fits.nonzero()[0].tolist()
    score = _score(total.values, values, widths, holding) - chance
    return _made(field, kind, total, parts, _Agreement(values, widths, both, fits), score)


@dataclass(frozen=True, eq=False)
class _Agreement:
    """Two sides of a formula beside each other: the values of one, how far roundings reach, where
    both are known and where they meet.
    """

    values: Numbers
    widths: Numbers
    both: Mask
    fits: Mask


def _made(
    field: SampleField,
    kind: str,
    total: FigureSeries,
    parts: tuple[FigureSeries, ...],
    found: _Agreement,
    score: float,
) -> Candidate | None:
    """The candidate, unless chance may have made it, or too little is left beside an exception."""
    failing = (found.both & ~found.fits).nonzero()[0].tolist()
    if score < SURE or (failing and found.fits.sum() < FEWEST):
        return None
    off = (total.values - found.values)[found.fits]
    return Candidate(
        kind,
        total,
        parts,
        tuple(field.samples[at] for at in found.both.nonzero()[0].tolist()),
        int((abs(off) < _CLOSE).sum()) if kind != "aandeel" else 0,
        score,
        field.samples[failing[0]] if failing else None,
        float(((off / found.widths[found.fits]) ** 2).sum()),
    )


def _score(total: Numbers, values: Numbers, widths: Numbers, places: Sequence[int]) -> float:
    """How improbable it is that two sides agree by chance: in the first sample beside their size,
    in others beside how far they moved.
    """
    score = 0.0
    seen: list[int] = []
    for at in places:
        size = float(total[at])
        room = size
        if seen:
            near = min(
                seen, key=lambda one: abs(total[one] - total[at]) + abs(values[one] - values[at])
            )
            room = abs(float(total[near] - total[at])) + abs(float(values[near] - values[at]))
        score += log10(max(1.0, (room + float(widths[at])) / float(widths[at])))
        seen.append(at)
    return score


def _shares(field: SampleField) -> Iterator[Candidate]:
    """Percentages that follow from two counts."""
    shares = [one for one in field.series if one.share]
    counts = [one for one in field.series if not one.share and "[" not in one.name]
    pairs = [
        (over, under)
        for over in counts
        for under in counts
        if over is not under and (over.unit, over.population) == (under.unit, under.population)
    ]
    for share in shares:
        for pair in pairs:
            found = _share(field, share, pair, len(pairs))
            if found is not None:
                yield found


def _share(
    field: SampleField, share: FigureSeries, parts: tuple[FigureSeries, FigureSeries], tries: int
) -> Candidate | None:
    import numpy as np

    over, under = parts
    with np.errstate(divide="ignore", invalid="ignore"):
        least, most = 100 * over.low / under.high, 100 * over.high / under.low
        values = 100 * over.values / under.values
    both = ~np.isnan(share.low) & np.isfinite(least) & np.isfinite(most)
    fits = both & (least <= share.high + _CLOSE) & (most >= share.low - _CLOSE)
    if not fits.any() or both.sum() - fits.sum() > 1:
        return None
    widths = share.high - share.low + most - least
    holding = fits.nonzero()[0].tolist()
    first = _score(np.full_like(values, 100.0), values, widths, holding[:1])
    later = _score(share.values, values, widths, holding)
    score = first + later - _score(share.values, values, widths, holding[:1])
    found = _Agreement(values, widths, both, fits)
    return _made(field, "aandeel", share, parts, found, score - log10(max(1, tries)))
