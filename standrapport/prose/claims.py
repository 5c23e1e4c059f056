"""Claims (`beweert:`) as rules: what a text says of the figures is judged like any rule, in the report year."""

from __future__ import annotations

from ..model import Edition, Rule, RuleYears, Severity


def claims_of(edition: Edition) -> list[Rule]:
    """Every claim of the edition, named after its chapter and block."""
    return [
        Rule(
            id=f"{chapter.name}/{block.id}#{number}",
            test=claim.raw.strip(),
            explanation="",
            severity=Severity.ERROR,
            years=RuleYears.REPORT_YEAR,
            mixed_populations=False,
            mixed_periods=False,
            position=claim.position,
            test_text=claim,
            origin="claim",
        )
        for chapter in edition.chapters
        for block in chapter.blocks
        for number, claim in enumerate(block.claims, 1)
    ]
