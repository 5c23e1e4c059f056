# SPDX-License-Identifier: EUPL-1.2
"""`standrapport trend REF [SLEUTEL]`: a figure over the years; and `standrapport trace JAAR REF`: a
figure followed to where it comes from.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import WRITTEN, YEAR, project_folder, project_option, written, year_argument
from .terminal import WrongUse, print_lines, say, terminal_width

if TYPE_CHECKING:
    from ..review.trend import Asked, Trend


@click.command(
    "trend",
    options_metavar="[OPTIES]",
    epilog="Voorbeeld: standrapport trend instroom.totaal --from 2018",
)
@click.argument("cijfer", metavar="CIJFER")
@click.argument("sleutel", required=False, metavar="[SLEUTEL]")
@project_option
@click.option("--from", "first", type=YEAR, metavar="JAAR", help="Eerste jaar dat u wilt zien.")
@click.option("--to", "last", type=YEAR, metavar="JAAR", help="Laatste jaar dat u wilt zien.")
@click.option(
    "--with",
    "others",
    multiple=True,
    metavar="CIJFER",
    help="Nog een cijfer erbij (in een grafiek: in dezelfde eenheid); mag vaker.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "csv", "json", "svg", *WRITTEN)),
    default="text",
    show_default=True,
    help="Vorm van de uitkomst.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="BESTAND",
    help="Schrijf naar dit bestand in plaats van stdout.",
)
def command(
    cijfer: str,
    sleutel: str | None,
    project: Path | None,
    first: int | None,
    last: int | None,
    others: tuple[str, ...],
    form: str,
    out: Path | None,
) -> None:
    """Toon een cijfer over alle jaren: wat elke editie zei, wat herzien is en wat nu het nieuwste
    is.

    CIJFER is een naam zoals instroom.totaal. Bij een tabel met sleutels kiest SLEUTEL er een, zoals
    een regio; zonder SLEUTEL krijgt u een overzicht van allemaal. Een verandering staat er
    alleen als twee jaren te vergelijken zijn.
    """
    from ..messages import finding_lines, findings_in_words
    from ..review.trend import read_asked, trends_of

    if first is not None and last is not None and first > last:
        raise WrongUse(f"Het eerste jaar ({first}) ligt na het laatste ({last}).")
    asked = read_asked(project_folder(project), (cijfer, *others))
    trends = [] if asked.errors else trends_of(asked, sleutel, first, last)
    if asked.errors:
        for line in finding_lines(asked.errors):
            say(line, err=True)
        say(f"Niets getoond: {findings_in_words(asked.errors)}.", err=True)
        sys.exit(1)
    _show(asked, trends, form, out)


def _show(asked: Asked, trends: list[Trend], form: str, out: Path | None) -> None:
    """Text to the terminal, or the bytes of a file to stdout or `out`."""
    if form == "text" and out is None:
        from ..review.trend.as_text import report_lines

        print_lines(report_lines(asked, trends, terminal_width()))
        return
    content = _content(asked, trends, form)
    if out is None:
        click.echo(content, nl=False)
        return
    from ..report.publish import replace_file
    from .build import short_path

    replace_file(out, content)
    say(f"Geschreven: {short_path(out)}")


def _content(asked: Asked, trends: list[Trend], form: str) -> bytes:
    if form == "csv":
        from ..review.trend.as_data import trend_csv

        return trend_csv(trends)
    if form == "json":
        import json

        from ..review.trend.as_data import trends_as_dict

        return f"{json.dumps(trends_as_dict(trends), ensure_ascii=False, indent=1)}\n".encode()
    if form == "svg":
        from ..review.trend.as_svg import trend_svg

        return trend_svg(trends).encode()
    from ..messages import as_plain_text, section_lines
    from ..review.trend.as_text import WIDEST, trend_sections

    sections = trend_sections(asked, trends, WIDEST)
    if form in WRITTEN:
        return written(f"Trend: {trends[0].heading}", sections, form).encode()
    return as_plain_text(section_lines(sections)).encode()


_MOST = 12


@click.command(
    "trace", options_metavar="[OPTIES]", epilog="Voorbeeld: standrapport trace 2024 instroom.totaal"
)
@year_argument
@click.argument("cijfer", metavar="CIJFER")
@project_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", *WRITTEN)),
    default="text",
    show_default=True,
    help="Vorm van de uitkomst.",
)
def trace_command(jaar: int, cijfer: str, project: Path | None, form: str) -> None:
    """Volg een cijfer: waar het vandaan komt en waar het staat.

    CIJFER is een naam zoals instroom.totaal of instroom.noord[-1], of een getal zoals 13.840.
    """
    from ..pipeline.check import check_edition
    from ..pipeline.checked import uses_of
    from ..review.trace import find_figures, trace, trace_as_dict, trace_lines, trace_sections

    checked = check_edition(project_folder(project), jaar)
    names = find_figures(checked, cijfer)
    used = uses_of(checked)
    traces = [trace(checked, name, used) for name in names[:_MOST]]
    if form == "json":
        found = [trace_as_dict(one) for one in traces]
        result = (
            found[0]
            if len(names) == 1
            else {
                "schema": "standrapport/trace/1",
                "figures": found,
                "more": max(0, len(names) - _MOST),
            }
        )
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
        return
    if form in WRITTEN:
        sections = [section for one in traces for section in trace_sections(one)]
        click.echo(written(f"Herkomst van {cijfer}", sections, form), nl=False)
        return
    if len(names) > 1:
        say(f"{cijfer} is de waarde van {len(names)} cijfers.\n")
    say("\n\n".join("\n".join(trace_lines(one)) for one in traces))
    if len(names) > _MOST:
        say(f"\nEn nog {len(names) - _MOST}; vraag een cijfer met zijn naam.")
