# SPDX-License-Identifier: EUPL-1.2
"""Writing in the staff's own files on their request: agreement on blocks, the next edition, a new
project.
"""
