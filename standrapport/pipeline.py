"""The order of the stages, and nothing else: load, derive, check, resolve the text, render, write out.

Stages are plain functions from frozen data to frozen data plus findings; only this module knows what comes after what.
"""

from __future__ import annotations

import json
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
from .prose import agreement_findings, check_numbers, claims_of, resolve, standings_of
from .publish import NotWritable, manifest_json, replace_folder, tidy_csv

NO_NAMES = Names({}, {}, lambda _table, _year: ())
# What can be built from an edition: the name of its files and of its manifest in out/<jaar>/.
PRODUCTS = {"rapport": ("stand-van-de-uitvoering-{year}", "manifest.json"), "factsheet": ("factsheet-{year}", "manifest-factsheet.json")}


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
        findings += agreement_findings(edition, standings_of(edition, catalogue, figures, texts))
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
    started = time.perf_counter()
    progress("Cijfers en teksten controleren")
    checked = check_edition(project, year)
    stopped = has_errors(list(checked.findings), strict=strict) and not concept
    if stopped or checked.edition is None:
        return Built(checked, (), checked.findings, concept, None, time.perf_counter() - started)
    from .render import PAGES, PdfUnavailable, ReportInput, render, render_factsheet, render_pdf

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
    if product == "factsheet" and not (templates / "factsheet.html.j2").is_file():
        raise UsageProblem(f"In {templates} staat geen factsheet.html.j2; zonder dat sjabloon kan er geen factsheet gemaakt worden.")
    rendered = (render_factsheet if product == "factsheet" else render)(report, templates, theme)
    findings = [*checked.findings, *rendered.findings]
    name, manifest_name = PRODUCTS[product][0].format(year=year), PRODUCTS[product][1]
    data = tidy_csv(checked.catalogue, checked.figures)
    files: dict[str, bytes] = {}
    if "html" in formats:
        files[f"{name}.html"] = rendered.html.encode()
    if product == "rapport":
        files["data/cijfers.csv"] = data

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
            ("cijfers.csv", data, "Alle cijfers van dit rapport"),
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
    files[manifest_name] = manifest(files)
    target = out / str(year)
    findings += _stale_neighbours(target, product, files[manifest_name])
    try:
        written = replace_folder(target, files, lambda path: product_of(path) != product)
    except NotWritable as problem:
        findings.append(Finding("SR-S001", Severity.ERROR, str(problem)))
        written = ()
    return Built(checked, written, tuple(findings), marked, pages, time.perf_counter() - started)


def product_of(path: str) -> str:
    """The product a file of out/<jaar>/ belongs to, by its name in that folder."""
    return "factsheet" if path.startswith(("factsheet-", "manifest-factsheet")) else "rapport"


def _stale_neighbours(target: Path, product: str, manifest: bytes) -> list[Finding]:
    """SR-S010 when the other product in the folder was made from other inputs than this one."""
    other = next(name for name in PRODUCTS if name != product)
    path = target / PRODUCTS[other][1]
    try:
        same = json.loads(path.read_bytes())["inputs"] == json.loads(manifest)["inputs"]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, ValueError, LookupError, TypeError):
        same = False
    if same:
        return []
    which = f"het andere product in {target} ({other}) komt van een eerdere build, met andere cijfers of teksten"
    sentence = f"{which[0].upper()}{which[1:]}; maak het opnieuw met --product {other}."
    return [Finding("SR-S010", Severity.WARNING, sentence)]


def inputs_of(project: Path, year: int) -> dict[str, bytes]:
    """The files an edition is made of, by their name in the project."""
    paths = [
        *(project / "figures").glob("*.yaml"),
        *(project / "figures" / str(year)).rglob("*"),
        *(project / "content" / str(year)).rglob("*"),
    ]
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in paths if path.is_file()}
