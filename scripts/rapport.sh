#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Builds the report of a year: HTML and PDF, or only HTML where Pango is missing. Used by make.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/systeem.sh
vorm=all
if ! geinstalleerd libpango-1.0-0 libpangoft2-1.0-0 && ! .venv/bin/python -c 'import weasyprint' 2>/dev/null; then vorm=html; fi
exec .venv/bin/standrapport build "$1" --format "$vorm"
