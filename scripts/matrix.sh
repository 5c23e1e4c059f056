#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Runs the tests with every Python the tool promises (3.11 to 3.13), each in a fresh clone with a virtual environment of its own.
# Used by make; arguments go to pytest (default: everything). A version that is not on this machine fails the run: nothing is skipped silently.
set -euo pipefail
cd "$(dirname "$0")/.."
bron=$PWD
map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT

# python_van VERSIE: its interpreter, on the path or among those of pyenv.
python_van() {
  command -v "python$1" 2>/dev/null && "python$1" -c '' 2>/dev/null && return
  ls -d "${PYENV_ROOT:-$HOME/.pyenv}/versions/$1."*/bin/python 2>/dev/null | sort -V | tail -1 | grep .
}

mis=0
for versie in ${PYTHONS:-3.11 3.12 3.13}; do
  if ! python=$(python_van "$versie" | tail -1) || [ -z "$python" ]; then
    echo "Python $versie staat niet op deze machine; de proef met deze versie is niet gedaan." >&2
    mis=1; continue
  fi
  echo "== Python $versie ($python)"
  git clone --quiet "$bron" "$map/$versie"
  if ! (cd "$map/$versie" && PYTHON=$python bash scripts/install-test.sh && PYTHONDONTWRITEBYTECODE= .venv/bin/python -m pytest -q -n 2 --dist loadgroup -p no:cacheprovider "$@"); then mis=1; fi
done
exit "$mis"
