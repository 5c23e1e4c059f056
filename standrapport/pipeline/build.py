"""The order of the stages after the check: render, write out."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.model import Finding, Severity, has_errors
from ..project.places import UsageProblem, templates_of
from ..report.publish import (
    PRODUCTS,
    FileContent,
    NotWritable,
    product_name,
    product_of,
    replace_folder,
    stale_neighbour,
    with_manifest,
)
from .check import Progress, check_edition
from .checked import Checked, built_manifest, report_input
from .memory import FORGETFUL, Memory

if TYPE_CHECKING:
    from ..report.render import Rendered

# What `build_edition` tells of, in this order; sources tell of more in between.
STEPS = ("Cijfers en teksten controleren", "HTML opmaken", "PDF opmaken", "Wegschrijven")


@dataclass(frozen=True)
class Built:
    """The result of a build: what was written (nothing when errors stopped it) and everything that
    was found.
    """

    checked: Checked
    written: tuple[Path, ...]
    findings: tuple[Finding, ...]
    concept: bool
    pages: int | None
    seconds: float


@dataclass(frozen=True)
class Shown:
    """An edition as a page on the screen, nothing written: `page` is None when rapport.yaml or the
    catalogue could not be read.
    """

    checked: Checked
    page: Rendered | None
    findings: tuple[Finding, ...]


def show_edition(project: Path, year: int, memory: Memory = FORGETFUL) -> Shown:
    """The page `build` would write, with errors as with `--concept`, without the manifest that
    travels along in it.
    """
    checked = check_edition(project, year, memory=memory)
    if checked.edition is None:
        return Shown(checked, None, checked.findings)
    from ..report.render import render

    marked = checked.edition.status == "concept" or has_errors(list(checked.findings))
    page = render(
        report_input(checked, checked.edition, concept=marked),
        templates_of(project),
        theme_of(checked),
        paper=False,
    )
    return Shown(checked, page, (*checked.findings, *page.findings))


def theme_of(checked: Checked) -> Path | None:
    """The folder with the edition's own style, when rapport.yaml names one."""
    return (
        checked.project / checked.edition.theme
        if checked.edition and checked.edition.theme
        else None
    )


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
    """Check, render and write `out/<year>/`.

    With an error nothing is written, unless `concept` asks for a marked draft.

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
    from ..open_data import about, data_files, schema_org, small_csv, with_description
    from ..report.render import PAGES, PdfUnavailable, render, render_factsheet, render_pdf

    marked = concept or checked.edition.status == "concept"
    templates = templates_of(project)
    theme = theme_of(checked)
    progress(STEPS[1])
    report = report_input(checked, checked.edition, concept=marked)
    if product == "factsheet" and not (templates / "factsheet.html.j2").is_file():
        raise UsageProblem(
            f"In {templates} staat geen factsheet.html.j2; zonder dat sjabloon kan er geen"
            " factsheet gemaakt worden."
        )
    rendered = (render_factsheet if product == "factsheet" else render)(report, templates, theme)
    findings = [*checked.findings, *rendered.findings]
    name, manifest_name = product_name(product, checked.edition), PRODUCTS[product]
    said = about(checked.edition, checked.texts, concept=marked, tool=report.version)
    files: dict[str, FileContent] = {}

    def manifest(outputs: Mapping[str, FileContent]) -> bytes:
        return built_manifest(checked, report, rendered.used, findings, outputs)

    if "html" in formats:
        page = rendered.html
        if product == "rapport":
            page = with_description(
                with_manifest(page, manifest({})),
                schema_org(said, checked.catalogue, checked.figures),
            )
        files[f"{name}.html"] = page.encode()
    if product == "rapport":
        files |= data_files(said, checked.catalogue, checked.figures, spool)

    pages = None
    if "pdf" in formats:
        progress(STEPS[2])
        attachments = [
            (
                "cijfers.csv",
                small_csv(checked.catalogue, checked.figures),
                "De cijfers van dit rapport",
            ),
            ("manifest.json", manifest(files), "Herkomst van cijfers en teksten"),
        ]
        try:
            pdf, problems, pages = render_pdf(
                rendered.print_html, templates, attachments, checked.edition.date, theme
            )
        except PdfUnavailable as problem:
            failed = Finding("SR-R002", Severity.ERROR, str(problem))
            return Built(
                checked, (), (*findings, failed), marked, None, time.perf_counter() - started
            )
        findings += problems
        if product == "factsheet" and pages != PAGES:
            sentence = (
                f"De factsheet telt {pages} bladzijden in plaats van {PAGES}; kies onder"
                " 'factsheet' in rapport.yaml minder of kortere blokken."
            )
            findings.append(
                Finding("SR-R010", Severity.ERROR, sentence, (checked.edition.position,))
            )
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
