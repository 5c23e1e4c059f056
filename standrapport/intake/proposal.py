"""A delivered file understood: the figures it gives as cells of figure files, and everything that
is open, wrong or left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..core.model import Catalogue, Figures, Finding, Position, Severity
from ..core.notation import format_datum, format_getal, join_names
from ..sources.problem import SourceProblem
from .choices import Choices, Keys, Question, Roles
from .grids import Grid
from .layout import lay_out
from .new_cells import NewCell, new_cell, wrong_number
from .numbers import NAMES, Decided, decide, shown
from .periods import PeriodLabel, Span, last_day
from .reading import Reading, RegionReading, read_region
from .regions import Region
from .said import said_of
from .tables import parts_by_table
from .totals import total_findings
from .understand import has_years, understand
from .words import normal

_NAMED = 5  # cells named in one finding


@dataclass
class Proposal:
    """What a file would bring.

    Nothing may be written while there are `questions` or errors among `findings`.
    """

    file: str
    regions: list[RegionReading] = field(default_factory=list)
    notation: Decided = field(default_factory=lambda: Decided(None, ""))
    cells: list[NewCell] = field(default_factory=list)
    reference_date: date | None = None
    date_reason: str = ""
    questions: list[Question] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def propose(
    file: Path, grids: Sequence[Grid], catalogue: Catalogue, figures: Figures, choices: Choices
) -> Proposal:
    """Understand a delivered file.

    `figures` are those of the edition it goes to (their keys are known names).
    """
    proposal = Proposal(file.name)
    names = [grid.name for grid in grids if grid.name]
    if choices.sheet is not None and choices.sheet not in names:
        there = f"; er zijn {join_names(names)}" if names else ""
        raise SourceProblem("SR-B008", f"{file.name} heeft geen werkblad '{choices.sheet}'{there}.")
    layouts = [lay_out(grid) for grid in grids if choices.sheet in {None, grid.name}]
    keys = _keys(catalogue, figures)
    unknown: list[Region] = []
    open_: list[tuple[Region, Question]] = []
    for layout in layouts:
        proposal.findings += [
            Finding("SR-B021", Severity.NOTE, text, (Position(file.name),))
            for text in layout.grid.left_out
        ]
        titles = tuple(line.text for line in layout.texts if line.line == 0)
        for region in (
            part for whole in layout.regions for part in parts_by_table(whole, catalogue)
        ):
            roles = understand(region, catalogue, keys, choices, file.name, titles)
            if isinstance(roles, Roles):
                proposal.regions.append(
                    read_region(roles, said_of(region, layout, layouts), file.name, choices)
                )
            elif roles is None:
                unknown.append(region)
            else:
                open_.append((region, roles))
    _without_irrelevant(proposal, choices)
    if any(
        one.readings for one in proposal.regions
    ):  # a list of names without years beside tables with figures
        unknown += [region for region, _ in open_ if not has_years(region)]
        open_ = [(region, question) for region, question in open_ if has_years(region)]
        unknown += [
            one.roles.region
            for one in proposal.regions
            if any(question.option == "cijferjaar" for question in one.questions)
        ]
        proposal.regions = [
            one
            for one in proposal.regions
            if all(question.option != "cijferjaar" for question in one.questions)
        ]
    for one in proposal.regions:
        proposal.questions += one.questions
        proposal.findings += one.findings
    proposal.questions += [question for _, question in open_]
    _left_out(proposal, unknown)
    if not proposal.questions and not any(one.findings for one in proposal.regions):
        _cells(proposal, choices)
    proposal.questions = list(
        {(one.option, one.about, one.sentence): one for one in proposal.questions}.values()
    )
    return proposal


def _keys(catalogue: Catalogue, figures: Figures) -> Keys:
    keys: dict[str, dict[str, str]] = {
        table.name: {} for table in catalogue.tables.values() if table.key_column
    }
    for name in figures:
        table = name.ref.partition(".")[0]
        if name.key is not None and table in keys:
            keys[table].setdefault(normal(name.key), name.key)
    return keys


def _without_irrelevant(proposal: Proposal, choices: Choices) -> None:
    """With a table asked for, other tables of the file that have none of its names are
    not meant.
    """
    if choices.table is not None and any(
        one.roles.columns or one.roles.single for one in proposal.regions
    ):
        meant = [
            one
            for one in proposal.regions
            if one.roles.columns or (one.roles.single and (one.readings or one.questions))
        ]
        for one in proposal.regions:
            if one not in meant:
                first, last = one.roles.region.lines
                sentence = (
                    f"Regel {first} tot en met {last}: hoort niet bij {choices.table} en is niet"
                    " overgenomen."
                )
                proposal.findings.append(
                    Finding("SR-B021", Severity.NOTE, sentence, (Position(proposal.file, first),))
                )
        proposal.regions = meant


def _left_out(proposal: Proposal, unknown: Sequence[Region]) -> None:
    """Say what is not imported; an error when nothing is left."""
    found = bool(proposal.questions or proposal.findings) or any(
        one.readings for one in proposal.regions
    )
    for one in proposal.regions if found else []:
        for reason, values in one.left_out.items():
            lines = sorted({value.line for value in values})
            where = (
                f"regel {lines[0]}"
                if len(lines) == 1
                else f"regel {lines[0]} tot en met {lines[-1]}"
            )
            sentence = f"{_amount(len(values))} niet overgenomen ({reason}), {where}."
            proposal.findings.append(
                Finding("SR-B021", Severity.NOTE, sentence, (Position(proposal.file, lines[0]),))
            )
        if one.totals:
            sentence = (
                f"{_amount(len(one.totals))} als totaal gelezen en niet overgenomen:"
                f" {one.roles.table.name} heeft daar geen kolom of rij voor."
            )
            proposal.findings.append(
                Finding(
                    "SR-B021",
                    Severity.NOTE,
                    sentence,
                    (Position(proposal.file, one.totals[0].line),),
                )
            )
    for region in unknown:
        sheet = f"Werkblad '{region.sheet}', " if region.sheet else ""
        sentence = (
            f"{sheet}{'regel' if sheet else 'Regel'} {region.lines[0]} tot en met"
            f" {region.lines[1]}: niet overgenomen; er staan geen namen van tabellen uit"
            " indicatoren.yaml bij, of geen jaar."
        )
        severity = Severity.NOTE if found else Severity.ERROR
        code = "SR-B021" if found else "SR-B016"
        advice_ = "" if found else " Kies met --tabel NAAM welke tabel het is."
        proposal.findings.append(
            Finding(code, severity, sentence + advice_, (Position(proposal.file, region.lines[0]),))
        )
    if not found and not unknown:
        months = any("maand" in reason for one in proposal.regions for reason in one.left_out)
        sentence = (
            "Dit bestand telt per maand, per kwartaal of over gebroken jaren; jaarcijfers worden"
            " daar niet uit gemaakt. Tel ze met 'uit_bron' in indicatoren.yaml."
            if months
            else "In dit bestand staat geen tabel met cijfers per jaar."
        )
        proposal.findings.append(
            Finding("SR-B016", Severity.ERROR, sentence, (Position(proposal.file),))
        )


def _amount(count: int) -> str:
    return "1 waarde is" if count == 1 else f"{format_getal(count)} waarden zijn"


def _cells(proposal: Proposal, choices: Choices) -> None:
    """The readings as cells of figure files, once it is clear what each of them is."""
    readings = [reading for one in proposal.regions for reading in one.readings]
    summed = [
        (value.content, one.readings[0].column)
        for one in proposal.regions
        if one.readings
        for value in one.totals
    ]
    proposal.notation = decided = decide(
        [*((one.value.content, one.column) for one in readings), *summed], choices.notation
    )
    if decided.open:
        _ask_notation(proposal, readings, decided)
        return
    notation = decided.notation or "nl"
    cells: dict[tuple[str, int, str | None, str | None], NewCell] = {}
    wrong = set(decided.wrong)
    for at, reading in enumerate(readings):
        cell = wrong_number(reading) if at in wrong else new_cell(reading, notation, choices)
        if isinstance(cell, Question):
            proposal.questions.append(cell)
        if isinstance(cell, Finding):
            proposal.findings.append(cell)
        if not isinstance(cell, NewCell):
            continue
        other = cells.setdefault(cell.name, cell)
        if other.text != cell.text:
            proposal.findings.append(_twice(other, cell))
    proposal.cells = list(cells.values())
    for one in proposal.regions:
        proposal.findings += total_findings(one, notation, proposal.file)
    rounded = [cell for cell in proposal.cells if cell.rounded]
    if rounded:
        sentence = (
            f"{len(rounded)} {'cel is' if len(rounded) == 1 else 'cellen zijn'} afgerond of"
            " onderdrukt zoals in indicatoren.yaml staat."
        )
        proposal.findings.append(
            Finding("SR-B021", Severity.NOTE, sentence, (rounded[0].reading.place,))
        )
    _reference_date(proposal, readings, choices)


def _ask_notation(proposal: Proposal, readings: Sequence[Reading], decided: Decided) -> None:
    cells = [readings[at] for at in decided.open if at < len(readings)]
    texts = list(dict.fromkeys(one.value.content.text for one in cells))
    named = join_names([f"'{text}'" for text in texts[:_NAMED]])
    place = cells[0].place if cells else None
    if decided.mixed:
        sentence = (
            "De getallen zijn door elkaar in Nederlandse en in Engelse notatie geschreven"
            f" ({named}); maak het bestand eerst eenduidig."
        )
        proposal.findings.append(
            Finding("SR-B014", Severity.ERROR, sentence, tuple(one.place for one in cells[:_NAMED]))
        )
        return
    one = next(c.value.content for c in cells)
    both = " of ".join(shown(one.readings[n]) for n in ("nl", "en") if n in one.readings)
    answers: dict[str, str] = {
        n: f"{NAMES[n]} notatie: {one.text} is {shown(one.readings[n])}"
        for n in NAMES
        if n in one.readings
    }
    sentence = (
        f"Niet te zien is of de getallen in Nederlandse of in Engelse notatie staan: {named} kan"
        f" {both} zijn."
    )
    proposal.questions.append(
        Question("SR-B014", sentence, "getallen", answers=answers, place=place)
    )


def _twice(one: NewCell, other: NewCell) -> Finding:
    first, second = one.reading, other.reading
    differing = [
        (a.text, b.text)
        for a, b in zip(first.value.labels, second.value.labels, strict=False)
        if a.text != b.text
    ]
    why = f" Het verschil is '{differing[0][0]}' en '{differing[0][1]}'." if differing else ""
    key = f" {first.key}" if first.key else ""
    sentence = (
        f"{first.column.ref}{key} {first.year} heeft hier twee waarden:"
        f" '{first.value.content.text}' (regel {first.value.line}) en '{second.value.content.text}'"
        f" (regel {second.value.line}).{why}"
    )
    return Finding("SR-B018", Severity.ERROR, sentence, (second.place, first.place))


def _reference_date(proposal: Proposal, readings: Sequence[Reading], choices: Choices) -> None:
    """The day the figures were known: of each row itself, as chosen, as the file says, else as far
    as the part of the year goes.
    """
    if all(one.reference_date is not None for one in readings):
        return
    if choices.reference_date is not None:
        proposal.reference_date, proposal.date_reason = (
            date.fromisoformat(choices.reference_date),
            "zo gekozen",
        )
        return
    said = Counter({day: line.text for one in proposal.regions for day, line in one.said.dates})
    if len(said) == 1:
        ((proposal.reference_date, text),) = said.items()
        proposal.date_reason = f"uit '{text}'"
        return
    last = {day for one in proposal.regions for day in _last_days(one)}
    if not said and len(last) == 1:
        (proposal.reference_date,) = last
        proposal.date_reason = "de laatste dag die geteld is"
        return
    days = {day.isoformat(): format_datum(day.isoformat()) for day in said}
    which = (
        f"Het bestand noemt meer dan een peildatum: {join_names(list(days.values()))}."
        if days
        else "Het bestand zegt niet op welke dag de cijfers bekend waren."
    )
    proposal.questions.append(
        Question("SR-B019", which, "peildatum", answers=days, place=Position(proposal.file))
    )


def _last_days(region: RegionReading) -> set[date]:
    """The last days of the parts of years that are counted, and of years that a text says are
    counted to the end.
    """
    labels = [
        PeriodLabel(Span.PART, one.year, one.period)
        for one in region.readings
        if one.period is not None
    ]
    labels += [
        label
        for label, _ in region.said.parts
        if label.period is None and label.year in {one.year for one in region.readings}
    ]
    return {day for label in labels if (day := last_day(label)) is not None}
