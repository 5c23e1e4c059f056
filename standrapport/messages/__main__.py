# SPDX-License-Identifier: EUPL-1.2
"""`python -m standrapport.messages` writes docs/meldingen.md to stdout."""

import sys

from .as_text import document

sys.stdout.write(document())
