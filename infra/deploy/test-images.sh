#!/usr/bin/env bash
# Makes images of PostgreSQL, Redis and Keycloak from the versions that Kith brings along (Redis from
# Debian), for tests in containers on a machine with podman that cannot pull images. Needs root,
# debootstrap, podman, runc, a JDK 25 and one earlier ./kith up or ./kith test.
#
#   infra/deploy/test-images.sh build             make the three images
#   infra/deploy/test-images.sh run COMMAND…      run a command with podman in the place of Docker
#
# For example: infra/deploy/test-images.sh run ./kith test -Pcontainers
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cache="${KITH_CACHE_DIR:-$HOME/.cache/kith}"
work="$cache/test-images"
postgres_version="$(sed -n 's|.*<embedded-postgres-binaries.version>\(.*\)</embedded-postgres-binaries.version>.*|\1|p' pom.xml)"
keycloak_version="$(sed -n 's|.*<keycloak.version>\(.*\)</keycloak.version>.*|\1|p' pom.xml)"

# podman's defaults ask for more than a small machine permits.
configure_podman() {
  mkdir -p "$work"
  cat >"$work/containers.conf" <<'CONF'
[containers]
default_ulimits = ["nofile=20000:20000", "nproc=4096:4096"]
[engine]
runtime = "runc"
CONF
  export CONTAINERS_CONF="$work/containers.conf"
}

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [[ -f "$candidate/release" ]] && grep -q '^JAVA_VERSION="25[".]' "$candidate/release"; then
      jdk="$candidate"
      return
    fi
  done
  echo "A JDK 25 is needed; point JAVA_HOME to one." >&2
  exit 1
}

# Understands what the tests need of the official image: the password, options of initdb, arguments.
write_postgres_entrypoint() {
  cat >"$1/usr/local/bin/postgres-entrypoint" <<'ENTRY'
#!/bin/bash
set -euo pipefail
programs=/opt/postgres/bin
data=/var/lib/postgresql/data
install -d -o postgres -g postgres -m 700 "$data"
read -r -a options <<<"${POSTGRES_INITDB_ARGS:-}"
as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups)
password="$(mktemp)"
printf '%s' "$POSTGRES_PASSWORD" >"$password"
chown postgres "$password"
"${as_postgres[@]}" "$programs/initdb" -D "$data" -U postgres --auth=scram-sha-256 \
  --pwfile="$password" --no-sync "${options[@]}"
rm "$password"
echo 'host all all all scram-sha-256' >>"$data/pg_hba.conf"
[[ "${1:-postgres}" != postgres ]] || shift
exec "${as_postgres[@]}" "$programs/postgres" -D "$data" -c listen_addresses='*' "$@"
ENTRY
  chmod +x "$1/usr/local/bin/postgres-entrypoint"
}

import_image() {
  tar -C "$1" -c . | podman import -q --change "ENTRYPOINT $3" --change "ENV PATH=/opt/jdk/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
    --change "ENV JAVA_HOME=/opt/jdk" --change "EXPOSE $4" - "localhost/kith-test-$2:latest"
}

build() {
  local rootfs="$work/rootfs" postgres="$cache/postgres-$postgres_version"
  local archive="$cache/archives/keycloak-quarkus-dist-$keycloak_version.tar.gz"
  find_jdk
  if [[ ! -f "$archive" || ! -d "$postgres" ]]; then
    echo "Keycloak's archive or PostgreSQL is missing in $cache: run ./kith up first." >&2
    exit 1
  fi
  rm -rf "$rootfs"
  mkdir -p "$rootfs"
  debootstrap --variant=minbase --include=redis-server bookworm "$rootfs"
  rm -rf "$rootfs"/var/cache/apt/archives/*.deb
  cp -a "$postgres" "$rootfs/opt/postgres"
  chmod -R go+rX "$rootfs/opt/postgres"
  chroot "$rootfs" useradd --system --create-home --home-dir /var/lib/postgresql postgres
  write_postgres_entrypoint "$rootfs"
  import_image "$rootfs" postgres '["/usr/local/bin/postgres-entrypoint"]' 5432
  import_image "$rootfs" redis '[]' 6379
  mkdir -p "$rootfs/opt/keycloak"
  tar -xzf "$archive" -C "$rootfs/opt/keycloak" --strip-components=1
  cp -aL "$jdk" "$rootfs/opt/jdk"
  import_image "$rootfs" keycloak '["/opt/keycloak/bin/kc.sh"]' 8080
  rm -rf "$rootfs"
  podman images
}

run() {
  local folder status=0 service
  folder="$(mktemp -d)"
  podman system service --time=0 "unix://$folder/podman.sock" &
  service=$!
  trap 'kill "$service"; rm -rf "$folder"' EXIT
  until [[ -S "$folder/podman.sock" ]]; do sleep 0.1; done
  DOCKER_HOST="unix://$folder/podman.sock" TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_HOST_OVERRIDE=localhost \
    KITH_TEST_POSTGRES_IMAGE=localhost/kith-test-postgres:latest \
    KITH_TEST_REDIS_IMAGE=localhost/kith-test-redis:latest \
    KITH_TEST_KEYCLOAK_IMAGE=localhost/kith-test-keycloak:latest \
    "$@" || status=$?
  exit "$status"
}

configure_podman
case "${1:-}" in
  build)
    build
    ;;
  run)
    shift
    run "$@"
    ;;
  *)
    sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac
