/* units.c - the visible text of a page in runs, and what speaks for and against each.
 *
 * A run ends where a block begins or ends, at two line breaks in a row (the paragraphs of old pages) and at blank lines of preformatted text.  Its value is what content.c adds up over
 * subtrees: running text counts with its length, and what menus, lists of other articles and labels are made of counts against.
 * Known from: Kohlschütter, Fankhauser, Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010): length and link density of runs
 * tell most of it.
 */
#include "ingest/extract.h"

enum { LONG_TEXT = 40, SENTENCE_MIN = 18, WORDS_MIN = 4, LONG_MIN = 80, TEASER_MAX = 450, LABEL_MAX = 60, TEASER_UNITS = 6, LABEL = -6, LINK_COST = 60 };

struct reader_state {
	struct page *p;
	struct unit *open;		/* the run that is being read, or NULL */
	size_t from;			/* its start in p->text */
	unsigned breaks;		/* line breaks just before, with nothing but space between */
	uint32_t link_end;		/* end of the <a> that is open */
	uint32_t pre_end;		/* of the <pre> */
	bool only_link;			/* nothing but links in the run so far */
};

/* Four words: "Help us improve." is what labels say. */
static bool has_words(struct str s)
{
	unsigned blanks = 0;

	for (size_t i = 0; i < s.n && blanks < WORDS_MIN - 1; i++)
		blanks += s.p[i] == ' ';
	return blanks == WORDS_MIN - 1;
}

static void judge(struct page *p, struct unit *u)
{
	enum element e = p->m.nodes[u->node].element;
	bool marked = e == ELEMENT_P || e == ELEMENT_BLOCKQUOTE || e == ELEMENT_FIGCAPTION || e == ELEMENT_PRE;

	u->heading = e < ELEMENT_TEXT && (p->m.nodes[u->node].bits & HEADING);
	if (u->linked * 10 > u->text.n * 6) {
		u->value = u->text.n < LINK_COST ? -(int32_t)u->text.n - 4 : -LINK_COST;
		return;
	}
	u->sentence = !u->heading && has_words(u->text) &&
		      (((full_stop(u->text) || str_ends(u->text, STR(":"))) && u->text.n >= SENTENCE_MIN) || u->text.n >= LONG_MIN);
	if (u->heading)
		u->value = 0;
	else if (u->sentence)
		u->value = (int32_t)(u->text.n - u->linked) * (marked ? 10 : 8) / 10;
	else
		u->value = marked ? 0 : LABEL;
}

static void finish(struct reader_state *s)
{
	struct page *p = s->p;

	if (!s->open)
		return;
	size_t n = p->text.n;

	while (n > s->from && p->text.p[n - 1] == ' ')
		n--;
	if (n == s->from) {
		p->units.n--;
		p->text.n = s->from;
	} else {
		s->open->text = (struct str){ p->text.p + s->from, n - s->from };
		judge(p, s->open);
		buf_byte(&p->text, '\n');
	}
	s->open = NULL;
}

/* A piece of node i, or all of it. */
static void text(struct reader_state *s, uint32_t i, struct str piece)
{
	struct page *p = s->p;
	size_t before;

	if (s->open && s->breaks > 1) {
		size_t had = p->text.n;

		dom_text(&p->text, piece);
		bool empty = p->text.n == had;

		p->text.n = had;
		if (empty)
			return;
		finish(s);
	}
	if (!s->open) {
		uint32_t block = p->m.nodes[i].parent;

		while (block && !(p->m.nodes[block].bits & BLOCK_LEVEL))
			block = p->m.nodes[block].parent;
		s->open = vec_push(p->a, &p->units);
		s->open->node = block;
		s->open->first = i;
		s->from = p->text.n;
		s->only_link = true;
	}
	if (s->breaks == 1 && p->text.n > s->from && p->text.p[p->text.n - 1] != ' ')
		buf_byte(&p->text, ' ');
	before = p->text.n;
	dom_text(&p->text, piece);
	if (p->text.n > before + 1 || (p->text.n > before && p->text.p[before] != ' '))
		s->breaks = 0;
	if (i < s->link_end)
		s->open->linked += (uint32_t)(p->text.n - before);
	else if (p->text.n > before + 1)
		s->only_link = false;
	if (i < s->link_end && s->only_link)
		s->open->lead_link = s->open->linked;
}

/* Text of a <pre>: its lines flow, a blank one between two others parts paragraphs. */
static void preformatted(struct reader_state *s, uint32_t i)
{
	struct str rest = s->p->m.nodes[i].text;

	for (bool first = true; rest.n; first = false) {
		size_t end = str_find(rest, '\n');
		struct str line = str_sub(rest, 0, end);
		bool last = end == rest.n;

		rest = str_sub(rest, last ? end : end + 1, rest.n);
		if (!first && !last && !str_trim(line).n) {
			finish(s);
			continue;
		}
		s->breaks += !first && !s->breaks;
		text(s, i, line);
	}
}

static uint32_t skip_to(struct page *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		p->unit_at[i] = (uint32_t)p->units.n;
	return to;
}

static void weigh(struct page *p)
{
	uint32_t sum = 0, link_end = 0, headings = 0, links = 0;

	for (uint32_t i = 0; i < p->m.n; i++) {
		const struct node *n = &p->m.nodes[i];

		p->mass[i] = sum;
		p->headings[i] = headings;
		headings += n->element == ELEMENT_H1;
		p->links[i] = links;
		if (n->element == ELEMENT_A) {
			link_end = n->end;
			links++;
		}
		if (n->element == ELEMENT_TEXT && i >= link_end && n->text.n >= LONG_TEXT && str_trim(n->text).n >= LONG_TEXT)
			sum += (uint32_t)(n->text.n < 4000 ? n->text.n : 4000);
	}
	p->mass[p->m.n] = sum;
	p->headings[p->m.n] = headings;
	p->links[p->m.n] = links;
}

/* A fully linked line and what little stands with it in the smallest element that holds more: a teaser of another article. */
static void mark_teaser(struct page *p, size_t at)
{
	struct unit *u = &p->units.at[at];

	if (u->linked * 10 < u->text.n * 8 || u->text.n < 20 || u->headline)
		return;
	u->teaser = true;
	for (uint32_t node = u->node, up = 0; node && up < 5; up++, node = p->m.nodes[node].parent) {
		uint32_t first = p->unit_at[node], end = p->unit_at[p->m.nodes[node].end];
		size_t bytes = 0, others = 0;

		if (end - first > TEASER_UNITS || p->m.nodes[node].element == ELEMENT_UL || p->m.nodes[node].element == ELEMENT_OL)
			break;
		for (uint32_t i = first; i < end; i++) {
			bool linked = p->units.at[i].linked * 10 > p->units.at[i].text.n * 6;

			bytes += p->units.at[i].text.n;
			others += i != at && !linked;
			if (p->units.at[i].headline || (p->units.at[i].heading && !linked) || (i < at && p->units.at[i].sentence))
				return;		/* what stands with a headline of its own, or before the link, is not about the link */
		}
		if (bytes > TEASER_MAX)
			break;
		for (uint32_t i = first; i < end; i++)
			p->units.at[i].teaser = true;
		if (others)
			break;
	}
	/* the summary that follows a linked heading in one flow */
	if (u->heading && at + 1 < p->units.n) {
		struct unit *next = u + 1;

		if (!next->heading && next->text.n < TEASER_MAX / 2 && p->m.nodes[next->node].parent == p->m.nodes[u->node].parent &&
		    (at + 2 >= p->units.n || u[2].linked * 10 > u[2].text.n * 6))
			next->teaser = true;
	}
}

static bool begins_linked(const struct unit *u)
{
	return u->lead_link >= 15 && u->lead_link * 5 > u->text.n;
}

/* Runs next to each other that all begin with a link the length of a headline: a list of other articles with their summaries. */
static void mark_lists(struct page *p)
{
	for (size_t i = 0, end; i < p->units.n; i = end) {
		const struct unit *u = &p->units.at[i];
		uint32_t parent = p->m.nodes[u->node].parent;

		for (end = i; end < p->units.n && begins_linked(&p->units.at[end]) && p->m.nodes[p->units.at[end].node].parent == parent; end++)
			;
		for (size_t k = i; k < end && end - i > 1; k++)
			p->units.at[k].teaser = true;
		end += end == i;
	}
}

void units_read(struct page *p)
{
	struct reader_state s = { .p = p };
	struct { uint32_t end; } blocks[512];
	unsigned depth = 0;
	size_t bytes = 0;

	p->unit_at = arena_array(p->a, uint32_t, p->m.n + 1);
	p->mass = arena_array(p->a, uint32_t, p->m.n + 1);
	p->headings = arena_array(p->a, uint32_t, p->m.n + 1);
	p->links = arena_array(p->a, uint32_t, p->m.n + 1);
	p->units.n = 0;
	weigh(p);
	for (uint32_t i = 0; i < p->m.n; i++)
		bytes += p->m.nodes[i].element == ELEMENT_TEXT ? p->m.nodes[i].text.n + 2 : 2;
	buf_init(&p->text, p->a);
	p->text.p = arena_alloc(p->a, p->text.cap = 2 * bytes + 64);	/* units point into it: it never grows (a reference is at least as long as what it means) */
	for (uint32_t i = 0; i < p->m.n;) {
		const struct node *n = &p->m.nodes[i];
		bool block = (n->bits & BLOCK_LEVEL) || n->has_block;

		while (depth && blocks[depth - 1].end <= i) {
			finish(&s);
			depth--;
		}
		p->unit_at[i] = (uint32_t)p->units.n;
		if (n->element == ELEMENT_TEXT) {
			if (i < s.pre_end)
				preformatted(&s, i);
			else
				text(&s, i, n->text);
			i++;
			continue;
		}
		if (n->element == ELEMENT_BR) {
			s.breaks++;
			if (s.open && is_stated_headline(p, str_trim((struct str){ p->text.p + s.from, p->text.n - s.from })))
				finish(&s);
			i++;
			continue;
		}
		if ((n->bits & (SKIPPED | VOID)) || is_clutter(p, i)) {
			if (block)
				finish(&s);
			i = skip_to(p, i, n->end > i ? n->end : i + 1);
			continue;
		}
		if (block) {
			finish(&s);
			p->unit_at[i] = (uint32_t)p->units.n;
			s.breaks = 0;
			if (depth < 512)
				blocks[depth++].end = n->end;
		}
		if (n->element == ELEMENT_A)
			s.link_end = n->end;
		if (n->element == ELEMENT_PRE)
			s.pre_end = n->end;
		i++;
	}
	finish(&s);
	p->unit_at[p->m.n] = (uint32_t)p->units.n;
}

/* What stands below "More on this story" in the same element, up to the next heading as high. */
static void mark_related(struct page *p, size_t at, size_t all)
{
	struct unit *u = &p->units.at[at];
	uint32_t parent = p->m.nodes[u->node].parent, end = p->unit_at[p->m.nodes[parent].end];
	size_t bytes = 0, to;

	if (u->text.n > LABEL_MAX || u->sentence || !parent || !(u->heading || p->unit_at[parent] == at) || !begins_with_any(u->text, &p->l->related))
		return;
	for (to = at + 1; to < end; to++) {
		const struct unit *v = &p->units.at[to];

		if (u->heading && v->heading && p->m.nodes[v->node].element <= p->m.nodes[u->node].element)
			break;
		bytes += v->sentence ? v->text.n : 0;
	}
	for (size_t i = at; i < to && bytes * 2 < all; i++)
		p->units.at[i].teaser = true;
}

/* Do two blocks of one kind that are no paragraphs follow on the node?  So comments stand; paragraphs would be the article's own. */
static bool heads_blocks(const struct page *p, uint32_t node)
{
	uint32_t end = p->m.nodes[p->m.nodes[node].parent].end, next[2] = { 0, 0 };
	int n = 0;

	for (uint32_t i = p->m.nodes[node].end; i < end && n < 2; i = p->m.nodes[i].end)
		if (p->m.nodes[i].element != ELEMENT_TEXT)
			next[n++] = i;
	if (n < 2 || p->m.nodes[next[0]].element != p->m.nodes[next[1]].element)
		return false;
	enum element e = p->m.nodes[next[0]].element;

	return e == ELEMENT_DIV || e == ELEMENT_ARTICLE || e == ELEMENT_SECTION;
}

/* What readers wrote, below a heading that says so and counts them ("Comments (4)") or heads blocks: however long, up to the next heading as high. */
static void mark_comments(struct page *p, size_t at)
{
	const struct unit *u = &p->units.at[at];
	uint32_t parent = p->m.nodes[u->node].parent, end = p->unit_at[p->m.nodes[parent].end];
	struct str line = u->text;

	if (!u->heading || u->headline || u->text.n > LABEL_MAX)
		return;
	while (line.n && (line.p[0] == ' ' || (line.p[0] >= '0' && line.p[0] <= '9')))
		line = str_sub(line, 1, line.n);
	if (!begins_with_any(line, &p->l->comments))
		return;
	bool counted = line.n < u->text.n;

	for (size_t i = 0; i < line.n; i++)
		counted |= line.p[i] >= '0' && line.p[i] <= '9';
	if (!counted && !heads_blocks(p, u->node))
		return;
	p->units.at[at].teaser = true;
	for (size_t i = at + 1; i < end; i++) {
		struct unit *v = &p->units.at[i];

		if (v->heading && p->m.nodes[v->node].element <= p->m.nodes[u->node].element && p->m.nodes[v->node].parent == parent)
			break;
		v->teaser = true;
		v->value = 0;	/* they speak against nothing around them */
	}
}

void units_mark(struct page *p)
{
	size_t all = 0;

	for (size_t i = 0; i < p->units.n; i++)
		all += p->units.at[i].sentence ? p->units.at[i].text.n : 0;
	for (size_t i = 0; i < p->units.n; i++)
		if (!p->units.at[i].teaser)
			mark_related(p, i, all);
	for (size_t i = 0; i < p->units.n; i++)
		mark_comments(p, i);
	for (size_t i = 0; i < p->units.n; i++)
		mark_teaser(p, i);
	mark_lists(p);
	for (size_t i = 0; i < p->units.n; i++)
		if (p->units.at[i].teaser && p->units.at[i].value > 0)
			p->units.at[i].value = -(p->units.at[i].value < LINK_COST ? p->units.at[i].value : LINK_COST);
}
