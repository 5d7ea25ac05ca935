#!/bin/sh
# Bundles the page's script from render/html/app with the pinned esbuild of npm. The
# bundle is committed, so that building the program needs no node; its first line holds
# the hash of the sources, which a test compares.
set -eu
version=0.28.2
cd "$(dirname "$0")/.."
root=render/html
sum=$(find $root/app -name '*.js' ! -name '*.test.js' | LC_ALL=C sort | xargs cat | sha256sum | cut -d' ' -f1)
tools=${ESBUILD_DIR:-$(mktemp -d)}
[ -x "$tools/node_modules/.bin/esbuild" ] || npm install --silent --no-audit --no-fund --prefix "$tools" "esbuild@$version" >/dev/null
"$tools/node_modules/.bin/esbuild" $root/app/main.js --bundle --format=iife --charset=utf8 --target=es2022 --log-level=warning \
	--banner:js="/* Dateline's page, made of render/html/app by make page; sources sha256:$sum */" --outfile=$root/built/app.js
[ -n "${ESBUILD_DIR:-}" ] || rm -rf "$tools"
