# SPDX-License-Identifier: EUPL-1.2
"""Sums, equalities and shares that hold in all samples of a field, or in all but one, and how many
of them chance alone would give.

A candidate that holds within rounding is no surprise among millions. So each carries `score`: the
logarithm of how far chance falls short, from the number of candidates that were tried and, per
sample, the width that rounding leaves beside the room the numbers had to differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from math import comb, log10
from typing import TYPE_CHECKING

from .series import Field, Sample, Series

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

_ALL_SUBSETS = 12  # columns of a table of which every subset is tried
_MOST_SUBSETS = 60_000  # subsets of one search
_CHUNK = 4096
SURE = 1.0  # the score below which chance may have made it
_CLOSE = 1e-9


@dataclass(frozen=True)
class Candidate:
    """A formula that holds: left side, parts, the samples it was tested in, and one that fails."""

    kind: str  # som, gelijk, aandeel
    total: Series
    parts: tuple[Series, ...]
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


def candidates(field: Field) -> Iterator[Candidate]:
    """All candidates of a field, in no particular order."""
    for group in field.groups():
        yield from _sums(field, group)
    yield from _shares(field)


def _sums(field: Field, group: Sequence[Series]) -> Iterator[Candidate]:
    """Sums within a table, of one table in another, and of figures from anywhere; equalities."""
    tables = dict.fromkeys(one.table for one in group)
    for table in tables:
        own = [one for one in group if one.table == table and "[" not in one.name]
        keyed = [one for one in group if one.table == table and "[" in one.name]
        for parts in (own, keyed):
            yield from _tried(field, group, list(_subsets(parts)))
    pairs = [(one,) for one in group]
    yield from _tried(field, group, pairs, kind="gelijk")
    plain = [one for one in group if "[" not in one.name]
    for size in (2, 3):
        if comb(len(plain), size) <= _MOST_SUBSETS:
            mixed = [
                several
                for several in combinations(plain, size)
                if len({one.table for one in several}) > 1
            ]
            yield from _tried(field, group, mixed)


def _subsets(parts: Sequence[Series]) -> Iterator[tuple[Series, ...]]:
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
    field: Field,
    targets: Sequence[Series],
    subsets: Sequence[tuple[Series, ...]],
    kind: str = "som",
) -> Iterator[Candidate]:
    """The subsets that add up to a target in all samples, or in all but one."""
    import numpy as np

    if not subsets:
        return
    names = list(dict.fromkeys(one for several in subsets for one in several))
    number = {id(one): at for at, one in enumerate(names)}
    low, high = (np.stack([getattr(one, end) for one in names]) for end in ("low", "high"))
    tries = len(subsets) * len(targets)
    for start in range(0, len(subsets), _CHUNK):
        chunk = subsets[start : start + _CHUNK]
        member = np.zeros((len(chunk), len(names)))
        for at, several in enumerate(chunk):
            member[at, [number[id(one)] for one in several]] = 1.0
        unknown = (member @ np.isnan(low)) > 0
        least = np.where(unknown, np.nan, member @ np.nan_to_num(low))
        most = np.where(unknown, np.nan, member @ np.nan_to_num(high))
        for target in targets:
            both = ~np.isnan(least) & ~np.isnan(target.low)
            fits = both & (least <= target.high + _CLOSE) & (most >= target.low - _CLOSE)
            wrong = both.sum(axis=1) - fits.sum(axis=1)
            for at in ((wrong <= 1) & (fits.sum(axis=1) >= 1)).nonzero()[0]:
                several = chunk[at]
                if target in several or (kind == "gelijk" and not _ordered(target, several[0])):
                    continue
                found = _candidate(field, kind, target, several, tries, both[at], fits[at])
                if found is not None:
                    yield found


def _ordered(target: Series, part: Series) -> bool:
    """Whether an equality is told this way round, so that it is told once."""
    return part.name < target.name and part.step == target.step


def _candidate(
    field: Field,
    kind: str,
    total: Series,
    parts: tuple[Series, ...],
    tries: int,
    both: npt.NDArray[np.bool_],
    fits: npt.NDArray[np.bool_],
) -> Candidate | None:
    import numpy as np

    places = both.nonzero()[0].tolist()
    failing = [at for at in places if not fits[at]]
    holding = [at for at in places if fits[at]]
    if failing and len(holding) < 3:
        return None
    values = np.sum([part.values for part in parts], axis=0)
    widths = np.sum([part.high - part.low for part in parts], axis=0) + (total.high - total.low)
    if kind == "gelijk" and any(total.values[at] != values[at] for at in holding):
        return None
    widths = np.maximum(widths, total.step)
    score = _score(total.values, values, widths, holding) - log10(
        max(1.0, tries / (20 if total.whole else 1))
    )
    if score < SURE:
        return None
    off = (total.values[holding] - values[holding]) / widths[holding]
    return Candidate(
        kind,
        total,
        parts,
        tuple(field.samples[at] for at in places),
        int(sum(abs(total.values[at] - values[at]) < _CLOSE for at in holding)),
        score,
        field.samples[failing[0]] if failing else None,
        float((off**2).sum()),
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


def _shares(field: Field) -> Iterator[Candidate]:
    """Percentages that follow from two counts."""
    import numpy as np

    shares = [one for one in field.series if one.share]
    counts = [one for one in field.series if not one.share and "[" not in one.name]
    tries = len(counts) ** 2
    for share in shares:
        for over in counts:
            for under in counts:
                same = (over.unit, over.population) == (under.unit, under.population)
                if over is under or not same:
                    continue
                with np.errstate(divide="ignore", invalid="ignore"):
                    least = 100 * over.low / under.high
                    most = 100 * over.high / under.low
                both = ~np.isnan(share.low) & np.isfinite(least) & np.isfinite(most)
                fits = both & (least <= share.high + _CLOSE) & (most >= share.low - _CLOSE)
                if fits.sum() < 1 or both.sum() - fits.sum() > 1:
                    continue
                found = _share(field, share, (over, under), tries, both, fits)
                if found is not None:
                    yield found


def _share(
    field: Field,
    share: Series,
    parts: tuple[Series, Series],
    tries: int,
    both: npt.NDArray[np.bool_],
    fits: npt.NDArray[np.bool_],
) -> Candidate | None:
    import numpy as np

    over, under = parts
    places = both.nonzero()[0].tolist()
    failing = [at for at in places if not fits[at]]
    holding = [at for at in places if fits[at]]
    if failing and len(holding) < 3:
        return None
    with np.errstate(divide="ignore", invalid="ignore"):
        values = 100 * over.values / under.values
        spans = 100 * over.high / under.low - 100 * over.low / under.high
    widths = share.high - share.low + spans
    score = _score(np.full_like(values, 100.0), values, widths, holding[:1]) - log10(max(1, tries))
    score += _score(share.values, values, widths, holding) - _score(
        share.values, values, widths, holding[:1]
    )
    if score < SURE:
        return None
    off = (share.values[holding] - values[holding]) / widths[holding]
    return Candidate(
        "aandeel",
        share,
        parts,
        tuple(field.samples[at] for at in places),
        0,
        score,
        field.samples[failing[0]] if failing else None,
        float((off**2).sum()),
    )
