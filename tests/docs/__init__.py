# SPDX-License-Identifier: EUPL-1.2
"""The documentation is run: every command in it, its pictures, and the names it uses."""
