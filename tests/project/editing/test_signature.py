# SPDX-License-Identifier: EUPL-1.2
"""Agreement written into a chapter file: at the right block, and not a byte elsewhere."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from standrapport.core.model import Agreement, Block, Chapter, Day
from standrapport.project.editing.signature import NotSignable, sign, signed
from standrapport.project.reading import load_edition
from standrapport.report.publish import save
from tests.conftest import ProjectMaker

NAME = "content/2021/cijfers.yaml"
GIVEN = Agreement(by="A. Jansen", on=Day("2022-03-01"), fingerprint="1-0123456789-abcdef0123")
WRITTEN = "akkoord: {door: A. Jansen, op: 2022-03-01, vingerafdruk: 1-0123456789-abcdef0123}"


def chapter_of(folder: Path) -> Chapter:
    """The only chapter of the small project."""
    edition = load_edition(folder, 2021)[0]
    assert edition is not None
    return edition.chapters[0]


def block_of(folder: Path, number: int = 0) -> Block:
    """One of its blocks."""
    return chapter_of(folder).blocks[number]


# name, file before, file after agreement on its first block
CASES: list[tuple[str, str, str]] = [
    ("status replaced, agreement below it", "blokken:\n  - soort: tekst\n    status: redactie # bijna\n    tekst: x\n",
     f"blokken:\n  - soort: tekst\n    status: akkoord # bijna\n    {WRITTEN}\n    tekst: x\n"),
    ("no status: below the title", "blokken:\n- soort: tekst\n  titel: T\n  tekst: |\n      x\n\n\n# einde",
     f"blokken:\n- soort: tekst\n  titel: T\n  status: akkoord\n  {WRITTEN}\n  tekst: |\n      x\n\n\n# einde"),
    ("title over lines: below the kind", "blokken:\n  - titel: >-\n      Een\n      titel\n    soort: tekst\n    tekst: x\n",
     f"blokken:\n  - titel: >-\n      Een\n      titel\n    soort: tekst\n    status: akkoord\n    {WRITTEN}\n    tekst: x\n"),
    ("no end of line at the end", "blokken:\n  - tekst: x\n    soort: tekst", f"blokken:\n  - tekst: x\n    soort: tekst\n    status: akkoord\n    {WRITTEN}"),
    ("in braces", "blokken:\n  - {soort: tekst, status: concept, tekst: 'a, b'}\n", f"blokken:\n  - {{soort: tekst, status: akkoord, {WRITTEN}, tekst: 'a, b'}}\n"),
    ("in braces without status", "blokken: [{soort: tekst, tekst: x}]\n", f"blokken: [{{soort: tekst, status: akkoord, {WRITTEN}, tekst: x}}]\n"),
    ("agreement renewed", "blokken:\n  - soort: tekst\n    akkoord: {door: B, op: 2021-01-01, vingerafdruk: 1-a-b} # ooit\n    status: 'redactie'\n    tekst: x\n",
     f"blokken:\n  - soort: tekst\n    {WRITTEN} # ooit\n    status: akkoord\n    tekst: x\n"),
    ("agreement on lines renewed", "blokken:\n  - soort: tekst\n    status: akkoord\n    akkoord:\n      door: B\n      # dag\n      op: 2021-01-01\n      vingerafdruk: 1-a-b\n    tekst: x\n",
     "blokken:\n  - soort: tekst\n    status: akkoord\n    akkoord:\n      door: A. Jansen\n      # dag\n      op: 2022-03-01\n      vingerafdruk: 1-0123456789-abcdef0123\n    tekst: x\n"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_agreement_is_put_in_its_place(project: ProjectMaker, before: str, after: str) -> None:
    """Status and agreement change; comments, order, quotes and indents stay."""
    folder = project({NAME: f"# kop\ntitel:   'C'\n{before}"})
    assert (
        signed(f"# kop\ntitel:   'C'\n{before}", NAME, [(block_of(folder), GIVEN)])
        == f"# kop\ntitel:   'C'\n{after}"
    )


def test_ends_of_lines_and_byte_order_mark_stay(project: ProjectMaker) -> None:
    """A file from Windows stays a file from Windows."""
    content = b"\xef\xbb\xbftitel: C\r\nblokken:\r\n  - soort: tekst\r\n    tekst: Zo\xc3\xab\r\n"
    folder = project({NAME: content})
    save(folder, [sign(folder / NAME, NAME, [(block_of(folder), GIVEN)])])
    added = f"    status: akkoord\r\n    {WRITTEN}\r\n".encode()
    assert (folder / NAME).read_bytes() == content.replace(
        b"soort: tekst\r\n", b"soort: tekst\r\n" + added
    )


def test_name_that_yaml_would_read_otherwise_is_quoted(project: ProjectMaker) -> None:
    """Commas, colons, hashes and words such as 'no' come back as they were given."""
    folder = project({})
    for name in ("Jansen, A.", "a: b", "x # y", "no", "-", "Zoë d'Árc", '"hij"', "{J}", "5"):
        signed_file = sign(
            folder / NAME,
            NAME,
            [(block_of(folder), Agreement(by=name, on=Day("2022-03-01"), fingerprint="1-a-b"))],
        )
        save(folder, [signed_file])
        agreement = block_of(folder).agreement
        assert agreement is not None
        assert agreement.by == name


@pytest.mark.parametrize("year", [2021, 2024])
def test_real_chapters_only_gain_the_agreement(real_project: Path, year: int) -> None:
    """Every block of the real editions can be agreed on; all other lines stay, in order."""
    edition = load_edition(real_project, year)[0]
    assert edition is not None
    for chapter in edition.chapters:
        name = f"content/{year}/{chapter.name}.yaml"
        before = (real_project / name).read_text("utf-8")
        after = signed(before, name, [(block, GIVEN) for block in chapter.blocks])
        assert after.count(WRITTEN) == len(chapter.blocks)
        difference = list(
            difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
        )[2:]
        changed = [line[1:].strip() for line in difference if line[0] in "+-"]
        assert {line.partition(":")[0] for line in changed} <= {"status", "akkoord"}


def test_nothing_is_written_when_something_else_would_change(project: ProjectMaker) -> None:
    """A block that is used twice (an alias) cannot be agreed on by itself."""
    content = "titel: C\nblokken:\n  - &a\n    soort: tekst\n    tekst: x\n  - *a\n"
    folder = project({NAME: content})
    with pytest.raises(NotSignable, match="zonder iets anders te veranderen"):
        sign(folder / NAME, NAME, [(block_of(folder), GIVEN)])
    assert (folder / NAME).read_text() == content


def test_file_that_changed_in_between_is_refused(project: ProjectMaker) -> None:
    """A block that moved since it was read is not signed in the wrong place."""
    folder = project({})
    block = block_of(folder)
    project({NAME: "# een regel erbij\ntitel: C\nblokken:\n  - soort: tekst\n    tekst: x\n"})
    with pytest.raises(NotSignable, match="probeer het opnieuw"):
        sign(folder / NAME, NAME, [(block, GIVEN)])
