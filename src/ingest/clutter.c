/* clutter.c - elements that are no part of any article, by what they are called.
 *
 * Names of markup, not of a language: what content systems of all countries write in English; the words of other languages stand in
 * lang/XX/blocks.txt ("class").  A name is believed as far as it can be: a wrapper around everything may be called "has-comments", so what holds
 * half of the page's running text is no clutter whatever its name, unless the name is that of readers' comments or of a wall of consent, and even
 * then if a first heading stands in it: opinion pieces are called "comment" too.  Names of two letters count only beside others ("ad-slot"): lists of
 * classes that a machine made have them by chance ("ab ac ad").  A name that ends in a state ("comments-open", "consent-given") tells how the page is
 * set, not what the element is.  And where nothing is left of a page, what no link leads out of is looked at again: menus, teasers and share bars are
 * made of links, so "deel-2" around two paragraphs is none.
 */
#include "ingest/extract.h"

enum { WORD_MAX = 24, NAMES = 6, LOOK_MAX = 256 };

/* readers' comments, walls */
static const char *const surely[] = { "comment", "comments", "commentlist", "commentarea", "commentsarea", "disqus", "respond", "replies", "cookie", "cookies",
	"cookiewall", "cookieconsent", "consent", "gdpr", "cmpbox", "cmpwrapper", "discussion", NULL };

/* never inside an article's text */
static const char *const always[] = { "advert", "adverts", "advertisement", "advertising", "ad", "ads", "adsbygoogle", "adslot", "adunit", "dfp", "gpt", "mpu",
	"leaderboard", "billboard", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "navigation", "navbar", "nav", "menu", "submenu", "footer", "masthead", "popup",
	"modal", "dialog", "outbrain", "taboola", "newsletter", "newsletters", "signup", "catlinks", "printfooter", "editsection", "noprint", "sidebar", "share",
	"sharing", "sharedaddy", "sharebar", "social", "socials", "socialshare", "related", "relatedposts", "linklist", "teasers", "promo", "promos", "banner",
	"recommend", "recommended", "recommendations", "recirculation", "subscribe", "subscription", "paywall", "upsell", "cta", "tags", "taglist", "trending",
	"mostread", "popular", "toolbar", "skip", "skiplink", "bio", "pagination", "pager", "pagenav", "donate",
	"donation", "contributions", "login", "signin", "poll", "survey", "feedback", "ticker", "topics", "interstitial", "sponsor", "sponsored", "podcast",
	"player", "toc", "widgetarea", "pullquote", "teaser", "copyright", NULL };

/* boxes that belong to an article though they stand aside */
static const char *const boxes[] = { "box", "infobox", "factbox", "facts", "fact", "note", "explainer", "context", "panel", NULL };

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool listed(const struct page *p, struct str word, const char *const *words)
{
	if (!words)
		return map_get(&p->l->classes, word) != MAP_NONE;
	for (size_t i = 0; words[i]; i++)
		if (word.p[0] == words[i][0] && str_is(word, words[i]))
			return true;
	return false;
}

/* Does the name that ends at `end` end in a state? */
static bool is_state(struct str value, size_t end)
{
	static const char *const states[] = { "-open", "-opened", "-closed", "-enabled", "-disabled", "-allowed", "-given", "-accepted" };

	for (; end < value.n && value.p[end] != ' '; end++)
		;
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		if (str_ends(str_sub(value, 0, end), str_c(states[i])))
			return true;
	return false;
}

/* Is one of the words a word of the value?  What stands behind with, no, has is not there or not all there is: "layout with-sidebar". */
static bool value_has(const struct page *p, struct str value, const char *const *words)
{
	static const char *const prefixes[] = { "with-", "no-", "has-", "without-", "not-" };
	size_t at = 0;
	bool negated = false;

	value.n = value.n < LOOK_MAX ? value.n : LOOK_MAX;
	while (at < value.n) {
		char word[WORD_MAX];
		size_t n = 0, from = at;

		while (at < value.n && n < sizeof(word) && is_letter(value.p[at]) &&
		       !(at > from && value.p[at] >= 'A' && value.p[at] <= 'Z' && value.p[at - 1] >= 'a'))
			word[n++] = (char)(value.p[at++] | 32);
		if (!n) {
			negated &= value.p[at] == '-' || value.p[at] == '_';
			at++;
			continue;
		}
		bool alone = n <= 2 && n < value.n && (from == 0 || value.p[from - 1] == ' ') && (at == value.n || value.p[at] == ' ');

		if (!negated && !alone && listed(p, (struct str){ word, n }, words) && !is_state(value, at))
			return true;
		negated = false;
		for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
			negated |= strlen(prefixes[i]) == n + 1 && !memcmp(prefixes[i], word, n);
	}
	return false;
}

bool has_word(const struct page *p, uint32_t node, const char *const *words)
{
	static const enum attribute names[NAMES] = { ATTRIBUTE_CLASS, ATTRIBUTE_ID, ATTRIBUTE_TAG, ATTRIBUTE_TEST_ID, ATTRIBUTE_COMPONENT, ATTRIBUTE_HOOK };
	const struct node *n = &p->m.nodes[node];

	for (uint32_t i = n->attributes; i < n->attributes + n->n_attributes; i++) {
		const struct attribute_value *v = &p->m.attributes[i];

		for (int k = 0; k < NAMES; k++)
			if (v->which == names[k] && value_has(p, v->value, words))
				return true;
	}
	return false;
}

/* Classes that hide from the eye; "field-label-hidden" is none of them. */
static bool is_hidden_class(struct str list)
{
	static const char *const names[] = { "hidden", "hide", "is-hidden", "d-none", "invisible", "element-hidden", "element-invisible", "hiddenStructure", "sr-only",
		"visuallyhidden", "assistive", "offscreen" };
	static const char *const ends[] = { "visually-hidden", "visually-hidden-focusable", "screen-reader-text", "VisuallyHidden" };
	struct str word;

	while (str_split(&list, ' ', &word)) {
		for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
			if (str_is(word, names[i]))
				return true;
		for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
			if (str_ends(word, str_c(ends[i])))
				return true;
	}
	return false;
}

static bool is_unseen(const struct page *p, uint32_t node)
{
	struct str style = dom_attribute(&p->m, node, ATTRIBUTE_STYLE);

	if (dom_attribute(&p->m, node, ATTRIBUTE_HIDDEN).p || str_is(dom_attribute(&p->m, node, ATTRIBUTE_ARIA_HIDDEN), "true"))
		return true;
	for (size_t at = 0; style.n && (at += str_search(str_sub(style, at, style.n), STR("none"))) < style.n; at += 4) {
		struct str before = str_trim(str_sub(style, 0, at));

		if (str_ends(before, STR(":")) && str_ends(str_trim(str_sub(before, 0, before.n - 1)), STR("display")))
			return true;
	}
	return false;
}

bool holds_most(const struct page *p, uint32_t node)
{
	uint32_t own = p->mass[p->m.nodes[node].end] - p->mass[node];

	return own > p->mass[p->m.n] / 2;
}

/* Is it the part of the article that JSON-LD says is not free?  Then it is called "paywall" and is none. */
static bool is_walled(const struct page *p, uint32_t node)
{
	struct str list = p->meta.walled.n ? dom_attribute(&p->m, node, ATTRIBUTE_CLASS) : STR_NONE, word;

	while (str_split(&list, ' ', &word))
		if (str_eq(word, p->meta.walled))
			return true;
	return false;
}

/* What scripts show later, or hide while a dialog is open, may be the whole page: then its first heading stands in it. */
static bool is_whole(const struct page *p, uint32_t node)
{
	return holds_most(p, node) && p->headings[p->m.nodes[node].end] > p->headings[node];
}

bool is_clutter(const struct page *p, uint32_t node)
{
	const struct node *n = &p->m.nodes[node];
	struct str role, item;

	if (n->element == ELEMENT_TEXT || !node)
		return false;
	if (n->element != ELEMENT_ASIDE && n->element != ELEMENT_NAV && n->element != ELEMENT_FOOTER && n->element != ELEMENT_FORM && !n->n_attributes)
		return false;
	if (is_unseen(p, node) && !is_whole(p, node))
		return true;
	role = dom_attribute(&p->m, node, ATTRIBUTE_ROLE);
	if (str_is(role, "alertdialog") || str_is(role, "dialog") || str_is(role, "search"))
		return true;
	if (n->element == ELEMENT_MAIN || is_walled(p, node))
		return false;
	if (has_word(p, node, surely) && !is_whole(p, node))
		return true;
	if (holds_most(p, node))
		return false;
	if (is_hidden_class(dom_attribute(&p->m, node, ATTRIBUTE_CLASS)))
		return true;
	if (n->element == ELEMENT_NAV || n->element == ELEMENT_FOOTER || n->element == ELEMENT_FORM)
		return true;
	if (str_is(role, "navigation") || str_is(role, "complementary") || str_is(role, "contentinfo") || str_is(role, "banner"))
		return true;
	if (n->element == ELEMENT_ASIDE && !(str_is(role, "note") || has_word(p, node, boxes)))
		return true;
	item = dom_attribute(&p->m, node, ATTRIBUTE_ITEMPROP);
	if (str_is(item, "description") || str_is(item, "articleBody"))
		return false;
	if (p->again && p->links[n->end] == p->links[node])
		return false;
	return has_word(p, node, always) || has_word(p, node, NULL);
}
