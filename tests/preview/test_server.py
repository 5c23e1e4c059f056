# SPDX-License-Identifier: EUPL-1.2
"""The server: this computer only, what it serves, and that it never writes in the project."""

from __future__ import annotations

import http.client
import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from standrapport.pipeline.build import build_edition
from standrapport.preview import AddressInUse, Preview
from standrapport.project.places import UsageProblem
from tests.conftest import ProjectMaker

from .conftest import Start


def cookie(preview: Preview) -> str:
    """What a browser keeps that came by the address of the preview."""
    host, _, key = preview.address.partition("//")[2].partition("/?sleutel=")
    return f"standrapport-{host.partition(':')[2]}={key}"


def ask(
    preview: Preview, path: str, method: str = "GET", body: bytes | None = None, **headers: str
) -> tuple[int, bytes, http.client.HTTPMessage]:
    """Status, body and headers of one request, of a browser that has the key."""
    connection = http.client.HTTPConnection(preview.address.split("/")[2], timeout=20)
    own = {"Cookie": cookie(preview), **headers}
    connection.request(
        method, path, body, {name.replace("_", "-"): value for name, value in own.items()}
    )
    answer = connection.getresponse()
    try:
        return answer.status, answer.read(), answer.headers
    finally:
        connection.close()


def until(holds: Callable[[], Any], seconds: float = 60) -> Any:
    """What `holds` gives as soon as it gives something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


def now(preview: Preview) -> Any:
    """The state as the browser gets it."""
    return json.loads(preview.state.wait(-1, 0)[1] or "")


def test_only_this_computer_under_its_own_name(serving: Start) -> None:
    """It listens on 127.0.0.1, and a name of elsewhere that points here is refused, for pages and
    for orders.
    """
    preview, _ = serving({})
    port = preview.address.split("/")[2].rpartition(":")[2]
    assert preview.address.startswith("http://127.0.0.1:")
    assert ask(preview, "/rapport")[0] == 200
    assert ask(preview, "/rapport", Host=f"localhost:{port}")[0] == 200
    for host in (
        "kwaad.example",
        f"kwaad.example:{port}",
        "127.0.0.1:1",
        f"127.0.0.1.kwaad.example:{port}",
        "",
    ):
        status, body, _ = ask(preview, "/rapport", Host=host)
        assert status == 403
        assert b"Instroom" not in body
    assert ask(preview, "/pdf", "POST", Origin="http://kwaad.example")[0] == 403
    assert ask(preview, "/pdf", "POST", Origin="null")[0] == 403
    assert now(preview)["paper"]["state"] == "geen"


@pytest.mark.parametrize(
    "path",
    [
        "/rapport.html",
        "/../figures/indicatoren.yaml",
        "/%2e%2e/etc/passwd",
        "/templates/basis.css",
        "/pdf/1/x.pdf",
    ],
)
def test_nothing_else_is_served(serving: Start, path: str) -> None:
    """There are a handful of addresses; files are not among them."""
    assert ask(serving({})[0], path)[0] == 404


def test_pages_may_ask_nothing_of_elsewhere(serving: Start) -> None:
    """The policy of the frame and of the report leaves no address but this one.

    Nothing is kept by the browser.
    """
    preview, _ = serving({})
    for path in ("/", "/rapport", "/voorvertoning.js", "/aanlevering.js", "/voorvertoning.css"):
        status, _, headers = ask(preview, path)
        assert status == 200
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "http" not in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store"


def test_events_tell_of_a_save(serving: Start) -> None:
    """The state comes at once, and again after a save; the page served is then the new one."""
    preview, folder = serving({})
    connection = http.client.HTTPConnection(preview.address.split("/")[2], timeout=20)
    connection.request("GET", "/gebeurtenissen", headers={"Cookie": cookie(preview)})
    answer = connection.getresponse()
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    first = json.loads(answer.readline().removeprefix(b"data: "))
    path = folder / "content/2021/cijfers.yaml"
    path.write_text(path.read_text().replace("mensen binnen", "personen binnen"))
    while True:
        line = answer.readline()
        if (
            line.startswith(b"data: ")
            and json.loads(line.removeprefix(b"data: "))["version"] > first["version"]
        ):
            break
    assert b"personen binnen" in ask(preview, "/rapport")[1]
    connection.close()


def test_a_theme_that_is_named_later_is_followed(serving: Start) -> None:
    """The folders that are watched follow what rapport.yaml says."""
    preview, folder = serving({"huisstijl/thema.css": ":root { --sr-color-accent: #111111; }"})
    path = folder / "content/2021/rapport.yaml"
    path.write_text(f"{path.read_text()}thema: huisstijl\n")
    until(lambda: b"#111111" in ask(preview, "/rapport")[1])
    (folder / "huisstijl/thema.css").write_text(":root { --sr-color-accent: #222222; }")
    until(lambda: b"#222222" in ask(preview, "/rapport")[1])


def test_the_pdf_is_that_of_a_build(
    serving: Start, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Made beside the preview, with its steps told, the same bytes as `build` writes.

    The project stays as it was.
    """
    preview, folder = serving({})
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert ask(preview, "/pdf", "POST")[0] == 202
    status, body, _ = ask(preview, "/pdf", "POST")
    assert (status, body.decode()) == (409, "De PDF wordt al gemaakt.")
    paper = until(lambda: now(preview)["paper"]["state"] != "bezig" and now(preview)["paper"])
    assert (paper["state"], paper["step"]) == ("klaar", paper["steps"])
    status, content, headers = ask(preview, f"/pdf/{paper['number']}/{paper['name']}")
    assert (status, headers["Content-Type"]) == (200, "application/pdf")
    built = build_edition(folder, 2021, tmp_path_factory.mktemp("out"))
    assert content == next(path for path in built.written if path.suffix == ".pdf").read_bytes()
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_the_program_stays_on_for_the_next_pdf(
    serving: Start, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """After a change it is made of the files as they are then, as `build` would; and when the
    program has gone another one makes it.
    """
    preview, folder = serving({})
    maker = preview._paper
    programs = []
    path = folder / "content/2021/cijfers.yaml"
    for number in range(3):
        path.write_text(path.read_text("utf-8").replace("\ntitel: ", f"\ntitel: {number} ", 1))
        ask(preview, "/pdf", "POST")
        paper = until(lambda: now(preview)["paper"]["state"] != "bezig" and now(preview)["paper"])
        assert (paper["state"], paper["number"]) == ("klaar", number + 1)
        content = ask(preview, f"/pdf/{paper['number']}/{paper['name']}")[1]
        built = build_edition(folder, 2021, tmp_path_factory.mktemp("out"))
        assert content == next(one for one in built.written if one.suffix == ".pdf").read_bytes()
        assert maker._process is not None
        programs.append(maker._process)
        if number == 1:
            maker._process.kill()
            maker._process.wait()
    assert programs[0] is programs[1] is not programs[2]


def test_no_pdf_of_broken_files(serving: Start) -> None:
    """While the page is held there is nothing to make a PDF of, and the answer says so."""
    preview, folder = serving({})
    (folder / "content/2021/cijfers.yaml").write_text("titel: [")
    until(lambda: now(preview)["held"])
    status, body, _ = ask(preview, "/pdf", "POST")
    assert status == 409
    assert body.decode().startswith("Herstel eerst de fout")


def test_a_pdf_with_errors_is_a_draft(serving: Start) -> None:
    """As with `build --concept`; the words say so."""
    preview, _ = serving(
        {"figures/2021/instroom.csv": "jaar,ind,np,totaal\n2020,600,390,990\n2021,700,300,1.900\n"}
    )
    ask(preview, "/pdf", "POST")
    paper = until(lambda: now(preview)["paper"]["state"] != "bezig" and now(preview)["paper"])
    assert "als concept" in paper["words"]


def test_a_port_in_use_is_told(serving: Start, project: ProjectMaker) -> None:
    """Two previews cannot have the same port."""
    preview, folder = serving({})
    port = int(preview.address.split("/")[2].rpartition(":")[2])
    with pytest.raises(
        AddressInUse, match=rf"Poort {port} is al in gebruik; kies een andere met --poort\."
    ):
        Preview(folder, 2021, port)


def test_a_year_that_is_not_there(project: ProjectMaker) -> None:
    """Wrong use, with the years there are."""
    with pytest.raises(
        UsageProblem, match="Het jaar 2031 bestaat niet in dit project; er zijn 2021"
    ):
        Preview(project({}), 2031)


def test_watching_leaves_the_project_alone(serving: Start) -> None:
    """Nothing appears in the project, whatever is saved."""
    preview, folder = serving({})
    path = folder / "content/2021/cijfers.yaml"
    version = now(preview)["version"]
    path.write_text(path.read_text().replace("mensen binnen", "personen binnen"))
    until(lambda: now(preview)["version"] > version)
    assert sorted(one.name for one in Path(folder).iterdir()) == ["content", "figures"]


def test_folders_that_go_and_come_back_are_followed(serving: Start) -> None:
    """As when another branch is taken out of version control: the page of then is held, and a later
    save still shows.
    """
    preview, folder = serving({})
    (folder / "content").rename(folder / "weg")
    until(lambda: now(preview)["held"])
    shutil.copytree(folder / "weg", folder / "content")
    until(lambda: not now(preview)["held"])
    path = folder / "content/2021/cijfers.yaml"
    for words in ("personen binnen", "reizigers binnen"):
        path.write_text(
            (folder / "weg/2021/cijfers.yaml").read_text().replace("mensen binnen", words)
        )
        until(lambda words=words: words.encode() in ask(preview, "/rapport")[1])  # type: ignore[misc]


def test_without_notices_of_the_system_it_looks_itself(
    monkeypatch: pytest.MonkeyPatch, serving: Start
) -> None:
    """A computer that can watch no more files is looked at every so often."""
    real = watchfiles.watch

    def scarce(*paths: Path, force_polling: bool | None, **options: Any) -> Any:
        if not force_polling:
            raise OSError("OS file watch limit reached")
        return real(*paths, force_polling=True, **options)

    monkeypatch.setattr(watchfiles, "watch", scarce)
    preview, folder = serving({})
    path = folder / "content/2021/cijfers.yaml"
    time.sleep(1)  # the page of the start is made once more when the watching begins
    path.write_text(path.read_text().replace("mensen binnen", "personen binnen"))
    until(lambda: b"personen binnen" in ask(preview, "/rapport")[1])


def test_a_figure_is_found_by_its_words(serving: Start) -> None:
    """The same index as `zoek`, with the reference to paste; nothing for no words."""
    preview, _ = serving({})
    status, body, headers = ask(preview, "/zoek?woorden=instroom%20politie%20vorig%20jaar")
    assert (status, headers["Content-Type"]) == (200, "application/json; charset=utf-8")
    first = json.loads(body)["hits"][0]
    assert (first["ref"], first["year"], first["printed"]) == ("instroom.np", 2020, "390")
    assert first["written"] == "{{ instroom.np[2020] }}"
    assert set(first) >= {"ref", "year", "key", "title", "printed", "score", "population"}
    assert json.loads(ask(preview, "/zoek?woorden=")[1]) == {"hits": [], "advice": ""}
    nothing = json.loads(ask(preview, "/zoek?woorden=pannenkoeken")[1])
    assert nothing["hits"] == []
    assert "Instroom; Caseload" in nothing["advice"]
    assert ask(preview, "/zoek?woorden=x", Host="kwaad.example")[0] == 403


def test_the_page_tells_how_its_numbers_were_read(serving: Start) -> None:
    """Per block and in order; the report itself has nothing of it."""
    preview, _ = serving({})
    (one,) = now(preview)["read"]
    assert one == {
        "anchor": "b-cijfers-tekst-instroom",
        "words": "1.000",
        "told": "Totaal, 2021, verzonnen caseload (stand): klopt",
        "outcome": "klopt",
    }
    page = preview.state.page
    assert page is not None
    assert page.html is not None
    assert "Gelezen als" not in page.html
