# SPDX-License-Identifier: EUPL-1.2
"""Files to model: YAML and CSV, with positions attached at the door.

Nothing else reads a file of the project.
"""

from .catalogue import load_catalogue
from .figures import load_figures
from .narrative import load_edition
from .notes_on_figures import accepted_file, load_accepted, load_revision_reasons

__all__ = [
    "accepted_file",
    "load_accepted",
    "load_catalogue",
    "load_edition",
    "load_figures",
    "load_revision_reasons",
]
