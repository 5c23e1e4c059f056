#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Writes out/sbom.cdx.json: everything the report is made with, by version and licence, as CycloneDX. Used by make.
# The tool for it stands in an environment of its own, so that it is not in its own list. Where the service that knows vulnerabilities can be
# reached, they are told as well; the list is complete without.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -x .venv-sbom/bin/cyclonedx-py ] || { .venv/bin/python -m venv .venv-sbom; .venv-sbom/bin/python -m pip install --quiet --disable-pip-version-check cyclonedx-bom pip-audit; }
map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
.venv/bin/python -m venv --without-pip "$map/rapport"
.venv-sbom/bin/python -m pip --python "$map/rapport/bin/python" install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock 2> >(grep -v 'is ignored: it is neither' >&2)
mkdir -p out
.venv-sbom/bin/cyclonedx-py environment "$map/rapport/bin/python" --pyproject pyproject.toml --output-reproducible --output-format JSON --output-file out/sbom.cdx.json
echo "Geschreven: out/sbom.cdx.json, $(grep -c '"purl"' out/sbom.cdx.json) pakketten."
if ! .venv-sbom/bin/pip-audit --requirement requirements.lock --require-hashes --disable-pip --progress-spinner off > "$map/kwetsbaar" 2>&1; then
  if grep -q '^Found ' "$map/kwetsbaar"; then cat "$map/kwetsbaar"; exit 1; fi
  echo "De lijst met kwetsbaarheden was niet te bereiken; daar is niet naar gekeken." >&2
else
  echo "Geen bekende kwetsbaarheden."
fi
