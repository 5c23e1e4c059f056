# SPDX-License-Identifier: EUPL-1.2
"""Sections in the form that was asked for: Markdown, or a page of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..messages.sections import Section

WRITTEN = ("md", "html")  # forms that are made from sections, besides text


def written(title: str, sections: Iterable[Section], form: str) -> str:
    """The sections in Markdown ('md') or as a page ('html') in the style of the report."""
    from ..messages import section_html, section_markdown

    if form == "md":
        return section_markdown(sections)
    from ..project.places import folder_of_the_tool
    from ..report.render import style

    return section_html(title, sections, style(folder_of_the_tool("templates"), None, "scherm"))
