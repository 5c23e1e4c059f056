# SPDX-License-Identifier: EUPL-1.2
"""A change from one figure to another, as numbers; `core/words` makes them and words them."""

from __future__ import annotations

from decimal import Decimal

from ..frozen import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """New minus old.

    `difference` is in `unit`, which for 'procent' means percentage points, with as many decimals
    as are printed. `percent` is that difference as a percentage of the old value, rounded as it is
    printed; None where it says nothing. Where the two do not compare both are None and `why` says
    why, in Dutch.
    """

    difference: Decimal | None
    percent: Decimal | None = None
    unit: str = ""
    why: str = ""
