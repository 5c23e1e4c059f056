# SPDX-License-Identifier: EUPL-1.2
"""Files as people and programs break them, put through the commands: every mutant must end in a page
or a finding, in bounded time and memory.

A mutant is one file of a small project with a few changes (`mutate`), and one command that reads it.
Everything follows from its number, so that one that went wrong can be made again: `python -m
bench.fuzz --from 1234 --size 1`. Mutants run in one process after another (`running`); a process that
dies or hangs names the mutant it was at and the next one goes on.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from standrapport.project.editing.new import example_files
from standrapport.project.places import folder_of_the_tool

from .mutate import mutated

SEED = 2026
_COUNTED = """\
  proef:
    titel: Proef
    eenheid: fietsen
    populatie: uitleningen
    bron: uitleensysteem
    uit_bron:
      bestand: bron/x.csv
      tel: rijen
      jaar: datum
      kenmerk: nr
      kolommen:
        stad: {soort: S}
        campus: {soort: C}
    kolommen:
      stad: {titel: Stad}
      campus: {titel: Campus}
"""
_DELIVERED = """\
Uitgeleende fietsen naar loket;2023;2024
Station;9.490;11.040
Centrum;2.270;2.370
Campus;1.100;n.n.b.
Totaal;12.860;13.410
"""

# The kinds of file, each with its names in the project and the commands that read it.
_READ = (
    ("check", "2024"),
    ("check", "alles", "--format", "json"),
    ("check", "2024", "--rules", "--coverage", "--notes"),
    ("build", "2024", "--format", "html", "--concept"),
    ("build", "2024", "--format", "html"),
    ("trace", "2024", "uitleen.totaal"),
    ("trend", "uitleen.totaal"),
    ("diff", "2023", "2024"),
    ("lees", "2024"),
    ("zoek", "fietsen campus"),
    ("bind", "2024", "--ja"),
    ("status", "2024"),
    ("akkoord", "2024", "--alles", "--door", "A. Tester"),
    ("new", "2025"),
    ("export", "2024"),
)
# What later came to be asked as well: of the mutants from WIDE on, so that those before keep their number.
WIDE = 100_000
_ALSO = (
    ("publiceer", "2024", "--format", "html", "--concept"),
    ("vaststellen", "2024", "--houd"),
    ("aanvaard", "2024", "SR-C001", "--reden", "Zo staat het er.", "--door", "A. Tester"),
    ("rules", "--propose"),
    ("rules", "--propose", "--format", "json"),
    ("word", "2024", "--out", "{project}/nalezen.docx"),
    ("build", "2024", "--format", "pdf", "--concept"),
    ("check", "2024", "--format", "sarif"),
    ("check", "2024", "--format", "github"),
    ("check", "2024", "--format", "junit"),
    ("trace", "2024", "wijken.aantal", "--format", "json"),
    ("trend", "voorraad.eind", "--format", "csv"),
    ("diff", "2023", "2024", "--format", "html"),
)
_IMPORT = (
    ("import", "{project}/{name}", "--format", "json", "--bron", "uitleensysteem"),
    ("import", "{project}/{name}", "--format", "json", "--ja", "--getallen", "nl", "--overige-overslaan",
     "--bron", "uitleensysteem", "--peildatum", "2025-02-01"),
)  # fmt: skip
_BUILT = (
    ("diff", "{project}/out/2024", "2024"),
    ("diff", "2023", "{project}/out/2024", "--format", "html"),
    ("diff", "{project}/out/2024", "2024", "--format", "json"),
)
KINDS: dict[str, tuple[tuple[str, ...], Sequence[tuple[str, ...]]]] = {
    "csv": (
        ("figures/2024/uitleen.csv", "figures/2024/wijken.csv", "figures/2024/voorraad.csv"),
        _READ,
    ),
    "groot": (("figures/2024/wijken.csv",), _READ),  # over the number of rows read as columns
    "yaml": (
        (
            "figures/indicatoren.yaml",
            "figures/afgeleid.yaml",
            "figures/regels.yaml",
            "figures/2024/herzieningen.yaml",
            "content/2024/rapport.yaml",
        ),
        _READ,
    ),
    "tekst": (("content/2024/cijfers.yaml", "content/2024/knelpunten.yaml"), _READ),
    "formule": (("figures/regels.yaml", "figures/afgeleid.yaml"), _READ),
    "sjabloon": (
        (
            "templates/bijlagen.html.j2",
            "templates/blokken.html.j2",
            "templates/rapport.html.j2",
            "templates/basis.css",
            "templates/scherm.css",
        ),
        (("build", "2024", "--format", "html"), ("build", "2024", "--format", "html", "--concept")),
    ),
    "bron": (
        ("figures/2024/bron/x.csv",),
        (("check", "2024"), ("import", "--uit-bron", "2024", "--ja")),
    ),
    "levering": (("geleverd.csv", "geleverd.xlsx"), _IMPORT),
    "manifest": (("out/2024/manifest.json",), _BUILT),
}


@dataclass(frozen=True)
class Broken:
    """One mutant: its number, the file that is changed, and the command that reads it."""

    number: int
    kind: str
    name: str
    command: tuple[str, ...]

    def lay_out(self, base: Path, project: Path) -> tuple[str, ...]:
        """A copy of the base with the file changed; the words of the command."""
        shutil.copytree(base, project, symlinks=True)
        chance = random.Random(f"{SEED}-{self.number}")  # noqa: S311 - a sample, not a secret
        path = project / self.name
        if self.kind == "groot":
            rows = "".join(
                f"2024,W{n},{n * 10 + 1000}\n" for n in range(chance.choice((4990, 6000)))
            )
            path.write_text(path.read_text("utf-8") + rows, "utf-8")
        path.write_bytes(mutated(path.read_bytes(), self.name, self.kind, chance))
        words = [w.format(project=project, name=self.name) for w in self.command]
        return (*words, "--project", str(project))


def broken(number: int) -> Broken:
    """The mutant of this number."""
    chance = random.Random(f"{SEED}-keuze-{number}")  # noqa: S311 - as above
    kind = list(KINDS)[number % len(KINDS)]
    names, commands = KINDS[kind]
    if number >= WIDE and commands is _READ:
        # A table of five thousand rows is a hundred pages of PDF: slow by its size, not by a fault.
        commands = [one for one in _ALSO if kind != "groot" or "pdf" not in one]
    return Broken(number, kind, chance.choice(names), chance.choice(commands))


def make_base(folder: Path) -> None:
    """The project all mutants start from: the example, with templates, a source, and a delivered
    table of its own. Invented.
    """
    for name, content in example_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    shutil.copytree(folder_of_the_tool("templates"), folder / "templates")
    catalogue = folder / "figures/indicatoren.yaml"
    catalogue.write_text(
        catalogue.read_text("utf-8").replace("\nevaluatie:", f"{_COUNTED}\nevaluatie:"), "utf-8"
    )
    rows = "".join(f"{n},2024-{n % 12 + 1:02d}-{n % 28 + 1:02d},{'SC'[n % 2]}\n" for n in range(60))
    (folder / "figures/2024/bron").mkdir()
    (folder / "figures/2024/bron/x.csv").write_text(f"nr,datum,soort\n{rows}", "utf-8")
    (folder / "figures/2024/proef.csv").write_text("jaar,stad,campus\n2024,30,30\n", "utf-8")
    (folder / "geleverd.csv").write_text(_DELIVERED, "utf-8")
    _workbook(folder / "geleverd.xlsx")
    _build(folder)


def _workbook(path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Blad1")
        for at, line in enumerate(_DELIVERED.splitlines()):
            name, *values = line.split(";")
            sheet.write_row(
                at, 0, [name, *(int(v.replace(".", "")) if v[0].isdigit() else v for v in values)]
            )


def _build(folder: Path) -> None:
    from standrapport.pipeline.build import build_edition

    built = build_edition(folder, 2024, folder / "out", frozenset({"html"}))
    if not built.written:
        raise RuntimeError("; ".join(str(finding.message) for finding in built.findings))
