# SPDX-License-Identifier: EUPL-1.2
"""The interface for programs."""
