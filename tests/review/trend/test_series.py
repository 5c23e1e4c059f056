# SPDX-License-Identifier: EUPL-1.2
"""What each edition says of a year, what stands, what was revised, and what may be compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from standrapport.project.places import UsageProblem
from standrapport.review.trend import Trend, TrendYear, read_asked, trends_of
from tests.conftest import ROOT

from .projects import EDITIONS

ProjectMaker = Callable[[Mapping[str, str | bytes | None]], Path]


def one(project: Path, asked: str, key: str | None = None) -> Trend:
    """The only trend of what was asked for."""
    (found,) = trends_of(read_asked(project, [asked]), key)
    return found


def year(trend: Trend, when: int) -> TrendYear:
    """One year of a trend."""
    return next(found for found in trend.years if found.year == when)


def test_every_edition_in_order_and_the_newest_stands(service: Path) -> None:
    """What three editions say of 2020, and the value of the last one."""
    found = year(one(service, "vertrek.zelf"), 2020)
    assert [(said.edition, said.figure.printed) for said in found.said] == [
        (2021, "1.450"),
        (2022, "1.480"),
        (2024, "1.400"),
    ]
    assert found.standing is found.said[-1]
    assert found.standing.figure.reference_date == "2024-12-31"
    assert str(found.standing.figure.position) == "figures/2024/vertrek.csv:2:zelf"


def test_an_edition_that_leaves_a_year_out_does_not_take_it_away(service: Path) -> None:
    """2019 is in the editions over 2021 and 2022 only."""
    found = year(one(service, "vertrek.zelf"), 2019)
    assert found.text == "1.500"
    assert found.standing is not None
    assert found.standing.edition == 2022
    assert found.by(2024) is None


def test_revisions_with_size_and_reason(service: Path) -> None:
    """Each step from one edition to the next, with the reason that the newer edition gives."""
    trend = one(service, "vertrek.zelf")
    found = [
        (
            r.revision.id.year,
            r.revision.edition,
            r.edition,
            str(r.revision.change.difference),
            str(r.revision.change.percent),
            r.revision.reason,
        )
        for r in trend.revised
    ]
    assert found == [
        (2020, 2021, 2022, "30", "2.1", ""),
        (2020, 2022, 2024, "-80", "-5.4", ""),
        (2021, 2021, 2022, "-10", "-0.6", "Latere verzonnen meldingen"),
        (2022, 2022, 2024, "10", "0.5", ""),
    ]


def test_a_computed_figure_names_the_cells_that_moved_it(service: Path) -> None:
    """A share was revised because one of its parts was.

    Its own difference is that of the printed shares.
    """
    revised = one(service, "vertrek.aandeel").revised
    assert [(r.revision.old, r.revision.new, r.revision.change.difference) for r in revised] == [
        ("63\N{NO-BREAK SPACE}%", "64\N{NO-BREAK SPACE}%", Decimal(1)),
        ("64\N{NO-BREAK SPACE}%", "62\N{NO-BREAK SPACE}%", Decimal(-2)),
    ]
    assert [(cell.id.ref, cell.old, cell.new) for cell in revised[0].moved] == [
        ("vertrek.zelf", "1.450", "1.480")
    ]


def test_no_change_over_a_break(service: Path) -> None:
    """The first year that counts differently is not compared with the one before, the
    next year is.
    """
    trend = one(service, "vertrek.zelf")
    over, after = year(trend, 2022).change, year(trend, 2023).change
    assert over is not None
    assert (over.difference, over.why) == (None, "breuk in de reeks")
    assert after is not None
    assert (after.difference, after.percent, after.why) == (Decimal(280), Decimal(14), "")
    assert [one.year for one in trend.breaks] == [2022]


def test_a_computed_figure_has_the_breaks_of_its_cells(service: Path) -> None:
    """A formula over a table with a break has that break too."""
    assert [one.year for one in one(service, "vertrek.totaal").breaks] == [2022]


def test_no_change_to_a_part_of_a_year(service: Path) -> None:
    """Eleven months are not compared with twelve."""
    change = year(one(service, "vertrek.zelf"), 2024).change
    assert change is not None
    assert (change.difference, change.why) == (None, "over t/m november; 2023 over het hele jaar")


def test_a_part_of_a_year_never_replaces_the_whole(project: ProjectMaker) -> None:
    """A newer edition that has only some months of a year is no revision, and the whole year
    stands.
    """
    folder = project(
        {
            **EDITIONS,
            "figures/2024/vertrek.csv": "jaar,periode,zelf,gedwongen,zeldzaam\n2021,t/m maart,400,200,<5\n",
            "figures/2024/landen.csv": None,
        }
    )
    found = year(one(folder, "vertrek.zelf"), 2021)
    assert found.text == "1.630"
    assert [(r.revision.edition, r.edition) for r in found.revised] == [(2021, 2022)]


def test_suppressed_and_unknown_are_no_numbers(service: Path) -> None:
    """'<5' stands and was a value before.

    Unknown years have no standing value; none of them is zero.
    """
    trend = one(service, "vertrek.zeldzaam")
    assert [found.text for found in trend.years] == ["20", "10", "<5", "<5", "n.v.t.", "n.n.b."]
    assert [
        (r.revision.old, r.revision.new, r.revision.change.difference) for r in trend.revised
    ] == [("<5", "10", None)]
    assert year(trend, 2024).standing is None
    change = year(trend, 2021).change
    assert change is not None
    assert (change.difference, change.why) == (None, "2021 is <5")


def test_a_value_that_a_newer_edition_no_longer_knows_still_stands(project: ProjectMaker) -> None:
    """'n.n.b.' does not wipe out what was published, and it is no revision."""
    rows = "jaar,zelf,gedwongen,zeldzaam\n2021,n.n.b.,700,<5\n2022,2020,800,<5\n"
    found = year(one(project({**EDITIONS, "figures/2024/vertrek.csv": rows}), "vertrek.zelf"), 2021)
    assert found.text == "1.630"
    assert found.standing is not None
    assert found.standing.edition == 2022
    assert [said.figure.printed for said in found.said] == ["1.640", "1.630", "n.n.b."]
    assert len(found.revised) == 1


def test_years_nobody_mentions_are_holes(service: Path) -> None:
    """Between the years of a key all years are there, in their place."""
    trend = one(service, "landen.aantal", "Noordland")
    assert [found.year for found in trend.years] == [2021, 2022, 2023, 2024]
    assert year(trend, 2023).text == "geen cijfer"


def test_no_percentage_from_or_to_below_zero(project: ProjectMaker) -> None:
    """A change of a balance has a size, not a percentage."""
    formula = "afgeleid:\n  vertrek.verschil: {titel: Verschil, formule: vertrek.zelf - 1500, eenheid: personen}\n"
    trend = one(project({**EDITIONS, "figures/afgeleid.yaml": formula}), "vertrek.verschil")
    change = year(trend, 2021).change  # from -100 to 130
    assert change is not None
    assert (change.difference, change.percent) == (Decimal(230), None)


def test_limits_hide_years_but_not_what_they_are_compared_with(service: Path) -> None:
    """The first year that is shown keeps its change."""
    (trend,) = trends_of(read_asked(service, ["vertrek.zelf"]), None, 2021, 2022)
    assert [found.year for found in trend.years] == [2021, 2022]
    change = trend.years[0].change
    assert change is not None
    assert change.difference == 230


def test_a_source_in_the_press_says_so(service: Path) -> None:
    """Each value has the source of its year."""
    trend = one(service, "vertrek.zelf")
    assert [said.source for said in year(trend, 2023).said] == ["Verzonnen krant (via de pers)"]


def test_without_a_key_every_key_of_every_edition(service: Path) -> None:
    """Keys of the newest edition first, those that have gone last."""
    trends = trends_of(read_asked(service, ["landen.aantal"]))
    assert [trend.key for trend in trends] == ["Noordland", "Oostland", "=Zuidland"]


@pytest.mark.parametrize(
    ("asked", "key", "words"),
    [
        ("vertrek.zefl", None, "Bedoelt u vertrek.zelf"),
        ("vertrek.zelf[2020]", None, "zonder jaar"),
        ("vertrek.zelf[-1]", None, "zonder jaar"),
        ("vertrek.zelf + 1", None, "formule"),
        ("???", None, "geen naam van een cijfer"),
        ("vertrek.zelf", "Noordland", "heeft geen sleutels"),
        ("landen.aantal", "Noordlnd", "Bedoelt u Noordland?"),
        ('landen.aantal["Oostland"]', "Noordland", "heeft al de sleutel 'Oostland'"),
        ('landen.aantal["Maan"]', None, "Er zijn: Noordland, Oostland, =Zuidland."),
    ],
)
def test_what_does_not_exist_is_named_with_what_does(
    service: Path, asked: str, key: str | None, words: str
) -> None:
    """A sentence that helps."""
    with pytest.raises(UsageProblem, match=r".*") as raised:
        trends_of(read_asked(service, [asked]), key)
    assert words in str(raised.value)


def test_a_cell_that_cannot_be_read_stops_everything(project: ProjectMaker) -> None:
    """An unreadable figure must not look like an unknown one."""
    asked = read_asked(
        project({**EDITIONS, "figures/2022/landen.csv": "jaar,land,aantal\n2022,Noordland,6x0\n"}),
        ["vertrek.zelf"],
    )
    assert asked.editions == ()
    assert [str(finding.position) for finding in asked.errors] == [
        "figures/2022/landen.csv:2:aantal"
    ]


def test_the_real_editions_agree_on_forced_departure() -> None:
    """The published figures of 2018 to 2021 read the same in every edition."""
    trend = one(ROOT, "vertrek.gedwongen")
    assert trend.editions == (2021, 2024, 2025)
    assert trend.revised == ()
    assert [found.text for found in trend.years] == [
        "2.650",
        "2.760",
        "1.650",
        "1.630",
        "1.850",
        "2.370",
        "n.n.b.",
    ]


def test_the_real_share_is_worked_out_per_edition() -> None:
    """A computed figure in every edition, its change in points of the printed shares."""
    trend = one(ROOT, "lp.aandeel_vastgesteld")
    found = year(trend, 2020)
    assert [said.figure.printed for said in found.said] == ["89\N{NO-BREAK SPACE}%"] * 3
    assert found.change is not None
    assert found.change.difference == 2  # 89 - 87
    assert found.change.percent is None
