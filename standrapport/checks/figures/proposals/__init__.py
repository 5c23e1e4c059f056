# SPDX-License-Identifier: EUPL-1.2
"""Rules that the figures suggest: sums, equalities, shares and orders that hold in every year of
every edition and that no rule says yet, and those that hold in all years but one.

What chance may have made is left out (`search`), as is what follows from the rules there are
(`known`). Each proposal is judged as the rule it would become, in every edition, before it is
shown.
"""

from __future__ import annotations

from .choose import propose as propose
from .proposal import (
    ProposedRule as ProposedRule,
    entry_lines as entry_lines,
    proposal_lines as proposal_lines,
    proposals_as_dict as proposals_as_dict,
    proposals_yaml as proposals_yaml,
)
