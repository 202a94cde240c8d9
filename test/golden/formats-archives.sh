# What archives and parliaments keep: ALTO, FoLiA, TEI, reports and open data of the Dutch House, Delpher.  Samples in formats/; what they must give was
# written from reading them.
. "$(dirname "$0")/tap.sh"
here=$(cd "$(dirname "$0")" && pwd)
F=$here/formats

# gives WHAT FILE OPTIONS…: what the file gives is what stands on standard input.
gives()
{
	what=$1
	file=$2
	shift 2
	cat > "$T/expected"
	if [ "$what" = documents ]; then set -- --until ingest "$@"; fi
	"$C" code "$@" "$file" 2>"$T/err" </dev/null | python3 "$here/formats-archives.py" "$what" > "$T/got"
	is "$what of $(basename "$file")" diff "$T/expected" "$T/got"
}

# refused FILE WORDS: exit 3, one line that names the file and holds the words, no document.
refused()
{
	run 3 code --until ingest "$1" || return 1
	[ -s "$T/out" ] && { echo "a document came"; return 1; }
	grep -q "$(basename "$1")" "$T/err" || { echo "not named: $(cat "$T/err")"; return 1; }
	[ "$(wc -l < "$T/err")" = 1 ] || { echo "not one line: $(cat "$T/err")"; return 1; }
	grep -q "$2" "$T/err" || { cat "$T/err"; return 1; }
}

# ---- ALTO ------------------------------------------------------------------------------------
gives documents "$F/alto-2-page.xml" <<'END'
id ddd:010999001:mpeg21:p001:image
title: Frankrijk en Marokko tekenen verdrag
dateline: PARIJS, 2 maart. — 
lead: Frankrijk heeft gisteren met Marokko een vredesverdrag getekend. De Franse minister van Oorlog zal de troepen uit de haven van Agadir terugtrekken. De koning dankte de Franse regering.
subheading: Reacties te Madrid
paragraph: Spanje heeft tegen het verdrag geprotesteerd.
--
END
run 0 code --until ingest --date 1912-03-03 "$F/alto-2-page.xml"
is "a page without a date takes --date, silently" sh -c "! [ -s '$T/err' ]"
gives documents "$F/alto-4-articles.xml" <<'END'
id scans/dagblad_19561105_001:ART1
date 1956-11-05
lang nl
title: Russische tanks in Boedapest
dateline: WENEN, 4 nov. — 
lead: Sovjettroepen zijn zondag Boedapest binnengevallen.
paragraph: De Verenigde Staten hebben de inval veroordeeld. President Eisenhower belde met premier Eden.
--
id scans/dagblad_19561105_001:ART2
date 1956-11-05
lang nl
title: Kabinet bijeen
lead: Minister Luns heeft in Den Haag de Britse ambassadeur ontvangen.
caption: De ambassadeur verlaat het Binnenhof.
--
id scans/dagblad_19561105_001:PAGE1
date 1956-11-05
lang nl
lead: Weerbericht: morgen regen in het hele land.
--
END
gives documents "$F/alto-1-unsure.xml" <<'END'
id 1905-03-01/ed-1/seq-7
date 1905-03-01
lead: Thc Rufsian flcet hat left Vladivoftok and wos seen near the coaft of Corea. The Emperor telegraphcd to the Freneh President, M. Loubét, this rnorning.
--
END
is "a page of which the recogniser was unsure is said" grep -q 'Page Pg7: the mean confidence of its words is 0\.3' "$T/err"
# IDNEXT in a circle, to itself, to nowhere: every block is read once
sed -e 's/IDNEXT="B_SUB"/IDNEXT="B_COL1"/' -e 's/ID="B_LAST"/ID="B_LAST" IDNEXT="B_LAST"/' -e 's/IDNEXT="B_LAST"/IDNEXT="NOBODY"/' "$F/alto-2-page.xml" > "$T/circle.xml"
run 0 code --until ingest "$T/circle.xml"
is "blocks in a circle are read once" sh -c "grep -c 'geprotesteerd' '$T/out' | grep -qx 1 && ! grep -q 'Agadir.*Agadir' '$T/out' && grep -q 'Agadir' '$T/out'"

# ---- FoLiA -----------------------------------------------------------------------------------------
gives documents "$F/folia-1.5.xml" <<'END'
id krant-0007
url https://krant.example/1962/10/24/7
source Het Voorbeeld
date 1962-10-24
lang nl
title: Blokkade van Cuba
lead: President Kennedy heeft maandag Cuba geblokkeerd (zie) gisteren. De Sovjet-Unie heeft geprotesteerd.
--
END
gives documents "$F/folia-2.5-articles.xml" <<'END'
id uitgave.art.1
source Uitgeverij Voorbeeld
date 1989-11-10
lang nl
title: Muur in Berlijn open
lead: De DDR heeft donderdag de grens geopend. Kanselier Kohl brak zijn bezoek aan Polen af.
caption: Berlijners op de muur.
list: Polen opent de grens.
list: Hongarije sluit een akkoord met Oostenrijk.
--
id uitgave.art.2
source Uitgeverij Voorbeeld
date 1989-11-10
lang nl
title: Rede van Gorbatsjov
lead: Gorbatsjov sprak in Moskou met Modrow. Hij eiste rust.
--
END
gives documents "$F/folia-imdi-ocr.xml" <<'END'
id scan12
date 1918-11-12
title: Uit een krant van 1918
lead: Duitschland heeft den wapenstilstand geteekend.
paragraph: De Keizer is naar Nederland gevlucht.
--
END

# ---- TEI ---------------------------------------------------------------------------------------------
gives documents "$F/tei-parlamint-gb.xml" <<'END'
id ParlaMint-GB_2022-03-09-commons:1
url https://record.example/debates/710.xml#ParlaMint-GB_2022-03-09-commons:1
source Parliamentary record, volume 710
date 2022-03-09
lang en
title: Refugees from Ukraine
speaker: Yvette Cooper:
paragraph: Russia bombed a hospital in Mariupol yesterday. Will the Minister meet the Ukrainian ambassador?
paragraph: I have written to the Home Secretary. We should grant visas to the refugees
speaker: Kevin Foster:
paragraph: Poland has received more than a million refugees. The Polish ambassador told me on Monday that Warsaw had asked the Commission for money.
--
id ParlaMint-GB_2022-03-09-commons:2
url https://record.example/debates/710.xml#ParlaMint-GB_2022-03-09-commons:2
source Parliamentary record, volume 710
date 2022-03-09
lang en
title: Sanctions
speaker: Boris Johnson:
paragraph: We sanctioned three Russian banks last week.
speaker: Hon. Members:
paragraph: France has expelled thirty Russian diplomats.
speaker: …:
paragraph: Germany delivered missiles to Kyiv.
--
END
gives claims "$F/tei-parlamint-gb.xml" <<'END'
ASSAULT: Yvette Cooper asserts: Russia bombed a hospital in Mariupol yesterday.
CONSULT: Yvette Cooper asserts: Will the Minister meet the Ukrainian ambassador?
AID: Yvette Cooper asserts: We should grant visas to the refugees
AID: Kevin Foster asserts: Poland has received more than a million refugees.
SAY: Kevin Foster asserts: The Polish ambassador told me on Monday that Warsaw had asked the Commission for money.
REQUEST: The Polish ambassador asserts: The Polish ambassador told me on Monday that Warsaw had asked the Commission for money.
COERCE: Boris Johnson asserts: We sanctioned three Russian banks last week.
SANCTION: Hon. Members asserts: France has expelled thirty Russian diplomats.
TRANSFER: nobody: Germany delivered missiles to Kyiv.
END
gives documents "$F/tei-parlamint-nl.ana.xml" <<'END'
id ParlaMint-NL_2023-06-14-tweedekamer-3.ana
source Minutes of the Lower House
date 2023-06-14
lang nl
title: Verslag van de vergadering van de Tweede Kamer, vergadering 91
speaker: Mark Rutte:
paragraph: Voorzitter. Het kabinet heeft Rusland veroordeeld (zie mijn brief) en geeft vijf F-16's aan Oekraïne.
speaker: Ruben Brekelmans (VVD):
paragraph: Poetin heeft Iran om raketten gevraagd.
--
END
gives documents "$F/tei-corpus-be.xml" <<'END'
id ParlaMint-XX_2023-02-02
source De Kamer
date 2023-02-02
lang nl
title: Plenaire zitting van 02-02-2023
speaker: Alexander De Croo:
paragraph: België heeft twintig tanks aan Oekraïne beloofd. De Europese Commissie steunt dat voorstel.
speaker: Els Voorbeeld:
paragraph: Duitsland heeft dat geweigerd.
--
END
gives documents "$F/tei-newspaper.xml" <<'END'
id ex19400618a1
source Example Press
date 1940-06-18
lang en
title: France asks for terms
lead: Marshal Pétain asked Germany for an armistice on Monday. Mr. Churchill spoke to the nation.
subheading: In Bordeaux
paragraph: The government met in Bordeaux.
list: Spain occupied Tangier.
--
id ex19400618a2
source Example Press
date 1940-06-18
lang en
title: Moscow
lead: The Soviet Union demanded that Latvia resign its government.
--
END
is "a corpus that only includes other files" refused "$F/tei-include.xml" "other files"

# ---- the Dutch House ----------------------------------------------------------------------------------
gives documents "$F/vlos-report.xml" <<'END'
id 11111111-aaaa-4bbb-8ccc-000000000003
source Tweede Kamer
date 2025-03-19T00:00:00
lang nl
title: Europese top van 20 en 21 maart 2025
speaker: Martin Bosma (VVD):
paragraph: Ik geef het woord aan de minister-president.
speaker: Dick Schoof, minister-president, minister van Algemene Zaken:
paragraph: Voorzitter. Ik heb gisteren met president Zelensky gebeld. Rusland heeft in de nacht Odesa gebombardeerd.
paragraph: De Amerikaanse president Trump zegt dat Poetin een wapenstilstand heeft aanvaard.
speaker: Caroline van der Plas (BBB):
paragraph: Mijn vraag is deze: hoeveel geld geeft Duitsland aan Oekraïne?
--
END
sed 's/<spreker/<sprekre/g; s/spreker>/sprekre>/g' "$F/vlos-report.xml" > "$T/draft.xml"
is "a report without speeches" refused "$T/draft.xml" "without speeches"
gives documents "$F/tk-document.json" <<'END'
id 22222222-aaaa-4bbb-8ccc-000000000001
url https://opendata.kamer.example/OData/v4/2.0/Document(22222222-aaaa-4bbb-8ccc-000000000001)
source Tweede Kamer
date 2025-03-20T00:00:00+01:00
lang nl
title: Motie van het lid Voorbeeld over sancties tegen Rusland
lead: Europese Raad
--
id 22222222-aaaa-4bbb-8ccc-000000000003
url https://opendata.kamer.example/OData/v4/2.0/Document(22222222-aaaa-4bbb-8ccc-000000000003)
source Tweede Kamer
date 2025-03-22T10:00:00+01:00
lang nl
title: Nederland levert vijftig drones aan Oekraïne
--
END
gives documents "$F/tk-toezegging.json" <<'END'
id 33333333-aaaa-4bbb-8ccc-000000000001
url https://opendata.kamer.example/OData/v4/2.0/Toezegging(33333333-aaaa-4bbb-8ccc-000000000001)
date 2025-03-10T00:00:00+01:00
lang nl
speaker: Caspar Veldkamp, minister van Buitenlandse Zaken:
paragraph: De minister stuurt de Kamer voor de zomer een brief. Duitsland heeft vorige week tanks aan Oekraïne geleverd.
--
END
is "records without text" refused "$F/tk-persoon.json" '"Persoon"'

# ---- Delpher --------------------------------------------------------------------------------------------
cp "$F/delpher-article.xml" "$T/ddd:010999003:mpeg21:a0007:ocr.xml"
gives documents "$T/ddd:010999003:mpeg21:a0007:ocr.xml" <<'END'
id ddd:010999003:mpeg21:a0007:ocr
lang nl
title: DE TOESTAND OP DEN BALKAN.
lead: WEENEN, 12 Oct. (Part.) Servië heeft heden aan Turkije den oorlog verklaard. De Bulgaarsche gezant heeft Konstantinopel verlaten.
paragraph: De Russische minister Sazonof heeft te Londen met Sir Edward Grey geconfereerd & keert morgen terug.
--
END
gives documents "$F/delpher-issue.xml" <<'END'
id ddd:010999002:mpeg21:a0001:ocr
source Het Voorbeeld: dagblad
date 1912-10-13
lang nl
title: Telegrammen.
lead: Griekenland heeft zijn gezant uit Konstantinopel teruggeroepen.
--
id ddd:010999002:mpeg21:a0002:ocr
source Het Voorbeeld: dagblad
date 1912-10-13
lang nl
lead: De Koningin heeft gisteren den Duitschen gezant ontvangen.
--
END

# ---- what is damaged or meant to hurt -------------------------------------------------------------------
# cut FILE BYTES: its beginning
cut_to()
{
	head -c "$2" "$F/$1" > "$T/cut-$1"
	echo "$T/cut-$1"
}

is "a page cut off" refused "$(cut_to alto-2-page.xml 8000)" "line [0-9]*: "
is "a file cut off in its header" refused "$(cut_to tei-parlamint-gb.xml 900)" "line [0-9]*: "
is "an article cut off" refused "$(cut_to delpher-article.xml 200)" "line [0-9]*: "
is "a FoLiA file cut off" refused "$(cut_to folia-1.5.xml 2500)" "line [0-9]*: "
is "an answer cut off" refused "$(cut_to tk-document.json 1200)" "offset 1199"
cut_to tei-parlamint-gb.xml 3100 > /dev/null
is "a sitting cut off in its second debate is 3" run 3 code --until ingest "$T/cut-tei-parlamint-gb.xml"
is "its first debate is given, whole" grep -q '"title":"Refugees from Ukraine".*asked the Commission for money' "$T/out"
is "and nothing of the second" sh -c "! grep -q sanctioned '$T/out'"
is "the break is told, with the document and the line" grep -q 'cut-tei-parlamint-gb.xml:2: line [0-9]*: ' "$T/err"

for f in alto-2-page folia-1.5 tei-newspaper vlos-report delpher-article; do
	sed 's/<?xml[^>]*?>/&<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "\&a;\&a;\&a;\&a;\&a;\&a;\&a;\&a;"><!ENTITY c SYSTEM "file:\/\/\/etc\/passwd">]>/; s/<!DOCTYPE TEI>//' "$F/$f.xml" > "$T/bomb-$f.xml"
	is "entities in $f" refused "$T/bomb-$f.xml" "entities"
done
for root in alto FoLiA teiCorpus vlosCoreDocument text; do
	space=; [ $root = vlosCoreDocument ] && space=' xmlns="x/v1.0"'
	{ printf '<%s%s><title>' $root "$space"; yes '<div>' | head -100000 | tr -d '\n'; } > "$T/deep-$root.xml"
	is "100,000 elements inside each other in <$root>" refused "$T/deep-$root.xml" "inside each other"
done
printf '{"@odata.context":"x/$metadata#Zaak","value":' > "$T/deep.json"
yes '[' | head -100000 | tr -d '\n' >> "$T/deep.json"
is "100,000 brackets in an answer" refused "$T/deep.json" "byte\|deep\|nest"

sed 's/Loubét/x/; s/M\. /M. \xe9/' "$F/tei-newspaper.xml" | sed 's/Pétain/P\xe9tain/' > "$T/latin.xml"
is "Latin-1 that calls itself UTF-8" refused "$T/latin.xml" "line [0-9]*: "
iconv -f UTF-8 -t ISO-8859-1 "$F/tei-newspaper.xml" | sed 's/encoding="UTF-8"/encoding="ISO-8859-1"/' > "$T/declared.xml"
run 0 code --until ingest "$T/declared.xml"
is "Latin-1 that says so" grep -q 'Marshal Pétain asked' "$T/out"
sed 's/encoding="UTF-8"/encoding="UTF-16"/' "$F/tei-newspaper.xml" | iconv -f UTF-8 -t UTF-16 > "$T/wide.xml"
run 0 code --until ingest "$T/wide.xml"
is "UTF-16" grep -q '"title":"France asks for terms".*Marshal Pétain asked' "$T/out"

sed 's/ns-v4#/ns-v7#/g' "$F/alto-4-articles.xml" > "$T/alto7.xml"
is "ALTO of a version to come" refused "$T/alto7.xml" "ns-v7"
sed 's/version="2.5.1"/version="3.0"/' "$F/folia-2.5-articles.xml" > "$T/folia3.xml"
is "FoLiA of a version to come" refused "$T/folia3.xml" "3\.0"
sed 's/tei-c.org\/ns\/1.0/tei-c.org\/ns\/9.0/' "$F/tei-newspaper.xml" > "$T/tei9.xml"
is "TEI of a version to come" refused "$T/tei9.xml" "ns/9.0"
sed 's/v1.0"/v8.0"/' "$F/vlos-report.xml" > "$T/vlos8.xml"
is "a report of a version to come" refused "$T/vlos8.xml" "v8.0"

# 50 MB, one page: refused, and in bounded memory where that can be limited (not under a sanitizer)
{ sed '/<\/TextBlock>/q' "$F/alto-2-page.xml"; yes '<TextBlock ID="X"><TextLine><String CONTENT="woord"/></TextLine></TextBlock>' | head -c 50000000; } > "$T/large.xml"
is "a page of 50 MB" refused "$T/large.xml" "longer than"
if (ulimit -v 600000 && "$C" code --until ingest "$F/alto-2-page.xml" >/dev/null 2>&1 </dev/null); then
	is "in 600 MB of address space" sh -c "ulimit -v 600000; '$C' code --until ingest '$T/large.xml' 2>&1 | grep -q 'longer than'"
	{ printf '<TEI><text><body>'; yes '<p a="" b="" c="" d="" e=""/>' | head -c 30000000; printf '</body></text></TEI>'; } > "$T/wide.xml"
	is "30 MB of attributes in 1.5 GB" sh -c "ulimit -v 1500000; '$C' code --until ingest '$T/wide.xml' 2>&1 | grep -q 'no text\|too many'"
fi
rm -f "$T/large.xml" "$T/wide.xml"

# annotated files are long, and little of it is text
annotated()		# bytes of annotation
{
	python3 - "$F/tei-parlamint-gb.xml" "$1" > "$T/annotated.xml" <<'PY'
import sys
text = open(sys.argv[1]).read()
n = text.count('<seg')
sys.stdout.write(text.replace('<seg', '<seg msd="%s"' % ('UPosTag=NOUN|' * (int(sys.argv[2]) // n // 13))))
PY
}
same_as_short() { "$C" code --until ingest "$F/tei-parlamint-gb.xml" | grep -o '"text":.*' > "$T/short" && "$C" code --until ingest "$T/annotated.xml" | grep -o '"text":.*' | cmp - "$T/short" && [ -s "$T/short" ]; }
annotated 50000000
is "TEI of 50 MB is read" same_as_short
annotated 70000000
is "TEI of 70 MB is not" refused "$T/annotated.xml" 'longer than 64 MiB, which is held whole'
rm -f "$T/annotated.xml"
finish
