#!/bin/sh
# hadoop-streaming.sh INPUT OUTPUT: codes JSON Lines of articles that lie in HDFS, by Hadoop streaming.
#
#	hadoop-streaming.sh /news/articles /news/record
#	hadoop fs -cat /news/record/part-* | coulisse merge -d news.db
#
# The same file is mapper and reducer.  The mapper takes articles, a line each, and gives the record's lines with a key before them: the document's id, the task, a running
# number.  The framework sorts by it; the reducer lets one coding of each document through and takes the key off.
# STREAMING: hadoop-streaming-*.jar.  ARCHIVE: in HDFS, a tar.gz of the installed program, with bin/ and share/ in it.
set -eu
C=${COULISSE:-coulisse/bin/coulisse}

# A framework takes any other exit status than 0 for a broken machine; 3 says that some articles could not be read.
map()
{
	{ "$C" code --input jsonl || [ $? = 3 ] || echo failed; } | awk -v task="${mapreduce_task_id:-0}" '
		$0 == "failed" { exit 1 }
		/^[{]"kind":"document"/ { match($0, /"id":"([^"\\]|\\.)*"/); id = substr($0, RSTART + 6, RLENGTH - 7) }
		{ print id "\t" task "\t" NR "\t" $0 }'
}

reduce()
{
	awk -F '\t' '$1 != id { id = $1; task = $2; documents = 0 }
		$2 == task && $4 ~ /^[{]"kind":"document"/ { documents++ }
		$2 == task && documents == 1 { print $4 }'
}

submit()
{
	hadoop jar "${STREAMING:?}" \
		-D stream.num.map.output.key.fields=3 \
		-D mapreduce.partition.keypartitioner.options=-k1,1 \
		-D mapreduce.job.output.key.comparator.class=org.apache.hadoop.mapreduce.lib.partition.KeyFieldBasedComparator \
		-D mapreduce.partition.keycomparator.options='-k1,1 -k2,2 -k3,3n' \
		-files "$0" -archives "${ARCHIVE:?}#coulisse" \
		-partitioner org.apache.hadoop.mapred.lib.KeyFieldBasedPartitioner \
		-mapper 'hadoop-streaming.sh map' -reducer 'hadoop-streaming.sh reduce' -input "$1" -output "$2"
}

case ${1:-} in
map | reduce) "$1" ;;
*)
	[ $# = 2 ] || { sed -n 's/^# \(hadoop-streaming.sh INPUT.*\)/usage: \1/p' "$0" >&2; exit 2; }
	submit "$@"
	;;
esac
