"""What is written: `out/<jaar>/` and single files, in whole or not at all; the manifest and the open data."""

from .contents import sha256
from .file import replace_file
from .folder import NotWritable, replace_folder
from .manifest import manifest_in, manifest_json, with_manifest
from .open_data import tidy_csv
from .products import PRODUCTS, product_of, stale_neighbour

__all__ = [
    "PRODUCTS",
    "NotWritable",
    "manifest_in",
    "manifest_json",
    "product_of",
    "replace_file",
    "replace_folder",
    "sha256",
    "stale_neighbour",
    "tidy_csv",
    "with_manifest",
]
