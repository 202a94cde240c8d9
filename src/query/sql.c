#include "query/sql.h"

#include <stdarg.h>

void sql_init(struct sql *q, struct arena *a, struct db *db)
{
	*q = (struct sql){ .a = a, .db = db };
	buf_init(&q->text, a);
}

static void param(struct sql *q, struct db_value v)
{
	vec_add(q->a, &q->params, v);
	buf_printf(&q->text, "$%zu", q->params.n);
}

void sql_add(struct sql *q, const char *text, ...)
{
	va_list ap;

	va_start(ap, text);
	for (const char *p = text; *p; p++) {
		if (*p == '?')
			param(q, db_text(va_arg(ap, struct str)));
		else
			buf_byte(&q->text, *p);
	}
	va_end(ap);
}

void sql_real(struct sql *q, double v)
{
	param(q, db_real(v));
}

void sql_int(struct sql *q, int64_t v)
{
	param(q, db_int(v));
}

void sql_in(struct sql *q, const char *column, struct str words, struct str (*change)(struct arena *a, struct str word))
{
	struct str word;
	bool first = true;

	buf_printf(&q->text, "%s IN (", column);
	while (words.n && str_split(&words, ',', &word)) {
		word = str_trim(word);
		if (!first)
			buf_byte(&q->text, ',');
		param(q, db_text(change ? change(q->a, word) : word));
		first = false;
	}
	buf_byte(&q->text, ')');
}

struct db_stmt *sql_start(struct sql *q, struct error *e)
{
	struct str text = str_dup(q->a, buf_str(&q->text));
	struct db_stmt *s = db_stmt(q->db, text.p, e);

	if (!s)
		return NULL;
	for (size_t i = 0; i < q->params.n; i++)
		db_bind(s, (unsigned)i + 1, q->params.at[i]);
	return db_start(s, e) ? NULL : s;
}
