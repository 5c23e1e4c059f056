# SPDX-License-Identifier: EUPL-1.2
"""The Word document of an edition: the page for print laid out, and put in a package whose bytes
depend on nothing but figures and texts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from ..core.frozen import dataclass
from ..core.model import Edition, Remark, has_errors
from ..core.notation import format_datum, moment_of
from ..pipeline.build import theme_of
from ..pipeline.checked import Checked, report_input
from ..project.places import UsageProblem, templates_of
from ..report.render import printed_page
from .base import Base
from .comments import put_comments
from .layout import PageLayout
from .marked_ink import MarkedInk
from .paint import picture_of
from .styles import numbering_xml, section_xml, styles_xml
from .xml import NAMESPACES, W, bookmark, control, escaped, paragraph, run

_ONLY_IN_PDF = re.compile(r'\s*<span class="in-pdf">.*?</span>')
_DRAWING = re.compile(
    r'<svg\b.*?</svg>|<img class="beeld"[^>]*>|<div class="sierbeeld"[^>]*></div>', re.DOTALL
)
_MOMENT = (1980, 1, 1, 0, 0, 0)  # of every file in the package: the same input gives the same bytes


@dataclass(frozen=True)
class WordDocument:
    """A document, and whether it is marked as a draft."""

    content: bytes
    base: Base
    draft: bool


class Laid:
    """An edition laid out for Word, before it is put in a package."""

    def __init__(self, checked: Checked, drawn: Any, linked: Any) -> None:
        if checked.edition is None:
            raise UsageProblem(
                f"content/{checked.year}/rapport.yaml is niet te lezen; zie standrapport check"
                f" {checked.year}."
            )
        self.checked = checked
        self.edition: Edition = checked.edition
        self.draft = self.edition.status == "concept" or has_errors(checked.findings)
        report = report_input(checked, self.edition, concept=self.draft)
        # Who reads along in Word is not asked to mend anything; what is accepted is told as that.
        accepted = tuple(one for one in report.findings if one.accepted and one.rules)
        report = replace(report, findings=accepted)
        self.ink = MarkedInk(report, checked.worked)
        html = printed_page(self.ink, templates_of(checked.project), theme_of(checked))
        drawings: list[str] = []

        def taken(match: re.Match[str]) -> str:
            drawings.append(match[0])
            return f'<img data-plaat="{len(drawings) - 1}">'

        from lxml import html as lxml_html

        body = _ONLY_IN_PDF.sub("", _DRAWING.sub(taken, html[html.index("<body") :]))
        self.layout = PageLayout(
            self.edition.year, self.ink.texts, self._names(), drawings, drawn, linked
        )
        self.body = self.layout.body(lxml_html.document_fromstring(body).find("body"))

    def _names(self) -> Mapping[str, tuple[str, str, str]]:
        """The address of every block in the page."""
        names = {"omslag": ("rapport", "", "omslag")}
        for chapter in self.edition.chapters:
            names[f"h-{chapter.name}"] = (chapter.name, "", "hoofdstuk")
            for block in chapter.blocks:
                names[f"b-{chapter.name}-{block.id}"] = (chapter.name, block.id, block.kind)
        return names

    @cached_property
    def base(self) -> Base:
        """What the document is made from."""
        layout = self.layout
        return Base(
            self.edition.year,
            tuple(layout.blocks),
            tuple(self.ink.texts),
            tuple(layout.paragraphs),
            {str(number): one.number for number, one in enumerate(self.remarks)},
            loose=tuple(filter(None, (self.heading, self.stamp, self.date))),
            pictures=layout.numbers.last.get("picture", 0),
            notes=True,
        )

    @cached_property
    def remarks(self) -> Sequence[Remark]:
        """The open remarks, those of a block that is there: they become comments, numbered so."""
        there = {one.name for one in self.layout.blocks}
        return [one for one in self.edition.remarks if one.open and one.block in there]

    @property
    def heading(self) -> str:
        """What stands above every page, before the stamp."""
        return f"{self.ink.words(self.edition.title)} \N{EN DASH} {self.edition.organisation}"

    @property
    def stamp(self) -> str:
        """What it is: a draft or not."""
        return "CONCEPT: niet vastgesteld" if self.draft else "Definitief"

    @property
    def date(self) -> str:
        """What stands below every page, before its number."""
        on = self.edition.reference_date
        return f"Peildatum {format_datum(on)}" if on else ""


def base_of(checked: Checked) -> Base:
    """What a document made now would be made from; no picture is painted for it."""
    return Laid(checked, lambda _: ("", 1.0, 1.0), lambda _: "").base


def word_document(checked: Checked) -> WordDocument:
    """The report as .docx. Raises UsageProblem when rapport.yaml cannot be read."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from docx.oxml import parse_xml

    document = docx.Document()
    part = document.part
    templates = templates_of(checked.project)

    def drawn(drawing: str) -> tuple[str, float, float]:
        content, width, height = picture_of(drawing, templates)
        relation, _ = part.get_or_add_image(io.BytesIO(content))
        return relation, width, height

    def linked(address: str) -> str:
        return str(part.relate_to(address, RT.HYPERLINK, is_external=True))

    laid = Laid(checked, drawn, linked)
    package = _Package(document, laid)
    package.put_parts()
    body = parse_xml(f"<w:body {NAMESPACES}>{package.body()}{package.section()}</w:body>")
    part.element.replace(part.element.body, body)
    put_comments(document, laid.remarks, laid.base)
    package.properties()
    stream = io.BytesIO()
    document.save(stream)
    return WordDocument(same_bytes(stream.getvalue()), laid.base, laid.draft)


class _Package:
    """The parts around the text: styles, lists, notes, header, and the base."""

    def __init__(self, document: Any, laid: Laid) -> None:
        self.document, self.laid = document, laid
        self.part = document.part

    def put_parts(self) -> None:
        """Every part that does not depend on the others."""
        from docx.opc.constants import RELATIONSHIP_TYPE as RT
        from docx.oxml import parse_xml

        self.part.part_related_by(RT.STYLES)._element = parse_xml(styles_xml())  # noqa: SLF001
        numbering = numbering_xml(self.laid.layout.ordered)
        self.part.numbering_part._element = parse_xml(numbering)  # noqa: SLF001
        if self.laid.layout.footnotes:
            self._put_footnotes()
        item = self._raw("/customXml/item1.xml", "application/xml", self.laid.base.as_xml())
        props = self._raw(
            "/customXml/itemProps1.xml",
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
            _ITEM_PROPERTIES.encode(),
        )
        without_leftovers(self.part)
        self.part.relate_to(item, RT.CUSTOM_XML)
        item.relate_to(props, RT.CUSTOM_XML_PROPS)

    def _raw(self, name: str, kind: str, content: bytes) -> Any:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        return Part(PackURI(name), kind, content, self.part.package)

    def _add(self, name: str, kind: str, content: str, links: Sequence[str] = ()) -> str:
        """A part of WordprocessingML, related to the document, with links of its own."""
        from docx.opc.constants import RELATIONSHIP_TYPE as RT

        type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        part = self._raw(name, type_, content.encode())
        for address in links:
            part.relate_to(address, RT.HYPERLINK, is_external=True)
        return str(self.part.relate_to(part, getattr(RT, kind.upper())))

    def _put_footnotes(self) -> None:
        """The footnotes, and in the settings what stands between them and the text."""
        layout = self.laid.layout
        self._add(
            "/word/footnotes.xml", "footnotes", _footnotes(layout.footnotes), layout.note_links
        )
        compat = self.document.settings.element.find(f"{{{W}}}compat")
        between = compat.makeelement(f"{{{W}}}footnotePr", {})
        for number in (-1, 0):
            between.append(between.makeelement(f"{{{W}}}footnote", {f"{{{W}}}id": str(number)}))
        compat.addprevious(between)

    def body(self) -> str:
        """The contents after the front page, then everything else."""
        blocks = self.laid.layout.blocks
        chapters = [one for one in blocks if one.kind in ("hoofdstuk", "bijlage")]
        entries = []
        for one in chapters:
            words = next(
                (
                    paragraph_.words
                    for paragraph_ in self.laid.layout.paragraphs
                    if blocks[paragraph_.block] is one
                ),
                one.chapter,
            )
            entries.append((one.bookmark, words))
        body = self.laid.body
        front = _end_of_control(body)
        return body[:front] + _contents(entries, self.laid.layout.numbers) + body[front:]

    def section(self) -> str:
        """The header with the stamp, and the footer with the page."""
        tab = '<w:tabs><w:tab w:val="right" w:pos="9500"/></w:tabs>'
        bold = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escaped(self.laid.stamp)}</w:t></w:r>"
        head = paragraph(run(self.laid.heading) + "<w:r><w:tab/></w:r>" + bold, "Header", tab)
        page = "".join(
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
            + (
                '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
                if n == 0
                else ""
            )
            + (run("1") if n == 1 else "")
            for n, kind in enumerate(("begin", "separate", "end"))
        )
        foot = paragraph(run(self.laid.date) + "<w:r><w:tab/></w:r>" + page, "Footer", tab)
        header = self._add("/word/header1.xml", "header", f"<w:hdr {NAMESPACES}>{head}</w:hdr>")
        footer = self._add("/word/footer1.xml", "footer", f"<w:ftr {NAMESPACES}>{foot}</w:ftr>")
        return section_xml(header, footer)

    def properties(self) -> None:
        """Title, maker, language and date, for who lists documents and for screen readers."""
        edition, about = self.laid.edition, self.document.core_properties
        about.title = self.laid.ink.words(edition.title) + (" (concept)" if self.laid.draft else "")
        about.author = about.last_modified_by = edition.organisation
        about.language = "nl-NL"
        about.subject = f"Verslagjaar {edition.year}"
        about.comments = ""
        about.keywords = ""
        about.revision = 1
        moment = moment_of(edition.date).replace(tzinfo=None)
        about.created = about.modified = moment


def without_leftovers(part: Any) -> None:
    """Take off what the empty document that python-docx begins with has besides."""
    from docx.opc.constants import RELATIONSHIP_TYPE as RT

    for relation in list(part.rels.values()):
        if relation.reltype == RT.CUSTOM_XML or "stylesWithEffects" in relation.reltype:
            del part.rels[relation.rId]


_ITEM_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem'
    ' ds:itemID="{5B0A7C52-6E53-4C0B-9F7B-2B1F3A4D5E60}"'
    ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
    '<ds:schemaRef ds:uri="urn:standrapport:word:1"/></ds:schemaRefs></ds:datastoreItem>'
)


def _footnotes(notes: Sequence[str]) -> str:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{sign}/></w:r></w:p>'
        "</w:footnote>"
        for kind, number, sign in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:footnotes {NAMESPACES}>{lines}{''.join(notes)}</w:footnotes>"
    )


def _contents(entries: Sequence[tuple[str, str]], numbers: Any) -> str:
    """The contents, every entry a link to its chapter; Word can make it anew."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        ' TOC \\o "1-1" \\n \\h \\z </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = []
    for number, (mark, words) in enumerate(entries):
        link = f'<w:hyperlink w:anchor="{mark}">{run(words)}</w:hyperlink>'
        inside = (begin if number == 0 else "") + link + (end if number == len(entries) - 1 else "")
        lines.append(paragraph(inside, "TOC1"))
    start, close = bookmark(numbers.next("bookmark"), "sr_inhoud")
    head = paragraph(f"{start}{run('Inhoud')}{close}", "TOCHeading", "<w:pageBreakBefore/>")
    return control(numbers.next("control"), "inhoud", head + "".join(lines), alias="Inhoud")


def _end_of_control(body: str) -> int:
    """Where the first control of a body ends, those within it counted."""
    depth = 0
    for match in re.finditer(r"<w:sdt>|</w:sdt>", body):
        depth += 1 if match[0] == "<w:sdt>" else -1
        if depth == 0:
            return match.end()
    return 0


def same_bytes(content: bytes) -> bytes:
    """The package with every file dated alike, in the order of their names."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new,
    ):
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            about = zipfile.ZipInfo(name, _MOMENT)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            new.writestr(about, old.read(name))
    return stream.getvalue()


def default_path(project: Path, checked: Checked, out: Path | None) -> Path:
    """Where the document goes when nothing else was asked for."""
    name = checked.edition.file_name if checked.edition else str(checked.year)
    return out if out is not None else project / "out" / str(checked.year) / f"{name}.docx"
