"""What leaves the house: the folder `out/<jaar>/` written in whole or not at all, its manifest, and the open data."""

from .file import replace_file
from .folder import NotWritable, replace_folder
from .manifest import manifest_json, sha256
from .open_data import tidy_csv

__all__ = ["NotWritable", "manifest_json", "replace_file", "replace_folder", "sha256", "tidy_csv"]
