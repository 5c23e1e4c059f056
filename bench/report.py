# SPDX-License-Identifier: EUPL-1.2
"""The report: start-up, check, HTML, HTML and PDF, and beside a full build bare WeasyPrint on the
same page and Typst on its words.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2

from standrapport.pipeline.check import check_edition
from standrapport.project.places import templates_of
from standrapport.report.render import ReportInput, render

from .against import interpreter_of
from .process import ROOT, python, show, timed

_BARE = (
    "import sys, weasyprint, pathlib; page = pathlib.Path(sys.argv[1]); "
    "weasyprint.HTML(string=page.read_text('utf-8'), base_url=sys.argv[2]).write_pdf(sys.argv[3], pdf_variant='pdf/a-3a')"
)


def run() -> None:
    """Print the rows."""
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "out")
        cli = python("-m", "standrapport")
        show("--help", timed([*cli, "--help"]), "0.15 s")
        show("check 2021", timed([*cli, "check", "2021"]), "0.4 s")
        show(
            "build 2021 --format html",
            timed([*cli, "build", "2021", "--format", "html", "--out", out]),
        )
        full = timed([*cli, "build", "2021", "--out", out])
        show("build 2021 (HTML and PDF)", full)
        checked = check_edition(ROOT, 2021)
        if checked.edition is None:
            raise SystemExit("edition 2021 cannot be read")
        page = Path(folder) / "druk.html"
        templates = templates_of(ROOT)
        report = ReportInput(
            checked.edition,
            checked.catalogue,
            checked.figures,
            checked.texts,
            checked.findings,
            checked.outcomes,
            checked.revised,
            concept=False,
            version="0",
        )
        page.write_text(render(report, templates).print_html, "utf-8")
        bare = timed(
            python(
                "-c",
                _BARE,
                str(page),
                (templates / "rapport.html").as_uri(),
                str(Path(folder) / "bare.pdf"),
            )
        )
        show("bare WeasyPrint on the same page", bare)
        _typst(page, Path(folder))
        print(
            f"{'ratio of the full build to it':<38} {full.median / bare.median:8.2f}         aim at most 1.2"
        )


def _typst(page: Path, folder: Path) -> None:
    """The row of Typst on the words and tables of the same page: no charts, nothing proved and no
    tags, so less than half of the work.
    """
    interpreter = interpreter_of("typst")
    if interpreter is None:
        print("typst is not installed and left out; `make peers` installs it, in .venv-peers")
        return
    out = folder / "typst.pdf"
    command = [interpreter, str(ROOT / "bench/peers/typst_page.py"), str(page), str(out)]
    show("Typst, words and tables of that page", timed(command))
    document = pypdfium2.PdfDocument(out)
    print(f"{'pages of it':<38} {len(document):8}")
    document.close()
