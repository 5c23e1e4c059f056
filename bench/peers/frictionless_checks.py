# SPDX-License-Identifier: EUPL-1.2
"""Frictionless: a row constraint (a Python expression, interpreted per row) for each rule.

No rounding: a user writes the margins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from frictionless import Checklist, Detector, Resource, __version__
from frictionless.checks import row_constraint

from .task import Peer, Printed, Sums, answer, margin


def _within(difference: str, most: int) -> str:
    return f"({difference}) <= {most} and ({difference}) >= -{most}"


def sums_within(most: Callable[[Sequence[str]], int]) -> Callable[[Sums, Printed], list[str]]:
    """A way to check sums, with the margin that `most` gives for the parts of a sum."""

    def check(sums: Sums, printed: Printed) -> list[str]:
        # Names with a dot are attributes in its expressions.
        data = [[name.replace(".", "_") for name in printed], list(printed.values())]
        rules = {
            _within(f"{total} - ({' + '.join(parts)})".replace(".", "_"), most(parts)): total
            for total, parts in sums
        }
        checklist = Checklist(checks=[row_constraint(formula=formula) for formula in rules])
        report = Resource(data=data).validate(checklist, limit_errors=10_000)
        notes = [error.note for task in report.tasks for error in task.errors]
        return [
            total
            for formula, total in rules.items()
            if any(f'"{formula}"' in note for note in notes)
        ]

    return check


def keyed(path: Path, rows: int) -> int:
    """Rows that break one of the three rules of the keyed table, with margins written by hand."""
    formulas = [
        _within("totaal - a - b - c - d", margin("abcd")),
        f"e - totaal <= {margin('e')}",
        _within("eind - totaal + f - g", margin("tfg")),
    ]
    checklist = Checklist(checks=[row_constraint(formula=formula) for formula in formulas])
    resource = Resource(
        path=path.name, basepath=str(path.parent), detector=Detector(sample_size=100)
    )
    report = resource.validate(checklist, limit_errors=10_000, limit_rows=rows)
    return len(
        {
            error.row_number
            for task in report.tasks
            for error in task.errors
            if error.type == "row-constraint"
        }
    )


if __name__ == "__main__":
    ways = {
        "equal": sums_within(lambda _: 0),
        "one margin of 20": sums_within(lambda _: 20),
        "margins by hand": sums_within(margin),
    }
    answer(Peer(__version__, ways, keyed, 5_000))
