# SPDX-License-Identifier: EUPL-1.2
"""The command line: a small module per command, or for those that belong together; heavy imports
happen inside the commands.
"""

from __future__ import annotations

import atexit
import gc
import gettext
import importlib
import os
import sys
from pathlib import Path
from typing import Any

import click

from .. import __version__

_DOMAIN = "standrapport"


def speak_dutch() -> None:
    """Make click use the Dutch catalogue; before the commands are made, which look up words too."""
    gettext.bindtextdomain(_DOMAIN, Path(__file__).parent / "taal")
    gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = "nl"


speak_dutch()

# Each command with its module and the line `--help` shows, so that no module is imported before its
# command is asked for.
COMMANDS = {
    "build": "Maak het rapport van een jaar: HTML en PDF.",
    "check": "Controleer cijfers en teksten van een jaar, of van alle jaren.",
    "lees": "Toon hoe elke uitspraak over cijfers gelezen is.",
    "zoek": "Zoek de cijfers die woorden noemen.",
    "trace": "Volg een cijfer: waar het vandaan komt en waar het staat.",
    "trend": "Toon een cijfer over alle jaren en edities, met wat herzien is.",
    "bind": "Vervang getypte getallen door verwijzingen naar cijfers.",
    "serve": "Toon het rapport in de browser terwijl u eraan werkt.",
    "word": "Schrijf het rapport als Word-document, om te laten nalezen.",
    "review": "Lees terug wat lezers veranderden en opmerkten.",
    "opmerking": "Zeg wat er met een opmerking van een lezer gedaan is.",
    "status": "Toon welke blokken akkoord zijn en wie nog moet kijken.",
    "akkoord": "Geef akkoord op blokken van een rapport.",
    "aanvaard": "Leg vast dat een bekende waarschuwing mag blijven, en waarom.",
    "nagekeken": "Zeg dat u zinnen hebt nagekeken die op het jaar leunen.",
    "vaststellen": "Bewaar wat een definitief rapport drukt, of houd het zoals het was.",
    "new": "Begin de editie van een nieuw jaar, met een eerdere als voorbeeld.",
    "init": "Maak een nieuw, klein project waarin alles meteen werkt.",
    "diff": "Vergelijk twee edities: wat is er veranderd?",
    "import": "Neem cijfers over uit een aangeleverde tabel of uit brongegevens.",
    "export": "Schrijf de cijfers van een jaar als open data: CSV, XLSX en ODS.",
    "rules": "Stel regels voor die uit de cijfers volgen.",
    "publiceer": "Maak de uitgave van een jaar die naar buiten gaat.",
    "explain": "Leg uit wat een melding betekent en wat u kunt doen.",
}

# Commands that stand in the module of another, as `zoek_command`.
_BESIDE = {
    "aanvaard": "vaststellen",
    "bind": "lees",
    "explain": "check",
    "export": "build",
    "init": "new",
    "nagekeken": "akkoord",
    "opmerking": "akkoord",
    "publiceer": "build",
    "status": "akkoord",
    "trace": "trend",
    "word": "review",
    "zoek": "lees",
}


# What is typed by whoever knows other programs, or says it in Dutch.
_MEANT = {
    "accept": "aanvaard",
    "approve": "akkoord",
    "bouw": "build",
    "controleer": "check",
    "find": "zoek",
    "help": "--help",
    "importeer": "import",
    "maak": "build",
    "nieuw": "new",
    "publish": "publiceer",
    "regels": "rules",
    "search": "zoek",
    "toon": "serve",
    "vergelijk": "diff",
    "volg": "trace",
}
_MEANT_OPTIONS = {
    "--by": "--door",
    "--date": "--op",
    "--draft": "--concept",
    "--output": "--out",
    "--reason": "--reden",
    "--uit": "--out",
    "--warnings": "--strict",
    "--year": "--jaar",
}


def _rarely_swept() -> None:
    """Python looks for garbage in circles rarely: a report is made of many small things that stay
    until the end, and walking them all again and again takes a twentieth of the time, and once
    more as much at the end, when the process gives its memory back anyway.
    """
    gc.set_threshold(1_000_000, 50, 100)
    atexit.register(_unswept)


def _unswept() -> None:
    """A process ends without taking apart what it holds, unless a library counts on it."""
    if "duckdb" not in sys.modules:
        gc.freeze()


class LazyGroup(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order staff meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; its module is named after it (`import` lives in `import_`),
        or after the command it belongs to.
        """
        if cmd_name not in COMMANDS:
            return None
        name = {"import": "import_", **_BESIDE}.get(cmd_name, cmd_name)
        module = importlib.import_module(f".{name}", __package__)
        command: click.Command = getattr(
            module, f"{cmd_name}_command" if cmd_name in _BESIDE else "command"
        )
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; of one that does not exist, the one that was meant."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            import difflib

            typed = args[0].lower()
            close = difflib.get_close_matches(typed, COMMANDS, n=1)
            meant = _MEANT.get(typed) or next(iter(close), None)
            hint = f" Bedoelt u '{meant}'?" if meant else ""
            ctx.fail(f"De opdracht '{args[0]}' bestaat niet.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table above: importing them all would make
        `--help` slow.
        """
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Everything that is said, `--help` too, in UTF-8."""
        from .terminal import speak_utf8

        speak_utf8()
        _rarely_swept()
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a bug in the tool becomes one sentence and exit code 3."""
        from .terminal import guarded

        try:
            return guarded(lambda: super(LazyGroup, self).invoke(ctx))
        except click.NoSuchOption as problem:
            meant = _MEANT_OPTIONS.get(problem.option_name)
            if meant and problem.ctx and any(meant in p.opts for p in problem.ctx.command.params):
                name = problem.option_name
                sentence = f"De optie '{name}' bestaat niet. Bedoelt u '{meant}'?"
                raise click.NoSuchOption(name, sentence, ctx=problem.ctx) from None
            raise


@click.group(
    cls=LazyGroup,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Voorbeeld: standrapport build 2024",
)
@click.version_option(__version__, prog_name="standrapport")
def main() -> None:
    """Maak en controleer een jaarrapport uit cijfers en teksten.

    De cijfers staan in figures/, de teksten in content/, het resultaat komt in out/.
    """
