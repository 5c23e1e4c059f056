# SPDX-License-Identifier: EUPL-1.2
"""Stored texts of both editions, compared with what is built now."""
