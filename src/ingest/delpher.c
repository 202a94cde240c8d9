/* delpher.c - recognised text of newspaper articles as the National Library of the Netherlands gives it for Delpher: <text><title>…</title><p>…</p></text>,
 * alone in a file or inside a DIDL (ISO/IEC 21000-2) with its metadata in Dublin Core. */
#include "ingest/pieces.h"
#include "ingest/collection.h"

enum { NUMBER_MIN = 9 };		/* digits of the number of an issue */

static bool is_article(const struct xml *x)
{
	return str_is(x->name, "text") && (xml_child(x, "p") || xml_child(x, "title"));
}

static int collect(struct units *u, struct error *e)
{
	if (is_article(u->root))
		units_add(u, u->root);
	for (const struct xml *x = xml_find(u->root, "text"); x; x = xml_following(u->root, x, "text"))
		if (is_article(x))
			units_add(u, x);
	if (u->list.n || u->partial)
		return COU_OK;
	return error_set(e, COU_EINPUT, str_is(u->root->name, "DIDL") ? "a DIDL without texts: they lie in files of their own" : "a text without a title or paragraphs");
}

/* The innermost Dublin Core value of that name around the article, or empty. */
static struct str around(const struct xml *unit, const char *name, struct arena *a)
{
	const struct xml *before = unit;

	for (const struct xml *x = unit; x; before = x, x = x->parent)
		for (const struct xml *k = x->first; k && k != before; k = k->next) {
			const struct xml *found = str_is(k->name, name) ? k : str_is(k->name, "Descriptor") || str_is(k->name, "Statement") ? xml_find(k, name) : NULL;

			if (found)
				return xml_text(a, found);
		}
	return STR_NONE;
}

/* "dir/ddd:010565512:mpeg21:a0165:ocr.xml" → "ddd:010565512:mpeg21:a0165:ocr"; a name without the number of an issue tells nothing. */
static struct str name_of(struct str path)
{
	size_t digits = 0, most = 0;

	for (size_t at; (at = str_find(path, '/')) < path.n; )
		path = str_sub(path, at + 1, path.n);
	for (size_t i = 0; i < path.n; i++) {
		digits = path.p[i] >= '0' && path.p[i] <= '9' ? digits + 1 : 0;
		most = digits > most ? digits : most;
	}
	if (most < NUMBER_MIN)
		return STR_NONE;
	return str_ends(path, STR(".xml")) ? str_sub(path, 0, path.n - 4) : path;
}

static struct str id_of(const struct units *u, const struct xml *unit)
{
	struct str id = STR_NONE;

	for (const struct xml *x = unit; x && !id.n; x = x->parent)
		id = xml_get(x, "identifier");
	return id.n || u->list.n > 1 ? id : name_of(u->g->carrier.name);
}

static int read_unit(struct units *u, const struct xml *unit, struct doc *d, struct error *e)
{
	struct article x = { .id = id_of(u, unit), .lang = STR("nl") };
	struct pieces p;

	pieces_init(&p, d->a);
	for (const struct xml *k = unit->first; k; k = k->next)
		if (str_is(k->name, "title") && !x.title.n && !p.list.n)
			x.title = xml_text(d->a, k);
		else if (str_is(k->name, "title"))
			pieces_add(&p, BLOCK_SUBHEADING, xml_text(d->a, k), STR_NONE);
		else if (str_is(k->name, "p"))
			pieces_add(&p, BLOCK_PARAGRAPH, xml_text(d->a, k), STR_NONE);
	if (unit->parent) {
		struct str issued = around(unit, "issued", d->a), lang = language_code(around(unit, "language", d->a));

		x.source = around(unit, "isPartOf", d->a);
		if (!x.source.n)
			x.source = around(unit, "publisher", d->a);
		x.date = issued.n ? issued : around(unit, "date", d->a);
		x.lang = lang.n ? lang : x.lang;
	}
	return pieces_document(u->g, &x, &p, d, e);
}

static bool looks(struct str head, const struct carrier *c)
{
	struct str root = xml_root(head);

	(void)c;
	if (str_is(root, "DIDL"))
		return true;
	return str_is(root, "text") && (str_search(head, STR("<title>")) < head.n || str_search(head, STR("<p>")) < head.n);
}

static int open(void **state, const struct reading *g, struct input *in, struct error *e)
{
	static const struct unit_kind kind = { 4, NULL, collect, read_unit };

	return units_open(state, &kind, g, in, e);
}

const struct format format_delpher = {
	.name = "delpher", .about = "the text of an article from Delpher", .looks = looks, .wide = true, .open = open, .next = units_next, .close = units_close
};
