#!/bin/sh
# Fetches ECharts and the outlines of countries from npm at the versions on record, and
# checks their sums.
set -eu
dir=render/html/vendor/echarts
version=$(sed -n 's/^echarts \([0-9.]*\) .*/\1/p' $dir/VERSION)
sum=$(sed -n 's/^sha256 //p' $dir/VERSION)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
(cd "$tmp" && npm pack --silent "echarts@$version" >/dev/null && tar xzf "echarts-$version.tgz")
echo "$sum  $tmp/package/dist/echarts.min.js" | sha256sum -c -
cp "$tmp/package/dist/echarts.min.js" "$tmp/package/LICENSE" "$tmp/package/NOTICE" "$dir/"

dir=render/html/vendor/world
version=$(sed -n 's/^world-atlas \([0-9.]*\) .*/\1/p' $dir/VERSION)
sum=$(sed -n 's/^sha256 //p' $dir/VERSION)
(cd "$tmp" && rm -rf package && npm pack --silent "world-atlas@$version" >/dev/null && tar xzf "world-atlas-$version.tgz")
echo "$sum  $tmp/package/countries-110m.json" | sha256sum -c -
cp "$tmp/package/countries-110m.json" "$tmp/package/LICENSE" "$dir/"
