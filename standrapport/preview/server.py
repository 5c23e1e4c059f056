# SPDX-License-Identifier: EUPL-1.2
"""The web server of the preview: this computer only, a handful of fixed addresses, and events as
they happen. Who may ask is judged by `guard`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from ..intake import LARGEST
from .desk import MOST_ANSWERED, Desk
from .guard import KEY, LOCAL, Guard, Refused, body_of
from .state import State

HEARTBEAT = 10.0  # seconds; shows that a browser has gone
PATIENCE = 30.0  # seconds a browser may say nothing halfway a request
_HTML, _PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"
_JSON = "application/json; charset=utf-8"
_MOST_ASKED, _LONGEST = 200, 4000  # characters of words, and of a query
_FULL = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
_WENT_WRONG = "Dit bestand kan niet gelezen worden; meld dit bij de beheerder"
_OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src data:; connect-src 'self';"
    " frame-src 'self'; frame-ancestors 'none'"
)
_REPORT = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:;"
    " font-src data:; frame-ancestors 'self'"
)
_EMPTY = (
    '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Nog geen'
    " rapport</title></head><body><main><h1>Nog geen rapport</h1><p>De meldingen hiernaast zeggen"
    " waarom.</p></main></body></html>"
)


class PreviewServer(ThreadingHTTPServer):
    """Serves one preview. `shell` holds the frame around the report: name to (media type, text);
    `desk` is where files are handed in, `source` shows a place a finding names.
    """

    daemon_threads = True

    def __init__(
        self,
        port: int,
        state: State,
        shell: dict[str, tuple[str, str]],
        order_pdf: Callable[[], str | None],
        find: Callable[[str], dict[str, Any]],
        desk: Desk,
        source: Callable[[str], str | None],
    ) -> None:
        super().__init__((LOCAL, port), _Handler)
        self.state, self.shell, self.order_pdf = state, shell, order_pdf
        self.find, self.desk, self.source = find, desk, source
        self.guard = Guard(self.port)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, while there is room for it."""
        if not self.guard.enter():
            with suppress(OSError):
                request.settimeout(1)
                request.sendall(_FULL)
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and make room again."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.guard.leave()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = PATIENCE
    server: PreviewServer

    def do_GET(self) -> None:
        """Everything that is read."""
        path, _, query = self.path.partition("?")
        asked = parse_qs(query[:_LONGEST])
        given = asked.get(KEY, [""])[0] if path == "/" else ""
        if not self._allowed(given):
            return
        if path in self.server.shell:
            self._send(*self.server.shell[path], cookie=bool(given))
        elif path == "/rapport":
            page = self.server.state.page
            self._send(_HTML, (page.html if page else None) or _EMPTY, policy=_REPORT)
        elif path == "/gebeurtenissen":
            self._events()
        elif path == "/zoek":
            self._json(self.server.find(asked.get("woorden", [""])[0][:_MOST_ASKED]))
        elif path == "/aanlevering":
            self._json(self.server.desk.about())
        elif path == "/regel" and (
            shown := self.server.source(asked.get("plek", [""])[0][:_MOST_ASKED])
        ):
            self._send(_HTML, shown)
        elif match := re.fullmatch(r"/pdf/(\d+)/[\w.-]+\.pdf", path):
            content = self.server.state.pdf(int(match[1]))
            if content is None:
                self._send(
                    _PLAIN, "Deze PDF is er niet meer; maak hem opnieuw.", HTTPStatus.NOT_FOUND
                )
            else:
                self._send("application/pdf", content)
        else:
            self._send(_PLAIN, "Dit adres bestaat niet.", HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """What can be asked for: a PDF, and the steps of handing in a file."""
        if not self._allowed():
            return
        path, _, query = self.path.partition("?")
        try:
            if path == "/pdf":
                self._pdf()
            elif path == "/aanlevering":
                self._receive(parse_qs(query[:_LONGEST]))
            elif path in {"/aanlevering/antwoord", "/aanlevering/schrijf", "/aanlevering/stop"}:
                self._step(path.rpartition("/")[2])
            else:
                raise Refused(HTTPStatus.NOT_FOUND, "Dit adres bestaat niet.")
        except Refused as refused:
            self._refuse(refused)
        except Exception as problem:  # noqa: BLE001 - the page gets one sentence, whatever a file does
            self._refuse(
                Refused(
                    HTTPStatus.INTERNAL_SERVER_ERROR, f"{_WENT_WRONG} ({type(problem).__name__})."
                )
            )

    def _pdf(self) -> None:
        body_of(self.headers, self.rfile, 0) if "Content-Length" in self.headers else None
        if problem := self.server.order_pdf():
            self._send(_PLAIN, problem, HTTPStatus.CONFLICT)
        else:
            self._send(_PLAIN, "De PDF wordt gemaakt.", HTTPStatus.ACCEPTED)

    def _receive(self, asked: dict[str, list[str]]) -> None:
        """A delivered file: the body of the request, in memory."""
        name, source = (asked.get(one, [""])[0] for one in ("naam", "bron"))
        with self.server.guard.reading():
            content = body_of(self.headers, self.rfile, LARGEST)
            told = self.server.desk.receive(name, content, source)
        self._json(told)

    def _step(self, step: str) -> None:
        """A step of the conversation: answers, the yes, or the end of it."""
        desk = self.server.desk
        try:
            asked = json.loads(body_of(self.headers, self.rfile, MOST_ANSWERED))
            key = str(asked["sleutel"])
        except (ValueError, TypeError, KeyError, RecursionError):
            raise Refused(HTTPStatus.BAD_REQUEST, "Deze vraag is niet te lezen.") from None
        if step == "antwoord":
            self._json(desk.answer(key, asked.get("antwoorden")))
        else:
            self._json(desk.write(key) if step == "schrijf" else desk.leave(key))

    def _allowed(self, given: str = "") -> bool:
        """Whether the request is answered; if not, it was told why."""
        try:
            self.server.guard.check(self.headers, given)
        except Refused as refused:
            self._refuse(refused)
            return False
        return True

    def _refuse(self, refused: Refused) -> None:
        self.close_connection = True  # what else was sent is not read
        self._send(_PLAIN, refused.sentence, refused.status)

    def _json(self, told: Any) -> None:
        self._send(_JSON, json.dumps(told, ensure_ascii=False))

    def _send(
        self,
        kind: str,
        content: str | bytes,
        status: HTTPStatus = HTTPStatus.OK,
        policy: str = _OWN,
        *,
        cookie: bool = False,
    ) -> None:
        body = content.encode() if isinstance(content, str) else content
        self.send_response(status)
        self._headers(kind, policy)
        if cookie:
            self.send_header("Set-Cookie", self.server.guard.cookie)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _headers(self, kind: str, policy: str) -> None:
        for name, value in (
            ("Content-Type", kind),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
        ):
            self.send_header(name, value)
        if (
            kind != "application/pdf"
        ):  # a browser's own viewer of PDFs needs more than a page may have
            self.send_header("Content-Security-Policy", policy)

    def _events(self) -> None:
        """The state as it is and after every change, for as long as the browser listens
        (server-sent events).
        """
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self._headers("text/event-stream; charset=utf-8", _OWN)
        self.end_headers()
        seen = -1
        while True:
            seen, state = self.server.state.wait(seen, HEARTBEAT)
            self.wfile.write(f"data: {state}\n\n".encode() if state else b": \n\n")
            self.wfile.flush()
            if self.server.state.stopped:
                return

    def version_string(self) -> str:
        """What the server calls itself."""
        return "standrapport"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is http.server's
        """Requests are no news."""
