# SPDX-License-Identifier: EUPL-1.2
"""`python -m standrapport`."""

from .cli import main

main(prog_name="standrapport")
