#include "record/lines.h"

#include "record/identity.h"
#include "base/jsonwrite.h"

struct writer {
	struct buf *b;
	struct doc *d;
	struct str coder;
	char digest[65];
};

/* ---- pieces -------------------------------------------------------------- */

static void member(struct buf *b, const char *key, struct str value)
{
	json_key(b, key);
	json_text_or_null(b, value);
}

static void number(struct buf *b, const char *key, long long value)
{
	json_key(b, key);
	json_int(b, value);
}

static void offsets(struct writer *w, const char *start, const char *end, struct span s)
{
	number(w->b, start, doc_point(w->d, s.start));
	number(w->b, end, doc_point(w->d, s.end));
}

static void text_of(struct writer *w, struct span s)
{
	if (s.start == s.end) {
		member(w->b, "text", STR_NONE);
		return;
	}
	member(w->b, "text", doc_slice(w->d, s));
	offsets(w, "start", "end", s);
}

static void span_object(struct writer *w, struct span s)
{
	json_open(w->b, '{');
	text_of(w, s);
	json_close(w->b, '}');
}

static void span_member(struct writer *w, const char *key, struct span s)
{
	if (s.start == s.end)
		return;
	json_key(w->b, key);
	span_object(w, s);
}

static void span_list(struct writer *w, const char *key, const struct span *at, size_t n)
{
	if (!n)
		return;
	json_key(w->b, key);
	json_open(w->b, '[');
	for (size_t i = 0; i < n; i++)
		span_object(w, at[i]);
	json_close(w->b, ']');
}

static bool absent(const struct participant *p)
{
	return p->entity == NONE && p->span.start == p->span.end;
}

static void unlinked(struct writer *w, const struct participant *p)
{
	struct str name = doc_slice(w->d, p->span);
	char id[ID_SIZE];

	identity_minted(name, "", KIND_UNKNOWN, id);
	member(w->b, "id", str_c(id));
	member(w->b, "name", name);
	member(w->b, "kind", str_c(kind_word(KIND_UNKNOWN)));
	member(w->b, "country", STR_NONE);
	member(w->b, "sector", STR_NONE);
}

static void participant(struct writer *w, const struct participant *p)
{
	if (absent(p)) {
		json_null(w->b);
		return;
	}
	json_open(w->b, '{');
	if (p->entity == NONE) {
		unlinked(w, p);
	} else {
		const struct entity *e = &w->d->entities.at[p->entity];

		member(w->b, "id", e->id);
		member(w->b, "name", e->name);
		member(w->b, "kind", str_c(kind_word(e->kind)));
		member(w->b, "country", str_c(e->country));
		member(w->b, "sector", str_c(e->sector));
		if (e->office.n)
			member(w->b, "office", e->office);
	}
	text_of(w, p->span);
	json_close(w->b, '}');
}

static void participant_member(struct writer *w, const char *key, const struct participant *p)
{
	json_key(w->b, key);
	participant(w, p);
}

static void participant_list(struct writer *w, const char *key, const struct participant *at, size_t n)
{
	json_key(w->b, key);
	json_open(w->b, '[');
	for (size_t i = 0; i < n; i++)
		if (!absent(&at[i]))
			participant(w, &at[i]);
	json_close(w->b, ']');
}

static void place(struct writer *w, const struct participant *p)
{
	const struct place *at;

	json_key(w->b, "where");
	if (absent(p)) {
		json_null(w->b);
		return;
	}
	json_open(w->b, '{');
	if (p->entity == NONE) {
		member(w->b, "id", STR_NONE);
		member(w->b, "name", doc_slice(w->d, p->span));
		member(w->b, "country", STR_NONE);
		member(w->b, "precision", str_c(precision_place_word(PLACE_UNKNOWN)));
	} else {
		const struct entity *e = &w->d->entities.at[p->entity];

		at = &e->place;
		member(w->b, "id", at->id.n ? at->id : e->id);
		member(w->b, "name", at->name.n ? at->name : e->name);
		member(w->b, "country", str_c(at->country[0] ? at->country : e->country));
		if (at->located) {
			json_key(w->b, "lat");
			json_fixed(w->b, at->lat, 5);
			json_key(w->b, "lon");
			json_fixed(w->b, at->lon, 5);
		}
		member(w->b, "precision", str_c(precision_place_word(at->precision)));
	}
	text_of(w, p->span);
	json_close(w->b, '}');
}

static void date_member(struct buf *b, const char *key, day d)
{
	char iso[11] = "";

	if (d != DAY_NONE)
		day_iso(d, iso);
	member(b, key, str_c(iso));
}

static bool timeless(const struct when *t)
{
	return t->basis == BASIS_UNKNOWN && t->span.start == t->span.end && (t->start == DAY_NONE || t->precision == PRECISION_UNKNOWN);
}

/* The expression's own offsets are text_start and text_end: start and end are the interval's. */
static void when(struct writer *w, const char *key, const struct when *t)
{
	json_key(w->b, key);
	if (timeless(t)) {
		json_null(w->b);
		return;
	}
	json_open(w->b, '{');
	date_member(w->b, "start", t->start);
	date_member(w->b, "end", t->end);
	member(w->b, "precision", str_c(precision_time_word(t->precision)));
	member(w->b, "basis", str_c(basis_word(t->basis)));
	member(w->b, "text", doc_slice(w->d, t->span));
	if (t->span.start != t->span.end)
		offsets(w, "text_start", "text_end", t->span);
	json_close(w->b, '}');
}

static void claims(struct writer *w, const struct claim *at, size_t n)
{
	json_key(w->b, "claims");
	json_open(w->b, '[');
	for (size_t i = 0; i < n; i++) {
		json_open(w->b, '{');
		participant_member(w, "by", &at[i].by);
		member(w->b, "stance", str_c(stance_word(at[i].stance)));
		json_key(w->b, "cue");
		if (at[i].cue.start == at[i].cue.end)
			json_null(w->b);
		else
			span_object(w, at[i].cue);
		member(w->b, "kind", at[i].quote ? STR("quote") : STR("report"));
		json_close(w->b, '}');
	}
	json_close(w->b, ']');
}

static void evidence_object(struct writer *w, const struct evidence *e)
{
	json_open(w->b, '{');
	offsets(w, "start", "end", e->span);
	member(w->b, "quote", doc_slice(w->d, e->span));
	number(w->b, "sentence", e->sentence);
	json_close(w->b, '}');
}

static void evidence(struct writer *w, const struct evidence *e)
{
	json_key(w->b, "evidence");
	evidence_object(w, e);
}

static void words(struct buf *b, const char *key, struct str list)
{
	struct str word;

	json_key(b, key);
	json_open(b, '[');
	while (list.n && str_split(&list, ',', &word))
		json_text(b, str_trim(word));
	json_close(b, ']');
}

static void casualties(struct writer *w, const char *key, const struct count *c)
{
	if (!c->given)
		return;
	json_key(w->b, key);
	json_open(w->b, '{');
	number(w->b, "min", c->min);
	json_key(w->b, "max");
	if (c->max == UINT32_MAX)
		json_null(w->b);
	else
		json_int(w->b, c->max);
	text_of(w, c->span);
	json_close(w->b, '}');
}

/* "his ninth visit": which of its kind the text says that it is. */
static void ordinal(struct writer *w, const struct count *c)
{
	if (!c->given)
		return;
	json_key(w->b, "ordinal");
	json_open(w->b, '{');
	number(w->b, "value", c->min);
	text_of(w, c->span);
	json_close(w->b, '}');
}

static void confidence(struct buf *b, float value)
{
	json_key(b, "confidence");
	json_fixed(b, (double)value, 2);
}

static void head(struct writer *w, const char *kind, struct str id)
{
	json_open(w->b, '{');
	member(w->b, "kind", str_c(kind));
	member(w->b, "id", id);
	member(w->b, "doc", w->d->id);
	member(w->b, "coder", w->coder);
}

static void tail(struct writer *w)
{
	json_close(w->b, '}');
	buf_byte(w->b, '\n');
}

/* ---- lines ----------------------------------------------------------------- */

static void event_code(struct writer *w, const struct event *ev)
{
	member(w->b, "type", ev->own_type.n ? ev->own_type : str_c(event_type_word(ev->type)));
	member(w->b, "mode", ev->mode);
	words(w->b, "contexts", ev->contexts);
	member(w->b, "cameo", ev->cameo);
	json_key(w->b, "quad");
	if (ev->quad)
		json_int(w->b, ev->quad);
	else
		json_null(w->b);
	json_key(w->b, "goldstein");
	if (ev->cameo.n)
		json_fixed(w->b, (double)ev->goldstein, 1);
	else
		json_null(w->b);
}

static void event_details(struct writer *w, const struct event *ev)
{
	span_list(w, "goods", ev->goods.at, ev->goods.n);
	span_member(w, "topic", ev->topic);
	span_member(w, "cause", ev->cause);
	span_member(w, "instrument", ev->instrument);
	span_member(w, "agreement", ev->agreement);
	casualties(w, "dead", &ev->dead);
	casualties(w, "injured", &ev->injured);
	casualties(w, "arrested", &ev->arrested);
	ordinal(w, &ev->ordinal);
}

static void event_line(struct writer *w, const struct event *ev)
{
	char id[ID_SIZE];

	identity_event(w->d, w->digest, ev, id);
	head(w, "event", str_c(id));
	event_code(w, ev);
	json_key(w->b, "trigger");
	span_object(w, ev->trigger_span);
	participant_list(w, "actors", ev->actors.at, ev->actors.n);
	participant_list(w, "recipients", ev->recipients.at, ev->recipients.n);
	if (ev->symmetric) {
		json_key(w->b, "symmetric");
		json_bool(w->b, true);
	}
	event_details(w, ev);
	place(w, &ev->where);
	when(w, "when", &ev->when);
	member(w->b, "status", str_c(status_word(ev->status)));
	claims(w, ev->claims.at, ev->claims.n);
	evidence(w, &ev->evidence);
	if (ev->reports.n) {
		json_key(w->b, "reports");
		json_open(w->b, '[');
		for (size_t i = 0; i < ev->reports.n; i++)
			evidence_object(w, &ev->reports.at[i]);
		json_close(w->b, ']');
	}
	confidence(w->b, ev->confidence);
	tail(w);
}

static void office(struct writer *w, const struct state *st)
{
	json_key(w->b, "object");
	json_open(w->b, '{');
	member(w->b, "name", st->office);
	member(w->b, "country", str_c(st->office_country));
	participant_member(w, "organisation", &st->organisation);
	text_of(w, st->object.span);
	json_close(w->b, '}');
}

static void qualifiers(struct writer *w, const struct state *st)
{
	json_key(w->b, "qualifiers");
	json_open(w->b, '{');
	span_list(w, "goods", st->goods.at, st->goods.n);
	span_member(w, "measure", st->measure);
	if (!absent(&st->predecessor))
		participant_member(w, "predecessor", &st->predecessor);
	if (!absent(&st->successor))
		participant_member(w, "successor", &st->successor);
	json_close(w->b, '}');
}

static void state_line(struct writer *w, const struct state *st)
{
	char id[ID_SIZE];

	identity_state(w->d, w->digest, st, id);
	head(w, "state", str_c(id));
	member(w->b, "relation", str_c(relation_word(st->relation)));
	participant_member(w, "subject", &st->subject);
	if (st->relation == RELATION_HOLDS_OFFICE)
		office(w, st);
	else
		participant_member(w, "object", &st->object);
	when(w, "from", &st->from);
	when(w, "to", &st->to);
	member(w->b, "standing", str_c(standing_word(st->standing)));
	qualifiers(w, st);
	claims(w, st->claims.at, st->claims.n);
	evidence(w, &st->evidence);
	confidence(w->b, st->confidence);
	tail(w);
}

static void document_members(struct writer *w)
{
	struct doc *d = w->d;
	char iso[11] = "";

	if (!d->published.n && d->date != DAY_NONE)
		day_iso(d->date, iso);
	head(w, "document", d->id);
	member(w->b, "url", d->url);
	member(w->b, "source", d->source);
	member(w->b, "title", d->title);
	member(w->b, "lang", d->lang);
	member(w->b, "published", d->published.n ? d->published : str_c(iso));
	member(w->b, "retrieved", d->retrieved);
	json_key(w->b, "text");
	json_text(w->b, d->text);
	member(w->b, "sha256", str_c(w->digest));
	json_key(w->b, "blocks");
	json_open(w->b, '[');
	for (size_t i = 0; i < d->blocks.n; i++) {
		json_open(w->b, '{');
		member(w->b, "type", str_c(block_type_word(d->blocks.at[i].type)));
		offsets(w, "start", "end", d->blocks.at[i].span);
		json_close(w->b, '}');
	}
	json_close(w->b, ']');
}

static struct writer begin(struct buf *out, struct doc *d, struct str coder)
{
	struct writer w = { .b = out, .d = d, .coder = coder };

	if (!d->id.n)
		d->id = identity_doc(d);
	identity_text(d, w.digest);
	return w;
}

void lines_write(struct buf *out, struct doc *d, struct str coder)
{
	struct writer w = begin(out, d, coder);

	document_members(&w);
	tail(&w);
	for (size_t i = 0; i < d->events.n; i++)
		event_line(&w, &d->events.at[i]);
	for (size_t i = 0; i < d->states.n; i++)
		state_line(&w, &d->states.at[i]);
}

/* ---- layers ------------------------------------------------------------------ */

static void token_range(struct buf *b, uint32_t first, uint32_t end)
{
	json_key(b, "tokens");
	json_open(b, '[');
	json_int(b, first);
	json_int(b, end);
	json_close(b, ']');
}

static void sentences(struct writer *w)
{
	json_key(w->b, "sentences");
	json_open(w->b, '[');
	for (size_t i = 0; i < w->d->sentences.n; i++) {
		const struct sentence *s = &w->d->sentences.at[i];

		json_open(w->b, '{');
		offsets(w, "start", "end", s->span);
		token_range(w->b, s->first, s->end);
		json_close(w->b, '}');
	}
	json_close(w->b, ']');
}

static void tokens(struct writer *w)
{
	json_key(w->b, "tokens");
	json_open(w->b, '[');
	for (size_t i = 0; i < w->d->tokens.n; i++) {
		const struct token *t = &w->d->tokens.at[i];

		json_open(w->b, '{');
		member(w->b, "form", t->form);
		offsets(w, "start", "end", t->span);
		if (t->lemma.n) {
			member(w->b, "lemma", t->lemma);
			member(w->b, "upos", str_c(upos_word(t->upos)));
			number(w->b, "head", t->head == NONE ? -1 : (long long)t->head);
			member(w->b, "deprel", str_c(deprel_word(t->deprel)));
			member(w->b, "ne", str_c(ne_word(t->ne)));
		}
		json_close(w->b, '}');
	}
	json_close(w->b, ']');
}

static void entities(struct writer *w)
{
	json_key(w->b, "entities");
	json_open(w->b, '[');
	for (size_t i = 0; i < w->d->entities.n; i++) {
		struct participant p = { .entity = (uint32_t)i };

		participant(w, &p);
	}
	json_close(w->b, ']');
}

static void mentions(struct writer *w)
{
	json_key(w->b, "mentions");
	json_open(w->b, '[');
	for (size_t i = 0; i < w->d->mentions.n; i++) {
		const struct mention *m = &w->d->mentions.at[i];

		json_open(w->b, '{');
		text_of(w, m->span);
		member(w->b, "how", str_c(mention_how_word(m->how)));
		json_key(w->b, "entities");
		json_open(w->b, '[');
		for (uint32_t k = 0; k < m->n_entities; k++)
			json_int(w->b, m->entities[k]);
		json_close(w->b, ']');
		json_close(w->b, '}');
	}
	json_close(w->b, ']');
}

static void times(struct writer *w)
{
	json_key(w->b, "times");
	json_open(w->b, '[');
	for (size_t i = 0; i < w->d->times.n; i++) {
		const struct timex *t = &w->d->times.at[i];

		json_open(w->b, '{');
		text_of(w, t->when.span);
		member(w->b, "type", str_c(timex_type_word(t->type)));
		member(w->b, "value", t->value);
		when(w, "when", &t->when);
		json_close(w->b, '}');
	}
	json_close(w->b, ']');
}

static void traits(struct writer *w)
{
	json_key(w->b, "traits");
	json_open(w->b, '[');
	for (size_t i = 0; i < w->d->events.n; i++) {
		const struct event *ev = &w->d->events.at[i];
		char id[ID_SIZE];

		identity_event(w->d, w->digest, ev, id);
		json_open(w->b, '{');
		member(w->b, "event", str_c(id));
		json_key(w->b, "traits");
		json_open(w->b, '[');
		for (int t = 0; t < EVENT_TRAIT_COUNT; t++)
			if (ev->traits[t])
				json_text(w->b, str_c(event_trait_word((enum event_trait)t)));
		json_close(w->b, ']');
		json_close(w->b, '}');
	}
	json_close(w->b, ']');
}

void lines_write_layers(struct buf *out, struct doc *d, struct str coder)
{
	struct writer w = begin(out, d, coder);

	document_members(&w);
	if (d->sentences.n)
		sentences(&w);
	if (d->tokens.n)
		tokens(&w);
	if (d->entities.n)
		entities(&w);
	if (d->mentions.n)
		mentions(&w);
	if (d->times.n)
		times(&w);
	if (d->events.n)
		traits(&w);
	tail(&w);
}
