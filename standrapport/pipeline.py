"""The order of the stages, and nothing else: load, derive, check, resolve the text, render, write out.

Stages are plain functions from frozen data to frozen data plus findings; only this module knows what comes after what.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .checked import Checked, built_manifest, manifest_of, report_input
from .consistency import check_rules, revision_findings, revisions
from .derive import complete, derive, names_of
from .formula import Names
from .load import load_catalogue, load_edition, load_figures, load_revision_reasons
from .model import (
    Catalogue,
    Figures,
    Finding,
    NumberInText,
    ResolvedText,
    Severity,
    Text,
    WorkedOut,
    has_errors,
)
from .notation import join_names
from .prose import agreement_findings, check_numbers, claims_of, resolve, standings_of
from .publish import PRODUCTS, FileContent, NotWritable, product_of, replace_folder, stale_neighbour, with_manifest

NO_NAMES = Names({}, {}, lambda _table, _year: ())


class UsageProblem(Exception):
    """The command was given something that is not there; the message is a Dutch sentence."""


class ProjectNotFound(UsageProblem):
    """No folder with figures/ and content/ was found."""


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
        return Checked(project, year, catalogue, NO_NAMES, {}, None, {}, {}, (), (), (), (), tuple(findings), time.perf_counter() - started)
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
    worked: Mapping[Text, Sequence[WorkedOut]] = {}
    numbers: tuple[NumberInText, ...] = ()
    if edition is not None:
        texts, worked, problems = resolve(edition, catalogue, figures, names)
        findings += problems
        numbers, problems = check_numbers(edition, catalogue, figures, worked)
        findings += problems
        findings += agreement_findings(edition, standings_of(edition, catalogue, figures, texts))
    return Checked(
        project,
        year,
        catalogue,
        names,
        figures,
        edition,
        texts,
        worked,
        numbers,
        outcomes,
        revised,
        tuple(reasons),
        tuple(findings),
        time.perf_counter() - started,
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
    return own if own.is_dir() else folder_of_the_tool("templates")


def folder_of_the_tool(name: str) -> Path:
    """`templates` or `examples` as they came with the tool: within the package when installed, else beside it."""
    within = Path(__file__).parent / name
    return within if within.is_dir() else Path(__file__).parent.parent / name


def build_edition(
    project: Path,
    year: int,
    out: Path,
    formats: frozenset[str] = frozenset({"html", "pdf"}),
    *,
    product: str = "rapport",
    concept: bool = False,
    strict: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> Built:
    """Check, render and write `out/<year>/`; with an error nothing is written, unless `concept` asks for a marked draft.

    `product` is one of PRODUCTS; the files of the other product stay as they are.
    """
    with tempfile.TemporaryDirectory(prefix="standrapport-") as spool:
        return _build(project, year, out, formats, product, concept, strict, progress, Path(spool))


def _build(
    project: Path,
    year: int,
    out: Path,
    formats: frozenset[str],
    product: str,
    concept: bool,
    strict: bool,
    progress: Callable[[str], None],
    spool: Path,
) -> Built:
    started = time.perf_counter()
    progress("Cijfers en teksten controleren")
    checked = check_edition(project, year)
    stopped = has_errors(list(checked.findings), strict=strict) and not concept
    if stopped or checked.edition is None:
        return Built(checked, (), checked.findings, concept, None, time.perf_counter() - started)
    from .open_data import about, data_files, schema_org, small_csv, with_description
    from .render import PAGES, PdfUnavailable, render, render_factsheet, render_pdf

    marked = concept or checked.edition.status == "concept"
    templates = templates_of(project)
    theme = project / checked.edition.theme if checked.edition.theme else None
    progress("HTML opmaken")
    report = report_input(checked, checked.edition, concept=marked)
    if product == "factsheet" and not (templates / "factsheet.html.j2").is_file():
        raise UsageProblem(f"In {templates} staat geen factsheet.html.j2; zonder dat sjabloon kan er geen factsheet gemaakt worden.")
    rendered = (render_factsheet if product == "factsheet" else render)(report, templates, theme)
    findings = [*checked.findings, *rendered.findings]
    name, manifest_name = PRODUCTS[product][0].format(year=year), PRODUCTS[product][1]
    said = about(checked.edition, checked.texts, concept=marked, tool=report.version)
    files: dict[str, FileContent] = {}

    def manifest(outputs: Mapping[str, FileContent]) -> bytes:
        return built_manifest(checked, report, rendered.used, findings, outputs)

    if "html" in formats:
        page = rendered.html
        if product == "rapport":
            page = with_description(with_manifest(page, manifest({})), schema_org(said, checked.catalogue, checked.figures))
        files[f"{name}.html"] = page.encode()
    if product == "rapport":
        files |= data_files(said, checked.catalogue, checked.figures, spool)

    pages = None
    if "pdf" in formats:
        progress("PDF opmaken")
        attachments = [
            ("cijfers.csv", small_csv(checked.catalogue, checked.figures), "De cijfers van dit rapport"),
            ("manifest.json", manifest(files), "Herkomst van cijfers en teksten"),
        ]
        try:
            pdf, problems, pages = render_pdf(rendered.print_html, templates, attachments, checked.edition.date, theme)
        except PdfUnavailable as problem:
            failed = Finding("SR-R002", Severity.ERROR, str(problem))
            return Built(checked, (), (*findings, failed), marked, None, time.perf_counter() - started)
        findings += problems
        if product == "factsheet" and pages != PAGES:
            sentence = f"De factsheet telt {pages} bladzijden in plaats van {PAGES}; kies onder 'factsheet' in rapport.yaml minder of kortere blokken."
            findings.append(Finding("SR-R010", Severity.ERROR, sentence, (checked.edition.position,)))
        files[f"{name}.pdf"] = pdf
    if has_errors(findings, strict=strict) and not concept:
        return Built(checked, (), tuple(findings), marked, pages, time.perf_counter() - started)
    progress("Wegschrijven")
    files[manifest_name] = last = manifest(files)
    target = out / str(year)
    findings += stale_neighbour(target, product, last)
    try:
        written = replace_folder(target, files, lambda path: product_of(path) != product)
    except NotWritable as problem:
        findings.append(Finding("SR-S001", Severity.ERROR, str(problem)))
        written = ()
    return Built(checked, written, tuple(findings), marked, pages, time.perf_counter() - started)


__all__ = [
    "Built",
    "Checked",
    "ProjectNotFound",
    "UsageProblem",
    "build_edition",
    "check_all",
    "check_edition",
    "editions",
    "find_project",
    "folder_of_the_tool",
    "manifest_of",
    "templates_of",
]  # fmt: skip
