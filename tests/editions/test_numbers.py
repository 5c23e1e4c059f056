# SPDX-License-Identifier: EUPL-1.2
"""Every number printed in the HTML equals the cell or the recomputed formula behind it."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from standrapport.core.formula import Reference, ground, parse_formula, value_of
from standrapport.core.model import Kind, figure_of
from standrapport.core.notation import parse_getal, round_to
from standrapport.pipeline.build import Built
from standrapport.pipeline.checked import Checked

from .conftest import YEARS, page

Builds = dict[int, tuple[Built, Path]]


class _DataElements(HTMLParser):
    """Collects every `<data>` with its attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[dict[str, str], str]] = []
        self._open: dict[str, str] | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "data":
            self._open, self._text = {name: value or "" for name, value in attrs}, ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "data" and self._open is not None:
            self.found.append((self._open, self._text))
            self._open = None


def data_elements(html: str) -> list[tuple[dict[str, str], str]]:
    """Attributes and text of every `<data>` on a page."""
    parser = _DataElements()
    parser.feed(html)
    return parser.found


def english_numbers(html: str) -> dict[str, str]:
    """Every figure of the chapters in English with a separator, and the same in Dutch notation."""
    parts = re.findall(
        r'<section class="hoofdstuk[^>]* lang="en">.*?(?=<section class="hoofd)', html, re.DOTALL
    )
    shown = [text for part in parts for _, text in data_elements(part) if re.search(r"\d", text)]
    return {
        text: text.translate(str.maketrans(".,", ",.")).replace("%", "\N{NO-BREAK SPACE}%")
        for text in shown
        if not text.isdigit()
    }


def recomputed(checked: Checked, attributes: dict[str, str]) -> Fraction | None:
    """The value of `data-ref` worked out from the cells, in its year and for its key."""
    node = ground(
        parse_formula(attributes["data-ref"]),
        checked.names,
        int(attributes["data-year"]),
        attributes.get("data-key"),
    )
    return value_of(node, checked.figures)


def _outside_list(checked: Checked, attributes: dict[str, str]) -> bool:
    """Whether the cell itself says that the key is not in the ranking of that year."""
    node = parse_formula(attributes["data-ref"])
    assert isinstance(node, Reference)
    year = int(attributes["data-year"])
    return (
        figure_of(checked.figures, node.ref, year, attributes.get("data-key")).kind is Kind.OUTSIDE
    )


@pytest.mark.parametrize("year", YEARS)
def test_every_printed_number_is_the_number_behind_it(built: Builds, year: int) -> None:
    """Walks all figures of the page: text, value and recomputed formula agree, rounded
    as printed.
    """
    result, folder = built[year]
    html = page(folder, "html").read_text("utf-8")
    elements, english = data_elements(html), english_numbers(html)
    assert len(elements) > 150
    assert english
    for attributes, text in elements:
        expected = recomputed(result.checked, attributes)
        if attributes["value"] == "":
            outside = text == "b.l." and _outside_list(result.checked, attributes)
            assert text in ("n.n.b.", "n.b.") or text.startswith("<") or outside, (attributes, text)
            continue
        assert expected is not None, attributes
        value = Decimal(attributes["value"])
        places = max(0, -int(value.as_tuple().exponent))
        exact = Decimal(expected.numerator) / Decimal(expected.denominator)
        # The value stands in the page as printed: rounding the recomputed number to its decimals
        # must give it.
        assert round_to(exact, max(places, 0)) == value, (attributes, text)
        said = english.get(text, text)
        number = re.search(r"[-\N{MINUS SIGN}]?\d[\d.]*(?:,\d+)?", said)
        if number and "duizend" not in text and "procent" not in text.replace(" procent", "", 1):
            assert parse_getal(number[0]) == value, (attributes, text)


@pytest.mark.parametrize("year", YEARS)
def test_every_number_in_a_drawing_is_the_figure_it_names(built: Builds, year: int) -> None:
    """Each text in a chart that names a figure shows that figure as printed, year and
    key included.
    """
    result, folder = built[year]
    figures = result.checked.figures
    labels = re.findall(
        r'<text[^>]* data-ref="([^"]+)"[^>]*>([^<]*)</text>',
        page(folder, "html").read_text("utf-8"),
    )
    assert len(labels) > 30
    for name, text in labels:
        node = parse_formula(unescape(name))
        assert isinstance(node, Reference)
        shown = figure_of(figures, node.ref, node.in_year(year), node.key).printed
        assert unescape(text) in (
            shown,
            f"{shown} ({figure_of(figures, node.ref, node.in_year(year), node.key).period})",
        )


@pytest.mark.parametrize("year", YEARS)
def test_manifest_names_every_use(built: Builds, year: int) -> None:
    """The manifest lists each printed figure with its place, and the hashes of what was written."""
    _, folder = built[year]
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    elements = data_elements(page(folder, "html").read_text("utf-8"))
    assert len(manifest["used"]) == len(elements)
    assert {
        "schema",
        "year",
        "tool",
        "inputs",
        "outputs",
        "status",
        "figures",
        "used",
        "findings",
    } <= set(manifest)
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {output["path"] for output in manifest["outputs"]} == written - {"manifest.json"}
    assert {
        f"stand-van-de-uitvoering-{year}.html",
        f"stand-van-de-uitvoering-{year}.pdf",
        "data/cijfers.csv",
    } <= written


def test_caseload_balance_of_2021_shows_itself(built: Builds) -> None:
    """The flows imply 8.100 at the start, which the check reports and the report says."""
    result, folder = built[2021]
    assert [f.rules[0].rule for f in result.findings if f.code == "SR-C001"] == [
        "caseload-ongeveer-gelijk",
        "historie-binnen-keten-zelfstandig",
        "historie-binnen-keten-zelfstandig",
    ]
    assert "8.100" in page(folder, "html").read_text("utf-8")


def test_real_editions_have_no_errors_and_only_the_explained_warnings(
    built: Builds, real_project: Path
) -> None:
    """Each warning on the real data is explained in docs/cijfers.md by the name of its rule."""
    explained = (real_project / "docs/cijfers.md").read_text("utf-8")
    for result, _ in built.values():
        loud = [finding for finding in result.findings if finding.severity.value != "note"]
        assert {finding.severity.value for finding in loud} <= {"warning"}
        for finding in loud:
            assert finding.rules[0].rule in explained, finding.message


@pytest.mark.parametrize("year", YEARS)
def test_every_number_leads_to_its_account(built: Builds, year: int) -> None:
    """Each figure outside titles is a link to an entry that shows that very number."""
    html = page(built[year][1], "html").read_text("utf-8")
    entries = {
        found[1]: unescape(re.sub(r"<[^>]+>", "", found[2]))
        for found in re.finditer(
            r'<dt id="(v-[^"]+)">(?:(?!<dt ).)*?<p class="waarden">(.*?)</p>', html, re.DOTALL
        )
    }
    english = english_numbers(html)
    bare = re.sub(r"<(h[1-6]|caption|figcaption)\b.*?</\1>", "", html, flags=re.DOTALL)
    linked = 0
    for inside in re.findall(r"<data [^>]*>(.*?)</data>", bare):
        link = re.fullmatch(r'<a class="cijfer" href="#([^"]+)">(.*)</a>', inside)
        if link is None:
            continue
        linked += 1
        if "duizend" not in link[2] and any(map(str.isdigit, link[2])):
            said = unescape(link[2])
            shown = english.get(said, said).replace(" procent", "\N{NO-BREAK SPACE}%")
            assert shown in entries[link[1]], (link[1], link[2])
    assert linked > 150
    assert linked >= 0.9 * len(re.findall(r"<data ", bare))
