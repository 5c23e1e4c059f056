# SPDX-License-Identifier: EUPL-1.2
"""Packages that only some projects need, in two extras of the package: what each is for, and how
to install one that is missing; and what other packages offer.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

# Each extra (as in pyproject.toml) with the modules that the program imports of it, and what for.
EXTRAS = {
    "bron": (("duckdb", "python_calamine", "psycopg"), "Voor het natellen van brongegevens"),
    "pandas": (("pandas",), "Voor cijfers als DataFrame"),
}


class ExtraMissing(ImportError):
    """An extra that is needed is not installed; the message is a Dutch sentence with the command
    that installs it.
    """


def need(extra: str) -> None:
    """Raise ExtraMissing unless every module of an extra can be imported; imports none of them."""
    modules, purpose = EXTRAS[extra]
    if any(find_spec(module) is None for module in modules):
        raise ExtraMissing(
            f"{purpose} is het onderdeel '{extra}' nodig, en dat ontbreekt; installeer het met"
            f" '{_command(extra)}'."
        )


def _command(extra: str) -> str:
    """A clone has its locked versions installed by make; elsewhere pip reads them from the
    package.
    """
    clone = Path(__file__).parent.parent.parent
    if (clone / "Makefile").is_file() and (clone / "requirements.lock").is_file():
        return f"make {extra}"
    return f'pip install "standrapport[{extra}]"'


def offered(group: str) -> Sequence[EntryPoint]:
    """What installed packages offer under an entry point group.

    Reading what is installed takes the standard library as long as a small edition takes to check,
    so it is asked only where some package mentions the group.
    """
    if not any(_may_offer(Path(place), group.encode()) for place in sys.path):
        return ()
    from importlib.metadata import entry_points

    return tuple(entry_points(group=group))


def _may_offer(place: Path, group: bytes) -> bool:
    """Whether a place where packages stand mentions a group; an archive may."""
    points = place.glob("*-[Ii][Nn][Ff][Oo]/entry_points.txt")
    return place.is_file() or any(group in one.read_bytes() for one in points)
