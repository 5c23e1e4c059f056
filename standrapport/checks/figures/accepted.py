# SPDX-License-Identifier: EUPL-1.2
"""Known warnings that are accepted: which findings the entries of `aanvaard.yaml` name, and whether
those still say what they said when they were accepted.

A finding about several rules is accepted when every one of them is named: what nobody looked at
never passes along with what somebody did.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...core.formula import nearest
from ...core.frozen import dataclass
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


@dataclass(frozen=True)
class _Seen:
    """A finding with everything it is about that has a name."""

    finding: Finding
    names: tuple[_Name, ...]


def accept(
    findings: Sequence[Finding], entries: Sequence[Acceptance], rules: Iterable[Rule], year: int
) -> Accepted:
    """The findings with those marked that are accepted in the edition of `year`, and which entries
    name nothing, or something that changed since.
    """
    if not entries:
        return Accepted(tuple(findings), (), ())
    ids = {rule.test_text.position: rule.id for rule in rules}
    seen = [_Seen(finding, _names(finding, ids)) for finding in findings]
    covering = [_covering(one, entries, year) for one in seen]
    own = _own(seen, covering)
    now = {entry.position: _given_on(entry, own[entry.position]) for entry in entries}
    holds = {at for at, one in now.items() if own[at] and _holds(one, entries)}
    marked = tuple(_marked(*one, holds) for one in zip(seen, covering, strict=True))
    wrong = _problems([one for at, one in now.items() if at not in holds], entries, seen, ids, year)
    open_ones = {entry.position for entry in entries if entry.open} & holds
    return Accepted(marked, tuple(wrong), tuple(now[at] for at in sorted(open_ones)))


def _own(
    seen: Iterable[_Seen], covering: Iterable[Sequence[Acceptance]]
) -> Mapping[Position, list[Finding]]:
    """The findings of each entry, by its place."""
    own: dict[Position, list[Finding]] = defaultdict(list)
    for one, chosen in zip(seen, covering, strict=True):
        for entry in chosen:
            own[entry.position].append(one.finding)
    return own


def _marked(seen: _Seen, chosen: Sequence[Acceptance], holds: set[Position]) -> Finding:
    """The finding, accepted when all entries for it hold."""
    held = bool(chosen) and holds.issuperset(entry.position for entry in chosen)
    return replace(seen.finding, accepted=chosen[0]) if held else seen.finding


def _problems(
    idle: Iterable[Acceptance],
    entries: Iterable[Acceptance],
    seen: Sequence[_Seen],
    ids: Mapping[Position, str],
    year: int,
) -> Iterator[Finding]:
    """Why each of these entries, told as they would be given now, accepts nothing."""
    known = {*ids.values(), *(name.rule for one in seen for name in one.names if name.rule)}
    for now in idle:
        entry = next(one for one in entries if one.position == now.position)
        touched = [
            one.finding
            for one in seen
            if any(_covers(entry, one.finding.code, name, year) for name in one.names)
        ]
        yield from _problem(entry, None if now.open else now, touched, known)


def name_of(entry: Acceptance) -> str:
    """What an entry names, in words: "SR-C001 (regel 'balans', 2021)"."""
    parts = [f"regel '{entry.rule}'" if entry.rule else "", str(entry.year or ""), entry.key or ""]
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


def _covering(seen: _Seen, entries: Sequence[Acceptance], year: int) -> tuple[Acceptance, ...]:
    """The entries that accept a warning, one for each of its names; none when a name has none."""
    finding = seen.finding
    if finding.severity is not Severity.WARNING:
        return ()
    chosen = [
        next((entry for entry in entries if _covers(entry, finding.code, name, year)), None)
        for name in seen.names
    ]
    named = tuple(entry for entry in chosen if entry is not None)
    return named if len(named) == len(chosen) else ()


def _covers(entry: Acceptance, code: str, name: _Name, year: int) -> bool:
    return (
        entry.code == code
        and entry.rule == name.rule
        and entry.year in (None, name.year or year)
        and entry.key in (None, name.key)
    )


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


def _holds(now: Acceptance, entries: Iterable[Acceptance]) -> bool:
    """Whether an entry is as it was given, or does not yet say on what."""
    was = next(entry for entry in entries if entry.position == now.position)
    return was.open or (dict(was.figures) == dict(now.figures) and was.said == now.said)


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
