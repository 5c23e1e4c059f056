"""`make bench`: runs every benchmark."""

from . import against, compare, consistency, report

for module in (report, compare, consistency, against):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()
