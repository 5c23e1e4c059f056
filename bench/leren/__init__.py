# SPDX-License-Identifier: EUPL-1.2
"""Learning the weights of names from invented sentences; only for development."""
