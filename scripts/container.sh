#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Builds the image of Containerfile with podman or docker, and makes a report in it without a network and without root. Used by make.
set -euo pipefail
cd "$(dirname "$0")/.."
bouwer=""
for een in podman docker; do
  if command -v "$een" >/dev/null && "$een" info >/dev/null 2>&1; then bouwer=$een; break; fi
done
if [ -z "$bouwer" ]; then
  echo "Hier is geen podman of docker die werkt; de container is niet gebouwd." >&2
  exit 1
fi
"$bouwer" build --file Containerfile --tag standrapport .
proef=$(mktemp -d)
trap 'rm -rf "$proef"' EXIT
chmod 777 "$proef"
"$bouwer" run --rm --network none --volume "$proef:/project:Z" standrapport init proef
"$bouwer" run --rm --network none --volume "$proef/proef:/project:Z" standrapport build 2024
echo "De container standrapport is gebouwd en maakte er een rapport mee."
