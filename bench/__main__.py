"""`make bench`: runs every benchmark."""

from . import consistency, report

for module in (report, consistency):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()
