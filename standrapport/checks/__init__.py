# SPDX-License-Identifier: EUPL-1.2
"""What is checked: the figures against their rules (`figures`) and the texts against the figures
(`text`).
"""
