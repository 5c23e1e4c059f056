# SPDX-License-Identifier: EUPL-1.2
"""A number that is typed or given by a reference, held against what its words name."""
