# coulisse who: a name or phrase to an entity; --who: the user's own table; explain: whom else a name may mean, and why.
. "$(dirname "$0")/tap.sh"

says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
silent() { ! grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
table() { printf '%s\n' "$@" | tr '|' '\t' > "$T/my.tsv"; }		# rows with | for the tabs

is "a name" run 0 who Angela Merkel --date 2019-05-01
is "has its id" says out 'Q567'
is "its office on that day" says out 'chancellor\|prime minister'
is "president Bush in 1991" run 0 who --lang en --date 1991-02-01 president Bush
is "is the father" says out 'George H. W. Bush'
is "whose rival is the son" says out 'rivals .*George W. Bush'
is "president Bush in 2003" run 0 who --lang en --date 2003-02-01 president Bush
is "is the son" says out '^George W. Bush'
is "a Dutch title" run 0 who oud-premier Balkenende
is "finds the person" says out 'Jan Peter Balkenende'
is "a phrase" run 0 who French riot police
is "has a country" says out 'country *FRA'
is "--json" run 0 who --json Iran
is "is one line" [ "$(wc -l < "$T/out")" = 1 ]
is "with id, country and sector" says out '"id":"Q794".*"country":"IRN","sector":"GOV"'
is "nobody is 1" run 1 who xyzzy
is "and says so" says out 'unknown'
is "no text is wrong usage" run 2 who

table '-|Ynskje Terpstra|person|NLD|GOV|nl:de Terp|minister of foreign affairs 2031-01-01..'
is "a new person" run 0 who --who "$T/my.tsv" Ynskje Terpstra --date 2031-05-01
is "is known" says out 'x-ynskje-terpstra'
is "with the office" says out 'minister of foreign affairs'
is "by the office" run 0 who --who "$T/my.tsv" --lang en --date 2031-05-01 the Dutch foreign minister
is "too" says out '^Ynskje Terpstra'
is "by the family name" run 0 who --who "$T/my.tsv" --date 2031-05-01 minister Terpstra
is "too" says out '^Ynskje Terpstra'
is "without the table" run 0 who Ynskje Terpstra
is "she is not" silent out 'x-ynskje-terpstra'

table 'Q567|-|-|AUT|-|!Merkel|'
is "a correction" run 0 who --who "$T/my.tsv" Angela Merkel
is "of the country" says out 'country *AUT'
is "a name taken away" run 0 who --who "$T/my.tsv" --lang en --date 2019-05-01 Chancellor Merkel
is "means her no longer" silent out 'Q567'
is "in coding too" sh -c "echo 'Angela Merkel visited Paris on Monday.' | '$C' code --who '$T/my.tsv' --date 2019-05-01 | grep -q '\"country\":\"AUT\"'"

table '# a comment' 'Q567|-|nonsense|-|-|-|'
is "a wrong kind is 4" run 4 who --who "$T/my.tsv" Iran
is "the message names file and line" says err 'my.tsv:2: "nonsense"'
table '-|Somebody|person|XYZ|-|-|'
is "a country that is none" run 4 who --who "$T/my.tsv" Iran
table '-|Somebody|person|NLD|GOV|-|minister 2031-14-01..'
is "a date that is none" run 4 who --who "$T/my.tsv" Iran
is "is quoted" says err '2031-14-01'
printf -- '-\t\377\376\n' > "$T/my.tsv"
is "bytes that are no UTF-8" run 4 who --who "$T/my.tsv" Iran
is "a table that is not there" run 4 who --who "$T/none.tsv" Iran
is "is named" says err 'none.tsv'

awk 'BEGIN { for (i = 1; i <= 30000; i++) printf "-\tAnna Person%d\tperson\tNLD\tGOV\tnl:Mevrouw%d\tminister of foreign affairs 2031..2032\n", i, i }' > "$T/my.tsv"
in_time() { (ulimit -t 20 && "$C" who --who "$T/my.tsv" "$1" > "$T/out"); }	# minutes where each row looks at all others
is "30,000 people" in_time "Anna Person29999"
is "are all known" says out 'x-anna-person29999'

is "explain" run 0 explain --lang en --date 1991-02-01 President Bush visited Paris.
is "says why" says out 'why .*George H. W. Bush.*title fits'
is "and whom else" says out 'or .*George W. Bush.*not yet in office'
finish
