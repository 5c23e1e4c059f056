# SPDX-License-Identifier: EUPL-1.2
"""Pages of two PDFs compared as they look: pages matched by their words, changed places marked."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .changes import PageChange

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

_SCALE = 1.25  # pixels per point
_CELL = 10  # side in pixels of the squares in which differences are gathered
_FAINT = 24  # differences in a colour below this (of 255) are not seen
_ALIKE = 0.35  # share of words two pages must have in common to be the same page
_MARK = (200, 30, 30)

Box = tuple[int, int, int, int]
Mark = tuple[float, float, float, float]


def compare_pages(old: Path, new: Path, *, pictures: bool = True) -> tuple[PageChange, ...]:
    """Every page that came, went or looks otherwise, in the order of the new PDF.

    A page that went stands where it stood.
    """
    first, second = old.read_bytes(), new.read_bytes()
    if first == second:
        return ()
    import pypdfium2

    documents = [pypdfium2.PdfDocument(content) for content in (first, second)]
    try:
        return tuple(_changes(documents[0], documents[1], pictures=pictures))
    finally:
        for document in documents:
            document.close()


def _changes(old: PdfDocument, new: PdfDocument, *, pictures: bool) -> Iterator[PageChange]:
    def shown(image: Image, marks: Sequence[Mark] = ()) -> bytes:
        return _picture(image, marks) if pictures else b""

    for left, right in align(_all_words(old), _all_words(new)):
        if left is not None and right is not None:
            before, after = _seen(old, left), _seen(new, right)
            if marks := _marks(before, after):
                was, now = shown(before, marks), shown(after, marks)
                yield PageChange("changed", left + 1, right + 1, marks, was, now)
        elif right is not None:
            yield PageChange("added", None, right + 1, new_picture=shown(_seen(new, right)))
        elif left is not None:
            yield PageChange("removed", left + 1, None, old_picture=shown(_seen(old, left)))


def _all_words(document: PdfDocument) -> list[Counter[str]]:
    return [_words(document, number) for number in range(len(document))]


def _words(document: PdfDocument, number: int) -> Counter[str]:
    page = document[number]
    text = page.get_textpage().get_text_range()
    return Counter(word for word in text.split() if not word.isdigit())


def align(
    old: Sequence[Counter[str]], new: Sequence[Counter[str]]
) -> list[tuple[int | None, int | None]]:
    """Pages side by side in order: the matching with the most words in common.

    None where a page has no counterpart.
    """
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_likeness(one, other) for other in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            both = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= _ALIKE else -1.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int | None, int | None]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= _ALIKE and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return [
        *pairs,
        *((n, None) for n in range(i, len(old))),
        *((None, n) for n in range(j, len(new))),
    ]


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _seen(document: PdfDocument, number: int) -> Image:
    image: Image = document[number].render(scale=_SCALE, rev_byteorder=True).to_pil()
    return image


def _marks(old: Image, new: Image) -> tuple[Mark, ...]:
    """The changed places; the whole page when the sizes differ."""
    from PIL import ImageChops

    if old.size != new.size or old.mode != new.mode:
        return ((0.0, 0.0, 1.0, 1.0),)
    colours = ImageChops.difference(old, new)
    if colours.getbbox() is None:
        return ()
    first, *others = colours.split()
    for band in others:
        first = ImageChops.lighter(first, band)
    difference = first.point([0] * _FAINT + [255] * (256 - _FAINT))
    width, height = new.size
    return tuple(
        (
            round(left / width, 4),
            round(top / height, 4),
            round(min(right, width) / width, 4),
            round(min(bottom, height) / height, 4),
        )
        for left, top, right, bottom in _places(difference)
    )


def _places(difference: Image) -> list[Box]:
    """Rectangles around differences that lie together, top to bottom."""
    from PIL import ImageFilter

    small = difference.reduce(
        _CELL
    )  # the average of a square is above zero as soon as one pixel differs
    width = small.width
    changed = {at for at, seen in enumerate(small.tobytes()) if seen}
    # Grown by a square on each side, words on a line touch and so do the lines of a paragraph.
    grown = {at for at, seen in enumerate(small.filter(ImageFilter.MaxFilter(3)).tobytes()) if seen}
    found = []
    while grown:
        waiting = [grown.pop()]
        together = set(waiting)
        while waiting:
            at = waiting.pop()
            sides = (
                (at - 1) if at % width else at,
                (at + 1) if (at + 1) % width else at,
                at - width,
                at + width,
            )
            near = grown.intersection(sides)
            grown -= near
            waiting.extend(near)
            together |= near
        xs, ys = (
            {at % width for at in together & changed},
            {at // width for at in together & changed},
        )
        found.append(
            (min(xs) * _CELL, min(ys) * _CELL, (max(xs) + 1) * _CELL, (max(ys) + 1) * _CELL)
        )
    return sorted(found, key=lambda box: (box[1], box[0]))


def _picture(image: Image, marks: Sequence[Mark]) -> bytes:
    """A page as JPEG with its marks: encoded ten times faster than WebP and PNG, and read
    everywhere.
    """
    from PIL import ImageDraw

    draw = ImageDraw.Draw(image)
    for left, top, right, bottom in marks:
        box = (
            left * image.width - 3,
            top * image.height - 3,
            right * image.width + 3,
            bottom * image.height + 3,
        )
        draw.rectangle(box, outline=_MARK, width=2)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=60)
    return stream.getvalue()
