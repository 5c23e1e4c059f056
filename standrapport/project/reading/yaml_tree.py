"""YAML files to a tree of nodes with positions.

Every problem is a finding; a broken file never stops the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLStreamError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ...core.model import Finding, Position, Severity, Text

# libyaml's words for the mistakes staff make most, and what to do about them.
_ADVICE = {
    "found character that cannot start any token": (
        "met dit teken kan een tekst niet beginnen; zet de tekst tussen aanhalingstekens"
    ),
    "found undefined alias": (
        "met een * kan een tekst niet beginnen; zet de tekst tussen aanhalingstekens"
    ),
    "block sequence entries are not allowed in this context": (
        "hier kan geen lijst beginnen; zet het eerste streepje op een nieuwe regel"
    ),
    "found unknown escape character": "na \\ kan dit teken niet; gebruik enkele aanhalingstekens",
    "could not find expected ':'": "hier ontbreekt een dubbele punt na de sleutel",
    "mapping values are not allowed in this context": (
        "hier staat een dubbele punt te veel; zet tekst met ': ' erin tussen aanhalingstekens"
    ),
    "found unexpected ':'": (
        "hier staat een dubbele punt te veel; zet een adres of tekst met ':' erin tussen"
        " aanhalingstekens"
    ),
    "did not find expected key": (
        "hier hoort een sleutel; kijk of het inspringen klopt en of aanhalingstekens gesloten zijn"
    ),
    "did not find expected '-' indicator": (
        "hier hoort een streepje (-) van de lijst; kijk of het inspringen klopt"
    ),
    "did not find expected ',' or ']'": "hier ontbreekt een komma of een sluithaak ]",
    "did not find expected ',' or '}'": "hier ontbreekt een komma of een sluitaccolade }",
    "found unexpected end of stream": "een aanhalingsteken is niet gesloten",
    "did not find expected alphabetic or numeric character": (
        "hier staat een * of & zonder naam; zet de tekst tussen aanhalingstekens"
    ),
}


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: its root node (None when empty or broken), its lines, and its name relative to
    the project.
    """

    name: str
    lines: tuple[str, ...]
    root: Node | None

    def position(self, node: Node) -> Position:
        """Where a node starts, counted from 1: the only place that adds the one."""
        return Position(self.name, node.start_mark.line + 1, node.start_mark.column + 1)

    def text(self, node: ScalarNode) -> Text:
        """The text of a scalar with the place of its first character, so that places within it can
        be given back.
        """
        start, end = node.start_mark, node.end_mark
        if node.style == "|":
            for number in range(start.line + 1, min(end.line + 1, len(self.lines))):
                line = self.lines[number]
                if line.strip():
                    # Blank lines at the start belong to the text; a place is counted from the first
                    # line of the block.
                    indent = len(line) - len(line.lstrip(" "))
                    return Text(node.value, Position(self.name, start.line + 2, indent + 1), indent)
            return Text(node.value, Position(self.name, start.line + 2, 1))
        quoted = 1 if node.style in ("'", '"') else 0
        folded = (
            node.style == ">"
            or end.line > start.line
            or (quoted == 1 and "\\" in self.lines[start.line])
        )
        return Text(
            node.value,
            Position(self.name, start.line + 1, start.column + 1 + quoted),
            folded=folded,
        )


def read_yaml(path: Path, name: str) -> tuple[YamlFile, list[Finding]]:
    """Parse one file; findings SR-L001 (no YAML), SR-L005 (missing), SR-L006 (not UTF-8)."""
    nothing = YamlFile(name, (), None)
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return nothing, [
            _error(
                "SR-L005", "Dit bestand ontbreekt; het is nodig voor het rapport.", Position(name)
            )
        ]
    except IsADirectoryError:
        return nothing, [
            _error("SR-L005", "Dit is een map; hier hoort een bestand te staan.", Position(name))
        ]
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        sentence = (
            "Het bestand is niet als UTF-8 opgeslagen; sla het bestand opnieuw op en kies als"
            " codering UTF-8."
        )
        return nothing, [_error("SR-L006", sentence, Position(name, line))]
    return parse_yaml(content, name)


def parse_yaml(content: str, name: str) -> tuple[YamlFile, list[Finding]]:
    """Parse the text of a file; finding SR-L001 when it is no YAML."""
    nothing = YamlFile(name, (), None)
    lines = tuple(content.split("\n"))
    try:
        return YamlFile(name, lines, YAML(typ="safe").compose(content)), []
    except MarkedYAMLError as problem:
        return nothing, [_syntax(problem, name, lines)]
    except YAMLStreamError:
        sentence = (
            "Het bestand bevat een onzichtbaar stuurteken dat in YAML niet mag; typ de regel"
            " opnieuw."
        )
        return nothing, [_error("SR-L001", sentence, Position(name, _control_line(lines)))]


def _syntax(problem: MarkedYAMLError, name: str, lines: tuple[str, ...]) -> Finding:
    mark = problem.problem_mark or problem.context_mark
    if mark is None:
        return _error("SR-L001", "Het bestand is geen geldige YAML.", Position(name))
    line = lines[mark.line] if mark.line < len(lines) else ""
    tab = line.find("\t")
    if tab >= 0 and (not line[:tab].strip() or tab == mark.column):
        sentence = "Hier staat een tab; YAML kent alleen spaties. Vervang de tab door spaties."
        return _error("SR-L001", sentence, Position(name, mark.line + 1, tab + 1))
    advice = _ADVICE.get(
        problem.problem or "", "dit is geen geldige YAML; kijk deze regel en de regel erboven na"
    )
    if (
        problem.problem == "mapping values are not allowed in this context"
        and ": " not in line[: mark.column]
    ):
        advice = (
            "deze regel springt verder in dan de sleutel erboven; laat sleutels die bij elkaar"
            " horen onder elkaar beginnen"
        )
    where = ""
    if problem.context_mark is not None and not any(rest.strip() for rest in lines[mark.line :]):
        mark = (
            problem.context_mark
        )  # what is not closed is found at the end of the file, and mended where it begins
    elif problem.context_mark is not None and problem.context_mark.line != mark.line:
        where = f" (het begon op regel {problem.context_mark.line + 1})"
    return _error(
        "SR-L001",
        f"{advice[0].upper()}{advice[1:]}{where}.",
        Position(name, mark.line + 1, mark.column + 1),
    )


def _control_line(lines: tuple[str, ...]) -> int | None:
    for number, line in enumerate(lines, 1):
        if any(ord(character) < 32 and character not in "\t\r" for character in line):
            return number
    return None


def _error(code: str, sentence: str, position: Position) -> Finding:
    return Finding(code, Severity.ERROR, sentence, (position,))


__all__ = [
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "YamlFile",
    "parse_yaml",
    "read_yaml",
]
