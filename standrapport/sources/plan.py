# SPDX-License-Identifier: EUPL-1.2
"""From the declaration of a source to the questions put to an engine.

Every value of the declaration goes as a parameter.

A row is put in a state first, then rows are counted per state, year, key and category, so that each
row read is accounted for. The SQL is what DuckDB and PostgreSQL have in common; what differs
(types, dates, numbers) an engine gives in its `relation`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..core.frozen import dataclass
from ..core.model import Extract, Measure
from .engine import ColumnUse, Engine, Parameters, RowFate, TooLarge, Wanted


@dataclass(frozen=True)
class Plan:
    """The questions about one source.

    `through` gives per year the last month that counts, where a figure is of part of a year.
    """

    extract: Extract
    year: int
    keys: tuple[str, ...]
    through: Mapping[int, int]

    def wanted(self) -> list[Wanted]:
        """The columns of a relation: y and m for the date, v or u for the amount, k for the key, c
        and w for the rest.
        """
        extract = self.extract
        columns = [Wanted("y", extract.year, ColumnUse.YEAR)]
        if self.through:
            columns.append(Wanted("m", extract.year, ColumnUse.MONTH))
        if extract.amount is not None:
            summed = extract.measure is Measure.SUM
            columns.append(
                Wanted(
                    "v" if summed else "u",
                    extract.amount,
                    ColumnUse.AMOUNT if summed else ColumnUse.WORD,
                )
            )
        if extract.key is not None:
            columns.append(Wanted("k", extract.key, ColumnUse.WORD))
        columns += [
            Wanted(f"c{n}", name, ColumnUse.WORD) for n, name in enumerate(extract.categories)
        ]
        columns += [Wanted(f"w{n}", name, ColumnUse.WORD) for n, name in enumerate(extract.where)]
        return columns

    def _no_amount(self) -> str:
        """Whether the amount of a row cannot be read."""
        return {Measure.ROWS: "FALSE", Measure.SUM: "v IS NULL", Measure.DISTINCT: "u = ''"}[
            self.extract.measure
        ]

    def _judged(self, relation: str, parameters: Parameters) -> str:
        """A relation (with `leeg` for an amount that cannot be read) with the state of each row as
        `staat` and its key as `sleutel`.
        """
        extract = self.extract
        cases = []
        if extract.where:
            cases.append((f"NOT ({self._kept(parameters)})", RowFate.EXCLUDED))
        cases.append(("y IS NULL OR y NOT BETWEEN 1900 AND 2199", RowFate.BAD_YEAR))
        cases.append(
            (
                f"y {'>' if extract.every_year else '<>'} {parameters.add(self.year)}",
                RowFate.OUTSIDE,
            )
        )
        cases += [
            (f"y = {parameters.add(year)} AND m > {parameters.add(month)}", RowFate.LATER)
            for year, month in self.through.items()
        ]
        cases.append(("leeg", RowFate.BAD_AMOUNT))
        states = " ".join(f"WHEN {test} THEN {state}" for test, state in cases)
        state = f"CASE {states} ELSE {RowFate.COUNTED} END AS staat"
        key = f"{self._key(parameters)} AS sleutel"
        # Only names of our own and marks of parameters.
        return f"SELECT {state}, {key}, bron.* FROM ({relation}) AS bron"  # noqa: S608

    def _judged_rows(self, engine: Engine, parameters: Parameters, *extra: Wanted) -> str:
        """Every row of the source, judged."""
        relation = engine.relation([*self.wanted(), *extra], parameters)
        raw = f"SELECT *, {self._no_amount()} AS leeg FROM ({relation}) AS ruw"  # noqa: S608 - only names of our own
        return self._judged(raw, parameters)

    def _judged_groups(self, engine: Engine, parameters: Parameters) -> str:
        """Rows that read the same taken together, with their number `n`, sum `s`, last month
        `l` and number with a month `d`, judged: cells are cleaned once per group.
        """
        wanted = self.wanted()
        words = [
            column.alias
            for column in wanted
            if column.role is ColumnUse.WORD and column.alias != "u"
        ]
        names = [
            column.alias
            for column in wanted
            if column.role is not ColumnUse.WORD and column.alias != "v"
        ]
        raw = [
            replace(column, role=ColumnUse.RAW) if column.alias in words else column
            for column in wanted
        ]
        groups = ", ".join(str(n + 1) for n in range(len(names) + len(words) + 1))
        summed = "sum(v)" if self.extract.measure is Measure.SUM else "CAST(NULL AS numeric)"
        columns = ", ".join([*names, *words, f"{self._no_amount()} AS leeg"])
        last = Wanted("laatste", self.extract.year, ColumnUse.MONTH)
        relation = engine.relation([*raw, last], parameters)
        grouped = (
            f"SELECT {columns}, count(*) AS n, {summed} AS s, max(laatste) AS l,"  # noqa: S608
            " count(laatste) AS d"
            f" FROM ({relation}) AS ruw GROUP BY {groups}"
        )
        words_read = [f"{engine.word(word)} AS {word}" for word in words]
        cells = [*names, *words_read, "leeg", "n", "s", "l", "d"]
        return self._judged(f"SELECT {', '.join(cells)} FROM ({grouped}) AS groepen", parameters)  # noqa: S608

    def _kept(self, parameters: Parameters) -> str:
        return " AND ".join(
            f"w{n} IN ({parameters.listed(allowed)})"
            for n, allowed in enumerate(self.extract.where.values())
        )

    def _key(self, parameters: Parameters) -> str:
        if self.extract.key is None:
            return "''"
        if self.extract.rest_key is None:
            return "k"
        rest = parameters.add(self.extract.rest_key)
        return (
            f"CASE WHEN k IN ({parameters.listed(self.keys)}) THEN k ELSE {rest} END"
            if self.keys
            else f"CAST({rest} AS text)"
        )

    def totals(self, engine: Engine, limit: int) -> list[tuple[Any, ...]]:
        """Rows (state, year, key, categories..., number of rows, sum, last month or None, number of
        rows with a month), at most `limit`.
        """
        parameters = Parameters()
        judged = self._judged_groups(engine, parameters)
        names = ["staat", "y", "sleutel", *(f"c{n}" for n in range(len(self.extract.categories)))]
        groups = ", ".join(str(n + 1) for n in range(len(names)))
        query = (
            f"SELECT {', '.join(names)}, sum(n), sum(s), max(l), sum(d)"  # noqa: S608
            f" FROM ({judged}) AS rijen GROUP BY {groups} LIMIT {limit}"
        )
        return engine.rows(query, parameters)

    def different(
        self, engine: Engine, taken: Mapping[str, Sequence[tuple[str, ...]] | None]
    ) -> list[tuple[Any, ...]]:
        """Rows (year, key, number of different values per column of `taken`): per column its
        categories, None for every row.
        """
        found: dict[tuple[Any, ...], list[int]] = {}

        def ask(number: int, of: int) -> None:
            parameters = Parameters()
            judged = self._judged_rows(engine, parameters)
            counts = [_different(rows, parameters) for rows in taken.values()]
            only = _only(engine, ["u"], number, of, parameters)
            query = (
                f"SELECT y, sleutel, {', '.join(counts)} FROM ({judged}) AS rijen"  # noqa: S608
                f" WHERE staat = {RowFate.COUNTED}{only} GROUP BY 1, 2"
            )
            for row in engine.rows(query, parameters):
                sums = found.setdefault(row[:2], [0] * len(counts))
                for at, amount in enumerate(row[2:]):
                    sums[at] += amount

        in_parts(engine, ask, found.clear)
        return [(*name, *sums) for name, sums in found.items()]

    def repeated(self, engine: Engine) -> tuple[int, int]:
        """How many values of the unique columns occur more than once, and in how many rows
        together.
        """
        found: list[tuple[int, int]] = []

        def ask(number: int, of: int) -> None:
            parameters = Parameters()
            unique = [
                Wanted(f"q{n}", name, ColumnUse.WORD) for n, name in enumerate(self.extract.unique)
            ]
            names = [column.alias for column in unique]
            relation = engine.relation(
                [*unique, *(column for column in self.wanted() if column.alias.startswith("w"))],
                parameters,
            )
            kept = self._kept(parameters) if self.extract.where else "TRUE"
            only = _only(engine, names, number, of, parameters)
            groups = (
                f"SELECT count(*) AS n FROM ({relation}) AS bron WHERE {kept}{only}"  # noqa: S608
                f" GROUP BY {', '.join(names)} HAVING count(*) > 1"
            )
            query = f"SELECT count(*), coalesce(sum(n), 0) FROM ({groups}) AS dubbel"  # noqa: S608
            found.extend(
                (int(values), int(rows)) for values, rows in engine.rows(query, parameters)
            )

        in_parts(engine, ask, found.clear)
        return sum(values for values, _ in found), sum(rows for _, rows in found)

    def telling(self) -> tuple[str, ...]:
        """The source columns that decide whether a row can be read, and whether it must."""
        return (
            self.extract.year,
            *([self.extract.amount] if self.extract.amount else []),
            *self.extract.where,
        )

    def unreadable(self, engine: Engine, limit: int) -> list[tuple[str, ...]]:
        """Some of the telling cells of rows that cannot be read, to look up their lines with.

        They go nowhere else.
        """
        parameters = Parameters()
        cells = [Wanted(f"r{n}", name, ColumnUse.WORD) for n, name in enumerate(self.telling())]
        judged = self._judged_rows(engine, parameters, *cells)
        names = ", ".join(cell.alias for cell in cells)
        states = f"{RowFate.BAD_YEAR}, {RowFate.BAD_AMOUNT}"
        query = (
            f"SELECT DISTINCT {names} FROM ({judged}) AS rijen"  # noqa: S608
            f" WHERE staat IN ({states}) LIMIT {limit}"
        )
        return engine.rows(query, parameters)


def in_parts(engine: Engine, ask: Callable[[int, int], None], forget: Callable[[], None]) -> None:
    """Ask a question at once, or where memory is too small in more and more parts.

    Raises SourceProblem (SR-B008) at the end.
    """
    for of in engine.parts:
        forget()
        try:
            for number in range(of):
                ask(number, of)
        except TooLarge:
            if of == engine.parts[-1]:
                raise
        else:
            return


def _different(rows: Sequence[tuple[str, ...]] | None, parameters: Parameters) -> str:
    if rows is None:
        return "count(DISTINCT u)"
    if not rows:
        return "0"
    names = ", ".join(f"c{n}" for n in range(len(rows[0])))
    tuples = ", ".join(f"({parameters.listed(row)})" for row in rows)
    return f"count(DISTINCT u) FILTER (WHERE ({names}) IN ({tuples}))"


def _only(
    engine: Engine, columns: Sequence[str], number: int, of: int, parameters: Parameters
) -> str:
    return (
        f" AND {engine.part(columns, parameters.add(number), parameters.add(of))}" if of > 1 else ""
    )
