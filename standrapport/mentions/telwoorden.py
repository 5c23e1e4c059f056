"""Dutch number words: 'dertien', 'drieëntwintig', 'tweehonderdvijftig', 'twaalfduizend'.

Spelling of the Taalunie: written together up to a thousand, with a diaeresis after -ie and -ee.
"""

from __future__ import annotations

from collections.abc import Callable

_UNITS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11,
    "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
_TENS = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90}
_PARTS = {
    "helft": 2, "derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10,
}  # fmt: skip


def whole(word: str) -> int | None:
    """The number a word says, or None when it is no number word."""
    text = word.lower().replace("ë", "e").replace("é", "e").replace("-", "")
    return _thousands(text) if text else None


def part(word: str) -> int | None:
    """The divisor of a fraction word: 3 for 'derde', 4 for 'kwart'."""
    return _PARTS.get(word.lower())


def _thousands(text: str) -> int | None:
    return _compound(text, "duizend", 1000, _hundreds)


def _hundreds(text: str) -> int | None:
    return _compound(text, "honderd", 100, _below_hundred)


def _compound(text: str, word: str, size: int, smaller: Callable[[str], int | None]) -> int | None:
    """So many times `size`, and the rest: both said in smaller words."""
    head, found, tail = text.partition(word)
    if not found:
        return smaller(text)
    many = smaller(head) if head else 1
    rest = smaller(tail.removeprefix("en")) if tail else 0
    return None if many is None or rest is None else many * size + rest


def _below_hundred(text: str) -> int | None:
    if text in _UNITS:
        return _UNITS[text]
    if text in _TENS:
        return _TENS[text]
    for name, tens in _TENS.items():
        if text.endswith(f"en{name}"):
            unit = _UNITS.get(text[: -len(name) - 2])
            return tens + unit if unit is not None and unit < 10 else None
    return None
