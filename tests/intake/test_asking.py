# SPDX-License-Identifier: EUPL-1.2
"""What is asked, in what order and with which defaults; what is told of a file before it is written.

All names and figures are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_command import as_json, bring, figures

OPTIONS = ("--bron", "website", "--peildatum", "2025-03-01")
STRANGE = "jaar;IND;Code;Afstand;Wachttijd\n2022;6590;1;20;3\n2023;7210;2;21;4\n"


def test_all_that_is_open_stands_on_one_screen(invented: Path) -> None:
    """TableNames of one cause on one line; the reading is not shown again after each answer; the rest
    can be skipped at once.
    """
    said = bring(invented, STRANGE, *OPTIONS, answer="rest\nn\n").output
    assert (
        "Nog te beslissen (3):\n  - Namen die geen kolom van instroom zijn:"
        " 'Code', 'Afstand', 'Wachttijd'\n"
    ) in said
    assert said.count("tabel instroom") == 2  # before the questions and after the last one
    assert said.count("niet overgenomen: op verzoek") == 3
    assert "instroom.ind 2022: nieuw → 6590" in said
    assert "Niets geschreven." in said


def test_the_rest_can_be_skipped_on_the_command_line(invented: Path) -> None:
    """The same without a conversation."""
    assert bring(invented, STRANGE, *OPTIONS, "--ja").exit_code == 1
    result = bring(invented, STRANGE, *OPTIONS, "--ja", "--overige-overslaan")
    assert result.exit_code == 0
    assert b"6590" in figures(invented)["instroom.csv"]


@pytest.mark.parametrize(
    "text",
    [
        STRANGE,
        "Instroom van vrouwen\n;IND\n2022;6590\n",  # a title
        "Minderjarigen;2022;2023\nIND;6590;7210\n",  # a corner
        "jaar;IND\n2022;6590\n2023;7210\n\nTot en met oktober\n",  # a part of which year?
        ";Zelfstandig;Gedwongen\n2022;6590;7210\n",  # which table?
        ";IND\n2022*;6590\n",  # a star
        ";IND\n2022;n/a\n",
        ";IND\n2022;-\n",
        "jaar;IND;toelichting\n2022;6590;alleen mannen\n",
    ],
)
def test_an_empty_answer_decides_nothing(invented: Path, text: str) -> None:
    """Enter is no answer to a question that may change what the figures mean, and neither is
    --ja.
    """
    before = figures(invented)
    result = bring(invented, text, *OPTIONS, answer="\n\n\n")
    assert result.exit_code == 1
    assert "Niets geschreven." in result.output
    assert "[" not in result.output.partition("fout SR-B")[0]  # no default is offered
    assert bring(invented, text, *OPTIONS, "--ja").exit_code == 1
    assert figures(invented) == before


def test_a_denied_name_is_not_a_near_one(invented: Path) -> None:
    """'Niet zelfstandig vertrek' is the opposite of what it looks like."""
    text = "jaar;Gedwongen vertrek;{}\n2022;10;20\n"
    options = (*OPTIONS, "--tabel", "vertrek")
    near = as_json(invented, text.format("Zelfstandig vertek"), *options)["questions"]
    denied = as_json(invented, text.format("Niet zelfstandig vertrek"), *options)["questions"]
    assert "Bedoelt u vertrek.zelfstandig?" in near[0]["text"]
    assert "Bedoelt u" not in denied[0]["text"]
    assert [one["proposed"] for one in (*near, *denied)] == [None, None]


def test_what_was_not_used_is_told(invented: Path) -> None:
    """Notes, remarks and marks from which nothing was taken stand in one list before the yes."""
    text = (
        "Instroom naar bron\n;IND 1);opmerking\n2022;6590;na controle\n2023;7210;\n\n"
        "Bron: registratie\nVragen: afdeling cijfers\n"
    )
    result = bring(invented, text, *OPTIONS, answer="n\n")
    told = result.output.partition("Niet gebruikt uit dit bestand; klopt dat?\n")[2]
    assert told.partition("Dit schrijven?")[0].splitlines() == [
        "  regel 6: Bron: registratie",
        "  regel 7: Vragen: afdeling cijfers",
        "  kolom C, regel 3: na controle",
        "  regel 3: merkteken 1 bij 'IND', zonder uitleg",
    ]
    assert {"where": "regel 6", "text": "Bron: registratie"} in as_json(invented, text, *OPTIONS)[
        "unread"
    ]


def test_known_figures_that_fall_to_a_thousandth(invented: Path) -> None:
    """13.840 became 14: asked with the cause, unless it was said to be right."""
    text = ";IND;Totaal\n2021;{};{}\n2022;{};{}\n"
    small = as_json(invented, text.format(10, 10, 10, 20), *OPTIONS)
    (question,) = small["questions"]
    assert (question["option"], question["proposed"]) == ("schaal", None)
    assert "ongeveer 1.000 keer zo klein (9.200 wordt 10)" in question["text"]
    assert "duizendtallen" in question["text"]
    assert as_json(invented, text.format(9210, 13840, 10, 20), *OPTIONS)["questions"] == []
    assert as_json(invented, text.format(10, 10, 10, 20), *OPTIONS, "--schaal", "klopt")["changes"]


def test_a_block_can_be_skipped(invented: Path) -> None:
    """A second table that is not meant stays away by its line."""
    text = "jaar;IND\n2022;6590\n\n;Zelfstandig;Gedwongen\n2022;10;20\n"
    assert bring(invented, text, *OPTIONS, "--ja").exit_code == 1
    result = bring(invented, text, *OPTIONS, "--ja", "--zonder-blok", "4")
    assert result.exit_code == 0, result.output
    assert b"6590" in figures(invented)["instroom.csv"]


@pytest.mark.parametrize(("means", "cell"), [("nnb", "n.n.b."), ("nvt", "n.v.t.")])
def test_a_sign_gets_its_meaning_once(invented: Path, means: str, cell: str) -> None:
    """One question for all cells that have it, whatever the case."""
    text = "jaar;IND;NP\n2022;n/a;2450\n2023;N/A;2300\n"
    assert len(as_json(invented, text, *OPTIONS)["questions"]) == 1
    (region,) = as_json(invented, text, *OPTIONS, "--teken", f"n/a={means}")["regions"]
    assert [one["cell"] for one in region["values"] if one["ref"] == "instroom.ind"] == [cell] * 2


def test_words_for_no_number_stay_what_they_are(invented: Path) -> None:
    """'b.l.' is taken over; 'n.b.' is what stands here, or not known yet where nothing stands, and
    'n.n.b.' takes the place of 'n.b.'.
    """
    (path,) = (invented / "figures").rglob("instroom.csv")
    text = path.read_text("utf-8")
    assert "9200,2320,880" in text
    path.write_text(text.replace("9200,2320,880", "n.b.,2320,880"), "utf-8")

    def changed(delivered: str) -> list[tuple[str, int, str]]:
        answer = as_json(invented, f"jaar;IND;NP\n{delivered}\n", *OPTIONS)
        assert (answer["questions"], answer["same"] + len(answer["changes"])) == ([], 2)
        return [(one["ref"], one["year"], one["new"]) for one in answer["changes"]]

    assert changed("2021;n.b.;2320") == []
    assert changed("2021;n.n.b.;2320") == [("instroom.ind", 2021, "n.n.b.")]
    assert changed("2021;n.b.;b.l.") == [("instroom.np", 2021, "b.l.")]
    assert changed("2021;9200;2320") == [("instroom.ind", 2021, "9200")]


def test_a_star_is_provisional_when_it_is_said_to_be(invented: Path) -> None:
    """As statistics offices write it; or it makes no difference."""
    for means, provisional in (("voorlopig", True), ("niets", False)):
        answer = as_json(invented, ";IND\n2022*;6590\n", *OPTIONS, "--teken", f"*={means}")
        (value,) = answer["regions"][0]["values"]
        assert value["provisional"] is provisional


def test_one_cause_is_one_message(invented: Path) -> None:
    """A column with the same fault in every row is told once, with how many."""
    rows = "".join(f"{year};9,{year % 100:02};20\n" for year in range(2011, 2025))
    found = as_json(invented, f"jaar;IND;NP\n{rows}", *OPTIONS, "--getallen", "nl")["findings"]
    wrong = [one for one in found if one["code"] == "SR-B017"]
    assert len(wrong) == 1
    assert "Zo zijn er 14 cellen in kolom B." in wrong[0]["message"]


def test_a_delivery_of_a_source_is_remembered(invented: Path) -> None:
    """The answers of last year hold for the next delivery; years and dates are asked anew."""
    first = bring(
        invented,
        "jaar;IND;Code;Nat. politie\n2022;6590;1;n/a\n",
        *OPTIONS,
        "--kolom",
        "Code=-",
        "--kolom",
        "Nat. politie=instroom.np",
        "--teken",
        "n/a=nnb",
        "--ja",
    )
    assert first.exit_code == 0, first.output
    assert "Onthouden voor de volgende keer: figures/leveringen.yaml." in first.output
    kept = (invented / "figures/leveringen.yaml").read_text("utf-8")
    assert "  kolommen:\n    Code: '-'\n    Nat. politie: instroom.np\n" in kept
    again = "jaar;IND;Code;Nat. politie\n2023;7210;2;2450\n2024;7300;3;n/a\n"
    second = bring(invented, again, *OPTIONS, "--ja")
    assert second.exit_code == 0, second.output
    assert "'Code': overslaan; 'Nat. politie': instroom.np; teken n/a: nnb." in second.output
    assert "instroom.np 2023: nieuw → 2450" in second.output
    assert (invented / "figures/leveringen.yaml").read_text("utf-8") == kept
    other = bring(invented, again, "--bron", "register", "--peildatum", "2025-03-01", "--ja")
    assert other.exit_code == 1  # another source, other decisions


def test_a_file_of_decisions_that_cannot_be_read(invented: Path) -> None:
    """It is told, and nothing is guessed."""
    for text in ("website: [1]\n", "website: {kolommen: {a: 1}}\n", "a: [\n"):
        (invented / "figures/leveringen.yaml").write_text(text, "utf-8")
        result = bring(invented, "jaar;IND\n2022;6590\n", *OPTIONS, "--ja")
        assert result.exit_code == 2
        assert "figures/leveringen.yaml is niet te lezen" in result.output
