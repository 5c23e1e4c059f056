# SPDX-License-Identifier: EUPL-1.2
"""Tests of trends: a figure over all editions."""
