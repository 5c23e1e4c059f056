#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Installs what the tests need: the test packages, Chromium, a JDK, Node.js, PostgreSQL, LibreOffice and the npm parts. Used by make; quick the second time.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/systeem.sh
bash scripts/install.sh requirements-test.lock

nodig=()
command -v chromium >/dev/null || nodig+=(chromium)
command -v javac >/dev/null || nodig+=(default-jdk-headless)
command -v node >/dev/null || nodig+=(nodejs)
command -v npm >/dev/null || nodig+=(npm)
command -v soffice >/dev/null || nodig+=(libreoffice-writer-nogui)
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || nodig+=(postgresql)
[ ${#nodig[@]} = 0 ] || installeer_pakketten "de tests" "${nodig[@]}"

stempel=tests/web/node_modules/.geinstalleerd
verwacht=$(sha256sum tests/web/package-lock.json)
if ! grep -qxF "$verwacht" "$stempel" 2>/dev/null; then
  echo "Onderdelen van npm installeren"
  npm ci --prefix tests/web --loglevel=error --no-audit --no-fund --ignore-scripts >/dev/null || { echo "De onderdelen van npm konden niet geïnstalleerd worden; zie de regels hierboven." >&2; exit 1; }
  printf '%s\n' "$verwacht" > "$stempel"
fi
