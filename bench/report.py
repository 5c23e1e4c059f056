# SPDX-License-Identifier: EUPL-1.2
"""The report: start-up, check, HTML, HTML and PDF, and the ratio of a full build to bare WeasyPrint
on the same page.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from standrapport.pipeline.check import check_edition
from standrapport.project.places import templates_of
from standrapport.report.render import ReportInput, render

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
        print(
            f"{'ratio of the full build to it':<38} {full.median / bare.median:8.2f}         aim at most 1.2"
        )
