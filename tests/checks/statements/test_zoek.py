# SPDX-License-Identifier: EUPL-1.2
"""Words people type for a figure, and whether they find it (`zoekvragen.txt`)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from standrapport.checks.statements import Hit, search
from standrapport.cli import main
from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import Checked
from tests.conftest import ROOT

ASKED = Path(__file__).with_name("zoekvragen.txt")
_FIGURE = re.compile(r'([\w.]+)(?:"([^"]+)")?(?:@(\d{4}))?')
_FIGURES = re.compile(r'(?:[^\s"]|"[^"]*")+')
FIRST = 3  # the figure asked for stands among so many


def questions() -> list[tuple[str, str, list[list[tuple[str, str, str]]]]]:
    """Per line: edition, words, and the figures wanted, each as (ref, key, year) with what does as
    well.
    """
    found = []
    for line in ASKED.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            edition, words, wanted = (part.strip() for part in line.split("|"))
            options = [_FIGURE.findall(one) for one in _FIGURES.findall(wanted)]
            found.append((edition, words, options))
    return found


@cache
def edition(name: str) -> Checked:
    """An edition by its short name."""
    folder = ROOT / "examples/uitkeringen" if name.startswith("u") else ROOT
    return check_edition(folder, int(name.removeprefix("u")))


def hits(name: str, words: str) -> list[Hit]:
    """What the words find in an edition."""
    checked = edition(name)
    return search(words, checked.year, checked.catalogue, checked.figures)


def _is(hit: Hit, wanted: tuple[str, str, str]) -> bool:
    ref, key, year = wanted
    alike = hit.id.ref == ref and (hit.id.key or "") == key
    return alike and (not year or hit.id.year == int(year))


def missed() -> list[str]:
    """The questions of which a figure wanted is not among the first, with what stands there."""
    found = []
    for name, words, wanted in questions():
        first = hits(name, words)[:FIRST]
        right = all(any(_is(hit, one) for hit in first for one in either) for either in wanted)
        if not right or (not wanted and first):
            shown = [f"{hit.id} {hit.printed}" for hit in first]
            found.append(f"{name} {words}: {', '.join(shown) or 'niets'}")
    return found


def test_what_people_ask_for_is_among_the_first() -> None:
    """Nearly all questions find the figure; what finds nothing is said to."""
    assert len(questions()) > 60
    wrong = missed()
    assert len(wrong) <= 0.06 * len(questions()), "\n".join(wrong)


def test_populations_stand_beside_each_other_and_what_is_not_known_too() -> None:
    """Who pastes sees which group each figure counts, and when it was last known."""
    known, unknown = hits("2025", "gedwongen vertrek")[:2]
    assert (known.population, known.printed) == ("ketenbreed", "5.210")
    assert (unknown.population, unknown.printed) == ("caseload van de dienst", "n.n.b.")
    assert unknown.last == "2.370 in 2023, {{ vertrek.gedwongen[2023] }}"


def test_nothing_found_is_no_success() -> None:
    """Exit code 2 with the tables there are; as JSON an empty list besides."""
    for form, printed in (("text", ""), ("json", "[]\n")):
        asked = ["zoek", "pannenkoeken", "--jaar", "2024", "--project", str(ROOT)]
        done = CliRunner().invoke(main, [*asked, "--format", form])
        assert (done.exit_code, done.stdout) == (2, printed)
        assert "Caseload op 31 december" in done.stderr
