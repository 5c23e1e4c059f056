"""The figure files of the next edition: last year's rows as history, and the new year n.n.b."""

from __future__ import annotations

import csv
import io

from ..csv_text import decode, delimiter_of
from ..model import Table
from ..notation import NOT_KNOWN

_EMPTY = ("periode", "status", "peildatum")


def next_rows(content: bytes, table: Table, old: int, new: int) -> bytes:
    """A figure file with rows added for every year after `old` up to and including `new`, all figures n.n.b.

    A keyed table gets a row for each key of the old year. The rows that were there stay as they are, in UTF-8.
    """
    text = decode(content)[0]
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    delimiter = delimiter_of(text.partition("\n")[0])
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(cell.strip() for cell in row)]
    if not rows:
        return content
    header = [name.strip() for name in rows[0]]
    if "jaar" not in header or (table.key_column and table.key_column not in header):
        return content
    year = header.index("jaar")
    present = {row[year].strip() for row in rows[1:] if len(row) > year}
    keys = [""]
    if table.key_column:
        at = header.index(table.key_column)
        keys = list(dict.fromkeys(row[at] for row in rows[1:] if len(row) > max(at, year) and row[year].strip() == str(old)))
    added = io.StringIO(newline="")
    writer = csv.writer(added, delimiter=delimiter, lineterminator=end_of_line)
    for when in range(old + 1, new + 1):
        if str(when) not in present:
            writer.writerows([_cell(name, when, key, table.key_column) for name in header] for key in keys)
    joint = "" if text.endswith("\n") else end_of_line
    return f"{text}{joint}{added.getvalue()}".encode() if added.getvalue() else text.encode()


def _cell(name: str, year: int, key: str, key_column: str | None) -> str:
    if name == "jaar":
        return str(year)
    if name == key_column:
        return key
    return "" if name in _EMPTY else NOT_KNOWN
