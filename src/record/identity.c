#include "record/identity.h"

#include <stdio.h>

#include "base/sha256.h"

static void number(struct sha256 *s, uint64_t v)
{
	char bytes[8];

	for (unsigned i = 0; i < 8; i++)
		bytes[i] = (char)(v >> (8 * i));
	sha256_add(s, (struct str){ bytes, 8 });
}

static void part(struct sha256 *s, struct str text)
{
	number(s, text.n);
	sha256_add(s, text);
}

static void span(struct sha256 *s, struct span at)
{
	number(s, (uint64_t)at.start << 32 | at.end);
}

static void participant(struct sha256 *s, const struct doc *d, const struct participant *p)
{
	span(s, p->span);
	part(s, p->entity == NONE ? STR_NONE : d->entities.at[p->entity].id);
}

static void finish(struct sha256 *s, char prefix, char out[ID_SIZE])
{
	char hex[65];

	sha256_hex(s, hex);
	snprintf(out, ID_SIZE, "%c-%.16s", prefix, hex);
}

void identity_text(const struct doc *d, char out[65])
{
	struct sha256 s;

	sha256_init(&s);
	sha256_add(&s, d->text);
	sha256_hex(&s, out);
}

struct str identity_doc(const struct doc *d)
{
	struct sha256 s;
	char id[ID_SIZE];

	sha256_init(&s);
	part(&s, d->url);
	part(&s, d->title);
	part(&s, d->text);
	finish(&s, 'd', id);
	return str_dup(d->a, str_c(id));
}

void identity_event(const struct doc *d, const char digest[65], const struct event *ev, char out[ID_SIZE])
{
	struct sha256 s;

	sha256_init(&s);
	part(&s, d->id);
	part(&s, str_c(digest));
	number(&s, ev->type);
	part(&s, ev->mode);
	span(&s, ev->trigger_span);
	span(&s, ev->evidence.span);
	number(&s, ev->status);
	number(&s, ev->actors.n);
	for (size_t i = 0; i < ev->actors.n; i++)
		participant(&s, d, &ev->actors.at[i]);
	for (size_t i = 0; i < ev->recipients.n; i++)
		participant(&s, d, &ev->recipients.at[i]);
	finish(&s, 'e', out);
}

void identity_state(const struct doc *d, const char digest[65], const struct state *st, char out[ID_SIZE])
{
	struct sha256 s;

	sha256_init(&s);
	part(&s, d->id);
	part(&s, str_c(digest));
	number(&s, st->relation);
	participant(&s, d, &st->subject);
	participant(&s, d, &st->object);
	part(&s, st->office);
	part(&s, str_c(st->office_country));
	span(&s, st->evidence.span);
	number(&s, st->standing);
	finish(&s, 's', out);
}

void identity_minted(struct str name, const char *country, enum kind kind, char out[ID_SIZE])
{
	struct sha256 s;

	sha256_init(&s);
	part(&s, name);
	part(&s, str_c(country));
	number(&s, kind);
	finish(&s, 'x', out);
}
