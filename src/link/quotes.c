/* quotes.c - what stands between quotation marks, and who speaks there: the name before its colon, the subject of the verb beside it, else who spoke
 * the quotation right before it. */
#include "link/linking.h"

#include "base/utf8.h"

enum { LONG_QUOTE = 4 };		/* words of a paragraph that goes on in the next */

enum mark { NO_MARK, OPENS, CLOSES, EITHER };

static enum mark quote_mark(struct str form)
{
	size_t at = 0;
	uint32_t c = form.n ? utf8_next(form, &at) : 0;

	if (at < form.n)
		return str_is(form, "``") || str_is(form, ",,") ? OPENS : str_is(form, "''") ? EITHER : NO_MARK;
	switch (c) {
	case 0x201C: case 0x201E: case 0x2018: case 0x201A: case 0xAB:
		return OPENS;
	case 0x201D: case 0x2019: case 0xBB:
		return CLOSES;
	case '"': case '\'':
		return EITHER;
	default:
		return NO_MARK;
	}
}

static void unmark(struct doc *d, uint32_t first, uint32_t end)
{
	for (uint32_t t = first; t < end; t++)
		d->quote_of[t] = NONE;
}

/* Is token v a verb outside quotation q that has the quotation, or a part of it, under it or over it? */
static bool carries(const struct doc *d, uint32_t v, uint32_t q)
{
	uint32_t h = d->tokens.at[v].head;

	if (h != NONE && d->quote_of[h] == q)
		return true;
	for (uint32_t c = d->tokens.at[v].child; c != NONE; c = d->tokens.at[c].next)
		if (d->quote_of[c] == q)
			return true;
	return false;
}

static uint32_t subject_of(const struct doc *d, uint32_t v)
{
	for (uint32_t c = d->tokens.at[v].child; c != NONE; c = d->tokens.at[c].next)
		if ((d->tokens.at[c].deprel == DEP_NSUBJ || d->tokens.at[c].deprel == DEP_OBL_AGENT) && d->quote_of[c] == NONE)
			return c;
	return NONE;
}

/* '…," wrote Trump': who is named right behind a verb that stands behind the quotation, if the verb has no subject; or NONE. */
static uint32_t named_behind(const struct doc *d, uint32_t v, uint32_t q)
{
	if (v < d->quotes.at[q].last || v > d->quotes.at[q].last + 3)
		return NONE;
	for (uint32_t c = d->tokens.at[v].child; c != NONE; c = d->tokens.at[c].next)
		if ((d->tokens.at[c].deprel == DEP_OBJ || d->tokens.at[c].deprel == DEP_IOBJ) && d->tokens.at[c].upos == UPOS_PROPN && c == v + 1)
			return c;
	return NONE;
}

static uint32_t speaker_in(const struct doc *d, uint32_t sentence, uint32_t q)
{
	const struct sentence *s = &d->sentences.at[sentence];

	for (uint32_t v = s->first; v < s->end; v++)
		if (d->quote_of[v] == NONE && d->tokens.at[v].upos == UPOS_VERB && carries(d, v, q)) {
			uint32_t subject = subject_of(d, v);

			subject = subject == NONE ? named_behind(d, v, q) : subject;
			if (subject != NONE)
				return subject;
		}
	return NONE;
}

/* 'Minister Smit: "…"': the noun that alone fills the sentence before the colon, or NONE. */
static uint32_t named_alone(const struct doc *d, uint32_t colon)
{
	uint32_t first = d->sentences.at[d->tokens.at[colon].sentence].first, head = NONE;

	for (uint32_t t = first; t < colon; t++) {
		const struct token *x = &d->tokens.at[t];

		bool name = first + 1 == colon && x->cased;	/* a name by itself is as soon taken for a verb */

		if ((!name && (x->upos == UPOS_VERB || x->upos == UPOS_AUX)) || d->quote_of[t] != NONE)
			return NONE;
		if (head == NONE && (name || x->upos == UPOS_PROPN || x->upos == UPOS_NOUN) && (x->head == NONE || x->head < first || x->head > colon))
			head = t;
	}
	return head;
}

/* "De minister reageert fel: '…'": the subject of the sentence that ends in a colon before the quotation. */
static uint32_t speaker_before(const struct doc *d, uint32_t first)
{
	uint32_t root;

	if (first < 2 || !str_is(d->tokens.at[first - 2].form, ":"))
		return NONE;
	root = d->sentences.at[d->tokens.at[first - 2].sentence].root;
	return root == NONE || d->quote_of[root] != NONE ? NONE : subject_of(d, root);
}

static void find_speakers(struct doc *d)
{
	for (uint32_t q = 0; q < d->quotes.n; q++) {
		struct quote *x = &d->quotes.at[q];
		const struct quote *before = q ? x - 1 : NULL;

		x->speaker = x->first >= 2 && str_is(d->tokens.at[x->first - 2].form, ":") ? named_alone(d, x->first - 2) : NONE;
		if (x->speaker == NONE)
			x->speaker = speaker_in(d, d->tokens.at[x->last].sentence, q);
		if (x->speaker == NONE)
			x->speaker = speaker_in(d, d->tokens.at[x->first].sentence, q);
		if (x->speaker == NONE)
			x->speaker = speaker_before(d, x->first);
		/* the quotation goes on behind "zei hij" */
		if (x->speaker == NONE && before && before->speaker != NONE && d->tokens.at[x->first].sentence - d->tokens.at[before->last].sentence <= 1)
			x->speaker = before->speaker;
	}
	/* nothing beside it: who is named behind the next one of the same paragraph, where that opens its sentence */
	for (uint32_t q = (uint32_t)d->quotes.n; q-- > 1; ) {
		struct quote *x = &d->quotes.at[q - 1];
		uint32_t next = d->quotes.at[q].first;

		if (x->speaker == NONE && next - d->sentences.at[d->tokens.at[next].sentence].first <= 1 && d->tokens.at[d->quotes.at[q].first].sentence - d->tokens.at[x->last].sentence <= 1)
			x->speaker = d->quotes.at[q].speaker;
	}
}

void find_quotes(struct doc *d)
{
	uint32_t block = NONE, opened = NONE;

	d->quote_of = arena_array(d->a, uint32_t, d->tokens.n + 1);
	unmark(d, 0, (uint32_t)d->tokens.n + 1);
	for (uint32_t t = 0; t < d->tokens.n; t++) {
		uint32_t here = d->sentences.at[d->tokens.at[t].sentence].block;
		enum mark mark = quote_mark(d->tokens.at[t].form);

		if (here != block && opened != NONE) {
			/* a quotation of several paragraphs opens each and closes the last; else a stray mark */
			if ((mark == OPENS || mark == EITHER) && t > opened + LONG_QUOTE)
				*vec_push(d->a, &d->quotes) = (struct quote){ opened + 1, t - 1, NONE };
			else
				unmark(d, opened, t);
			opened = NONE;
		}
		block = here;
		if (mark == OPENS || (mark == EITHER && opened == NONE)) {
			opened = opened == NONE ? t : opened;
		} else if (mark != NO_MARK) {
			if (opened != NONE && t > opened + 1)
				*vec_push(d->a, &d->quotes) = (struct quote){ opened + 1, t - 1, NONE };
			opened = NONE;
		} else if (opened != NONE) {
			d->quote_of[t] = (uint32_t)d->quotes.n;
		}
	}
	if (opened != NONE)
		unmark(d, opened, (uint32_t)d->tokens.n);
	find_speakers(d);
}
