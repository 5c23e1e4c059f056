# SPDX-License-Identifier: EUPL-1.2
"""The order of the stages after the check: render, write out."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..checks.figures import accept
from ..core.disk import spool
from ..core.frozen import dataclass
from ..core.model import Edition, Finding, has_errors
from ..messages import finding_as_dict, found
from ..project.places import UsageProblem, folder_of_the_tool, templates_of
from ..report.publish import (
    PRODUCTS,
    FileContent,
    Manifest,
    NotWritable,
    foreign,
    product_name,
    replace_folder,
    stale_neighbour,
    with_manifest,
)
from .check import Progress, check_edition
from .checked import Checked, built_manifest, report_input
from .leaving import leaked, published_manifest, unsearched
from .memory import FORGETFUL, Memory

if TYPE_CHECKING:
    from ..report.render import Rendered

# What `build_edition` tells of, in this order; sources tell of more in between.
STEPS = ("Cijfers en teksten controleren", "HTML opmaken", "PDF opmaken", "Wegschrijven")


@dataclass(frozen=True)
class Built:
    """The result of a build: what was written (nothing when errors stopped it), everything that
    was found, and which pages of an earlier build went because they are not of these figures.
    """

    checked: Checked
    written: tuple[Path, ...]
    findings: tuple[Finding, ...]
    concept: bool
    pages: int | None
    seconds: float
    gone: tuple[str, ...] = ()


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
    from ..report.render import TemplateFault, render

    marked = checked.edition.status == "concept" or has_errors(checked.findings)
    report = report_input(checked, checked.edition, concept=marked)
    try:
        page = render(report, templates_of(project), theme_of(checked), paper=False)
    except TemplateFault as problem:
        page = render(report, folder_of_the_tool("templates"), paper=False)
        return Shown(checked, page, (*checked.findings, problem.finding, *page.findings))
    return Shown(checked, page, (*checked.findings, *page.findings))


def theme_of(checked: Checked) -> Path | None:
    """The folder with the edition's own style, when rapport.yaml names one."""
    return (
        checked.project / checked.edition.theme
        if checked.edition and checked.edition.theme
        else None
    )


@dataclass(frozen=True)
class Order:
    """What was asked for: `product` is one of PRODUCTS, `formats` holds html, pdf or both.

    With an error nothing is written, unless `concept` asks for a marked draft; `strict` takes
    warnings for errors. `public` leaves out what is nobody's business outside: who agreed or
    accepted, reasons, findings, and the names of files.
    """

    project: Path
    year: int
    out: Path
    formats: frozenset[str] = frozenset({"html", "pdf"})
    product: str = "rapport"
    concept: bool = False
    strict: bool = False
    public: bool = False

    def stopped_by(self, findings: Iterable[Finding]) -> bool:
        """Whether these findings keep the result from being written."""
        return has_errors(findings, strict=self.strict) and not self.concept


def build_edition(
    project: Path,
    year: int,
    out: Path,
    formats: frozenset[str] = frozenset({"html", "pdf"}),
    *,
    product: str = "rapport",
    concept: bool = False,
    strict: bool = False,
    public: bool = False,
    progress: Progress = lambda _: None,
    memory: Memory = FORGETFUL,
) -> Built:
    """Check, render and write `out/<year>/`; see `Order` for what may be asked, `check_edition` for
    `memory`.

    The files of the other product stay as they are.
    """
    order = Order(project, year, out, formats, product, concept, strict, public)
    started = time.perf_counter()
    progress(STEPS[0])
    checked = check_edition(project, year, progress, memory)
    checked = replace(checked, findings=(*checked.findings, *_not_final(order, checked)))
    if checked.edition is None or order.stopped_by(checked.findings):
        return Built(checked, (), checked.findings, concept, None, time.perf_counter() - started)
    making = _Making(order, checked, checked.edition)
    with spool() as folder:
        written = making.all(progress, folder)
    found, pages = tuple(making.findings), making.pages
    seconds = time.perf_counter() - started
    return Built(checked, written, found, making.marked, pages, seconds, making.gone)


def _not_final(order: Order, checked: Checked) -> Iterable[Finding]:
    """SR-S073 when a draft would go outside that nobody asked for as one."""
    edition = checked.edition
    if order.public and not order.concept and edition and edition.status == "concept":
        return [found("SR-S073", edition.position, {"jaar": order.year})]
    return []


class _Making:
    """An edition on its way to `out/`: the files made so far, and what was found while making."""

    def __init__(self, order: Order, checked: Checked, edition: Edition) -> None:
        self.order, self.checked, self.edition = order, checked, edition
        self.marked = order.concept or edition.status == "concept"
        self.findings: list[Finding] = list(checked.findings)
        self.files: dict[str, FileContent] = {}
        self.pages: int | None = None
        self.gone: tuple[str, ...] = ()
        self._unfinished: Manifest | None = None
        self._name = product_name(order.product, edition)
        self._manifest_name = PRODUCTS[order.product]
        self._templates = templates_of(order.project)
        self._theme = theme_of(checked)
        self._report = report_input(checked, edition, concept=self.marked, public=order.public)

    def all(self, progress: Progress, spool: Path) -> tuple[Path, ...]:
        """Everything in order; the files written, none when something stopped it."""
        from ..report.render import PdfUnavailable, TemplateFault

        progress(STEPS[1])
        try:
            rendered = self._render()
        except TemplateFault as problem:
            self.findings.append(problem.finding)
            if self.order.stopped_by(self.findings):
                return ()
            # A draft is made with the program's own templates, and says so among its findings.
            self._templates, self._theme = folder_of_the_tool("templates"), None
            self._report = replace(self._report, findings=(*self._report.findings, problem.finding))
            rendered = self._render()
        self._page_and_data(rendered, spool)
        if "pdf" in self.order.formats:
            progress(STEPS[2])
            try:
                self._paper(rendered)
            except PdfUnavailable as problem:
                self.findings.append(found("SR-R002", said={"reden": problem}))
                return ()
            except TemplateFault as problem:
                self.findings.append(problem.finding)
                return ()
        known = (self.findings, self.checked.acceptances, self.checked.catalogue.rules)
        self.findings = list(accept(*known, self.order.year).findings)
        if self.order.stopped_by(self.findings):
            return ()
        progress(STEPS[3])
        return self._write(rendered)

    def _render(self) -> Rendered:
        from ..report.render import render, render_factsheet

        factsheet = self.order.product == "factsheet"
        if factsheet and not (self._templates / "factsheet.html.j2").is_file():
            raise UsageProblem(
                f"In {self._templates} staat geen factsheet.html.j2; zonder dat sjabloon kan er"
                " geen factsheet gemaakt worden."
            )
        given = (self._report, self._templates, self._theme)
        paper = "pdf" in self.order.formats
        rendered = render_factsheet(*given) if factsheet else render(*given, paper=paper)
        self.findings += rendered.findings
        return rendered

    def _page_and_data(self, rendered: Rendered, spool: Path) -> None:
        """The page for the screen, and with the report the open data."""
        from ..open_data import about, data_files, schema_org, with_description

        report = self.order.product == "rapport"
        catalogue, figures = self.checked.catalogue, self.checked.figures
        said = about(
            self.edition, self.checked.texts, concept=self.marked, tool=self._report.version
        )
        if "html" in self.order.formats:
            page = rendered.html
            if report:
                packed = with_manifest(page, self._manifest(rendered, {}))
                page = with_description(packed, schema_org(said, catalogue, figures))
            self.files[f"{self._name}.html"] = page.encode()
        if report:
            self.files |= data_files(said, catalogue, figures, spool)

    def _paper(self, rendered: Rendered) -> None:
        """The PDF, with the figures and the manifest inside. Raises PdfUnavailable."""
        from ..open_data import small_csv
        from ..report.render import PAGES, prove_pages, prove_pdf, render_pdf
        from ..report.render.photos import SHARE_PICTURE, share_picture

        figures = small_csv(self.checked.catalogue, self.checked.figures)
        manifest = self._manifest(rendered, self.files)
        attachments = [
            ("cijfers.csv", figures, "De cijfers van dit rapport"),
            ("manifest.json", manifest, "Herkomst van cijfers en teksten"),
        ]
        pdf, problems, self.pages = render_pdf(
            rendered.print_html,
            self._templates,
            attachments,
            self.edition.date,
            self._theme,
            lambda document: prove_pages(document, self.edition, rendered.print_html),
        )
        self.findings += problems
        if self.order.product == "rapport":
            self.findings += prove_pdf(self._report, rendered.on_paper, pdf)
        if self.order.product == "factsheet" and self.pages != PAGES:
            said = {"bladzijden": self.pages, "hoort": PAGES}
            self.findings.append(found("SR-R010", self.edition.position, said))
        self.files[f"{self._name}.pdf"] = pdf
        if self.order.product == "rapport" and self.edition.address:
            self.files[SHARE_PICTURE] = share_picture(pdf)

    def _write(self, rendered: Rendered) -> tuple[Path, ...]:
        manifest = self._manifest(rendered, self.files)
        self.files[self._manifest_name] = manifest
        if self.order.public:
            leaks = leaked(self.checked, self.files)
            self.findings += leaks
            if leaks:  # of a draft too: what has left the house does not come back
                return ()
        target = self.order.out / str(self.order.year)
        product = self.order.product
        self.findings += stale_neighbour(target, product, manifest)
        try:
            others = foreign(target, product)
            if self.order.public:
                self.findings += unsearched(target, self.files, others)
            before = [one.name for one in target.glob("*.*") if one.suffix in (".html", ".pdf")]
            written = replace_folder(target, self.files, others)
        except NotWritable as problem:
            self.findings.append(found("SR-S001", said={"reden": problem}))
            return ()
        self.gone = tuple(one for one in before if not (target / one).exists())
        return written

    def _manifest(self, rendered: Rendered, outputs: Mapping[str, FileContent]) -> bytes:
        if self.order.public:
            return published_manifest(self.checked, self._report, outputs)
        if self._unfinished is None:
            self._unfinished = built_manifest(self.checked, self._report, rendered.used)
        told = [finding_as_dict(finding) for finding in self.findings]
        return self._unfinished.as_json(outputs, told)
