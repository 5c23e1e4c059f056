# SPDX-License-Identifier: EUPL-1.2
"""What a workbook leaves unsaid: the codes of built-in formats, and the day a number stands for.

From ECMA-376 part 1: 18.8.30 (built-in formats) and 18.17.4.1 (dates).
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
# Quoted words, and what stands between square brackets but for [h], [mm], [ss].
_ASIDE = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_DURATION = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)
_DATE = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_DAY_ZERO, _DAY_ZERO_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - of no zone
_FALSE_LEAP_DAY = 60  # 29 February 1900, which workbooks count and the calendar does not


def is_duration(code: str) -> bool:
    """Whether a format shows hours, minutes or seconds that go on beyond a day."""
    return _DURATION.search(code.split(";", maxsplit=1)[0]) is not None


def is_date(code: str) -> bool:
    """Whether a format shows a day or a time of day."""
    return _DATE.search(_ASIDE.sub("", code.split(";", maxsplit=1)[0])) is not None


def moment_of(serial: float, *, from_1904: bool) -> datetime | None:
    """The moment a number of days stands for; None for a time of day, of no day.

    Raises OverflowError for a day beyond the year 9999.
    """
    day, part = divmod(serial, 1)
    time = timedelta(milliseconds=round(part * 86_400_000))
    if serial < 1 and not time.days:
        return None
    if 0 < serial < _FALSE_LEAP_DAY and not from_1904:
        day += 1
    return (_DAY_ZERO_1904 if from_1904 else _DAY_ZERO) + timedelta(days=day) + time
