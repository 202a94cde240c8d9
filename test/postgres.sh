# postgres.sh - for test scripts: a PostgreSQL server of their own, in a folder of its own, on a socket alone; gone when the script ends.
#
#	. test/postgres.sh
#	postgres_start			$POSTGRES is then the URI of an empty database; the script fails when no server can be started
#
# The server refuses to run as root: then it is the user "postgres" of Debian's package.  No port is opened: it listens on a socket in its folder.
# A watcher ends the server should the script be killed.

postgres_bin()
{
	for d in /usr/lib/postgresql/*/bin; do
		[ -x "$d/postgres" ] && bin=$d
	done
	[ -n "${bin:-}" ]
}

as_postgres()
{
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid postgres --regid postgres --clear-groups "$@"
	else
		"$@"
	fi
}

postgres_stop()
{
	[ -n "${PG:-}" ] || return 0
	as_postgres "$bin/pg_ctl" -D "$PG/data" -m immediate stop >/dev/null 2>&1
	rm -rf "$PG"
	PG=
}

postgres_start()
{
	postgres_bin || {
		echo "Bail out! no PostgreSQL server (tools/deps test installs Debian's package postgresql)"
		exit 1
	}
	PG=$(mktemp -d /tmp/pg.XXXXXX)
	[ "$(id -u)" = 0 ] && chown postgres "$PG"
	as_postgres "$bin/initdb" -D "$PG/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$PG.log" 2>&1 &&
		as_postgres "$bin/pg_ctl" -D "$PG/data" -w -t 60 -l "$PG/log" \
			-o "-c listen_addresses= -c unix_socket_directories=$PG -c fsync=off -c full_page_writes=off -c max_connections=50" start >>"$PG.log" 2>&1 || {
		cat "$PG.log" "$PG/log" 2>/dev/null | sed 's/^/# /'
		rm -rf "$PG" "$PG.log"
		echo "Bail out! PostgreSQL does not start"
		exit 1
	}
	rm -f "$PG.log"
	POSTGRES="postgresql://postgres@/postgres?host=$PG"
	me=$$
	folder=$PG
	(
		trap '' INT TERM HUP
		while kill -0 "$me" 2>/dev/null; do sleep 1; done
		PG=$folder
		[ -e "$PG/data" ] && postgres_stop
	) >/dev/null 2>&1 </dev/null &
}
