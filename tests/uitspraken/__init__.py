# SPDX-License-Identifier: EUPL-1.2
"""Sentences about invented services, and how the reader of statements measures on them."""
