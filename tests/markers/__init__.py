# SPDX-License-Identifier: EUPL-1.2
"""Every key of every file of a project, with a word of its own."""
