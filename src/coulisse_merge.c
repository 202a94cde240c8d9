/* coulisse_merge.c - the library: record lines that were written elsewhere, into a store.
 *
 * A document's line and the lines that follow it until the next one are added together, or left out together with one word on standard error.  No more than
 * one document is in memory.
 */
#include "coulisse_adding.h"

#include <stdio.h>

#include "base/json.h"
#include "ingest/unpack.h"
#include "ingest/walk.h"

enum {
	LINE_MAX_BYTES = 32 << 20,
	DOCUMENT_MAX = 256 << 20	/* bytes of all lines of one document */
};

struct merging {
	struct adding ad;
	const struct cou_options *o;
	const char *const *paths;
	size_t n, begun;		/* paths */
	size_t documents;
	bool unreadable;
};

/* The file in hand. */
struct part {
	struct merging *m;
	struct str path;		/* for messages */
	size_t number;			/* of the line, from 1 */
	struct arena a;			/* the document in hand */
	struct buf lines;
	size_t first;			/* line of the document's own line; 0: none is in hand */
	bool lost;			/* what follows until the next document line belongs to what was said to be bad */
	size_t others;			/* documents by another coder; the first is named */
	struct error other;
	size_t other_line;
};

static void refuse(struct part *p, size_t line, const char *why)
{
	char where[4200];

	if (line)
		snprintf(where, sizeof(where), "%.*s:%zu", STR_ARG(p->path), line);
	else
		snprintf(where, sizeof(where), "%.*s", STR_ARG(p->path));
	diagnose(where, "%s", why);
	p->m->unreadable = true;
}

/* ---- one document ---------------------------------------------------------------------- */

static void forget(struct part *p)
{
	p->first = 0;
	arena_reset(&p->a);
	buf_init(&p->lines, &p->a);
}

/* The document in hand is left out, and the lines that follow it. */
static void spoil(struct part *p, size_t line, const char *why)
{
	char text[600];

	if (p->first && p->first != line)
		snprintf(text, sizeof(text), "%s; the document of line %zu is left out", why, p->first);
	if (!p->lost)
		refuse(p, line, p->first && p->first != line ? text : why);
	p->lost = true;
	forget(p);
}

static void put_aside(struct part *p)
{
	if (!p->others++) {
		p->other = p->m->ad.error;
		p->other_line = p->first;
	}
	p->m->ad.error = (struct error){ 0 };
}

/* The document in hand goes into the store; negative only where that fails. */
static int finish_document(struct part *p)
{
	struct adding *ad = &p->m->ad;
	struct error e = { 0 };
	size_t line;

	if (!p->first)
		return 0;
	if (store_check(buf_str(&p->lines), &line, &e)) {
		spoil(p, p->first + line - 1, e.text);
		return 0;
	}
	if (adding_keep(ad, p->lines.p, p->lines.n)) {
		if (ad->error.code != COU_EUSAGE)
			return COU_ESTORE;
		put_aside(p);
	}
	p->m->documents++;
	forget(p);
	return 0;
}

/* ---- one file ---------------------------------------------------------------------------- */

static bool is_document(struct str line)
{
	struct error ignored = { 0 };
	struct json *j;
	bool document;

	if (str_starts(line, STR("{\"kind\":\"document\",")))
		return true;
	if (str_starts(line, STR("{\"kind\":\"event\",")) || str_starts(line, STR("{\"kind\":\"state\",")) || json_parse(&j, line, &ignored))
		return false;
	document = str_is(json_string(json_get(j, "kind")), "document");
	json_free(j);
	return document;
}

static void tell(struct part *p)
{
	struct merging *m = p->m;

	if (m->o->progress)
		m->o->progress(m->o->progress_user, &(struct cou_progress_state){ .documents = m->documents, .inputs = m->n, .inputs_begun = m->begun });
}

static int take_line(struct part *p, struct str line)
{
	line = str_trim(line);
	if (line.n && is_document(line)) {
		int rc = finish_document(p);

		if (rc)
			return rc;
		tell(p);
		p->first = p->number;
		p->lost = false;
	}
	if (p->first && p->lines.n + line.n > DOCUMENT_MAX) {
		spoil(p, p->number, "too much of one document");
	} else if (p->first) {
		buf_add(&p->lines, line);
		buf_byte(&p->lines, '\n');
	} else if (line.n) {
		spoil(p, p->number, "no record line, as coulisse code writes it, or of no document");
	}
	return 0;
}

static int take_lines(struct part *p, struct input *in)
{
	struct error e = { 0 };
	struct str line;
	int rc;

	for (;;) {
		rc = input_line(in, LINE_MAX_BYTES, &line, &e);
		if (!rc)
			return finish_document(p);
		p->number++;
		if (rc < 0) {
			p->lost = false;
			spoil(p, p->number, e.text);
		}
		if (rc == COU_EINPUT)
			return 0;
		if (rc > 0 && (rc = take_line(p, line)))
			return rc;
	}
}

/* By how its first bytes look, packed or not. */
static int take_input(struct part *p, struct input *in)
{
	static const struct codec *const codecs[] = { &codec_gzip, &codec_zstd };
	struct unpacked sum = { .file = in };
	struct str head = input_peek(in, CODEC_HEAD);
	struct input *inner = NULL;
	int rc;

	for (size_t i = 0; !inner && i < sizeof(codecs) / sizeof(*codecs); i++)
		if (codecs[i]->begins(head))
			inner = unpack(codecs[i], in, &sum, false);
	rc = take_lines(p, inner ? inner : in);
	input_close(inner);
	return rc;
}

static void say_others(struct part *p)
{
	char text[900];

	if (!p->others)
		return;
	if (p->others > 1)
		snprintf(text, sizeof(text), "%s, as are %zu more documents in it: left out (--mix takes all)", p->other.text, p->others - 1);
	else
		snprintf(text, sizeof(text), "%s: left out (--mix takes all)", p->other.text);
	refuse(p, p->other_line, text);
}

static int take_file(struct merging *m, struct str path)
{
	struct part p = { .m = m, .path = str_is(path, "-") ? STR("standard input") : path };
	struct error e = { 0 };
	struct input *in;
	int rc = 0;

	if (input_file(&in, path.p, &e)) {
		refuse(&p, 0, e.text);
		return 0;
	}
	forget(&p);
	rc = take_input(&p, in);
	say_others(&p);
	input_close(in);
	arena_free(&p.a);
	return rc;
}

/* ---- all of them --------------------------------------------------------------------------- */

static int take_path(struct merging *m, const char *path)
{
	struct walk *w = walk_open(path);
	struct str file;
	int rc = 0;

	m->begun++;
	while (!rc) {
		struct error e = { 0 };
		int more = walk_next(w, &file, &e);

		if (!more)
			break;
		if (more > 0) {
			rc = take_file(m, file);
		} else {
			diagnose(file.p, "%s", e.text);
			m->unreadable = true;
		}
	}
	walk_close(w);
	return rc;
}

static int take_all(struct merging *m)
{
	struct store *s = m->ad.s;
	int rc = store_begin(s, "merge", &m->ad.error);

	for (size_t i = 0; !rc && i < m->n; i++)
		rc = take_path(m, m->paths[i]);
	return rc ? rc : store_finish(s, &m->ad.error);
}

int cou_merge(struct cou *c, const struct cou_options *o, const char *where, const struct cou_store_options *so, const char *const *paths, size_t n,
	      struct cou_added *sum, struct cou_error *e)
{
	struct store_options with = { .trusted = true, .one_coder = !so || !so->mix, .no_text = so && so->no_text, .now = so ? so->now : NULL };
	struct merging m = { .o = o, .paths = paths, .n = n };
	struct error err = { 0 };
	int rc = 0;

	(void)c;
	adding_init(&m.ad, so ? so->batch : 0);
	if (store_open(&m.ad.s, where, DB_CREATE, &with, &err))
		rc = COU_ESTORE;
	else if (o->ready && o->ready(o->ready_user))
		rc = error_set(&err, COU_EUSAGE, "stopped before the first input");
	else if (take_all(&m)) {
		err = m.ad.error;
		rc = COU_ESTORE;
	}
	store_close(m.ad.s);
	adding_free(&m.ad);
	if (sum)
		*sum = (struct cou_added){ .documents = m.ad.sum.added, .versions = m.ad.sum.versions, .known = m.ad.sum.known, .events = m.ad.sum.events,
					   .states = m.ad.sum.states };
	if (rc)
		return run_failed(e, &err);
	return m.unreadable ? COU_UNREADABLE : COU_DONE;
}
