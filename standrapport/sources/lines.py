"""On which lines of a delivered file something stands: the only thing of a row that may be told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import closing
from itertools import islice

from .delivered import Delivered


def lines_of_bytes(file: Delivered, places: Sequence[int]) -> list[int]:
    """The lines on which these places (in bytes of the file as the engine reads it) lie, blank lines passed over."""
    lines: list[int] = []
    waiting = sorted(places)
    offset, line = 0, 1
    with closing(file.pieces()) as pieces:
        for piece in pieces:
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
    with closing(file.records()) as records:
        found = (line for line, row in records if len(row) == len(file.header) and tuple(row[at].strip(" ") for at in places) in cells)
        return list(islice(found, limit))
