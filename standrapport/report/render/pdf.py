# SPDX-License-Identifier: EUPL-1.2
"""The PDF: WeasyPrint with a guarded fetcher, PDF/A-3a and PDF/UA-1 in one file, and the figures
attached.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from ...core.model import Finding
from ...core.notation import moment_of
from ...messages import found
from .print_tree import in_short, print_tree
from .sandbox import TemplateFault

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

Attachment = tuple[str, bytes, str]

# The extension schema PDF/A asks for when the file also says that it follows PDF/UA (ISO 14289-1,
# 5; ISO 19005-3, 6.6.2.3).
_UA_RDF = """<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas>\
<rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>\
Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>\
</rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


_IGNORED = re.compile(r"Ignored `(?P<what>.*?)` at \d+:\d+, (?P<why>[^,]*?)\.?")
_REASONS = {
    "unknown property": "die eigenschap bestaat niet",
    "invalid value": "die waarde kan daar niet",
}


class PdfUnavailable(Exception):
    """The PDF maker cannot start; the message is a Dutch sentence with what to do."""


class _Log(logging.Handler):
    """Keeps what WeasyPrint ignored, so that the print style sheet stays honest."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def render_pdf(
    html: str,
    templates: Path,
    attachments: Sequence[Attachment],
    date: str,
    theme: Path | None = None,
    prove: Callable[[Any], Iterable[Finding]] = lambda _: (),
) -> tuple[bytes, list[Finding], int]:
    """The PDF of a print page, what was found while making it, and the number of pages.

    `date` (ISO) dates the attachments, so that the same input gives the same bytes. What WeasyPrint
    ignored is found (SR-R001), and what `prove` finds in the pages as they were laid out.

    Raises PdfUnavailable and TemplateFault.
    """
    try:
        weasyprint = _weasyprint()
    except OSError as problem:
        raise PdfUnavailable(
            "De PDF kan niet gemaakt worden: de systeembibliotheek Pango ontbreekt. Installeer haar"
            " met: sudo apt-get update && sudo apt-get install -y --no-install-recommends"
            " libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. Of maak alleen de HTML met"
            " --format html."
        ) from problem
    log = _Log()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    handlers = [list(logger.handlers) for logger in loggers]
    loggers[0].handlers = [log]
    loggers[1].handlers = [logging.NullHandler()]
    try:
        moment = moment_of(date)
        attached = [
            weasyprint.Attachment(
                string=content,
                name=name,
                description=words,
                created=moment,
                modified=moment,
                relationship="Data",
            )
            for name, content, words in attachments
        ]
        with in_short():
            document = _page(html, templates, _fetcher(templates, theme)).render(
                pdf_variant="pdf/a-3a", attachments=attached
            )
            content = document.write_pdf(
                pdf_variant="pdf/a-3a", attachments=attached, finisher=_claim_ua
            )
    except weasyprint.urls.FatalURLFetchingError as problem:
        reason = f"de PDF zou iets van elders halen ({_no_path(str(problem))})"
        raise TemplateFault(found("SR-R021", said={"reden": reason})) from problem
    finally:
        for logger, kept in zip(loggers, handlers, strict=True):
            logger.handlers = kept
    findings = [ignored(line) for line in dict.fromkeys(log.lines)]
    return content, [*findings, *prove(document)], len(document.pages)


def _weasyprint() -> Any:
    """The PDF maker, its system libraries loaded by their own names.

    It tries four names of each. For the ones a loader of Linux does not know, Python asks the
    compiler and the linker, which takes a fifth of a second of every report. Where the last name
    is not enough, they are asked all the same. Raises OSError.
    """
    if sys.platform != "linux" or "weasyprint" in sys.modules:
        return importlib.import_module("weasyprint")
    import ctypes.util

    ask = ctypes.util.find_library
    ctypes.util.find_library = _unknown
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints an advice of its own
            return importlib.import_module("weasyprint")
    except OSError:
        ctypes.util.find_library = ask
        return importlib.import_module("weasyprint")
    finally:
        ctypes.util.find_library = ask


def _unknown(name: str) -> str | None:  # noqa: ARG001
    """What is asked when nobody need look: no library of this name."""
    return None


def ignored(line: str) -> Finding:
    """WeasyPrint's words for a style it skipped, as SR-R001; other lines stand as they are."""
    if match := _IGNORED.fullmatch(line):
        said = {"wat": match["what"], "reden": _REASONS.get(match["why"], match["why"])}
        return found("SR-R001", said=said, which="stijl")
    return found("SR-R001", said={"regel": _no_path(line).rstrip(".")})


def _no_path(line: str) -> str:
    """The words without the folders of this machine."""
    return re.sub(r"(?<![\w.:/])(?:file://)?/(?:[^\s'/]+/)+", "", line)


def _page(html: str, templates: Path, fetcher: URLFetcher) -> Any:
    """The page as the PDF maker takes it, read by us where that gives the same."""
    import weasyprint

    address = (templates.resolve() / "rapport.html").as_uri()
    tree = print_tree(html)
    if tree is None:
        return weasyprint.HTML(string=html, base_url=address, url_fetcher=fetcher)

    class ReadPage(weasyprint.HTML):  # type: ignore[misc]  # WeasyPrint has no types
        """What its own `__init__` makes of a text, made of a tree."""

        def __init__(self) -> None:
            self.base_url, self.url_fetcher, self.media_type = address, fetcher, "print"
            self.wrapper_element = weasyprint.cssselect2.ElementWrapper.from_html_root(
                tree, content_language=None
            )
            self.etree_element = self.wrapper_element.etree_element

    return ReadPage()


def _fetcher(templates: Path, theme: Path | None) -> URLFetcher:
    """A fetcher that reads files of the templates and the theme and data inside the page, and
    nothing else.
    """
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    allowed = [folder.resolve() for folder in (templates, theme) if folder is not None]

    class Guarded(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """Refuses every address outside the allowed folders, whatever a text or
        template asks for.
        """

        def fetch(self, url: str, headers: Any = None) -> Any:
            parts = urlsplit(url)
            if parts.scheme == "data":
                return super().fetch(url, headers)
            if parts.scheme == "file":
                path = Path(unquote(parts.path)).resolve()
                if any(path.is_relative_to(folder) for folder in allowed):
                    return super().fetch(url, headers)
            raise FatalURLFetchingError(f"Het rapport mag {url} niet opvragen.")

    return Guarded()


def _claim_ua(_document: Any, pdf: Any) -> None:
    """Add to the metadata that the file follows PDF/UA-1 (WeasyPrint writes one variant; this file
    keeps to two).
    """
    metadata = next(
        o
        for o in pdf.objects
        if getattr(o, "extra", None)
        and o.extra.get("Type") == "/Metadata"
        and o.extra.get("Subtype") == "/XML"
    )
    xml = b"".join(
        part if isinstance(part, bytes) else str(part).encode() for part in metadata.stream
    )
    at = xml.rindex(b"</rdf:RDF>")
    metadata.stream = [xml[:at] + _UA_RDF.encode() + xml[at:]]
