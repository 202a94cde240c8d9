# The examples for clusters: parts coded apart give the store that adding all of it gives.
. "$(dirname "$0")/tap.sh"
here=$(cd "$(dirname "$0")/../.." && pwd)
examples=$here/examples/cluster
unset COULISSE_DB SLURM_JOB_ID
export COULISSE="$C"

mkdir "$T/in"
python3 - "$T/in" <<'P'
import json, sys
what = ["visited Kyiv on Monday", "met the president of Poland in Warsaw", "signed a treaty with Japan on Friday", "condemned the attack on Beirut", "joined NATO on Thursday"]
who = ["The president of France", "Mark Rutte", "The Hungarian foreign minister", "Sweden", "The government of Chile"]
n = 0
for i in range(4):
	with open(f"{sys.argv[1]}/a {i}.jsonl", "w") as out:
		for k in range(10):
			out.write(json.dumps({"id": f"n{n}", "date": f"2024-03-{n % 28 + 1:02d}", "lang": "en", "title": "News", "source": f"Paper {n % 3}", "text": f"{who[n % 5]} {what[(n + i) % 5]}. It was cold."}) + "\n")
			n += 1
P
echo '{broken' >> "$T/in/a 1.jsonl"
for i in 0 1 2 3; do echo "$T/in/a $i.jsonl"; done > "$T/manifest"
everything()	# STORE
{
	for q in events states; do "$C" $q -d "$1" --json --lines; "$C" $q -d "$1" --json; done | sort
	"$C" export -d "$1" --to jsonld
}
run 3 add -d "$T/added.db" --now 2024-09-01T00:00:00Z "$T/in"
everything "$T/added.db" > "$T/expected"
is "there is something to compare" test "$(wc -l < "$T/expected")" -gt 100
whole() { everything "$1" > "$T/got" && cmp "$T/got" "$T/expected"; }

# ---- GNU parallel ----
if parallel --version 2>/dev/null | grep -q GNU; then
	by_parallel() { "$examples/gnu-parallel.sh" "$T/manifest" "$T/parts" "$T/parallel.db" -j 2; }
	is "GNU parallel" by_parallel
	is "gives the store" whole "$T/parallel.db"
	rm "$T/parts/000002.jsonl.gz" "$T/parallel.db"
	is "a part that is missing is done again" by_parallel
	is "likewise" whole "$T/parallel.db"
else
	echo "# no GNU parallel here: its example is not run"
fi

# ---- Slurm: the jobs as a node runs them ----
task()	# NUMBER
{
	SLURM_JOB_ID=$1 SLURM_ARRAY_TASK_ID=$1 SLURM_CPUS_PER_TASK=2 "$examples/slurm.sbatch" code "$T/manifest" "$T/slurm" 3
}
mkdir "$T/slurm"
array() { task 3 && task 1 && task 2; }
is "an array of three tasks over four files" array
is "makes three parts and nothing else" test "$(ls "$T/slurm" | tr '\n' ' ')" = "00001.jsonl.gz 00002.jsonl.gz 00003.jsonl.gz "
merged() { SLURM_JOB_ID=4 "$examples/slurm.sbatch" merge "$T/slurm" "$T/slurm.db"; }
is "merged" merged
is "they give the store" whole "$T/slurm.db"
queue()		# a queue that says what it was given
{
	mkdir -p "$T/bin"
	printf '#!/bin/sh\necho "$*" >> "%s/asked"\necho 7\n' "$T" > "$T/bin/sbatch"
	chmod +x "$T/bin/sbatch"
	PATH="$T/bin:$PATH" "$examples/slurm.sbatch" "$T/manifest" "$T/slurm" "$T/slurm.db"
	grep -q -- "--array=1-4 .* code $T/manifest $T/slurm 4" "$T/asked" && grep -q -- "--dependency=afterany:7 .* merge $T/slurm $T/slurm.db" "$T/asked"
}
is "submitted: an array and what waits for it" queue
without() { "$examples/slurm.sbatch"; [ $? = 2 ]; }
is "without a manifest it says how it is used" without

# ---- Hadoop streaming: lines of each split through the mapper, sorted by their keys, to two reducers ----
hadoop()
{
	cat "$T"/in/*.jsonl > "$T/articles"
	head -5 "$T/articles" >> "$T/articles"			# the same articles twice, in another split
	split -n l/3 "$T/articles" "$T/split."
	for s in "$T"/split.*; do
		mapreduce_task_id=task_1_m_${s##*.} "$examples/hadoop-streaming.sh" map < "$s" > "$T/mapped.${s##*.}" || return 1
	done
	awk -F '\t' -v to="$T/reduce." '{ n = 0; for (i = 1; i <= length($1); i++) n += index("0123456789", substr($1, i, 1)); print > (to n % 2) }' "$T"/mapped.*
	for r in 0 1; do
		LC_ALL=C sort -t "$(printf '\t')" -k1,1 -k2,2 -k3,3n "$T/reduce.$r" | "$examples/hadoop-streaming.sh" reduce > "$T/part-0000$r" || return 1
	done
	cat "$T"/part-0000? | "$C" merge -d "$T/hadoop.db" --now 2024-09-01T00:00:00Z
}
is "a mapper, a sort and two reducers" hadoop
same_answers()	# STORE: the documents came in another order
{
	for d in "$1" "$T/added.db"; do
		for q in events states; do "$C" $q -d "$d" --json --lines; "$C" $q -d "$d" --json; done | sort > "$d.answers"
	done
	cmp "$1.answers" "$T/added.db.answers"
}
is "give the store's answers" same_answers "$T/hadoop.db"
is "every document once" test "$(cat "$T"/part-0000? | grep -c '^{"kind":"document"')" = 40
failing() { COULISSE=/nonexistent "$examples/hadoop-streaming.sh" map < "$T/articles" > "$T/out" 2>&1; [ $? != 0 ]; }
is "a mapper whose program is not there fails" failing

# ---- Spark: a process for each partition, lines in, lines out ----
cat > "$T/pipe.py" <<'P'
import importlib.util, os, shlex, subprocess, sys
spec = importlib.util.spec_from_file_location("spark_pipe", sys.argv[1])
spark = importlib.util.module_from_spec(spec)
spec.loader.exec_module(spark)
lines = [l for f in sys.argv[2:] for l in open(f)]
for i in range(3):
	p = subprocess.run(shlex.split(spark.command(os.environ["COULISSE"])), input="".join(lines[i * len(lines) // 3:(i + 1) * len(lines) // 3]).encode(), stdout=subprocess.PIPE, check=True)
	sys.stdout.buffer.write(p.stdout)
P
spark() { python3 "$T/pipe.py" "$examples/spark-pipe.py" "$T"/in/*.jsonl > "$T/piped" && "$C" merge -d "$T/spark.db" --now 2024-09-01T00:00:00Z "$T/piped"; }
is "three partitions through a pipe" spark
is "give the store" whole "$T/spark.db"
finish
