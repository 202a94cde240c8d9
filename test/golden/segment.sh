# Sentences and words of news as it is: abbreviations, times, clitics, datelines, quotes, list items, headlines without a full stop.
. "$(dirname "$0")/tap.sh"

# segments LANG: paragraphs from $T/in, expected sentences (words separated by blanks) in $T/want.
segments()
{
	run 0 parse --lang "$1" --input text "$T/in" || return 1
	awk -F '\t' '/^[0-9]+\t/ { printf "%s%s", n++ ? " " : "", $2 } /^$/ { print ""; n = 0 }' "$T/out" > "$T/got"
	diff "$T/want" "$T/got"
}

cat > "$T/in" <<'X'
Volgens dhr. De Vries begon het om 14.30 uur in 's-Gravenhage. (ANP) De minister zei: "Dat klopt niet." Daarna vertrok hij 's avonds.
Mr. A.J. van Dam en prof. dr. ir. Jansen vroegen om ca. 3,5 mln. euro. Op 1 jan. 2020 was het 21.15 u. in New York. Wie? Hij!
Hij werkt bij Albert Heijn B.V. De EU-top in '98 duurde 2 à 3 dagen... Toen was het over. Zie www.voorbeeld.nl/artikel.
BRUSSEL (Belga) - De premier treedt af
- eerste punt
1. Inleiding
X
cat > "$T/want" <<'X'
Volgens dhr. De Vries begon het om 14.30 uur in 's-Gravenhage .
( ANP ) De minister zei : " Dat klopt niet . "
Daarna vertrok hij 's avonds .
Mr. A.J. van Dam en prof. dr. ir. Jansen vroegen om ca. 3,5 mln. euro .
Op 1 jan. 2020 was het 21.15 u. in New York .
Wie ?
Hij !
Hij werkt bij Albert Heijn B.V.
De EU-top in '98 duurde 2 à 3 dagen ...
Toen was het over .
Zie www.voorbeeld.nl/artikel .
BRUSSEL ( Belga ) - De premier treedt af
- eerste punt
1. Inleiding
X
is "Dutch news" segments nl

cat > "$T/in" <<'X'
The U.S.-led coalition met Mr. Smith at 10:30 a.m. in Washington, D.C. on Jan. 5. "We won't go," he said. "They're late." The U.N. said so.
Gen. David H. Petraeus and Dr. No arrived. He lives in the U.S. The war ended. (Reuters) Prime Minister Boris Johnson's plan isn't new; it's old, e.g. from 2019.
Is it No. 10 or No. 11? The plan of Acme Inc. failed. She left... He stayed.
KYIV, Ukraine (AP) — Russia strikes Odesa
* first item
we went home early. max was there. where did you go today? nobody knew
X
cat > "$T/want" <<'X'
The U.S. - led coalition met Mr. Smith at 10:30 a.m. in Washington , D.C. on Jan. 5 .
" We wo n't go , " he said .
" They 're late . "
The U.N. said so .
Gen. David H. Petraeus and Dr. No arrived .
He lives in the U.S.
The war ended .
( Reuters ) Prime Minister Boris Johnson 's plan is n't new ; it 's old , e.g. from 2019 .
Is it No. 10 or No. 11 ?
The plan of Acme Inc. failed .
She left ...
He stayed .
KYIV , Ukraine ( AP ) — Russia strikes Odesa
* first item
we went home early .
max was there .
where did you go today ?
nobody knew
X
is "English news" segments en
finish
