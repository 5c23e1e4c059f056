# SPDX-License-Identifier: EUPL-1.2
"""Two rows of paragraphs beside each other: how much two are the same, and which belong together in
order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

ALIKE = 0.4  # as much the same as this: the same paragraph, changed
SHORT = 40  # signs


def similarity(one: str, other: str) -> float:
    """How much two paragraphs are the same, 0 to 1: by their words, short ones by their signs."""
    if one == other:
        return 1.0
    words, others = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    total = sum(words.values()) + sum(others.values())
    shared = 2 * sum((words & others).values()) / total if total else 0.0
    if max(len(one), len(other)) <= SHORT:
        return max(shared, SequenceMatcher(None, one, other, autojunk=False).ratio())
    return shared


def paired(
    score: Sequence[Sequence[float]], rows: int, columns: int
) -> Iterator[tuple[int | None, int | None]]:
    """Rows and columns paired so that the sum is best, in order; what stays alone beside None."""
    best = _best_sums(score, rows, columns)
    row = column = 0
    while row < rows and column < columns:
        both = score[row][column]
        if both >= ALIKE and best[row][column] == best[row + 1][column + 1] + both:
            yield row, column
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            yield row, None
            row += 1
        else:
            yield None, column
            column += 1
    yield from ((n, None) for n in range(row, rows))
    yield from ((None, n) for n in range(column, columns))


def _best_sums(score: Sequence[Sequence[float]], rows: int, columns: int) -> list[list[float]]:
    """The best sum of similarities of pairs in order, from each place on: as the longest common
    subsequence is found.
    """
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            both = score[row][column]
            best[row][column] = max(
                best[row + 1][column],
                best[row][column + 1],
                best[row + 1][column + 1] + both if both >= ALIKE else 0.0,
            )
    return best
