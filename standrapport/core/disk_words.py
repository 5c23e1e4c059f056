# SPDX-License-Identifier: EUPL-1.2
"""What the disk says when a file cannot be read or written, in Dutch; told here only."""

from __future__ import annotations

import errno

_UNKNOWN = "onbekende oorzaak"
_NOT_THERE = {
    errno.ENOTDIR: "een deel van het pad is een bestand, geen map",
    errno.EISDIR: "daar staat een map",
    errno.ELOOP: "het is een koppeling naar zichzelf",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EIO: "de schijf geeft een fout",
    errno.EMFILE: "er zijn te veel bestanden open",
    errno.EFBIG: "zo groot mag een bestand hier niet zijn",
}
_READING = {
    **_NOT_THERE,
    errno.EACCES: "u mag het niet lezen",
    errno.EPERM: "u mag het niet lezen",
    errno.ENOENT: "het is er niet",
}
_WRITING = {
    **_NOT_THERE,
    errno.EACCES: "u mag daar niet schrijven",
    errno.EPERM: "u mag daar niet schrijven",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is op",
    errno.EEXIST: "daar staat al een bestand",
    errno.ENOENT: "een deel van het pad bestaat niet",
}


def why_not_read(problem: OSError) -> str:
    """Why a file cannot be read, as the end of a sentence."""
    return _READING.get(problem.errno or 0, problem.strerror or _UNKNOWN)


def why_not_written(problem: OSError) -> str:
    """Why a file or folder cannot be written, as the end of a sentence."""
    return _WRITING.get(problem.errno or 0, problem.strerror or _UNKNOWN)
