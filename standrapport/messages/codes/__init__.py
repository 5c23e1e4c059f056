# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of codes: what each finding means and how to mend it.

A code keeps its meaning for ever.
"""

from .afleiden import AFLEIDEN
from .bron import BRON
from .code import Code
from .controle import CONTROLE
from .laden import LADEN
from .onthulling import ONTHULLING
from .schrijven import SCHRIJVEN
from .tekst import TEKST
from .weergave import WEERGAVE

FAMILIES = (LADEN, AFLEIDEN, CONTROLE, BRON, TEKST, ONTHULLING, WEERGAVE, SCHRIJVEN)
CODES: dict[str, Code] = {code.code: code for family in FAMILIES for code in family}

__all__ = ["CODES", "Code"]
