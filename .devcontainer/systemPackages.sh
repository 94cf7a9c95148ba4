#!/usr/bin/env bash
# What `npm test` needs of the system; everything else it installs itself, into the user's cache.
set -euo pipefail
sudo apt-get update
sudo DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
  python3 python3-venv chromium-headless-shell postgresql mariadb-server-core
