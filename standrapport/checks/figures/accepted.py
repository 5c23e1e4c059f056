# SPDX-License-Identifier: EUPL-1.2
"""Known warnings that are accepted: which findings the entries of `aanvaard.yaml` name, and whether
those still say what they said when they were accepted.

A finding about several rules is accepted when every one of them is named: what nobody looked at
never passes along with what somebody did.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...core.formula import nearest
from ...core.model import Acceptance, Finding, Position, Rule, Severity
from ...core.notation import format_datum, join_names
from ...messages import CODES, found

_LATER = ("SR-R", "SR-S")  # found while a report is made: `check` does not see them


@dataclass(frozen=True)
class Accepted:
    """What became of the findings of an edition, and of the entries that accept some.

    `completed` are the entries that did not yet hold what they were given on, with that filled in.
    """

    findings: tuple[Finding, ...]
    problems: tuple[Finding, ...]
    completed: tuple[Acceptance, ...]


@dataclass(frozen=True)
class _Name:
    """What an entry names: a rule (None: a finding about no rule), its year and its key."""

    rule: str | None
    year: int | None
    key: str | None


def accept(
    findings: Sequence[Finding], entries: Sequence[Acceptance], rules: Iterable[Rule], year: int
) -> Accepted:
    """Mark the findings that are accepted in the edition of `year`, and say which entries name
    nothing, or something that changed since.
    """
    if not entries:
        return Accepted(tuple(findings), (), ())
    ids = {rule.test_text.position: rule.id for rule in rules}
    named = {number: _names(finding, ids) for number, finding in enumerate(findings)}
    chosen = {
        number: _chosen(entries, findings[number].code, names, year)
        for number, names in named.items()
        if findings[number].severity is Severity.WARNING
    }
    own: dict[Position, list[Finding]] = defaultdict(list)
    for number, covering in chosen.items():
        if None not in covering:
            for entry in filter(None, covering):
                own[entry.position].append(findings[number])
    now = {entry.position: _given_on(entry, own[entry.position]) for entry in entries}
    holds = {
        entry.position
        for entry in entries
        if own[entry.position] and (entry.open or _same(entry, now[entry.position]))
    }
    marked = list(findings)
    for number, covering in chosen.items():
        if all(entry is not None and entry.position in holds for entry in covering):
            marked[number] = replace(findings[number], accepted=covering[0])
    known = {*ids.values(), *(one.rule for names in named.values() for one in names if one.rule)}
    problems = [
        problem
        for entry in entries
        if entry.position not in holds
        for problem in _problem(
            entry,
            now[entry.position] if own[entry.position] else None,
            [f for n, f in enumerate(findings) if _touches(entry, f.code, named[n], year)],
            known,
        )
    ]
    filled = tuple(
        now[entry.position] for entry in entries if entry.open and entry.position in holds
    )
    return Accepted(tuple(marked), tuple(problems), filled)


def name_of(entry: Acceptance) -> str:
    """What an entry names, in words: "SR-C001 (regel 'balans', 2021)"."""
    parts = [
        f"regel '{entry.rule}'" if entry.rule else "",
        str(entry.year or ""),
        entry.key or "",
    ]
    inside = ", ".join(filter(None, parts))
    return f"{entry.code} ({inside})" if inside else entry.code


def entries_for(finding: Finding, rules: Iterable[Rule], given: Acceptance) -> list[Acceptance]:
    """The entries that accept a finding: one for each rule, year and key it is about, with what it
    is given on; `given` says by whom, when and why.
    """
    names = _names(finding, {rule.test_text.position: rule.id for rule in rules})
    several = [
        replace(given, code=finding.code, rule=one.rule, year=one.year, key=one.key)
        for one in dict.fromkeys(names)
    ]
    return [_given_on(entry, [finding]) for entry in several]


def _names(finding: Finding, ids: dict[Position, str]) -> tuple[_Name, ...]:
    """Everything a finding is about that has a name."""
    if finding.rules:
        return tuple(_Name(one.rule, one.year, one.key) for one in finding.rules)
    place = finding.position
    return (_Name(ids.get(place) if place else None, finding.year, None),)


def _chosen(
    entries: Sequence[Acceptance], code: str, names: Iterable[_Name], year: int
) -> list[Acceptance | None]:
    """For each name the entry that accepts it; None where none does."""
    return [
        next((entry for entry in entries if _covers(entry, code, name, year)), None)
        for name in names
    ]


def _covers(entry: Acceptance, code: str, name: _Name, year: int) -> bool:
    return (
        entry.code == code
        and entry.rule == name.rule
        and entry.year in (None, name.year or year)
        and entry.key in (None, name.key)
    )


def _touches(entry: Acceptance, code: str, names: Iterable[_Name], year: int) -> bool:
    return any(_covers(entry, code, name, year) for name in names)


def _given_on(entry: Acceptance, findings: Iterable[Finding]) -> Acceptance:
    """The entry with the figures its findings have now, or a fingerprint of what they say."""
    figures: dict[str, str] = {}
    said: list[str] = []
    for finding in findings:
        figures.update({str(seen.id): seen.printed for seen in finding.figures})
        if not finding.figures:
            said.append(finding.message)
    digest = hashlib.sha256("\n".join(sorted(said)).encode()).hexdigest()[:10] if said else ""
    return replace(entry, figures=tuple(figures.items()), said=digest)


def _same(entry: Acceptance, now: Acceptance) -> bool:
    return dict(entry.figures) == dict(now.figures) and entry.said == now.said


def _problem(
    entry: Acceptance, now: Acceptance | None, touched: Sequence[Finding], known: Iterable[str]
) -> Iterator[Finding]:
    """Why an entry accepts nothing."""
    said: dict[str, object] = {
        "wat": name_of(entry),
        "door": entry.by,
        "op": format_datum(entry.on),
        "reden": entry.reason.rstrip("."),
    }
    if now is not None:
        yield found("SR-C031", entry.position, said | {"veranderd": _changed(entry, now)})
    elif entry.code not in CODES:
        close = nearest(entry.code, list(CODES))
        hint = f" Bedoelt u {close[0]}?" if close else ""
        yield found("SR-C030", entry.position, said | {"hint": hint}, which="code")
    elif entry.rule is not None and entry.rule not in known:
        close = nearest(entry.rule, sorted(known))
        hint = f" Bedoelt u '{close[0]}'?" if close else ""
        yield found("SR-C030", entry.position, said | {"hint": hint}, which="regel")
    elif touched:
        yield _not_acceptable(entry, touched[0], said)
    elif not entry.code.startswith(_LATER):
        yield found("SR-C030", entry.position, said, which="niets")


def _not_acceptable(entry: Acceptance, finding: Finding, said: dict[str, object]) -> Finding:
    """An entry that names an error, a note, or a warning about more than it names."""
    if finding.severity is not Severity.WARNING:
        which = "fout" if finding.severity is Severity.ERROR else "opmerking"
        return found("SR-C030", entry.position, said, which=which)
    rules = join_names([f"'{one.rule}' ({one.year})" for one in finding.rules])
    return found("SR-C030", entry.position, said | {"regels": rules}, which="meer")


def _changed(entry: Acceptance, now: Acceptance) -> str:
    """What is another since an entry was given."""
    was, has = dict(entry.figures), dict(now.figures)
    said = [
        f"{name} was {was[name]} en is {has[name]}"
        for name in was
        if name in has and was[name] != has[name]
    ]
    said += [f"{name} is erbij gekomen" for name in has if name not in was]
    said += [f"{name} hoort er niet meer bij" for name in was if name not in has]
    if entry.said != now.said:
        said.append("de melding zegt nu iets anders")
    return "; ".join(said)
