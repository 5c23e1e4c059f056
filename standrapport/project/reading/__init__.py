# SPDX-License-Identifier: EUPL-1.2
"""Files to model: YAML and CSV, with positions attached at the door.

Nothing else reads a file of the project.
"""

from .catalogue import load_catalogue as load_catalogue
from .figures import load_figures as load_figures
from .narrative import load_edition as load_edition
from .notes_on_figures import (
    accepted_file as accepted_file,
    load_accepted as load_accepted,
    load_revision_reasons as load_revision_reasons,
)
