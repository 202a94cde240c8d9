/* reader.c - the inputs in order, one document after the other, through a stack of open formats. */
#include "ingest/fetch.h"
#include "ingest/format.h"
#include "ingest/unpack.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "ingest/walk.h"

enum {
	OPEN_MAX = 8,			/* inputs inside each other: an archive in an archive … */
	FOLLOWED_MAX = 1000		/* addresses at which one that was given goes on */
};

struct level {				/* an input that is being read */
	const struct format *format;
	void *state;			/* the format's; NULL for those that read the whole input at once */
	struct input *input;
	const char *asked;		/* name of the format asked for, or NULL */
	struct reading reading;
	struct arena memory;		/* the carrier's words */
	struct error late;		/* what a whole input ended with, told behind its document */
};

/* A document whose bytes are there; in its own arena. */
struct unmade {
	const struct format *format;
	struct reading reading;
	struct str bytes;
	struct error late;		/* with which the bytes ended, if they did not end well */
};

struct reader {
	struct ingest_options options;
	struct leftovers leftovers;
	const char *const *paths;	/* [n_paths] */
	const char *path;		/* the one of reader_open */
	struct arena memory;		/* of path */
	size_t n_paths;
	struct walk *walk;		/* of the path in hand, or NULL */
	struct level levels[OPEN_MAX];
	size_t depth;
	struct fetch_response fetched;	/* the input that is read, when it is an address */
	struct str onward;		/* the address at which that goes on, to be fetched next */
	bool fetching;			/* what is read was fetched */
	size_t followed;		/* such addresses since the one that was given */
	struct unpacked unpacked;	/* from the file that is being read */
	struct str bytes;		/* the one input in memory, instead of files */
	const char *bytes_name;		/* or NULL: none left */
	struct reader_sum sum;
	bool failed;
};

/* ---- opening ------------------------------------------------------------------------- */

static int reader_new(struct reader **out, const struct ingest_options *o, struct error *e)
{
	struct reader *r = calloc(1, sizeof(*r));

	*out = NULL;
	if (!r)
		return error_set(e, COU_EDATA, "out of memory");
	r->options = *o;
	if (!r->options.max_bytes)
		r->options.max_bytes = INGEST_MAX_BYTES;
	int rc = leftovers_open(&r->leftovers, o->home, e);

	if (rc)
		reader_close(r);
	else
		*out = r;
	return rc;
}

int reader_open_paths(struct reader **out, const struct ingest_options *o, const char *const *paths, size_t n, struct error *e)
{
	int rc = reader_new(out, o, e);

	if (!rc) {
		(*out)->paths = paths;
		(*out)->n_paths = n;
	}
	return rc;
}

int reader_open(struct reader **out, const struct ingest_options *o, const char *path, struct error *e)
{
	struct stat st;

	*out = NULL;
	if (strcmp(path, "-") && stat(path, &st))
		return error_set(e, COU_EINPUT, "%s: %s", path, strerror(errno));
	int rc = reader_new(out, o, e);

	if (!rc) {
		(*out)->path = str_dup(&(*out)->memory, str_c(path)).p;
		(*out)->paths = &(*out)->path;
		(*out)->n_paths = 1;
	}
	return rc;
}

int reader_open_bytes(struct reader **out, const struct ingest_options *o, struct str bytes, const char *name, struct error *e)
{
	int rc = reader_new(out, o, e);

	if (!rc) {
		(*out)->bytes = bytes;
		(*out)->bytes_name = name;
	}
	return rc;
}

static void pop(struct reader *r)
{
	struct level *l = &r->levels[--r->depth];

	if (l->format && l->format->close && l->state)
		l->format->close(l->state);
	if (!r->depth)
		r->sum.bytes += input_at(l->input);
	input_close(l->input);
	arena_free(&l->memory);
	memset(l, 0, sizeof(*l));
}

void reader_close(struct reader *r)
{
	if (!r)
		return;
	while (r->depth)
		pop(r);
	fetch_free(&r->fetched);
	walk_close(r->walk);
	leftovers_close(&r->leftovers);
	arena_free(&r->memory);
	free(r);
}

bool reader_failed(const struct reader *r)
{
	return r->failed;
}

/* ---- the stack ----------------------------------------------------------------------------- */

static struct str keep(struct level *l, struct str s)
{
	return s.n ? str_dup(&l->memory, s) : STR_NONE;
}

/* The format of that name; what is in UTF-16 by its mark, and to be read in lines or rows, is turned into UTF-8 before. */
static const struct format *format_asked(struct input *in, const char *name)
{
	const struct format *f = format_find(name);
	bool marked = (unsigned char)input_peek(in, 1).p[0] >= 0xFE && utf16_mark(input_peek(in, 2));

	return f && f->open && !f->wide && !f->packed && marked ? &format_utf16 : f;
}

/* The format asked for of what is inside: none, but where UTF-16 came between it and its input. */
static const char *asked_within(const struct level *l)
{
	return l->asked && l->format != format_find(l->asked) ? l->asked : NULL;
}

/* Puts an input on the stack and opens it with the format asked for, or with that of its looks.  The input is the reader's in any case. */
static int push(struct reader *r, struct input *in, const struct carrier *c, const char *asked, struct error *e)
{
	struct level *l = &r->levels[r->depth];

	if (r->depth == OPEN_MAX) {
		input_close(in);
		return error_set(e, COU_ELIMIT, "more than %d inputs inside each other", OPEN_MAX);
	}
	if (!r->depth++)
		r->unpacked = (struct unpacked){ .file = in };
	l->input = in;
	l->asked = asked;
	l->reading = (struct reading){
		&r->leftovers, &r->options,
		{ keep(l, c->name), keep(l, c->url), keep(l, c->charset), keep(l, c->date), keep(l, c->media), c->crawled },
		&r->unpacked
	};
	struct str head = input_peek(in, asked ? 1 : INPUT_PEEK_MAX);	/* who says what it is need not wait for looks */

	if (head.n)
		l->format = asked ? format_asked(in, asked) : format_of(head, &l->reading, e);
	else {
		char none;
		long rc = input_read(in, &none, 1, e);

		if (rc >= 0)
			error_set(e, COU_EINPUT, "empty");
	}
	if (!l->format) {
		int code = e->code ? e->code : error_set(e, COU_EUSAGE, "no input format \"%s\"", asked);

		pop(r);
		return code;
	}
	int rc = l->format->open ? l->format->open(&l->state, &l->reading, in, e) : COU_OK;

	if (rc)
		pop(r);
	return rc;
}

/* ---- taking ---------------------------------------------------------------------------------- */

/* The carrier in d's arena: the level may be gone when the document is made. */
static struct carrier carried(struct arena *a, const struct carrier *c)
{
	return (struct carrier){ str_dup(a, c->name), str_dup(a, c->url), str_dup(a, c->charset), str_dup(a, c->date), str_dup(a, c->media), c->crawled };
}

/* What is to be made by the level's format, of bytes that lie in d's arena. */
static struct unmade *unmade_new(const struct level *l, const struct carrier *c, struct doc *d, struct str bytes)
{
	struct unmade *u = arena_new(d->a, struct unmade);

	*u = (struct unmade){ .format = l->format, .reading = l->reading, .bytes = bytes };
	u->reading.carrier = carried(d->a, c);
	return u;
}

/* The one document of a format that reads the whole input. */
static enum found whole(struct level *l, struct doc *d, struct taken *t, struct error *e)
{
	const struct reading *g = &l->reading;
	struct str bytes;

	if (l->late.code) {
		*e = l->late;
		l->late.code = 0;
		return FOUND_BAD;
	}
	if (l->state)
		return FOUND_END;
	l->state = l;
	d->origin = str_dup(d->a, g->carrier.name);
	int rc = input_all(l->input, d->a, g->options->max_bytes, &bytes, e);

	if (rc && !bytes.n)
		return FOUND_BAD;
	/* cut off or damaged on the way: what came before is a document yet, if it can be one */
	t->unmade = unmade_new(l, &g->carrier, d, bytes);
	if (rc)
		l->late = t->unmade->late = *e;
	*e = (struct error){ 0 };
	return FOUND_DOC;
}

/* What is no article costs nothing where it was not chosen. */
static enum take none_or_bad(int rc, const struct carrier *c)
{
	return rc == COU_ENONE && c->crawled ? TAKE_SKIPPED : TAKE_BAD;
}

/* What was fetched goes on at another address of the same host; what was not fetched, ends.  Negative: not followed, *e says why. */
static int follow(struct reader *r, struct str address, struct error *e)
{
	const struct level *l = &r->levels[0];
	struct fetch_url own, other;
	int rc;

	if (r->depth != 1 || !r->fetching)
		return COU_OK;
	if (fetch_url(&r->memory, STR_NONE, l->reading.carrier.url, &own, e) || fetch_url(&r->memory, own.url, address, &other, e))
		return COU_EINPUT;
	if (!str_eq(own.origin, other.origin))
		return error_set(e, COU_EINPUT, "goes on at another host, which is not asked: %.*s", STR_ARG(other.host));
	rc = str_eq(own.url, other.url) ? error_set(e, COU_EINPUT, "goes on at itself") : COU_OK;
	if (!rc && r->followed++ == FOLLOWED_MAX)
		rc = error_set(e, COU_ELIMIT, "goes on at more than %d addresses; the rest is left", FOLLOWED_MAX);
	r->onward = rc ? STR_NONE : other.url;
	return rc;
}

/* One step of the highest level; true: *what and *t are filled, false: go on. */
static bool step(struct reader *r, struct doc *d, enum take *what, struct taken *t, struct error *e)
{
	struct level *l = &r->levels[r->depth - 1];
	struct inner inner = { 0 };
	uint64_t before = input_at(l->input);
	int rc;
	enum found found = l->format->open ? l->format->next(l->state, d, &inner, e) : whole(l, d, t, e);

	t->format = l->format->name;
	t->bytes = input_at(l->input) - before;
	t->where = d->origin = str_dup(d->a, d->origin.n ? d->origin : l->reading.carrier.name);
	switch (found) {
	case FOUND_PIECE:
		t->unmade = unmade_new(l, inner.carrier.name.n ? &inner.carrier : &l->reading.carrier, d, inner.bytes);
		/* fall through */
	case FOUND_DOC:
		*what = TAKE_DOC;
		return true;
	case FOUND_BAD:
		*what = TAKE_BAD;
		return true;
	case FOUND_SKIPPED:
		*what = TAKE_SKIPPED;
		return true;
	case FOUND_INPUT:
		if (inner.carrier.name.n)
			t->where = str_dup(d->a, inner.carrier.name);
		rc = push(r, inner.input, &inner.carrier, asked_within(l), e);
		*what = none_or_bad(rc, &inner.carrier);
		return rc != COU_OK;
	case FOUND_ELSEWHERE:
		rc = follow(r, inner.carrier.url, e);
		*what = TAKE_BAD;
		pop(r);
		return rc != COU_OK;
	case FOUND_END:
		break;
	}
	pop(r);
	return false;
}

/* Puts what is at an address on the stack; the answer stays in r->fetched until the next one. */
static int open_address(struct reader *r, struct str address, struct error *e)
{
	struct carrier c = { .name = address };

	r->sum.files++;
	fetch_free(&r->fetched);
	if (!r->options.fetcher)
		return error_set(e, COU_EINPUT, "addresses are not fetched here");
	if (fetch_page(r->options.fetcher, &r->memory, address, &r->fetched, &c.url, e))
		return e->code;
	c.charset = r->fetched.charset;
	c.media = r->fetched.type;
	return push(r, input_memory(r->fetched.body), &c, r->options.format, e);
}

/* Puts a file on the stack. */
static int open_file(struct reader *r, struct str path, struct error *e)
{
	struct carrier c = { .name = str_is(path, "-") ? STR("standard input") : path };
	const struct ingest_part *part = &r->options.part;
	struct input *in;
	int rc = part->behind ? input_file_part(&in, path.p, part->start, part->behind, e) : input_file(&in, path.p, e);

	struct stat st;

	r->sum.files++;
	if (rc && !lstat(path.p, &st) && S_ISLNK(st.st_mode) && !stat(path.p, &st))
		error_set(e, rc, "a link that leads out of the inputs given (--no-sandbox follows it)");
	return rc ? rc : push(r, in, &c, r->options.format, e);
}

/* Puts the next file of the paths on the stack: 1; 0 when there is none; negative: *path cannot be read. */
static int next_file(struct reader *r, struct str *path, struct error *e)
{
	for (int rc;;) {
		if (r->onward.n) {
			*path = r->onward;
			r->onward = STR_NONE;
			return (rc = open_address(r, *path, e)) ? rc : 1;
		}
		r->fetching = false;
		if (!r->walk && r->sum.paths == r->n_paths)
			return 0;
		if (!r->walk && fetch_is_url(str_c(r->paths[r->sum.paths]))) {
			*path = str_c(r->paths[r->sum.paths++]);
			r->fetching = true;
			r->followed = 0;
			return (rc = open_address(r, *path, e)) ? rc : 1;
		}
		if (!r->walk)
			r->walk = walk_open(r->paths[r->sum.paths++]);
		rc = walk_next(r->walk, path, e);
		if (rc < 0)
			return rc;
		if (rc)
			return (rc = open_file(r, *path, e)) ? rc : 1;
		walk_close(r->walk);
		r->walk = NULL;
	}
}

static int next_input(struct reader *r, struct str *name, struct error *e)
{
	struct carrier c = { .name = str_c(r->bytes_name) };

	if (!r->bytes_name)
		return next_file(r, name, e);
	*name = c.name;
	r->bytes_name = NULL;
	r->sum.files++;
	int rc = push(r, input_memory(r->bytes), &c, r->options.format, e);

	return rc ? rc : 1;
}

enum take reader_take(struct reader *r, struct doc *d, struct taken *t, struct error *e)
{
	for (;;) {
		enum take what;
		struct str name;

		*t = (struct taken){ 0 };
		if (r->depth) {
			if (step(r, d, &what, t, e))
				return what;
			arena_reset(d->a);
			doc_init(d, d->a);
			*e = (struct error){ 0 };
			continue;
		}
		int rc = next_input(r, &name, e);

		if (!rc)
			return TAKE_END;
		if (rc < 0) {
			t->where = str_dup(d->a, str_is(name, "-") ? STR("standard input") : name);
			return TAKE_BAD;
		}
	}
}

/* Of what is to be opened next. */
static bool next_file_may_wait(const struct reader *r)
{
	const char *path = r->sum.paths < r->n_paths ? r->paths[r->sum.paths] : "";
	struct stat st;

	return r->onward.n || (*path && (fetch_is_url(str_c(path)) || stat(path, &st) || !(S_ISREG(st.st_mode) || S_ISDIR(st.st_mode))));
}

bool reader_may_wait(const struct reader *r)
{
	const struct level *top = r->depth ? &r->levels[r->depth - 1] : NULL;
	uint64_t size;

	if (!top)
		return next_file_may_wait(r);
	if (input_anywhere(r->levels[0].input, &size))
		return input_at(r->levels[0].input) >= size && next_file_may_wait(r);
	return top->format != &format_jsonl || !input_line_there(top->input);
}

enum take reader_make(const struct taken *t, struct doc *d, struct error *e)
{
	const struct unmade *u = t->unmade;

	int rc = u ? u->format->read(&u->reading, u->bytes, d, e) : COU_OK;

	if (!rc)
		return TAKE_DOC;
	if (!u->late.code)
		return none_or_bad(rc, &u->reading.carrier);
	*e = u->late;			/* that there is no article in half a page is not what is wrong with it */
	return TAKE_BAD;
}

int reader_next(struct reader *r, struct doc *d)
{
	for (;;) {
		struct error e = { 0 };
		struct taken t;
		enum take what = reader_take(r, d, &t, &e);

		if (what == TAKE_END)
			return 0;
		if (what == TAKE_DOC)
			what = reader_make(&t, d, &e);
		if (what == TAKE_DOC)
			return 1;
		if (what == TAKE_BAD) {
			diagnose(t.where.p, "%s", e.text);
			r->failed = true;
			return -1;
		}
		arena_reset(d->a);
		doc_init(d, d->a);
	}
}

struct reader_sum reader_sum(const struct reader *r)
{
	struct reader_sum sum = r->sum;

	if (r->depth)
		sum.bytes += input_at(r->levels[0].input);
	return sum;
}

bool ingest_knows(const char *format)
{
	return format_find(format) != NULL;
}
