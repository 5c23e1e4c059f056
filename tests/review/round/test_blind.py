# SPDX-License-Identifier: EUPL-1.2
"""Edits written by someone who has not read the reader; blind/LEESMIJ.md says how.

`python -m tests.review.round.test_blind PATH` writes the document they begin with.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from .conftest import Reviewed, proof_project
from .test_edits import lines_changed

FOLDER = Path(__file__).parent / "blind"
CASES = sorted(FOLDER.glob("[0-9][0-9]-*.py"))


def case_at(path: Path) -> ModuleType:
    """A case, read from its file."""
    spec = spec_from_file_location(path.stem.replace("-", "_"), path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def faults(case: Any, sent: Reviewed) -> Iterator[str]:
    """What does not go as the case says."""
    before = sent.content()
    case.lezer(sent.path)
    found = sent.review("--ja")
    rest = list(found)
    for one in case.VERWACHT:
        hit = next((other for other in rest if _fits(one, other)), None)
        if hit is None:
            yield f"niet genoemd: {one}"
        else:
            rest.remove(hit)
    yield from (f"niet verwacht: {one['block']} {one['kind']} {one['new']}" for one in rest)
    wanted = sorted([*(f"- {w}" for w in case.WEG), *(f"+ {w}" for w in case.ERBIJ)])
    lines = sorted(line for line in lines_changed(before, sent.content()) if line not in "+-")
    if lines != wanted:
        yield f"in content/ veranderde {lines}"
    again = sent.review("--ja")
    yield from (f"nog eens: {one['block']} {one['kind']}" for one in again if one["placed"])


def _fits(wanted: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    kinds: Sequence[str] = (
        [wanted["soort"]] if isinstance(wanted["soort"], str) else wanted["soort"]
    )
    return (
        wanted["blok"] == found["block"]
        and found["kind"] in kinds
        and wanted.get("wacht", not found["placed"]) == (not found["placed"])
        and wanted.get("bevat", "") in f"{found['old']}\n{found['new']}"
    )


if CASES:  # nobody wrote one yet for this small document; test_twenty.py holds those of the example

    @pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
    def test_an_edit_of_someone_else(path: Path, sent: Reviewed) -> None:
        """Every proposal named, no line of content/ other than said; one with FOUT fails for that."""
        case = case_at(path)
        said = list(faults(case, sent))
        if hasattr(case, "FOUT"):
            assert said, f"{path.name} gaat nu goed: haal FOUT weg"
            pytest.xfail(case.FOUT)
        assert said == []


SAMPLE = '''\
"""Een woord anders."""
from pathlib import Path
import docx
from docx.oxml.ns import qn

def lezer(document: Path) -> None:
    open_ = docx.Document(str(document))
    for text in open_.element.body.iter(qn("w:t")):
        text.text = (text.text or "").replace("elke dag", "iedere dag")
    open_.save(str(document))

VERWACHT = [{"blok": "proef/opmaak", "soort": "text", "wacht": False, "bevat": "iedere dag"}]
WEG = ["De werkplaats is elke dag open. Iedereen kan er terecht met een kapotte fiets."]
ERBIJ = ["De werkplaats is iedere dag open. Iedereen kan er terecht met een kapotte fiets."]
'''


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ('"wacht": False', '"wacht": True'),
        ('"soort": "text"', '"soort": ["added", "moved"]'),
        ("VERWACHT = [{", "VERWACHT = [] and [{"),
        ('ERBIJ = ["De', 'ERBIJ = ["Een'),
    ],
)
def test_the_form_of_a_case_can_fail(old: str, new: str, sent: Reviewed, tmp_path: Path) -> None:
    """A case as the guide has it passes, and each part of what it expects is held against."""
    path = tmp_path / "01-woord.py"
    path.write_text(SAMPLE.replace(old, new) if old else SAMPLE, "utf-8")
    assert (list(faults(case_at(path), sent)) == []) is (old == "")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        Path(sys.argv[1]).write_bytes(proof_project(Path(folder))[1])
