# SPDX-License-Identifier: EUPL-1.2
"""Figures of an earlier edition that read differently in this one."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.model import (
    Figure,
    Figures,
    Finding,
    Revision,
    RevisionReason,
    differing,
)
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
    shown = "; ".join(_line(revision) for revision in own[:_LISTED])
    more = f"; en nog {len(own) - _LISTED}" if len(own) > _LISTED else ""
    return {
        "aantal": len(own),
        "cijfers": "cijfer is" if len(own) == 1 else "cijfers zijn",
        "editie": own[0].edition,
        "lijst": f"{shown}{more}",
    }


def _line(revision: Revision) -> str:
    key = f" {revision.id.key}" if revision.id.key else ""
    size = briefly(revision.change)
    return (
        f"{revision.id.ref}{key} {revision.id.year} was {revision.old} en is"
        f" {revision.new}{size and f' ({size})'}"
    )
