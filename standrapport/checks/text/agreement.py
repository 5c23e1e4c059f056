# SPDX-License-Identifier: EUPL-1.2
"""Agreement on blocks: what became of the agreements given, now that a block may print something
else (`fingerprints`).
"""

from __future__ import annotations

from collections.abc import Mapping

from ...core.model import (
    RECIPE_BEFORE,
    Block,
    BlockStanding,
    Catalogue,
    Edition,
    Figures,
    Finding,
    ResolvedTexts,
    Severity,
    Standing,
    plain,
    still_holds,
)
from ...core.notation import capital, join_names
from ...messages import found
from .fingerprints import Fingerprints

# Other figures in a block have other definitions too: those are told when nothing else changed.
_CHANGED = {
    (True, False): "de tekst is",
    (False, True): "de cijfers zijn",
    (True, True): "tekst en cijfers zijn",
    (False, False): "de catalogus (definities, bronnen, formules) is",
}


def standings_of(
    edition: Edition, catalogue: Catalogue, figures: Figures, texts: ResolvedTexts
) -> list[BlockStanding]:
    """Where every block of the edition stands, in reading order."""
    fingerprints = Fingerprints(edition.year, catalogue, figures, texts)
    found: list[BlockStanding] = []
    for chapter in edition.chapters:
        for block in chapter.blocks:
            now = fingerprints.of(block)
            title = (
                ""
                if block.title is None
                else plain(texts.get(block.title, (block.title.raw,))).strip()
            )
            found.append(
                BlockStanding(
                    len(found) + 1, chapter.name, block, title, *_judged(block, now, edition.roles)
                )
            )
    return found


def _judged(block: Block, now: str, roles: Mapping[str, object]) -> tuple[Standing, str, str]:
    """Where a block stands. It is agreed on when somebody in every role agreed on what it prints
    now; an agreement without a role is one of all.
    """
    if block.status != "akkoord":
        return (Standing.EDITING if block.status == "redactie" else Standing.CONCEPT), now, ""
    if not block.agreements:
        return Standing.UNSIGNED, now, ""
    if _agreed(block, now, roles):
        return Standing.AGREED, now, ""
    stale = [one for one in block.agreements if not still_holds(one.fingerprint, now)]
    if not stale:
        return Standing.EDITING, now, ""  # not every role has agreed yet
    old, new = stale[-1].fingerprint.split("-"), now.split("-")
    if old[0] == RECIPE_BEFORE and len(old) == len(new) - 1:
        old = [new[0], *old[1:], new[-1]]  # given before the catalogue counted
    if len(old) != len(new) or old[0] != new[0]:
        return Standing.CHANGED, now, "de vingerafdruk is"
    return Standing.CHANGED, now, _CHANGED[old[1] != new[1], old[2] != new[2]]


def _agreed(block: Block, now: str, roles: Mapping[str, object]) -> bool:
    """Whether every role agreed on what the block prints now, or somebody for all."""
    held = {one.role for one in block.agreements if still_holds(one.fingerprint, now)}
    return "" in held or (set(roles) <= held if roles else bool(held))


def agreement_findings(edition: Edition, standings: list[BlockStanding]) -> list[Finding]:
    """SR-S020 for each block that changed after agreement, SR-S021 when a definitive report has
    blocks without agreement.
    """
    final = edition.status == "definitief"
    findings = []
    for one in standings:
        if one.standing is Standing.CHANGED:
            said = {
                "Wat": capital(one.changed),
                "wie": one.agreed_by,
                "dag": one.agreed_on,
                "jaar": edition.year,
                "blok": one.name,
            }
            findings.append(
                found(
                    "SR-S020",
                    one.block.places.get("akkoord", one.block.position),
                    said,
                    severity=Severity.ERROR if final else Severity.WARNING,
                    year=edition.year,
                )
            )
    open_ = [one for one in standings if one.standing not in (Standing.AGREED, Standing.CHANGED)]
    if final and open_:
        findings.append(_not_final(edition, standings, open_))
    return findings


def _not_final(
    edition: Edition, standings: list[BlockStanding], open_: list[BlockStanding]
) -> Finding:
    """One finding for all blocks without agreement, with the place of each."""
    chapters = list(dict.fromkeys(one.chapter for one in open_))
    parts = [f"{sum(one.chapter == name for one in open_)} in {name}" for name in chapters]
    said = {
        "open": len(open_),
        "alle": len(standings),
        "zijn": "is" if len(open_) == 1 else "zijn",
        "waar": join_names(parts),
        "jaar": edition.year,
    }
    places = [one.block.places.get("status", one.block.position) for one in open_]
    return found("SR-S021", places, said, year=edition.year)
