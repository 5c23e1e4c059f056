# SPDX-License-Identifier: EUPL-1.2
"""The choice of blocks for the factsheet: `factsheet:` in rapport.yaml, each block named as
hoofdstuk/blok.

What the organisation says of its open data: `opendata:` in rapport.yaml. The name of the files.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from typing import Any

from ...core.formula import nearest
from ...core.frozen import dataclass
from ...core.model import (
    Block,
    BlockName,
    Chapter,
    FactsheetChoice,
    Finding,
    Grafiek,
    Kerncijfers,
    Knelpunt,
    Letter,
    Publication,
)
from ...messages import found
from .records import WORDS, Key, ListOf, Record, Values, needed
from .schema import Form, Reader, WebAddress
from .yaml_tree import Node, ScalarNode

_STEM = re.compile(r"(?!factsheet|manifest)[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class FileStem(Form):
    """The begin of a file name that is the same on every machine and no name of another product."""

    expected: str = field(
        default=(
            "een naam van kleine letters, cijfers en streepjes, zoals jaarverslag (niet factsheet"
            " of manifest)"
        ),
        kw_only=True,
    )

    def read(self, node: Node, reader: Reader) -> Any:
        """The name as text."""
        if isinstance(node, ScalarNode) and _STEM.fullmatch(node.value):
            return node.value
        return self.refuse(node, reader)

    def describe(self) -> dict[str, Any]:
        """A string of that form."""
        return {"type": "string", "pattern": f"^{_STEM.pattern}$"}


FACTSHEET = Record(
    {
        "kerncijfers": Key("Blok kerncijfers, als hoofdstuk/blok; standaard het eerste."),
        "grafiek": Key(
            "Blok grafiek, als hoofdstuk/blok; standaard de eerste met een cijfer van het"
            " verslagjaar."
        ),
        "knelpunten": Key(
            "Hooguit vijf knelpunten, als hoofdstuk/blok; standaard de eerste vijf.", WORDS
        ),
    },
    name="factsheet",
)


def chosen_blocks(
    values: Values | None,
    order: Sequence[str],
    chapters: Sequence[Chapter],
    findings: list[Finding],
) -> FactsheetChoice:
    """The blocks that were named, of the chapters in `order` that could be read.

    SR-L030 for a name that stands for no block of that kind; nothing for a block of a chapter that
    could not be read, of which that has been said.
    """
    unread = set(order) - {one.name for one in chapters}

    def chosen(key: str, kind: type[Block]) -> tuple[BlockName, ...] | None:
        if values is None or key not in values:
            return None
        there = {
            f"{c.name}/{b.id}": (c.name, b.id)
            for c in chapters
            for b in c.blocks
            if isinstance(b, kind)
        }
        names = values[key] if isinstance(values[key], tuple) else (values[key],)
        for name in names:
            if name not in there and name.partition("/")[0] not in unread:
                said = {"naam": name, "soort": kind.kind, "hint": _hint(name, list(there))}
                findings.append(found("SR-L030", values.place(key), said))
        return tuple(there[name] for name in names if name in there)

    return FactsheetChoice(
        cards=chosen("kerncijfers", Kerncijfers),
        chart=chosen("grafiek", Grafiek),
        points=chosen("knelpunten", Knelpunt),
    )


def _hint(name: str, there: list[str]) -> str:
    """The block that was probably meant, else all there are."""
    close = nearest(name, there)
    if close:
        return f" Bedoelt u {close[0]}?"
    return f" Er zijn: {', '.join(there)}." if there else ""


PUBLICATION = Record(
    {
        "adres": Key("Webmap waar de bestanden van data/ komen te staan.", WebAddress()),
        "licentie": Key(
            "Adres van de licentie, zoals https://creativecommons.org/publicdomain/zero/1.0/.",
            WebAddress(),
        ),
        "uitgever": Key(
            "Adres van de organisatie in het register van overheidsorganisaties (TOOI).",
            WebAddress(),
        ),
        "themas": Key(
            "Adressen van thema's uit de lijst van data.overheid.nl.",
            ListOf(WebAddress(), single=True),
        ),
        "contact": Key("Naam van wie vragen over de data beantwoordt; liefst een afdeling."),
        "email": Key("E-mailadres voor vragen over de data."),
    },
    name="opendata",
)


LETTER = Record(
    {
        "aan": needed("Aan wie de brief is: een of meer regels van het adres.", WORDS),
        "plaats": Key("Plaats waar de brief geschreven is."),
        "kenmerk": Key("Ons kenmerk."),
        "uw_kenmerk": Key("Kenmerk van de vragen of de brief waarop dit antwoord is."),
        "aanhef": Key("Hoe de brief begint: 'Geachte voorzitter,'."),
    },
    name="brief",
)


def letter(values: Values | None) -> Letter | None:
    """The head of a letter; None for a report with a cover."""
    if values is None:
        return None
    return Letter(
        to=tuple(values.get("aan", ())),
        place=values.get("plaats", ""),
        mark=values.get("kenmerk", ""),
        their_mark=values.get("uw_kenmerk", ""),
        greeting=values.get("aanhef", ""),
    )


def publication(values: Values | None) -> Publication:
    """What was filled in; an address ends in '/', so that the name of a file can follow."""
    if values is None:
        return Publication()
    address = values.get("adres", "")
    return Publication(
        address=f"{address.rstrip('/')}/" if address else "",
        licence=values.get("licentie", ""),
        publisher=values.get("uitgever", ""),
        themes=tuple(values.get("themas", ())),
        contact=values.get("contact", ""),
        email=values.get("email", ""),
    )
