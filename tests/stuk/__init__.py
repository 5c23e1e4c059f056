# SPDX-License-Identifier: EUPL-1.2
"""Broken, half-typed and outsized files: never a crash, always one sentence with its place."""
