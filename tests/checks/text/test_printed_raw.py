# SPDX-License-Identifier: EUPL-1.2
"""Words that would be lost or printed as they were typed are findings with their place; a year at the
start of a paragraph stays a year.
"""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from standrapport.pipeline.build import build_edition
from standrapport.pipeline.check import check_edition
from tests.conftest import ProjectMaker

CHAPTER = "content/2021/cijfers.yaml"
CODES = ("SR-N020", "SR-N063", "SR-N023", "SR-L050", "SR-L086")


def findings(project: ProjectMaker, block: str) -> list[tuple[str, str, str]]:
    """Code, place and sentence of what is found in one block of text."""
    folder = project({CHAPTER: f"titel: Cijfers\nblokken:\n  - soort: tekst\n{block}\n"})
    return [
        (one.code, str(one.position).removeprefix(f"{CHAPTER}:"), one.message)
        for one in check_edition(folder, 2021).findings
        if one.code in CODES
    ]


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ("Er zijn { instroom.totaal } mensen.", "SR-N020", "5:15", "{{ instroom.totaal }}"),
        ("Er zijn {instroom.totaal[-1]} mensen.", "SR-N020", "5:15", "{{ instroom.totaal[-1] }}"),
        ("Er zijn { instrom.totaal } mensen.", "SR-N020", "5:15", "letterlijk"),
        ("Dit is gemeten.[^1]", "SR-N020", "5:22", "[^1]"),
        ("Zo is het.\n\n      [^2]: Een noot.", "SR-N020", "7:7", "nergens"),
        ("Zo.[^a]\n\n      [^a]: Een.\n\n      [^a]: Twee.", "SR-N020", "9:7", "twee keer"),
        ("Zo:\n\n      | a | b |\n      | c | d |", "SR-N020", "7:7", "zonder kop"),
        ("Zo <script>alert(1)</script>.", "SR-N020", "5:10", "<script>"),
        ("Zo <mark>is</mark> het.", "SR-N020", "5:10", "<mark>"),
        ("Zo <!-- nog doen --> is het.", "SR-N020", "5:10", "<!--"),
        ("| a | b | c |\n      |---|---|\n      | c | d |", "SR-N020", "6:7", "Een tabel"),
        ("| a | b |\n      |---|---|\n      | c | 5.990 |", "SR-N063", "7:13", "5.990"),
        ("| a | b |\n      |---|---|\n      | c | 12% |", "SR-N063", "7:13", "12%"),
        (
            "| a | b |\n      |---|---|\n      | c | {{ instroom.totaal }} |",
            "SR-N063",
            "7:13",
            "een verwijzing",
        ),
        ("Zie [hier](www.example.nl/a).", "SR-L086", "5:11", "https://www.example.nl/a?"),
        ("Zie [hier](bijlage.pdf).", "SR-L086", "5:11", "'bijlage.pdf'"),
        ("Een kaart: ![Kaart](kaart.png)", "SR-L086", "5:18", "kaart.png"),
        ("\u2022\tEerste.\n      \u2022\tTweede.", "SR-N020", "5:7", "'\u2022' maakt hier geen"),
        ("Zo:\n\n      \u2022 Eerste.", "SR-N020", "7:7", "'\u2022' maakt hier geen opsomming"),
        ("Zo:\n      \u25aa Eerste.\n      \u25aa Tweede.", "SR-N020", "6:7", "'\u25aa'"),
        ("Zo: \u2022 Eerste. \u2022 Tweede.", "SR-N020", "5:11", "'\u2022'"),
        ("a. eerst dit\n      b. dan dat", "SR-N020", "5:7", "'a.'"),
        ("Zo:\n      a) eerst dit\n      b) dan dat", "SR-N020", "6:7", "'a)'"),
        ("(1) eerst dit\n      (2) dan dat", "SR-N020", "5:7", "'(1)'"),
        ("\u2013 eerst dit\n      \u2013 dan dat", "SR-N020", "5:7", "'\u2013'"),
        ("2021. Het eerste jaar.", "SR-N023", "5:7", "'2021.'"),
        ("Kort.\n\n      2020) Het jaar ervoor.", "SR-N023", "7:7", "'2020.'"),
    ],
)
def test_what_is_printed_raw(
    project: ProjectMaker, text: str, code: str, place: str, words: str
) -> None:
    """Each kind, with the place of its first character and what to do."""
    (one,) = findings(project, f"    tekst: |\n      {text}")
    assert one[:2] == (code, place)
    assert words in one[2]


@pytest.mark.parametrize(
    "text",
    [
        "Er zijn {{ instroom.totaal }} mensen.",
        "Zie [hier](https://example.nl), [daar](mailto:a@example.nl) of [onder](#deel).",
        "De code `{ instroom.totaal }` en `[^1]` staan er zo.",
        "De verzameling {a, b} en {…}.",
        "Het was minder dan in\n      2020. Wat er toen gebeurde, staat elders.",
        "1. een punt\n      2. nog een",
        "Zo is het.[^1] En zo.[^b]\n\n      [^1]: Een noot.\n\n      [^b]: Nog een.",
        "| Wat | Wanneer |\n      |---|---:|\n      | Begin | 1 januari 2021 |\n      | Eind | 20 dagen |",
        "| een regel met streepjes |",
        "Onder:\n\n      ---\n\n      Boven.",
    ],
)
def test_what_is_meant_so(project: ProjectMaker, text: str) -> None:
    """References, whole addresses, code, sets, a year within a paragraph, a list, a rule."""
    assert findings(project, f"    tekst: |\n      {text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Zo:\n\n      - Eerste.\n      - Tweede.",
        "Zo:\n\n      1. Eerste.\n      2. Tweede.",
        "\u2013 een enkel streepje is geen opsomming.",
        "a. een enkele letter.",
        "Van b. naar a. en terug",
        "Den Haag \u2022 Zwolle",
        "Zie `\u2022 een` en `\u2022 twee`.",
    ],
)
def test_what_is_no_pasted_list(project: ProjectMaker, text: str) -> None:
    """A list of Markdown, and signs that stand by themselves."""
    assert findings(project, f"    tekst: |\n      {text}") == []


def test_footnotes_and_small_tables_on_the_page(project: ProjectMaker) -> None:
    """A footnote leads to its words and back, with an address of its own in every text; a table has
    headings for who hears it. No word of them is lost, and figures in a note are figures.
    """
    text = (
        "Zo is het.[^1] En zo.[^b]\n\n      | Wat | Wie |\n      |---|---:|\n"
        "      | Begin | de chef |\n\n      [^1]: Er zijn {{ instroom.totaal }} mensen.\n\n"
        "      [^b]: Nog *een*."
    )
    blocks = "".join(f"  - soort: tekst\n    tekst: |\n      {text}\n" for _ in "12")
    folder = project({CHAPTER: f"titel: Cijfers\nblokken:\n{blocks}"})
    built = build_edition(folder, 2021, folder / "out")
    page = next((folder / "out/2021").glob("*.html")).read_text("utf-8")
    assert [one for one in built.findings if one.code in CODES or one.code[:4] == "SR-R"] == []
    addresses = re.findall(r'role="doc-noteref" aria-label="noot \d">(\d)</a>', page)
    assert addresses == ["1", "2"] * 2
    targets = re.findall(r'href="#(noot-\d+-\d)" role="doc-noteref"', page)
    assert len(set(targets)) == 4
    assert all(page.count(f'<li id="{one}">') == 1 for one in targets)
    assert all(page.count(f'id="{one}-plek"') == 1 for one in targets)
    assert page.count('<th class="getal" scope="col">Wie</th>') == 2
    assert page.count('<th scope="row">Begin</th>') == 2


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("titel: Op nummer #1 van de lijst", "#1 van de lijst"),
        ("titel: Op nummer # 1", "# 1"),
        ("titel: Op nummer  # nog bedenken", ""),
        ("titel: 'Op nummer #1'", ""),
        ("titel: Op nummer#1", ""),
    ],
)
def test_words_that_yaml_takes_for_a_comment(project: ProjectMaker, line: str, lost: str) -> None:
    """Told with the words; a comment that stands apart is one."""
    told = findings(project, f"    {line}\n    tekst: Kort.")
    assert [lost in message for _, _, message in told] == ([True] if lost else [])


YEARS = """\
    tekst: |
      2020. Het eerste jaar met cijfers.

      2021. Het jaar van dit verslag.

      Onze punten, vervolgd:

      3. het derde punt
      4. het vierde punt
"""


def test_years_stay_years_and_a_list_starts_where_it_starts(
    project: ProjectMaker, tmp_path: Path
) -> None:
    """In HTML and in the PDF: no list of years, and a third point that is called 3."""
    folder = project({CHAPTER: f"titel: Cijfers\nblokken:\n  - soort: tekst\n{YEARS}"})
    built = build_edition(folder, 2021, tmp_path / "uit")
    out = tmp_path / "uit/2021"
    html = next(out.glob("*.html")).read_text("utf-8")
    assert re.search(r"<p>2020\. Het eerste jaar", html)
    assert re.search(r"<p>2021\. Het jaar van", html)
    assert '<ol start="3" style="counter-reset: list-item 2">' in html
    document = pypdfium2.PdfDocument(next(out.glob("*.pdf")))
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    # The marks of a list stand after the words of its page in the text of a PDF.
    for line in ("2020. Het eerste", "2021. Het jaar van", " 3. 4. "):
        assert line in " ".join(words.split())
    assert [one.code for one in built.findings if one.code == "SR-R011"] == []
