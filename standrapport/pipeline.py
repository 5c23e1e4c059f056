"""The order of the stages, and nothing else: load, derive, check, resolve the text, render, write out.

Stages are plain functions from frozen data to frozen data plus findings; only this module knows what comes after what.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import __version__
from .consistency import check_rules, revision_findings, revisions
from .derive import complete, derive, names_of
from .formula import Names
from .load import load_catalogue, load_edition, load_figures, load_revision_reasons
from .messages import finding_as_dict
from .model import Catalogue, Edition, Figures, Finding, NumberInText, Outcome, ResolvedText, Revision, Severity, Text, count, has_errors
from .notation import join_names
from .prose import check_numbers, claims_of, resolve
from .publish import NotWritable, manifest_json, replace_folder, tidy_csv

NO_NAMES = Names({}, {}, lambda _table, _year: ())


class UsageProblem(Exception):
    """The command was given something that is not there; the message is a Dutch sentence."""


class ProjectNotFound(UsageProblem):
    """No folder with figures/ and content/ was found."""


@dataclass(frozen=True)
class Checked:
    """An edition that went through all stages up to the text. `edition` is None when rapport.yaml or the catalogue could not be read."""

    project: Path
    year: int
    catalogue: Catalogue
    names: Names
    figures: Figures
    edition: Edition | None
    texts: Mapping[Text, ResolvedText]
    numbers: tuple[NumberInText, ...]
    outcomes: tuple[Outcome, ...]
    revised: tuple[Revision, ...]
    findings: tuple[Finding, ...]
    seconds: float


@dataclass(frozen=True)
class Built:
    """The result of a build: what was written (nothing when errors stopped it) and everything that was found."""

    checked: Checked
    written: tuple[Path, ...]
    findings: tuple[Finding, ...]
    concept: bool
    pages: int | None
    seconds: float


def find_project(start: Path | None = None) -> Path:
    """The project folder: `start` when given, else the nearest folder upwards with figures/ and content/."""
    if start is not None:
        if not start.is_dir():
            raise ProjectNotFound(f"De map {start} bestaat niet.")
        if not (start / "figures").is_dir() and not (start / "content").is_dir():
            raise ProjectNotFound(f"In {start} staan geen mappen figures/ en content/; dit is geen project van standrapport.")
        return start.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "figures").is_dir() and (folder / "content").is_dir():
            return folder
    raise ProjectNotFound(
        f"In {here} en de mappen erboven staan geen figures/ en content/; ga naar de map van het rapport of geef die met --project."
    )


def editions(project: Path) -> list[int]:
    """The years that have figures or content, earliest first."""
    folders = [*(project / "figures").glob("*"), *(project / "content").glob("*")]
    return sorted({int(folder.name) for folder in folders if folder.is_dir() and folder.name.isdigit()})


def check_edition(project: Path, year: int) -> Checked:
    """Everything up to the text: figures read and derived, rules and claims judged, expressions in the text worked out."""
    started = time.perf_counter()
    known = editions(project)
    if year not in known:
        there = f"er zijn {join_names([str(y) for y in known])}" if known else "er is nog geen enkel jaar"
        raise UsageProblem(f"Het jaar {year} bestaat niet in dit project; {there}.")
    catalogue, findings = load_catalogue(project)
    unreadable = not catalogue.tables and has_errors(findings)
    edition, problems = load_edition(project, year)
    findings += problems
    if unreadable:  # every name would be unknown; what is wrong with the catalogue itself has been said
        return Checked(project, year, catalogue, NO_NAMES, {}, None, {}, (), (), (), tuple(findings), time.perf_counter() - started)
    cells, problems = load_figures(project, year, catalogue)
    findings += problems
    names, problems = names_of(catalogue, cells)
    findings += problems
    derived, problems = derive(catalogue, cells, names, year)
    findings += problems
    figures = complete(catalogue, cells, derived, names)
    claims = claims_of(edition) if edition else []
    before, edition_before = _edition_before(project, year, known, catalogue)
    outcomes, problems = check_rules(catalogue, [*catalogue.rules, *claims], figures, names, year, before)
    findings += problems
    reasons, problems = load_revision_reasons(project, year)
    findings += problems
    revised = revisions(before, edition_before, cells, reasons)
    findings += revision_findings(revised, reasons)
    texts: Mapping[Text, ResolvedText] = {}
    numbers: tuple[NumberInText, ...] = ()
    if edition is not None:
        texts, worked, problems = resolve(edition, catalogue, figures, names)
        findings += problems
        numbers, problems = check_numbers(edition, catalogue, figures, worked)
        findings += problems
    return Checked(
        project, year, catalogue, names, figures, edition, texts, numbers, outcomes, revised, tuple(findings), time.perf_counter() - started
    )


def _edition_before(project: Path, year: int, known: list[int], catalogue: Catalogue) -> tuple[Figures, int]:
    """The figures of the last edition before this one that has any; their own findings belong to the check of that edition."""
    earlier = [other for other in known if other < year and any((project / "figures" / str(other)).glob("*.csv"))]
    if not earlier:
        return {}, year
    return load_figures(project, earlier[-1], catalogue)[0], earlier[-1]


def check_all(project: Path) -> list[Checked]:
    """Every edition of the project, earliest first."""
    known = editions(project)
    if not known:
        raise UsageProblem("Dit project heeft nog geen enkel jaar: figures/ en content/ zijn leeg.")
    return [check_edition(project, year) for year in known]


def templates_of(project: Path) -> Path:
    """The project's own templates/ when it has them, else those of the tool."""
    own = project / "templates"
    if own.is_dir():
        return own
    beside = Path(__file__).parent / "templates"
    return beside if beside.is_dir() else Path(__file__).parent.parent / "templates"


def build_edition(
    project: Path,
    year: int,
    out: Path,
    formats: frozenset[str] = frozenset({"html", "pdf"}),
    *,
    concept: bool = False,
    strict: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> Built:
    """Check, render and write `out/<year>/`; with an error nothing is written, unless `concept` asks for a marked draft."""
    started = time.perf_counter()
    progress("Cijfers en teksten controleren")
    checked = check_edition(project, year)
    stopped = has_errors(list(checked.findings), strict=strict) and not concept
    if stopped or checked.edition is None:
        return Built(checked, (), checked.findings, concept, None, time.perf_counter() - started)
    from .render import PdfUnavailable, ReportInput, render, render_pdf

    marked = concept or checked.edition.status == "concept"
    templates = templates_of(project)
    theme = project / checked.edition.theme if checked.edition.theme else None
    progress("HTML opmaken")
    report = ReportInput(
        edition=checked.edition,
        catalogue=checked.catalogue,
        figures=checked.figures,
        texts=checked.texts,
        findings=checked.findings,
        outcomes=checked.outcomes,
        revised=checked.revised,
        concept=marked,
        version=__version__,
    )
    rendered = render(report, templates, theme)
    findings = [*checked.findings, *rendered.findings]
    name = f"stand-van-de-uitvoering-{year}"
    files: dict[str, bytes] = {}
    if "html" in formats:
        files[f"{name}.html"] = rendered.html.encode()
    files["data/cijfers.csv"] = tidy_csv(checked.catalogue, checked.figures)

    def manifest(outputs: Mapping[str, bytes]) -> bytes:
        return manifest_json(
            edition=checked.edition,  # type: ignore[arg-type]  # not None here: tested above
            concept=marked,
            tool=__version__,
            inputs=inputs_of(project, year),
            outputs=outputs,
            figures=checked.figures,
            used=rendered.used,
            findings=[finding_as_dict(finding) for finding in findings],
            summary=count(checked.outcomes),
        )

    pages = None
    if "pdf" in formats:
        progress("PDF opmaken")
        attachments = [
            ("cijfers.csv", files["data/cijfers.csv"], "Alle cijfers van dit rapport"),
            ("manifest.json", manifest(files), "Herkomst van cijfers en teksten"),
        ]
        try:
            pdf, problems, pages = render_pdf(rendered.print_html, templates, attachments, checked.edition.date, theme)
        except PdfUnavailable as problem:
            failed = Finding("SR-R002", Severity.ERROR, str(problem))
            return Built(checked, (), (*findings, failed), marked, None, time.perf_counter() - started)
        findings += problems
        files[f"{name}.pdf"] = pdf
    if has_errors(findings, strict=strict) and not concept:
        return Built(checked, (), tuple(findings), marked, pages, time.perf_counter() - started)
    progress("Wegschrijven")
    files["manifest.json"] = manifest(files)
    try:
        written = replace_folder(out / str(year), files)
    except NotWritable as problem:
        findings.append(Finding("SR-S001", Severity.ERROR, str(problem)))
        written = ()
    return Built(checked, written, tuple(findings), marked, pages, time.perf_counter() - started)


def inputs_of(project: Path, year: int) -> dict[str, bytes]:
    """The files an edition is made of, by their name in the project."""
    paths = [
        *(project / "figures").glob("*.yaml"),
        *(project / "figures" / str(year)).rglob("*"),
        *(project / "content" / str(year)).rglob("*"),
    ]
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in paths if path.is_file()}
