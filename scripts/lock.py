"""Write requirements.lock and requirements-test.lock: exact versions with the hashes of the files
pip chooses.

The versions are those that fit the Python this runs with; the hashes cover Linux on two processors
with three versions of Python. No registry is named: a lock holds names, versions and hashes only.
Run with `make lock`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13")
PROCESSORS = ("x86_64", "aarch64")
LINUX = (
    "manylinux_2_28",
    "manylinux_2_27",
    "manylinux_2_24",
    "manylinux2014",
    "manylinux_2_17",
    "manylinux_2_12",
    "manylinux2010",
)


def chosen(*options: str) -> dict[str, str]:
    """What pip would install with these options: per exact version the hash of the file."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        fixed = [
            "install",
            "--quiet",
            "--dry-run",
            "--ignore-installed",
            "--only-binary",
            ":all:",
            "--report",
            str(report),
        ]
        subprocess.run([sys.executable, "-m", "pip", *fixed, *options], check=True)
        installs = json.loads(report.read_text("utf-8"))["install"]
    return {
        f"{one['metadata']['name']}=={one['metadata']['version']}": one["download_info"][
            "archive_info"
        ]["hashes"]["sha256"]
        for one in installs
    }


def elsewhere(versions: list[str], python: str, processor: str) -> dict[str, str]:
    """The hashes of the same versions for another Python and processor."""
    platforms = [part for name in LINUX for part in ("--platform", f"{name}_{processor}")]
    with tempfile.TemporaryDirectory() as folder:
        return chosen(
            "--no-deps",
            "--target",
            folder,
            "--python-version",
            python,
            "--implementation",
            "cp",
            *platforms,
            *versions,
        )


def lines(names: tuple[str, ...]) -> list[str]:
    """The lines of the lock of a set of requirement files."""
    hashes = {
        version: {digest}
        for version, digest in chosen(
            *(part for name in names for part in ("-r", str(ROOT / name)))
        ).items()
    }
    for python in PYTHONS:
        for processor in PROCESSORS:
            for version, digest in elsewhere(list(hashes), python, processor).items():
                hashes[version].add(digest)
    return [
        " \\\n".join([version, *(f"    --hash=sha256:{digest}" for digest in sorted(digests))])
        for version, digests in sorted(hashes.items(), key=lambda item: item[0].lower())
    ]


def main() -> None:
    """Write both locks; the second also holds everything of the first."""
    for lock, names in (
        ("requirements.lock", ("requirements.in",)),
        ("requirements-test.lock", ("requirements.in", "requirements-test.in")),
    ):
        head = f"# Gemaakt met make lock uit {', '.join(names)}; niet met de hand veranderen."
        (ROOT / lock).write_text("\n".join([head, *lines(names), ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
