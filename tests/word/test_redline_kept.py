# SPDX-License-Identifier: EUPL-1.2
"""The document of a comparison: accepted it is the new edition, rejected the old one, whatever
differs between the two.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings, strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from standrapport.pipeline.check import check_edition
from standrapport.pipeline.checked import manifest_of
from standrapport.review.compare import Snapshot, compare, read_snapshot
from standrapport.word.redline import redline
from standrapport.word.redline_steps import ComparedLine, sections_of, spans_of
from tests.conftest import ROOT

from .accepting import Line, Seen, left_of

Manifest = dict[str, Any]
Change = Callable[[Manifest], None]
END: Line = ("Tussenruimte", "")


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    """The manifest of an edition with every kind of block."""
    written = manifest_of(check_edition(ROOT / "examples/uitkeringen", 2024))
    assert written is not None
    content: Manifest = json.loads(written)
    return content


def _snapshot(content: Manifest) -> Snapshot:
    return read_snapshot(json.dumps(content).encode())


def _plain(side: Snapshot) -> list[Seen]:
    """An edition as its document must read, made without any comparison."""
    found: list[Seen] = []
    for section in sections_of(side):
        for item in section.items:
            if isinstance(item, ComparedLine):
                found.append((item.style, item.words))
                continue
            found.append(
                tuple(
                    tuple((_cell_style(r, c), words) for c, words in enumerate(row))
                    for r, row in enumerate(item.rows)
                )
            )
            found.append(END)
    return [*found, END]


def _cell_style(row: int, column: int) -> str:
    if not row:
        return "Tabelkoprechts" if column else "Tabelkop"
    return "Tabelgetal" if column else "Tabeltekst"


def _document(old: Manifest, new: Manifest) -> tuple[Any, bytes, Snapshot, Snapshot]:
    before, after = _snapshot(old), _snapshot(new)
    content = redline(compare(before, after), before, after)
    return docx.Document(BytesIO(content)), content, before, after


def _holds(old: Manifest, new: Manifest) -> Any:
    document, _, before, after = _document(old, new)
    body = document.element.body
    assert left_of(body, accept=True) == _plain(after)
    assert left_of(body, accept=False) == _plain(before)
    return body


def _blocks(content: Manifest, chapter: int) -> list[Any]:
    blocks: list[Any] = content["chapters"][chapter]["blocks"]
    return blocks


def _find(content: Manifest, kind: str) -> tuple[Any, Any]:
    return next(
        (chapter, block)
        for chapter in content["chapters"]
        for block in chapter["blocks"]
        if block["kind"] == kind
    )


def _block_added(content: Manifest) -> None:
    block = deepcopy(_find(content, "kader")[1])
    block |= {
        "id": "kader-nieuw",
        "title": ["Iets nieuws"],
        "text": ["Een heel nieuw blok met woorden."],
    }
    _blocks(content, 1).insert(1, block)


def _block_removed(content: Manifest) -> None:
    chapter, block = _find(content, "knelpunt")
    chapter["blocks"].remove(block)


def _block_moved(content: Manifest) -> None:
    chapter, block = _find(content, "kader")
    chapter["blocks"].remove(block)
    _blocks(content, -1).append(block)


def _within(content: Manifest) -> None:
    blocks = _blocks(content, 1)
    blocks.append(blocks.pop(0))


def _words(content: Manifest) -> None:
    _, block = _find(content, "ontwikkelpunt")
    block["text"][0] = block["text"][0].replace("vaste", "eigen") + " Dat is zo."


def _paragraphs(content: Manifest) -> None:
    _, block = _find(content, "tekst")
    written = block["text"][0]
    block["text"][0] = f"Een nieuwe eerste alinea.\n\n{written}"
    block["text"].append("\n\n- een punt erbij;\n- en nog een.\n")


def _chapter_added(content: Manifest) -> None:
    chapter = deepcopy(content["chapters"][1])
    chapter |= {"name": "extra", "title": ["Een hoofdstuk erbij"]}
    content["chapters"].insert(1, chapter)


def _chapter_removed(content: Manifest) -> None:
    del content["chapters"][2]


def _chapters_turned(content: Manifest) -> None:
    content["chapters"].insert(0, content["chapters"].pop(2))


def _figure(content: Manifest) -> None:
    for use in content["used"]:
        if use["text"] == "6.010":
            use["text"] = "6.111"
    for one in content["figures"]:
        if one["printed"] == "6.010":
            one |= {"printed": "6.111", "value": 6111}


def _year_added(content: Manifest) -> None:
    _, block = _find(content, "tabel")
    content["used"] += [
        use | {"year": 2018}
        for use in content["used"]
        if use["block"] == block["id"] and use["year"] == 2020
    ]


def _row_gone(content: Manifest) -> None:
    _, block = _find(content, "tabel")
    content["used"] = [
        use
        for use in content["used"]
        if not (use["block"] == block["id"] and use["ref"] == "aanvragen.balie")
    ]


def _row_elsewhere(content: Manifest) -> None:
    _, block = _find(content, "tabel")
    mine = [
        use
        for use in content["used"]
        if use["block"] == block["id"] and use["ref"] == "aanvragen.balie"
    ]
    content["used"] = [use for use in content["used"] if use not in mine] + mine


def _table_gone(content: Manifest) -> None:
    chapter, block = _find(content, "tabel")
    chapter["blocks"].remove(block)


def _title(content: Manifest) -> None:
    _find(content, "grafiek")[1]["title"] = ["Een heel andere naam"]
    content["front"]["title"] = ["Een ander verslag"]
    content["front"]["date"] = "2025-05-01"


def _kind(content: Manifest) -> None:
    _, block = _find(content, "kader")
    block["text"] = ["- nu een lijst;\n- met punten.\n"]


CHANGES: dict[str, Change] = {
    "nothing": lambda _: None,
    "a block added": _block_added,
    "a block removed": _block_removed,
    "a block moved to another chapter": _block_moved,
    "a block moved in its chapter": _within,
    "words": _words,
    "paragraphs and items added": _paragraphs,
    "a chapter added": _chapter_added,
    "a chapter removed": _chapter_removed,
    "chapters in another order": _chapters_turned,
    "a figure in tables, charts and words": _figure,
    "a column added": _year_added,
    "a row removed": _row_gone,
    "a row moved": _row_elsewhere,
    "a table removed": _table_gone,
    "titles and a date": _title,
    "a paragraph that became a list": _kind,
}


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("name", CHANGES)
def test_accepted_it_is_the_new_and_rejected_the_old(
    name: str, back: bool, manifest: Manifest
) -> None:
    """Each kind of difference, there and back; and something is tracked when something differs."""
    changed = deepcopy(manifest)
    CHANGES[name](changed)
    sides = (changed, manifest) if back else (manifest, changed)
    body = _holds(*sides)
    tracked = list(body.iter(qn("w:ins"), qn("w:del"), qn("w:moveFrom"), qn("w:moveTo")))
    assert bool(tracked) == (_plain(_snapshot(changed)) != _plain(_snapshot(manifest)))
    assert bool(tracked) == (name != "nothing")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    first=st.lists(st.sampled_from(sorted(CHANGES)), max_size=4),
    second=st.lists(st.sampled_from(sorted(CHANGES)), max_size=4),
    order=st.randoms(use_true_random=False),
)
def test_many_at_once(
    first: Sequence[str], second: Sequence[str], order: Random, manifest: Manifest
) -> None:
    """Any changes on both sides together, blocks shuffled too."""
    sides = []
    for names in (first, second):
        content = deepcopy(manifest)
        for name in dict.fromkeys(names):
            CHANGES[name](content)
        order.shuffle(_blocks(content, 1) if names is first else content["chapters"])
        sides.append(content)
    _holds(*sides)


@given(st.text("ab1.,- ", max_size=30), st.text("ab1.,- ", max_size=30))
def test_stretches_give_both_sides(old: str, new: str) -> None:
    """Any two texts."""
    spans = spans_of(old, new)
    assert "".join(words for words, kind in spans if kind != "added") == old
    assert "".join(words for words, kind in spans if kind != "removed") == new


def test_only_what_differs_is_tracked(manifest: Manifest) -> None:
    """One word in one block: two revisions, and the rest stands as it is."""
    changed = deepcopy(manifest)
    _find(changed, "ontwikkelpunt")[1]["text"][0] = (
        "Vanaf 2025 heeft elke aanvrager één eigen medewerker."
    )
    body = _holds(manifest, changed)
    went, came = (
        [
            "".join(t.text or "" for t in one.iter(qn("w:t"), qn("w:delText")))
            for one in body.iter(qn(tag))
        ]
        for tag in ("w:del", "w:ins")
    )
    assert (went, came) == (["vaste"], ["eigen"])


def test_a_block_that_moved_is_a_move(manifest: Manifest) -> None:
    """Both ends bear one name, so that Word shows where it went."""
    changed = deepcopy(manifest)
    _block_moved(changed)
    body = _holds(manifest, changed)
    names = [
        [one.get(qn("w:name")) for one in body.iter(qn(f"w:{tag}RangeStart"))]
        for tag in ("moveFrom", "moveTo")
    ]
    assert names[0]
    assert sorted(names[0]) == sorted(names[1])
    assert list(body.iter(qn("w:ins"), qn("w:del"))) == []


def test_a_chart_says_that_it_is_drawn_anew(manifest: Manifest) -> None:
    """Its figures are revisions in a table, and a comment says which."""
    changed = deepcopy(manifest)
    _figure(changed)
    document, *_ = _document(manifest, changed)
    said = [one.text for one in document.comments]
    assert "Het verschil tussen" in said[0]
    assert any("De grafiek is opnieuw getekend" in one and "6.111" in one for one in said)
    marks = [one.get(qn("w:id")) for one in document.element.body.iter(qn("w:commentReference"))]
    assert marks == [str(number) for number in range(len(said))]


def test_it_is_valid_and_the_same_each_time(manifest: Manifest, tmp_path: Path) -> None:
    """As the validator of the Open XML SDK has it, to the byte the same."""
    changed = deepcopy(manifest)
    for change in CHANGES.values():
        change(changed)
    _, content, *_ = _document(manifest, changed)
    assert _document(manifest, changed)[1] == content
    path = tmp_path / "verschil.docx"
    path.write_bytes(content)
    result = OpenXmlValidator(FileFormat.OFFICE_2019).validate(path)
    assert [str(one) for one in result.errors][:5] == []
