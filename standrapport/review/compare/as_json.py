# SPDX-License-Identifier: EUPL-1.2
"""A comparison as JSON (docs/vergelijken.md gives the shape)."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from ...core.notation import json_number
from .changes import Difference, FigureChange, PageChange, TextChange
from .snapshot import ShownFigure
from .views import summary_words


def difference_as_dict(difference: Difference) -> dict[str, Any]:
    """The whole comparison: a summary, then a list per section.

    A section that was not compared is not there.
    """
    content: dict[str, Any] = {
        "figures": [_figure(change) for change in difference.figures],
        "text": [_text(change) for change in difference.texts],
        "checks": [_plain(asdict(change)) for change in difference.checks],
        "structure": [_plain(asdict(change)) for change in difference.structure],
        "sources": [_plain(asdict(change)) for change in difference.sources],
        "pages": [_page(change) for change in difference.pages],
    }
    return {
        "schema": "standrapport/diff/1",
        "old": asdict(difference.old),
        "new": asdict(difference.new),
        "summary": {
            "words": summary_words(difference),
            "differs": not difference.empty,
            **{name: len(content[name]) for name in difference.sections},
        },
        "notes": list(difference.notes),
        **{name: content[name] for name in difference.sections},
    }


def _figure(change: FigureChange) -> dict[str, Any]:
    return {
        **change.id.as_dict(),
        "title": change.title,
        "kinds": list(change.kinds),
        "old": _shown(change.old),
        "new": _shown(change.new),
        "difference": json_number(change.change.difference),
        "percent": json_number(change.change.percent),
        "nature": change.nature or None,
        "reason": change.reason or None,
        "derived": change.derived,
        "inputs": [name.as_dict() for name in change.inputs],
        "used_old": [asdict(use) for use in change.old_uses],
        "used_new": [asdict(use) for use in change.new_uses],
    }


def _shown(shown: ShownFigure | None) -> dict[str, Any] | None:
    if shown is None:
        return None
    return {
        "printed": shown.printed,
        "value": json_number(shown.value),
        "kind": shown.kind.value,
        "unit": shown.unit,
        "rounding": json_number(shown.rounding),
        "provisional": shown.provisional,
        "period": shown.period,
        "reference_date": shown.reference_date,
        "formula": shown.formula,
    }


def _text(change: TextChange) -> dict[str, Any]:
    plain = ("field", "old_chapter", "new_chapter", "old_block", "new_block", "where", "paragraphs")
    return {
        **{name: getattr(change, name) for name in plain},
        "pieces": [asdict(piece) for piece in change.pieces],
        "references": [
            {"old": old, "new": new, "text": text} for old, new, text in change.references
        ],
        "turned": [{"old": old, "new": new} for old, new in change.turned],
    }


def _page(change: PageChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "old": change.old_number,
        "new": change.new_number,
        "marks": [list(mark) for mark in change.marks],
    }


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: json_number(value) if isinstance(value, Decimal) else value
        for name, value in values.items()
    }
