# SPDX-License-Identifier: EUPL-1.2
"""Handing in a file at the preview: the conversation of `import` over http, and what is refused.

All names and figures are invented.
"""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from standrapport.intake import LARGEST
from standrapport.preview import Preview
from standrapport.preview.desk import Desk
from standrapport.preview.guard import MOST_CONNECTIONS, Refused
from tests.conftest import ProjectMaker

from .conftest import Start
from .test_server import ask, cookie, until

PLAIN = b"jaar;ind;np;totaal\n2020;610;390;1000\n"
OPEN = b"jaar;ind;Afstand;Code\n2020;610;20;1\n\nVragen: afdeling cijfers\n"
FILE = "figures/2021/instroom.csv"


def step(preview: Preview, name: str, key: str, **more: Any) -> dict[str, Any]:
    """A step of the conversation that is answered."""
    body = json.dumps({"sleutel": key, **more}).encode()
    status, answer, _ = ask(preview, f"/aanlevering/{name}", "POST", body)
    assert status == 200, answer.decode()
    told: dict[str, Any] = json.loads(answer)
    return told


def hand(preview: Preview, content: bytes, name: str = "export.csv") -> dict[str, Any]:
    """Hand in a file that is read."""
    status, answer, _ = ask(preview, f"/aanlevering?naam={name}", "POST", content)
    assert status == 200, answer.decode()
    told: dict[str, Any] = json.loads(answer)
    return told


def asked(told: dict[str, Any]) -> list[dict[str, Any]]:
    """The questions of a screen, in its order."""
    return [one for group in told["vragen"] for one in group["vragen"]]


def answered(preview: Preview, told: dict[str, Any]) -> dict[str, Any]:
    """Answer screens until nothing is asked: what can be skipped is, else the proposal, the first
    answer, or a day.
    """
    while told["stand"] == "vraagt":
        answers = []
        for one in asked(told):
            names = [answer["is"] for answer in one["antwoorden"]]
            plain = one["voorstel"] or (names[0] if names else "2021-12-31")
            answers.append("-" if "-" in names else plain)
        told = step(preview, "antwoord", told["sleutel"], antwoorden=answers)
        assert not any(one["fout"] for one in asked(told))
    return told


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a project."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_whole_conversation(serving: Start) -> None:
    """Read, asked by cause, what changes, what was not used, the yes; then it is written as `import`
    writes it, and nothing else.
    """
    preview, folder = serving({})
    before = files(folder)
    told = hand(preview, OPEN)
    assert (told["stand"], told["bestand"]) == ("vraagt", "export.csv")
    (group,) = [one for one in told["vragen"] if one["samen"]]
    assert group["kort"] == "Namen die geen kolom van instroom zijn: 'Afstand', 'Code'"
    assert any("tabel instroom" in one["kop"] for one in told["gelezen"])
    told = answered(preview, told)
    assert told["slotvraag"] == "Dit schrijven?"
    assert any(
        point["woorden"].startswith("instroom.ind 2020: 600 → 610")
        for one in told["wijzigt"]
        for point in one["punten"]
    )
    (unread,) = told["ongebruikt"]
    assert unread["kop"] == "Niet gebruikt uit dit bestand; klopt dat?"
    assert "Vragen: afdeling cijfers" in unread["punten"][0]["woorden"]
    assert files(folder) == before  # nothing is written before the yes
    told = step(preview, "schrijf", told["sleutel"])
    assert told["stand"] == "geschreven"
    assert told["gedaan"][0].endswith("Kijk na met: standrapport check 2021")
    after = files(folder)
    assert b"\n2020,2021-12-31,610,390,990\n2021,,700,300,1.000\n" in after[FILE]
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed <= {FILE, "figures/indicatoren.yaml", "figures/leveringen.yaml"}


def test_what_is_decided_is_asked_no_more(serving: Start) -> None:
    """With the source chosen at the start, the next delivery asks nothing that was decided."""
    preview, folder = serving({})
    told = answered(preview, hand(preview, OPEN))
    step(preview, "schrijf", told["sleutel"])
    kept = (folder / "figures/leveringen.yaml").read_text("utf-8")
    assert "Afstand" in kept
    source = json.loads(ask(preview, "/aanlevering")[1])["bronnen"][0]["naam"]
    later = OPEN.replace(b"610", b"620")
    status, body, _ = ask(preview, f"/aanlevering?naam=x.csv&bron={source}", "POST", later)
    told = json.loads(body)
    assert status == 200
    assert told["eerder"].startswith("Eerder gekozen voor deze bron (figures/leveringen.yaml): ")
    assert not any("Afstand" in one["vraag"] for one in asked(told))


def test_a_wrong_answer_is_told_with_its_question(serving: Start) -> None:
    """None of the answers counts, and the question keeps its place."""
    preview, _ = serving({})
    told = hand(preview, OPEN)
    count = len(asked(told))
    again = step(preview, "antwoord", told["sleutel"], antwoorden=["", *["-"] * (count - 1)])
    assert [one["vraag"] for one in asked(again)] == [one["vraag"] for one in asked(told)]
    assert asked(again)[0]["fout"] == "Dit is nog niet beantwoord."
    assert asked(again)[1]["fout"] == ""


def test_a_key_is_good_once(serving: Start) -> None:
    """A step that was taken cannot be taken again, nor one of another conversation."""
    preview, folder = serving({})
    told = answered(preview, hand(preview, PLAIN))
    body = json.dumps({"sleutel": told["sleutel"]}).encode()
    before = files(folder)
    other = hand(preview, PLAIN)  # takes the place of the first
    status, words, _ = ask(preview, "/aanlevering/schrijf", "POST", body)
    assert (status, words.decode()) == (
        409,
        "Dit gesprek is al verder of afgelopen; geef het bestand opnieuw.",
    )
    assert step(preview, "stop", other["sleutel"])["gedaan"] == ["Niets geschreven."]
    assert ask(preview, "/aanlevering/stop", "POST", body)[0] == 409
    assert files(folder) == before


def test_what_was_saved_meanwhile_is_not_written_over(serving: Start) -> None:
    """As `import` says it; the conversation goes on with the file as it is now."""
    preview, folder = serving({})
    told = answered(preview, hand(preview, PLAIN))
    path = folder / FILE
    path.write_text(path.read_text("utf-8").replace("700", "710"), "utf-8")
    mine = path.read_bytes()
    told = step(preview, "schrijf", told["sleutel"])
    assert told["fout"].startswith("fout SR-S001: figures/2021/instroom.csv is intussen")
    assert str(folder) not in json.dumps(told)
    assert path.read_bytes() == mine
    told = step(preview, "schrijf", told["sleutel"])
    assert told["stand"] == "geschreven"
    assert b"710" in path.read_bytes()


def test_a_file_that_cannot_be_read_is_told(serving: Start) -> None:
    """With the finding of `import` and its file name, without its folder, and nothing to agree to."""
    preview, _ = serving({})
    for content, words in ((b"%PDF-1.7", "x.csv is een PDF"), (b" ", "x.csv is leeg")):
        told = hand(preview, content, "C:%5Cgeheim%5C..%2F..%2Fetc%2Fx.csv")
        assert (told["stand"], told["gedaan"]) == ("niets", ["Niets geschreven."])
        assert words in told["meldingen"][0]
        assert "geheim" not in json.dumps(told)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[" * 100_000, 400),
        (b"[]", 400),
        (b'{"sleutel": "x"}', 409),
        (b'{"sleutel": "\xc3\xa9"}', 409),
    ],
)
def test_steps_that_cannot_be_read(serving: Start, body: bytes, status: int) -> None:
    """A sentence and a status, never a trace; the preview goes on."""
    preview, _ = serving({})
    got, words, _ = ask(preview, "/aanlevering/antwoord", "POST", body)
    assert got == status
    assert b"Traceback" not in words
    assert ask(preview, "/rapport")[0] == 200


@pytest.mark.parametrize("answers", [None, "-", ["-"], [1, 2], ["x" * 400] * 2, ["a\nb", "-"]])
def test_answers_of_another_form(project: ProjectMaker, answers: Any) -> None:
    """They belong to no question."""
    desk = Desk(project({}), 2021)
    told = desk.receive("x.csv", OPEN)
    with pytest.raises(Refused, match="horen niet bij de vragen"):
        desk.answer(told["sleutel"], answers)


def test_who_has_no_key_gets_nothing(serving: Start) -> None:
    """Neither the page nor a figure nor a step, whatever the address; a browser that was given the
    address keeps the key as a cookie that no script and no other site sees.
    """
    preview, folder = serving({})
    before = files(folder)
    for path, method in (
        ("/", "GET"),
        ("/?sleutel=x", "GET"),
        ("/?sleutel=", "GET"),
        ("/rapport", "GET"),
        (f"/rapport{preview.address.rpartition('/')[2]}", "GET"),  # only the page takes it
        ("/gebeurtenissen", "GET"),
        ("/zoek?woorden=instroom", "GET"),
        ("/aanlevering", "GET"),
        ("/pdf", "POST"),
        ("/aanlevering?naam=x.csv", "POST"),
        ("/aanlevering/schrijf", "POST"),
    ):
        for kept in ("", "standrapport-1=x", cookie(preview)[:-1], "=;\x7f"):
            status, body, headers = ask(preview, path, method, Cookie=kept)
            assert status == 403, path
            assert b"Open het hele adres" in body
            assert "Set-Cookie" not in headers
    opening = f"/{preview.address.rpartition('/')[2]}"
    status, _, headers = ask(preview, opening, Cookie="")
    assert status == 200
    assert headers["Set-Cookie"].partition(";")[0] == cookie(preview)
    assert {"HttpOnly", "SameSite=Strict"} <= set(headers["Set-Cookie"].split("; "))
    key = cookie(preview).partition("=")[2].encode()
    assert key not in ask(preview, "/")[1]
    assert ask(preview, opening, Cookie="", Origin="http://kwaad.example")[0] == 403
    assert ask(preview, "/aanlevering", "POST", PLAIN, Origin="null")[0] == 403
    assert files(folder) == before


def test_bodies_are_bounded(serving: Start) -> None:
    """What is too large, or does not say how large it is, is not read."""
    preview, _ = serving({})

    def refused(path: str, **headers: str) -> int:
        return ask(preview, path, "POST", None, **headers)[0]

    assert refused("/aanlevering", Content_Length=str(LARGEST + 1)) == 413
    assert refused("/aanlevering", Content_Length="9" * 5000) == 413
    assert refused("/aanlevering", Content_Length="-1") == 411
    assert refused("/aanlevering", Transfer_Encoding="chunked", Content_Length="5") == 411
    assert refused("/aanlevering/antwoord", Content_Length="2000000") == 413
    assert refused("/pdf", Content_Length="7") == 413
    assert hand(preview, PLAIN)["stand"] == "vraagt"  # and then a good one


@pytest.fixture
def idle(serving: Start) -> Iterator[tuple[Preview, list[socket.socket]]]:
    """A preview with as many connections as there may be, that say nothing."""
    preview, _ = serving({})
    host, _, port = preview.address.split("/")[2].partition(":")
    held = [socket.create_connection((host, int(port)), 5) for _ in range(MOST_CONNECTIONS)]
    yield preview, held
    for one in held:
        one.close()


def test_connections_are_bounded(idle: tuple[Preview, list[socket.socket]]) -> None:
    """One more is sent away at once; when one goes there is room again."""
    preview, held = idle
    assert _status(preview) in {503, 0}
    held.pop().close()
    until(lambda: _status(preview) == 200)


def _status(preview: Preview) -> int:
    """The status of an answer; 0 when the connection was closed at once."""
    try:
        return ask(preview, "/rapport")[0]
    except (http.client.HTTPException, ConnectionError):
        return 0


@pytest.mark.parametrize("typed", ["31-12-2021", "31 december 2021"])
def test_a_day_as_people_type_it(serving: Start, typed: str) -> None:
    """The same days as at the terminal; an answer that is none loses none of the others."""
    preview, _ = serving({})
    told = hand(preview, b"jaar;ind\n2020;610\n")
    names = [one["vraag"] for one in asked(told)]
    day = next(at for at, name in enumerate(names) if "welke dag" in name)
    given = [(one["antwoorden"] or [{"is": ""}])[0]["is"] for one in asked(told)]
    given[day] = "gisteren"
    told = step(preview, "antwoord", told["sleutel"], antwoorden=given)
    assert "28 februari 2025" in asked(told)[day]["fout"]
    assert [one["voorstel"] for one in asked(told)] == given
    given[day] = typed
    told = step(preview, "antwoord", told["sleutel"], antwoorden=given)
    assert told["stand"] in {"klaar", "vraagt"}
    assert not any(one["fout"] for one in asked(told))
