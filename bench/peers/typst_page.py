# SPDX-License-Identifier: EUPL-1.2
"""Typst on the words of a report: headings, paragraphs, lists and tables of the page for print, in
its order; no charts, no proof of what is on the page, no archive form.

python typst_page.py PAGE.html OUT.pdf
"""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path

import typst

SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\#$*_`<>@=-+/~[]\"'"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {"p", "li", "dt", "dd", "caption", "figcaption", "th", "td", *HEADINGS}
UNSEEN = {"style", "script", "svg", "head"}
SHEET = """#set page(paper: "a4", margin: 20mm, numbering: "1")
#set text(size: 10pt, lang: "nl")
#outline()
"""


class Reader(HTMLParser):
    """Writes what stands on a page in the language of Typst."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [SHEET]
        self.words: list[str] = []
        self.rows: list[list[str]] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """A block begins on a line of its own."""
        self.unseen += tag in UNSEEN
        if tag in BLOCKS:
            self.flush()
        if tag == "table":
            self.rows = []
        if tag == "tr":
            self.rows.append([])

    def handle_endtag(self, tag: str) -> None:
        """A block ends; a table is written when all its cells are known."""
        self.unseen -= tag in UNSEEN
        if tag in BLOCKS:
            self.flush(tag)
        if tag == "table" and self.rows:
            cells = ", ".join(f"[{cell}]" for row in self.rows for cell in row)
            wide = max(len(row) for row in self.rows)
            self.lines.append(f"#table(columns: {wide}, {cells})")

    def handle_data(self, data: str) -> None:
        """Words, unless nobody sees them."""
        if not self.unseen:
            self.words.append(data)

    def flush(self, tag: str = "p") -> None:
        """What was said goes on a line of its own, or in a cell."""
        text = " ".join("".join(self.words).split()).translate(SIGNS)
        self.words = []
        if tag in {"td", "th"} and self.rows:
            self.rows[-1].append(text)
        elif text:
            mark = "=" * HEADINGS.get(tag, 0) or ("-" if tag == "li" else "")
            self.lines.append(f"{mark} {text}\n".lstrip())


def main(page: Path, out: Path) -> None:
    """Write the PDF, and beside it what Typst was given."""
    reader = Reader()
    reader.feed(page.read_text("utf-8"))
    source = out.with_suffix(".typ")
    source.write_text("\n".join(reader.lines), "utf-8")
    out.write_bytes(typst.compile(str(source), format="pdf"))


main(Path(sys.argv[1]), Path(sys.argv[2]))
