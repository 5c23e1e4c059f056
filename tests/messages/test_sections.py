# SPDX-License-Identifier: EUPL-1.2
"""One layout, three writers: nothing is lost in any of them, and nothing means anything by
accident.
"""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from standrapport.messages import (
    as_plain_text,
    section_html,
    section_lines,
    section_markdown,
)
from standrapport.messages.sections import (
    Drawing,
    Facts,
    Item,
    Items,
    Section,
    Sentences,
    TextColumn,
    TextTable,
    plain,
)

SECTIONS = [
    Section(
        "instroom.ind",
        (
            Facts((("", "IND"), ("groep", "verzonnen caseload"), ("bron", ""))),
            Sentences(("Let op <b>dit</b>.",)),
        ),
        " (personen)",
    ),
    Section(
        "Jaren",
        (
            TextTable(
                "Jaar",
                ("2020", "2021"),
                (TextColumn("Editie 2021", (("1.000", ""), ("700", "*"))),),
                ("* herzien",),
            ),
            Drawing(("  2020  ██", "  2021  █")),
        ),
    ),
    Section(
        "Verschil:",
        (Items((Item("a | b", ((("weg", "weg"), (" en ", ""), ("erbij", "erbij")),)),)),),
        apart=False,
    ),
    Section("Leeg", (), ": niets."),
]


def test_a_terminal() -> None:
    """Digits stand under each other, a table stands free, what belongs together follows at once."""
    assert as_plain_text(section_lines(SECTIONS)) == (
        "instroom.ind (personen)\n"
        "              IND\n"
        "  groep       verzonnen caseload\n"
        "\n"
        "Let op <b>dit</b>.\n"
        "\n"
        "Jaren\n"
        "\n"
        "  Jaar  Editie 2021\n"
        "  2020       1.000\n"
        "  2021         700*\n"
        "  * herzien\n"
        "\n"
        "  2020  ██\n"
        "  2021  █\n"
        "Verschil:\n"
        "  a | b\n"
        "      weg en erbij\n"
        "\n"
        "Leeg: niets.\n"
    )


class _Text(HTMLParser):
    """The words of a page, and whether its elements close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _: object) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of(html: str) -> str:
    """The words of a page with single spaces."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return " ".join(" ".join(parser.words).split())


@pytest.mark.parametrize("form", ["md", "html"])
def test_nothing_is_lost(form: str) -> None:
    """Every word of the layout stands in Markdown and on the page, as words."""
    if form == "md":
        html = (
            MarkdownIt("commonmark", {"html": True})
            .enable("table")
            .render(section_markdown(SECTIONS))
        )
        assert "<table>" in html
        assert "<b>" not in html
    else:
        html = section_html("Titel <x>", SECTIONS, "p { color: black }")
    said = words_of(html)
    for word in (
        "instroom.ind",
        "(personen)",
        "IND",
        "groep",
        "verzonnen caseload",
        "Let op <b>dit</b>.",
        "Editie 2021",
        "1.000",
        "700*",
        "* herzien",
        "2020 ██",
        "a | b",
        "weg en erbij",
        "niets.",
    ):
        assert word in said, word
    assert "bron" not in said  # a fact without a value is left out
    assert html.count("<del>weg</del>") == html.count("<ins>erbij</ins>") == 1


def test_a_line_of_text_is_a_stretch_without_a_kind() -> None:
    """What everything else is made of."""
    assert plain("x") == (("x", ""),)
