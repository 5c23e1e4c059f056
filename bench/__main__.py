"""`make bench`: runs every benchmark."""

from . import compare, consistency, report

for module in (report, compare, consistency):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()
