"""A figure someone asks for by name on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from .ground import Names, nearest
from .nodes import FormulaError, Reference
from .parser import parse_formula


def asked_figure(asked: str, names: Names, refs: Sequence[str], example: str) -> Reference:
    """The figure that `asked` names, such as `instroom.ind[-1]`.

    Raises FormulaError with a whole Dutch sentence: with the nearest of `refs` for a name that does not exist, with `example`
    (what could have been asked) for what is no name at all.
    """
    try:
        node = parse_formula(asked)
        names.check(node)
    except FormulaError as problem:
        raise FormulaError(_sentence(asked, refs, example, problem), problem.offset, unknown=problem.unknown) from problem
    if not isinstance(node, Reference):
        raise FormulaError(f"'{asked}' is een formule; vraag {example}.")
    return node


def _sentence(asked: str, refs: Sequence[str], example: str, problem: FormulaError) -> str:
    if problem.unknown is None:
        return f"'{asked}' is geen naam van een cijfer; vraag {example}."
    close = nearest(asked, refs)
    hint = f" Bedoelt u {' of '.join(close)}?" if close else ""
    return f"Het cijfer '{problem.unknown}' bestaat niet.{hint}"
