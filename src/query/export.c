#include "query/export.h"

#include <stdlib.h>

#include "query/export_format.h"

enum { FLUSH = 1 << 16 };		/* bytes */

static const struct export_format *const formats[] = {
	&export_csv, &export_polecat, &export_gdelt, &export_icews, &export_geojson, &export_gexf, &export_ftm, &export_timelinejs,
	&export_webannotation, &export_jsonld, &export_quads
};

enum { FORMATS = sizeof(formats) / sizeof(*formats) };

const struct export_format *export_find(struct str name)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (str_is(name, formats[i]->name))
			return formats[i];
	return NULL;
}

const char *export_names(void)
{
	return "csv polecat gdelt icews geojson gexf ftm timelinejs webannotation jsonld quads";
}

bool export_is_folder(const struct export_format *f)
{
	return f->files != NULL;
}

const char *export_reason_words(enum export_reason why)
{
#define WORDS_(n, w) w,
	static const char *const words[] = { EXPORT_REASONS(WORDS_) };
#undef WORDS_

	return words[why];
}

size_t export_held(const struct export *x, enum export_reason why)
{
	return x->held[why];
}

/* ---- out ------------------------------------------------------------------------------------------- */

static size_t count_files(const struct export_format *f)
{
	size_t n = 0;

	while (f->files && f->files[n])
		n++;
	return f->files ? n : 1;
}

/* Hands on what is written so far, where it is much or must be all. */
static int flush(struct export *x, size_t beyond, struct error *e)
{
	for (size_t i = 0; i < count_files(x->format); i++) {
		struct buf *b = &x->out[i];

		if (b->n < beyond)
			continue;
		if (!x->broken && x->write(x->user, x->format->files ? x->format->files[i] : "", b->n ? b->p : "", b->n))
			x->broken = true;
		b->n = 0;
	}
	return x->broken ? error_set(e, COU_ESTORE, "the output cannot be written") : 0;
}

int export_begin(struct export **out, const struct export_format *f, const struct export_options *o, export_write *write, void *user, struct error *e)
{
	struct export *x = calloc(1, sizeof(*x));

	*out = x;
	if (!x)
		return error_set(e, COU_ELIMIT, "out of memory");
	x->format = f;
	x->o = *o;
	x->write = write;
	x->user = user;
	map_init(&x->docs, &x->keep);
	map_init(&x->lines, &x->keep);
	for (size_t i = 0; i < count_files(f); i++)
		buf_init(&x->out[i], &x->keep);
	if (f->begin)
		f->begin(x);
	return flush(x, 0, e);
}

void export_free(struct export *x)
{
	if (!x)
		return;
	arena_free(&x->keep);
	arena_free(&x->line);
	free(x);
}

int export_end(struct export *x, struct error *e)
{
	arena_reset(&x->line);
	if (x->format->end)
		x->format->end(x);
	return flush(x, 0, e);
}

/* ---- in -------------------------------------------------------------------------------------------- */

static bool first_time(struct export *x, struct map *seen, struct str id)
{
	if (map_get(seen, id) != MAP_NONE)
		return false;
	*map_put(seen, str_dup(&x->keep, id)) = 1;
	return true;
}

static bool took_place(const struct json *event)
{
	struct str status = export_text(event, "status");

	return str_is(status, "happened") || str_is(status, "ongoing");
}

static bool held_true(const struct json *state)
{
	struct str standing = export_text(state, "standing");

	return str_is(standing, "in_force") || str_is(standing, "ended") || str_is(standing, "suspended");
}

static enum export_reason add_event(struct export *x, const struct export_item *item)
{
	const struct export_format *f = x->format;
	struct export_when when = export_when_of(json_get(item->line, "when"));

	if (f->lossy && !x->o.all && !took_place(item->line))
		return HELD_STATUS;
	if (f->typed && !export_text(item->line, "cameo").n)
		return HELD_TYPE;
	if (f->dated && when.start == DAY_NONE)
		return HELD_UNDATED;
	if (f->daily && !x->o.all && !str_is(when.precision, "day"))
		return HELD_COARSE;
	return f->event(x, item);
}

static enum export_reason add_state(struct export *x, const struct export_item *item)
{
	if (!x->format->states)
		return HELD_STATE;
	if (x->format->lossy && !x->o.all && !held_true(item->line))
		return HELD_STANDING;
	return x->format->state(x, item);
}

int export_add(struct export *x, const struct export_item *item, struct error *e)
{
	struct str kind = export_text(item->line, "kind"), id = export_text(item->line, "id");
	bool event = str_is(kind, "event"), state = str_is(kind, "state");
	enum export_reason why = EXPORT_TAKEN;

	if (!id.n || !(event || state || str_is(kind, "document")))
		return error_set(e, COU_EINPUT, "no line of the record: an \"id\", and a \"kind\" document, event or state");
	arena_reset(&x->line);
	if (x->format->documents && item->doc->id.n && first_time(x, &x->docs, item->doc->id))
		x->format->document(x, item->doc);
	if ((event || state) && !first_time(x, &x->lines, id))
		why = HELD_TWICE;
	else if (event)
		why = add_event(x, item);
	else if (state)
		why = add_state(x, item);
	if (why != EXPORT_TAKEN)
		x->held[why]++;
	return flush(x, FLUSH, e);
}
