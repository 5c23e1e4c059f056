# SPDX-License-Identifier: EUPL-1.2
"""The templates: sandboxed, an unknown name is an error, and none may run for ever or fill the
memory; what is wrong with one is a finding with its line. What is known to break PDF/UA or the
print is found before a page is made: the rules were measured with veraPDF on small documents, one
per rule (docs/toegankelijkheid.md).
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
    select_autoescape,
)
from jinja2.sandbox import SandboxedEnvironment

from ...core.budget import BUDGET
from ...core.disk import why_not_read
from ...core.model import Finding, Position
from ...core.notation import capital
from ...messages import found
from .registry import plugin_folders

T = TypeVar("T")
_MOST_REPEATED = 1_000_000  # of any number a template counts or repeats with


class TemplateFault(Exception):
    """A template or style sheet no page can be made with; `finding` says which and where."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class TemplateEndless(Exception):
    """A template takes more steps, or makes more text, than any page needs."""


class BoundedTemplates(SandboxedEnvironment):
    """Counts every turn of a loop and every call, and measures every text that is put together."""

    intercepted_binops = frozenset(["*", "**", "+", "%"])

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(
            loader=FileSystemLoader(folders),
            undefined=StrictUndefined,
            autoescape=select_autoescape(default=True, default_for_string=True),
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.folders = folders
        self.steps = 0
        self.filters = {name: _guarded(one) for name, one in self.filters.items()}
        self.filters["geteld"] = self._counted
        self.filters["gemeten"] = self._measured

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for one in list(tree.find_all((nodes.For, nodes.AssignBlock, nodes.Concat))):
            if isinstance(one, nodes.For):
                one.iter = _through(one.iter, "geteld")
            elif isinstance(one, nodes.AssignBlock):
                one.filter = _through(one.filter, "gemeten")
            elif isinstance(one, nodes.Concat):
                one.nodes = [_through(part, "gemeten") for part in one.nodes]
        return tree

    def _counted(self, values: Iterable[Any]) -> Iterable[Any]:
        if not isinstance(values, str | tuple | list | dict):
            return self._each(values)
        self._step(len(values))
        return values

    def _each(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self._step(1)
            yield value

    def _measured(self, value: Any) -> Any:
        self._step(len(value) // 1000 if isinstance(value, str) else 1)
        if isinstance(value, str) and len(value) > BUDGET.letters_made:
            raise TemplateEndless
        return value

    def _step(self, steps: int) -> None:
        self.steps += 1 + steps
        if self.steps > BUDGET.steps:
            raise TemplateEndless

    def call(self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: PYI063 - as jinja2 names them
        """A call from a template, counted; nothing may be repeated without end."""
        self._step(1)
        for value in (*args, *kwargs.values()):
            if isinstance(value, int) and abs(value) > _MOST_REPEATED:
                raise TemplateEndless
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """An operation; no text may become longer than a page can be."""
        self._step(1)
        if operator in {"*", "**"}:
            size = [len(one) if hasattr(one, "__len__") else abs(one) for one in (left, right)]
            if operator == "**" or max(size) > _MOST_REPEATED or size[0] * size[1] > 10**12:
                raise TemplateEndless
            if (hasattr(left, "__len__") or hasattr(right, "__len__")) and (
                size[0] * size[1] > _MOST_REPEATED
            ):
                raise TemplateEndless
        return self._measured(super().call_binop(context, operator, left, right))


def _guarded(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that repeats or pads nothing without end."""

    @wraps(function)
    def within_bounds(*args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()):
            if isinstance(value, int) and abs(value) > _MOST_REPEATED:
                raise TemplateEndless
        return function(*args, **kwargs)

    return within_bounds


def _through(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=getattr(node, "lineno", 1))


def environment(templates: Path, theme: Path | None) -> BoundedTemplates:
    """The templates, those of the theme first. Compiled once for as long as the files stay."""
    folders = (*([theme] if theme else []), templates, *plugin_folders())
    files = [(path, path.stat()) for folder in folders for path in sorted(folder.glob("*.j2"))]
    made = _environment(
        folders, tuple((path, file.st_mtime_ns, file.st_size, file.st_ino) for path, file in files)
    )
    made.steps = 0
    return made


@lru_cache(maxsize=4)
def _environment(
    folders: tuple[Path, ...], _files: tuple[tuple[Path, int, int, int], ...]
) -> BoundedTemplates:
    return BoundedTemplates(folders)


def filled(templates: BoundedTemplates, name: str, make: Callable[[Any], T]) -> T:
    """What `make` makes of a template. Raises TemplateFault."""
    try:
        templates.steps = 0
        return make(templates.get_template(name))
    except TemplateFault:
        raise
    except Exception as problem:
        place, sentence = _reason(templates, problem)
        raise TemplateFault(found("SR-R021", place, {"reden": sentence})) from problem


def _reason(templates: BoundedTemplates, problem: Exception) -> tuple[Position | None, str]:
    match problem:
        case TemplateSyntaxError():
            path = Path(problem.filename) if problem.filename else None
            place = _place(templates, path, problem.lineno)
            return place, f"het is geen geldig sjabloon{_in_dutch(problem)}"
        case TemplateNotFound():
            sentence = f"het sjabloon '{problem.name}' is er niet"
        case UnicodeDecodeError():
            sentence = "een sjabloon is niet als UTF-8 opgeslagen"
        case TemplateEndless() | MemoryError() | RecursionError() | OverflowError():
            sentence = "het houdt niet op, of maakt meer tekst dan een rapport kan hebben"
        case UndefinedError():
            sentence = f"een naam bestaat niet{_in_dutch(problem)}"
        case OSError():
            sentence = f"een bestand is niet te lezen ({why_not_read(problem)})"
        case TypeError() | ValueError() | ArithmeticError():
            sentence = "met een waarde die hier staat, kan niet wat het sjabloon ermee doet"
        case _:
            sentence = f"dit kan hier niet ({type(problem).__name__})"
    frames = traceback.extract_tb(problem.__traceback__)
    within = [one for one in frames if one.filename.endswith(".j2")]
    last = within[-1] if within else None
    if isinstance(problem, UnicodeDecodeError) and (path := _not_utf8(templates)) is not None:
        return _place(templates, path, None), sentence  # not the template that includes it
    path = Path(last.filename) if last else None
    return _place(templates, path, last.lineno if last else None), sentence


# What Jinja says, as its readers say it; with the words that it quotes.
_DUTCH = (
    (r"that needs to be closed is '(\w+)'", "'{0}' is niet afgesloten met 'end{0}'"),
    (r"unknown tag '(\w+)'", "'{0}' bestaat niet of hoort hier niet"),
    (r"No filter named '([^']*)'", "het filter '{0}' bestaat niet"),
    (r"No test named '([^']*)'", "de toets '{0}' bestaat niet"),
    (r"block '([^']*)' defined twice", "het blok '{0}' staat er twee keer"),
    (r"(?i)unexpected end of template|missing end of", "er is iets niet afgesloten"),
    (r"(?:got|unexpected) 'end of ", "er ontbreekt iets voor het teken dat sluit"),
    (r"got '(?:integer|float|string)'", "een getal of tekst hoort hier niet"),
    (r"(?:got|unexpected(?: char)?) (['\"])(.+?)\1(?: at \d+|,.*)?$", "'{1}' hoort hier niet"),
    (r"^'([^']*)' is undefined", "'{0}'"),
    (r"has no (?:attribute|element) '?(.+?)'?$", "'{0}'"),
)


def _in_dutch(problem: TemplateError) -> str:
    """Why Jinja refuses a template, between brackets; '' where only its line can be told."""
    for said, words in _DUTCH:
        if (match := re.search(said, problem.message or "")) is not None:
            return f" ({words.format(*match.groups())})"
    return ""


def _place(templates: BoundedTemplates, path: Path | None, line: int | None) -> Position | None:
    """Where a template is, by the name of its folder: no path of this machine."""
    if path is None:
        return None
    folder = next((one for one in templates.folders if path.parent == one), path.parent)
    return Position(f"{folder.name}/{path.name}", line)


def _not_utf8(templates: BoundedTemplates) -> Path | None:
    for folder in templates.folders:
        for path in sorted(folder.glob("*.j2")):
            try:
                path.read_text("utf-8")
            except (UnicodeDecodeError, OSError):
                return path
    return None


def read_sheet(path: Path) -> str:
    """A style sheet or script of a template folder. Raises TemplateFault."""
    try:
        if path.stat().st_size > BUDGET.text_bytes:
            raise TemplateFault(_unreadable(path, "het is te groot"))
        return path.read_text("utf-8")
    except UnicodeDecodeError as problem:
        reason = "het is niet als UTF-8 opgeslagen"
        raise TemplateFault(_unreadable(path, reason)) from problem
    except OSError as problem:
        reason = f"het is niet te lezen ({why_not_read(problem)})"
        raise TemplateFault(_unreadable(path, reason)) from problem


def _unreadable(path: Path, reason: str) -> Finding:
    return found("SR-R021", Position(f"{path.parent.name}/{path.name}"), {"reden": reason})


_PAGE_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"<img\b(?![^>]*\balt=\"[^\"]+\")[^>]*>", re.DOTALL),
        "een afbeelding heeft een alternatieve tekst nodig (alt), en die mag niet leeg zijn",
    ),
    (
        re.compile(r"<svg\b[^>]*>(?!\s*(?:<title|\{\{))", re.DOTALL),
        "een tekening begint met haar tekstalternatief in <title>",
    ),
    (
        re.compile(r"<a\b[^>]*>\s*<(?:img|span)\b", re.DOTALL),
        "een koppeling bevat tekst, geen afbeelding of span",
    ),
    (
        re.compile(r"\bscope=\"rowgroup\""),
        'scope="rowgroup" wordt niet goed voorgelezen; gebruik scope="row"',
    ),
    (re.compile(r"<html\b(?![^>]*\blang=)[^>]*>"), "de bladzijde noemt haar taal (lang)"),
)
_STYLE_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"list-style(?:-position)?:[^;}]*\binside\b"),
        "list-style-position: inside haalt het lijstteken uit de lijst",
    ),
    (
        re.compile(r"(?<![-\w])opacity:"),
        "opacity op tekst mag niet in een toegankelijke PDF; kies een lichtere kleur",
    ),
    (
        re.compile(r"border[^:;{}]*:[^;}]*\bdotted\b"),
        "een stippellijn wordt punt voor punt getekend; gebruik solid",
    ),
    (re.compile(r"leader\("), "leader() maakt per regel honderden losse punten; laat ze weg"),
)


def check_templates(templates: Path, theme: Path | None = None) -> list[Finding]:
    """SR-R003 for every place in the page templates and print styles that breaks a rule, with file
    and line.
    """
    findings: list[Finding] = []
    for folder in (templates, theme, *plugin_folders()):
        if folder is not None:
            for path in sorted(folder.glob("*.j2")):
                findings.extend(_broken(path, folder, _PAGE_RULES))
            for path in sorted(
                {*(path for path in folder.glob("*.css") if path.name != "scherm.css")}
            ):
                findings.extend(_broken(path, folder, _STYLE_RULES))
    return findings


def _broken(
    path: Path, folder: Path, rules: tuple[tuple[re.Pattern[str], str], ...]
) -> Iterator[Finding]:
    # Comments keep their length, so that places stay right.
    blank = re.compile(r"\{#.*?#\}|/\*.*?\*/", re.DOTALL)
    text = blank.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), read_sheet(path))
    for pattern, sentence in rules:
        for match in pattern.finditer(text):
            before = text[: match.start()]
            place = Position(
                f"{folder.name}/{path.name}",
                before.count("\n") + 1,
                match.start() - before.rfind("\n"),
            )
            yield found("SR-R003", place, {"Regel": capital(sentence)})
