# SPDX-License-Identifier: EUPL-1.2
"""What a manifest must look like before it is compared: a file from elsewhere may hold anything."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ...core.budget import BUDGET

YEAR, NUMBER, ANY = "year", "number", "any"
_FLAG, _TEXT = (bool,), (str,)
_TEXT_OR_NONE = (str, type(None))
_PARTS = [(str, dict)]
_MOST = 10**30

# A list stands for many of one kind, a mapping for these keys at least, `{None: shape}` for any
# keys, a tuple for the types a value may have.
_FIGURE = {
    "ref": _TEXT, "year": YEAR, "key": _TEXT_OR_NONE, "kind": _TEXT, "printed": _TEXT,
    "value": NUMBER, "rounding": NUMBER, "unit": _TEXT, "provisional": _FLAG,
    "period": _TEXT_OR_NONE, "reference_date": _TEXT_OR_NONE, "formula": _TEXT_OR_NONE,
}  # fmt: skip
_USED = {
    "ref": _TEXT, "year": YEAR, "key": _TEXT_OR_NONE, "text": _TEXT, "chapter": _TEXT,
    "block": _TEXT,
}  # fmt: skip
_BLOCK = {
    "id": _TEXT, "kind": _TEXT, "title": _PARTS, "text": _PARTS, "settings": {None: [ANY]},
    "status": _TEXT, "agreement": (dict, type(None)), "claims": [_TEXT],
    "numbers": [{"number": _TEXT, "reason": _TEXT}],
}  # fmt: skip
_CHECK = {
    "rule": _TEXT, "origin": _TEXT, "test": _TEXT, "explanation": _TEXT, "severity": _TEXT,
    "year": YEAR, "key": _TEXT_OR_NONE, "outcome": _TEXT, "difference": NUMBER,
}  # fmt: skip
_DEFINITION = {
    "ref": _TEXT, "title": _TEXT, "short": _TEXT, "table": _TEXT, "unit": _TEXT,
    "population": _TEXT, "definition": _TEXT, "note": _TEXT, "sources": {None: _TEXT},
    "formula": _TEXT_OR_NONE, "breaks": [{"year": ANY, "reason": _TEXT}],
}  # fmt: skip
_MANIFEST = {
    "year": YEAR, "status": _TEXT, "tool": _TEXT, "front": {None: ANY}, "figures": [_FIGURE],
    "used": [_USED], "chapters": [{"name": _TEXT, "title": _PARTS, "blocks": [_BLOCK]}],
    "checks": [_CHECK],
    "findings": [{"code": _TEXT, "message": _TEXT, "severity": _TEXT, "rule": _TEXT_OR_NONE}],
    "definitions": [_DEFINITION],
    "sources": [{"id": _TEXT, "title": _TEXT, "address": _TEXT_OR_NONE}],
    "revisions": [{"refs": [_TEXT], "years": [YEAR], "reason": _TEXT}],
    "large_tables": [{"table": _TEXT, "title": _TEXT, "rows": (int,), "sha256": _TEXT}],
    "outputs": [{"path": _TEXT}],
}  # fmt: skip


def misfit(content: Any, shape: Any = _MANIFEST, name: str = "manifest") -> str:
    """The first part that is not what it should be, by its name; '' when everything fits."""
    if isinstance(shape, Mapping):
        return _misfit_of_keys(content, shape, name)
    if isinstance(shape, list):
        if not isinstance(content, list):
            return name
        parts = (misfit(one, shape[0], f"{name}[{at}]") for at, one in enumerate(content))
        return next(filter(None, parts), "")
    return "" if _fits(content, shape) else name


def _misfit_of_keys(content: Any, shape: Mapping[Any, Any], name: str) -> str:
    if not isinstance(content, dict):
        return name
    if None in shape:
        parts = (misfit(one, shape[None], f"{name}.{key}") for key, one in content.items())
    else:
        parts = (misfit(content.get(key, ...), one, f"{name}.{key}") for key, one in shape.items())
    return next(filter(None, parts), "")


def _fits(content: object, shape: Any) -> bool:
    if shape == ANY:
        return content is not ...
    if shape == YEAR:
        if isinstance(content, bool) or not isinstance(content, int):
            return False
        return BUDGET.first_year <= content <= BUDGET.last_year
    if shape == NUMBER:
        if content is None:
            return True
        if isinstance(content, bool) or not isinstance(content, int | Decimal):
            return False
        return bool(Decimal(content).is_finite() and abs(Decimal(content)) < _MOST)
    return isinstance(content, shape)
