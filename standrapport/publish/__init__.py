"""What leaves the house: the folder `out/<jaar>/` written in whole or not at all, its manifest, and the open data."""

from .folder import NotWritable, replace_folder
from .manifest import manifest_in, manifest_json, sha256, with_manifest
from .open_data import tidy_csv

__all__ = ["NotWritable", "manifest_in", "manifest_json", "replace_folder", "sha256", "tidy_csv", "with_manifest"]
