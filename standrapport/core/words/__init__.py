# SPDX-License-Identifier: EUPL-1.2
"""Dutch words for figures, made here and nowhere else: changes, names, sources, symbols, periods
and breaks.

Whoever shows a figure asks here, so that text, page, chart, data and message say the same.
"""

from .amounts import rounded as rounded, share_in_words as share_in_words, thousands as thousands
from .attributions import (
    OWN as OWN,
    Attribution as Attribution,
    attribution_words as attribution_words,
    attributions_of as attributions_of,
    for_sentence as for_sentence,
)
from .changes import (
    NO_CHANGE as NO_CHANGE,
    SAME as SAME,
    aside as aside,
    briefly as briefly,
    change_between as change_between,
    change_of as change_of,
    direction as direction,
    equal as equal,
    share as share,
    signed as signed,
    size as size,
    unlike as unlike,
    way as way,
)
from .directions import (
    LESS as LESS,
    MORE as MORE,
    direction_patterns as direction_patterns,
    heading as heading,
)
from .english import (
    english as english,
    english_number as english_number,
    english_time as english_time,
    english_words as english_words,
)
from .formulas import formula_in_words as formula_in_words
from .names import (
    full_name as full_name,
    meaning as meaning,
    published_words as published_words,
    source_facts as source_facts,
    source_name as source_name,
    source_with_address as source_with_address,
    sources_by_year as sources_by_year,
    suppressed as suppressed,
    symbol_meanings as symbol_meanings,
    with_key as with_key,
    year_runs as year_runs,
)
from .phrases import Phrase as Phrase
from .times import (
    BREAK as BREAK,
    as_cell as as_cell,
    aside_in_words as aside_in_words,
    both_years as both_years,
    break_sentence as break_sentence,
    breaks_between as breaks_between,
    closed as closed,
    counted_differently as counted_differently,
    differing_times as differing_times,
    in_words as in_words,
    mark as mark,
    of_period as of_period,
    says_same_months as says_same_months,
    says_time as says_time,
    than_in as than_in,
    unsaid as unsaid,
    year_heading as year_heading,
    year_with as year_with,
)
