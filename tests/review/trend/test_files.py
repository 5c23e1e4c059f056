# SPDX-License-Identifier: EUPL-1.2
"""CSV, JSON and SVG: everything is in them, once, and they can be read."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings, strategies as st

from standrapport.project.places import UsageProblem
from standrapport.review.trend import Trend, read_asked, trends_of
from standrapport.review.trend.as_data import HEADER, trend_csv, trends_as_dict
from standrapport.review.trend.as_svg import trend_svg
from tests.conftest import ROOT
from tests.report.charts.reading import SVG, marks, overlapping, parse, texts

from .projects import EDITIONS


def rows(content: bytes) -> list[dict[str, str]]:
    """The CSV as Python's own reader reads it."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def trends(project: Path, *asked: str, key: str | None = None) -> list[Trend]:
    """The trends of what is asked for."""
    return trends_of(read_asked(project, asked), key)


def test_a_row_for_everything_an_edition_says(service: Path) -> None:
    """All columns, numbers with a point, the newest and the revised marked."""
    content = trend_csv(trends(service, "vertrek.zelf"))
    assert content.splitlines()[0].decode() == ",".join(HEADER)
    found = [row for row in rows(content) if row["jaar"] == "2021"]
    assert [
        (row["editie"], row["waarde"], row["gedrukt"], row["nieuwste"], row["herzien"])
        for row in found
    ] == [
        ("2021", "1640", "1.640", "nee", "nee"),
        ("2022", "1630", "1.630", "nee", "ja"),
        ("2024", "1630", "1.630", "ja", "nee"),
    ]
    last = rows(content)[-1]
    assert (last["periode"], last["status"], last["peildatum"], last["bron"]) == (
        "t/m november",
        "voorlopig",
        "2024-11-30",
        "Verzonnen bron",
    )


def test_no_cell_is_a_formula_of_a_spreadsheet(service: Path) -> None:
    """A key that begins with = is neutralised as in the open data."""
    keys = {row["sleutel"] for row in rows(trend_csv(trends(service, "landen.aantal")))}
    assert keys == {"Noordland", "Oostland", "'=Zuidland"}


_cells = st.sampled_from(["", "n.n.b.", "n.v.t.", "<5", "10", "20", "1.230", "98.760"])


def _told_by(years: list[int]) -> st.SearchStrategy[dict[int, dict[int, tuple[str, bool]]]]:
    """A figure file for each of these editions; no edition says a year after its own."""
    return st.fixed_dictionaries(
        {
            edition: st.dictionaries(
                st.integers(2010, edition), st.tuples(_cells, st.booleans()), min_size=1
            )
            for edition in years
        }
    )


_editions = st.lists(st.integers(2015, 2022), min_size=1, max_size=4, unique=True).flatmap(_told_by)


@settings(max_examples=40)
@given(_editions)
def test_every_value_of_every_edition_is_there_exactly_once(
    editions: dict[int, dict[int, tuple[str, bool]]],
) -> None:
    """The CSV holds what the figure files hold, and one value per year stands when any edition
    knows one.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "figures").mkdir()
        for file in ("indicatoren", "afgeleid"):
            (folder / f"figures/{file}.yaml").write_text(
                dedent(EDITIONS[f"figures/{file}.yaml"] or ""), "utf-8"
            )
        for edition, years in editions.items():
            (folder / f"figures/{edition}").mkdir()
            lines = [
                f"{year},{'t/m mei' if part else ''},{cell},10,10"
                for year, (cell, part) in years.items()
            ]
            text = "\n".join(["jaar,periode,zelf,gedwongen,zeldzaam", *lines, ""])
            (folder / f"figures/{edition}/vertrek.csv").write_text(text, "utf-8")
        found = rows(trend_csv(trends(folder, "vertrek.zelf")))
    said = [(row["editie"], row["jaar"], row["periode"], row["gedrukt"]) for row in found]
    expected = [
        (str(edition), str(year), "t/m mei" if part else "heel jaar", cell or "n.n.b.")
        for edition, years in editions.items()
        for year, (cell, part) in years.items()
    ]
    assert sorted(said) == sorted(expected)
    for year in {row["jaar"] for row in found}:
        known = [row for row in found if row["jaar"] == year and row["gedrukt"] != "n.n.b."]
        standing = [row for row in found if row["jaar"] == year and row["nieuwste"] == "ja"]
        assert len(standing) == bool(known)
        if standing:
            whole = [row for row in known if row["periode"] == "heel jaar"]
            assert standing[0]["editie"] == max(row["editie"] for row in whole or known)


def test_json_tells_what_the_text_tells(service: Path) -> None:
    """Places, changes with the reason where there is none, and revisions with what moved them."""
    found = json.loads(
        json.dumps(trends_as_dict(trends(service, "vertrek.zelf", "vertrek.aandeel")))
    )
    assert found["schema"] == "standrapport/trend/1"
    first, second = found["figures"]
    year = next(year for year in first["years"] if year["year"] == 2021)
    assert year["newest"] == 2024
    assert year["revisions"][0] == {
        "old_edition": 2021, "new_edition": 2022, "period": None, "old": "1.640", "new": "1.630", "percent": -0.6,
        "reason": "Latere verzonnen meldingen", "difference": -10, "moved_by": [],
    }  # fmt: skip
    assert year["values"][0]["location"] == {
        "file": "figures/2021/vertrek.csv",
        "line": 4,
        "column": "zelf",
    }
    assert first["years"][3]["change"] == {
        "difference": None,
        "percent": None,
        "reason": "breuk in de reeks",
    }
    assert second["years"][1]["revisions"][0]["moved_by"][0]["ref"] == "vertrek.zelf"


@pytest.mark.parametrize(
    ("asked", "key"),
    [(("vertrek.zelf",), None), (("vertrek.zeldzaam",), None), (("vertrek.zelf", "vertrek.gedwongen", "vertrek.zeldzaam"), None),
     (("vertrek.aandeel",), None), (("landen.aantal",), "Noordland"), (("landen.aantal",), None)],
)  # fmt: skip
def test_the_picture_is_whole(service: Path, asked: tuple[str, ...], key: str | None) -> None:
    """XML with its text alternative, no id twice, no text on another, all within the picture, and
    the same every time.
    """
    svg = trend_svg(trends(service, *asked, key=key))
    root = parse(svg)
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids)) == 2
    assert overlapping(svg) == []
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    for text in texts(svg):
        assert left <= text.left < text.right <= left + width
        assert top <= text.top < text.bottom <= top + height
    assert svg == trend_svg(trends(service, *asked, key=key))


def test_every_value_in_the_picture_has_its_figure(service: Path) -> None:
    """Marks carry the name that `trace` understands.

    Part years and provisional ones are open; unknown years are words.
    """
    circles = marks(trend_svg(trends(service, "vertrek.zelf")), "circle")
    assert list(circles) == [f"vertrek.zelf[{year}]" for year in range(2019, 2025)]
    hollow = [ref for ref, circle in circles.items() if "hol" in circle.attrib["class"]]
    assert hollow == ["vertrek.zelf[2023]", "vertrek.zelf[2024]"]
    words = [text.content for text in texts(trend_svg(trends(service, "vertrek.zeldzaam")))]
    assert {"<5", "n.v.t.", "n.n.b."} <= set(words)


def test_earlier_values_stand_where_they_would_have_been(service: Path) -> None:
    """One dash for every different earlier value, at its own height on the axis of the values that
    stand.
    """
    svg = trend_svg(trends(service, "vertrek.zelf"))
    dashes = [
        element
        for element in parse(svg).iter(f"{SVG}line")
        if element.attrib.get("class") == "eerder"
    ]
    assert len(dashes) == 1 + 4  # the key; 1.450 and 1.480 of 2020, 1.640 of 2021, 2.010 of 2022
    circles = marks(svg, "circle")
    ends = [(1500.0, circles["vertrek.zelf[2019]"]), (2300.0, circles["vertrek.zelf[2023]"])]
    (low, y_low), (high, y_high) = ((value, float(circle.attrib["cy"])) for value, circle in ends)
    heights = sorted(
        round(low + (float(dash.attrib["y1"]) - y_low) * (high - low) / (y_high - y_low))
        for dash in dashes[1:]
    )
    assert all(
        abs(one - other) <= 3 for one, other in zip(heights, (1450, 1480, 1640, 2010), strict=True)
    )
    alternative = parse(svg)[1].text or ""
    assert (
        "Eerder gemeld: 1.450 voor 2020 in editie 2021, 1.480 voor 2020 in editie 2022"
        in alternative
    )
    assert "Reden: Latere verzonnen meldingen." in alternative


def test_what_cannot_stand_in_one_picture(service: Path) -> None:
    """Different units, or more lines than can be told apart."""
    with pytest.raises(UsageProblem, match="dezelfde eenheid"):
        trend_svg(trends(service, "vertrek.zelf", "vertrek.aandeel"))
    with pytest.raises(UsageProblem, match="hooguit 6 lijnen"):
        trend_svg(trends(ROOT, "nationaliteiten.zonder_toezicht"))


def test_every_figure_of_the_real_editions_has_a_picture_and_rows() -> None:
    """No column or formula breaks a form; years run on without a hole; nothing touches."""
    read = read_asked(ROOT, [])
    delivered = {path.stem for path in (ROOT / "figures").glob("*/*.csv")}
    refs = [
        ref
        for ref in read.catalogue.refs
        if ref in read.catalogue.derived or ref.partition(".")[0] in delivered
    ]
    assert len(refs) > 100
    everything = read_asked(ROOT, refs)
    for reference in everything.references:
        ref = reference.ref
        found = trends_of(replace(everything, references=(reference,)))
        assert rows(trend_csv(found))
        for trend in found[:1]:
            assert all(other.year == one.year + 1 for one, other in pairwise(trend.years))
            svg = trend_svg([trend])
            assert overlapping(svg) == [], ref
            ET.fromstring(svg)  # noqa: S314 - our own drawing
