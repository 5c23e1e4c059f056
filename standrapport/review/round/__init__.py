# SPDX-License-Identifier: EUPL-1.2
"""A review round: what came back from readers, held against what they were sent, merged with what
changed meanwhile, and written only as far as nobody needs to be asked (docs/besluiten/0029).
"""
