/* folia.c - FoLiA 0.8 to 2.5 (Format for Linguistic Annotation, folia.readthedocs.io): text with annotation, of which the text is taken.
 *
 * FoLiA may give the text of a paragraph on several levels: <t> of the paragraph, of its sentences, of its words.  They say the same, but for two things:
 * only <t> tells all white space, and only what stands below tells of corrections.  So an element's own <t> is taken, unless it has none or a <correction>
 * stands below it: then its parts are put together, words with a blank between them unless space="no".  Of a correction the new reading is taken, else the
 * current, else the original; suggestions and alternatives are not.
 *
 * Of several classes of text (class="OCR") the one that FoLiA takes for granted, "current", is read; where a file has none of it, the first one found.
 */
#include "ingest/pieces.h"
#include "ingest/collection.h"

struct folia {
	struct str class;		/* of the text that is read; empty: current */
};

/* ---- text ------------------------------------------------------------------------------- */

static bool is_current(struct str class)
{
	return !class.n || str_is(class, "current");
}

static bool is_text(const struct folia *f, const struct xml *x)
{
	return str_is(x->name, "t") && (f->class.n ? str_eq(xml_get(x, "class"), f->class) : is_current(xml_get(x, "class")));
}

static const struct xml *own_text(const struct folia *f, const struct xml *x)
{
	for (const struct xml *k = x->first; k; k = k->next)
		if (is_text(f, k))
			return k;
	return NULL;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void add_blank(struct buf *b)
{
	if (b->n && b->p[b->n - 1] != ' ')
		buf_byte(b, ' ');
}

/* What <t> holds: its markup (t-style, t-str, t-correction …) with the text in it; a break is a blank, but one within a word (t-hbr) nothing. */
static void add_markup(struct buf *b, const struct xml *x)
{
	for (size_t i = 0; i < x->text.n; i++)
		if (is_blank(x->text.p[i]))
			add_blank(b);
		else
			buf_byte(b, x->text.p[i]);
	for (const struct xml *k = x->first; k; k = k->next) {
		if (str_is(k->name, "br") || str_is(k->name, "t-hspace") || str_is(k->name, "t-whitespace") || str_is(k->name, "whitespace"))
			add_blank(b);
		else if (!str_is(k->name, "t-hbr") && !str_is(k->name, "desc") && !str_is(k->name, "comment") && !str_is(k->name, "feat"))
			add_markup(b, k);
	}
}

static bool has_correction(const struct xml *x)
{
	return xml_find(x, "correction") != NULL;
}

/* The reading of a correction that counts, or NULL. */
static const struct xml *reading_of(const struct xml *correction)
{
	static const char *const readings[] = { "new", "current", "original" };
	const struct xml *r = NULL;

	for (size_t i = 0; i < sizeof(readings) / sizeof(*readings) && !r; i++)
		r = xml_child(correction, readings[i]);
	return r;
}

/* Elements of structure inside a paragraph, through which its words are reached. */
static bool holds_words(const struct xml *x)
{
	static const char *const names[] = { "s", "utt", "w", "quote", "event", "part", "str-group", "ref", "term", "def", "ex", "entry", "label" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_is(x->name, names[i]))
			return true;
	return false;
}

static void add_inline(const struct folia *f, struct buf *b, const struct xml *x, bool corrected);

/* The parts of x one after the other; false: none of them has text. */
static bool add_parts(const struct folia *f, struct buf *b, const struct xml *x, bool corrected)
{
	size_t had = b->n;
	bool any = false;

	for (const struct xml *k = x->first; k; k = k->next) {
		if (str_is(k->name, "correction")) {
			const struct xml *r = reading_of(k);

			if (r)
				add_inline(f, b, r, corrected);
			any |= r != NULL;
		} else if (holds_words(k)) {
			add_inline(f, b, k, corrected);
		}
	}
	return any || b->n > had;
}

/* x is a sentence, word or the like; corrected: a correction stands somewhere below the paragraph. */
static void add_inline(const struct folia *f, struct buf *b, const struct xml *x, bool corrected)
{
	const struct xml *t = own_text(f, x);

	if (t && (!corrected || !has_correction(x)))
		add_markup(b, t);
	else if (!add_parts(f, b, x, corrected) && t)
		add_markup(b, t);
	if (!str_is(xml_get(x, "space"), "no") && !str_is(x->name, "new") && !str_is(x->name, "current") && !str_is(x->name, "original"))
		add_blank(b);
}

static struct str text_of(const struct folia *f, const struct xml *x, struct arena *a)
{
	struct buf b;

	buf_init(&b, a);
	add_inline(f, &b, x, has_correction(x));
	return str_trim(buf_str(&b));
}

/* ---- structure ------------------------------------------------------------------------------- */

static enum block_type type_of(const struct xml *x)
{
	return str_is(x->name, "head") ? BLOCK_SUBHEADING : str_is(x->name, "item") ? BLOCK_LIST : str_is(x->name, "caption") ? BLOCK_CAPTION : BLOCK_PARAGRAPH;
}

static bool is_one_of(const struct xml *x, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(x->name, names[i]))
			return true;
	return false;
}

/* Pieces of text, sentences that stand alone among them; at most XML_DEPTH_MAX deep. */
static void add_structure(const struct folia *f, struct pieces *p, const struct xml *x)
{
	static const char *const pieces[] = { "head", "p", "item", "caption", "s", "utt", "cell" };
	static const char *const holders[] = { "text", "speech", "div", "list", "event", "figure", "table", "row", "quote", "entry", "new", "current" };

	for (const struct xml *k = x->first; k; k = k->next) {
		if (is_one_of(k, pieces, sizeof(pieces) / sizeof(*pieces))) {
			if (str_is(k->name, "item") && !own_text(f, k) && (xml_child(k, "p") || xml_child(k, "list")))
				add_structure(f, p, k);
			else
				pieces_add(p, type_of(k), text_of(f, k, p->a), language_code(xml_get(xml_child(k, "lang"), "class")));
		} else if (is_one_of(k, holders, sizeof(holders) / sizeof(*holders))) {
			add_structure(f, p, k);
		} else if (str_is(k->name, "correction") && reading_of(k)) {
			add_structure(f, p, reading_of(k));
		} else if (str_is(k->name, "t") && is_text(f, k) && !xml_child(x, "p") && !xml_child(x, "s") && !xml_child(x, "div")) {
			struct buf b;		/* all the text is that of the division, or of <text> */

			buf_init(&b, p->a);
			add_markup(&b, k);
			pieces_add(p, BLOCK_PARAGRAPH, buf_str(&b), STR_NONE);
		}
	}
}

/* ---- metadata ----------------------------------------------------------------------------------- */

/* <meta id="…"> (native), or an element of that name (IMDI, Dublin Core, CMDI in foreign-data). */
static struct str meta(const struct xml *metadata, const char *id, const char *element, struct arena *a)
{
	for (const struct xml *m = xml_child(metadata, "meta"); m; m = xml_again(m))
		if (str_is(xml_get(m, "id"), id))
			return xml_text(a, m);
	return xml_text(a, xml_find(metadata, element));
}

static struct str date_of(const struct xml *metadata, struct arena *a)
{
	struct str date = meta(metadata, "date", "Date", a);

	if (!date.n)
		date = meta(metadata, "publicationdate", "date", a);
	if (!date.n)
		date = meta(metadata, "publication_date", "issued", a);
	return date;
}

static struct str either(const struct xml *metadata, const char *id, const char *other, const char *element, struct arena *a)
{
	struct str s = meta(metadata, id, element, a);

	return s.n ? s : meta(metadata, other, id, a);
}

static int collect(struct units *u, struct error *e)
{
	struct folia *f = arena_new(&u->memory, struct folia);
	struct str version = xml_get(u->root, "version");
	const struct xml *text = xml_child(u->root, "text") ? xml_child(u->root, "text") : xml_child(u->root, "speech");
	bool current = false;

	u->own = f;
	if (version.n && version.p[0] != '0' && version.p[0] != '1' && version.p[0] != '2')
		return error_set(e, COU_EINPUT, "FoLiA of a version that is not read (%.*s); to 2.5 are", STR_ARG(version));
	if (!text)
		return u->partial ? COU_OK : error_set(e, COU_EINPUT, "a FoLiA document without text");
	for (const struct xml *t = xml_find(text, "t"); t && !current; t = xml_following(text, t, "t")) {
		current = is_current(xml_get(t, "class"));
		if (!f->class.n)
			f->class = xml_get(t, "class");
	}
	if (current)
		f->class = STR_NONE;
	for (const struct xml *k = xml_child(text, "div"); k; k = xml_again(k))
		if (str_is(xml_get(k, "class"), "article"))
			units_add(u, k);
	if (!u->list.n)
		units_add(u, text);
	return COU_OK;
}

static int read_unit(struct units *u, const struct xml *unit, struct doc *d, struct error *e)
{
	const struct xml *metadata = xml_child(u->root, "metadata");
	struct article x = { .id = xml_get(u->list.n > 1 ? unit : u->root, "id") };
	struct pieces p;

	pieces_init(&p, d->a);
	add_structure(u->own, &p, unit);
	if (p.list.n > 1 && p.list.at[0].type == BLOCK_SUBHEADING) {
		x.title = p.list.at[0].text;
		p.list.at++;
		p.list.n--;
	} else if (u->list.n == 1) {
		x.title = meta(metadata, "title", "Title", d->a);
		if (!x.title.n)
			x.title = meta(metadata, "dc:title", "title", d->a);
	}
	x.date = date_of(metadata, d->a);
	x.source = either(metadata, "publisher", "source", "Publisher", d->a);
	x.lang = language_code(xml_get(xml_child(unit, "lang"), "class"));
	if (!x.lang.n)
		x.lang = language_code(either(metadata, "language", "lang", "LanguageId", d->a));
	x.url = meta(metadata, "originalsource", "identifier", d->a);
	if (!str_starts(x.url, STR("http")))
		x.url = STR_NONE;
	return pieces_document(u->g, &x, &p, d, e);
}

static bool looks(struct str head, const struct carrier *c)
{
	(void)c;
	return str_is(xml_root(head), "FoLiA");
}

static int open(void **state, const struct reading *g, struct input *in, struct error *e)
{
	static const struct unit_kind kind = { 4, NULL, collect, read_unit };

	return units_open(state, &kind, g, in, e);
}

const struct format format_folia = {
	.name = "folia", .about = "FoLiA, annotated text", .looks = looks, .wide = true, .open = open, .next = units_next, .close = units_close
};
