#!/bin/sh
# Looks for PostgreSQL's programs for the tests of timeline/archive, and installs
# Debian's where it may. No server is started but by the tests.
[ -n "$PGBIN" ] && exit 0
command -v initdb >/dev/null 2>&1 && exit 0
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "installing PostgreSQL for the tests of timeline/archive"
	# No cluster of its own: the tests make theirs.
	mkdir -p /etc/postgresql-common && [ -e /etc/postgresql-common/createcluster.conf ] ||
		echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
	if apt-get update -qq >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null 2>&1; then
		exit 0
	fi
	echo "PostgreSQL could not be installed" >&2
fi
if [ -n "$CI" ]; then
	echo "there is no PostgreSQL, and CI must run its tests" >&2
	exit 1
fi
echo "No PostgreSQL: the server half of the tests of timeline/archive is left out. Install postgresql to run it." >&2
