/* tei.c - TEI P5 (Text Encoding Initiative), above all what parliaments are kept in: ParlaMint and Parla-CLARIN, plain and annotated (.ana).
 *
 *	teiHeader	title, date, source, whom #ids mean (listPerson)
 *	div		with speeches: a debate, one document; its head is the title
 *	u who="#…"	a speech: a speaker block, then its seg as paragraphs
 *	note …		left out: applause, times, who gets the floor; but <note type="speaker"> helps to name the speaker
 *	w pc join="…"	put together to running text
 *
 * A debate is a document because that is what an article is elsewhere: one matter, one day, people who answer each other.  A sitting would mix matters, and
 * a speech would lose whom "the minister" means; who says what is kept by the speaker blocks (link/speech.c).
 *
 * TEI that is no transcript gives one document a text, or one for each div of type "article".
 */
#include "ingest/pieces.h"
#include "ingest/collection.h"

#include "base/map.h"

struct tei {
	struct map person_at;		/* xml:id → persons */
	VEC(const struct xml *) persons;
};

static const char tei_space[] = "http://www.tei-c.org/ns/1.0";

static bool is_one_of(struct str name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(name, names[i]))
			return true;
	return false;
}

/* ---- running text ----------------------------------------------------------------------------- */

/* What stands in the text and is no part of it. */
static bool is_aside(const struct xml *x)
{
	static const char *const names[] = {
		"note", "gap", "vocal", "kinesic", "incident", "pause", "linkGrp", "spanGrp", "link", "figDesc", "fw", "del", "index", "desc"
	};

	return is_one_of(x->name, names, sizeof(names) / sizeof(*names));
}

/* The reading of a choice that nobody wants. */
static bool is_rejected(const struct xml *x)
{
	static const char *const names[] = { "sic", "orig", "abbr" };

	return x->parent && str_is(x->parent->name, "choice") && is_one_of(x->name, names, sizeof(names) / sizeof(*names));
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

static void add_plain(struct buf *b, const struct xml *x)
{
	for (size_t i = 0; i < x->text.n; i++)
		if (is_blank(x->text.p[i]))
			add_blank(b);
		else
			buf_byte(b, x->text.p[i]);
	if ((str_is(x->name, "lb") || str_is(x->name, "pb") || str_is(x->name, "cb")) && !str_is(xml_get(x, "break"), "no"))
		add_blank(b);
	for (const struct xml *k = x->first; k; k = k->next)
		if (!is_aside(k) && !is_rejected(k))
			add_plain(b, k);
}

/* Words and punctuation, a blank between them unless join says otherwise; *glued: the last one joins what follows. */
static void add_words(struct buf *b, const struct xml *x, bool *glued)
{
	for (const struct xml *k = x->first; k; k = k->next) {
		if (str_is(k->name, "w") || str_is(k->name, "pc")) {
			struct str join = xml_get(k, "join");

			if (!*glued && !str_is(join, "left") && !str_is(join, "both"))
				add_blank(b);
			add_plain(b, k);
			*glued = str_is(join, "right") || str_is(join, "both");
		} else if (k->name.n && !is_aside(k) && !is_rejected(k)) {
			if (str_is(k->name, "s"))
				*glued = false;
			add_words(b, k, glued);
		}
	}
}

static struct str running_text(const struct xml *x, struct arena *a)
{
	struct buf b;
	bool glued = false;

	buf_init(&b, a);
	if (xml_find(x, "w"))
		add_words(&b, x, &glued);
	else
		add_plain(&b, x);
	return str_trim(buf_str(&b));
}

/* ---- who speaks ---------------------------------------------------------------------------------- */

static struct str name_of_person(const struct xml *person, struct arena *a)
{
	const struct xml *name = xml_child(person, "persName");
	static const char *const parts[] = { "forename", "nameLink", "surname" };
	struct buf b;

	buf_init(&b, a);
	for (size_t i = 0; name && i < sizeof(parts) / sizeof(*parts); i++)
		for (const struct xml *k = xml_child(name, parts[i]); k; k = xml_again(k)) {
			add_blank(&b);
			buf_add(&b, xml_text(a, k));
		}
	return b.n ? buf_str(&b) : xml_text(a, name);
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* "LisaWesterveld" → "Lisa Westerveld"; "BrackeSiegfried" too where the printed name holds the first word and not the last.  Empty: the id is no name. */
static struct str name_in_id(struct str id, struct str printed, struct arena *a)
{
	struct buf b;
	size_t last = 0, first = 0;

	buf_init(&b, a);
	for (size_t i = 0; i < id.n; i++) {
		char c = id.p[i];

		if ((c >= '0' && c <= '9') || c == ':' || c == '_')
			return STR_NONE;
		if ((is_capital(c) && i && !is_capital(id.p[i - 1]) && id.p[i - 1] != '-') || c == '.') {
			first = first ? first : b.n;
			buf_byte(&b, ' ');
			last = b.n;
		}
		if (c != '.')
			buf_byte(&b, c);
	}
	if (!last)
		return STR_NONE;
	struct str name = buf_str(&b), one = str_sub(name, 0, first), rest = str_sub(name, last, name.n);

	if (first + 1 == last && str_search(printed, one) < printed.n && str_search(printed, rest) == printed.n)
		return str_printf(a, "%.*s %.*s", STR_ARG(rest), STR_ARG(one));
	return name;
}

/* Who speaks u, as a line: "Lisa Westerveld (GroenLinks):".  printed: the note before it, may be empty. */
static struct str speaker_line(const struct tei *t, const struct xml *u, struct str printed, struct arena *a)
{
	struct str who = xml_get(u, "who"), name = STR_NONE, party = STR_NONE;

	who.n = str_find(who, ' ');
	if (who.n && who.p[0] == '#')
		who = str_sub(who, 1, who.n);
	while (printed.n && (printed.p[printed.n - 1] == ':' || printed.p[printed.n - 1] == ' '))
		printed.n--;
	uint32_t person = who.n ? map_get(&t->person_at, who) : MAP_NONE;

	if (person != MAP_NONE)
		name = name_of_person(t->persons.at[person], a);
	if (!name.n)
		name = name_in_id(who, printed, a);
	if (!name.n)
		return printed.n ? str_printf(a, "%.*s:", STR_ARG(printed)) : STR(SPEAKER_UNKNOWN);
	size_t at = str_find(printed, '(');

	if (at < printed.n && str_ends(printed, STR(")")))
		party = str_sub(printed, at, printed.n);
	return str_printf(a, party.n ? "%.*s %.*s:" : "%.*s%.*s:", STR_ARG(name), STR_ARG(party));
}

/* ---- a unit ------------------------------------------------------------------------------------------ */

static struct str language_of(const struct xml *x)
{
	struct str lang = STR_NONE;

	for (; x && !lang.n; x = x->parent)
		lang = xml_get(x, "lang");
	return language_code(lang);
}

static void add_speech(const struct tei *t, struct pieces *p, const struct xml *u, struct str printed)
{
	bool segments = false;

	pieces_add(p, BLOCK_SPEAKER, speaker_line(t, u, printed, p->a), STR_NONE);
	for (const struct xml *k = u->first; k; k = k->next)
		if (str_is(k->name, "seg") || str_is(k->name, "p")) {
			segments = true;
			pieces_add(p, BLOCK_PARAGRAPH, running_text(k, p->a), language_of(k));
		}
	if (!segments)
		pieces_add(p, BLOCK_PARAGRAPH, running_text(u, p->a), language_of(u));
}

/* At most XML_DEPTH_MAX deep. */
static void add_structure(const struct tei *t, struct pieces *p, const struct xml *x, bool transcript, struct str *title)
{
	static const char *const paragraphs[] = { "p", "ab", "l", "seg", "item", "cell", "quote" };
	struct str printed = STR_NONE;

	for (const struct xml *k = x->first; k; k = k->next) {
		if (str_is(k->name, "head")) {
			struct str head = running_text(k, p->a);

			if (!p->list.n && !title->n)
				*title = head;
			else
				pieces_add(p, BLOCK_SUBHEADING, head, language_of(k));
		} else if (str_is(k->name, "note") && str_is(xml_get(k, "type"), "speaker")) {
			printed = xml_text(p->a, k);
		} else if (str_is(k->name, "u")) {
			add_speech(t, p, k, printed);
			printed = STR_NONE;
		} else if (str_is(k->name, "speaker")) {
			pieces_add(p, BLOCK_SPEAKER, running_text(k, p->a), STR_NONE);
		} else if (is_one_of(k->name, paragraphs, sizeof(paragraphs) / sizeof(*paragraphs))) {
			pieces_add(p, str_is(k->name, "item") ? BLOCK_LIST : BLOCK_PARAGRAPH, running_text(k, p->a), language_of(k));
		} else if (k->name.n && !is_aside(k) && !(transcript && str_is(k->name, "div"))) {
			add_structure(t, p, k, transcript, title);
		}
	}
}

/* ---- the header ---------------------------------------------------------------------------------------- */

/* The TEI element around the unit. */
static const struct xml *tei_around(const struct xml *x)
{
	while (x->parent && !str_is(x->name, "TEI") && !str_is(x->name, "TEI.2"))
		x = x->parent;
	return x;
}

static struct str date_in(const struct xml *x, struct arena *a)
{
	for (const struct xml *k = xml_find(x, "date"); k; k = xml_following(x, k, "date")) {
		struct str when = xml_get(k, "when");
		day day;

		if (!when.n)
			when = xml_get(k, "from");
		if (!when.n)
			when = xml_text(a, k);
		if (stamp_parse(when, &day))
			return when;
	}
	return STR_NONE;
}

static struct str date_of(const struct xml *header, struct arena *a)
{
	static const char *const places[] = { "fileDesc/sourceDesc", "profileDesc/settingDesc", "profileDesc/creation", "fileDesc/publicationStmt" };
	struct str date = STR_NONE;

	for (size_t i = 0; i < sizeof(places) / sizeof(*places) && !date.n; i++)
		if (xml_path(header, places[i]))
			date = date_in(xml_path(header, places[i]), a);
	return date;
}

/* Of the titles the subtitle of a transcript ("Report of the meeting …", the main title is the corpus'), in the document's language if there is one. */
static struct str title_of(const struct xml *header, bool transcript, struct str lang, struct arena *a)
{
	const struct xml *best = NULL;
	int most = -1;

	for (const struct xml *t = xml_child(xml_path(header, "fileDesc/titleStmt"), "title"); t; t = xml_again(t)) {
		bool sub = str_is(xml_get(t, "type"), "sub");
		int score = 2 * (sub == transcript) + (lang.n && str_eq(language_of(t), lang));

		if (score > most) {
			most = score;
			best = t;
		}
	}
	return xml_text(a, best);
}

static struct str source_of(const struct xml *header, struct arena *a)
{
	const struct xml *from = xml_path(header, "fileDesc/sourceDesc"), *best = xml_find(from, "publisher");

	for (const struct xml *t = xml_find(from, "title"); t && !best; t = xml_following(from, t, "title"))
		if (str_is(xml_get(t, "level"), "j") || str_is(xml_get(t, "level"), "m"))
			best = t;
	if (!best)
		best = xml_find(from, "title");
	if (!best)
		best = xml_find(xml_path(header, "fileDesc/publicationStmt"), "publisher");
	return xml_text(a, best);
}

/* The address of the original, told apart for each unit; none where it is only that of a site. */
static struct str url_of(const struct xml *header, struct str id, bool several, struct arena *a)
{
	const struct xml *from = xml_path(header, "fileDesc/sourceDesc");
	struct str url = STR_NONE;

	for (const struct xml *x = xml_find(from, "idno"); x && !url.n; x = xml_following(from, x, "idno"))
		if (str_is(xml_get(x, "type"), "URI") || str_is(xml_get(x, "type"), "URL"))
			url = xml_text(a, x);
	size_t slashes = 0;

	for (size_t i = 0; i + 1 < url.n; i++)
		slashes += url.p[i] == '/';
	if (!str_starts(url, STR("http")) || slashes < 3)
		return STR_NONE;
	return several ? str_printf(a, "%.*s#%.*s", STR_ARG(url), STR_ARG(id)) : url;
}

/* ---- the file --------------------------------------------------------------------------------------------- */

static void collect_persons(struct units *u, struct tei *t)
{
	map_init(&t->person_at, &u->memory);
	for (const struct xml *x = xml_find(u->root, "person"); x; x = xml_following(u->root, x, "person"))
		if (xml_get(x, "id").n && map_get(&t->person_at, xml_get(x, "id")) == MAP_NONE) {
			*map_put(&t->person_at, xml_get(x, "id")) = (uint32_t)t->persons.n;
			*vec_push(&u->memory, &t->persons) = x;
		}
}

static bool is_nested(const struct xml *body)
{
	for (const struct xml *x = body->parent; x; x = x->parent)
		if (str_is(x->name, "body"))
			return true;
	return false;
}

static void collect_texts(struct units *u)
{
	for (const struct xml *x = xml_find(u->root, "body"); x; x = xml_following(u->root, x, "body")) {
		size_t had = u->list.n;

		if (is_nested(x))
			continue;
		if (xml_child(x, "u"))
			units_add(u, x);
		for (const struct xml *k = xml_find(x, "div"); k; k = xml_following(x, k, "div"))
			if (xml_child(k, "u") || str_is(xml_get(k, "type"), "article"))
				units_add(u, k);
		if (u->list.n == had)
			units_add(u, x);
	}
}

static int collect(struct units *u, struct error *e)
{
	struct tei *t = arena_new(&u->memory, struct tei);

	u->own = t;
	if (u->root->space.n && !str_is(u->root->space, tei_space))
		return error_set(e, COU_EINPUT, "TEI of a version that is not read (%.*s)", STR_ARG(u->root->space));
	collect_persons(u, t);
	collect_texts(u);
	if (!u->list.n && xml_find(u->root, "include"))
		return error_set(e, COU_EINPUT, "a corpus whose texts lie in other files, which are not opened from here: give those");
	return u->list.n || u->partial ? COU_OK : error_set(e, COU_EINPUT, "no text in it");
}

static int read_unit(struct units *u, const struct xml *unit, struct doc *d, struct error *e)
{
	const struct xml *tei = tei_around(unit), *header = xml_child(tei, "teiHeader");
	struct str id = xml_get(tei, "id"), title = STR_NONE;
	bool transcript = xml_child(unit, "u") != NULL, several = u->list.n > 1;
	struct article x = { .lang = language_of(unit) };
	struct pieces p;

	pieces_init(&p, d->a);
	add_structure(u->own, &p, unit, transcript, &title);
	if (several)
		id = xml_get(unit, "id").n ? xml_get(unit, "id") : id.n ? str_printf(d->a, "%.*s:%zu", STR_ARG(id), u->next) : id;
	if (!x.lang.n)
		x.lang = language_code(xml_get(xml_path(header, "profileDesc/langUsage/language"), "ident"));
	x.title = title.n ? title : title_of(header, transcript, x.lang, d->a);
	x.id = id;
	x.date = date_of(header, d->a);
	x.source = source_of(header, d->a);
	x.url = url_of(header, id, several, d->a);
	return pieces_document(u->g, &x, &p, d, e);
}

static bool looks(struct str head, const struct carrier *c)
{
	struct str root = xml_root(head);

	(void)c;
	return str_is(root, "TEI") || str_is(root, "teiCorpus") || str_is(root, "TEI.2");
}

static int open(void **state, const struct reading *g, struct input *in, struct error *e)
{
	static const char *const annotation[] = { "lemma", "pos", "msd", "ana", "norm", "function", NULL };
	static const struct unit_kind kind = { 8, annotation, collect, read_unit };

	return units_open(state, &kind, g, in, e);
}

const struct format format_tei = {
	.name = "tei", .about = "TEI, debates of parliaments (ParlaMint)", .looks = looks, .wide = true, .open = open, .next = units_next, .close = units_close
};
