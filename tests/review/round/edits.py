# SPDX-License-Identifier: EUPL-1.2
"""What readers do to a document, in python-docx and in the XML itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

AUTHOR, DAY = "J. Lezer", "2025-02-01T10:00:00Z"


def paragraphs(document: Any) -> Iterator[Any]:
    """Every paragraph, those in controls and tables too."""
    return document.element.body.iter(qn("w:p"))  # type: ignore[no-any-return]


def text_of(paragraph: Any) -> str:
    """Its words."""
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))


def with_words(document: Any, words: str) -> Any:
    """The paragraph that holds words."""
    return next(
        p for p in paragraphs(document) if words in text_of(p) and 'w:val="TOC1"' not in p.xml
    )


def run_with(paragraph: Any, words: str) -> Any:
    """The run of a paragraph that holds words."""
    return next(r for r in paragraph.iter(qn("w:r")) if words in run_text(r))


def run_text(run: Any) -> str:
    """The words of a run."""
    return "".join(t.text or "" for t in run.iter(qn("w:t")))


def typed(words: str, like: Any = None) -> Any:
    """A run with words, as like another as can be."""
    run = OxmlElement("w:r")
    if like is not None and like.find(qn("w:rPr")) is not None:
        run.append(deepcopy(like.find(qn("w:rPr"))))
    text = OxmlElement("w:t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    return run


def replaced(old: str, new: str, where: str = "") -> Callable[[Any], None]:
    """Words that become others, changes not tracked."""

    def change(document: Any) -> None:
        paragraph = with_words(document, where or old)
        run = run_with(paragraph, old)
        text = run.find(qn("w:t"))
        text.text = text.text.replace(old, new, 1)

    return change


def tracked(name: str, inside: list[Any], author: str = AUTHOR) -> Any:
    """A tracked change around runs."""
    element = OxmlElement(f"w:{name}")
    element.set(qn("w:id"), str(9000 + abs(hash((name, author, len(inside)))) % 900))
    element.set(qn("w:author"), author)
    element.set(qn("w:date"), DAY)
    for run in inside:
        if name in ("del", "moveFrom"):
            for text in run.iter(qn("w:t")):
                text.tag = qn("w:delText")
        element.append(run)
    return element


def tracked_replace(
    old: str, new: str, author: str = AUTHOR, where: str = ""
) -> Callable[[Any], None]:
    """Words that become others, tracked; nothing for `new` is a deletion, for `old` an insertion
    at the end of `where`.
    """

    def change(document: Any) -> None:
        if not old:
            paragraph = with_words(document, where)
            paragraph.append(tracked("ins", [typed(new)], author))
            return
        paragraph = with_words(document, where or old)
        run = run_with(paragraph, old)
        before, after = run_text(run).split(old, 1)
        parts = [typed(before, run)] if before else []
        parts.append(tracked("del", [typed(old, run)], author))
        if new:
            parts.append(tracked("ins", [typed(new, run)], author))
        if after:
            parts.append(typed(after, run))
        for part in parts:
            run.addprevious(part)
        run.getparent().remove(run)

    return change


def new_paragraph(words: str, like: Any = None) -> Any:
    """A paragraph with words, in the style of another."""
    paragraph = OxmlElement("w:p")
    if like is not None and like.find(qn("w:pPr")) is not None:
        paragraph.append(deepcopy(like.find(qn("w:pPr"))))
    paragraph.append(typed(words))
    return paragraph


def added_after(where: str, words: str, *, styled: bool = True) -> Callable[[Any], None]:
    """A new paragraph after the one that holds words."""

    def change(document: Any) -> None:
        place = with_words(document, where)
        place.addnext(new_paragraph(words, place if styled else None))

    return change


def removed(where: str) -> Callable[[Any], None]:
    """The paragraph that holds words taken out."""

    def change(document: Any) -> None:
        paragraph = with_words(document, where)
        paragraph.getparent().remove(paragraph)

    return change


def mark(paragraph: Any, name: str, author: str = AUTHOR) -> None:
    """The end of a paragraph inserted or deleted, tracked."""
    about = paragraph.get_or_add_pPr()
    marks = about.find(qn("w:rPr"))
    if marks is None:
        marks = OxmlElement("w:rPr")
        about.append(marks)
    marks.append(tracked(name, [], author))


def tracked_removed(where: str, author: str = AUTHOR) -> Callable[[Any], None]:
    """A whole paragraph deleted, tracked."""

    def change(document: Any) -> None:
        paragraph = with_words(document, where)
        for child in list(paragraph):
            if child.tag == qn("w:r"):
                gone = tracked("del", [deepcopy(child)], author)
                paragraph.replace(child, gone)
        mark(paragraph, "del", author)

    return change


def tracked_added(where: str, words: str, author: str = AUTHOR) -> Callable[[Any], None]:
    """A whole paragraph inserted, tracked."""

    def change(document: Any) -> None:
        place = with_words(document, where)
        paragraph = new_paragraph("", place)
        for run in list(paragraph.iter(qn("w:r"))):
            paragraph.remove(run)
        paragraph.append(tracked("ins", [typed(words)], author))
        mark(paragraph, "ins", author)
        place.addnext(paragraph)

    return change


def split(where: str, at: str) -> Callable[[Any], None]:
    """A paragraph split before words."""

    def change(document: Any) -> None:
        paragraph = with_words(document, where)
        run = run_with(paragraph, at)
        before, after = run_text(run).split(at, 1)
        second = new_paragraph(at + after, paragraph)
        following = list(run.itersiblings())
        for child in following:
            if child.tag not in (qn("w:bookmarkEnd"), qn("w:bookmarkStart")):
                second.append(child)
        run.find(qn("w:t")).text = before
        paragraph.addnext(second)

    return change


def joined(first: str, second: str) -> Callable[[Any], None]:
    """Two paragraphs made one."""

    def change(document: Any) -> None:
        one, other = with_words(document, first), with_words(document, second)
        one.append(typed(" "))
        for child in list(other):
            if child.tag in (qn("w:r"), qn("w:sdt"), qn("w:hyperlink")):
                one.append(child)
        other.getparent().remove(other)

    return change


def moved(where: str, after: str) -> Callable[[Any], None]:
    """A paragraph cut and pasted elsewhere."""

    def change(document: Any) -> None:
        paragraph, place = with_words(document, where), with_words(document, after)
        place.addnext(paragraph)

    return change


def looking(where: str, words: str, name: str, value: str = "") -> Callable[[Any], None]:
    """Words that get a look: bold, italic, underlined, marked."""

    def change(document: Any) -> None:
        paragraph = with_words(document, where)
        run = run_with(paragraph, words)
        before, after = run_text(run).split(words, 1)
        middle = typed(words, run)
        about = middle.find(qn("w:rPr"))
        if about is None:
            about = OxmlElement("w:rPr")
            middle.insert(0, about)
        look = OxmlElement(f"w:{name}")
        if value:
            look.set(qn("w:val"), value)
        about.append(look)
        for part in (typed(before, run), middle, typed(after, run)):
            run.addprevious(part)
        run.getparent().remove(run)

    return change


def plain(where: str, words: str) -> Callable[[Any], None]:
    """Words that lose their looks."""

    def change(document: Any) -> None:
        run = run_with(with_words(document, where), words)
        about = run.find(qn("w:rPr"))
        if about is not None:
            run.remove(about)

    return change


def control_of(document: Any, shown: str, where: str) -> Any:
    """The locked control that shows a figure in a paragraph."""
    return next(
        sdt for sdt in with_words(document, where).iter(qn("w:sdt")) if text_of(sdt) == shown
    )


def number_changed(shown: str, new: str, where: str) -> Callable[[Any], None]:
    """A figure typed over, within its control."""

    def change(document: Any) -> None:
        next(control_of(document, shown, where).iter(qn("w:t"))).text = new

    return change


def control_removed(shown: str, where: str, *, words: str = "") -> Callable[[Any], None]:
    """A control taken out: with its figure, or leaving words as typed text."""

    def change(document: Any) -> None:
        control = control_of(document, shown, where)
        if words:
            control.addprevious(typed(words))
        control.getparent().remove(control)

    return change


def commented(where: str, words: str, text: str, author: str = AUTHOR) -> Callable[[Any], None]:
    """A comment on words."""

    def change(document: Any) -> None:
        from docx.text.run import Run

        run = run_with(with_words(document, where), words)
        made = Run(run, document)
        document.add_comment(made, text=text, author=author, initials="L")

    return change


def together(*changes: Callable[[Any], None]) -> Callable[[Any], None]:
    """Several changes, one after the other."""

    def change(document: Any) -> None:
        for one in changes:
            one(document)

    return change


def without_controls(document: Any) -> None:
    """Every control opened up: what some web offices leave."""
    for sdt in list(document.element.body.iter(qn("w:sdt"))):
        inside = sdt.find(qn("w:sdtContent"))
        for child in list(inside):
            sdt.addprevious(child)
        sdt.getparent().remove(sdt)


def without_bookmarks(document: Any) -> None:
    """Every bookmark gone."""
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        for one in list(document.element.body.iter(qn(name))):
            one.getparent().remove(one)


def without_styles(document: Any) -> None:
    """Every paragraph in the plain style."""
    for paragraph in paragraphs(document):
        about = paragraph.find(qn("w:pPr"))
        if about is not None:
            paragraph.remove(about)


def without_base(document: Any) -> None:
    """The part with the source gone."""
    from docx.opc.constants import RELATIONSHIP_TYPE as RT

    rels = document.part.rels
    for key in [r.rId for r in rels.values() if r.reltype == RT.CUSTOM_XML]:
        del rels[key]
