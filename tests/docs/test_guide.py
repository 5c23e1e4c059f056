"""docs/handleiding.md: who does what it says gets what it shows."""

from __future__ import annotations

from .following import Followed


def test_the_program_says_what_the_guide_shows(guide: Followed) -> None:
    """Every command of the twelve steps, in order, from an empty folder to a published report."""
    assert "\n\n".join(guide.differences) == ""
