# SPDX-License-Identifier: EUPL-1.2
"""Text to text with figures: every `{{ … }}` worked out.

An unknown name is an error, never an empty string.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from ...core.formula import (
    EXPRESSION,
    Expression,
    FormulaError,
    Names,
    Reference,
    crossed,
    example_of,
    ground,
    hoped,
    in_units,
    nearest,
    parse_expression,
    parse_formula,
    references,
    value_of,
)
from ...core.model import (
    EXPECTED,
    Catalogue,
    Edition,
    Expected,
    Figures,
    Finding,
    Position,
    Printed,
    ResolvedText,
    Severity,
    Text,
    WorkedOut,
    plain,
    single_figures,
)
from ...core.notation import (
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    NOT_KNOWN,
    OUTSIDE_LIST,
    capital,
    join_names,
)
from ...messages import found
from .filters import FILTERS, KEYED_FILTERS, FilterError
from .marks import TextPiece, english_piece, with_times
from .quantities import Quantities
from .texts import references_of, texts_of

_OPEN = {
    NOT_KNOWN: "nog niet bekend",
    NOT_AVAILABLE: "niet beschikbaar",
    NOT_APPLICABLE: "niet van toepassing",
    OUTSIDE_LIST: "buiten de lijst van dat jaar",
}
_MANY = 1000  # more names than anyone asks for: every key that could be among them
_SEVERAL = re.compile(r"([\w.]+)(?:\s*,\s*[\w.]+)+")  # 'cijfers: a, b' without brackets
_JINJA = re.compile(r"\{%|%\}|\{#|#\}")


def resolve(
    edition: Edition, catalogue: Catalogue, figures: Figures, names: Names
) -> tuple[Mapping[Text, ResolvedText], Mapping[Text, Sequence[WorkedOut]], list[Finding]]:
    """Every text of the edition with its expressions worked out for the report year.

    The expressions with their places; findings.

    The findings are SR-N001 to SR-N004, SR-N008 and SR-N009; the places are offsets in the text as
    written.
    References of tables, charts and cards (`cijfers:` and the like) are checked here too, so that
    rendering meets no surprise.
    """
    work = _Resolver(edition.year, catalogue, figures, names)
    for place in references_of(edition):
        work.check_reference(place.text)
    resolved = {
        place.text: work.text(place.text, place.block.tongue if place.block else "nl")
        for place in texts_of(edition)
    }
    return resolved, work.worked, work.findings


def words_of(
    expression: str, year: int, catalogue: Catalogue, figures: Figures, names: Names
) -> str | None:
    """What `{{ expression }}` puts in a text of the report year.

    None when it cannot be worked out or is not known.
    """
    work = _Resolver(year, catalogue, figures, names)
    shown = work.text(Text(f"{{{{ {expression} }}}}", Position("")))
    return None if work.findings else plain(shown)


def _after_abbreviation(shown: ResolvedText, literal: ResolvedText) -> ResolvedText:
    """The words behind an expression, without a full stop that it brings itself: 'n.n.b.'."""
    first = literal[0] if literal else ""
    if not isinstance(first, str) or not plain(shown).endswith("."):
        return literal
    once = first.startswith(".") and not first.startswith("..")
    return (first[1:], *literal[1:]) if once else literal


class _Resolver:
    """Works texts out for one year and keeps the findings."""

    def __init__(self, year: int, catalogue: Catalogue, figures: Figures, names: Names) -> None:
        self.year = year
        self.catalogue = catalogue
        self.figures = figures
        self.names = names
        self.findings: list[Finding] = []
        self.quantities = Quantities(year, catalogue, figures, names)
        self.worked: dict[Text, list[WorkedOut]] = {}

    def report(
        self, code: str, place: Position, said: Mapping[str, object], which: str = ""
    ) -> None:
        self.findings.append(found(code, place, said, which=which, year=self.year))

    def check_reference(self, text: Text) -> None:
        try:
            if (several := _SEVERAL.fullmatch(text.raw.strip())) is not None:
                raise FormulaError(
                    f"meer cijfers zet u tussen vierkante haken: [{several[0]}]", several.end(1)
                )
            node = parse_formula(text.raw)
            if not isinstance(node, Reference):
                example = example_of(self.catalogue.refs)
                raise FormulaError(
                    f"hier hoort een cijfernaam zoals {example}, niet '{text.raw.strip()}'"
                )
            self.names.check(node)
            self.names.check_keys(node)
        except FormulaError as problem:
            code = "SR-N002" if problem.unknown else "SR-N001"
            self.report(code, text.place(problem.offset), *_reason(problem.message))

    def text(self, text: Text, tongue: str = "nl") -> ResolvedText:
        pieces: list[TextPiece] = []
        places: dict[int, tuple[int, int]] = {}
        at = 0
        for match in EXPRESSION.finditer(text.raw):
            pieces.append(TextPiece((self.literal(text, at, match.start()),)))
            places[len(pieces)] = match.span()
            pieces.append(self.expression(text, match["inside"], match.start("inside")))
            at = match.end()
        pieces.append(TextPiece((self.literal(text, at, len(text.raw)),)))
        shown = with_times(pieces) if tongue == "nl" else self.translated(text, pieces, places)
        if places:
            self.worked[text] = [
                WorkedOut(start, end, shown[number]) for number, (start, end) in places.items()
            ]
        for number in places:
            shown[number + 1] = _after_abbreviation(shown[number], shown[number + 1])
        return tuple(part for piece in shown for part in piece if part)

    def translated(
        self, text: Text, pieces: list[TextPiece], places: Mapping[int, tuple[int, int]]
    ) -> list[ResolvedText]:
        """The pieces of a text in English, with the time of a figure behind it."""
        shown = []
        for at, piece in enumerate(pieces):
            told: ResolvedText | None = piece.shown
            if at in places and piece.shown != ("[fout]",):
                told = english_piece(piece)
            if told is None:
                start, end = places[at]
                said = {"uitdrukking": " ".join(text.raw[start:end].split())}
                self.findings.append(found("SR-S066", text.place(start), said, year=self.year))
            shown.append(("[fout]",) if told is None else told)
        return shown

    def literal(self, text: Text, start: int, end: int) -> str:
        piece = text.raw[start:end]
        if jinja := _JINJA.search(piece):
            place = text.place(start + jinja.start())
            self.report("SR-N004", place, {"opdracht": jinja[0]})
        elif (brace := piece.find("{{")) >= 0:
            self.report("SR-N001", text.place(start + brace), {}, "open")
        elif (brace := piece.find("}}")) >= 0:
            self.report("SR-N001", text.place(start + brace), {}, "sluit")
        return piece

    def expression(self, text: Text, inside: str, start: int) -> TextPiece:
        self.quantities.cells.clear()
        try:
            expression = parse_expression(inside)
            self.names.check(expression.node)
            self.names.check_keys(expression.node)
            keyed = any(step.name in KEYED_FILTERS for step in expression.filters)
            if self.names.free_table(expression.node) and not keyed:
                raise FormulaError(
                    'kies een sleutel, zoals tabel.kolom["Noord"], of tel alle sleutels op met'
                    " som(…)"
                )
            expression = replace(expression, node=in_units(expression.node, self.names.units))
            result = self.worked_out(expression, inside)
        except FormulaError as problem:
            code = "SR-N002" if problem.unknown else "SR-N001"
            self.report(code, text.place(start + problem.offset), *_reason(problem.message))
            return TextPiece(("[fout]",))
        except FilterError as problem:
            place = text.place(start + max(0, inside.find("|") + 1))
            self.report("SR-N003", place, *_reason(str(problem)))
            return TextPiece(("[fout]",))
        self._told(text, inside, start, result)
        return result

    def _told(self, text: Text, inside: str, start: int, result: TextPiece) -> None:
        """What has to be said of an expression that could be worked out."""
        for one in crossed(self.catalogue, self.quantities.cells):
            said = {"verwijzing": inside.strip(), "jaar": one.year, "reden": one.reason.rstrip(".")}
            self.findings.append(found("SR-N009", text.place(start), said, year=self.year))
        quantity = result.quantity
        for part in result.shown:
            word = part.text if isinstance(part, Printed) else part
            if word not in _OPEN:
                continue
            open_: dict[str, object] = {
                "woord": word,
                "verwijzing": inside.strip(),
                "soort": _OPEN[word],
            }
            early = self._before_series(inside) if word == NOT_KNOWN else None
            if early is not None:
                said = {**open_, "jaar": early[0], "eerst": early[1]}
                warning = Severity.WARNING
                place = text.place(start)
                self.findings.append(
                    found("SR-N008", place, said, which="voor", severity=warning, year=self.year)
                )
                continue
            which = ""
            ranking = (
                quantity.ranking(_MANY) if quantity and result.filter_name == "namen" else None
            )
            if ranking is not None and ranking.open_keys:
                which = "volgorde"
                open_["sleutels"] = join_names(list(ranking.open_keys))
                open_["zijn"] = "is" if len(ranking.open_keys) == 1 else "zijn"
            self.report("SR-N008", text.place(start), open_, which)

    def _before_series(self, inside: str) -> tuple[int, int] | None:
        """A year that an expression asks for and the first its figure has, when it lies before:
        such a figure is not to come, it is not there.
        """
        for reference in references(parse_expression(inside).node):
            years = [one.year for one in single_figures(self.figures) if one.ref == reference.ref]
            when = reference.in_year(self.year)
            if years and when < min(years):
                return when, min(years)
        return None

    def worked_out(self, expression: Expression, inside: str) -> TextPiece:
        if not references(expression.node):
            if expression.filters:
                raise FilterError("een filter past alleen bij een cijfer")
            value = value_of(ground(expression.node, self.names, self.year), self.figures)
            return TextPiece(("" if value is None else str(value),))
        if not expression.filters:
            quantity = self.quantities.of(expression.node, inside, 0)
            return TextPiece((quantity.said(quantity.printed, quantity.value),), quantity)
        first = expression.filters[0]
        if first.name in EXPECTED and not first.arguments:  # 'x | doel' is x[doel]
            meant = hoped(expression.node, cast("Expected", first.name))
            return self.worked_out(Expression(meant, expression.filters[1:]), inside)
        if len(expression.filters) > 1:
            raise FilterError("gebruik één filter per cijfer")
        step = expression.filters[0]
        chosen = FILTERS.get(step.name)
        if chosen is None:
            close = nearest(step.name, list(FILTERS))
            hint = f"; bedoelt u {close[0]}?" if close else ""
            raise FilterError(
                f"het filter '{step.name}' bestaat niet (er zijn {', '.join(FILTERS)}){hint}"
            )
        quantity = self.quantities.of(expression.node, inside.partition("|")[0], 0)
        return TextPiece(chosen(quantity, step.arguments), quantity, step.name)


def _reason(problem: str) -> tuple[dict[str, object], str]:
    """What a sentence with nothing but a reason tells, and which it is: some end in a question."""
    which = "vraag" if problem.endswith("?") else ""
    return {"Reden": capital(problem.rstrip("?."))}, which
