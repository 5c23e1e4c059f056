# SPDX-License-Identifier: EUPL-1.2
"""Which time words stand for, sentence by sentence; headings over figures; breaks and runs of years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from standrapport.core.model import Expected, Figure, Kind, SeriesBreak, Source
from standrapport.core.words import (
    aside_in_words,
    both_years,
    break_sentence,
    breaks_between,
    closed,
    counted_differently,
    differing_times,
    in_words,
    mark,
    published_words,
    says_same_months,
    says_time,
    source_with_address,
    sources_by_year,
    than_in,
    unsaid,
    year_heading,
    year_runs,
    year_with,
)
from tests.core.invented import catalogue, column, figure, table

PART = figure("t.a", 2025, 1, period="t/m november")
WHOLE, OPEN = figure("t.b", 2025, 1), figure("t.c", 2025, None, period="t/m mei")
TARGET = figure("t.d", 2025, 1, expected="doel")
BOTH = figure("t.e", 2025, 1, period="t/m november", expected="raming")


@pytest.mark.parametrize(
    ("period", "expected", "state", "told"),
    [
        (None, "doel", False, "in 2025 (doel)"),
        ("t/m mei", "raming", False, "tot en met mei 2025 (raming)"),
        (None, "doel", True, "eind 2025 (doel)"),
        ("stand 31 mei", "", True, "op 31 mei 2025"),
        ("maart", "", True, "eind maart 2025"),
        ("2021 t/m november 2025", "", True, "van 2021 tot en met november 2025"),
        ("week 3", "", True, "van week 3 2025"),
        ("week 3", "", False, "van week 3 2025"),
    ],
)
def test_a_time_in_running_text(
    period: str | None, expected: Expected, state: bool, told: str
) -> None:
    assert in_words(period, 2025, expected, state=state) == told


@pytest.mark.parametrize(
    ("period", "expected", "state", "told"),
    [
        (None, "", False, ""),
        (None, "", True, ""),
        (None, "doel", False, "doel"),
        ("t/m mei", "", False, "tot en met mei 2025"),
        ("t/m mei", "", True, "eind mei 2025"),
        ("t/m mei", "doel", True, "eind mei 2025, doel"),
    ],
)
def test_a_time_behind_a_figure(
    period: str | None, expected: Expected, state: bool, told: str
) -> None:
    """Nothing where the year alone says it."""
    assert aside_in_words(period, 2025, expected, state=state) == told


@pytest.mark.parametrize(
    ("period", "both", "than"),
    [
        (None, "", "dan in 2024"),
        ("t/m mei", "beide jaren tot en met mei", "dan tot en met mei 2024"),
        ("mei", "beide jaren in mei", "dan in mei 2024"),
        ("maart t/m mei", "beide jaren van maart tot en met mei", "dan van maart tot en met mei 2024"),
        ("stand 1 mei", "beide jaren op 1 mei", "dan op 1 mei 2024"),
        ("2020 t/m 2024", "beide jaren 2020 tot en met 2024", "dan van 2020 tot en met 2024"),
    ],
)  # fmt: skip
def test_two_years_over_the_same_months(period: str | None, both: str, than: str) -> None:
    assert (both_years(period), than_in(period, 2024)) == (both, than)


@pytest.mark.parametrize(
    ("figures", "heading", "not_said"),
    [
        ((WHOLE,), "2025", ()),
        ((PART,), "2025 (t/m november)", ()),
        ((TARGET,), "2025 (doel)", ()),
        ((BOTH, OPEN), "2025 (t/m november, raming)", ()),
        ((OPEN,), "2025", ()),
        ((), "2025", ()),
        ((PART, WHOLE), "2025", (PART,)),
        ((PART, BOTH), "2025", (PART, BOTH)),
        ((WHOLE, TARGET, OPEN), "2025", (TARGET,)),
    ],
)
def test_a_heading_over_figures(
    figures: Sequence[Figure], heading: str, not_said: Sequence[Figure]
) -> None:
    """Says their time when it is one; else each figure that has another than its year says it."""
    assert year_heading(2025, figures) == heading
    assert unsaid(figures) == {one.id for one in not_said}


@pytest.mark.parametrize(
    ("period", "expected", "heading"),
    [
        (None, "doel", "2024 (doel)"),
        ("t/m mei", "", "2024 (t/m mei)"),
        ("2019 t/m 2024", "raming", "2019 t/m 2024 (raming)"),
    ],
)
def test_a_year_as_a_heading(period: str | None, expected: Expected, heading: str) -> None:
    assert year_with(period, 2024, expected) == heading


def test_what_sets_a_figure_apart() -> None:
    """A figure nobody knows is not set apart, whatever time it would be of."""
    assert [mark(one) for one in (WHOLE, PART, TARGET, BOTH, OPEN)] == [
        "", "t/m november", "doel", "t/m november, raming", ""
    ]  # fmt: skip


def test_years_whose_figures_are_not_of_one_time() -> None:
    """Each time with the figures that are of it; what was asked for by name has said it itself."""
    named = replace(TARGET, id=TARGET.id._replace(beside="doel"))
    same = replace(PART, id=PART.id._replace(ref="t.f"))
    before = replace(PART, id=PART.id._replace(year=2024))
    shown = [WHOLE, PART, same, TARGET, named, OPEN, before]
    names = {one.id: one.id.ref[2:].upper() for one in shown}
    assert differing_times(shown, names) == [
        "2025: A en F zijn t/m november.",
        "2025: D is doel.",
    ]
    assert differing_times([WHOLE, PART], names) == ["2025: A is t/m november."]
    assert differing_times([PART, same, before], names) == []
    assert differing_times([WHOLE, named], names) == []
    assert differing_times([], {}) == []


@pytest.mark.parametrize(
    ("sentence", "period", "expected", "told"),
    [
        ("Van 2011 t/m 2017 waren het er 10.", "2011 t/m 2017", "", True),
        ("In 2011-2017 waren het er 10.", "2011 t/m 2017", "", True),
        ("In 2011, en later in 2017.", "2011 t/m 2017", "", False),
        ("Stand 31 augustus: 10.", "stand 31 augustus", "", True),
        ("Op 31 augustus waren er 10.", "stand 31 augustus", "", True),
        ("Eind augustus waren er 10.", "stand 31 augustus", "", False),
        ("Januari tot november: 10.", "t/m november", "", True),
        ("Eind 30 november waren er 10.", "t/m november", "", True),
        ("Eind novembers waren er 10.", "t/m november", "", False),
        ("EIND NOVEMBER waren er 10.", "t/m november", "", True),
        ("In mei waren er 10.", "mei", "", True),
        ("Eind mei waren er 10.", "maart t/m mei", "", False),
        ("Tot en met mei is het doel 10.", "t/m mei", "doel", True),
        ("Het doel is 10.", "t/m mei", "doel", False),
        ("Tot en met mei waren het er 10.", "t/m mei", "doel", False),
        ("De raming is 10.", None, "raming", True),
        ("De raming is 10.", None, "doel", False),
        ("GEWENST is 10.", None, "doel", True),
        ("Geraamd is 10.", None, "raming", True),
        ("Het waren er 10.", None, "", True),
    ],
)
def test_the_time_a_sentence_tells(
    sentence: str, period: str | None, expected: Expected, told: bool
) -> None:
    """Both the part of the year and that nothing was counted."""
    assert says_time(sentence, period, expected) is told


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("meer dan in dezelfde periode van 2024", True),
        ("in BEIDE JAREN meer", True),
        ("meer dan in November 2024", True),
        ("meer dan in november 2023", False),
        ("meer dan in novembers 2024", False),
        ("meer dan in 2024", False),
    ],
)
def test_a_sentence_that_takes_the_same_months(sentence: str, said: bool) -> None:
    assert says_same_months(sentence, "t/m november", 2024) is said
    assert says_same_months("meer dan in december 2024", None, 2024)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Anders geteld", "Anders geteld."), ("Zie n.n.b.", "Zie n.n.b."), ("Echt!", "Echt!"),
        ("Waarom?", "Waarom?"), ("twee\n  regels ", "twee regels."),
    ],
)  # fmt: skip
def test_a_sentence_is_closed_once(reason: str, told: str) -> None:
    assert closed(reason) == told
    assert break_sentence(SeriesBreak(2021, reason)) == f"Breuk in de reeks vanaf 2021: {told}"


def test_breaks_between_two_years() -> None:
    """From its own year on it counts otherwise; a chart is told of in one sentence."""
    early, late = SeriesBreak(2019, "a"), SeriesBreak(2022, "b")
    held = replace(table("t"), columns={"a": column("t.a", breaks=(early, late))})
    known = catalogue(held)
    assert [breaks_between(known, "t.a", 2018, year) for year in (2018, 2019, 2021, 2022)] == [
        [], [early], [early], [early, late],
    ]  # fmt: skip
    assert breaks_between(known, "t.a", 2022, 2019) == [late]
    assert counted_differently(["2019"]) == "Vanaf 2019 is de telling anders."
    assert counted_differently(["2019", "2022"]) == "Vanaf 2019 en 2022 is de telling anders."


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ([], ""), ([2020], "2020"), ([2021, 2020], "2020 en 2021"), ([2020, 2022], "2020 en 2022"),
        ([2020, 2021, 2022], "2020 tot en met 2022"),
        ([2011, 2012, 2013, 2017, 2021], "2011 tot en met 2013, 2017 en 2021"),
    ],
)  # fmt: skip
def test_runs_of_years(years: list[int], told: str) -> None:
    """Two years are no run."""
    assert year_runs(years) == told


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2022-06-10", "10 juni 2022"), ("2022-06", "juni 2022"), ("2022-12", "december 2022"),
        ("2022-01", "januari 2022"), ("2022", "2022"), ("", ""), ("2022-zomer", "2022-zomer"),
        ("2022-100", "2022-100"), ("2022-xx", "2022-xx"),
    ],
)  # fmt: skip
def test_when_a_source_appeared(published: str, told: str) -> None:
    assert published_words(Source("b", "Bron", published=published)) == told


def test_sources_over_the_years() -> None:
    """One for all years by itself; several each with their years, the earliest first."""
    made = replace(
        table("t"), columns={"a": column("t.a", sources={None: "b", 2019: "a", 2020: "a"})}
    )
    known = replace(catalogue(made), sources={"a": Source("a", "Oud", "https://o.test/"), "b": Source("b", "Nieuw", via_press=True)})  # fmt: skip
    cells = {year: figure("t.a", year, 1) for year in (2021, 2020, 2019, 2022)}
    assert sources_by_year(known, cells.values()) == (
        "2019 en 2020: Oud; 2021 en 2022: Nieuw (via de pers)"
    )
    assert sources_by_year(known, [cells[2019], cells[2020]]) == "Oud"
    assert sources_by_year(known, []) == ""
    computed = figure("t.a", 2021, 1, formula="t.b")
    assert sources_by_year(known, [computed]) == ""
    assert sources_by_year(known, [computed, cells[2019]]) == "Oud"
    assert source_with_address(known.sources["a"]) == "Oud, https://o.test/"


def test_a_figure_outside_the_list_is_not_set_apart() -> None:
    assert mark(replace(PART, kind=Kind.OUTSIDE)) == ""
    assert mark(replace(PART, kind=Kind.SUPPRESSED)) == "t/m november"
