# SPDX-License-Identifier: EUPL-1.2
"""A year of which only a part is known, from new to build."""
