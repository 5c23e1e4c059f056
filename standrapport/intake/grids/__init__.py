# SPDX-License-Identifier: EUPL-1.2
"""Any delivered file to grids of cells, as a reader of it sees them.

Nothing is made of what they say (decision 0017).
"""

from .grid import Cell as Cell, Grid as Grid
from .read import LARGEST as LARGEST, HandedIn as HandedIn, read_grids as read_grids
