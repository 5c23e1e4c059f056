# SPDX-License-Identifier: EUPL-1.2
"""A real PostgreSQL for tests: in a folder of its own, on loopback, as an ordinary user, gone
afterwards.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "verzonnen-wachtwoord"  # noqa: S105 - of a server that lives for one test


@contextmanager
def server() -> Iterator[str]:
    """Start a server and give the address of its database; stop and remove it at the end."""
    programs = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name)
    )
    assert programs, "PostgreSQL ontbreekt; draai 'make test' of installeer het pakket postgresql"
    folder = Path(tempfile.mkdtemp(prefix="standrapport-pg-"))
    data = folder / "data"
    (folder / "wachtwoord").write_text(PASSWORD)
    as_user: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        user = pwd.getpwnam("postgres")
        for path in (folder, folder / "wachtwoord"):
            os.chown(path, user.pw_uid, user.pw_gid)
        as_user = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(program: str, *arguments: str) -> None:
        command = [*as_user, str(programs[-1] / program), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    try:
        run(
            "initdb",
            "-D",
            str(data),
            "-U",
            "beheer",
            "-A",
            "scram-sha-256",
            "--pwfile",
            str(folder / "wachtwoord"),
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
        )
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c log_statement=all"
        run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", settings, "start")
        try:
            yield f"postgresql://beheer:{PASSWORD}@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)
