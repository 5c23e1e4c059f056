# SPDX-License-Identifier: EUPL-1.2
"""The terminal: the table, the bars, and what a reader is told below them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hypothesis import example, given, strategies as st

from standrapport.review.trend import read_asked, trends_of
from standrapport.review.trend.as_text import report_lines
from standrapport.review.trend.wording import TextBar, bar_lines


def shown(project: Path, asked: str, key: str | None = None, width: int = 80) -> list[str]:
    """The lines without their styles."""
    read = read_asked(project, [asked])
    return [
        "".join(text for text, _ in line)
        for line in report_lines(read, trends_of(read, key), width)
    ]


def test_a_row_per_year_with_every_edition(service: Path) -> None:
    """What each edition said, the newest value, the change, and a mark where something
    was revised.
    """
    lines = shown(service, "vertrek.zelf")
    assert lines[0] == "Vertrek: Zelfstandig (vertrek.zelf), in personen"
    rows = {line.split()[0]: line.split()[1:] for line in lines[2:9]}
    assert rows["Jaar"] == [
        "Editie",
        "2021",
        "Editie",
        "2022",
        "Editie",
        "2024",
        "Nieuwste",
        "Verandering",
    ]
    assert rows["2019"] == ["1.500", "1.500", "–", "1.500", "–"]
    assert rows["2020"] == ["1.450", "1.480*", "1.400*", "1.400*", "−100", ["(−7", "%)"][0], "%)"]
    assert rows["2022"][-1] == "–"
    assert rows["2024"] == ["–", "–", "1.900°v", "1.900°v", "–"]
    assert "  * herzien   ° geen heel jaar   v voorlopig   – niet genoemd" in lines


def test_digits_stand_under_each_other(service: Path) -> None:
    """Marks do not push numbers out of their column, and no table line is wider than 80."""
    table = shown(service, "vertrek.zelf")[2:9]
    places = {
        line.index(number) + len(number)
        for line, number in zip(table[3:6], ("1.640", "2.010", "2.300"), strict=True)
        if number in line
    }
    newest = [
        line.index(number, 45)
        for line, number in zip(
            table[1:], ("1.500", "1.400", "1.630", "2.020", "2.300", "1.900"), strict=True
        )
    ]
    assert places
    assert len(set(newest)) == 1
    assert max(map(len, table)) <= 80


def test_revisions_are_told_with_their_reason(service: Path) -> None:
    """Old, new, percentage and reason; where none was given it says so."""
    lines = shown(service, "vertrek.zelf")
    told = "  vertrek.zelf 2021: editie 2021 zei 1.640, editie 2022 zegt 1.630 (−0,6\N{NO-BREAK SPACE}%). Reden: Latere verzonnen meldingen."
    assert told in lines
    assert any("2.010" in line and line.endswith("Er is geen reden opgegeven.") for line in lines)


def test_a_computed_revision_names_what_moved_it(service: Path) -> None:
    """Percentages in points, and the cell behind it."""
    told = "(+1 procentpunt). Bewogen door vertrek.zelf 2020 (1.450 → 1.480)."
    assert any(line.endswith(told) for line in shown(service, "vertrek.aandeel"))


def test_the_bars_tell_breaks_parts_and_unknowns(service: Path) -> None:
    """A line where the counting changed, light bars for a part of a year, words where there is no
    number.
    """
    lines = shown(service, "vertrek.zelf")
    at = lines.index("  ┄┄┄┄ breuk in de reeks")
    assert lines[at - 1].startswith("  2021  █")
    assert lines[at + 1].startswith("  2022  █")
    assert lines[at + 2].startswith("  2023  ▒")
    assert lines[at + 3].startswith("  2024  ░")
    assert lines[at + 3].endswith("1.900 (t/m november)")
    rare = shown(service, "vertrek.zeldzaam")
    assert {"  2022  <5", "  2023  n.v.t.", "  2024  n.n.b."} <= set(rare)


def test_why_years_do_not_compare(service: Path) -> None:
    """Every dash in the column of changes has its reason."""
    lines = shown(service, "vertrek.zelf")
    assert (
        "Niet te vergelijken met het jaar ervoor: 2022 (breuk in de reeks); 2024 (over t/m november; 2023 over het hele jaar)."
        in lines
    )
    assert "Breuk in de reeks vanaf 2022: Vanaf 2022 tellen verzonnen terugkeerders mee." in lines


def test_a_narrow_terminal_keeps_the_newest_editions(service: Path) -> None:
    """Editions that do not fit are named, not silently left out."""
    lines = shown(service, "vertrek.zelf", width=60)
    assert "Editie 2021" not in lines[2]
    assert "Editie 2024" in lines[2]
    assert max(map(len, lines[2:9])) <= 60
    assert "  Niet in deze tabel, wel met --format csv: editie 2021." in lines


def test_all_keys_in_one_table(service: Path) -> None:
    """A row per key with the newest values, revised ones marked.

    A key that a year does not have has a dash.
    """
    lines = shown(service, "landen.aantal")
    assert lines[0] == "Vertrek naar land, per land (landen.aantal), in personen"
    rows = [line.split() for line in lines[2:6]]
    assert rows == [
        ["Land", "2021", "2022", "2023", "2024"],
        ["Noordland", "630*", "640", "–", "700"],
        ["Oostland", "–", "25", "–", "30"],
        ["=Zuidland", "380", "–", "–", "–"],
    ]


_values = st.one_of(st.none(), st.integers(-9_000, 90_000).map(Decimal))


@given(st.lists(_values, min_size=1, max_size=9), st.integers(30, 100))
@example([None, Decimal(-1), Decimal(36), Decimal(93)], 30)  # the zero moved, the ends did not
def test_bars_are_as_long_as_their_values(values: list[Decimal | None], width: int) -> None:
    """From one zero for all, to within half a character.

    Nothing but zero and unknown has no bar; no line is too wide.
    """
    bars = [
        TextBar(str(2010 + at), value, "n.n.b." if value is None else str(value))
        for at, value in enumerate(values)
    ]
    lines = list(bar_lines(bars, width))
    known = [value for value in values if value is not None]
    span = max([Decimal(0), *known]) - min([Decimal(0), *known])
    room = width - 4 - 3 - max(len(bar.text) for bar in bars)
    for bar, line in zip(bars, lines, strict=True):
        halves = sum({"█": 2, "▌": 1, "▐": 1}.get(character, 0) for character in line)
        assert len(line) <= width
        assert line.endswith(bar.text)
        if not bar.value:
            assert halves == 0
        else:
            assert halves >= 1
            assert abs(halves - float(abs(bar.value) / span) * 2 * room) <= 1
