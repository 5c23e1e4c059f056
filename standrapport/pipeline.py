"""The order of the stages, and nothing else: load, derive, check, resolve the text, render, write out.

Stages are plain functions from frozen data to frozen data plus findings; only this module knows what comes after what.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .checked import Checked, UsageProblem, built_manifest, manifest_of, report_input
from .consistency import check_rules, revision_findings, revisions
from .derive import complete, derive, names_of
from .formula import Names
from .load import load_catalogue, load_edition, load_figures, load_revision_reasons
from .memory import FORGETFUL, Memory, contents_of
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
from .project import ProjectNotFound, editions, find_project, folder_of_the_tool, templates_of
from .prose import agreement_findings, check_numbers, claims_of, resolve, standings_of
from .publish import PRODUCTS, FileContent, NotWritable, product_of, replace_folder, stale_neighbour, with_manifest

if TYPE_CHECKING:
    from .render import Rendered

NO_NAMES = Names({}, {}, lambda _table, _year: ())


Progress = Callable[[str], None]
# What `build_edition` tells of, in this order; sources tell of more in between.
STEPS = ("Cijfers en teksten controleren", "HTML opmaken", "PDF opmaken", "Wegschrijven")


@dataclass(frozen=True)
class Built:
    """The result of a build: what was written (nothing when errors stopped it) and everything that was found."""

    checked: Checked
    written: tuple[Path, ...]
    findings: tuple[Finding, ...]
    concept: bool
    pages: int | None
    seconds: float


def check_edition(project: Path, year: int, progress: Progress = lambda _: None, memory: Memory = FORGETFUL) -> Checked:
    """Everything up to the text: figures read and derived, rules and claims judged, expressions in the text worked out.

    `memory` keeps what has not changed since the last time it was given here.
    """
    started = time.perf_counter()
    known = editions(project)
    if year not in known:
        there = f"er zijn {join_names([str(y) for y in known])}" if known else "er is nog geen enkel jaar"
        raise UsageProblem(f"Het jaar {year} bestaat niet in dit project; {there}.")
    read = memory.recall("figures", lambda: (known, contents_of(project / "figures")), lambda: _figures(project, year, known, progress))
    catalogue, names, figures = read.catalogue, read.names, read.figures
    findings = [*read.catalogue_findings]
    edition, problems = load_edition(project, year)
    findings += problems
    if read.names is NO_NAMES:  # every name would be unknown; what is wrong with the catalogue itself has been said
        return Checked(project, year, catalogue, NO_NAMES, {}, None, {}, {}, (), (), (), (), tuple(findings), time.perf_counter() - started)
    findings += read.findings
    rules = (*catalogue.rules, *(claims_of(edition) if edition else ()))
    outcomes, problems = memory.recall(
        "rules", lambda: (read, rules), lambda: check_rules(catalogue, rules, figures, names, year, read.before)
    )
    findings += problems
    reasons, problems = load_revision_reasons(project, year)
    findings += problems
    revised = revisions(read.before, read.year_before, read.cells, reasons)
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


@dataclass(frozen=True, eq=False)
class _Read:
    """The figures of an edition, read and derived, with those of the edition before; nothing of the texts is in it.

    Compared by identity: the same object is the same figures.
    """

    catalogue: Catalogue
    catalogue_findings: tuple[Finding, ...]
    names: Names = NO_NAMES
    cells: Figures = field(default_factory=dict)
    figures: Figures = field(default_factory=dict)
    before: Figures = field(default_factory=dict)
    year_before: int = 0
    findings: tuple[Finding, ...] = ()


def _figures(project: Path, year: int, known: list[int], progress: Progress) -> _Read:
    catalogue, problems = load_catalogue(project)
    if not catalogue.tables and has_errors(problems):
        return _Read(catalogue, tuple(problems))
    cells, findings = load_figures(project, year, catalogue)
    findings += _source_findings(project, year, catalogue, cells, progress)
    names, wrong = names_of(catalogue, cells)
    findings += wrong
    derived, wrong = derive(catalogue, cells, names, year)
    findings += wrong
    before, year_before = _edition_before(project, year, known, catalogue)
    figures = complete(catalogue, cells, derived, names)
    return _Read(catalogue, tuple(problems), names, cells, figures, before, year_before, tuple(findings))


def _source_findings(project: Path, year: int, catalogue: Catalogue, cells: Figures, progress: Progress) -> list[Finding]:
    """The figures held against their sources; nothing is imported when no table has any."""
    tables = [table for table in catalogue.tables.values() if table.from_source is not None]
    if not tables:
        return []
    from .sources import check_source

    return [finding for table in tables for finding in check_source(project, year, table, cells, progress)]


def _edition_before(project: Path, year: int, known: list[int], catalogue: Catalogue) -> tuple[Figures, int]:
    """The figures of the last edition before this one that has any; their own findings belong to the check of that edition."""
    earlier = [other for other in known if other < year and any((project / "figures" / str(other)).glob("*.csv"))]
    if not earlier:
        return {}, year
    return load_figures(project, earlier[-1], catalogue)[0], earlier[-1]


def check_all(project: Path, progress: Progress = lambda _: None) -> list[Checked]:
    """Every edition of the project, earliest first."""
    known = editions(project)
    if not known:
        raise UsageProblem("Dit project heeft nog geen enkel jaar: figures/ en content/ zijn leeg.")
    return [check_edition(project, year, progress) for year in known]


@dataclass(frozen=True)
class Shown:
    """An edition as a page on the screen, nothing written: `page` is None when rapport.yaml or the catalogue could not be read."""

    checked: Checked
    page: Rendered | None
    findings: tuple[Finding, ...]


def show_edition(project: Path, year: int, memory: Memory = FORGETFUL) -> Shown:
    """The page `build` would write, with errors as with `--concept`, without the manifest that travels along in it."""
    checked = check_edition(project, year, memory=memory)
    if checked.edition is None:
        return Shown(checked, None, checked.findings)
    from .render import render

    marked = checked.edition.status == "concept" or has_errors(list(checked.findings))
    page = render(report_input(checked, checked.edition, concept=marked), templates_of(project), theme_of(checked), paper=False)
    return Shown(checked, page, (*checked.findings, *page.findings))


def theme_of(checked: Checked) -> Path | None:
    """The folder with the edition's own style, when rapport.yaml names one."""
    return checked.project / checked.edition.theme if checked.edition and checked.edition.theme else None


def build_edition(
    project: Path,
    year: int,
    out: Path,
    formats: frozenset[str] = frozenset({"html", "pdf"}),
    *,
    product: str = "rapport",
    concept: bool = False,
    strict: bool = False,
    progress: Progress = lambda _: None,
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
    progress(STEPS[0])
    checked = check_edition(project, year, progress)
    stopped = has_errors(list(checked.findings), strict=strict) and not concept
    if stopped or checked.edition is None:
        return Built(checked, (), checked.findings, concept, None, time.perf_counter() - started)
    from .open_data import about, data_files, schema_org, small_csv, with_description
    from .render import PAGES, PdfUnavailable, render, render_factsheet, render_pdf

    marked = concept or checked.edition.status == "concept"
    templates = templates_of(project)
    theme = theme_of(checked)
    progress(STEPS[1])
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
        progress(STEPS[2])
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
    progress(STEPS[3])
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
    "STEPS", "Built", "Checked", "Progress", "ProjectNotFound", "Shown", "UsageProblem",
    "build_edition", "check_all", "check_edition", "editions", "find_project", "folder_of_the_tool", "manifest_of", "show_edition", "templates_of", "theme_of",
]  # fmt: skip
