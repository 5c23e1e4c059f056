# SPDX-License-Identifier: EUPL-1.2
"""Benchmarks: whole-process medians, and ratios against a peer or a floor in the same run."""
