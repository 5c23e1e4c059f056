# SPDX-License-Identifier: EUPL-1.2
"""Who may ask the preview anything, and how much: its own pages in a browser that was given the
address, a bounded number of connections, bodies of a bounded size.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from io import BufferedIOBase

LOCAL = "127.0.0.1"
KEY = "sleutel"  # as the address names it
MOST_CONNECTIONS = 32
_PIECE = 1 << 16  # bytes read at a time


class Refused(Exception):
    """A request that is not answered: the status, and a Dutch sentence."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


class Guard:
    """The rules of one run of the preview.

    The key is made anew at every start and stands in the address that is printed; the browser keeps
    it as a cookie that no other site and no script gets to see.
    """

    def __init__(self, port: int) -> None:
        names = (f"{LOCAL}:{port}", f"localhost:{port}")
        self.hosts = frozenset((*names, *((LOCAL, "localhost") if port == 80 else ())))
        self.address = f"http://{LOCAL}:{port}/"
        self._key = secrets.token_urlsafe(24)
        self._cookie = f"standrapport-{port}"  # cookies of one name are shared by all ports
        self._room = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self._body = threading.Lock()

    @property
    def opening(self) -> str:
        """The address with the key, for who started the preview."""
        return f"{self.address}?{KEY}={self._key}"

    @property
    def cookie(self) -> str:
        """What a browser that came by that address is given to keep."""
        return f"{self._cookie}={self._key}; Path=/; HttpOnly; SameSite=Strict"

    def is_key(self, given: str) -> bool:
        """Whether this is the key; how long that takes tells nothing."""
        return secrets.compare_digest(given.encode(), self._key.encode())

    def check(self, headers: Message, given: str = "") -> None:
        """Whether a request comes from a page of this preview, in a browser that has the key or is
        `given` it now. A page elsewhere may point its own name at this computer.

        Raises Refused.
        """
        asked = headers.get_all("Host") or []
        origin = headers.get("Origin")
        own = {None, *(f"http://{name}" for name in self.hosts)}
        if len(asked) != 1 or asked[0].lower() not in self.hosts or origin not in own:
            raise Refused(HTTPStatus.FORBIDDEN, f"De voorvertoning is er alleen op {self.address}.")
        if not (self.is_key(given) or self.is_key(self._kept(headers))):
            raise Refused(
                HTTPStatus.FORBIDDEN,
                "Open het hele adres dat standrapport serve in de terminal toont, met de sleutel"
                " erin; het is bij elke start een ander.",
            )

    def _kept(self, headers: Message) -> str:
        try:
            cookies = SimpleCookie(headers.get("Cookie", ""))
        except CookieError:
            return ""
        return cookies[self._cookie].value if self._cookie in cookies else ""

    def enter(self) -> bool:
        """Take one of the connections; False when there are none left."""
        return self._room.acquire(blocking=False)

    def leave(self) -> None:
        """Give a connection back."""
        self._room.release()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One large body at a time, so that memory stays bounded. Raises Refused."""
        if not self._body.acquire(blocking=False):
            raise Refused(
                HTTPStatus.CONFLICT, "Er komt al een bestand binnen; probeer het zo nog eens."
            )
        try:
            yield
        finally:
            self._body.release()


def body_of(headers: Message, stream: BufferedIOBase, most: int) -> bytes:
    """The body of a request, of at most so many bytes; nothing is read of a larger one.

    Raises Refused.
    """
    length = headers.get("Content-Length", "")
    if "Transfer-Encoding" in headers or not (length.isascii() and length.isdigit()):
        raise Refused(HTTPStatus.LENGTH_REQUIRED, "Deze vraag zegt niet hoe groot zij is.")
    left = int(length) if len(length) < 16 else most + 1
    if left > most:
        raise Refused(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            f"Dit is te groot; hooguit {most // 1_000_000} MB past."
            if most >= 1_000_000
            else "Dit is te groot.",
        )
    read = bytearray()
    while left:
        piece = stream.read(min(left, _PIECE))
        if not piece:
            raise Refused(HTTPStatus.BAD_REQUEST, "Het bestand is niet helemaal aangekomen.")
        read += piece
        left -= len(piece)
    return bytes(read)
