/* content.c - which of a page's runs are the article, and what each of them is.
 *
 * Each run has a value (units.c): running text for, menus and teasers against.  The element whose runs add up to most holds the article; from there
 * the way leads down as long as one child holds nearly all of it and none of its like stand beside it (the columns between adverts, the posts of a
 * live blog).  What editors put between the headline and that element (the standfirst) is taken along.  Inside, labels, links to other articles, what
 * comes before the first and behind the last sentence, and headings that nothing follows, are left out.
 */
#include "ingest/extract.h"

#include "base/unicode.h"
#include "base/utf8.h"

enum { LEFTOVER_MAX = 160, BYLINE_MAX = 90, DATE_LINE_MAX = 60, CELL_MAX = 60, CELLS_SEEN = 200, INTRO_MIN = 30, RUNNING_MIN = 60 };

struct range {
	size_t first, end;		/* units */
};

struct content {
	struct page *p;
	int64_t *sum;			/* [units.n + 1] of values before the unit */
	bool *kept;			/* [units.n] */
	uint32_t table;			/* the last that is_table_cell looked at, and what it found */
	bool table_short;
	struct doc *d;
	struct buf out;
	bool lead_seen, text_seen;
};

static int64_t score(const struct content *c, uint32_t node)
{
	const struct page *p = c->p;

	return c->sum[p->unit_at[p->m.nodes[node].end]] - c->sum[p->unit_at[node]];
}

static bool holds_blocks(const struct page *p, uint32_t node)
{
	return (p->m.nodes[node].bits & BLOCK_LEVEL) || p->m.nodes[node].has_block;
}

/* ---- the container ------------------------------------------------------------------------------ */

/* Is the element called what systems call the body of an article? */
static bool is_named_body(const struct page *p, uint32_t node)
{
	static const char *const names[] = { "articlebody", "entrycontent", "postcontent", "storybody", "articlecontent", "postbody", "bodytext", "articletext",
		"storycontent", "storytext", "newstext", "entrytext" };
	static const enum attribute places[] = { ATTRIBUTE_CLASS, ATTRIBUTE_ID, ATTRIBUTE_TEST_ID, ATTRIBUTE_ITEMPROP, ATTRIBUTE_NAME };

	if (!p->m.nodes[node].n_attributes)
		return false;
	for (size_t k = 0; k < sizeof(places) / sizeof(*places); k++) {
		struct str list = dom_attribute(&p->m, node, places[k]), word;

		while (str_split(&list, ' ', &word)) {
			char bare[32];
			size_t n = 0;

			for (size_t i = 0; i < word.n && n < sizeof(bare); i++)
				if ((word.p[i] | 32) >= 'a' && (word.p[i] | 32) <= 'z')
					bare[n++] = (char)(word.p[i] | 32);
			for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
				if (str_is((struct str){ bare, n }, names[i]))
					return true;
		}
	}
	return false;
}

static bool same_kind(const struct page *p, uint32_t x, uint32_t y)
{
	struct str a = dom_attribute(&p->m, x, ATTRIBUTE_CLASS), b = dom_attribute(&p->m, y, ATTRIBUTE_CLASS);

	return p->m.nodes[x].element == p->m.nodes[y].element && str_eq(str_sub(a, 0, str_find(a, ' ')), str_sub(b, 0, str_find(b, ' ')));
}

/* The child that holds nearly all of its parent, if no other of its kind holds anything; 0: none. */
static uint32_t one_child(const struct content *c, uint32_t node)
{
	const struct page *p = c->p;
	uint32_t best = 0;

	for (uint32_t i = node + 1; i < p->m.nodes[node].end; i = p->m.nodes[i].end)
		if (holds_blocks(p, i) && score(c, i) * 100 >= score(c, node) * 80)
			best = i;
	for (uint32_t i = node + 1; best && i < p->m.nodes[node].end; i = p->m.nodes[i].end)
		if (i != best && holds_blocks(p, i) && score(c, i) * 100 > score(c, node) * 12 && same_kind(p, i, best))
			best = 0;
	return best;
}

static uint32_t find_container(const struct content *c)
{
	const struct page *p = c->p;
	uint32_t best = 0, named = 0, child;

	for (uint32_t i = 1; i < p->m.n; i++)
		if (holds_blocks(p, i) && score(c, i) > score(c, best))
			best = i;
	for (uint32_t i = best; i < p->m.nodes[best].end; i++)
		if (holds_blocks(p, i) && score(c, i) * 2 > score(c, best) && is_named_body(p, i) && (!named || score(c, i) > score(c, named)))
			named = i;
	if (named)
		return named;
	while ((child = one_child(c, best)))
		best = child;
	return best;
}

/* ---- which units ----------------------------------------------------------------------------------- */

static uint32_t ancestor(const struct page *p, uint32_t node, enum element e)
{
	for (int up = 0; node && up < 8; up++, node = p->m.nodes[node].parent)
		if (p->m.nodes[node].element == e)
			return node;
	return 0;
}

static bool is_caption(const struct page *p, const struct unit *u)
{
	static const char *const names[] = { "caption", "captions", "credit", "photocredit", "photo", NULL };

	if (ancestor(p, u->node, ELEMENT_FIGCAPTION))
		return true;
	for (uint32_t n = u->node, up = 0; n && up < 3; up++, n = p->m.nodes[n].parent)
		if (has_word(p, n, names) && !holds_most(p, n))	/* "photo-story" around all of it */
			return true;
	return false;
}

static bool is_leftover(const struct page *p, struct str text)
{
	return text.n < LEFTOVER_MAX && (begins_with_any(text, &p->l->related) || begins_with_any(text, &p->l->boilerplate));
}

static bool is_item(const struct page *p, const struct unit *u)
{
	enum element e = p->m.nodes[u->node].element;

	return e == ELEMENT_LI || e == ELEMENT_DD || e == ELEMENT_DT || ancestor(p, u->node, ELEMENT_LI);
}

static uint32_t cell_of(const struct page *p, uint32_t node)
{
	for (int up = 0; node && up < 8; up++, node = p->m.nodes[node].parent)
		if (p->m.nodes[node].bits & CELL)
			return node;
	return 0;
}

/* Do cells of the table hold headings, or a sentence among other lines?  Then it only sets them out, as newsletters and old pages do. */
static bool is_layout(const struct page *p, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++) {
		const struct unit *u = &p->units.at[i];
		uint32_t cell = cell_of(p, u->node);

		if (cell && (u->heading || (i > first && (u->sentence || u[-1].sentence) && cell == cell_of(p, u[-1].node))))
			return true;
	}
	return false;
}

/* A cell in a table of figures or words: its cells are short. */
static bool is_table_cell(struct content *c, size_t i)
{
	const struct page *p = c->p;
	const struct unit *u = &p->units.at[i];
	uint32_t table, first, end;
	size_t bytes = 0;

	if (!(p->m.nodes[u->node].bits & CELL) && !(p->m.nodes[p->m.nodes[u->node].parent].bits & CELL))
		return false;
	table = ancestor(p, u->node, ELEMENT_TABLE);
	if (table == c->table)
		return c->table_short;
	first = p->unit_at[table];
	end = p->unit_at[p->m.nodes[table].end];
	end = end < first + CELLS_SEEN ? end : first + CELLS_SEEN;
	for (uint32_t k = first; k < end; k++)
		bytes += p->units.at[k].text.n;
	c->table = table;
	return c->table_short = table && end - first >= 4 && bytes < CELL_MAX * (end - first) && !is_layout(p, first, end);
}

static bool is_text(const struct content *c, size_t i)
{
	const struct page *p = c->p;
	const struct unit *u = &p->units.at[i];

	return u->sentence && !u->teaser && u->linked * 2 < u->text.n + 2 && !is_leftover(p, u->text);
}

static bool is_links(const struct unit *u)
{
	return u->linked * 10 > u->text.n * 6;
}

/* Is something kept behind the heading before the next one? */
static bool is_followed(const struct content *c, size_t i, size_t end)
{
	for (size_t k = i + 1; k < end; k++) {
		if (c->kept[k])
			return true;
		if (c->p->units.at[k].heading)
			return c->p->m.nodes[c->p->units.at[k].node].element > c->p->m.nodes[c->p->units.at[i].node].element && is_followed(c, k, end);
	}
	return false;
}

static void keep_inside(struct content *c, struct range r)
{
	const struct page *p = c->p;
	size_t first = r.first, last = r.end;

	while (first < r.end && !is_text(c, first))
		first++;
	while (last > first && !is_text(c, last - 1))
		last--;
	for (size_t i = r.first; i < r.end; i++) {
		const struct unit *u = &p->units.at[i];
		bool inside = i >= first && i < last, element_p = p->m.nodes[u->node].element == ELEMENT_P;

		if (u->teaser || u->heading || u->headline)
			continue;
		if (is_text(c, i) || (is_caption(p, u) && !is_links(u)))
			c->kept[i] = true;
		else if (is_table_cell(c, i))
			c->kept[i] = i >= first && !is_links(u);
		else if (is_item(p, u))
			c->kept[i] = i > first && !is_links(u) && !is_leftover(p, u->text) && (inside || u->text.n > 12);
		else if (element_p || p->m.nodes[u->node].element == ELEMENT_BLOCKQUOTE)
			c->kept[i] = inside && !is_links(u) && !is_leftover(p, u->text);
	}
	for (size_t i = r.end; i-- > r.first;) {
		const struct unit *u = &p->units.at[i];

		/* before the first sentence: the heading of the first part, if the headline stands elsewhere */
		bool placed = i > first || (i + 1 == first && p->m.nodes[u->node].parent == p->m.nodes[p->units.at[first].node].parent && i > 0);

		if (u->heading && placed && !u->teaser && !is_links(u) && !is_leftover(p, u->text) && !u->headline)
			c->kept[i] = is_followed(c, i, r.end);
	}
}

/* From the headline to the container: standfirsts. */
static void keep_intro(struct content *c, size_t first)
{
	const struct page *p = c->p;
	size_t title = first;

	while (title > 0 && !p->units.at[title - 1].headline)
		title--;
	for (size_t i = title; title > 0 && i < first; i++) {
		const struct unit *u = &p->units.at[i];

		if (u->text.n >= INTRO_MIN && !u->teaser && !is_links(u) && !is_leftover(p, u->text) && !is_item(p, u) && !is_caption(p, u))
			c->kept[i] = u->sentence || (i <= title + 2 && u->text.n > (u->heading ? INTRO_MIN : INTRO_MIN + 20) &&
						     (u->heading || p->m.nodes[u->node].element == ELEMENT_P));
	}
}

static bool keeps_any(const struct content *c)
{
	for (size_t i = 0; i < c->p->units.n; i++)
		if (c->kept[i] && c->p->units.at[i].sentence)
			return true;
	return false;
}

/* A page without one sentence of some length may still hold a message of few words: its paragraphs. */
static struct range keep_short(struct content *c)
{
	const struct page *p = c->p;

	for (size_t i = 0; i < p->units.n; i++) {
		const struct unit *u = &p->units.at[i];

		c->kept[i] = !u->heading && !u->headline && !u->teaser && !is_links(u) && str_find(u->text, ' ') < u->text.n && !is_leftover(p, u->text) &&
			     (p->m.nodes[u->node].element == ELEMENT_P || ancestor(p, u->node, ELEMENT_ARTICLE));
	}
	return (struct range){ 0, p->units.n };
}

/* ---- writing blocks ------------------------------------------------------------------------------------ */

static void put(struct content *c, enum block_type type, struct str text)
{
	text = unicode_nfc(c->p->a, str_trim(text));
	if (!text.n)
		return;
	if (c->out.n)
		buf_add(&c->out, STR("\n\n"));
	struct block *b = vec_push(c->d->a, &c->d->blocks);

	c->text_seen |= type == BLOCK_LEAD || type == BLOCK_PARAGRAPH || type == BLOCK_LIST || type == BLOCK_QUOTE || type == BLOCK_CAPTION;
	b->type = type;
	b->span.start = (uint32_t)c->out.n;
	buf_add(&c->out, text);
	b->span.end = (uint32_t)c->out.n;
}

static void put_text(struct content *c, struct str text)
{
	size_t dateline = c->lead_seen ? 0 : dateline_at(c->p->l, text);

	put(c, c->lead_seen ? BLOCK_PARAGRAPH : BLOCK_LEAD, text);
	if (dateline && dateline < text.n && c->d->blocks.n) {
		struct block *lead = vec_push(c->d->a, &c->d->blocks), *place = lead - 1;

		*lead = *place;
		place->type = BLOCK_DATELINE;
		place->span.end = lead->span.start += (uint32_t)dateline;
	}
	c->lead_seen = true;
}

static void put_unit(struct content *c, size_t i)
{
	const struct page *p = c->p;
	const struct unit *u = &p->units.at[i];

	if (is_caption(p, u))
		put(c, BLOCK_CAPTION, u->text);
	else if (u->text.n < BYLINE_MAX && !u->sentence && begins_with_any(u->text, &p->l->bylines))
		put(c, BLOCK_BYLINE, u->text);
	else if (u->heading && c->lead_seen)
		put(c, BLOCK_SUBHEADING, u->text);
	else if (ancestor(p, u->node, ELEMENT_BLOCKQUOTE))
		put(c, BLOCK_QUOTE, u->text);
	else if (is_item(p, u))
		put(c, BLOCK_LIST, u->text);
	else
		put_text(c, u->text);
}

/* The cells of a row as one line; the index behind them. */
static size_t put_row(struct content *c, size_t i, size_t end)
{
	const struct page *p = c->p;
	uint32_t row = ancestor(p, p->units.at[i].node, ELEMENT_TR);
	struct buf line;

	buf_init(&line, p->a);
	for (; i < end && ancestor(p, p->units.at[i].node, ELEMENT_TR) == row && is_table_cell(c, i); i++) {
		if (line.n)
			buf_byte(&line, ' ');
		buf_add(&line, p->units.at[i].text);
		if (!row) {
			i++;
			break;
		}
	}
	put(c, BLOCK_LIST, buf_str(&line));
	return i;
}

/* What is not part of the article but tells of it, where it stands inside: times, links to other articles. */
static void put_other(struct content *c, size_t i)
{
	const struct page *p = c->p;
	const struct unit *u = &p->units.at[i];

	if (u->heading || u->teaser)
		return;
	if (u->text.n < DATE_LINE_MAX && date_in(p->l, u->text) != DAY_NONE)
		put(c, BLOCK_TIME, u->text);
	else if (u->text.n < LEFTOVER_MAX && begins_with_any(u->text, &p->l->related) && p->m.nodes[u->node].element == ELEMENT_P)
		put(c, BLOCK_RELATED, u->text);
	else if (u->text.n < BYLINE_MAX && begins_with_any(u->text, &p->l->bylines))
		put(c, BLOCK_BYLINE, u->text);
}

/* Text that came without a page around it: paragraphs with blank lines between. */
static void put_plain(struct content *c, struct str text)
{
	struct str line;

	while (str_split(&text, '\n', &line))
		if (str_trim(line).n)
			put_text(c, line);
}

static void put_title(struct content *c)
{
	struct str title = c->p->meta.title.value;

	if (!title.n)
		return;
	put(c, BLOCK_TITLE, title);
	c->d->title = (struct str){ NULL, c->out.n };
}

static void begin(struct content *c, struct doc *d)
{
	c->d = d;
	d->blocks.n = 0;
	c->lead_seen = false;
	buf_init(&c->out, d->a);
	put_title(c);
}

bool content_write(struct page *p, struct doc *d)
{
	struct content c = { .p = p };
	struct range r;
	size_t running = 0, first;
	uint32_t container;
	struct str hidden = STR_NONE;

	c.sum = arena_array(p->a, int64_t, p->units.n + 1);
	c.kept = arena_array(p->a, bool, p->units.n + 1);
	for (size_t i = 0; i < p->units.n; i++)
		c.sum[i + 1] = c.sum[i] + p->units.at[i].value;
	container = find_container(&c);
	r = (struct range){ p->unit_at[container], p->unit_at[p->m.nodes[container].end] };
	keep_inside(&c, r);
	keep_intro(&c, r.first);
	if (!keeps_any(&c))
		r = keep_short(&c);
	for (first = 0; first < r.end && !c.kept[first]; first++)
		;
	for (size_t i = 0; i < r.end; i++)
		running += c.kept[i] ? p->units.at[i].text.n : 0;
	metadata_complete(p, first < r.end ? first : r.first, r.end);
	if (p->meta.body.n > 2 * running && p->meta.body.n > 200)
		hidden = embedded_prose(p, p->meta.body);	/* the page is filled by a script: its JSON-LD has the text */
	else if (running < 4 * RUNNING_MIN)
		hidden = embedded_text(p);
	begin(&c, d);
	if (hidden.n > 2 * running) {
		put_plain(&c, hidden);
	} else {
		for (size_t i = first < r.first ? first : r.first; i < r.end;) {
			if (c.kept[i] && is_table_cell(&c, i)) {
				i = put_row(&c, i, r.end);
				continue;
			}
			if (c.kept[i])
				put_unit(&c, i);
			else
				put_other(&c, i);
			i++;
		}
	}
	d->text = buf_str(&c.out);
	d->title = d->title.n ? str_sub(d->text, 0, d->title.n) : STR_NONE;
	return c.text_seen;
}
