"""What is written: `out/<jaar>/` and single files, in whole or not at all; and the manifest."""

from .contents import FileContent, number, sha256
from .file import replace_file
from .folder import NotWritable, replace_folder
from .manifest import manifest_in, manifest_json, with_manifest
from .products import PRODUCTS, product_of, stale_neighbour, stale_report

__all__ = [
    "PRODUCTS",
    "FileContent",
    "NotWritable",
    "manifest_in",
    "manifest_json",
    "number",
    "product_of",
    "replace_file",
    "replace_folder",
    "sha256",
    "stale_neighbour",
    "stale_report",
    "with_manifest",
]
