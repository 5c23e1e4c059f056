# SPDX-License-Identifier: EUPL-1.2
"""The view of an infographic: a flow, the ways of its fork, and the conditions it depends on;
drawn, and told in order for who does not see the drawing.
"""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import Figure, Infographic, Weg
from ..charts import Way
from .ink import Ink, reference, short
from .kinds import Spot, View
from .pictures import ChartView, Sides, flow_view


@dataclass(frozen=True, slots=True)
class ConditionView:
    """One of the conditions that must be met together, or a step of a way."""

    title: Markup
    text: Markup


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with the name it has in the drawing."""

    name: str
    value: Markup


@dataclass(frozen=True, slots=True)
class WayView:
    """A way of the fork in words."""

    title: Markup
    text: Markup
    about: tuple[Counted, ...]
    steps: tuple[ConditionView, ...]
    conditions_title: Markup
    conditions: tuple[ConditionView, ...]
    back: Markup
    back_to: Markup
    ends: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class InfographicView(View):
    """A flow, and the conditions it depends on. With `ways` everything in the drawing is told in
    order: what comes in, every way, what goes out by no way, and what stays.
    """

    text: Markup
    chart: ChartView
    conditions: tuple[ConditionView, ...]
    conditions_title: Markup
    middle: str
    inflow: tuple[Counted, ...]
    ways: tuple[WayView, ...]
    outflow: tuple[Counted, ...]
    stays: tuple[Counted, ...]


def infographic_view(block: Infographic, ink: Ink, spot: Spot) -> InfographicView:
    """The flow from left to right, and in words."""
    title, text = ink.line(block.title), ink.prose(block.text)
    sides = Sides(block.inflow, block.outflow, ink)
    if block.stays is not None:
        sides.stay(ink.lookup(reference(block.stays.figure[0])), ink.words(block.stays.title))
    conditions = tuple(ConditionView(ink.line(c.title), ink.line(c.text)) for c in block.conditions)
    heading = ink.line(block.conditions_title) or Markup("Voorwaarden")
    ways = tuple(_way(block, way, ink) for way in block.ways)
    chart = flow_view(block, ink, f"g-{spot.id}", sides, ways)
    if not block.ways:
        return InfographicView(title, text, chart, conditions, heading, "", (), (), (), ())
    told = {name.raw.strip() for way in block.ways for name in way.leads_to}
    free = [
        figure
        for name, figure in zip(block.outflow, sides.figures[1], strict=True)
        if name.raw.strip() not in told
    ]
    stays: tuple[Counted, ...] = ()
    if block.stays is not None:
        words = ink.words(block.stays.title)
        stays = (Counted(words, ink.figure(sides.shown[-1])),)
    return InfographicView(
        title,
        text,
        replace(chart, told=True),
        () if block.conditions_of else conditions,
        heading,
        ink.words(block.middle) or ink.report.edition.organisation,
        _counted(sides.figures[0], ink),
        tuple(_in_words(block, way, ink, heading, conditions) for way in block.ways),
        _counted(free, ink),
        stays,
    )


def _way(block: Infographic, way: Weg, ink: Ink) -> Way:
    """A way as the drawing has it."""
    names = [name.raw.strip() for name in block.outflow]
    numbers = {one.name: at for at, one in enumerate(block.ways)}
    gated = block.conditions_of == way.name
    facts = [ink.lookup(reference(name)) for name in way.about]
    back = (numbers[way.back.to], ink.words(way.back.title)) if way.back else None
    return Way(
        ink.words(way.title),
        tuple(f"{short(ink.report.catalogue, one.id.ref)}: {one.printed}" for one in facts),
        tuple(ink.words(step.title) for step in way.steps),
        tuple(names.index(name.raw.strip()) for name in way.leads_to),
        back,
        tuple(ink.words(one.title) for one in block.conditions) if gated else (),
        (ink.words(block.conditions_title) or "Voorwaarden") if gated else "",
    )


def _in_words(
    block: Infographic, way: Weg, ink: Ink, heading: Markup, conditions: tuple[ConditionView, ...]
) -> WayView:
    """The same way told."""
    titles = {one.name: one.title for one in block.ways}
    gated = block.conditions_of == way.name
    return WayView(
        ink.line(way.title),
        ink.line(way.text),
        _counted([ink.lookup(reference(name)) for name in way.about], ink),
        tuple(ConditionView(ink.line(step.title), ink.line(step.text)) for step in way.steps),
        heading,
        conditions if gated else (),
        ink.line(way.back.title) if way.back else Markup(""),
        ink.line(titles[way.back.to]) if way.back else Markup(""),
        _counted([ink.lookup(reference(name)) for name in way.leads_to], ink),
    )


def _counted(figures: list[Figure], ink: Ink) -> tuple[Counted, ...]:
    catalogue = ink.report.catalogue
    return tuple(Counted(short(catalogue, one.id.ref), ink.figure(one)) for one in figures)
