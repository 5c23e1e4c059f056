# SPDX-License-Identifier: EUPL-1.2
"""An edition as it is compared: figures, chapters, checks, sources and definitions, read from a
manifest.

A built edition and an edition that was only checked both give a manifest, so there is one road to a
snapshot.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ...core.frozen import dataclass
from ...core.model import FigureKey, Kind, RevisionReason, Used
from ...core.model.block import NOWHERE
from .shape import misfit
from .words import Token, tokens

_NEEDED = (
    "year", "figures", "used", "chapters", "checks", "definitions", "sources", "revisions",
    "front", "large_tables", "outputs",
)  # fmt: skip
_FRONT = ("title", "subtitle", "caveat", "organisation", "date", "reference_date")


class NotComparable(Exception):
    """No edition that can be compared; the message is a Dutch sentence."""


@dataclass(frozen=True)
class ShownFigure:
    """A figure as an edition prints it.

    `value` None when suppressed, unknown or not applicable; `rounding` None when exact.
    """

    id: FigureKey
    kind: Kind
    printed: str
    value: Decimal | None
    rounding: Decimal | None
    unit: str
    provisional: bool
    period: str | None
    reference_date: str | None
    formula: str | None


@dataclass(frozen=True)
class SeenBlock:
    """A block with its words as tokens.

    `settings` are the fields that are no text, `agreed` who agreed and when.
    """

    chapter: str
    id: str
    kind: str
    title: tuple[Token, ...]
    text: tuple[Token, ...]
    settings: Mapping[str, tuple[Any, ...]]
    status: str
    agreed: str
    claims: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The title as readers see it, else the id."""
        return "".join(token.text + token.space for token in self.title).strip() or self.id


@dataclass(frozen=True)
class SeenChapter:
    """A chapter with its blocks in order."""

    name: str
    title: tuple[Token, ...]
    blocks: tuple[SeenBlock, ...]

    @property
    def words(self) -> str:
        """The title as readers see it."""
        return "".join(token.text + token.space for token in self.title).strip() or self.name


@dataclass(frozen=True)
class Tested:
    """A rule or claim in one year (and for one key) with how it came out."""

    rule: str
    origin: str
    test: str
    explanation: str
    severity: str
    year: int
    key: str | None
    outcome: str
    difference: Decimal | None


@dataclass(frozen=True)
class Snapshot:
    """One side of a comparison.

    `findings` holds code and message of errors and warnings that no rule gave; those of rendering
    and writing are left out.
    """

    year: int
    status: str
    tool: str
    front: Mapping[str, tuple[Token, ...]]
    figures: Mapping[FigureKey, ShownFigure]
    used: tuple[Used, ...]
    chapters: tuple[SeenChapter, ...]
    checks: tuple[Tested, ...]
    findings: tuple[tuple[str, str], ...]
    definitions: Mapping[str, Mapping[str, Any]]
    sources: Mapping[str, Mapping[str, Any]]
    reasons: tuple[RevisionReason, ...]
    large_tables: Mapping[str, Mapping[str, Any]]
    outputs: tuple[str, ...]

    def title(self, ref: str) -> str:
        """The title of a figure; its name when the edition has no definition of it."""
        return str(self.definitions[ref]["title"]) if ref in self.definitions else ref


def read_snapshot(manifest: bytes) -> Snapshot:
    """The snapshot of a manifest. Raises NotComparable for anything else."""
    try:
        content = json.loads(manifest, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError) as problem:
        raise NotComparable("het manifest is geen geldige JSON") from problem
    if isinstance(content, dict) and str(content.get("schema", "")).startswith(
        "standrapport/manifest-publiek/"
    ):
        raise NotComparable("dit is een publieke uitgave; vergelijk met het rapport van build")
    if not isinstance(content, dict) or not str(content.get("schema", "")).startswith(
        "standrapport/manifest/"
    ):
        raise NotComparable("dit is geen manifest van standrapport")
    if missing := [name for name in _NEEDED if name not in content]:
        raise NotComparable(
            f"het manifest is van een oudere versie en mist {', '.join(missing)}; maak het rapport"
            " opnieuw"
        )
    if wrong := misfit(content):
        raise NotComparable(f"het manifest is beschadigd: bij '{wrong}' staat iets anders")
    try:
        return _snapshot(content)
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as problem:
        raise NotComparable(
            f"het manifest is beschadigd ({type(problem).__name__}: {problem})"
        ) from problem


def _snapshot(content: dict[str, Any]) -> Snapshot:
    figures = [_figure(one) for one in content["figures"]]
    return Snapshot(
        year=content["year"],
        status=content["status"],
        tool=content["tool"],
        front={name: _front_tokens(content["front"][name]) for name in _FRONT},
        figures={figure.id: figure for figure in figures},
        used=tuple(Used(**use) for use in content["used"]),
        chapters=tuple(_chapter(one) for one in content["chapters"]),
        checks=tuple(_tested(one) for one in content["checks"]),
        findings=_findings(content["findings"]),
        definitions={one["ref"]: one for one in content["definitions"]},
        sources={one["id"]: one for one in content["sources"]},
        reasons=tuple(
            RevisionReason(tuple(one["refs"]), tuple(one["years"]), one["reason"], NOWHERE)
            for one in content["revisions"]
        ),
        large_tables={one["table"]: one for one in content["large_tables"]},
        outputs=tuple(one["path"] for one in content["outputs"]),
    )


def _front_tokens(value: Any) -> tuple[Token, ...]:
    return tokens(value if isinstance(value, list) else [str(value)])


def _findings(found: Sequence[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Code and message of what no rule found, each once."""
    told = (
        (one["code"], one["message"]) for one in found if one["rule"] is None and _of_contents(one)
    )
    return tuple(dict.fromkeys(told))


def _of_contents(finding: dict[str, Any]) -> bool:
    """Whether an error or warning is about what the edition says.

    How it was put on pages and disk is not compared.
    """
    return finding["severity"] != "note" and not finding["code"].startswith(("SR-R", "SR-S"))


def _figure(one: dict[str, Any]) -> ShownFigure:
    same = ("printed", "unit", "provisional", "period", "reference_date", "formula")
    return ShownFigure(
        id=FigureKey(one["ref"], one["year"], one["key"]),
        kind=Kind(one["kind"]),
        value=_decimal(one["value"]),
        rounding=_decimal(one["rounding"]),
        **{name: one[name] for name in same},
    )


def _chapter(one: dict[str, Any]) -> SeenChapter:
    return SeenChapter(
        one["name"],
        tokens(one["title"]),
        tuple(_block(one["name"], block) for block in one["blocks"]),
    )


def _block(chapter: str, one: dict[str, Any]) -> SeenBlock:
    agreement: Mapping[str, str] = one["agreement"] or {}
    return SeenBlock(
        chapter=chapter,
        id=one["id"],
        kind=one["kind"],
        title=tokens(one["title"]),
        text=tokens(one["text"]),
        settings={name: _plain(value) for name, value in one["settings"].items()},
        status=one["status"],
        agreed=", ".join(agreement[name] for name in ("door", "op") if name in agreement),
        claims=tuple(" ".join(claim.split()) for claim in one["claims"]),
        numbers=tuple((declared["number"], declared["reason"]) for declared in one["numbers"]),
    )


def _plain(value: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(" ".join(part.split()) if isinstance(part, str) else part for part in value)


def _tested(one: dict[str, Any]) -> Tested:
    same = ("rule", "origin", "explanation", "severity", "year", "key", "outcome")
    return Tested(
        test=" ".join(one["test"].split()),
        difference=_decimal(one["difference"]),
        **{name: one[name] for name in same},
    )


def _decimal(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)
