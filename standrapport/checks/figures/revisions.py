# SPDX-License-Identifier: EUPL-1.2
"""Figures of an earlier edition that read differently in this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...core.model import Figure, Figures, Finding, Kind, Revision, RevisionReason, differing
from ...core.notation import join_some
from ...core.words import briefly, change_between
from ...messages import found

_LISTED = 5  # unexplained revisions named in one warning; the annex lists all


def revisions(
    earlier: Figures, edition: int, now: Figures, reasons: Sequence[RevisionReason]
) -> tuple[Revision, ...]:
    """Every figure that has a value or is suppressed in both editions and reads differently, for
    the same period.
    """
    pairs = ((earlier[name], now.get(name)) for name in differing(earlier, now))
    several = (
        revision_of(old, new, edition, reasons)
        for old, new in pairs
        if new is not None and not old.derived
    )
    return tuple(revision for revision in several if revision is not None)


def revision_of(
    old: Figure, new: Figure, edition: int, reasons: Sequence[RevisionReason]
) -> Revision | None:
    """How a figure of an earlier edition reads now.

    None when it reads the same, is unknown, or covers another part of the year.
    """
    if (
        old.kind.is_open
        or new.kind.is_open
        or old.period != new.period
        or (old.kind, old.value) == (new.kind, new.value)
    ):
        return None
    change = change_between(old, new, correction=True)
    reason = next((r.reason for r in reasons if r.covers(new.id)), "")
    return Revision(new.id, edition, old.printed, new.printed, change, reason, new.position)


def lost_findings(
    earlier: Figures,
    edition: int,
    now: Figures,
    reasons: Sequence[RevisionReason],
    told: Iterable[Finding],
) -> Iterator[Finding]:
    """SR-C046 when figures that the edition before gave are not known in this one, unless a reason
    is declared, or something was `told` of the cell that may be why.
    """
    places = {finding.position for finding in told}
    lost = [
        (earlier[name], new)
        for name in differing(earlier, now)
        if (new := now.get(name)) is not None
        and _unknown_now(earlier[name], new)
        and new.position not in places
        and not any(reason.covers(new.id) for reason in reasons)
    ]
    if lost:
        yield _lost(lost, edition)


def _unknown_now(old: Figure, new: Figure) -> bool:
    """Whether something was known of a cell over the same period, and now nothing is."""
    was_open = old.kind.is_open or old.kind is Kind.NOT_APPLICABLE
    return new.kind.is_open and not (was_open or old.derived) and old.period == new.period


def _lost(lost: Sequence[tuple[Figure, Figure]], edition: int) -> Finding:
    """One finding for all figures that are not known any more."""
    told = [f"{_name(new)} was {old.printed} en is {new.printed}" for old, new in lost]
    said = {
        "aantal": len(lost),
        "cijfers": "cijfer" if len(lost) == 1 else "cijfers",
        "noemde": "dat" if len(lost) == 1 else "die",
        "zijn": "is" if len(lost) == 1 else "zijn",
        "editie": edition,
        "lijst": join_some(told, _LISTED, "; "),
    }
    places = [new.position for _, new in lost if new.position]
    return found("SR-C046", places, said, year=edition)


def _name(figure: Figure) -> str:
    key = f" {figure.id.key}" if figure.id.key else ""
    return f"{figure.id.ref}{key} {figure.id.year}"


def revision_findings(
    revised: Sequence[Revision], reasons: Sequence[RevisionReason]
) -> list[Finding]:
    """A note per reason for the figures it explains (SR-C016), a warning for what changed without
    one (SR-C017).
    """
    findings = []
    for reason in reasons:
        own = [
            revision
            for revision in revised
            if revision.reason == reason.reason and reason.covers(revision.id)
        ]
        if own:
            said = {**_said(own), "reden": reason.reason}
            findings.append(found("SR-C016", reason.position, said, year=own[0].edition))
    if unexplained := [revision for revision in revised if not revision.reason]:
        places = [one.position for one in unexplained if one.position is not None]
        year = unexplained[0].edition
        findings.append(found("SR-C017", places, _said(unexplained), year=year))
    return findings


def _said(own: Sequence[Revision]) -> dict[str, object]:
    """Which figures read differently than before, the first few spelled out."""
    return {
        "aantal": len(own),
        "cijfers": "cijfer is" if len(own) == 1 else "cijfers zijn",
        "editie": own[0].edition,
        "lijst": join_some([_line(revision) for revision in own], _LISTED, "; "),
    }


def _line(revision: Revision) -> str:
    key = f" {revision.id.key}" if revision.id.key else ""
    size = briefly(revision.change)
    return (
        f"{revision.id.ref}{key} {revision.id.year} was {revision.old} en is"
        f" {revision.new}{size and f' ({size})'}"
    )
