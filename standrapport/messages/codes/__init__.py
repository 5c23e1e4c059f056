# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of codes: what each finding means and how to mend it.

A code keeps its meaning for ever. Each stands in the file of its family, with `severity` (how bad
it is, or a list of that and what else it may be: a rule declares its own), `title`, `explanation`
(what it means), `remedy` (what to do), a `wrong` and a `right` example, and `says`: the sentence of
the finding with `$name` for what was found, or several by name ('' is the usual one).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ...core.frozen import dataclass
from ...core.model import Severity

# By the letter after SR-, in the order in which a finding of it can be met.
_FILES = {
    "L": "laden",
    "A": "afleiden",
    "C": "controle",
    "B": "bron",
    "N": "tekst",
    "D": "onthulling",
    "R": "weergave",
    "S": "schrijven",
}
_NAMES = re.compile(r"^(SR-\w+):$", re.MULTILINE)
_SEVERITIES = {severity.word: severity for severity in Severity}


@dataclass(frozen=True)
class Code:
    """One kind of finding, in Dutch for the staff; the usual one of `severities` first."""

    code: str
    severities: tuple[Severity, ...]
    title: str
    explanation: str
    remedy: str
    wrong: str
    right: str
    says: Mapping[str, str]

    @property
    def severity(self) -> str:
        """The usual severity, in Dutch."""
        return self.severities[0].word


@cache
def _family(letter: str) -> str:
    return Path(__file__).with_name(f"{_FILES[letter]}.yaml").read_text("utf-8")


@cache
def _entry(code: str) -> Code:
    """One code, of which alone the text is read as YAML: a command meets few of the two hundred.

    Raises KeyError.
    """
    from ruamel.yaml import YAML

    _, name, after = _family(code[3]).partition(f"\n{code}:\n")
    if not name:
        raise KeyError(code)
    return _code(code, **YAML(typ="safe").load(after.partition("\nSR-")[0]))


def _code(code: str, severity: str | list[str], says: str | dict[str, str], **told: Any) -> Code:
    severities = [severity] if isinstance(severity, str) else severity
    return Code(
        code,
        tuple(_SEVERITIES[word] for word in severities),
        says={"": says} if isinstance(says, str) else says,
        **told,
    )


class _Catalogue(Mapping[str, Code]):
    """Every code by its name, in the order of the families."""

    def __getitem__(self, code: str) -> Code:
        if code[3:4] not in _FILES:
            raise KeyError(code)
        return _entry(code)

    def __iter__(self) -> Iterator[str]:
        return (code for letter in _FILES for code in _NAMES.findall(_family(letter)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


CODES: Mapping[str, Code] = _Catalogue()
