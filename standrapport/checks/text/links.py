# SPDX-License-Identifier: EUPL-1.2
"""Links and pictures in running text: only addresses a reader can follow, and nothing that a page
would have to fetch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...core.model import Edition, Finding
from ...messages import found
from .texts import texts_of

# [words](address), ![words](address), <address>, and [name]: address on a line of its own.
_LINKS = re.compile(
    r"(?P<picture>!?)\[[^\]\n]*\]\(\s*<?(?P<inline>[^\s<>)]*)"
    r"|<(?P<auto>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>"
    r"|^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?(?P<defined>[^\s<>]+)",
    re.MULTILINE,
)
_FOLLOWED = re.compile(
    r"(?:https?://[^\s]+\.[^\s]+|https?://localhost\S*|mailto:[^\s]+@[^\s]+|#\S+)", re.IGNORECASE
)
_WEB = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)


def link_findings(edition: Edition) -> Iterator[Finding]:
    """SR-L086 for every address that cannot be followed, and every picture."""
    for place in texts_of(edition):
        raw = place.text.raw
        if "]" not in raw and "<" not in raw:
            continue
        for match in _LINKS.finditer(raw):
            address = match["inline"] or match["auto"] or match["defined"] or ""
            if match["picture"]:
                said = {"adres": address[:80]}
                yield found("SR-L086", place.text.place(match.start()), said, which="afbeelding")
            elif "{{" not in address and not _FOLLOWED.fullmatch(address):
                yield found(
                    "SR-L086",
                    place.text.place(match.start()),
                    {"adres": address[:80], "hint": _hint(address)},
                    which="adres",
                )


def _hint(address: str) -> str:
    """What was probably meant: an address of the web without its beginning."""
    return f" Bedoelt u https://{address}?" if _WEB.fullmatch(address) else ""
