# SPDX-License-Identifier: EUPL-1.2
"""The file a finding is about, as a page to read: every line with its number, the one of the
finding marked. Only files that a finding names are shown, and nothing can be changed here.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from .notices import Notice

_LARGEST = 2_000_000  # letters; a larger file is opened in an editor
_PAGE = Markup(
    '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="color-scheme" content="light dark">'
    '<link rel="stylesheet" href="/voorvertoning.css"></head>'
    '<body class="bronbestand"><main><h1>{title}</h1>'
    "<p>U leest hier alleen; wijzig het bestand in uw eigen programma.</p>"
    "<ol>{lines}</ol></main></body></html>"
)


def source_page(project: Path, where: str, named: Iterable[Notice]) -> str | None:
    """The file at `where` ('content/2024/een.yaml:3:5') as HTML; None when no finding names that
    place, or the file cannot be read.
    """
    if where not in {notice.where for notice in named if notice.where}:
        return None
    name, line = _parted(where)
    path = (project / name).resolve()
    if not path.is_relative_to(project.resolve()):
        return None
    try:
        text = path.read_text("utf-8", errors="replace")
    except OSError:
        return None
    if len(text) > _LARGEST:
        return None
    rows = Markup("").join(_row(number, row, line) for number, row in enumerate(_lines(text), 1))
    title = f"{name}, regel {line}" if line else name
    return str(_PAGE.format(title=title, lines=rows))


def _parted(where: str) -> tuple[str, int]:
    """The file and the line of a place; 0 for a place without a line."""
    name, *rest = where.split(":")
    return name, int(rest[0]) if rest and rest[0].isdigit() else 0


def _lines(text: str) -> list[str]:
    """The lines as editors and findings count them."""
    return text.replace("\r\n", "\n").split("\n")


def _row(number: int, words: str, line: int) -> Markup:
    marked = Markup("<mark>{}</mark>").format(words) if number == line else words
    return Markup('<li id="r{}"><code>{}</code></li>').format(number, marked)


__all__ = ["source_page"]
