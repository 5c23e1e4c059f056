"""Write requirements.lock and requirements-test.lock: exact versions with the hashes of the files pip chooses here.

No registry is named: a lock holds names, versions and hashes only. Run with `make lock`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def resolve(*names: str) -> list[str]:
    """The lock lines pip resolves a set of requirement files to."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        wanted = [part for name in names for part in ("-r", str(ROOT / name))]
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--report", str(report), *wanted],
            check=True,
        )
        installs = json.loads(report.read_text())["install"]
    lines = []
    for one in sorted(installs, key=lambda item: item["metadata"]["name"].lower()):
        digest = one["download_info"]["archive_info"]["hashes"]["sha256"]
        lines.append(f"{one['metadata']['name']}=={one['metadata']['version']} --hash=sha256:{digest}")
    return lines


def main() -> None:
    """Write both locks; the second also holds everything of the first."""
    for lock, names in (
        ("requirements.lock", ["requirements.in"]),
        ("requirements-test.lock", ["requirements.in", "requirements-test.in"]),
    ):
        head = f"# Gemaakt met make lock uit {', '.join(names)}; niet met de hand veranderen."
        (ROOT / lock).write_text("\n".join([head, *resolve(*names), ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
