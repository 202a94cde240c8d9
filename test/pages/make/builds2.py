"""Builds 16 to 30: paywalls, news agencies, live blogs, cookie walls, galleries, AMP, pages of the nineties, print views."""
import json
from common import *
from builds1 import ld, e


def b16(a):     # css- class names, adverts between the columns of text, a gateway at the bottom
    a.optional += ['By Dahlia Renfrew', 'Reporting from Brooklyn', 'Oct. 3, 2023', 'Share full article', 'Dahlia Renfrew writes about museums and the law. More about Dahlia Renfrew']
    ad = lambda n: f'<div class="css-1336jft"><div id="story-ad-{n}-dropzone" class="css-h5mcgo"><div><div class="css-rfqw0c"><a class="css-777zgl" href="#after-story-ad-{n}">SKIP ADVERTISEMENT</a></div><div id="story-ad-{n}" class="ad story-ad-{n}-wrapper" style="text-align:center"><h4 class="css-ad">Advertisement</h4></div><div id="after-story-ad-{n}"></div></div></div></div>'
    parts, n = [], 0
    for k, x in a.body():
        if k == 'p':
            if n % 2 == 0:
                parts.append(('</div></div>' + ad(n // 2) if n else '') + '<div class="css-s99gbd StoryBodyCompanionColumn" data-testid="companionColumn-%d"><div class="css-53u6y8">' % (n // 2))
            n += 1
            parts.append(f'<p class="css-at9mc1 evys1bk0">{inline(x)}</p>')
        else:
            parts.append(f'</div></div><div data-testid="imageblock-wrapper"><figure class="img-sz-medium css-d754w4 e1g7ppur0" aria-label="media" role="group"><div class="css-1xdhyk6 erfvjey0"><span class="css-1ly73wi e1tej78p0">Image</span><div data-testid="lazyimage-container" style="height:257px"></div></div><figcaption class="css-i2yigz ewdxa0s0"><span class="css-jevhma e13ogyst0">{inline(x[0])}</span><span class="css-1u46b97 e1z0qqy90"><span class="css-1ly73wi e1tej78p0">Credit...</span><span>{inline(x[1].replace("Credit...", ""))}</span></span></figcaption></figure></div><div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8">')
    parts.append('</div></div>')
    a.optional += ['Image']
    return f'''<!DOCTYPE html>
<html lang="en" class="story nytapp-vi-article" data-nyt-compute-assignment="fallback" xmlns:og="http://opengraphprotocol.org/schema/">
<head><meta charset="utf-8" /><title data-rh="true">{e(a.title)} - {a.source}</title><meta data-rh="true" name="robots" content="noarchive, max-image-preview:large"/><meta data-rh="true" name="description" content="{e(a.intro)}"/><meta data-rh="true" property="og:url" content="https://www.hudsonledger.example/2023/10/03/arts/mask.html"/><meta data-rh="true" property="og:type" content="article"/><meta data-rh="true" property="og:title" content="{e(a.title)}"/><meta data-rh="true" property="article:published_time" content="{a.date}T19:41:06.000Z"/><meta data-rh="true" property="article:modified_time" content="2023-10-04T12:00:00.000Z"/><meta data-rh="true" name="byl" content="By Dahlia Renfrew"/><meta data-rh="true" name="pdate" content="20231003"/><meta data-rh="true" name="CG" content="arts"/>{ld({'@type': 'NewsArticle', 'headline': a.title, 'alternativeHeadline': 'Museum Gives Back a Mask', 'datePublished': a.date + 'T19:41:06.000Z', 'isAccessibleForFree': False, 'hasPart': {'@type': 'WebPageElement', 'isAccessibleForFree': False, 'cssSelector': '.meteredContent'}, 'publisher': {'@id': 'https://www.hudsonledger.example/#publisher'}, 'sourceOrganization': {'@id': 'https://www.hudsonledger.example/#publisher'}})}{ld({'@type': 'NewsMediaOrganization', '@id': 'https://www.hudsonledger.example/#publisher', 'name': a.source, 'url': 'https://www.hudsonledger.example/', 'masthead': 'https://www.hudsonledger.example/masthead'})}<link rel="canonical" href="https://www.hudsonledger.example/2023/10/03/arts/mask.html"/><script>window.hasAds = true; window.NREUM||(NREUM={{}}),__nr_require=function(t,e,n){{function r(n){{if(!e[n]){{var o=e[n]={{exports:{{}}}};t[n][0].call(o.exports,function(e){{return r(t[n][1][e]||e)}})}}return e[n].exports}}}};</script>{css('css-at9mc1', 'css-53u6y8', 'css-1336jft')}</head>
<body><div id="app"><div><div class=""><div><div class="NYTAppHideMasthead css-1r6wvpq"><header class="css-1bymuyk"><section class="css-1waixk9"><div class="css-1f7ibof"><button aria-label="Sections Navigation &amp; Search" class="css-fzvsed">{svg('s')}</button><a href="#site-content" class="css-skip">Skip to content</a><a href="#site-index" class="css-skip">Skip to site index</a></div><div class="css-10698na"><a data-testid="masthead-mobile-logo" href="/">{a.source}</a></div><div class="css-user"><a href="/auth/login">Log in</a><span>Today’s Paper</span></div></section><section class="css-nav"><a href="/section/arts/design">Art &amp; Design</a>|{e(a.title)}</section></header></div></div>
<div aria-hidden="false"><main id="site-content"><div><div class="css-1aor85t" style="opacity:0.000000001;z-index:-1;visibility:hidden"><div class="css-1hqnpie"><div class="css-epjblv"><span class="css-17xtcya"><a href="/section/arts/design">Art &amp; Design</a></span><span class="css-x15j1o">|</span><span class="css-fwqvlz">{e(a.title)}</span></div><div class="css-k008qs"><div class="css-1iwv8en">https://hl.example/3ZJ2kQ</div></div></div></div>
<div id="top-wrapper" class="css-1jvq6fm"><div id="top-slug" class="css-l9onyx"><h4>Advertisement</h4></div><div class="ad top-wrapper" style="text-align:center;height:100%"></div></div>
<article id="story" class="css-1vxca1d e1lmdhsb0"><div id="sponsor-wrapper" class="css-1hyfx7x"><div id="sponsor-slug" class="css-19vbshk">Supported by</div></div>
<header class="css-bs95eu euiyums2"><div class="css-1vkm6nb ehdk2mb0"><h1 id="link-3f1a" class="css-1l8buln e1h9rw200" data-testid="headline">{e(a.title)}</h1></div><p id="article-summary" class="css-1n0orw4 e1wiw3jv0">{inline(a.intro)}</p><div class="css-share"><div role="toolbar" aria-label="Social Media Share buttons, Save button" data-testid="share-tools"><ul><li><button>Share full article</button></li><li><button>{svg('x')}</button></li></ul></div></div><div class="css-byline"><p class="css-4anu6l e1jsehar1"><span class="byline-prefix">By </span><span class="css-1baulvz last-byline" itemprop="name"><a href="/by/dahlia" class="css-n8ff4n">Dahlia Renfrew</a></span></p><p>Reporting from Brooklyn</p></div><ul><li><time class="css-1z1nqv e16638kd1" dateTime="{a.date}T15:41:06-04:00"><span class="css-1sbuyqj e16638kd3">Oct. 3, 2023</span></time></li></ul></header>
<section name="articleBody" class="meteredContent css-1r7ky0e">{''.join(parts)}</section>
<div class="bottom-of-article"><div class="css-1xt"><p>Dahlia Renfrew writes about museums and the law. <span><a href="/by/dahlia">More about Dahlia Renfrew</a></span></p></div><div class="css-print"><p>A version of this article appears in print on <span>Oct. 5, 2023</span>, Section C, Page 1 of the City edition with the headline: Museum Returns Mask. <a href="https://reprints.example">Order Reprints</a> | <a href="#">Today’s Paper</a> | <a href="/subscribe">Subscribe</a></p></div></div>
</article>
<section id="styln-guide"><h2>Art and Museums</h2><ul>{''.join(f'<li><b>{e(t)}: </b><a href="#">{e(s)}</a></li>' for t, s in pick(TEASERS['en'], 16, 3))}</ul></section></div></main>
<div id="gateway-content" role="dialog" aria-modal="true"><div class="css-gw"><h2>Thank you for your patience while we verify access.</h2><p>If you are in Reader mode please exit and log into your account, or subscribe for all of the Ledger.</p><p>Already a subscriber? Log in. Want all of The Ledger? Subscribe.</p></div></div>
<footer class="css-1e1s8k7" role="contentinfo"><nav><h2 class="css-vh">Site Information Navigation</h2><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in FOOT['en'])}</ul></nav></footer></div></div></div></div>
<script>window.__preloadedData = {{"initialData":{{"data":{{"article":{{"headline":{{"default":"{e(a.title)}"}}}}}}}}}};</script></body></html>'''


def b17(a):     # an agency: paragraphs are div data-testid="paragraph-N", hashed module names, prices in a strip
    a.optional += ['By Pavel Orlin', 'February 8, 2024 11:32 AM UTC', 'Updated 2 months ago', 'Reporting by Pavel Orlin; Editing by June Castle', 'Our Standards: The Meridian Wire Trust Principles.', 'PORT SEVRAN, Feb 8 (Meridian)']
    parts = [f'<div data-testid="paragraph-{i}" class="text__text__1FZLe text__dark-grey__3Ml43 text__regular__2N1Xr text__large__nEccO body__full_width__ekUdw body__large_body__FV5_X article-body__paragraph__2-BtD">{inline(x)}</div>' for i, (_, x) in enumerate(a.body())]
    parts.insert(3, '<div class="article-body__element__2p5pI"><div data-testid="ResponsiveAdSlot" class="ad-slot__container__FEnoz"><span class="ad-slot__label">Advertisement · Scroll to continue</span><div class="ad-slot__inner__2r"></div></div></div>')
    parts.insert(6, '<div data-testid="Dianomi" class="dianomi__context"><iframe title="sponsored" src="https://ads.example/dianomi"></iframe></div>')
    quote = ''.join(f'<li class="market-strip__item__1"><a href="/markets/{s}"><span>{s}</span><span>{p}</span><span>{c}</span></a></li>' for s, p, c in (('SEV 40', '4,112.38', '+0.2%'), ('EURCKR', '7.4310', '-0.4%'), ('Brent', '81.62', '+1.1%'), ('Gold', '2,034.10', '-0.1%')))
    return f'''<!doctype html><html lang="en"><head><title>{e(a.title)} | Meridian</title><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><link rel="canonical" href="https://www.meridianwire.example/markets/rates-bonds/carnovia-central-bank-holds-rates-65-2024-02-08/"/><meta name="description" content="Carnovia kept rates"/><meta name="article:published_time" content="{a.date}T11:32:10Z"/><meta name="article:modified_time" content="{a.date}T12:40:41Z"/><meta name="article:section" content="Rates &amp; Bonds"/><meta property="og:title" content="{e(a.title)}"/><meta property="og:site_name" content="{a.source}"/><meta property="og:type" content="article"/><meta name="analytics-attributes.articleDate" content="{a.date}T11:32:10Z"/>{ld({'@type': 'NewsArticle', 'headline': a.title, 'datePublished': a.date + 'T11:32:10.882Z', 'dateModified': a.date + 'T12:40:41.000Z', 'dateline': 'PORT SEVRAN', 'author': [{'@type': 'Person', 'name': 'Pavel Orlin'}], 'publisher': {'@type': 'Organization', '@id': '#publisher', 'name': a.source}})}{css('text__text__1FZLe', 'article-body__content__17Yit')}{ads_js('rates')}</head><body class="theme__default"><div id="fusion-app"><div class="regular-article-layout__container"><div class="site-layout"><header class="site-header__header__2xPuW"><a href="#main-content" class="skip-link__skip-link__1yM">Skip to main content</a><div class="header__top"><a href="/" aria-label="Meridian home">{svg('s')}</a><nav aria-label="Main navigation"><ul>{''.join(f'<li data-testid="Item"><a href="/{slug(x)}" class="nav-bar__link__1">{e(x)}</a></li>' for x in MENU['en'][:9])}</ul></nav><a href="/account/sign-in">Sign In</a><a href="/account/register">Register</a></div><ul class="market-strip__list__1">{quote}</ul></header><main id="main-content" tabindex="-1"><article data-testid="Article" class="article__container__2MUeZ"><div class="article__main__33WV2"><header class="article-header__header"><nav aria-label="breadcrumb" class="article-header__tags"><a data-testid="BodyLink" href="/markets/rates-bonds/">Rates &amp; Bonds</a></nav><h1 data-testid="Heading" class="text__text__1FZLe article-header__title__3Y2hh">{e(a.title)}</h1><div class="info-content__author-date__1Epi_"><div class="author-name">By <a href="/authors/pavel/">Pavel Orlin</a></div><time class="info-content__date" dateTime="{a.date}T11:32:10Z"><span class="date-line__date___kNbY">February 8, 2024</span><span>11:32 AM UTC</span><span>Updated 2 months ago</span></time></div><div class="article-header__toolbar"><button aria-label="Adjust font size">Aa</button><button aria-label="Share">{svg('x')}</button></div></header><div class="article-body__wrapper__3IxHM"><div class="article-body__content__17Yit">{''.join(parts)}<p data-testid="signup" class="sign-up__1">Sign up <a href="/newsletters">here.</a></p><p class="sign-off__text__3">Reporting by Pavel Orlin; Editing by June Castle</p><p data-testid="Body" class="article-body__trust__2">Our Standards: <a href="https://trust.example">The Meridian Wire Trust Principles.</a></p></div></div><div class="attribution__1"><div class="tags-with-label">Suggested Topics:<ul><li>Rates &amp; Bonds</li><li>Central Banks</li></ul></div><div class="purchase-rights"><a href="#">Purchase Licensing Rights, opens new tab</a></div></div></div><div class="read-next-panel"><h2>Read Next</h2><ul>{''.join(f'<li><div class="story-card"><span>Markets category</span><a data-testid="Heading" href="#">{e(t)}</a><p>{e(s)}</p><time datetime="2024-02-08T1{i}:00:00Z">1{i}:00 AM UTC</time></div></li>' for i, (t, s) in enumerate(pick(TEASERS['en'], 17, 4)))}</ul></div></article></main><footer class="site-footer"><h2>About Meridian Wire</h2><p>Meridian Wire, the news and media division of Meridian plc, is one of the largest providers of text and pictures to newspapers, reaching millions of people every day. It provides business, financial and national news to professionals via desktop terminals and directly to consumers.</p><p>All quotes delayed a minimum of 15 minutes. See here for a complete list of exchanges and delays.</p></footer></div></div></div><script>Fusion.globalContent={{"result":{{"date_line":"PORT SEVRAN"}}}};</script></body></html>'''


def b18(a):     # Brightspot of an agency: custom elements, timestamps in milliseconds, a hub peek in the text
    a.optional += ['By IVO LUND', 'Updated 8:40 PM CEST, August 19, 2024', 'Leer en español', 'Read More', 'TELMARK VALLEY (UPS)', '1 of 3']
    parts, n = [], 0
    for k, x in a.body():
        n += 1
        if k == 'fig':
            parts.append(f'<div class="Enhancement" data-align-center><div class="Enhancement-item"><figure class="Figure"><picture class="CMS-picture"><source type="image/webp" width="599" height="399" srcset="https://dims.example/2.jpg 1x"/><img class="Image" alt="" width="599" height="399" src="https://dims.example/1.jpg" loading="lazy"></picture><div class="Figure-content"><figcaption class="Figure-caption">{inline(x[0])} {inline(x[1])}</figcaption></div></figure></div></div>')
        else:
            parts.append(f'<p>{inline(x)}</p>')
        if n == 3:
            parts.append(f'<div class="Enhancement" data-align-center><div class="Enhancement-item"><bsp-hub-peek class="HubPeek"><div class="PageList"><div class="PageList-header"><div class="PageList-header-title">Other News</div></div><div class="PageList-items"><div class="PagePromo" data-media-placement="right"><div class="PagePromo-content"><div class="PagePromo-title"><a class="Link" href="/a1"><span class="PagePromoContentIcons-text">{e(TEASERS["en"][7][0])}</span></a></div></div></div></div></div></bsp-hub-peek></div></div>')
        if n == 5:
            parts.append('<div class="FreeStar Advertisement"><div align="center" id="upsnews_incontent" data-freestar-ad="__300x250"><script data-cfasync="false" type="text/javascript">freestar.config.enabled_slots.push({ placementName: "incontent", slotId: "upsnews_incontent" });</script></div></div>')
    return f'''<!DOCTYPE html>
<html class="StoryPage" lang="en">
<head>
<meta charset="UTF-8">
<meta property="og:title" content="{e(a.title)}">
<meta property="og:url" content="https://upsnews.example/article/rockslide-telmark-7d11">
<meta property="og:site_name" content="UPS News">
<meta property="og:type" content="article">
<meta property="article:published_time" content="{a.date}T12:20:31">
<meta property="article:modified_time" content="{a.date}T18:40:00">
<meta name="twitter:site" content="@UPS"/>
<title>{e(a.title)} | UPS News</title>
<link rel="canonical" href="https://upsnews.example/article/rockslide-telmark-7d11">
<script type="application/ld+json">{json.dumps([{"@context": "http://schema.org", "@type": "NewsArticle", "headline": a.title, "datePublished": a.date + "T12:20:31Z", "dateModified": a.date + "T18:40:00Z", "author": [{"@context": "http://schema.org", "@type": "Person", "name": "IVO LUND"}], "publisher": {"@type": "NewsMediaOrganization", "name": a.source}}])}</script>
<script type="text/javascript">window.UPS = {{ analytics: true, template: "<article><p>not this</p></article>" }};</script>
{css('Page-header', 'RichTextStoryBody', 'PagePromo', 'Page-twoColumn')}
{gtm('GTM-UPS1')}
</head>
<body class="Page-body">
<bsp-header class="Page-header" data-header><div class="Page-header-bar"><button class="Page-header-menu-trigger" aria-label="Menu">{svg('s')}</button><div class="Page-header-logo"><a aria-label="home page" href="/"><img class="PageLogo-image" src="https://assets.example/logo.svg" alt="UPS Logo"/></a></div><ul class="AccountMenu"><li><a href="/signin">SECTIONS</a></li></ul></div><div class="Page-header-navigation"><nav class="Navigation"><ul class="Navigation-items">{''.join(f'<li class="Navigation-items-item"><div class="NavigationItem"><div class="NavigationItem-text"><a class="NavigationItem-text-link" href="/{slug(x)}">{e(x)}</a></div></div></li>' for x in MENU['en'][:12])}</ul></nav></div></bsp-header>
<div class="TrendingTopics"><span>Trending:</span><a href="#">Heat wave</a><a href="#">Storm Orla</a><a href="#">Rate cut</a></div>
<main class="Page-main" id="main"><div class="SovrnAd Advertisement Leaderboard" data-module></div>
<div class="Page-content">
<bsp-story-page class="StoryPage-wrapper">
<div class="Page-breadcrumbs"><a class="Link" href="/world-news">World News</a></div>
<h1 class="Page-headline">{e(a.title)}</h1>
<div class="Page-lead"><bsp-carousel class="Carousel"><div class="Carousel-slides"><div class="Carousel-slide"><div class="CarouselSlide-media"><img class="Image" alt="" src="https://dims.example/lead.jpg"/></div><div class="CarouselSlide-infoDescription"></div></div></div><div class="Carousel-counter"><span>1 of 3</span></div></bsp-carousel></div>
<div class="Page-byline"><div class="Page-byline-info"><div class="Page-authors">By <a class="Link" href="/author/ivo">IVO LUND</a></div><div class="Page-dateModified"><bsp-timestamp data-timestamp="1724092800000" data-recent-thresholdinhours="1"><span data-date>Updated 8:40 PM CEST, August 19, 2024</span></bsp-timestamp></div></div><div class="Page-actions"><bsp-page-actions class="ActionBar"><ul>{''.join(f'<li class="ActionBar-items-item"><a class="ActionLink" href="#"><span>{s}</span></a></li>' for s in SHARE['en'])}</ul></bsp-page-actions></div><a class="LanguageLink" href="/es">Leer en español</a></div>
<div class="Page-twoColumn"><div class="Page-storyBody gtmMainScrollContent"><div class="RichTextStoryBody RichTextBody">
{chr(10).join(parts)}
</div></div>
<aside class="Page-aside"><div class="PageListRightRailA"><div class="PageList-header"><a href="#">Most read</a></div><ol>{''.join(f'<li class="PageList-items-item"><div class="PagePromo"><h3 class="PagePromo-title"><a href="#">{e(t)}</a></h3><div class="PagePromo-description">{e(s)}</div></div></li>' for t, s in pick(TEASERS['en'], 18, 5))}</ol></div></aside></div>
<div class="Page-below"><div class="TaboolaRecommendationModule" id="taboola-below-article-thumbnails"></div></div>
</bsp-story-page>
</div></main>
<footer class="Page-footer"><div class="Page-footer-description">The United Press Service is an independent global news organization dedicated to factual reporting. Founded in 1871, UPS today remains the most trusted source of fast, accurate, unbiased news in all formats.</div><nav><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in FOOT['en'])}</ul></nav></footer>
</body></html>'''


def b19(a):     # a live blog: a key events list, filters, posts as articles with their own times and share links
    a.optional += ['Colin Pratt', 'Wed 22 May 2024 16.41 BST', 'First published on Wed 22 May 2024 06.55 BST', 'Show key events only', 'Please turn on JavaScript to use this feature', 'Live feed', 'Key events']
    posts, cur = [], None
    for k, x in a.body():
        if k == 'post':
            cur = [x, []]
            posts.append(cur)
        else:
            cur[1].append((k, x))
    out = ''.join(f'''<article id="block-664d{i}" data-block-id="664d{i}" class="dcr-1ge block"><header class="dcr-hd"><a href="?page=with:block-664d{i}#block-664d{i}" data-ignore="global-link-styling"><time dateTime="{a.date}T{h[0].replace('.', ':')}:00.000Z" data-relativeformat="med"><span class="dcr-rel">{i + 1}h ago</span><span class="dcr-abs">{h[0]} BST</span></time></a></header><h2 class="dcr-blk">{inline(h[1])}</h2>{render(b, p=lambda x: f'<p class="dcr-4cudl2">{inline(x)}</p>', list=lambda x: '<ul class="dcr-l">' + ''.join(f'<li><p>{inline(y)}</p></li>' for y in x) + '</ul>')}<footer class="dcr-ft"><div class="dcr-share"><span data-src-focus-disabled="true">Share</span><a href="https://www.facebook.example/dialog/share" target="_blank" aria-label="Share on Facebook">{svg('f')}</a></div><div>Updated at <time>{h[0]} BST</time></div></footer></article>''' for i, (h, b) in enumerate(posts))
    a.optional += [x for _ in posts for x in ('1h ago', 'Share', 'Updated at 16.41 BST', 'BST 16.41')]
    key = ''.join(f'<li class="dcr-ke"><a href="#block-664d{i}"><time>{h[0]}</time><span class="dcr-t">{e(h[1])}</span></a></li>' for i, (h, b) in enumerate(posts))
    body_ld = [{'@type': 'BlogPosting', 'headline': h[1], 'datePublished': f'{a.date}T{h[0].replace(".", ":")}:00Z', 'articleBody': ' '.join(bare(x) for k, x in b if k == 'p')} for h, b in posts]
    return f'''<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{e(a.title)} | UK weather | {a.source}</title>
<meta property="og:site_name" content="{a.source}"><meta property="og:title" content="{e(a.title)}"><meta property="og:type" content="article">
<link rel="canonical" href="https://www.sentinel.example/uk-news/live/2024/may/22/storm-orla-live">
{ld({'@type': 'LiveBlogPosting', 'headline': a.title, 'datePublished': a.date + 'T05:55:11Z', 'coverageStartTime': a.date + 'T05:55:11Z', 'dateModified': a.date + 'T15:41:30Z', 'publisher': {'@type': 'Organization', 'name': a.source}, 'liveBlogUpdate': body_ld})}
{css('dcr-1ge', 'dcr-hd', 'dcr-blk')}{gtm()}
</head>
<body><div class="skip"><a href="#maincontent">Skip to main content</a></div>
<header id="navigation"><nav aria-label="Site navigation"><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in MENU['en'][:12])}</ul></nav></header>
<main data-layout="LiveLayout"><div data-gu-name="headline" class="dcr-hl"><span class="dcr-live"><span></span>Live</span><h1>{e(a.title)}</h1></div>
<div data-gu-name="standfirst" class="dcr-sf"><p>{inline(a.intro)}</p><ul class="dcr-sfl"><li><a href="/uk-news/1">Full story: {e(TEASERS['en'][2][0])}</a></li></ul></div>
<div data-gu-name="meta"><address>Colin Pratt</address><details><summary>Wed 22 May 2024 16.41 BST</summary>First published on Wed 22 May 2024 06.55 BST</details></div>
<div class="dcr-keyevents"><h2>Key events</h2><ul>{key}</ul></div>
<div class="dcr-filter"><label><input type="checkbox"> Show key events only</label><p>Please turn on JavaScript to use this feature</p></div>
<div id="maincontent"><h2 class="dcr-vh">Live feed</h2><div id="liveblog-body" class="js-liveblog-body">{out}</div><div class="pagination"><button>Newest</button><button>Previous</button><span>1 of 2</span></div></div>
<div data-print-layout="hide" class="dcr-sub"><span>Explore more on these topics</span><ul><li><a href="/uk/weather">UK weather</a></li><li><a href="/flooding">Flooding</a></li></ul></div>
<aside data-component="most-viewed"><h2>Most viewed</h2><ol>{''.join(f'<li><a href="#">{e(t)}</a></li>' for t, _ in pick(TEASERS['en'], 19, 6))}</ol></aside>
</main><footer><p>© 2024 Sentinel News &amp; Media Limited or its affiliated companies. All rights reserved.</p></footer></body></html>'''


def b20(a):     # a regional live blog: items as list elements of a widget, newest first
    a.optional += ['Redactie Regio Vandaag', '22 november 2023, 21:02', 'Bijgewerkt: 23:48', 'Laad meer berichten', 'LIVE']
    posts, cur = [], None
    for k, x in a.body():
        if k == 'post':
            cur = [x, []]
            posts.append(cur)
        else:
            cur[1].append((k, x))
    items = ''.join(f'<li class="liveblog__item js-liveblog-item" id="post-{9000 - i}"><div class="liveblog__time"><span class="liveblog__dot"></span><span class="liveblog__clock">{h[0].replace(".", ":")}</span></div><div class="liveblog__body"><h3 class="liveblog__title">{inline(h[1])}</h3><div class="liveblog__text rich-text">{render(b)}</div><ul class="liveblog__share"><li><a href="#" title="Deel dit bericht">{svg("f")}</a></li><li><a href="#" title="Kopieer link">{svg("x")}</a></li></ul></div></li>' for i, (h, b) in enumerate(posts))
    return f'''<!DOCTYPE html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{e(a.title)} - {a.source}</title>
<meta name="description" content="{e(a.intro)}"><meta property="og:type" content="article"><meta property="og:title" content="{e(a.title)}"><meta property="og:site_name" content="{a.source}">
{ld({'@type': 'LiveBlogPosting', 'headline': a.title, 'coverageStartTime': a.date + 'T17:00:00+01:00', 'datePublished': a.date + 'T17:00:00+01:00', 'dateModified': a.date + 'T23:48:00+01:00', 'publisher': {'@type': 'Organization', 'name': a.source}})}
{css('liveblog__item', 'article-hero', 'site-nav', 'rich-text')}
<script async src="https://cmp.example/loader.js"></script></head>
<body class="page page--liveblog">
<div class="site-nav"><div class="site-nav__inner"><a class="site-nav__logo" href="/">{a.source}</a><ul class="site-nav__list">{''.join(f'<li class="site-nav__item"><a href="/{slug(x)}">{e(x)}</a></li>' for x in MENU['nl'][:10])}</ul></div></div>
<div class="weather-bar"><span>6°</span> <span>Zwaar bewolkt, later regen vanuit het westen</span></div>
<div class="content-wrapper"><div class="content-main">
<div class="article-hero"><span class="label label--live">LIVE</span><h1 class="article-hero__title">{e(a.title)}</h1><div class="article-hero__meta"><span>Redactie Regio Vandaag</span> <span>22 november 2023, 21:02</span> <span>Bijgewerkt: 23:48</span></div></div>
<p class="article-intro">{inline(a.intro)}</p>
<div class="ad-slot ad-slot--billboard" data-ad="liveblog_top"></div>
<ol class="liveblog" reversed>{items}</ol>
<button class="liveblog__more">Laad meer berichten</button>
<div class="tip-box"><h4>Heb jij iets gezien?</h4><p>Stuur je foto's en filmpjes via WhatsApp naar de redactie: 06-00000000. Of mail naar redactie@regiovandaag.example. Wij zijn dag en nacht bereikbaar.</p></div>
</div><div class="content-side"><div class="teaser-list"><h2 class="teaser-list__title">Meest gelezen</h2>{''.join(f'<a class="teaser" href="#"><div class="teaser__body"><h3 class="teaser__title">{e(t)}</h3><p class="teaser__intro">{e(s)}</p></div></a>' for t, s in pick(TEASERS['nl'], 20, 5))}</div></div></div>
<div class="site-footer"><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in FOOT['nl'])}</ul><p>{a.source} is de regionale publieke omroep van Weerland.</p></div>
</body></html>'''


def b21(a):     # a paper's teaser before a wall: intro and two paragraphs, then offers, then what others read
    a.optional += ['Sjoerd Kamminga', '6 mei 2024, 05:00', 'Interview', 'Leestijd 9 minuten', 'Lies Holthuis voor de rechtbank. © Wietske Boon']
    offers = ''.join(f'<li class="offer"><h4 class="offer__title">{t}</h4><p class="offer__text">{x}</p><a class="offer__button" href="/abonnee/{i}">Kies {t}</a></li>' for i, (t, x) in enumerate((('Basis', 'Onbeperkt lezen op de site en in de app, voor twee euro per week.'), ('Compleet', 'Alles van Basis, en elke ochtend de digitale krant.'), ('Weekend', 'De papieren krant op zaterdag, met het magazine.'))))
    return f'''<!DOCTYPE html>
<html lang="nl" class="no-js">
<head><meta charset="UTF-8"/><title>{e(a.title)} | {a.source}</title>
<meta name="viewport" content="width=device-width"/><meta property="og:type" content="article"/><meta property="og:title" content="{e(a.title)}"/><meta property="og:description" content="{e(a.intro)}"/><meta property="og:site_name" content="{a.source}"/><meta property="article:published_time" content="{a.date}T03:00:00.000Z"/><meta property="article:content_tier" content="locked"/>
<link rel="canonical" href="https://www.dehofstad.example/nieuws-achtergrond/{slug(a.title)}~b8e1f2/"/>
{ld({'@type': 'NewsArticle', 'headline': a.title, 'description': a.intro, 'datePublished': a.date + 'T05:00:00+02:00', 'isAccessibleForFree': 'False', 'hasPart': {'@type': 'WebPageElement', 'isAccessibleForFree': 'False', 'cssSelector': '.paywall'}, 'publisher': {'@type': 'Organization', 'name': a.source}, 'author': {'@type': 'Person', 'name': 'Sjoerd Kamminga'}})}
{css('app', 'artstyle__main', 'paywall')}<script>window.dpgMediaConfig={{"tier":"premium","article":{{"id":"b8e1f2","headline":"{e(a.title)}"}}}};</script></head>
<body data-page-type="article"><div class="app-wrapper">
<div class="app-header"><nav class="app-nav" aria-label="Navigatie"><a class="app-logo" href="/">{a.source}</a><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in MENU['nl'][:10])}</ul><a class="btn" href="/login">Inloggen</a></nav></div>
<main id="main-content"><article class="artstyle" data-article-id="b8e1f2">
<header class="artstyle__header"><span class="artstyle__label">Interview</span><h1 class="artstyle__title">{e(a.title)}</h1><p class="artstyle__intro">{inline(a.intro)}</p><div class="artstyle__byline"><span class="artstyle__author">Sjoerd Kamminga</span><time class="artstyle__date" datetime="{a.date}T05:00">6 mei 2024, 05:00</time><span>Leestijd 9 minuten</span></div></header>
<figure class="artstyle__figure"><img src="https://image.example/b8e.jpg" alt=""/><figcaption class="artstyle__caption">Lies Holthuis voor de rechtbank. <span class="artstyle__credit">© Wietske Boon</span></figcaption></figure>
<section class="artstyle__main" data-temptation-position="ARTICLE_BODY">{render(a.body(), p=lambda x: f'<p class="artstyle__paragraph">{inline(x)}</p>')}</section>
<div class="paywall" data-temptation-position="ARTICLE_BOTTOM"><div class="paywall__gradient"></div><div class="paywall__box"><h3>Wilt u dit artikel verder lezen?</h3><p>Maak een gratis account aan of word abonnee en lees onbeperkt al onze artikelen. De eerste maand betaalt u een euro, daarna kunt u elke week opzeggen.</p><ul class="offers">{offers}</ul><p class="paywall__login">Al abonnee? <a href="/login">Log dan in</a></p></div></div>
</article>
<section class="fjs-tail"><h2>Lees ook</h2><ul>{''.join(f'<li class="fjs-teaser"><a href="#"><article class="fjs-teaser__article"><h3>{e(t)}</h3><p>{e(s)}</p></article></a></li>' for t, s in pick(TEASERS['nl'], 21, 4))}</ul></section>
</main><footer class="app-footer"><p>Op alle verhalen van {a.source} rust uiteraard copyright. Wil je tekst overnemen of een video, foto of illustratie gebruiken, mail dan naar copyright@dehofstad.example.</p><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in FOOT['nl'])}</ul></footer>
</div></body></html>'''


def b22(a):     # a consent wall before the page, as long as the article, not in the usual names; the article behind it
    a.optional += ['Jeroen van Gils', '03-08-23, 14:10', 'Laatste update: 15:02', 'Bron: eigen berichtgeving']
    c = COOKIE['nl']
    purposes = ''.join(f'<li class="pg-purpose"><h3>{t}</h3><p>{x}</p></li>' for t, x in (
        ('Informatie op een apparaat opslaan en/of openen', 'Cookies, apparaat-id’s of soortgelijke online id’s kunnen samen met andere informatie op uw apparaat worden opgeslagen of gelezen om het te herkennen wanneer het verbinding maakt.'),
        ('Gepersonaliseerde advertenties', 'Advertenties kunnen aan u worden getoond op basis van de inhoud die u bekijkt, de app die u gebruikt, uw locatie bij benadering of het type van uw apparaat.'),
        ('Contentmetingen, doelgroepenonderzoek en ontwikkeling van diensten', 'Informatie over welke inhoud aan u wordt getoond en hoe u daarmee omgaat, kan worden gebruikt om te bepalen of die inhoud de doelgroep bereikte en bij haar interesses paste.')))
    return f'''<!doctype html>
<html lang="nl-NL"><head><meta charset="utf-8"><title>{e(a.title)} | {a.source}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta property="og:title" content="{e(a.title)}"><meta property="og:site_name" content="{a.source}"><meta property="og:locale" content="nl_NL"><meta property="article:published_time" content="{a.date}T14:10:00+02:00">
{css('pg-host', 'page', 'article')}
<script>(function(){{window.__tcfapi=window.__tcfapi||function(c,v,f){{(window.__tcfq=window.__tcfq||[]).push([c,v,f])}};}})();</script></head>
<body class="has-overlay">
<div id="pg-root-host" class="pg-host" data-nosnippet><div class="pg-modal" aria-modal="true" role="alertdialog" aria-labelledby="pg-title">
<div class="pg-logo"><img src="/logo.svg" alt="{a.source}"></div><h1 id="pg-title">{a.source} en uw privacy</h1>
<p>{c[0]}</p><p>{c[1]}</p><p>Als u niet akkoord gaat, kunt u {a.source} nog steeds lezen, maar ziet u advertenties die niet op uw interesses zijn afgestemd. Abonnees zien minder advertenties. Sommige partners vragen niet om uw toestemming om uw gegevens te verwerken, maar beroepen zich op hun legitieme bedrijfsbelang.</p>
<ul>{purposes}</ul><div class="pg-buttons"><button id="pg-accept-btn">Akkoord</button><button id="pg-configure-btn">{c[3]}</button></div></div></div>
<div class="page" id="page">
<div class="page-top"><a href="/">{a.source}</a><ul class="sections">{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in ['Eindhoven', 'Den Bosch', 'Tilburg', 'Breda', 'Helmond', 'Oss', 'Sport', 'Show', 'Video'])}</ul></div>
<article class="article" itemscope itemtype="https://schema.org/NewsArticle"><div class="article__top"><h1 class="article__heading" itemprop="headline">{e(a.title)}</h1></div>
<div class="article__meta"><span itemprop="author">Jeroen van Gils</span> <span class="article__date">03-08-23, 14:10</span> <span>Laatste update: 15:02</span> <span>Bron: eigen berichtgeving</span></div>
<div class="article__body" itemprop="articleBody">{render(a.body(), p=lambda x: f'<p class="article__paragraph">{inline(x)}</p>', fig=lambda x: f'<figure class="article__figure"><div><img src="/a.jpg" alt=""></div><figcaption>{inline(x[0])} <span class="article__credit">{inline(x[1])}</span></figcaption></figure>')}
<div class="article__embed"><p><b>Tekst gaat verder onder de video.</b></p><div class="player" data-id="v1"><p class="player__title">{e(TEASERS['nl'][6][0])}</p></div></div></div>
<div class="article__react"><h2>Reageren</h2><p>Reageren op dit artikel kan vanaf een premium-abonnement. Je reactie mag maximaal 1500 tekens lang zijn. Reacties worden alleen geplaatst als ze voorzien zijn van een voor- en achternaam.</p></div></article>
<div class="more">{''.join(f'<div class="tile"><a href="#"><h2 class="tile__title">{e(t)}</h2></a><p>{e(s)}</p></div>' for t, s in pick(TEASERS['nl'], 22, 6))}</div>
<div class="bottom"><p>© 2023 {a.source}. Alle rechten voorbehouden.</p></div></div></body></html>'''


def b23(a):     # a gallery: the captions are the article
    a.optional += ['Words and pictures by Jo Marsh', 'July 9, 2023', 'Photograph: Jo Marsh', 'Previous Next', '1/5 2/5 3/5 4/5 5/5']
    shots = [x for k, x in a.body() if k == 'shot']
    rest = render([p for p in a.body() if p[0] != 'shot'])
    slides = ''.join(f'<li class="gallery__slide" data-index="{i}"><figure class="gallery__figure"><div class="gallery__media"><img data-src="https://img.coastline.example/skerry-{i}@2x.jpg" alt="" width="1600" height="1067"></div><figcaption class="gallery__caption"><span class="gallery__count">{i + 1}/{len(shots)}</span><p>{inline(x)}</p><small class="gallery__credit">Photograph: Jo Marsh</small></figcaption></figure></li>' for i, x in enumerate(shots))
    a.optional += ['Photograph: Jo Marsh'] * 5
    return f'''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(a.title)} - {a.source}</title><meta name="date" content="{a.date}"><meta property="og:title" content="{e(a.title)}"><meta property="og:site_name" content="{a.source}"><meta name="author" content="Jo Marsh">{css('gallery', 'gallery__slide', 'nav-primary')}{ads_js('gallery')}</head>
<body class="template-gallery"><header class="masthead"><a href="/" class="masthead__logo">{a.source}</a><nav class="nav-primary"><ul>{''.join(f'<li><a href="/{slug(x)}">{x}</a></li>' for x in 'Walks|Wildlife|People|Food|Photography|Shop|Subscribe'.split('|'))}</ul></nav></header>
<main><div class="gallery-header"><p class="kicker"><a href="/photography">Photography</a></p><h1>{e(a.title)}</h1><p class="dek">{inline(a.intro)}</p><p class="byline">Words and pictures by Jo Marsh</p><p class="dateline">July 9, 2023</p></div>
<div class="gallery" data-component="gallery"><div class="gallery__controls"><button class="gallery__prev">Previous</button><button class="gallery__next">Next</button></div><ol class="gallery__slides">{slides}</ol></div>
<div class="gallery-footer">{rest}</div>
<div class="subscribe-box"><h3>Enjoyed this?</h3><p>Get four issues of Coastline Magazine for just £12, delivered to your door before they reach the shops.</p><a class="button" href="/subscribe">Subscribe today</a></div>
<section class="also"><h2>You might also like</h2>{''.join(f'<div class="also__card"><a href="#"><h3>{e(t)}</h3><p>{e(s)}</p></a></div>' for t, s in pick(TEASERS['en'], 23, 3))}</section></main>
<footer><p>Coastline Magazine is published by Skerry Press. Registered in Scotland.</p></footer></body></html>'''


AMP_CSS = '<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,end) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style><noscript><style amp-boilerplate>body{-webkit-animation:none;animation:none}</style></noscript>'


def b24(a):     # AMP
    a.optional += ['By Olive Trent', 'Feb. 27, 2024 at 3:55 pm', 'Share']
    return f'''<!doctype html>
<html ⚡ lang="en">
<head>
<meta charset="utf-8"><script async src="https://cdn.ampproject.example/v0.js"></script><script async custom-element="amp-ad" src="https://cdn.ampproject.example/v0/amp-ad-0.1.js"></script><script async custom-element="amp-sidebar" src="https://cdn.ampproject.example/v0/amp-sidebar-0.1.js"></script>
<title>{e(a.title)}</title><link rel="canonical" href="https://www.dailymeridian.example/news/2024/02/27/village-of-300/"><meta name="viewport" content="width=device-width,minimum-scale=1,initial-scale=1">
{ld({'@type': 'NewsArticle', 'mainEntityOfPage': 'https://www.dailymeridian.example/news/2024/02/27/village-of-300/', 'headline': a.title, 'datePublished': a.date + 'T15:55:00+00:00', 'dateModified': '2024-02-28T07:00:00+00:00', 'author': {'@type': 'Person', 'name': 'Olive Trent'}, 'publisher': {'@type': 'Organization', 'name': a.source, 'logo': {'@type': 'ImageObject', 'url': 'https://x.example/l.png', 'width': 600, 'height': 60}}, 'image': ['https://x.example/p.jpg']})}
{AMP_CSS}<style amp-custom>.hdr{{background:#fff}}.art p{{font:18px/1.5 serif}}.amp-related li{{list-style:none}}</style></head>
<body>
<amp-analytics type="googleanalytics"><script type="application/json">{{"vars":{{"account":"UA-2"}},"triggers":{{"trackPageview":{{"on":"visible","request":"pageview"}}}}}}</script></amp-analytics>
<amp-sidebar id="sidebar" layout="nodisplay" side="left"><button on="tap:sidebar.close">Close</button><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in MENU['en'][:12])}</ul></amp-sidebar>
<header class="hdr"><button on="tap:sidebar.toggle">Menu</button><a href="/"><amp-img src="/logo.png" width="180" height="30" alt="{a.source}"></amp-img></a></header>
<amp-ad width="320" height="50" type="doubleclick" data-slot="/4410/amp-top"><div placeholder></div></amp-ad>
<main role="main"><article class="art"><h1>{e(a.title)}</h1><p class="by">By Olive Trent</p><time datetime="{a.date}T15:55:00+00:00">Feb. 27, 2024 at 3:55 pm</time>
{render(a.body(), fig=lambda x: f'<figure><amp-img src="/p.jpg" width="1200" height="800" layout="responsive" alt=""><noscript><img src="/p.jpg"></noscript></amp-img><figcaption>{inline(x[0])} <span>{inline(x[1])}</span></figcaption></figure>')}
<amp-social-share type="twitter" width="40" height="40"></amp-social-share><amp-social-share type="facebook" data-param-app_id="1" width="40" height="40"></amp-social-share>
</article>
<section class="amp-related"><h2>More from {a.source}</h2><amp-list width="auto" height="100" src="/related.json"><template type="amp-mustache"><div>{{{{title}}}}</div></template></amp-list><ul>{''.join(f'<li><a href="#"><h3>{e(t)}</h3></a><p>{e(s)}</p></li>' for t, s in pick(TEASERS['en'], 24, 4))}</ul></section></main>
<amp-embed width="100" height="283" type="taboola" layout="responsive" data-publisher="dm"></amp-embed>
<footer><p>View the full site at dailymeridian.example. Terms apply.</p></footer></body></html>'''


def b25(a):     # AMP of a Dutch paper: consent first, the text in amp-accordion-free divs, scroll tracking
    a.optional += ['Redactie', '12 jul. 2024', 'Deel dit artikel']
    c = COOKIE['nl']
    comp = render(a.body(), p=lambda x: f'<div class="article__component article__component--paragraph"><p>{inline(x)}</p></div>', fig=lambda x: f'<div class="article__component article__component--image"><amp-img src="/s.jpg" width="640" height="360" layout="responsive"></amp-img><div class="caption">{inline(x[0])} <span class="copyright">{inline(x[1])}</span></div></div>').replace('</div>\n<div class="article__component article__component--image">', '</div><div class="article__ad"><amp-ad width="300" height="250" type="doubleclick" data-slot="/x/y"></amp-ad><span>Advertentie</span></div><div class="article__component article__component--image">')
    return f'''<!doctype html><html amp lang="nl"><head><meta charset="utf-8"><title>{e(a.title)}</title><link rel="canonical" href="https://www.hetlaatstebericht.example/show/{slug(a.title)}~a1/"><meta name="viewport" content="width=device-width">{ld({'@type': 'NewsArticle', 'headline': a.title, 'datePublished': a.date + 'T16:20:00.000+02:00', 'publisher': {'@type': 'Organization', 'name': a.source}, 'author': [{'@type': 'Organization', 'name': 'Redactie'}]})}{AMP_CSS}</head><body>
<amp-consent id="consent" layout="nodisplay"><script type="application/json">{{"consentInstanceId":"hlb","checkConsentHref":"https://cmp.example/check","promptUI":"consentDialog"}}</script><div id="consentDialog"><h3>Cookies</h3><p>{c[0]}</p><p>{c[1]}</p><button on="tap:consent.accept">{c[2]}</button></div></amp-consent>
<div class="header"><a href="/">{a.source}</a></div>
<div class="main"><div class="article"><h1 class="article__title">{e(a.title)}</h1><div class="article__meta"><span>Redactie</span> <span>12 jul. 2024</span></div>
{comp}
<div class="article__share"><p>Deel dit artikel</p><amp-social-share type="whatsapp"></amp-social-share><amp-social-share type="email"></amp-social-share></div></div>
<div class="article-list"><h2>Meer showbizz</h2>{''.join(f'<a href="#" class="article-list__item"><amp-img src="/t.jpg" width="90" height="60"></amp-img><span class="article-list__title">{e(t)}</span></a>' for t, _ in pick(TEASERS['nl'], 25, 6))}</div></div>
<div class="footer"><a href="/privacy">Privacybeleid</a> <a href="/cookies">Cookiebeleid</a> <span>© Mediagroep Delta</span></div></body></html>'''


def font(x):
    return inline(x, b='B', i='I')


def b26(a):     # 1999: tables in tables, font tags, spacer images, windows-1252 declared in the head
    a.optional += ['Monday, June 14, 1999', 'By HAL BRISBY, Gazette Staff Writer']
    links = '<BR>\n'.join(f'<IMG SRC="/gfx/dot.gif" WIDTH=8 HEIGHT=8 ALT=""> <A HREF="/{slug(x)}.html"><FONT FACE="Arial,Helvetica" SIZE=1 COLOR="#FFFFFF">{html.escape(x)}</FONT></A>' for x in 'Front Page|Local News|State|Nation|Business|Sports|Obituaries|Classifieds|Weather|Archives|Guest Book'.split('|'))
    body = '\n\n'.join(f'<P><FONT FACE="Times New Roman,Times" SIZE=3>{font(x)}</FONT>' for _, x in a.body())
    page = f'''<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">
<HTML>
<HEAD>
<TITLE>The Valley Gazette Online: {html.escape(a.title)}</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">
<META NAME="GENERATOR" CONTENT="Mozilla/4.05 [en] (Win95; I) [Netscape]">
<SCRIPT LANGUAGE="JavaScript">
<!-- hide from old browsers
function openWin(u) {{ window.open(u, "pop", "width=400,height=300"); }}
if (document.images) {{ on1 = new Image(); on1.src = "/gfx/on1.gif"; }}
// -->
</SCRIPT>
</HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000000" LINK="#000099" VLINK="#663366" TOPMARGIN=0 LEFTMARGIN=0 MARGINWIDTH=0 MARGINHEIGHT=0>
<TABLE BORDER=0 CELLPADDING=0 CELLSPACING=0 WIDTH=600>
<TR><TD COLSPAN=3 BGCOLOR="#003366"><A HREF="/"><IMG SRC="/gfx/mast.gif" WIDTH=468 HEIGHT=60 BORDER=0 ALT="The Valley Gazette Online"></A></TD></TR>
<TR><TD COLSPAN=3 ALIGN=CENTER><A HREF="http://ads.example/click.cgi?id=44"><IMG SRC="http://ads.example/banner44.gif" WIDTH=468 HEIGHT=60 BORDER=0 ALT="Click here to visit our sponsor"></A></TD></TR>
<TR VALIGN=TOP>
<TD WIDTH=110 BGCOLOR="#336699">
<TABLE BORDER=0 CELLPADDING=4 CELLSPACING=0 WIDTH=110><TR><TD>
{links}
</TD></TR></TABLE>
</TD>
<TD WIDTH=10><IMG SRC="/gfx/spacer.gif" WIDTH=10 HEIGHT=1></TD>
<TD WIDTH=480>
<TABLE BORDER=0 CELLPADDING=6 CELLSPACING=0 WIDTH=480><TR><TD>
<FONT FACE="Arial,Helvetica" SIZE=1 COLOR="#990000"><B>Monday, June 14, 1999</B></FONT><BR>
<FONT FACE="Arial,Helvetica" SIZE=5><B>{html.escape(a.title)}</B></FONT>
<P><FONT FACE="Arial,Helvetica" SIZE=2><I>By HAL BRISBY, Gazette Staff Writer</I></FONT>
<TABLE BORDER=0 CELLPADDING=3 CELLSPACING=0 WIDTH=200 ALIGN=RIGHT><TR><TD><IMG SRC="/photos/no44.jpg" WIDTH=194 HEIGHT=130 ALT="No. 44"></TD></TR></TABLE>
{body}
<P><CENTER><FONT FACE="Arial" SIZE=1>[ <A HREF="/">Front Page</A> | <A HREF="/local.html">Local News</A> | <A HREF="mailto:editor@valleygazette.example">Write to the editor</A> | <A HREF="javascript:openWin('/send.cgi')">Send this story to a friend</A> ]</FONT></CENTER>
</TD></TR></TABLE>
</TD></TR>
<TR><TD COLSPAN=3 ALIGN=CENTER><HR SIZE=1 NOSHADE><FONT FACE="Arial,Helvetica" SIZE=1>Copyright &copy; 1999 The Valley Gazette. All rights reserved. Best viewed with Netscape 4.0 at 800x600.<BR>You are visitor <IMG SRC="/cgi-bin/counter.gif" ALT="48,112"></FONT></TD></TR>
</TABLE>
</BODY>
</HTML>
'''
    return page.replace("I'll miss", 'I’ll miss').encode('cp1252', 'xmlcharrefreplace')


def b27(a):     # a frame set whose body for browsers without frames holds the page
    a.optional += ['Vrijdag 2 oktober 1998', 'Terug naar de voorpagina']
    return f'''<html>
<head>
<title>Streekblad De Peel - {html.escape(a.title)}</title>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<meta name="GENERATOR" content="Microsoft FrontPage 3.0">
</head>
<frameset framespacing="0" border="false" frameborder="0" rows="72,*">
  <frame name="banner" scrolling="no" noresize target="inhoud" src="kop.htm">
  <frameset cols="150,*">
    <frame name="inhoud" target="hoofd" src="menu.htm" scrolling="auto">
    <frame name="hoofd" src="sluis.htm" scrolling="auto">
  </frameset>
  <noframes>
  <body bgcolor="#FFFFFF">
  <p>Deze site gebruikt frames, maar uw browser ondersteunt die niet. Hieronder vindt u het artikel zonder menu.</p>
  <hr>
  <h2><font color="#800000">{html.escape(a.title)}</font></h2>
  <p><i>Vrijdag 2 oktober 1998</i></p>
{chr(10).join(f'  <p align="justify">{html.escape(x, quote=False)}' for _, x in a.body())}
  <hr>
  <p align="center"><a href="index.htm">Terug naar de voorpagina</a></p>
  </body>
  </noframes>
</frameset>
</html>
'''.encode('latin-1')


def b28(a):     # a print view: hardly any markup, the source and date in words
    a.optional += ['Financieel Weekblad', 'Dinsdag 28 april 2015, 07:58', 'Door onze redacteur Mirte Slagman', 'Afgedrukt van http://www.financieelweekblad.example/artikel/77120']
    return f'''<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex,nofollow">
<title>{e(a.title)} | {a.source}</title>
<link rel="canonical" href="http://www.financieelweekblad.example/artikel/77120/{slug(a.title)}">
<style media="print">.noprint {{ display: none }} body {{ font: 11pt serif; }}</style>
</head>
<body onload="window.print()">
<div class="noprint"><a href="javascript:window.print()">Druk af</a> | <a href="javascript:window.close()">Sluit venster</a></div>
<div id="printkop"><img src="/img/logo-zw.png" alt="{a.source}"></div>
<div id="print">
<h1>{e(a.title)}</h1>
<p class="meta">Dinsdag 28 april 2015, 07:58<br>Door onze redacteur Mirte Slagman</p>
{render(a.body())}
</div>
<hr>
<p class="bron">Afgedrukt van http://www.financieelweekblad.example/artikel/77120</p>
<p class="copyright">&copy; {a.source} 2015. Dit artikel is uitsluitend bestemd voor eigen gebruik. Verveelvoudiging is niet toegestaan zonder schriftelijke toestemming van de uitgever.</p>
</body>
</html>
'''


def b29(a):     # a short article under long comments with replies, in article elements like the story itself
    a.optional += ['By Sam Ruiz', 'September 17, 2024', 'Posted in: City Hall', '14 comments']
    com = []
    for i in range(14):
        w, c = COMMENTS['en'][i % 6]
        extra = TEASERS['en'][(i * 4) % 15][1]
        com.append(f'<article class="response depth-{1 + i % 3}" id="r{i}"><header><h4>{e(w)}{i if i > 5 else ""}</h4><time datetime="2024-09-{17 + i // 6}T{i + 8:02}:00:00Z">{i + 8}:00</time></header><div class="response-text"><p>{e(c)}</p><p>And while we are at it: {e(extra[0].lower() + extra[1:])} I have said so before, and I will go on saying it until somebody listens.</p></div><footer><button>Like ({i * 3})</button><button>Reply</button></footer></article>')
    return f'''<!DOCTYPE html>
<html lang="en-US">
<head><meta charset="utf-8"><title>{e(a.title)} | {a.source}</title><meta property="og:title" content="{e(a.title)}"><meta property="og:site_name" content="{a.source}"><meta property="article:published_time" content="{a.date}T07:35:00-07:00">{css('story', 'discussion', 'response')}</head>
<body><header class="top"><div class="brand"><a href="/">{a.source}</a></div><nav><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in MENU['en'][:8])}</ul></nav></header>
<div class="columns"><main>
<article class="story"><header><h1>{e(a.title)}</h1><div class="dateline"><span>By Sam Ruiz</span> <time datetime="{a.date}">September 17, 2024</time> <span>Posted in: <a href="/city">City Hall</a></span> <a href="#discussion">14 comments</a></div></header>
<div class="story-text">{render(a.body())}</div></article>
<section class="discussion" id="discussion"><h2>What neighbors are saying</h2><p class="rules">Be kind. Comments are read by a moderator before they appear, and names are checked against the voter roll.</p>{''.join(com)}<form><textarea></textarea><button>Post</button></form></section>
</main><aside><h2>Around town</h2>{''.join(f'<p><a href="#">{e(t)}</a></p>' for t, _ in pick(TEASERS['en'], 29, 6))}</aside></div>
<footer><p>Townsville Voice is a nonprofit newsroom. Your gift keeps it free for everyone. EIN 00-0000000.</p></footer></body></html>'''


def b30(a):     # WoodWing-like: read-also blocks, a podcast player and a form in mid-text
    a.optional += ['Economie', 'Door Ruben de Haas', '20 februari 2024 om 06:30 • Aangepast 20 februari 2024 om 09:15', 'Luister']
    parts, n = [], 0
    for k, x in a.body():
        if k == 'rel':
            parts.append(f'<div class="inline-teaser" data-type="related"><a href="/e/{n}" class="inline-teaser__link"><span class="inline-teaser__kicker">Lees ook</span><span class="inline-teaser__title">{e(x)}</span><span class="inline-teaser__intro">{e(TEASERS["nl"][n][1])}</span></a></div>')
        elif k == 'fig':
            parts.append(f'<div class="media-block"><img src="/scan.jpg" alt=""><div class="media-block__text"><span class="media-block__caption">{inline(x[0])}</span> <span class="media-block__credit">{inline(x[1])}</span></div></div>')
        else:
            parts.append(render([(k, x)], p=lambda x: f'<p class="txt">{inline(x)}</p>', h=lambda x: f'<h2 class="sub">{inline(x)}</h2>'))
        n += 1
        if n == 4:
            parts.append(f'<div class="nieuwsbrief-blok"><strong>{LETTER["nl"][0]}</strong><p>{LETTER["nl"][1]}</p><form action="/nb"><input type="email" placeholder="E-mailadres"><input type="submit" value="{LETTER["nl"][2]}"></form></div>')
        if n == 7:
            parts.append('<div class="podcast-blok" data-player="omny"><p class="podcast-blok__titel">Podcast De Kade: elke vrijdag</p><p>In onze podcast praten verslaggevers over wat er in de haven gebeurt en waarom dat de rest van het land aangaat.</p><button>Speel af</button></div>')
    return f'''<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{e(a.title)}</title><meta property="og:title" content="{e(a.title)}"><meta property="og:site_name" content="{a.source}"><meta property="og:url" content="https://stemvanhetwesten.example/economie/haven-politie"><meta property="og:article:published_time" content="{a.date}T06:30:00+01:00">{ld({'@type': 'NewsArticle', 'headline': a.title, 'datePublished': a.date + 'T06:30:00+01:00', 'publisher': {'@type': 'Organization', 'name': a.source}})}{css('txt', 'inline-teaser', 'article-body')}{gtm('GTM-SVW')}</head>
<body>{gtm_frame('GTM-SVW')}<div class="page"><div class="page-header"><a class="logo" href="/"><img src="/l.svg" alt=""></a><ul class="menu">{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in MENU['nl'][:12])}</ul></div>
<div class="ticker"><b>Net binnen</b> <a href="#">{e(TEASERS['nl'][1][0])}</a></div>
<div class="grid"><div class="grid__main"><div class="article"><div class="article-head"><a class="section" href="/economie">Economie</a><h1>{e(a.title)}</h1><div class="author">Door Ruben de Haas</div><div class="dates">20 februari 2024 om 06:30 • Aangepast 20 februari 2024 om 09:15</div><div class="tools"><button>Luister</button>{''.join(f'<a href="#" class="share-{i}">{svg("f")}</a>' for i in range(4))}</div></div>
<div class="article-body"><p class="lead">{inline(a.intro)}</p>{''.join(parts)}</div>
<div class="article-tags"><a href="/tag/haven">haven</a> <a href="/tag/drugs">drugs</a> <a href="/tag/politie">politie</a></div></div>
<div class="promo-row"><h2>Meer over dit onderwerp</h2>{''.join(f'<div class="promo-card"><a href="#"><b>{e(t)}</b></a><p>{e(s)}</p></div>' for t, s in pick(TEASERS['nl'], 30, 4))}</div></div>
<div class="grid__side"><div class="box">{''.join(f'<p><a href="#">{e(t)}</a></p>' for t, _ in pick(TEASERS['nl'], 301, 6))}</div></div></div>
<div class="page-footer"><p>De Stem van het Westen, Havenstraat 2, Delfzand. Wij zijn aangesloten bij de Raad voor de Journalistiek en volgen diens leidraad.</p></div></div></body></html>'''
