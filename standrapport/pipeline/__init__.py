# SPDX-License-Identifier: EUPL-1.2
"""The order of the stages, and nothing else: `check` up to the text, `build` and `export` to what
is written.
"""
