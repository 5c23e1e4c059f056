# SPDX-License-Identifier: EUPL-1.2
"""Tables and columns of indicatoren.yaml to model, with what columns inherit from their table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ...core.formula import nearest
from ...core.model import Column, Extract, FigureRole, Finding, Position, SeriesBreak, Source, Table
from ...core.notation import join_names
from ...messages import found
from .catalogue_forms import INDICATOREN, names_of_two
from .extracts import extract_of
from .populations import Populations, populations_of
from .records import Values, read_root
from .yaml_tree import YamlFile

NAME = re.compile(r"[^\W\d]\w*")
_RESERVED = {"jaar", "periode", "status", "peildatum", "bron"}


def tables_of(file: YamlFile) -> Mapping[str, Table]:
    """The tables of an indicatoren.yaml as far as they can be read.

    What is wrong with it is left to `load_catalogue`.
    """
    root = read_root(INDICATOREN, file, [])
    if not isinstance(root, Values):
        return {}
    return read_tables(root, {}, populations_of(root.get("populaties", {}), []), [])


def read_tables(
    root: Mapping[str, Any],
    sources: Mapping[str, Source],
    populations: Populations,
    findings: list[Finding],
) -> dict[str, Table]:
    """The tables of a root that was read, by name."""
    return {
        name: _table(name, values, sources, populations, findings)
        for name, values in root.get("tabellen", {}).items()
    }


def _table(
    name: str,
    values: Values,
    sources: Mapping[str, Source],
    populations: Populations,
    findings: list[Finding],
) -> Table:
    key = values.get("sleutel")
    key_column = key.get("kolom") if isinstance(key, Values) else key
    if not NAME.fullmatch(name):
        findings.append(name_problem("tabel", values.position, naam=name))
    columns = {}
    for column, own in values.get("kolommen", {}).items():
        if not NAME.fullmatch(column) or column in _RESERVED or column == key_column:
            taken = join_names([*sorted(_RESERVED), *([key_column] if key_column else [])])
            findings.append(name_problem("kolom", own.position, naam=column, bezet=taken))
            continue
        columns[column] = _column(f"{name}.{column}", own, values, sources, populations, findings)
    findings.extend(
        names_of_two(
            name,
            columns,
            {
                column: own.place("ook_genoemd")
                for column, own in values.get("kolommen", {}).items()
            },
        )
    )
    extract = (
        extract_of(values["uit_bron"], key_column is not None, columns, findings)
        if "uit_bron" in values
        else None
    )
    return Table(
        name=name,
        title=values.get("titel", name),
        file=values.get("bestand", f"{name}.csv"),
        definition=values.get("definitie", ""),
        note=values.get("noot", ""),
        key_column=key_column,
        columns=columns,
        breaks=_breaks(values, findings),
        position=values.position,
        from_source=extract,
        also_named=values.get("ook_genoemd", ()),
        rest_keys=_rest_keys(key, extract),
    )


def _rest_keys(key: str | Values | None, extract: Extract | None) -> tuple[str, ...]:
    """The keys that are declared to be the rest; else the one that gets what a source has more."""
    if isinstance(key, Values) and "rest" in key:
        declared: tuple[str, ...] = key["rest"]
        return declared
    return (extract.rest_key,) if extract is not None and extract.rest_key else ()


def _breaks(values: Values, findings: list[Finding]) -> tuple[SeriesBreak, ...]:
    """The breaks a table or column declares, earliest first: `breuk: {2021: reden}`, or the older
    `breuken: [{jaar, uitleg}]`.
    """
    given = [
        (str(one["jaar"]), one["uitleg"])
        for one in values.get("breuken", ())
        if "jaar" in one and "uitleg" in one
    ]
    breaks = set()
    for year, reason in (*given, *values.get("breuk", {}).items()):
        if year.isdigit():
            breaks.add(SeriesBreak(int(year), reason))
        else:
            _once(findings, name_problem("breuk", values.place("breuk"), naam=year))
    return tuple(sorted(breaks, key=lambda one: one.year))


def _column(
    ref: str,
    own: Values,
    table: Values,
    sources: Mapping[str, Source],
    populations: Populations,
    findings: list[Finding],
) -> Column:
    def inherited(name: str, default: Any) -> Any:
        return own[name] if name in own else table.get(name, default)

    chosen: dict[int | None, str] = {}
    given = inherited("bron", {})
    place = own.place("bron") if "bron" in own else table.place("bron")
    for year, source in (given if isinstance(given, dict) else {"anders": given}).items():
        if year != "anders" and not year.isdigit():
            _once(findings, name_problem("jaar_van_bron", place, naam=year))
            continue
        if sources and source not in sources:
            close = nearest(source, list(sources))
            hint = f" Bedoelt u '{close[0]}'?" if close else ""
            _once(findings, found("SR-L022", place, {"bron": source, "hint": hint}))
        chosen[None if year == "anders" else int(year)] = source
    fallback = sources.get(chosen.get(None, ""))
    rounding: Decimal | None
    rounding, down = inherited("afronding", (None, False))
    where = own if "populatie" in own else table
    group = populations.of(inherited("populatie", ""), where.place("populatie"), findings)
    breaks = {*_breaks(table, findings), *_breaks(own, findings)}
    said = own.get("soort")
    return Column(
        ref=ref,
        title=own.get("titel", ref),
        short=own.get("kort", own.get("titel", ref)),
        unit=inherited("eenheid", ""),
        rounding=rounding,
        rounds_down=down,
        suppression=inherited("onderdrukking", None),
        population=group.title,
        sources=chosen,
        definition=inherited("definitie", ""),
        note=own.get("noot", ""),
        stock=own.get("stand", said == "stand"),
        position=own.position,
        also_named=own.get("ook_genoemd", ()),
        role=role_of(said),
        breaks=tuple(sorted(breaks, key=lambda one: one.year)),
        population_names=group.also_named,
        else_years=(fallback.covers or None) if fallback else None,
        free=inherited("bereik", "") == "vrij",
        years=frozenset(inherited("jaren", ())),
    )


def role_of(said: str | None) -> FigureRole | None:
    """The role that is declared; 'stand' and 'stroom' are the older form of another key."""
    return FigureRole(said) if said in {role.value for role in FigureRole} else None


def _once(findings: list[Finding], finding: Finding) -> None:
    """What columns inherit from their table is reported once."""
    if finding not in findings:
        findings.append(finding)


def name_problem(which: str, position: Position, **said: object) -> Finding:
    """SR-L021: a name that cannot be, or is taken."""
    return found("SR-L021", position, said, which=which)
