# SPDX-License-Identifier: EUPL-1.2
"""The view of a summary: key figures, messages and what changed, in the language of the block."""

from __future__ import annotations

import re

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import Kerncijfer, Samenvatting
from ...core.words import english_words
from .cards import card
from .ink import Ink
from .kinds import Spot, View

_TAG = re.compile(r"(<[^>]+>)")
_FIGURE = re.compile(r"<(?:data|a)\b")
_UNKNOWN = {"nl": "vorig jaar niet bekend", "en": "year before not known"}


@dataclass(frozen=True, slots=True)
class SummaryCard:
    """A key figure: its name, its value, and its change since the year before in words."""

    title: Markup
    value: Markup
    change: Markup


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message with what belongs to it."""

    title: Markup
    text: Markup


@dataclass(frozen=True, slots=True)
class SummaryView(View):
    """The report on one page."""

    text: Markup
    cards: tuple[SummaryCard, ...]
    messages: tuple[MessageView, ...]
    changed_title: Markup
    changed: Markup


def summary_view(block: Samenvatting, ink: Ink, _spot: Spot) -> SummaryView:
    """A summary in its own language."""
    return SummaryView(
        ink.line(block.title),
        ink.prose(block.text),
        tuple(_card(one, ink) for one in block.key_figures),
        tuple(MessageView(ink.line(one.title), ink.prose(one.text)) for one in block.messages),
        ink.line(block.changed_title),
        ink.prose(block.changed),
    )


def _card(one: Kerncijfer, ink: Ink) -> SummaryCard:
    shown = card(one.figure[0], ink)
    title = ink.line(one.title) or Markup.escape(shown.title)
    if not shown.change:
        return SummaryCard(title, shown.value, Markup(_UNKNOWN[ink.tongue]))  # noqa: S704 - our words
    change = shown.change + Markup(" {}").format(shown.since)
    return SummaryCard(title, shown.value, change if ink.tongue == "nl" else _in_english(change))


def _in_english(change: Markup) -> Markup:
    """The words between the figures of a change; the figures themselves are told already.

    Without English for one of them all stays as it is, marked as Dutch: a change of which words are
    left out, such as a break or a part of a year, would say something else.
    """
    parts = _TAG.split(str(change))
    told = [
        part
        if part.startswith("<") or (at and _FIGURE.match(parts[at - 1]))
        else english_words(part)
        for at, part in enumerate(parts)
    ]
    if None in told:
        return Markup('<span lang="nl">{}</span>').format(change)
    return Markup("".join(filter(None, told)))  # noqa: S704 - our own mark-up, words from a closed list
