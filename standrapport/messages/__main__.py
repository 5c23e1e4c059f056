# SPDX-License-Identifier: EUPL-1.2
"""`python -m standrapport.messages` writes docs/meldingen.md to stdout."""

import sys

from .explain import document

sys.stdout.write(document())
