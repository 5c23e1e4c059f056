# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of codes: what each finding means and how to mend it.

A code keeps its meaning for ever. Each stands in the file of its family, with `severity` (how bad
it is, or a list of that and what else it may be: a rule declares its own), `title`, `explanation`
(what it means), `remedy` (what to do), a `wrong` and a `right` example, and `says`: the sentence of
the finding with `$name` for what was found, or several by name ('' is the usual one).
"""

from __future__ import annotations

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
def _family(letter: str) -> Mapping[str, Code]:
    """The codes of a family. Read when first asked for: most commands find little."""
    from ruamel.yaml import YAML

    text = Path(__file__).with_name(f"{_FILES[letter]}.yaml").read_text("utf-8")
    return {code: _code(code, **entry) for code, entry in YAML(typ="safe").load(text).items()}


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
        return _family(code[3])[code]

    def __iter__(self) -> Iterator[str]:
        return (code for letter in _FILES for code in _family(letter))

    def __len__(self) -> int:
        return sum(1 for _ in self)


CODES: Mapping[str, Code] = _Catalogue()
