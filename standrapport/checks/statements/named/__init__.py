# SPDX-License-Identifier: EUPL-1.2
"""What a line means: the figure, year, share or reference its words name, and how sure that is."""
