# --frames: a folder of one's own frames adds, overrides, silences, and makes types of its own; errors name file and line.  gaps and eval.
. "$(dirname "$0")/tap.sh"

says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
silent() { ! grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
coded() { echo "$1" > "$T/in"; shift; run 0 code --lang en --date 2024-03-05 "$@" "$T/in"; }

mkdir -p "$T/my/en"
cat > "$T/my/en/own.frames" <<'F'
= new TRADE_TALK like CONSULT
verb haggle | actor=subj[actor]! recipient=with[actor]
= none
verb sign + obj:treaty
= SUPPORT
verb visit | actor=subj[actor]! recipient=obj[actor]
F
is "a verb of one's own" coded 'France haggled with Germany over steel.' --frames "$T/my"
is "gives a type of one's own" says out '"type":"TRADE_TALK"'
is "with its participants" says out '"country":"DEU"'
is "without the folder" coded 'France haggled with Germany over steel.'
is "it gives nothing" silent out 'TRADE_TALK'
is "a frame that says none" coded 'France signed a treaty with Italy in Rome.' --frames "$T/my"
is "silences ours" silent out '"kind":"event"'
is "a frame for a verb that we have" coded 'Emmanuel Macron visited Germany on Monday.' --frames "$T/my"
is "wins" says out '"type":"SUPPORT"'
is "other frames stay" coded 'France attacked Germany on Monday.' --frames "$T/my"
is "as they are" says out '"type":"ASSAULT"'
printf '= CONSULT\nverb meet | actor=nowhere[nobody]\n' > "$T/my/en/bad.frames"
is "a wrong frame is 4" run 4 code --lang en --frames "$T/my" "$T/in"
is "the message names file and line" says err 'bad.frames:2'
printf '= CONSULT\ndefault\nverb meet\n' > "$T/my/en/bad.frames"
is "a default of nothing is 4" run 4 code --lang en --frames "$T/my" "$T/in"
is "file and line are named" says err 'bad.frames:2'
is "a folder that is not there is 4" run 4 code --lang en --frames "$T/none" "$T/in"
is "is named" says err 'none'

cat > "$T/text" <<'F'
Talks

France zigzagged with Germany. Russia zigzagged with China in Moscow. The United States signed a treaty with Japan.
F
is "gaps" run 0 gaps --lang en "$T/text"
is "lists the verb that no frame covers" says out 'zigzag'
is "not the one that was coded" silent out '  sign '

cat > "$T/gold.json" <<'F'
[{"doc":"g1","lang":"en","date":"2024-03-05","title":"Treaty signed","text":"Treaty signed\n\nFrance signed a treaty with Italy in Rome on Monday. Russia attacked Ukraine.",
 "sents":[[0,13],[15,67],[68,92]],
 "events":[{"type":"AGREE","s":[1],"actors":[{"name":"France","country":"FRA"},{"name":"Italy","country":"ITA"}],"recipients":[],"symmetric":true,"status":"happened",
            "when":["2024-03-04","2024-03-04"],"where":{"country":"ITA"}},
           {"type":"ASSAULT","s":[2],"actors":[{"name":"Russia","country":"RUS"}],"recipients":[{"name":"Ukraine","country":"UKR"}],"status":"happened"},
           {"type":"PROTEST","s":[2],"actors":[],"recipients":[],"status":"happened"}],
 "states":[]}]
F
is "eval" run 0 eval "$T/gold.json"
is "counts what is there" says out 'R 0.667 .*3 annotated, 2 coded'
is "as JSON" run 0 eval --json "$T/gold.json"
is "with the day and the place" says out '"when":\[1,1\],"where":\[1,1\]'
is "shows what is missed" run 0 eval --errors 5 "$T/gold.json"
is "by document and type" says out 'missed g1 PROTEST'
is "an unknown file is 4" run 4 eval "$T/none.json"
echo '[{"doc":"x","text":"y","events":[{"type":"DANCE"}]}]' > "$T/gold.json"
is "an unknown type is 4" run 4 eval "$T/gold.json"
is "is named with its document" says err 'document x: "DANCE"'

root=$(dirname "$0")/../..
tool=$(dirname "$C")/src/coulisse-frames
clean() { "$tool" --check "$1" > "$T/check" 2>&1; rc=$?; cat "$T/check"; [ $rc = 0 ] && [ ! -s "$T/check" ]; }
for l in nl en; do
	is "$l: every frame can be chosen and stands once" clean "$root/lang/$l"
done
mkdir -p "$T/twice/frames"
cp "$root/lang/en/cues.txt" "$root/lang/en/classes.txt" "$T/twice"
printf '= CONSULT\nverb meet | actor=subj[actor]!\n= SUPPORT\nverb meet | actor=subj[actor]!\n' > "$T/twice/frames/a.frames"
is "a frame that another hides is told" sh -c '"$1" --check "$2" 2>&1 | grep -q "a.frames:4: verb \"meet\" can never be chosen"' - "$tool" "$T/twice"
finish
