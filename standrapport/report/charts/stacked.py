"""Bars on top of each other (gestapeld), one pile per category, with the names beside the last pile
when they fit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from .columns import backing, draw_bar, sample
from .frame import Frame, Plot, framed, plane
from .label import LINE, SIZE, Box, Label, spread, text_width, wrap
from .legend import legend
from .model import Grafiek, Punt, Reeks
from .svg import PAPER, QUIET, Palette, line, series_class

_WIDEST = 96.0
_NAME = 150.0  # room for names on the right
_DRIFT = 14.0  # no name stands farther from its part than this
_TRACE = 4.0


@dataclass(frozen=True, slots=True)
class _Slice:
    punt: Punt
    index: int
    box: Box

    @property
    def shows_value(self) -> bool:
        """Whether the printed value fits inside."""
        box = self.box
        return (
            box.bottom - box.top >= SIZE + 1
            and text_width(self.punt.tekst) <= box.right - box.left - 6
        )


def stacked(chart: Grafiek, palette: Palette) -> tuple[float, str]:
    """Height and content of a chart of piles."""
    sums = [
        total for index in range(len(chart.categorieen)) for total in _sums(chart.column(index))
    ]
    frame = plane(chart, sums, 0)
    names = _names(chart, frame, palette)
    margin = 0.0
    # Piles become narrower for the names, so more values may move from inside a part to beside its
    # name.
    while names is not None and (wanted := max(label.width for label in names) + 8) > margin:
        margin = wanted
        frame = plane(chart, sums, margin)
        names = _names(chart, frame, palette)
    if names is None:
        frame = plane(chart, sums, 0)
        key = legend(
            [series.naam for series in chart.reeksen],
            lambda index, x, y: sample(index, x, y, palette),
        )
        return framed(chart, frame, key, lambda plane_: _plot(chart, plane_, palette, named=False))
    frame = replace(frame, reach=frame.middle(frame.count - 1) + _width(frame) / 2 + 5)
    return framed(chart, frame, ("", 0.0), lambda plane_: _plot(chart, plane_, palette, named=True))


def _sums(punten: tuple[Punt, ...]) -> tuple[Decimal, Decimal]:
    known = [punt.waarde for punt in punten if punt.waarde is not None]
    return sum((v for v in known if v > 0), Decimal(0)), sum(
        (v for v in known if v < 0), Decimal(0)
    )


def _width(frame: Frame) -> float:
    return min(frame.band * 0.72, _WIDEST)


def _pile(punten: tuple[Punt, ...], frame: Frame, index: int) -> list[_Slice]:
    """The parts of a pile: above zero upwards, below zero downwards.

    A suppressed value is a thin outline on top.
    """
    width = _width(frame)
    left = frame.middle(index) - width / 2
    up, down = Decimal(0), Decimal(0)
    parts = []
    for number, punt in enumerate(punten):
        if punt.waarde is None:
            continue
        base = up if punt.waarde >= 0 else down
        ends = sorted((frame.axis.y(base), frame.axis.y(base + punt.waarde)))
        parts.append(_Slice(punt, number, Box(left, ends[0], left + width, ends[1])))
        if punt.waarde >= 0:
            up += punt.waarde
        else:
            down += punt.waarde
    top = frame.axis.y(up)
    for number, punt in enumerate(punten):
        if punt.onderdrukt and punt.waarde is None:
            parts.append(_Slice(punt, number, Box(left, top - _TRACE, left + width, top)))
            top -= _TRACE
    return parts


def _plot(chart: Grafiek, frame: Frame, palette: Palette, *, named: bool) -> Plot:
    marks, labels = [], []
    for index in range(frame.count):
        punten = chart.column(index)
        parts = _pile(punten, frame, index)
        marks.append(_draw(parts, palette))
        top = min((part.box.top for part in parts), default=frame.axis.y(0))
        labels.extend(_missing(chart.reeksen, punten, frame, index, top))
    if named:
        labels.extend(_names(chart, frame, palette) or ())
    return Plot("".join(marks), tuple(labels))


def _draw(parts: list[_Slice], palette: Palette) -> str:
    """The parts with thin lines between them, and their values inside when they fit."""
    drawn = [draw_bar(part.punt, part.index, part.box, palette) for part in parts]
    drawn += [
        line(
            part.box.left,
            part.box.bottom,
            part.box.right,
            part.box.bottom,
            stroke=PAPER,
            width=1.5,
            class_="arcering",
        )
        for part, before in zip(parts[1:], parts, strict=False)
        if part.punt.waarde is not None
        and part.punt.waarde > 0
        and before.box.top == part.box.bottom
    ]
    for part in parts:
        if part.punt.waarde is None or not part.shows_value:
            continue
        middle = (part.box.left + part.box.right) / 2
        y = (part.box.top + part.box.bottom) / 2 + SIZE * 0.35
        label = Label(
            middle,
            y,
            part.punt.tekst,
            "middle",
            fill=palette.inside(part.index),
            class_="in",
            ref=part.punt.ref,
        )
        room = Box(
            label.box.left - 3,
            max(part.box.top, y - 13),
            label.box.right + 3,
            min(part.box.bottom, y + 3),
        )
        drawn.append(backing(part.punt, part.index, room, palette) + label.draw())
    return "".join(drawn)


def _missing(
    reeksen: tuple[Reeks, ...], punten: tuple[Punt, ...], frame: Frame, index: int, top: float
) -> list[Label]:
    """What is not in the pile, named above it, as briefly as the width asks."""
    absent = [
        (series.naam, punt.tekst)
        for series, punt in zip(reeksen, punten, strict=True)
        if punt.waarde is None
    ]
    if not absent:
        return []
    room = frame.band - 4
    short = list(dict.fromkeys(text for _, text in absent))
    full = [
        words
        for name, text in absent
        for words in wrap(f"{name} {text}" if len(absent) < len(punten) else text, room)
    ]
    fitting = (
        lines for lines in (full if len(absent) < len(punten) else short, short) if len(lines) <= 3
    )
    unbroken = {word for name, text in absent for word in (*name.split(" "), text)}
    for lines in fitting:
        if all(text_width(words) <= room for words in lines) and all(
            word in unbroken for words in lines for word in words.split(" ")
        ):
            first = top - 6 - LINE * (len(lines) - 1)
            return [
                Label(frame.middle(index), first + LINE * row, words, "middle", fill=QUIET)
                for row, words in enumerate(lines)
            ]
    return (
        [Label(frame.middle(index), top - 5, short[0], fill=QUIET, upright=True)]
        if room > SIZE
        else []
    )


def _names(chart: Grafiek, frame: Frame, palette: Palette) -> list[Label] | None:
    """The names beside the last pile, with the value where the part has no room for it.

    None when they do not fit there.
    """
    punten = chart.column(frame.count - 1)
    if len(punten) < 2 or any(punt.waarde is None or punt.waarde < 0 for punt in punten):
        return None
    parts = _pile(punten, frame, frame.count - 1)
    texts = [
        series.naam if part.shows_value else f"{series.naam} {part.punt.tekst}"
        for series, part in zip(chart.reeksen, parts, strict=True)
    ]
    lines = [wrap(words, _NAME, bold=True) for words in texts]
    middles = [(part.box.top + part.box.bottom) / 2 for part in parts]
    places = spread(
        middles, [LINE * len(part) + 1 for part in lines], frame.axis.top - 8, frame.axis.bottom + 8
    )
    if places is None or any(
        round(abs(place - middle), 3) > _DRIFT
        for place, middle in zip(places, middles, strict=True)
    ):
        return None
    x = max(part.box.right for part in parts) + 10
    labels: list[Label] = []
    for index, (place, words) in enumerate(zip(places, lines, strict=True)):
        first = place - LINE * (len(words) - 1) / 2 + SIZE * 0.35
        style = Label(
            x,
            first,
            "",
            bold=True,
            fill=palette.text(index),
            class_=f"naam {series_class('t', index)}",
        )
        labels.extend(
            replace(style, y=first + LINE * row, content=part) for row, part in enumerate(words)
        )
    return labels
