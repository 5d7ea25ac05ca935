#!/bin/sh
# Fetches ECharts from npm at the version on record and checks its sum.
set -eu
dir=render/html/vendor/echarts
version=$(sed -n 's/^echarts \([0-9.]*\) .*/\1/p' $dir/VERSION)
sum=$(sed -n 's/^sha256 //p' $dir/VERSION)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
(cd "$tmp" && npm pack --silent "echarts@$version" >/dev/null && tar xzf "echarts-$version.tgz")
echo "$sum  $tmp/package/dist/echarts.min.js" | sha256sum -c -
cp "$tmp/package/dist/echarts.min.js" "$tmp/package/LICENSE" "$tmp/package/NOTICE" "$dir/"
