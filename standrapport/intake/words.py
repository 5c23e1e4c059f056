# SPDX-License-Identifier: EUPL-1.2
"""Words on delivered tables: when two names are the same, footnote marks at their end, and words
that are no name of a figure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from ..core.notation import bare_name

# '13.840*', '2024 ¹', 'Noord 1)', 'Zuid [2]', '2023 (3)'; never '13.8401)': which digits would be
# the mark is anyone's guess.
_MARK = re.compile(
    r"(?:\s*(\*+|[¹²³⁴-⁹⁰]+|[†‡#]+|\[(?:noo?te?"
    r" )?[\da-z]{1,2}\]|\(\d{1,2}\))|\s+([\da-z]{1,2}\))|(?<=[^\W\d_])(\d\)))$"
)
_UNIT = re.compile(
    r"\((?:aantal(?:len)?|personen|in personen|abs\.?|absoluut|aantal personen|n)\)", re.IGNORECASE
)
_TOTAL = re.compile(
    r"(?:eind|sub|alg|rij|kolom)?totaa?l(?:en|e)?(?:generaal)?|som|alle|alles|total|insgesamt",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(r"(?:sub|eind)?tota(?:al|le|len|l)\b|\b(?:sub|eind)?totaal$", re.IGNORECASE)
# Comparisons and averages: numbers made of figures.
_DIFFERENCE = re.compile(
    r"^(?:(?:%|procentuele?|procentueel|absolute?|absoluut)\s*)?(?:verschil(?:len)?|gemiddelden?|gem\.|mediaan|mutaties?|groei|toename|afname|ontwikkeling|verandering|wijziging|index|delta|δ|Δ|\+/-)|t\.?o\.?v\.?\b|ten"
    r" opzichte van",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"^(?:in\s+)?(?:%|pct\.?|procent(?:en)?|percentages?|aandeel|aandelen)(?:\s|$|\()|\(%\)|\(in"
    r" %\)|%$|\(percentage\)",
    re.IGNORECASE,
)
_MEASURE = frozenset({
    "aantal", "aantallen", "anzahl", "number", "waarde", "waarden", "value", "count", "n",
    "personen", "absoluut",
    "abs", "cijfer", "cijfers", "aantalpersonen", "obsvalue", "totaalaantal",
    "inaantallen", "somvanaantal", "inpersonen", "afgerondoptientallen",
})  # fmt: skip
# Columns that say something about a row, and are no part of what is counted.
_REMARKS = frozenset({
    "opmerking", "opmerkingen", "noot", "noten", "toelichting", "note", "notes", "remark",
})  # fmt: skip
_ABOUT_ROWS = _REMARKS | frozenset({
    "eenheid", "unit", "bron", "source", "definitie", "omschrijving", "titel", "afronding",
    "rounding", "afgeleid", "formule", "soortwaarde",
    "dataflow", "lastupdate", "freq", "timefrequency", "structure", "structureid", "structurename",
    "action", "conf", "confstatus", "decimals",
})  # fmt: skip
# Columns that say what was counted.
_MEANINGS = frozenset({
    "definitie", "definities", "definition", "begrip", "begripsomschrijving", "telwijze",
    "teleenheid", "telling", "wijzevantellen", "populatie", "population", "selectie", "scope",
})  # fmt: skip
_MADE = re.compile(
    r"(?:gegenereerd|aangemaakt|gemaakt|afgedrukt|geëxporteerd|uitgedraaid|uitdraai|gedownload"
    r"|opgehaald|extractie|extracted|data extracted|last updated?|laatste (?:update|wijziging)"
    r"|(?:export|rapport|rapportage|print|afdruk|aanmaak)datum)\b",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:bijgewerkt|laatst gewijzigd|pagina|bladzijde)\b", re.IGNORECASE)
_UNIT_HEADS = frozenset({
    "eenheid", "unit", "maateenheid", "unitofmeasure", "unitmeasure", "unitmult", "einheit",
})  # fmt: skip
_ROW_NUMBER = frozenset({"nr", "no", "nummer", "rijnummer", "volgnummer", "regel", "id", "index"})


def words_of(text: str) -> str:
    """A text as its bare words: no case, accents, punctuation or units in brackets."""
    plain = unicodedata.normalize("NFKD", _UNIT.sub(" ", text)).casefold()
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(re.findall(r"[^\W_]+", letters))


def normal(text: str) -> str:
    """A name as two names must share it to be the same, a unit in brackets set aside: 'Loket-A
    (aantal)' is 'Loket A'.
    """
    return bare_name(bare) if (bare := _UNIT.sub(" ", text).strip()) else ""


def alike(name: str, known: Iterable[str]) -> list[str]:
    """The known names that a new one may be a spelling of: nearly the same letters, or one the
    beginning of the other.
    """
    names = {normal(other): other for other in known if not denies(name, other)}
    one = normal(name)
    begun = [
        other
        for other in names.values()
        if _begins(words_of(other), words_of(name)) or _begins(words_of(name), words_of(other))
    ]
    return begun or [names[other] for other in get_close_matches(one, list(names), 3, 0.8)]


_DENIALS = frozenset({"niet", "geen", "zonder", "non", "not", "no"})


def denies(name: str, other: str) -> bool:
    """Whether one of two names denies what the other says: 'Niet tijdig afgehandeld'."""
    one, two = (set(words_of(text).split()) for text in (name, other))
    if one & _DENIALS != two & _DENIALS:
        return True
    return any(f"on{word}" in two for word in one) or any(f"on{word}" in one for word in two)


def _begins(words: str, other: str) -> bool:
    return bool(words) and f"{other} ".startswith(f"{words} ")


def without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """A text and the footnote marks that stood at its end, brackets around a mark left out."""
    marks: list[str] = []
    while (match := _MARK.search(text)) and match.start() > 0 and not _within(text, match):
        marks.insert(0, plain_mark(next(filter(None, match.groups()))))
        text = text[: match.start()].rstrip()
    return text, tuple(marks)


def _within(text: str, match: re.Match[str]) -> bool:
    """Whether the bracket of a mark closes one that opened before it: '(gebouw 1)'."""
    before = text[: match.start()]
    return match[0].endswith(")") and "(" not in match[0] and before.count("(") > before.count(")")


def plain_mark(mark: str) -> str:
    """'¹', '1)', '[1]' and '(1)' are the same mark."""
    return (
        unicodedata.normalize("NFKC", mark)
        .strip("[]() ")
        .removeprefix("noot ")
        .removeprefix("note ")
    )


def is_total(label: str) -> bool:
    """'Totaal', 'Eindtotaal', 'Totaal 2022', 'Totale instroom'."""
    return bool(_TOTAL.fullmatch(normal(label))) or bool(_TOTAL_OF.search(label.strip()))


def is_everything(label: str) -> bool:
    """'Totaal', 'Totaal mannen en vrouwen': nothing was left out; not 'Totaal mannen'."""
    words = words_of(label).split()
    return words[:1] in (["totaal"], ["total"]) and (
        len(words) == 1 or {"en", "and"} & set(words) != set()
    )


def is_difference(label: str) -> bool:
    """'Verschil', 'mutatie t.o.v. 2022': a comparison, no figure of a year."""
    return bool(_DIFFERENCE.search(label.strip()))


def is_percent(label: str) -> bool:
    """'%', 'in procenten', 'Aandeel (%)'."""
    return bool(_PERCENT.search(label.strip()))


def is_measure(label: str) -> bool:
    """'Aantal', 'waarde': says that figures follow, not which."""
    return normal(label) in _MEASURE


def is_about_rows(head: str) -> bool:
    """The head of a column with notes, units, sources and the like."""
    return normal(head) in _ABOUT_ROWS or is_unit_head(head) or is_meaning_head(head)


def is_remark_head(head: str) -> bool:
    """The head of a column or a row with remarks."""
    return normal(head) in _REMARKS


def is_meaning_head(head: str) -> bool:
    """The head of a column that says what was counted: 'definitie', 'populatie'."""
    return normal(head) in _MEANINGS


def is_unit_head(head: str) -> bool:
    """The head of a column that says in what is counted."""
    return normal(head) in _UNIT_HEADS


def is_row_number(name: str) -> bool:
    """The head of a column that numbers the rows."""
    return normal(name) in _ROW_NUMBER or name.strip() in {"#", "№"}


def says_made(text: str) -> bool:
    """'Gegenereerd op 3 maart 2025': when the file was made, not up to when was counted."""
    return bool(_MADE.match(text))


def is_margin(text: str) -> bool:
    """What a program sets around a table: when it was made, which page it is."""
    return says_made(text) or bool(_PAGE.match(text))
