# SPDX-License-Identifier: EUPL-1.2
"""Everything is declared in pyproject.toml.

This only puts the templates and the example within an installed package.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class WithFolders(build_py):
    """Copies the folders that stand beside the package into it (`folder_of_the_tool` in
    standrapport/pipeline.py finds them).
    """

    def run(self) -> None:
        """Build as always, then add the folders."""
        super().run()
        for name in ("templates", "examples"):
            skip = shutil.ignore_patterns("out", "__pycache__")
            shutil.copytree(
                Path(__file__).parent / name,
                Path(self.build_lib) / "standrapport" / name,
                dirs_exist_ok=True,
                ignore=skip,
            )


setup(cmdclass={"build_py": WithFolders})
