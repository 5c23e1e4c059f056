# SPDX-License-Identifier: EUPL-1.2
"""Reading a .docx as saved by Word, LibreOffice or an office on the web."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..project.places import UsageProblem
from .base import NAMESPACE, Base, base_of_json
from .comments import comments_of
from .read_runs import Runs
from .received import ReceivedComment, ReceivedDocument, ReceivedParagraph, readable
from .xml import W

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre)\s*(\d)", re.IGNORECASE)
_LIST = re.compile(r"(?:list|lijst)\s*(bullet|number|opsom\w*|nummer\w*)\D*(\d?)", re.IGNORECASE)


def name_of(element: Any) -> str:
    """The local name of an element of WordprocessingML, else its whole name."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return str(tag.removeprefix(f"{{{W}}}"))


def attribute_of(element: Any, name: str) -> str:
    """An attribute of WordprocessingML, '' when it is not there."""
    return "" if element is None else str(element.get(f"{{{W}}}{name}") or "")


def child_of(element: Any, name: str) -> Any:
    """The first child of a name, or None."""
    return None if element is None else element.find(f"{{{W}}}{name}")


def read_document(path: Path) -> ReceivedDocument:
    """The document. Raises UsageProblem when it is none."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    readable(path)
    try:
        document = docx.Document(str(path))
        reading = _Reading(document)
        reading.walk(document.element.body)
    except FileNotFoundError as problem:
        raise UsageProblem(f"Het bestand {path} bestaat niet.") from problem
    except (
        OSError,
        ValueError,
        KeyError,
        AttributeError,  # python-docx, of a part that is not what its name says
        RuntimeError,
        RecursionError,
        zipfile.BadZipFile,
        zlib.error,
        etree.XMLSyntaxError,
        OpcError,
    ) as problem:
        raise UsageProblem(
            f"{path.name} is niet te lezen als Word-document; sla het opnieuw op als .docx."
        ) from problem
    return reading.document()


def _kept_base(document: Any) -> Base | None:
    """What the document was made from, when it still holds that."""
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from lxml import etree

    for relation in document.part.rels.values():
        if relation.reltype != RT.CUSTOM_XML or relation.is_external:
            continue
        content = relation.target_part.blob
        if NAMESPACE.encode() not in content:
            continue
        try:
            parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
            return base_of_json(etree.fromstring(content, parser).text or "")
        except (ValueError, KeyError, TypeError, etree.XMLSyntaxError):
            return None
    return None


class _Reading:
    """Walks a document from top to bottom."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.base = _kept_base(file)
        self.styles = _style_names(file)
        self.ordered = _numbered_lists(file)
        self.notes, self.note_links = _notes(file)
        self.paragraphs: list[ReceivedParagraph] = []
        self.runs = Runs(
            _links(file.part),
            self.styles,
            frozenset(
                sign for one in (self.base.paragraphs if self.base else ()) for sign in one.words
            ),
            self.base is None or self.base.notes,
        )
        blocks = self.base.blocks if self.base else ()
        self.by_bookmark = {one.bookmark: number for number, one in enumerate(blocks)}
        self.by_name = {one.name[:64]: number for number, one in enumerate(blocks)}
        ids = [one.id for one in blocks]
        self.by_id = {
            one.id[:64]: n for n, one in enumerate(blocks) if one.id and ids.count(one.id) == 1
        }
        self.marked: dict[str, int] = {}  # bookmarks that are open
        self.begun: int | None = None  # the block whose bookmark began last

    def document(self) -> ReceivedDocument:
        """Everything read."""
        return ReceivedDocument(
            tuple(self.paragraphs),
            tuple(self._comments()),
            self.base,
            str(self.file.core_properties.last_modified_by or ""),
            tuple(_loose(self.file)),
        )

    def walk(self, parent: Any, block: int | None = None, cell: bool = False, by: str = "") -> None:  # noqa: FBT002
        """Everything in an element, in order; `by` is who added the row it stands in."""
        for element in parent:
            name = name_of(element)
            if name == "p":
                self._paragraph(element, block, cell=cell, by=by)
            elif name == "tbl":
                for row in element.iter(f"{{{W}}}tr"):
                    added = child_of(child_of(row, "trPr"), "ins")
                    author = attribute_of(added, "author") if added is not None else by
                    for one in row.findall(f".//{{{W}}}tc"):
                        if _own_row(one) is row:
                            self.walk(one, block, cell=True, by=author)
            elif name == "sdt":
                self._control(element, block, cell=cell, by=by)
            elif name in ("bookmarkStart", "bookmarkEnd"):
                self._bookmark(element)
            elif name in ("customXml", "smartTag", "ins", "moveTo", "sdtContent"):
                self.walk(element, block, cell=cell, by=by or attribute_of(element, "author"))

    def _control(self, element: Any, block: int | None, *, cell: bool, by: str) -> None:
        about = child_of(element, "sdtPr")
        tag, alias = (
            attribute_of(one, "val") if (one := child_of(about, name)) is not None else ""
            for name in ("tag", "alias")
        )
        if tag == "inhoud" or alias == "Inhoud":
            return
        own = self.by_name.get(alias, self.by_id.get(tag))
        inside = child_of(element, "sdtContent")
        if inside is not None:
            self.walk(inside, block if own is None else own, cell=cell, by=by)

    def _bookmark(self, element: Any) -> None:
        if name_of(element) == "bookmarkStart":
            number = self.by_bookmark.get(attribute_of(element, "name"))
            if number is not None:
                self.marked[attribute_of(element, "id")] = number
        else:
            self.marked.pop(attribute_of(element, "id"), None)

    def _paragraph(self, element: Any, block: int | None, *, cell: bool, by: str) -> None:
        about = child_of(element, "pPr")
        style_id = attribute_of(child_of(about, "pStyle"), "val")
        style = self.styles.get(style_id, style_id)
        before = dict(self.marked)
        for one in element.iter(f"{{{W}}}bookmarkStart"):
            self._bookmark(one)
        fresh = [number for key, number in self.marked.items() if key not in before]
        block = self._block(block, next(iter(fresh), None), list(before.values()))
        for one in element.iter(f"{{{W}}}bookmarkEnd"):
            self._bookmark(one)
        if style.lower().startswith(("toc ", "inhopg", "contents", "inhoud")):
            return
        paragraph = ReceivedParagraph(block=block, cell=cell)
        paragraph.kind, paragraph.level, paragraph.ordered = self._kind(about, style)
        marks = child_of(about, "rPr")
        paragraph.mark_inserted = _author(marks, ("ins", "moveTo")) or by
        paragraph.mark_deleted = _author(marks, ("del", "moveFrom"))
        changed = child_of(about, "pPrChange")
        paragraph.restyled = "" if changed is None else attribute_of(changed, "author")
        found = self.runs.of(element, by)
        paragraph.signs, paragraph.drawings = found.signs, found.drawings
        paragraph.odd = found.odd
        self.paragraphs.append(paragraph)
        for number, gone in found.notes:
            self._footnote(number, gone, block, cell=cell)
        for box in found.boxes:
            self.walk(box, block, cell=cell, by=by)

    def _footnote(self, number: str, gone: str, block: int | None, *, cell: bool) -> None:
        """The paragraphs of a footnote; without its mark nobody reads it: `gone` took it out."""
        links, self.runs.links = self.runs.links, self.note_links
        for place, element in enumerate(self.notes.get(number, ())):
            self._paragraph(element, block, cell=cell, by="")
            one = self.paragraphs[-1]
            one.note = "" if place else number
            if gone:
                one.signs = [sign._replace(deleted=sign.deleted or gone) for sign in one.signs]
        self.runs.links = links

    def _block(self, control: int | None, fresh: int | None, before: list[int]) -> int | None:
        """The block of a paragraph: what begins here decides, else what is still open.

        LibreOffice lets a control run on over tables that follow, and ends bookmarks before them:
        then the bookmark that began last decides.
        """
        if fresh is not None:
            self.begun = fresh
            return fresh
        if before:
            return before[-1]
        if control is None or (self.begun is not None and control < self.begun):
            return self.begun
        return control

    def _kind(self, about: Any, style: str) -> tuple[str, int, bool]:
        if heading := _HEADING.match(style):
            return "h", int(heading[1]), False
        numbers = child_of(about, "numPr")
        listed = _LIST.search(style)
        if numbers is not None or listed:
            number, depth = (
                attribute_of(one, "val") if (one := child_of(numbers, name)) is not None else ""
                for name in ("numId", "ilvl")
            )
            if number == "0" and not listed:
                return "p", 0, False
            written = listed[2] if listed else ""
            level = int(depth) + 1 if depth.isdigit() else int(written) if written else 1
            by_style = bool(listed and listed[1].lower().startswith("n"))
            return "li", level, self.ordered.get(number, by_style) if number else by_style
        if "quote" in style.lower() or "citaat" in style.lower():
            return "quote", 0, False
        return "p", 0, False

    def _comments(self) -> Iterator[ReceivedComment]:
        for comment, at in comments_of(self.file, self.runs.commented):
            index = next(
                (n for n, one in enumerate(self.paragraphs) if any(s is at for s in one.signs)),
                None,
            )
            where = None if index is None else self.paragraphs[index].block
            yield replace(comment, block=where)


def _own_row(cell: Any) -> Any:
    parent = cell.getparent()
    while parent is not None and name_of(parent) != "tr":
        parent = parent.getparent()
    return parent


def _author(marks: Any, names: tuple[str, ...]) -> str:
    for name in names:
        found = child_of(marks, name)
        if found is not None:
            return attribute_of(found, "author") or "onbekend"
    return ""


def _style_names(file: Any) -> Mapping[str, str]:
    """Every style by its id: the name people see."""
    names = {}
    for style in file.styles.element.iter(f"{{{W}}}style"):
        name = child_of(style, "name")
        names[attribute_of(style, "styleId")] = "" if name is None else attribute_of(name, "val")
    return names


def _numbered_lists(file: Any) -> Mapping[str, bool]:
    """Every list by its number: whether it counts."""
    from docx.opc.constants import RELATIONSHIP_TYPE as RT

    try:
        root = file.part.part_related_by(RT.NUMBERING).element
    except KeyError:
        return {}
    kinds = {}
    for one in root.iter(f"{{{W}}}abstractNum"):
        form = one.find(f".//{{{W}}}numFmt")
        counts = form is not None and attribute_of(form, "val") not in ("bullet", "none")
        kinds[attribute_of(one, "abstractNumId")] = counts
    return {
        attribute_of(one, "numId"): kinds.get(
            attribute_of(child_of(one, "abstractNumId"), "val"), False
        )
        for one in root.iter(f"{{{W}}}num")
    }


def _links(part: Any) -> Mapping[str, str]:
    """The web addresses of a part by the names of their relations."""
    return {one.rId: str(one.target_ref) for one in part.rels.values() if one.is_external}


def _notes(file: Any) -> tuple[Mapping[str, list[Any]], Mapping[str, str]]:
    """The paragraphs of every footnote by its number, and the links in them."""
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from lxml import etree

    try:
        part = file.part.part_related_by(RT.FOOTNOTES)
    except KeyError:
        return {}, {}
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    notes = {
        attribute_of(note, "id"): list(note.iter(f"{{{W}}}p"))
        for note in root.iter(f"{{{W}}}footnote")
        if attribute_of(note, "type") in ("", "normal")
    }
    return notes, _links(part)


def _loose(file: Any) -> Iterator[str]:
    for section in file.sections:
        for part in (section.header, section.footer):
            for paragraph in part.paragraphs:
                if paragraph.text.strip():
                    yield " ".join(paragraph.text.split())
