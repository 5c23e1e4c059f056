# SPDX-License-Identifier: EUPL-1.2
"""The report on pages: HTML from sandboxed templates, and PDF from the same content."""

from .factsheet import PAGES, render_factsheet
from .ink import Ink, Rendered, ReportInput
from .kinds import BlockPage, Spot, View
from .page import printed_page, render, style, uses
from .pdf import PdfUnavailable, render_pdf
from .proof_pages import prove_pages, prove_pdf
from .sandbox import TemplateFault, environment

__all__ = [
    "PAGES",
    "BlockPage",
    "Ink",
    "PdfUnavailable",
    "Rendered",
    "ReportInput",
    "Spot",
    "TemplateFault",
    "View",
    "environment",
    "printed_page",
    "prove_pages",
    "prove_pdf",
    "render",
    "render_factsheet",
    "render_pdf",
    "style",
    "uses",
]
