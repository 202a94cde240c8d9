#include "code/types.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>

static struct str field(struct str *rest)
{
	struct str f;

	if (!str_split(rest, '\t', &f))
		return STR_NONE;
	f = str_trim(f);
	return str_is(f, "-") ? STR_NONE : f;
}

int types_read(struct types *t, struct arena *a, const char *path, struct error *e)
{
	struct str text, line;
	int r = file_read(a, path, 1 << 20, &text, e);

	memset(t, 0, sizeof(*t));
	if (r)
		return r;
	for (uint32_t number = 1; str_split(&text, '\n', &line); number++) {
		line = str_trim(line);
		if (!line.n || line.p[0] == '#' || str_starts(line, STR("type\t")))
			continue;
		struct str rest = line, type = field(&rest), mode = field(&rest), cameo = field(&rest), quad = field(&rest), goldstein = field(&rest);
		struct str contexts = field(&rest);
		int value = event_type_find(type);

		if (value < 0)
			return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" is no event type", path, number, STR_ARG(type));
		if (quad.n > 1 || (quad.n && (quad.p[0] < '0' || quad.p[0] > '4')))
			return error_set(e, COU_EDATA, "%s:%u: quad class \"%.*s\" is not 0 to 4", path, number, STR_ARG(quad));
		*vec_push(a, &t->rows) = (struct type_row){
			(enum event_type)value, mode, cameo, contexts, (int8_t)(quad.n ? quad.p[0] - '0' : 0),
			goldstein.n ? strtof(str_dup(a, goldstein).p, NULL) : 0,
		};
	}
	return COU_OK;
}

static const struct type_row *type_row(const struct types *t, enum event_type type, struct str mode)
{
	const struct type_row *plain = NULL;

	for (size_t i = 0; i < t->rows.n; i++) {
		const struct type_row *r = &t->rows.at[i];

		if (r->type != type)
			continue;
		if (str_eq(r->mode, mode))
			return r;
		if (!r->mode.n)
			plain = r;
	}
	return plain;
}

void set_codes(const struct types *types, struct event *e, struct str cameo, struct str contexts)
{
	const struct type_row *r = type_row(types, e->type, e->mode);

	e->cameo = cameo.n ? cameo : r ? r->cameo : STR_NONE;
	e->contexts = contexts.n ? contexts : r ? r->contexts : STR_NONE;
	e->quad = r ? r->quad : 0;
	e->goldstein = r ? r->goldstein : 0;
}
