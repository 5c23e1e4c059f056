# SPDX-License-Identifier: EUPL-1.2
"""The form of an entry in the catalogue of codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ...core.frozen import dataclass
from ...core.model import Severity

_SEVERITIES = {severity.word: severity for severity in Severity}


@dataclass(frozen=True)
class Code:
    """One kind of finding, in Dutch for the staff.

    It has a title, what it means, what to do, and a wrong and a right example. `severity` is how
    bad it is, `also` what else it may be (a rule declares its own). `says` holds the sentences of
    the finding, each by a name ('' when there is one), with `$name` for what was found.
    """

    code: str
    severity: str
    title: str
    explanation: str
    remedy: str
    wrong: str
    right: str
    also: tuple[str, ...] = ()
    says: Mapping[str, str] = field(default_factory=dict)

    @property
    def severities(self) -> tuple[Severity, ...]:
        """Every severity a finding of this code may have, the usual one first."""
        return tuple(_SEVERITIES[word] for word in (self.severity, *self.also))
