/* metadata.c - source, date, language and address of a page.
 *
 * Pages say these several times, and not always the same.  Each place has a rank, the best-ranked statement wins:
 *
 *	date	JSON-LD of the article; article:published_time and its kin; microdata and RDFa; other meta names; marked times near the headline;
 *		dates in words near the headline; the address; where the address has a date, what is shown counts only within some days of it:
 *		"7 October 1952" and today's date in a menu are not when an article of /2024/10/11/ came out
 *	source	og:site_name; JSON-LD publisher; microdata publisher; Dublin Core; JSON-LD of the site; what the title has beside the headline
 *
 * The headline is chosen in headline.c.
 */
#include "ingest/extract.h"

#include <stdio.h>
#include <strings.h>

enum { SITE_MAX = 100, NEAR_UNITS = 12, NEAR_BYTES = 140, JSON_LEVELS = 8, LOOK_NODES = 2000, IDS_MAX = 64, STAMP_MAX = 40, APART_MAX = 3 };

struct linked {				/* what JSON-LD scripts say of each other by "@id" */
	struct { struct str id, name; } known[IDS_MAX];
	size_t n;
	struct str publisher;		/* an "@id" */
};

static void state(struct page *p, struct statement *s, enum rank rank, struct str value)
{
	value = str_trim(value);
	if (value.n && value.n <= TITLE_MAX && (!s->rank || rank < s->rank))
		*s = (struct statement){ str_dup(p->a, value), rank };
}

static void state_date(struct page *p, enum rank rank, struct str value)
{
	struct statement *s = &p->meta.published;
	day d = date_in(p->l, value);
	char iso[11];

	if (d == DAY_NONE || (s->rank && s->rank <= rank))
		return;
	if (rank == SHOWN && p->meta.addressed != DAY_NONE && (d > p->meta.addressed + APART_MAX || d < p->meta.addressed - APART_MAX))
		return;
	p->meta.date = d;
	value = str_trim(value);
	if (day_parse(value) != d || value.n > STAMP_MAX) {	/* in words, or in another order */
		day_iso(d, iso);
		value = str_c(iso);
	}
	*s = (struct statement){ str_dup(p->a, value), rank };
}

static void set(struct page *p, struct str *to, struct str value)
{
	if (!to->n && str_trim(value).n)
		*to = str_dup(p->a, str_trim(value));
}

/* ---- JSON-LD ------------------------------------------------------------------------------------ */

/* What a script holds, without the comments and sections that keep it from other readers: "//<![CDATA[ … //]]>", "<!-- … -->". */
static struct str bare(struct str s)
{
	static const char *const before[] = { "//", "/*", "*/", "<![CDATA[", "<!--" }, *const behind[] = { "//", "/*", "*/", "]]>", "-->" };
	size_t had;

	do {
		s = str_trim(s);
		had = s.n;
		for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++) {
			s = str_starts(s, str_c(before[i])) ? str_sub(s, strlen(before[i]), s.n) : s;
			s.n -= str_ends(s, str_c(behind[i])) ? strlen(behind[i]) : 0;
		}
	} while (s.n < had);
	return s;
}

static bool type_is(const struct json *type, bool (*is)(struct str))
{
	struct str s = json_string(type);

	if (s.n)
		return is(s);
	for (const struct json *m = json_first(type); m; m = json_next(m))
		if (is(json_string(m)))
			return true;
	return false;
}

static bool is_article(struct str s)
{
	return str_ends(s, STR("Article")) || str_ends(s, STR("BlogPosting")) || str_is(s, "Report");
}

static bool is_publisher(struct str s)
{
	static const char *const ends[] = { "WebSite", "Organization", "University", "Newspaper", "Periodical", "Blog", "Corporation", "Station", "Library", "Museum" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (str_ends(s, str_c(ends[i])))
			return true;
	return false;
}

/* Values are JSON text with HTML's references now and then. */
static struct str plain(struct page *p, struct str s)
{
	struct buf b;

	if (!s.n || str_find(s, '&') == s.n)
		return s;
	buf_init(&b, p->a);
	dom_text(&b, s);
	return buf_str(&b);
}

/* "hasPart": {"cssSelector": ".paywall"}: how publishers tell search engines which part of the text is not free. */
static void walled_part(struct page *p, const struct json *part)
{
	for (const struct json *m = json_type(part) == JSON_ARRAY ? json_first(part) : part; m; m = json_type(part) == JSON_ARRAY ? json_next(m) : NULL) {
		struct str selector = str_trim(json_string(json_get(m, "cssSelector")));

		if (str_starts(selector, STR(".")))
			set(p, &p->meta.walled, str_sub(selector, 1, selector.n));
	}
}

static void article_ld(struct page *p, struct linked *l, const struct json *j)
{
	const struct json *publisher = json_get(j, "publisher");

	publisher = json_type(publisher) == JSON_ARRAY ? json_first(publisher) : publisher;
	state(p, &p->meta.title, STATED, plain(p, json_string(json_get(j, "headline"))));
	state_date(p, STATED, json_string(json_get(j, "datePublished")));
	state_date(p, WEAK, json_string(json_get(j, "dateCreated")));
	state(p, &p->meta.site, DECLARED, plain(p, json_string(json_get(publisher, "name"))));
	state(p, &p->meta.site, DECLARED, plain(p, json_string(publisher)));
	if (!json_string(json_get(publisher, "name")).n && !l->publisher.n)
		set(p, &l->publisher, json_string(json_get(publisher, "@id")));
	set(p, &p->meta.lang, json_string(json_get(j, "inLanguage")));
	set(p, &p->meta.url, json_string(json_get(j, "url")));
	walled_part(p, json_get(j, "hasPart"));
	if (json_string(json_get(j, "articleBody")).n > p->meta.body.n)
		p->meta.body = str_dup(p->a, json_string(json_get(j, "articleBody")));
}

static void ld(struct page *p, struct linked *l, const struct json *j, int depth)
{
	const struct json *type = json_get(j, "@type");
	struct str name = json_string(json_get(j, "name")), id = json_string(json_get(j, "@id"));

	if (!j || depth > JSON_LEVELS)
		return;
	if (json_type(j) == JSON_ARRAY) {
		for (const struct json *m = json_first(j); m; m = json_next(m))
			ld(p, l, m, depth + 1);
		return;
	}
	if (json_type(j) != JSON_OBJECT)
		return;
	if (id.n && name.n && l->n < IDS_MAX) {
		l->known[l->n].id = str_dup(p->a, id);
		l->known[l->n++].name = str_dup(p->a, name);
	}
	if (type_is(type, is_article))
		article_ld(p, l, j);
	else if (type_is(type, is_publisher))
		state(p, &p->meta.site, WEAK, plain(p, name));
	else
		state_date(p, WEAK, json_string(json_get(j, "datePublished")));
	ld(p, l, json_get(j, "@graph"), depth + 1);
	ld(p, l, json_get(j, "mainEntity"), depth + 1);
	ld(p, l, json_get(j, "mainEntityOfPage"), depth + 1);
}

/* ---- meta, microdata, RDFa ------------------------------------------------------------------------- */

static bool is(struct str s, const char *name)
{
	return s.n == strlen(name) && !strncasecmp(s.p, name, s.n);
}

static bool one_of(struct str s, const char *const *names)
{
	for (; *names; names++)
		if (is(s, *names))
			return true;
	return false;
}

static void meta_name(struct page *p, struct str name, struct str value)
{
	static const char *const published[] = { "article:published_time", "og:article:published_time", "article:published", "og:published_time", "parsely-pub-date",
		"sailthru.date", "cXenseParse:recs:publishtime", "cXenseParse:publishtime", "govuk:first-published-at", "bt:pubDate", "datePublished", "publish-date",
		"publication_date", "pubdate", "pdate", "dcterms.issued", "DC.date.issued", "DC.date.published", "publishdate", "published_at", NULL };
	static const char *const dated[] = { "date", "dcterms.date", "dc.date", "DC.date.created", "dcterms.created", "created", "originalpublicationdate", "article_date_original",
		"OriginalPublicationDate", "lastpublished", "article.published", "release_date", "datecreated", NULL };
	static const char *const sites[] = { "publisher", "dcterms.publisher", "dc.publisher", "application-name", "article:publisher_name", "cre", "copyright-holder", NULL };
	static const char *const makers[] = { "dcterms.creator", "dc.creator", "dcterms.rightsholder", NULL };

	if (is(name, "og:title"))
		state(p, &p->meta.title, DECLARED, value);
	else if (is(name, "twitter:title") || is(name, "dc.title") || is(name, "dcterms.title"))
		state(p, &p->meta.title, WEAK, value);
	else if (is(name, "og:site_name"))
		state(p, &p->meta.site, STATED, value);
	else if (is(name, "og:url"))
		set(p, &p->meta.url, value);
	else if (is(name, "og:locale") || is(name, "dc.language") || is(name, "dcterms.language"))
		set(p, &p->meta.lang, value);
	else if (one_of(name, published))
		state_date(p, DECLARED, value);
	else if (one_of(name, dated))
		state_date(p, NAMED, value);
	else if (one_of(name, sites) && value.n < SITE_MAX && str_search(value, STR("://")) == value.n)
		state(p, &p->meta.site, NAMED, value);
	else if (one_of(name, makers) && value.n < SITE_MAX)
		state(p, &p->meta.site, WEAK, value);
}

/* All the text inside a node. */
static struct str text_of(struct page *p, uint32_t node)
{
	struct buf b;

	buf_init(&b, p->a);
	for (uint32_t i = node; i < p->m.nodes[node].end && i < node + LOOK_NODES && b.n < 4 * TITLE_MAX; i++) {
		if (p->m.nodes[i].element == ELEMENT_TEXT)
			dom_text(&b, p->m.nodes[i].text);
		else if (b.n && ((p->m.nodes[i].bits & BLOCK_LEVEL) || p->m.nodes[i].element == ELEMENT_BR))
			dom_text(&b, STR(" "));
	}
	return str_trim(buf_str(&b));
}

/* The value of an element with itemprop or property: what it has in content or datetime, else its text. */
static struct str property_value(struct page *p, uint32_t node)
{
	struct str v = dom_value(p->a, &p->m, node, ATTRIBUTE_CONTENT);

	v = v.n ? v : dom_value(p->a, &p->m, node, ATTRIBUTE_DATETIME);
	return v.n ? v : text_of(p, node);
}

static bool has_token(struct str list, const char *token)
{
	struct str one;

	while (str_split(&list, ' ', &one))
		if (is(one, token))
			return true;
	return false;
}

static void property(struct page *p, uint32_t node, struct str name)
{
	static const char *const published[] = { "datePublished", "schema:datePublished", "dc:date", "dcterms:date", "dcterms:issued", "dc:created", "dcterms:created", NULL };
	uint32_t around = p->m.nodes[node].parent;

	for (size_t i = 0; published[i]; i++)
		if (has_token(name, published[i]))
			state_date(p, MARKED, property_value(p, node));
	if (has_token(name, "headline") && p->m.nodes[node].element != ELEMENT_META)
		state(p, &p->meta.title, STATED, property_value(p, node));
	if (has_token(name, "name"))
		for (int up = 0; around && up < 4; up++, around = p->m.nodes[around].parent)
			if (is(dom_attribute(&p->m, around, ATTRIBUTE_ITEMPROP), "publisher"))
				state(p, &p->meta.site, MARKED, property_value(p, node));
}

static void element(struct page *p, struct linked *l, uint32_t i)
{
	const struct node *n = &p->m.nodes[i];
	struct str name, rel;

	switch (n->element) {
	case ELEMENT_HTML:
		set(p, &p->meta.lang, dom_attribute(&p->m, i, ATTRIBUTE_LANG));
		return;
	case ELEMENT_META:
		name = dom_attribute(&p->m, i, ATTRIBUTE_PROPERTY);
		if (name.n)
			meta_name(p, name, dom_value(p->a, &p->m, i, ATTRIBUTE_CONTENT));
		name = dom_attribute(&p->m, i, ATTRIBUTE_NAME);
		if (name.n)
			meta_name(p, name, dom_value(p->a, &p->m, i, ATTRIBUTE_CONTENT));
		break;
	case ELEMENT_BASE:
		set(p, &p->meta.base, dom_value(p->a, &p->m, i, ATTRIBUTE_HREF));
		return;
	case ELEMENT_LINK:
		rel = dom_attribute(&p->m, i, ATTRIBUTE_REL);
		if (is(rel, "canonical") && !p->meta.canonical) {
			struct str before = p->meta.url;

			p->meta.url = STR_NONE;
			set(p, &p->meta.url, dom_value(p->a, &p->m, i, ATTRIBUTE_HREF));
			p->meta.canonical = p->meta.url.n != 0;
			p->meta.url = p->meta.canonical ? p->meta.url : before;
		}
		return;
	case ELEMENT_TITLE:
		if (!p->meta.head.n) {
			struct buf b;

			buf_init(&b, p->a);
			dom_text(&b, n->text);
			p->meta.head = str_trim(buf_str(&b));
			p->meta.head.n = p->meta.head.n <= TITLE_MAX ? p->meta.head.n : 0;
		}
		return;
	case ELEMENT_SCRIPT: {
		struct json *j;

		if (str_search(dom_attribute(&p->m, i, ATTRIBUTE_TYPE), STR("ld+json")) < dom_attribute(&p->m, i, ATTRIBUTE_TYPE).n &&
		    !json_parse(&j, bare(n->text), NULL)) {
			ld(p, l, j, 0);
			json_free(j);
		}
		return;
	}
	case ELEMENT_ABBR:
		if (str_search(dom_attribute(&p->m, i, ATTRIBUTE_CLASS), STR("published")) < dom_attribute(&p->m, i, ATTRIBUTE_CLASS).n)
			state_date(p, NAMED, dom_attribute(&p->m, i, ATTRIBUTE_TITLE));
		break;
	case ELEMENT_SPAN:
		if (str_search(dom_attribute(&p->m, i, ATTRIBUTE_CLASS), STR("value-title")) < dom_attribute(&p->m, i, ATTRIBUTE_CLASS).n)
			state_date(p, NAMED, dom_attribute(&p->m, i, ATTRIBUTE_TITLE));	/* hAtom */
		break;
	default:
		break;
	}
	name = dom_attribute(&p->m, i, ATTRIBUTE_ITEMPROP);
	if (name.n)
		property(p, i, name);
	name = n->element == ELEMENT_META ? STR_NONE : dom_attribute(&p->m, i, ATTRIBUTE_PROPERTY);
	if (name.n)
		property(p, i, name);
}

void metadata_read(struct page *p)
{
	struct linked *l = arena_new(p->a, struct linked);

	p->meta.date = p->meta.addressed = DAY_NONE;
	for (uint32_t i = 0; i < p->m.n; i++)
		if (p->m.nodes[i].n_attributes || p->m.nodes[i].element == ELEMENT_TITLE)
			element(p, l, i);
	for (size_t i = 0; i < l->n && l->publisher.n; i++)
		if (str_eq(l->known[i].id, l->publisher))
			state(p, &p->meta.site, DECLARED, l->known[i].name);
}

/* ---- what only the visible page tells ------------------------------------------------------------------ */

/* Is it in what tells of other days than the article's: a caption, a post that is quoted, inside the text the heading of a part? */
static bool is_apart(const struct page *p, uint32_t node, bool inside)
{
	for (int up = 0; node && up < 8; up++, node = p->m.nodes[node].parent) {
		enum element e = p->m.nodes[node].element;

		if (e == ELEMENT_FIGCAPTION || e == ELEMENT_BLOCKQUOTE || (inside && e < ELEMENT_TEXT && (p->m.nodes[node].bits & HEADING)))
			return true;
	}
	return false;
}

/* The time of a change; "published updated" is both, and so is never changed. */
static bool is_change(const struct page *p, uint32_t node)
{
	struct str list = dom_attribute(&p->m, node, ATTRIBUTE_CLASS);

	return has_token(dom_attribute(&p->m, node, ATTRIBUTE_ITEMPROP), "dateModified") ||
	       ((has_token(list, "updated") || has_token(list, "modified")) && !has_token(list, "published"));
}

/* Is a sentence around the marked time, as in "It began on 3 March 2022."? */
static bool in_sentence(const struct page *p, uint32_t node)
{
	uint32_t behind = p->unit_at[p->m.nodes[node].end];
	const struct unit *u = behind ? &p->units.at[behind - 1] : NULL;

	return u && u->first < p->m.nodes[node].end && u->sentence && full_stop(u->text);
}

/* The first marked time between two nodes; inside: in the article's text, where sentences have them too. */
static void marked_time(struct page *p, uint32_t from, uint32_t to, bool inside)
{
	for (uint32_t i = from; i < to && p->meta.date == DAY_NONE; i++)
		if (p->m.nodes[i].element == ELEMENT_TIME && !is_change(p, i) && !is_apart(p, i, inside) && !(inside && in_sentence(p, i))) {
			state_date(p, SHOWN, dom_attribute(&p->m, i, ATTRIBUTE_DATETIME));
			state_date(p, SHOWN, text_of(p, i));
		}
}

/* A line without what it says of changes: "Updated on 12 March - Published on 11 March" from its second part on. */
static struct str unchanged(const struct page *p, struct str line)
{
	static const char *const signs[] = { " - ", " | ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xB7 ", " \xE2\x80\xA2 ", " / " };

	while (line.n && begins_with_any(line, &p->l->updates)) {
		size_t next = line.n;

		for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
			size_t at = str_search(line, str_c(signs[i]));

			next = at < line.n && at + strlen(signs[i]) < next ? at + strlen(signs[i]) : next;
		}
		line = str_trim(str_sub(line, next, line.n));
	}
	return line;
}

static void shown_date(struct page *p, size_t from, size_t to, bool inside)
{
	for (size_t i = from; i < to && p->meta.date == DAY_NONE; i++) {
		const struct unit *u = &p->units.at[i];
		size_t start, end = headline_in(u->text, p->meta.title.value, &start);

		if (end)		/* headline and date in one run */
			state_date(p, SHOWN, str_sub(u->text, end, u->text.n));
		else if (u->text.n < NEAR_BYTES && !u->teaser && !u->sentence && !is_apart(p, u->node, inside))
			state_date(p, SHOWN, unchanged(p, u->text));
	}
}

/* "/2018/nov/15/" at `at`. */
static day named_month(const struct page *p, struct str url, size_t at)
{
	struct str rest = str_sub(url, at + 1, url.n), year, month, dom;
	char words[16];

	if (url.p[at] != '/' || !str_split(&rest, '/', &year) || !str_split(&rest, '/', &month) || !str_split(&rest, '/', &dom) || year.n != 4 || month.n != 3 ||
	    !dom.n || dom.n > 2)
		return DAY_NONE;
	snprintf(words, sizeof(words), "%.*s %.*s %.*s", STR_ARG(dom), STR_ARG(month), STR_ARG(year));
	return date_in(p->l, str_c(words));
}

/* The day in "/2018/11/15/", "/20181115-", "-2018-11-15", "/2018/nov/15/" of an address. */
static day address_date(const struct page *p)
{
	struct str url = p->meta.url;
	day d = DAY_NONE;

	for (size_t at = 0; at + 8 < url.n && d == DAY_NONE; at++)
		if ((url.p[at] == '/' || url.p[at] == '-' || url.p[at] == '_') && (url.p[at + 1] == '1' || url.p[at + 1] == '2')) {
			struct str piece = str_sub(url, at + 1, at + 11 < url.n ? at + 11 : url.n);

			if (piece.n == 8 || (piece.n > 8 && (piece.p[4] == '/' || piece.p[4] == '-' || (piece.p[8] < '0' || piece.p[8] > '9'))))
				d = date_in(p->l, piece);
			d = d == DAY_NONE ? named_month(p, url, at) : d;
		}
	return d;
}

void metadata_complete(struct page *p, size_t first, size_t end)
{
	size_t title = first, n = p->units.n;
	char iso[11];

	p->meta.addressed = address_date(p);
	while (title > 0 && !(title < n && p->units.at[title].headline))
		title--;
	if (first < n) {
		size_t near = title > NEAR_UNITS ? title - NEAR_UNITS : 0;
		uint32_t headline = p->units.at[title].first, body = p->units.at[first].first;

		/* below the headline, above it, in the address, in and behind the text */
		marked_time(p, headline, body + 1, false);
		shown_date(p, title, first, false);
		shown_date(p, first, first + 3 < n ? first + 3 : n, true);
		shown_date(p, near, title, false);
		marked_time(p, p->units.at[near].first, headline, false);
		if (p->meta.addressed == DAY_NONE) {
			marked_time(p, body, end < n ? p->units.at[end].first : p->m.n, true);
			shown_date(p, first, end + NEAR_UNITS < n ? end + NEAR_UNITS : n, true);
		}
	}
	if (p->meta.addressed != DAY_NONE) {
		day_iso(p->meta.addressed, iso);
		state_date(p, GUESSED, str_c(iso));
	}
	if (!p->meta.site.rank) {
		struct str site = headline_beside(p);

		if (site.n > 1 && site.n < SITE_MAX)
			state(p, &p->meta.site, SHOWN, site);
	}
}
