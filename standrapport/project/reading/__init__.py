# SPDX-License-Identifier: EUPL-1.2
"""Files to model: YAML and CSV, with positions attached at the door.

Nothing else reads a file of the project.
"""

from .accepted import accepted_file, load_accepted
from .catalogue import load_catalogue
from .figures import load_figures
from .narrative import load_edition
from .remarks import load_remarks
from .revisions import load_revision_reasons

__all__ = [
    "accepted_file",
    "load_accepted",
    "load_catalogue",
    "load_edition",
    "load_figures",
    "load_remarks",
    "load_revision_reasons",
]
