"""Files to model: YAML and CSV, with positions attached at the door. Nothing else reads a file of the project."""

from .catalogue import load_catalogue
from .figures import load_figures
from .narrative import load_edition

__all__ = ["load_catalogue", "load_edition", "load_figures"]
