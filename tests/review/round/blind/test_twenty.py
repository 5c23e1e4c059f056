# SPDX-License-Identifier: EUPL-1.2
"""Each of the twenty cases on a copy of examples/uitkeringen, by the commands alone."""

from __future__ import annotations

import difflib
import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from .cases import CASES, Case, Change, Listed, Remark

ROOT = Path(__file__).resolve().parents[4]
COMMAND = Path(sys.executable).with_name("standrapport")
YEAR = "2024"
READ = YAML(typ="safe")


def _call(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program as its user does, with nobody at the keyboard."""
    return subprocess.run(
        [str(COMMAND), *words],
        cwd=project,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example, with the document made of it beside it."""
    folder = tmp_path_factory.mktemp("blind")
    shutil.copytree(ROOT / "examples" / "uitkeringen", folder / "project")
    done = _call(folder / "project", "word", YEAR, "--out", str(folder / "nalezen.docx"))
    assert done.returncode == 0, done.stderr
    return folder


def _files(project: Path) -> dict[str, bytes]:
    """Every file a reviewer's document may not touch, or may."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for part in ("content", "figures", "huisstijl")
        for path in sorted((project / part).rglob("*"))
        if path.is_file()
    }


def _slug(words: str) -> str:
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _blocks(chapter: str) -> dict[str, str]:
    """The lines of each block of a chapter, by its name; "" is what stands before the first."""
    head, *rest = re.split(r"(?m)^(?=  - soort: )", chapter)
    blocks = {"": head}
    for lines in rest:
        block = READ.load(lines)[0]
        name = block.get("id") or _slug(f"{block['soort']} {block.get('titel', '')}")
        assert name not in blocks
        blocks[name] = lines
    return blocks


def _squeezed(value: Any) -> Any:
    """The same, with every stretch of white space one space: lines may be wrapped anew."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: _squeezed(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_squeezed(part) for part in value]
    return value


def _changed(lines: str, change: Change) -> Any:
    """The block as it must read after a change."""
    block = READ.load(lines)[0]
    *way, last = [int(step) if step.isdigit() else step for step in change.path.split(".")]
    holder = block
    for step in way:
        holder = holder[step]
    text = " ".join(holder[last].split()) if "\n" not in change.old else holder[last]
    assert change.old in text, change
    holder[last] = text.replace(change.old, change.new)
    return _squeezed(block)


def _listed(proposals: list[dict[str, Any]], block: str | None, words: str) -> bool:
    return any(
        block in {None, proposal["block"]}
        and words in f"{proposal.get('old') or ''} {proposal.get('new') or ''}"
        for proposal in proposals
    )


def _check_blocks(
    before: Mapping[str, bytes],
    after: Mapping[str, bytes],
    changes: list[Change],
    proposals: list[dict[str, Any]],
) -> list[str]:
    """Hold every block against what it must be; gives the names of those that wait."""
    waiting = []
    for chapter in sorted({change.block.split("/")[0] for change in changes}):
        name = f"content/{YEAR}/{chapter}.yaml"
        old, new = _blocks(before[name].decode()), _blocks(after[name].decode())
        wanted = {
            change.block.split("/")[1]: change
            for change in changes
            if change.block.split("/")[0] == chapter
        }
        for block, lines in old.items():
            change = wanted.get(block)
            if change is None:
                assert new.get(block) == lines, f"{chapter}/{block} changed, and should not"
            elif new.get(block) == lines:
                assert _listed(proposals, change.block, change.words), (
                    f"{change.block}: neither changed nor listed"
                )
                assert not change.certain, f"{change.block}: waits, though only words changed"
                waiting.append(change.block)
            elif change.gone:
                assert block not in new, f"{change.block}: changed, and should be gone"
            else:
                assert block in new, f"{change.block}: gone"
                assert _squeezed(READ.load(new[block])[0]) == _changed(lines, change)
        assert set(new) <= set(old), "a block nobody wrote"
    return waiting


def _check_remarks(before: bytes, after: bytes, remarks: list[Remark]) -> None:
    """What stood in opmerkingen.yaml stays to the byte; the new remarks follow."""
    assert after.startswith(before), "the remarks that were there changed"
    known = len(READ.load(before)["opmerkingen"])
    every = READ.load(after)["opmerkingen"]
    found = {entry["tekst"]: entry for entry in every[known:]}
    assert set(found) == {remark.text for remark in remarks}
    for remark in remarks:
        entry = found[remark.text]
        assert (entry["blok"], entry["van"]) == (remark.block, remark.author)
        if remark.answers:
            assert entry.get("antwoord_op") == found[remark.answers]["nummer"]


def _difference(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> str:
    """What is different, for the message when a case fails."""
    return "\n".join(
        line
        for name in sorted(set(before) | set(after))
        if before.get(name) != after.get(name)
        for line in difflib.unified_diff(
            before.get(name, b"").decode("utf-8", "replace").splitlines(),
            after.get(name, b"").decode("utf-8", "replace").splitlines(),
            name,
            name,
            "",
            "",
            0,
            "",
        )
    )


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=name,
            marks=[pytest.mark.xfail(reason=case.wrong, strict=True)] if case.wrong else [],
        )
        for name, case in CASES.items()
    ],
)
def test_edit_of_a_reviewer(case: Case, made: Path, tmp_path: Path) -> None:
    if case.needs and not shutil.which(case.needs):
        pytest.skip(f"{case.needs} is not installed")
    project = tmp_path / "project"
    shutil.copytree(made / "project", project)
    document = Path(shutil.copy(made / "nalezen.docx", tmp_path / "nalezen.docx"))
    case.edit(document)
    before = _files(project)

    words = ("review", str(document), *case.options, "--yes")
    done = _call(project, *words, "--format", "json")
    after = _files(project)
    report = (str(done.returncode), done.stdout, done.stderr, _difference(before, after))
    sys.stdout.write("\n".join(report))
    assert done.returncode in {0, 1}
    proposals = json.loads(done.stdout)
    assert isinstance(proposals, list)

    changes = [wanted for wanted in case.expected if isinstance(wanted, Change)]
    remarks = [wanted for wanted in case.expected if isinstance(wanted, Remark)]
    listed = [wanted for wanted in case.expected if isinstance(wanted, Listed)]

    touched = {f"content/{YEAR}/{change.block.split('/')[0]}.yaml" for change in changes}
    if remarks:
        touched.add(f"content/{YEAR}/opmerkingen.yaml")
        name = f"content/{YEAR}/opmerkingen.yaml"
        _check_remarks(before[name], after[name], remarks)
    assert {name for name in before if before[name] != after.get(name)} <= touched
    assert set(after) == set(before)
    waiting = _check_blocks(before, after, changes, proposals)
    for wanted in listed:
        assert _listed(proposals, wanted.block, wanted.words), f"not listed: {wanted}"

    if all(not isinstance(wanted, Listed) or wanted.block for wanted in case.expected):
        places = {wanted.block for wanted in case.expected}
        extra = [proposal for proposal in proposals if proposal["block"] not in places]
        assert not extra, "proposals nobody made"
    if case.author:
        assert any(proposal["author"] == case.author for proposal in proposals)
    assert done.returncode == (1 if waiting or listed else 0)

    _call(project, *words)
    assert _files(project) == after, "reading it twice changes something"
