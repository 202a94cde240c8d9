# The tests of serve.sh on PostgreSQL.
. "$(dirname "$0")/../postgres.sh"
postgres_start
STORE=$POSTGRES sh "$(dirname "$0")/serve.sh"
rc=$?
postgres_stop
exit $rc
