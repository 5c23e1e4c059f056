#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Runs every check there is: style, types, tests. Used by make after installing.
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=  # else every program a test starts compiles standrapport again: 0,8 s each
cd "$(dirname "$0")/.."
.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
.venv/bin/python -m pytest -n 2 --dist loadgroup
.venv/bin/python -m coverage run -m pytest -q -n 0 tests/core
.venv/bin/python -m coverage report
