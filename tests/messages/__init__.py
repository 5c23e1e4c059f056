# SPDX-License-Identifier: EUPL-1.2
"""Tests of findings in words and for machines."""
