# SPDX-License-Identifier: EUPL-1.2
"""For who reviews: what changed (`compare`, `versions`), where a figure comes from (`trace`), how
it went over the years (`trend`).
"""
