# SPDX-License-Identifier: EUPL-1.2
"""Delivered files that went wrong once, with what should happen."""
