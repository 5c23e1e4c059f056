# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench.fuzz [--from N] [--size N]`: the long run; ends with 1 when a mutant falls."""

import argparse
import sys

from .running import report, run

parser = argparse.ArgumentParser()
parser.add_argument("--from", dest="first", type=int, default=0)
parser.add_argument("--size", type=int, default=20_000)
given = parser.parse_args()
sys.exit(1 if report(run(range(given.first, given.first + given.size))) else 0)
