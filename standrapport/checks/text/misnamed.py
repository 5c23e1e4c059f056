# SPDX-License-Identifier: EUPL-1.2
"""Titles and names that say other than what stands there: the years a title names beside those its
table or chart shows, a card titled after another column, and the largest groups of another year
than the words around them tell of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...core.formula import EXPRESSION, FormulaError, Reference, parse_expression
from ...core.model import Catalogue, Column, Edition, Finding, Kerncijfer, Samenvatting
from ...core.notation import join_names
from ...messages import found
from .texts import Place, texts_of

_YEAR = r"(?<![\d.,])((?:19|20)\d\d)(?!\d|[.,]\d)"
_BETWEEN = re.compile(rf"{_YEAR}\s*(?:tot en met|t/m|tot|[-–])\s*{_YEAR}")
_SINCE = re.compile(rf"\b(?:sinds|vanaf)\s+{_YEAR}", re.IGNORECASE)
_ONE = re.compile(_YEAR)
_AGAINST = re.compile(rf"\b(?:dan|als|tegen)\s+(?:in\s+)?{_YEAR}", re.IGNORECASE)

_STOP = re.compile(r"[.!?:;](?=\s)|\n\s*\n")
_PARAGRAPH = re.compile(r"\n\s*\n")
# Words that tell of an earlier year, or hold one year against another.
_EARLIER = re.compile(
    r"\b(?:vorige?|voorgaande?|ervoor|eerder|eerdere|toen|destijds|daarvoor|voorheen|beide|elk|ieder"
    r"|dan|als|sinds|vanaf|tegen|vergeleken|opzichte|tot)\b",
    re.IGNORECASE,
)
# Words of names that set no column apart.
_SMALL = frozenset({
    "van", "het", "een", "met", "voor", "aan", "bij", "uit", "naar", "over", "per", "die", "dat",
    "aantal", "mensen", "personen", "jaar", "alle", "andere", "overige", "totaal", "totale",
})  # fmt: skip


def wrong_years(title: str, shown: Sequence[int]) -> dict[str, str] | None:
    """What a title says and what is shown, when the two differ; None when it names no year, or the
    right ones.

    `shown` are the years of the data, in order. A title may name the first and the last, the first
    after 'sinds', or the last alone; a year something is held against ('dan in 2022') may be any.
    """
    if not shown:
        return None
    first, last = shown[0], shown[-1]
    if between := _BETWEEN.search(title):
        right = (int(between[1]), int(between[2])) == (first, last)
        said = f"{between[1]} tot en met {between[2]}"
    elif since := _SINCE.search(title):
        right, said = int(since[1]) == first, since[0]
    else:
        named = [int(year) for year in _ONE.findall(title)]
        if not named:
            return None
        told = [int(year) for year in _ONE.findall(_AGAINST.sub("", title))]
        ends = (last,) if len(shown) > 2 else (first, last)
        right = set(named) <= set(shown) and (len(told) != 1 or told[0] in ends)
        said = join_names([str(year) for year in named])
    is_ = str(first) if first == last else f"{first} tot en met {last}"
    return None if right else {"zegt": said, "is": is_}


def misnamed_cards(edition: Edition, catalogue: Catalogue) -> Iterator[Finding]:
    """SR-N016 for a card whose own title holds all that sets one other column of the table apart,
    and nothing that sets its own apart: 'Uitgeleend bij Campus' on the total.
    """
    for chapter in edition.chapters:
        for block in chapter.blocks:
            if isinstance(block, Samenvatting) and block.tongue == "nl":
                for card in block.key_figures:
                    yield from _misnamed(card, catalogue)


def _misnamed(card: Kerncijfer, catalogue: Catalogue) -> Iterator[Finding]:
    ref = card.figure[0].raw.strip() if len(card.figure) == 1 else ""
    column, table = catalogue.column(ref), catalogue.table_of(ref)
    if card.title is None or column is None or table is None:
        return
    said = _words(card.title.raw)
    names = {one.ref: _names(one) for one in table.columns.values()}
    own = set().union(*names.pop(ref, []))
    others = set().union(*(words for several in names.values() for words in several))
    if said & (own - others):
        return  # it names itself too
    meant = [
        other
        for other, several in names.items()
        if any(apart and apart <= said for apart in (words - own for words in several))
    ]
    if len(meant) == 1:
        what = {"wat": card.title.raw.strip(), "is": column.title, "goed": meant[0]}
        what["lezing"] = catalogue.title(meant[0])
        yield found("SR-N016", card.title.place(0), what, which="kaart")


def _names(column: Column) -> list[set[str]]:
    """What a column is called, each name as its words."""
    return [_words(name) for name in (column.title, column.short, *column.also_named) if name]


def _words(text: str) -> set[str]:
    """The words of a name that can set it apart."""
    return set(re.findall(r"[^\W\d_]{3,}", text.casefold())) - _SMALL


def groups_of_other_years(edition: Edition) -> Iterator[Finding]:
    """SR-N016 for `namen` of a year the words around it do not tell of: the groups of last year
    would stand there as those of now.
    """
    for place in texts_of(edition):
        if "namen" in place.text.raw and (place.block is None or place.block.tongue == "nl"):
            yield from _groups(place, edition.year)


def _groups(place: Place, report: int) -> Iterator[Finding]:
    raw = place.text.raw
    shown = EXPRESSION.sub(lambda one: _as_words(one, report), raw)
    for match in EXPRESSION.finditer(raw):
        year = _year_of_names(match["inside"], report)
        if year is None:
            continue
        said = _told(shown, match.start(), place, year, report)
        if said is None:
            continue
        ref, _, step = match["inside"].partition("|")
        bare = ref.partition("[")[0].strip()
        index = "" if said == report else f"[{said}]"
        told = {
            "wat": match["inside"].strip(),
            "is": f"de volgorde van {year}",
            "lezing": str(said),
            "goed": f"{bare}{index} | {step.strip()}",
        }
        yield found("SR-N016", place.text.place(match.start()), told, which="jaar", year=report)


def _as_words(match: re.Match[str], report: int) -> str:
    """An expression as blanks of its length; the year of the report as that year."""
    words = str(report) if match["inside"].strip() == "jaar" else ""
    return words.ljust(len(match[0]))


def _year_of_names(inside: str, report: int) -> int | None:
    """The year of which `x | namen(n)` names the groups; None for another expression."""
    try:
        expression = parse_expression(inside)
    except FormulaError:
        return None  # told elsewhere
    node, filters = expression.node, expression.filters
    names = isinstance(node, Reference) and [one.name for one in filters] == ["namen"]
    return node.in_year(report) if names and isinstance(node, Reference) else None


def _told(shown: str, at: int, place: Place, year: int, report: int) -> int | None:
    """The year the words tell of when it is another; None when they may mean this one."""
    start = max((one.end() for one in _STOP.finditer(shown, 0, at)), default=0)
    end = stop.start() if (stop := _STOP.search(shown, at)) else len(shown)
    sentence = shown[start:end]
    named = {int(one) for one in _ONE.findall(sentence)}
    if len(named) == 1 and year not in named and not _EARLIER.search(sentence):
        return named.pop()
    opens = max((one.end() for one in _PARAGRAPH.finditer(shown, 0, at)), default=0)
    title = place.block.title.raw if place.block is not None and place.block.title else ""
    around = f"{title} {shown[opens:end]}"
    if year == report or str(year) in around or _EARLIER.search(around):
        return None
    return report
