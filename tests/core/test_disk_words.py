# SPDX-License-Identifier: EUPL-1.2
"""What the disk says, in Dutch."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from standrapport.core.disk import why_not_read, why_not_written

PACKAGE = Path(__file__).parent.parent.parent / "standrapport"


def problem(number: int) -> OSError:
    """What Python raises for it."""
    return OSError(number, os.strerror(number), "bestand")


A_FILE = "een deel van het pad is een bestand, geen map"


@pytest.mark.parametrize(
    ("number", "read", "written"),
    [
        (errno.ENOENT, "het is er niet", "een deel van het pad bestaat niet"),
        (errno.EACCES, "u mag het niet lezen", "u mag daar niet schrijven"),
        (errno.EPERM, "u mag het niet lezen", "u mag daar niet schrijven"),
        (errno.EISDIR, "daar staat een map", "daar staat een map"),
        (errno.ENOTDIR, A_FILE, A_FILE),
        *(
            (number, said, said)
            for number, said in (
                (errno.ELOOP, "het is een koppeling naar zichzelf"),
                (errno.ENAMETOOLONG, "de naam is te lang"),
                (errno.EIO, "de schijf geeft een fout"),
                (errno.EMFILE, "er zijn te veel bestanden open"),
                (errno.EFBIG, "zo groot mag een bestand hier niet zijn"),
            )
        ),
        *(
            (number, os.strerror(number), said)
            for number, said in (
                (errno.EROFS, "de schijf is alleen-lezen"),
                (errno.ENOSPC, "de schijf is vol"),
                (errno.EDQUOT, "uw ruimte op de schijf is op"),
                (errno.EEXIST, "daar staat al een bestand"),
            )
        ),
    ],
)
def test_the_usual_reasons(number: int, read: str, written: str) -> None:
    """One cause may ask for other words when writing."""
    assert why_not_read(problem(number)) == read
    assert why_not_written(problem(number)) == written


def test_what_is_not_known_is_told_as_the_system_does() -> None:
    """Better in English than not at all."""
    assert why_not_read(problem(errno.ENODEV)) == os.strerror(errno.ENODEV)
    assert why_not_written(OSError()) == why_not_read(OSError()) == "onbekende oorzaak"


def test_no_other_module_shows_the_words_of_the_system() -> None:
    """They are English."""
    told = {
        path.name
        for path in PACKAGE.rglob("*.py")
        if re.search(r"(?<!\bos)\.strerror\b", path.read_text("utf-8"))
    }
    assert told == {"disk.py", "serve.py"} & told
    assert "disk.py" in told
