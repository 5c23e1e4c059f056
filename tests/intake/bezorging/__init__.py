# SPDX-License-Identifier: EUPL-1.2
"""Delivered files that nobody who made the reader had seen (LEESMIJ.md); all invented."""
