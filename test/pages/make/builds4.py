"""Builds 46 to 60: site builders, governments, wikis, press releases, intranets, pages without text in their markup, interviews."""
import json
from common import *
from builds1 import ld, e


def b46(a):     # Webflow: w- classes, a collection item, the date as words beside a category
    a.optional += ['25 mei 2023', 'Archeologie', 'Terug naar nieuws']
    return f'''<!DOCTYPE html><!-- Last Published: Thu May 25 2023 14:11:09 GMT+0000 (Coordinated Universal Time) --><html data-wf-domain="www.opendijk.example" data-wf-page="63" data-wf-site="62" lang="nl" data-wf-collection="63a" data-wf-item-slug="stormvloedmerken"><head><meta charset="utf-8"/><title>{e(a.title)} | {a.source}</title><meta content="{e(a.intro)}" name="description"/><meta content="{e(a.title)}" property="og:title"/><meta content="width=device-width, initial-scale=1" name="viewport"/><meta content="Webflow" name="generator"/><link href="https://uploads.example/css/opendijk.webflow.css" rel="stylesheet" type="text/css"/><script type="text/javascript">!function(o,c){{var n=c.documentElement,t=" w-mod-";n.className+=t+"js",("ontouchstart"in o||o.DocumentTouch&&c instanceof DocumentTouch)&&(n.className+=t+"touch")}}(window,document);</script>{css('w-richtext', 'container', 'w-nav', 'card')}</head><body class="body"><div data-animation="default" data-collapse="medium" role="banner" class="navbar w-nav"><div class="nav-container w-container"><a href="/" class="brand w-nav-brand"><img src="https://uploads.example/logo.svg" loading="lazy" alt="{a.source}"/></a><nav role="navigation" class="nav-menu w-nav-menu">{''.join(f'<a href="/{slug(x)}" class="nav-link w-nav-link">{x}</a>' for x in 'Het project|Planning|Nieuws|Voor omwonenden|Over ons|Contact'.split('|'))}</nav><div class="menu-button w-nav-button"><div class="w-icon-nav-menu"></div></div></div></div><div class="section hero"><div class="container w-container"><a href="/nieuws" class="back w-inline-block"><div>Terug naar nieuws</div></a><h1 class="heading-xl">{e(a.title)}</h1><div class="meta-row"><div class="meta-date">25 mei 2023</div><div class="dot"></div><div class="meta-cat">Archeologie</div></div><p class="paragraph-large">{inline(a.intro)}</p></div></div><div class="section"><div class="container w-container"><img src="https://uploads.example/palen-p-1080.jpeg" loading="lazy" alt="" sizes="100vw" class="cover"/><div class="rich-text w-richtext">{render(a.body(), h=lambda x: f'<h3>{inline(x)}</h3>', p=lambda x: f'<p>{inline(x)}</p>')}<p>‍</p></div></div></div><div class="section grey"><div class="container w-container"><h2>Meer nieuws</h2><div class="w-dyn-list"><div role="list" class="grid-3 w-dyn-items">{''.join(f'<div role="listitem" class="w-dyn-item"><a href="/nieuws/{i}" class="card w-inline-block"><div class="card-date">1{i} april 2023</div><h4>{e(t)}</h4><p class="card-text">{e(s)}</p></a></div>' for i, (t, s) in enumerate(pick(TEASERS['nl'], 46, 3)))}</div></div></div></div><div class="footer"><div class="container w-container"><div class="w-layout-grid grid"><div><h5>{a.source}</h5><p>De stichting laat zien wat er onder onze dijken ligt. Wij werken samen met het waterschap, de provincie en zeventien scholen in de buurt.</p></div><div class="w-form"><form id="email-form" class="form"><label for="email">Blijf op de hoogte</label><input type="email" class="w-input"/><input type="submit" value="Aanmelden" class="w-button"/></form><div class="success-message w-form-done"><div>Bedankt! Je aanmelding is ontvangen.</div></div><div class="w-form-fail"><div>Oeps, er ging iets mis bij het versturen.</div></div></div></div></div></div><script src="https://d3e.example/js/jquery-3.5.1.min.js"></script></body></html>'''


def b47(a):     # a static generator: hardly a class, the date in the header as words and in a feed-like meta
    a.optional += ['May 19, 2020', 'archives, microfilm', '← Older Newer →']
    return f'''<!DOCTYPE html>
<html lang="en">

  <head>
  <meta charset="utf-8">
  <meta http-equiv="X-UA-Compatible" content="IE=edge">
  <meta name="viewport" content="width=device-width, initial-scale=1">

  <!-- Begin Jekyll SEO tag v2.6.1 -->
<title>{e(a.title)} | {a.source}</title>
<meta name="generator" content="Jekyll v3.8.6" />
<meta property="og:title" content="{e(a.title)}" />
<meta property="og:locale" content="en_US" />
<link rel="canonical" href="https://statichum.example/moving-off-microfilm.html" />
<meta property="og:site_name" content="{a.source}" />
<meta property="og:type" content="article" />
{ld({'headline': a.title, 'dateModified': a.date + 'T00:00:00+00:00', 'datePublished': a.date + 'T00:00:00+00:00', 'url': 'https://statichum.example/moving-off-microfilm.html', 'description': 'Our library has 1,914 reels', '@type': 'BlogPosting', 'mainEntityOfPage': {'@type': 'WebPage', '@id': 'x'}})}
<!-- End Jekyll SEO tag -->

  <link rel="stylesheet" href="/assets/main.css">
  <link type="application/atom+xml" rel="alternate" href="https://statichum.example/feed.xml" title="{a.source}" />
</head>

  <body>

    <header class="site-header" role="banner">

  <div class="wrapper">
    <a class="site-title" rel="author" href="/">{a.source}</a>
      <nav class="site-nav">
        <input type="checkbox" id="nav-trigger" class="nav-trigger" />
        <label for="nav-trigger"><span class="menu-icon">{svg('s')}</span></label>
        <div class="trigger"><a class="page-link" href="/about/">About</a><a class="page-link" href="/archive/">Archive</a></div>
      </nav>
  </div>
</header>

    <main class="page-content" aria-label="Content">
      <div class="wrapper">
        <article class="post h-entry" itemscope itemtype="http://schema.org/BlogPosting">

  <header class="post-header">
    <h1 class="post-title p-name" itemprop="name headline">{e(a.title)}</h1>
    <p class="post-meta">
      <time class="dt-published" datetime="{a.date}T00:00:00+00:00" itemprop="datePublished">May 19, 2020
      </time></p>
  </header>

  <div class="post-content e-content" itemprop="articleBody">
    {render(a.body(), h=lambda x: f'<h2 id="{slug(x)}">{inline(x)}</h2>', list=lambda x: '<ol>' + chr(10).join(f'  <li>{inline(y)}</li>' for y in x) + '</ol>')}

  </div><div class="tags">archives, microfilm</div><a class="u-url" href="/moving-off-microfilm.html" hidden></a>
</article>
<p class="pager"><a href="/a">← Older</a> <a href="/b">Newer →</a></p>

      </div>
    </main>

    <footer class="site-footer h-card">
  <data class="u-url" href="/"></data>
  <div class="wrapper"><h2 class="footer-heading">{a.source}</h2><div class="footer-col-wrapper"><div class="footer-col footer-col-1"><ul class="contact-list"><li class="p-name">{a.source}</li><li><a class="u-email" href="mailto:hum@statichum.example">hum@statichum.example</a></li></ul></div><div class="footer-col footer-col-3"><p>Notes from the basement of a county library, by the three people who work there.</p></div></div></div>
</footer>

  </body>

</html>
'''


def b48(a):     # a government's design system: metadata list, govspeak, contextual links
    a.optional += ['Press release', 'From: Department for Coastal Affairs and Margaret Ellery', 'Published 16 February 2023', 'Share this page Share on Facebook (opens in new tab) Share on Twitter (opens in new tab)', 'Published', '16 February 2023']
    return f'''<!DOCTYPE html>
  <!--[if lt IE 9]><html class="lte-ie8" lang="en"><![endif]-->
  <!--[if gt IE 8]><!--><html lang="en" class="govuk-template"><!--<![endif]-->
  <head>
    <meta charset="utf-8">
    <title lang="en">{e(a.title)} - COASTAL.GOV</title>
    <meta name="govuk:content-id" content="5f1"><meta name="govuk:first-published-at" content="{a.date}T09:30:00+00:00"><meta name="govuk:public-updated-at" content="2023-02-20T10:00:00+00:00">
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta property="og:title" content="{e(a.title)}"><meta property="og:type" content="article">
    {ld({'@type': 'NewsArticle', 'mainEntityOfPage': {'@type': 'WebPage', '@id': 'https://www.coastal.example/news/sea-walls'}, 'name': a.title, 'datePublished': a.date + 'T09:30:00+00:00', 'dateModified': '2023-02-20T10:00:00+00:00', 'text': None, 'publisher': {'@type': 'Organization', 'name': a.source, 'url': 'https://www.coastal.example'}, 'headline': a.title})}
    {css('govuk-grid-row', 'gem-c-govspeak', 'gem-c-metadata')}
  </head>
  <body class="gem-c-layout-for-public govuk-template__body draft">
    <script>document.body.className = ((document.body.className) ? document.body.className + ' js-enabled' : 'js-enabled');</script>
    <div id="global-cookie-message" class="gem-c-cookie-banner govuk-clearfix" data-module="cookie-banner" role="region" aria-label="cookie banner"><div class="govuk-cookie-banner__message govuk-width-container"><h2 class="govuk-heading-m">Cookies on COASTAL.GOV</h2><div class="govuk-cookie-banner__content"><p class="govuk-body">We use some essential cookies to make this website work.</p><p class="govuk-body">We’d like to set additional cookies to understand how you use the site, remember your settings and improve government services.</p></div><button>Accept additional cookies</button></div></div>
    <a class="gem-c-skip-link govuk-skip-link govuk-!-display-none-print" href="#content">Skip to main content</a>
    <header role="banner" class="gem-c-layout-super-navigation-header"><div class="gem-c-layout-super-navigation-header__container govuk-width-container"><a href="https://www.coastal.example">COASTAL.GOV</a><nav aria-labelledby="nav"><h2 id="nav" class="govuk-visually-hidden">Navigation menu</h2><ul><li><a href="/browse/boats">Boats and moorings</a></li><li><a href="/browse/fishing">Fishing</a></li><li><a href="/browse/floods">Floods and tides</a></li></ul></nav></div></header>
    <div id="wrapper" class="direction-ltr govuk-width-container"><div class="gem-c-contextual-breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/floods">Floods and tides</a></li></ol></div>
      <main role="main" id="content" class="news-article" lang="en">
        <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="gem-c-title govuk-!-margin-top-8"><span class="govuk-caption-xl gem-c-title__context">Press release</span><h1 class="gem-c-title__text govuk-heading-l">{e(a.title)}</h1></div><p class="gem-c-lead-paragraph">{inline(a.intro)}</p></div></div>
        <div class="govuk-grid-row"><div class="metadata-logo-wrapper"><div class="govuk-grid-column-two-thirds metadata-column"><div class="gem-c-metadata" data-module="metadata"><dl><dt class="gem-c-metadata__term">From:</dt><dd class="gem-c-metadata__definition"><a class="govuk-link" href="/dca">Department for Coastal Affairs</a> and <a href="/ellery">Margaret Ellery</a></dd><dt class="gem-c-metadata__term">Published</dt><dd class="gem-c-metadata__definition">16 February 2023</dd></dl></div></div></div></div>
        <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div id="contents"><div class="gem-c-govspeak govuk-govspeak" data-module="govspeak"><div class="govspeak">{render(a.body(), quote=lambda x: f'<blockquote><p class="last-child">{inline(x)}</p></blockquote>', h=lambda x: f'<h2 id="{slug(x)}">{inline(x)}</h2>')}</div></div></div>
          <div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a href="#">{svg('f')}<span class="govuk-visually-hidden">Share on </span>Facebook <span>(opens in new tab)</span></a></li><li><a href="#">Share on Twitter (opens in new tab)</a></li></ul></div>
          <div class="gem-c-published-dates"><p>Published 16 February 2023<br>Last updated 20 February 2023 <a href="#history">+ show all updates</a></p><ol id="history"><li><time datetime="2023-02-20">20 February 2023</time><p>Added the name of the chair of the Harbour Towns Alliance.</p></li><li><time datetime="2023-02-16">16 February 2023</time><p>First published.</p></li></ol></div>
        </div><div class="govuk-grid-column-one-third"><div class="gem-c-contextual-sidebar"><nav aria-labelledby="related"><h2 id="related">Related content</h2><ul><li><a href="#">Storm damage: what you can claim</a></li><li><a href="#">Coastal Resilience Fund: guidance for applicants</a></li></ul></nav></div></div></div>
      </main></div>
    <div class="govuk-width-container"><form class="gem-c-feedback"><h2>Is this page useful?</h2><button>Yes this page is useful</button><p>Help us improve COASTAL.GOV. Don’t include personal or financial information like your National Insurance number or credit card details.</p></form></div>
    <footer class="gem-c-layout-footer" role="contentinfo"><div class="govuk-footer__meta"><span>All content is available under the Open Government Licence v3.0, except where otherwise stated</span><a href="/copyright">© Crown copyright</a></div></footer>
  </body>
</html>
'''


def b49(a):     # a ministry: "Nieuwsbericht | dd-mm-jjjj | uu:mm" under the headline, no other date
    a.optional += ['Nieuwsbericht | 05-03-2024 | 14:30', 'Zie ook', 'Deel deze pagina']
    return f'''<!doctype html>
<html class="no-js" xml:lang="nl-NL" lang="nl-NL">
<head>
  <meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
  <title>{e(a.title)} | Nieuwsbericht | {a.source}</title>
  <meta name="DCTERMS.creator" title="XSD.string" content="{a.source}"/>
  <meta name="DCTERMS.language" title="XSD.language" content="nl-NL"/>
  <meta name="DCTERMS.type" title="OVERHEID.informatietype" content="nieuwsbericht"/>
  <meta name="viewport" content="width=device-width,initial-scale=1"/>
  <link rel="canonical" href="https://www.kusteneilanden.example/actueel/nieuws/{slug(a.title)}"/>
  <link rel="stylesheet" media="screen" href="/binaries/content/assets/screen.css"/>
  {css('wrapper', 'article', 'contentBox', 'intro')}
</head>
<body id="government" data-scriptpath="/presentation/responsive" data-hartbeat="/" class="portaltheme portalclass">
<div id="mainwrapper">
  <div class="skiplinks"><a href="#content-wrapper">Ga direct naar inhoud</a></div>
  <header><div id="header" class="header"><a href="/" class="logo"><figure class="logo"><img src="/logo.svg" alt="{a.source}"/><figcaption class="visually-hidden">Logo {a.source}</figcaption></figure></a></div></header>
  <div id="navBar"><div class="wrapper"><nav class="navBar" id="nav"><ul class="primary">{''.join(f'<li><a href="/{slug(x)}">{x}</a></li>' for x in 'Home|Onderwerpen|Actueel|Documenten|Ministerie|Contact'.split('|'))}</ul></nav><div id="searchForm" role="search"><form action="/zoeken" class="searchForm"><label for="search-keyword">Zoeken binnen de site</label><input type="text" id="search-keyword" name="trefwoord"/><button class="searchSubmit">Zoek</button></form></div></div></div>
  <main id="content-wrapper" tabindex="-1"><div class="wrapper"><div class="breadCrumbNav" role="navigation"><p class="assistive">U bevindt zich hier:</p><a href="/">Home</a><a href="/actueel">Actueel</a><a href="/actueel/nieuws">Nieuws</a></div></div>
    <div class="wrapper"><div class="article content">
      <h1 class="news">{e(a.title)}</h1>
      <p class="article-meta">Nieuwsbericht | 05-03-2024 | 14:30</p>
      <div class="intro"><p>{inline(a.intro)}</p></div>
      <div class="block-image"><img src="/veerboot.jpg" alt=""/></div>
      <div class="contentBox">{render(a.body())}</div>
    </div>
    <div class="block related"><h2>Zie ook</h2><ul><li class="document"><a href="/d/1">Brief aan de Tweede Kamer over veerverbindingen <span class="meta">Kamerstuk: Kamerbrief | 05-03-2024</span></a></li><li><a href="/o/2">Bereikbaarheid van eilanden</a></li></ul></div>
    <div class="shareContainer"><h2>Deel deze pagina</h2><ul><li><a href="#">Deel deze pagina op Facebook</a></li><li><a href="#">Deel deze pagina op LinkedIn</a></li></ul></div></div>
  </main>
  <footer class="siteFooter"><div class="wrapper"><p class="payoff">De overheid. Voor u.</p><div class="column"><h2>Service</h2><ul><li><a href="/contact">Contact</a></li><li><a href="/rss">RSS</a></li></ul></div><div class="column"><h2>Over deze site</h2><ul><li><a href="/cookies">Cookies</a></li><li><a href="/toegankelijkheid">Toegankelijkheid</a></li></ul></div></div></footer>
</div>
</body></html>'''


def b50(a):     # a wiki of news: table of contents, sources, edit links, category links, the date bold on a line of its own
    a.optional += ['Thursday, August 30, 2012', 'From Open Wire News, the free news source you can write!', 'Jump to navigation', 'Jump to search']
    a.optional += ['Sources', '"Every well in Maran" — Provincial Gazette, August 30, 2012', 'A. Sow. "The well counters" — Daily Sahelian, August 29, 2012', '[edit]', 'Have an opinion on this story?', 'Share this:']
    return f'''<!DOCTYPE html>
<html lang="en" dir="ltr" class="client-nojs">
<head>
<meta charset="UTF-8" />
<title>{e(a.title)} - {a.source}, the free news source</title>
<meta name="generator" content="MediaWiki 1.20wmf10" />
<link rel="alternate" type="application/x-wiki" title="Edit" href="/w/index.php?title=X&amp;action=edit" />
<link rel="stylesheet" href="//bits.example/en/load.php?debug=false&amp;lang=en&amp;modules=ext.flaggedRevs.basic&amp;only=styles&amp;skin=vector" />
<script>if(window.mw){{mw.config.set({{"wgCanonicalNamespace":"","wgPageName":"Volunteers_map_every_well","wgCategories":["August 30, 2012","Published","Archived","Maran"],"wgAction":"view"}});}}</script>
</head>
<body class="mediawiki ltr sitedir-ltr ns-0 ns-subject page-X skin-vector action-view vector-animateLayout">
<div id="mw-page-base" class="noprint"></div><div id="mw-head-base" class="noprint"></div>
<div id="content" class="mw-body" role="main"><a id="top"></a><div id="mw-js-message" style="display:none;"></div>
<div id="siteNotice"><div id="localNotice" lang="en"><p>Readers' survey: tell us in two minutes what you like about this site and what you miss.</p></div></div>
<h1 id="firstHeading" class="firstHeading"><span dir="auto">{e(a.title)}</span></h1>
<div id="bodyContent"><div id="siteSub">From {a.source}, the free news source you can write!</div><div id="contentSub"></div>
<div id="jump-to-nav" class="mw-jump">Jump to: <a href="#mw-head">navigation</a>, <a href="#p-search">search</a></div>
<div id="mw-content-text" lang="en" dir="ltr" class="mw-content-ltr"><div class="mw-parser-output">
<p><strong class="published"><span id="publishDate" class="value-title" title="{a.date}"></span>Thursday, August 30, 2012</strong></p>
<table class="infobox noprint" style="float:right;width:200px"><tr><th>Maran</th></tr><tr><td>Related articles</td></tr><tr><td><ul><li><a href="/wiki/1">Rains fail in Maran for third year</a></li><li><a href="/wiki/2">Border post reopens near Oulata</a></li></ul></td></tr><tr><td><a href="/wiki/Portal:Maran">Collaborate!</a></td></tr></table>
{render(a.body())}
<h2><span class="mw-headline" id="Sources">Sources</span><span class="editsection">[<a href="/w/index.php?action=edit&amp;section=1" title="Edit section: Sources">edit</a>]</span></h2>
<ul><li class="sourceTemplate"><span class="sourceTemplate"><a rel="nofollow" class="external text" href="http://gazette.example">"Every well in Maran"</a> &#8212; <i>Provincial Gazette</i>, August 30, 2012</span></li><li><span class="sourceTemplate">A. Sow. <a rel="nofollow" class="external text" href="http://sahelian.example">"The well counters"</a> &#8212; <i>Daily Sahelian</i>, August 29, 2012</span></li></ul>
<div class="noprint" id="social_bookmarks"><b>Share this:</b> <a href="#"><img alt="Share on Facebook" src="/f.png" width="16" height="16" /></a></div>
<div class="noprint"><b><a href="/wiki/Comments:X">Have an opinion on this story?</a></b></div>
<!-- NewPP limit report Preprocessor node count: 411/1000000 -->
</div></div>
<div class="printfooter">Retrieved from "<a href="http://openwire.example/wiki/X">http://openwire.example/wiki/X</a>"</div>
<div id="catlinks" class="catlinks"><div id="mw-normal-catlinks"><a href="/wiki/Special:Categories">Categories</a>: <ul><li><a href="/wiki/Category:August_30,_2012">August 30, 2012</a></li><li><a href="/wiki/Category:Maran">Maran</a></li></ul></div></div>
</div></div>
<div id="mw-navigation"><div id="mw-head"><div id="p-personal"><h5>Personal tools</h5><ul><li><a href="/l">Create account</a></li><li><a href="/l">Log in</a></li></ul></div></div><div id="mw-panel" class="noprint"><div class="portal" id="p-navigation"><h5>Navigation</h5><div class="body"><ul><li><a href="/wiki/Main_Page">Main Page</a></li><li><a href="/wiki/Newsroom">Newsroom</a></li><li><a href="/wiki/Special:Random">Random article</a></li></ul></div></div></div></div>
<div id="footer" role="contentinfo"><ul id="footer-info"><li id="footer-info-lastmod">This page was last modified on 7 September 2012, at 19:24.</li><li id="footer-info-copyright">Text is available under the <a href="http://cc.example/by/2.5/">Attribution 2.5</a> licence; additional terms may apply.</li></ul></div>
</body></html>'''


def b51(a):     # a press corner: reference numbers, quote box with the speaker, contacts for the press
    a.optional += ['Press release', '15 October 2024', 'Varnau', '4 min read', 'IP/24/5171', 'Available languages: English', 'Print friendly pdf']
    return f'''<!DOCTYPE html>
<html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#">
<head><meta charset="utf-8"/><title>{e(a.title)} - {a.source} press corner</title><meta name="Date" content="15/10/2024"/><meta name="Reference" content="IP/24/5171"/><meta name="publisher" content="{a.source}"/><meta property="og:title" content="{e(a.title)}"/><meta property="og:type" content="website"/><link rel="icon" href="favicon.ico"/>{css('ecl-container', 'ecl-paragraph', 'ecl-page-header')}<script src="https://webtools.example/load.js" defer></script></head>
<body class="ecl-typography"><header class="ecl-site-header"><div class="ecl-container"><a class="ecl-site-header__logo" href="/"><picture><img src="/logo.svg" alt="Home - {a.source}"/></picture></a><div class="ecl-site-header__language"><a class="ecl-link" href="#">English <span>EN</span></a><div class="ecl-site-header__language-container"><div class="ecl-site-header__language-title">Select your language</div><ul><li><a lang="de" href="?de">Deutsch</a></li><li><a lang="sr" href="?sr">српски</a></li><li><a lang="hu" href="?hu">magyar</a></li></ul></div></div></div></header>
<nav class="ecl-breadcrumb" aria-label="You are here:"><ol><li><a href="/">Home</a></li><li><a href="/press">Press corner</a></li><li aria-current="page">{e(a.title)}</li></ol></nav>
<div class="ecl-page-header"><div class="ecl-container"><div class="ecl-page-header__meta-list"><span>Press release</span><span>15 October 2024</span><span>Varnau</span><span>4 min read</span></div><h1 class="ecl-page-header__title">{e(a.title)}</h1></div></div>
<main id="main-content"><div class="ecl-container ecl-row"><div class="ecl-col-l-9"><div class="ecl-toolbar"><span>Available languages: English</span> <a href="/pdf">Print friendly pdf</a></div>
<div class="ecl-paragraph"><div class="ecl-paragraph-detail">{render(a.body(), p=lambda x: f'<p style="text-align:justify">{inline(x)}</p>', h=lambda x: f'<p><strong><u>{inline(x)}</u></strong></p>')}</div></div>
<div class="ecl-press-meta"><h2>Details</h2><dl><dt>Publication date</dt><dd>15 October 2024</dd><dt>Reference</dt><dd>IP/24/5171</dd></dl></div>
<div class="ecl-contact"><h2>Press contact</h2><ul><li><h3>Boris Anđelić</h3><p>Phone +000 11 22 33. If you do not work for a media organisation, you are welcome to contact the Alliance through the information desk in your country.</p></li></ul></div>
<div class="ecl-social-media-share"><p>Share this page</p><ul><li><a href="#">X</a></li><li><a href="#">Facebook</a></li><li><a href="#">LinkedIn</a></li></ul></div></div></div></main>
<footer class="ecl-site-footer"><p>This site is managed by the Secretariat of the Alliance of River States.</p><ul><li><a href="#">Contact</a></li><li><a href="#">Cookies</a></li><li><a href="#">Legal notice</a></li></ul></footer></body></html>'''


def b52(a):     # SharePoint: zones and web parts, Word's paragraphs, zero-width spaces and no-break spaces
    a.optional += ['31-10-2017', 'Nieuwsbericht', 'Inhoud van de pagina']
    body = '\n'.join(f'<p class="ms-rteElement-P" style="margin:0cm 0cm 10pt"><span lang="NL" style="line-height:115%;font-family:arial">{"&#8203;" if i == 0 else ""}{inline(x).replace(" van ", "&#160;van ", 1)}</span></p>\n<p class="ms-rteElement-P">&#160;</p>' for i, (_, x) in enumerate(a.body()))
    return f'''<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html lang="nl-nl" dir="ltr" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv="X-UA-Compatible" content="IE=10" /><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" /><title>
	{e(a.title)}
</title><meta name="DCTERMS.creator" content="{a.source}" /><meta name="DCTERMS.issued" content="{a.date}" /><link rel="stylesheet" type="text/css" href="/_layouts/15/1043/styles/Themable/corev15.css?rev=x"/>
<script type="text/javascript">
// <![CDATA[
var g_SPOffSwitches={{}}; var _spPageContextInfo = {{webServerRelativeUrl: "\\u002factueel", webAbsoluteUrl: "https:\\u002f\\u002fwww.lageland.example\\u002factueel", pageListId: "{{a1}}", userId:0}};
// ]]>
</script></head>
<body onhashchange="if (typeof(_spBodyOnHashChange) != 'undefined') _spBodyOnHashChange();">
<form method="post" action="/actueel/Paginas/muskusrat.aspx" onsubmit="javascript:return WebForm_OnSubmit();" id="aspnetForm">
<div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMA9kFgJmD2QWAgIBD2QWBAIBD2QWAgITD2QWAmYPZBYCAgEPFgIeE1ByZXZpb3VzQ29udHJvbE1vZGULKYgBTWljcm9zb2Z0LlNoYXJlUG9pbnQuV2ViQ29udHJvbHMuU1BDb250cm9sTW9kZQ==" /></div>
<div id="s4-workspace"><div id="s4-bodyContainer">
<div id="s4-titlerow"><div class="logo"><a href="/"><img src="/Style Library/logo.png" alt="{a.source}" /></a></div><div class="ms-core-listMenu-horizontalBox"><ul class="root ms-core-listMenu-root static">{''.join(f'<li class="static"><a class="static menu-item ms-core-listMenu-item" href="/{slug(x)}"><span class="additional-background"><span class="menu-item-text">{x}</span></span></a></li>' for x in 'Actueel|Werk in uitvoering|Belasting|Vergunningen|Bestuur|Over ons'.split('|'))}</ul></div></div>
<div id="contentRow"><div id="contentBox"><a id="mainContent" name="mainContent" tabindex="-1"></a>
<div class="article article-right"><div class="article-header"><div class="ms-rtestate-field paginatitel"><h1>{e(a.title)}</h1></div><div class="datum">31-10-2017</div><span class="soort">Nieuwsbericht</span></div>
<div class="article-content"><div id="ctl00_PlaceHolderMain_ctl05_label" style="display:none">Inhoud van de pagina</div><div id="ctl00_PlaceHolderMain_ctl05__ControlWrapper_RichHtmlField" class="ms-rtestate-field" style="display:inline" aria-labelledby="ctl00_PlaceHolderMain_ctl05_label">{body}</div></div></div>
<div class="ms-webpart-zone ms-fullWidth"><div class="s4-wpcell-plain ms-webpartzone-cell"><div class="ms-webpart-chrome"><div class="ms-webpart-chrome-title"><h2 class="ms-webpart-titleText">Meer actueel</h2></div><div class="ms-WPBody noindex"><ul>{''.join(f'<li><a href="#">{e(t)}</a> <span>{e(s)}</span></li>' for t, s in pick(TEASERS['nl'], 52, 4))}</ul></div></div></div></div>
</div></div>
<div id="voettekst"><p>{a.source} zorgt voor droge voeten en schoon water. Calamiteit? Bel dag en nacht 0800 000 00 00.</p></div>
</div></div></form></body></html>'''


def b53(a):     # Plone
    a.optional += ['Gemeente Borne-Zuid', 'gepubliceerd 14-02-2013 22:10, laatst gewijzigd 15-02-2013 09:05', 'Afdrukken', 'Raadsnieuws']
    return f'''<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="nl" xml:lang="nl">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<base href="http://www.bornezuid.example/nieuws/stationsgebied" />
<meta content="{e(a.intro)}" name="DC.description" /><meta content="{a.date}T22:10:14+01:00" name="DC.date.created" /><meta content="{a.date}T22:10:14+01:00" name="DC.date.valid_range" /><meta content="text/plain" name="DC.format" /><meta content="News Item" name="DC.type" />
<title>{e(a.title)} — {a.source}</title>
<meta name="generator" content="Plone - http://plone.org" />
<style type="text/css" media="screen">@import url(http://www.bornezuid.example/portal_css/Sunburst/public-cachekey8.css);</style>
<script type="text/javascript" src="http://www.bornezuid.example/portal_javascripts/Sunburst/jquery-cachekey1.js"></script>
</head>
<body class="template-newsitem_view portaltype-news-item site-bz section-nieuws userrole-anonymous" dir="ltr">
<div id="visual-portal-wrapper">
<div id="portal-top"><p class="hiddenStructure"><a accesskey="2" href="#content">Ga naar inhoud.</a> | <a accesskey="6" href="#portal-globalnav">Ga naar navigatie</a></p><div id="portal-searchbox"><form id="searchGadget_form" action="/search"><div class="LSBox"><label class="hiddenStructure" for="searchGadget">Zoeken</label><input name="SearchableText" type="text" size="18" /></div></form></div><a id="portal-logo" title="Site" accesskey="1" href="/"><img src="/logo.png" alt="{a.source}" /></a><ul id="portal-globalnav">{''.join(f'<li class="plain"><a href="/{slug(x)}">{x}</a></li>' for x in 'Home|Inwoners|Ondernemers|Bestuur|Nieuws|Kaart'.split('|'))}</ul></div>
<div id="portal-columns"><div id="portal-column-content" class="cell width-1:2 position-1:4"><div id="viewlet-above-content"><div id="portal-breadcrumbs"><span id="breadcrumbs-you-are-here">U bent hier:</span> <span><a href="/">Home</a> <span class="breadcrumbSeparator">›</span></span> <span><a href="/nieuws">Nieuws</a></span></div></div>
<div id="content"><div id="viewlet-above-content-title"></div><h1 id="parent-fieldname-title" class="documentFirstHeading">{e(a.title)}</h1>
<div id="viewlet-below-content-title"><div class="documentByLine" id="plone-document-byline"><span class="documentPublished"><span>gepubliceerd</span> 14-02-2013 22:10</span>, <span class="documentModified"><span>laatst gewijzigd</span> 15-02-2013 09:05</span></div></div>
<div class="documentDescription" id="parent-fieldname-description">{inline(a.intro)}</div>
<div id="viewlet-above-content-body"></div>
<div class="newsImageContainer"><a href="/image"><img src="/image_mini" alt="" class="newsImage" height="133" width="200" /></a></div>
<div id="content-core"><div id="parent-fieldname-text" class="plain">{render(a.body())}</div></div>
<div id="viewlet-below-content-body"><div class="visualClear"></div><div class="documentActions"><ul><li id="document-action-print"><a href="javascript:this.print();" title="">Afdrukken</a></li></ul></div></div></div>
<div id="viewlet-below-content"><div id="category"><span>gearchiveerd onder:</span> <a href="/search?Subject=Raadsnieuws" class="link-category" rel="tag">Raadsnieuws</a></div></div></div>
<div id="portal-column-one" class="cell"><dl class="portlet portletNavigationTree"><dt class="portletHeader hiddenStructure">Navigatie</dt><dd class="portletItem lastItem"><ul class="navTree navTreeLevel0"><li class="navTreeItem"><a href="/nieuws/2013">Nieuws 2013</a></li><li class="navTreeItem"><a href="/nieuws/2012">Nieuws 2012</a></li></ul></dd></dl></div>
<div id="portal-column-two" class="cell"><dl class="portlet portletNews"><dt class="portletHeader"><a href="/nieuws" class="tile">Nieuws</a></dt>{''.join(f'<dd class="portletItem odd"><a href="#" class="tile">{e(t)} <span class="portletItemDetails">1{i}-02-2013</span></a></dd>' for i, (t, _) in enumerate(pick(TEASERS['nl'], 53, 5)))}</dl></div></div>
<div id="portal-footer"><p>Bezoekadres: Raadhuisplein 1. Het gemeentehuis is open op werkdagen van half negen tot half een, en op donderdag ook van zes tot acht uur 's avonds.</p></div>
</div></body></html>'''


def b54(a):     # Chorus-like: c-entry classes, an end box, related links inside the text
    a.optional += ['By Milo Ashworth', 'Aug 24, 2023, 5:30pm EDT', 'Share this story', 'Illustration by Pia Kern/The Sidebar', 'Related']
    parts, n = [], 0
    for k, x in a.body():
        parts.append(render([(k, x)], p=lambda x: f'<p id="{zlib.crc32(x.encode()) & 0xffffff:06x}">{inline(x)}</p>', h=lambda x: f'<h3 id="{slug(x)}">{inline(x)}</h3>'))
        n += 1
        if n == 2:
            parts.append(f'<div class="c-float-left c-float-hang"><aside id="rel1"><div class="c-related-list" data-analytics-category="article" data-analytics-action="link:related"><h3 class="c-related-list__head">Related</h3><ul><li><a href="/1">{e(TEASERS["en"][4][0])}</a></li><li><a href="/2">{e(TEASERS["en"][12][0])}</a></li></ul></div></aside></div>')
        if n == 4:
            parts.append('<div class="c-newsletter_signup_box" id="newsletter-signup-short-form" data-newsletter-slug="sidebar"><div class="c-newsletter_signup_box__main"><h3 class="c-newsletter_signup_box__title">Margins</h3><p class="c-newsletter_signup_box__blurb">A letter about the small things that run the world. Delivered on Thursdays.</p><form class="c-newsletter_signup_box__form"><input type="email"><button>Sign up</button><p class="c-newsletter_signup_box__disclaimer">By submitting your email, you agree to our Terms and Privacy Notice. You can opt out at any time.</p></form></div></div>')
    return f'''<!DOCTYPE html>
<html lang="en"><head><script>window.Chorus = window.Chorus || {{}}; window.dataLayer = [{{"Content Type":"Longform","Logged in Status":"Logged Out"}}];</script><title>{e(a.title)} - {a.source}</title><meta charset="utf-8"><meta property="og:site_name" content="{a.source}"><meta property="og:title" content="{e(a.title)}"><meta property="article:published_time" content="{a.date}T17:30:00-04:00"><meta property="article:modified_time" content="2023-08-26T09:00:00-04:00"><link rel="canonical" href="https://www.thesidebar.example/2023/8/24/23840011/fax"><meta name="parsely-pub-date" content="{a.date}T17:30:00-04:00">{ld([{'@context': 'http://schema.org', '@type': 'NewsArticle', 'headline': a.title, 'datePublished': a.date + 'T17:30:00-04:00', 'dateModified': '2023-08-26T09:00:00-04:00', 'publisher': {'@type': 'Organization', 'name': a.source, 'logo': {'@type': 'ImageObject', 'url': 'x'}}}])}{css('c-entry-content', 'l-col__main', 'c-global-header')}{ads_js('sidebar')}</head>
<body class="entry_layout_standard entry_template_standard"><span class="sr-only"><a href="#content" class="p-skip">Skip to main content</a></span><header class="c-global-header"><a class="c-global-header__logo" href="/">{svg('s')}<span class="sr-only">{a.source} homepage</span></a><nav class="c-global-header__links"><ul>{''.join(f'<li class="c-global-header__link"><a href="/{slug(x)}">{e(x)}</a></li>' for x in MENU['en'][:9])}</ul></nav></header>
<main id="content"><article class="l-wrapper"><div class="l-segment l-main-content"><div class="l-hero"><div class="c-entry-hero c-entry-hero--default"><div class="c-entry-group-labels"><ul><li><a href="/tech">Technology</a></li></ul></div><h1 class="c-page-title">{e(a.title)}</h1><p class="c-entry-summary p-dek">{inline(a.intro)}</p><div class="c-byline"><span class="c-byline-wrapper">By <span class="c-byline__item"><a href="/authors/milo">Milo Ashworth</a></span> <span class="c-byline__item"><time class="c-byline__item" data-ui="timestamp" datetime="{a.date}T21:30:00">Aug 24, 2023, 5:30pm EDT</time></span></span></div><div class="c-social-buttons c-social-buttons--popover"><h2 class="sr-only">Share this story</h2><ul><li><a class="c-social-buttons__item" href="#">{svg('f')}<span class="sr-only">Share this on Facebook</span></a></li><li><a href="#">{svg('x')}<span class="sr-only">Share this on Twitter</span></a></li></ul></div></div></div>
<div class="l-sidebar-fixed l-segment l-article-body-segment"><div class="l-col__main"><figure class="e-image e-image--hero"><span class="e-image__inner"><span class="e-image__image" data-original="https://cdn.example/fax.jpg"><picture class="c-picture"><img srcset="https://cdn.example/fax-320.jpg 320w" alt=""></picture></span></span><span class="e-image__meta"><cite>Illustration by Pia Kern/The Sidebar</cite></span></figure>
<div class="c-entry-content ">{''.join(parts)}</div>
<div class="c-support"><h2>Will you support our work?</h2><p>Most news outlets make their money through advertising or subscriptions. We think it matters that everyone can read what we write, so we ask readers who can to chip in.</p><a href="/support">$5/month</a></div>
<div class="c-share-social"><ul>{''.join(f'<li>{s}</li>' for s in SHARE['en'][:3])}</ul></div></div>
<section class="l-col__sidebar"><div class="c-tab-bar"><span>Next Up In Technology</span></div><div class="c-rock-list"><h3>The Latest</h3>{''.join(f'<div class="c-entry-box--compact"><h2 class="c-entry-box--compact__title"><a href="#">{e(t)}</a></h2><p class="c-entry-box--compact__dek">{e(s)}</p><div class="c-byline">By Staff <time>9:0{i} AM</time></div></div>' for i, (t, s) in enumerate(pick(TEASERS['en'], 54, 5)))}</div></section></div></div></article></main>
<footer class="l-footer"><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in FOOT['en'])}</ul><p>© 2023 Sidebar Media, LLC. All Rights Reserved</p></footer></body></html>'''


def b55(a):     # a regional paper of a publishing group: components with data-testid, "plus" label, the whole text sent and faded by style
    a.optional += ['Plus', 'Guus Hermans', 'woensdag 4 september 2024 om 11:58', 'Eijsden', 'Foto: Bart Smeets', 'Artikel voorlezen', 'Bewaar', 'Deel']
    return f'''<!DOCTYPE html><html lang="nl"><head><meta charSet="utf-8"/><title>{e(a.title)} | {a.source}</title><meta name="viewport" content="width=device-width, initial-scale=1"/><meta property="og:type" content="article"/><meta property="og:title" content="{e(a.title)}"/><meta property="og:site_name" content="{a.source}"/><meta name="cXenseParse:recs:publishtime" content="{a.date}T09:58:00.000Z"/><meta name="article:published_time" content="{a.date}T09:58:00.000Z"/><meta name="article:access" content="plus"/><link rel="canonical" href="https://www.hetmaasland.example/cnt/dmf20240904_1"/>{ld({'@type': 'NewsArticle', 'headline': a.title, 'datePublished': a.date + 'T09:58:00.000Z', 'publisher': {'@type': 'Organization', 'name': a.source}, 'isAccessibleForFree': False})}{css('fade-article', 'app-cs', 'Section')}</head><body><div id="__next"><div data-testid="page"><div data-testid="header" class="css-hdr"><a href="/" data-testid="logo">{a.source}</a><button data-testid="menu">Menu</button><div data-testid="regions">{''.join(f'<a href="/regio/{slug(x)}">{x}</a>' for x in 'Maastricht|Heerlen|Sittard|Roermond|Venlo|Weert|Parkstad'.split('|'))}</div></div><div data-testid="billboard" class="css-ad"></div>
<div data-testid="article" class="css-art"><div data-testid="article-header"><span data-testid="label">Plus</span><span data-testid="place">Eijsden</span><h1 data-testid="title">{e(a.title)}</h1><div data-testid="article-author">Guus Hermans</div><div data-testid="article-date"><span>woensdag 4 september 2024 om 11:58</span></div><div data-testid="article-actions"><button>Artikel voorlezen</button><button>Bewaar</button><button>Deel</button></div></div>
<div data-testid="article-image"><img src="/w.jpg" alt=""/><div data-testid="caption"><span>Foto: Bart Smeets</span></div></div>
<div data-testid="article-intro"><p>{inline(a.intro)}</p></div>
<div data-testid="article-body" class="fade-article" style="max-height:420px;overflow:hidden">{render(a.body(), p=lambda x: f'<p data-testid="paragraph">{inline(x)}</p>', h=lambda x: f'<h2 data-testid="crosshead">{inline(x)}</h2>')}</div>
<div data-testid="paywall-panel" class="css-pw"><h3>Lees verder met Plus</h3><p>Kies het abonnement dat bij je past en krijg meteen toegang tot alle Plus-artikelen op de site en in de app.</p><a href="/abonneer">Ja, ik wil Plus</a><p>Heb je al een account? <a href="/login">Meld je dan aan.</a></p></div></div>
<div data-testid="teaser-list"><h2>Net binnen</h2>{''.join(f'<div data-testid="teaser"><a href="#"><h3>{e(t)}</h3></a><p>{e(s)}</p><time>1{i}:00</time></div>' for i, (t, s) in enumerate(pick(TEASERS['nl'], 55, 5)))}</div>
<div data-testid="footer"><p>Het Maasland maakt deel uit van Mediagroep Zuid. Lees hier hoe wij omgaan met uw gegevens.</p></div></div></div><script id="__NEXT_DATA__" type="application/json">{{"props":{{"pageProps":{{"statusCode":200}}}},"page":"/cnt/[id]","buildId":"a"}}</script></body></html>'''


def b56(a):     # rendered in the browser alone: the page has no text, its JSON-LD has the whole body
    return f'''<!doctype html><html lang="en"><head><meta charset="utf-8"/><link rel="icon" href="/favicon.ico"/><meta name="viewport" content="width=device-width,initial-scale=1"/><meta name="theme-color" content="#0b3d91"/><title>{e(a.title)} | {a.source}</title><meta property="og:title" content="{e(a.title)}"/><meta property="og:type" content="article"/><link rel="canonical" href="https://coastcountry.example/news/ferry-without-captain"/>{ld({'@type': 'NewsArticle', 'headline': a.title, 'datePublished': a.date + 'T13:20:00+00:00', 'dateModified': a.date + 'T15:05:00+00:00', 'publisher': {'@type': 'Organization', 'name': a.source}, 'articleBody': a.plain()}, ascii=True)}<link href="/static/css/main.0e1.chunk.css" rel="stylesheet"></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"><div class="splash"><div class="spinner" role="status"><span class="sr-only">Loading...</span></div></div></div><div id="cookie-banner" class="cc-window cc-banner"><span class="cc-message">{COOKIE['en'][0]} {COOKIE['en'][1]}</span><div class="cc-compliance"><a class="cc-btn cc-dismiss">Got it!</a></div></div><script>!function(e){{function r(r){{for(var n,f,i=r[0],l=r[1],a=r[2],c=0,s=[];c<i.length;c++)f=i[c],Object.prototype.hasOwnProperty.call(o,f)&&o[f]&&s.push(o[f][0]),o[f]=0;for(n in l)Object.prototype.hasOwnProperty.call(l,n)&&(e[n]=l[n]);for(p&&p(r);s.length;)s.shift()()}}}}([]);</script><script src="/static/js/2.8c1.chunk.js"></script><script src="/static/js/main.44.chunk.js"></script></body></html>'''


def b57(a):     # rendered in the browser from __NEXT_DATA__: the text as a list of elements in JSON
    els = []
    for i, (k, x) in enumerate(a.body()):
        els.append({'__typename': 'Paragraph', 'id': f'p{i}', 'type': 'paragraph', 'text': f'<p>{bare(x)}</p>' if i % 2 else bare(x)})
    data = {'props': {'pageProps': {'article': {'__typename': 'Article', 'id': 'dd-99120', 'slug': slug(a.title), 'title': a.title, 'kicker': 'Buitenland', 'publishedAt': a.date + 'T17:30:00.000Z', 'updatedAt': a.date + 'T19:02:00.000Z', 'authors': [{'name': 'Esmee de Rooij', 'bio': 'Esmee de Rooij is correspondent in het noorden en schrijft over alles wat daar de grens over gaat.'}], 'body': els, 'brand': {'name': a.source}},
            'related': [{'id': f'r{i}', 'title': t, 'teaser': s} for i, (t, s) in enumerate(pick(TEASERS['nl'], 57, 4))], 'menu': [{'label': x, 'href': '/' + slug(x)} for x in MENU['nl']],
            'consent': {'title': 'Cookies', 'text': COOKIE['nl'][0] + ' ' + COOKIE['nl'][1]}}, '__N_SSP': True}, 'page': '/[section]/[slug]', 'query': {}, 'buildId': 'Zk1', 'isFallback': False, 'gssp': True}
    return f'''<!DOCTYPE html><html lang="nl"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>{e(a.title)} | {a.source}</title><meta property="og:title" content="{e(a.title)}"/><meta property="og:site_name" content="{a.source}"/><meta name="next-head-count" content="4"/><link rel="preload" href="/_next/static/css/0c.css" as="style"/><noscript data-n-css=""></noscript><script defer="" src="/_next/static/chunks/webpack-59c.js"></script></head><body><div id="__next"><div class="shell"><header class="shell__header"><a href="/">{a.source}</a><nav>{''.join(f'<a href="/{slug(x)}">{e(x)}</a>' for x in MENU['nl'][:9])}</nav></header><main><div class="skeleton" aria-busy="true"><div class="skeleton__line"></div><div class="skeleton__line"></div><div class="skeleton__line"></div></div></main><footer><p>© 2024 {a.source}. Het laatste nieuws uit de delta, elke dag vanaf zes uur.</p></footer></div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=False)}</script></body></html>'''


def b58(a):     # a portal script of the early two thousands: nested tables, blocks left and right, breaks instead of paragraphs
    a.optional += ['Geplaatst door: hidde op zaterdag 5 maart 2005 - 10:12', 'gelezen: 877 keer', 'Onderwerp: Algemeen']
    def block(title, inner):
        return f'<table border="0" cellpadding="0" cellspacing="1" width="150" bgcolor="#003366"><tr><td><table width="100%" border="0" cellspacing="1" cellpadding="3"><tr><td bgcolor="#336699"><font class="boxtitle"><b>{title}</b></font></td></tr><tr><td bgcolor="#ffffff"><font class="content">{inner}</font></td></tr></table></td></tr></table><br>'
    body = '<br><br>'.join(inline(x) for _, x in a.body())
    com = ''.join(f'<table width="99%" border="0"><tr bgcolor="#EEEEEE"><td width="500"><font class="option"><b>Re: {e(a.title)}</b></font><br><font class="content">door <b>{e(w)}</b> op 6-3-2005</font></td></tr><tr><td>{e(c)}</td></tr></table><font class="content"> [ <a href="modules.php?op=reply">Reageer hierop</a> ]</font>' for w, c in COMMENTS['nl'][:3])
    return f'''<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<title>{a.source} - {a.title}</title>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=ISO-8859-1">
<META NAME="RESOURCE-TYPE" CONTENT="DOCUMENT">
<META NAME="DISTRIBUTION" CONTENT="GLOBAL">
<META NAME="GENERATOR" CONTENT="PHP-Nuke Copyright (c) 2003">
<LINK REL="StyleSheet" HREF="themes/DeepBlue/style/style.css" TYPE="text/css">
</head>
<body bgcolor="#0E3259" text="#000000" link="0000ff">
<table class="bodyline" width="100%" cellspacing="0" cellpadding="0" border="0"><tr><td><a href="index.php"><img src="themes/DeepBlue/images/logo.gif" alt="Welkom bij {a.source}" border="0"></a></td><td align="right"><form action="modules.php?name=Search" method="post"><font class="content">Zoek <input type="text" name="query" size="14"></font></form></td></tr></table>
<table cellpadding="0" cellspacing="0" width="100%" border="0" bgcolor="#D3E2EA"><tr><td><font class="content">&nbsp;&nbsp;<b><a href="modules.php?name=Your_Account">Log in</a> &#183; <a href="index.php">Home</a> &#183; <a href="modules.php?name=Topics">Onderwerpen</a> &#183; <a href="modules.php?name=Downloads">Downloads</a> &#183; <a href="modules.php?name=Top">Top 10</a></b></font></td></tr></table>
<table width="100%" cellpadding="0" cellspacing="0" border="0"><tr valign="top"><td>{block('Menu', '<strong><big>&middot;</big></strong>&nbsp;<a href="#">Forum</a><br><strong><big>&middot;</big></strong>&nbsp;<a href="#">Fotoalbum</a><br><strong><big>&middot;</big></strong>&nbsp;<a href="#">Verenigingen</a><br>')}{block('Wie is er online', 'Er zijn op dit moment 4 gasten en 1 lid online.<br><br>U bent een anonieme bezoeker. Registreren is gratis.')}</td><td>&nbsp;</td><td width="100%">
<table border="0" cellpadding="0" cellspacing="0" bgcolor="#ffffff" width="100%"><tr><td><table width="100%" border="0" cellspacing="1" cellpadding="8"><tr><td><font class="option"><b>{a.title}</b></font><br><font class="content">Geplaatst door: hidde op zaterdag 5 maart 2005 - 10:12<br>Onderwerp: <a href="#">Algemeen</a> (gelezen: 877 keer)</font></td></tr></table>
<table width="100%" border="0" cellspacing="0" cellpadding="8"><tr><td><a href="modules.php?name=News&amp;new_topic=1"><img src="images/topics/dorp.gif" border="0" align="right" alt="Algemeen"></a><font class="content">{body}</font></td></tr></table></td></tr></table>
<br><table width="100%"><tr><td align="center"><font class="content"><b>"{a.title}" | Inloggen/aanmelden | 3 reacties</b><br>De reacties zijn van degene die ze plaatst. Wij zijn niet verantwoordelijk voor de inhoud ervan.</font></td></tr></table>{com}
</td><td>&nbsp;</td><td>{block('Verwante links', '&middot; <a href="#">Meer over Algemeen</a><br>&middot; <a href="#">Nieuws door hidde</a><hr>Meest gelezen: <a href="#">Koe in de sloot</a>')}{block('Waardering', 'Gemiddelde score: 4,5<br>Stemmen: 12<br>Neem even de tijd om dit artikel te waarderen.')}</td></tr></table>
<center><font class="footmsg">Alle logo's en handelsmerken op deze site zijn eigendom van hun houder.<br>Pagina gemaakt in 0,21 seconden</font></center>
</body></html>'''.encode('latin-1')


def b59(a):     # WordPress with a page builder: sections, columns, widgets; no article element
    a.optional += ['28 mei 2024', 'Redactie Rond de Toren', 'Nieuws', 'Geen reacties']
    w = lambda kind, inner: f'<div class="elementor-element elementor-element-{zlib.crc32(inner.encode()) & 0xfffffff:07x} elementor-widget elementor-widget-{kind}" data-id="x" data-element_type="widget" data-widget_type="{kind}.default"><div class="elementor-widget-container">{inner}</div></div>'
    sec = lambda inner, tag='section': f'<{tag} class="elementor-section elementor-top-section elementor-element elementor-section-boxed elementor-section-height-default" data-element_type="section"><div class="elementor-container elementor-column-gap-default"><div class="elementor-column elementor-col-66 elementor-top-column elementor-element" data-element_type="column"><div class="elementor-widget-wrap elementor-element-populated">{inner}</div></div></div></{tag}>'
    groups, run = [], []
    for k, x in a.body():
        if k == 'h':
            groups += [w('text-editor', render(run)), w('heading', f'<h2 class="elementor-heading-title elementor-size-default">{inline(x)}</h2>')]
            run = []
        else:
            run.append((k, x))
    groups.append(w('text-editor', render(run)))
    return f'''<!DOCTYPE html>
<html lang="nl-NL">
<head>
	<meta charset="UTF-8">
	<meta name="viewport" content="width=device-width, initial-scale=1.0, viewport-fit=cover" />
	<title>{e(a.title)} - {a.source}</title>
<meta name='robots' content='max-image-preview:large' />
<link rel='stylesheet' id='elementor-frontend-css' href='/wp-content/plugins/elementor/assets/css/frontend.min.css?ver=3.21' media='all' />
<meta name="generator" content="Elementor 3.21.5; features: e_optimized_assets_loading; settings: css_print_method-external, google_font-enabled, font_display-swap">
{css('elementor-section', 'elementor-widget', 'elementor-post')}
</head>
<body class="post-template-default single single-post postid-3301 single-format-standard elementor-default elementor-template-full-width elementor-kit-6">
<a class="skip-link screen-reader-text" href="#content">Ga naar de inhoud</a>
<div data-elementor-type="header" data-elementor-id="45" class="elementor elementor-45 elementor-location-header">{sec(w('theme-site-logo', '<a href="/"><img src="/logo.png" alt=""></a>') + w('nav-menu', '<nav class="elementor-nav-menu--main"><ul class="elementor-nav-menu">' + ''.join(f'<li class="menu-item"><a href="/{slug(x)}" class="elementor-item">{x}</a></li>' for x in 'Nieuws|Kerk|Agenda|Verenigingen|Familieberichten|Archief|Adverteren'.split('|')) + '</ul></nav>'))}</div>
<div data-elementor-type="single-post" data-elementor-id="88" class="elementor elementor-88 elementor-location-single post-3301 post type-post status-publish hentry category-nieuws">
{sec(w('theme-post-title', f'<h1 class="elementor-heading-title elementor-size-default">{e(a.title)}</h1>') + w('post-info', '<ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li class="elementor-icon-list-item elementor-inline-item"><span class="elementor-icon-list-text elementor-post-info__item elementor-post-info__item--type-date">28 mei 2024</span></li><li class="elementor-icon-list-item"><span class="elementor-icon-list-text elementor-post-info__item--type-author">Redactie Rond de Toren</span></li><li class="elementor-icon-list-item"><span>Geen reacties</span></li></ul>') + w('theme-post-featured-image', '<img width="800" height="533" src="/ooievaar.jpg" alt="" />'))}
{sec(w('theme-post-content', '<div data-elementor-type="wp-post" data-elementor-id="3301" class="elementor elementor-3301">' + sec(''.join(groups)) + '</div>') + w('share-buttons', '<div class="elementor-grid">' + ''.join(f'<div class="elementor-share-btn" role="button"><span class="elementor-share-btn__text"><span class="elementor-share-btn__title">{s}</span></span></div>' for s in ('Facebook', 'WhatsApp', 'Email')) + '</div>'))}
{sec(w('heading', '<h2 class="elementor-heading-title">Meer nieuws</h2>') + w('posts', '<div class="elementor-posts-container elementor-posts elementor-grid">' + ''.join(f'<article class="elementor-post elementor-grid-item post type-post"><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="#">{e(t)}</a></h3><div class="elementor-post__excerpt"><p>{e(s)}</p></div><a class="elementor-post__read-more" href="#">Lees meer »</a></div></article>' for t, s in pick(TEASERS['nl'], 59, 3)) + '</div>'))}
</div>
<div data-elementor-type="footer" class="elementor elementor-location-footer">{sec(w('text-editor', '<p>Weekblad Rond de Toren verschijnt elke dinsdag, huis aan huis, in een oplage van 6.200. Kopij uiterlijk zaterdag voor twaalf uur.</p>'))}</div>
<script id="elementor-frontend-js-before">var elementorFrontendConfig = {{"environmentMode":{{"edit":false,"wpPreview":false}},"i18n":{{"shareOnFacebook":"Deel via Facebook"}},"post":{{"id":3301,"title":"Ooievaars","excerpt":"","featuredImage":false}}}};</script>
</body>
</html>'''


def b60(a):     # an interview: questions bold, a definition list of facts, author card, previous issues
    a.optional += ['Interview', 'by Hannah Voss', 'Published on 2 December 2024', 'Portrait by Teo Lind', 'Hannah Voss is an editor of The Long Table.']
    return f'''<!DOCTYPE html>
<html lang="en" class="h-full">
<head><meta charset="utf-8"><title>{e(a.title)} — {a.source}</title><meta property="og:title" content='{html.escape(a.title, quote=False)}'><meta property="og:site_name" content="{a.source}"><link rel="canonical" href="https://longtable.example/interview-greta-sandoval"><meta property="article:published_time" content="{a.date}"><script type="module" src="/build/assets/app-4f.js"></script>{css('prose', 'max-w-3xl', 'issue')}</head>
<body class="font-sans antialiased bg-stone-50 text-stone-900">
<div class="border-b border-stone-200"><div class="max-w-6xl mx-auto px-4 py-6 flex justify-between"><a class="text-2xl font-serif" href="/">{a.source}</a><div class="hidden md:flex space-x-6 text-sm uppercase"><a class="hover:underline" href="/essays">Essays</a><a class="hover:underline" href="/interviews">Interviews</a><a class="hover:underline" href="/issues">Issues</a><a class="hover:underline" href="/subscribe">Subscribe</a></div></div></div>
<div class="max-w-3xl mx-auto px-4 py-12"><div class="mb-8"><div class="text-xs tracking-widest uppercase text-red-700">Interview</div><h1 class="text-4xl md:text-5xl font-serif leading-tight">{html.escape(a.title, quote=False)}</h1><p class="mt-4 text-xl text-stone-600">{inline(a.intro)}</p><div class="mt-6 flex items-center text-sm text-stone-500"><span>by Hannah Voss</span><span class="mx-2">/</span><span>Published on 2 December 2024</span></div></div>
<div class="relative mb-10"><img class="w-full rounded-lg" src="/img/sandoval.webp" alt=""><div class="mt-2 text-xs text-stone-500">Portrait by Teo Lind</div></div>
<div class="prose prose-lg prose-stone">{render(a.body(), q=lambda x: f'<p><strong>{inline(x)}</strong></p>')}</div>
<div class="mt-12 p-6 bg-white rounded-xl shadow"><div class="font-bold">Hannah Voss is an editor of The Long Table.</div><p class="text-sm">She has written about kitchens, treaties and the people who wash up after both.</p></div>
<div class="mt-8 p-6 bg-red-50 rounded-xl"><div class="font-serif text-2xl">Pull up a chair</div><p>We publish six issues a year, on paper thick enough to keep. Subscribers get every back issue on the site.</p><a class="inline-block mt-4 px-4 py-2 bg-red-700 text-white rounded" href="/subscribe">Subscribe from €39</a></div></div>
<div class="bg-white border-t"><div class="max-w-6xl mx-auto px-4 py-12 grid md:grid-cols-3 gap-8">{''.join(f'<a class="block group" href="#"><div class="text-xs uppercase">Essay</div><div class="font-serif text-xl group-hover:underline">{e(t)}</div><div class="text-sm text-stone-600">{e(s)}</div></a>' for t, s in pick(TEASERS['en'], 60, 3))}</div></div>
<footer class="bg-stone-900 text-stone-300"><div class="max-w-6xl mx-auto px-4 py-8 text-sm">The Long Table is published by the Society for Slow Conversation. ISSN 0000-0000.</div></footer>
</body></html>'''
