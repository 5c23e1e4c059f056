# SPDX-License-Identifier: EUPL-1.2
"""The corpus of sentences with numbers: reading it, and judging it with the checker.

Used by the tests and by `make bench`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from standrapport.checks.statements import StatementReading
from standrapport.core.model import Chapter, Finding, NumberInText, Position, Tekst, Text
from standrapport.pipeline.checked import Checked

HERE = Position("zinnen.yaml", 1, 1)


@dataclass(frozen=True)
class Case:
    """A sentence with the verdict and the numbers it must give."""

    edition: int
    sentence: str
    expected: str
    numbers: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Found:
    """What the checker makes of a sentence: every number in it, and what it reports."""

    numbers: tuple[NumberInText, ...]
    findings: tuple[Finding, ...]


def cases() -> list[Case]:
    """All sentences, in order."""
    content = YAML(typ="safe").load(Path(__file__).with_name("zinnen.yaml").read_text("utf-8"))
    return [
        Case(one["editie"], one["zin"], one["verwacht"], tuple(one["getallen"])) for one in content
    ]


def judged(case: Case, checked: Checked) -> Found:
    """Check one sentence as the only text of its edition."""
    assert checked.edition is not None
    text = Text(case.sentence, HERE)
    block = Tekst(id="b", text=text)
    edition = replace(
        checked.edition, chapters=(Chapter("h", Text("Verzonnen", HERE), (block,), HERE),)
    )
    stated = StatementReading(edition.year, checked.catalogue, checked.figures).of(edition, {})
    own = tuple(number for number in stated.numbers if number.source is text)
    return Found(own, tuple(stated.findings))
