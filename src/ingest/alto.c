/* alto.c - ALTO XML 1 to 4 (Library of Congress, "Analyzed Layout and Text Object"): what optical character recognition read on a page.
 *
 * A page of a newspaper is words with their places.  What is made of it:
 *
 *	order		ReadingOrder of 4.x, else the chain of IDNEXT, else as the blocks stand; margins are not read
 *	words		String by String; a word in two (HypPart1, HypPart2, HYP) is one, even across columns
 *	paragraph	a TextBlock
 *	heading		a block tagged so, or set in letters at least HEADING_TIMES as large as most of the page
 *	document	what a tag or a ComposedBlock calls an article; else the page
 *
 * A page of which the recogniser itself was unsure (WC, word confidence) is read, and that is said.
 */
#include "ingest/pieces.h"
#include "ingest/collection.h"

#include "base/map.h"
#include "base/unicode.h"
#include "base/utf8.h"

#include <stdlib.h>

static const double HEADING_TIMES = 1.25, UNSURE = 0.5;

enum {
	HEADING_MAX = 300,		/* bytes: larger letters in more than that are no heading */
	WORDS_MIN = 20			/* to judge a page's confidence */
};

/* What a label calls a block: OCR-D's, Kraken's, the KB's and the Library of Congress' words, folded by fold(). */
enum sort { SORT_NONE, SORT_HEADING, SORT_ARTICLE, SORT_CAPTION, SORT_LEFT_OUT };

static const struct {
	const char *label;
	enum sort sort;
} labels[] = {
	{ "heading", SORT_HEADING }, { "headline", SORT_HEADING }, { "title", SORT_HEADING }, { "head", SORT_HEADING }, { "subheading", SORT_HEADING },
	{ "article", SORT_ARTICLE }, { "newsarticle", SORT_ARTICLE }, { "caption", SORT_CAPTION },
	{ "advertisement", SORT_LEFT_OUT }, { "advertentie", SORT_LEFT_OUT }, { "header", SORT_LEFT_OUT }, { "footer", SORT_LEFT_OUT },
	{ "pagenumber", SORT_LEFT_OUT }, { "runningheader", SORT_LEFT_OUT }, { "runningtitle", SORT_LEFT_OUT }, { "table", SORT_LEFT_OUT },
	{ "illustration", SORT_LEFT_OUT }, { "image", SORT_LEFT_OUT }
};

struct size {				/* a TextStyle with a size */
	double points;
	size_t letters;			/* set in it, in the whole file */
};

struct tag {				/* that says what the blocks which refer to it are */
	const struct xml *x;
	enum sort sort;
};

struct text_block {
	const struct xml *x;
	uint32_t unit;			/* in units.list */
	uint32_t rank;			/* in the reading order; MAP_NONE: not in it */
	size_t at;			/* as it stands */
	enum sort sort;
	struct str lang;
};

struct alto {
	struct map style_at, tag_at, rank_at;	/* ID → sizes; → tags; → place in the reading order */
	VEC(struct tag) tags;
	VEC(struct size) sizes;
	double body;			/* points of most letters; 0: unknown */
	bool hyphens;			/* HYP or SUBS_TYPE is used: a line's last hyphen is then none */
	VEC(struct text_block) blocks;	/* those with words, unit by unit */
	size_t next;			/* block, of the unit that is read next */
	struct map unit_at;		/* an element's address → its place in units.list */
};

/* How the word that the last line ended in goes on. */
enum carry { CARRY_NONE, CARRY_HALF, CARRY_WHOLE };

struct writer {
	struct buf text;
	enum carry carry;
	double confidence;		/* sum of n */
	size_t n;
};

/* ---- tags and styles ---------------------------------------------------------------------- */

static struct str fold(struct arena *a, struct str label)
{
	struct buf b;

	buf_init(&b, a);
	for (size_t i = 0; i < label.n && i < 64; i++) {
		char c = label.p[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
			buf_byte(&b, (char)(c | 0x20));
	}
	return buf_str(&b);
}

static enum sort sort_of_label(struct arena *a, struct str label)
{
	struct str s = fold(a, label);

	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (str_is(s, labels[i].label))
			return labels[i].sort;
	return SORT_NONE;
}

/* "12.5": digits with a point; 0 for anything else. */
static double decimal(struct str s)
{
	double value = 0, unit = 0;

	for (size_t i = 0; i < s.n && i < 16; i++) {
		if (s.p[i] == '.' && !unit) {
			unit = 1;
		} else if (s.p[i] >= '0' && s.p[i] <= '9') {
			value = unit ? value + (s.p[i] - '0') * (unit /= 10) : value * 10 + (s.p[i] - '0');
		} else {
			return 0;
		}
	}
	return value;
}

static void read_styles(struct units *u, struct alto *o)
{
	for (const struct xml *x = xml_child(xml_child(u->root, "Styles"), "TextStyle"); x; x = xml_again(x)) {
		double points = decimal(xml_get(x, "FONTSIZE"));

		if (points <= 0 || !xml_get(x, "ID").n)
			continue;
		*map_put(&o->style_at, xml_get(x, "ID")) = (uint32_t)o->sizes.n;
		*vec_push(&u->memory, &o->sizes) = (struct size){ points, 0 };
	}
}

static void read_tags(struct units *u, struct alto *o)
{
	const struct xml *tags = xml_child(u->root, "Tags");

	for (const struct xml *x = tags ? tags->first : NULL; x; x = x->next) {
		enum sort s = sort_of_label(&u->memory, xml_get(x, "LABEL"));

		if (!s)
			s = sort_of_label(&u->memory, xml_get(x, "TYPE"));
		if (!s || !xml_get(x, "ID").n)
			continue;
		*map_put(&o->tag_at, xml_get(x, "ID")) = (uint32_t)o->tags.n;
		*vec_push(&u->memory, &o->tags) = (struct tag){ x, s };
	}
}

static void read_order(struct units *u, struct alto *o)
{
	const struct xml *order = xml_find(u->root, "ReadingOrder");
	uint32_t rank = 0;

	for (const struct xml *x = xml_find(order, "ElementRef"); x; x = xml_following(order, x, "ElementRef"))
		if (xml_get(x, "REF").n && map_get(&o->rank_at, xml_get(x, "REF")) == MAP_NONE)
			*map_put(&o->rank_at, xml_get(x, "REF")) = rank++;
}

/* The value in the map of the first of the names in a list of IDREFS. */
static uint32_t first_known(const struct map *m, struct str refs)
{
	struct str one;

	while (str_split(&refs, ' ', &one))
		if (map_get(m, one) != MAP_NONE)
			return map_get(m, one);
	return MAP_NONE;
}

static enum sort sort_of(struct units *u, const struct xml *x)
{
	const struct alto *o = u->own;
	uint32_t tag = first_known(&o->tag_at, xml_get(x, "TAGREFS"));

	return tag != MAP_NONE ? o->tags.at[tag].sort : xml_get(x, "TYPE").n ? sort_of_label(&u->memory, xml_get(x, "TYPE")) : SORT_NONE;
}

/* The tag that calls x an article; x itself where its TYPE does. */
static const struct xml *article_tag(const struct alto *o, const struct xml *x)
{
	uint32_t tag = first_known(&o->tag_at, xml_get(x, "TAGREFS"));

	return tag != MAP_NONE ? o->tags.at[tag].x : x;
}

/* The size in which a String is set: its own style, that of its line or block. */
static uint32_t size_of(const struct alto *o, const struct xml *x)
{
	uint32_t style = MAP_NONE;

	for (int steps = 0; x && style == MAP_NONE && steps < 3; x = x->parent, steps++)
		style = first_known(&o->style_at, xml_get(x, "STYLEREFS"));
	return style;
}

/* One look over all words: in which size most is set, and whether the file tells hyphens. */
static void weigh_words(struct units *u, struct alto *o)
{
	size_t most = 0;

	for (const struct xml *x = xml_find(u->root, "String"); x; x = xml_following(u->root, x, "String")) {
		uint32_t style = size_of(o, x);

		if (style != MAP_NONE)
			o->sizes.at[style].letters += xml_get(x, "CONTENT").n;
		o->hyphens |= xml_get(x, "SUBS_TYPE").n > 0;
	}
	o->hyphens |= xml_find(u->root, "HYP") != NULL;
	for (size_t i = 0; i < o->sizes.n; i++) {
		size_t letters = 0;

		for (size_t k = 0; k < o->sizes.n && o->sizes.n < 1000; k++)
			letters += o->sizes.at[k].points == o->sizes.at[i].points ? o->sizes.at[k].letters : 0;
		if (letters > most) {
			most = letters;
			o->body = o->sizes.at[i].points;
		}
	}
}

/* ---- units ---------------------------------------------------------------------------------- */

static int check_version(const struct units *u, struct error *e)
{
	struct str space = u->root->space;
	size_t at = str_search(space, STR("/ns-v"));

	if (at < space.n && (at + 5 >= space.n || space.p[at + 5] < '1' || space.p[at + 5] > '4'))
		return error_set(e, COU_EINPUT, "ALTO of a version that is not read (%.*s); 1 to 4 are", STR_ARG(space));
	return COU_OK;
}

/* What the elements around a text block say of it. */
struct around {
	const struct xml *unit;		/* article, else page */
	enum sort sort;
	uint32_t rank;
	struct str lang;
};

static uint32_t unit_number(struct units *u, const struct xml *unit)
{
	struct alto *o = u->own;
	const struct xml **key = arena_dup(&u->memory, &unit, sizeof(unit));
	uint32_t *number = map_put(&o->unit_at, (struct str){ (const char *)key, sizeof(*key) });

	if (*number == MAP_NONE) {
		*number = (uint32_t)u->list.n;
		units_add(u, unit);
	}
	return *number;
}

static struct around enter(struct units *u, const struct xml *x, struct around c)
{
	const struct alto *o = u->own;
	enum sort s = sort_of(u, x);
	struct str lang = language_code(xml_get(x, "LANG").n ? xml_get(x, "LANG") : xml_get(x, "language"));
	uint32_t rank = xml_get(x, "ID").n ? map_get(&o->rank_at, xml_get(x, "ID")) : MAP_NONE;

	if (s == SORT_ARTICLE)		/* several text blocks with the tag of one article are that article */
		c.unit = str_is(x->name, "TextBlock") ? article_tag(o, x) : x;
	else if (s != SORT_NONE)
		c.sort = s;
	if (rank != MAP_NONE)
		c.rank = rank;
	if (lang.n)
		c.lang = lang;
	return c;
}

/* The text blocks in x, at most XML_DEPTH_MAX deep. */
static void gather(struct units *u, const struct xml *x, struct around c)
{
	struct alto *o = u->own;

	for (const struct xml *k = x->first; k; k = k->next)
		if (str_is(k->name, "PrintSpace")) {
			gather(u, k, c);
		} else if (str_is(k->name, "ComposedBlock")) {
			gather(u, k, enter(u, k, c));
		} else if (str_is(k->name, "TextBlock") && xml_find(k, "String")) {
			struct around own = enter(u, k, c);

			if (own.sort != SORT_LEFT_OUT)
				*vec_push(&u->memory, &o->blocks) =
					(struct text_block){ k, unit_number(u, own.unit), own.rank, o->blocks.n, own.sort, own.lang };
		}
}

/* ---- order ------------------------------------------------------------------------------------ */

static int by_unit(const void *x, const void *y)
{
	const struct text_block *a = x, *b = y;

	if (a->unit != b->unit)
		return a->unit < b->unit ? -1 : 1;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

/* The blocks along IDNEXT: each chain from where it begins, chains as they stand; what stands in a circle last. */
static void follow_chains(struct arena *a, struct text_block *blocks, size_t n)
{
	struct map at;
	struct text_block *ordered = arena_array(a, struct text_block, n);
	uint32_t *next = arena_array(a, uint32_t, n);
	bool *pointed = arena_array(a, bool, n), *done = arena_array(a, bool, n);
	size_t k = 0;

	map_init(&at, a);
	for (size_t i = 0; i < n; i++)
		*map_put(&at, xml_get(blocks[i].x, "ID")) = (uint32_t)i;
	for (size_t i = 0; i < n; i++) {
		next[i] = xml_get(blocks[i].x, "IDNEXT").n ? map_get(&at, xml_get(blocks[i].x, "IDNEXT")) : MAP_NONE;
		if (next[i] != MAP_NONE)
			pointed[next[i]] = true;
	}
	for (int circles = 0; circles < 2; circles++)
		for (size_t i = 0; i < n; i++)
			for (uint32_t j = circles || !pointed[i] ? (uint32_t)i : MAP_NONE; j != MAP_NONE && !done[j]; j = next[j]) {
				ordered[k++] = blocks[j];
				done[j] = true;
			}
	memcpy(blocks, ordered, n * sizeof(*blocks));
}

static void order_blocks(struct units *u)
{
	struct alto *o = u->own;
	bool chained = false;

	for (size_t i = 0; i < o->blocks.n; i++)
		chained |= xml_get(o->blocks.at[i].x, "IDNEXT").n > 0;
	if (o->blocks.n)
		qsort(o->blocks.at, o->blocks.n, sizeof(*o->blocks.at), by_unit);
	for (size_t i = 0, end; chained && !o->rank_at.n && i < o->blocks.n; i = end) {
		for (end = i; end < o->blocks.n && o->blocks.at[end].unit == o->blocks.at[i].unit; end++)
			;
		follow_chains(&u->memory, &o->blocks.at[i], end - i);
	}
}

static int collect(struct units *u, struct error *e)
{
	struct alto *o = arena_new(&u->memory, struct alto);
	int rc = check_version(u, e);

	if (rc)
		return rc;
	u->own = o;
	map_init(&o->style_at, &u->memory);
	map_init(&o->tag_at, &u->memory);
	map_init(&o->rank_at, &u->memory);
	map_init(&o->unit_at, &u->memory);
	read_styles(u, o);
	read_tags(u, o);
	read_order(u, o);
	weigh_words(u, o);
	for (const struct xml *p = xml_path(u->root, "Layout/Page"); p; p = xml_again(p))
		gather(u, p, (struct around){ p, SORT_NONE, MAP_NONE, STR_NONE });
	order_blocks(u);
	return u->list.n || u->partial ? COU_OK : error_set(e, COU_EINPUT, "a page without words");
}

/* ---- words --------------------------------------------------------------------------------------- */

static bool cut_end(struct buf *b, const char *mark)
{
	if (!str_ends(buf_str(b), str_c(mark)))
		return false;
	b->n -= strlen(mark);
	return true;
}

/* Where the file tells no hyphens: the line ends in one, and the next begins with a small letter. */
static void join_lines(struct writer *w, const struct xml *line)
{
	static const char *const marks[] = { "\xC2\xAC", "\xC2\xAD", "\xE2\xB8\x97", "-" };
	struct str next = xml_get(xml_child(line, "String"), "CONTENT");
	size_t at = 0;
	uint32_t c = next.n ? utf8_next(next, &at) : 0;

	if (!c || !unicode_is_letter(c) || unicode_is_upper(c))
		return;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks) && w->carry == CARRY_NONE; i++)
		if (cut_end(&w->text, marks[i]))
			w->carry = CARRY_HALF;
}

static const struct xml *next_element(const struct xml *x)
{
	for (x = x->next; x && !x->name.n; x = x->next)
		;
	return x;
}

static void write_word(struct writer *w, const struct xml *x, bool spaced)
{
	struct str type = xml_get(x, "SUBS_TYPE"), whole = xml_get(x, "SUBS_CONTENT"), word = xml_get(x, "CONTENT");
	const struct xml *next = next_element(x);
	bool hyphen = next && str_is(next->name, "HYP"), first = str_is(type, "HypPart1");
	enum carry carry = w->carry;

	if (xml_get(x, "WC").n) {
		w->confidence += decimal(xml_get(x, "WC"));
		w->n++;
	}
	w->carry = CARRY_NONE;
	if (carry == CARRY_WHOLE && str_is(type, "HypPart2")) {
		w->carry = hyphen ? CARRY_WHOLE : CARRY_NONE;
		return;
	}
	if (spaced && carry != CARRY_HALF && w->text.n)
		buf_byte(&w->text, ' ');
	if (first && whole.n) {
		buf_add(&w->text, whole);
		w->carry = CARRY_WHOLE;
		return;
	}
	buf_add(&w->text, word);
	if (first || hyphen) {
		if (!cut_end(&w->text, "-"))
			cut_end(&w->text, "\xC2\xAC");
		w->carry = CARRY_HALF;
	}
}

static void write_line(struct writer *w, const struct alto *o, const struct xml *line)
{
	bool spaces = xml_child(line, "SP") != NULL, spaced = true;

	if (!o->hyphens)
		join_lines(w, line);
	for (const struct xml *x = line->first; x; x = x->next) {
		if (str_is(x->name, "SP")) {
			spaced = true;
		} else if (str_is(x->name, "String")) {
			write_word(w, x, spaced);
			spaced = !spaces;
		}
	}
}

/* ---- blocks ----------------------------------------------------------------------------------------- */

/* The mean size of a block's letters, 0 if unknown. */
static double points_of(const struct alto *o, const struct xml *block)
{
	double sum = 0;
	size_t letters = 0;

	for (const struct xml *x = xml_find(block, "String"); x; x = xml_following(block, x, "String")) {
		uint32_t style = size_of(o, x);

		if (style == MAP_NONE)
			continue;
		sum += o->sizes.at[style].points * (double)xml_get(x, "CONTENT").n;
		letters += xml_get(x, "CONTENT").n;
	}
	return letters ? sum / (double)letters : 0;
}

static enum block_type type_of(struct units *u, const struct text_block *b, size_t bytes)
{
	const struct alto *o = u->own;

	if (b->sort == SORT_CAPTION)
		return BLOCK_CAPTION;
	if (b->sort == SORT_HEADING || (o->body > 0 && bytes < HEADING_MAX && points_of(o, b->x) >= o->body * HEADING_TIMES))
		return BLOCK_SUBHEADING;
	return BLOCK_PARAGRAPH;
}

static void write_blocks(struct units *u, uint32_t unit, struct pieces *p, struct writer *w)
{
	struct alto *o = u->own;

	while (o->next < o->blocks.n && o->blocks.at[o->next].unit < unit)
		o->next++;
	for (; o->next < o->blocks.n && o->blocks.at[o->next].unit == unit; o->next++) {
		const struct text_block *b = &o->blocks.at[o->next];
		bool last = o->next + 1 == o->blocks.n || b[1].unit != unit;

		for (const struct xml *line = xml_child(b->x, "TextLine"); line; line = xml_again(line))
			write_line(w, o, line);
		if (w->carry != CARRY_NONE && !last)	/* the word goes on in the next column, and so does the paragraph */
			continue;
		pieces_add(p, type_of(u, b, w->text.n), str_dup(p->a, buf_str(&w->text)), b->lang);
		w->text.n = 0;
		w->carry = CARRY_NONE;
	}
}

/* ---- a document ---------------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A day in the name of a file: "1905-03-01" or "19050301" with no digit beside it; empty: none. */
static struct str date_in(struct arena *a, struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		size_t n = i;
		day day;

		if (!is_digit(name.p[i]) || (i && is_digit(name.p[i - 1])))
			continue;
		while (n < name.n && is_digit(name.p[n]))
			n++;
		struct str run = str_sub(name, i, n), date = STR_NONE;

		if (run.n == 8)
			date = str_printf(a, "%.4s-%.2s-%.2s", run.p, run.p + 4, run.p + 6);
		else if (run.n == 4 && i + 10 <= name.n && (i + 10 == name.n || !is_digit(name.p[i + 10])))
			date = str_sub(name, i, i + 10);
		if (date.n && date.p[0] >= '1' && date.p[0] <= '2' && (day = day_parse(date)) != DAY_NONE)
			return date;
	}
	return STR_NONE;
}

/* "scans/ddd_010_p001.tif" → "scans/ddd_010_p001" */
static struct str without_ending(struct str path)
{
	for (size_t i = path.n; i-- > 1 && path.p[i] != '/'; )
		if (path.p[i] == '.')
			return path.n - i <= 5 ? str_sub(path, 0, i) : path;
	return path;
}

/* A name of the page that is the same in every run: what the file calls its image; with the unit's ID where there are several. */
static struct str name_of(struct units *u, const struct xml *unit, struct arena *a)
{
	const struct xml *image = xml_path(u->root, "Description/sourceImageInformation");
	struct str id = xml_text(a, xml_child(image, "fileIdentifier"));

	if (!id.n)
		id = without_ending(xml_text(a, xml_child(image, "fileName")));
	if (!id.n || u->list.n < 2)
		return id;
	return xml_get(unit, "ID").n ? str_printf(a, "%.*s:%.*s", STR_ARG(id), STR_ARG(xml_get(unit, "ID"))) :
		str_printf(a, "%.*s:%zu", STR_ARG(id), u->next);
}

static struct str date_of(const struct units *u, struct arena *a)
{
	const struct xml *image = xml_path(u->root, "Description/sourceImageInformation");
	struct str date = date_in(a, xml_text(a, xml_child(image, "fileIdentifier")));

	return date.n ? date : date_in(a, xml_text(a, xml_child(image, "fileName")));
}

static void say_if_unsure(const struct units *u, const struct xml *unit, const struct writer *w)
{
	double mean = w->n ? w->confidence / (double)w->n : 1;
	struct arena a = { 0 };

	if (w->n >= WORDS_MIN && mean < UNSURE)
		diagnose(u->g->carrier.name.n ? str_dup(&a, u->g->carrier.name).p : "-",
			 "%.*s %.*s: the mean confidence of its words is %.2f: much of it is misread", STR_ARG(unit->name), STR_ARG(xml_get(unit, "ID")), mean);
	arena_free(&a);
}

static int read_unit(struct units *u, const struct xml *unit, struct doc *d, struct error *e)
{
	struct article x = { 0 };
	struct writer w = { 0 };
	struct pieces p;

	pieces_init(&p, d->a);
	buf_init(&w.text, d->a);
	write_blocks(u, (uint32_t)u->next - 1, &p, &w);
	if (p.list.n > 1 && p.list.at[0].type == BLOCK_SUBHEADING) {
		x.title = p.list.at[0].text;
		p.list.at++;
		p.list.n--;
	}
	x.id = name_of(u, unit, d->a);
	x.date = date_of(u, d->a);
	say_if_unsure(u, unit, &w);
	return pieces_document(u->g, &x, &p, d, e);
}

static bool looks(struct str head, const struct carrier *c)
{
	(void)c;
	return str_is(xml_root(head), "alto");
}

static int open(void **state, const struct reading *g, struct input *in, struct error *e)
{
	static const struct unit_kind kind = { 1, NULL, collect, read_unit };

	return units_open(state, &kind, g, in, e);
}

const struct format format_alto = {
	.name = "alto", .about = "ALTO XML, a page of recognised text", .looks = looks, .wide = true, .open = open, .next = units_next, .close = units_close
};
