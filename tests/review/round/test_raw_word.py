# SPDX-License-Identifier: EUPL-1.2
"""The XML that Word itself writes, and files that are no document: right, or one clear sentence."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import pytest
from click.testing import CliRunner

from standrapport.cli import main

from . import edits as e
from .conftest import YEAR, Reviewed

OPMAAK = "proef/opmaak"
WORDS = "De werkplaats is elke dag open. Iedereen kan er terecht met een kapotte fiets."
ABOUT = 'w:id="901" w:author="J. Lezer" w:date="2025-02-01T10:00:00Z"'
OTHER = 'w:id="902" w:author="B. Twee" w:date="2025-02-02T10:00:00Z"'
CONTENT = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def r(words: str, about: str = "", *, gone: bool = False) -> str:
    """A run."""
    name = "delText" if gone else "t"
    inside = f"<w:rPr>{about}</w:rPr>" if about else ""
    return (
        f'<w:r w:rsidR="00A1B2C3">{inside}<w:{name} xml:space="preserve">{words}</w:{name}></w:r>'
    )


def parts(change: Callable[[dict[str, bytes]], None]) -> Callable[[bytes], bytes]:
    """A package with its parts changed."""

    def changed(content: bytes) -> bytes:
        with zipfile.ZipFile(BytesIO(content)) as package:
            found = {name: package.read(name) for name in package.namelist()}
        change(found)
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in found.items():
                package.writestr(name, part)
        return stream.getvalue()

    return changed


def written(xml: str) -> Callable[[bytes], bytes]:
    """The runs of the paragraph with WORDS written otherwise."""

    def change(found: dict[str, bytes]) -> None:
        text = found["word/document.xml"].decode()
        run = re.search(rf"<w:r>(?:(?!</w:r>).)*{re.escape(WORDS)}</w:t></w:r>", text)
        assert run is not None
        found["word/document.xml"] = text.replace(run[0], xml).encode()

    return parts(change)


OPEN, REST = "De werkplaats is elke dag open. ", "Iedereen kan er terecht met een kapotte fiets."
START, STOP = "De werkplaats is ", " dag open. Iedereen kan er terecht met een kapotte fiets."
LANGUAGE = '<w:lang w:val="nl-NL"/>'
CHOICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps">{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>'
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {0} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{1}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CONTROL = "<w:sdt><w:sdtPr><w:id w:val='{1}'/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>"
UNCHANGED: Mapping[str, str] = {
    "cut up by rsid": r("De werk") + r("plaats is el") + r("ke dag open. ") + r(REST),
    "checked for spelling": r(START)
    + '<w:proofErr w:type="spellStart"/>'
    + r("elke", LANGUAGE)
    + '<w:proofErr w:type="spellEnd"/>'
    + r(STOP),
    "a smart tag": r(START)
    + f'<w:smartTag w:uri="x" w:element="y">{r("elke")}</w:smartTag>'
    + r(STOP),
    "custom XML around a word": r(START)
    + f'<w:customXml w:element="y">{r("elke")}</w:customXml>'
    + r(STOP),
    "a bookmark within": r(START)
    + '<w:bookmarkStart w:id="77" w:name="_GoBack"/>'
    + r("elke")
    + '<w:bookmarkEnd w:id="77"/>'
    + r(STOP),
    "a page that broke here": '<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">De werkplaats is </w:t></w:r>'
    + r("elke dag open. " + REST),
    "a soft hyphen": '<w:r><w:t xml:space="preserve">De werk</w:t><w:softHyphen/><w:t xml:space="preserve">plaats is </w:t></w:r>'
    + r("elke dag open. " + REST),
    "a soft hyphen as a sign": r(WORDS.replace("werkplaats", "werk\u00adplaats")),
    "a control within a control": CONTROL.format(CONTROL.format(r(OPEN), 501) + r(REST), 502),
    "a field with its result": r(START) + FIELD.format("DOCPROPERTY x", r("elke")) + r(STOP),
    "a field in a field": r(START)
    + FIELD.format("IF 1 = " + "1", r("el") + FIELD.format("REF y", r("ke")))
    + r(STOP),
    "a simple field": r(START)
    + f'<w:fldSimple w:instr=" REF x ">{r("elke")}</w:fldSimple>'
    + r(STOP),
    "typed by one, deleted by another": r(OPEN)
    + f"<w:ins {ABOUT}><w:del {OTHER}>{r('Altijd. ', gone=True)}</w:del></w:ins>"
    + r(REST),
    "a deletion around an insertion": r(OPEN)
    + f"<w:del {OTHER}><w:ins {ABOUT}>{r('Altijd. ', gone=True)}</w:ins></w:del>"
    + r(REST),
    "formatting that was tracked and undone": r(
        WORDS, f"<w:rPrChange {ABOUT}><w:rPr><w:b/></w:rPr></w:rPrChange>"
    ),
    "marked as bold, and off": r(WORDS, '<w:b w:val="0"/><w:i w:val="false"/><w:u w:val="none"/>'),
    "a choice of programs": r(START) + CHOICE.format(r("elke")) + r(STOP),
    "two spaces": r(WORDS.replace("elke dag", "elke  dag")),
    "a zero width space": r(WORDS.replace("elke dag", "elke\u200b dag")),
    "permission to edit": r(START)
    + '<w:permStart w:id="1" w:edGrp="everyone"/>'
    + r("elke")
    + '<w:permEnd w:id="1"/>'
    + r(STOP),
}
CHANGED: Mapping[str, tuple[str, str, str]] = {
    "moved within the paragraph": (
        f"<w:moveFromRangeStart {ABOUT} w:name='m1'/><w:moveFrom {ABOUT}>{r(OPEN)}</w:moveFrom>"
        "<w:moveFromRangeEnd w:id='901'/>"
        + r(REST + " ")
        + f"<w:moveToRangeStart {ABOUT} w:name='m1'/><w:moveTo {ABOUT}>{r(OPEN.strip())}</w:moveTo>"
        "<w:moveToRangeEnd w:id='901'/>",
        "text",
        f"{REST} {OPEN.strip()}",
    ),
    "a line broken": (
        r(OPEN.strip()) + "<w:r><w:br/></w:r>" + r(REST),
        "formatting",
        "",  # it waits: the report breaks lines by itself
    ),
    "an insertion within an insertion": (
        r(START)
        + f"<w:ins {ABOUT}>{r('bijna ')}<w:ins {OTHER}>{r('altijd, ')}</w:ins></w:ins>"
        + r("elke" + STOP),
        "text",
        f"{START}bijna altijd, elke{STOP}",
    ),
    "a hyphen that does not break": (
        r(START)
        + "<w:r><w:t>zo</w:t><w:noBreakHyphen/><w:t xml:space='preserve'>en </w:t></w:r>"
        + r("elke" + STOP),
        "text",
        f"{START}zo-en elke{STOP}",
    ),
    "a sign of a symbol font": (
        r(OPEN) + '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>' + r(REST),
        "formatting",
        "",
    ),
}


@pytest.mark.parametrize("name", UNCHANGED)
def test_what_word_writes_changes_nothing(name: str, sent: Reviewed) -> None:
    """The same words, whatever stands around them."""
    before = sent.content()
    sent.path.write_bytes(written(UNCHANGED[name])(sent.path.read_bytes()))
    assert sent.review("--yes") == []
    assert sent.content() == before


@pytest.mark.parametrize("name", CHANGED)
def test_what_word_writes_lands(name: str, sent: Reviewed) -> None:
    """The change it says, in the right block; nothing is written that was not said."""
    xml, kind, becomes = CHANGED[name]
    before = sent.chapter
    sent.path.write_bytes(written(xml)(sent.path.read_bytes()))
    found = sent.review("--yes")
    assert [(one["block"], one["kind"]) for one in found] == [(OPMAAK, kind)]
    assert sent.chapter == (before.replace(WORDS, becomes) if becomes else before)


def retyped(kind: str) -> Callable[[bytes], bytes]:
    """A package whose document is of another kind."""

    def change(found: dict[str, bytes]) -> None:
        found[CONTENT] = found[CONTENT].replace(MAIN.encode(), kind.encode())

    return parts(change)


def strict(found: dict[str, bytes]) -> None:
    """Saved as Strict Open XML: other namespaces all through."""
    for name, part in list(found.items()):
        if name.endswith((".xml", ".rels")):
            found[name] = part.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            ).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )


def without_document(found: dict[str, bytes]) -> None:
    """Its main part gone."""
    del found["word/document.xml"]


def opendocument(found: dict[str, bytes]) -> None:
    """What an OpenDocument holds."""
    found.clear()
    found["mimetype"] = b"application/vnd.oasis.opendocument.text"


def bomb(found: dict[str, bytes]) -> None:
    """A part that is small packed and huge unpacked."""
    found["word/media/groot.xml"] = bytes(250_000_000)


def laughs(found: dict[str, bytes]) -> None:
    """Entities that grow when they are filled in."""
    names = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(9)]
    text = found["word/document.xml"].decode()
    head, _, rest = text.partition("?>")
    rest = rest.replace("De werkplaats is elke dag", "&a8;", 1)
    found["word/document.xml"] = f"{head}?><!DOCTYPE w [{''.join(names)}]>{rest}".encode()


BASE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
REFUSED: Mapping[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "a password": (
        "a.docx",
        lambda _: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000),
        "wachtwoord",
    ),
    "an old .doc, renamed": (
        "a.docx",
        lambda _: bytes.fromhex("d0cf11e0a1b11ae1") + b"WordDocument" * 99,
        ".doc",
    ),
    "half a file": ("a.docx", lambda content: content[: len(content) // 2], "beschadigd"),
    "bytes in the middle lost": (
        "a.docx",
        lambda content: content[:900] + bytes(3000) + content[3900:],
        "docx",
    ),
    "nothing": ("a.docx", lambda _: b"", "geen Word-document"),
    "a PDF, renamed": ("a.docx", lambda _: b"%PDF-1.7 enz", "geen Word-document"),
    "an OpenDocument, renamed": ("a.docx", parts(opendocument), "OpenDocument"),
    "with macros": (
        "a.docx",
        retyped("application/vnd.ms-word.document.macroEnabled.main+xml"),
        "macro",
    ),
    "a template": ("a.docx", retyped(f"{BASE}.template.main+xml"), "sjabloon"),
    "a .docm by its name": ("a.docm", lambda content: content, ".docx"),
    "a .doc by its name": ("a.doc", lambda content: content, ".docx"),
    "strict": ("a.docx", parts(strict), "Strict"),
    "without its document": ("a.docx", parts(without_document), "opnieuw"),
    "a bomb": ("a.docx", parts(bomb), "200 MB"),
    "no XML in it": (
        "a.docx",
        parts(lambda found: found.update({"word/document.xml": b"<w:document"})),
        "opnieuw",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_document_is_said(name: str, sent: Reviewed) -> None:
    """One Dutch sentence that says what to do, exit code 2, nothing written."""
    file, change, words = REFUSED[name]
    path = sent.path.with_name(file)
    path.write_bytes(change(sent.path.read_bytes()))
    before = sent.content()
    command = ["review", str(path), "--project", str(sent.project), "--yes"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 2, result.output
    said = result.stdout + result.stderr
    assert said.startswith("Fout: ")
    assert said.count("\n") == 1
    assert words in said
    assert sent.content() == before


def test_entities_are_not_filled_in(sent: Reviewed) -> None:
    """A document with entities is refused or read without them, and soon."""
    sent.path.write_bytes(parts(laughs)(sent.path.read_bytes()))
    command = ["review", str(sent.path), "--project", str(sent.project), "--format", "json"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code in (1, 2)
    assert "hahaha" not in result.stdout


def test_another_text_beside_the_document_is_left_alone(sent: Reviewed) -> None:
    """Building blocks in the package (a glossary part) are no part of what was read."""

    def change(found: dict[str, bytes]) -> None:
        text = found["word/document.xml"].replace(b"De werkplaats", b"Het atelier")
        found["word/glossary/document.xml"] = text
        found[CONTENT] = found[CONTENT].replace(
            b"</Types>",
            f'<Override PartName="/word/glossary/document.xml" ContentType="{BASE}.document.glossary+xml"/></Types>'.encode(),
        )
        rels = "word/_rels/document.xml.rels"
        found[rels] = found[rels].replace(
            b"</Relationships>",
            b'<Relationship Id="rIdG" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'relationships/glossaryDocument" Target="glossary/document.xml"/></Relationships>',
        )

    sent.path.write_bytes(parts(change)(sent.path.read_bytes()))
    assert sent.review("--yes") == []


def test_an_answer_and_a_closed_thread(sent: Reviewed) -> None:
    """A comment with an answer, kept together in commentsExtended.xml as Word does."""
    sent.edit(
        e.together(
            e.commented("De werkplaats is elke", "De werkplaats", "Ook op zondag?"),
            e.commented("De werkplaats is elke", "De werkplaats", "Ja, ook dan.", "B. Twee"),
        )
    )
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"

    def change(found: dict[str, bytes]) -> None:
        name = next(one for one in found if re.fullmatch(r"word/comments\d*\.xml", one))
        text = found[name].decode()
        w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
        numbers = iter(("0000000A", "0000000B"))
        text = re.sub(
            r"<w:p>|<w:p (?=w)", lambda _: f'<w:p {w14} w14:paraId="{next(numbers)}">', text
        )
        found[name] = text.encode()
        found["word/commentsExtended.xml"] = (
            f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="0000000A" w15:done="0"/>'
            '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>'
            "</w15:commentsEx>"
        ).encode()
        found[CONTENT] = found[CONTENT].replace(
            b"</Types>",
            f'<Override PartName="/word/commentsExtended.xml" ContentType="{BASE}.commentsExtended+xml"/></Types>'.encode(),
        )
        rels = "word/_rels/document.xml.rels"
        found[rels] = found[rels].replace(
            b"</Relationships>",
            b'<Relationship Id="rIdE" Type="http://schemas.microsoft.com/office/2011/relationships/'
            b'commentsExtended" Target="commentsExtended.xml"/></Relationships>',
        )

    sent.path.write_bytes(parts(change)(sent.path.read_bytes()))
    found = sent.review("--yes")
    assert [(one["block"], one["author"], one["new"]) for one in found] == [
        (OPMAAK, "J. Lezer", "Ook op zondag?"),
        (OPMAAK, "B. Twee", "Ja, ook dan."),
    ]
    assert "antwoord" in sent.content()[f"{YEAR}/opmerkingen.yaml"]
