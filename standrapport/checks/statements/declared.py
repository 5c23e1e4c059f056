# SPDX-License-Identifier: EUPL-1.2
"""Numbers a block declares under `getallen:`, with the reason they may stand there."""

from __future__ import annotations

import re

from ...core.model import DeclaredNumber, Edition, Finding
from ...messages import found
from ..text.texts import Place, texts_of
from .mention import Mention

# Curly quotes are letters to YAML; around a number nobody means them.
_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a"
_SPACE = r"[\s\u00a0]+"


def declaration_of(place: Place, mention: Mention) -> DeclaredNumber | None:
    """The declaration of the block that covers a number at its place."""
    for declared in place.block.numbers if place.block else ():
        for match in _phrase(declared.number).finditer(place.text.raw):
            if match.start() < mention.end and mention.start < match.end():
                return declared
    return None


def _phrase(number: str) -> re.Pattern[str]:
    words = _SPACE.join(re.escape(word) for word in number.strip(_QUOTES).split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def unused(edition: Edition, used: set[DeclaredNumber]) -> list[Finding]:
    """Declared numbers that stand nowhere in their block: the text changed, the declaration did
    not.
    """
    findings = []
    there: dict[int, list[str]] = {}
    for place in texts_of(edition):
        if place.block is not None and place.block.numbers:
            there.setdefault(id(place.block), []).append(place.text.raw)
    for chapter in edition.chapters:
        for block in chapter.blocks:
            texts = there.get(id(block), [])
            for declared in block.numbers:
                if declared not in used and not any(
                    _phrase(declared.number).search(text) for text in texts
                ):
                    said = {"getal": declared.number}
                    findings.append(found("SR-N014", declared.position, said, year=edition.year))
    return findings
