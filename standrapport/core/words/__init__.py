# SPDX-License-Identifier: EUPL-1.2
"""Dutch words for figures, made here and nowhere else: changes, names, sources, symbols, periods
and breaks.

Whoever shows a figure asks here, so that text, page, chart, data and message say the same.
"""

from .amounts import rounded, share_in_words, thousands
from .attributions import (
    OWN,
    Attribution,
    attribution_words,
    attributions_of,
    for_sentence,
)
from .changes import (
    NO_CHANGE,
    POINTS,
    SAME,
    aside,
    briefly,
    change_between,
    change_of,
    direction,
    equal,
    in_a_sentence,
    nearly_same,
    share,
    signed,
    size,
    unlike,
    way,
    why_not,
)
from .directions import LESS, MORE, direction_patterns, heading
from .formulas import formula_in_words
from .names import (
    full_name,
    meaning,
    source_name,
    source_with_address,
    suppressed,
    symbol_meanings,
    with_key,
)
from .series import (
    BREAK,
    WHOLE_YEAR,
    as_cell,
    break_sentence,
    breaks_between,
    closed,
    counted_differently,
    of_period,
    year_with,
)

__all__ = [
    "BREAK",
    "LESS",
    "MORE",
    "NO_CHANGE",
    "OWN",
    "POINTS",
    "SAME",
    "WHOLE_YEAR",
    "Attribution",
    "as_cell",
    "aside",
    "attribution_words",
    "attributions_of",
    "break_sentence",
    "breaks_between",
    "briefly",
    "change_between",
    "change_of",
    "closed",
    "counted_differently",
    "direction",
    "direction_patterns",
    "equal",
    "for_sentence",
    "formula_in_words",
    "full_name",
    "heading",
    "in_a_sentence",
    "meaning",
    "nearly_same",
    "of_period",
    "rounded",
    "share",
    "share_in_words",
    "signed",
    "size",
    "source_name",
    "source_with_address",
    "suppressed",
    "symbol_meanings",
    "thousands",
    "unlike",
    "way",
    "why_not",
    "with_key",
    "year_with",
]
