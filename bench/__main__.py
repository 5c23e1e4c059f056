# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: runs every benchmark, then the long fuzz run: MUTANTS (20.000 unless the environment
says otherwise) and every moment of typing. Ends with 1 when anything fell.
"""

import os
import sys

from . import (
    against,
    before,
    compare,
    consistency,
    mutants,
    preview,
    repairs,
    report,
    sentences,
    sources,
    typing_in,
    word,
)
from .fuzz.running import report as told, run as fuzz

for module in (
    report,
    before,
    preview,
    compare,
    consistency,
    repairs,
    sentences,
    sources,
    word,
    against,
    mutants,
    typing_in,
):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()

print("\nFiles as people and programs break them")
sys.exit(1 if told(fuzz(range(int(os.environ.get("MUTANTS", "20000"))))) else 0)
