/* coulisse_out.c - what threads have made of the inputs, written in the order of the inputs.
 *
 * run.turn is the number of the outcome that is to be written next, and whoever has that outcome in hand has the turn: it writes without a lock, for nobody else
 * can have that number.  An outcome that comes before its turn is put by, and its thread goes on to the next document; whoever has the turn writes what was put
 * by behind it, too.  Without that each thread would wait for the slowest document of any: of 1,721 sentences one by one, which take as long as they have words,
 * sixteen threads would do 11.6 times the work of one, with it 15.9 times.
 *
 * What is put by is the lines, not the document.  WAITING_MAX and WAITING_BYTES bound it; beyond them a thread waits for its turn, and the one that has it never
 * does.
 */
#include "coulisse_out.h"

#include <stdio.h>
#include <stdlib.h>

enum { WAITING_BYTES = 32 << 20 };

/* ---- one outcome ----------------------------------------------------------------------- */

static void count(struct run *r, const struct outcome *x)
{
	struct report *sum = &r->report;

	if (x->what == TAKE_SKIPPED || (x->what == TAKE_BAD && !x->no_language)) {
		tally_reason(sum, x->what == TAKE_BAD ? &sum->bad : &sum->skipped, x->e.text);
		return;
	}
	tally_add(sum, &sum->formats, x->format ? str_c(x->format) : STR("stored"), x->bytes);
	sum->unknown_language += x->no_language;
	sum->known += x->known;
	if (x->known || x->no_language)
		return;
	tally_add(sum, &sum->languages, x->lang, 0);
	sum->documents++;
	sum->words += x->words;
	sum->events += x->events;
	sum->states += x->states;
	for (const char *p = x->lines.p; x->lines.n && (p = memchr(p, '\n', (size_t)(x->lines.p + x->lines.n - p))); p++)
		sum->lines++;
}

/* A file is said to be bad in one line, at its end. */
static void end_file(struct run *r, uint64_t next)
{
	if (r->bad_file == next)
		return;
	if (r->bad_parts > 1)
		diagnose(r->bad_where, "%s (and %zu more in it; --report sums why, -v says each)", r->bad.text, r->bad_parts - 1);
	else if (r->bad_parts)
		diagnose(r->bad_where, "%s", r->bad.text);
	r->bad_file = next;
	r->bad_parts = 0;
}

/* Threads ask whether to stop. */
static void stop(struct run *r)
{
	pthread_mutex_lock(&r->out);
	r->stop = true;
	pthread_mutex_unlock(&r->out);
}

/* Says what is wrong with it; own data that are damaged stop everything. */
static void judge(struct run *r, const struct outcome *x)
{
	r->unreadable = true;
	if (!r->n_bad++) {
		r->first_bad = x->e;
		snprintf(r->first_where, sizeof(r->first_where), "%s", x->where.p);
	}
	if (x->e.code == COU_EDATA) {
		r->error = x->e;
		stop(r);
	} else if (r->o->each_bad || str_starts(x->where, STR("standard input"))) {		/* which may never end */
		diagnose(x->where.p, "%s", x->e.text);
	} else if (!r->bad_parts++) {
		r->bad = x->e;
		snprintf(r->bad_where, sizeof(r->bad_where), "%s", x->where.p);
	}
}

/* By the thread that has the turn. */
static void write_one(struct run *r, const struct outcome *x)
{
	double began = run_clock();

	end_file(r, x->file);
	if (x->what == TAKE_BAD && !r->stop)
		judge(r, x);
	if (x->lines.n && !r->stop && r->write(r->user, x->lines.p, x->lines.n)) {
		error_set(&r->error, COU_ESTORE, "the output cannot be written");
		stop(r);
	}
	run_spend(r->c, &r->c->write, began);
	if (!r->stop)
		count(r, x);
	r->done.documents += x->what != TAKE_SKIPPED;
	r->done.words += x->words;
	r->done.inputs = r->n;
	r->done.inputs_begun = x->begun;
	if (r->o->progress)
		r->o->progress(r->o->progress_user, &r->done);
}

/* ---- the turn ---------------------------------------------------------------------------- */

static struct str copied(char **to, struct str s)
{
	struct str copy = { *to, s.n };

	if (s.n)
		memcpy(*to, s.p, s.n);
	(*to)[s.n] = 0;
	*to += s.n + 1;
	return copy;
}

/* Puts it by; false where there is no room, now. */
static bool put_by(struct run *r, const struct outcome *x)
{
	size_t more = x->where.n + x->lang.n + x->lines.n + 3;
	struct outcome *kept;
	char *to;

	if (x->number - r->turn >= WAITING_MAX || r->waiting_bytes + more > WAITING_BYTES)
		return false;
	kept = malloc(sizeof(*kept) + more);
	if (!kept)
		return false;
	*kept = *x;
	to = (char *)(kept + 1);
	kept->where = copied(&to, x->where);
	kept->lang = copied(&to, x->lang);
	kept->lines = copied(&to, x->lines);
	r->waiting[x->number % WAITING_MAX] = kept;
	r->waiting_bytes += more;
	return true;
}

/* That of the turn, if it was put by; the caller's to free. */
static struct outcome *fetch_waiting(struct run *r)
{
	struct outcome **slot = &r->waiting[r->turn % WAITING_MAX], *x = *slot;

	*slot = NULL;
	if (x)
		r->waiting_bytes -= x->where.n + x->lang.n + x->lines.n + 3;
	return x;
}

void out_deliver(struct run *r, const struct outcome *x)
{
	struct outcome *next = NULL;

	pthread_mutex_lock(&r->out);
	while (r->turn != x->number) {
		if (put_by(r, x)) {
			pthread_mutex_unlock(&r->out);
			return;
		}
		pthread_cond_wait(&r->turned, &r->out);
	}
	do {
		pthread_mutex_unlock(&r->out);
		write_one(r, next ? next : x);
		free(next);
		pthread_mutex_lock(&r->out);
		r->turn++;
		pthread_cond_broadcast(&r->turned);
		next = fetch_waiting(r);
	} while (next);
	pthread_mutex_unlock(&r->out);
}

void out_end(struct run *r)
{
	end_file(r, UINT64_MAX);
}
