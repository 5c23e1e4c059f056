# SPDX-License-Identifier: EUPL-1.2
"""Tests of the HTML in a browser and with checkers."""
