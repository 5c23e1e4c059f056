# SPDX-License-Identifier: EUPL-1.2
"""Any delivered file to grids of cells, as a reader of it sees them.

Nothing is made of what they say (decision 0017).
"""

from .grid import Cell, Grid
from .read import LARGEST, HandedIn, read_grids

__all__ = ["LARGEST", "Cell", "Grid", "HandedIn", "read_grids"]
