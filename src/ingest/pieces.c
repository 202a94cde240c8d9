/* pieces.c - parts to a document. */
#include "ingest/pieces.h"

#include "base/unicode.h"
#include "base/utf8.h"

enum { LANGUAGES_MAX = 16 };		/* of one document: what is in a further one counts as none */

void pieces_init(struct pieces *p, struct arena *a)
{
	memset(p, 0, sizeof(*p));
	p->a = a;
}

void pieces_add(struct pieces *p, enum block_type type, struct str text, struct str lang)
{
	text = str_trim(text);
	if (text.n)
		*vec_push(p->a, &p->list) = (struct piece){ type, text, lang };
	p->spoken |= type == BLOCK_SPEAKER;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct str language_code(struct str tag)
{
	static const struct { const char *three, *two; } codes[] = { { "nld", "nl" }, { "dut", "nl" }, { "eng", "en" } };
	size_t n = 0;

	while (n < tag.n && is_letter(tag.p[n]))
		n++;
	if (n < tag.n && tag.p[n] != '-' && tag.p[n] != '_')
		return STR_NONE;
	tag.n = n;
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (str_is(tag, codes[i].three))
			return str_c(codes[i].two);
	return n == 2 ? tag : STR_NONE;
}

/* The language of most bytes; empty where none is told. */
static struct str main_language(const struct pieces *p)
{
	struct { struct str lang; size_t bytes; } tally[LANGUAGES_MAX];
	size_t n = 0, best = 0;

	for (size_t i = 0; i < p->list.n; i++) {
		const struct piece *x = &p->list.at[i];
		size_t k = 0;

		if (!x->lang.n)
			continue;
		while (k < n && !str_eq(tally[k].lang, x->lang))
			k++;
		if (k == LANGUAGES_MAX)
			continue;
		if (k == n) {
			tally[n].lang = x->lang;
			tally[n++].bytes = 0;
		}
		tally[k].bytes += x->text.n;
		if (tally[k].bytes > tally[best].bytes)
			best = k;
	}
	return n ? tally[best].lang : STR_NONE;
}

/* A speaker of whose words none is left. */
static bool says_nothing(const struct pieces *p, size_t i, struct str lang)
{
	if (p->list.at[i].type != BLOCK_SPEAKER)
		return false;
	while (++i < p->list.n && p->list.at[i].type != BLOCK_SPEAKER)
		if (!p->list.at[i].lang.n || str_eq(p->list.at[i].lang, lang))
			return false;
	return true;
}

int pieces_document(const struct reading *g, const struct article *x, const struct pieces *p, struct doc *d, struct error *e)
{
	struct article meta = *x;
	struct str lang = main_language(p), title = unicode_text(d->a, str_dup(d->a, str_trim(x->title)));
	VEC(struct piece) kept = { 0 };
	struct buf text;
	bool lead_seen = p->spoken;

	buf_init(&text, d->a);
	buf_add(&text, title);
	for (size_t i = 0; i < p->list.n; i++) {
		struct piece one = p->list.at[i];

		if ((one.lang.n && !str_eq(one.lang, lang)) || says_nothing(p, i, lang))
			continue;
		one.text = unicode_text(d->a, str_dup(d->a, one.text));
		*vec_push(d->a, &kept) = one;
	}
	for (size_t i = 0; i < kept.n; i++) {
		if (text.n)
			buf_add(&text, i && kept.at[i - 1].type == BLOCK_SPEAKER ? STR("\n") : STR("\n\n"));
		buf_add(&text, kept.at[i].text);
	}
	d->text = buf_str(&text);
	if (!d->text.n)
		return error_set(e, COU_EINPUT, "no text in it");
	if (d->text.n > g->options->max_bytes)
		return error_set(e, COU_ELIMIT, "a text longer than %zu bytes", g->options->max_bytes);
	if (utf8_check(d->text) != d->text.n)
		return error_set(e, COU_EINPUT, "byte %zu of the text is no UTF-8", utf8_check(d->text));
	size_t at = title.n;

	if (title.n) {
		*vec_push(d->a, &d->blocks) = (struct block){ BLOCK_TITLE, { 0, (uint32_t)title.n } };
		d->title = str_sub(d->text, 0, title.n);
	}
	for (size_t i = 0; i < kept.n; i++) {
		if (at)
			at += i && kept.at[i - 1].type == BLOCK_SPEAKER ? 1 : 2;
		size_t end = at + kept.at[i].text.n;

		if (kept.at[i].type == BLOCK_PARAGRAPH && !p->spoken)
			find_line(g->leftovers, d, at, end, false, &lead_seen);
		else
			*vec_push(d->a, &d->blocks) = (struct block){ kept.at[i].type, { (uint32_t)at, (uint32_t)end } };
		at = end;
	}
	if (lang.n)
		meta.lang = lang;
	article_metadata(g, &meta, d);
	return COU_OK;
}
