# SPDX-License-Identifier: EUPL-1.2
"""Findings as lines for a terminal, in the shape editors jump to: `file:line:column: fout SR-C001:
sentence`; and the catalogue of codes: one for the terminal, all of them as docs/meldingen.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from ..core.model import Acceptance, CellChange, Finding, Outcome, Severity, count
from ..core.notation import format_datum, format_getal
from .as_json import totals
from .codes import CODES, Code

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


# What could not be read at all comes first: much of the rest may follow from it.
_UNREADABLE = ("SR-L001", "SR-L005", "SR-L006", "SR-L080", "SR-L082", "SR-L090")

# A changed figure or sentence also makes an agreement lapse, and what a text names is missed in its
# other versions: the mistake itself is told first.
_CONSEQUENCES = {"SR-S020", "SR-S064"}


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings: errors first, then warnings (those that are accepted last), and notes.

    Within each what could not be read, then the figures before what is said of them, by place, as
    found where the place is the same; what follows from others last.
    """

    def rank(finding: Finding) -> tuple[int, bool, bool, bool, bool, str, int, str]:
        position = finding.position
        where = (
            ("", 0, "")
            if position is None
            else (position.file, position.line or 0, str(position.column or "").rjust(6))
        )
        accepted = finding.accepted is not None
        follows = finding.code in _CONSEQUENCES
        unread, said = _unread(finding), not _in_figures(finding)
        return _ORDER[finding.severity], accepted, follows, not unread, said, *where

    return sorted(findings, key=rank)


def _unread(finding: Finding) -> bool:
    """Whether a file, a row or a cell was not read."""
    in_figures = _in_figures(finding) and finding.code.startswith("SR-L")
    return in_figures or finding.code in _UNREADABLE


def _in_figures(finding: Finding) -> bool:
    """Whether the figures themselves, or what is known of them, are at fault."""
    return finding.position is not None and finding.position.file.startswith("figures/")


ACCEPTED = "aanvaard"  # where other findings have their severity


def word_of(finding: Finding) -> str:
    """How bad a finding is, or that it is known and accepted."""
    return ACCEPTED if finding.accepted else finding.severity.word


def accepted_words(accepted: Acceptance) -> str:
    """By whom, when and why: 'Aanvaard op 30 november 2026 door A. Jansen: reden.'."""
    reason = accepted.reason.rstrip(".")
    return f"Aanvaard op {format_datum(accepted.on)} door {accepted.by}: {reason}."


def finding_lines(
    findings: Iterable[Finding], *, notes: bool = True, accepted: bool = True
) -> list[str]:
    """Each finding on a line, with its repairs and suggestions indented below.

    Notes, and what is known and accepted, only when asked for.
    """
    lines = []
    for finding in in_order(findings):
        if (finding.severity is Severity.NOTE and not notes) or (finding.accepted and not accepted):
            continue
        place = f"{finding.position}: " if finding.position else ""
        lines.append(f"{place}{word_of(finding)} {finding.code}: {finding.message}")
        if finding.accepted:
            lines.append(f"    {accepted_words(finding.accepted)}")
            continue
        lines.extend(f"    {line}" for line in _repairs(finding))
        if len(finding.suggestions) > 1 and not all(
            s.ref in finding.message for s in finding.suggestions
        ):
            options = ", ".join(
                f"{s.text} ({s.ref}{f' {s.year}' if s.year else ''})" for s in finding.suggestions
            )
            lines.append(f"    bedoeld kan zijn: {options}")
    return lines


def _repairs(finding: Finding) -> list[str]:
    if not finding.repairs:
        return []
    if len(finding.repairs) == 1:
        return [f"past wel: {_changes(finding.repairs[0])}"]
    return [
        f"een van deze {len(finding.repairs)} past wel:",
        *(f"  {n}. {_changes(r)}" for n, r in enumerate(finding.repairs, 1)),
    ]


def _changes(repair: tuple[CellChange, ...]) -> str:
    def one(change: CellChange) -> str:
        old = "n.n.b." if change.old is None else format_getal(change.old, _places(change.old))
        new = format_getal(change.new, _places(change.new))
        limit = f"{change.bound.word} " if change.bound is not None else ""
        why = f", {change.why}" if change.why else ""
        where = f" ({change.position})" if change.position else ""
        key = f" {change.id.key}" if change.id.key else ""
        return (
            f"{change.id.ref}{key} {change.id.year}: {limit}{new} in plaats van {old}{why}{where}"
        )

    return "; ".join(one(change) for change in repair)


def _places(value: Decimal) -> int:
    """As many decimals as the number has; a whole one has none."""
    return 0 if value == value.to_integral_value() else max(0, -int(value.as_tuple().exponent))


def amount_of(number: int, one: str, many: str) -> str:
    """A number of things: '1 fout', '3 fouten', 'geen fouten'."""
    return (
        f"geen {many}"
        if number == 0
        else f"1 {one}"
        if number == 1
        else f"{format_getal(number)} {many}"
    )


def findings_in_words(findings: Iterable[Finding]) -> str:
    """'geen fouten, 2 waarschuwingen (1 aanvaard) en 12 opmerkingen'."""
    several = list(findings)
    found, accepted = totals(several), sum(one.accepted is not None for one in several)
    known = f" ({accepted} aanvaard)" if accepted else ""
    return (
        f"{amount_of(found['errors'], 'fout', 'fouten')},"
        f" {amount_of(found['warnings'], 'waarschuwing', 'waarschuwingen')}{known} en"
        f" {amount_of(found['notes'], 'opmerking', 'opmerkingen')}"
    )


def summary_lines(
    year: int, figures: int, outcomes: Iterable[Outcome], findings: Iterable[Finding]
) -> list[str]:
    """What was tested and how it came out, in a few lines; `figures` is how many there are."""
    found = count(outcomes)
    words = {
        "exact": "precies",
        "within_rounding": "binnen de afronding",
        "unlikely": "onwaarschijnlijk",
        "sum_of_rounded": "som van afgeronde delen",
        "violated": "klopt niet" if found["violated"] == 1 else "kloppen niet",
        "undecided": "niet te beslissen",
    }
    parts = ", ".join(f"{found[name]} {word}" for name, word in words.items() if found[name])
    return [
        (
            f"Editie {year}: {format_getal(figures)} cijfers,"
            f" {amount_of(found['tested'], 'toets', 'toetsen')}{f': {parts}' if parts else ''}."
        ),
        f"Gevonden: {findings_in_words(findings)}.",
    ]


__all__ = [
    "accepted_words",
    "amount_of",
    "finding_lines",
    "findings_in_words",
    "in_order",
    "summary_lines",
    "word_of",
]


FAMILIES = {
    "L": "Laden van bestanden",
    "A": "Afleiden van cijfers",
    "C": "Controle van cijfers",
    "B": "Vergelijken met de bron",
    "N": "Getallen en beweringen in de tekst",
    "D": "Onthulling van onderdrukte cijfers",
    "R": "Weergave en toegankelijkheid",
    "S": "Schrijven van resultaten",
}


def explain(code: Code) -> str:
    """What a finding means and how to mend it, for the terminal."""
    return "\n".join(
        [
            f"{code.code} ({code.severity}): {code.title}",
            "",
            code.explanation,
            "",
            f"Wat te doen: {code.remedy}",
            "",
            "Fout:",
            *(f"    {line}" for line in code.wrong.split("\n")),
            "Goed:",
            *(f"    {line}" for line in code.right.split("\n")),
        ]
    )


def document() -> str:
    """docs/meldingen.md: every code, by family."""
    parts = [
        "# Meldingen",
        "",
        (
            "Gemaakt met `make docs` uit de lijst in het programma; `standrapport explain CODE`"
            " toont hetzelfde."
        ),
        "",
    ]
    for family, codes in groupby(CODES.values(), key=lambda code: code.code[3]):
        parts += [f"## {FAMILIES[family]}", ""]
        for code in codes:
            parts += [
                f"### {code.code}: {code.title}",
                "",
                f"Ernst: {code.severity}. {code.explanation}",
                "",
                f"Wat te doen: {code.remedy}",
                "",
            ]
            parts += [
                "```text",
                f"fout: {code.wrong}".replace("\n", "\n      "),
                f"goed: {code.right}".replace("\n", "\n      "),
                "```",
                "",
            ]
    return "\n".join(parts)
