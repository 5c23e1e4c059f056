# SPDX-License-Identifier: EUPL-1.2
"""Keys of one table that are probably one key, written in two ways ('Ziud' or 'zuid' beside
'Zuid'), and keys that read like the rest of their table while the catalogue does not say so. Two
keys that stand together in a year are two; so are keys that differ in a number or a letter by
itself ('Wijk 1', 'Groep B'). Only what never stands together and reads almost the same is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ...core.frozen import dataclass
from ...core.model import (
    Catalogue,
    Figures,
    Finding,
    Position,
    Table,
    keys_in,
    large_tables,
    single_figures,
    years_of as all_years,
)
from ...core.notation import join_names
from ...messages import found

_SHORT = 4  # letters of a word in which one other letter makes another word
_LONG = 9  # letters of a word in which two may be wrong
_MOST_PAIRS = 50_000  # beyond that only keys that differ in capitals, accents or signs


@dataclass(frozen=True)
class _Rows:
    """The years in which a key has a row, and its first row in the file."""

    years: frozenset[int]
    first: Position | None

    @property
    def said(self) -> str:
        """The years in words: '2023', '2021 en 2022', '2018 tot en met 2024'."""
        years = sorted(self.years)
        if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
            return f"{years[0]} tot en met {years[-1]}"
        return join_names([str(year) for year in years])


_Keys = Mapping[str, _Rows]


def alike_keys(catalogue: Catalogue, figures: Figures, before: Figures) -> Iterator[Finding]:
    """SR-L089 per pair; `before` are the figures of the edition before this one."""
    now, then = _keys(catalogue, figures), _keys(catalogue, before)
    for name, keys in now.items():
        table = catalogue.tables[name]
        earlier = then.get(name, {})
        for odd, other in _pairs(keys, earlier):
            there = keys.get(other) or earlier[other]
            where = "" if other in keys else " in de vorige editie"
            said = {
                "sleutel": odd,
                "jaren": keys[odd].said,
                "ander": other,
                "andere_jaren": f"{there.said}{where}",
                "tabel": name,
            }
            yield found("SR-L089", keys[odd].first or table.position, said)


def _keys(catalogue: Catalogue, figures: Figures) -> dict[str, _Keys]:
    """The keys of every keyed table that has rows."""
    years: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    first: dict[tuple[str, str], Position | None] = {}
    for name, figure in single_figures(figures).items():
        table = catalogue.tables.get(name.ref.partition(".")[0])
        if name.key is not None and table is not None and not figure.derived:
            years[table.name][name.key].add(name.year)
            first.setdefault((table.name, name.key), _row_of(figure.position, table))
    for table_name, large in large_tables(figures).items():
        for year, rows in large.rows.items():
            for key, row in rows.items():
                years[table_name][key].add(year)
                place = Position(large.file, int(large.lines[row]), large.table.key_column)
                first.setdefault((table_name, key), place)
    return {
        table: {key: _Rows(frozenset(those), first[table, key]) for key, those in keys.items()}
        for table, keys in years.items()
    }


def _row_of(cell: Position | None, table: Table) -> Position | None:
    """The key of a row, by the place of one of its cells."""
    return None if cell is None else Position(cell.file, cell.line, table.key_column)


def _pairs(keys: _Keys, earlier: _Keys) -> Iterator[tuple[str, str]]:
    """The key that is probably misspelt with the one it is like, each pair once."""
    plain = {key: _plain(key) for key in (*keys, *earlier)}
    some = len(keys) * len(plain) <= _MOST_PAIRS
    by_plain: dict[str, list[str]] = defaultdict(list)
    for key, text in plain.items():
        by_plain[text].append(key)
    told: set[frozenset[str]] = set()
    for one in keys:
        for other in plain if some else by_plain[plain[one]]:
            pair = frozenset((one, other))
            if len(pair) < 2 or pair in told:
                continue
            same = plain[one] == plain[other]
            if not same and (_together(one, other, keys, earlier) or not _close(one, other)):
                continue
            told.add(pair)
            yield _odd_first(one, other, keys, earlier)


def _together(one: str, other: str, keys: _Keys, earlier: _Keys) -> bool:
    """Whether both have a row in one year of one edition: then they are two."""
    return any(
        one in held and other in held and held[one].years & held[other].years
        for held in (keys, earlier)
    )


def _odd_first(one: str, other: str, keys: _Keys, earlier: _Keys) -> tuple[str, str]:
    """The newer of two first: not in the edition before, in fewer years, later."""

    def age(key: str) -> tuple[bool, bool, int, int]:
        rows = keys.get(key) or earlier[key]
        return key not in keys, key in earlier, len(rows.years), -min(rows.years)

    return (one, other) if age(one) <= age(other) else (other, one)


def _plain(key: str) -> str:
    """Without capitals, accents, spaces and signs."""
    letters = unicodedata.normalize("NFKD", key.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _close(one: str, other: str) -> bool:
    """Whether two keys read almost the same, word by word."""
    mine, theirs = (re.findall(r"\w+", key.casefold()) for key in (one, other))
    if len(mine) != len(theirs):
        return False
    return all(a == b or _misspelt(a, b) for a, b in zip(mine, theirs, strict=True))


def _misspelt(one: str, other: str) -> bool:
    shortest, longest = sorted((len(one), len(other)))
    if longest < _SHORT or re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return False
    if one[0] != other[0] and one[:2] != other[1::-1]:
        return False  # a slip of the finger is seldom in the first letter
    return _slips(one, other) <= (2 if shortest >= _LONG else 1)


def _slips(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many or changed places with their neighbour."""
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(one, 1):
        row = [at]
        for to, mine in enumerate(other, 1):
            best = min(rows[-1][to] + 1, row[-1] + 1, rows[-1][to - 1] + (letter != mine))
            if at > 1 and to > 1 and (letter, one[at - 2]) == (other[to - 2], mine):
                best = min(best, rows[-2][to - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


_READS_AS_REST = re.compile(r"(?:overige?n?|rest(?:ant)?)\b", re.IGNORECASE)


def undeclared_rest(catalogue: Catalogue, figures: Figures) -> list[Finding]:
    """SR-L025 per table with such keys: in a ranking they would stand among the others."""
    findings = []
    years = sorted(all_years(figures))
    for table in catalogue.tables.values():
        if table.key_column is None or not table.columns:
            continue
        first = next(iter(table.columns.values()))
        keys = dict.fromkeys(key for year in years for key in keys_in(figures, first.ref, year))
        rest = [key for key in keys if _READS_AS_REST.match(key) and key not in table.rest_keys]
        if rest:
            said = {
                "tabel": table.name,
                "sleutels": join_names(rest),
                "kolom": table.key_column,
                "eerste": rest[0],
            }
            findings.append(found("SR-L025", table.position, said))
    return findings
