"""`make bench`: runs every benchmark."""

from . import against, consistency, report

for module in (report, consistency, against):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()
