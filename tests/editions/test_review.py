# SPDX-License-Identifier: EUPL-1.2
"""The example of a policy looked back on after seven years: a report as any other."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from standrapport.core.model import FigureKey
from standrapport.pipeline.check import check_edition
from tests.cli.test_commands import run

from .test_examples import REVIEW, start


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working copy."""
    return start(REVIEW, tmp_path_factory.mktemp("terugblik") / REVIEW)


@pytest.fixture(scope="module")
def words(review: Path) -> str:
    """What a reader of the page reads, in one line."""
    result = run("build", "2022", "--project", str(review), "--strict", "--format", "html")
    assert result.exit_code == 0, result.output
    text = (review / "out" / "2022" / "terugblik-2022.html").read_text("utf-8")
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_seven_years_stand_in_one_table(words: str) -> None:
    """A row per column, a cell per year, without a second table."""
    assert "2016 2017 2018 2019 2020 2021 2022 Aangemeld 420 510 560 610 300 470 640" in words
    assert "Uitgaven, 2016 tot en met 2022 (duizend euro)" in words
    assert "Alle uitgaven € 182 € 171 € 161 € 168 € 101 € 158 € 210" in words


def test_totals_over_the_years_are_what_the_years_add_up_to(review: Path, words: str) -> None:
    """Summed here again, from the cells."""
    figures = check_edition(review, 2022).figures
    for ref, part in (
        ("deelname.gestart_samen", "deelname.gestart"),
        ("kosten.samen", "kosten.totaal"),
    ):
        total = sum(figures[FigureKey(part, year)].value or 0 for year in range(2016, 2023))
        assert figures[FigureKey(ref, 2022)].value == total
    assert "begonnen 2.950 mensen aan een cursus" in words
    assert "1.151 duizend euro" in words


def test_a_forecast_is_marked_and_a_target_stands_beside_the_count(
    review: Path, words: str
) -> None:
    """The forecast says so wherever it is printed; the target never takes the place of the count."""
    assert "2021 2022 2023 (raming) Aangemeld 470 640 680" in words
    figures = check_edition(review, 2022).figures
    assert figures[FigureKey("deelname.aangemeld", 2022)].printed == "640"
    assert figures[FigureKey("deelname.aangemeld", 2022, None, "doel")].printed == "700"
    told = run("trace", "2022", "deelname.aangemeld[2023]", "--project", str(review)).output
    assert "plan Iedereen op de fiets" in told
    assert "Van de 700 gewenste aanmeldingen in 2022 kwamen er 640 : 60 minder" in words
    assert "Dat is 91 procent van wat het plan wilde" in words
    assert "Aangemeld 640 Aangemeld (doel) 700" in words
    told = run("trace", "2022", "deelname.aangemeld[doel]", "--project", str(review)).output
    assert "bewering bij cijfers/tekst-het-doel-van-het-plan (2022): klopt precies" in told


def test_a_cohort_is_a_key(words: str) -> None:
    """Each year of starters with its share."""
    assert "2021 390 280 72 %" in words


def test_everything_is_marked_as_invented(review: Path, words: str) -> None:
    """On the cover, in every definition and source, and in the file people read first."""
    catalogue = check_edition(review, 2022).catalogue
    assert "de gemeente en alle cijfers zijn verzonnen" in words
    assert all("erzonnen" in table.definition for table in catalogue.tables.values())
    assert all("verzonnen" in source.title for source in catalogue.sources.values())
    assert "verzonnen" in (review / "LEESMIJ.md").read_text("utf-8")


def test_commands_of_the_readme_work(review: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in the folder, in the order given; a page takes the place of the PDF."""
    monkeypatch.chdir(review)
    text = (review / "LEESMIJ.md").read_text("utf-8")
    block = text.partition("```console\n")[2].partition("```")[0]
    commands = [line.removeprefix("$ standrapport ") for line in block.splitlines()]
    assert len(commands) == 5
    for command in commands:
        parts = [part.strip('"') for part in command.split()]
        result = run(*parts, *(["--format", "html"] if parts[0] == "build" else []))
        assert result.exit_code == 0, (command, result.output)
