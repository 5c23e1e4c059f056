"""`python -m standrapport`."""

from .cli import main

main(prog_name="standrapport")
