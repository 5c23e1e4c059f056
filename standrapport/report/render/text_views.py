# SPDX-License-Identifier: EUPL-1.2
"""The views of blocks that hold words."""

from __future__ import annotations

from markupsafe import Markup

from ...core.frozen import dataclass
from ...core.model import (
    Afkortingen,
    Antwoord,
    Bronnen,
    Citaat,
    Colofon,
    Kader,
    Knelpunt,
    Ondertekening,
    Ontwikkelpunt,
    Partner,
    Tekst,
    Text,
    Vraag,
    answers_of,
)
from ...core.notation import join_names
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
