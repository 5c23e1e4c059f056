# SPDX-License-Identifier: EUPL-1.2
"""The views of blocks that hold words, a summary (in the language of the block) among them."""

from __future__ import annotations

import re

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import (
    Afkortingen,
    Antwoord,
    Bronnen,
    Citaat,
    Colofon,
    Kader,
    Kerncijfer,
    Knelpunt,
    Ondertekening,
    Ontwikkelpunt,
    Partner,
    Samenvatting,
    Tekst,
    Text,
    Vraag,
    answers_of,
)
from ...core.notation import join_names
from ...core.words import english_words
from .cards import card
from .ink import Ink
from .kinds import Spot, View
from .photos import PictureView, picture_shown


@dataclass(frozen=True, slots=True)
class TextView(View):
    """Running text, with who speaks beside it."""

    text: Markup
    portrait: PictureView | None = None


def text_view(block: Tekst | Kader, ink: Ink, _spot: Spot) -> TextView:
    """A text or a frame around one."""
    portrait = block.portrait if isinstance(block, Tekst) else None
    shown = picture_shown(portrait, ink) if portrait else None
    return TextView(ink.line(block.title), ink.prose(block.text), shown)


def question_view(block: Vraag, ink: Ink, spot: Spot) -> TextView:
    """A question, under its number in the document."""
    return TextView(_numbered(f"Vraag {spot.number}", block.title, ink), ink.prose(block.text))


def answer_view(block: Antwoord, ink: Ink, _spot: Spot) -> TextView:
    """An answer, under the numbers of its questions."""
    answered = answers_of(ink.report.edition).answered.get((ink.chapter, block.id), ())
    numbers = join_names([str(number) for number in answered])
    words = "Antwoord op vragen" if len(answered) > 1 else "Antwoord op vraag"
    return TextView(_numbered(f"{words} {numbers}", block.title, ink), ink.prose(block.text))


def _numbered(words: str, title: Text | None, ink: Ink) -> Markup:
    return Markup("{}: {}").format(words, ink.line(title)) if title else Markup.escape(words)


@dataclass(frozen=True, slots=True)
class QuoteView(View):
    """Words that stand out, and who says them."""

    text: Markup
    by: Markup


def quote_view(block: Citaat, ink: Ink, _spot: Spot) -> QuoteView:
    """A quotation."""
    return QuoteView(ink.line(block.title), ink.prose(block.text), ink.line(block.by))


@dataclass(frozen=True, slots=True)
class PointView(View):
    """A numbered point with its own heading."""

    number: str
    title: Markup
    summary: Markup
    text: Markup


def point_view(block: Knelpunt | Ontwikkelpunt, ink: Ink, spot: Spot) -> PointView:
    """A bottleneck or a point to develop."""
    title, text = ink.line(block.title), ink.prose(block.text)
    return PointView(Markup(""), str(spot.number), title, ink.line(block.summary), text)


@dataclass(frozen=True, slots=True)
class MemberView:
    """One party of a group, with what it does."""

    name: Markup
    role: Markup


@dataclass(frozen=True, slots=True)
class PartnerView(View):
    """A group of partners within the overview."""

    id: str
    title: Markup
    role: Markup
    members: tuple[MemberView, ...]
    text: Markup


def partner_view(block: Partner, ink: Ink, spot: Spot) -> PartnerView:
    """One group; groups that follow each other are placed together."""
    title, text, role = ink.line(block.title), ink.prose(block.text), ink.line(block.role)
    members = tuple(MemberView(ink.line(p.name), ink.line(p.role)) for p in block.parties)
    return PartnerView(Markup(""), spot.id, title, role, members, text)


@dataclass(frozen=True, slots=True)
class TermsView(View):
    """Abbreviations with what they stand for, and the address of each."""

    text: Markup
    terms: tuple[tuple[str, Markup, str], ...]


def terms_view(block: Afkortingen, ink: Ink, spot: Spot) -> TermsView:
    """The list of abbreviations."""
    title, text = ink.line(block.title), ink.prose(block.text)
    named = enumerate(block.terms.items(), 1)
    terms = tuple((name, ink.line(meaning), f"{spot.id}-{at}") for at, (name, meaning) in named)
    return TermsView(title, text, terms)


@dataclass(frozen=True, slots=True)
class LinkView:
    """A place where readers find more; `address` is '' when it has none."""

    title: Markup
    address: str
    remark: Markup


@dataclass(frozen=True, slots=True)
class LinksView(View):
    """Where readers find more."""

    text: Markup
    links: tuple[LinkView, ...]


def links_view(block: Bronnen, ink: Ink, _spot: Spot) -> LinksView:
    """The list of places where readers find more."""
    title, text = ink.line(block.title), ink.prose(block.text)
    links = tuple(
        LinkView(ink.line(b.title), b.address or "", ink.line(b.remark)) for b in block.links
    )
    return LinksView(title, text, links)


@dataclass(frozen=True, slots=True)
class ImprintView(View):
    """The imprint: its text and the lines of the address."""

    text: Markup
    address: tuple[Markup, ...]


def imprint_view(block: Colofon, ink: Ink, _spot: Spot) -> ImprintView:
    """The imprint."""
    title, text = ink.line(block.title), ink.prose(block.text)
    return ImprintView(title, text, tuple(ink.line(line) for line in block.address))


@dataclass(frozen=True, slots=True)
class SignatureView(View):
    """Who signed, below what is said."""

    text: Markup
    name: Markup
    function: Markup


def signature_view(block: Ondertekening, ink: Ink, _spot: Spot) -> SignatureView:
    """A signature."""
    title, text = ink.line(block.title), ink.prose(block.text)
    return SignatureView(title, text, ink.line(block.name), ink.line(block.function))


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
