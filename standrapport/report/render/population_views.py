# SPDX-License-Identifier: EUPL-1.2
"""The groups that are counted, drawn and listed from what the catalogue declares of them."""

from __future__ import annotations

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import Populaties, Population
from ...core.notation import capital
from ..charts import Membership, draw_membership
from .ink import Ink
from .kinds import Spot, View


@dataclass(frozen=True, slots=True)
class PopulationRow:
    """A group as the list tells it: who counts, who is in it and who is not, each as listed."""

    title: str
    counted_by: str
    members: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PopulationsView(View):
    """The picture for the page and for a phone ('' when nobody said who is in a group), and the
    list that says the same.
    """

    text: Markup
    wide: Markup
    narrow: Markup
    groups: tuple[PopulationRow, ...]


def populations_view(block: Populaties, ink: Ink, spot: Spot) -> PopulationsView:
    """The groups a block names, or all that are explained."""
    groups = ink.report.catalogue.explained(block.groups)
    title = ink.words(block.title) if block.title else "Wie telt mee"
    chart = _chart(title, groups)
    wide, narrow = (
        Markup(draw_membership(chart, f"{spot.id}-{name}", narrow=name == "smal"))  # noqa: S704 - our drawing
        if chart.people
        else Markup("")
        for name in ("breed", "smal")
    )
    rows = tuple(
        PopulationRow(capital(one.title), one.counted_by, one.members, one.others) for one in groups
    )
    return PopulationsView(ink.line(block.title), ink.prose(block.text), wide, narrow, rows)


def _chart(title: str, groups: tuple[Population, ...]) -> Membership:
    people = dict.fromkeys(name for one in groups for name in (*one.members, *one.others))
    counted = tuple(
        tuple(
            True if name in one.members else False if name in one.others else None for one in groups
        )
        for name in people
    )
    return Membership(title, tuple(capital(one.title) for one in groups), tuple(people), counted)
