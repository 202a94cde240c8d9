/* news.c - what the formats of news agencies share. */
#include "ingest/news.h"

#include <stdlib.h>

void news_close(void *state)
{
	struct news_file *f = state;

	arena_free(&f->memory);
	free(f);
}

bool news_is(struct str root, const char *const *roots)
{
	while (*roots && !str_is(root, *roots))
		roots++;
	return *roots != NULL;
}

int news_open(void **state, const char *const *roots, const struct reading *g, struct input *in, struct error *e)
{
	struct news_file *f = calloc(1, sizeof(*f));
	struct str bytes;

	if (!f)
		return error_set(e, COU_ELIMIT, "out of memory");
	f->g = g;
	int rc = input_all(in, &f->memory, NEWS_FILE_TIMES * g->options->max_bytes, &bytes, e);

	if (!rc) {
		rc = xml_read_mended(&f->memory, transported(&f->memory, bytes, g->carrier.charset), STR_NONE, &f->root, &f->partial, e);
		f->broken = *e;
	}
	if (!rc && !f->root)
		rc = error_set(e, COU_EINPUT, "no element in it");
	if (!rc && !news_is(f->root->name, roots))
		rc = error_set(e, COU_EINPUT, "XML with <%.*s>, no <%s>", f->root->name.n < 60 ? (int)f->root->name.n : 60, f->root->name.p, roots[0]);
	if (rc) {
		news_close(f);
		return rc;
	}
	*state = f;
	return COU_OK;
}

enum found news_end(struct news_file *f, struct error *e)
{
	if (!f->partial || f->told)
		return FOUND_END;
	f->told = true;
	*e = f->broken;
	return FOUND_BAD;
}

bool news_withdrawn(struct str status, struct error *e)
{
	size_t colon = str_find(status, ':');
	struct str word = colon < status.n ? str_sub(status, colon + 1, status.n) : status;

	if (!str_is(word, "canceled") && !str_is(word, "cancelled") && !str_is(word, "withheld"))
		return false;
	error_set(e, COU_OK, "an item that is %.*s", STR_ARG(word));
	return true;
}

void news_set(struct arena *a, struct str *to, struct str text)
{
	if (!to->n)
		*to = line_of_text(a, text);
}

bool news_has(const struct body *b, enum block_type type)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->at[i].type == (int)type)
			return true;
	return false;
}

void news_append(struct arena *a, struct body *to, const struct body *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		*vec_push(a, to) = lines->at[i];
	to->over |= lines->over;
}

void news_lines(struct arena *a, const struct xml *by, const struct xml *dateline, const struct body *body, struct body *out)
{
	if (!news_has(body, BLOCK_BYLINE))
		body_add(a, out, BLOCK_BYLINE, false, by ? markup_plain(a, xml_markup(a, by)) : STR_NONE);
	if (!news_has(body, BLOCK_DATELINE))
		body_add(a, out, BLOCK_DATELINE, false, dateline ? markup_plain(a, xml_markup(a, dateline)) : STR_NONE);
	news_append(a, out, body);
}

enum found news_document(const struct reading *g, struct news *n, struct doc *d, struct error *e)
{
	day when, until;

	if (!n->body.n && !n->x.title.n) {
		error_set(e, COU_OK, "an item without text");
		return FOUND_SKIPPED;
	}
	if (n->embargo.n && stamp_parse(n->embargo, &until) && (!stamp_parse(n->x.date, &when) || until >= when))
		n->x.date = n->embargo;
	n->x.body = &n->body;
	return article_document(g, &n->x, d, e) ? FOUND_BAD : FOUND_DOC;
}
