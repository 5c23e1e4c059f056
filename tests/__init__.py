# SPDX-License-Identifier: EUPL-1.2
"""Tests of standrapport; the folders mirror the rooms of the package."""
