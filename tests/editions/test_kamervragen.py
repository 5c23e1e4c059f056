# SPDX-License-Identifier: EUPL-1.2
"""The example that answers questions: a letter with published figures, checked like a report; and a
new one begun with `new --soort beantwoording`.
"""

from __future__ import annotations

import csv
import re
import shutil
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from standrapport.core.model import Kind, answers_of
from standrapport.pipeline.build import Built, build_edition
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from standrapport.project.reading.schemas import schemas
from standrapport.review.trace import sourced
from tests.cli.test_commands import run
from tests.conftest import ROOT
from tests.pdf.verapdf import validate
from tests.web.checkers import axe

HERE = ROOT / "examples/kamervragen"


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The example, checked."""
    return check_edition(HERE, 2025)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Path]:
    """The example, built in both forms."""
    out = tmp_path_factory.mktemp("brief")
    return build_edition(HERE, 2025, out), out / "2025"


def test_nothing_is_wrong(checked: Checked) -> None:
    """No error and no warning; every rule was tested; every sentence has a source."""
    assert [f.message for f in checked.findings if f.severity.value != "note"] == []
    assert len(checked.outcomes) > 20
    found = sourced(checked)
    assert found.without == ()
    assert found.from_block > 100


def test_every_question_has_its_answer(checked: Checked) -> None:
    """Seventeen questions; the answer to the seventh is that to the eighth."""
    assert checked.edition is not None
    answers = answers_of(checked.edition)
    assert sorted(answers.numbers.values()) == list(range(1, 18))
    assert (7, 8) in answers.answered.values()
    assert list(answers.open()) == []


def test_what_the_questions_are_about_is_there(checked: Checked) -> None:
    """Three years, a part of a year, several years, persons against events, and '<5'."""
    figures = {str(name): figure for name, figure in checked.figures.items()}
    assert figures["vluchten.geboekt[2023]"].printed == "5.920"
    assert figures["vluchten.geboekt[2025]"].period == "t/m november"
    assert figures["keren.vertrekken[2025]"].period == "2021 t/m november 2025"
    assert figures["keren.vertrekken[2025]"].unit == "vertrekken"
    assert figures["keren.personen[2025]"].unit == "personen"
    assert figures["keren.derde_vaker[2025]"].kind is Kind.SUPPRESSED


@pytest.mark.parametrize(
    "table", ["vluchten", "nationaliteiten", "ketenbreed", "inbewaringstelling"]
)
def test_figures_are_those_of_the_editions(table: str) -> None:
    """The same published figures as in figures/2025 of this project."""
    renamed = {
        "doorgegaan": "aandeel_doorgegaan",
        "door_onttrekking": "aandeel_onttrekking",
        "niet_doorgegaan": "aandeel_niet_doorgegaan",
        "niet_aangetroffen": "aandeel_niet_aangetroffen",
    }
    ours, theirs = (
        list(csv.DictReader((folder / f"figures/2025/{table}.csv").read_text("utf-8").splitlines()))
        for folder in (HERE, ROOT)
    )
    assert ours
    for row in ours:
        here = {renamed.get(name, name): value for name, value in row.items()}
        assert any(all(one.get(k, "") == v for k, v in here.items()) for one in theirs), row


def _sums(checked: Checked) -> list[str]:
    return [one.verdict.value for one in checked.outcomes if one.rule.id == "nationaliteiten-som"]


def test_what_is_outside_the_list_is_counted_with_the_rest(
    checked: Checked, tmp_path: Path
) -> None:
    """Each year has a list of its own ('b.l.' for who is not on it), and all add up to the total;
    without a rest to be counted with, nobody knows.
    """
    outside = [name for name, one in checked.figures.items() if one.kind is Kind.OUTSIDE]
    assert len(outside) == 6
    assert len(_sums(checked)) == 3
    assert "undecided" not in _sums(checked)
    shutil.copytree(HERE, tmp_path / "kopie", ignore=shutil.ignore_patterns("out"))
    catalogue = tmp_path / "kopie/figures/indicatoren.yaml"
    text = catalogue.read_text("utf-8")
    assert "{kolom: nationaliteit, rest: Overige nationaliteiten}" in text
    catalogue.write_text(
        text.replace("{kolom: nationaliteit, rest: Overige nationaliteiten}", "nationaliteit")
    )
    assert set(_sums(check_edition(tmp_path / "kopie", 2025))) == {"undecided"}


def test_it_is_a_letter(built: tuple[Built, Path]) -> None:
    """In both forms: to whom, their mark, the greeting; no cover, and on paper no contents."""
    made, folder = built
    assert made.written
    page = (folder / "beantwoording-2025.html").read_text("utf-8")
    assert '<header class="briefhoofd">' in page
    assert 'class="omslag"' not in page
    pdf = pypdfium2.PdfDocument(folder / "beantwoording-2025.pdf")
    first = " ".join(pdf[0].get_textpage().get_text_range().split())
    shown = unescape(re.sub(r"<[^>]+>", "", page))
    for words in (
        "De voorzitter van de Tweede Kamer",
        "2025Z20876",
        "Geachte voorzitter",
        "Vraag 1",
    ):
        assert words in shown
        assert words in first
    assert len(pdf) < 14


def test_questions_and_answers_are_numbered_on_the_page(built: tuple[Built, Path]) -> None:
    """Each under its number, and one answer under two."""
    page = (built[1] / "beantwoording-2025.html").read_text("utf-8")
    for number in range(1, 18):
        assert f">Vraag {number}</h3>" in page
    assert ">Antwoord op vragen 7 en 8</h3>" in page
    assert ">Antwoord op vraag 9</h3>" in page


def test_the_letter_conforms(built: tuple[Built, Path]) -> None:
    """PDF/UA-1 and PDF/A-3a, and no violation of accessibility on the page."""
    for result in validate([built[1] / "beantwoording-2025.pdf"]):
        assert result.assertions > 1_000
        assert result.compliant, result.failures
    for seen in axe(built[1] / "beantwoording-2025.html"):
        assert (seen["violations"], seen["asked"], seen["overflow"]) == ([], [], 0)


def test_every_key_of_a_letter_is_shown(tmp_path: Path) -> None:
    """`kenmerk` too, which the example leaves out."""
    shutil.copytree(HERE, tmp_path / "kopie", ignore=shutil.ignore_patterns("out"))
    report = tmp_path / "kopie/content/2025/rapport.yaml"
    report.write_text(
        report.read_text("utf-8").replace(
            "  plaats: Den Haag", "  plaats: Verzonnen Plaats\n  kenmerk: V-123"
        )
    )
    build_edition(tmp_path / "kopie", 2025, tmp_path / "out", frozenset({"html"}))
    page = (tmp_path / "out/2025/beantwoording-2025.html").read_text("utf-8")
    for words in ("Verzonnen Plaats", "V-123", "2025Z20876", "Geachte voorzitter", "De voorzitter"):
        assert words in page
    assert '"uw_kenmerk"' in schemas()["rapport.schema.json"]


def test_staff_start_one(tmp_path: Path) -> None:
    """With the figures as they are, and it builds at once; nothing is overwritten."""
    for name in ("figures", "content"):
        shutil.copytree(ROOT / "examples/leenfietsen" / name, tmp_path / name)
    result = run("new", "2024", "--soort", "beantwoording", "--project", str(tmp_path))
    assert result.exit_code == 0, result.output
    folder = tmp_path / "beantwoording-2024"
    assert "beantwoording-2024" in result.output
    for path in (tmp_path / "figures/2024").glob("*.csv"):
        assert (folder / "figures/2024" / path.name).read_bytes() == path.read_bytes()
    made = build_edition(folder, 2024, folder / "out", frozenset({"html"}))
    assert {f.code for f in made.findings if f.severity.value != "note"} == {"SR-S075"}
    assert made.written
    _none_of_it_may_be_final(folder)
    again = run("new", "2024", "--soort", "beantwoording", "--project", str(tmp_path))
    assert again.exit_code == 2
    assert "bestaat al" in again.output


def _none_of_it_may_be_final(folder: Path) -> None:
    """What is only there to be replaced keeps it from being definitive; comments do not count."""
    report, answers = (folder / f"content/2024/{name}.yaml" for name in ("rapport", "antwoorden"))
    began = report.read_text("utf-8")
    report.write_text(began.replace("status: concept", "status: definitief"), "utf-8")
    found = [f for f in check_edition(folder, 2024).findings if f.code == "SR-S075"]
    assert {f.severity.value for f in found} == {"error"}
    assert sorted({(Path(f.position.file).stem, f.position.line) for f in found if f.position}) == [
        ("antwoorden", 9),
        ("antwoorden", 12),
        ("antwoorden", 14),
        ("rapport", 1),
        ("rapport", 9),
        ("rapport", 10),
        ("rapport", 11),
    ]
    written = began
    for old, new in (
        ("titel: Antwoorden op vragen over …", "titel: Antwoorden over fietsen"),
        ("aan: Naam en adres van wie de vragen stelde", "aan: De raad"),
        ("uw_kenmerk: kenmerk van de vragen", "uw_kenmerk: r 12"),
        ("aanhef: Geachte …,", 'aanhef: "Geachte leden,"'),
    ):
        assert old in written
        written = written.replace(old, new)
    report.write_text(f"# XXX: nalezen\n{written}", "utf-8")
    text = answers.read_text("utf-8")
    for word in ("[in te vullen]", "XXX", "Lorem ipsum dolor"):
        answers.write_text(re.sub("Hier komt het antwoord.*", word, text), "utf-8")
        found = [f for f in check_edition(folder, 2024).findings if f.code == "SR-S075"]
        assert [f.position.line for f in found if f.position] == [9, 12, 14], word
    report.write_text(began, "utf-8")
    answers.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2031", "--soort", "beantwoording"), "figures/2031 heeft geen cijfers"),
        (("2024", "--soort", "beantwoording", "--from", "2023"), "--from hoort bij een editie"),
        (("2031", "--naar", "x"), "--naar hoort bij --soort beantwoording"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    """A year without figures, and options of the other kind."""
    for name in ("figures", "content"):
        shutil.copytree(ROOT / "examples/leenfietsen" / name, tmp_path / name)
    result = run("new", *arguments, "--project", str(tmp_path))
    assert result.exit_code == 2
    assert words in result.output
