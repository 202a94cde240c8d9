/* fields.c - headers of messages, of HTTP and of records. */
#include "ingest/fields.h"

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool field_is(struct str s, const char *word)
{
	size_t i = 0;

	while (i < s.n && word[i] && lower(s.p[i]) == lower(word[i]))
		i++;
	return i == s.n && !word[i];
}

/* A line that goes on with the value of the field before it. */
static void unfold(struct arena *a, struct field *f, struct str line)
{
	if (f->value.n + line.n < FIELD_LINE_MAX)
		f->value = f->value.n ? str_cat(a, str_cat(a, f->value, STR(" ")), line) : str_dup(a, line);
}

int fields_read(struct input *in, struct arena *a, struct fields *f, struct error *e)
{
	struct field *last = NULL;
	struct str line;

	memset(f, 0, sizeof(*f));
	for (size_t lines = 0; ; lines++) {
		int rc = input_line(in, FIELD_LINE_MAX, &line, e);

		if (rc == COU_ELIMIT) {
			last = NULL;
			continue;
		}
		if (rc < 0)
			return rc;
		if (!rc || !line.n)
			return COU_OK;
		if (lines == FIELD_LINES_MAX)
			return error_set(e, COU_ELIMIT, "a header of more than %d lines", FIELD_LINES_MAX);
		if (line.p[0] == ' ' || line.p[0] == '\t') {
			if (last)
				unfold(a, last, str_trim(line));
			continue;
		}
		size_t colon = str_find(line, ':');

		last = NULL;
		if (colon == line.n || !colon || f->at.n == FIELDS_MAX)
			continue;
		last = vec_push(a, &f->at);
		last->name = str_dup(a, str_trim(str_sub(line, 0, colon)));
		last->value = str_dup(a, str_trim(str_sub(line, colon + 1, line.n)));
	}
}

struct str fields_get(const struct fields *f, const char *name)
{
	for (size_t i = 0; i < f->at.n; i++)
		if (field_is(f->at.at[i].name, name))
			return f->at.at[i].value;
	return STR_NONE;
}

struct str field_media(struct arena *a, struct str value)
{
	struct str media = str_trim(str_sub(value, 0, str_find(value, ';')));
	char *p = arena_alloc(a, media.n + 1);

	for (size_t i = 0; i < media.n; i++)
		p[i] = lower(media.p[i]);
	return (struct str){ p, media.n };
}

/* The next parameter of *rest, which begins behind a ';'. */
static bool next_parameter(struct arena *a, struct str *rest, struct str *name, struct str *value)
{
	size_t at = 0, equals = str_find(*rest, '=');

	if (equals == rest->n)
		return false;
	*name = str_trim(str_sub(*rest, 0, equals));
	/* behind a parameter without a value */
	for (size_t i = 0; i < name->n; i++)
		if (name->p[i] == ';')
			at = i + 1;
	*name = str_trim(str_sub(*name, at, name->n));
	*rest = str_sub(*rest, equals + 1, rest->n);
	while (rest->n && (rest->p[0] == ' ' || rest->p[0] == '\t'))
		*rest = str_sub(*rest, 1, rest->n);
	if (rest->n && rest->p[0] == '"') {
		char *p = arena_alloc(a, rest->n);
		size_t n = 0, i = 1;

		for (; i < rest->n && rest->p[i] != '"'; i++) {
			i += rest->p[i] == '\\' && i + 1 < rest->n;
			p[n++] = rest->p[i];
		}
		*value = (struct str){ p, n };
		*rest = str_sub(*rest, i, rest->n);
	} else {
		*value = str_trim(str_sub(*rest, 0, str_find(*rest, ';')));
	}
	size_t end = str_find(*rest, ';');

	*rest = str_sub(*rest, end < rest->n ? end + 1 : end, rest->n);
	return true;
}

struct str field_parameter(struct arena *a, struct str value, const char *name)
{
	size_t at = str_find(value, ';');
	struct str rest = str_sub(value, at < value.n ? at + 1 : at, value.n), n, v;

	while (next_parameter(a, &rest, &n, &v))
		if (field_is(n, name))
			return v;
	return STR_NONE;
}
