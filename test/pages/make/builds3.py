"""Builds 31 to 45: figures and boxes, two languages, charsets, broken markup, microdata, letters, site builders."""
import json
from common import *
from builds1 import ld, e


def b31(a):     # an economics site: a table in a scroller, an explaining box as aside, a chart with its data in a script
    a.optional += ['Economie Nu', '19 december 2023', 'Laatst bijgewerkt: 19 december 2023 10:02', 'Inflatie per groep, in procenten ten opzichte van een jaar eerder', 'Bron: statistiekbureau Carnovië', 'Leestijd: 2 min.']
    body = render(a.body(),
                  table=lambda x: '<figure class="tabel"><figcaption class="tabel__kop">Inflatie per groep, in procenten ten opzichte van een jaar eerder</figcaption><div class="tabel__schuif"><table><thead><tr>' + ''.join(f'<th>{c}</th>' for c in x[0]) + '</tr></thead><tbody>' + ''.join('<tr>' + ''.join(f'<td{" class=getal" if i else ""}>{c}</td>' for i, c in enumerate(r)) + '</tr>' for r in x[1:]) + '</tbody></table></div><p class="tabel__bron">Bron: statistiekbureau Carnovië</p></figure>',
                  box=lambda x: f'<aside class="kader" role="note"><h3 class="kader__titel">{x[0]}</h3><p>{" ".join(x[1:])}</p></aside>')
    return f'''<!DOCTYPE html>
<html lang="nl">
<head><meta charset="utf-8"><title>{e(a.title)} · {a.source}</title><link rel="canonical" href="https://economienu.example/artikel/{slug(a.title)}"><meta name="dcterms.date" content="{a.date}"><meta name="dcterms.publisher" content="{a.source}"><meta name="description" content="{e(a.intro)}">{css('kader', 'tabel', 'artikel', 'voet')}
<script>window.grafiek = {json.dumps({'reeks': [11.3, 10.8, 9.9, 8.1, 7.0, 6.2, 5.2, 4.6], 'titel': 'Inflatie'})};</script></head>
<body><div class="balk"><a class="balk__logo" href="/">{a.source}</a><ul>{''.join(f'<li><a href="/{slug(x)}">{x}</a></li>' for x in 'Nieuws|Cijfers|Beurs|Wonen|Werk|Energie|Opinie|Dossiers'.split('|'))}</ul></div>
<ul class="koersen"><li>AEX 781,22 +0,3%</li><li>Euro/dollar 1,0968</li><li>Olie (Brent) 79,23</li><li>Goud 59,89</li></ul>
<main class="artikel"><h1>{e(a.title)}</h1><div class="artikel__regel"><span>{a.source}</span> <time datetime="{a.date}T09:30">19 december 2023</time> <span>Laatst bijgewerkt: 19 december 2023 10:02</span> <span>Leestijd: 2 min.</span></div>
<p class="artikel__intro">{inline(a.intro)}</p>
{body}
<div class="deelbalk">{''.join(f'<a href="#">{svg("x")}<span>{s}</span></a>' for s in SHARE['nl'])}</div>
<div class="dossier"><h4>Uit het dossier Inflatie</h4><ul>{''.join(f'<li><a href="#">{e(t)}</a> <small>{e(s)}</small></li>' for t, s in pick(TEASERS['nl'], 31, 3))}</ul></div></main>
<div class="voet"><p>Koersen zijn minstens vijftien minuten vertraagd. Aan de inhoud van deze site kunnen geen rechten worden ontleend; beleggen brengt risico's met zich mee.</p></div></body></html>'''


def b32(a):     # a public body's notice in two languages on one page
    a.optional += ['Persbericht', 'Maastricht, 10 oktober 2023', 'Nederlands English']
    nl, en, cur = [], [], None
    cur = nl
    for k, x in a.body():
        if k == 'h':
            cur = en
            continue
        cur.append((k, x))
    return f'''<!DOCTYPE html>
<html lang="nl">
<head><meta charset="utf-8"><title>{e(a.title)} - {a.source}</title><meta property="og:site_name" content="{a.source}"><meta name="DC.date.issued" content="{a.date}" scheme="DCTERMS.W3CDTF"><meta name="DC.title" content="{e(a.title)}">{css('kolom', 'nieuwsbericht')}</head>
<body><div id="kop"><a href="/"><img src="/wapen.png" alt="{a.source}"></a><div id="taal"><a href="#nl" lang="nl">Nederlands</a> <a href="#en" lang="en">English</a> <a href="/de" lang="de">Deutsch</a></div></div>
<div id="nav"><ul>{''.join(f'<li><a href="/{slug(x)}">{x}</a></li>' for x in 'Scheepvaart|Waterstanden|Werkzaamheden|Vergunningen|Nieuws|Organisatie|Contact'.split('|'))}</ul></div>
<div id="inhoud"><div class="nieuwsbericht"><p class="soort">Persbericht</p><h1>{e(a.title)}</h1><p class="datum">Maastricht, 10 oktober 2023</p>
<div id="nl" lang="nl">{render(nl)}</div>
<hr>
<div id="en" lang="en"><h2>English version</h2>{render(en)}</div>
</div><div class="contact"><h3>Noot voor de redactie</h3><p>Voor meer informatie: persvoorlichting, telefoon 043 000 00 00, bereikbaar van 9.00 tot 17.00 uur. Foto's zijn te downloaden via de beeldbank.</p></div></div>
<div id="voet"><ul><li><a href="/a">Toegankelijkheid</a></li><li><a href="/p">Privacy</a></li><li><a href="/c">Cookies</a></li></ul></div></body></html>'''.replace("Foto's zijn te downloaden via de beeldbank.", 'Foto’s zijn te downloaden via de beeldbank.')


def b33(a):     # a society's page by hand: windows-1252 with its curly quotes, no charset said anywhere
    a.optional += ['Nieuws van de Kring', '7 juni 2002']
    return f'''<html>
<head>
<title>{a.source} - {a.title}</title>
<meta name="Author" content="webmaster">
<meta name="keywords" content="Berkelo, historie, heemkunde, waterput, café">
<link rel="stylesheet" href="stijl.css">
</head>
<body background="perkament.jpg" text="#330000">
<table width="760" align="center" cellpadding="8" border="0">
<tr><td colspan="2"><img src="kop.jpg" width="740" height="90" alt="{a.source}"></td></tr>
<tr valign="top"><td width="140" class="menu">
<a href="index.html">Welkom</a><br>
<a href="bestuur.html">Bestuur</a><br>
<a href="lezingen.html">Lezingen</a><br>
<a href="archief.html">Fotoarchief</a><br>
<a href="boeken.html">Boeken</a><br>
<a href="lid.html">Lid worden</a><br>
<a href="gasten.html">Gastenboek</a><br>
</td><td>
<h3>Nieuws van de Kring</h3>
<h1>{a.title}</h1>
<p class="datum">7 juni 2002</p>
{chr(10).join(f'<p>{inline(x)}' for _, x in a.body())}
<p align="right"><a href="nieuws.html">Meer nieuws</a> - <a href="#">Naar boven</a>
</td></tr>
<tr><td colspan="2" align="center"><hr><small>Voor het laatst bijgewerkt op 9 juni 2002 door de webmaster. Het overnemen van foto's is alleen toegestaan met bronvermelding.</small></td></tr>
</table>
</body>
</html>
'''.encode('cp1252')


def b34(a):     # ISO-8859-15, for the euro sign
    a.optional += ['maandag 15 november 2004', 'Bron: KvK Zandoever, afdeling Voorlichting']
    return f'''<?xml version="1.0" encoding="iso-8859-15"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="nl" xml:lang="nl">
<head>
<meta http-equiv="content-type" content="text/html; charset=iso-8859-15" />
<title>{a.source}: {a.title}</title>
<meta name="DC.Creator" content="{a.source}" />
<link rel="stylesheet" type="text/css" href="/css/kvk.css" />
</head>
<body>
<div id="wrapper">
<div id="header"><h2><a href="/">{a.source}</a></h2><form action="/zoek.asp"><div><input type="text" name="q" size="12" /><input type="image" src="/img/zoek.gif" /></div></form></div>
<div id="leftnav"><ul>{''.join(f'<li><a href="/{slug(x)}.asp">{x}</a></li>' for x in 'Starten|Inschrijven|Handelsregister|Exporteren|Regio|Nieuws|Agenda|Formulieren|Over de Kamer'.split('|'))}</ul></div>
<div id="main">
<p class="kruimel"><a href="/">Home</a> &gt; <a href="/nieuws.asp">Nieuws</a> &gt; Bericht</p>
<h1>{a.title}</h1>
<p class="nieuwsdatum">maandag 15 november 2004</p>
{render(a.body())}
<p class="bron">Bron: KvK Zandoever, afdeling Voorlichting</p>
</div>
<div id="right"><div class="blok"><h3>Agenda</h3><ul><li>18/11 Starterscaf&eacute;</li><li>24/11 Export naar Polen</li><li>2/12 Belastingavond</li></ul></div><div class="blok"><h3>Nieuwsbrief</h3><p>Elke maand het nieuws van de Kamer in uw mailbox? Geef uw adres op en u krijgt vanzelf bericht.</p></div></div>
<div id="footer">&copy; 2004 {a.source}. <a href="/disclaimer.asp">Disclaimer</a></div>
</div>
</body>
</html>
'''.encode('iso-8859-15')


def b35(a):     # saved by an editor in UTF-16 with a byte order mark
    a.optional += ['1 December 2021', 'Bulletin no. 212']
    page = f'''<!DOCTYPE html>
<html lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=unicode">
<title>{a.source}: {a.title}</title>
<meta name="date" content="{a.date}">
<meta name="publisher" content="{a.source}">
<meta name="Originator" content="Microsoft Word 15">
<style><!-- p.MsoNormal, li.MsoNormal {{margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}} @page WordSection1 {{size:595.3pt 841.9pt;}} div.WordSection1 {{page:WordSection1;}} --></style>
</head>
<body lang="EN-GB" link="#0563C1" vlink="#954F72" style='tab-interval:36.0pt'>
<div class="nav"><a href="index.htm">Society</a> | <a href="expeditions.htm">Expeditions</a> | <a href="bulletin.htm">Bulletin</a> | <a href="library.htm">Library</a> | <a href="join.htm">Join</a></div>
<div class=WordSection1>
<p class=MsoNormal><span lang=EN-GB style='color:gray'>Bulletin no. 212<o:p></o:p></span></p>
<h1><span lang=EN-GB>{e(a.title)}<o:p></o:p></span></h1>
<p class=MsoNormal><i><span lang=EN-GB>1 December 2021<o:p></o:p></span></i></p>
{chr(10).join(f"<p class=MsoNormal><span lang=EN-GB>{inline(x)}<o:p></o:p></span></p>" for _, x in a.body())}
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
</div>
<div class="foot"><p>The Polar Society, founded 1867. Registered charity. <a href="mailto:bulletin@polarsociety.example">Write to the editor</a></p></div>
</body>
</html>
'''
    return b'\xff\xfe' + page.encode('utf-16-le')


def b36(a):     # declares UTF-8 and is windows-1252
    a.optional += ['Posted by Nigel Shore on Tuesday 4 March 2008 at 11:40', '3 comments']
    return f'''<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<title>{a.title} « {a.source}</title>
<meta name="generator" content="WordPress 2.3.3" />
<link rel="stylesheet" href="http://riversidereporter.example/wp-content/themes/default/style.css" type="text/css" media="screen" />
<link rel="canonical" href="http://riversidereporter.example/2008/03/04/cafe-owner/" />
</head>
<body>
<div id="page">
<div id="header"><div id="headerimg"><h1><a href="http://riversidereporter.example/">{a.source}</a></h1><div class="description">All the news from both banks</div></div></div>
<hr />
<div id="content" class="widecolumn">
<div class="navigation"><div class="alignleft">&laquo; <a href="#">Swan bites councillor</a></div><div class="alignright"><a href="#">Bring back the 14 bus</a> &raquo;</div></div>
<div class="post" id="post-771">
<h2><a href="http://riversidereporter.example/2008/03/04/cafe-owner/" rel="bookmark">{a.title}</a></h2>
<small>Posted by Nigel Shore on Tuesday 4 March 2008 at 11:40</small>
<div class="entrytext">
{render(a.body())}
<p class="postmetadata alt"><small>This entry was posted on Tuesday, March 4th, 2008 at 11:40 am and is filed under Courts. You can follow any responses to this entry through the <a href="feed/">RSS 2.0</a> feed.</small></p>
</div></div>
<h3 id="comments">3 Responses</h3>
<ol class="commentlist">{''.join(f'<li class="alt" id="comment-{i}"><cite>{e(w)}</cite> Says:<br /><small class="commentmetadata">March 4th, 2008 at {i + 1}:10 pm</small><p>{e(c)}</p></li>' for i, (w, c) in enumerate(COMMENTS['en'][:3]))}</ol>
</div>
<hr />
<div id="footer"><p>{a.source} is proudly powered by WordPress. <a href="/feed/">Entries (RSS)</a> and <a href="/comments/feed/">Comments (RSS)</a>.</p></div>
</div>
</body></html>'''.encode('cp1252')


def b37(a):     # declares ISO-8859-1 and is UTF-8
    a.optional += ['Donderdag 9 september 2010', 'Redactie Museumkrant']
    return f'''<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<title>{a.title} - {a.source}</title>
<meta property="og:title" content="{a.title}"><meta property="og:site_name" content="{a.source}">
<link href="/css/site.css" rel="stylesheet" type="text/css">
<script language="javascript" type="text/javascript">function MM_swapImgRestore() {{ var i,x,a=document.MM_sr; for(i=0;a&&i<a.length&&(x=a[i])&&x.oSrc;i++) x.src=x.oSrc; }}</script>
</head>
<body onLoad="MM_preloadImages('/img/m1_over.gif')">
<div class="centered">
<div class="banner"><a href="/"><img src="/img/banner.jpg" alt="{a.source}" border="0"></a></div>
<div class="knoppen">{''.join(f'<a href="/{slug(x)}.php" onMouseOut="MM_swapImgRestore()"><img src="/img/{slug(x)}.gif" alt="{x}" border="0"></a>' for x in 'Nieuws|Agenda|Recensies|Interviews|Musea|Winkel'.split('|'))}</div>
<div class="links"><b>Laatste berichten</b><br>{'<br>'.join(f'&#8226; <a href="#">{e(t)}</a>' for t, _ in pick(TEASERS['nl'], 37, 7))}</div>
<div class="midden">
<span class="kop1">{a.title}</span><br>
<span class="klein">Donderdag 9 september 2010 | Redactie Museumkrant</span><br><br>
{chr(10).join(f'{inline(x)}<br><br>' for _, x in a.body())}
<span class="klein"><a href="javascript:history.back()">Terug</a> | <a href="#" onClick="window.print()">Print</a></span>
</div>
<div class="onder">Museumkrant verschijnt zes keer per jaar en is gratis verkrijgbaar bij de musea. Niets uit deze uitgave mag worden overgenomen.</div>
</div>
</body>
</html>
'''.encode('utf-8')


def b38(a):     # upper case tags, attributes without quotes, no end tags, an unclosed comment marker, entities without semicolon
    a.optional += ['August 21, 2003', 'by Tom Hatch', 'STAR STAFF', 'Aug 21, 2003, 07:15']
    body = '\n<P>\n'.join(html.escape(x, quote=False).replace('é', '&eacute').replace("'", '&#39') if "s, where" in x else html.escape(x, quote=False) for _, x in a.body())
    return f'''<HTML>
<HEAD>
<TITLE>The Dunmore Star - {a.title}
</TITLE>
<META NAME=keywords CONTENT=dunmore,power,blackout>
<SCRIPT SRC=/js/menu.js></SCRIPT>
<SCRIPT>
if (a < b && c > d) document.write("<TABLE WIDTH=100%><TR><TD>" + "<P>menu</P>");
</SCRIPT>
<BODY BGCOLOR=white LEFTMARGIN=0 onLoad="startTicker('<b>now</b>')">
<!-- begin header -- >
<TABLE WIDTH=780 CELLPADDING=0 CELLSPACING=0>
<TR><TD COLSPAN=2><A HREF=/><IMG SRC=/img/logo.gif BORDER=0 ALT="The Dunmore Star"></A>
<!-- end header -->
<TR VALIGN=top><TD WIDTH=150 CLASS=nav>
<UL><LI><A HREF=/news>News</A><LI><A HREF=/sports>Sports<LI><A HREF=/obits>Obituaries</A><LI><A HREF=/ads>Classified</A><LI><A HREF=/subscribe.html>Subscribe</UL>
<TD WIDTH=630>
<DIV CLASS=story>
<H1>{a.title}</H2>
<FONT SIZE=-1>Aug 21, 2003, 07:15<BR>by Tom Hatch</B><BR>STAR STAFF</FONT>
<P>
{body}
<P ALIGN=center><A HREF=/>Home</A> &nbsp <A HREF=/archive>Archive</A> &nbsp <A HREF=mailto:news@dunmorestar.example>Mail us
</DIV>
<TR><TD COLSPAN=2><FONT SIZE=1>&copy 2003 Dunmore Star Publishing Co. Reproduction in whole or in part is prohibited.
</TABLE>
</HTML>
'''


def b39(a):     # divs that are not closed, paragraphs in paragraphs, stray end tags, a second body, a title twice
    a.optional += ['21-03-2006', 'Gooise Bode > Nieuws > Naardermeer', 'Naardermeer']
    ps = [inline(x) for _, x in a.body()]
    return f'''<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><title>{a.title} | {a.source}</title>
<meta name="description" content="nieuws "uit het Gooi"">
<meta name="pubdate" content="{a.date}">
</head>
<body class="nieuws">
<div id=top><div class="logo"><a href="/"><img src="logo.gif" alt="{a.source}"></div>
<table><tr><td class=menu><a href="/nieuws">Nieuws</a></td><td class=menu><a href="/sport">Sport</a><td class=menu><a href="/familie">Familieberichten</a></tr></table></div></div></span>
</body>
<body>
<div class="pagina"><div class="links"><ul><li><a href="/naarden">Naarden</a><li><a href="/bussum">Bussum</a><li><a href="/huizen">Huizen</a></ul>
<p>Adverteren in de {a.source}? Bel met onze medewerkers, zij rekenen het graag voor u uit.</div>
<div class="rechts">
<p class=kruimel>Gooise Bode &gt; Nieuws &gt; Naardermeer</p>
<h1>{a.title}</h1>
<p><p class="datum">21-03-2006</p></p>
<p><b>{ps[0]}
<p>{ps[1]}</b></p></p></td></tr></table>
<p><div class="alinea">{ps[2]}</div></p>
<p><i>{ps[3]}</p>
</font></i>
<ul class="onderbalk"><li><a href="#">Stuur door</a></li><li><a href="#">Print</a></ul>
<div class="anderen"><h3>Ook in Naardermeer</h3>{''.join(f'<p><a href="#">{e(t)}</a><br>{e(s)}' for t, s in pick(TEASERS['nl'], 39, 3))}</div>
</div>
<div class=voet>Gooise Bode &copy; 2006
</body>
</html>
</html>'''


def b40(a):     # Ghost
    a.optional += ['Lucy Brandt', 'Jul 3, 2024 — 4 min read', 'Share this post', 'By Lucy Brandt']
    body = render(a.body(), h=lambda x: f'<h2 id="{slug(x)}">{inline(x)}</h2>')
    body = body.replace('<h2 id="does', '<div class="kg-card kg-cta-card kg-cta-bg-grey"><div class="kg-cta-content"><div class="kg-cta-text"><p>The Open Ledger is free for everyone thanks to readers who pay. Become a member and get the monthly letter.</p></div><a href="#/portal/signup" class="kg-cta-button">Become a member</a></div></div><h2 id="does')
    return f'''<!DOCTYPE html>
<html lang="en">
<head>
    <title>{e(a.title)}</title>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <link rel="stylesheet" type="text/css" href="/assets/built/screen.css?v=9c1" />
    <link rel="canonical" href="https://openledger.example/three-small-banks/" />
    <meta name="referrer" content="no-referrer-when-downgrade" />
    <meta property="og:type" content="article" />
    <meta property="og:title" content="{e(a.title)}" />
    {ld({'@graph': [{'@type': 'WebSite', 'name': a.source, 'url': 'https://openledger.example/'}, {'@type': 'Article', 'headline': a.title, 'url': 'https://openledger.example/three-small-banks/', 'datePublished': a.date + 'T08:00:17.000Z', 'dateModified': '2024-07-05T08:00:17.000Z', 'author': {'@type': 'Person', 'name': 'Lucy Brandt'}, 'publisher': {'@type': 'Organization', 'name': a.source, 'url': 'https://openledger.example/'}, 'mainEntityOfPage': 'https://openledger.example/three-small-banks/'}]}, indent=4)}
    <meta name="generator" content="Ghost 5.87" />
    <script defer src="https://cdn.example/ghost/portal@~2.37/umd/portal.min.js" data-i18n="false" data-ghost="https://openledger.example/" data-key="ab" crossorigin="anonymous"></script>
    {css('gh-head', 'gh-content', 'kg-card', 'post-card')}
</head>
<body class="post-template tag-money is-head-left-logo has-cover">
<div class="viewport">
    <header id="gh-head" class="gh-head outer"><div class="gh-head-inner inner"><div class="gh-head-brand"><a class="gh-head-logo no-image" href="/">{a.source}</a><button class="gh-search gh-icon-btn" aria-label="Search this site" data-ghost-search>{svg('s')}</button></div><nav class="gh-head-menu"><ul class="nav"><li class="nav-home"><a href="/">Home</a></li><li class="nav-about"><a href="/about/">About</a></li><li class="nav-archive"><a href="/archive/">Archive</a></li></ul></nav><div class="gh-head-actions"><a class="gh-head-link" href="#/portal/signin" data-portal="signin">Sign in</a><a class="gh-head-button" href="#/portal/signup">Subscribe</a></div></div></header>
    <div class="site-content">
<main id="site-main" class="site-main">
<article class="article post tag-money">
    <header class="article-header gh-canvas"><div class="article-tag post-card-tags"><span class="post-card-primary-tag"><a href="/tag/money/">Money</a></span></div><h1 class="article-title">{e(a.title)}</h1><div class="article-byline"><section class="article-byline-content"><ul class="author-list"><li class="author-list-item"><a href="/author/lucy/" class="author-avatar"><img class="author-profile-image" src="/content/images/lucy.jpg" alt="Lucy Brandt" /></a></li></ul><div class="article-byline-meta"><h4 class="author-name"><a href="/author/lucy/">Lucy Brandt</a></h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="{a.date}">Jul 3, 2024</time> <span class="byline-reading-time"><span class="bull">&mdash;</span> 4 min read</span></div></div></section></div></header>
    <section class="gh-content gh-canvas">
{body}
    </section>
</article>
</main>
<section class="footer-cta outer"><div class="inner"><h2 class="footer-cta-title">Sign up for more like this.</h2><a class="footer-cta-button" href="#/portal"><div class="footer-cta-input">Enter your email</div><span>Subscribe</span></a></div></section>
<aside class="read-more-wrap outer"><div class="read-more inner">{''.join(f'<article class="post-card post"><div class="post-card-content"><a class="post-card-content-link" href="/p{i}/"><header class="post-card-header"><h2 class="post-card-title">{e(t)}</h2></header><div class="post-card-excerpt">{e(s)}</div></a><footer class="post-card-meta"><time class="post-card-meta-date" datetime="2024-06-1{i}">Jun 1{i}, 2024</time><span class="post-card-meta-length">3 min read</span></footer></div></article>' for i, (t, s) in enumerate(pick(TEASERS['en'], 40, 3)))}</div></aside>
    </div>
    <footer class="site-footer outer"><div class="inner"><section class="copyright"><a href="/">{a.source}</a> &copy; 2024</section><nav class="site-footer-nav"><ul class="nav"><li><a href="#/portal/">Sign up</a></li></ul></nav><div class="gh-powered-by"><a href="https://ghost.example/">Powered by Ghost</a></div></div></footer>
</div>
</body></html>'''


def b41(a):     # microdata alone
    a.optional += ['Capital Times of Ostia', 'By Jana Rus', '25 Oct 2019', 'Politics']
    return f'''<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>{e(a.title)}</title><meta name="robots" content="index,follow">{css('news', 'news-text', 'col-r')}<script src="//mc.example/metrika/watch.js" async></script></head>
<body>
<div class="l-header"><div class="l-header__in"><a class="logo" href="/"><span>CT</span></a><div class="menu"><a href="/politics">Politics</a><a href="/society">Society</a><a href="/economy">Economy</a><a href="/culture">Culture</a><a href="/city">City</a></div></div></div>
<div class="l-page"><div class="l-col">
<div class="news" itemscope itemtype="http://schema.org/NewsArticle">
<meta itemprop="mainEntityOfPage" itemscope itemtype="https://schema.org/WebPage" itemid="https://capitaltimes.example/politics/8811/">
<div class="news-info"><span class="rubric">Politics</span><span class="date" itemprop="datePublished" content="{a.date}T16:05:00+02:00">25 Oct 2019</span><meta itemprop="dateModified" content="2019-10-26T09:00:00+02:00"></div>
<div class="news-title" itemprop="headline">{e(a.title)}</div>
<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="{a.source}"><div itemprop="logo" itemscope itemtype="https://schema.org/ImageObject"><meta itemprop="url" content="https://capitaltimes.example/logo.png"></div></div>
<div class="news-author" itemprop="author" itemscope itemtype="https://schema.org/Person">By <span itemprop="name">Jana Rus</span></div>
<div class="news-text" itemprop="articleBody">{render(a.body(), p=lambda x: f'<div class="par">{inline(x)}</div>')}</div>
<div class="news-social"><a class="vk"></a><a class="fb"></a><a class="tw"></a></div>
</div>
<div class="news-more"><div class="news-more__h">Read also</div>{''.join(f'<div class="news-more__i"><a href="#">{e(t)}</a><div>{e(s)}</div></div>' for t, s in pick(TEASERS['en'], 41, 4))}</div>
</div><div class="col-r">{''.join(f'<div class="r-item"><span>1{i}:20</span> <a href="#">{e(t)}</a></div>' for i, (t, _) in enumerate(pick(TEASERS['en'], 411, 6)))}</div></div>
<div class="l-footer">Registered with the press office under no. 411. If you find a mistake, select it and press Ctrl+Enter.</div>
</body></html>'''


def b42(a):     # the date stands in the address alone, the source behind the title
    a.optional += ['Hugh Vaughan', 'Environment']
    return f'''<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{e(a.title)} | {a.source}</title><link rel="canonical" href="https://www.garrowrecord.example/environment/2018/11/15/garrows-bees-win-a-reprieve/"><link rel="stylesheet" href="/s/main.4f.css">{css('grid', 'copy', 'strap')}</head>
<body data-section="environment"><header class="strap"><a href="/" class="strap__logo"><svg viewBox="0 0 10 10"><title>Record</title><path d="M0 0h10v10H0z"/></svg></a><ul class="strap__nav">{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in MENU['en'][:10])}</ul></header>
<div class="grid"><div class="grid__wide"><p class="section-label">Environment</p><h1>{e(a.title)}</h1><p class="who">Hugh Vaughan</p>
<div class="copy">{render(a.body()).replace('</p>' + chr(10), '</p><!-- inread --><div class="slot" data-slot="inread"></div>' + chr(10), 2)}</div>
<div class="beneath"><p>Have you got a story for us? Ring the newsdesk on 01632 960000 or email it to us, with a picture if you have one.</p></div></div>
<div class="grid__narrow"><h2>Latest</h2><ol>{''.join(f'<li><a href="/environment/2018/11/1{i}/x/">{e(t)}</a></li>' for i, (t, _) in enumerate(pick(TEASERS['en'], 42, 7)))}</ol><div class="mpu"></div></div></div>
<footer class="base"><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in FOOT['en'])}</ul><p>Garrow County Record is a member of the Independent Press Standards Organisation and abides by its code.</p></footer></body></html>'''


def b43(a):     # plain HTML5 elements, the date in a time element alone, source in JSON-LD of the site
    a.optional += ['27 oktober 2022', 'Tekst: Femke Douma', 'Vooruitblik']
    return f'''<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>{e(a.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
{ld({'@type': 'WebSite', 'name': a.source, 'url': 'https://dekleinekrant.example/', 'potentialAction': {'@type': 'SearchAction', 'target': 'https://dekleinekrant.example/zoek?q={q}', 'query-input': 'required name=q'}})}
<link rel="stylesheet" href="/stijl.css">
</head>
<body>
<header>
<p><a href="/">Naar de voorpagina</a></p>
<nav><ul><li><a href="/school">School</a></li><li><a href="/dieren">Dieren</a></li><li><a href="/wereld">Wereld</a></li><li><a href="/sport">Sport</a></li><li><a href="/moppen">Moppen</a></li></ul></nav>
</header>
<main>
<h1>{e(a.title)}</h1>
<p><time datetime="{a.date}">27 oktober 2022</time></p>
{render(a.body())}
<p><em>Tekst: Femke Douma</em></p>
<section>
<h2>Nog meer lezen</h2>
<ul>{''.join(f'<li><a href="#">{e(t)}</a></li>' for t, _ in pick(TEASERS['nl'], 43, 4))}</ul>
</section>
</main>
<footer><p>De krant voor lezers van zeven tot zeventig. Gemaakt door kinderen, nagekeken door grote mensen.</p></footer>
</body>
</html>
'''


def b44(a):     # a newsletter platform: subscribe widgets inside the text, footnotes, likes and restacks
    a.optional += ['Irma Castell', 'Jan 12, 2024', '58', '11', 'Share', 'Letters from the Edge']
    parts, n = [], 0
    for k, x in a.body():
        parts.append(render([(k, x)], h=lambda x: f'<h3 class="header-anchor-post">{inline(x)}<div class="pencraft pc-display-flex header-anchor-parent"><div class="pencraft header-anchor offset-top" id="§{slug(x)}"><button tabindex="0" type="button" aria-label="Link" class="pencraft">{svg("x")}</button></div></div></h3>', p=lambda x: f'<p><span>{inline(x)}</span></p>'))
        n += 1
        if n == 4:
            parts.append('<div class="subscription-widget-wrap-editor" data-attrs="{&quot;url&quot;:&quot;https://lettersedge.example/subscribe?&quot;,&quot;text&quot;:&quot;Subscribe&quot;}" data-component-name="SubscribeWidgetToDOM"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">Letters from the Edge is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><div class="subscribe-widget is-signed-up is-fully-subscribed"><form><input type="email" placeholder="Type your email…"><button>Subscribe</button></form></div></div></div>')
        if n == 8:
            parts.append('<p class="button-wrapper" data-attrs="{&quot;text&quot;:&quot;Share&quot;}" data-component-name="ButtonCreateButton"><a class="button primary" href="https://lettersedge.example/p/money?action=share"><span>Share</span></a></p>')
    return f'''<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="norton-safeweb-site-verification" content="24usqpep0ejc5w6hod3dulxwciwp0djs6c6ufp96av3t4whuxovj72wfkdjxu82yacb7430qjm8adbd5ezlt4592dq4zrvadcn9j9n-0btgdzpiojfzno16-fnsnu7xd" />
<link rel="preconnect" href="https://cdn.example" />
<title data-rh="true">{e(a.title)}</title>
<meta data-rh="true" property="og:type" content="article"/><meta data-rh="true" property="og:title" content="{e(a.title)}"/><meta data-rh="true" name="author" content="Irma Castell"/><meta data-rh="true" property="og:url" content="https://lettersedge.example/p/money"/><link data-rh="true" rel="canonical" href="https://lettersedge.example/p/money"/>
{ld({'@type': 'NewsArticle', 'url': 'https://lettersedge.example/p/money', 'mainEntityOfPage': 'https://lettersedge.example/p/money', 'headline': a.title, 'description': a.intro, 'datePublished': a.date + 'T07:01:02+00:00', 'dateModified': a.date + 'T07:01:02+00:00', 'isAccessibleForFree': True, 'author': [{'@type': 'Person', 'name': 'Irma Castell', 'url': 'https://x.example/@irma'}], 'publisher': {'@type': 'Organization', 'name': a.source, 'url': 'https://lettersedge.example', 'identifier': 'pub:118'}})}
{css('single-post', 'available-content', 'post-ufi')}
</head>
<body class=""><div id="entry"><div id="main" class="main typography use-theme-bg"><div class="pencraft pc-display-contents topbar"><div class="main-menu"><div class="topbar-content"><h1 class="pencraft title"><a href="/" native>{a.source}</a></h1><div class="buttons"><button class="button">Subscribe</button><a href="/sign-in">Sign in</a></div></div></div></div>
<div class="single-post-container"><div class="container"><div class="single-post"><div class="pencraft pc-display-contents"><article class="typography newsletter-post post">
<div role="region" aria-label="Post header" class="post-header"><h1 dir="auto" class="post-title published">{e(a.title)}</h1><h3 dir="auto" class="subtitle">{e(a.intro)}</h3><div class="pencraft byline-wrapper"><div class="pencraft"><a href="https://x.example/@irma">Irma Castell</a></div><div class="pencraft meta">Jan 12, 2024</div></div><div class="post-ufi"><button class="like-button-container"><div class="label">58</div></button><a class="post-ufi-button style-button has-label post-ufi-comment-button"><div class="label">11</div></a><button class="post-ufi-button">Share</button></div></div>
<div class="visibility-check"></div><div><div class="available-content"><div dir="auto" class="body markup"><div class="captioned-image-container"><figure><a class="image-link image2" target="_blank" href="https://cdn.example/ticket.jpg"><div class="image2-inset"><picture><img src="https://cdn.example/ticket.jpg" alt="" class="sizing-normal" loading="lazy"></picture></div></a></figure></div>
{''.join(parts)}
</div></div></div>
</article></div></div></div></div>
<div class="post-footer"><div class="comments-page"><h4>Discussion about this post</h4>{''.join(f'<div class="comment"><div class="comment-head"><a href="#">{e(w)}</a> <span>Jan 1{i + 2}</span></div><div class="comment-body"><p><span>{e(c)}</span></p></div><div class="comment-actions"><a>Reply</a></div></div>' for i, (w, c) in enumerate(COMMENTS['en']))}</div>
<div class="portable-archive"><div class="tabs">Top Latest Discussions</div>{''.join(f'<div role="article" class="post-preview"><a href="#" class="post-preview-title">{e(t)}</a><a class="post-preview-description">{e(s)}</a></div>' for t, s in pick(TEASERS['en'], 44, 3))}</div><div class="publication-footer"><h3>Ready for more?</h3></div></div>
<div class="footer"><div class="footer-blurb">© 2024 Irma Castell · Privacy · Terms · Collection notice</div></div></div></div>
<script>window._preloads = JSON.parse("{{\\"isEU\\":true,\\"language\\":\\"en\\",\\"pub\\":{{\\"name\\":\\"{a.source}\\"}}}}")</script></body></html>'''


def b45(a):     # Wix: everything in divs and spans with generated ids, the date as visible words
    a.optional += ['Committee', 'Mar 28, 2023', '1 min read', 'Updated: Apr 2, 2023', '212 views 3 comments']
    p = lambda x: f'<p dir="auto" class="qPQa1 _9QgU2 pGeuq Gs1Um" id="viewer-{zlib.crc32(x.encode()) % 99991:05d}"><span class="_2PHJq public-DraftStyleDefault-ltr">{inline(x)}</span></p>'
    body = render(a.body(), p=p, list=lambda x: '<ul class="xHxUb">' + ''.join(f'<li class="dV7Ls" aria-level="1">{p(y)}</li>' for y in x) + '</ul>')
    return f'''<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1" id="wixDesktopViewport" /><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="generator" content="Wix.com Website Builder"/><title>{e(a.title)}</title><meta property="og:title" content="{e(a.title)}"/><meta property="og:site_name" content="{a.source}"/><meta property="og:type" content="article"/><link rel="canonical" href="https://www.fernhillhall.example/post/new-roof"/><style id="css_masterPage">@font-face{{font-family:'proxima';src:url("//static.example/p.woff2")}}#SITE_CONTAINER{{position:relative}}#masterPage{{left:0;margin-left:0;width:100%;min-width:0}}</style>{css('font_8', 'blog-post-page-font', 'qPQa1')}<script type="application/json" id="wix-essential-viewer-model">{{"fleetConfig":{{"fleetName":"thunderbolt-renderer","type":"GA","code":0}},"mode":{{"qa":false,"enableTestApi":false}},"siteFeatures":["assetsLoader","businessLogger","captcha"]}}</script></head>
<body class="" ><div id="SITE_CONTAINER"><div id="main_MF"><div id="SCROLL_TO_TOP" class="Vd6aQZ ignore-focus SCROLL_TO_TOP" role="region" tabindex="-1" aria-label="top of page"><span class="mHZSwn">top of page</span></div><div id="BACKGROUND_GROUP" class="LWbAav Kv1aVt BACKGROUND_GROUP"></div><div id="site-root"><div id="masterPage" class="mesh-layout masterPage css-editing-scope"><header class="xU8fqS SITE_HEADER_WRAPPER" tabindex="-1" id="SITE_HEADER_WRAPPER"><div id="SITE_HEADER" class="x4zVYf SITE_HEADER wixui-header"><div class="wixui-rich-text" data-testid="richTextElement"><h1 class="font_0 wixui-rich-text__text"><span class="wixui-rich-text__text"><a href="https://www.fernhillhall.example" target="_self">{a.source}</a></span></h1></div><nav class="wixui-dropdown-menu" aria-label="Site"><ul class="A4aeYo">{''.join(f'<li class="wixui-dropdown-menu__item"><a data-testid="linkElement" href="/{slug(x)}"><div><p>{x}</p></div></a></li>' for x in 'Home|Book the hall|What’s on|News|Groups|Find us|More'.split('|'))}</ul></nav></div></header>
<main id="PAGES_CONTAINER" class="PAGES_CONTAINER" tabindex="-1" data-main-content="true"><div id="SITE_PAGES"><div id="wm7a5" class="dBAkHi wm7a5"><div id="Containerwm7a5" class="HT5ybB"><div id="TPAMultiSection_k1"><div class="TPAMultiSection_k1"><div data-hook="post-page-root" class="post-page-root"><div class="blog-header-background-color"><div data-hook="blog-header"><ul><li><a href="/news">All Posts</a></li><li><a href="/news/categories/building">Building</a></li></ul><button data-hook="search-button">{svg('s')}</button><a data-hook="login-button">Log in / Sign up</a></div></div>
<article class="blog-post-page-font"><div data-hook="post"><div class="FOTGE"><div class="R8RDC"><div class="jRBAT"><ul class="post-metadata__date"><li data-hook="user-name">Committee</li><li><span title="Mar 28, 2023" class="post-metadata__date time-ago" data-hook="time-ago">Mar 28, 2023</span></li><li><span class="post-metadata__readTime" data-hook="time-to-read">1 min read</span></li></ul><button data-hook="more-button" aria-label="More actions">{svg('x')}</button></div><div data-hook="post-title" class="gjEqD blog-post-title-font"><h1 class="H3vOVf"><span class="post-title__text blog-post-title-font">{e(a.title)}</span></h1></div><div class="u9GAA" data-hook="last-modified"><p>Updated: <span class="time-ago">Apr 2, 2023</span></p></div>
<section data-hook="post-description" class="post-description"><div class="moHCd"><div class="fTEXDR" data-rce-version="9.16.6"><div class="kaqlz A6mEt pZc3a JhK0N" dir="ltr"><div class="Rq8hF"><div data-breakout="normal" class="mGKBv">{body}</div></div></div></div></div></section></div></div>
<div class="post-footer" data-hook="post-footer"><div class="social-bar"><a>Facebook</a><a>LinkedIn</a><a>Link</a></div><ul><li><a href="/news/tags/roof">roof</a></li></ul><div class="post-stats"><span>212 views</span> <span>3 comments</span></div></div></div></article>
<div data-hook="recent-posts" class="recent-posts"><div><span>Recent Posts</span><a href="/news">See All</a></div>{''.join(f'<div class="gallery-item"><article><a href="#"><div data-hook="post-list-item__title"><p>{t}</p></div></a><div class="post-excerpt">{s}</div></article></div>' for t, s in (('Quiz night raises a record sum', 'Eleven teams, one draw and a fight about the capital of Australia. Here is who won.'), ('Lost property', 'One umbrella, three gloves, a set of teeth. Please collect before Easter.')))}</div>
<div data-hook="comments"><h2>Comments</h2><div><div data-hook="comment"><p>{COMMENTS['en'][1][1]}</p></div></div><div>Write a comment...</div></div></div></div></div></div></div></div></main>
<footer id="SITE_FOOTER" class="SITE_FOOTER wixui-footer"><div class="wixui-rich-text"><p class="font_8">©2023 by Fernhill Village Hall. Charity no. 000000. Hall Lane, Fernhill. The hall has a ramp, a loop and eleven kettles.</p></div></footer></div></div></div></div></body></html>'''
