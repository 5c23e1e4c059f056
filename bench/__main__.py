"""`make bench`: runs every benchmark."""

from . import against, compare, consistency, preview, report, sentences

for module in (report, preview, compare, consistency, sentences, against):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()
