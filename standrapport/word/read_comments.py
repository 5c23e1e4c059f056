# SPDX-License-Identifier: EUPL-1.2
"""The comments of a .docx: who said what about which words, and what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

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
