# SPDX-License-Identifier: EUPL-1.2
"""Click's own words in Dutch, so that the whole surface is one language.

Click looks its words up with gettext, in the catalogue and the language of the process. The
catalogue is taal/nl/LC_MESSAGES/standrapport.po; staff get Dutch whatever the language of their
machine is. Nothing of click itself is replaced: what it does not look up (ranges of numbers, the
question of yes or no) is not used; see `between` and `confirmed` for ours.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

_DOMAIN = "standrapport"


def speak_dutch() -> None:
    """Make click use the Dutch catalogue; before the commands are made, which look up words too."""
    gettext.bindtextdomain(_DOMAIN, Path(__file__).parent / "taal")
    gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = "nl"
