"""Click's own words in Dutch, so that the whole surface is one language.

Click looks its words up through gettext, which needs a compiled catalogue and the user's LANGUAGE
to be set. The staff get Dutch whatever their machine's language is, so the lookup itself is
replaced.
"""

from __future__ import annotations

from typing import Any

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.termui
import click.types

_WORDS = {
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Argumenten",
    "Missing command.": "Er is geen opdracht gegeven.",
    "Aborted!": "Afgebroken.",
    "Error: {message}": "Fout: {message}",
    "Try '{command} {option}' for help.": "Zie '{command} {option}' voor uitleg.",
    "Invalid value: {message}": "Dit kan niet: {message}",
    "Invalid value for {param_hint}: {message}": "Dit kan niet bij {param_hint}: {message}",
    "Missing argument": "Er ontbreekt",
    "Missing option": "Er ontbreekt de optie",
    "Missing parameter": "Er ontbreekt",
    "No such option {name!r}.": "De optie {name!r} bestaat niet.",
    "No such command {name!r}.": "De opdracht {name!r} bestaat niet.",
    "Show the version and exit.": "Toon de versie.",
    "Show this message and exit.": "Toon deze uitleg.",
    "%(prog)s, version %(version)s": "%(prog)s, versie %(version)s",
    "{value!r} is not a valid {number_type}.": "{value!r} is geen geheel getal.",
    "{name} {filename!r} does not exist.": "{name} {filename!r} bestaat niet.",
    "{name} {filename!r} is a file.": (
        "{name} {filename!r} is een bestand; er hoort een map te staan."
    ),
    "{name} {filename!r} is a directory.": (
        "{name} {filename!r} is een map; er hoort een bestand te staan."
    ),
    "file": "bestand",
    "directory": "map",
    "path": "pad",
    "default: {default}": "standaard: {default}",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "Option {name!r} does not take a value.": "De optie {name!r} neemt geen waarde.",
    "Do you want to continue?": "Wilt u doorgaan?",
    "Error: invalid input": "Fout: antwoord met j of n",
    "Did you mean {possibility}?": "Bedoelt u {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Bedoelt u een van: {possibilities}?)",
    "Got unexpected extra argument ({args})": "Dit staat er te veel: {args}",
    "Got unexpected extra arguments ({args})": "Dit staat er te veel: {args}",
    "{value!r} is not {choice}.": "{value!r} is niet {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} is niet een van {choices}.",
    "Option {name!r} requires an argument.": "Achter de optie {name!r} hoort een waarde.",
    "Option {name!r} requires {nargs} arguments.": (
        "Achter de optie {name!r} horen {nargs} waarden."
    ),
    "required": "verplicht",
    "{value} is not in the range {range}.": "{value} valt buiten {range}.",
    "{value!r} does not match the format {format}.": (
        "{value!r} is geen datum; schrijf jaar-maand-dag, zoals 2025-03-31."
    ),
    "{name} {filename!r} is not readable.": "{name} {filename!r} is niet te lezen.",
    "{name} {filename!r} is not writable.": "In {name} {filename!r} is niet te schrijven.",
}


def translate(message: str) -> str:
    """The Dutch words for one of click's messages; a message we do not know stays as it is."""
    return _WORDS.get(message, message)


def translate_plural(one: str, many: str, number: int) -> str:
    """The Dutch words for a message that has a singular and a plural."""
    return translate(one if number == 1 else many)


def _range(kind: Any) -> str:
    """A range of numbers in words; click itself writes 1900<=x<=2199."""
    return f"{kind.min} tot en met {kind.max}"


def speak_dutch() -> None:
    """Make click use the words above."""
    setattr(click.types._NumberRangeBase, "_describe_range", _range)  # noqa: B010, SLF001 - click has no door for it
    for module in (
        click.core,
        click.decorators,
        click.exceptions,
        click.formatting,
        click.parser,
        click.termui,
        click.types,
    ):
        for name, ours in (("_", translate), ("ngettext", translate_plural)):
            if hasattr(module, name):
                setattr(module, name, ours)
