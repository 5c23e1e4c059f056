# SPDX-License-Identifier: EUPL-1.2
"""Running text as HTML: what a PDF for everyone can hold, and what a screen reader needs."""

from __future__ import annotations

import re

import pytest

from standrapport.report.render.markdown import markdown_html


@pytest.mark.parametrize(
    ("source", "points"),
    [
        ("- een\n- twee", ["een", "twee"]),
        ("- een\n\n- twee", ["een", "twee"]),
        ("1. een\n\n   nog een\n2. twee", ["een\nnog een", "twee"]),
        ("- een\n\n  - binnen\n\n  - nog", ["een", "binnen", "nog"]),
        ("Zin.[^a]\n\n[^a]: Noot.\n\n    Nog een.", ["Noot.\nNog een."]),
    ],
)
def test_points_hold_no_paragraphs(source: str, points: list[str]) -> None:
    """PDF/UA allows a point a mark and a body; a paragraph in it is tagged beside them."""
    html = markdown_html(source, "n")
    assert not re.search(r"<li[^>]*>\s*<p>", html)
    plain = re.sub(r"<a class=\"noot-terug.*?</a>", "", html)
    found = re.findall(r"<li[^>]*>(.*?)(?=</li>|<ul|<ol)", plain, re.DOTALL)
    shown = [re.sub(r"\n+", "\n", re.sub(r"<[^>]*>", "", one)).strip() for one in found]
    assert shown == points


def test_a_list_with_room_says_so() -> None:
    """The room between its points comes from the style sheet."""
    assert '<ul class="ruim">' in markdown_html("- een\n\n- twee", "n")
    assert "ruim" not in markdown_html("- een\n- twee", "n")


def test_a_paragraph_beside_a_list_stays_one() -> None:
    """Only points change."""
    html = markdown_html("Voor.\n\n- een\n\n> Citaat.\n\nNa.", "n")
    assert re.findall(r"<p>(.*?)</p>", html) == ["Voor.", "Citaat.", "Na."]


def test_headings_of_a_table() -> None:
    """The first row is for columns, the first cell for its row, and only those."""
    html = markdown_html("| a | b |\n|---|---:|\n| c | d |\n| e | f |", "n")
    assert re.findall(r'<th scope="col"[^>]*>(.*?)</th>', html) == ["a"]
    assert '<th class="getal" scope="col">b</th>' in html
    assert re.findall(r'<th scope="row">(.*?)</th>', html) == ["c", "e"]
    assert re.findall(r'<td class="getal">(.*?)</td>', html) == ["d", "f"]


def test_the_same_note_twice_has_one_way_back() -> None:
    """Two places, one note, no address that stands twice."""
    html = markdown_html("Een.[^a] Twee.[^a]\n\n[^a]: Noot.", "n")
    assert html.count('href="#n-1"') == 2
    addresses = re.findall(r'id="([^"]+)"', html)
    assert sorted(addresses) == ["n-1", "n-1-plek"]
    assert html.count('class="noot-terug"') == 1
