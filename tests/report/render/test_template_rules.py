# SPDX-License-Identifier: EUPL-1.2
"""Templates that break a known rule are refused, with file and line; ours break none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from standrapport.pipeline.build import build_edition
from standrapport.report.render.sandbox import (
    TemplateFault,
    check_templates,
    environment,
    filled,
)
from tests.conftest import ROOT, ProjectMaker


def test_our_own_templates_are_clean() -> None:
    """Nothing to report in templates/."""
    assert check_templates(ROOT / "templates") == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("x.html.j2", '<p>\n<img src="a.png">', "alternatieve tekst"),
        ("x.html.j2", '<p>\n<img src="a.png" alt="">', "alternatieve tekst"),
        ("x.html.j2", '<p>\n<svg viewBox="0 0 1 1"><path/></svg>', "<title>"),
        ("x.html.j2", '<p>\n<a href="#x"><span>hier</span></a>', "koppeling"),
        ("x.html.j2", '<p>\n<th scope="rowgroup">', "rowgroup"),
        ("druk.css", "p {}\nul { list-style-position: inside; }", "lijst"),
        ("druk.css", "p {}\n.x { opacity: 0.5; }", "Opacity op tekst"),
        ("basis.css", "p {}\n.x { border-bottom: 1px dotted #000; }", "stippellijn"),
    ],
)
def test_a_broken_rule_is_found_at_its_line(
    tmp_path: Path, name: str, text: str, words: str
) -> None:
    """Each rule is found on the second line."""
    (tmp_path / name).write_text(text)
    (finding,) = check_templates(tmp_path)
    assert words in finding.message
    assert finding.position is not None
    assert finding.position.line == 2


def test_comments_and_good_forms_pass(tmp_path: Path) -> None:
    """A rule named in a comment, fill-opacity and a drawing with its title are fine."""
    (tmp_path / "x.html.j2").write_text(
        '{# <img src="x"> #}<svg><title>t</title></svg><img src="a.png" alt="Kaart"><a href="#x">hier</a>'
    )
    (tmp_path / "druk.css").write_text(
        "/* opacity: 1; dotted */ .x { fill-opacity: 0.5; border: 1px solid; }"
    )
    assert check_templates(tmp_path) == []


def test_a_build_refuses_a_broken_template(project: ProjectMaker) -> None:
    """Nothing is written when a project's own template breaks a rule."""
    folder = project({})
    shutil.copytree(ROOT / "templates", folder / "templates")
    with (folder / "templates/blokken.html.j2").open("a") as stream:
        stream.write('\n{% macro x() %}<img src="x.png">{% endmacro %}\n')
    built = build_edition(folder, 2021, folder / "out", frozenset({"html"}))
    assert [f.code for f in built.findings if f.severity.value == "error"] == ["SR-R003"]
    assert built.written == ()


def test_a_theme_brings_its_own_colours(project: ProjectMaker) -> None:
    """Tokens in the theme folder come after the report's own, without a template being touched."""
    rapport = "titel: T\norganisatie: O\ndatum: 2022-01-01\npeildatum: 2021-12-31\nstatus: concept\nthema: huisstijl\nhoofdstukken: [cijfers]\n"
    folder = project(
        {
            "content/2021/rapport.yaml": rapport,
            "huisstijl/thema.css": ":root { --sr-color-accent: #123456; }\n",
        }
    )
    build_edition(folder, 2021, folder / "out", frozenset({"html"}))
    html = (folder / "out/2021/stand-van-de-uitvoering-2021.html").read_text("utf-8")
    assert html.rindex("--sr-color-accent: #123456") > html.index("--sr-color-accent: #0b4f7d")


def test_a_template_in_another_encoding_is_named_itself(project: ProjectMaker) -> None:
    """Not the template that includes it."""
    folder = project({})
    shutil.copytree(ROOT / "templates", folder / "templates", dirs_exist_ok=True)
    annexes = folder / "templates/bijlagen.html.j2"
    annexes.write_bytes(annexes.read_bytes() + "\n{# café #}\n".encode("cp1252"))
    built = build_edition(folder, 2021, folder / "out", frozenset({"html"}), concept=True)
    (told,) = [one for one in built.findings if one.code == "SR-R021"]
    assert told.position is not None
    assert told.position.file == "templates/bijlagen.html.j2"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("{% for x in y %}", "geldig sjabloon ('for' is niet afgesloten met 'endfor')."),
        ("{{ page.titel", "geldig sjabloon (er is iets niet afgesloten)."),
        ("{% foo %}", "geldig sjabloon ('foo' bestaat niet of hoort hier niet)."),
        ("{{ page | nope }}", "geldig sjabloon (het filter 'nope' bestaat niet)."),
        ("{{ 1 is nope }}", "geldig sjabloon (de toets 'nope' bestaat niet)."),
        ("{{ page ? 1 }}", "geldig sjabloon ('?' hoort hier niet)."),
        ("{{ page 1 }}", "geldig sjabloon (een getal of tekst hoort hier niet)."),
        ("{{ page meer }}", "geldig sjabloon ('meer' hoort hier niet)."),
        ("{% if %}x{% endif %}", "geldig sjabloon (er ontbreekt iets voor het teken dat sluit)."),
        ("{{ (1 }}", "geldig sjabloon ('}' hoort hier niet)."),
        ("{{ page. }}", "geldig sjabloon."),
        ("{{ pagina }}", "een naam bestaat niet ('pagina')."),
        ("{{ page.pagina }}", "een naam bestaat niet ('pagina')."),
        ("{{ 1 / 0 }}", "kan niet wat het sjabloon ermee doet."),
        ("{{ 'a' + 1 }}", "kan niet wat het sjabloon ermee doet."),
    ],
)
def test_what_is_wrong_is_said_in_dutch(tmp_path: Path, typed: str, told: str) -> None:
    """With the word that is wrong, and not a word of what the engine says."""
    (tmp_path / "proef.html.j2").write_text(f"<p>\n{typed}", "utf-8")
    templates = environment(tmp_path, None)
    with pytest.raises(TemplateFault) as refused:
        filled(templates, "proef.html.j2", lambda one: one.render(page={}))
    finding = refused.value.finding
    assert finding.message.endswith(told)
    assert str(finding.position) == f"{tmp_path.name}/proef.html.j2:2"
