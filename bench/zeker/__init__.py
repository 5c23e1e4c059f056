# SPDX-License-Identifier: EUPL-1.2
"""What makes an accusation certain, learned with each invented service left out in turn."""
