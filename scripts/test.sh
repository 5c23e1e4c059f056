#!/usr/bin/env bash
# Runs every check there is: style, types, tests. Used by make after installing.
set -euo pipefail
cd "$(dirname "$0")/.."
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
.venv/bin/python -m pytest
