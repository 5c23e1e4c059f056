# SPDX-License-Identifier: EUPL-1.2
"""The state the threads share: what is told, and when."""

from __future__ import annotations

import json
import threading
from typing import Any

from standrapport.preview.notices import Notice
from standrapport.preview.rebuild import Page
from standrapport.preview.state import Paper, State


def page(html: str, **fields: Any) -> Page:
    """A page of invented content."""
    return Page(
        **{
            "html": html,
            "held": False,
            "notices": (),
            "summary": "",
            "errors": False,
            "at": "12:00:00",
            "seconds": 0.1,
            **fields,
        }
    )


def told(state: State) -> Any:
    """The state as the browser gets it."""
    return json.loads(state.wait(-1, 0)[1] or "")


def test_only_another_page_is_loaded_anew() -> None:
    """The version grows when the page differs, not when a file was saved unchanged."""
    state = State()
    state.show(page("een"))
    first = told(state)["version"]
    state.show(page("een", summary="1 opmerking"))
    assert told(state)["version"] == first
    assert told(state)["summary"] == "1 opmerking"
    state.show(page("twee"))
    assert told(state)["version"] == first + 1


def test_waiting_ends_when_something_changes() -> None:
    """Who waits gets the news; without news the same revision comes back after the time given."""
    state = State()
    state.show(page("een"))
    seen, _ = state.wait(-1, 0)
    assert state.wait(seen, 0.01) == (seen, None)
    threading.Timer(0.05, lambda: state.show(page("twee"))).start()
    later, news = state.wait(seen, 10)
    assert later > seen
    assert news is not None


def test_a_pdf_says_when_it_is_overtaken() -> None:
    """Saved after the PDF was asked for: outdated; and only the last PDF can be fetched."""
    state = State()
    state.show(page("een"))
    state.put(Paper("klaar", "PDF", number=3, name="x.pdf", build=state.builds), b"%PDF")
    assert told(state)["paper"]["outdated"] is False
    state.show(page("twee"))
    assert told(state)["paper"]["outdated"] is True
    assert state.pdf(3) == b"%PDF"
    assert state.pdf(2) is None


def test_a_flood_of_findings_is_cut_off_and_counted() -> None:
    """The panel takes two hundred; the rest is a number."""
    state = State()
    state.show(
        page("een", notices=tuple(Notice("error", "fout", "SR-L001", str(n)) for n in range(250)))
    )
    assert len(told(state)["notices"]) == 200
    assert told(state)["left_off"] == 50


def test_another_run_is_told_apart() -> None:
    """A browser that finds a new program at the same address knows."""
    one, other = State(), State()
    assert told(one) | {"run": ""} == told(other) | {"run": ""}
    assert told(one)["run"] != told(other)["run"]
