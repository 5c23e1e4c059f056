"""Figures of an earlier edition that read differently in this one."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.model import (
    Figure,
    Figures,
    Finding,
    Kind,
    Position,
    Revision,
    RevisionReason,
    Severity,
    differing,
)
from ...core.words import briefly, change_between

_LISTED = 5  # unexplained revisions named in one warning; the annex lists all


def revisions(
    earlier: Figures, edition: int, now: Figures, reasons: Sequence[RevisionReason]
) -> tuple[Revision, ...]:
    """Every figure that has a value or is suppressed in both editions and reads differently, for
    the same period.
    """
    pairs = ((earlier[name], now.get(name)) for name in differing(earlier, now))
    found = (
        revision_of(old, new, edition, reasons)
        for old, new in pairs
        if new is not None and not old.derived
    )
    return tuple(revision for revision in found if revision is not None)


def revision_of(
    old: Figure, new: Figure, edition: int, reasons: Sequence[RevisionReason]
) -> Revision | None:
    """How a figure of an earlier edition reads now.

    None when it reads the same, is unknown, or covers another part of the year.
    """
    if (
        Kind.UNKNOWN in (old.kind, new.kind)
        or old.period != new.period
        or (old.kind, old.value) == (new.kind, new.value)
    ):
        return None
    change = change_between(old, new, correction=True)
    reason = next((r.reason for r in reasons if r.covers(new.id)), "")
    return Revision(new.id, edition, old.printed, new.printed, change, reason, new.position)


def revision_findings(
    found: Sequence[Revision], reasons: Sequence[RevisionReason]
) -> list[Finding]:
    """A note per reason for the figures it explains (SR-C016), a warning for what changed without
    one (SR-C017).
    """
    findings = []
    for reason in reasons:
        own = [
            revision
            for revision in found
            if revision.reason == reason.reason and reason.covers(revision.id)
        ]
        if own:
            findings.append(
                _finding("SR-C016", Severity.NOTE, own, f" Reden: {reason.reason}", reason.position)
            )
    if unexplained := [revision for revision in found if not revision.reason]:
        advice = " Zet de reden in herzieningen.yaml, of verbeter het cijfer."
        findings.append(_finding("SR-C017", Severity.WARNING, unexplained, advice, None))
    return findings


def _finding(
    code: str, severity: Severity, own: Sequence[Revision], end: str, place: Position | None
) -> Finding:
    shown = "; ".join(_line(revision) for revision in own[:_LISTED])
    more = f"; en nog {len(own) - _LISTED}" if len(own) > _LISTED else ""
    many = "cijfer is" if len(own) == 1 else "cijfers zijn"
    sentence = (
        f"{len(own)} {many} anders dan in de editie over {own[0].edition}: {shown}{more}.{end}"
    )
    places = (
        [place]
        if place is not None
        else [revision.position for revision in own if revision.position is not None]
    )
    return Finding(code, severity, sentence, tuple(places), own[0].edition)


def _line(revision: Revision) -> str:
    key = f" {revision.id.key}" if revision.id.key else ""
    size = briefly(revision.change)
    return (
        f"{revision.id.ref}{key} {revision.id.year} was {revision.old} en is"
        f" {revision.new}{size and f' ({size})'}"
    )
