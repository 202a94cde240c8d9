# The tests of store.sh on PostgreSQL.
. "$(dirname "$0")/../postgres.sh"
postgres_start
STORE=$POSTGRES sh "$(dirname "$0")/store.sh"
rc=$?
postgres_stop
exit $rc
