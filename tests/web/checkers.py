# SPDX-License-Identifier: EUPL-1.2
"""Running the browser and the Nu HTML checker on a page."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def axe(page: Path, widths: str = "360,1280", schemes: str = "light,dark") -> list[dict[str, Any]]:
    """What axe-core finds per width and colour scheme, and what the page asked of the outside."""
    run = subprocess.run(
        ["node", str(HERE / "pagina.mjs"), str(page), widths, schemes],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


def nu(page: Path) -> list[dict[str, Any]]:
    """The messages of the Nu HTML checker, errors and warnings."""
    jar = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
    run = subprocess.run(
        [
            "java",
            "-Xss8m",
            "-jar",
            str(jar),
            "--format",
            "json",
            "--exit-zero-always",
            "--stdout",
            str(page),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    messages: list[dict[str, Any]] = json.loads(run.stdout)["messages"]
    said = [
        message
        for message in messages
        if message["type"] == "error" or message.get("subType") == "warning"
    ]
    html = page.read_text("utf-8")
    return [one for one in said if not (_about_policy(one) and scripts_allowed(html))]


def _about_policy(message: dict[str, Any]) -> bool:
    """Nu compares no hashes of a policy and knows no scheme in it; that is done here
    (`scripts_allowed`).
    """
    said = str(message["message"])
    if said.startswith("Inline script violates Content Security Policy"):
        return True
    return re.match(r"Resource violates Content Security Policy.*: image .data:", said) is not None


def scripts_allowed(html: str) -> bool:
    """Whether every script of a page is data, or has its hash in the policy of the page, and
    pictures within the page are allowed.
    """
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", html, re.DOTALL)
    assert policy is not None
    assert scripts
    allowed = unescape(policy[1])
    assert "img-src data:;" in allowed or "<img" not in html
    return all(
        (kind is not None and kind[1] not in {"module", "text/javascript"})
        or base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() in allowed
        for kind, body in (
            (re.search(r'type="([^"]*)"', attributes), body) for attributes, body in scripts
        )
    )


def keyboard(page: Path) -> dict[str, Any]:
    """A walk over the page with the Tab key, the skip link, and the page at 400 % zoom."""
    return _walk("toetsenbord", page)


def printed(page: Path, pdf: Path) -> None:
    """The page as the browser prints it, as a PDF."""
    run = subprocess.run(
        ["node", str(HERE / "afdruk.mjs"), str(page), str(pdf)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr


def additions(page: Path, word: str) -> dict[str, Any]:
    """What the script adds to a report: the filter used with a word, a link copied, and the page
    without script.
    """
    run = subprocess.run(
        ["node", str(HERE / "toevoegingen.mjs"), str(page), word],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def preview_walk(address: str, folder: Path) -> dict[str, Any]:
    """What a writer sees who works in `folder` with the preview at `address` open."""
    return _walk("voorvertoning", address, folder)


def delivery_walk(address: str, file: Path) -> dict[str, Any]:
    """What a writer sees who hands in a file at the preview at `address`, dropped and by keyboard."""
    return _walk("aanlevering", address, file)


def screenshot(page: Path, picture: Path, *, width: int, height: int, top: str = "0") -> None:
    """A picture of what a window of this size shows of a page, from `top` (points, or a selector)
    down; light colours.
    """
    run = subprocess.run(
        [
            "node",
            str(HERE / "schermfoto.mjs"),
            str(page),
            str(width),
            "light",
            str(picture),
            top,
            str(height),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr


def _walk(script: str, *given: str | Path) -> dict[str, Any]:
    run = subprocess.run(
        ["node", str(HERE / f"{script}.mjs"), *map(str, given)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found
