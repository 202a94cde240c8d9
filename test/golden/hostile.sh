# Texts that somebody made to hurt, through all stages: no crash, nothing lost beside them, and no more time than as much ordinary text takes.
. "$(dirname "$0")/tap.sh"

python3 - "$T" <<'P'
import json, random, sys
T = sys.argv[1]
r = random.Random(1)
plain = ["Dutch Prime Minister Mark Rutte visited Kyiv on Monday.", "He met Ukrainian President Volodymyr Zelensky.", "Russia condemned the visit, the ministry said.",
	"The European Union imposed sanctions on Iran on Friday.", "\"We will not attack,\" the minister told reporters in Berlin."]
def put(name, text):
	open(f"{T}/{name}", "wb").write(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
def ordinary(n):
	out = []; size = 0
	while size < n:
		s = " ".join(r.choice(plain) for _ in range(4)); out.append(s); size += len(s) + 2
	return "\n\n".join(out)[:n]
put("plain.txt", ordinary(50000))
put("token.txt", "Word " + "x" * 1000000 + " end. " + plain[0])
put("letters.txt", "The president said " + "Ab1" * 15000 + ". " + plain[0])
put("newlines.txt", plain[0] + "\n" * 100000 + plain[1])
put("words-newlines.txt", "\n".join(["Rutte"] * 5000))
put("punctuation.txt", plain[0] + " " + "".join(r.choice(".,;:!?()[]{}-–—'\"“”‘’«»/\\|@#$%^&*_+=~`…") for _ in range(25000)))
put("dots.txt", plain[0] + " " + "." * 50000)
put("hyphens.txt", plain[0] + " " + "a-" * 12500)
put("quotes.txt", plain[0] + " " + "“‘" * 2500 + " he said " + "’”" * 2500)
put("open-quotes.txt", " ".join('"' + s for s in plain * 250))
put("brackets.txt", plain[0] + " " + "(" * 6250 + "x" + ")" * 6250)
put("bidi.txt", " ".join("\u202e" + s + "\u202c\u2066\u2069\u200f" for s in plain * 200))
put("zero-width.txt", "".join(c + "\u200b\u200d\ufeff" for c in ordinary(7500)))
put("combining.txt", "".join(c + "\u0301\u0308\u0323" * 10 for c in ordinary(750)))
put("combining-one.txt", plain[0] + " Z" + "\u0301" * 50000 + " " + plain[1])
put("caps.txt", ordinary(25000).upper())
put("lower.txt", ordinary(25000).lower())
put("digits.txt", plain[0] + " " + "7" * 50000)
put("numbers.txt", " ".join(str(r.randrange(10 ** 9)) for _ in range(5000)))
put("dates.txt", " ".join(f"{r.randrange(1, 32)} {r.choice(['January', 'May', 'June', 'October'])} {r.randrange(475, 525)}" for _ in range(2500)))
put("days.txt", "He came " + "on Monday, last week, two days ago, in May, " * 500 + ".")
put("names.txt", " ".join(r.choice(["Mark Rutte", "Angela Merkel", "Vladimir Putin", "President Bush", "Minister Smith"]) for _ in range(2500)))
put("and.txt", "France " + "and Germany " * 3750 + "met.")
put("that.txt", "He said " + "that she said " * 3000 + "no.")
put("emoji.txt", plain[0] + " " + "👩‍👩‍👧‍👦🇳🇱🏴󠁧󠁢󠁥󠁮󠁧󠁿" * 1250)
put("astral.txt", plain[0] + " " + "".join(chr(r.randrange(0x10000, 0x10ffff)) for _ in range(50000)))
put("no-break.txt", ordinary(25000).replace(" ", "\u00a0"))
put("tabs.txt", ordinary(25000).replace(" ", "\t" * 20))
put("sentences.txt", " ".join(["Rutte visited Kyiv."] * 10000))
line = {"id": "x", "text": plain[0], "lang": "en"}
put("invalid.jsonl", b'{"id":"a","text":"Rutte \xff\xfe visited \xc3 Kyiv \xed\xa0\x80.","lang":"en"}\n' + json.dumps(line).encode() + b"\n")
put("surrogates.jsonl", '{"id":"b","text":"Rutte \\ud83d visited \\ude00\\ud83d Kyiv \\udfff\\u0000.","lang":"en"}\n' + json.dumps(line) + "\n")
put("keys.jsonl", '{' + ",".join(f'"text":"{s}"' for s in ["Rutte visited Kyiv."] * 20000) + '}\n' + json.dumps(line) + "\n")
put("fields.jsonl", json.dumps({"id": "i" * 100000, "title": "t" * 100000, "url": "u" * 100000, "source": "s" * 100000, "date": "9" * 100000, "lang": "en", "text": plain[0]}) + "\n" + json.dumps(line) + "\n")
put("lang.jsonl", json.dumps({"id": "c", "text": plain[0], "lang": "../../etc"}) + "\n" + json.dumps({"id": "d", "text": plain[0], "lang": "e" * 5000}) + "\n" + json.dumps(line) + "\n")
put("date.jsonl", "".join(json.dumps({"id": f"d{i}", "text": "He came on Monday, and left two weeks later.", "lang": "en", "date": d}) + "\n"
	for i, d in enumerate(["0000-00-00", "9999-12-31", "-1", "2024-02-30", "1e999", "2024-03-05T99:99:99+99:99", "0001-01-01"])))
P

echo 'The president of France visited Berlin.' > "$T/good.txt"

# coded FILE…: exit code in $rc, hundredths of a second of the processor in $T/spent, the output in $T/out, the report in $T/report.
coded()
{
	( timeout "${LIMIT:-120}" "$C" code --lang en --date 2024-03-05 --report="$T/report" "$@" >"$T/out" 2>"$T/err" </dev/null; echo $? > "$T/rc"; times ) |
		sed -n '2s/^\([0-9]*\)m\([0-9]*\)[.,]\([0-9][0-9]\).*/\1 \2 \3/p' | awk '{ printf "%d", $1 * 6000 + $2 * 100 + $3 }' > "$T/spent"
	rc=$(cat "$T/rc")
}

# whole FILE: ends by itself with 0 or 3, its output is JSON in UTF-8, and the good one beside it is done.
whole()
{
	coded "$1" "$T/good.txt"
	[ $rc = 0 ] || [ $rc = 3 ] || { echo "exit code $rc"; tail -5 "$T/err"; return 1; }
	python3 - "$T/out" "$T/good.txt" <<'P'
import json, sys
ids = 0
for l in open(sys.argv[1], "rb"):
	j = json.loads(l.decode("utf-8"))
	ids += j["kind"] == "document" and j.get("text", "").strip() == open(sys.argv[2]).read().strip()
sys.exit(ids != 1)
P
}

words_of_report() { python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["words"])' "$T/report"; }

# A hostile text may take FACTOR times what as many bytes or words of ordinary text take, and a second.
FACTOR=6
size=$(wc -c < "$T/plain.txt")
coded "$T/plain.txt"
base=$(cat "$T/spent")
words=$(words_of_report)
# within FILE: of the run that `whole` made just before.
within()
{
	bytes=$(wc -c < "$1")
	spent=$(cat "$T/spent")
	here=$(words_of_report)
	limit=$(awk -v s="$bytes" -v z="$size" -v w="$here" -v o="$words" -v b="$base" -v f=$FACTOR 'BEGIN { r = s / z > w / o ? s / z : w / o; print int(f * b * r) + 100 }')
	echo "# $(basename "$1"): $spent of $limit hundredths of a second, $bytes bytes, $here words" >> "$T/times"
	[ "$spent" -le "$limit" ] || { tail -1 "$T/times"; echo "ordinary text: $base hundredths, $size bytes, $words words"; return 1; }
}

for f in "$T"/*.txt "$T"/*.jsonl; do
	name=$(basename "$f")
	case $name in good.txt | sentences.txt) continue ;; esac
	is "$name" whole "$f"
	is "$name takes no longer than ordinary text" within "$f"
done
LIMIT=500
is "a document of 10,000 sentences" whole "$T/sentences.txt"
is "takes no longer than ordinary text" within "$T/sentences.txt"
is "is coded to its end" grep -q '"words":40007,' "$T/report"
is "in Dutch, letters that are no language" run 0 code --lang nl "$T/combining.txt"
cat "$T/times" 2>/dev/null
finish
