"""`make bench`: runs every benchmark."""

from . import against, consistency, report, sentences

for module in (report, consistency, sentences, against):
    print(f"\n{(module.__doc__ or '').splitlines()[0]}")
    module.run()
