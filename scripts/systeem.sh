# Shared by the install scripts: installing Debian packages when that is allowed. Sourced, not run.
# SPDX-License-Identifier: EUPL-1.2

# As root, or with sudo that asks no password.
mag_installeren() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }

als_beheerder() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# installeer_pakketten REDEN PAKKET...: fails with one Dutch sentence when it cannot.
installeer_pakketten() {
  local reden=$1; shift
  if ! command -v apt-get >/dev/null || ! mag_installeren; then
    echo "Voor $reden is nodig: sudo apt-get update && sudo apt-get install -y --no-install-recommends $*" >&2
    return 1
  fi
  echo "Installeren voor $reden: $*"
  als_beheerder apt-get update -qq >/dev/null
  als_beheerder env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Whether all these Debian packages are installed.
geinstalleerd() { dpkg-query -W -f='${Status}\n' "$@" 2>/dev/null | grep -c '^install ok installed$' | grep -qx "$#"; }
