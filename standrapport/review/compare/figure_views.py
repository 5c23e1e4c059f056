# SPDX-License-Identifier: EUPL-1.2
"""Figures that differ in Dutch words: a row each, and those with the same number taken together by
what changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...core.frozen import dataclass
from ...core.model import FigureKey
from ...core.notation import NOT_KNOWN, decimals_in, format_getal, join_names
from ...core.words import as_cell, signed
from ...messages import amount_of
from .changes import FigureChange, Use
from .snapshot import ShownFigure


@dataclass(frozen=True)
class FigureRow:
    """A figure that differs: its name and year, both texts, the change, why, and where it is
    printed.
    """

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
class ChangeLine:
    """Any other change: a sentence, and what belongs below it."""

    words: str
    details: tuple[str, ...] = ()


def figure_rows(changes: Iterable[FigureChange]) -> tuple[FigureRow, ...]:
    """The figures of which the number or the formula differs.

    Those that became known are taken together per figure.
    """
    rows: list[FigureRow] = []
    told = [change for change in changes if change.of_value or "formula" in change.kinds]
    for kinds, ref in dict.fromkeys((change.kinds, change.id.ref) for change in told):
        group = [change for change in told if (change.kinds, change.id.ref) == (kinds, ref)]
        together = kinds in (("known",), ("unknown",))
        rows.extend(
            _row(several) for several in ([group] if together else [[change] for change in group])
        )
    return tuple(rows)


def _row(several: Sequence[FigureChange]) -> FigureRow:
    first = several[0]
    what = {"known": "bekend geworden", "unknown": "niet meer bekend"}.get(first.kinds[0], "")
    return FigureRow(
        title=first.title,
        ref=first.id.ref,
        when="; ".join(_when(change.id) for change in several),
        old="; ".join(dict.fromkeys(_printed(change.old) for change in several)),
        new=(
            "; ".join(_printed(change.new) for change in several)
            if first.kinds[0] == "known"
            else "; ".join(dict.fromkeys(_printed(change.new) for change in several))
        ),
        change=_size(first) if len(several) == 1 else "",
        why="; ".join(part for part in (what, _why(first), *_other(first)) if part),
        where=_places(use for change in several for use in change.new_uses or change.old_uses),
    )


def _when(name: FigureKey) -> str:
    return f"{name.year} {name.key}" if name.key is not None else str(name.year)


def _printed(shown: ShownFigure | None) -> str:
    return shown.printed if shown else NOT_KNOWN


def _places(uses: Iterable[Use]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(use.where for use in uses))


def _size(change: FigureChange) -> str:
    return signed(change.change) if change.change.difference else ""


def _why(change: FigureChange) -> str:
    if change.nature == "berekend":
        moved = join_names([f"{name.ref} {_when(name)}" for name in change.inputs])
        return f"afgeleid, bewogen door {moved}" if moved else "afgeleid"
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
                yield f"{as_cell(old.period)} → {as_cell(new.period)}"
            case "reference_date":
                yield f"peildatum {old.reference_date or 'geen'} → {new.reference_date or 'geen'}"
            case "formula":
                yield f"formule {old.formula} → {new.formula}"
            case _:
                pass


def _step(shown: ShownFigure) -> str:
    return (
        "exact"
        if shown.rounding is None
        else format_getal(shown.rounding, decimals_in(shown.rounding.normalize()))
    )


def _status(shown: ShownFigure) -> str:
    return "voorlopig" if shown.provisional else "definitief"


def figure_lines(changes: Iterable[FigureChange]) -> tuple[ChangeLine, ...]:
    """Figures with the same number but another status, rounding, period or reference date, taken
    together by what changed.
    """
    groups: dict[str, list[str]] = {}
    for change in changes:
        if not change.of_value and "formula" not in change.kinds:
            groups.setdefault("; ".join(_other(change)), []).append(
                f"{change.id.ref} {_when(change.id)}"
            )
    return tuple(
        ChangeLine(f"{words}: {amount_of(len(names), 'cijfer', 'cijfers')}", (", ".join(names),))
        for words, names in groups.items()
    )
