# SPDX-License-Identifier: EUPL-1.2
"""The checkers themselves: what is wrong is found, so that a clean result means something."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from .checkers import axe, nu, scripts_allowed

GOOD = '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Goed</title></head><body><main><h1>Goed</h1><p>Tekst.</p></main></body></html>'
BAD = '<!DOCTYPE html><html><head><title>Fout</title></head><body><img src="http://127.0.0.1:9/x.png"><p id="a" id="b">Fout</p></body></html>'


def test_axe_and_outside_requests_are_found(tmp_path: Path) -> None:
    """A page without language and with an image from elsewhere is caught; a good page is not."""
    (tmp_path / "goed.html").write_text(GOOD)
    (tmp_path / "fout.html").write_text(BAD)
    assert axe(tmp_path / "goed.html", "360", "light")[0]["violations"] == []
    bad = axe(tmp_path / "fout.html", "360", "light")[0]
    assert {"html-has-lang", "image-alt"} <= {rule["rule"] for rule in bad["violations"]}
    assert bad["asked"] == ["http://127.0.0.1:9/x.png"]


def test_nu_finds_errors(tmp_path: Path) -> None:
    """A double attribute and a missing alt are errors; a good page has none."""
    (tmp_path / "goed.html").write_text(GOOD)
    (tmp_path / "fout.html").write_text(BAD)
    assert nu(tmp_path / "goed.html") == []
    assert len(nu(tmp_path / "fout.html")) >= 2


def test_a_script_without_its_hash_in_the_policy_is_found() -> None:
    """Data is no script; ours is allowed by its hash, and nothing else is."""
    own = "console.log(1)\n"
    digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
    policy = f'<meta http-equiv="Content-Security-Policy" content="script-src \'sha256-{digest}\'">'
    data = '<script type="application/ld+json">{}</script>'
    assert scripts_allowed(f"{policy}{data}<script>{own}</script>")
    assert not scripts_allowed(f"{policy}{data}<script>{own} </script>")
    assert not scripts_allowed(f'{policy}<script type="module">x()</script>')
