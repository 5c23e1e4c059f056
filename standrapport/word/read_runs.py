# SPDX-License-Identifier: EUPL-1.2
"""The words of a paragraph of a .docx, sign by sign, with who changed what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from ..core.frozen import dataclass
from .received import Sign
from .styles import COLOURS
from .units import NOTE
from .xml import W

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF: set[str] = {"0", "false", "off", "none"}
_LOOKS = {"b": "strong", "i": "em", "u": "underlined", "strike": "struck", "dstrike": "struck"}
_LOOKS |= {"highlight": "marked", "color": "coloured", "vertAlign": "raised", "vanish": "hidden"}
_LOOKS |= {"caps": "capitals", "smallCaps": "capitals"}
_OFF |= {"auto", "baseline", *COLOURS}  # LibreOffice writes what a style says beside the words
_OF_LINKS = {"underlined", "coloured"}
_SIGNS = {"tab": " ", "br": "\v", "cr": "\v", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_UNSEEN = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
_ODD = {"sym": "symbol", "object": "object", "ptab": "tab"}  # what has no words of its own
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_FIELD_LINK = re.compile(r"HYPERLINK\s+\"([^\"]+)\"")


@dataclass
class Found:
    """What a paragraph holds."""

    signs: list[Sign] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # number, and who took it out
    boxes: list[Any] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)  # what is no words: page, formula, symbol, object
    drawings: int = 0


@dataclass
class Runs:
    """Reads paragraphs; `commented` gathers the signs each comment is about.

    `own` are signs nobody sees that the texts themselves have; others are left out.
    """

    links: Mapping[str, str]
    styles: Mapping[str, str]
    own: frozenset[str] = frozenset()
    note_marks: bool = True  # whether the mark of a footnote is a sign of the text
    commented: dict[str, list[Sign]] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    controls: int = 0
    fields: list[list[str]] = field(default_factory=list)  # of each open field: its words, 'shown'

    def of(self, paragraph: Any, by: str = "") -> Found:
        """The words of a paragraph; `by` is who added it whole."""
        found = Found()
        self._within(paragraph, Sign("", inserted=by), found)
        return found

    def _within(self, parent: Any, like: Sign, found: Found) -> None:
        for element in parent:
            if not isinstance(element.tag, str) or element.tag == _FALLBACK:
                continue
            if element.tag == _MATH:
                found.odd.append("formula")
                continue
            name = element.tag.removeprefix(f"{{{W}}}")
            author = str(element.get(f"{{{W}}}author") or "onbekend")
            if name == "r":
                self._run(element, like, found)
            elif name in ("ins", "moveTo"):
                self._within(element, like._replace(inserted=author), found)
            elif name in ("del", "moveFrom"):
                self._within(element, like._replace(deleted=author), found)
            elif name == "hyperlink":
                address = self.links.get(str(element.get(f"{_R}id") or ""), "")
                self._within(element, like._replace(link=address), found)
            elif name == "sdt":
                self._control(element, like, found)
            elif name in ("commentRangeStart", "commentRangeEnd"):
                self._comment(element, ended=name.endswith("End"))
            elif name not in ("pPr", "rPr", "bookmarkStart", "bookmarkEnd"):
                self._within(element, like, found)

    def _comment(self, element: Any, *, ended: bool) -> None:
        number = str(element.get(f"{{{W}}}id"))
        if ended:
            self.open.discard(number)
        else:
            self.open.add(number)
            self.commented.setdefault(number, [])

    def _control(self, element: Any, like: Sign, found: Found) -> None:
        self.controls += 1
        tag = element.find(f"{{{W}}}sdtPr/{{{W}}}tag")
        name = "" if tag is None else str(tag.get(f"{{{W}}}val") or "")
        alias = element.find(f"{{{W}}}sdtPr/{{{W}}}alias")
        if not name and alias is not None:
            name = str(alias.get(f"{{{W}}}val") or "")
        inside = element.find(f"{{{W}}}sdtContent")
        if inside is not None:
            self._within(inside, like._replace(control=self.controls, tag=name), found)

    def _run(self, run: Any, like: Sign, found: Found) -> None:
        about = run.find(f"{{{W}}}rPr")
        style = None if about is None else about.find(f"{{{W}}}rStyle")
        if style is not None and self._style(style) == "footnote reference":
            for one in run.iter(f"{{{W}}}footnoteReference"):
                self._note(str(one.get(f"{{{W}}}id")), like, found)
            return  # a comma between two marks is no word of the text
        changed = None if about is None else about.find(f"{{{W}}}rPrChange")
        author = "" if changed is None else str(changed.get(f"{{{W}}}author") or "onbekend")
        like = like._replace(looks=self._looks(about, like), relooked=author)
        for element in run:
            self._of_run(element, like, found)

    def _of_run(self, element: Any, like: Sign, found: Found) -> None:
        """One element of a run: words, a sign, a mark, or what has no words."""
        name = element.tag.removeprefix(f"{{{W}}}") if isinstance(element.tag, str) else ""
        if name in ("t", "delText"):
            self._add(element.text or "", like, found)
        elif name == "br" and str(element.get(f"{{{W}}}type") or "") in ("page", "column"):
            found.odd.append("page")
        elif name in _SIGNS:
            self._add(_SIGNS[name], like, found)
        elif name in _ODD:
            found.odd.append(_ODD[name])
        elif name in ("fldChar", "instrText"):
            self._field(element)
        elif name in ("footnoteReference", "commentReference"):
            self._reference(name, str(element.get(f"{{{W}}}id")), like, found)
        elif name not in ("rPr", "footnoteRef", "annotationRef"):
            self._drawing(element, found)

    def _note(self, number: str, like: Sign, found: Found) -> None:
        """The mark of a footnote, known by its number; it looks like nothing else."""
        found.notes.append((number, like.deleted))
        if self.note_marks:
            bare = Sign(NOTE, tag=number, inserted=like.inserted, deleted=like.deleted)
            found.signs.append(bare)

    def _reference(self, name: str, number: str, like: Sign, found: Found) -> None:
        """A mark of a footnote, or of a comment: without words before it, about this place."""
        if name == "footnoteReference":
            self._note(number, like, found)
            return
        here = self.commented.setdefault(number, [])
        if not here and found.signs:
            here.append(found.signs[-1])

    def _drawing(self, element: Any, found: Found) -> None:
        if element.tag in (f"{{{W}}}drawing", f"{{{W}}}pict"):
            found.drawings += 1
        for box in element.iter(f"{{{W}}}txbxContent"):
            if not any(one.tag == _FALLBACK for one in box.iterancestors()):
                found.boxes.append(box)

    def _field(self, element: Any) -> None:
        kind = str(element.get(f"{{{W}}}fldCharType") or "")
        if kind == "begin":
            self.fields.append(["", ""])
        elif kind == "end" and self.fields:
            self.fields.pop()
        elif kind == "separate" and self.fields:
            self.fields[-1][1] = "shown"
        elif not kind and self.fields:
            self.fields[-1][0] += element.text or ""

    def _looks(self, about: Any, like: Sign) -> frozenset[str]:
        looks = set()
        for element in about if about is not None else ():
            name = element.tag.removeprefix(f"{{{W}}}") if isinstance(element.tag, str) else ""
            value = str(element.get(f"{{{W}}}val") or "")
            if name in _LOOKS and value not in _OFF:
                looks.add(_LOOKS[name])
            elif name == "rStyle":
                style = self._style(element)
                looks |= {"strong"} if style in ("strong", "zwaar") else set()
                looks |= {"em"} if style in ("emphasis", "nadruk") else set()
                looks |= {"code"} if "code" in style else set()
                if "hyperlink" in style or "internet" in style:
                    looks -= _OF_LINKS
        if like.link or self._link():
            looks -= _OF_LINKS
        return frozenset(looks)

    def _style(self, element: Any) -> str:
        value = str(element.get(f"{{{W}}}val") or "")
        return self.styles.get(value, value).lower()

    def _link(self) -> str:
        for words, shown in reversed(self.fields):
            if shown and (match := _FIELD_LINK.search(words)):
                return match[1]
        return ""

    def _add(self, words: str, like: Sign, found: Found) -> None:
        if self.fields and not self.fields[-1][1]:
            return
        link = like.link or self._link()
        for unseen in _UNSEEN:
            if unseen not in self.own:
                words = words.replace(unseen, "")
        if "\N{NON-BREAKING HYPHEN}" not in self.own:
            words = words.replace("\N{NON-BREAKING HYPHEN}", "-")
        rest = (*like[1:2], link, *like[3:])
        signs = [Sign("\v" if sign == "\n" else sign, *rest) for sign in words]
        found.signs += signs
        for number in self.open:
            self.commented[number] += signs
