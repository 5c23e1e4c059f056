# SPDX-License-Identifier: EUPL-1.2
"""Numbers and claims in the text: expressions worked out, words chosen by the value, claims turned
into rules; agreement on blocks.
"""

from .agreement import agreement_findings, standings_of
from .connected import answer_findings, check_keys, check_processes
from .links import attribution_findings, group_findings, link_findings, picture_findings
from .misnamed import groups_of_other_years, misnamed_cards
from .printed_raw import raw_findings
from .resolve import resolve, words_of
from .review import TO_FILL_IN, filled_in, open_items, remark_findings, review_findings
from .shown_together import pictured_findings
from .summaries import check_summaries
from .texts import claims_of

__all__ = [
    "TO_FILL_IN",
    "agreement_findings",
    "answer_findings",
    "attribution_findings",
    "check_keys",
    "check_processes",
    "check_summaries",
    "claims_of",
    "filled_in",
    "group_findings",
    "groups_of_other_years",
    "link_findings",
    "misnamed_cards",
    "open_items",
    "picture_findings",
    "pictured_findings",
    "raw_findings",
    "remark_findings",
    "resolve",
    "review_findings",
    "standings_of",
    "words_of",
]
