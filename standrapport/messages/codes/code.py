"""The form of an entry in the catalogue of codes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Code:
    """One kind of finding, in Dutch for the staff: a title, what it means, what to do, and a wrong
    and a right example.
    """

    code: str
    severity: str
    title: str
    explanation: str
    remedy: str
    wrong: str
    right: str
