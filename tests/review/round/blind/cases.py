# SPDX-License-Identifier: EUPL-1.2
"""Twenty things a reviewer does to the Word document of examples/uitkeringen, and what must follow.

Written from docs/reviewronde.md, the help of both commands and one document only.
"""

from __future__ import annotations

import copy
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

LAWYER = "J. de Jurist"
NOTARY = "N. Notaris"
_STAMP = f'w:author="{NOTARY}" w:date="2026-11-26T10:00:00Z"'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


@dataclass(frozen=True)
class Change:
    """A field of a block becomes this, or the block is listed as waiting with `words`.

    `certain`: it must be taken over, since only words change that no check has an opinion about.
    `gone`: the whole block goes.
    """

    block: str
    words: str
    path: str = "tekst"
    old: str = ""
    new: str = ""
    certain: bool = False
    gone: bool = False


@dataclass(frozen=True)
class Listed:
    """A proposal that waits: at this block (None: anywhere), with these words; nothing changes."""

    block: str | None
    words: str


@dataclass(frozen=True)
class Remark:
    """A remark that opmerkingen.yaml gets; `answers` is the text of the remark it answers."""

    block: str
    author: str
    text: str
    answers: str = ""


@dataclass(frozen=True)
class Case:
    """What the reader does, and what must come of it."""

    edit: Callable[[Path], None]
    expected: tuple[Change | Listed | Remark, ...] = ()
    options: tuple[str, ...] = ()
    author: str = ""
    needs: str = ""
    wrong: str = field(default="", kw_only=True)  # what went wrong the first time


def _block(document: Any, block: str) -> Any:
    """The content control around a block."""
    for control in document.element.body.findall(qn("w:sdt")):
        alias = control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}")
        if alias is not None and alias.get(qn("w:val")) == block:
            return control
    raise LookupError(block)


def _text(element: Any) -> str:
    return "".join(piece.text or "" for piece in element.iter(qn("w:t")))


def _paragraph(document: Any, block: str, words: str) -> Any:
    """The paragraph of a block that holds these words."""
    for paragraph in _block(document, block).iter(qn("w:p")):
        if words in _text(paragraph):
            return paragraph
    raise LookupError(words)


def _piece(element: Any, words: str) -> Any:
    """The piece of text that holds these words."""
    for piece in element.iter(qn("w:t")):
        if words in (piece.text or ""):
            return piece
    raise LookupError(words)


def _retype(element: Any, old: str, new: str) -> None:
    piece = _piece(element, old)
    piece.text = piece.text.replace(old, new)


def _run(words: str, tag: str = "w:t", rest: str = "") -> Any:
    return parse_xml(f'<w:r {nsdecls("w")}>{rest}<{tag} xml:space="preserve">{words}</{tag}></w:r>')


def _cut(run: Any, words: str) -> Any:
    """The run that holds just these words, after splitting the run around them."""
    piece = _piece(run, words)
    before, _, after = piece.text.partition(words)
    piece.text = before
    middle, last = copy.deepcopy(run), copy.deepcopy(run)
    _piece(middle, before).text = words
    _piece(last, before).text = after
    run.addnext(middle)
    middle.addnext(last)
    return middle


def replace_everywhere(path: Path) -> None:
    """Ctrl+H: 'de balie' becomes 'het loket' wherever it stands, in tables too."""
    document = docx.Document(str(path))
    for piece in document.element.body.iter(qn("w:t")):
        piece.text = (piece.text or "").replace(" de balie", " het loket")
    document.save(str(path))


def note_at_the_end(path: Path) -> None:
    """A general note, typed under the last line of the document."""
    document = docx.Document(str(path))
    document.add_paragraph("Algemeen: het verslag leest prettig, maar mag korter.")
    document.save(str(path))


def curly_quotes(path: Path) -> None:
    """Word's autocorrect turns the straight quotes of one sentence into curly ones."""
    document = docx.Document(str(path))
    paragraph = _paragraph(document, "dienstverlening/tekst-aan-de-telefoon", "telefoonlijn")
    _retype(paragraph, "was: '", "was: ‘")
    for piece in paragraph.iter(qn("w:t")):
        piece.text = piece.text.replace("'", "’")
    document.save(str(path))


def double_spaces(path: Path) -> None:
    """Someone who types two spaces after every full stop does so in three blocks."""
    document = docx.Document(str(path))
    for block in (
        "werk/tekst-van-aanvraag-naar-besluit",
        "dienstverlening/tekst-klachten",
        "verantwoording/colofon",
    ):
        for piece in _block(document, block).iter(qn("w:t")):
            piece.text = piece.text.replace(". ", ".  ")
    document.save(str(path))


def pasted_paragraph(path: Path) -> None:
    """A paragraph with two figures is copied from one block and pasted under another."""
    document = docx.Document(str(path))
    source = _paragraph(document, "werk/partner-wijkteams", "binnen via een partner")
    pasted = copy.deepcopy(source)
    for mark in [*pasted.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)
    _plain(pasted)
    _paragraph(document, "werk/tekst-met-wie-wij-werken", "groepen partners").addnext(pasted)
    document.save(str(path))


def _plain(paragraph: Any) -> None:
    """Without a style, as Word pastes with the formatting of where it goes."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is not None:
        paragraph.remove(properties)


def block_struck_out(path: Path) -> None:
    """A whole block, heading and all, deleted with track changes on."""
    document = docx.Document(str(path))
    block = _block(document, "ontwikkelpunten/ontwikkelpunt-hulp-dichter-bij-huis")
    for paragraph in block.iter(qn("w:p")):
        for number, run in enumerate([*paragraph.findall(qn("w:r"))]):
            deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="{9000 + number}" {_STAMP}/>')
            run.addprevious(deleted)
            deleted.append(run)
            for piece in [*run.iter(qn("w:t"))]:
                piece.tag = qn("w:delText")
        mark = parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="9100" {_STAMP}/></w:rPr>')
        paragraph.get_or_add_pPr().append(mark)
    document.save(str(path))


def merged_lists(path: Path) -> None:
    """The two bullets of the frame are cut and pasted under the numbered list of another block."""
    document = docx.Document(str(path))
    last = _paragraph(document, "werk/tekst-van-aanvraag-naar-besluit", "zoekt aan werk")
    for words in ("neem een bankafschrift", "bel vóór"):
        bullet = _paragraph(document, "cijfers/kader-het-spoedloket", words)
        text = _text(bullet)
        bullet.getparent().remove(bullet)
        item = copy.deepcopy(last)
        runs = item.findall(qn("w:r"))
        _piece(runs[0], "").text = text
        last.addnext(item)
    document.save(str(path))


def bold_struck(path: Path) -> None:
    """Only formatting, tracked: the bold of one word goes."""
    document = docx.Document(str(path))
    paragraph = _paragraph(document, "cijfers/kader-het-spoedloket", "geen geld meer")
    properties = next(paragraph.iter(qn("w:b"))).getparent()
    properties.clear()
    properties.append(
        parse_xml(
            f'<w:rPrChange {nsdecls("w")} w:id="9200" {_STAMP}><w:rPr><w:b/></w:rPr></w:rPrChange>'
        )
    )
    document.save(str(path))


def soft_breaks(path: Path) -> None:
    """Shift+Enter in the middle of two sentences, to make the lines end nicely."""
    document = docx.Document(str(path))
    paragraph = _paragraph(document, "ontwikkelpunten/ontwikkelpunt-hulp-dichter-bij-huis", "Vanaf")
    piece = _piece(paragraph, "elke week ")
    before, after = piece.text.split("elke week ")
    piece.text = before + "elke week"
    run = piece.getparent()
    run.addnext(_run(after, rest="<w:br/>"))
    document.save(str(path))


def percentage_sign(path: Path) -> None:
    """A percentage sign typed behind a figure, outside its control."""
    document = docx.Document(str(path))
    paragraph = _paragraph(document, "dienstverlening/tekst-klachten", "op duizend")
    _retype(paragraph, " klachten op duizend", "% klachten op duizend")
    document.save(str(path))


def header_text(path: Path) -> None:
    """The draft stamp in the header becomes 'DEFINITIEF'."""
    document = docx.Document(str(path))
    for run in document.sections[0].header.paragraphs[0].runs:
        run.text = run.text.replace("CONCEPT: niet vastgesteld", "DEFINITIEF")
    document.save(str(path))


def comment_on_cell(path: Path) -> None:
    """A comment on one cell of a table, on nothing but the number in it."""
    document = docx.Document(str(path))
    block = _block(document, "cijfers/tabel-besluiten-op-aanvragen")
    control = next(
        control
        for control in block.iter(qn("w:sdt"))
        if control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val"))
        == "besluiten.afgewezen"
    )
    _comment(document, control, control, LAWYER, "Klopt dit met de opgave aan het ministerie?")
    document.save(str(path))


def _comment(document: Any, first: Any, last: Any, author: str, text: str) -> Any:
    """Put a comment around what lies from `first` to `last`."""
    comment = document.part._comments_part.comments.add_comment(text, author=author, initials="X")
    number = str(comment.comment_id)
    start = parse_xml(f'<w:commentRangeStart {nsdecls("w")} w:id="{number}"/>')
    end = parse_xml(f'<w:commentRangeEnd {nsdecls("w")} w:id="{number}"/>')
    mark = parse_xml(f'<w:r {nsdecls("w")}><w:commentReference w:id="{number}"/></w:r>')
    first.addprevious(start)
    last.addnext(end)
    end.addnext(mark)
    return comment._comment_elm


QUESTION = "Is dit al met de ondernemingsraad besproken?"
ANSWER = "Ja, in december."


def thread_resolved(path: Path) -> None:
    """A comment, an answer to it by someone else, and the thread marked as resolved."""
    document = docx.Document(str(path))
    block = "ontwikkelpunten/ontwikkelpunt-een-keer-uw-verhaal-vertellen"
    run = _paragraph(document, block, "Die medewerker").find(qn("w:r"))
    first = _comment(document, run, run, LAWYER, QUESTION)
    second = _comment(document, run, run, NOTARY, ANSWER)
    for comment, number in ((first, "0A000001"), (second, "0A000002")):
        [*comment.iter(qn("w:p"))][-1].set(f"{{{_W14}}}paraId", number)
    document.save(str(path))
    _extend(
        path,
        f'<w15:commentsEx xmlns:w15="{_W15}"><w15:commentEx w15:paraId="0A000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0A000002" w15:paraIdParent="0A000001" w15:done="1"/>'
        "</w15:commentsEx>",
    )


def _extend(path: Path, extended: str) -> None:
    """Add the part that says which comment answers which."""
    changed = path.with_suffix(".nieuw")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "[Content_Types].xml":
                data = data.replace(
                    b"</Types>",
                    b'<Override PartName="/word/commentsExtended.xml" ContentType="application/vnd.'
                    b'openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"/>'
                    b"</Types>",
                )
            if entry.filename == "word/_rels/document.xml.rels":
                data = data.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rIdExtended" Type="http://schemas.microsoft.com/office/'
                    b'2011/relationships/commentsExtended" Target="commentsExtended.xml"/>'
                    b"</Relationships>",
                )
            new.writestr(entry, data)
        new.writestr("word/commentsExtended.xml", extended)
    changed.replace(path)


def name_under_quote(path: Path) -> None:
    """The place in the name under a quote is changed."""
    document = docx.Document(str(path))
    _retype(_block(document, "dienstverlening/citaat"), "Lindemeer", "Dellerwoude")
    document.save(str(path))


def heading_to_plain(path: Path) -> None:
    """A heading is set back to plain text."""
    document = docx.Document(str(path))
    _plain(next(_block(document, "dienstverlening/tekst-klachten").iter(qn("w:p"))))
    document.save(str(path))


def footnote_text(path: Path) -> None:
    """The words of a note under a chart are changed, in the footnote itself."""
    document = docx.Document(str(path))
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            part = relation.target_part
            root = etree.fromstring(part.blob)
            note = next(one for one in root if "tellen hier niet mee" in "".join(one.itertext()))
            _retype(note, "tellen hier niet mee", "zijn hier niet meegenomen")
            part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    document.save(str(path))


def row_deleted(path: Path) -> None:
    """One row of a table of figures is thrown away."""
    document = docx.Document(str(path))
    block = _block(document, "cijfers/tabel-besluiten-op-aanvragen")
    row = next(row for row in block.iter(qn("w:tr")) if "Afgewezen" in _text(row))
    row.getparent().remove(row)
    document.save(str(path))


def accepted_then_second(path: Path) -> None:
    """One reader's change was accepted; another tracks a change in the same sentence."""
    document = docx.Document(str(path))
    block = "knelpunten/knelpunt-niet-iedereen-vindt-de-weg"
    paragraph = _paragraph(document, block, "Wij weten niet hoeveel")
    _retype(paragraph, "niets aanvragen", "die niet aanvragen")
    run = _cut(_piece(paragraph, "Wij weten").getparent(), "weten niet")
    deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="9300" {_STAMP}/>')
    added = parse_xml(f'<w:ins {nsdecls("w")} w:id="9301" {_STAMP}/>')
    run.addprevious(deleted)
    deleted.append(run)
    for piece in [*run.iter(qn("w:t"))]:
        piece.tag = qn("w:delText")
    added.append(_run("weten nog niet"))
    deleted.addnext(added)
    document.save(str(path))


def _runs(document: Any) -> Iterator[Any]:
    yield from document.element.body.iter(qn("w:r"))


def other_language(path: Path) -> None:
    """Ctrl+A and the language set to English: every run says so, and the speller marks words."""
    document = docx.Document(str(path))
    for run in [*_runs(document)]:
        run.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB"/>'))
        run.addprevious(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellStart"/>'))
        run.addnext(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellEnd"/>'))
    document.save(str(path))


def through_odt(path: Path) -> None:
    """One word changed, saved as OpenDocument, and later as Word again."""
    document = docx.Document(str(path))
    _retype(_block(document, "werk/tekst-met-wie-wij-werken"), "Rond de dienst", "Om de dienst")
    document.save(str(path))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _office(path, "odt", home)
        _office(home / f"{path.stem}.odt", "docx", home)
        shutil.copy(home / path.name, path)


def _office(path: Path, form: str, folder: Path) -> None:
    """Save in another form with LibreOffice."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", form, "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=180,
    )  # fmt: skip


_SPOEDLOKET = "cijfers/kader-het-spoedloket"
_BULLETS = (
    "bel vóór 10.00 uur, dan volgt dezelfde dag een gesprek;",
    "neem een bankafschrift en een bewijs van identiteit mee.",
)

CASES: dict[str, Case] = {
    "01-overal-vervangen": Case(
        replace_everywhere,
        (
            Change(
                "werk/tekst-van-aanvraag-naar-besluit",
                "het loket",
                "tekst",
                "aan de balie",
                "aan het loket",
            ),
            Change(
                "cijfers/tekst-aanvragen", "het loket", "tekst", "Aan de balie", "Aan het loket"
            ),
            Change(
                "verantwoording/bronnen-waar-u-meer-leest",
                "het loket",
                "bronnen.2.toelichting",
                "de balie",
                "het loket",
                certain=True,
            ),
            Change(
                "cijfers/aanvragen-per-jaar",
                "het loket",
                "titel",
                "aan de balie",
                "aan het loket",
            ),
            Listed("cijfers/aanvragen-per-jaar", "het loket"),
            Listed("cijfers/tabel-aanvragen-en-wat-nog-te-beslissen-is", "het loket"),
        ),
    ),
    "02-aantekening-onderaan": Case(note_at_the_end, (Listed(None, "leest prettig"),)),
    "03-kromme-aanhalingstekens": Case(
        curly_quotes,
        (
            Change(
                "dienstverlening/tekst-aan-de-telefoon",
                "‘",
                "tekst",
                "'{{ vragen.rang | namen(1) }}'",
                "‘{{ vragen.rang | namen(1) }}’",
            ),
        ),
    ),
    "04-dubbele-spaties": Case(double_spaces),
    "05-alinea-geplakt": Case(
        pasted_paragraph,
        (
            Change(
                "werk/tekst-met-wie-wij-werken",
                "binnen via een partner",
                "tekst",
                "groepen partners.",
                "groepen partners.\n\nIn {{ jaar }} kwamen {{ aanvragen.partner }} aanvragen "
                "binnen via een partner.",
            ),
        ),
    ),
    "06-blok-doorgehaald": Case(
        block_struck_out,
        (Change("ontwikkelpunten/ontwikkelpunt-hulp-dichter-bij-huis", "bibliotheek", gone=True),),
        author=NOTARY,
    ),
    "07-lijsten-samengevoegd": Case(
        merged_lists,
        (
            Change(
                "werk/tekst-van-aanvraag-naar-besluit",
                "bankafschrift",
                "tekst",
                "zoekt aan werk.",
                f"zoekt aan werk.\n4. {_BULLETS[0]}\n5. {_BULLETS[1]}",
            ),
            Change(_SPOEDLOKET, "bankafschrift", "tekst", f"- {_BULLETS[0]}\n- {_BULLETS[1]}", ""),
        ),
    ),
    "08-vet-weg-bijgehouden": Case(
        bold_struck,
        (Listed(_SPOEDLOKET, "spoedloket"),),
        author=NOTARY,
    ),
    "09-zachte-regeleinden": Case(
        soft_breaks,
        (Listed("ontwikkelpunten/ontwikkelpunt-hulp-dichter-bij-huis", "elke week"),),
    ),
    "10-procentteken-erachter": Case(
        percentage_sign,
        (Listed("dienstverlening/tekst-klachten", "%"),),
    ),
    "11-koptekst-veranderd": Case(header_text, (Listed(None, "DEFINITIEF"),)),
    "12-opmerking-bij-een-cel": Case(
        comment_on_cell,
        (
            Remark(
                "cijfers/tabel-besluiten-op-aanvragen",
                LAWYER,
                "Klopt dit met de opgave aan het ministerie?",
            ),
        ),
    ),
    "13-gesprek-afgesloten": Case(
        thread_resolved,
        (
            Remark("ontwikkelpunten/ontwikkelpunt-een-keer-uw-verhaal-vertellen", LAWYER, QUESTION),
            Remark(
                "ontwikkelpunten/ontwikkelpunt-een-keer-uw-verhaal-vertellen",
                NOTARY,
                ANSWER,
                QUESTION,
            ),
        ),
    ),
    "14-naam-onder-citaat": Case(
        name_under_quote,
        (Change("dienstverlening/citaat", "Dellerwoude", "bij", "Lindemeer", "Dellerwoude"),),
    ),
    "15-kop-wordt-gewone-tekst": Case(
        heading_to_plain,
        (Listed("dienstverlening/tekst-klachten", "Klachten"),),
    ),
    "16-voetnoot-veranderd": Case(
        footnote_text,
        (
            Change(
                "cijfers/aanvragen-per-jaar",
                "meegenomen",
                "noot",
                "tellen hier niet mee",
                "zijn hier niet meegenomen",
            ),
        ),
    ),
    "17-rij-weg": Case(row_deleted, (Listed("cijfers/tabel-besluiten-op-aanvragen", "Afgewezen"),)),
    "18-aangenomen-en-nog-een": Case(
        accepted_then_second,
        (
            Change(
                "knelpunten/knelpunt-niet-iedereen-vindt-de-weg",
                "nog niet",
                "samenvatting",
                "Wij weten niet hoeveel mensen recht hebben op een uitkering en niets aanvragen.",
                "Wij weten nog niet hoeveel mensen recht hebben op een uitkering en die niet "
                "aanvragen.",
            ),
        ),
        author=NOTARY,
    ),
    "19-andere-taal": Case(other_language),
    "20-heen-en-weer-als-odt": Case(
        through_odt,
        (
            Change(
                "werk/tekst-met-wie-wij-werken",
                "Om de dienst",
                "tekst",
                "Rond de dienst",
                "Om de dienst",
            ),
        ),
        options=("--jaar", "2024"),
        needs="soffice",
    ),
}
