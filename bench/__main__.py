"""`make bench`: runs every benchmark."""

from . import against, compare, consistency, report, sentences, sources

for module in (report, compare, consistency, sentences, sources, against):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()
