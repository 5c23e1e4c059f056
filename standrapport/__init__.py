# SPDX-License-Identifier: EUPL-1.2
"""standrapport: builds and checks an annual report from figures and texts.

For programs (docs/python.md): `import standrapport as sr`, then `sr.open("folder").figures(2024)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import Project, ProjectError, open  # noqa: A004 - read as sr.open

__version__ = "0.2.0"
__all__ = ["Project", "ProjectError", "__version__", "open"]


if not TYPE_CHECKING:  # a type checker would take any name for granted

    def __getattr__(name: str) -> object:
        """What programs use is imported when it is asked for: commands import this module too."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import api

        return getattr(api, name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
