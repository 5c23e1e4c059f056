# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench.mutants [FILE…]`: every mutant of the core, or of the files named.

A seed that nobody looked at tells most: `--seed 7 --size 200 --room standrapport/core` takes 200
mutants of that room. Every survivor is printed: where it is, what stands there, what may as well.
"""

import argparse

from . import CODE, SEED, run

parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
parser.add_argument("names", nargs="*", metavar="FILE", help="files or folders to change")
parser.add_argument("--room", action="append", default=[], help="a folder to change")
parser.add_argument("--size", type=int, help="how many mutants to draw; all without it")
parser.add_argument("--seed", type=int, default=SEED, help=f"which are drawn; {SEED} without it")
asked = parser.parse_args()
run(asked.size, [*asked.names, *asked.room] or CODE, asked.seed)
