# SPDX-License-Identifier: EUPL-1.2
"""A chart as a picture: the SVG of report/charts painted as PNG.

Word shows SVG only in newer versions, so a picture of dots is needed, and writing must stay fast:
the few shapes our charts are made of are painted here; a drawing with anything else goes the long
road over the PDF maker.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

_SCALE = 2  # dots of the picture per unit of the drawing: 1360 across
_FINE = 2  # painted finer, then made smaller: smooth edges
_CURVE = 24  # straight pieces of a curve
_FONTS = {
    "": "fira-sans-latin-400-normal.woff2",
    "400": "fira-sans-latin-400-normal.woff2",
    "600": "fira-sans-latin-600-normal.woff2",
}
_HELD = re.compile(r"^<(?:img|div) [^>]*data:image/\w+;base64,([\w+/=]+)")
_TRANSFORM = re.compile(r"translate\(([-\d.]+)[ ,]+([-\d.]+)\) rotate\(-90\)")
_PATH = re.compile(r"([A-Za-z])|(-?\d*\.?\d+)")


class NotPaintable(Exception):
    """A drawing holds something this module does not know."""


def picture_of(drawing: str, templates: Path) -> tuple[bytes, float, float]:
    """The picture of a drawing, or the one that the page holds; with its width and height."""
    if held := _HELD.search(drawing):
        return _with_size(base64.b64decode(held[1]))
    from lxml import etree

    root = etree.fromstring(drawing.encode())
    _, _, width, height = (float(part) for part in root.get("viewBox", "0 0 0 0").split())
    try:
        return _Painter(width, height, templates / "fonts").painted(root), width, height
    except NotPaintable:
        return _by_pdf(drawing, width, height, templates), width, height


def _with_size(content: bytes) -> tuple[bytes, float, float]:
    from PIL import Image

    with Image.open(io.BytesIO(content)) as opened:
        return content, *opened.size


class _Painter:
    """A sheet to paint one drawing on."""

    def __init__(self, width: float, height: float, fonts: Path) -> None:
        from PIL import Image, ImageDraw

        self.k = float(_SCALE * _FINE)
        self.fonts = fonts
        self.words: list[Any] = []  # letters, smooth of themselves, are painted last
        self.sheet = Image.new("RGB", (round(width * self.k), round(height * self.k)), "#ffffff")
        self.pen = ImageDraw.Draw(self.sheet, "RGBA")

    def painted(self, root: Any) -> bytes:
        """The finished picture as PNG."""
        from PIL import Image

        self._children(root)
        self._lettered()
        stream = io.BytesIO()
        # A palette: few colours, a third of the size, and made sooner.
        few = self.sheet.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(stream, "PNG", compress_level=6)
        return stream.getvalue()

    def _lettered(self) -> None:
        """The sheet made small, and every word put on it."""
        from PIL import ImageDraw

        self.sheet, self.k = self.sheet.reduce(_FINE), float(_SCALE)
        self.pen = ImageDraw.Draw(self.sheet, "RGBA")
        for node in self.words:
            self._letters(node)

    def _children(self, node: Any) -> None:
        for child in node:
            if not isinstance(child.tag, str):
                continue
            name = child.tag.rpartition("}")[2]
            if name in ("title", "desc"):
                continue
            if name == "g" and "transform" not in child.attrib:
                self._children(child)
                continue
            if "transform" in child.attrib and name != "text":
                raise NotPaintable(name)
            paint = getattr(self, f"_{name}", None)
            if name not in ("rect", "line", "circle", "polygon", "polyline", "path", "text"):
                raise NotPaintable(name)
            assert paint is not None
            paint(child)

    def _at(self, node: Any, *names: str) -> list[float]:
        return [float(node.get(name, "0")) * self.k for name in names]

    def _fill(self, node: Any, name: str = "fill") -> Any:
        colour = node.get(name, "none" if name == "stroke" else "#000000")
        if colour == "none":
            return None
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
            raise NotPaintable(colour)
        alpha = round(255 * float(node.get(f"{name}-opacity", node.get("opacity", "1"))))
        return (*(int(colour[n : n + 2], 16) for n in (1, 3, 5)), alpha)

    def _width(self, node: Any) -> int:
        return max(1, round(float(node.get("stroke-width", "1")) * self.k))

    def _rect(self, node: Any) -> None:
        x, y, width, height = self._at(node, "x", "y", "width", "height")
        stroke = self._fill(node, "stroke")
        box = (x, y, x + max(width - 1, 0), y + max(height - 1, 0))
        corner = float(node.get("rx", "0")) * self.k
        outline = self._width(node) if stroke else 0
        self.pen.rounded_rectangle(
            box, corner, fill=self._fill(node), outline=stroke, width=outline
        )

    def _circle(self, node: Any) -> None:
        x, y, r = self._at(node, "cx", "cy", "r")
        stroke = self._fill(node, "stroke")
        self.pen.ellipse(
            (x - r, y - r, x + r, y + r),
            fill=self._fill(node),
            outline=stroke,
            width=self._width(node) if stroke else 0,
        )

    def _line(self, node: Any) -> None:
        x1, y1, x2, y2 = self._at(node, "x1", "y1", "x2", "y2")
        self._stroked(node, [(x1, y1), (x2, y2)])

    def _polyline(self, node: Any) -> None:
        self._stroked(node, self._points(node))

    def _polygon(self, node: Any) -> None:
        self._area(node, self._points(node))

    def _points(self, node: Any) -> list[tuple[float, float]]:
        numbers = [float(part) * self.k for part in re.split(r"[ ,]+", node.get("points").strip())]
        return list(zip(numbers[::2], numbers[1::2], strict=True))

    def _area(self, node: Any, points: list[tuple[float, float]]) -> None:
        if (fill := self._fill(node)) is not None:
            self.pen.polygon(points, fill=fill)
        if node.get("stroke", "none") != "none":
            self._stroked(node, [*points, points[0]])

    def _path(self, node: Any) -> None:
        for points in self._outlines(node.get("d")):
            self._area(node, points)

    def _outlines(self, written: str) -> Iterator[list[tuple[float, float]]]:
        """The outlines of a path of M, L, H, V, C and Z."""
        points: list[tuple[float, float]] = []
        tokens = [found[1] or found[2] for found in _PATH.finditer(written)]
        command, at = "", 0

        def take(count: int) -> list[float]:
            nonlocal at
            numbers = [float(part) * self.k for part in tokens[at : at + count]]
            at += count
            return numbers

        while at < len(tokens):
            if tokens[at].isalpha():
                command = tokens[at]
                at += 1
            if command == "Z":
                yield points
                points = []
            elif command in ("M", "L"):
                x, y = take(2)
                points.append((x, y))
            elif command == "H":
                points.append((take(1)[0], points[-1][1]))
            elif command == "V":
                points.append((points[-1][0], take(1)[0]))
            elif command == "C":
                points += _curve(points[-1], take(6))
            else:
                raise NotPaintable(command)
        if points:
            yield points

    def _stroked(self, node: Any, points: list[tuple[float, float]]) -> None:
        colour = self._fill(node, "stroke")
        if colour is None:
            return
        dashes = [float(part) * self.k for part in node.get("stroke-dasharray", "").split()]
        for piece in _dashed(points, dashes) if dashes else [points]:
            self.pen.line(piece, fill=colour, width=self._width(node), joint="curve")

    def _text(self, node: Any) -> None:
        self.words.append(node)

    def _letters(self, node: Any) -> None:
        from PIL import Image, ImageDraw

        if len(node):
            raise NotPaintable("tspan")
        weight = node.get("font-weight", "")
        if weight not in _FONTS:
            raise NotPaintable(weight)
        size = float(node.get("font-size", "16")) * self.k
        font = _font(self.fonts / _FONTS[weight], round(size))
        anchor = {"start": "ls", "middle": "ms", "end": "rs"}[node.get("text-anchor", "start")]
        words, fill = node.text or "", self._fill(node)
        turned = node.get("transform")
        if turned is None:
            x, y = self._at(node, "x", "y")
            self.pen.text((x, y), words, font=font, fill=fill, anchor=anchor)
            return
        match = _TRANSFORM.fullmatch(turned)
        if match is None:
            raise NotPaintable(turned)
        # Painted flat on a sheet of its own, then turned a quarter to the left around its place.
        side = 2 * max(self.sheet.size)
        flat = Image.new("L", (side, side), 0)
        at = (
            side / 2 + float(node.get("x", "0")) * self.k,
            side / 2 + float(node.get("y", "0")) * self.k,
        )
        ImageDraw.Draw(flat).text(at, words, font=font, fill=255, anchor=anchor)
        box = flat.getbbox()
        if box is None:
            return
        small = flat.crop(box).transpose(Image.Transpose.ROTATE_90)
        x, y = (float(part) * self.k for part in match.groups())
        left, top = round(x + box[1] - side / 2), round(y - (box[2] - side / 2))
        self.sheet.paste(Image.new("RGB", small.size, tuple(fill[:3])), (left, top), small)


@lru_cache(maxsize=64)
def _font(path: Path, size: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(path), size)


def _curve(start: tuple[float, float], numbers: list[float]) -> list[tuple[float, float]]:
    x0, y0 = start
    x1, y1, x2, y2, x3, y3 = numbers
    found = []
    for step in range(1, _CURVE + 1):
        t = step / _CURVE
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return found


def _dashed(
    points: list[tuple[float, float]], dashes: list[float]
) -> Iterator[list[tuple[float, float]]]:
    """The dashes of a line; each straight piece goes on where the one before stopped."""
    number, left = 0, dashes[0]
    for (x1, y1), (x2, y2) in pairwise(points):
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        done = 0.0
        while length - done > 1e-6:
            step = min(left, length - done)
            if number % 2 == 0:
                a, b = done / length, (done + step) / length
                yield [
                    (x1 + (x2 - x1) * a, y1 + (y2 - y1) * a),
                    (x1 + (x2 - x1) * b, y1 + (y2 - y1) * b),
                ]
            done += step
            left -= step
            if left <= 1e-6:
                number += 1
                left = dashes[number % len(dashes)]


def _by_pdf(svg: str, width: float, height: float, templates: Path) -> bytes:
    """The picture over a PDF page as large as the drawing."""
    import pypdfium2

    from ..report.render import render_pdf, style

    page = (
        f"@page{{size:{width}px {height}px;margin:0}}"
        f"svg{{display:block;width:{width}px !important}}"
    )
    html = (
        f'<!DOCTYPE html><html lang="nl"><head><title>-</title><style>'
        f"{style(templates, None, 'scherm')}{page}</style></head><body>{svg}</body></html>"
    )
    content, _, _ = render_pdf(html, templates, (), "2000-01-01")
    document = pypdfium2.PdfDocument(content)
    stream = io.BytesIO()
    document[0].render(scale=_SCALE * 96 / 72).to_pil().convert("RGB").save(stream, "PNG")
    document.close()
    return stream.getvalue()
