# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench.mutants [FILE…]`: every mutant of the core, or of the files named."""

import sys

from . import CODE, run

run(None, sys.argv[1:] or CODE)
