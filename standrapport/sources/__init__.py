# SPDX-License-Identifier: EUPL-1.2
"""Source data to aggregates: extracts and databases are counted anew and compared with the figures
(decision 0013).

Only aggregates leave this room. Nothing of a row, and no message of an engine that could quote one,
goes into a finding.
"""

from .accounting import published as published
from .agreement import check_source as check_source
from .engine import SourceProblem as SourceProblem
