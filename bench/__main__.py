# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: runs every benchmark."""

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
    word,
)

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
):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()
