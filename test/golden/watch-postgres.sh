# The tests of watch.sh on PostgreSQL.
. "$(dirname "$0")/../postgres.sh"
postgres_start
STORE=$POSTGRES sh "$(dirname "$0")/watch.sh"
rc=$?
postgres_stop
exit $rc
