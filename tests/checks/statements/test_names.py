# SPDX-License-Identifier: EUPL-1.2
"""Words to roots, and names of an invented catalogue found in words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from standrapport.checks.statements import search
from standrapport.checks.statements.named.names import build_names
from standrapport.checks.statements.reading.lexicon import DATA
from standrapport.checks.statements.reading.morphology import joined, roots
from standrapport.core.words import directions
from standrapport.pipeline.check import check_edition
from tests.conftest import ROOT

RAIL = ROOT / "tests/uitspraken/ontwikkel/spoor"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("toegekend", "toekenningen"),
        ("afgewezen", "afwijzing"),
        ("geslaagd", "slagen"),
        ("vertrokken", "vertrek"),
        ("ingetrokken", "intrekking"),
        ("aangevraagd", "aanvragen"),
        ("overgedragen", "overdracht"),
        ("geannuleerde", "annuleringen"),
        ("beëindigd", "beëindigingen"),
        ("Algerijnse", "Algerijnen"),
        ("lopend", "lopen"),
    ],
)
def test_a_verb_and_its_noun_are_one_name(one: str, other: str) -> None:
    """By the rules and the table of strong verbs."""
    assert roots(one) & roots(other)


@pytest.mark.parametrize(
    ("one", "other"), [("instroom", "uitstroom"), ("gegrond", "ongegrond"), ("boete", "boek")]
)
def test_other_words_are_other_names(one: str, other: str) -> None:
    """What only looks alike is not the same."""
    assert not roots(one) & roots(other)


def test_a_verb_apart_from_its_particle_is_one_word() -> None:
    """'Droeg … over' is 'overgedragen'."""
    assert joined("over", "droegen") & roots("overgedragen")
    assert joined("toe", "kende") & roots("toekenning")


@pytest.mark.parametrize(
    ("words", "ref", "year", "key"),
    [
        ("uitgevallen treinritten", "ritten.uitgevallen", 2024, None),
        ("uitgevallen busritten vorig jaar", "busritten.uitgevallen", 2023, None),
        ("gegronde klachten in 2022", "klachten.gegrond", 2022, None),
        ("reizigers op de Waallijn", "reizigers.aantal", 2024, "Waallijn"),
        ("kosten van onderhoud", "geld.onderhoud", 2024, None),
    ],
)
def test_words_find_the_figure_they_name(words: str, ref: str, year: int, key: str | None) -> None:
    """The first hit, with the year the words say."""
    checked = check_edition(RAIL, 2024)
    first = search(words, 2024, checked.catalogue, checked.figures)[0]
    assert (first.id.ref, first.id.year, first.id.key) == (ref, year, key)


def test_names_do_not_depend_on_the_order_of_sets() -> None:
    """Two processes with other hash seeds number the words alike and give the same scores."""
    program = (
        "from pathlib import Path\n"
        "from standrapport.pipeline.check import check_edition\n"
        "from standrapport.checks.statements import search\n"
        "from standrapport.checks.statements.named.names import build_names\n"
        f"c = check_edition(Path({str(RAIL)!r}), 2024)\n"
        "n = build_names(c.catalogue, c.figures)\n"
        "print([sorted(s.every) for s in n.subjects])\n"
        "print([(h.id, h.score) for h in search('klachten gegrond', 2024, c.catalogue, c.figures)])\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_nothing_heavy_is_loaded() -> None:
    """Reading statements needs no numpy or pandas."""
    program = (
        "import sys, standrapport.checks.statements\n"
        "print([m for m in ('numpy', 'pandas', 'scipy') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


def test_every_data_file_tells_its_form() -> None:
    """What a row is stands in the head."""
    files = sorted([*DATA.iterdir(), *directions.DATA.iterdir()])
    assert len(files) >= 9
    for path in files:
        head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
        assert any("Form:" in line for line in head), path.name


def test_a_name_of_every_subject() -> None:
    """Each figure with a value has words, and a key its own."""
    checked = check_edition(RAIL, 2024)
    names = build_names(checked.catalogue, checked.figures)
    assert {one.key for one in names.subjects if one.ref == "reizigers.aantal"} == {
        None,
        "Maaslijn",
        "Waallijn",
        "Lekkustlijn",
    }
    assert all(one.every for one in names.subjects)
