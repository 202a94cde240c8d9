/* tweedekamer.c - answers of the open data service of the Dutch House of Representatives (OData 4 in JSON): what it keeps of its papers and agenda.
 *
 * An answer is a page of records of one entity, or one record; "@odata.context" says of which ("…/$metadata#Document").  Records hold few words: what a
 * paper or a matter is about.  The texts of papers are PDF; those of debates are reports (vlos.c).
 *
 *	Document Zaak Activiteit Agendapunt Vergadering		Onderwerp (else Titel) is the title; Titel, Citeertitel, Noot the text
 *	Besluit							BesluitTekst
 *	Toezegging						Tekst, said by Naam, Functie
 *
 * An answer that is a page of several names the next one in "@odata.nextLink".
 *
 * Other entities (Persoon, Fractie, Stemming …) hold names and numbers: their records are passed over, and so are those that are marked deleted.
 */
#include "ingest/pieces.h"

#include <stdlib.h>

struct answer {
	const struct reading *g;
	struct arena memory;
	struct json *value;
	struct str base, entity;	/* "https://…/2.0/", "Document" */
	const struct json *record;	/* the next one */
	size_t number;
	bool single;
};

static const struct entity_kind {
	const char *name;
	const char *date[3], *title[2], *text[3];
} kinds[] = {
	{ "Document", { "Datum", "DatumRegistratie" }, { "Onderwerp", "Titel" }, { "Titel", "Citeertitel" } },
	{ "Zaak", { "GestartOp" }, { "Onderwerp", "Titel" }, { "Titel", "Citeertitel" } },
	{ "Activiteit", { "Datum", "Aanvangstijd" }, { "Onderwerp", "Soort" }, { "Noot" } },
	{ "Agendapunt", { "Aanvangstijd" }, { "Onderwerp" }, { "Noot" } },
	{ "Vergadering", { "Datum", "Aanvangstijd" }, { "Titel", "Soort" }, { "Noot" } },
	{ "Besluit", { "GewijzigdOp" }, { NULL }, { "BesluitTekst", "Opmerking" } },
	{ "Toezegging", { "Aanmaakdatum", "DatumNakoming" }, { NULL }, { "Tekst" } }
};

static const struct entity_kind *kind_of(struct str entity)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_is(entity, kinds[i].name))
			return &kinds[i];
	return NULL;
}

/* ---- a record ------------------------------------------------------------------------------- */

/* The first of the members that is a string with something in it. */
static struct str first_of(const struct json *record, const char *const *names, size_t n)
{
	struct str s = STR_NONE;

	for (size_t i = 0; i < n && names[i] && !s.n; i++)
		s = str_trim(json_string(json_get(record, names[i])));
	return s;
}

/* "Heinen, E." → "E. Heinen" */
static struct str in_order(struct str name, struct arena *a)
{
	size_t comma = str_find(name, ',');

	if (comma == name.n)
		return name;
	return str_printf(a, "%.*s %.*s", STR_ARG(str_trim(str_sub(name, comma + 1, name.n))), STR_ARG(str_sub(name, 0, comma)));
}

/* One line: line breaks and tabs of a note become blanks. */
static struct str one_line(struct str s, struct arena *a)
{
	struct buf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s.n; i++)
		buf_byte(&b, (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
	return buf_str(&b);
}

static void add_promise(struct pieces *p, const struct json *record)
{
	struct str name = in_order(str_trim(json_string(json_get(record, "Naam"))), p->a), office = str_trim(json_string(json_get(record, "Functie")));

	if (name.n)
		pieces_add(p, BLOCK_SPEAKER, str_printf(p->a, office.n ? "%.*s, %.*s:" : "%.*s%.*s:", STR_ARG(name), STR_ARG(office)), STR_NONE);
}

static int read_record(const struct answer *s, const struct json *record, const struct entity_kind *k, struct doc *d, struct error *e)
{
	struct article x = { .lang = STR("nl"), .id = json_string(json_get(record, "Id")), .source = json_string(json_get(record, "Organisatie")) };
	struct pieces p;

	pieces_init(&p, d->a);
	if (str_is(s->entity, "Toezegging"))
		add_promise(&p, record);
	x.date = first_of(record, k->date, 3);
	x.title = one_line(first_of(record, k->title, 2), d->a);
	for (size_t i = 0; i < 3 && k->text[i]; i++) {
		struct str text = one_line(str_trim(json_string(json_get(record, k->text[i]))), d->a);

		if (!str_eq(text, x.title))
			pieces_add(&p, BLOCK_PARAGRAPH, text, STR_NONE);
	}
	if (x.id.n && s->base.n)
		x.url = str_printf(d->a, "%.*s%.*s(%.*s)", STR_ARG(s->base), STR_ARG(s->entity), STR_ARG(x.id));
	return pieces_document(s->g, &x, &p, d, e);
}

/* ---- an answer --------------------------------------------------------------------------------- */

/* "https://…/2.0/$metadata#Document(Id,Titel)/$entity" → base, entity; false: no such context. */
static bool split_context(struct str context, struct str *base, struct str *entity)
{
	size_t at = str_search(context, STR("$metadata#")), end;

	if (at == context.n)
		return false;
	*base = str_sub(context, 0, at);
	for (end = at += 10; end < context.n && context.p[end] != '(' && context.p[end] != '/'; end++)
		;
	*entity = str_sub(context, at, end);
	return true;
}

static void close_answer(void *state)
{
	struct answer *s = state;

	json_free(s->value);
	arena_free(&s->memory);
	free(s);
}

static int read_answer(struct answer *s, struct input *in, struct error *e)
{
	struct str bytes;
	int rc = input_all(in, &s->memory, s->g->options->max_bytes, &bytes, e);

	if (!rc)
		rc = json_parse(&s->value, bytes, e);
	if (rc)
		return rc;
	if (!split_context(json_string(json_get(s->value, "@odata.context")), &s->base, &s->entity))
		return error_set(e, COU_EINPUT, "no answer of the open data service: \"@odata.context\" names no entity");
	if (!kind_of(s->entity))
		return error_set(e, COU_EINPUT, "records of \"%.*s\", which hold no text", (int)(s->entity.n < 60 ? s->entity.n : 60), s->entity.p);
	const struct json *list = json_get(s->value, "value");

	s->single = json_type(list) != JSON_ARRAY;
	s->record = s->single ? s->value : json_first(list);
	return COU_OK;
}

static int open(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct answer *s = calloc(1, sizeof(*s));

	if (!s)
		return error_set(e, COU_ELIMIT, "out of memory");
	s->g = g;
	int rc = read_answer(s, in, e);

	if (rc)
		close_answer(s);
	else
		*state = s;
	return rc;
}

static enum found next(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct answer *s = state;
	const struct json *record = s->record;

	if (!record) {
		inner->carrier.url = json_string(json_get(s->value, "@odata.nextLink"));
		return inner->carrier.url.n ? FOUND_ELSEWHERE : FOUND_END;
	}
	s->record = s->single ? NULL : json_next(record);
	d->origin = str_printf(d->a, "%.*s:%zu", STR_ARG(s->g->carrier.name), ++s->number);
	if (json_type(record) != JSON_OBJECT) {
		error_set(e, COU_EINPUT, "no record");
		return FOUND_BAD;
	}
	if (json_true(json_get(record, "Verwijderd"))) {
		error_set(e, COU_EINPUT, "a record marked deleted");
		return FOUND_SKIPPED;
	}
	return read_record(s, record, kind_of(s->entity), d, e) ? FOUND_BAD : FOUND_DOC;
}

static bool looks(struct str head, const struct carrier *c)
{
	(void)c;
	head = str_sub(head, 0, head.n < 1024 ? head.n : 1024);
	return head.n && head.p[0] == '{' && str_search(head, STR("\"@odata.context\"")) < head.n && str_search(head, STR("$metadata#")) < head.n;
}

const struct format format_tweedekamer = {
	.name = "tweedekamer", .about = "open data of the Dutch House of Representatives", .looks = looks, .open = open, .next = next, .close = close_answer
};
