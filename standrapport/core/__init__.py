# SPDX-License-Identifier: EUPL-1.2
"""The nouns and the arithmetic: figures as intervals, formulas, derived figures, Dutch notation.
Knows no files and no pages.
"""
