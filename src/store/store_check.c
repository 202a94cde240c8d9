/* store_check.c - lines that come from elsewhere: are they what store_add takes, and by whom were they coded? */
#include "store/store_file.h"

#include <stdio.h>

#include "base/json.h"
#include "base/sha256.h"

enum {
	LINES_MAX = 100000,
	WORD_MAX = 64			/* bytes of a word or a date: in no language is there a longer one, and an index takes them whole */
};

static bool short_words(const struct json *j, const char *const *keys)
{
	for (; *keys; keys++)
		if (json_string(json_get(j, *keys)).n > WORD_MAX)
			return false;
	return true;
}

static bool sure(const struct json *confidence)
{
	double p = json_number(confidence, -1);

	return json_type(confidence) == JSON_NUMBER && p >= 0 && p <= 1;
}

static bool claims_well_formed(const struct json *list)
{
	static const char *const words[] = { "stance", "kind", NULL };

	for (const struct json *c = json_first(list); c; c = json_next(c))
		if (!json_string(json_get(c, "stance")).n || !json_string(json_get(c, "kind")).n || !short_words(c, words))
			return false;
	return true;
}

bool store_well_formed(const struct json *j)
{
	static const char *const words[] = { "type", "mode", "cameo", "status", "relation", "standing", NULL };
	static const char *const days[] = { "start", "end", "precision", "basis", NULL };
	static const char *const places[] = { "country", "precision", NULL };
	struct str kind = json_string(json_get(j, "kind"));

	if (!json_string(json_get(j, "id")).n || !sure(json_get(j, "confidence")) || json_type(json_get(j, "evidence")) != JSON_OBJECT ||
	    !claims_well_formed(json_get(j, "claims")) || !short_words(j, words) || !short_words(json_get(j, "when"), days) || !short_words(json_get(j, "from"), days) ||
	    !short_words(json_get(j, "to"), days) || !short_words(json_get(j, "where"), places))
		return false;
	if (str_is(kind, "event"))
		return json_string(json_get(j, "type")).n && json_string(json_get(j, "status")).n;
	return str_is(kind, "state") && json_string(json_get(j, "relation")).n && json_string(json_get(j, "standing")).n;
}

int store_check_document(const struct json *d, struct error *e)
{
	static const char *const words[] = { "lang", "published", "retrieved", NULL };
	struct str digest = json_string(json_get(d, "sha256"));

	if (str_is(json_string(json_get(d, "kind")), "document") && json_string(json_get(d, "id")).n && digest.n == 64 && short_words(d, words))
		return 0;
	return error_set(e, COU_EINPUT, "no document line, as coulisse code writes it, comes first");
}

/* What is known by its digest must have it.  Lines without a text cannot be asked. */
static int check_text(const struct json *d, struct error *e)
{
	struct str text = json_string(json_get(d, "text"));
	struct sha256 sum;
	char digest[65];

	if (!text.n)
		return 0;
	sha256_init(&sum);
	sha256_add(&sum, text);
	sha256_hex(&sum, digest);
	return str_is(json_string(json_get(d, "sha256")), digest) ? 0 : error_set(e, COU_EINPUT, "its text is not that of its sha256");
}

static int check_line(struct str raw, struct str id, struct error *e)
{
	struct json *j;
	int rc = json_parse(&j, raw, e);

	if (rc)
		return COU_EINPUT;
	if (!store_well_formed(j))
		rc = error_set(e, COU_EINPUT, "neither an event nor a state");
	else if (!str_eq(json_string(json_get(j, "doc")), id))
		rc = error_set(e, COU_EINPUT, "of another document than the lines before it");
	json_free(j);
	return rc;
}

int store_check(struct str lines, size_t *line, struct error *e)
{
	struct json *d = NULL;
	struct str raw;
	int rc;

	*line = 1;
	if (!str_split(&lines, '\n', &raw) || json_parse(&d, raw, e))
		return COU_EINPUT;
	rc = store_check_document(d, e);
	if (!rc)
		rc = check_text(d, e);
	while (!rc && str_split(&lines, '\n', &raw)) {
		if (++*line > LINES_MAX)
			rc = error_set(e, COU_ELIMIT, "more than %d lines of one document", LINES_MAX);
		else if (str_trim(raw).n)
			rc = check_line(raw, json_string(json_get(d, "id")), e);
	}
	json_free(d);
	return rc;
}

/* ---- one coder a language -------------------------------------------------------------- */

/* The coder of the newest document in that language; empty: there is none. */
static int read_coder(struct store *s, struct str lang, char coder[STORE_CODER_MAX], struct error *e)
{
	struct db_stmt *q = db_stmt(s->db, "SELECT coder FROM document WHERE lang = $1 ORDER BY key DESC LIMIT 1", e);
	int rc;

	coder[0] = 0;
	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_text(lang));
	if (db_start(q, e))
		return COU_ESTORE;
	rc = db_next(q, e);
	if (rc > 0)
		snprintf(coder, STORE_CODER_MAX, "%.*s", STR_ARG(db_column_text(q, 0)));
	db_end(q);
	return rc < 0 ? COU_ESTORE : 0;
}

int store_same_coder(struct store *s, struct str lang, struct str coder, struct error *e)
{
	struct coder_of *known = NULL;

	for (size_t i = 0; i < s->n_coders; i++)
		if (str_is(lang, s->coders[i].lang))
			known = &s->coders[i];
	if (!known) {
		s->n_coders = s->n_coders < STORE_LANGUAGES ? s->n_coders + 1 : 1;
		known = &s->coders[s->n_coders - 1];
		snprintf(known->lang, sizeof(known->lang), "%.*s", STR_ARG(lang));
		if (read_coder(s, lang, known->coder, e))
			return COU_ESTORE;
	}
	if (!known->coder[0])
		snprintf(known->coder, sizeof(known->coder), "%.*s", STR_ARG(coder));
	if (str_is(str_sub(coder, 0, coder.n < STORE_CODER_MAX ? coder.n : STORE_CODER_MAX - 1), known->coder))
		return 0;
	return error_set(e, COU_EUSAGE, "coded by \"%.*s\", the store has \"%s\"", STR_ARG(coder), known->coder);
}
