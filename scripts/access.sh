#!/bin/sh
# Fetches axe-core from npm into a temporary folder and lets it look at the page.
set -eu
version=4.14.1
command -v npm >/dev/null 2>&1 || { echo "no npm: the page is not asked for faults of access" >&2; exit 0; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
(cd "$tmp" && npm pack --silent "axe-core@$version" >/dev/null && tar xzf "axe-core-$version.tgz")
AXE="$tmp/package/axe.min.js" go test ./render/html -run TestAccess -count 1
