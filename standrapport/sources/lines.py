"""On which lines of a delivered file something stands: the only thing of a row that may be told."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .delivered import Delivered


def lines_of_bytes(file: Delivered, places: Sequence[int]) -> list[int]:
    """The lines on which these places (in bytes of the file as the engine reads it) lie, blank lines passed over."""
    lines: list[int] = []
    waiting = sorted(places)
    offset, line = 0, 1
    for piece in file.pieces():
        while waiting and waiting[0] < offset + len(piece):
            at = waiting.pop(0) - offset
            blank = len(piece[at:]) - len(piece[at:].lstrip(b"\r\n"))
            lines.append(line + piece.count(b"\n", 0, at + blank))
        if not waiting:
            break
        offset += len(piece)
        line += piece.count(b"\n")
    return lines


def lines_of_cells(file: Delivered, columns: Sequence[str], cells: Collection[tuple[str, ...]], limit: int) -> list[int]:
    """The first lines on which these columns hold one of these combinations of cells."""
    places = [file.header.index(column) for column in columns]
    lines = []
    for line, row in file.records():
        if len(row) == len(file.header) and tuple(row[place].strip(" ") for place in places) in cells:
            lines.append(line)
            if len(lines) == limit:
                break
    return lines
