# SPDX-License-Identifier: EUPL-1.2
"""The web server of the preview: this computer only, a handful of fixed addresses, and events as
they happen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from .state import State

LOCAL = "127.0.0.1"
HEARTBEAT = 10.0  # seconds; shows that a browser has gone
_HTML, _PLAIN = "text/html; charset=utf-8", "text/plain; charset=utf-8"
_MOST_ASKED = 200  # characters
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
    """Serves one preview. `shell` holds the frame around the report: name to (media type, text)."""

    daemon_threads = True

    def __init__(
        self,
        port: int,
        state: State,
        shell: dict[str, tuple[str, str]],
        order_pdf: Callable[[], str | None],
        find: Callable[[str], list[dict[str, Any]]],
    ) -> None:
        super().__init__((LOCAL, port), _Handler)
        self.state, self.shell, self.order_pdf = state, shell, order_pdf
        self.find = find
        names = (f"{LOCAL}:{self.port}", f"localhost:{self.port}")
        self.hosts = frozenset((*names, *((LOCAL, "localhost") if self.port == 80 else ())))

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def do_GET(self) -> None:
        """Everything that is read."""
        path = self.path.partition("?")[0]
        if not self._ours():
            return
        if path in self.server.shell:
            self._send(*self.server.shell[path])
        elif path == "/rapport":
            page = self.server.state.page
            self._send(_HTML, (page.html if page else None) or _EMPTY, policy=_REPORT)
        elif path == "/gebeurtenissen":
            self._events()
        elif path == "/zoek":
            asked = parse_qs(self.path.partition("?")[2]).get("woorden", [""])[0]
            hits = self.server.find(asked[:_MOST_ASKED])
            self._send("application/json; charset=utf-8", json.dumps(hits, ensure_ascii=False))
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
        """The one thing that can be asked for: a PDF."""
        if not self._ours():
            return
        if self.path != "/pdf":
            self._send(_PLAIN, "Dit adres bestaat niet.", HTTPStatus.NOT_FOUND)
        elif problem := self.server.order_pdf():
            self._send(_PLAIN, problem, HTTPStatus.CONFLICT)
        else:
            self._send(_PLAIN, "De PDF wordt gemaakt.", HTTPStatus.ACCEPTED)

    def _ours(self) -> bool:
        """Whether the request comes from a page of this preview.

        A page elsewhere may point its own name at this computer.
        """
        origin = self.headers.get("Origin")
        asked = self.headers.get_all("Host") or []
        if (
            len(asked) == 1
            and asked[0].lower() in self.server.hosts
            and origin in (None, *(f"http://{name}" for name in self.server.hosts))
        ):
            return True
        self.close_connection = True
        self._send(
            _PLAIN,
            f"De voorvertoning is er alleen op http://{LOCAL}:{self.server.port}/.",
            HTTPStatus.FORBIDDEN,
        )
        return False

    def _send(
        self,
        kind: str,
        content: str | bytes,
        status: HTTPStatus = HTTPStatus.OK,
        policy: str = _OWN,
    ) -> None:
        body = content.encode() if isinstance(content, str) else content
        self.send_response(status)
        self._headers(kind, policy)
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
