"""Which kinds of block there are: those of the program, and those of installed plugins (entry
points of the group `standrapport.blokken`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ...core import model
from ...core.model import Block

BUILT_IN: tuple[type[Block], ...] = (
    model.Tekst,
    model.Kerncijfers,
    model.Tabel,
    model.Grafiek,
    model.Knelpunt,
    model.Ontwikkelpunt,
    model.Partner,
    model.Kader,
    model.Citaat,
    model.Afkortingen,
    model.Infographic,
    model.Bronnen,
    model.Colofon,
    model.Ondertekening,
    model.Dekking,
    model.Ontbrekend,
)


@cache
def block_classes() -> Mapping[str, type[Block]]:
    """The class of every kind of block, by its `soort`."""
    return {cls.kind: cls for cls in BUILT_IN}
