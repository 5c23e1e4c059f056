# SPDX-License-Identifier: EUPL-1.2
"""The page for print is read as XML only where a reader of HTML would make the same of it, and laid
out with less work to the same pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
import tinyhtml5
import weasyprint
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import report_input
from standrapport.project.places import templates_of
from standrapport.report.render import render
from standrapport.report.render.print_tree import in_short, print_tree
from tests.conftest import ROOT


def _all(element: Any, depth: int = 0) -> Iterator[tuple[Any, ...]]:
    """Every element with its attributes and words; at the top, blanks between blocks say nothing."""
    attributes = sorted((k, v) for k, v in element.attrib.items() if "xmlns" not in k)
    words = [element.text or "", element.tail or ""]
    yield depth, element.tag, attributes, *(w.strip() if depth < 3 else w for w in words)
    for child in element:
        yield from _all(child, depth + 1)


def read_both_ways(html: str) -> tuple[list[Any], list[Any]]:
    """The page as both readers have it."""
    tree = print_tree(html)
    assert tree is not None
    return list(_all(tree)), list(_all(tinyhtml5.parse(html, namespace_html_elements=False)))


@pytest.mark.parametrize("year", [2021, 2024])
def test_the_editions_are_read_alike(year: int) -> None:
    checked = check_edition(ROOT, year)
    assert checked.edition is not None
    report = report_input(checked, checked.edition, concept=True)
    ours, theirs = read_both_ways(render(report, templates_of(ROOT)).print_html)
    assert len(ours) > 1000
    assert ours == theirs


def page(body: str, head: str = "") -> str:
    return f"<!doctype html>\n<html><head><title>t</title>{head}</head><body>{body}</body></html>"


ALIKE = [
    '<p>a<br>b <img src="x" alt=""></p>',
    '<p>een &amp; &lt; &#233; <a href="#b">x</a></p><ul><li><p>y</p></li></ul>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g><path d="M0 0"/></g></svg>',
    "<table><caption>c</caption><thead><tr><th>k</th></tr></thead><tbody><tr><td><ul><li>1</li></ul></td></tr></tbody></table>",
    "<dl><dt>a</dt><dd>b</dd></dl>",
]
OTHERWISE = [
    "<div>a<!-- weg -->b</div>",
    "<p>een<p>twee",  # never closed
    "<p>a<ul><li>b</li></ul></p>",  # a reader of HTML closes the paragraph
    "<div><span/>x</div>",  # closes nothing in HTML
    "<table><tr><td>1</td></tr></table>",  # gets a body
    "<table>woord<tbody><tr><td>1</td></tr></tbody></table>",  # put before the table
    '<a href="#a">x <strong><a href="#b">y</a></strong></a>',
    "<ul><li>a</li><p>b</p></ul>",
    '<p title="a\nb">x</p>',
    "<p title='a'>x</p>",
    "<pre>\nx</pre>",
    "<P>x</P>",
    "<p>x&nbsp;y</p>",
    '<svg><path d="M0 0"/></svg>',
    "<noscript><p>x</p></noscript>",
    "<p>x\r\ny</p>",
]


@pytest.mark.parametrize("body", ALIKE)
def test_read_alike(body: str) -> None:
    ours, theirs = read_both_ways(page(body))
    assert ours == theirs


@pytest.mark.parametrize("body", OTHERWISE)
def test_left_to_a_reader_of_html(body: str) -> None:
    assert print_tree(page(body)) is None


@pytest.mark.parametrize(
    "html",
    [
        page("", "<style>a &gt; b {}</style>"),
        page("", '<base href="https://example.org/">'),
        "<html><head></head><body></body></html>",
        '<!doctype html><!DOCTYPE html [<!ENTITY a "b">]><html><head/><body>&a;</body></html>',
        page("<p>x</p>").replace("<head>", "<head>woord"),
    ],
)
def test_other_pages_are_left_to_it_too(html: str) -> None:
    assert print_tree(html) is None


def drawn(attributes: str) -> list[tuple[float, float]]:
    """Left and right side of every piece of a text drawn at 100 of 200 px, from left to right."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" viewBox="0 0 200 40"><text y="20" font-size="16" font-family="Fira Sans" {attributes}>AVATO</text></svg>'
    words = f"<style>@page {{ size: 200px 40px; margin: 0 }} body {{ margin: 0 }}</style>{svg}"
    document = pypdfium2.PdfDocument(weasyprint.HTML(string=words).write_pdf())
    try:
        boxes = [one.get_bounds() for one in document[0].get_objects(filter=[FPDF_PAGEOBJ_TEXT])]
    finally:
        document.close()
    return sorted((left / 0.75, right / 0.75) for left, _, right, _ in boxes)


@pytest.mark.parametrize(("anchor", "side"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_a_text_of_a_drawing_is_one_piece_at_its_place(anchor: str, side: float) -> None:
    letters = drawn(f'x="100" text-anchor="{anchor}"')
    with in_short():
        ((left, right),) = drawn(f'x="100" text-anchor="{anchor}"')
    assert len(letters) == 5  # else WeasyPrint does it by itself, and this can go
    assert right - left < letters[-1][1] - letters[0][0]  # kerned
    assert left + side * (right - left) == pytest.approx(100, abs=1.5)


@pytest.mark.parametrize("attributes", ['x="9 29 49 69 89"', 'x="9" rotate="10"'])
def test_letters_with_places_of_their_own_keep_them(attributes: str) -> None:
    alone = drawn(attributes)
    with in_short():
        assert drawn(attributes) == alone
    assert len(alone) == 5


BOXES = """<style>.k { columns: 2 } .r { display: flex; flex-wrap: wrap } .r p { width: 45% }</style>
<table><tr><td>een lange cel met woorden</td><td>1.234</td></tr></table><ul class="k">{items}</ul>
<div class="r"><p>een kaart met woorden</p><p>een kaart met woorden</p></div>"""


def test_lines_laid_out_once_are_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = line_break.split_first_line

    def counted(words: str, *more: Any, **named: Any) -> Any:
        asked.append(words)
        return real(words, *more, **named)

    for module in (line_break, inline, preferred):
        monkeypatch.setattr(module, "split_first_line", counted)
    items = "".join(f"<li>punt {n} met een aantal woorden erbij</li>" for n in range(9))
    words = page(BOXES.replace("{items}", items))
    alone = weasyprint.HTML(string=words).write_pdf(pdf_variant="pdf/a-3a")
    long_way = len(asked)
    asked.clear()
    with in_short():
        assert weasyprint.HTML(string=words).write_pdf(pdf_variant="pdf/a-3a") == alone
    assert 0 < len(asked) < long_way * 0.6
    assert inline.split_first_line is counted  # put back
