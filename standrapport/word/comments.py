# SPDX-License-Identifier: EUPL-1.2
"""The comments of a .docx: who said what about which words, and what it answers; and open remarks
as comments, each at the words or the block it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..core.model import Remark
from .base import Base
from .received import ReceivedComment, Sign
from .units import NOTE
from .xml import W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def comments_of(
    file: Any, commented: Mapping[str, list[Sign]]
) -> Iterator[tuple[ReceivedComment, Sign | None]]:
    """Every comment with the first sign it is about; its block is for the reader to find."""
    root = _root(file, _COMMENTS)
    if root is None:
        return
    threads = _threads(_root(file, _EXTENDED))
    comments = list(root.iter(f"{{{W}}}comment"))
    by_paragraph = {_key(one): _id(one) for one in comments}
    for one in comments:
        parent, done = threads.get(_key(one), ("", False))
        answers = by_paragraph.get(parent, "") if parent else ""
        about = commented.get(_id(one)) or commented.get(answers, [])
        quoted = "".join(one.sign for one in about if not one.deleted and one.sign != NOTE)
        words = "\n".join(_words(paragraph) for paragraph in one.findall(f"{{{W}}}p")).strip()
        yield (
            ReceivedComment(
                _id(one),
                str(one.get(f"{{{W}}}author") or ""),
                str(one.get(f"{{{W}}}date") or "")[:10],
                words,
                None,
                " ".join(quoted.split()) if len(about) > 1 else "",
                answers,
                done,
            ),
            about[0] if about else None,
        )


def _id(comment: Any) -> str:
    return str(comment.get(f"{{{W}}}id"))


def _key(comment: Any) -> str:
    """The name of the last paragraph of a comment, by which threads know it."""
    paragraphs = comment.findall(f"{{{W}}}p")
    return str(paragraphs[-1].get(f"{_W14}paraId") or "") if paragraphs else ""


def _words(paragraph: Any) -> str:
    return "".join(
        {"t": element.text or "", "tab": " ", "br": "\n"}.get(
            element.tag.removeprefix(f"{{{W}}}"), ""
        )
        for element in paragraph.iter()
        if isinstance(element.tag, str)
    )


def _threads(root: Any) -> Mapping[str, tuple[str, bool]]:
    """Per paragraph of a comment: the paragraph of the one it answers, and whether it is done."""
    if root is None:
        return {}
    return {
        str(one.get(f"{_W15}paraId")): (
            str(one.get(f"{_W15}paraIdParent") or ""),
            str(one.get(f"{_W15}done") or "0") in ("1", "true"),
        )
        for one in root.iter(f"{_W15}commentEx")
    }


def _root(file: Any, kind: str) -> Any:
    from lxml import etree

    for relation in file.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            part = relation.target_part
            if hasattr(part, "element"):
                return part.element
            return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    return None


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
    return next((one for one in element.iterancestors() if one.tag == f"{{{W}}}{name}"), None)
