# SPDX-License-Identifier: EUPL-1.2
"""What is written: `out/<jaar>/` and single files, in whole or not at all; and the manifest."""

from .contents import FileContent, sha256
from .folder import NotWritable, locked, replace_file, replace_folder
from .manifest import (
    PRODUCTS,
    Manifest,
    foreign,
    manifest_in,
    manifest_parts,
    product_name,
    public_manifest,
    stale_neighbour,
    stale_report,
    with_manifest,
)
from .saving import FileChange, finish_saving, save

__all__ = [
    "PRODUCTS",
    "FileChange",
    "FileContent",
    "Manifest",
    "NotWritable",
    "finish_saving",
    "foreign",
    "locked",
    "manifest_in",
    "manifest_parts",
    "product_name",
    "public_manifest",
    "replace_file",
    "replace_folder",
    "save",
    "sha256",
    "stale_neighbour",
    "stale_report",
    "with_manifest",
]
