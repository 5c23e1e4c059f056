# SPDX-License-Identifier: EUPL-1.2
"""What a project may ask of the tool, handed to every reader: far above any report, far below what
a machine can bear (docs/besluiten/0028).

A file beyond it is a finding with its place, never a wait or a crash.
"""

from __future__ import annotations

from .frozen import dataclass


@dataclass(frozen=True)
class Budget:
    """The bounds of one reader.

    `text_bytes` is the size of a YAML file or template, `table_bytes` of a figure file; `columns` a
    row may have, `nodes` a YAML file with its aliases written out, `depth` of lists within lists;
    `letters` of one text, `years` of one list; `first_year` to `last_year` is what a year can be;
    a figure stays below `most` and has no more than `places` decimals (beyond, it is no longer
    exact); `alike` findings of one kind are told per file; `steps` a template may take,
    `letters_made` in one text it makes.
    """

    text_bytes: int = 4_000_000
    table_bytes: int = 400_000_000
    columns: int = 500
    nodes: int = 400_000
    depth: int = 60
    letters: int = 40_000
    years: int = 60
    first_year: int = 1900
    last_year: int = 2199
    most: int = 10**24
    places: int = 9
    alike: int = 20
    steps: int = 200_000
    letters_made: int = 20_000_000


BUDGET = Budget()
