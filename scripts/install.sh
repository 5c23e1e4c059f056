#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Installs what building reports needs: a virtual environment with the locked packages, and Pango for the PDF.
# Used by make; quick when everything is there. Argument: the lock file to install (default requirements.lock, without extras).
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/systeem.sh
slot=${1:-requirements.lock}

python=""
for kandidaat in ${PYTHON:+"$PYTHON"} python3.11 python3.12 python3.13 python3; do
  if command -v "$kandidaat" >/dev/null && "$kandidaat" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$kandidaat; break
  fi
done
if [ -z "$python" ]; then
  installeer_pakketten "Python" python3 python3-venv
  python=python3
fi

# A virtual environment of another folder (a moved clone) does not work; make a new one then.
if [ -d .venv ] && ! .venv/bin/python -c '' 2>/dev/null; then rm -rf .venv; fi
if [ ! -x .venv/bin/python ]; then
  "$python" -c 'import ensurepip' 2>/dev/null || installeer_pakketten "een virtuele omgeving" python3-venv
  "$python" -m venv .venv
fi

# The stamp holds everything that decides what is installed, the place of the clone included: a line per lock. A larger lock has all of a smaller one.
stempel=.venv/geinstalleerd
kenmerk() { echo "$1 $(cat "$1" pyproject.toml | sha256sum) $PWD"; }
case $slot in
  requirements.lock) volstaat="$slot requirements-bron.lock requirements-pandas.lock requirements-test.lock" ;;
  *) volstaat="$slot requirements-test.lock" ;;
esac
staat_er() {
  local een
  for een in $volstaat; do grep -qxF "$(kenmerk "$een")" "$stempel" 2>/dev/null && return 0; done
  return 1
}
if ! staat_er; then
  echo "Python-pakketten installeren ($slot)"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$slot" 2> >(grep -v 'is ignored: it is neither' >&2)
  # The project itself: a path file and a starter script, so that no build tool has to be fetched.
  plaats=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
  printf '%s\n' "$PWD" > "$plaats/standrapport.pth"
  printf '#!%s\nimport sys\nfrom standrapport.cli import main\nsys.exit(main(prog_name="standrapport"))\n' "$PWD/.venv/bin/python" > .venv/bin/standrapport
  chmod +x .venv/bin/standrapport
  case $PWD in *' '*) printf '#!/bin/sh\nexec "%s" -m standrapport "$@"\n' "$PWD/.venv/bin/python" > .venv/bin/standrapport ;; esac
  # What other locks installed is still there, in these same versions; lines of other versions no longer hold.
  for een in requirements*.lock; do grep -xF "$(kenmerk "$een")" "$stempel" 2>/dev/null || true; done > "$stempel.nieuw"
  kenmerk "$slot" >> "$stempel.nieuw"
  mv "$stempel.nieuw" "$stempel"
fi

if ! geinstalleerd libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; then
  installeer_pakketten "de PDF" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 || echo "Zonder Pango wordt alleen de HTML gemaakt." >&2
fi
