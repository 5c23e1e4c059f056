#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Writes the locks: exact versions of everything in pyproject.toml, each extra and the tests, with the hashes of their wheels for every system
# and every Python from 3.11 on. A lock holds names, versions and hashes, never an address. Run with `make lock`; versions that still fit stay
# as they are, unless NIEUW=1 asks for the newest. docs/besluiten/0022 says why uv.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -x .venv-lock/bin/uv ]; then
  .venv/bin/python -m venv .venv-lock
  .venv-lock/bin/python -m pip install --quiet --disable-pip-version-check uv
fi
# uv does not read the settings of pip; where pip has a registry of its own, that is used here too.
register=$(.venv-lock/bin/python -m pip config list 2>/dev/null | sed -n "s/^global\.index.url='\(.*\)'$/\1/p" || true)
[ -z "$register" ] || export UV_DEFAULT_INDEX=${UV_DEFAULT_INDEX:-$register}

leg_vast() { # leg_vast SLOT BRON...
  local slot=$1; shift
  .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --only-binary :all: --generate-hashes \
    --no-header --no-annotate ${NIEUW:+--upgrade} --output-file "$slot" "$@" >/dev/null
  sed -i '1i # Gemaakt met make lock; niet met de hand veranderen.' "$slot"
}

# The tests need everything; what they run with is what the others get.
leg_vast requirements-test.lock pyproject.toml --all-extras requirements-test.in
unset NIEUW
leg_vast requirements.lock pyproject.toml --constraint requirements-test.lock
leg_vast requirements-bron.lock pyproject.toml --extra bron --constraint requirements-test.lock
leg_vast requirements-pandas.lock pyproject.toml --extra pandas --constraint requirements-test.lock

# Everything must have a wheel wherever the tool is used; pip itself is asked, without installing. The other locks hold the same versions.
map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
for processor in x86_64 aarch64; do
  platforms=()
  for linux in manylinux_2_28 manylinux_2_27 manylinux_2_24 manylinux2014 manylinux_2_17 manylinux_2_12 manylinux2010; do
    platforms+=(--platform "${linux}_$processor")
  done
  for versie in 3.11 3.12 3.13; do
    .venv-lock/bin/python -m pip install --quiet --disable-pip-version-check --dry-run --no-deps --require-hashes --only-binary :all: \
      --target "$map" --implementation cp --python-version "$versie" "${platforms[@]}" -r requirements-test.lock \
      2> >(grep -v 'is ignored: it is neither' >&2)
    echo "Python $versie op $processor: in orde"
  done
done
