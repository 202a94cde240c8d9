# postgres.sh - for test scripts: a PostgreSQL server of their own, in a folder of its own; gone when the script ends.
#
#	. test/postgres.sh
#	postgres_start [tcp]		$POSTGRES is then the URI of an empty database; the script fails when no server can be started
#
# The server refuses to run as root: then it is the user "postgres" of Debian's package.  It listens on a socket in its folder alone; with tcp on a free
# port of 127.0.0.1 too, which is then in the URI.  POSTGRES_FILE_KB: the largest file that it may write.
# A watcher ends the server should the script be killed; it stands in a session of its own, for who ends a test ends its whole group.

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

postgres_fail()
{
	cat "$PG.log" "$PG/log" 2>/dev/null | sed 's/^/# /'
	rm -rf "$PG" "$PG.log"
	echo "Bail out! PostgreSQL: $1"
	exit 1
}

postgres_watch()
{
	# shellcheck disable=SC2016
	setsid sh -c 'trap "" INT TERM HUP
		while kill -0 "$1" && [ -e "$2/data" ]; do sleep 0.5; done
		read -r server <"$2/data/postmaster.pid" && kill -QUIT "$server"
		while kill -0 "$server"; do sleep 0.1; done
		rm -rf "$2"' watch $$ "$PG" >/dev/null 2>&1 </dev/null &
}

postgres_listen()	# [port]
{
	(
		[ -z "${POSTGRES_FILE_KB:-}" ] || ulimit -f $((POSTGRES_FILE_KB * 2))	# blocks of 512 bytes
		as_postgres "$bin/pg_ctl" -D "$PG/data" -w -t 60 -l "$PG/log" -o "-c listen_addresses=${1:+127.0.0.1} ${1:+-p $1} \
			-c unix_socket_directories=$PG -c fsync=off -c full_page_writes=off -c max_connections=50" start >>"$PG.log" 2>&1
	)
}

postgres_start()
{
	postgres_bin || {
		echo "Bail out! no PostgreSQL server (tools/deps test installs Debian's package postgresql)"
		exit 1
	}
	PG=$(mktemp -d /tmp/pg.XXXXXX)
	[ "$(id -u)" = 0 ] && chown postgres "$PG"
	as_postgres "$bin/initdb" -D "$PG/data" -U postgres -A trust -E UTF8 --locale=C --no-sync --wal-segsize=1 >"$PG.log" 2>&1 || postgres_fail "initdb failed"
	postgres_watch
	if [ "${1:-}" = tcp ]; then
		for try in 1 2 3 4 5 6 7 8 9 10; do
			port=$((20000 + ($$ * 7 + try * 1009) % 12000))
			! postgres_listen $port || break
			[ $try -lt 10 ] || postgres_fail "no free port"
		done
		POSTGRES="postgresql://postgres@127.0.0.1:$port/postgres"
	else
		postgres_listen || postgres_fail "the server does not start"
		POSTGRES="postgresql://postgres@/postgres?host=$PG"
	fi
	rm -f "$PG.log"
}
