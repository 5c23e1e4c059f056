# SPDX-License-Identifier: EUPL-1.2
"""A figure over all editions of the project: what each said of each year, what was revised, and the
newest values.
"""

from .editions import Asked as Asked, EditionFigures as EditionFigures, read_asked as read_asked
from .model import (
    EditionSays as EditionSays,
    Revised as Revised,
    Trend as Trend,
    TrendYear as TrendYear,
)
from .series import trends_of as trends_of
