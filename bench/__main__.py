"""`make bench`: runs every benchmark."""

from . import report

for module in (report,):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()
