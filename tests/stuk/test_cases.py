# SPDX-License-Identifier: EUPL-1.2
"""The files that made the tool crash, hang or eat memory, one folder per kind of fault."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from .running import HERE, command, words_of

CRASHES = sorted((HERE / "crashes").iterdir())
SECONDS = 20
# Where the file of a case belongs in the project, by its name.
PLACES = {
    "vluchten.csv": "figures/2024/vluchten.csv",
    "cijfers.yaml": "content/2024/cijfers.yaml",
    "afgeleid.yaml": "figures/afgeleid.yaml",
    "regels.yaml": "figures/regels.yaml",
    "bijlagen.html.j2": "templates/bijlagen.html.j2",
    "geleverd.xlsx": "geleverd.xlsx",
    "x.csv": "figures/2024/bron/x.csv",
    "manifest.json": "out/2024/manifest.json",
}
FLIGHTS = """\
  vluchten:
    titel: Vluchten
    eenheid: vluchten
    populatie: uitleningen
    bron: uitleensysteem
    kolommen: {{{columns}}}
"""


@pytest.mark.parametrize("case", CRASHES, ids=[case.name for case in CRASHES])
def test_crash(case: Path, project: Path) -> None:
    """One Dutch sentence, in bounded time, and no exit code 3."""
    broken = next(path for path in case.iterdir() if path.name != "command.txt")
    if broken.name == "vluchten.csv":
        _declare_flights(project, broken)
    target = project / PLACES[broken.name]
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(broken, target)
    said = command(project, *words_of(case, project))
    assert said.code in {0, 1, 2}, said.lines[-1:]
    assert said.seconds < SECONDS
    assert said.lines
    if said.code == 1 and "json" not in words_of(case, project):
        assert said.findings or any(line.startswith("Niets") for line in said.lines)


def _declare_flights(project: Path, file: Path) -> None:
    names = file.read_text("utf-8").splitlines()[0].split(",")[2:]
    columns = ", ".join(f"{name}: {{titel: {name}}}" for name in names)
    path = project / "figures/indicatoren.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("\nevaluatie:", f"{FLIGHTS.format(columns=columns)}\nevaluatie:"), "utf-8"
    )


@pytest.mark.parametrize("case", ["table-without-cijfers.yaml", "unknown-figure-in-table.yaml"])
@pytest.mark.parametrize(
    "words",
    [
        ("build", "2024", "--format", "html", "--concept"),
        ("trace", "2024", "uitleen.totaal"),
        ("diff", "2023", "2024"),
        ("check", "2024", "--coverage"),
    ],
    ids=lambda words: words[0],
)
def test_half_typed_block(case: str, words: tuple[str, ...], project: Path) -> None:
    """A block that is not finished is a finding on its own line; the command goes on."""
    chapter = project / "content/2024/cijfers.yaml"
    before = chapter.read_text("utf-8")
    first = before.count("\n") + 1
    chapter.write_text(before + (HERE / "vormen" / case).read_text("utf-8"), "utf-8")
    said = command(project, *words)
    assert said.code in {0, 1}, said.lines[-1:]
    if words[0] in {"build", "check"}:
        lines = [
            int(m[1])
            for m in (re.match(r"content/2024/cijfers.yaml:(\d+)", one) for one in said.findings)
            if m
        ]
        assert lines
        assert all(line >= first for line in lines)


@pytest.mark.parametrize("case", ["table-without-cijfers.yaml", "unknown-figure-in-table.yaml"])
def test_draft_shows_the_fault(case: str, project: Path) -> None:
    """The draft has a visible box where the block stands, and everything else."""
    chapter = project / "content/2024/cijfers.yaml"
    chapter.write_text(
        chapter.read_text("utf-8") + (HERE / "vormen" / case).read_text("utf-8"), "utf-8"
    )
    assert command(project, "build", "2024", "--format", "html", "--concept").code == 0
    page = next((project / "out/2024").glob("*.html")).read_text("utf-8")
    assert "<strong>Fout:</strong>" in page
    assert "uitleen.xx" in page or "cijfers" in page
    assert "De voorraad van begin tot eind" in page


def test_control_character(project: Path) -> None:
    """A page break pasted from a word processor: told with its place and its cause."""
    shutil.copyfile(
        HERE / "vormen/control-character-chapter.yaml", project / "content/2024/voorwoord.yaml"
    )
    said = command(project, "check", "2024")
    assert said.code == 1
    assert [
        line
        for line in said.findings
        if line.startswith("content/2024/voorwoord.yaml:9:12: fout SR-L001")
    ]


def test_quote_never_closed(project: Path) -> None:
    """The line of the quote is told, not the end of the file."""
    shutil.copyfile(HERE / "vormen/quote-never-closed.csv", project / "figures/2024/wijken.csv")
    said = command(project, "check", "2024")
    assert said.code == 1
    assert [
        line for line in said.findings if line.startswith("figures/2024/wijken.csv:2: fout SR-L083")
    ]
