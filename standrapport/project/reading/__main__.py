# SPDX-License-Identifier: EUPL-1.2
"""`python -m standrapport.project.reading MAP` writes the JSON Schemas of the YAML files into a
folder.
"""

import sys
from pathlib import Path

from .schemas import schemas

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, text in schemas().items():
    (folder / name).write_text(text, "utf-8")
