# SPDX-License-Identifier: EUPL-1.2
"""The page for print is read as XML only where a reader of HTML would make the same of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import tinyhtml5

from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import report_input
from standrapport.project.places import templates_of
from standrapport.report.render import render
from standrapport.report.render.print_tree import print_tree
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
