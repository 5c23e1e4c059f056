# SPDX-License-Identifier: EUPL-1.2
"""The report: drawn (`charts`), laid out (`render`) and written in whole or not at all
(`publish`).
"""
