# SPDX-License-Identifier: EUPL-1.2
"""Small cases on disk, one folder per code."""
