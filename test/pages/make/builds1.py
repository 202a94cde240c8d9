"""Builds 1 to 15: weblogs, Drupal, Arc, Escenic, essays, TYPO3, pages rendered by scripts, broadcasters."""
import json
from common import *


def ld(x, **kw):
    return '<script type="application/ld+json"%s>%s</script>' % (kw.get('attr', ''), json.dumps({'@context': 'https://schema.org', **x} if isinstance(x, dict) else x, ensure_ascii=kw.get('ascii', False), indent=kw.get('indent')))


def e(s):
    return html.escape(s)


def b01(a):     # WordPress, a theme of the core, with an SEO plugin's @graph, share buttons and related posts of Jetpack's kind, comments
    a.optional += ['By Ruth Calder Posted on ' + long_date(a, 'mdy'), 'Posted in World Tagged fishing Lortania Vesk']
    y, m, d = a.date.split('-')
    url = f'https://harbourpost.example/{y}/{m}/{d}/{slug(a.title)}/'
    graph = ld({'@graph': [
        {'@type': 'Article', '@id': url + '#article', 'isPartOf': {'@id': url}, 'author': {'name': 'Ruth Calder', '@id': 'https://harbourpost.example/#/schema/person/71'},
         'headline': a.title, 'datePublished': a.date + 'T17:40:12+00:00', 'dateModified': a.date + 'T18:02:55+00:00', 'mainEntityOfPage': {'@id': url}, 'wordCount': 240,
         'publisher': {'@id': 'https://harbourpost.example/#organization'}, 'articleSection': ['World'], 'inLanguage': 'en-US'},
        {'@type': 'WebPage', '@id': url, 'url': url, 'name': a.title + ' - The Harbour Post', 'isPartOf': {'@id': 'https://harbourpost.example/#website'}, 'datePublished': a.date + 'T17:40:12+00:00', 'inLanguage': 'en-US'},
        {'@type': 'BreadcrumbList', '@id': url + '#breadcrumb', 'itemListElement': [{'@type': 'ListItem', 'position': 1, 'name': 'Home', 'item': 'https://harbourpost.example/'}, {'@type': 'ListItem', 'position': 2, 'name': a.title}]},
        {'@type': 'WebSite', '@id': 'https://harbourpost.example/#website', 'url': 'https://harbourpost.example/', 'name': 'The Harbour Post', 'description': 'News from both sides of the Sound'},
        {'@type': 'Organization', '@id': 'https://harbourpost.example/#organization', 'name': 'The Harbour Post', 'url': 'https://harbourpost.example/'}]}, attr=' class="yoast-schema-graph"')
    menu = ''.join(f'<li id="menu-item-{i + 20}" class="menu-item menu-item-type-taxonomy menu-item-object-category menu-item-{i + 20}"><a href="https://harbourpost.example/category/{slug(x)}/">{e(x)}</a></li>' for i, x in enumerate(MENU['en'][:14]))
    body = render(a.body(), h=lambda x: f'<h2 class="wp-block-heading">{inline(x)}</h2>',
                  fig=lambda x: f'<figure id="attachment_811" aria-describedby="caption-attachment-811" style="width: 1024px" class="wp-caption alignnone"><img fetchpriority="high" decoding="async" class="size-large wp-image-811" src="https://harbourpost.example/wp-content/uploads/{y}/{m}/sign-1024x683.jpg" alt="" width="1024" height="683" srcset="https://harbourpost.example/wp-content/uploads/sign-1024x683.jpg 1024w, https://harbourpost.example/wp-content/uploads/sign-300x200.jpg 300w" sizes="(max-width: 767px) 89vw, 1024px" /><figcaption id="caption-attachment-811" class="wp-caption-text">{inline(x[0])} {inline(x[1])}</figcaption></figure>')
    rel = ''.join(f'<div class="jp-relatedposts-post jp-relatedposts-post{i}" data-post-id="{i}"><h4 class="jp-relatedposts-post-title"><a class="jp-relatedposts-post-a" href="https://harbourpost.example/?p={i}" title="{e(t)}">{e(t)}</a></h4><p class="jp-relatedposts-post-excerpt">{e(s)}</p><p class="jp-relatedposts-post-context">In "World"</p></div>' for i, (t, s) in enumerate(pick(TEASERS['en'], 1, 3)))
    com = ''.join(f'<li id="comment-{i}" class="comment even thread-even depth-1"><article id="div-comment-{i}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><img alt="" src="https://avatars.example.net/{i}?s=100" class="avatar avatar-100 photo" height="100" width="100" /><b class="fn">{e(w)}</b> <span class="says">says:</span></div><div class="comment-metadata"><a href="{url}#comment-{i}"><time datetime="2024-03-06T0{i}:12:00+00:00">March 6, 2024 at {i}:12 am</time></a></div></footer><div class="comment-content"><p>{e(c)}</p></div><div class="reply"><a rel="nofollow" class="comment-reply-link" href="{url}?replytocom={i}#respond">Reply</a></div></article></li>' for i, (w, c) in enumerate(COMMENTS['en'][:4]))
    side = ''.join(f'<li><a href="#">{e(t)}</a></li>' for t, _ in pick(TEASERS['en'], 11, 5))
    return f'''<!DOCTYPE html>
<html lang="en-US" class="no-js no-svg">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="profile" href="http://gmpg.org/xfn/11">
<script>(function(html){{html.className = html.className.replace(/\\bno-js\\b/,'js')}})(document.documentElement);</script>
<title>{e(a.title)} - The Harbour Post</title>
<meta name='robots' content='index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1' />
<link rel="canonical" href="{url}" />
<meta property="og:locale" content="en_US" />
<meta property="og:type" content="article" />
<meta property="og:title" content="{e(a.title)} - The Harbour Post" />
<meta property="og:url" content="{url}" />
<meta property="og:site_name" content="The Harbour Post" />
<meta property="article:published_time" content="{a.date}T17:40:12+00:00" />
<meta name="author" content="Ruth Calder" />
<meta name="twitter:card" content="summary_large_image" />
{graph}
<link rel='dns-prefetch' href='//stats.wp.example' />
<link rel="alternate" type="application/rss+xml" title="The Harbour Post &raquo; Feed" href="https://harbourpost.example/feed/" />
<script>window._wpemojiSettings = {{"baseUrl":"https:\\/\\/s.w.example\\/images\\/core\\/emoji\\/14.0.0\\/72x72\\/","ext":".png","source":{{"concatemoji":"https:\\/\\/harbourpost.example\\/wp-includes\\/js\\/wp-emoji-release.min.js?ver=6.4.3"}}}};
!function(i,n){{var o,s,e;function c(e){{try{{var t={{supportTests:e,timestamp:(new Date).valueOf()}};sessionStorage.setItem(o,JSON.stringify(t))}}catch(e){{}}}}function p(e,t,n){{e.clearRect(0,0,e.canvas.width,e.canvas.height),e.fillText(t,0,0);}}}}((window,document),window._wpemojiSettings);</script>
{css('site-header', 'wrap', 'entry-content', 'widget-area', 'jp-relatedposts', 'sharedaddy')}
<link rel='stylesheet' id='theme-style-css' href='https://harbourpost.example/wp-content/themes/t17/style.css?ver=20231107' media='all' />
{gtm()}
</head>
<body class="post-template-default single single-post postid-811 single-format-standard wp-embed-responsive has-header-image has-sidebar colors-light">
<div id="page" class="site">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header">
<div class="site-branding"><div class="wrap"><div class="site-branding-text"><p class="site-title"><a href="https://harbourpost.example/" rel="home">The Harbour Post</a></p><p class="site-description">News from both sides of the Sound</p></div></div></div>
<div class="navigation-top"><div class="wrap"><nav id="site-navigation" class="main-navigation" aria-label="Top Menu"><button class="menu-toggle" aria-controls="top-menu" aria-expanded="false">{svg('s')}Menu</button><div class="menu-main-container"><ul id="top-menu" class="menu">{menu}</ul></div></nav></div></div>
</header>
<div class="site-content-contain"><div id="content" class="site-content">
<div class="wrap">
<div id="primary" class="content-area">
<main id="main" class="site-main">
<article id="post-811" class="post-811 post type-post status-publish format-standard has-post-thumbnail hentry category-world tag-fishing">
<header class="entry-header"><div class="entry-meta"><span class="screen-reader-text">Posted on</span> <a href="{url}" rel="bookmark"><time class="entry-date published" datetime="{a.date}T17:40:12+00:00">{long_date(a, 'mdy')}</time></a><span class="byline"> by <span class="author vcard"><a class="url fn n" href="https://harbourpost.example/author/ruth/">Ruth Calder</a></span></span></div><h1 class="entry-title">{e(a.title)}</h1></header>
<div class="entry-content">
{body}
<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social sd-social-icon-text sd-sharing"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li class="share-facebook"><a rel="nofollow noopener noreferrer" data-shared="sharing-facebook-811" class="share-facebook sd-button share-icon" href="{url}?share=facebook" target="_blank" title="Click to share on Facebook"><span>Facebook</span></a></li><li class="share-twitter"><a rel="nofollow" class="share-twitter sd-button share-icon" href="{url}?share=twitter" title="Click to share on Twitter"><span>Twitter</span></a></li><li class="share-end"></li></ul></div></div></div>
<div class='sharedaddy sd-block sd-like jetpack-likes-widget-wrapper jetpack-likes-widget-unloaded' id='like-post-wrapper-811'><h3 class="sd-title">Like this:</h3><div class='likes-widget-placeholder post-likes-widget-placeholder' style='height: 55px;'><span class='button'><span>Like</span></span> <span class="loading">Loading...</span></div></div>
<div id='jp-relatedposts' class='jp-relatedposts'><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items">{rel}</div></div>
</div>
<footer class="entry-footer"><span class="cat-tags-links"><span class="cat-links"><span class="screen-reader-text">Categories</span><a href="https://harbourpost.example/category/world/" rel="category tag">World</a></span><span class="tags-links"><a href="https://harbourpost.example/tag/fishing/" rel="tag">fishing</a>, <a href="https://harbourpost.example/tag/lortania/" rel="tag">Lortania</a>, <a href="https://harbourpost.example/tag/vesk/" rel="tag">Vesk</a></span></span></footer>
</article>
<div id="comments" class="comments-area"><h2 class="comments-title">4 Replies to &ldquo;{e(a.title)}&rdquo;</h2><ol class="comment-list">{com}</ol>
<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">Leave a Reply</h3><form action="https://harbourpost.example/wp-comments-post.php" method="post" id="commentform" class="comment-form" novalidate><p class="comment-notes"><span id="email-notes">Your email address will not be published.</span> <span class="required-field-message">Required fields are marked <span class="required">*</span></span></p><p class="comment-form-comment"><label for="comment">Comment <span class="required">*</span></label> <textarea id="comment" name="comment" cols="45" rows="8"></textarea></p><p class="form-submit"><input name="submit" type="submit" id="submit" class="submit" value="Post Comment" /></p></form></div></div>
<nav class="navigation post-navigation" aria-label="Posts"><h2 class="screen-reader-text">Post navigation</h2><div class="nav-links"><div class="nav-previous"><a href="#" rel="prev"><span class="screen-reader-text">Previous Post</span><span aria-hidden="true" class="nav-subtitle">Previous</span> <span class="nav-title">{e(TEASERS['en'][1][0])}</span></a></div></div></nav>
</main></div>
<aside id="secondary" class="widget-area" aria-label="Blog Sidebar"><section id="search-2" class="widget widget_search"><form role="search" method="get" class="search-form"><label><span class="screen-reader-text">Search for:</span><input type="search" class="search-field" placeholder="Search &hellip;" value="" name="s" /></label></form></section><section id="recent-posts-2" class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul>{side}</ul></section><section id="text-3" class="widget widget_text"><h2 class="widget-title">About this site</h2><div class="textwidget"><p>The Harbour Post has brought the news from both sides of the Sound since 1923. It is owned by its readers, who meet once a year in the fish auction hall.</p></div></section></aside>
</div></div>
<footer id="colophon" class="site-footer"><div class="wrap"><div class="site-info"><a href="/privacy" class="privacy-policy-link">Privacy Policy</a><span role="separator" aria-hidden="true"></span><a href="https://wordpress.example/" class="imprint">Proudly powered by WordPress</a></div></div></footer>
</div></div>
<script id="theme-global-js-extra">var screenReaderText = {{"quote":"<svg class=\\"icon icon-quote-right\\"><use href=\\"#icon-quote-right\\"><\\/use><\\/svg>","expand":"Expand child menu"}};</script>
<script src="https://harbourpost.example/wp-includes/js/wp-embed.min.js?ver=6.4.3" id="wp-embed-js" defer></script>
</body>
</html>
'''


def b02(a):     # WordPress with a bought newspaper theme: everything in nested td- containers, the intro bold in the first paragraph
    a.optional += ['Door Redactie - ' + long_date(a), '214']
    url = f'https://zuidwesternieuws.example/regio/{slug(a.title)}/'
    drop = ''.join(f'<li class="menu-item menu-item-type-taxonomy"><a class="sf-with-ul" href="/c/{slug(x)}"><div class="tdb-menu-item-text">{e(x)}</div></a></li>' for x in MENU['nl'][:15])
    mod = lambda n, seed, cls: ''.join(f'<div class="td_module_wrap {cls} td-animation-stack"><div class="td-module-thumb"><a href="/x{i}" rel="bookmark" class="td-image-wrap" title="{e(t)}"><img class="entry-thumb" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" alt="" data-img-url="/u/{i}.jpg" width="218" height="150"/></a></div><div class="td-module-meta-info"><h3 class="entry-title td-module-title"><a href="/x{i}" rel="bookmark">{e(t)}</a></h3><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2023-09-1{i}T08:00:00+02:00">1{i} september 2023</time></span><div class="td-excerpt">{e(s)}</div></div></div>' for i, (t, s) in enumerate(pick(TEASERS['nl'], seed, n)))
    body = render(a.parts, intro=lambda x: f'<p><strong>{inline(x)}</strong></p>', h=lambda x: f'<h3>{inline(x)}</h3>',
                  fig=lambda x: f'<figure id="attachment_5512" class="wp-caption aligncenter"><img class="wp-image-5512 size-full" src="/wp-content/uploads/2023/09/fabriek.jpg" alt="" width="1068" height="712"><figcaption class="wp-caption-text">{inline(x[0])} ({inline(x[1])})</figcaption></figure>')
    body = body.replace('</p>\n<p>"Eén', '</p>\n<div class="td-a-rec td-a-rec-id-content_inline td_block_template_1"><span class="td-adspot-title">- Advertentie -</span><div class="td-visible-desktop"><ins class="adsbygoogle" style="display:inline-block;width:468px;height:60px" data-ad-slot="88123"></ins></div></div>\n<p>"Eén')
    return f'''<!doctype html >
<html lang="nl-NL" prefix="og: https://ogp.me/ns#">
<head>
    <meta charset="UTF-8" />
    <title>{e(a.title)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1.0">
    <link rel="pingback" href="https://zuidwesternieuws.example/xmlrpc.php" />
    <meta property="og:site_name" content="{a.source}"/>
    <meta property="og:title" content="{e(a.title)}" />
    <meta property="og:description" content="{e(a.intro[:90])} [&hellip;]" />
    <meta property="og:url" content="{url}" />
    <meta name="generator" content="Powered by a page builder" />
    {css('td-header-wrap', 'td-container', 'td-post-content', 'td-ss-main-sidebar', 'tdm-btn', 'td-excerpt')}
    <!-- JS generated by theme -->
    <script>
        var tdBlocksArray = []; //here we store all the items for the current page
        //td_block class - each ajax block uses a object of this class for requests
        function tdBlock() {{ this.id = ''; this.block_type = 1; this.atts = ''; this.td_column_number = ''; this.td_current_page = 1; this.max_num_pages = 0; this.html = '<div class="td-block-row"><p>leeg</p></div>'; }}
        (function(){{ var htmlTag = document.getElementsByTagName("html")[0]; if ( navigator.userAgent.indexOf("MSIE 10.0") > -1 ) {{ htmlTag.className += ' ie10'; }} }})();
        var tds_general_modal_image = "yes"; var td_ajax_url = "https:\\/\\/zuidwesternieuws.example\\/wp-admin\\/admin-ajax.php?td_theme_name=Newspaper&v=12"; var td_please_wait = "Even geduld...";
    </script>
    {gtm('UA-199201')}
</head>
<body class="post-template-default single single-post postid-5510 single-format-standard td-standard-pack global-block-template-1 single_template_2 td-full-layout" itemscope="itemscope" itemtype="https://schema.org/WebPage">
<div class="td-scroll-up" data-style="style1"><i class="td-icon-menu-up"></i></div>
<div class="td-menu-background" style="visibility:hidden"></div>
<div id="td-mobile-nav" style="visibility:hidden"><div class="td-mobile-container"><div class="td-menu-socials-wrap"><div class="td-menu-socials"><span class="td-social-icon-wrap"><a target="_blank" href="#" title="Facebook"><i class="td-icon-font td-icon-facebook"></i><span style="display: none">Facebook</span></a></span></div><div class="td-mobile-close"><span><i class="td-icon-close-mobile"></i></span></div></div><div class="td-mobile-content"><div class="menu-main-container"><ul id="menu-main" class="td-mobile-main-menu">{drop}</ul></div></div></div></div>
<div id="td-outer-wrap" class="td-theme-wrap">
  <div class="tdc-header-wrap"><div class="td-header-wrap td-header-style-1"><div class="td-header-top-menu-full td-container-wrap"><div class="top-bar-style-1"><div class="td-header-sp-top-menu"><div class="td_data_time"><div >dinsdag, september 12, 2023</div></div></div></div></div>
  <div class="td-header-menu-wrap-full td-container-wrap"><div id="td-header-menu" role="navigation"><div class="td-main-menu-logo td-logo-in-header"><a class="td-main-logo" href="/"><img class="td-retina-data" src="/logo.png" alt=""/><span class="td-visibility-hidden">{a.source}</span></a></div><ul id="menu-main-1" class="sf-menu">{drop}</ul></div></div></div></div>
  <div class="td-main-content-wrap td-container-wrap">
    <div class="td-container td-post-template-2">
      <article id="post-5510" class="post-5510 post type-post status-publish format-standard category-regio" itemscope itemtype="https://schema.org/Article">
        <div class="td-pb-row"><div class="td-pb-span12"><div class="td-post-header"><div class="td-crumb-container"><div class="entry-crumbs"><span><a title="" class="entry-crumb" href="/">Home</a></span> <i class="td-icon-right td-bread-sep"></i> <span><a class="entry-crumb" href="/regio">Regio</a></span> <i class="td-icon-right td-bread-sep td-bred-no-url-last"></i> <span class="td-bred-no-url-last">{e(a.title)}</span></div></div>
          <ul class="td-category"><li class="entry-category"><a href="/regio">Regio</a></li></ul>
          <header class="td-post-title"><h1 class="entry-title">{e(a.title)}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">Door</div> <a href="/author/redactie">Redactie</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{a.date}T15:21:33+02:00" >{long_date(a)}</time></span><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-5510">214</span></div></div></header></div></div></div>
        <div class="td-pb-row">
          <div class="td-pb-span8 td-main-content" role="main"><div class="td-ss-main-content">
            <div class="td-post-sharing-top"><div id="td_social_sharing_article_top" class="td-post-sharing td-ps-bg td-ps-padding td-post-sharing-style1"><div class="td-post-sharing-visible"><a class="td-social-sharing-button td-social-network td-social-facebook" href="#" title="Facebook"><div class="td-social-but-icon"><i class="td-icon-facebook"></i></div><div class="td-social-but-text">Facebook</div></a><a class="td-social-sharing-button td-social-network td-social-whatsapp" href="#"><div class="td-social-but-text">WhatsApp</div></a></div></div></div>
            <div class="td-post-content tagdiv-type">
{body}
            </div>
            <footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box clearfix"><li><span>TAGS</span></li><li><a href="/t/1">Delmora</a></li><li><a href="/t/2">Oosterwold</a></li></ul></div>
            <div class="td-block-row td-post-next-prev"><div class="td-block-span6 td-post-prev-post"><div class="td-post-next-prev-content"><span>Vorig artikel</span><a href="#">{TEASERS['nl'][3][0]}</a></div></div></div>
            <div class="td-author-name vcard author" style="display: none"><span class="fn"><a href="/author/redactie">Redactie</a></span></div></footer>
            <div class="td_block_wrap td_block_related_posts tdi_2 td_with_ajax_pagination td-pb-border-top"><h4 class="td-related-title td-block-title"><a id="tdi_3" class="td-related-left td-cur-simple-item" href="#">GERELATEERDE ARTIKELEN</a><a class="td-related-right" href="#">MEER VAN AUTEUR</a></h4><div id=tdi_2 class="td_block_inner"><div class="td-related-row">{mod(3, 21, 'td_module_related_posts')}</div></div></div>
            <div class="comments" id="comments"><div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">LAAT EEN REACTIE ACHTER <small><a rel="nofollow" id="cancel-comment-reply-link" href="#respond" style="display:none;">Reactie annuleren</a></small></h3><p class="must-log-in td-login-comment"><a class="td-login-modal-js" href="#login-form">Log in om een reactie achter te laten</a></p></div></div>
          </div></div>
          <div class="td-pb-span4 td-main-sidebar" role="complementary"><div class="td-ss-main-sidebar"><div class="td_block_wrap td_block_7"><div class="td-block-title-wrap"><h4 class="block-title"><span>MEEST GELEZEN</span></h4></div>{mod(4, 22, 'td_module_6')}</div></div></div>
        </div>
      </article>
    </div>
  </div>
  <div class="td-footer-wrapper td-container-wrap td-footer-template-2"><div class="td-container"><div class="td-pb-row"><div class="td-pb-span4"><aside class="td_block_template_1 widget widget_text"><h4 class="block-title"><span>OVER ONS</span></h4><div class="textwidget">{a.source} brengt sinds 2008 nieuws uit het zuidwesten. Tips? Mail de redactie.</div></aside></div></div></div></div>
</div>
<script src="/wp-content/plugins/td-composer/legacy/Newspaper/js/tagdiv_theme.min.js?ver=12.5"></script>
</body></html>'''


def b03(a):     # Drupal 7: regions and blocks, RDFa for the date, the site's name behind a bar in the title
    y, m, d = a.ymd
    a.optional += [f'di, 03/05/2024 - 16:02 -- pvandijk', 'Tags windmolens Hoogkerke', 'pvandijk']
    links = ''.join(f'<li class="leaf menu-mlid-{300 + i}"><a href="/{slug(x)}">{e(x)}</a></li>' for i, x in enumerate(MENU['nl'][:12]))
    view = ''.join(f'<div class="views-row views-row-{i + 1} {"views-row-odd" if i % 2 == 0 else "views-row-even"}"><div class="views-field views-field-title"><span class="field-content"><a href="/node/{i}">{e(t)}</a></span></div><div class="views-field views-field-field-intro"><div class="field-content">{e(s)}</div></div></div>' for i, (t, s) in enumerate(pick(TEASERS['nl'], 3, 5)))
    return f'''<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN"
  "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl" version="XHTML+RDFa 1.0" dir="ltr"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/terms/"
  xmlns:sioc="http://rdfs.org/sioc/ns#">
<head profile="http://www.w3.org/1999/xhtml/vocab">
  <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="Generator" content="Drupal 7 (http://drupal.org)" />
<link rel="canonical" href="/nieuws/{slug(a.title)}" />
<link rel="shortlink" href="/node/20417" />
<link rel="shortcut icon" href="https://omroepweerlanden.example/sites/default/files/favicon.ico" type="image/vnd.microsoft.icon" />
  <title>{e(a.title)} | {a.source}</title>
  <style type="text/css" media="all">
@import url("https://omroepweerlanden.example/modules/system/system.base.css?s9w1");
@import url("https://omroepweerlanden.example/sites/all/modules/views/css/views.css?s9w1");
</style>
  <script type="text/javascript" src="https://omroepweerlanden.example/misc/jquery.js?v=1.4.4"></script>
<script type="text/javascript">
<!--//--><![CDATA[//><!--
jQuery.extend(Drupal.settings, {{"basePath":"\\/","pathPrefix":"","ajaxPageState":{{"theme":"weerlanden","theme_token":"b2X1_p-oqW"}},"urlIsAjaxTrusted":{{"\\/nieuws":true}}}});
//--><!]]>
</script>
</head>
<body class="html not-front not-logged-in one-sidebar sidebar-second page-node page-node- page-node-20417 node-type-article" >
  <div id="skip-link"><a href="#main-content" class="element-invisible element-focusable">Overslaan en naar de inhoud gaan</a></div>
    <div id="page-wrapper"><div id="page">
  <div id="header" class="without-secondary-menu"><div class="section clearfix">
      <a href="/" title="Home" rel="home" id="logo"><img src="https://omroepweerlanden.example/sites/default/files/logo.png" alt="Home" /></a>
      <div id="name-and-slogan" class="element-invisible"><div id="site-name" class="element-invisible"><strong><a href="/" title="Home" rel="home"><span>{a.source}</span></a></strong></div></div>
      <div id="main-menu" class="navigation"><h2 class="element-invisible">Hoofdmenu</h2><ul id="main-menu-links" class="links clearfix">{links}</ul></div>
  </div></div>
  <div id="main-wrapper" class="clearfix"><div id="main" class="clearfix">
    <div id="breadcrumb"><h2 class="element-invisible">U bent hier</h2><div class="breadcrumb"><a href="/">Home</a> » <a href="/nieuws">Nieuws</a></div></div>
    <div id="content" class="column"><div class="section">
      <a id="main-content"></a>
      <h1 class="title" id="page-title">{e(a.title)}</h1>
      <div class="tabs"></div>
      <div class="region region-content">
    <div id="block-system-main" class="block block-system">
  <div class="content">
    <div id="node-20417" class="node node-article node-promoted clearfix" about="/nieuws/{slug(a.title)}" typeof="sioc:Item foaf:Document">
      <span property="dc:title" content="{e(a.title)}" class="rdf-meta element-hidden"></span>
      <div class="meta submitted"><span property="dc:date dc:created" content="{a.date}T16:02:11+01:00" datatype="xsd:dateTime" rel="sioc:has_creator">di, {m:02}/{d:02}/{y} - 16:02 -- <span class="username" xml:lang="" about="/users/pvandijk" typeof="sioc:UserAccount" property="foaf:name" datatype="">pvandijk</span></span></div>
  <div class="content clearfix">
    <div class="field field-name-field-image field-type-image field-label-hidden"><div class="field-items"><div class="field-item even"><img typeof="foaf:Image" src="https://omroepweerlanden.example/sites/default/files/styles/large/public/scheur.jpg" width="480" height="320" alt="" /></div></div></div>
    <div class="field field-name-field-intro field-type-text-long field-label-hidden"><div class="field-items"><div class="field-item even">{inline(a.intro)}</div></div></div>
    <div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{render(a.body(), h=lambda x: f'<p><strong>{x}</strong><br />', p=lambda x: f'<p>{inline(x)}</p>').replace('<br /><p>', '<br /></p><p>')}
</div></div></div>
    <div class="field field-name-field-tags field-type-taxonomy-term-reference field-label-above clearfix"><h3 class="field-label">Tags: </h3><ul class="links"><li class="taxonomy-term-reference-0"><a href="/tags/windmolens" typeof="skos:Concept" property="rdfs:label skos:prefLabel">windmolens</a></li><li class="taxonomy-term-reference-1"><a href="/tags/hoogkerke">Hoogkerke</a></li></ul></div>
  </div>
  <div class="link-wrapper"><ul class="links inline"><li class="comment_forbidden first last"><span><a href="/user/login?destination=node/20417">Log in</a> of <a href="/user/register">registreer</a> om te reageren</span></li></ul></div>
</div>
  </div>
</div>
  </div>
    </div></div>
    <div id="sidebar-second" class="column sidebar"><div class="section"><div class="region region-sidebar-second"><div id="block-views-nieuws-block" class="block block-views"><h2>Laatste nieuws</h2><div class="content"><div class="view view-nieuws view-id-nieuws"><div class="view-content">{view}</div></div></div></div></div></div></div>
  </div></div>
  <div id="footer-wrapper"><div class="section"><div id="footer" class="clearfix"><div class="region region-footer"><div id="block-block-1" class="block block-block"><div class="content"><p>{a.source} is de publieke omroep van de provincie Weerland. Postbus 100, 9700 AA Weerlanden. Wij zijn aangesloten bij de stichting van regionale omroepen.</p></div></div></div></div></div></div>
</div></div>
  </body>
</html>
'''


def b04(a):     # Drupal 10 of an institute: paragraphs module, a table of figures
    a.optional += ['Published ' + long_date(a), 'News']
    para = lambda inner, kind='text': f'''
            <div class="field__item">
  <div class="paragraph paragraph--type--{kind} paragraph--view-mode--default">
            <div class="clearfix text-formatted field field--name-field-{kind} field--type-text-long field--label-hidden field__item">{inner}</div>
      </div>
</div>'''
    groups, run = [], []
    for k, x in a.body():
        if k == 'table':
            groups += [para(render(run)), para('<div class="table-responsive">' + render([(k, x)], table=lambda x: '<table class="table table-striped"><caption class="visually-hidden">Depth</caption><thead><tr>' + ''.join(f'<th scope="col">{c}</th>' for c in x[0]) + '</tr></thead><tbody>' + ''.join('<tr>' + ''.join(f'<td>{c}</td>' for c in r) + '</tr>\n' for r in x[1:]) + '</tbody></table>') + '</div>', 'table')]
            run = []
        else:
            run.append((k, x))
    groups.append(para(render(run)))
    nav = ''.join(f'<li class="menu-item menu-item--collapsed nav-item"><a href="/en/{slug(x)}" data-drupal-link-system-path="node/{i}" class="nav-link">{x}</a></li>' for i, x in enumerate('The Institute|Waterways|Locks and bridges|Water levels|Projects|News|Publications|Contact'.split('|')))
    return f'''<!DOCTYPE html>
<html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#">
  <head>
    <meta charset="utf-8" />
<meta name="description" content="{e(a.intro)}" />
<link rel="canonical" href="https://inlandwaters.example/en/news/{slug(a.title)}" />
<meta property="og:site_name" content="{a.source}" />
<meta property="og:type" content="article" />
<meta property="og:title" content="{e(a.title)}" />
<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />
<meta name="MobileOptimized" content="width" />
<link rel="icon" href="/themes/custom/waters/favicon.ico" type="image/vnd.microsoft.icon" />
    <title>{e(a.title)} | {a.source}</title>
    <link rel="stylesheet" media="all" href="/sites/default/files/css/css_kT9.css?delta=0&amp;language=en&amp;theme=waters" />
    {css('layout-container', 'region', 'field', 'paragraph')}
  </head>
  <body class="path-node page-node-type-news-item">
        <a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a>
      <div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas>
  <div class="layout-container">
  <header role="banner" class="navbar"><div class="region region-header"><div id="block-waters-branding" class="block block-system block-system-branding-block"><a href="/en" rel="home"><img src="/themes/custom/waters/logo.svg" alt="Home" fetchpriority="high" /></a></div>
  <nav role="navigation" aria-labelledby="block-waters-main-menu-menu" id="block-waters-main-menu"><h2 class="visually-hidden" id="block-waters-main-menu-menu">Main navigation</h2><ul class="menu">{nav}</ul></nav>
  <div class="language-switcher-language-url block" role="navigation"><ul class="links"><li hreflang="en" class="en is-active"><a href="/en/x" class="language-link is-active" hreflang="en">English</a></li><li hreflang="nl" class="nl"><a href="/nl/x" class="language-link" hreflang="nl">Nederlands</a></li></ul></div></div></header>
  <div class="region region-highlighted"><div data-drupal-messages-fallback class="hidden"></div><div class="block alert alert-info"><p>Water levels are updated every ten minutes. Download the app for your phone to get a warning when your route is closed.</p></div></div>
  <nav role="navigation" aria-labelledby="system-breadcrumb"><h2 id="system-breadcrumb" class="visually-hidden">Breadcrumb</h2><ol class="breadcrumb"><li><a href="/en">Home</a></li><li><a href="/en/news">News</a></li></ol></nav>
  <main role="main">
    <a id="main-content" tabindex="-1"></a>
    <div class="layout-content"><div class="region region-content">
    <div id="block-waters-content" class="block block-system block-system-main-block">
<article data-history-node-id="4416" class="node node--type-news-item node--view-mode-full">
  <div class="node__content">
    <div class="node__header"><span class="badge">News</span><h1 class="page-title"><span class="field field--name-title field--type-string field--label-hidden">{e(a.title)}</span></h1>
    <div class="node__meta">Published <time datetime="{a.date}T11:30:00Z" class="datetime">{long_date(a)}</time></div></div>
    <div class="clearfix text-formatted field field--name-field-intro field--type-text-long field--label-hidden field__item"><p class="lead">{inline(a.intro)}</p></div>
    <div class="field field--name-field-media-image field--type-entity-reference field--label-hidden field__item"><article class="media media--type-image media--view-mode-default"><div class="field field--name-field-media-image field--type-image"><img loading="lazy" srcset="/sites/default/files/styles/max_650x650/public/canal.jpg?itok=x 650w" width="650" height="433" alt="" /></div></article></div>
    <div class="field field--name-field-paragraphs field--type-entity-reference-revisions field--label-hidden field__items">{''.join(groups)}
    </div>
  </div>
</article>
</div>
<div class="views-element-container block block-views" id="block-related"><h2>More news</h2><div><div class="view view-news"><div class="view-content">{''.join(f'<div class="views-row"><article class="node node--type-news-item node--view-mode-teaser"><h3><a href="/en/n{i}" rel="bookmark"><span>{e(t)}</span></a></h3><div class="node__content"><p>{e(s)}</p><time datetime="2023-11-0{i + 1}T09:00:00Z">{i + 1} November 2023</time></div></article></div>' for i, (t, s) in enumerate(pick(TEASERS['en'], 4, 3)))}</div></div></div></div>
  </div></div>
  </main>
  <footer role="contentinfo"><div class="region region-footer"><div class="block"><p>The Institute for Inland Waters is an agency of the ministry of transport. It looks after 412 kilometres of canals, 61 locks and one aqueduct.</p></div></div></footer>
</div>
  </div>
    <script type="application/json" data-drupal-selector="drupal-settings-json">{{"path":{{"baseUrl":"\\/","currentPath":"node\\/4416","currentLanguage":"en"}},"ajaxTrustedUrl":[],"user":{{"uid":0,"permissionsHash":"3a1c"}}}}</script>
<script src="/sites/default/files/js/js_x1.js?scope=footer&amp;delta=0"></script>
  </body>
</html>
'''


def b05(a):     # Arc XP of a county paper: the story once more as JSON in a script, adverts and a newsletter between the paragraphs
    a.optional += ['By Tess Marlow and Dana Whitlock', long_date(a, 'mdy') + ' at 7:15 p.m. EDT', 'Tess Marlow covers county government. Reach her at tmarlow@millbrookcourier.example.', 'Millbrook Courier staff']
    content = {'type': 'story', 'version': '0.10.9', 'canonical_url': '/news/' + slug(a.title) + '/', 'headlines': {'basic': a.title}, 'display_date': a.date + 'T23:15:00Z',
               'content_elements': [{'_id': f'X{i}', 'type': 'text', 'content': bare(x)} for i, (k, x) in enumerate(a.body()) if k == 'p'], 'websites': {'courier': {'website_url': '/news/'}}}
    parts, n = [], 0
    for k, x in a.body():
        if k == 'p':
            n += 1
            parts.append(f'<p class="default__StyledText-sc-1wxyvyl-0 hnShxL body-paragraph">{inline(x)}</p>')
            if n == 2:
                parts.append(f'<div class="htlad-interstitial ad-wrapper"><div class="ad-label">Advertisement</div><div id="arcad-feature-f0fK-1" class="arcad"></div></div>')
            if n == 4:
                parts.append(f'<section class="newsletter-promo default__Wrapper" data-module="newsletter"><h4>{LETTER["en"][0]}</h4><p>{LETTER["en"][1]}</p><form><label for="em">Email address</label><input id="em" type="email"><button>{LETTER["en"][2]}</button></form></section>')
            if n == 6:
                parts.append(f'<p class="interstitial-link block-margin-bottom">[<a target="_blank" href="/news/x/">{e(TEASERS["en"][0][0])}</a>]</p>')
        else:
            parts.append(render([(k, x)], fig=lambda x: f'<figure class="image-wrapper"><div class="image-container"><img class="lazyload" data-src="https://cdn.example/resizer/ferry.jpg?width=800" alt=""></div><figcaption class="image-metadata"><span>{inline(x[0])}</span> <span class="credit">({inline(x[1])})</span></figcaption></figure>'))
    rail = ''.join(f'<article class="b-results-list__card"><a href="/n{i}/"><h2 class="c-heading">{e(t)}</h2></a><p class="c-paragraph">{e(s)}</p><span class="c-attribution">By Staff</span></article>' for i, (t, s) in enumerate(pick(TEASERS['en'], 5, 6)))
    return f'''<!DOCTYPE html><html lang="en"><head><title>{e(a.title)} – {a.source}</title><meta name="description" content="County commissioners voted 6-3"/><meta property="og:type" content="article"/><meta property="og:title" content="{e(a.title)}"/><meta property="og:site_name" content="{a.source}"/><meta property="article:published_time" content="{a.date}T23:15:00Z"/><link rel="canonical" href="https://www.millbrookcourier.example/news/{slug(a.title)}/"/><meta charset="UTF-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>{ld({'@type': 'NewsArticle', 'mainEntityOfPage': {'@type': 'WebPage', '@id': 'https://www.millbrookcourier.example/news/'}, 'headline': a.title, 'datePublished': a.date + 'T23:15:00Z', 'dateModified': '2024-06-19T02:10:00Z', 'author': [{'@type': 'Person', 'name': 'Tess Marlow'}], 'publisher': {'@type': 'NewsMediaOrganization', 'name': a.source, 'logo': {'@type': 'ImageObject', 'url': 'https://x.example/l.png'}}})}<script id="fusion-engine-script" type="application/javascript" src="/pf/dist/engine/react.js?d=211&amp;mxId=0" defer=""></script>{css('b-article-body', 'c-stack', 'c-grid', 'masthead')}{ads_js('mc-news')}</head><body><noscript><img height="1" width="1" style="display:none" src="https://px.example/tr?id=1&amp;ev=PageView&amp;noscript=1"/></noscript><div id="fusion-app" class="layout-section"><div class="b-right-rail"><header class="c-stack b-right-rail__navigation"><nav id="main-nav" class="b-header-nav-chain" aria-label="Sections Menu"><div class="b-header-nav-chain__top-layout"><button class="c-button" type="button">{svg('s')}<span>Sections</span></button><a href="/" class="b-header-nav-chain__logo">{a.source}</a></div><ul class="c-stack b-header-nav-chain__flyout-nav">{''.join(f'<li class="section-item"><a class="c-link" href="/{slug(x)}/">{e(x)}</a></li>' for x in MENU['en'])}</ul></nav></header><section class="b-right-rail__main"><div class="c-stack b-right-rail__main-left"><div class="c-stack b-right-rail__main-interior-item"><a class="c-overline" href="/news/">Local News</a><h1 class="c-heading b-headline">{e(a.title)}</h1><div class="b-byline"><span class="b-byline__by">By</span> <span class="b-byline__names"><a href="/staff/tess/">Tess Marlow</a> and <a href="/staff/dana/">Dana Whitlock</a></span></div><time as="time" class="c-date b-date" dateTime="{a.date}T23:15:00Z">{long_date(a, 'mdy')} at 7:15 p.m. EDT</time><div class="b-share-bar">{''.join(f'<button class="c-button" aria-label="{s}">{svg("f")}</button>' for s in SHARE['en'][:3])}</div><article class="b-article-body">{''.join(parts)}<div class="author-bio"><p>Tess Marlow covers county government. Reach her at tmarlow@millbrookcourier.example.</p></div></article><div class="b-tag"><h2 class="c-heading">In other news</h2></div><div class="taboola-feed" id="taboola-below-article-thumbnails"></div></div></div><aside class="c-stack b-right-rail__main-right-rail"><div class="arcad-feature"></div><h2>Most read</h2>{rail}</aside></section><footer class="c-stack b-footer"><p class="b-footer__copyright">&copy; 2024 Millbrook Media LLC. All rights reserved. No part of this site may be reproduced without permission of the publisher.</p></footer></div></div><script id="fusion-metadata" type="application/javascript">window.Fusion=window.Fusion||{{}};Fusion.arcSite="courier";Fusion.contextPath="/pf";Fusion.deployment="211";Fusion.globalContent={json.dumps(content)};Fusion.globalContentConfig={{"source":"content-api","query":{{"website_url":"/news/"}}}};Fusion.contentCache={{}};</script></body></html>'''


def b06(a):     # Escenic of the first decade: XHTML, columns with ids, the date only as visible words
    a.optional += ['Gepubliceerd: maandag 19 januari 2009 08:14', 'Van onze verslaggever']
    menu = ''.join(f'<li><a href="/{slug(x)}/" title="{e(x)}">{e(x)}</a></li>' for x in MENU['nl'][:10])
    nieuws = ''.join(f'<div class="item"><h3><a href="/nieuws/article{2200000 + i}.ece">{e(t)}</a></h3><p>{e(s)} <a href="/nieuws/article{2200000 + i}.ece" class="meer">Lees verder</a></p></div>' for i, (t, s) in enumerate(pick(TEASERS['nl'], 6, 4)))
    return f'''<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl" lang="nl">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<title>{e(a.title)} - {a.source}</title>
<meta name="keywords" content="paard, ijs, Zwartemeer, schaatsers" />
<meta name="description" content="Zes schaatsers hebben een paard gered." />
<meta name="ROBOTS" content="INDEX,FOLLOW" />
<link rel="stylesheet" type="text/css" href="/skins/noorderkoerier/css/main.css" />
<script type="text/javascript" src="/skins/global/js/swfobject.js"></script>
<script type="text/javascript">
//<![CDATA[
var OAS_url = 'http://oas.example/RealMedia/ads/'; var OAS_sitepage = 'noorderkoerier.example/binnenland/artikel'; var OAS_listpos = 'Top,Right1,Middle';
function OAS_NORMAL(pos) {{ document.write('<a href="' + OAS_url + 'click_nx.ads/' + OAS_sitepage + '!' + pos + '"><img src="' + OAS_url + 'adstream_nx.ads/' + OAS_sitepage + '" border="0"><\\/a>'); }}
//]]>
</script>
</head>
<body id="artikelpagina">
<div id="container">
<div id="leaderboard"><script type="text/javascript">//<![CDATA[
OAS_AD('Top');
//]]></script></div>
<div id="kop"><a href="/"><img src="/skins/noorderkoerier/gfx/logo.gif" alt="{a.source}" /></a><form action="/search/" method="get"><input type="text" name="q" /><input type="submit" value="Zoek" /></form></div>
<div id="hoofdnavigatie"><ul>{menu}</ul></div>
<div id="kolommen">
<div id="kolomLinks">
<div id="artikel">
<h1>{e(a.title)}</h1>
<div class="datum">Gepubliceerd: maandag {long_date(a)} 08:14</div>
<div class="gereedschap"><ul><li class="print"><a href="?service=print">Print</a></li><li class="mail"><a href="?service=mail">Mail een vriend</a></li><li class="groot"><a href="#" onclick="setTextSize(1)">A+</a></li><li class="klein"><a href="#" onclick="setTextSize(-1)">A-</a></li></ul></div>
<div class="auteur">Van onze verslaggever</div>
<div class="foto"><img src="/multimedia/archive/00211/paard_211394a.jpg" width="300" height="200" alt="" /></div>
<div class="bodytext">
{render(a.body())}
</div>
<div class="bookmarks">Voeg toe aan: <a href="http://www.nujij.example">NUjij</a> | <a href="http://ekudos.example">eKudos</a> | <a href="http://del.icio.example">del.icio.us</a> | <a href="http://hyves.example">Hyves</a></div>
</div>
<div id="reacties"><h2>Reacties op dit artikel (3)</h2>{''.join(f'<div class="reactie"><div class="naam">{e(w)}, 19-01-2009</div><p>{e(c)}</p><a href="#" class="misbruik">Meld misbruik</a></div>' for w, c in COMMENTS['nl'][:3])}</div>
</div>
<div id="kolomRechts"><div class="blok"><h2>Meer binnenland</h2>{nieuws}</div><div class="blok poll"><h2>Stelling</h2><p>Wie zich op te dun ijs waagt, moet zelf voor zijn redding betalen.</p><form><input type="radio" name="s" />Eens <input type="radio" name="s" />Oneens <input type="submit" value="Stem" /></form></div></div>
</div>
<div id="voet"><p>Copyright {a.source} BV 2009. Op alle artikelen berusten auteursrechten. <a href="/service/">Voorwaarden</a> | <a href="/privacy/">Privacy</a> | <a href="/abonnee/">Abonnee worden</a></p></div>
</div>
<script type="text/javascript">var _gaq='UA-88-1';try{{var pageTracker=_gat._getTracker("UA-88-1");pageTracker._trackPageview();}}catch(err){{}}</script>
</body>
</html>
'''


def b07(a):     # an essay site: atomic class names, everything in div and section, the date in JSON-LD and as "Sep 14, 2022"
    a.optional += ['Ines Verbeek', 'Follow', '5 min read', long_date(a, 'Mdy'), '412', '9', 'Listen', 'Share']
    bodyr = render(a.body(),
                   p=lambda x: f'<p id="{zlib.crc32(x.encode()) & 0xffff:04x}" class="pw-post-body-paragraph my mz gx na b nb nc nd ne nf ng nh ni nj nk nl nm nn no np nq nr ns nt nu nv gq bj">{inline(x, a="<a class=&quot;af nw&quot; href=&quot;https://x.example&quot; rel=&quot;noopener ugc nofollow&quot; target=&quot;_blank&quot;>%s</a>")}</p>',
                   h=lambda x: f'<h1 id="{zlib.crc32(x.encode()) & 0xffff:04x}" class="nx ny gx be nz oa ob oc od oe of og oh oi bj">{inline(x)}</h1>',
                   quote=lambda x: f'<blockquote class="oj ok ol"><p class="my mz om na b gq bj">{inline(x)}</p></blockquote>')
    bar = '<div class="ab co"><div class="pw-multi-vote-icon"><span><button aria-label="clap" class="af fk ah">' + svg('f', 'kk') + '</button></span><div class="pw-multi-vote-count"><p class="be b du z dt"><button class="af ag">412</button></p></div></div><div><button class="ao" aria-label="responses">' + svg('s', 'kl') + '<p class="be b du z dt"><span class="pw-responses-count lf lg">9</span></p></button></div></div>'
    more = ''.join(f'<div class="pa pb"><article class="kv ab"><div class="ab q"><p class="be b du z bj">Ines Verbeek</p></div><a href="/p{i}" rel="noopener follow"><h2 class="be kx ky kz">{e(t)}</h2><div class="h k la"><h3 class="be b lb z dt">{e(s)}</h3></div></a><div class="ab q"><span>4 min read</span><span>·</span><span>Aug {i + 2}, 2022</span></div></article></div>' for i, (t, s) in enumerate(pick(TEASERS['en'], 7, 4)))
    return f'''<!doctype html><html lang="en"><head><title data-rh="true">{e(a.title)} | by Ines Verbeek | {a.source}</title><meta data-rh="true" charset="utf-8"/><meta data-rh="true" name="viewport" content="width=device-width,minimum-scale=1,initial-scale=1,maximum-scale=1"/><meta data-rh="true" property="og:type" content="article"/><meta data-rh="true" property="og:title" content="{e(a.title)}"/><meta data-rh="true" property="og:site_name" content="{a.source}"/><meta data-rh="true" name="title" content="{e(a.title)} | by Ines Verbeek | {a.source}"/><link data-rh="true" rel="canonical" href="https://fieldnotes.example/{slug(a.title)}-8c1f22d0"/>{ld({'@type': 'NewsArticle', 'image': [], 'url': 'https://fieldnotes.example/x-8c1f22d0', 'dateCreated': a.date + 'T06:31:40.112Z', 'datePublished': a.date + 'T06:31:40.112Z', 'dateModified': '2023-01-04T10:01:00.000Z', 'headline': a.title, 'name': a.title, 'author': {'@type': 'Person', 'name': 'Ines Verbeek'}, 'creator': ['Ines Verbeek'], 'publisher': {'@type': 'Organization', 'name': a.source, 'url': 'https://fieldnotes.example'}})}<style type="text/css" data-fela-rehydration="512" data-fela-type="STATIC">html{{box-sizing:border-box;-webkit-text-size-adjust:100%}}*, *:before, *:after{{box-sizing:inherit}}</style>{css('ab', 'ac', 'ae', 'bj', 'nb', 'gq')}</head><body><div id="root"><div class="a b c"><div class="d e f g h i"></div><div class="l m n o p"><div class="q r"><div class="ab"><a class="af" href="/" aria-label="Homepage">{svg('s', 'logo')}</a><div class="s"><a class="be b" href="/signup">Sign up</a><a class="be b" href="/signin">Sign in</a><a class="be b" href="/write">Write</a></div></div></div><div class="ca cb"><div class="fr fs"><div class="ab ca"><div class="ch bg fv"><article><div class="l"><div class="l"><section><div><div class="gq gr gs gt gu"><div class="ab ca"><div class="ch bg fv fw fx fy"><div><h1 id="1f0a" class="pw-post-title gv gw gx be gy gz" data-testid="storyTitle">{e(a.title)}</h1></div><div><h2 id="2b31" class="pw-subtitle-paragraph ho gw gx be b">{e(a.intro)}</h2></div><div class="hn ho hp"><div class="speechify-ignore ab co"><div class="ab"><a rel="noopener follow" href="/@ines"><img alt="Ines Verbeek" class="l fd bx" src="https://miro.example/88.png" width="44" height="44"/></a></div><div class="bm bg l"><div class="ab"><p class="be b"><a data-testid="authorName" href="/@ines">Ines Verbeek</a></p><p class="be b"><span>·</span><a class="af" href="/m/signin">Follow</a></p></div><div class="l"><span class="be b"><span data-testid="storyReadTime">5 min read</span><span aria-hidden="true">·</span><span data-testid="storyPublishDate">{long_date(a, 'Mdy')}</span></span></div></div></div>{bar}<div class="ab"><button aria-label="Listen" data-testid="audioPlayButton" class="af">Listen</button><button aria-label="Share Post" class="af">Share</button></div></div></div></div></div></div></section><section><div class="ab ca"><div class="ch bg fv fw fx fy"><figure class="ms mt mu mv mw"><div role="button" tabindex="0" class="mx"><picture><source srcSet="https://miro.example/640.jpg 640w"/><img alt="" class="bg" width="700" height="467" loading="eager" role="presentation"/></picture></div></figure>{bodyr}</div></div></section></div></div></article><div class="ab ca"><div class="pg ab"><a class="pi" href="/tag/cities"><div>Cities</div></a><a class="pi" href="/tag/traffic"><div>Traffic</div></a></div></div></div></div>{bar}</div></div><div class="pl pm"><div class="ab"><h2 class="pw-author-name be pn">Written by Ines Verbeek</h2><div class="pw-follower-count"><a href="/@ines/followers">1.2K Followers</a></div><p class="be b">Ines counts people in streets and writes about what they do there. She lives in Hellemond with a cat that stays in.</p></div></div><div class="pq"><h2 class="be">More from Ines Verbeek</h2><div class="ps">{more}</div></div></div></div></div><script>window.__BUILD_ID__="main-20220914"</script><script>window.__APOLLO_STATE__ = {json.dumps({'ROOT_QUERY': {'__typename': 'Query'}, 'Post:8c1f22d0': {'id': '8c1f22d0', 'title': a.title, 'firstPublishedAt': 1663137100112}})}</script></body></html>'''


def b08(a):     # Squarespace: blocks in rows and columns
    a.optional += ['Written By Office of the Orchestra', long_date(a), 'News']
    text = f'<div class="sqs-html-content" data-sqsp-text-block-content>{render([(k, x) for k, x in a.body()], p=lambda x: f"""<p class="" style="white-space:pre-wrap;">{inline(x)}</p>""", h=lambda x: f"""<h3 style="white-space:pre-wrap;">{inline(x)}</h3>""", list=lambda x: """<ul data-rte-list="default">""" + "".join(f"""<li><p class="" style="white-space:pre-wrap;">{inline(y)}</p></li>""" for y in x) + "</ul>")}</div>'
    nav = ''.join(f'<div class="header-nav-item header-nav-item--collection"><a href="/{slug(x)}" data-animation-role="header-element">{x}</a></div>' for x in 'Concerts|The orchestra|Musicians|Friends|News|Shop|Contact'.split('|'))
    return f'''<!doctype html>
<html xmlns:og="http://opengraphprotocol.org/schema/" xmlns:fb="http://www.facebook.com/2008/fbml" lang="en-GB"  >
  <head>
    <meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <!-- This is Squarespace. --><!-- northquay-orchestra -->
<base href="">
<meta charset="utf-8" />
<title>{e(a.title)} &mdash; {a.source}</title>
<link rel="canonical" href="https://www.northquay.example/news/{slug(a.title)}"/>
<meta property="og:site_name" content="{a.source}"/>
<meta property="og:title" content="{e(a.title)} &mdash; {a.source}"/>
<meta property="og:type" content="article"/>
<meta itemprop="name" content="{e(a.title)} — {a.source}"/>
<meta itemprop="headline" content="{e(a.title)}"/>
<meta itemprop="datePublished" content="{a.date}T10:00:00+0100"/>
<meta itemprop="dateModified" content="2023-05-04T09:12:41+0100"/>
<script type="text/javascript" crossorigin="anonymous" defer="true" nomodule="nomodule" src="//assets.example/@sqs/polyfiller/1.6/legacy.js"></script>
<script>SQUARESPACE_ROLLUPS = {{}};</script>
<script data-name="static-context">Static = window.Static || {{}}; Static.SQUARESPACE_CONTEXT = {{"facebookAppId":"314","rollups":{{}},"pageType":50,"website":{{"id":"5f","siteTitle":"{a.source}","siteTagLine":"","siteDescription":"<p>Eleven musicians and one harbour.</p>"}},"item":{{"title":"{e(a.title)}","id":"64","publishOn":1683018000000}}}};</script>
{css('header', 'sqs-layout', 'sqs-block', 'blog-item-wrapper', 'footer')}
  </head>
  <body id="item-64" class="primary-button-style-solid tweak-blog-alternating-side-by-side-width-full view-item collection-type-blog-side-by-side" tabindex="-1">
    <div id="siteWrapper" class="clearfix site-wrapper">
      <div id="floatingCart" class="floating-cart hidden"><a href="/cart" class="icon icon--stroke icon--fill icon--cart sqs-custom-cart"><span class="Cart-inner">0</span></a></div>
      <header data-test="header" id="header" class="black header theme-col--primary"><div class="sqs-announcement-bar-dropzone"></div><div class="header-announcement-bar-wrapper"><a href="#page" class="header-skip-link sqs-button-element--primary">Skip to Content</a><div class="header-inner container--fluid"><div class="header-title-logo"><a href="/"><img elementtiming="nbf-header-logo-desktop" src="//images.example/logo.png?format=1500w" alt="{a.source}"></a></div><div class="header-nav"><div class="header-nav-wrapper"><nav class="header-nav-list">{nav}</nav></div></div></div></div></header>
      <main id="page" class="container" role="main">
<article class="sections" id="sections" data-page-sections="60">
<section data-test="page-section" class="page-section content-collection full-bleed-section collection-type-blog-side-by-side" data-section-id="60">
  <div class="content-wrapper"><div class="content">
<div class="blog-item-wrapper" data-content-field="main-content">
  <article id="article-" class="h-entry blog-item">
    <div class="blog-item-inner-wrapper">
      <div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title entry-title--large p-name" data-content-field="title" itemprop="headline">{e(a.title)}</h1></div>
      <div class="blog-item-meta-wrapper"><div class="blog-meta-item blog-meta-item--categories"><a href="/news/category/News" class="blog-item-category">News</a></div><time class="dt-published blog-meta-item blog-meta-item--date" datetime="May 2" pubdate><span>{long_date(a).split(' ')[0]} May</span></time><div class="blog-meta-item blog-meta-item--author p-author author"><span class="blog-author-name">Written By Office of the Orchestra</span></div></div></div>
      <div class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12 columns-12" data-layout-label="Post Body" data-type="item" id="item-64b"><div class="row sqs-row"><div class="col sqs-col-12 span-12">
        <div class="sqs-block image-block sqs-block-image" data-block-type="5"><div class="sqs-block-content"><div class="image-block-outer-wrapper"><figure class="sqs-block-image-figure intrinsic"><div class="image-block-wrapper" data-animation-role="image"><noscript><img src="https://images.example/ship.jpg" alt="ship.jpg" /></noscript><img class="thumb-image" elementtiming="system-image-block" data-src="https://images.example/ship.jpg" alt=""/></div></figure></div></div></div>
        <div class="sqs-block html-block sqs-block-html" data-block-type="2" data-border-radii="&#123;&quot;topLeft&quot;:&#123;&quot;unit&quot;:&quot;px&quot;&#125;&#125;"><div class="sqs-block-content">{text}</div></div>
      </div></div></div></div></div>
      <div class="blog-item-author-profile-wrapper"></div>
    </div>
  </article>
</div>
<section id="itemPagination" class="item-pagination item-pagination--prev-next" data-collection-type="blog"><a href="/news/a" class="item-pagination-link item-pagination-link--prev"><div class="item-pagination-icon icon icon--stroke"></div><div class="pagination-title-wrapper"><div class="visually-hidden">Previous</div><div class="item-pagination-prev-next">Previous</div><h2 class="item-pagination-title">The harp is back</h2></div></a></section>
  </div></div>
</section>
</article>
      </main>
      <footer class="sections" id="footer-sections"><section class="page-section"><div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><div class="sqs-html-content"><p style="white-space:pre-wrap;">The North Quay Chamber Orchestra is a charity. Registered office: 4 Custom House Lane. Support us by becoming a Friend, from two pounds a month.</p></div></div></div><div class="sqs-block newsletter-block"><form class="newsletter-form"><header class="newsletter-form-header"><h2>Subscribe</h2><div class="newsletter-form-header-description"><p>Sign up with your email address to receive news and updates.</p></div></header><button type="submit"><span>Sign Up</span></button></form></div></section></footer>
    </div>
    <svg xmlns="http://www.w3.org/2000/svg" version="1.1" style="display:none" data-usage="social-icons-svg"><symbol id="facebook-icon" viewBox="0 0 64 64"><path d="M34.1,47V33.3h4.6l0.7-5.3h-5.3v-3.4c0-1.5,0.4-2.6,2.6-2.6l2.8,0v-4.8"/></symbol></svg>
  </body>
</html>
'''


def b09(a):     # Blogger: the text with line breaks, no paragraphs; the date as a heading of the day
    a.optional += [f'{weekday(a)} {long_date(a)}', 'Gepost door Achter de dijk op 14:20', 'Labels: dorp, winkel']
    body = '<br />\n<br />\n'.join(inline(x) for _, x in a.body())
    archive = ''.join(f'<li class="archivedate collapsed"><a class="toggle" href="javascript:void(0)"><span class="zippy">&#9658;&#160;</span></a><a class="post-count-link" href="/2011_0{i}_01_archive.html">{MONTHS["nl"][i - 1]}</a> <span class="post-count" dir="ltr">({i + 4})</span></li>' for i in range(5, 0, -1))
    return f'''<!DOCTYPE html>
<html class='v2' dir='ltr' lang='nl' xmlns='http://www.w3.org/1999/xhtml' xmlns:b='http://www.google.com/2005/gml/b' xmlns:data='http://www.google.com/2005/gml/data' xmlns:expr='http://www.google.com/2005/gml/expr'>
<head>
<meta content='width=1100' name='viewport'/>
<meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/>
<meta content='blogger' name='generator'/>
<link href='http://achterdedijk.blogspot.example/favicon.ico' rel='icon' type='image/x-icon'/>
<link href='http://achterdedijk.blogspot.example/2011/05/dorpswinkel-honderd.html' rel='canonical'/>
<link rel="alternate" type="application/atom+xml" title="{a.source} - Atom" href="http://achterdedijk.blogspot.example/feeds/posts/default" />
<title>{a.source}: {e(a.title)}</title>
<style id='page-skin-1' type='text/css'><!--
/* Variable definitions
<Group description="Page Text" selector="body"><Variable name="body.font" description="Font" type="font" default="normal normal 12px Arial, Tahoma"/></Group>
----------------------------------------------- */
body {{ font: normal normal 12px Arial; color: #222222; background: #eeeeee none repeat scroll top left; padding: 0 40px }}
.post-body {{ font-size: 110%; line-height: 1.4; position: relative; }}
--></style>
<script type='text/javascript'>(function() {{ (function(){{function c(a){{this.t={{}};this.tick=function(a,c,b){{b=void 0!=b?b:(new Date).getTime();this.t[a]=[b,c]}};this.tick("start",null,a)}}var a=new c;window.jstiming={{Timer:c,load:a}};}})(); }})();</script>
</head>
<body class='loading'>
<div class='navbar section' id='navbar'><div class='widget Navbar' id='Navbar1'><script type="text/javascript">function setAttributeOnload(object, attribute, val) {{ if(window.addEventListener) {{ window.addEventListener('load', function(){{ object[attribute] = val; }}, false); }} }}</script><div id="navbar-iframe-container"></div></div></div>
<div class='body-fauxcolumns'><div class='fauxcolumn-outer body-fauxcolumn-outer'><div class='cap-top'><div class='cap-left'></div><div class='cap-right'></div></div></div></div>
<div class='content'><div class='content-outer'><div class='fauxborder-left content-fauxborder-left'><div class='content-inner'>
<header><div class='header-outer'><div class='header section' id='header'><div class='widget Header' id='Header1'><div id='header-inner'><div class='titlewrapper'><h1 class='title'><a href='http://achterdedijk.blogspot.example/'>{a.source}</a></h1></div><div class='descriptionwrapper'><p class='description'><span>Wat er gebeurt in een dorp waar niets gebeurt</span></p></div></div></div></div></div></header>
<div class='main-outer'><div class='columns fauxcolumns'><div class='columns-inner'>
<div class='column-center-outer'><div class='column-center-inner'><div class='main section' id='main'><div class='widget Blog' id='Blog1'>
<div class='blog-posts hfeed'>
<div class="date-outer">
<h2 class='date-header'><span>{weekday(a)} {long_date(a)}</span></h2>
<div class="date-posts">
<div class='post-outer'>
<div class='post hentry uncustomized-post-template'>
<a name='7411022310'></a>
<h3 class='post-title entry-title'>{e(a.title)}</h3>
<div class='post-header'><div class='post-header-line-1'></div></div>
<div class='post-body entry-content' id='post-body-7411022310'>
<div class="separator" style="clear: both; text-align: center;"><a href="http://2.bp.example/winkel.jpg" imageanchor="1" style="margin-left: 1em; margin-right: 1em;"><img border="0" height="240" src="http://2.bp.example/s320/winkel.jpg" width="320" /></a></div>
{body}
<div style='clear: both;'></div>
</div>
<div class='post-footer'><div class='post-footer-line post-footer-line-1'><span class='post-author vcard'>Gepost door <span class='fn'>{a.source}</span></span> <span class='post-timestamp'>op <a class='timestamp-link' href='http://achterdedijk.blogspot.example/2011/05/dorpswinkel-honderd.html' rel='bookmark' title='permanent link'><abbr class='published' title='{a.date}T14:20:00+02:00'>14:20</abbr></a></span> <span class='post-icons'><span class='item-action'><a href='http://www.blogger.example/email-post.g' title='Post e-mailen'><img alt='' class='icon-action' height='13' src='http://img1.example/icon18_email.gif' width='18'/></a></span></span></div><div class='post-footer-line post-footer-line-2'><span class='post-labels'>Labels: <a href='/search/label/dorp' rel='tag'>dorp</a>, <a href='/search/label/winkel' rel='tag'>winkel</a></span></div></div>
</div>
<div class='comments' id='comments'><a name='comments'></a><h4>2 reacties:</h4><div id='Blog1_comments-block-wrapper'><dl class='avatar-comment-indent' id='comments-block'>{''.join(f"<dt class='comment-author' id='c{i}'><a name='c{i}'></a>{e(w)} zei</dt><dd class='comment-body' id='Blog1_cmt-{i}'><p>{e(c)}</p></dd><dd class='comment-footer'><span class='comment-timestamp'><a href='#c{i}'>18 mei 2011 om 0{i + 7}:11</a></span></dd>" for i, (w, c) in enumerate(COMMENTS['nl'][:2]))}</dl></div><p class='comment-footer'><a href='http://www.blogger.example/comment.g?blogID=1&amp;postID=7411022310' onclick=''>Een reactie posten</a></p></div>
</div>
</div></div>
</div>
<div class='blog-pager' id='blog-pager'><span id='blog-pager-newer-link'><a class='blog-pager-newer-link' href='#' title='Nieuwere post'>Nieuwere post</a></span> <span id='blog-pager-older-link'><a class='blog-pager-older-link' href='#'>Oudere post</a></span> <a class='home-link' href='/'>Homepage</a></div>
</div></div></div></div>
<div class='column-right-outer'><div class='column-right-inner'><aside><div class='sidebar section' id='sidebar-right-1'><div class='widget Profile' id='Profile1'><h2>Over mij</h2><div class='widget-content'><dl class='profile-datablock'><dt class='profile-data'>Kees</dt><dd class='profile-textblock'>Kees woont sinds 1961 achter de dijk en schrijft op wat hij hoort. Klopt het niet, dan hoort hij het graag.</dd></dl></div></div><div class='widget BlogArchive' id='BlogArchive1'><h2>Blogarchief</h2><div class='widget-content'><div id='ArchiveList'><ul class='hierarchy'>{archive}</ul></div></div></div></div></aside></div></div>
</div></div></div>
<footer><div class='footer-outer'><div class='foot section' id='footer-3'><div class='widget Attribution' id='Attribution1'><div class='widget-content' style='text-align: center;'>Thema Eenvoudig. Mogelijk gemaakt door <a href='http://www.blogger.example' target='_blank'>Blogger</a>.</div></div></div></div></footer>
</div></div></div></div>
</body>
</html>
'''


def b10(a):     # Joomla 3 with a Bootstrap template
    a.optional += ['Details', f'Gepubliceerd: {long_date(a)}', 'Geschreven door Bureau De Omweg', 'Hits: 1482']
    menu = ''.join(f'<li class="item-{100 + i} deeper parent"><a href="/index.php/{slug(x)}" >{x}</a></li>' for i, x in enumerate('Home|Routes|Agenda|Nieuws|Over ons|Word lid|Webwinkel|Contact'.split('|')))
    return f'''<!DOCTYPE html>
<html lang="nl-nl" dir="ltr">
<head>
	<meta name="viewport" content="width=device-width, initial-scale=1.0" />
	<meta charset="utf-8" />
	<base href="https://wandelbond.example/index.php/nieuws/211-pontje-lexmond" />
	<meta name="author" content="Bureau De Omweg" />
	<meta name="generator" content="Joomla! - Open Source Content Management" />
	<title>{e(a.title)} - {a.source}</title>
	<link href="/templates/protostar/favicon.ico" rel="shortcut icon" type="image/vnd.microsoft.icon" />
	<link href="/templates/protostar/css/template.css?6b" rel="stylesheet" />
	<style>
body.site {{ border-top: 3px solid #0088cc; background-color: #f4f6f7; }} a {{ color: #0088cc; }} .nav-list > .active > a {{ background: #0088cc; }}
	</style>
	<script type="application/json" class="joomla-script-options new">{{"csrf.token":"a8","system.paths":{{"root":"","base":""}}}}</script>
	<script src="/media/jui/js/jquery.min.js?6b"></script>
	<script>jQuery(function($){{ initTooltips(); $("body").on("subform-row-add", initTooltips); function initTooltips (event, container) {{ container = container || document;$(container).find(".hasTooltip").tooltip({{"html": true,"container": "body"}});}} }});</script>
</head>
<body class="site com_content view-article no-layout no-task itemid-114 fluid">
	<div class="body" id="top">
		<div class="container-fluid">
			<header class="header" role="banner"><div class="header-inner clearfix"><a class="brand pull-left" href="/"><span class="site-title" title="{a.source}">{a.source}</span><div class="site-description">Lopen waar het niet hoeft</div></a><div class="header-search pull-right"><form action="/index.php/nieuws" method="post" class="form-inline" role="search"><label for="mod-search-searchword93" class="element-invisible">Zoeken...</label> <input name="searchword" id="mod-search-searchword93" class="inputbox search-query input-medium" type="search" placeholder="Zoeken..." /></form></div></div></header>
			<nav class="navigation" role="navigation"><div class="nav-collapse"><ul class="nav menu nav-pills mod-list">{menu}</ul></div></nav>
			<div class="row-fluid">
				<div id="sidebar" class="span3"><div class="sidebar-nav"><div class="well _menu"><h3 class="page-header">Uitgelicht</h3><ul class="nav menu">{''.join(f'<li><a href="#">{e(t)}</a></li>' for t, _ in pick(TEASERS['nl'], 10, 4))}</ul></div><div class="well "><h3 class="page-header">Lid worden</h3><div class="custom"><p>Leden krijgen vier keer per jaar het blad De Omweg en lopen gratis mee met alle tochten. Een lidmaatschap kost 24 euro per jaar.</p></div></div></div></div>
				<main id="content" role="main" class="span6">
					<div id="system-message-container"></div>
					<div class="item-page" itemscope itemtype="https://schema.org/Article">
	<meta itemprop="inLanguage" content="nl-NL" />
		<div class="page-header"><h2 itemprop="headline">{e(a.title)}</h2></div>
		<div class="icons"><div class="btn-group pull-right"><button class="btn dropdown-toggle" type="button" data-toggle="dropdown"><span class="icon-cog" aria-hidden="true"></span><span class="caret" aria-hidden="true"></span></button><ul class="dropdown-menu"><li class="print-icon"> <a href="?tmpl=component&amp;print=1" title="Afdrukken" rel="nofollow"><span class="icon-print"></span>Afdrukken</a> </li><li class="email-icon"> <a href="#" rel="nofollow"><span class="icon-envelope"></span>E-mail</a> </li></ul></div></div>
		<dl class="article-info muted">
			<dt class="article-info-term">Details</dt>
			<dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Geschreven door <span itemprop="name">Bureau De Omweg</span></dd>
			<dd class="published"><span class="icon-calendar" aria-hidden="true"></span><time datetime="{a.date}T09:00:00+01:00" itemprop="datePublished">Gepubliceerd: {long_date(a)}</time></dd>
			<dd class="hits"><span class="icon-eye-open" aria-hidden="true"></span><meta itemprop="interactionCount" content="UserPageVisits:1482" />Hits: 1482</dd>
		</dl>
	<div itemprop="articleBody">
		{render(a.body(), h=lambda x: f'<h4>{inline(x)}</h4>')}	</div>
	<ul class="pager pagenav"><li class="previous"><a class="hasTooltip" title="Klompenpad" aria-label="Vorig artikel" href="#" rel="prev"><span class="icon-chevron-left" aria-hidden="true"></span> <span aria-hidden="true">Vorige</span></a></li><li class="next"><a href="#" rel="next"><span aria-hidden="true">Volgende</span></a></li></ul>
					</div>
					<div aria-label="breadcrumbs" role="navigation"><ul itemscope itemtype="https://schema.org/BreadcrumbList" class="breadcrumb"><li>U bevindt zich hier: &#160;</li><li itemprop="itemListElement"><a itemprop="item" href="/" class="pathway"><span itemprop="name">Home</span></a></li><li class="active"><span itemprop="name">{e(a.title)}</span></li></ul></div>
				</main>
				<div id="aside" class="span3"><div class="well "><h3 class="page-header">Agenda</h3><ul class="latestnews mod-list"><li><a href="#">Nachttocht langs de Linge, 14 maart</a></li><li><a href="#">Cursus kaartlezen, 21 maart</a></li></ul></div></div>
			</div>
		</div>
	</div>
	<footer class="footer" role="contentinfo"><div class="container-fluid"><hr /><p class="pull-right"><a href="#top" id="back-top">Naar boven</a></p><p>&copy; 2020 {a.source}</p></div></footer>
</body>
</html>
'''


def b11(a):     # TYPO3 with the news extension and fluid styled content
    a.optional += [long_date(a, 'num'), 'Onderzoek', 'Van: Communicatie']
    nav = ''.join(f'<li class="nav-item"><a href="/{slug(x)}/" id="nav-item-{i}" class="nav-link" title="{x}"><span class="nav-link-text">{x}</span></a></li>' for i, x in enumerate('Opleidingen|Onderzoek|Over Delfzand|Nieuws|Agenda|Bibliotheek|Medewerkers|Studenten|Alumni|Werken bij'.split('|')))
    return f'''<!DOCTYPE html>
<html dir="ltr" lang="nl">
<head>
<meta charset="utf-8">
<!--
	This website is powered by TYPO3 - inspiring people to share!
	TYPO3 is a free open source Content Management Framework initially created by Kasper Skaarhoj and licensed under GNU/GPL.
	TYPO3 is copyright 1998-2022 of Kasper Skaarhoj. Extensions are copyright of their respective owners.
-->
<title>{e(a.title)} - {a.source}</title>
<meta name="generator" content="TYPO3 CMS">
<meta name="description" content="{e(a.intro)}">
<meta property="og:title" content="{e(a.title)}">
<meta property="og:type" content="article">
<meta property="og:url" content="https://www.delfzand.example/nieuws/detail/{slug(a.title)}">
<meta name="twitter:card" content="summary">
<link rel="stylesheet" href="/typo3temp/assets/compressed/merged-9f1.css?1655" media="all">
<link rel="canonical" href="https://www.delfzand.example/nieuws/detail/{slug(a.title)}">
{css('frame', 'page-content', 'news', 'teaser-text')}
{ld({'@type': 'CollegeOrUniversity', 'name': a.source, 'url': 'https://www.delfzand.example', 'address': {'@type': 'PostalAddress', 'addressLocality': 'Delfzand'}})}
</head>
<body id="p412" class="page-412 pagelevel-3 language-0 backendlayout-subnavigation_left layout-default">
<div id="top"></div>
<div class="body-bg body-bg-top">
<a class="visually-hidden-focusable page-skip-link" href="#mainnavigation"><span>Direct naar hoofdnavigatie</span></a>
<a class="visually-hidden-focusable page-skip-link" href="#page-content"><span>Direct naar inhoud</span></a>
<header id="page-header" class="bp-page-header navbar navbar-mainnavigation"><div class="container"><a class="navbar-brand navbar-brand-image" title="{a.source}" href="/"><img class="navbar-brand-logo-normal" src="/fileadmin/logo.svg" alt="{a.source} logo" height="48" width="180"></a><nav aria-label="Hoofdnavigatie" id="mainnavigation" class="collapse navbar-collapse"><ul class="navbar-nav">{nav}</ul></nav></div></header>
<nav class="breadcrumb-section" aria-label="Kruimelpad"><div class="container"><p class="visually-hidden" id="breadcrumb">Je bent hier:</p><ol class="breadcrumb"><li class="breadcrumb-item"><a class="breadcrumb-link" href="/"><span class="breadcrumb-text">Home</span></a></li><li class="breadcrumb-item"><a href="/nieuws">Nieuws</a></li><li class="breadcrumb-item active" aria-current="page"><span class="breadcrumb-text">{e(a.title)}</span></li></ol></div></nav>
<main id="page-content" class="bp-page-content main-section">
<!--TYPO3SEARCH_begin-->
<section class="section section-default"><div class="container"><div class="section-row">
<nav class="section-column subnav-wrap" role="navigation"><ul class="subnav-nav"><li class="subnav-item active"><a href="/nieuws">Nieuws</a></li><li class="subnav-item"><a href="/nieuws/archief">Archief</a></li><li class="subnav-item"><a href="/nieuws/pers">Voor de pers</a></li></ul></nav>
<div class="section-column maincontent-wrap">
<div id="c1807" class="frame frame-default frame-type-news_newsdetail frame-layout-0 frame-background-none"><div class="frame-group-container"><div class="frame-group-inner"><div class="frame-container frame-container-default"><div class="frame-inner">
<div class="news news-single">
<div class="article" itemscope="itemscope" itemtype="http://schema.org/Article">
<div class="header"><h1 itemprop="headline">{e(a.title)}</h1></div>
<div class="footer"><p><span class="news-list-date"><time itemprop="datePublished" datetime="{a.date}">{long_date(a, 'num')}</time></span><span class="news-list-category"><span>Onderzoek</span></span><span class="news-list-author">Van: Communicatie</span></p></div>
<div class="teaser-text" itemprop="description"><p>{inline(a.intro)}</p></div>
<div class="news-img-wrap"><div class="outer"><div class="mediaelement mediaelement-image"><a href="/fileadmin/_processed_/zeewier.jpg" class="lightbox" rel="lightbox[myImageSet]"><img src="/fileadmin/_processed_/csm_zeewier_1.jpg" width="282" height="188" alt=""></a></div></div></div>
<div class="news-text-wrap" itemprop="articleBody">
{render(a.body(), h=lambda x: f'<h3>{inline(x)}</h3>')}
</div>
<div class="news-backlink-wrap"><a href="/nieuws">Terug</a></div>
<div class="news-related-wrap"><div class="news-related news-related-news"><h4>Gerelateerd nieuws</h4><ul>{''.join(f'<li><span class="news-related-news-date">0{i + 1}.06.2022</span> <a title="{e(t)}" href="#">{e(t)}</a></li>' for i, (t, _) in enumerate(pick(TEASERS['nl'], 11, 3)))}</ul></div></div>
</div>
</div>
</div></div></div></div></div>
</div>
</div></div></section>
<!--TYPO3SEARCH_end-->
</main>
<footer id="page-footer" class="bp-page-footer"><section class="section footer-section footer-section-content"><div class="container"><div class="section-row"><div class="section-column footer-section-content-column"><div id="c14" class="frame frame-type-text"><h3 class="element-header"><span>Contact</span></h3><p>{a.source}<br>Zeestraat 1<br>8001 AB Delfzand</p><p>De hogeschool is telefonisch bereikbaar op werkdagen van negen tot vijf uur. Vragen over inschrijving gaan naar het studentenloket.</p></div></div></div></div></section></footer>
<a class="scroll-top" title="Naar boven" href="#top"><span class="scroll-top-icon"></span></a>
</div>
<script src="/typo3temp/assets/compressed/merged-12.js?1655"></script>
</body>
</html>'''


def b12(a):     # a broadcaster's Next.js: hashed class names, the article again in __NEXT_DATA__, share sheet, list of more news
    a.optional += [f'{weekday(a)}, 14:02', 'Aangepast dinsdag, 16:41', 'NRS Nieuws', 'Deel artikel']
    data = {'props': {'pageProps': {'data': {'id': '2504411', 'type': 'article', 'title': a.title, 'publishedAt': a.date + 'T14:02:51+0100', 'modifiedAt': a.date + 'T16:41:00+0100',
            'items': [{'type': 'text' if k == 'p' else k, 'text': (f'<p>{bare(x)}</p>' if isinstance(x, str) else x)} for k, x in a.body()]}, 'locale': 'nl'}, '__N_SSG': True}, 'page': '/artikel/[id]', 'query': {'id': '2504411'}, 'buildId': 'q8x2b'}
    more = ''.join(f'<li class="sc-7b1a9c-0 iKxkTu"><a href="/artikel/{2504000 + i}" class="sc-2f261e31-0 hbCnQZ"><div class="sc-1a2 picture"></div><div><h2 class="sc-f75afcb6-14 gzBFBI">{e(t)}</h2><p class="sc-f75afcb6-9 dTFfMa">{e(s)}</p><span class="sc-f75afcb6-1">{i + 1} uur geleden</span></div></a></li>' for i, (t, s) in enumerate(pick(TEASERS['nl'], 12, 6)))
    body = render(a.body(), p=lambda x: f'<div class="sc-9c6f5c0e-0 kRZkDF"><div class="sc-beb2ae2f-1 iQwpBY"><div class="sc-beb2ae2f-3 fYkTiw"><div><p class="sc-9c6f5c0e-0 fQQFxA">{inline(x)}</p></div></div></div></div>',
                  h=lambda x: f'<div class="sc-beb2ae2f-1 iQwpBY"><h2 class="sc-d7a6f6b2-0 cFMjQc">{inline(x)}</h2></div>',
                  fig=lambda x: f'<figure class="sc-fa5a6b-0 jQmkqM"><picture><source srcSet="https://cdn.nrs.example/image/2024/01/16/768x432a.jpg 768w" media="(min-width: 480px)"/><img src="https://cdn.nrs.example/image/2024/01/16/480x270a.jpg" alt="" class="sc-16f6e0c-1"/></picture><span class="sc-e2c4 sc-credit">{inline(x[1])}</span><figcaption class="sc-f96 caption">{inline(x[0])}</figcaption></figure>')
    return f'''<!DOCTYPE html><html lang="nl-NL"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>{e(a.title)}</title><meta property="og:title" content="{e(a.title)}"/><meta property="og:type" content="article"/><meta name="description" content="In de tuin van de ambassade is een granaat gevonden"/><link rel="canonical" href="https://nrs.example/artikel/2504411-{slug(a.title)}"/>{ld([{'@context': 'https://schema.org', '@type': 'NewsArticle', 'mainEntityOfPage': {'@type': 'WebPage', '@id': 'https://nrs.example/artikel/2504411'}, 'headline': a.title, 'datePublished': a.date + 'T14:02:51+0100', 'dateModified': a.date + 'T16:41:00+0100', 'author': {'@type': 'Organization', 'name': 'NRS'}, 'publisher': {'@type': 'Organization', 'name': a.source, 'logo': {'@type': 'ImageObject', 'url': 'https://nrs.example/logo.png'}}}])}<meta name="next-head-count" content="9"/><link rel="preload" href="/_next/static/css/1b41.css" as="style"/><noscript data-n-css=""></noscript><script defer="" nomodule="" src="/_next/static/chunks/polyfills-c67.js"></script><style data-styled="" data-styled-version="5.3.11">.iKxkTu{{display:flex;}}.kRZkDF{{margin:0 0 24px;}}data-styled.g1[id="sc-7b1a9c-0"]{{content:"iKxkTu,"}}</style></head><body><div id="__next"><div class="sc-3a4b-0 page"><a href="#content" class="sc-skip visually-hidden">Ga naar hoofdinhoud</a><header class="sc-hd-0"><nav aria-label="Hoofdmenu"><a href="/" aria-label="NRS home">{svg('s')}</a><ul class="sc-hd-3">{''.join(f'<li><a class="sc-hd-4" href="/{slug(x)}">{e(x)}</a></li>' for x in MENU['nl'][:9])}</ul></nav><div class="sc-live"><span>Nu op NPX 1</span><a href="/live">Het journaal van zes uur</a></div></header><main id="content"><article class="sc-ar-0 lkTKVB"><div class="sc-ar-1"><div class="sc-hd-9"><h1 class="sc-7da-0 hkKdxp">{e(a.title)}</h1><div class="sc-meta-0"><p class="sc-meta-1"><span>NRS Nieuws</span><span class="sc-dot">•</span><time datetime="{a.date}T14:02:51+0100">{weekday(a)}, 14:02</time><span class="sc-dot">•</span><span>Aangepast <time datetime="{a.date}T16:41:00+0100">dinsdag, 16:41</time></span></p></div></div>{body}<div class="sc-share-0"><button type="button">{svg('x')}<span>Deel artikel</span></button><ul>{''.join(f'<li><a href="#" class="sc-share-3">{svg("f")}<span>{s}</span></a></li>' for s in SHARE['nl'])}</ul></div></div></article><section class="sc-more-0"><div class="sc-more-1"><h2>Meer Binnenland</h2><ul>{more}</ul></div></section></main><footer class="sc-ft-0"><div><h2>Service</h2><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in FOOT['nl'])}</ul><p>Deze site wordt gemaakt door de NRS. De omroep is onafhankelijk en wordt betaald uit publieke middelen.</p></div></footer></div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=False)}</script></body></html>'''


def b13(a):     # Nuxt with server rendering: data-v attributes, comment markers, block-wrapper classes, an advert every second paragraph
    a.optional += [f'23 apr 2024 om 20:14', 'Update: 2 jaar geleden', 'Beeld: EPX', 'Door NUdan/EPX', 'Lees voor']
    parts, n = [], 0
    for k, x in a.body():
        n += 1
        parts.append(f'<div class="block-wrapper" data-v-4f1c><div class="block text first-of-type" data-v-4f1c><div class="block-content" data-v-4f1c><p data-v-4f1c>{inline(x)}</p></div></div></div><!---->')
        if n in (2, 4):
            parts.append(f'<div class="advertisement__container block-wrapper" data-v-91a><span class="advertisement__label" data-v-91a>Advertentie</span><div id="mobile_rectangle_{n}" class="advertisement"></div></div>')
        if n == 3:
            parts.append(f'<div class="block-wrapper" data-v-4f1c><div class="block related-article linklist" data-v-77><div class="block-title"><span class="title">Lees ook</span></div><div class="block-content"><ul class="contentlist"><li class="list__item--thumb"><a href="/buitenland/1.html" class="list__link trackevent"><span class="list__item-title">{e(TEASERS["nl"][10][0])}</span></a></li></ul></div></div></div>')
    return f'''<!doctype html>
<html data-n-head-ssr lang="nl" data-n-head="%7B%22lang%22:%7B%22ssr%22:%22nl%22%7D%7D">
  <head >
    <title>{e(a.title)} | Buitenland | NUdan</title><meta data-n-head="ssr" charset="utf-8"><meta data-n-head="ssr" name="viewport" content="width=device-width, initial-scale=1"><meta data-n-head="ssr" data-hid="og:site_name" property="og:site_name" content="NUdan"><meta data-n-head="ssr" data-hid="og:title" property="og:title" content="{e(a.title)}"><meta data-n-head="ssr" data-hid="article:published_time" name="article:published_time" content="{a.date}T18:14:09Z"><link data-n-head="ssr" rel="canonical" href="https://www.nudan.example/buitenland/6310221/{slug(a.title)}.html">{ld({'@type': 'NewsArticle', 'headline': a.title, 'datePublished': a.date + 'T18:14:09Z', 'publisher': {'@type': 'Organization', 'name': 'NUdan'}}, attr=' data-n-head="ssr"')}
    <style data-vue-ssr-id="4f1c:0">.block-wrapper[data-v-4f1c]{{margin-bottom:16px}}.block.text p[data-v-4f1c]{{font-size:17px}}</style>
  </head>
  <body >
    <div data-server-rendered="true" id="__nuxt"><!----><div id="__layout"><div class="page" data-v-1><div class="topbar" data-v-2><a href="/" class="logo nuxt-link-active" data-v-2>NUdan</a><div class="topbar__menu" data-v-2><ul data-v-2>{''.join(f'<li class="topbar__item" data-v-2><a href="/{slug(x)}" class="topbar__link" data-v-2>{e(x)}</a></li>' for x in MENU['nl'][:11])}</ul></div></div><!----><div class="layout-article column-layout" data-v-3><div class="column-main" data-v-3><div class="article" data-v-3><div class="block-wrapper" data-v-4f1c><div class="block article-header" data-v-5><div class="headerimage" data-v-5><img src="https://media.nudan.example/m/volk_std640.jpg" alt="" data-v-5><span class="credit" data-v-5>Beeld: EPX</span></div><h1 class="title" data-v-5>{e(a.title)}</h1><div class="article-footer" data-v-5><span class="pubdate large" data-v-5>23 apr 2024 om 20:14</span><span class="updated" data-v-5>Update: 2 jaar geleden</span><button class="audio" data-v-5>Lees voor</button></div></div></div>
{''.join(parts)}
<div class="block-wrapper" data-v-4f1c><div class="block authorsource" data-v-6><span class="author" data-v-6>Door NUdan/EPX</span></div></div>
<div class="block-wrapper" data-v-4f1c><div class="block tags" data-v-7><span>Lees meer over:</span><ul><li><a href="/tag/carnovie" class="tag">Carnovië</a></li></ul></div></div>
<div class="block-wrapper" data-v-4f1c><div class="block socialshare" data-v-8>{''.join(f'<a href="#" class="socialshare__button" data-v-8><span>{s}</span></a>' for s in SHARE['nl'][:4])}</div></div>
</div></div><div class="column-side" data-v-3><div class="block mostread" data-v-9><h2>Best gelezen</h2><ol>{''.join(f'<li><a href="#"><span class="item__title">{e(t)}</span></a></li>' for t, _ in pick(TEASERS['nl'], 13, 5))}</ol></div><div class="block jijbent" data-v-9><h3>Praat mee</h3><p>Op onze discussiepagina kun je reageren op dit artikel. Houd het netjes: reacties die niet over het onderwerp gaan, worden verwijderd.</p></div></div></div><div class="footer" data-v-10><p>NUdan is onderdeel van Mediagroep Delta. Op deze site zijn de algemene voorwaarden van toepassing.</p></div></div></div></div><script>window.__NUXT__=(function(a,b,c){{return {{layout:"default",data:[{{article:{{id:6310221,title:"{e(a.title)}",state:a,blocks:[{{type:"text",text:"\\u003Cp\\u003E{e(a.body()[0][1][:60])}"}}]}}}}],fetch:{{}},error:b,serverRendered:c}}}}("published",null,true));</script><script src="/_nuxt/a81.js" defer></script>
  </body>
</html>'''


def b14(a):     # a broadcaster with data-component blocks, hashed ssrcss classes and many lists of other stories
    a.optional += ['30 January 2024', 'Rhona Muir Highland reporter', 'Northern Broadcasting News', 'Image source, Lowland Images Image caption', 'Share', 'Related Topics']
    blk = lambda kind, inner: f'<div data-component="{kind}-block" class="ssrcss-11r1m41-RichTextComponentWrapper ep2nwvo0"><div class="ssrcss-7uxr49-RichTextContainer e5tfeyi1">{inner}</div></div>'
    body = render(a.parts, intro=lambda x: blk('text', f'<p class="ssrcss-1q0x1qg-Paragraph e1jhz7w10"><b class="ssrcss-hmf8ql-BoldText e5tfeyi3">{inline(x)}</b></p>'),
                  p=lambda x: blk('text', f'<p class="ssrcss-1q0x1qg-Paragraph e1jhz7w10">{inline(x)}</p>'),
                  h=lambda x: f'<div data-component="subheadline-block" class="ssrcss-18mjolk-ComponentWrapper"><h2 class="ssrcss-y2fd7s-StyledHeading">{inline(x)}</h2></div>',
                  fig=lambda x: f'<div data-component="image-block" class="ssrcss-ab5fd8-StyledFigureContainer"><figure class="ssrcss-wpgbih-StyledFigure"><div class="ssrcss-ab-Placeholder"><span class="ssrcss-11kpz0x-Placeholder"><picture><source srcSet="https://ichef.example/news/240/school.jpg.webp 240w" type="image/webp"/><img alt="" src="https://ichef.example/news/976/school.jpg" class="ssrcss-11yxrdo-Image"/></picture></span><span role="text"><span class="visually-hidden ssrcss-1f39n02-VisuallyHidden">Image source, </span>{inline(x[1])}</span></div><figcaption class="ssrcss-2fny0n-CaptionWrapper"><span class="visually-hidden">Image caption, </span><div class="ssrcss-x6z6yk-Caption"><p class="ssrcss-caption">{inline(x[0])}</p></div></figcaption></figure></div>')
    card = lambda i, t, s: f'<li class="ssrcss-rs7w2i-ListItem"><div class="ssrcss-1va2pun-UncontainedPromoWrapper"><div class="ssrcss-tq7xfh-PromoContent"><div class="ssrcss-1f3bvyz-Stack"><a href="/news/uk-{i}" class="ssrcss-5wtq5v-PromoLink"><span role="text"><p class="ssrcss-1sen9vx-PromoHeadline"><span>{e(t)}</span></p></span></a><p class="ssrcss-1q0x1qg-Paragraph">{e(s)}</p></div></div></div></li>'
    return f'''<!DOCTYPE html><html lang="en-GB" class="no-js"><head><meta charSet="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title data-rh="true">{e(a.title)} - {a.source}</title><meta data-rh="true" name="description" content="{e(a.intro)}"/><meta data-rh="true" property="og:title" content="{e(a.title)}"/><meta data-rh="true" property="og:site_name" content="{a.source}"/><meta data-rh="true" property="article:section" content="Highlands"/><link data-rh="true" rel="canonical" href="https://www.northern.example/news/uk-68142001"/>{ld({'@type': 'ReportageNewsArticle', 'url': 'https://www.northern.example/news/uk-68142001', 'publisher': {'@type': 'NewsMediaOrganization', 'name': a.source}, 'datePublished': a.date + 'T16:51:22.000Z', 'dateModified': '2024-01-31T08:00:00.000Z', 'headline': a.title}, attr=' data-rh="true"')}<style data-emotion="ssrcss 1q0x1qg">.ssrcss-1q0x1qg-Paragraph{{font-family:Reith,sans-serif;margin:0;color:#141414;}}</style>{css('ssrcss-a', 'ssrcss-b', 'ssrcss-c')}<script>window.__toggles={{"optimizely":false}};</script></head><body><div id="root"><a class="ssrcss-skip" href="#main-heading">Skip to content</a><div id="cookie-prompt" class="ssrcss-consent" role="region"><div><h2>Let us know you agree to cookies</h2><p>We use cookies to give you the best online experience. Please let us know if you agree to all of these cookies.</p><button>Yes, I agree</button></div></div><header role="banner"><nav role="navigation" aria-label="Northern"><ul>{''.join(f'<li><a href="/{slug(x)}"><span>{e(x)}</span></a></li>' for x in MENU['en'][:9])}</ul></nav></header><div class="ssrcss-nav2"><nav aria-label="News"><ul>{''.join(f'<li><a href="/news/{slug(x)}"><span>{x}</span></a></li>' for x in 'UK|World|Business|Politics|Tech|Science|Health|Family & Education'.split('|'))}</ul></nav></div><div id="main-content" class="ssrcss-main"><main><article class="ssrcss-pv1rh6-ArticleWrapper"><header data-component="headline-block"><h1 id="main-heading" type="headline" tabindex="-1" class="ssrcss-15xko80-StyledHeading">{e(a.title)}</h1></header><div data-component="byline-block"><div class="ssrcss-contrib"><div class="ssrcss-68pt20-Text-TextContributorName">Rhona Muir</div><div class="ssrcss-84ltp5-Text">Highland reporter</div></div></div><div data-component="metadata-block"><ul><li><time data-testid="timestamp" dateTime="{a.date}T16:51:22.000Z">30 January 2024</time></li></ul><div class="ssrcss-share"><button>Share</button></div></div>{body}<section data-component="links-block" class="ssrcss-links"><h2>More on this story</h2><ul>{''.join(f'<li><a href="/news/{i}">{e(t)}</a></li>' for i, (t, _) in enumerate(pick(TEASERS['en'], 14, 3)))}</ul></section><section data-component="tag-list" class="ssrcss-tags"><h2>Related Topics</h2><ul><li><a href="/t/1">Schools</a></li><li><a href="/t/2">Rural life</a></li></ul></section></article></main><div data-component="topStories" class="ssrcss-top"><h2>Top stories</h2><ul>{''.join(card(i, t, s) for i, (t, s) in enumerate(pick(TEASERS['en'], 141, 4)))}</ul></div><div data-component="features" class="ssrcss-feat"><h2>Elsewhere</h2><ul>{''.join(card(i, t, s) for i, (t, s) in enumerate(pick(TEASERS['en'], 142, 5)))}</ul></div></div><footer role="contentinfo"><ul>{''.join(f'<li><a href="/{slug(x)}"><span>{e(x)}</span></a></li>' for x in FOOT['en'])}</ul><p>© 2024 Northern. Northern is not responsible for the content of external sites. <a href="/links">Read about our approach to external linking.</a></p></footer></div><script>window.__INITIAL_DATA__="{{\\"data\\":{{\\"article?uri=uk-68142001\\":{{\\"name\\":\\"article\\"}}}}}}"</script></body></html>'''


def b15(a):     # a large paper with dcr- classes: pull quotes in aside, a newsletter in a figure, rich links, a plea for money at the end
    a.optional += ['Marion Shaw in Corran', 'Thu 11 Apr 2024 06.00 BST', 'Last modified on Thu 11 Apr 2024 09.12 BST', 'Share', 'View image in fullscreen']
    y, m, d = a.ymd
    parts, n = [], 0
    for k, x in a.body():
        if k == 'p':
            n += 1
            parts.append(f'<p class="dcr-4cudl2">{inline(x)}</p>')
            if n == 2:
                parts.append(f'<gu-island name="RichLinkComponent" priority="feature"><div data-print-layout="hide" class="dcr-b3fm1m"><a href="/environment/x" class="dcr-1"><div class="dcr-top"></div><div class="dcr-txt"><div>{e(TEASERS["en"][6][0])}</div></div><div class="dcr-more">Read more</div></a></div></gu-island>')
            if n == 4:
                parts.append(f'<figure id="newsletter-1" data-spacefinder-role="inline" data-spacefinder-type="model.dotcomrendering.pageElements.NewsletterSignupBlockElement" class="dcr-173mewl"><a data-ignore="global-link-styling" href="#EmailSignup-skip-link-8" class="dcr-jzxpee">skip past newsletter promotion</a><aside aria-label="newsletter promotion" class="dcr-av9vim"><p class="dcr-nl">Sign up to Down to Earth</p><p>The planet’s most important stories. Get all the week’s environment news - the good, the bad and the essential</p><span>Privacy Notice: Newsletters may contain info about charities, online ads, and content funded by outside parties.</span></aside><p id="EmailSignup-skip-link-8" tabindex="0" aria-label="after newsletter promotion" role="note">after newsletter promotion</p></figure>')
        elif k == 'pull':
            parts.append(f'<aside data-spacefinder-role="supporting" data-gu-name="pullquote" class="dcr-scql1j"><svg viewBox="0 0 22 14"><path d="M5.255 0h4.75c-.572 4.53-1.077 8.972-1.297 13.941H0"></path></svg><blockquote>{inline(x)}</blockquote><footer><cite>Aileen Burke</cite></footer></aside>')
        else:
            parts.append(f'<figure id="8f1" data-spacefinder-role="showcase" class="dcr-5h0uf4"><div class="dcr-img"><picture><img alt="" src="https://i.guim.example/img/media/weir/500.jpg" width="445" height="267" loading="lazy"></picture><button>View image in fullscreen</button></div><figcaption data-spacefinder-role="inline" class="dcr-fd61eq"><span class="dcr-1inf02i">{svg("s")}</span><span class="dcr-1qvd3m6">{inline(x[0])}</span> {inline(x[1])}</figcaption></figure>')
    a.optional.append('Aileen Burke')
    return f'''<!doctype html>
<html lang="en" data-page-path="/environment/{y}/apr/{d:02}/river-rights">
<head>
<title>{e(a.title)} | Rivers | {a.source}</title>
<meta name="description" content="{e(a.intro)}">
<link rel="canonical" href="https://www.sentinel.example/environment/{y}/apr/{d:02}/river-rights">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,minimum-scale=1,initial-scale=1">
{ld([{'@type': 'NewsArticle', '@context': 'https://schema.org', 'publisher': {'@type': 'Organization', '@context': 'https://schema.org', 'name': a.source, 'logo': {'@type': 'ImageObject', 'url': 'https://x.example/l.png'}}, 'isAccessibleForFree': True, 'headline': a.title, 'datePublished': a.date + 'T05:00:01.000Z', 'dateModified': a.date + 'T08:12:44.000Z', 'author': [{'@type': 'Person', 'name': 'Marion Shaw'}]}, {'@type': 'WebPage', '@context': 'https://schema.org'}])}
<meta property="og:site_name" content="the {a.source.split(' ')[1]}"><meta property="og:title" content="{e(a.title)}"><meta property="article:published_time" content="{a.date}T05:00:01.000Z">
<script>window.guardian = {{"config":{{"isDotcomRendering":true,"page":{{"edition":"UK","section":"environment","contentType":"Article","headline":"{e(a.title)}","byline":"Marion Shaw"}}}},"polyfilled":false}};</script>
{css('dcr-4cudl2', 'dcr-fd61eq', 'dcr-av9vim')}
</head>
<body>
<div class="skip"><a href="#maincontent" class="dcr-1l3ekz3">Skip to main content</a><a href="#navigation" class="dcr-1l3ekz3">Skip to navigation</a></div>
<div id="bannerandheader"><div class="top-banner-ad-container"><div class="ad-slot-container"><div id="dfp-ad--top-above-nav" class="js-ad-slot ad-slot ad-slot--top-above-nav" data-link-name="ad slot top-above-nav" aria-hidden="true"></div></div></div>
<div class="dcr-sup"><h2>Support the Sentinel</h2><p>Fund independent journalism with £5 per month</p><a href="https://support.sentinel.example">Support us</a></div>
<header id="navigation"><nav data-component="nav3" role="navigation" aria-label="Site navigation"><ul role="menubar">{''.join(f'<li><a class="dcr-nav" href="/{slug(x)}" data-link-name="nav3 : primary : {e(x)}">{e(x)}</a></li>' for x in MENU['en'][:12])}</ul></nav></header></div>
<main data-layout="StandardLayout"><article>
<div class="dcr-grid"><div data-gu-name="title" class="dcr-title"><div><a href="/environment/rivers" class="dcr-sec"><span>Rivers</span></a></div></div>
<div data-gu-name="headline" class="dcr-hl"><h1 class="dcr-y70er">{e(a.title)}</h1></div>
<div data-gu-name="standfirst" class="dcr-sf"><div class="dcr-1oyqlk3"><p>{inline(a.intro)}</p></div></div>
<div data-gu-name="meta" class="dcr-meta"><div class="dcr-by"><address aria-label="Contributor info"><div data-component="meta-byline"><a rel="author" href="/profile/shaw">Marion Shaw</a> in Corran</div></address><details class="dcr-eb59kw"><summary><span class="dcr-u0h1qy">Thu {d} Apr {y} 06.00 BST</span></summary>Last modified on Thu {d} Apr {y} 09.12 BST</details></div><div class="dcr-share"><ul><li><a href="#">{svg('x')}Share</a></li></ul></div></div>
<div data-gu-name="body"><div id="maincontent" class="dcr-ch7w1w"><div class="article-body-commercial-selector article-body-viewer-selector dcr-3jlghf">{''.join(parts)}</div></div>
<div data-print-layout="hide" class="dcr-sub"><div class="dcr-topics"><span>Explore more on these topics</span><ul><li><a href="/environment/rivers">Rivers</a></li><li><a href="/environment/pollution">Pollution</a></li><li><a href="/tone/features">features</a></li></ul></div></div>
<div id="slot-body-end"><section class="contributions-epic"><p>As you’re joining us today, we have a small favour to ask. Tens of millions have placed their trust in the Sentinel’s fearless journalism since we started publishing 190 years ago, turning to us in moments of crisis, uncertainty, solidarity and hope.</p><p>Unlike many others, we don’t have a billionaire owner, meaning we can report without commercial or political influence. <b>Support us from as little as £1.</b></p></section></div>
</div></div></article>
<section data-print-layout="hide" id="more-on"><h2>More on this story</h2><ul>{''.join(f'<li class="dcr-card"><div data-component="card"><a href="#" aria-label="{e(t)}"></a><h3 class="card-headline"><span>{e(t)}</span></h3><div class="dcr-trail">{e(s)}</div><footer><time datetime="2024-04-0{i + 1}T05:00:00.000Z">{i + 1} Apr 2024</time></footer></div></li>' for i, (t, s) in enumerate(pick(TEASERS['en'], 15, 4)))}</ul></section>
<section id="comments"><h2>Comments (41)</h2><p>This discussion is closed for comments. We’re doing some maintenance right now. You can still read comments, but please come back later to add your own.</p></section>
<aside data-component="most-viewed"><h2>Most viewed</h2><ol>{''.join(f'<li><a href="#"><span>{i + 1}</span><h4>{e(t)}</h4></a></li>' for i, (t, _) in enumerate(pick(TEASERS['en'], 151, 6)))}</ol></aside></main>
<footer><div class="dcr-ft"><p>Sign up to our daily email</p><ul>{''.join(f'<li><a href="/{slug(x)}">{e(x)}</a></li>' for x in FOOT['en'])}</ul><div>© 2024 Sentinel News &amp; Media Limited or its affiliated companies. All rights reserved. (dcr)</div></div></footer>
</body>
</html>'''
