#!/usr/bin/env bash
# usage: install.sh CACHE_DIRECTORY
# Installs the clients exactly as the lock file says, once for each lock file, and prints the folder.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder="$1/clients-$(sha256sum <"$here/package-lock.json" | cut -c 1-12)"

if [[ ! -d "$folder" ]]; then
  mkdir -p "$1"
  unfinished="$(mktemp -d "$1/clients.XXXXXX")"
  trap 'rm -rf "$unfinished"' EXIT
  cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$unfinished/"
  (cd "$unfinished" && npm ci >&2)
  [[ -d "$folder" ]] || mv "$unfinished" "$folder"
fi
printf '%s\n' "$folder"
