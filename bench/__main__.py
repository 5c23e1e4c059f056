"""`make bench`: runs every benchmark."""

from . import consistency, report, sources

for module in (report, consistency, sources):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()
