# SPDX-License-Identifier: EUPL-1.2
"""Open remarks as comments of the document, each at the words or the block it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..core.model import Remark
from .base import Base
from .xml import W

_INITIALS = 3


def put_comments(document: Any, remarks: Sequence[Remark], base: Base) -> None:
    """Add a comment for every remark, in order; dated as the remark: the bytes stay the same."""
    from docx.text.run import Run

    blocks = {one.name: one.bookmark for one in base.blocks}
    for one in remarks:
        paragraph = _paragraph(document, blocks[one.block], one.about)
        runs = paragraph.findall(f"{{{W}}}r")
        if not runs:
            made = paragraph.makeelement(f"{{{W}}}r", {})
            paragraph.append(made)
            runs = [made]
        first, last = Run(runs[0], document), Run(runs[-1], document)
        initials = "".join(word[0] for word in one.by.split())[:_INITIALS]
        comment = document.add_comment([first, last], one.text, one.by, initials)
        comment._comment_elm.set(f"{{{W}}}date", f"{one.on}T00:00:00Z")  # noqa: SLF001


def _paragraph(document: Any, bookmark: str, about: str) -> Any:
    """The paragraph of a block that holds words, else its first."""
    start = next(
        one
        for one in document.element.body.iter(f"{{{W}}}bookmarkStart")
        if one.get(f"{{{W}}}name") == bookmark
    )
    first = _around(start, "p")
    inside = _around(start, "sdtContent")
    wanted = " ".join(about.split())
    if wanted and inside is not None:
        for paragraph in inside.iter(f"{{{W}}}p"):
            words = "".join(text.text or "" for text in paragraph.iter(f"{{{W}}}t"))
            if wanted in " ".join(words.split()):
                return paragraph
    return first


def _around(element: Any, name: str) -> Any:
    """The nearest element of a name around another."""
    return next(
        (one for one in element.iterancestors() if one.tag == f"{{{W}}}{name}"),
        None,
    )
