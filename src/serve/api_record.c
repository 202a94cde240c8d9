/* api_record.c - answers that are one thing of the record: what the store holds, a happening, a line, a document. */
#include "serve/api.h"

#include <stdlib.h>

#include "base/jsonwrite.h"
#include "query/record.h"

/* Makes b ready for what is true at *revision.  0; 1 when the client has that; COU_ESTORE. */
static int begin(struct call *c, struct buf *b, int64_t *revision, struct error *e)
{
	*revision = index_revision(c->db, e);
	if (*revision < 0)
		return COU_ESTORE;
	buf_init(b, c->a);
	return call_is_known(c, *revision);
}

/* The object that write appends, unless the client has it. */
static int answer_one(struct call *c, int (*write)(struct db *db, struct buf *b, struct str id, struct error *e), struct error *e)
{
	int64_t revision;
	struct buf b;
	int rc = begin(c, &b, &revision, e);

	if (rc)
		return rc < 0 ? rc : 0;
	rc = write(c->db, &b, c->ids[0], e);
	return rc ? rc : call_send_json(c, buf_str(&b), revision);
}

int answer_happening(struct call *c, struct error *e)
{
	return answer_one(c, record_happening, e);
}

int answer_line(struct call *c, struct error *e)
{
	return answer_one(c, record_line, e);
}

int answer_document(struct call *c, struct error *e)
{
	return answer_one(c, record_document, e);
}

/* The file's name without its folder, or the address without its password. */
static struct str store_name(struct arena *a, const char *address)
{
	char shown[256];
	struct str s = str_c(address_shown(shown, address)), piece, last = s;

	if (str_search(s, STR("://")) < s.n)
		return str_dup(a, s);
	while (str_split(&s, '/', &piece))
		last = piece;
	return str_dup(a, last);
}

/* The sums of the store, remembered until it changes. */
static int add_sums(struct call *c, struct buf *b, int64_t revision, struct error *e)
{
	struct serve *s = c->serve;
	struct buf own;
	int rc = 0;

	pthread_mutex_lock(&s->summing);
	if (s->summed != revision || !s->sums) {
		buf_init(&own, c->a);
		json_open(&own, '{');
		rc = record_sums(c->db, &own, e);
		buf_byte(&own, '\0');
		free(s->sums);
		s->sums = rc ? NULL : strdup(own.p + 1);
		s->summed = revision;
	}
	if (!rc && s->sums) {
		buf_byte(b, ',');
		buf_add(b, str_c(s->sums));
	}
	pthread_mutex_unlock(&s->summing);
	return rc;
}

int answer_status(struct call *c, struct error *e)
{
	const struct serve_setup *s = c->serve->setup;
	int64_t revision;
	struct buf b;
	int rc = begin(c, &b, &revision, e);

	if (rc)
		return rc < 0 ? rc : 0;
	json_open(&b, '{');
	json_key(&b, "version");
	json_text(&b, str_c(s->version));
	json_key(&b, "store");
	json_text(&b, store_name(c->a, s->store));
	json_key(&b, "read_only");
	json_bool(&b, s->read_only);
	json_key(&b, "languages");
	json_open(&b, '[');
	for (size_t i = 0; i < s->n_langs; i++)
		json_text(&b, s->langs[i]);
	json_close(&b, ']');
	rc = add_sums(c, &b, revision, e);
	json_key(&b, "revision");
	json_int(&b, revision);
	json_close(&b, '}');
	return rc ? rc : call_send_json(c, buf_str(&b), revision);
}
