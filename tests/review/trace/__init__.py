# SPDX-License-Identifier: EUPL-1.2
"""Tests of tracing: a figure followed down to its cells and out to its places."""
