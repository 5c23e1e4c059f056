# SPDX-License-Identifier: EUPL-1.2
"""Texts of the next edition: what moves along with the year, what is flagged, and what stays byte
for byte.
"""

from __future__ import annotations

import pytest

from standrapport.project.editing.next_chapter import next_text, with_names

NAME = "content/2022/cijfers.yaml"
HEAD = "titel: C\nblokken:\n"
OPEN = HEAD + "  - soort: "


def text_of(block: str, old: int = 2021, new: int = 2022) -> str:
    """A block in the next edition, head and kind left out."""
    after = next_text(f"{OPEN}{block}", NAME, old, new).text
    assert after.startswith(HEAD)
    return after.removeprefix(HEAD).removeprefix("  - soort: ")


# name, block before, block after
COPIED: list[tuple[str, str, str]] = [
    ("status and agreement", "tekst # a\n    status: akkoord # b\n    akkoord: {door: A, op: 2022-03-01, vingerafdruk: 1-a-b}\n    tekst: x\n",
     "tekst # a\n    status: concept # b\n    tekst: x\n"),
    ("agreement on lines", "tekst\n    akkoord:\n      door: A\n      op: 2022-03-01\n      vingerafdruk: 1-a-b\n\n    # over de tekst\n    tekst: x\n",
     "tekst\n\n    # over de tekst\n    tekst: x\n"),
    ("agreement last, without end of line", "tekst\n    tekst: x\n    akkoord: {door: A, op: 2022-03-01, vingerafdruk: 1-a-b}", "tekst\n    tekst: x\n"),
    ("window and title", "tabel\n    titel: Van 2018 tot en met 2021\n    cijfers: a.b\n    jaren: 2018..2021\n", "tabel\n    titel: Van 2019 tot en met 2022\n    cijfers: a.b\n    jaren: 2019..2022\n"),
    ("window as a list", "tabel\n    titel: T\n    cijfers: a.b\n    jaren: [2020, 2021]\n", "tabel\n    titel: T\n    cijfers: a.b\n    jaren: [2021, 2022]\n"),
    ("shifts", "tabel\n    titel: T\n    cijfers: a.b\n    jaren: [-1, 0]\n", "tabel\n    titel: T\n    cijfers: a.b\n    jaren: [-1, 0]\n"),
    ("history", "tabel\n    titel: Van 2011 tot en met 2017\n    cijfers: a.b\n    jaren: 2011..2017\n", "tabel\n    titel: Van 2011 tot en met 2017\n    cijfers: a.b\n    jaren: 2011..2017\n"),
    ("title of a picture of the year", "kerncijfers\n    titel: Het jaar 2021\n    cijfers: a.b\n", "kerncijfers\n    titel: Het jaar 2022\n    cijfers: a.b\n"),
    ("references in text and claim", "tekst\n    tekst: Van {{ a.b[2020] }} naar {{ a.b[2021] }}, ooit {{ a.b[2016] }}.\n    beweert: a.b[2021] > a.b[2019]\n",
     "tekst\n    tekst: Van {{ a.b[2021] }} naar {{ a.b[2022] }}, ooit {{ a.b[2016] }}.\n    beweert: a.b[2022] > a.b[2019]\n"),
    ("reference with a key", 'tekst\n    tekst: \'{{ a.b["Syrische", 2021] }}\'\n', 'tekst\n    tekst: \'{{ a.b["Syrische", 2022] }}\'\n'),
    ("a fact from long ago", "tekst\n    tekst: De dienst begon in 2007.\n", "tekst\n    tekst: De dienst begon in 2007.\n"),
    ("numbers that are no years", "tekst\n    tekst: Er waren 2.021 mensen, 20210 dagen en 2021,5 procent.\n", "tekst\n    tekst: Er waren 2.021 mensen, 20210 dagen en 2021,5 procent.\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"), [case[1:] for case in COPIED], ids=[case[0] for case in COPIED]
)
def test_what_changes_by_itself(before: str, after: str) -> None:
    """Only status, agreement and safe years change; nothing is flagged."""
    copied = next_text(f"{OPEN}{before}", NAME, 2021, 2022)
    assert copied.text == f"{OPEN}{after}"
    assert [finding for finding in copied.findings if finding.code == "SR-S023"] == []


def test_blocks_in_braces() -> None:
    """The agreement goes with one comma, wherever it stands."""
    agreement = "akkoord: {door: A, op: 2022-03-01, vingerafdruk: 1-a-b}"
    for before in (f"{{soort: tekst, {agreement}, tekst: x}}", f"{{{agreement}, soort: tekst, tekst: x}}", f"{{soort: tekst, tekst: x, {agreement}}}"):  # fmt: skip
        assert (
            next_text(f"{HEAD}  - {before}\n", NAME, 2021, 2022).text
            == f"{HEAD}  - {{soort: tekst, tekst: x}}\n"
        )


# name, block, years named in the flag
FLAGGED: list[tuple[str, str, str]] = [
    ("this year in words", "tekst\n    tekst: In 2021 begon het.\n", "2021"),
    ("the year before", "tekst\n    tekst: Minder dan in 2020.\n", "2020"),
    ("a year to come", "tekst\n    tekst: In 2023 komt er meer.\n", "2023"),
    ("words and references are not parted", "tekst\n    tekst: In 2020 {{ a.b[2020] }}, nu {{ a.b[2021] }}.\n", "2020 en 2021"),
    ("a title without picture", "kader\n    titel: Corona in 2021\n    tekst: x\n", "2021"),
    ("a title beside another window", "tabel\n    titel: Stand van 2021\n    cijfers: a.b\n    jaren: 2011..2017\n", "2021"),
    ("years that do not follow each other", "tabel\n    titel: T\n    cijfers: a.b\n    jaren: [2016, 2021]\n", "2021"),
    ("a sum over years", "tekst\n    tekst: Samen {{ som(a.b, 2018, 2021) }}.\n", "2021"),
    ("deep in a block", "partner\n    titel: T\n    partijen:\n      - {naam: N, rol: sinds 2021}\n", "2021"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("block", "years"), [case[1:] for case in FLAGGED], ids=[case[0] for case in FLAGGED]
)
def test_what_is_flagged_and_left(block: str, years: str) -> None:
    """A comment above the block names the years, and the block itself is as it was."""
    copied = next_text(f"{OPEN}{block}", NAME, 2021, 2022)
    assert copied.text == f"{HEAD}  # Nakijken: noemt nog {years}.\n  - soort: {block}"
    assert {finding.code for finding in copied.findings} == {"SR-S023"}


def test_flags_stand_where_the_year_is_in_the_new_file() -> None:
    """Line and column count the comment that was added and the lines that went."""
    block = "tekst\n    akkoord: {door: A, op: 2022-03-01, vingerafdruk: 1-a-b}\n    tekst: |\n      Meer dan\n      in 2020.\n"
    copied = next_text(f"{OPEN}{block}", NAME, 2021, 2022)
    (finding,) = copied.findings
    assert finding.position is not None
    assert (finding.position.line, finding.position.column) == (7, 10)
    assert copied.text.split("\n")[6][9:13] == "2020"


def test_a_larger_step() -> None:
    """From 2021 to 2024 everything moves three years."""
    assert "jaren: 2021..2024" in text_of(
        "tabel\n    titel: T\n    cijfers: a.b\n    jaren: 2018..2021\n", 2021, 2024
    )


def test_the_report_itself() -> None:
    """A concept again, dates a year later, the year in the title along; a remark is flagged."""
    before = "titel: Stand 2021\ndatum: 2020-02-29 # gok\npeildatum: 2021-12-31\nstatus: definitief\nkanttekening: Over 2020.\nhoofdstukken: [a]\n"
    copied = next_text(before, "content/2022/rapport.yaml", 2021, 2022)
    assert copied.text == (
        "titel: Stand 2022\ndatum: 2021-02-28 # gok\npeildatum: 2022-12-31\nstatus: concept\nkanttekening: Over 2020.\nhoofdstukken: [a]\n"
    )
    assert [finding.code for finding in copied.findings] == ["SR-S022", "SR-S023"]


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        (
            "opendata: {adres: 'https://x.example/2021/'}",
            "opendata: {adres: 'https://x.example/2022/'}",
            ["SR-S022"],
        ),
        (
            "opendata: {adres: 'https://x.example/v2020/'}",
            "opendata: {adres: 'https://x.example/v2020/'}",
            ["SR-S023"],
        ),
        ("opendata: {email: a2021@x.example}", "opendata: {email: a2021@x.example}", []),
        ("opendata: 2021", "opendata: 2021", []),
    ],
)
def test_the_address_of_the_data_belongs_to_its_year(
    before: str, after: str, codes: list[str]
) -> None:
    """The data of two editions cannot stand at one address."""
    copied = next_text(
        f"titel: Stand\n{before}\nhoofdstukken: [a]\n", "content/2022/rapport.yaml", 2021, 2022
    )
    assert after in copied.text
    assert [finding.code for finding in copied.findings] == codes


def test_a_file_that_cannot_be_read_stays() -> None:
    """Broken YAML is copied as it is, for `check` to report."""
    assert next_text("titel: [\n", NAME, 2021, 2022).text == "titel: [\n"


def test_a_block_that_is_named_elsewhere_keeps_being_found() -> None:
    """A block without id is named after its title.

    When a year in it moves, what rapport.yaml calls it moves too.
    """
    copied = next_text(
        f"{OPEN}tabel\n    titel: Van 2018 tot en met 2021\n    cijfers: a.b\n    jaren: 2018..2021\n",
        NAME,
        2021,
        2022,
    )
    assert copied.renamed == {"tabel-van-2018-tot-en-met-2021": "tabel-van-2019-tot-en-met-2022"}
    renamed = {f"cijfers/{before}": f"cijfers/{after}" for before, after in copied.renamed.items()}
    report = "titel: T\nkeuze: [cijfers/tabel-van-2018-tot-en-met-2021] # de tabel\n"
    assert with_names(report, "content/2022/rapport.yaml", renamed) == report.replace(
        "2018", "2019"
    ).replace("2021", "2022")


@pytest.mark.parametrize(
    "text",
    [
        "titel: [a]\ndatum: [2021-01-01, geen dag]\npeildatum: {a: 2021-12-31}\nstatus: [x]\nhoofdstukken: 5\n",
        "titel: {a: b}\nblokken:\n  - tekst: x\n  - 5\n  - []\n  - {soort: [tekst], titel: [a], jaren: {a: 2021}, akkoord: ja, status: [x]}\n",
        "titel: C\nblokken:\n  - soort: tabel\n    titel: T\n    jaren:\n    cijfers:\n    akkoord:\n    status:\n",
        "- een\n- lijst\n",
        "",
    ],
)
def test_mistakes_in_the_example_are_no_obstacle(text: str) -> None:
    """What is wrong is copied for `check` to report; no file makes the command fail."""
    assert isinstance(next_text(text, NAME, 2021, 2022).text, str)
