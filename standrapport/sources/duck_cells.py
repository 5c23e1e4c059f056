"""Cells of text in DuckDB's SQL: dates, Dutch numbers and words, without ever raising an error that could quote one."""

from __future__ import annotations

from .engine import Role

# The first way is by far the most common one and costs least; the others are tried only on what it cannot read.
_DAY = """coalesce(try_cast({c} AS DATE), CASE
 WHEN substr({c}, 5, 1) = '-' AND substr({c}, 11, 1) IN (' ', 'T') THEN try_cast(substr({c}, 1, 10) AS DATE)
 WHEN substr({c}, 1, 1) BETWEEN '0' AND '9' THEN CAST(try_strptime({c},
 ['%d-%m-%Y', '%d-%m-%Y %H:%M', '%d-%m-%Y %H:%M:%S', '%d/%m/%Y', '%d/%m/%Y %H:%M', '%Y%m%d']) AS DATE) END)"""
_YEAR = "coalesce(year({day}), CASE WHEN regexp_full_match({c}, '[0-9]{{4}}') THEN CAST({c} AS INTEGER) END)"
_WORD = "CASE WHEN {c} IS NULL THEN '' WHEN prefix({c}, ' ') OR suffix({c}, ' ') THEN trim({c}) ELSE {c} END"
_NUMBER = r"""CASE
 WHEN regexp_full_match({c}, '-?[0-9]{{1,18}}') THEN CAST({c} AS DECIMAL(38,6))
 WHEN regexp_full_match({c}, '-?([0-9]{{1,3}}([.][0-9]{{3}}){{1,5}}|[0-9]{{1,18}})(,[0-9]{{1,6}})?')
 THEN CAST(replace(replace({c}, '.', ''), ',', '.') AS DECIMAL(38,6)) END"""


def read_text(cell: str, role: Role) -> str:
    """The SQL that reads a text cell by its role."""
    if role is Role.RAW:
        return cell
    if role is Role.WORD:
        return _WORD.format(c=cell)
    if role is Role.AMOUNT:
        return _NUMBER.format(c=cell)
    day = _DAY.format(c=cell)
    return f"month({day})" if role is Role.MONTH else _YEAR.format(c=cell, day=day)
