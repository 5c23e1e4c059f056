# SPDX-License-Identifier: EUPL-1.2
"""Findings as the panel shows them: in words, with their place in the files and the blocks of the
page they are about.

The file a finding is about, as a page to read: every line with its number, the one of the
finding marked. Only files that a finding names are shown, and nothing can be changed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from markupsafe import Markup

from ..core.frozen import dataclass
from ..core.model import Chapter, Edition, Finding, Position, Used
from ..messages import finding_lines, word_of
from ..messages.as_text import in_order
from ..messages.codes import CODES
from ..pipeline.build import Shown

_ID = re.compile(r'id="([^"]+)"')  # begins with letters: those are found at once
_MOST_PLACES = 3
_REMARK_WORD = "opmerking van een lezer"
REMARK = "remark"  # the kind of a notice that is a remark of a reader


@dataclass(frozen=True)
class Link:
    """A block of the page: its address in the page, and how it is called."""

    anchor: str
    words: str


@dataclass(frozen=True)
class Notice:
    """One finding: `severity` as in JSON, 'accepted' or REMARK, `word` in Dutch, `where` as
    `file:line:column` ('' when it has no place), `why` what such a finding means and what to do.
    """

    severity: str
    word: str
    code: str
    message: str
    where: str = ""
    details: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    why: tuple[str, ...] = ()


def notices(findings: Iterable[Finding], shown: Shown | None) -> tuple[Notice, ...]:
    """Every finding, errors first; `shown` is the page to link into."""
    targets = _Targets(shown)
    return tuple(
        Notice(
            "accepted" if finding.accepted else finding.severity.value,
            word_of(finding),
            finding.code,
            finding.message,
            str(finding.position or ""),
            tuple(line.strip() for line in finding_lines([finding])[1:]),
            targets.of(finding),
            _why(finding.code),
        )
        for finding in in_order(findings)
    )


def _why(code: str) -> tuple[str, ...]:
    """What a code means and what to do, as `standrapport explain` says it."""
    about = CODES.get(code)
    return (about.explanation, f"Wat te doen: {about.remedy}") if about else ()


def remark_notices(shown: Shown, page: Shown | None) -> tuple[Notice, ...]:
    """The open remarks of readers, each at its block, with how to close it."""
    edition = shown.checked.edition
    remarks = [one for one in edition.remarks if one.open] if edition else []
    targets = _Targets(page) if remarks else None
    found = []
    for one in remarks:
        about = f" over '{one.about}'" if one.about else ""
        close = (
            "Is er iets mee gedaan, zeg dat dan met: standrapport opmerking"
            f" {shown.checked.year} {one.number} --afgehandeld TEKST"
        )
        chapter, _, block = one.block.partition("/")
        links = targets.links([anchor_of(chapter, block)]) if targets else ()
        words = f"{one.number}. {one.by}{about}: {one.text}"
        place = str(one.position)
        found.append(Notice(REMARK, _REMARK_WORD, "", words, place, (close,), links))
    return tuple(found)


class _Targets:
    """Finds the blocks of one page a finding is about.

    Only addresses that stand in the page are given.
    """

    def __init__(self, shown: Shown | None) -> None:
        edition = shown.checked.edition if shown else None
        page = shown.page if shown else None
        self.ids = set(_ID.findall(page.html)) if page else set()
        self.chapters: Sequence[Chapter] = edition.chapters if edition else ()
        self.used: Sequence[Used] = page.used if page else ()
        self.words = _words(edition)

    def of(self, finding: Finding) -> tuple[Link, ...]:
        """Blocks at the places of the finding, else blocks that print its figures."""
        anchors = [anchor for position in finding.locations if (anchor := self.at(position))]
        if not anchors:
            refs = {(figure.id.ref, figure.id.year) for figure in finding.figures}
            anchors = [
                anchor_of(use.chapter, use.block)
                for use in self.used
                if (use.ref, use.year) in refs
            ]
        return self.links(anchors)

    def links(self, anchors: Iterable[str]) -> tuple[Link, ...]:
        """The addresses that stand in the page, no more than a few."""
        links = [
            Link(anchor, self.words.get(anchor, "het rapport"))
            for anchor in dict.fromkeys(anchors)
            if anchor in self.ids
        ]
        return tuple(links[:_MOST_PLACES])

    def at(self, position: Position) -> str | None:
        """The address of the block a place in a chapter file belongs to.

        Above the first block that of the chapter.
        """
        for chapter in self.chapters:
            if chapter.position.file == position.file:
                before = [
                    b for b in chapter.blocks if (b.position.line or 0) <= (position.line or 0)
                ]
                return anchor_of(chapter.name, before[-1].id if before else "")
        return None


def anchor_of(chapter: str, block: str) -> str:
    """The address of a block in the page, or of its chapter."""
    return f"b-{chapter}-{block}" if block else f"h-{chapter}"


def _words(edition: Edition | None) -> dict[str, str]:
    """How each chapter and block is called: its title as written, else its kind."""
    named: dict[str, str] = {}
    for chapter in edition.chapters if edition else ():
        named[anchor_of(chapter.name, "")] = chapter.title.raw
        for block in chapter.blocks:
            title = f"{chapter.title.raw} › {block.title.raw if block.title else block.kind}"
            named[anchor_of(chapter.name, block.id)] = title
    return named


_LARGEST = 2_000_000  # letters; a larger file is opened in an editor
_PAGE = Markup(
    '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="color-scheme" content="light dark">'
    '<link rel="stylesheet" href="/voorvertoning.css"></head>'
    '<body class="bronbestand"><main><h1>{title}</h1>'
    "<p>U leest hier alleen; wijzig het bestand in uw eigen programma.</p>"
    "<ol>{lines}</ol></main></body></html>"
)


def source_page(project: Path, where: str, named: Iterable[Notice]) -> str | None:
    """The file at `where` ('content/2024/een.yaml:3:5') as HTML; None when no finding names that
    place, or the file cannot be read.
    """
    if where not in {notice.where for notice in named if notice.where}:
        return None
    name, line = _parted(where)
    path = (project / name).resolve()
    if not path.is_relative_to(project.resolve()):
        return None
    try:
        text = path.read_text("utf-8", errors="replace")
    except OSError:
        return None
    if len(text) > _LARGEST:
        return None
    rows = Markup("").join(_row(number, row, line) for number, row in enumerate(_lines(text), 1))
    title = f"{name}, regel {line}" if line else name
    return str(_PAGE.format(title=title, lines=rows))


def _parted(where: str) -> tuple[str, int]:
    """The file and the line of a place; 0 for a place without a line."""
    name, *rest = where.split(":")
    return name, int(rest[0]) if rest and rest[0].isdigit() else 0


def _lines(text: str) -> list[str]:
    """The lines as editors and findings count them."""
    return text.replace("\r\n", "\n").split("\n")


def _row(number: int, words: str, line: int) -> Markup:
    marked = Markup("<mark>{}</mark>").format(words) if number == line else words
    return Markup('<li id="r{}"><code>{}</code></li>').format(number, marked)


__all__ = ["source_page"]
