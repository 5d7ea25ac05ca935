#!/bin/sh
# Looks for a Chromium for the browser tests, and installs Debian's where it may.
for b in chromium chromium-browser google-chrome google-chrome-stable; do
	command -v "$b" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "installing Chromium for the browser tests"
	if apt-get update -qq >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null 2>&1; then
		exit 0
	fi
	echo "Chromium could not be installed" >&2
fi
if [ -n "$CI" ]; then
	echo "there is no browser, and CI must run the browser tests" >&2
	exit 1
fi
echo "No Chromium: the browser tests of render/html (page opens without errors, hostile text is inert," >&2
echo "clicks, filters, links, print, no scripts, time zones) are left out. Install chromium to run them." >&2
