# The tests of merge.sh on PostgreSQL.
. "$(dirname "$0")/../postgres.sh"
postgres_start
STORE=$POSTGRES sh "$(dirname "$0")/merge.sh"
rc=$?
postgres_stop
exit $rc
