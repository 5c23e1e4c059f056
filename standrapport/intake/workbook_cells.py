"""A number as an Excel workbook holds it, with the format it is shown in, to a cell; dates are numbers there."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from .cells import exact, plain_text, text_cell
from .grid import EMPTY, Cell
from .number_formats import shown, shown_day

GENERAL = "General"


def workbook_cell(stored: str | float, code: str = GENERAL, *, from_1904: bool = False, raised: bool = False) -> Cell:
    """The cell of a stored number; EMPTY when its format shows nothing, a mark when the whole cell is raised.

    Raises decimal.InvalidOperation when it is no number.
    """
    number = exact(stored)
    if code == GENERAL and not raised:
        return Cell(plain_text(number), number)
    kind = _kind(code)
    if kind == "duration":
        return text_cell([(_duration(number), raised)])
    if kind == "date":
        if number >= 0:
            return _day(number, code, from_1904=from_1904)
        code = GENERAL
    text, times = shown(number, code)
    cell = text_cell([(text, raised)])
    if raised or cell == EMPTY:
        return cell
    return Cell(cell.text, exact(str(number * times)), percent="%" in text, marks=cell.marks)


@lru_cache
def _kind(code: str) -> str:
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format

    return "duration" if is_timedelta_format(code) else "date" if is_date_format(code) else "number"


def _day(serial: Decimal, code: str, *, from_1904: bool) -> Cell:
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

    found = from_excel(float(serial), MAC_EPOCH if from_1904 else WINDOWS_EPOCH)
    if isinstance(found, datetime):
        return Cell(shown_day(found, code), day=found.date().isoformat())
    return Cell(shown_day(datetime(1900, 1, 1) + timedelta(days=float(serial)), code))  # noqa: DTZ001 - a time of day, of no day


def _duration(days: Decimal) -> str:
    minutes, seconds = divmod(round(abs(days) * 86400), 60)
    return f"{'-' if days < 0 else ''}{minutes // 60}:{minutes % 60:02}:{seconds:02}"
