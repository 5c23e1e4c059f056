# SPDX-License-Identifier: EUPL-1.2
"""What is written: `out/<jaar>/` and single files, in whole or not at all; and the manifest."""

from .contents import FileContent, sha256
from .folder import NotWritable, replace_file, replace_folder
from .manifest import (
    PRODUCTS,
    manifest_in,
    manifest_json,
    product_name,
    product_of,
    stale_neighbour,
    stale_report,
    with_manifest,
)

__all__ = [
    "PRODUCTS",
    "FileContent",
    "NotWritable",
    "manifest_in",
    "manifest_json",
    "product_name",
    "product_of",
    "replace_file",
    "replace_folder",
    "sha256",
    "stale_neighbour",
    "stale_report",
    "with_manifest",
]
