# SPDX-License-Identifier: EUPL-1.2
"""`serve` as staff start and stop it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from standrapport.cli import main
from tests.conftest import ROOT, ProjectMaker


def asked(address: str, method: str, path: str, words: bytes) -> tuple[int, bool]:
    """The status of a request by who has the key, and whether the answer has these words."""
    connection = http.client.HTTPConnection(address.split("/")[2], timeout=20)
    connection.request("GET", address.partition(address.split("/")[2])[2])
    first = connection.getresponse()
    assert first.status == 200
    assert b"Voorvertoning 2021" in first.read()
    kept = (first.headers["Set-Cookie"] or "").partition(";")[0]
    connection.request(method, path, headers={"Cookie": kept})
    answer = connection.getresponse()
    found = answer.status, words in answer.read()
    connection.close()
    return found


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_and_stops_cleanly(
    project: ProjectMaker, tmp_path_factory: pytest.TempPathFactory, how: signal.Signals
) -> None:
    """One line with the address, the page there, and after Ctrl-C exit code 0 with a Dutch word;
    nothing is left behind.
    """
    temporary = tmp_path_factory.mktemp("tijdelijk")
    command = [
        sys.executable,
        "-m",
        "standrapport",
        "serve",
        "2021",
        "--project",
        str(project({})),
        "--poort",
        "0",
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "TMPDIR": str(temporary),
    }
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline()
        assert line.startswith("Voorvertoning van 2021: http://127.0.0.1:")
        assert line.endswith(" (stoppen met Ctrl-C)\n")
        address = line.split()[3]
        assert asked(address, "GET", "/rapport", b"Verzonnen rapport") == (200, True)
        assert asked(address, "POST", "/pdf", b"De PDF wordt gemaakt.") == (202, True)
        process.send_signal(how)
        assert process.wait(10) == 0
        assert process.stdout.read() == "De voorvertoning is gestopt.\n"
        assert process.stderr.read().startswith("bijgewerkt in 0,")
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["2031"], "Het jaar 2031 bestaat niet in dit project; er zijn 2021."),
        (["2021", "--poort", "99999"], "--poort"),
        (["2021", "--poort", "{used}"], "is al in gebruik; kies een andere met --poort."),
    ],
)
def test_wrong_use_is_one_dutch_sentence(
    project: ProjectMaker, arguments: list[str], sentence: str
) -> None:
    """Exit code 2: a year that is not there, a port that is none, a port that is taken."""
    folder: Path = project({})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        given = [argument.format(used=taken.getsockname()[1]) for argument in arguments]
        result = CliRunner().invoke(main, ["serve", *given, "--project", str(folder)])
    assert result.exit_code == 2
    assert sentence in result.stderr
